//! Single elimination 单淘汰, with as many places played out as asked for (附加赛, rules D.2).
//!
//! The number of a match is its place in the full draw, byes counted: the winner of `W1.3` goes to `W2.2`, always.

use super::{Plan, PlanError, PlannedMatch, Slot, byes};
use crate::id::{MatchId, Part};
use crate::order;
use crate::regulations::DrawTable;
use crate::side::BySide;

/// The most entrants of a knockout.
pub const MOST: u16 = 4096;

/// The plan of a knockout in which the first `places` places are played out; lower places are shared by the losers of
/// a round.
///
/// ```
/// use gongsai::format::{knockout, Slot};
/// use gongsai::regulations::DrawTable;
/// let plan = knockout::plan(2, DrawTable::Ittf, 3)?;
/// assert_eq!(plan.byes, [2]);
/// assert_eq!(plan.matches[0].slots.a, Slot::Position(3));
/// assert_eq!(plan.matches[1].slots.a, Slot::Position(1));
/// assert!(knockout::plan(3, DrawTable::Ittf, 3).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for fewer than 2 or more than [`MOST`] entrants, and for places that are no power of two from 2.
pub fn plan(places: u16, table: DrawTable, entrants: u16) -> Result<Plan, PlanError> {
    if entrants < 2 {
        return Err(PlanError::TooFew { entrants, least: 2 });
    }
    if entrants > MOST {
        return Err(PlanError::TooMany { entrants, most: MOST });
    }
    if places < 2 || !places.is_power_of_two() {
        return Err(PlanError::Places { places });
    }
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let (matches, placed) = from_slots(positions(1, size, &byes), places, entrants);
    Ok(Plan { entrants, positions: size, byes, matches, groups: Vec::new(), second_draw: None, places: placed })
}

/// The positions `first..first + size` as slots; `byes` are numbered as the positions are.
pub(super) fn positions(first: u16, size: u16, byes: &[u16]) -> Vec<Slot> {
    let slot = |position| if byes.contains(&position) { Slot::Bye } else { Slot::Position(position) };
    (first..first + size).map(slot).collect()
}

/// The matches and places of a knockout that begins with these slots, a power of two, for this many entrants.
pub(super) fn from_slots(slots: Vec<Slot>, places: u16, entrants: u16) -> (Vec<PlannedMatch>, Vec<(u16, Slot)>) {
    let mut tree = Tree { played_out: places, entrants, matches: Vec::new(), places: Vec::new() };
    tree.contest(Contest { part: Part::Winner, round: 1, depth: 1, first: 1, slots });
    order::sort_by_key(&mut tree.matches, |(depth, _)| *depth);
    order::sort_by_key(&mut tree.places, |(place, _)| *place);
    (tree.matches.into_iter().map(|(_, planned)| planned).collect(), tree.places)
}

struct Tree {
    played_out: u16,
    entrants: u16,
    /// Each with the number of rounds before it, losers' rounds included.
    matches: Vec<(u16, PlannedMatch)>,
    places: Vec<(u16, Slot)>,
}

/// One round among those who play for the places from `first` on.
struct Contest {
    part: Part,
    round: u16,
    depth: u16,
    first: u16,
    slots: Vec<Slot>,
}

impl Tree {
    fn contest(&mut self, contest: Contest) {
        let Contest { part, round, depth, first, slots } = contest;
        let width = u16::try_from(slots.len()).unwrap_or(u16::MAX);
        if let [slot] = slots[..] {
            self.place(first, slot);
            return;
        }
        let (mut winners, mut losers) = (Vec::new(), Vec::new());
        for (number, pair) in (1..).zip(slots.chunks(2)) {
            let &[a, b] = pair else { continue };
            if a == Slot::Bye || b == Slot::Bye {
                winners.push(if a == Slot::Bye { b } else { a });
                losers.push(Slot::Bye);
                continue;
            }
            let id = MatchId { part, round, number };
            let places = Some((first, (first + width - 1).min(self.entrants)));
            self.matches.push((depth, PlannedMatch { id, slots: BySide { a, b }, places }));
            winners.push(Slot::Winner(id));
            losers.push(Slot::Loser(id));
        }
        self.contest(Contest { part, round: round + 1, depth: depth + 1, first, slots: winners });
        let below = first + width / 2;
        if below <= self.played_out {
            let part = Part::Placement(below);
            self.contest(Contest { part, round: 1, depth: depth + 1, first: below, slots: losers });
        } else {
            losers.into_iter().for_each(|loser| self.place(below, loser));
        }
    }

    fn place(&mut self, place: u16, slot: Slot) {
        if slot != Slot::Bye {
            self.places.push((place, slot));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(places: u16, entrants: u16, matches: &str, placed: &[u16]) {
        let plan = plan(places, DrawTable::Cn, entrants).unwrap();
        let ids: Vec<String> = plan.matches.iter().map(|planned| planned.id.to_string()).collect();
        assert_eq!(ids.join(" "), matches);
        assert_eq!(plan.places.iter().map(|(place, _)| *place).collect::<Vec<_>>(), placed);
    }

    #[test]
    fn losers_of_a_round_share_a_place() {
        check(2, 6, "W1.2 W1.3 W2.1 W2.2 W3.1", &[1, 2, 3, 3, 5, 5]);
    }

    #[test]
    fn third_place_is_played() {
        check(4, 4, "W1.1 W1.2 W2.1 P3.1.1", &[1, 2, 3, 4]);
    }

    #[test]
    fn a_lonely_loser_takes_the_place_without_a_match() {
        check(4, 3, "W1.2 W2.1", &[1, 2, 3]);
        check(8, 7, "W1.2 W1.3 W1.4 W2.1 W2.2 P5.1.2 W3.1 P3.1.1 P5.2.1", &[1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn two_play_one_match() {
        check(8, 2, "W1.1", &[1, 2]);
    }

    #[test]
    fn impossible_numbers_are_refused() {
        assert_eq!(plan(2, DrawTable::Cn, 1), Err(PlanError::TooFew { entrants: 1, least: 2 }));
        assert_eq!(plan(2, DrawTable::Cn, 4097), Err(PlanError::TooMany { entrants: 4097, most: 4096 }));
        assert_eq!(plan(0, DrawTable::Cn, 4), Err(PlanError::Places { places: 0 }));
        assert!(plan(1 << 15, DrawTable::Bwf, 4096).is_ok());
    }
}
