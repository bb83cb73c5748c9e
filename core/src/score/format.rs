//! Results as text.

use super::{Decision, Game, Outcome, Rubber, Score, Stop, Total, word};
use crate::side::Side;

/// Writes a result in the language of [`parse`](super::parse), which reads it back as it was.
///
/// Played parts must have points: a game list with no games is written like a rubber not played.
///
/// # Complexity
/// Linear in the games.
///
/// ```
/// use gongsai::score::{Outcome, Score, Stop, format};
/// use gongsai::side::{BySide, Side};
/// let score = Some(Score::Games(vec![BySide { a: 11, b: 7 }, BySide { a: 3, b: 4 }]));
/// assert_eq!(format(&Outcome::Stopped { side: Side::B, why: Stop::Retired, score }), "11-7 3-4 ret b");
/// assert_eq!(format(&Outcome::BothAbsent), "both");
/// ```
#[must_use]
pub fn format(outcome: &Outcome) -> String {
    match outcome {
        Outcome::BothAbsent => "both".to_owned(),
        Outcome::Played(Score::Tie(rubbers)) => {
            // A stop alone would be that of the whole tie.
            let alone = matches!(rubbers.as_slice(), [Rubber::Stopped { games, .. }] if games.is_empty());
            self::rubbers(rubbers) + if alone { " /" } else { "" }
        }
        Outcome::Played(score) => self::score(score),
        Outcome::Stopped { side, why, score: None } => stop(*side, *why),
        Outcome::Stopped { side, why, score: Some(score) } => {
            let bar = if matches!(score, Score::Tie(_)) { " |" } else { "" };
            std::format!("{}{bar} {}", self::score(score), stop(*side, *why))
        }
    }
}

fn score(score: &Score) -> String {
    match score {
        Score::Games(games) => self::games(games),
        Score::Total(total) => self::total(total),
        Score::Tie(rubbers) => self::rubbers(rubbers),
    }
}

fn total(total: &Total) -> String {
    let parts = if total.parts.is_empty() { String::new() } else { std::format!(" ({})", games(&total.parts)) };
    let decision = match total.decision {
        None => String::new(),
        Some(Decision::Shootout(points)) => std::format!(" pen {}", game(points)),
        Some(Decision::GoldenPoint(winner)) => std::format!(" gold {}", word::side(winner)),
    };
    std::format!("{}{parts}{decision}", game(total.points))
}

fn rubbers(rubbers: &[Rubber]) -> String {
    rubbers.iter().map(rubber).collect::<Vec<_>>().join(" / ")
}

fn rubber(rubber: &Rubber) -> String {
    match rubber {
        Rubber::Unplayed => "_".to_owned(),
        Rubber::Played(games) => self::games(games),
        Rubber::Stopped { side, why, games } if games.is_empty() => stop(*side, *why),
        Rubber::Stopped { side, why, games } => std::format!("{} {}", self::games(games), stop(*side, *why)),
    }
}

fn games(games: &[Game]) -> String {
    games.iter().copied().map(game).collect::<Vec<_>>().join(" ")
}

fn game(points: Game) -> String {
    std::format!("{}-{}", points.a, points.b)
}

fn stop(side: Side, why: Stop) -> String {
    std::format!("{} {}", word::stop(why), word::side(side))
}
