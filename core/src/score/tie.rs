//! A team tie: rubbers in order, until one side has enough.

use super::{Ending, Rubber, ScoreError, Stop, Tally, games};
use crate::regulations::{GameRule, RubberOrder, TieSystem};
use crate::side::{BySide, Side};

/// Where a team tie stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieState {
    /// Rubbers won by each side.
    pub score: BySide<u16>,
    /// Whether the rubbers were played in their order, none left out, none after the end.
    pub valid_sequence: bool,
    /// Whether the tie is decided; when all rubbers are played, whether all are.
    pub finished: bool,
    /// The winner of a finished tie; none where all are played and nobody leads.
    pub winner: Option<Side>,
}

/// Tells where a tie stands by the winners of its rubbers, none for a rubber not played (`rules.md` B.4).
///
/// A wrong sequence still has a score, an end and a winner, so that a referee sees what he typed.
///
/// # Complexity
/// Linear in the rubbers.
///
/// ```
/// use gongsai::regulations::TieSystem;
/// use gongsai::score::check_tie;
/// use gongsai::side::{BySide, Side};
/// let system = TieSystem::named("workers_3").unwrap();
/// let (a, b) = (Some(Side::A), Some(Side::B));
/// let state = check_tie(&system, &[a, a]);
/// assert_eq!((state.score, state.winner), (BySide { a: 2, b: 0 }, a));
/// assert!(!check_tie(&system, &[a, a, b]).valid_sequence);
/// assert!(check_tie(&system.playing_all(true), &[a, a, b]).valid_sequence);
/// ```
#[must_use]
pub fn check_tie(system: &TieSystem, results: &[Option<Side>]) -> TieState {
    let mut score = BySide { a: 0_u16, b: 0 };
    let mut decided = None;
    for side in results.iter().flatten() {
        score[*side] = score[*side].saturating_add(1);
        if score[*side] >= system.wins_needed {
            decided = decided.or(Some(*side));
        }
    }
    let played = results.iter().flatten().count();
    let finished = if system.play_all { played >= system.rubbers.len() } else { decided.is_some() };
    let winner = if system.play_all { score.greater() } else { decided };
    TieState { score, valid_sequence: fault(system, results).is_none(), finished, winner: winner.filter(|_| finished) }
}

/// What is wrong with the order of the rubbers; the first fault.
fn fault(system: &TieSystem, results: &[Option<Side>]) -> Option<ScoreError> {
    if results.len() > system.rubbers.len() {
        return Some(ScoreError::TooManyRubbers { given: results.len(), rubbers: system.rubbers.len() });
    }
    if system.order == RubberOrder::Free {
        return one_too_many(system, results);
    }
    let mut missing = None;
    let mut score = BySide { a: 0_u16, b: 0 };
    for (index, result) in results.iter().enumerate() {
        let Some(side) = result else {
            missing = missing.or(Some(index + 1));
            continue;
        };
        if let Some(rubber) = missing {
            return Some(ScoreError::RubberMissing { rubber });
        }
        if !system.play_all && score.a.max(score.b) >= system.wins_needed {
            return Some(ScoreError::RubberAfterEnd { rubber: index + 1 });
        }
        score[*side] += 1;
    }
    None
}

/// Of rubbers in free order, the last when no order of them ends with the one that decides the tie.
fn one_too_many(system: &TieSystem, results: &[Option<Side>]) -> Option<ScoreError> {
    let won = |side: Side| results.iter().flatten().filter(|winner| **winner == side).count();
    let (most, least) = (won(Side::A).max(won(Side::B)), won(Side::A).min(won(Side::B)));
    let needed = usize::from(system.wins_needed);
    let last = results.iter().rposition(Option::is_some)?;
    (!system.play_all && (most > needed || least >= needed)).then_some(ScoreError::RubberAfterEnd { rubber: last + 1 })
}

/// What a tie played to its end counts.
pub(super) fn played(system: &TieSystem, rule: &GameRule, rubbers: &[Rubber]) -> Result<Tally, ScoreError> {
    let (state, tally) = course(system, rule, rubbers)?;
    if !state.finished {
        return Err(ScoreError::TieOpen { rubbers: state.score, needed: system.wins_needed });
    }
    let winner = state.winner.ok_or(ScoreError::TieEqual { rubbers: state.score })?;
    Ok(Tally { winner: Some(winner), ending: Ending::Played, ..tally })
}

/// What a tie counts that `side` lost by stopping.
pub(super) fn stopped(
    system: &TieSystem,
    rule: &GameRule,
    side: Side,
    why: Stop,
    rubbers: &[Rubber],
) -> Result<Tally, ScoreError> {
    let (state, tally) = course(system, rule, rubbers)?;
    let begun = rubbers.iter().any(|rubber| *rubber != Rubber::Unplayed);
    let winner = Some(side.other());
    let unplayed = Tally { winner, ending: Ending::Unplayed, ..Tally::NOTHING };
    match why {
        Stop::Walkover if begun => Err(ScoreError::WalkoverWithScore),
        Stop::Walkover => Ok(unplayed),
        Stop::Disqualified if state.finished || !begun => Ok(unplayed),
        Stop::Retired if state.finished => Err(ScoreError::StoppedAfterEnd),
        Stop::Retired | Stop::Disqualified => Ok(Tally { winner, ending: Ending::Unfinished, ..tally }),
        Stop::Forfeit | Stop::Default => Err(ScoreError::NoSuchStop { why }),
    }
}

/// The state of a tie with a right course, and the sums of its rubbers.
fn course(system: &TieSystem, rule: &GameRule, rubbers: &[Rubber]) -> Result<(TieState, Tally), ScoreError> {
    let mut sum = Tally::NOTHING;
    let mut results = Vec::with_capacity(rubbers.len());
    for (index, rubber) in rubbers.iter().enumerate() {
        let counted = match rubber {
            Rubber::Unplayed => None,
            Rubber::Played(games) => Some(games::played(rule, games)),
            Rubber::Stopped { side, why, games } => Some(games::stopped(rule, *side, *why, games)),
        };
        let inside = |error| ScoreError::InRubber { rubber: index + 1, error: Box::new(error) };
        let counted = counted.transpose().map_err(inside)?;
        results.push(counted.and_then(|tally| tally.winner));
        let Some(tally) = counted else { continue };
        sum.add_rubber(&tally);
    }
    match fault(system, &results) {
        Some(error) => Err(error),
        None => Ok((check_tie(system, &results), sum)),
    }
}
