//! Several stages in a row: groups first, and who comes out of them plays on in another format.

use super::groups::{self, GroupStage};
use super::knockout::{self, Preliminaries};
use super::{By, Plan, PlanError, PlannedMatch, SecondDraw, Slot, crossing_table, seeds};
use crate::id::{MatchId, Part};
use crate::order;
use crate::regulations::{Crossing, DrawTable, FormatRule, GroupSizes, GroupsRule, Positions};
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

/// Groups, and then another format for the best of each.
///
/// Into a knockout they come by the crossing of the rule: the usual table, one of other books, or a second draw, be it by lot
/// or by the usual table with units kept apart. Into any other draw of lines (a double elimination, a consolation) they come
/// by the usual table or a second draw too; into
/// ranks (a Page playoff, a stepladder) in the order of their ranks; into further groups in turn, the first two of a group never
/// into the same one.
///
/// ```
/// use gongsai::format::{stages, Slot};
/// use gongsai::regulations::{Crossing, DrawTable, GroupsRule};
/// let plan = stages::groups_then(&GroupsRule::knockout(4, 2, Crossing::Fixed, true), DrawTable::Ittf, 7)?;
/// assert_eq!(plan.drawn_groups(), [vec![1, 2, 3], vec![4, 5, 6, 7]]);
/// let semi_final = plan.matches.iter().find(|planned| planned.id.to_string() == "W1.1").map(|m| m.slots);
/// assert_eq!(semi_final.map(|slots| slots.b), Some(Slot::Rank { group: 2, rank: 2 }));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for numbers that make no groups, for groups smaller than the number that goes on, for a crossing that is not
/// for this next format, and as for [`then`].
pub fn groups_then(rule: &GroupsRule, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    let stage = GroupStage::of(rule, entrants)?;
    let (groups, through, qualified) = (stage.groups(), stage.through, stage.qualified());
    let refused = PlanError::Crossing { groups, through };
    match (rule.crossing, &*rule.next) {
        (Crossing::Drawn, next) if qualified > 1 => {
            if next.positions() != Positions::Knockout {
                return Err(refused);
            }
            drawn(&stage, super::plan(next, table, qualified)?, By::Lot)
        }
        (Crossing::FixedApart, _) if groups > 1 && stage.best > 0 => Err(PlanError::BestByTable { best: stage.best }),
        (Crossing::FixedApart, next) if groups > 1 => {
            if next.positions() != Positions::Knockout || through < 2 {
                return Err(refused);
            }
            drawn(&stage, super::plan(next, DrawTable::Cn, qualified)?, By::Table)
        }
        (Crossing::Shifted | Crossing::Mirrored, FormatRule::Knockout { places }) if stage.best == 0 => {
            crossed(&stage, crossing_table::slots(rule.crossing, groups, through)?, *places)
        }
        (Crossing::Shifted | Crossing::Mirrored, _) => Err(refused),
        (Crossing::Fixed | Crossing::FixedApart | Crossing::Drawn, next)
            if next.positions() == Positions::Knockout && stage.best > 0 =>
        {
            Err(PlanError::BestByTable { best: stage.best })
        }
        (Crossing::Fixed | Crossing::FixedApart | Crossing::Drawn, FormatRule::Knockout { places }) => {
            crossed(&stage, crossing_table::fixed(groups, through), *places)
        }
        (Crossing::Fixed | Crossing::FixedApart | Crossing::Drawn, next) => {
            let plan = super::plan(next, DrawTable::Cn, qualified)?;
            let from = match next.positions() {
                Positions::Ranks => stage.out(),
                Positions::Groups => spread(&stage.out(), &plan.drawn_groups()),
                Positions::Knockout if groups == 1 => {
                    let order = seeds::order(DrawTable::Standard, plan.positions);
                    let mut seated: Vec<(u32, Slot)> = order.into_iter().zip(stage.out()).collect();
                    order::sort_by_key(&mut seated, |(position, _)| *position);
                    seated.into_iter().map(|(_, slot)| slot).collect()
                }
                Positions::Knockout => {
                    crossing_table::fixed(groups, through).into_iter().filter(|slot| *slot != Slot::Bye).collect()
                }
            };
            then(stage.plan(), plan, &from)
        }
    }
}

