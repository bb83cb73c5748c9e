//! The Curtis consolation: a knockout with two consolations, so that those who lose later need not wait for the first.
//!
//! From 16 positions on the losers of rounds 1 and 2 come into the first consolation, from 32 on those of rounds 3 and 4
//! into the second (USTA Southern; the sizes are those of `tods-competition-factory`). Those who lose the
//! semi-finals play for third place unless a consolation takes them.

use super::consolation::Side;
use super::knockout::{check_number, positions};
use super::{Plan, PlanError, Slot, byes, rounds};
use crate::id::Part;
use crate::regulations::DrawTable;

/// The plan of a Curtis consolation. In each consolation the losers of its first round meet each other, those of the second
/// meet who is left. Places of the knockout come first, then those of the second consolation, then those of the first.
///
/// ```
/// use gongsai::format::curtis;
/// use gongsai::regulations::DrawTable;
/// let matches = |entrants| curtis::plan(DrawTable::Standard, entrants).map(|plan| plan.matches.len());
/// assert_eq!((matches(8)?, matches(16)?, matches(32)?), (8, 27, 59));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than a knockout holds.
///
/// # Complexity
/// O(n) for n entrants.
pub fn plan(table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    check_number(entrants, 1)?;
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let mut plan = Plan { positions: size, ..Plan::empty(entrants) };
    let mut early = Side::new(Part::Consolation, size);
    let mut late = Side::new(Part::SecondConsolation, size / 4);
    let mut winners = positions(1, size, &byes);
    plan.byes = byes;
    // Those who go into no consolation, the last places first.
    let mut main: Vec<Vec<Slot>> = Vec::new();
    let last = size.ilog2();
    for round in 1..=last {
        let number = u16::try_from(round).unwrap_or(u16::MAX);
        let out = rounds::play(&mut plan.matches, Part::Winner, number, &winners);
        winners = out.winners;
        match round {
            1 | 2 if size >= 16 => early.take(&mut plan.matches, round, out.losers),
            3 | 4 if size >= 32 => late.take(&mut plan.matches, round - 2, out.losers),
            _ if round + 1 == last => {
                let third = rounds::play(&mut plan.matches, Part::Placement(3), 1, &out.losers);
                main.extend([third.losers, third.winners]);
            }
            _ => main.push(out.losers),
        }
    }
    early.finish(&mut plan.matches);
    late.finish(&mut plan.matches);
    let mut next = rounds::share(&mut plan.places, 1, &winners);
    for losers in main.iter().rev() {
        next = rounds::share(&mut plan.places, next, losers);
    }
    let second = next;
    let first = late.place(&mut plan.places, second);
    early.place(&mut plan.places, first);
    for planned in &mut plan.matches {
        planned.places = Some(match planned.id.part {
            Part::Consolation => (first, entrants),
            Part::SecondConsolation => (second, first - 1),
            Part::Placement(_) => (3, 4),
            _ => (1, entrants),
        });
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(entrants: u32, part: Part) -> usize {
        let plan = plan(DrawTable::Cn, entrants).unwrap();
        plan.matches.iter().filter(|planned| planned.id.part == part).count()
    }

    #[test]
    fn each_consolation_has_the_losers_of_two_rounds() {
        // n / 2 of the first round and n / 4 of the second, all but one of whom lose; then a quarter as many.
        for (entrants, early, late, third) in
            [(4, 0, 0, 1), (8, 0, 0, 1), (16, 11, 0, 1), (32, 23, 5, 0), (64, 47, 11, 1), (128, 95, 23, 1)]
        {
            let parts = [Part::Winner, Part::Consolation, Part::SecondConsolation, Part::Placement(3)];
            let expected = [entrants as usize - 1, early, late, third];
            assert_eq!(parts.map(|part| count(entrants, part)), expected, "{entrants}");
        }
    }

    #[test]
    fn everybody_has_a_place() {
        for entrants in 1..=140 {
            let plan = plan(DrawTable::Cn, entrants).unwrap();
            assert_eq!(plan.places.len(), entrants as usize);
            for (index, (place, _)) in plan.places.iter().enumerate() {
                let better = plan.places.iter().filter(|(other, _)| other < place).count();
                assert_eq!(*place as usize, better + 1, "{entrants}: {index}");
            }
        }
        let places: Vec<u32> = plan(DrawTable::Cn, 8).unwrap().places.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [1, 2, 3, 4, 5, 5, 5, 5]);
        assert_eq!(plan(DrawTable::Cn, 0), Err(PlanError::TooFew { entrants: 0, least: 1 }));
    }
}
