//! The journal in words: what each record asked for, what differs between two states, why a record does not count.

use gongsai::bracket::DrawStage;
use gongsai::date::Date;
use gongsai::eligibility::{Decision, Verdict};
use gongsai::id::{AwardId, EntryId, EventId, MatchId};
use gongsai::meet::{Aside, Change, Command, Drawn, Fate, LineupState, LotBy, Meet, Named, Right, Slot, Turn};
use gongsai::score::{self, Outcome};
use gongsai::side::BySide;

use crate::change::match_name;
use crate::{Lang, admission, both, publication, refused};

/// What a record asked for. Names are those of the meet given.
///
/// ```
/// use gongsai::id::{DeviceId, MeetId, RecordId};
/// use gongsai::meet::{Command, Meet};
/// use gongsai_wording::{Lang, history::command};
/// let undo = Command::Undo(RecordId { device: DeviceId(1), n: 3 });
/// let meet = Meet::new(MeetId(1));
/// assert_eq!(command(Lang::Zh, &meet, &undo), "撤销记录 0000000000000001-3");
/// assert_eq!(command(Lang::En, &meet, &undo), "Undid record 0000000000000001-3");
/// ```
#[must_use]
pub fn command(lang: Lang, meet: &Meet, command: &Command) -> String {
    let person = |id| meet.people().get(&id).map(|person| person.name.clone()).unwrap_or_default();
    let unit = |id| meet.units().get(&id).map(|unit| unit.name.clone()).unwrap_or_default();
    let named = |what| match what {
        Named::Unit(id) => unit(id),
        Named::Person(id) => person(id),
        Named::Entry(id) => entry(meet, id),
    };
    let (zh, en) = match command {
        Command::SetRegulations(_) => both("设定竞赛规程", "Set the regulations"),
        Command::SetFormat { event: id, .. } => {
            (format!("更改{}的赛制", event(meet, id)), format!("Changed the format of {}", event(meet, id)))
        }
        Command::SetRules { .. } => both("更改资格条件", "Changed the rules of eligibility"),
        Command::AddUnits(units) => (format!("加入 {} 个单位", units.len()), format!("Invited {} units", units.len())),
        Command::TakeIn { unit: id, sport, people, .. } => (
            format!("收下{}的{}报名表（{} 人）", unit(*id), sport.chinese(), people.len()),
            format!("Took in the {} form of {} ({} people)", sport.code(), unit(*id), people.len()),
        ),
        Command::Review { people, .. } => {
            (format!("审查 {} 人次", people.len()), format!("Reviewed {} enrolments", people.len()))
        }
        Command::Decide { person: id, decision, .. } => (
            format!("{}：{}", person(*id), decision_word(Lang::Zh, *decision)),
            format!("{}: {}", person(*id), decision_word(Lang::En, *decision)),
        ),
        Command::Admit(step) => admission::step(meet, step),
        Command::Substitute(substitution) => admission::substitution(meet, substitution),
        Command::Sanction(sanction) => admission::sanction(meet, sanction),
        Command::AnnounceDraw(told) => (
            format!("公布{}{}承诺码 {}", event(meet, &told.event), stage(Lang::Zh, told.stage), told.commitment),
            format!(
                "Announced the {} of {}: {}",
                stage(Lang::En, told.stage).to_lowercase(),
                event(meet, &told.event),
                told.commitment
            ),
        ),
        Command::Draw(drawn) => (
            format!("{}{}", event(meet, &drawn.event), draw_word(Lang::Zh, drawn)),
            format!("{} of {}", draw_word(Lang::En, drawn), event(meet, &drawn.event)),
        ),
        Command::Result { event, id, entries, outcome } => {
            played(meet, ["成绩", "Result"], event, *id, *entries, outcome)
        }
        Command::Correct { event, id, entries, outcome, .. } => {
            played(meet, ["更正成绩", "Corrected result"], event, *id, *entries, outcome)
        }
        Command::Rule { event, id, entries, outcome, .. } => {
            played(meet, ["裁定成绩", "Ruled result"], event, *id, *entries, outcome)
        }
        Command::Lot { event: id, group, by, .. } => {
            let (how_zh, how_en) = match by {
                LotBy::Hand => (String::new(), String::new()),
                LotBy::Seed(seed) => (format!("（种子 {seed}）"), format!(" (seed {seed})")),
                LotBy::Match(result) => (format!("（加赛 {result}）"), format!(" (by a match, {result})")),
            };
            let (zh, en) =
                if matches!(by, LotBy::Match(_)) { ("加赛定名次", "Order") } else { ("抽签定名次", "Lot") };
            (
                format!("{}{}{zh}{how_zh}", event(meet, id), publication::group(Lang::Zh, *group)),
                format!("{en} for {} of {}{how_en}", publication::group(Lang::En, *group), event(meet, id)),
            )
        }
        Command::Schedule { event: id, slots } => (
            format!("{}：为 {} 场安排场地", event(meet, id), slots.len()),
            format!("{}: courts for {} matches", event(meet, id), slots.len()),
        ),
        Command::Award { award: id, to, reason } => {
            let (id, to) = (award(meet, id), named(*to));
            let why = |lang: Lang| match reason.as_str() {
                "" => String::new(),
                why => lang.pick(format!("（{why}）"), format!(" ({why})")),
            };
            (format!("授予{to}：{id}{}", why(Lang::Zh)), format!("Gave {id} to {to}{}", why(Lang::En)))
        }
        Command::Rename { what, name } => {
            let before = named(*what);
            (format!("更正名称：{before} → {name}"), format!("Corrected a name: {before} → {name}"))
        }
        Command::Withdraw { event: id, entry: who, reason } => (
            format!("{}：{} 退赛（{reason}）", event(meet, id), entry(meet, *who)),
            format!("{}: {} withdrew ({reason})", event(meet, id), entry(meet, *who)),
        ),
        Command::CommitLineup { event: of, id, entry: who, .. } => {
            line_up(meet, ["交出场名单（未公开）", "Line-up handed in, hidden"], of, *id, *who)
        }
        Command::OpenLineup { event: of, id, entry: who, .. } => {
            line_up(meet, ["公开出场名单", "Line-up opened"], of, *id, *who)
        }
        Command::MatchList { event: of, id, entry: who, people } => {
            let n = people.len();
            let [zh, en] = [format!("上场名单（{n} 人）"), format!("Match list of {n}")];
            line_up(meet, [&zh, &en], of, *id, *who)
        }
        Command::Undo(id) => (format!("撤销记录 {id}"), format!("Undid record {id}")),
        Command::Organise(_) => both("以密钥主办", "Held the meet under a key"),
        Command::Grant { name, right, .. } => (
            format!("授权{name}：{}", right_word(Lang::Zh, *right)),
            format!("Gave a right to {name}: {}", right_word(Lang::En, *right)),
        ),
        Command::Revoke { .. } => both("收回授权", "Took a right back"),
        Command::Later(_) => both("更新版本写的记录", "A record of a later version"),
    };
    lang.pick(zh, en)
}