/// The plan of groups alone, each played out; those of one rank share a place.
///
/// # Errors
/// [`PlanError`] for numbers that make no groups.
pub fn groups(sizes: &GroupSizes, entrants: u32) -> Result<Plan, PlanError> {
    let sizes = groups::sizes(sizes, entrants)?;
    let stage = GroupStage { sizes, through: 1, best: 0 };
    let plan = stage.plan();
    let winners = stage.out().into_iter().map(|slot| (1, slot));
    Ok(Plan { places: winners.chain(plan.places).collect(), ..plan })
}

/// Groups, and a knockout that begins with these slots.
fn crossed(stage: &GroupStage, slots: Vec<Slot>, places: u32) -> Result<Plan, PlanError> {
    if places < 2 || !places.is_power_of_two() {
        return Err(PlanError::Places { places });
    }
    let mut plan = stage.plan();
    let (matches, mut placed) = knockout::from_slots(slots, places, Preliminaries::None, stage.qualified());
    plan.matches.extend(matches);
    placed.append(&mut plan.places);
    Ok(Plan { places: placed, ..plan })
}

/// Groups, and a format for whose positions there is a second draw. They are counted on from those of the groups.
fn drawn(stage: &GroupStage, next: Plan, by: By) -> Result<Plan, PlanError> {
    let first = stage.plan();
    let before = first.positions;
    let byes: Vec<u32> = next.byes.iter().map(|bye| before + bye).collect();
    let size = next.positions;
    let empty = order::set(next.byes.iter().copied());
    let from: Vec<Slot> = (1..=size)
        .filter(|position| !empty.contains(position))
        .map(|position| Slot::Position(before + position))
        .collect();
    let out = stage.out();
    let mut plan = then(first, next, &from)?;
    plan.places.retain(|(_, slot)| !out.contains(slot));
    let second_draw = SecondDraw { by, through: stage.through, best: stage.best, first: before + 1, size, byes };
    Ok(Plan { positions: before + size, second_draw: Some(second_draw), ..plan })
}

/// Those who come out of groups for the positions of further groups: in turn, into the next one that has room and nobody of
/// the same group; where there is none, into the next one that has room.
///
/// # Complexity
/// O(n g) for n in g groups.
fn spread(out: &[Slot], groups: &[Vec<u32>]) -> Vec<Slot> {
    let mut seated: Vec<Vec<Slot>> = vec![Vec::new(); groups.len()];
    let origin = |slot: &Slot| if let Slot::Rank { group, .. } = slot { Some(*group) } else { None };
    let mut turn = 0;
    for slot in out {
        let in_turn = || (0..groups.len()).map(|step| (turn + step) % groups.len());
        let room = |group: &usize| seated[*group].len() < groups[*group].len();
        let apart = |group: &usize| seated[*group].iter().all(|other| origin(other) != origin(slot));
        let Some(group) = in_turn().filter(room).find(apart).or_else(|| in_turn().find(room)) else { break };
        seated[group].push(*slot);
        turn = group + 1;
    }
    let mut placed: Vec<(u32, Slot)> =
        groups.iter().zip(seated).flat_map(|(positions, slots)| positions.iter().copied().zip(slots)).collect();
    order::sort_by_key(&mut placed, |(position, _)| *position);
    placed.into_iter().map(|(_, slot)| slot).collect()
}

