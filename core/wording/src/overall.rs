//! Final places, points of units and awards, each with its reason.

use gongsai::bracket::Bracket;
use gongsai::clause::Clause;
use gongsai::format::By;
use gongsai::meet::NotAwarded;
use gongsai::overall::{AwardRow, Counting, How, NoPlace, Open, Place, Ratio, Separation, Worth};
use gongsai::publication::title;
use gongsai::regulations::{AwardNumber, AwardTo, Rounding};

use crate::change::match_name;
use crate::{Lang, both, publication};

/// A number of points: as a decimal fraction where that is exact, else as a mixed number.
///
/// ```
/// use gongsai::overall::Ratio;
/// use gongsai_wording::overall::points;
/// let said = [(9, 1), (13, 2), (5, 4), (10, 3), (1, 3)].map(|(points_of, by)| points(Ratio::of(points_of, by)));
/// assert_eq!(said, ["9", "6.5", "1.25", "3 1/3", "1/3"]);
/// ```
#[must_use]
pub fn points(ratio: Ratio) -> String {
    let (whole, rest, by) =
        (ratio.numerator() / ratio.denominator(), ratio.numerator() % ratio.denominator(), ratio.denominator());
    match (whole, rest) {
        (_, 0) => whole.to_string(),
        (_, rest) if 1000 % by == 0 => format!("{whole}.{:03}", rest * (1000 / by)).trim_end_matches('0').to_owned(),
        (0, _) => ratio.to_string(),
        (_, rest) => format!("{whole} {rest}/{by}"),
    }
}

/// What gave an entry its place: `半决赛负`, `A 组第 3 名`.
#[must_use]
pub fn how(lang: Lang, bracket: &Bracket, how: How) -> String {
    let round = |id| publication::title(lang, title(bracket, id));
    let (zh, en) = match how {
        How::Alone => both("唯一参赛", "the only entry"),
        How::Won(id) => (format!("{}胜", round(id)), format!("{}: won", round(id))),
        How::Lost(id) => (format!("{}负", round(id)), format!("{}: lost", round(id))),
        How::Ranked { group, rank } => (
            format!("{}第 {rank} 名", publication::group(Lang::Zh, group)),
            format!("{}: {}", publication::group(Lang::En, group), publication::place(Lang::En, rank.into())),
        ),
    };
    lang.pick(zh, en)
}

/// What is known of a place in full: what gave it, what it waits for, or why there is none.
#[must_use]
pub fn place(lang: Lang, bracket: Option<&Bracket>, place: &Place) -> String {
    match place {
        Place::Is { how: by, .. } => bracket.map(|bracket| how(lang, bracket, *by)).unwrap_or_default(),
        Place::Open(open) => self::open(lang, *open),
        Place::None(why) => no_place(lang, why),
    }
}

/// Why a place is not known yet.
///
/// ```
/// use gongsai::overall::Open;
/// use gongsai_wording::{Lang, overall::open};
/// assert_eq!(open(Lang::Zh, Open::Lot(2)), "B 组须抽签定名次");
/// assert_eq!(open(Lang::En, Open::Group(2)), "Group B is in play");
/// ```
#[must_use]
pub fn open(lang: Lang, open: Open) -> String {
    let (zh, en) = match open {
        Open::NotDrawn => both("还没有抽签", "not drawn yet"),
        Open::Disputed(id) => {
            (format!("{}成绩有争议", match_name(Lang::Zh, id)), format!("results differ: {}", match_name(Lang::En, id)))
        }
        Open::Match(id) => {
            (format!("等{}", match_name(Lang::Zh, id)), format!("waits for {}", match_name(Lang::En, id)))
        }
        Open::Group(group) => (
            format!("{}还没打完", publication::group(Lang::Zh, group)),
            format!("{} is in play", publication::group(Lang::En, group)),
        ),
        Open::Lot(group) => (
            format!("{}须抽签定名次", publication::group(Lang::Zh, group)),
            format!("{} needs a lot", publication::group(Lang::En, group)),
        ),
        Open::SecondDraw(By::Lot) => both("等第二次抽签", "waits for the second draw"),
        Open::SecondDraw(By::Table) => both("等按表编排下一阶段", "waits for the next stage by table"),
        Open::Before => both("前面的名次还没定", "the places before are not settled"),
    };
    lang.pick(zh, en)
}

