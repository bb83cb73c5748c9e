//! From a plan to a graph.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};

use super::error::BuildError;
use super::index::MatchIndex;
use super::node::MatchNode;
use super::structure::{Feed, Structure, What};
use super::{Bracket, DrawStage};
use crate::format::{Plan, PlannedMatch, Slot};
use crate::id::{MatchId, Part};
use crate::order;
use crate::score::MatchRule;

impl Bracket {
    /// The graph of a plan, before its draw. `rule` checks the results.
    ///
    /// # Errors
    /// [`BuildError`] for a plan that no format of this crate makes.
    ///
    /// # Complexity
    /// O(m) for the m matches of a plan that lists them round by round.
    pub fn build(plan: Plan, rule: MatchRule) -> Result<Bracket, BuildError> {
        let structure = Builder::start(plan)?.finish()?;
        let mut bracket = Bracket {
            rule: Arc::new(rule),
            matches: vec![MatchNode::WAITING; structure.plan.matches.len()],
            groups: vec![None; structure.groups.len()],
            first_draw: None,
            second_draw: None,
            structure: Arc::new(structure),
        };
        bracket.fill_byes();
        Ok(bracket)
    }

    /// Nobody comes from a bye that a plan names itself.
    fn fill_byes(&mut self) {
        for (node, planned) in self.matches.iter_mut().zip(&self.structure.plan.matches) {
            for (side, slot) in planned.slots.iter() {
                if *slot == Slot::Bye {
                    node.occupants[side] = super::Occupant::Nobody;
                }
            }
        }
    }
}

/// A structure in the making.
struct Builder {
    structure: Structure,
    /// By group: the matches of it that are still to come; then its node is added.
    coming: Vec<usize>,
    /// The groups without a match whose nodes are still to come, by index.
    without_matches: Vec<usize>,
    /// The groups whose nodes are still to come.
    open: usize,
}

impl Builder {
    fn start(plan: Plan) -> Result<Builder, BuildError> {
        let index = MatchIndex::of(&plan.matches).map_err(BuildError::Twice)?;
        let mut coming = vec![0; plan.groups.len()];
        for planned in &plan.matches {
            if let Part::Group(group) = planned.id.part {
                let count = usize::from(group).checked_sub(1).and_then(|index| coming.get_mut(index));
                *count.ok_or(BuildError::Group(planned.id))? += 1;
            }
        }
        let (matches, in_groups) = (plan.matches.len(), coming.iter().sum::<usize>());
        let mut graph = DiGraph::with_capacity(matches + plan.groups.len() + 2, 2 * matches + in_groups);
        let first_draw = graph.add_node(What::Draw(DrawStage::First));
        let places_close_up = plan.places.iter().any(|(_, slot)| matches!(slot, Slot::LaterLoser(_)));
        let open = plan.groups.len();
        let last = u16::try_from(open).unwrap_or(u16::MAX);
        let best = plan.second_draw.as_ref().is_some_and(|draw| draw.best > 0);
        let compared = Some(last).filter(|last| best && plan.compares(*last));
        let structure = Structure {
            graph,
            index,
            nodes: Vec::with_capacity(matches),
            groups: vec![NodeIndex::end(); open],
            first_draw,
            second_draw: None,
            compared,
            places_close_up,
            plan,
        };
        let without_matches = (0..coming.len()).filter(|group| coming.get(*group) == Some(&0)).collect();
        Ok(Builder { structure, coming, without_matches, open })
    }

    fn finish(mut self) -> Result<Structure, BuildError> {
        self.add_those_without_matches();
        for place in 0..self.structure.plan.matches.len() {
            let Some(planned) = self.structure.plan.matches.get(place).copied() else { break };
            self.add_match(place, &planned)?;
        }
        Ok(self.structure)
    }

