//! What is wrong with a line-up.

use gongsai::id::PersonId;
use gongsai::lineup::{LineupFault, Plays};
use gongsai::regulations::Class;
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
    // On a match list there are no places.
    let [at_zh, at_en] = ["：", ": "].map(|colon| {
        move |of: &Option<String>| of.as_deref().map(|of| tie_place(lang, of) + colon).unwrap_or_default()
    });
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
            format!("{}运动会里没有 {person} 这个人。", at_zh(place)),
            format!("{}the meet has no person {person}.", at_en(place)),
        ),
        LineupFault::NotOnRoster { place, person } => (
            format!("{}{} 不在本队名单里。", at_zh(place), name(*person)),
            format!("{}{} is not on the roster.", at_en(place), name(*person)),
        ),
        LineupFault::Barred { place, person } => (
            format!("{}{} 审查不合格，不能上场。", at_zh(place), name(*person)),
            format!("{}{} may not play by the review.", at_en(place), name(*person)),
        ),
        LineupFault::TooFewNamed { count, least } => {
            (format!("上场名单 {count} 人，至少 {least} 人。"), format!("{count} on the match list; {least} at least."))
        }
        LineupFault::TooManyNamed { count, most } => {
            (format!("上场名单 {count} 人，最多 {most} 人。"), format!("{count} on the match list; {most} at most."))
        }
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
        LineupFault::TooFewAppearances { person, count, least } => (
            format!("{} 在小组赛中出场 {count} 次，至少 {least} 次才能参加后一阶段。", name(*person)),
            format!("{} appeared {count} times in the group; {least} are needed now.", name(*person)),
        ),
        LineupFault::TooManyOf { class, count, most } => {
            let (zh, en) = self::class(*class);
            (format!("{zh} {count} 人同时上场，最多 {most} 人。"), format!("{count} {en} on court; {most} at most."))
        }
        LineupFault::TooFewLeaders { count, least } => (
            format!("领导干部 {count} 人上场，至少 {least} 人。"),
            format!("{count} leaders on court; {least} at least."),
        ),
        LineupFault::TooFewOfSex { sex: of, count, least, certain } => {
            let (zh, en) = doubt(*certain, "性别", "a sex");
            (
                format!("{}上场 {count} 人，至少 {least} 人{zh}。", sex(Lang::Zh, *of)),
                format!("{count} {} on court; {least} at least{en}.", sex(Lang::En, *of)),
            )
        }
        LineupFault::TooFewOfAge { from, to, count, least, certain } => {
            let (zh, en) = doubt(*certain, "年龄", "an age");
            let (of_zh, of_en) = match to {
                &u16::MAX => (format!("{from} 岁以上"), format!("aged {from} or more")),
                to => (format!("{from}–{to} 岁"), format!("aged {from} to {to}")),
            };
            (
                format!("{of_zh}上场 {count} 人，至少 {least} 人{zh}。"),
                format!("{count} {of_en} on court; {least} at least{en}."),
            )
        }
        LineupFault::TotalAge { years, least, certain } => {
            let (zh, en) = doubt(*certain, "年龄", "an age");
            (
                format!("上场年龄之和 {years} 岁，至少 {least} 岁{zh}。"),
                format!("The ages on court total {years}; {least} at least{en}."),
            )
        }
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

/// That something is not known, so that a person must look.
fn doubt(certain: bool, zh: &str, en: &str) -> (String, String) {
    if certain {
        return (String::new(), String::new());
    }
    (format!("；有人{zh}不明，请核对"), format!("; {en} is not known: look it up"))
}

/// Those of a class.
fn class(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::ExPro => ("退役运动员", "former professionals"),
        Class::Foreign => ("外籍人员", "foreigners"),
        Class::Retired => ("退休人员", "of the retired"),
        Class::Leader => ("领导干部", "leaders"),
    }
}

fn sex(lang: Lang, sex: Sex) -> &'static str {
    match sex {
        Sex::Male => lang.pick("男子", "men"),
        Sex::Female => lang.pick("女子", "women"),
    }
}