/// An id with its group counted on.
fn moved_id(id: MatchId, shift: u16) -> MatchId {
    match id.part {
        Part::Group(group) => MatchId { part: Part::Group(group.saturating_add(shift)), ..id },
        Part::Winner
        | Part::Placement(_)
        | Part::Preliminary
        | Part::Loser
        | Part::Final
        | Part::Consolation
        | Part::SecondConsolation
        | Part::Compass(_) => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::round_robin;
    use crate::regulations::{Finals, Legs, RoundOrder};

    fn rule(groups: u16, through: u16, best: u16, crossing: Crossing, next: FormatRule) -> GroupsRule {
        GroupsRule { sizes: GroupSizes::Number(groups), through, best, crossing, next: Box::new(next) }
    }

    #[track_caller]
    fn check(rule: &GroupsRule, entrants: u32, matches: usize, places: &[u32]) -> Plan {
        let plan = groups_then(rule, DrawTable::Cn, entrants).unwrap();
        assert_eq!(plan.matches.len(), matches);
        assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), places);
        plan
    }

    #[test]
    fn groups_lead_into_any_format() {
        let double = FormatRule::DoubleElimination { finals: Finals::One };
        let places = [1, 2, 3, 4, 5, 5, 7, 7, 9, 9, 9, 9];
        check(&rule(4, 2, 0, Crossing::Fixed, double.clone()), 12, 12 + 14, &places);
        let plan = check(&rule(4, 2, 0, Crossing::Drawn, double), 12, 12 + 14, &places);
        assert_eq!((plan.positions, plan.second_draw.map(|draw| draw.size)), (20, Some(8)));
        check(&rule(1, 4, 0, Crossing::Fixed, FormatRule::PagePlayoff), 5, 10 + 4, &[1, 2, 3, 4, 5]);
        check(&rule(1, 2, 0, Crossing::Drawn, FormatRule::Knockout { places: 2 }), 4, 6 + 1, &[1, 2, 3, 4]);
    }

    #[test]
    fn groups_lead_into_groups_and_those_into_a_final() {
        let last = FormatRule::Groups(rule(2, 1, 0, Crossing::Fixed, FormatRule::Knockout { places: 2 }));
        let places = [1, 2, 3, 3, 5, 5, 7, 7, 7, 10, 10, 10];
        let plan = check(&rule(3, 2, 0, Crossing::Fixed, last), 12, 18 + 6 + 1, &places);
        let rank = |(group, rank)| Slot::Rank { group, rank };
        assert_eq!(plan.groups[3..], [[(1, 1), (3, 1), (2, 2)].map(rank), [(2, 1), (1, 2), (3, 2)].map(rank)]);
    }

    #[test]
    fn the_best_of_the_next_rank_are_drawn_with_the_others() {
        let plan = check(
            &rule(6, 2, 4, Crossing::Drawn, FormatRule::Knockout { places: 4 }),
            24,
            36 + 16,
            &[&[1, 2, 3, 4, 5, 5, 5, 5], &[9; 8][..], &[17, 18], &[19; 6]].concat(),
        );
        assert_eq!(plan.second_draw.map(|draw| (draw.through, draw.best, draw.first)), Some((2, 4, 25)));
    }

    #[test]
    fn stages_that_do_not_fit_are_refused() {
        let two = FormatRule::Knockout { places: 2 };
        let refused = |rule: &GroupsRule, entrants| groups_then(rule, DrawTable::Cn, entrants).unwrap_err();
        let best = rule(3, 2, 2, Crossing::Fixed, two.clone());
        assert_eq!(refused(&best, 12), PlanError::BestByTable { best: 2 });
        for crossing in [Crossing::Drawn, Crossing::FixedApart] {
            let page = rule(2, 2, 0, crossing, FormatRule::PagePlayoff);
            assert_eq!(refused(&page, 8), PlanError::Crossing { groups: 2, through: 2 });
        }
        let one = rule(4, 1, 0, Crossing::FixedApart, two.clone());
        assert_eq!(refused(&one, 8), PlanError::Crossing { groups: 4, through: 1 });
        let best = rule(3, 2, 2, Crossing::FixedApart, two.clone());
        assert_eq!(refused(&best, 12), PlanError::BestByTable { best: 2 });
        assert_eq!(refused(&rule(3, 3, 0, Crossing::Fixed, two), 8), PlanError::GroupTooSmall { size: 2, through: 3 });
        let league = || round_robin::plan(RoundOrder::Berger, Legs::One, 4).unwrap();
        let knockout = |n| knockout::plan(2, DrawTable::Cn, Preliminaries::None, n).unwrap();
        let slots = [1, 2].map(|rank| Slot::Rank { group: 1, rank });
        assert_eq!(then(league(), knockout(4), &slots), Err(PlanError::Stages { entrants: 4 }));
        assert_eq!(then(knockout(4), knockout(2), &slots), Err(PlanError::Stages { entrants: 2 }));
    }
}
