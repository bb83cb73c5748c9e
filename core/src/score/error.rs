//! Why a result cannot be right.

use std::fmt;

use super::{Game, Stop};
use crate::regulations::{Decider, GameRule};
use crate::side::BySide;

/// Why a result cannot be right. Games and rubbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScoreError {
    /// The game ends before anybody has won it.
    GameOpen {
        /// The number of the game.
        game: usize,
        /// Its points.
        points: Game,
        /// How a game is won.
        rule: GameRule,
    },
    /// The points cannot come about: the game was over before.
    GameTooLong {
        /// The number of the game.
        game: usize,
        /// Its points.
        points: Game,
        /// How a game is won.
        rule: GameRule,
    },
    /// A game follows although the match was decided.
    GameAfterEnd {
        /// The number of the first such game.
        game: usize,
        /// Games won when the match was decided.
        games: BySide<u32>,
    },
    /// Nobody has won enough games.
    MatchOpen {
        /// Games won.
        games: BySide<u32>,
        /// Games that win the match.
        needed: u32,
        /// Where all games are played whatever stands: how many.
        all: Option<u32>,
    },
    /// A side is said to have stopped, but the match was decided before.
    StoppedAfterEnd,
    /// A match that never began has a score.
    WalkoverWithScore,
    /// Equal totals where there is no draw (basketball).
    Draw {
        /// The totals.
        points: Game,
    },
    /// Equal totals, and what decides then is not said.
    Undecided {
        /// The totals.
        points: Game,
        /// What decides.
        by: Decider,
    },
    /// Equal totals in a match that somebody must win (a knockout), and the rule has nothing that decides.
    NoWinner {
        /// The totals.
        points: Game,
    },
    /// A decision beside totals that are not level.
    DecisionNeedless {
        /// The totals.
        points: Game,
    },
    /// Matches of this kind are not decided in this way.
    NoSuchDecision {
        /// The way.
        by: Decider,
    },
    /// A shoot-out that is level itself.
    ShootoutLevel {
        /// Its score.
        points: Game,
    },
    /// Parts beside the total of a match that has none.
    NoParts,
    /// Fewer parts than were played.
    PartsMissing {
        /// Parts given.
        given: usize,
        /// Parts that there must be.
        needed: usize,
    },
    /// The parts make other totals.
    PartsSum {
        /// Their sums.
        parts: BySide<u32>,
        /// The totals.
        points: Game,
    },
    /// An overtime begins although somebody leads.
    OvertimeNotLevel {
        /// The number of the overtime.
        overtime: usize,
        /// The points when it begins.
        points: BySide<u32>,
    },
    /// More overtimes than the rule has.
    TooManyOvertimes {
        /// Overtimes given.
        given: usize,
        /// The most that there are.
        most: u16,
    },
    /// Matches of this kind do not end in this way (a forfeit in table tennis).
    NoSuchStop {
        /// The way.
        why: Stop,
    },
    /// The score is of another kind than the event's matches (totals for games).
    OtherKind,
    /// More rubbers than the tie system has.
    TooManyRubbers {
        /// Rubbers given.
        given: usize,
        /// Rubbers of the system.
        rubbers: usize,
    },
    /// A rubber is not played although a later one is.
    RubberMissing {
        /// The number of the rubber not played.
        rubber: usize,
    },
    /// A rubber follows although the tie was decided.
    RubberAfterEnd {
        /// The number of the first such rubber.
        rubber: usize,
    },
    /// The tie is not finished.
    TieOpen {
        /// Rubbers won.
        rubbers: BySide<u16>,
        /// Rubbers that win the tie.
        needed: u16,
    },
    /// All rubbers are played and nobody leads.
    TieEqual {
        /// Rubbers won.
        rubbers: BySide<u16>,
    },
    /// One rubber cannot be right.
    InRubber {
        /// The number of the rubber.
        rubber: usize,
        /// What is wrong in it.
        error: Box<ScoreError>,
    },
}

