//! The Page playoff of four (rules D.3): 1 against 2 for the final, 3 against 4, and the loser of the first against the
//! winner of the second.

use super::knockout::Preliminaries;
use super::{Plan, PlanError, Slot, knockout, rounds};
use crate::id::Part;
use crate::regulations::DrawTable;

/// The most entrants.
pub const MOST: u32 = 4;

/// The plan of a Page playoff; positions are ranks. Of three, the third waits for the loser of 1 against 2; two play a
/// final.
///
/// ```
/// let plan = gongsai::format::page_playoff::plan(4)?;
/// assert_eq!(plan.matches.len(), 4);
/// assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3, 4]);
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than [`MOST`].
pub fn plan(entrants: u32) -> Result<Plan, PlanError> {
    if entrants > MOST {
        return Err(PlanError::TooMany { entrants, most: MOST });
    }
    if entrants <= 2 {
        return knockout::plan(2, DrawTable::Standard, Preliminaries::None, entrants);
    }
    let byes: Vec<u32> = (entrants + 1..=MOST).collect();
    let mut plan = Plan { positions: MOST, ..Plan::empty(entrants) };
    let first = rounds::play(&mut plan.matches, Part::Winner, 1, &knockout::positions(1, MOST, &byes));
    plan.byes = byes;
    let (Some(through), Some(again)) = (first.winners.first(), first.losers.first()) else { return Ok(plan) };
    let (upper, lower) =
        first.winners.get(1).zip(first.losers.get(1)).map_or((Slot::Bye, Slot::Bye), |(w, l)| (*w, *l));
    let second = rounds::play(&mut plan.matches, Part::Winner, 2, &[*again, upper]);
    let last = rounds::play(&mut plan.matches, Part::Winner, 3, &[vec![*through], second.winners].concat());
    let mut next = 1;
    for slots in [last.winners, last.losers, second.losers, vec![lower]] {
        next = rounds::share(&mut plan.places, next, &slots);
    }
    for planned in &mut plan.matches {
        let from_top = planned.id.round == 1 && planned.id.number == 1;
        let worst = match planned.id.round {
            1 if !from_top => 4,
            3 => 2,
            _ => 3,
        };
        planned.places = Some((1, worst));
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entrants: u32, matches: &str) {
        let plan = plan(entrants).unwrap();
        let ids: Vec<String> = plan.matches.iter().map(|planned| planned.id.to_string()).collect();
        assert_eq!(ids.join(" "), matches);
        assert_eq!(plan.places.len(), entrants as usize);
    }

    #[test]
    fn one_to_four_can_play() {
        check(1, "");
        check(2, "W1.1");
        check(3, "W1.1 W2.1 W3.1");
        check(4, "W1.1 W1.2 W2.1 W3.1");
        assert_eq!(plan(0), Err(PlanError::TooFew { entrants: 0, least: 1 }));
        assert_eq!(plan(5), Err(PlanError::TooMany { entrants: 5, most: 4 }));
    }
}
