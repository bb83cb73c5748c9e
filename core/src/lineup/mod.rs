//! Line-ups of team ties: who stands at each place of the system, and what follows from it.
//!
//! | step | function |
//! |---|---|
//! | a captain hands in a line-up that nobody can read yet | [`LineupCommitment::to`] |
//! | it is opened and checked against the roster and the system (L03, L04) | [`check`] |
//! | who meets whom | [`rubbers`] |
//! | which rubbers count no more, and which may start | [`dead`], [`startable`] |
//!
//! Ages (L02, L06) are private facts and are not known here.

mod check;
mod commitment;
mod course;

pub use check::{LineupFault, Plays, Roster, check};
pub use commitment::{LineupCommitment, LineupOf};
pub use course::{dead, rubbers, startable};

use std::collections::BTreeMap;

use crate::id::PersonId;
use crate::regulations::RubberSlot;
use crate::side::Side;

/// Who stands at each place of a tie system on one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineup {
    /// The people, by the name of the place; two at the place of a pair.
    pub places: BTreeMap<String, Vec<PersonId>>,
}

impl Lineup {
    /// Who plays a rubber for a side, as far as the line-up says.
    #[must_use]
    pub fn players(&self, rubber: &RubberSlot, side: Side) -> Vec<PersonId> {
        rubber.places(side).filter_map(|place| self.places.get(place)).flatten().copied().collect()
    }
}