impl fmt::Display for ScoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScoreError::GameOpen { game, points, rule } => {
                write!(f, "game {game} is not won at {}:{}: ", points.a, points.b)?;
                write!(f, "{} points and {} ahead", rule.target, rule.lead)?;
                rule.cap.map_or(Ok(()), |cap| write!(f, ", or {cap} points"))
            }
            ScoreError::GameTooLong { game, points, .. } => {
                write!(f, "game {game} was over before {}:{}", points.a, points.b)
            }
            ScoreError::GameAfterEnd { game, games } => {
                write!(f, "game {game} follows although the match was won {}:{}", games.a, games.b)
            }
            ScoreError::MatchOpen { games, all: Some(all), .. } => {
                write!(f, "all {all} games are played, here are {}", games.a.saturating_add(games.b))
            }
            ScoreError::MatchOpen { games, needed, all: None } => {
                write!(f, "nobody has {needed} games at {}:{}", games.a, games.b)
            }
            ScoreError::StoppedAfterEnd => f.write_str("the match was decided before it was stopped"),
            ScoreError::WalkoverWithScore => f.write_str("a match that never began has a score"),
            ScoreError::Draw { points } => write!(f, "a draw of {}:{}", points.a, points.b),
            ScoreError::Undecided { points, by } => {
                write!(f, "level at {}:{} without a {}", points.a, points.b, decider_name(*by))
            }
            ScoreError::NoWinner { points } => {
                write!(f, "{}:{} has no winner, and one must go on", points.a, points.b)
            }
            ScoreError::DecisionNeedless { points } => {
                write!(f, "{}:{} needs nothing that decides", points.a, points.b)
            }
            ScoreError::NoSuchDecision { by } => write!(f, "these matches know no {}", decider_name(*by)),
            ScoreError::ShootoutLevel { points } => write!(f, "a shoot-out of {}:{}", points.a, points.b),
            ScoreError::NoParts => f.write_str("these matches have no parts"),
            ScoreError::PartsMissing { given, needed } => write!(f, "{given} parts where there are {needed}"),
            ScoreError::PartsSum { parts, points } => {
                write!(f, "the parts make {}:{}, not {}:{}", parts.a, parts.b, points.a, points.b)
            }
            ScoreError::OvertimeNotLevel { overtime, points } => {
                write!(f, "overtime {overtime} although it was {}:{}", points.a, points.b)
            }
            ScoreError::TooManyOvertimes { given, most } => write!(f, "{given} overtimes where {most} are the most"),
            ScoreError::NoSuchStop { why } => write!(f, "these matches know no {}", stop_name(*why)),
            ScoreError::OtherKind => f.write_str("the score is of another kind than the match"),
            ScoreError::TooManyRubbers { given, rubbers } => write!(f, "{given} rubbers in a tie of {rubbers}"),
            ScoreError::RubberMissing { rubber } => write!(f, "rubber {rubber} is missing before a later one"),
            ScoreError::RubberAfterEnd { rubber } => write!(f, "rubber {rubber} follows although the tie was won"),
            ScoreError::TieOpen { rubbers, needed } => {
                write!(f, "the tie is not finished at {}:{} of {needed}", rubbers.a, rubbers.b)
            }
            ScoreError::TieEqual { rubbers } => write!(f, "the tie ends {}:{}", rubbers.a, rubbers.b),
            ScoreError::InRubber { rubber, error } => write!(f, "rubber {rubber}: {error}"),
        }
    }
}

impl std::error::Error for ScoreError {}

fn stop_name(why: Stop) -> &'static str {
    match why {
        Stop::Walkover => "walkover",
        Stop::Retired => "retirement",
        Stop::Disqualified => "disqualification",
        Stop::Forfeit => "forfeit",
        Stop::Default => "default",
    }
}

fn decider_name(by: Decider) -> &'static str {
    match by {
        Decider::Shootout => "shoot-out",
        Decider::GoldenPoint => "golden point",
    }
}
