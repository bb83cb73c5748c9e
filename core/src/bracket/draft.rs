//! A change in the making: what it does to each node that it reaches.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::Bracket;
use super::change::{ChangeError, Earlier, GroupRanking, Touched};
use super::node::{Node, Output};
use crate::order;

/// The new states of the nodes that a change touches.
pub(super) struct Draft<'a> {
    bracket: &'a Bracket,
    nodes: BTreeMap<NodeIndex, Node>,
    open: BTreeSet<NodeIndex>,
    touched: Touched,
    rankings: BTreeMap<NodeIndex, GroupRanking>,
    earlier: Earlier<'a>,
}

impl<'a> Draft<'a> {
    pub(super) fn start(
        bracket: &'a Bracket,
        node: NodeIndex,
        state: Node,
        rankings: BTreeMap<NodeIndex, GroupRanking>,
        earlier: Earlier<'a>,
    ) -> Self {
        let mut draft = Draft {
            bracket,
            nodes: BTreeMap::new(),
            open: order::set([node]),
            touched: Touched::default(),
            rankings,
            earlier,
        };
        draft.nodes.insert(node, state);
        draft
    }

    /// Follows the change to its end; an index is a topological rank, so each node is visited once, after its feeders.
    pub(super) fn finish(mut self, cascade: bool) -> Result<(BTreeMap<NodeIndex, Node>, Touched), ChangeError> {
        while let Some(index) = self.open.pop_first() {
            self.arrive(index);
            let graph = &self.bracket.graph;
            for edge in graph.edges_directed(index, Direction::Outgoing) {
                let (target, feed) = (edge.target(), edge.weight());
                let arriving = self.state(index).output(feed.output);
                let before = self.state(target);
                let after = match (before, feed.output) {
                    (Node::Match(node), _) => Node::Match(node.with_occupant(feed.side, arriving)),
                    (Node::Group(_), _) => Node::Group(self.rankings.get(&target).cloned().flatten()),
                    (Node::Draw(_), _) => self.redrawn(index),
                };
                if after != *before {
                    self.nodes.insert(target, after);
                    self.open.insert(target);
                }
            }
        }
        let refused = !cascade && (!self.touched.set_aside.is_empty() || self.touched.draw_set_aside);
        if refused {
            let Touched { set_aside, draw_set_aside, .. } = self.touched;
            return Err(ChangeError::Consequences { matches: set_aside, draw: draw_set_aside });
        }
        Ok((self.nodes, self.touched))
    }

    /// The node as it is to be.
    fn state(&self, index: NodeIndex) -> &Node {
        self.nodes.get(&index).unwrap_or(&self.bracket.graph[index])
    }

    /// All that feeds the node has reached it: a match between other entrants than before takes up what was entered
    /// for them earlier. Then what becomes of the node is noted.
    fn arrive(&mut self, index: NodeIndex) {
        let before = &self.bracket.graph[index];
        if let (Node::Match(before), Some(Node::Match(after))) = (before, self.nodes.get_mut(&index))
            && before.occupants != after.occupants
            && let Ok(entries) = after.entries()
        {
            after.played = (self.earlier)(after.id, entries);
        }
        match (before, self.state(index).clone()) {
            (Node::Match(before), Node::Match(after)) => {
                self.touched.matches.push(after.id);
                let moved = before.occupants != after.occupants;
                if moved && before.played.is_some() {
                    self.touched.set_aside.push(after.id);
                }
                if moved && after.played.is_some() {
                    self.touched.returned.push(after.id);
                }
            }
            (_, Node::Group(_)) => {
                let number = self.bracket.groups.iter().position(|group| *group == index);
                self.touched.groups.extend(number.and_then(|number| u16::try_from(number + 1).ok()));
            }
            (Node::Draw(Some(_)), Node::Draw(None)) => self.touched.draw_set_aside = true,
            (_, Node::Match(_) | Node::Draw(_)) => {}
        }
    }

    /// The second draw after a group changed: it stands if the same entries come out of the group in the same order.
    fn redrawn(&self, group: NodeIndex) -> Node {
        let Some(draw) = self.bracket.second_draw else { return Node::Draw(None) };
        let through = self.bracket.plan().second_draw.as_ref().map_or(0, |draw| draw.through);
        let before = &self.bracket.graph[group];
        let now = self.state(group);
        let same = (1..=through).all(|rank| now.output(Output::Rank(rank)) == before.output(Output::Rank(rank)));
        if same { self.state(draw).clone() } else { Node::Draw(None) }
    }
}