/// Why an entry has no place.
#[must_use]
pub fn no_place(lang: Lang, why: &NoPlace) -> String {
    let (zh, en) = match why {
        NoPlace::NotDrawn => both("没有参加抽签", "was not drawn"),
        NoPlace::Withdrawn(clause) => {
            (format!("退赛，不计名次{}", quoted(Lang::Zh, clause)), format!("withdrew{}", quoted(Lang::En, clause)))
        }
        NoPlace::Disqualified(id, clause) => (
            format!("{}被取消资格，不计名次{}", match_name(Lang::Zh, *id), quoted(Lang::Zh, clause)),
            format!("disqualified in {}{}", match_name(Lang::En, *id), quoted(Lang::En, clause)),
        ),
        NoPlace::Absent(id, clause) => (
            format!("{}弃权，不计名次{}", match_name(Lang::Zh, *id), quoted(Lang::Zh, clause)),
            format!("did not appear to {}{}", match_name(Lang::En, *id), quoted(Lang::En, clause)),
        ),
        NoPlace::Deleted(group, clause) => (
            format!("{}的成绩全部取消{}", publication::group(Lang::Zh, *group), quoted(Lang::Zh, clause)),
            format!("all results deleted in {}{}", publication::group(Lang::En, *group), quoted(Lang::En, clause)),
        ),
        NoPlace::NobodyWon(id) => (
            format!("{}双方弃权，无人得胜", match_name(Lang::Zh, *id)),
            format!("neither side appeared: {}", match_name(Lang::En, *id)),
        ),
    };
    lang.pick(zh, en)
}

/// Why a place is worth so many points: `第 5–8 名共 10 分 ÷ 4 × 2`.
///
/// ```
/// use gongsai::overall::Worth;
/// use gongsai_wording::{Lang, overall::worth};
/// let mean = Worth::Mean { from: 5, to: 8, sum: 10, factor: 2 };
/// assert_eq!(worth(Lang::Zh, 5, mean), "第 5–8 名共 10 分 ÷ 4 × 2");
/// assert_eq!(worth(Lang::En, 3, Worth::Full { worth: 6, factor: 1 }), "3rd: 6");
/// ```
#[must_use]
pub fn worth(lang: Lang, place: u32, worth: Worth) -> String {
    let times = |factor: u16| if factor == 1 { String::new() } else { format!(" × {factor}") };
    let (zh, en) = match worth {
        Worth::Full { worth, factor } => (
            format!("第 {place} 名 {worth} 分{}", times(factor)),
            format!("{}: {worth}{}", publication::place(Lang::En, place), times(factor)),
        ),
        Worth::Mean { from, to, sum, factor } => {
            let shared = u64::from(to.saturating_sub(from)) + 1;
            (
                format!("第 {from}–{to} 名共 {sum} 分 ÷ {shared}{}", times(factor)),
                format!("places {from}–{to}: {sum} ÷ {shared}{}", times(factor)),
            )
        }
        Worth::Beyond(counted) => (format!("只计前 {counted} 名"), format!("the first {counted} places count")),
        Worth::NotAmongBest(most) => {
            (format!("每单位只计最好的 {most} 个"), format!("the best {most} of a unit count"))
        }
        Worth::NoPoints => both("本项目不计分", "no points in this event"),
    };
    lang.pick(zh, en)
}

/// Whether an event is in the table of units.
#[must_use]
pub fn counting(lang: Lang, counting: Counting) -> String {
    let (zh, en) = match counting {
        Counting::Counts => both("已计分", "counted"),
        Counting::NoPoints => both("已结束，不计分", "finished, gives no points"),
        Counting::Unfinished(why) => (
            format!("未结束，未计入：{}", open(Lang::Zh, why)),
            format!("not finished, not counted: {}", open(Lang::En, why)),
        ),
        Counting::Empty => both("无人报名", "nobody is entered"),
    };
    lang.pick(zh, en)
}