    fn add_match(&mut self, place: usize, planned: &PlannedMatch) -> Result<(), BuildError> {
        let id = planned.id;
        if let Some(only_if) = planned.only_if {
            let fed = |slot| planned.slots.iter().any(|(_, own)| *own == slot);
            if !fed(Slot::Winner(only_if.id)) || !fed(Slot::Loser(only_if.id)) {
                return Err(BuildError::OnlyIf(id));
            }
        }
        let node = self.structure.graph.add_node(What::Match(u32::try_from(place).unwrap_or(u32::MAX)));
        self.structure.nodes.push(node);
        for (side, slot) in planned.slots.iter() {
            let feed = Feed::Side(side);
            if let Some(source) = self.source(id, *slot)? {
                self.structure.graph.add_edge(source, node, feed);
            }
            if let Slot::FirstLoser(fed) | Slot::LaterLoser(fed) = *slot {
                self.feed_by_those_before(fed, node, feed);
            }
        }
        if let Part::Group(group) = id.part {
            let index = usize::from(group).saturating_sub(1);
            let left = self.coming.get_mut(index).ok_or(BuildError::Group(id))?;
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.add_group(index);
            }
        }
        Ok(())
    }

    /// Adds the groups that have no match and whose members are drawn, or come out of groups that were added.
    fn add_those_without_matches(&mut self) {
        loop {
            let structure = &self.structure;
            let added = |group: usize| structure.groups.get(group).is_some_and(|node| *node != NodeIndex::end());
            let ready = |slot: &Slot| match slot {
                Slot::Rank { group, .. } => added(usize::from(*group).wrapping_sub(1)),
                Slot::Winner(_) | Slot::Loser(_) | Slot::FirstLoser(_) | Slot::LaterLoser(_) => false,
                Slot::Position(_) | Slot::Bye => true,
            };
            let members = |group: usize| structure.plan.groups.get(group).is_some_and(|slots| slots.iter().all(ready));
            let mut waiting = self.without_matches.iter().enumerate();
            let found = waiting.find_map(|(at, group)| members(*group).then_some(at));
            let Some(at) = found else { break };
            let group = self.without_matches.remove(at);
            self.add_group_node(group);
        }
    }

    /// The node that feeds a slot; none for a bye.
    fn source(&self, id: MatchId, slot: Slot) -> Result<Option<NodeIndex>, BuildError> {
        let structure = &self.structure;
        match slot {
            Slot::Bye => Ok(None),
            Slot::Winner(fed) | Slot::Loser(fed) | Slot::FirstLoser(fed) | Slot::LaterLoser(fed) => {
                let node = structure.find(fed).and_then(|place| structure.nodes.get(place));
                // A match does not feed itself: its node stands last.
                let before = node.copied().filter(|node| node.index() + 1 < structure.graph.node_count());
                before.map(Some).ok_or(BuildError::Order(id))
            }
            Slot::Rank { group, .. } => {
                let index = usize::from(group).checked_sub(1).ok_or(BuildError::Group(id))?;
                let node = structure.groups.get(index).copied().filter(|node| *node != NodeIndex::end());
                node.map(Some).ok_or(BuildError::Group(id))
            }
            Slot::Position(position) => {
                if position == 0 || position > structure.plan.positions {
                    return Err(BuildError::Position(id));
                }
                let draw = structure.draw(structure.stage_of(position));
                draw.map(Some).ok_or(BuildError::Position(id))
            }
        }
    }

    /// Whose first match it was also hangs on the matches that feed it.
    fn feed_by_those_before(&mut self, fed: MatchId, node: NodeIndex, feed: Feed) {
        let structure = &mut self.structure;
        let slots = structure.find(fed).and_then(|place| structure.plan.matches.get(place)).map(|found| found.slots);
        for (_, slot) in slots.iter().flat_map(|slots| slots.iter()) {
            if let Slot::Winner(before) = slot
                && let Some(source) = structure.find(*before).and_then(|place| structure.nodes.get(place))
            {
                structure.graph.add_edge(*source, node, feed);
            }
        }
    }

    /// A group after all its matches, and then those that only hang on it.
    fn add_group(&mut self, index: usize) {
        self.add_group_node(index);
        self.add_those_without_matches();
    }

    /// A group, and the second draw after all groups. A group without a match hangs on what its members come out of; where
    /// they come out of groups, on the matches of these too: what they won there may be compared.
    fn add_group_node(&mut self, index: usize) {
        let structure = &mut self.structure;
        let number = u16::try_from(index + 1).unwrap_or(u16::MAX);
        let node = structure.graph.add_node(What::Group(number));
        let matches = |group: u16| structure.index.of_part(Part::Group(group)).filter_map(|at| structure.nodes.get(at));
        let mut sources: Vec<NodeIndex> = matches(number).copied().collect();
        if sources.is_empty() {
            for slot in structure.plan.groups.get(index).into_iter().flatten() {
                match slot {
                    Slot::Rank { group, .. } => {
                        sources.extend(matches(*group));
                        sources.extend(structure.groups.get(usize::from(*group).wrapping_sub(1)));
                    }
                    _ => sources.push(structure.first_draw),
                }
            }
            order::sort(&mut sources);
            sources.dedup();
        }
        for source in sources {
            structure.graph.add_edge(source, node, Feed::Whole);
        }
        if let Some(group) = structure.groups.get_mut(index) {
            *group = node;
        }
        self.open = self.open.saturating_sub(1);
        if self.open == 0 && structure.plan.second_draw.is_some() {
            let draw = structure.graph.add_node(What::Draw(DrawStage::Second));
            for group in &structure.groups {
                structure.graph.add_edge(*group, draw, Feed::Whole);
            }
            structure.second_draw = Some(draw);
        }
    }
}
