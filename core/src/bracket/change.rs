//! Changes: seats, results and rankings, with everything that they cause.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::node::{MatchNode, Node, Occupant, Output, Played};
use super::{Bracket, DrawStage};
use crate::id::{EntryId, MatchId, Part};
use crate::score::{self, Outcome, ScoreError};

/// The ranking of a group, first to last, when it is decided; none while it is not.
pub type GroupRanking = Option<Vec<EntryId>>;

/// What a change touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The matches whose entrants or result changed.
    pub matches: Vec<MatchId>,
    /// The groups whose ranking changed, from 1.
    pub groups: Vec<u16>,
    /// The matches whose results were set aside, because their entrants changed.
    pub set_aside: Vec<MatchId>,
    /// Whether the second draw was set aside, because other entries come out of the groups.
    pub draw_set_aside: bool,
}

/// Why a change was refused. The bracket is as before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// The event has no such match.
    NoMatch(MatchId),
    /// The match still waits for an entrant.
    Waiting(MatchId),
    /// The match is not played: a side is empty for good.
    NotPlayed(MatchId),
    /// The match has a result; a correction must say that it replaces it.
    Decided(MatchId),
    /// The match has no result to correct.
    Undecided(MatchId),
    /// The score cannot be right.
    Score(ScoreError),
    /// What follows from the old result is played or drawn already.
    Consequences {
        /// The matches already played with entrants that would change.
        matches: Vec<MatchId>,
        /// Whether the second draw was made with entries that would change.
        draw: bool,
    },
    /// The event has no such draw, or it was made.
    NoDraw(DrawStage),
    /// The groups are not decided, so the second draw cannot be made.
    GroupsOpen(Vec<u16>),
    /// The placings do not fit the plan: this position is unknown or twice, or should be empty.
    Position(u16),
    /// The entry stands at two positions, or is none of those who come out of the groups.
    Entry(EntryId),
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ChangeError::NoMatch(id) => write!(f, "no match {id}"),
            ChangeError::Waiting(id) => write!(f, "match {id} waits for an entrant"),
            ChangeError::NotPlayed(id) => write!(f, "match {id} is not played"),
            ChangeError::Decided(id) => write!(f, "match {id} has a result"),
            ChangeError::Undecided(id) => write!(f, "match {id} has no result"),
            ChangeError::Score(error) => error.fmt(f),
            ChangeError::Consequences { matches, .. } => {
                write!(f, "consequences stand already: {} matches played", matches.len())
            }
            ChangeError::NoDraw(stage) => write!(f, "no open draw: {stage:?}"),
            ChangeError::GroupsOpen(groups) => write!(f, "{} groups are not decided", groups.len()),
            ChangeError::Position(position) => write!(f, "position {position} does not fit"),
            ChangeError::Entry(entry) => write!(f, "entry {entry} does not fit"),
        }
    }
}

impl std::error::Error for ChangeError {}

impl From<ScoreError> for ChangeError {
    fn from(error: ScoreError) -> Self {
        ChangeError::Score(error)
    }
}

/// A result to be recorded.
#[derive(Clone, Debug)]
pub struct NewResult {
    /// The match.
    pub id: MatchId,
    /// Its outcome.
    pub outcome: Outcome,
    /// Whether it replaces a result that stands.
    pub replaces: bool,
    /// Whether results that follow from the old one are set aside; else the change is refused if there are any.
    pub cascade: bool,
    /// The ranking that its group has with this result, if the group is then decided.
    pub ranking: GroupRanking,
}

/// A change in the making: the new states of the nodes that it touches.
struct Draft<'a> {
    bracket: &'a Bracket,
    nodes: BTreeMap<NodeIndex, Node>,
    open: BTreeSet<NodeIndex>,
    touched: Touched,
    rankings: BTreeMap<NodeIndex, GroupRanking>,
}

