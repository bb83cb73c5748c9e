//! The stepladder: the last two play, and the winner meets the next better one, up to the first.

use super::{Plan, PlanError, PlannedMatch, Slot};
use crate::id::{MatchId, Part};

/// The most entrants.
pub const MOST: u32 = 1 << 12;

/// The plan of a stepladder; positions are ranks, the first one waits for the last match.
///
/// ```
/// use gongsai::format::{stepladder, Slot};
/// let plan = stepladder::plan(5)?;
/// assert_eq!(plan.matches[0].slots.b, Slot::Position(5));
/// assert_eq!(plan.matches[3].slots.a, Slot::Position(1));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than [`MOST`].
pub fn plan(entrants: u32) -> Result<Plan, PlanError> {
    if entrants == 0 {
        return Err(PlanError::TooFew { entrants, least: 1 });
    }
    if entrants > MOST {
        return Err(PlanError::TooMany { entrants, most: MOST });
    }
    let mut plan = Plan::empty(entrants);
    let mut below = Slot::Position(entrants);
    for (round, position) in (1..).zip((1..entrants).rev()) {
        let id = MatchId { part: Part::Winner, round, number: 1 };
        let places = Some((1, position + 1));
        plan.matches.push(PlannedMatch { places, ..PlannedMatch::new(id, Slot::Position(position), below) });
        below = Slot::Winner(id);
    }
    let losers = plan.matches.iter().rev().map(|planned| Slot::Loser(planned.id));
    plan.places = (1..).zip(std::iter::once(below).chain(losers)).collect();
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_place_of_their_own() {
        for entrants in 1..=40 {
            let plan = plan(entrants).unwrap();
            assert_eq!(plan.matches.len(), entrants as usize - 1);
            assert!(plan.places.iter().map(|(place, _)| *place).eq(1..=entrants));
        }
        assert!(plan(0).is_err() && plan(MOST + 1).is_err());
    }
}
