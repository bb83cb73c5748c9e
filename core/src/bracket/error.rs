//! Why a plan is no graph, or a change is refused.

use std::fmt;

use super::DrawStage;
use crate::id::{EntryId, MatchId};
use crate::score::ScoreError;

/// A plan that is no graph of matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// The match is fed by one that does not stand before it.
    Order(MatchId),
    /// Two matches have this id.
    Twice(MatchId),
    /// The match is fed by a group that the plan does not have, or that is not over before it.
    Group(MatchId),
    /// The match is fed by a position that the plan does not have.
    Position(MatchId),
    /// The match is played only after another one that does not feed it with both its winner and its loser.
    OnlyIf(MatchId),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::Order(id) => write!(f, "match {id} is fed by a match that does not stand before it"),
            BuildError::Twice(id) => write!(f, "match {id} stands twice"),
            BuildError::Group(id) => write!(f, "match {id} is fed by an unknown group"),
            BuildError::Position(id) => write!(f, "match {id} is fed by an unknown position"),
            BuildError::OnlyIf(id) => write!(f, "match {id} depends on a match that does not feed it"),
        }
    }
}

impl std::error::Error for BuildError {}

/// Why a change was refused. The bracket is as before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// The event has no such match.
    NoMatch(MatchId),
    /// The match still waits for an entrant.
    Waiting(MatchId),
    /// The match is not played: a side is empty for good, or the match before made it needless.
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
    Position(u32),
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
