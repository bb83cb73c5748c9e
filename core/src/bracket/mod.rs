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

mod build;
mod change;
mod draft;
mod node;
mod read;

pub use build::BuildError;
pub use change::{ChangeError, GroupRanking, NewResult, Touched};
pub use node::{Occupant, Played};
pub use read::{GroupMatch, MatchView};

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::format::Plan;
use crate::id::MatchId;
use crate::score::MatchRule;
use node::{Feed, Node};

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
/// petgraph stays inside: nodes are inserted in an order in which each stands after those that feed it, so an index
/// is also a topological rank.
#[derive(Clone, Debug)]
pub struct Bracket {
    plan: Plan,
    rule: MatchRule,
    graph: DiGraph<Node, Feed>,
    matches: BTreeMap<MatchId, NodeIndex>,
    groups: Vec<NodeIndex>,
    first_draw: NodeIndex,
    second_draw: Option<NodeIndex>,
}
