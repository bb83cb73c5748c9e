//! Groups, then a knockout of the best of each (rules C.4 to C.6).

use super::crossing::{Came, Leaning, MOST_GROUPS, Seats};
use super::knockout::Preliminaries;
use super::{Plan, PlanError, PlannedMatch, SecondDraw, Slot};
use super::{byes, crossing_table, knockout, round_robin, rounds, seeds, snake};
use crate::order;
use crate::regulations::{Crossing, DrawTable, Legs, RoundOrder};

/// Groups and a knockout, as the regulations describe them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupsKnockout {
    /// The number of groups.
    pub groups: u16,
    /// How many of each group go on.
    pub through: u16,
    /// How they come into the knockout.
    pub crossing: Crossing,
    /// The places that the knockout plays out: 2, or 4 with third place.
    pub places: u32,
}

/// How many groups hold this many entrants when none holds more than `group_size`; none without a size.
///
/// ```
/// use gongsai::format::groups_knockout::groups_of;
/// assert_eq!((groups_of(9, 4), groups_of(8, 4)), (3, 2));
/// ```
#[must_use]
pub fn groups_of(entrants: u32, group_size: u16) -> u16 {
    if group_size == 0 { 0 } else { u16::try_from(entrants.div_ceil(group_size.into())).unwrap_or(u16::MAX) }
}

/// The plan of groups and a knockout.
///
/// Positions are numbered group by group; those of a second draw follow. With a fixed crossing the first matches of the
/// knockout are fed by ranks, the better one named first. Those who do not go on come after those who do: those of
/// one rank share a place.
///
/// ```
/// use gongsai::format::{groups_knockout::{self, GroupsKnockout}, Slot};
/// use gongsai::regulations::{Crossing, DrawTable};
/// let rule = GroupsKnockout { groups: 2, through: 2, crossing: Crossing::Fixed, places: 4 };
/// let plan = groups_knockout::plan(rule, DrawTable::Ittf, 7)?;
/// assert_eq!(plan.drawn_groups(), [vec![1, 2, 3], vec![4, 5, 6, 7]]);
/// let semi_final = plan.matches.iter().find(|planned| planned.id.to_string() == "W1.1").map(|m| m.slots);
/// assert_eq!(semi_final.map(|slots| slots.b), Some(Slot::Rank { group: 2, rank: 2 }));
/// assert!(groups_knockout::plan(rule, DrawTable::Ittf, 3).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for numbers that make no groups, or groups smaller than the number that goes on.
pub fn plan(rule: GroupsKnockout, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    let sizes = checked_sizes(rule, entrants)?;
    let greatest = sizes.iter().copied().max().unwrap_or(0);
    let mut first = 1;
    let mut groups: Vec<Vec<Slot>> = Vec::new();
    for size in sizes {
        groups.push((first..first + size).map(Slot::Position).collect());
        first += size;
    }
    let mut matches: Vec<PlannedMatch> = Vec::new();
    for (number, slots) in (1..).zip(&groups) {
        matches.extend(round_robin::matches(number, slots, RoundOrder::Berger, Legs::One));
    }
    order::sort_by_key(&mut matches, |planned| planned.id.round);
    let qualified = u32::from(rule.groups) * u32::from(rule.through);
    let (slots, second_draw) = knockout_slots(rule, table, entrants)?;
    let positions = entrants + second_draw.as_ref().map_or(0, |draw| draw.size);
    let (later, mut places) = knockout::from_slots(slots, rule.places, Preliminaries::None, qualified);
    matches.extend(later);
    let mut next = qualified + 1;
    for rank in rule.through + 1..=u16::try_from(greatest).unwrap_or(u16::MAX) {
        let of_rank = (1..).zip(&groups).filter(|(_, slots)| slots.len() >= rank.into());
        let out: Vec<Slot> = of_rank.map(|(group, _)| Slot::Rank { group, rank }).collect();
        next = rounds::share(&mut places, next, &out);
    }
    Ok(Plan { entrants, positions, byes: Vec::new(), matches, groups, second_draw, places })
}

/// The sizes of the groups.
fn checked_sizes(rule: GroupsKnockout, entrants: u32) -> Result<Vec<u32>, PlanError> {
    knockout::check_number(entrants, 1)?;
    if rule.places < 2 || !rule.places.is_power_of_two() {
        return Err(PlanError::Places { places: rule.places });
    }
    if rule.groups == 0 {
        return Err(PlanError::GroupSize { group_size: 0 });
    }
    if rule.groups > MOST_GROUPS {
        return Err(PlanError::TooManyGroups { groups: rule.groups, most: MOST_GROUPS });
    }
    let greatest = u16::try_from(entrants.div_ceil(rule.groups.into())).unwrap_or(u16::MAX);
    if u32::from(greatest) > round_robin::MOST {
        return Err(PlanError::GroupSize { group_size: greatest });
    }
    if rule.through == 0 {
        return Err(PlanError::Through { through: 0, group_size: greatest });
    }
    let smallest = entrants / u32::from(rule.groups);
    if smallest < u32::from(rule.through) {
        return Err(PlanError::GroupTooSmall { size: smallest, through: rule.through });
    }
    Ok(snake::sizes(entrants, rule.groups))
}

