//! Why a command was refused.

use gongsai::meet::Refused;
use gongsai::regulations::Sport;

use crate::{Lang, change, draw, regulations};

/// Says why a command was refused, and what to do.
///
/// ```
/// use gongsai::meet::Refused;
/// use gongsai_wording::{Lang, refused::sentence};
/// assert_eq!(sentence(Lang::Zh, None, &Refused::NoRegulations), "还没有竞赛规程：请先载入规程。");
/// assert_eq!(sentence(Lang::En, None, &Refused::NoRegulations), "There are no regulations yet: load them first.");
/// ```
#[must_use]
pub fn sentence(lang: Lang, sport: Option<Sport>, refused: &Refused) -> String {
    let (zh, en) = match refused {
        Refused::Plan(error) => return draw::no_plan(lang, error),
        Refused::Build(error) => return change::build_error(lang, *error),
        Refused::Draw(error) => return draw::no_draw(lang, error),
        Refused::DrawDiffers(difference) => return draw::difference(lang, difference, |index| (index + 1).to_string()),
        Refused::Change(error) => return change::refusal(lang, sport, error),
        Refused::Defects(defects) => {
            let list = regulations::defects(lang, defects);
            let count = defects.len();
            (format!("规程有 {count} 处问题：{list}"), format!("The regulations have {count} defects: {list}"))
        }
        Refused::OtherMeet(_) => both("这条记录属于另一个运动会。", "The record is of another meet."),
        Refused::Repeated(id) => (format!("记录 {id} 已经有了。"), format!("Record {id} is in the journal already.")),
        Refused::Gap(id) => (format!("记录 {id} 之前缺少记录。"), format!("Records before {id} are missing.")),
        Refused::NoRegulations => {
            both("还没有竞赛规程：请先载入规程。", "There are no regulations yet: load them first.")
        }
        Refused::RegulationsStand => both(
            "已按现行规程收下报名，规程不能再换。",
            "Entries were taken in by these regulations; they can no longer be replaced.",
        ),
        Refused::NoUnit(_) => both("单位名单里没有这个单位。", "The list of units does not hold this unit."),
        Refused::UnitTwice(name) => (format!("单位“{name}”出现了两次。"), format!("Unit “{name}” stands twice.")),
        Refused::NoPerson(_) => both("没有这个人。", "There is no such person."),
        Refused::PersonElsewhere(_) => both("这个人属于另一个单位。", "This person belongs to another unit."),
        Refused::NoEvent(id) => (format!("规程里没有项目 {id}。"), format!("The regulations do not hold event {id}.")),
        Refused::NoEntry(_) => both("这个项目里没有这份报名。", "The event has no such entry."),
        Refused::EntryTwice(_) => both("这份报名已属于别处。", "This entry belongs elsewhere already."),
        Refused::NoSport(sport) => {
            (format!("本次运动会不设{}。", sport.chinese()), format!("The meet does not hold {}.", sport.code()))
        }
        Refused::Drawn(id) => (
            format!("项目 {id} 已经抽签，报名不能再改。"),
            format!("Event {id} is drawn: its entries can no longer change."),
        ),
        Refused::NotDrawn(id) => (format!("项目 {id} 还没有抽签。"), format!("Event {id} is not drawn yet.")),
        Refused::NoGroup(group) => (format!("没有第 {group} 组。"), format!("There is no group {group}.")),
        Refused::LotNotNeeded => both(
            "抽签定名次只用于规则分不出先后的各队，且须全部列出。",
            "A lot is for entries that no rule separates, and must name all of them.",
        ),
    };
    lang.pick(zh, en)
}

fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}
