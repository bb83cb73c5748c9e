//! From a plan to a graph.

use std::collections::BTreeMap;
use std::fmt;

use petgraph::graph::{DiGraph, NodeIndex};

use super::Bracket;
use super::node::{Feed, MatchNode, Node, Occupant, Output};
use crate::format::{Plan, Slot};
use crate::id::{MatchId, Part};
use crate::score::MatchRule;
use crate::side::{BySide, Side};

/// A plan that is no graph of matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// The match is fed by one that does not stand before it.
    Order(MatchId),
    /// Two matches have this id.
    Twice(MatchId),
    /// The match is fed by a group that the plan does not have.
    Group(MatchId),
    /// The match is fed by a position that the plan does not have.
    Position(MatchId),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Order(id) => write!(f, "match {id} is fed by a match that does not stand before it"),
            BuildError::Twice(id) => write!(f, "match {id} stands twice"),
            BuildError::Group(id) => write!(f, "match {id} is fed by an unknown group"),
            BuildError::Position(id) => write!(f, "match {id} is fed by an unknown position"),
        }
    }
}

impl std::error::Error for BuildError {}

impl Bracket {
    /// The graph of a plan, before its draw. `rule` checks the results.
    ///
    /// # Errors
    /// [`BuildError`] for a plan that no format of this crate makes.
    ///
    /// # Complexity
    /// O(m log m) for m matches.
    pub fn build(plan: Plan, rule: MatchRule) -> Result<Bracket, BuildError> {
        let mut graph = DiGraph::with_capacity(plan.matches.len() + plan.groups.len() + 2, 2 * plan.matches.len());
        let first_draw = graph.add_node(Node::Draw(None));
        let mut bracket =
            Bracket { plan, rule, graph, matches: BTreeMap::new(), groups: Vec::new(), first_draw, second_draw: None };
        let planned = bracket.plan.matches.clone();
        let (grouped, others): (Vec<_>, Vec<_>) =
            planned.into_iter().partition(|planned| matches!(planned.id.part, Part::Group(_)));
        for planned in grouped {
            bracket.add_match(planned.id, planned.slots)?;
        }
        bracket.add_groups();
        for planned in others {
            bracket.add_match(planned.id, planned.slots)?;
        }
        Ok(bracket)
    }

    fn add_match(&mut self, id: MatchId, slots: BySide<Slot>) -> Result<(), BuildError> {
        let feeds = slots.map(|slot| self.source(id, slot));
        let feeds = BySide { a: feeds.a?, b: feeds.b? };
        let occupants = feeds.map(|feed| if feed.is_none() { Occupant::Nobody } else { Occupant::Waiting });
        let node = self.graph.add_node(Node::Match(MatchNode { id, occupants, played: None }));
        for (side, feed) in feeds.iter() {
            if let Some((source, output)) = *feed {
                self.graph.add_edge(source, node, Feed { output, side });
            }
        }
        match self.matches.insert(id, node) {
            Some(_) => Err(BuildError::Twice(id)),
            None => Ok(()),
        }
    }

    /// The node and output that feed a slot; none for a bye.
    fn source(&self, id: MatchId, slot: Slot) -> Result<Option<(NodeIndex, Output)>, BuildError> {
        let of_match = |id: MatchId, fed: MatchId| self.matches.get(&fed).copied().ok_or(BuildError::Order(id));
        match slot {
            Slot::Bye => Ok(None),
            Slot::Winner(fed) => Ok(Some((of_match(id, fed)?, Output::Winner))),
            Slot::Loser(fed) => Ok(Some((of_match(id, fed)?, Output::Loser))),
            Slot::Rank { group, rank } => {
                let index = usize::from(group).checked_sub(1).ok_or(BuildError::Group(id))?;
                let node = self.groups.get(index).copied().ok_or(BuildError::Group(id))?;
                Ok(Some((node, Output::Rank(rank))))
            }
            Slot::Position(position) => {
                if position == 0 || position > self.plan.positions {
                    return Err(BuildError::Position(id));
                }
                let second = self.plan.second_draw.as_ref().is_some_and(|draw| position >= draw.first);
                let draw = if second { self.second_draw } else { Some(self.first_draw) };
                Ok(Some((draw.ok_or(BuildError::Position(id))?, Output::Seat(position))))
            }
        }
    }

    /// The groups after all their matches, and the second draw after all groups.
    fn add_groups(&mut self) {
        let whole = Feed { output: Output::Whole, side: Side::A };
        for number in 1..=self.plan.groups.len() {
            let node = self.graph.add_node(Node::Group(None));
            self.groups.push(node);
            let members: Vec<NodeIndex> = self
                .matches
                .iter()
                .filter(|(id, _)| id.part == Part::Group(u16::try_from(number).unwrap_or(u16::MAX)))
                .map(|(_, node)| *node)
                .collect();
            for member in members {
                self.graph.add_edge(member, node, whole);
            }
        }
        if self.plan.second_draw.is_some() {
            let draw = self.graph.add_node(Node::Draw(None));
            for group in &self.groups {
                self.graph.add_edge(*group, draw, whole);
            }
            self.second_draw = Some(draw);
        }
    }
}