impl Bracket {
    /// Puts entries to positions; positions left out stay empty.
    ///
    /// # Errors
    /// [`ChangeError`] when the draw was made, when groups are still open, or when the placings do not fit.
    pub fn seat(&mut self, stage: DrawStage, placings: &[(u16, EntryId)]) -> Result<Touched, ChangeError> {
        let node = match stage {
            DrawStage::First => Some(self.first_draw),
            DrawStage::Second => self.second_draw,
        };
        let node = node.filter(|node| self.graph[*node] == Node::Draw(None)).ok_or(ChangeError::NoDraw(stage))?;
        self.check_placings(stage, placings)?;
        let seats = placings.iter().map(|(position, entry)| (*position, Occupant::Entry(*entry))).collect();
        let draft = Draft::start(self, node, Node::Draw(Some(seats)), BTreeMap::new());
        let (nodes, touched) = draft.finish(true)?;
        self.take_over(nodes);
        Ok(touched)
    }

    /// Records the result of a match with everything that it causes, or replaces one.
    ///
    /// # Errors
    /// [`ChangeError`]; the bracket is then as before.
    ///
    /// # Complexity
    /// O(t log t) for t nodes touched; the number of all matches enters as one look-up.
    pub fn record(&mut self, new: NewResult) -> Result<Touched, ChangeError> {
        let (index, node) = self.match_node(new.id)?;
        match (&node.played, new.replaces) {
            (Some(_), false) => return Err(ChangeError::Decided(new.id)),
            (None, true) => return Err(ChangeError::Undecided(new.id)),
            (Some(_), true) | (None, false) => {}
        }
        for (_, occupant) in node.occupants.iter() {
            match occupant {
                Occupant::Waiting => return Err(ChangeError::Waiting(new.id)),
                Occupant::Nobody => return Err(ChangeError::NotPlayed(new.id)),
                Occupant::Entry(_) => {}
            }
        }
        let tally = score::check(&self.rule, &new.outcome).map_err(ChangeError::Score)?;
        let node = MatchNode { played: Some(Played { outcome: new.outcome, tally }), ..node.clone() };
        let rankings = self.group_node(new.id.part).map(|group| (group, new.ranking)).into_iter().collect();
        let draft = Draft::start(self, index, Node::Match(node), rankings);
        let (nodes, touched) = draft.finish(new.cascade)?;
        self.take_over(nodes);
        Ok(touched)
    }

    /// Gives a group its ranking (after a lot), or takes it away.
    ///
    /// # Errors
    /// [`ChangeError::Consequences`] when what follows from another ranking stands already and `cascade` is not set.
    pub fn settle(&mut self, group: u16, ranking: GroupRanking, cascade: bool) -> Result<Touched, ChangeError> {
        let Some(node) = self.group_node(Part::Group(group)) else {
            return Err(ChangeError::GroupsOpen(vec![group]));
        };
        if self.graph[node] == Node::Group(ranking.clone()) {
            return Ok(Touched::default());
        }
        let draft = Draft::start(self, node, Node::Group(ranking), BTreeMap::new());
        let (nodes, touched) = draft.finish(cascade)?;
        self.take_over(nodes);
        Ok(touched)
    }

    fn take_over(&mut self, nodes: BTreeMap<NodeIndex, Node>) {
        for (index, node) in nodes {
            self.graph[index] = node;
        }
    }

    fn group_node(&self, part: Part) -> Option<NodeIndex> {
        match part {
            Part::Group(number) => self.groups.get(usize::from(number).checked_sub(1)?).copied(),
            Part::Winner | Part::Placement(_) => None,
        }
    }

