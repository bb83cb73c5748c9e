//! The nodes of the graph and what flows along its edges.

use std::collections::BTreeMap;

use super::change::ChangeError;
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

/// One draw, match or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Who was drawn to each position; nothing before the draw.
    Draw(Option<BTreeMap<u16, Occupant>>),
    /// A match.
    Match(MatchNode),
    /// The ranking of a group, first to last, once it is decided; those removed by a rule are not in it.
    Group(Option<Vec<EntryId>>),
}

/// One match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MatchNode {
    pub(super) id: MatchId,
    pub(super) occupants: BySide<Occupant>,
    pub(super) played: Option<Played>,
}

/// What flows out of a node along an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Output {
    /// The entry drawn to a position.
    Seat(u16),
    /// The winner of a match.
    Winner,
    /// The loser of a match.
    Loser,
    /// The entry of a rank of a group, from 1.
    Rank(u16),
    /// No entry: the target only depends on the source (a group on its matches, the second draw on the groups).
    Whole,
}

/// One edge: what flows, and into which side of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Feed {
    pub(super) output: Output,
    pub(super) side: Side,
}

impl Node {
    /// Who comes out of the node.
    pub(super) fn output(&self, output: Output) -> Occupant {
        match (self, output) {
            (Node::Draw(Some(seats)), Output::Seat(position)) => {
                seats.get(&position).copied().unwrap_or(Occupant::Nobody)
            }
            (Node::Match(node), Output::Winner) => node.winner(),
            (Node::Match(node), Output::Loser) => node.loser(),
            (Node::Group(Some(ranking)), Output::Rank(rank)) => {
                let entry = usize::from(rank).checked_sub(1).and_then(|index| ranking.get(index));
                entry.map_or(Occupant::Nobody, |entry| Occupant::Entry(*entry))
            }
            (Node::Draw(_) | Node::Match(_) | Node::Group(_), _) => Occupant::Waiting,
        }
    }
}

impl MatchNode {
    /// The two entries that meet.
    pub(super) fn entries(&self) -> Result<BySide<EntryId>, ChangeError> {
        let entry = |side: Side| match self.occupants[side] {
            Occupant::Entry(entry) => Ok(entry),
            Occupant::Waiting => Err(ChangeError::Waiting(self.id)),
            Occupant::Nobody => Err(ChangeError::NotPlayed(self.id)),
        };
        Ok(BySide { a: entry(Side::A)?, b: entry(Side::B)? })
    }

    /// The side that goes on: the winner, or the only one there.
    fn through(&self) -> Option<Side> {
        match (&self.played, self.occupants.a, self.occupants.b) {
            (Some(played), _, _) => played.tally.winner,
            (None, Occupant::Entry(_), Occupant::Nobody) => Some(Side::A),
            (None, Occupant::Nobody, Occupant::Entry(_)) => Some(Side::B),
            (None, _, _) => None,
        }
    }

    /// Whether nothing more can come of the match.
    pub(super) fn is_over(&self) -> bool {
        let absent = self.occupants.iter().any(|(_, occupant)| *occupant == Occupant::Nobody);
        let waiting = self.occupants.iter().any(|(_, occupant)| *occupant == Occupant::Waiting);
        self.played.is_some() || (absent && !waiting)
    }

    /// The match with an occupant on one side; its result is set aside if the occupant is another one.
    pub(super) fn with_occupant(&self, side: Side, occupant: Occupant) -> MatchNode {
        let mut after = self.clone();
        if after.occupants[side] != occupant {
            after.occupants[side] = occupant;
            after.played = None;
        }
        after
    }

    fn winner(&self) -> Occupant {
        match (self.through(), self.is_over()) {
            (Some(side), _) => self.occupants[side],
            (None, true) => Occupant::Nobody,
            (None, false) => Occupant::Waiting,
        }
    }

    fn loser(&self) -> Occupant {
        match (self.through(), self.is_over()) {
            (Some(side), _) => self.occupants[side.other()],
            (None, true) => Occupant::Nobody,
            (None, false) => Occupant::Waiting,
        }
    }
}
