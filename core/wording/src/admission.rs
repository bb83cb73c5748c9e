//! The admission of people in words: how far each is, the steps, and why a step is not taken.

use gongsai::admission::{Challenger, NotAdmitted, State, Step};
use gongsai::meet::{Barred, Cause, Meet, NotSanctioned, NotSubstituted, Sanction, Substitution};

use crate::{Lang, both};

/// How far the admission of a person is.
///
/// ```
/// use gongsai::admission::State;
/// use gongsai_wording::{Lang, admission::state};
/// assert_eq!(state(Lang::Zh, State::Published { notice: 2 }), "第 2 号公示中");
/// ```
#[must_use]
pub fn state(lang: Lang, state: State) -> String {
    let (zh, en) = match state {
        State::Submitted => both("已报名，未审查", "Entered, not reviewed"),
        State::Open => both("待审查", "To decide"),
        State::Returned { until: None } => both("已退回补正", "Sent back for correction"),
        State::Returned { until: Some(day) } => {
            (format!("已退回补正，限 {day} 前"), format!("Sent back for correction until {day}"))
        }
        State::Proposed => both("待复核", "Waits for a second reviewer"),
        State::Unendorsed => both("合格，待代表团核对", "Eligible, the delegation has not checked"),
        State::Passed => both("审查通过", "Passed"),
        State::Failed => both("未通过", "Not admitted"),
        State::Published { notice } => (format!("第 {notice} 号公示中"), format!("Posted in notice {notice}")),
        State::Challenged => both("公示中，有异议", "Posted and challenged"),
        State::Final => both("最终确认", "Final"),
        State::CheckedIn { on } => (format!("已检录（{on}）"), format!("Checked in on {on}")),
        State::Withdrawn => both("已换人", "Replaced"),
        State::Disqualified => both("取消资格", "Disqualified"),
    };
    lang.pick(zh, en)
}

/// A step, for the history. Names are those of the meet given.
pub(crate) fn step(meet: &Meet, step: &Step) -> (String, String) {
    let person = |id| meet.people().get(&id).map(|person| person.name.clone()).unwrap_or_default();
    let unit = |id| meet.units().get(&id).map(|unit| unit.name.clone()).unwrap_or_default();
    let by = |by: &Challenger| match by {
        Challenger::Unit(id) => unit(*id),
        Challenger::Other(name) => name.clone(),
    };
    match step {
        Step::Endorse { unit: id, sport } => (
            format!("核对{}的{}名单", unit(*id), sport.chinese()),
            format!("Checked the {} list of {}", sport.code(), unit(*id)),
        ),
        Step::Pass { people } => (format!("通过 {} 人次", people.len()), format!("Passed {} enrolments", people.len())),
        Step::Publish { from, until, people } => (
            format!("公示 {} 人次（{from} 至 {until}）", people.len()),
            format!("Posted {} enrolments, {from} to {until}", people.len()),
        ),
        Step::Challenge { who, by: challenger, .. } => {
            let (name, by) = (person(who.0), by(challenger));
            (format!("{by}对{name}提出异议"), format!("{by} challenged {name}"))
        }
        Step::Answer { challenge, .. } => {
            (format!("答复异议 {challenge}"), format!("Answered the challenge {challenge}"))
        }
        Step::Rule { challenge, upheld: true, reason, .. } => {
            (format!("异议 {challenge} 成立：{reason}"), format!("Upheld the challenge {challenge}: {reason}"))
        }
        Step::Rule { challenge, upheld: false, reason, .. } => {
            (format!("异议 {challenge} 不成立：{reason}"), format!("Dismissed the challenge {challenge}: {reason}"))
        }
        Step::Finalise { people, .. } => {
            (format!("最终确认 {} 人次", people.len()), format!("Made {} enrolments final", people.len()))
        }
        Step::Reopen { who, reason } => {
            let name = person(who.0);
            (format!("重新审查{name}：{reason}"), format!("Opened the admission of {name} again: {reason}"))
        }
        Step::CheckIn { who, .. } => {
            let name = person(who.0);
            (format!("{name}检录"), format!("Checked {name} in"))
        }
    }
}

/// A substitution, for the history and the notice of change.
pub(crate) fn substitution(meet: &Meet, substitution: &Substitution) -> (String, String) {
    let out = meet.people().get(&substitution.out).map(|person| person.name.clone()).unwrap_or_default();
    let (name, reason) = (&substitution.person.name, &substitution.reason);
    (format!("换人：{out} → {name}（{reason}）"), format!("Replaced {out} by {name} ({reason})"))
}

/// Why a person is replaced.
#[must_use]
pub fn cause(lang: Lang, cause: Cause) -> &'static str {
    match cause {
        Cause::Wish => lang.pick("单位调整（限抽签前）", "The unit wishes it (before the draw)"),
        Cause::Medical => lang.pick("伤病（有证明）", "Illness or injury, with a paper"),
        Cause::ForceMajeure => lang.pick("不可抗力", "Force majeure"),
    }
}

/// Who is barred from the next meets, beside the name.
#[must_use]
pub fn barred(lang: Lang, barred: &Barred) -> String {
    let Barred { unit, editions, .. } = barred;
    let meets = if *editions == 1 { "the next meet".to_owned() } else { format!("the next {editions} meets") };
    lang.pick(format!("{unit}，禁赛 {editions} 届"), format!("{unit}, barred from {meets}"))
}

