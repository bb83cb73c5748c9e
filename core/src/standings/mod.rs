//! The table of a group, and why each stands where it stands. The rules themselves are data
//! ([`RankingRules`](crate::regulations::RankingRules)).
//!
//! | rule | what | where | state |
//! |---|---|---|---|
//! | FIBA D.1.1, ITTF 3.7.5.1, BWF 16.2.1 | match points, or matches won | [`Row`] | done |
//! | FIBA D.1.3, ITTF 3.7.5.2 | criteria in order, among the equal | [`rank`] | done |
//! | FIBA D.1.4, ITTF 3.7.5.3 | a smaller set starts again | [`rank`] | done |
//! | BWF 16.2.2-16.2.5 | two by their match; differences over all matches | [`rank`] | done |
//! | BWF 16.3 | one who gives up is deleted | [`rank`] | done |
//! | ITTF 3.7.5.4 | lot | [`GroupResults::lots`] | recorded lots are applied, none is drawn here |
//! | FIBA D.1 (2012) | goal average | [`rank`] | done as `fiba_goal_average`; points scored break the last tie of any size, not of three only |
//! | FIDE C.07, 6, 7.5, 8.1, 9.1, 14 | Swiss system: direct encounter, progressive, Buchholz, Sonneborn-Berger | [`rank`] | done; no substitutes for matches not played |
//! | | what is still possible | [`possible`], [`decides`] | done; open where points decide and neither bounds nor scores settle it |
//! | World Cup 2019 | comparison across groups | [`across`] | done |
//! | FIFA, UEFA, FIVB | draws, points by the score, matches won first | [`rank`] | done; no fair-play points |

mod across;
mod criterion;
mod ledger;
mod lot;
mod possible;
mod rank;
mod removal;
mod swiss;
mod value;
mod why;

pub use across::{Compared, across};
pub use ledger::Row;
pub use possible::{Class, Decided, Decides, Fate, MOST_OPEN, Margin, Places, Unfinished, decides, possible};
pub use rank::rank;
pub use value::{Value, WonLost};
pub use why::{Reason, Why};

use crate::regulations::{Notional, Scope, Withdrawal};
use crate::score::Tally;

/// One match of a group with its result. Entrants are numbers from 0 in the order of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The entrant on side A.
    pub a: usize,
    /// The entrant on side B.
    pub b: usize,
    /// The round of the match, from 1; 0 where it is not known.
    pub round: u16,
    /// What the result counts.
    pub tally: Tally,
}

/// What is known of a group. A match not listed is not played yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupResults {
    /// The number of entrants.
    pub entrants: usize,
    /// The results; two entrants may meet more than once. One that names nobody of the group, or one entrant twice,
    /// counts nothing.
    pub matches: Vec<Meeting>,
    /// Lots that were drawn, oldest first: entrants, best first.
    pub lots: Vec<Vec<usize>>,
    /// Whether all matches are decided; lots count only then.
    pub finished: bool,
}

impl GroupResults {
    /// Whether a match is between two entrants of the group.
    fn knows(&self, meeting: &Meeting) -> bool {
        meeting.a != meeting.b && meeting.a < self.entrants && meeting.b < self.entrants
    }
}

/// What the regulations of an event set otherwise than the rule set does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What becomes of one who gives up; by default as the rule set says.
    pub withdrawal: Option<Withdrawal>,
    /// A score for walkovers that have none; by default as the rule set says.
    pub walkover: Option<Notional>,
    /// The matches that criteria count; by default as the rule set says. A rule set that mixes both scopes (FIBA)
    /// keeps them.
    pub scope: Option<Scope>,
}

/// The table of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// The entrants, best first; equal ones as in the group.
    pub order: Vec<usize>,
    /// The rank of each in `order`, from 1; equal entrants share the best of theirs.
    pub ranks: Vec<usize>,
    /// The totals of each in `order`.
    pub rows: Vec<Row>,
    /// Each step that separated entrants with equal match points, from the top of the table down.
    pub why: Vec<Why>,
    /// Sets of entrants that nothing separates.
    pub unresolved: Vec<Vec<usize>>,
    /// Entrants whose results are deleted; they have no rank and no row.
    pub removed: Vec<usize>,
}
