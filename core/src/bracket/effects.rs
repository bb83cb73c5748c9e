//! A change in the making: what it does to each node that it reaches, and the way back.

use std::mem;
use std::sync::Arc;

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::agenda::Agenda;
use super::change::{Asked, GroupRanking};
use super::error::ChangeError;
use super::node::{MatchNode, Seats};
use super::structure::{Feed, Structure, What};
use super::{Bracket, DrawStage};
use crate::id::MatchId;
use crate::side::Side;

/// What a change touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The matches whose entrants or result changed.
    pub matches: Vec<MatchId>,
    /// The groups whose ranking changed, from 1.
    pub groups: Vec<u16>,
    /// The matches whose results were set aside, because their entrants changed.
    pub set_aside: Vec<MatchId>,
    /// The matches whose results count again, because their entrants are back.
    pub returned: Vec<MatchId>,
    /// Whether the second draw was set aside, because other entries come out of the groups.
    pub draw_set_aside: bool,
}

/// A new state of one node.
#[derive(Clone, Debug)]
pub(super) enum State {
    Match(usize, MatchNode),
    Group(u16, GroupRanking),
    Draw(DrawStage, Option<Seats>),
}

/// A change while it spreads. The bracket changes in place; what stood before is kept for the way back.
pub(super) struct Change<'a> {
    bracket: &'a mut Bracket,
    structure: Arc<Structure>,
    agenda: Agenda,
    /// The states that were replaced, in that order.
    replaced: Vec<State>,
    touched: Touched,
    asked: Asked<'a>,
}

impl<'a> Change<'a> {
    /// A change that begins with the new state of one node.
    pub(super) fn start(bracket: &'a mut Bracket, state: State, asked: Asked<'a>) -> Change<'a> {
        let structure = Arc::clone(&bracket.structure);
        let (node, mut agenda, most) = match &state {
            State::Match(place, _) => (structure.nodes.get(*place).copied(), Agenda::few(), 0),
            State::Group(group, _) => (structure.group(*group), Agenda::few(), 0),
            State::Draw(stage, _) => {
                let all = structure.graph.node_count();
                (structure.draw(*stage), Agenda::most(all), all)
            }
        };
        if let Some(node) = node {
            agenda.add(node, 0);
        }
        let mut replaced = Vec::with_capacity(most);
        replaced.push(bracket.exchange(state));
        Change { bracket, structure, agenda, replaced, touched: Touched::default(), asked }
    }

    /// Follows the change to its end; an index is a topological rank, so each node is visited once, after its feeders.
    pub(super) fn finish(mut self, cascade: bool) -> Result<Touched, ChangeError> {
        let structure = Arc::clone(&self.structure);
        while let Some((node, before)) = self.agenda.take() {
            self.arrive(before);
            for edge in structure.graph.edges_directed(node, Direction::Outgoing) {
                let Some(after) = self.fed(edge.target(), *edge.weight(), before) else { continue };
                let before = self.bracket.exchange(after);
                if self.agenda.add(edge.target(), self.replaced.len()) {
                    self.replaced.push(before);
                }
            }
        }
        let refused = !cascade && (!self.touched.set_aside.is_empty() || self.touched.draw_set_aside);
        if !refused {
            return Ok(self.touched);
        }
        while let Some(before) = self.replaced.pop() {
            self.bracket.exchange(before);
        }
        let Touched { set_aside, draw_set_aside, .. } = self.touched;
        Err(ChangeError::Consequences { matches: set_aside, draw: draw_set_aside })
    }

    /// All that feeds the node has reached it: a match between other entrants than before takes up what was entered
    /// for them earlier. Then what becomes of the node is noted.
    fn arrive(&mut self, before: usize) {
        match self.replaced.get(before) {
            Some(State::Match(place, before)) => {
                let planned = self.structure.plan.matches.get(*place);
                let Some((after, planned)) = self.bracket.matches.get_mut(*place).zip(planned) else { return };
                let moved = !after.is_same_contest(before);
                if moved && let Ok(entries) = after.entries(planned.id) {
                    after.played = (self.asked.earlier)(planned.id, entries).map(Arc::new);
                }
                self.touched.matches.push(planned.id);
                if moved && before.played.is_some() {
                    self.touched.set_aside.push(planned.id);
                }
                if moved && after.played.is_some() {
                    self.touched.returned.push(planned.id);
                }
            }
            Some(State::Group(group, _)) => self.touched.groups.push(*group),
            Some(State::Draw(stage, Some(_))) => self.touched.draw_set_aside |= self.bracket.seats(*stage).is_none(),
            Some(State::Draw(_, None)) | None => {}
        }
    }

    /// The state of a node that is fed by an edge out of one whose state before stands at `before`, if that is a change.
    fn fed(&self, target: NodeIndex, feed: Feed, before: usize) -> Option<State> {
        match (*self.structure.graph.node_weight(target)?, feed) {
            (What::Match(place), Feed::Side(side)) => self.with_side(place as usize, side),
            (What::Match(_), Feed::Whole) => None,
            (What::Group(group), _) => {
                let ranking = self.bracket.only_member(group);
                let ranking = ranking.or_else(|| (self.asked.ranking)(self.bracket, group));
                let stands = self.bracket.groups.get(usize::from(group).wrapping_sub(1)) == Some(&ranking);
                (!stands).then_some(State::Group(group, ranking))
            }
            (What::Draw(stage), _) => (!self.still_drawn(before)).then_some(State::Draw(stage, None)),
        }
    }

    /// A match with who now comes to one side, if that is a change; its result is set aside if it is another one.
    fn with_side(&self, place: usize, side: Side) -> Option<State> {
        let planned = self.structure.plan.matches.get(place)?;
        let before = self.bracket.matches.get(place)?;
        let mut occupants = before.occupants;
        occupants[side] = self.bracket.occupant(planned.slots[side]);
        let after = MatchNode { occupants, needless: self.bracket.needless(planned), played: None };
        (!after.is_same_contest(before)).then_some(State::Match(place, after))
    }

    /// Whether the second draw stands after a group changed: the same entries come out of it in the same order.
    fn still_drawn(&self, before: usize) -> bool {
        let Some(State::Group(group, before)) = self.replaced.get(before) else { return false };
        let through = self.structure.through(*group);
        let now = self.bracket.groups.get(usize::from(*group).wrapping_sub(1)).and_then(Option::as_ref);
        let first =
            |ranking: Option<&Vec<_>>| ranking.map(|ranking| ranking.iter().take(through).copied().collect::<Vec<_>>());
        self.bracket.second_draw.is_none() || first(now) == first(before.as_ref())
    }
}

impl Bracket {
    /// Puts a state into its place; what stood there.
    fn exchange(&mut self, state: State) -> State {
        match state {
            State::Match(place, mut node) => {
                if let Some(own) = self.matches.get_mut(place) {
                    mem::swap(own, &mut node);
                }
                State::Match(place, node)
            }
            State::Group(group, mut ranking) => {
                if let Some(own) = self.groups.get_mut(usize::from(group).wrapping_sub(1)) {
                    mem::swap(own, &mut ranking);
                }
                State::Group(group, ranking)
            }
            State::Draw(stage, mut seats) => {
                let own = match stage {
                    DrawStage::First => &mut self.first_draw,
                    DrawStage::Second => &mut self.second_draw,
                };
                mem::swap(own, &mut seats);
                State::Draw(stage, seats)
            }
        }
    }
}
