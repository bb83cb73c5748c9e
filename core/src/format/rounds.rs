//! Rounds of matches from the slots that come into them.

use super::{PlannedMatch, Slot};
use crate::id::{MatchId, Part};

/// Who comes out of a round, match by match from the top.
#[derive(Clone, Debug, Default)]
pub(super) struct Out {
    pub(super) winners: Vec<Slot>,
    pub(super) losers: Vec<Slot>,
}

/// Plays one round: each pair of neighbours meets. Beside a bye there is no match, the other goes on, and the bye
/// takes the place of the loser.
pub(super) fn play(matches: &mut Vec<PlannedMatch>, part: Part, round: u16, slots: &[Slot]) -> Out {
    let half = slots.len() / 2;
    let mut out = Out { winners: Vec::with_capacity(half), losers: Vec::with_capacity(half) };
    for (number, pair) in (1..).zip(slots.chunks(2)) {
        let &[a, b] = pair else { continue };
        let id = MatchId { part, round, number };
        let (winner, loser) = match (a, b) {
            (Slot::Bye, other) | (other, Slot::Bye) => (other, Slot::Bye),
            _ => {
                matches.push(PlannedMatch::new(id, a, b));
                (Slot::Winner(id), Slot::Loser(id))
            }
        };
        out.winners.push(winner);
        out.losers.push(loser);
    }
    out
}

/// The slots of two lists in turn: the first of one, the first of the other, and so on.
pub(super) fn in_turn(one: &[Slot], other: &[Slot]) -> Vec<Slot> {
    let mut both = Vec::with_capacity(2 * one.len().min(other.len()));
    both.extend(one.iter().zip(other).flat_map(|(one, other)| [*one, *other]));
    both
}

/// Gives the same place to all who are there, and returns the next place.
pub(super) fn share(places: &mut Vec<(u32, Slot)>, place: u32, slots: &[Slot]) -> u32 {
    let mut next = place;
    for slot in slots.iter().filter(|slot| **slot != Slot::Bye) {
        places.push((place, *slot));
        next += 1;
    }
    next
}