    fn check_placings(&self, stage: DrawStage, placings: &[(u16, EntryId)]) -> Result<(), ChangeError> {
        let (first, last, byes) = match (stage, &self.plan.second_draw) {
            (DrawStage::Second, Some(draw)) => (draw.first, draw.first + draw.size - 1, &draw.byes),
            (_, Some(draw)) => (1, draw.first - 1, &self.plan.byes),
            (_, None) => (1, self.plan.positions, &self.plan.byes),
        };
        let mut entries = BTreeSet::new();
        let mut positions = BTreeSet::new();
        for (position, entry) in placings {
            let fits = (first..=last).contains(position) && !byes.contains(position);
            if !fits || !positions.insert(*position) {
                return Err(ChangeError::Position(*position));
            }
            if !entries.insert(*entry) {
                return Err(ChangeError::Entry(*entry));
            }
        }
        if stage == DrawStage::Second {
            self.check_qualified(&entries)?;
        }
        Ok(())
    }

    /// The second draw holds exactly those who come out of the groups.
    fn check_qualified(&self, entries: &BTreeSet<EntryId>) -> Result<(), ChangeError> {
        let open: Vec<u16> =
            (1..).zip(&self.groups).filter(|(_, n)| self.graph[**n] == Node::Group(None)).map(|(g, _)| g).collect();
        if !open.is_empty() {
            return Err(ChangeError::GroupsOpen(open));
        }
        let through: BTreeSet<EntryId> = self.qualified().into_iter().map(|(_, _, entry)| entry).collect();
        match entries.symmetric_difference(&through).next() {
            Some(entry) => Err(ChangeError::Entry(*entry)),
            None => Ok(()),
        }
    }
}

impl<'a> Draft<'a> {
    fn start(bracket: &'a Bracket, node: NodeIndex, state: Node, rankings: BTreeMap<NodeIndex, GroupRanking>) -> Self {
        let mut draft = Draft {
            bracket,
            nodes: BTreeMap::new(),
            open: BTreeSet::from([node]),
            touched: Touched::default(),
            rankings,
        };
        draft.note(node, &state);
        draft.nodes.insert(node, state);
        draft
    }

    /// Follows the change to its end; an index is a topological rank, so each node is visited once, after its feeders.
    fn finish(mut self, cascade: bool) -> Result<(BTreeMap<NodeIndex, Node>, Touched), ChangeError> {
        while let Some(index) = self.open.pop_first() {
            let graph = &self.bracket.graph;
            let edges: Vec<_> =
                graph.edges_directed(index, Direction::Outgoing).map(|e| (e.target(), *e.weight())).collect();
            for (target, feed) in edges {
                let source = self.nodes.get(&index).unwrap_or(&graph[index]);
                let arriving = source.output(feed.output);
                let before = self.nodes.get(&target).unwrap_or(&graph[target]);
                let after = match (before, feed.output) {
                    (Node::Match(node), _) => Node::Match(node.with_occupant(feed.side, arriving)),
                    (Node::Group(_), _) => Node::Group(self.rankings.get(&target).cloned().flatten()),
                    (Node::Draw(_), _) => self.redrawn(index),
                };
                if after != *before {
                    self.note(target, &after);
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

    /// The second draw after a group changed: it stands if the same entries come out of the group in the same order.
    fn redrawn(&self, group: NodeIndex) -> Node {
        let graph = &self.bracket.graph;
        let Some(draw) = self.bracket.second_draw else { return Node::Draw(None) };
        let stands = self.nodes.get(&draw).unwrap_or(&graph[draw]).clone();
        let through = self.bracket.plan.second_draw.as_ref().map_or(0, |draw| draw.through);
        let same = (1..=through).all(|rank| {
            let now = self.nodes.get(&group).unwrap_or(&graph[group]).output(Output::Rank(rank));
            now == graph[group].output(Output::Rank(rank))
        });
        if same { stands } else { Node::Draw(None) }
    }

    /// Notes what becomes of a node.
    fn note(&mut self, index: NodeIndex, after: &Node) {
        match (&self.bracket.graph[index], after) {
            (Node::Match(before), Node::Match(after)) => {
                if !self.touched.matches.contains(&after.id) {
                    self.touched.matches.push(after.id);
                }
                if before.played.is_some() && after.played.is_none() && !self.touched.set_aside.contains(&after.id) {
                    self.touched.set_aside.push(after.id);
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
}