/// One thing that differs between two states.
#[must_use]
pub fn change(lang: Lang, change: &Change) -> String {
    let (zh, en) = match change {
        Change::Regulations => both("竞赛规程变了", "The regulations changed"),
        Change::Unit(_, turn) => turned(["单位", "unit"], turn, Clone::clone),
        Change::Person(_, turn) => turned(["人员", "person"], turn, Clone::clone),
        Change::Entry(_, event, turn) => {
            let (zh, en) = (format!("{event} 报名"), format!("entry of {event}"));
            turned([&zh, &en], turn, Clone::clone)
        }
        Change::Verdict { name, turn, .. } => {
            let zh = format!("{name}的审查结论");
            let en = format!("verdict on {name}");
            (
                turned([&zh, &en], turn, |it| verdict(Lang::Zh, *it).to_owned()).0,
                turned([&zh, &en], turn, |it| verdict(Lang::En, *it).to_owned()).1,
            )
        }
        Change::Admission { name, turn, .. } => {
            let zh = format!("{name}的资格");
            let en = format!("admission of {name}");
            (
                turned([&zh, &en], turn, |it| admission::state(Lang::Zh, *it)).0,
                turned([&zh, &en], turn, |it| admission::state(Lang::En, *it)).1,
            )
        }
        Change::Announced(event, of, turn) => {
            let zh = format!("{event} {}的承诺码", stage(Lang::Zh, *of));
            let en = format!("commitment of the {} of {event}", stage(Lang::En, *of).to_lowercase());
            turned([&zh, &en], turn, Clone::clone)
        }
        Change::Draw(event, of, turn) => {
            let (zh, en) =
                (format!("{event} {}", stage(Lang::Zh, *of)), format!("{} of {event}", stage(Lang::En, *of)));
            let seed =
                |lang: Lang, seed: &String| if seed.is_empty() { by_table(lang).to_owned() } else { seed.clone() };
            (turned([&zh, &en], turn, |it| seed(Lang::Zh, it)).0, turned([&zh, &en], turn, |it| seed(Lang::En, it)).1)
        }
        Change::Result { event, id, who, turn } => {
            let versus = format!("{} – {}", who.a, who.b);
            let zh = format!("{event} {} {versus}", match_name(Lang::Zh, *id));
            let en = format!("{event} {} {versus}", match_name(Lang::En, *id));
            turned([&zh, &en], turn, score::format)
        }
        Change::Dispute { event, id, open } => {
            let (zh, en) =
                if *open { ("成绩有争议", "in dispute") } else { ("争议已裁定", "no longer in dispute") };
            (
                format!("{event} {}：{zh}", match_name(Lang::Zh, *id)),
                format!("{event} {}: {en}", match_name(Lang::En, *id)),
            )
        }
        Change::Ranking { event, group, turn } => {
            let zh = format!("{event} {}名次", publication::group(Lang::Zh, *group));
            let en = format!("ranking of {event} {}", publication::group(Lang::En, *group));
            (turned([&zh, &en], turn, |order| order.join("、")).0, turned([&zh, &en], turn, |order| order.join(", ")).1)
        }
        Change::Lineup { event, id, team, turn } => {
            let zh = format!("{event} {} {team} 的出场名单", match_name(Lang::Zh, *id));
            let en = format!("line-up of {team} for {event} {}", match_name(Lang::En, *id));
            let say = |lang| turned([&zh, &en], turn, |state| line_up_state(lang, *state).to_owned());
            (say(Lang::Zh).0, say(Lang::En).1)
        }
        Change::MatchList { event, id, team, turn } => {
            let zh = format!("{event} {} {team} 的上场名单", match_name(Lang::Zh, *id));
            let en = format!("match list of {team} for {event} {}", match_name(Lang::En, *id));
            (turned([&zh, &en], turn, |names| names.join("、")).0, turned([&zh, &en], turn, |names| names.join(", ")).1)
        }
        Change::Award { award, to, given: true } => (format!("授予{to}：{award}"), format!("{award} given to {to}")),
        Change::Award { award, to, given: false } => {
            (format!("{award}不再授予{to}"), format!("{award} no longer given to {to}"))
        }
        Change::Slot { event, id, turn } => (
            turned([&format!("{event} {}", match_name(Lang::Zh, *id)), ""], turn, |at| slot(Lang::Zh, *at)).0,
            turned(["", &format!("{event} {}", match_name(Lang::En, *id))], turn, |at| slot(Lang::En, *at)).1,
        ),
    };
    lang.pick(zh, en)
}

