//! The graph of an event: its draws, matches and groups, who stands in them, and what a result causes.
//!
//! | what | function |
//! |---|---|
//! | a plan becomes a graph | [`Bracket::build`] |
//! | a draw puts entries into it | [`Bracket::seat`] |
//! | a result goes in, or replaces one | [`Bracket::record`] |
//! | a group gets its ranking | [`Bracket::settle`] |
//!
//! A change happens whole, with everything that it causes, or not at all. Its cost grows with the matches that it
//! touches, never with the event.

mod agenda;
mod build;
mod change;
mod effects;
mod error;
mod index;
mod node;
mod read;
mod structure;

pub(crate) use change::Asked;
pub use change::{GroupRanking, NewResult, RankGroup};
pub use effects::Touched;
pub use error::{BuildError, ChangeError};
pub use node::{Occupant, Played};
pub use read::{GroupMatch, MatchView};

use std::sync::Arc;

use crate::score::MatchRule;
use node::{MatchNode, Seats};
use structure::Structure;

/// Which of an event's draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DrawStage {
    /// The draw of the groups, or of a knockout without groups.
    First,
    /// The draw of the knockout among those who come out of the groups.
    Second,
}

/// The matches and groups of one event with everything that is known of them.
///
/// What never changes, the plan and the graph of its feeds, is shared between copies; a copy costs what is known of
/// the matches.
#[derive(Clone, Debug)]
pub struct Bracket {
    structure: Arc<Structure>,
    rule: Arc<MatchRule>,
    /// By place in the plan.
    matches: Vec<MatchNode>,
    /// By group, from 1: index 0 is group 1.
    groups: Vec<GroupRanking>,
    first_draw: Option<Seats>,
    second_draw: Option<Seats>,
}