/// A sanction, for the history.
pub(crate) fn sanction(meet: &Meet, sanction: &Sanction) -> (String, String) {
    let entry = meet.entries().get(&sanction.entry).map(|entry| entry.name.clone()).unwrap_or_default();
    let person = sanction.person.and_then(|id| meet.people().get(&id)).map(|person| person.name.clone());
    let who = person.map_or(entry.clone(), |person| format!("{entry} {person}"));
    let (lost, reason) = (sanction.matches.len(), &sanction.reason);
    let (out_zh, out_en) = if sanction.out { ("，取消比赛资格", ", out of the event") } else { ("", "") };
    (
        format!("处罚{who}：判负 {lost} 场{out_zh}（{reason}）"),
        format!("Sanction on {who}: {lost} matches lost{out_en} ({reason})"),
    )
}

/// Why a step is not taken.
pub(crate) fn not_admitted(why: &NotAdmitted) -> (String, String) {
    match why {
        NotAdmitted::SameReviewer => both(
            "您已经这样决定过：还须另一位审查人同样决定才生效。请换人操作，或先改写右上角的姓名。",
            "You have said so already: it counts when another reviewer says the same. Let somebody else decide, under their own name.",
        ),
        NotAdmitted::Nobody => both("没有可以列入的人。", "There is nobody to name."),
        NotAdmitted::State(_, of) => (
            format!("这个人现在是“{}”，不能这样做。", state(Lang::Zh, *of)),
            format!("This does not follow on the person's state: {}.", state(Lang::En, *of)),
        ),
        NotAdmitted::Found(_) => both(
            "名单里有人还有问题未决，请逐个决定。",
            "Something weighs on one of them: decide on that person alone.",
        ),
        NotAdmitted::StillOpen(count) => (
            format!("还有 {count} 人次未审结，审结后才能公示。"),
            format!("{count} enrolments are undecided: decide on them before the notice is posted."),
        ),
        NotAdmitted::TooShort(days) => {
            (format!("公示至少 {days} 天。"), format!("A notice is posted for at least {days} days."))
        }
        NotAdmitted::NoticeHangs(day) => (
            format!("公示到 {day} 结束，第二天起才能最终确认。"),
            format!("The notice hangs until {day}: final from the day after."),
        ),
        NotAdmitted::OutsideNotice(from, until) => (
            format!("异议只在公示期内受理（{from} 至 {until}）。"),
            format!("Challenges are taken while the notice hangs: {from} to {until}."),
        ),
        NotAdmitted::Deposit(least) => {
            (format!("异议保证金不少于 {least} 元。"), format!("The deposit of a challenge is at least {least} yuan."))
        }
        NotAdmitted::OwnUnit => both("单位不能对本单位的人提出异议。", "A unit does not challenge its own people."),
        NotAdmitted::UnitsOnly => {
            both("规程只接受参赛单位提出的异议。", "The regulations take challenges from units of the meet alone.")
        }
        NotAdmitted::NoChallenge(_) => both("没有这个异议。", "There is no such challenge."),
        NotAdmitted::Closed(_) => both("这个异议已经答复或裁定。", "The challenge is answered or decided already."),
        NotAdmitted::TooLate(day) => {
            (format!("答复期限到 {day} 为止。"), format!("The last day for an answer was {day}."))
        }
        NotAdmitted::MayAnswer(day) => (
            format!("被异议单位可以答复到 {day}，之后才能裁定。"),
            format!("The unit may answer until {day}: decide after that day, or when it has answered."),
        ),
        NotAdmitted::Unanswered => {
            both("逾期未答复，按规程异议成立。", "Nobody answered in time: by the regulations the challenge is upheld.")
        }
        NotAdmitted::NoReason => both("请写明理由。", "Please give a reason."),
    }
}

/// Why nobody is replaced.
pub(crate) fn not_substituted(why: &NotSubstituted) -> (String, String) {
    match why {
        NotSubstituted::NotIn(_) => both("被换下的人不在这个报名里。", "Who leaves is not in this entry."),
        NotSubstituted::OtherPerson(_) => {
            both("换上的人须属于同一单位，并写明姓名。", "Who comes in must be of the same unit and have a name.")
        }
        NotSubstituted::OtherSex => both("换上的人须为同一性别。", "Who comes in must be of the same sex."),
        NotSubstituted::Entered(_) => {
            both("换上的人已在这个项目中报名。", "Who comes in is entered in this event already.")
        }
        NotSubstituted::Drawn => both(
            "抽签后只因伤病或不可抗力换人。",
            "After the draw people are replaced for medical reasons or force majeure alone.",
        ),
        NotSubstituted::Closed(day) => (
            format!("{day} 后只因伤病或不可抗力换人。"),
            format!("After {day} people are replaced for medical reasons or force majeure alone."),
        ),
        NotSubstituted::HasPlayed(_) => {
            both("被换下的人已经出场，不能再换。", "Who leaves has played and is not replaced any more.")
        }
        NotSubstituted::NoReason => both("请写明理由。", "Please give a reason."),
    }
}

/// Why a sanction is not taken up.
pub(crate) fn not_sanctioned(why: NotSanctioned) -> (String, String) {
    match why {
        NotSanctioned::Nothing => {
            both("请选择判负的场次、取消资格的人或队。", "Choose the matches that are lost, or who is out.")
        }
        NotSanctioned::NotIn(_) => both("这个人不在这个报名里。", "The person is not in this entry."),
        NotSanctioned::NoReason => both("请写明理由。", "Please give a reason."),
    }
}
