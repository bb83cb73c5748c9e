//! The compass draw 罗盘赛制, and the Olympic draw with half its directions.
//!
//! Everybody begins in the east. Who loses there goes on in another direction, a knockout of its own, and who loses in
//! its first rounds in yet another one:
//!
//! | losers of | go on in the | Olympic | compass |
//! |---|---|---|---|
//! | east, round 1 | west | yes | yes |
//! | east, round 2 | north | yes | yes |
//! | west, round 1 | south | yes | yes |
//! | east, round 3 | northeast | | yes |
//! | north, round 1 | northwest | | yes |
//! | west, round 2 | southwest | | yes |
//! | south, round 1 | southeast | | yes |
//!
//! The table is that of the tennis associations (Universal Tennis, "Creating Draws: Compass Draw"). For 16 the compass
//! plays out every place, for 8 both draws do.

use super::knockout::{self, check_number, positions};
use super::{Plan, PlanError, byes};
use crate::id::{Direction, Part};
use crate::regulations::{Directions, DrawTable};

/// The plan of a compass draw. Beside a bye nobody loses, so some directions may have few entrants or none; one alone has the
/// place without a match. Those who lose where no direction follows share a place.
///
/// ```
/// use gongsai::format::compass;
/// use gongsai::regulations::{Directions, DrawTable};
/// let matches = |directions| compass::plan(directions, DrawTable::Standard, 32).map(|plan| plan.matches.len());
/// assert_eq!((matches(Directions::Four)?, matches(Directions::Eight)?), (60, 72));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than a knockout holds.
///
/// # Complexity
/// O(n) for n entrants.
pub fn plan(directions: Directions, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    check_number(entrants, 1)?;
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let below = |part, round, _| match part {
        Part::Compass(direction) => after(directions, direction, round).map(Part::Compass),
        _ => None,
    };
    let first = Part::Compass(Direction::East);
    let (matches, places) = knockout::play(positions(1, size, &byes), first, entrants, &below);
    Ok(Plan { positions: size, byes, matches, places, ..Plan::empty(entrants) })
}

/// Where the losers of a round of a direction go on; nowhere where they are out.
fn after(directions: Directions, direction: Direction, round: u16) -> Option<Direction> {
    match (direction, round, directions) {
        (Direction::East, 1, _) => Some(Direction::West),
        (Direction::East, 2, _) => Some(Direction::North),
        (Direction::West, 1, _) => Some(Direction::South),
        (Direction::East, 3, Directions::Eight) => Some(Direction::Northeast),
        (Direction::North, 1, Directions::Eight) => Some(Direction::Northwest),
        (Direction::West, 2, Directions::Eight) => Some(Direction::Southwest),
        (Direction::South, 1, Directions::Eight) => Some(Direction::Southeast),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(directions: Directions, entrants: u32, matches: &str, placed: &[u32]) {
        let plan = plan(directions, DrawTable::Cn, entrants).unwrap();
        let ids: Vec<String> = plan.matches.iter().map(|planned| planned.id.to_string()).collect();
        assert_eq!(ids.join(" "), matches);
        assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), placed);
    }

    #[test]
    fn losers_go_on_in_another_direction() {
        let eight = "DE1.1 DE1.2 DE1.3 DE1.4 DE2.1 DE2.2 DW1.1 DW1.2 DE3.1 DN1.1 DW2.1 DS1.1";
        check(Directions::Four, 8, eight, &[1, 2, 3, 4, 5, 6, 7, 8]);
        check(Directions::Eight, 8, eight, &[1, 2, 3, 4, 5, 6, 7, 8]);
        check(Directions::Four, 4, "DE1.1 DE1.2 DE2.1 DW1.1", &[1, 2, 3, 4]);
    }

    #[test]
    fn byes_make_no_losers_and_all_have_places() {
        check(Directions::Eight, 1, "", &[1]);
        check(Directions::Eight, 2, "DE1.1", &[1, 2]);
        check(Directions::Eight, 3, "DE1.2 DE2.1", &[1, 2, 3]);
        check(Directions::Four, 5, "DE1.2 DE2.1 DE2.2 DE3.1 DN1.1", &[1, 2, 3, 4, 5]);
        let sixteen = plan(Directions::Four, DrawTable::Cn, 16).unwrap();
        let places: Vec<u32> = sixteen.places.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [1, 2, 3, 3, 5, 6, 7, 7, 9, 10, 11, 11, 13, 14, 15, 15]);
        assert_eq!(plan(Directions::Four, DrawTable::Cn, 0), Err(PlanError::TooFew { entrants: 0, least: 1 }));
    }
}
