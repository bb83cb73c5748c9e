//! Places that are set by hand: why one cannot be, and which rules one breaks.

use gongsai::draw::{Breach, LockError};

use crate::Lang;
use crate::draw::{section_en, section_zh};

/// Says why a place cannot be set by hand.
///
/// ```
/// use gongsai::draw::LockError;
/// use gongsai_wording::{Lang, locked::no_lock};
/// assert_eq!(no_lock(Lang::Zh, LockError::Bye), "该位置是轮空位。");
/// ```
#[must_use]
pub fn no_lock(lang: Lang, why: LockError) -> &'static str {
    match (lang, why) {
        (Lang::Zh, LockError::NoEntrant) => "没有这个参赛者。",
        (Lang::En, LockError::NoEntrant) => "there is no such entrant.",
        (Lang::Zh, LockError::NoPlace) => "没有这个位置。",
        (Lang::En, LockError::NoPlace) => "there is no such place.",
        (Lang::Zh, LockError::EntrantTwice) => "该参赛者已经指定过。",
        (Lang::En, LockError::EntrantTwice) => "the entrant is set already.",
        (Lang::Zh, LockError::Taken) => "该位置已经指定给别人。",
        (Lang::En, LockError::Taken) => "somebody else is set there.",
        (Lang::Zh, LockError::Bye) => "该位置是轮空位。",
        (Lang::En, LockError::Bye) => "the position has a bye.",
        (Lang::Zh, LockError::Full) => "该组已满。",
        (Lang::En, LockError::Full) => "the group is full.",
        (Lang::Zh, LockError::ByTable) => "按表编排，不能人工指定。",
        (Lang::En, LockError::ByTable) => "all places are those of the table.",
    }
}

/// Says which rule a place set by hand breaks.
///
/// ```
/// use gongsai::draw::Breach;
/// use gongsai_wording::{Lang, locked::breach};
/// assert_eq!(breach(Lang::En, &Breach::SeedAway), "A seed stands outside the places of its tier.");
/// assert_eq!(breach(Lang::Zh, &Breach::Unit { sections: 2 }), "同单位在同一半区人数过多。");
/// ```
#[must_use]
pub fn breach(lang: Lang, breach: &Breach) -> String {
    match (lang, breach) {
        (Lang::Zh, Breach::SeedAway) => "种子不在其应在的位置。".to_owned(),
        (Lang::En, Breach::SeedAway) => "A seed stands outside the places of its tier.".to_owned(),
        (Lang::Zh, Breach::SeedPlace) => "占用了其他种子的位置。".to_owned(),
        (Lang::En, Breach::SeedPlace) => "The place is kept for other seeds.".to_owned(),
        (Lang::Zh, Breach::Bye) => "轮空不按种子次序。".to_owned(),
        (Lang::En, Breach::Bye) => "Byes are not in the order of the seeds.".to_owned(),
        (Lang::Zh, Breach::Unit { sections }) => format!("同单位在同一{}区人数过多。", section_zh(*sections)),
        (Lang::En, Breach::Unit { sections }) => {
            format!("Too many of the unit in one of the {}.", section_en(*sections))
        }
        (Lang::Zh, Breach::UnitInGroup) => "同单位在同一组人数过多。".to_owned(),
        (Lang::En, Breach::UnitInGroup) => "Too many of the unit in one group.".to_owned(),
        (Lang::Zh, Breach::OwnGroup) => "与同组出线者在同一半区或同一场。".to_owned(),
        (Lang::En, Breach::OwnGroup) => "In one half or one match with another of the own group.".to_owned(),
    }
}
