//! Single elimination 单淘汰, with as many places played out as asked for (附加赛, rules D.2).
//!
//! The number of a match is its place in the full draw, byes counted: the winner of `W1.3` goes to `W2.2`, always.

use std::collections::VecDeque;

use super::rounds::{self, Out};
use super::{Plan, PlanError, PlannedMatch, Slot, byes};
use crate::id::Part;
use crate::order;
use crate::regulations::DrawTable;

/// The most entrants of a knockout.
pub const MOST: u32 = 1 << 20;

/// Whether entries beyond a power of two play for its last positions first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preliminaries {
    /// Byes instead: the draw is of the next greater power of two.
    None,
    /// 抢号: the draw is of the next smaller power of two, and two entries play for each of the positions that the bye
    /// table names first. The matches are those of the greater draw; only their first round is named otherwise, `Q1.k` for
    /// position `k`, and `W1` comes after it. Nothing else changes for entries that are a power of two.
    Played,
}

/// The plan of a knockout in which the first `places` places are played out; lower places are shared by the losers of
/// a round. One entrant has place 1 without a match.
///
/// ```
/// use gongsai::format::{knockout::{self, Preliminaries}, Slot};
/// use gongsai::regulations::DrawTable;
/// let plan = knockout::plan(2, DrawTable::Ittf, Preliminaries::None, 3)?;
/// assert_eq!(plan.byes, [2]);
/// assert_eq!(plan.matches[0].slots.a, Slot::Position(3));
/// assert_eq!(plan.matches[1].slots.a, Slot::Position(1));
/// let plan = knockout::plan(2, DrawTable::Cn, Preliminaries::Played, 9)?;
/// assert_eq!(plan.matches[0].id.to_string(), "Q1.2");
/// assert!(knockout::plan(3, DrawTable::Ittf, Preliminaries::None, 3).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than [`MOST`], and for places that are no power of two from 2.
///
/// # Complexity
/// O(n + m) for n entrants and m matches.
pub fn plan(places: u32, table: DrawTable, preliminaries: Preliminaries, entrants: u32) -> Result<Plan, PlanError> {
    check_number(entrants, 1)?;
    if places < 2 || !places.is_power_of_two() {
        return Err(PlanError::Places { places });
    }
    let size = byes::size(entrants);
    let byes = byes::positions(table, entrants);
    let slots = positions(1, size, &byes);
    let named = if byes.is_empty() { Preliminaries::None } else { preliminaries };
    let (matches, placed) = from_slots(slots, places, named, entrants);
    Ok(Plan { positions: size, byes, matches, places: placed, ..Plan::empty(entrants) })
}

/// Refuses fewer than `least` entrants or more than [`MOST`].
pub(super) fn check_number(entrants: u32, least: u32) -> Result<(), PlanError> {
    match entrants {
        _ if entrants < least => Err(PlanError::TooFew { entrants, least }),
        _ if entrants > MOST => Err(PlanError::TooMany { entrants, most: MOST }),
        _ => Ok(()),
    }
}

/// The positions `first..first + size` as slots; `byes` are numbered as the positions are.
pub(super) fn positions(first: u32, size: u32, byes: &[u32]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = (first..first + size).map(Slot::Position).collect();
    for bye in byes {
        if let Some(slot) = bye.checked_sub(first).and_then(|index| slots.get_mut(index as usize)) {
            *slot = Slot::Bye;
        }
    }
    slots
}

/// The matches and places of a knockout that begins with these slots, a power of two, for this many entrants.
pub(super) fn from_slots(
    slots: Vec<Slot>,
    places: u32,
    preliminaries: Preliminaries,
    entrants: u32,
) -> (Vec<PlannedMatch>, Vec<(u32, Slot)>) {
    let part = if preliminaries == Preliminaries::Played { Part::Preliminary } else { Part::Winner };
    let below = |_, _, place| (place <= places).then_some(Part::Placement(place));
    play(slots, part, entrants, &below)
}

/// What becomes of the losers of a round of a part, who have the places from the one named on (in the full draw, byes
/// counted): they play on in the part given, or share a place.
pub(super) type Below<'a> = &'a dyn Fn(Part, u16, u32) -> Option<Part>;