/// Why a record is set aside.
#[must_use]
pub fn aside(lang: Lang, why: Aside) -> &'static str {
    let (zh, en) = match why {
        Aside::NoRight => ("写它的设备没有授权", "Its device has no right"),
        Aside::Revoked => ("写它时授权已收回", "The right had been taken back"),
        Aside::Unsigned => ("没有签名", "It is not signed"),
        Aside::Forged => ("签名不对", "The signature is wrong"),
        Aside::Altered => {
            ("内容被改过：与同一设备的下一条记录不符", "It was changed: its device's next record names another")
        }
        Aside::Forked => ("同一设备、同一编号有不同的记录", "One device wrote different records under one number"),
    };
    lang.pick(zh, en)
}

/// What became of a record.
#[must_use]
pub fn fate(lang: Lang, fate: &Fate) -> String {
    match fate {
        Fate::Counts => lang.pick("有效", "Counts").to_owned(),
        Fate::Refused(why) => refused::sentence(lang, None, why),
        Fate::Undone(by) => lang.pick(format!("已被记录 {by} 撤销"), format!("Undone by record {by}")),
    }
}

/// What a device may write.
#[must_use]
pub fn right_word(lang: Lang, right: Right) -> String {
    let (zh, en) = match right {
        Right::Organiser => both("主办方", "organiser"),
        Right::Staff => both("工作人员", "staff"),
        Right::Referee { court, day } => {
            (format!("{day} 第 {court} 号场地裁判"), format!("referee of court {court} on {day}"))
        }
        Right::Captain { .. } => both("领队（教练）", "captain"),
        Right::Viewer => both("只看", "viewer"),
    };
    lang.pick(zh, en)
}

