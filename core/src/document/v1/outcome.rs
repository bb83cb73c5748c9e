//! Results as they are stored.

use serde::{Deserialize, Serialize};

use super::{Malformed, names};
use crate::score::{Decision, Game, Outcome, Rubber, Score, Stop, Total};
use crate::side::{BySide, Side};

names!(
    stop_name,
    stop_named,
    Stop,
    "walkover" = Stop::Walkover,
    "retired" = Stop::Retired,
    "disqualified" = Stop::Disqualified,
    "forfeit" = Stop::Forfeit,
    "default" = Stop::Default,
);
names!(side_name, side_named, Side, "a" = Side::A, "b" = Side::B);

/// One result, or one rubber: a score, and how it was stopped if it was.
#[derive(Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "outcome"))]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    games: Option<Vec<[u16; 2]>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total: Option<[u16; 2]>,
    /// Beside a total: quarters, then overtimes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<[u16; 2]>,
    /// Beside a level total: the score of a shoot-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shootout: Option<[u16; 2]>,
    /// Beside a level total: who won the golden point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    golden_point: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rubbers: Option<Vec<Option<Stored>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stop: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    loser: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    both_absent: bool,
}

pub(super) fn store(outcome: &Outcome) -> Stored {
    match outcome {
        Outcome::Played(score) => store_score(score),
        Outcome::Stopped { side, why, score } => Stored {
            stop: Some(stop_name(*why).to_owned()),
            loser: Some(side_name(*side).to_owned()),
            ..score.as_ref().map(store_score).unwrap_or_default()
        },
        Outcome::BothAbsent => Stored { both_absent: true, ..Stored::default() },
    }
}

fn store_score(score: &Score) -> Stored {
    match score {
        Score::Games(games) => Stored { games: Some(pairs(games)), ..Stored::default() },
        Score::Total(Total { points, parts, decision }) => {
            let stored = Stored { total: Some(pair(*points)), parts: pairs(parts), ..Stored::default() };
            match decision {
                None => stored,
                Some(Decision::Shootout(points)) => Stored { shootout: Some(pair(*points)), ..stored },
                Some(Decision::GoldenPoint(side)) => {
                    Stored { golden_point: Some(side_name(*side).to_owned()), ..stored }
                }
            }
        }
        Score::Tie(rubbers) => {
            Stored { rubbers: Some(rubbers.iter().map(store_rubber).collect()), ..Stored::default() }
        }
    }
}

fn store_rubber(rubber: &Rubber) -> Option<Stored> {
    match rubber {
        Rubber::Unplayed => None,
        Rubber::Played(games) => Some(Stored { games: Some(pairs(games)), ..Stored::default() }),
        Rubber::Stopped { side, why, games } => Some(Stored {
            games: (!games.is_empty()).then(|| pairs(games)),
            stop: Some(stop_name(*why).to_owned()),
            loser: Some(side_name(*side).to_owned()),
            ..Stored::default()
        }),
    }
}

pub(super) fn read(stored: Stored) -> Result<Outcome, Malformed> {
    if stored.both_absent {
        return Ok(Outcome::BothAbsent);
    }
    let stopped = read_stop(&stored)?;
    let score = read_score(stored)?;
    match (stopped, score) {
        (Some((why, side)), score) => Ok(Outcome::Stopped { side, why, score }),
        (None, Some(score)) => Ok(Outcome::Played(score)),
        (None, None) => Err(Malformed("a result without a score".to_owned())),
    }
}

fn read_stop(stored: &Stored) -> Result<Option<(Stop, Side)>, Malformed> {
    match (&stored.stop, &stored.loser) {
        (Some(stop), Some(loser)) => Ok(Some((stop_named(stop)?, side_named(loser)?))),
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(Malformed("a stop without a loser".to_owned())),
    }
}

fn read_score(stored: Stored) -> Result<Option<Score>, Malformed> {
    let decision = match (stored.shootout, stored.golden_point) {
        (None, None) => None,
        (Some([a, b]), None) => Some(Decision::Shootout(BySide { a, b })),
        (None, Some(side)) => Some(Decision::GoldenPoint(side_named(&side)?)),
        (Some(_), Some(_)) => return Err(Malformed("a result decided twice".to_owned())),
    };
    if stored.total.is_none() && (decision.is_some() || !stored.parts.is_empty()) {
        return Err(Malformed("parts or a decision without a total".to_owned()));
    }
    match (stored.games, stored.total, stored.rubbers) {
        (None, None, None) => Ok(None),
        (Some(games), None, None) => Ok(Some(Score::Games(sides(&games)))),
        (None, Some([a, b]), None) => {
            Ok(Some(Score::Total(Total { points: BySide { a, b }, parts: sides(&stored.parts), decision })))
        }
        (None, None, Some(rubbers)) => {
            let rubbers: Result<Vec<Rubber>, Malformed> = rubbers.into_iter().map(read_rubber).collect();
            Ok(Some(Score::Tie(rubbers?)))
        }
        _ => Err(Malformed("a result with two scores".to_owned())),
    }
}

fn read_rubber(stored: Option<Stored>) -> Result<Rubber, Malformed> {
    let Some(stored) = stored else { return Ok(Rubber::Unplayed) };
    let stopped = read_stop(&stored)?;
    let games = sides(&stored.games.unwrap_or_default());
    match stopped {
        Some((why, side)) => Ok(Rubber::Stopped { side, why, games }),
        None if games.is_empty() => Err(Malformed("a rubber without games".to_owned())),
        None => Ok(Rubber::Played(games)),
    }
}

fn pair(points: Game) -> [u16; 2] {
    [points.a, points.b]
}

fn pairs(games: &[Game]) -> Vec<[u16; 2]> {
    games.iter().copied().map(pair).collect()
}

fn sides(pairs: &[[u16; 2]]) -> Vec<Game> {
    pairs.iter().map(|[a, b]| BySide { a: *a, b: *b }).collect()
}
