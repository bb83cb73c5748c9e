//! What is wrong with a line-up.

use gongsai::id::PersonId;
use gongsai::lineup::{LineupFault, Plays};
use gongsai::sex::Sex;

use crate::publication::tie_place;
use crate::{Lang, both};

/// Says what is wrong with a line-up; `name` gives the names of people.
///
/// ```
/// use gongsai::lineup::LineupFault;
/// use gongsai_wording::{Lang, lineup::fault};
/// let empty = LineupFault::Empty { place: "MS".to_owned() };
/// assert_eq!(fault(Lang::Zh, &empty, |_| String::new()), "男单：没有人。");
/// assert_eq!(fault(Lang::En, &empty, |_| String::new()), "Men’s singles: nobody.");
/// ```
#[must_use]
pub fn fault(lang: Lang, fault: &LineupFault, name: impl Fn(PersonId) -> String) -> String {
    let at = |of: &str| tie_place(lang, of);
    let (zh, en) = match fault {
        LineupFault::NoPlace { place } => {
            (format!("本赛制没有“{place}”这个位置。"), format!("The system has no place “{place}”."))
        }
        LineupFault::Empty { place } => (format!("{}：没有人。", at(place)), format!("{}: nobody.", at(place))),
        LineupFault::People { place, needed, given } => (
            format!("{}：应为 {needed} 人，填了 {given} 人。", at(place)),
            format!("{}: {given} people where {needed} should stand.", at(place)),
        ),
        LineupFault::Unknown { place, person } => (
            format!("{}：运动会里没有 {person} 这个人。", at(place)),
            format!("{}: the meet has no person {person}.", at(place)),
        ),
        LineupFault::NotOnRoster { place, person } => (
            format!("{}：{} 不在本队名单里。", at(place), name(*person)),
            format!("{}: {} is not on the roster.", at(place), name(*person)),
        ),
        LineupFault::Barred { place, person } => (
            format!("{}：{} 审查不合格，不能上场。", at(place), name(*person)),
            format!("{}: {} may not play by the review.", at(place), name(*person)),
        ),
        LineupFault::WrongSex { rubber, person, needed } => (
            format!("第 {rubber} 场由{}上场，{} 不符。", sex(Lang::Zh, *needed), name(*person)),
            format!("Match {rubber} is for {}: not for {}.", sex(Lang::En, *needed), name(*person)),
        ),
        LineupFault::NotMixed { rubber } => (
            format!("第 {rubber} 场是混双：须一男一女。"),
            format!("Match {rubber} is mixed doubles: a woman and a man."),
        ),
        LineupFault::SexUnknown { rubber, person } => (
            format!("第 {rubber} 场限性别，{} 的性别没有登记：请核对。", name(*person)),
            format!("Match {rubber} asks for a sex, and that of {} is not known: look it up.", name(*person)),
        ),
        LineupFault::SamePerson { rubber, person } => (
            format!("第 {rubber} 场的双打里 {} 出现了两次。", name(*person)),
            format!("{} stands twice in the doubles of match {rubber}.", name(*person)),
        ),
        LineupFault::TooOften { person, what, plays, limit } => {
            let (zh, en) = match what {
                Plays::Singles => both("单打", "singles"),
                Plays::Doubles => both("双打", "doubles"),
                Plays::All => both("比赛", "matches"),
            };
            (
                format!("{} 出场 {plays} 场{zh}，最多 {limit} 场。", name(*person)),
                format!("{} plays {plays} {en}; {limit} at most.", name(*person)),
            )
        }
    };
    lang.pick(zh, en)
}

fn sex(lang: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Male => lang.pick("男子", "men"),
        Sex::Female => lang.pick("女子", "women"),
    }
}