/// A verdict in a word.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Eligible => ("合格", "eligible"),
        Verdict::Limited => ("受限", "limited"),
        Verdict::NeedsReview => ("待审查", "to be reviewed"),
        Verdict::Ineligible => ("不合格", "ineligible"),
    };
    lang.pick(zh, en)
}

/// A court on a day.
#[must_use]
pub fn court(lang: Lang, day: Date, court: u16) -> String {
    lang.pick(format!("{day} {court} 号场地"), format!("{day} court {court}"))
}

/// Court and time.
#[must_use]
pub fn slot(lang: Lang, slot: Slot) -> String {
    let (hour, minute) = (slot.start / 60, slot.start % 60);
    lang.pick(
        format!("{} {hour}:{minute:02} {} 号场地", slot.day, slot.court),
        format!("{} {hour}:{minute:02} court {}", slot.day, slot.court),
    )
}

fn decision_word(lang: Lang, decision: Decision) -> String {
    let (zh, en) = match decision {
        Decision::Confirm => both("确认通过", "confirmed"),
        Decision::Waive(code) => (format!("豁免 {code}"), format!("{code} waived")),
        Decision::Reject => both("不予通过", "rejected"),
        Decision::Return => both("退回补正", "returned"),
    };
    lang.pick(zh, en)
}

/// The name of a draw that was made; one by table has no seed.
fn draw_word(lang: Lang, drawn: &Drawn) -> &'static str {
    match drawn.stage {
        DrawStage::Second if drawn.seed.is_empty() => lang.pick("按表编排淘汰赛", "Knockout by table"),
        DrawStage::First | DrawStage::Second => stage(lang, drawn.stage),
    }
}

fn by_table(lang: Lang) -> &'static str {
    lang.pick("按表编排", "by table")
}

fn stage(lang: Lang, stage: DrawStage) -> &'static str {
    match stage {
        DrawStage::First => lang.pick("抽签", "Draw"),
        DrawStage::Second => lang.pick("第二次抽签", "Second draw"),
    }
}

fn played(
    meet: &Meet,
    [zh, en]: [&str; 2],
    of: &EventId,
    id: MatchId,
    entries: Option<BySide<EntryId>>,
    outcome: &Outcome,
) -> (String, String) {
    let who = entries.map_or_else(String::new, |it| format!(" {} – {}", entry(meet, it.a), entry(meet, it.b)));
    let (of, score) = (event(meet, of), score::format(outcome));
    (
        format!("{zh}：{of} {}{who} {score}", match_name(Lang::Zh, id)),
        format!("{en}: {of} {}{who} {score}", match_name(Lang::En, id)),
    )
}

fn line_up(meet: &Meet, [zh, en]: [&str; 2], of: &EventId, id: MatchId, who: EntryId) -> (String, String) {
    let (of, who) = (event(meet, of), entry(meet, who));
    (format!("{zh}：{of} {} {who}", match_name(Lang::Zh, id)), format!("{en}: {of} {} {who}", match_name(Lang::En, id)))
}

fn line_up_state(lang: Lang, state: LineupState) -> &'static str {
    match state {
        LineupState::Committed => lang.pick("已交，未公开", "handed in, hidden"),
        LineupState::Differ => lang.pick("交了两份不同的", "two that differ"),
        LineupState::Opened => lang.pick("已公开", "open"),
    }
}

fn event(meet: &Meet, id: &EventId) -> String {
    let known = meet.regulations().and_then(|regulations| regulations.event(id));
    known.map_or_else(|| id.to_string(), |event| event.name.clone())
}

fn award(meet: &Meet, id: &AwardId) -> String {
    let known = meet.regulations().and_then(|regulations| regulations.award(id));
    known.map_or_else(|| id.to_string(), |award| award.name.clone())
}

fn entry(meet: &Meet, id: EntryId) -> String {
    meet.entries().get(&id).map(|entry| entry.name.clone()).unwrap_or_default()
}

fn turned<T>([zh, en]: [&str; 2], turn: &Turn<T>, say: impl Fn(&T) -> String) -> (String, String) {
    match (&turn.before, &turn.after) {
        (None, Some(after)) => (format!("新增{zh}：{}", say(after)), format!("New {en}: {}", say(after))),
        (Some(before), None) => (format!("取消{zh}：{}", say(before)), format!("Gone {en}: {}", say(before))),
        (Some(before), Some(after)) => (
            format!("{zh}：{} → {}", say(before), say(after)),
            format!("Changed {en}: {} → {}", say(before), say(after)),
        ),
        (None, None) => (zh.to_owned(), en.to_owned()),
    }
}
