//! Results of single matches: what was played, whether it can be right, and what it counts.
//!
//! | rule | what | function | state |
//! |---|---|---|---|
//! | ITTF 2.11.1, BWF 7.2-7.5, FIVB 6.2 | a game: target, lead, cap | [`check_game`] | done |
//! | ITTF 2.12.1, BWF 7.1, FIVB 6.3 | a match: stops at the majority of games, or all are played; another target of the last | [`check`] | done |
//! | FIVB 6.4 | what was not played is credited | [`check`] | done; an incomplete team loses the match, never one set alone |
//! | FIBA Art. 8, 20, 21 | no draw; quarters and overtimes; forfeit 20:0; default | [`check`] | done; two-leg series are not known here |
//! | Laws of the Game 7, 10 | draws; extra time; penalties | [`check`], [`check_winner`] | done; of a shoot-out only that it has a winner |
//! | ITTF 3.7.6, BWF team events | the course of a team tie | [`check_tie`] | done |
//! | | a result as it is typed | [`parse`], [`format()`] | done |

mod check;
mod error;
mod format;
mod game;
mod games;
mod parse;
mod short;
mod tie;
mod total;
mod word;

pub use check::{check, check_winner};
pub use error::ScoreError;
pub use format::format;
pub use game::check_game;
pub use parse::{ParseError, parse};
pub use tie::{TieState, check_tie};
pub use total::{Decision, Total};

use crate::regulations::{ScoreRule, TieSystem};
use crate::side::{BySide, Side};

/// The points of one game.
pub type Game = BySide<u16>;

/// Why a match was not played to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// One side did not appear 弃权.
    Walkover,
    /// One side gave up during play 中途退赛.
    Retired,
    /// One side was disqualified 取消资格.
    Disqualified,
    /// One side refused to play, or to go on (FIBA Art. 20, FIVB 6.4.1).
    Forfeit,
    /// One side had too few players left (FIBA Art. 21, FIVB 6.4.3).
    Default,
}

impl Stop {
    /// How a side that does not appear loses, by the sport's own word: a walkover, in matches of points a forfeit.
    #[must_use]
    pub fn absence(rule: &ScoreRule) -> Stop {
        match rule {
            ScoreRule::Games(_) => Stop::Walkover,
            ScoreRule::Total(_) => Stop::Forfeit,
        }
    }
}

/// One rubber (盘/场) of a team tie.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Rubber {
    /// Not played, or not yet.
    Unplayed,
    /// Played to its end.
    Played(Vec<Game>),
    /// Ended early: `side` lost it.
    Stopped {
        /// The side that lost the rubber.
        side: Side,
        /// Why.
        why: Stop,
        /// The games, the last one as far as it went.
        games: Vec<Game>,
    },
}

/// The score of a match.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Score {
    /// The games of a match.
    Games(Vec<Game>),
    /// The totals of a match of points.
    Total(Total),
    /// The rubbers of a team tie, in the order of the tie system.
    Tie(Vec<Rubber>),
}

/// The result of a match, as it is entered and recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Played to its end.
    Played(Score),
    /// Ended early or never begun: `side` lost it.
    Stopped {
        /// The side that lost.
        side: Side,
        /// Why.
        why: Stop,
        /// The score as far as it went; none for a match that never began.
        score: Option<Score>,
    },
    /// Neither side appeared: nobody wins.
    BothAbsent,
}

/// How far a match went, for rankings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// To its end.
    Played,
    /// It began and was stopped.
    Unfinished,
    /// It never began, or was forfeited.
    Unplayed,
}

/// What a result counts: the winner, and everything a ranking or an advance needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The winner; none when neither side appeared, and of a draw, which was played to its end.
    pub winner: Option<Side>,
    /// How far the match went.
    pub ending: Ending,
    /// Rubbers won by each side; 0:0 outside team ties.
    pub rubbers: BySide<u32>,
    /// Games won by each side.
    pub games: BySide<u32>,
    /// Points (goals) made by each side.
    pub points: BySide<u32>,
}

impl Tally {
    /// What a match counts that neither side appeared for: nothing.
    pub const NOTHING: Tally = Tally {
        winner: None,
        ending: Ending::Unplayed,
        rubbers: BySide { a: 0, b: 0 },
        games: BySide { a: 0, b: 0 },
        points: BySide { a: 0, b: 0 },
    };

    /// Adds one rubber of a tie: the rubber to its winner, its games and points as they are.
    pub fn add_rubber(&mut self, rubber: &Tally) {
        for side in Side::BOTH {
            self.rubbers[side] = self.rubbers[side].saturating_add((rubber.winner == Some(side)).into());
            self.games[side] = self.games[side].saturating_add(rubber.games[side]);
            self.points[side] = self.points[side].saturating_add(rubber.points[side]);
        }
    }
}

/// How the matches of an event are scored: a tie of rubbers where `tie` names a system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchRule {
    /// The score of a match, or of each rubber.
    pub score: ScoreRule,
    /// The system of a team tie.
    pub tie: Option<TieSystem>,
}
