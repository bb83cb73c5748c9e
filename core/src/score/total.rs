//! A basketball game: one total for each side (FIBA).

use super::{Ending, Game, ScoreError, Stop, Tally};
use crate::side::{BySide, Side};

/// Points for the opponent of a side that forfeits (FIBA Art. 20).
const FORFEIT: u32 = 20;
/// Points for the opponent of a side that defaults without being behind (FIBA Art. 21).
const DEFAULT: u32 = 2;

/// What a game played to its end counts.
pub(super) fn played(points: Game) -> Result<Tally, ScoreError> {
    let winner = points.greater().ok_or(ScoreError::Draw { points })?;
    Ok(tally(winner, Ending::Played, points.map(u32::from)))
}

/// What a game counts that `side` lost by stopping, with the totals when it stopped.
pub(super) fn stopped(side: Side, why: Stop, points: Option<Game>) -> Result<Tally, ScoreError> {
    let winner = side.other();
    match why {
        Stop::Walkover if points.is_some() => Err(ScoreError::WalkoverWithScore),
        Stop::Walkover | Stop::Forfeit | Stop::Disqualified => Ok(tally(winner, Ending::Unplayed, to(winner, FORFEIT))),
        Stop::Default => {
            let standing = points.filter(|points| points.greater() == Some(winner));
            Ok(tally(winner, Ending::Unfinished, standing.map_or(to(winner, DEFAULT), |points| points.map(u32::from))))
        }
        Stop::Retired => Err(ScoreError::NoSuchStop { why }),
    }
}

fn to(winner: Side, points: u32) -> BySide<u32> {
    let mut totals = BySide::default();
    totals[winner] = points;
    totals
}

fn tally(winner: Side, ending: Ending, points: BySide<u32>) -> Tally {
    Tally { winner: Some(winner), ending, rubbers: BySide::default(), games: BySide::default(), points }
}
