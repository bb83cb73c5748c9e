//! What is known of a match and of a draw.

use std::sync::Arc;

use super::error::ChangeError;
use crate::id::{EntryId, MatchId};
use crate::score::{Outcome, Tally};
use crate::side::{BySide, Side};

/// Who stands on one side of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occupant {
    /// Not known yet.
    Waiting,
    /// An entry.
    Entry(EntryId),
    /// Nobody, for good: the other side goes on without a match.
    Nobody,
}

impl Occupant {
    /// The entry, where there is one.
    #[must_use]
    pub fn entry(self) -> Option<EntryId> {
        match self {
            Occupant::Entry(entry) => Some(entry),
            Occupant::Waiting | Occupant::Nobody => None,
        }
    }
}

/// A result that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// As it was entered.
    pub outcome: Outcome,
    /// What it counts.
    pub tally: Tally,
}

/// Who was drawn to the positions of one draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seats {
    first: u32,
    seats: Vec<Occupant>,
}

impl Seats {
    /// Nobody at the positions from `first` on.
    pub(super) fn empty(first: u32, size: u32) -> Seats {
        Seats { first, seats: vec![Occupant::Nobody; size as usize] }
    }

    /// The place of a position, where the draw has it.
    pub(super) fn seat_mut(&mut self, position: u32) -> Option<&mut Occupant> {
        position.checked_sub(self.first).and_then(|index| self.seats.get_mut(index as usize))
    }

    /// Who stands at a position.
    pub(super) fn at(&self, position: u32) -> Occupant {
        let seat = position.checked_sub(self.first).and_then(|index| self.seats.get(index as usize));
        seat.copied().unwrap_or(Occupant::Nobody)
    }
}

/// One match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MatchNode {
    pub(super) occupants: BySide<Occupant>,
    /// The side that goes on because the match before made this one needless.
    pub(super) needless: Option<Side>,
    pub(super) played: Option<Arc<Played>>,
}

impl MatchNode {
    /// A match before the draw.
    pub(super) const WAITING: MatchNode =
        MatchNode { occupants: BySide { a: Occupant::Waiting, b: Occupant::Waiting }, needless: None, played: None };

    /// Whether the same two meet, and have to: what was played of another contest does not count of this one.
    pub(super) fn is_same_contest(&self, other: &MatchNode) -> bool {
        (self.occupants, self.needless) == (other.occupants, other.needless)
    }

    /// The two entries that meet.
    pub(super) fn entries(&self, id: MatchId) -> Result<BySide<EntryId>, ChangeError> {
        if self.needless.is_some() {
            return Err(ChangeError::NotPlayed(id));
        }
        let entry = |side: Side| match self.occupants[side] {
            Occupant::Entry(entry) => Ok(entry),
            Occupant::Waiting => Err(ChangeError::Waiting(id)),
            Occupant::Nobody => Err(ChangeError::NotPlayed(id)),
        };
        Ok(BySide { a: entry(Side::A)?, b: entry(Side::B)? })
    }

    /// The side that goes on: the winner, or the only one there.
    pub(super) fn through(&self) -> Option<Side> {
        match (&self.played, self.needless, self.occupants.a, self.occupants.b) {
            (Some(played), _, _, _) => played.tally.winner,
            (None, Some(side), _, _) => Some(side),
            (None, None, Occupant::Entry(_), Occupant::Nobody) => Some(Side::A),
            (None, None, Occupant::Nobody, Occupant::Entry(_)) => Some(Side::B),
            (None, None, _, _) => None,
        }
    }

    /// Whether nothing more can come of the match.
    pub(super) fn is_over(&self) -> bool {
        let absent = self.occupants.iter().any(|(_, occupant)| *occupant == Occupant::Nobody);
        let waiting = self.occupants.iter().any(|(_, occupant)| *occupant == Occupant::Waiting);
        self.played.is_some() || self.needless.is_some() || (absent && !waiting)
    }

    /// Who goes on.
    pub(super) fn winner(&self) -> Occupant {
        self.sent(|side| side)
    }

    /// Who does not.
    pub(super) fn loser(&self) -> Occupant {
        self.sent(Side::other)
    }

    fn sent(&self, of_winner: impl Fn(Side) -> Side) -> Occupant {
        match (self.through(), self.is_over()) {
            (Some(side), _) => self.occupants[of_winner(side)],
            (None, true) => Occupant::Nobody,
            (None, false) => Occupant::Waiting,
        }
    }
}
