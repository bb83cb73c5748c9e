//! Several stages in a row: groups first, and who comes out of them plays on in another format.

use super::groups_knockout::{self, GroupsKnockout};
use super::{Plan, PlanError, PlannedMatch, Slot, seeds};
use crate::id::{MatchId, Part};
use crate::order;
use crate::regulations::{Crossing, DrawTable};
use crate::side::BySide;

/// One plan after another: who stands at a position of `next` is who comes out of a slot of `first`. `from` names these
/// slots for the positions of `next` that are taken, top to bottom.
///
/// The groups of `next` are counted on from those of `first`. Who does not go on keeps the place that `first` says.
///
/// ```
/// use gongsai::format::{Slot, page_playoff, round_robin, stages};
/// use gongsai::regulations::{Legs, RoundOrder};
/// let league = round_robin::plan(RoundOrder::Berger, Legs::One, 6)?;
/// let first_four: Vec<Slot> = (1..=4).map(|rank| Slot::Rank { group: 1, rank }).collect();
/// let plan = stages::then(league, page_playoff::plan(4)?, &first_four)?;
/// assert_eq!(plan.matches.len(), 15 + 4);
/// assert_eq!(plan.places.len(), 6);
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError::Stages`] when `from` is not as long as `next` has entrants, when both plans have matches of the same id
/// (two knockouts), or when `first` or `next` has a second draw.
pub fn then(first: Plan, next: Plan, from: &[Slot]) -> Result<Plan, PlanError> {
    let shift = u16::try_from(first.groups.len()).unwrap_or(u16::MAX);
    let refused = PlanError::Stages { entrants: next.entrants };
    let ids = order::set(first.matches.iter().map(|planned| planned.id));
    let clash = next.matches.iter().any(|planned| ids.contains(&moved_id(planned.id, shift)));
    let drawn = first.second_draw.is_some() || next.second_draw.is_some();
    let fits = from.len() == next.entrants as usize && !from.contains(&Slot::Bye);
    if clash || drawn || !fits || first.groups.len() + next.groups.len() > usize::from(u16::MAX) {
        return Err(refused);
    }
    let byes = order::set(next.byes.iter().copied());
    let taken = (1..=next.positions).filter(|position| !byes.contains(position));
    let seats = order::map(taken.zip(from.iter().copied()));
    let moved = |slot: Slot| match slot {
        Slot::Position(position) => seats.get(&position).copied().unwrap_or(Slot::Bye),
        Slot::Winner(id) => Slot::Winner(moved_id(id, shift)),
        Slot::Loser(id) => Slot::Loser(moved_id(id, shift)),
        Slot::FirstLoser(id) => Slot::FirstLoser(moved_id(id, shift)),
        Slot::LaterLoser(id) => Slot::LaterLoser(moved_id(id, shift)),
        Slot::Rank { group, rank } => Slot::Rank { group: group + shift, rank },
        Slot::Bye => Slot::Bye,
    };
    let mut plan = first;
    plan.matches.extend(next.matches.iter().map(|planned| PlannedMatch {
        id: moved_id(planned.id, shift),
        slots: BySide { a: moved(planned.slots.a), b: moved(planned.slots.b) },
        ..*planned
    }));
    plan.groups.extend(next.groups.iter().map(|group| group.iter().map(|slot| moved(*slot)).collect()));
    plan.places.retain(|(_, slot)| !from.contains(slot));
    let mut places: Vec<(u32, Slot)> = next.places.iter().map(|(place, slot)| (*place, moved(*slot))).collect();
    places.append(&mut plan.places);
    Ok(Plan { places, ..plan })
}

/// The plan of groups alone, each played out; those of one rank share a place.
///
/// # Errors
/// [`PlanError`] for numbers that make no groups.
pub fn groups(groups: u16, entrants: u32) -> Result<Plan, PlanError> {
    // With one from each group the groups and their places are planned; the knockout is left out again.
    let rule = GroupsKnockout { groups, through: 1, crossing: Crossing::Fixed, places: 2 };
    let mut plan = groups_knockout::plan(rule, DrawTable::Cn, entrants)?;
    plan.matches.retain(|planned| matches!(planned.id.part, Part::Group(_)));
    plan.places.retain(|(place, _)| *place > u32::from(groups));
    let winners = (1..=groups).map(|group| (1, Slot::Rank { group, rank: 1 }));
    plan.places = winners.chain(plan.places).collect();
    Ok(plan)
}

/// Groups, and then `next` for the first `through` of each. Into a draw of a power of two they come by the fixed crossing;
/// of one group the first is seed 1. Into another format they come in the order of their ranks.
///
/// # Errors
/// [`PlanError`] for numbers that make no groups, or groups smaller than the number that goes on, and as for [`then`].
pub fn groups_then(number: u16, through: u16, entrants: u32, next: Plan) -> Result<Plan, PlanError> {
    let first = groups(number, entrants)?;
    let smallest = entrants / u32::from(number.max(1));
    if through == 0 || smallest < u32::from(through) {
        return Err(PlanError::GroupTooSmall { size: smallest, through });
    }
    let ranked: Vec<Slot> =
        (1..=through).flat_map(|rank| (1..=number).map(move |group| Slot::Rank { group, rank })).collect();
    let of_a_draw = next.groups.is_empty() && next.positions.is_power_of_two() && next.positions > 4;
    let from = match number {
        _ if !of_a_draw => ranked,
        1 => {
            let order = seeds::order(DrawTable::Standard, next.positions);
            let mut seated: Vec<(u32, Slot)> = order.into_iter().zip(ranked).collect();
            order::sort_by_key(&mut seated, |(position, _)| *position);
            seated.into_iter().map(|(_, slot)| slot).collect()
        }
        _ => groups_knockout::fixed_slots(number, through).into_iter().filter(|slot| *slot != Slot::Bye).collect(),
    };
    then(first, next, &from)
}

/// An id with its group counted on.
fn moved_id(id: MatchId, shift: u16) -> MatchId {
    match id.part {
        Part::Group(group) => MatchId { part: Part::Group(group.saturating_add(shift)), ..id },
        Part::Winner | Part::Placement(_) | Part::Preliminary | Part::Loser | Part::Final | Part::Consolation => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{double_elimination, knockout, page_playoff, round_robin};
    use crate::regulations::{Finals, Legs, RoundOrder};
    use knockout::Preliminaries;

    #[track_caller]
    fn check(plan: &Plan, matches: usize, places: &[u32]) {
        assert_eq!(plan.matches.len(), matches);
        assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), places);
    }

    #[test]
    fn groups_lead_into_any_format() {
        let double = double_elimination::plan(Finals::One, DrawTable::Cn, 8).unwrap();
        check(&groups_then(4, 2, 12, double).unwrap(), 12 + 14, &[1, 2, 3, 4, 5, 5, 7, 7, 9, 9, 9, 9]);
        check(&groups_then(1, 4, 5, page_playoff::plan(4).unwrap()).unwrap(), 10 + 4, &[1, 2, 3, 4, 5]);
    }

    #[test]
    fn groups_lead_into_groups_and_those_into_a_final() {
        let second = groups(2, 6).unwrap();
        let middle = groups_then(3, 2, 12, second).unwrap();
        assert_eq!(middle.groups.len(), 5);
        let last = knockout::plan(2, DrawTable::Cn, Preliminaries::None, 2).unwrap();
        let winners = [4, 5].map(|group| Slot::Rank { group, rank: 1 });
        check(&then(middle, last, &winners).unwrap(), 18 + 6 + 1, &[1, 2, 3, 3, 5, 5, 7, 7, 7, 10, 10, 10]);
    }

    #[test]
    fn stages_that_do_not_fit_are_refused() {
        let knockout = |n| knockout::plan(2, DrawTable::Cn, Preliminaries::None, n).unwrap();
        let league = round_robin::plan(RoundOrder::Berger, Legs::One, 4).unwrap();
        let slots = [1, 2].map(|rank| Slot::Rank { group: 1, rank });
        assert_eq!(then(league, knockout(4), &slots), Err(PlanError::Stages { entrants: 4 }));
        assert_eq!(then(knockout(4), knockout(2), &slots), Err(PlanError::Stages { entrants: 2 }));
        assert!(groups_then(3, 3, 8, knockout(9)).is_err());
    }
}
