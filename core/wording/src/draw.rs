//! What a draw could not keep apart, and its steps. Why there is no draw, [`crate::plan`] says.

use gongsai::draw::{How, Pot, Shortfall, Spot, Step};

use crate::Lang;

/// Says what could not be kept apart. `unit` names a unit.
///
/// ```
/// use gongsai::draw::Shortfall;
/// use gongsai_wording::{Lang, draw::shortfall};
/// let found = Shortfall::FirstRound { unit: 3, matches: 1 };
/// assert_eq!(shortfall(Lang::Zh, &found, |_| "矿务局".to_owned()), "矿务局：第一轮有 1 场同单位相遇，无法避免。");
/// ```
#[must_use]
pub fn shortfall(lang: Lang, shortfall: &Shortfall, unit: impl Fn(u32) -> String) -> String {
    match (lang, shortfall) {
        (Lang::Zh, Shortfall::FirstRound { unit: number, matches }) => {
            format!("{}：第一轮有 {matches} 场同单位相遇，无法避免。", unit(*number))
        }
        (Lang::En, Shortfall::FirstRound { unit: number, matches }) => {
            format!("{}: {matches} first-round matches within the unit could not be avoided.", unit(*number))
        }
        (Lang::Zh, Shortfall::Sections { unit: number, sections, fewest, most }) => {
            let sections = section_zh(*sections);
            format!("{}：在各{sections}区分布不均，最少 {fewest} 个，最多 {most} 个。", unit(*number))
        }
        (Lang::En, Shortfall::Sections { unit: number, sections, fewest, most }) => {
            let sections = section_en(*sections);
            format!("{}: uneven over the {sections}, from {fewest} to {most} in one.", unit(*number))
        }
        (Lang::Zh, Shortfall::Groups { unit: number, fewest, most }) => {
            format!("{}：在各组分布不均，最少 {fewest} 个，最多 {most} 个。", unit(*number))
        }
        (Lang::En, Shortfall::Groups { unit: number, fewest, most }) => {
            format!("{}: uneven over the groups, from {fewest} to {most} in one.", unit(*number))
        }
        (Lang::Zh, Shortfall::SameGroup { group }) => format!("第 {group} 组的两个出线者在第一轮再次相遇。"),
        (Lang::En, Shortfall::SameGroup { group }) => format!("Two of group {group} meet again in the first round."),
        (Lang::Zh, Shortfall::SameHalf { group }) => format!("第 {group} 组的第一名和第二名在同一半区。"),
        (Lang::En, Shortfall::SameHalf { group }) => {
            format!("The first and the second of group {group} are in the same half.")
        }
    }
}

/// Says one step of a draw. `entrant` is the name of who was drawn.
///
/// ```
/// use gongsai::draw::{How, Pot, Spot, Step};
/// use gongsai_wording::{Lang, draw::step};
/// let drawn = Step { entrant: 0, pot: Pot::Seeds { from: 3, to: 4 }, spot: Spot::Position(8), how: How::Lot };
/// assert_eq!(step(Lang::Zh, &drawn, "李明"), "3–4 号种子：李明抽入 8 号位。");
/// assert_eq!(step(Lang::En, &drawn, "Li Ming"), "Seeds 3–4: Li Ming is drawn to position 8.");
/// ```
#[must_use]
pub fn step(lang: Lang, step: &Step, entrant: &str) -> String {
    let pot = pot(lang, step.pot);
    let spot = spot(lang, step.spot);
    match (lang, step.how) {
        (Lang::Zh, How::Lot) => format!("{pot}：{entrant}抽入{spot}。"),
        (Lang::Zh, How::Forced) => format!("{pot}：{entrant}进入{spot}。"),
        (Lang::En, How::Lot) => format!("{pot}: {entrant} is drawn to {spot}."),
        (Lang::En, How::Forced) => format!("{pot}: {entrant} goes to {spot}."),
    }
}

/// The name of a pot.
#[must_use]
pub fn pot(lang: Lang, pot: Pot) -> String {
    match (lang, pot) {
        (Lang::Zh, Pot::Seeds { from, to }) if from == to => format!("{from} 号种子"),
        (Lang::En, Pot::Seeds { from, to }) if from == to => format!("Seed {from}"),
        (Lang::Zh, Pot::Seeds { from, to }) => format!("{from}–{to} 号种子"),
        (Lang::En, Pot::Seeds { from, to }) => format!("Seeds {from}–{to}"),
        (Lang::Zh, Pot::Unseeded) => "非种子".to_owned(),
        (Lang::En, Pot::Unseeded) => "Unseeded".to_owned(),
        (Lang::Zh, Pot::Winners { from, to }) if from == to => format!("第 {from} 组第一名"),
        (Lang::En, Pot::Winners { from, to }) if from == to => format!("Winner of group {from}"),
        (Lang::Zh, Pot::Winners { from, to }) => format!("第 {from}–{to} 组第一名"),
        (Lang::En, Pot::Winners { from, to }) => format!("Winners of groups {from}–{to}"),
        (Lang::Zh, Pot::Rank(rank)) => format!("各组第 {rank} 名"),
        (Lang::En, Pot::Rank(rank)) => format!("Rank {rank} of the groups"),
    }
}

/// The name of a place.
#[must_use]
pub fn spot(lang: Lang, spot: Spot) -> String {
    match (lang, spot) {
        (Lang::Zh, Spot::Position(position)) => format!(" {position} 号位"),
        (Lang::En, Spot::Position(position)) => format!("position {position}"),
        (Lang::Zh, Spot::Group { group, row }) => format!("第 {group} 组 {row} 号"),
        (Lang::En, Spot::Group { group, row }) => format!("group {group}, number {row}"),
    }
}

fn section_zh(sections: u16) -> String {
    if sections == 2 { "半".to_owned() } else { format!("1/{sections} ") }
}

fn section_en(sections: u16) -> String {
    match sections {
        2 => "halves".to_owned(),
        4 => "quarters".to_owned(),
        8 => "eighths".to_owned(),
        16 => "sixteenths".to_owned(),
        _ => format!("{sections} sections"),
    }
}