/// What separates units with equal points, or that nothing does; `names` are theirs, in the order of the step.
///
/// ```
/// use gongsai::clause::Clause;
/// use gongsai::id::UnitId;
/// use gongsai::overall::Separation;
/// use gongsai_wording::{Lang, overall::separation};
/// let step = Separation { units: vec![(UnitId(2), 3), (UnitId(1), 1)], by: Some(1) };
/// let say = |lang| separation(lang, &step, &["太原", "大同"], &Clause::new("第十条"));
/// assert_eq!(say(Lang::Zh), "太原、大同同分：第 1 名的个数 太原 3，大同 1，多者列前（第十条）。");
/// assert_eq!(say(Lang::En), "太原, 大同 have equal points; the number of 1st places decides: 太原 3, 大同 1 (第十条).");
/// ```
#[must_use]
pub fn separation(lang: Lang, step: &Separation, names: &[impl AsRef<str>], clause: &Clause) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let counts: Vec<String> =
        names.iter().zip(&step.units).map(|(name, (_, count))| format!("{name} {count}")).collect();
    let (zh, en) = match step.by {
        Some(place) => (
            format!(
                "{}同分：第 {place} 名的个数 {}，多者列前{}。",
                names.join("、"),
                counts.join("，"),
                quoted(Lang::Zh, clause)
            ),
            format!(
                "{} have equal points; the number of {} places decides: {}{}.",
                names.join(", "),
                publication::place(Lang::En, place),
                counts.join(", "),
                quoted(Lang::En, clause)
            ),
        ),
        None => (
            format!("{}同分，名次并列{}。", names.join("、"), quoted(Lang::Zh, clause)),
            format!("{} have equal points and share the place{}.", names.join(", "), quoted(Lang::En, clause)),
        ),
    };
    lang.pick(zh, en)
}

/// To whom an award goes.
#[must_use]
pub fn award_to(lang: Lang, to: AwardTo) -> &'static str {
    match to {
        AwardTo::Unit => lang.pick("单位", "units"),
        AwardTo::Team => lang.pick("运动队", "teams"),
        AwardTo::Person => lang.pick("个人", "people"),
    }
}

/// How many of an award there are, and how that comes: `42 个的 15%，进位取整：7 个`.
#[must_use]
pub fn award_number(lang: Lang, number: AwardNumber, row: &AwardRow) -> String {
    let all = row.number;
    match number {
        AwardNumber::Count(_) => lang.pick(format!("{all} 个"), all.to_string()),
        AwardNumber::Share { percent, round } => {
            let (zh, en) = match round {
                Rounding::Up => ("进位取整", "rounded up"),
                Rounding::Down => ("舍去零头", "rounded down"),
                Rounding::Nearest => ("四舍五入", "rounded to the nearest"),
            };
            let among = row.among;
            lang.pick(format!("{among} 个的 {percent}%，{zh}：{all} 个"), format!("{percent}% of {among}, {en}: {all}"))
        }
    }
}

/// What is open of an award: it waits, or ends among units of one place, by name. None where nothing is.
#[must_use]
pub fn award_open(lang: Lang, row: &AwardRow, names: &[impl AsRef<str>]) -> Option<String> {
    if row.waits {
        return Some(lang.pick("待全部项目结束", "waits until every event is finished").to_owned());
    }
    let edge = row.edge.as_ref()?;
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    Some(lang.pick(
        format!("{}名次并列，余 {} 个，由组委会决定", names.join("、"), edge.left),
        format!("{} share a place; {} left, for the committee to decide", names.join(", "), edge.left),
    ))
}

/// Why an award is not given.
pub(crate) fn not_awarded(why: NotAwarded) -> (String, String) {
    match why {
        NotAwarded::Unknown => both("规程里没有这个奖。", "The regulations have no such award."),
        NotAwarded::ByPoints => both("这个奖按总分产生，不由组委会授予。", "The points say who has this award."),
        NotAwarded::To(to) => (
            format!("这个奖只授予{}。", award_to(Lang::Zh, to)),
            format!("This award is for {}.", award_to(Lang::En, to)),
        ),
        NotAwarded::Twice => both("已经授予过这个奖。", "This award was given there already."),
        NotAwarded::AllGiven(number) => {
            (format!("这个奖只有 {number} 个，已全部授出。"), format!("All of this award are given: {number}."))
        }
    }
}

/// An article in brackets; nothing where there is none.
fn quoted(lang: Lang, clause: &Clause) -> String {
    if clause.as_str().is_empty() {
        return String::new();
    }
    lang.pick(format!("（{clause}）"), format!(" ({clause})"))
}
