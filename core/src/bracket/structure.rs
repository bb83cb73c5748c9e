//! What never changes in a bracket: its plan, and the graph of who flows where.

use petgraph::graph::{DiGraph, NodeIndex};

use super::DrawStage;
use super::index::MatchIndex;
use crate::format::Plan;
use crate::id::MatchId;
use crate::side::Side;

/// What a node of the graph stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A draw.
    Draw(DrawStage),
    /// The match at this place of the plan.
    Match(u32),
    /// A group, from 1.
    Group(u16),
}

/// What an edge feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feed {
    /// One side of a match.
    Side(Side),
    /// A group by its matches, or the second draw by the groups.
    Whole,
}

/// The plan and its graph. petgraph stays inside: nodes are inserted in an order in which each stands after those that
/// feed it, so an index is also a topological rank.
#[derive(Clone, Debug)]
pub(super) struct Structure {
    pub(super) plan: Plan,
    pub(super) graph: DiGraph<What, Feed>,
    pub(super) index: MatchIndex,
    /// By place in the plan.
    pub(super) nodes: Vec<NodeIndex>,
    /// By group.
    pub(super) groups: Vec<NodeIndex>,
    pub(super) first_draw: NodeIndex,
    pub(super) second_draw: Option<NodeIndex>,
    /// The group, from 1, whose best go into the second draw: it compares those of one rank of the others.
    pub(super) compared: Option<u16>,
    /// Whether some places of the plan may be left empty by how the matches went, so that places close up.
    pub(super) places_close_up: bool,
}

impl Structure {
    /// The place of a match in the plan.
    pub(super) fn find(&self, id: MatchId) -> Option<usize> {
        self.index.find(&self.plan.matches, id)
    }

    /// The node of a group, from 1.
    pub(super) fn group(&self, group: u16) -> Option<NodeIndex> {
        self.groups.get(usize::from(group).wrapping_sub(1)).copied()
    }

    /// The node of a draw, where the plan has it.
    pub(super) fn draw(&self, stage: DrawStage) -> Option<NodeIndex> {
        match stage {
            DrawStage::First => Some(self.first_draw),
            DrawStage::Second => self.second_draw,
        }
    }

    /// How many of a group (from 1) go into the second draw; none where there is none.
    pub(super) fn through(&self, group: u16) -> usize {
        let draw = self.plan.second_draw.as_ref();
        usize::from(draw.map_or(0, |draw| if self.compared == Some(group) { draw.best } else { draw.through }))
    }

    /// Whether a position is one of the second draw.
    pub(super) fn stage_of(&self, position: u32) -> DrawStage {
        let second = self.plan.second_draw.as_ref().is_some_and(|draw| position >= draw.first);
        if second { DrawStage::Second } else { DrawStage::First }
    }
}
