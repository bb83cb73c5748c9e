//! Line-ups of team ties: who stands at each place of the system, and what follows from it.
//!
//! | step | function |
//! |---|---|
//! | a captain hands in a line-up that nobody can read yet | [`LineupCommitment::to`] |
//! | it is opened and checked against the roster and the system (L04) | [`check`] |
//! | who meets whom | [`rubbers`] |
//! | which rubbers count no more, and which may start | [`dead`], [`startable`] |
//! | whom a team names for a match without line-ups (L03) | [`check_list`] |
//! | who stands on court together (L01, L02, L06) | [`check_court`], [`check_ages`] |
//!
//! Ages are private facts: only a device that has the vault can give them.

mod check;
mod commitment;
mod course;
mod court;
mod match_list;

pub use check::{LineupFault, Plays, Roster, check};
pub use commitment::{LineupCommitment, LineupOf};
pub use course::{dead, rubbers, startable};
pub use court::{Ages, check_ages, check_court};
pub use match_list::check_list;

use std::collections::{BTreeMap, BTreeSet};

use crate::id::PersonId;
use crate::order;
use crate::regulations::RubberSlot;
use crate::side::Side;

/// Who stands at each place of a tie system on one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineup {
    /// The people, by the name of the place; two at the place of a pair.
    pub places: BTreeMap<String, Vec<PersonId>>,
}

impl Lineup {
    /// Everybody in it.
    #[must_use]
    pub fn people(&self) -> BTreeSet<PersonId> {
        order::set(self.places.values().flatten().copied())
    }

    /// Who plays a rubber for a side, as far as the line-up says.
    #[must_use]
    pub fn players(&self, rubber: &RubberSlot, side: Side) -> Vec<PersonId> {
        rubber.places(side).filter_map(|place| self.places.get(place)).flatten().copied().collect()
    }
}