/// The matches and places of knockouts of which the first, of this part, begins with these slots, a power of two.
pub(super) fn play(
    slots: Vec<Slot>,
    part: Part,
    entrants: u32,
    below: Below<'_>,
) -> (Vec<PlannedMatch>, Vec<(u32, Slot)>) {
    let first = Contest { part, round: 1, first: 1, full: 1, slots };
    let (matches, places) = (Vec::with_capacity(entrants as usize), Vec::with_capacity(entrants as usize));
    let mut tree = Tree { below, entrants, open: VecDeque::new(), matches, places };
    tree.open.push_back(first);
    // First in, first out: the rounds come one after another, those of the losers beside those of the winners.
    while let Some(contest) = tree.open.pop_front() {
        tree.play(contest);
    }
    order::sort_by_key(&mut tree.places, |(place, _)| *place);
    (tree.matches, tree.places)
}

struct Tree<'a> {
    below: Below<'a>,
    entrants: u32,
    open: VecDeque<Contest>,
    matches: Vec<PlannedMatch>,
    places: Vec<(u32, Slot)>,
}

/// One round among those who play for the places from `first` on.
struct Contest {
    part: Part,
    round: u16,
    first: u32,
    /// The same in the full draw, byes counted: matches for places are named by it.
    full: u32,
    slots: Vec<Slot>,
}

impl Tree<'_> {
    fn play(&mut self, contest: Contest) {
        let Contest { part, round, first, full, slots } = contest;
        if let [slot] = slots[..] {
            self.place(first, slot);
            return;
        }
        let from = self.matches.len();
        let Out { winners, losers } = rounds::play(&mut self.matches, part, round, &slots);
        let places = Some((first, (first + there(&slots).max(1) - 1).min(self.entrants)));
        self.matches.iter_mut().skip(from).for_each(|planned| planned.places = places);
        let (below, full_below) = (first + there(&winners), full + half(&slots));
        let losers_part = (self.below)(part, round, full_below);
        let (next, round) = if part == Part::Preliminary { (Part::Winner, 1) } else { (part, round + 1) };
        self.open.push_back(Contest { part: next, round, first, full, slots: winners });
        if let Some(part) = losers_part {
            self.open.push_back(Contest { part, round: 1, first: below, full: full_below, slots: losers });
        } else {
            losers.into_iter().for_each(|loser| self.place(below, loser));
        }
    }

    fn place(&mut self, place: u32, slot: Slot) {
        if slot != Slot::Bye {
            self.places.push((place, slot));
        }
    }
}

/// How many come out of these slots.
fn there(slots: &[Slot]) -> u32 {
    u32::try_from(slots.iter().filter(|slot| **slot != Slot::Bye).count()).unwrap_or(u32::MAX)
}

fn half(slots: &[Slot]) -> u32 {
    u32::try_from(slots.len() / 2).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(places: u32, entrants: u32, matches: &str, placed: &[u32]) {
        let plan = plan(places, DrawTable::Cn, Preliminaries::None, entrants).unwrap();
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
    fn one_has_the_first_place_without_a_match() {
        check(4, 1, "", &[1]);
    }

    /// Vector `qianghao_cn_10_in_8`: positions 2 and 7.
    #[test]
    fn entries_beyond_a_power_of_two_play_for_its_last_positions() {
        let plan = plan(2, DrawTable::Cn, Preliminaries::Played, 10).unwrap();
        let ids: Vec<String> = plan.matches.iter().map(|planned| planned.id.to_string()).collect();
        assert_eq!(ids.join(" "), "Q1.2 Q1.7 W1.1 W1.2 W1.3 W1.4 W2.1 W2.2 W3.1");
    }

    #[test]
    fn impossible_numbers_are_refused() {
        let plan = |places, table, entrants| plan(places, table, Preliminaries::None, entrants);
        assert_eq!(plan(2, DrawTable::Cn, 0), Err(PlanError::TooFew { entrants: 0, least: 1 }));
        let many = MOST + 1;
        assert_eq!(plan(2, DrawTable::Cn, many), Err(PlanError::TooMany { entrants: many, most: MOST }));
        assert_eq!(plan(0, DrawTable::Cn, 4), Err(PlanError::Places { places: 0 }));
        assert!(plan(1 << 31, DrawTable::Bwf, 4096).is_ok());
    }
}
