//! Changes: seats, results and rankings, with everything that they cause.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use petgraph::graph::NodeIndex;

use super::draft::Draft;
use super::node::{MatchNode, Node, Occupant, Played};
use super::{Bracket, DrawStage};
use crate::id::{EntryId, MatchId, Part};
use crate::order;
use crate::score::{self, Outcome, ScoreError};
use crate::side::BySide;

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
    /// The matches whose results count again, because their entrants are back.
    pub returned: Vec<MatchId>,
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

/// The result that was entered for a match between these two earlier and counts again when they meet there again.
pub(super) type Earlier<'a> = &'a dyn Fn(MatchId, BySide<EntryId>) -> Option<Played>;

impl Bracket {
    /// Puts entries to positions; positions left out stay empty.
    ///
    /// # Errors
    /// [`ChangeError`] when the draw was made, when groups are still open, or when the placings do not fit.
    pub fn seat(&mut self, stage: DrawStage, placings: &[(u16, EntryId)]) -> Result<Touched, ChangeError> {
        self.seat_again(stage, placings, &|_, _| None)
    }

    /// The same where results may have been entered before: `earlier` tells those of a match between two entries.
    pub(crate) fn seat_again(
        &mut self,
        stage: DrawStage,
        placings: &[(u16, EntryId)],
        earlier: Earlier<'_>,
    ) -> Result<Touched, ChangeError> {
        let node = match stage {
            DrawStage::First => Some(self.first_draw),
            DrawStage::Second => self.second_draw,
        };
        let node = node.filter(|node| self.graph[*node] == Node::Draw(None)).ok_or(ChangeError::NoDraw(stage))?;
        self.check_placings(stage, placings)?;
        let seats = order::map(placings.iter().map(|(position, entry)| (*position, Occupant::Entry(*entry))));
        let draft = Draft::start(self, node, Node::Draw(Some(seats)), BTreeMap::new(), earlier);
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
        self.check_open(new.id, new.replaces)?;
        let tally = score::check(&self.rule, &new.outcome).map_err(ChangeError::Score)?;
        let played = Played { outcome: new.outcome, tally };
        self.put(new.id, Some(played), new.ranking, new.cascade, &|_, _| None)
    }

    /// Whether a result can be entered for a match, or the one that stands be replaced.
    ///
    /// # Errors
    /// [`ChangeError::NoMatch`], [`ChangeError::Waiting`], [`ChangeError::NotPlayed`], [`ChangeError::Decided`] or
    /// [`ChangeError::Undecided`].
    pub fn check_open(&self, id: MatchId, replaces: bool) -> Result<(), ChangeError> {
        let (_, node) = self.match_node(id)?;
        match (&node.played, replaces) {
            (Some(_), false) => return Err(ChangeError::Decided(id)),
            (None, true) => return Err(ChangeError::Undecided(id)),
            (Some(_), true) | (None, false) => {}
        }
        node.entries().map(|_| ())
    }

    /// Gives a match its result, or none, whatever stood before. Where entrants change because of it, the results of
    /// the matches that follow are what `earlier` says of the new entrants.
    pub(crate) fn put(
        &mut self,
        id: MatchId,
        played: Option<Played>,
        ranking: GroupRanking,
        cascade: bool,
        earlier: Earlier<'_>,
    ) -> Result<Touched, ChangeError> {
        let (index, node) = self.match_node(id)?;
        node.entries()?;
        let node = MatchNode { played, ..node.clone() };
        let rankings = order::map(self.group_node(id.part).map(|group| (group, ranking)));
        let draft = Draft::start(self, index, Node::Match(node), rankings, earlier);
        let (nodes, touched) = draft.finish(cascade)?;
        self.take_over(nodes);
        Ok(touched)
    }

    /// Gives a group its ranking (after a lot), or takes it away.
    ///
    /// # Errors
    /// [`ChangeError::Consequences`] when what follows from another ranking stands already and `cascade` is not set.
    pub fn settle(&mut self, group: u16, ranking: GroupRanking, cascade: bool) -> Result<Touched, ChangeError> {
        self.settle_again(group, ranking, cascade, &|_, _| None)
    }

    /// The same where results may have been entered before, as in [`Bracket::put`].
    pub(crate) fn settle_again(
        &mut self,
        group: u16,
        ranking: GroupRanking,
        cascade: bool,
        earlier: Earlier<'_>,
    ) -> Result<Touched, ChangeError> {
        let Some(node) = self.group_node(Part::Group(group)) else {
            return Err(ChangeError::GroupsOpen(vec![group]));
        };
        if self.graph[node] == Node::Group(ranking.clone()) {
            return Ok(Touched::default());
        }
        let draft = Draft::start(self, node, Node::Group(ranking), BTreeMap::new(), earlier);
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
        let through = order::set(self.qualified().into_iter().map(|(_, _, entry)| entry));
        match entries.symmetric_difference(&through).next() {
            Some(entry) => Err(ChangeError::Entry(*entry)),
            None => Ok(()),
        }
    }
}
