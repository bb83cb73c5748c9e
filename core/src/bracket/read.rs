//! What can be read off a bracket.

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::change::ChangeError;
use super::node::{MatchNode, Node, Occupant, Output, Played};
use super::{Bracket, DrawStage, GroupRanking};
use crate::format::{Plan, Slot};
use crate::id::{EntryId, MatchId, Part};
use crate::score::MatchRule;
use crate::side::BySide;

/// One match as it stands.
#[derive(Clone, Copy, Debug)]
pub struct MatchView<'a> {
    /// The id.
    pub id: MatchId,
    /// Who stands in it.
    pub occupants: BySide<Occupant>,
    /// Its result.
    pub played: Option<&'a Played>,
    /// Whether nothing more can come of it.
    pub over: bool,
}

impl MatchView<'_> {
    /// Whether the match can be played now: both entrants are there and there is no result.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let both = self.occupants.a.entry().is_some() && self.occupants.b.entry().is_some();
        both && self.played.is_none()
    }
}

/// One match of a group between two entries, with its result so far.
#[derive(Clone, Copy, Debug)]
pub struct GroupMatch<'a> {
    /// The id.
    pub id: MatchId,
    /// The entries.
    pub entries: BySide<EntryId>,
    /// Its result.
    pub played: Option<&'a Played>,
}

impl Bracket {
    /// The plan that the bracket was built from.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How its matches are scored.
    #[must_use]
    pub fn rule(&self) -> &MatchRule {
        &self.rule
    }

    /// One match; none when the event has no match of that id.
    #[must_use]
    pub fn match_view(&self, id: MatchId) -> Option<MatchView<'_>> {
        self.match_node(id).ok().map(|(_, node)| view(node))
    }

    /// The two entries that meet in a match.
    ///
    /// # Errors
    /// [`ChangeError::NoMatch`], [`ChangeError::Waiting`] or [`ChangeError::NotPlayed`].
    pub fn entries(&self, id: MatchId) -> Result<BySide<EntryId>, ChangeError> {
        self.match_node(id)?.1.entries()
    }

    /// All matches in the order of the plan.
    pub fn matches(&self) -> impl Iterator<Item = MatchView<'_>> {
        self.plan.matches.iter().filter_map(|planned| self.match_view(planned.id))
    }

    /// Where the winner of a match goes on; none after a final and in groups.
    #[must_use]
    pub fn next_of_winner(&self, id: MatchId) -> Option<MatchId> {
        let (index, _) = self.match_node(id).ok()?;
        let mut edges = self.graph.edges_directed(index, Direction::Outgoing);
        let edge = edges.find(|edge| edge.weight().output == Output::Winner)?;
        match &self.graph[edge.target()] {
            Node::Match(node) => Some(node.id),
            Node::Group(_) | Node::Draw(_) => None,
        }
    }

    /// The number of groups.
    #[must_use]
    pub fn groups(&self) -> u16 {
        u16::try_from(self.groups.len()).unwrap_or(u16::MAX)
    }

    /// The entries drawn into a group (from 1), in the order of their positions.
    #[must_use]
    pub fn group_entries(&self, group: u16) -> Vec<EntryId> {
        let positions = usize::from(group).checked_sub(1).and_then(|index| self.plan.groups.get(index));
        let seat = |position: &u16| self.graph[self.first_draw].output(Output::Seat(*position)).entry();
        positions.into_iter().flatten().filter_map(seat).collect()
    }

    /// The matches of a group (from 1) whose entries are known.
    #[must_use]
    pub fn group_matches(&self, group: u16) -> Vec<GroupMatch<'_>> {
        let from = MatchId { part: Part::Group(group), round: 0, number: 0 };
        let to = MatchId { part: Part::Group(group), round: u16::MAX, number: u16::MAX };
        let nodes = self.matches.range(from..=to).filter_map(|(_, index)| self.node_of(*index));
        nodes
            .filter_map(|node| {
                let entries = BySide { a: node.occupants.a.entry()?, b: node.occupants.b.entry()? };
                Some(GroupMatch { id: node.id, entries, played: node.played.as_ref() })
            })
            .collect()
    }

    /// The ranking of a group (from 1), once it is decided.
    #[must_use]
    pub fn group_ranking(&self, group: u16) -> GroupRanking {
        let index = usize::from(group).checked_sub(1)?;
        match &self.graph[*self.groups.get(index)?] {
            Node::Group(ranking) => ranking.clone(),
            Node::Match(_) | Node::Draw(_) => None,
        }
    }

    /// Whether a draw of the event was made. A draw that the format does not have was not.
    #[must_use]
    pub fn is_drawn(&self, stage: DrawStage) -> bool {
        let node = match stage {
            DrawStage::First => Some(self.first_draw),
            DrawStage::Second => self.second_draw,
        };
        node.is_some_and(|node| self.graph[node] != Node::Draw(None))
    }

    /// Those who come out of the groups so far: group, rank (both from 1) and entry.
    #[must_use]
    pub fn qualified(&self) -> Vec<(u16, u16, EntryId)> {
        let through = self.plan.second_draw.as_ref().map_or(0, |draw| draw.through);
        let mut qualified = Vec::new();
        for (group, node) in (1..).zip(&self.groups) {
            for rank in 1..=through {
                let entry = self.graph[*node].output(Output::Rank(rank)).entry();
                qualified.extend(entry.map(|entry| (group, rank, entry)));
            }
        }
        qualified
    }

    /// The entries that have a place so far: place (shared ones repeat) and entry.
    #[must_use]
    pub fn places(&self) -> Vec<(u16, EntryId)> {
        let places = self.plan.places.iter();
        places.filter_map(|(place, slot)| Some((*place, self.occupant(*slot).entry()?))).collect()
    }

    /// Who comes out of a slot of the plan.
    #[must_use]
    pub fn occupant(&self, slot: Slot) -> Occupant {
        let of =
            |id: MatchId, output| self.matches.get(&id).map_or(Occupant::Nobody, |n| self.graph[*n].output(output));
        match slot {
            Slot::Bye => Occupant::Nobody,
            Slot::Winner(id) => of(id, Output::Winner),
            Slot::Loser(id) => of(id, Output::Loser),
            Slot::Rank { group, rank } => {
                let node = usize::from(group).checked_sub(1).and_then(|index| self.groups.get(index));
                node.map_or(Occupant::Nobody, |node| self.graph[*node].output(Output::Rank(rank)))
            }
            Slot::Position(position) => {
                let second = self.plan.second_draw.as_ref().is_some_and(|draw| position >= draw.first);
                let draw = if second { self.second_draw } else { Some(self.first_draw) };
                draw.map_or(Occupant::Nobody, |draw| self.graph[draw].output(Output::Seat(position)))
            }
        }
    }

    pub(super) fn match_node(&self, id: MatchId) -> Result<(NodeIndex, &MatchNode), ChangeError> {
        let index = self.matches.get(&id).copied().ok_or(ChangeError::NoMatch(id))?;
        self.node_of(index).map(|node| (index, node)).ok_or(ChangeError::NoMatch(id))
    }

    fn node_of(&self, index: NodeIndex) -> Option<&MatchNode> {
        match &self.graph[index] {
            Node::Match(node) => Some(node),
            Node::Group(_) | Node::Draw(_) => None,
        }
    }
}

fn view(node: &MatchNode) -> MatchView<'_> {
    MatchView { id: node.id, occupants: node.occupants, played: node.played.as_ref(), over: node.is_over() }
}