/// What the knockout begins with.
fn knockout_slots(
    rule: GroupsKnockout,
    table: DrawTable,
    entrants: u32,
) -> Result<(Vec<Slot>, Option<SecondDraw>), PlanError> {
    let qualified = u32::from(rule.groups) * u32::from(rule.through);
    let size = byes::size(qualified);
    match rule.crossing {
        Crossing::Shifted | Crossing::Mirrored => {
            return Ok((crossing_table::slots(rule.crossing, rule.groups, rule.through)?, None));
        }
        Crossing::Drawn if qualified > 1 => {}
        Crossing::Fixed | Crossing::Drawn => return Ok((fixed_slots(rule.groups, rule.through), None)),
    }
    let first = entrants + 1;
    let byes: Vec<u32> = byes::positions(table, qualified).into_iter().map(|bye| entrants + bye).collect();
    let slots = knockout::positions(first, size, &byes);
    Ok((slots, Some(SecondDraw { through: rule.through, first, size, byes })))
}

/// The fixed crossing: of one from each group the usual seeding by groups (1 against the last); of more, the winners
/// of odd groups in the upper half and of even groups in the lower, mirrored, and the others as in [`Seats`].
pub(super) fn fixed_slots(groups: u16, through: u16) -> Vec<Slot> {
    let qualified = u32::from(groups) * u32::from(through);
    let size = byes::size(qualified);
    let mut order = seeds::order(DrawTable::Cn, size);
    if through > 1 {
        order.chunks_mut(2).for_each(order::sort);
    }
    let mut seats = Seats::new(size);
    for (rank, places) in (1..=through).zip(order.chunks(usize::from(groups))) {
        let people: Vec<Came> = (1..=groups).map(|group| Came { group, rank, unit: None }).collect();
        if rank == 1 {
            people.iter().zip(places).for_each(|(came, place)| seats.put(*place, *came));
        } else {
            seats.put_rank(&people, places, Leaning::PartnerGroups);
        }
    }
    let mut slots = Vec::new();
    for pair in seats.seats.chunks(2) {
        let mut pair = pair.to_vec();
        order::sort_by_key(&mut pair, |came| came.map_or((u16::MAX, 0), |came| (came.rank, came.group)));
        slots.extend(pair.into_iter().map(|came| match came {
            Some(Came { group, rank, .. }) => Slot::Rank { group, rank },
            None => Slot::Bye,
        }));
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(groups: u16, through: u16, expected: &str) {
        let letter = |group: u16| char::from(b'A' + u8::try_from(group - 1).unwrap());
        let name = |slot: &Slot| match slot {
            Slot::Rank { group, rank } => format!("{}{rank}", letter(*group)),
            _ => "-".to_owned(),
        };
        let slots = fixed_slots(groups, through);
        let pairs: Vec<String> = slots.chunks(2).map(|pair| pair.iter().map(name).collect()).collect();
        assert_eq!(pairs.join(" "), expected);
    }

    /// Vectors `cross_2x2`, `cross_2x4_all`, `cross_4x2`.
    #[test]
    fn crossings_are_those_of_the_tables() {
        check(2, 2, "A1B2 B1A2");
        check(2, 4, "A1B4 B2A3 A2B3 B1A4");
        check(4, 2, "A1B2 C1D2 D1C2 B1A2");
        check(8, 2, "A1B2 G1H2 E1F2 C1D2 D1C2 F1E2 H1G2 B1A2");
    }

    #[test]
    fn one_of_each_group_is_seeded_by_groups() {
        check(4, 1, "A1D1 B1C1");
        check(3, 1, "A1- B1C1");
        check(1, 1, "A1");
    }

    #[test]
    fn winners_have_the_byes() {
        check(3, 2, "A1- C1B2 A2C2 B1-");
    }

    #[test]
    fn one_group_has_places_for_all() {
        let rule = GroupsKnockout { groups: 1, through: 2, crossing: Crossing::Drawn, places: 2 };
        let plan = plan(rule, DrawTable::Ittf, 4).unwrap();
        let places: Vec<u32> = plan.places.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [1, 2, 3, 4]);
    }

    #[test]
    fn impossible_numbers_are_refused() {
        let rule = GroupsKnockout { groups: 3, through: 2, crossing: Crossing::Fixed, places: 2 };
        let refused = |rule, entrants| plan(rule, DrawTable::Ittf, entrants).unwrap_err();
        assert_eq!(refused(rule, 5), PlanError::GroupTooSmall { size: 1, through: 2 });
        assert_eq!(refused(rule, 0), PlanError::TooFew { entrants: 0, least: 1 });
        assert_eq!(refused(GroupsKnockout { groups: 0, ..rule }, 5), PlanError::GroupSize { group_size: 0 });
        assert_eq!(refused(GroupsKnockout { through: 0, ..rule }, 5), PlanError::Through { through: 0, group_size: 2 });
        let many = PlanError::TooManyGroups { groups: 600, most: 512 };
        assert_eq!(refused(GroupsKnockout { groups: 600, ..rule }, 4000), many);
    }
}
