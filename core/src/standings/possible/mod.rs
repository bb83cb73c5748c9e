//! What is still possible in a group that is not finished.
//!
//! | question | function | answer |
//! |---|---|---|
//! | which places can an entrant still reach | [`possible`] | those shown by an outcome, and those not excluded |
//! | what does an open match decide for an entrant | [`decides`] | the same for each way it can end |
//! | who is through or out even if others give up | [`Places::always`] | bounds by match points |
//!
//! [`possible`] and [`decides`] take it that all open matches, and all rubbers of them, are played to their end. The winners
//! of the open matches are tried in all ways ([`MOST_OPEN`] at most); that gives the sets of equal match points. Each set is
//! then resolved by itself as [`rank`](super::rank()) does it, and a match is cut finer, into the games or rubbers that it can
//! end with, only when a criterion looks at it. Where it comes down to points, bounds exclude places and points from the
//! clearest to the closest show them. What neither shows nor excludes is open, and said to be so: a set of places that is
//! exact is proved, and one that is not is never taken for a claim. Where one match is open and points are compared by their
//! difference first (basketball), each margin that can matter is tried, and [`decides`] tells by which one it is won.
//!
//! Exact are all groups in which points of open matches decide nothing, and nearly all of those where they do; see
//! `tests/tests/possible.rs` for how many. Rules with draws, with points by the score, with criteria of a Swiss system, or that count matches won first
//! (football, volleyball), and scores with draws, with another target of the last game or with all games played, are not looked
//! through: there everything stays open. With more than [`MOST_OPEN`] open matches or 64 entrants, or when the work
//! gets too much, match points alone exclude places.

mod always;
mod bounds;
mod contest;
mod decides;
mod known;
mod margins;
mod search;
mod solve;
mod span;
mod tree;

pub use decides::{Decided, Decides, decides};

use super::{GroupResults, Options};
use crate::order;
use crate::regulations::{PointRule, RankingRules, Restart, Unit};
use crate::score::MatchRule;
use crate::side::{BySide, Side};
use solve::Solver;
use std::collections::BTreeSet;

/// The greatest number of open matches whose winners are tried in all ways.
pub const MOST_OPEN: usize = 12;

/// A group that is not finished, and all that decides it.
#[derive(Clone, Copy, Debug)]
pub struct Unfinished<'a> {
    /// The rules of the ranking.
    pub rules: &'a RankingRules,
    /// What the event sets otherwise.
    pub options: &'a Options,
    /// The results so far.
    pub group: &'a GroupResults,
    /// The matches that are still to be played.
    pub open: &'a [BySide<usize>],
    /// How they are scored.
    pub rule: &'a MatchRule,
}

/// The places that an entrant can still reach, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The entrant.
    pub entrant: usize,
    /// Those that some outcome gives; a lot among its outcomes, where nothing else separates.
    pub shown: BTreeSet<usize>,
    /// Those that are not excluded; none for one who is deleted from the group.
    pub allowed: BTreeSet<usize>,
    /// The best and the worst place even if others do not appear, give up or are disqualified, as long as the entrant itself
    /// plays on. These are bounds: it need not be able to reach them.
    pub always: Option<(usize, usize)>,
}

impl Places {
    /// Whether the places are known exactly: each that is not excluded is shown.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.shown == self.allowed
    }

    /// What is certain when the best `through` go on.
    #[must_use]
    pub fn fate(&self, through: usize) -> Fate {
        let Some((first, last)) = self.allowed.first().zip(self.allowed.last()) else { return Fate::Open };
        let always =
            |holds: fn(usize, usize) -> bool, place: Option<usize>| place.is_some_and(|place| holds(place, through));
        if *last <= through {
            let always = always(|place, through| place <= through, self.always.map(|(_, worst)| worst));
            Fate::Through { always }
        } else if *first > through {
            Fate::Out { always: always(|place, through| place > through, self.always.map(|(best, _)| best)) }
        } else {
            Fate::Open
        }
    }
}

/// What is certain of an entrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It goes on if all matches are played; `always`: even if others give up.
    Through {
        /// Even if others give up.
        always: bool,
    },
    /// It does not go on if all matches are played; `always`: even if others give up.
    Out {
        /// Even if others give up.
        always: bool,
    },
    /// Neither is certain.
    Open,
}

/// How a match can end: who wins it, and by how many games (rubbers of a tie) or points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Class {
    /// The winner.
    pub winner: Side,
    /// Rubbers of a tie, else games; none in basketball, and where only the winner is asked for.
    pub score: Option<BySide<u32>>,
    /// By how many points, where the margin of the last open match matters; else none.
    pub margin: Option<Margin>,
}

/// A margin of points between two bounds, both of which are within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Margin {
    /// The least.
    pub least: u32,
    /// The greatest; none where any greater one is within it.
    pub most: Option<u32>,
}

/// The places that each entrant can still reach if all open matches are played to their end.
///
/// An open match that names nobody of the group, or one who is deleted from it, counts nothing.
///
/// # Complexity
/// O(2^k · n²) for k open matches, and what the sets of equals cost that are met: the games of the matches that a criterion
/// looks at, tried in all ways, and up to some thousand points of each. The work is bounded; beyond the bound, places stay
/// open.
///
/// ```
/// use gongsai::regulations::{GameRule, RankingRules, ScoreRule};
/// use gongsai::score::{Ending, MatchRule, Tally};
/// use gongsai::side::{BySide, Side};
/// use gongsai::standings::{GroupResults, Meeting, Options, Unfinished, possible};
/// let rules = RankingRules::named("ittf_3.7.5").unwrap();
/// let games = GameRule::to(11, 5);
/// let rule = MatchRule { score: ScoreRule::Games(games), tie: None };
/// let won = Tally { winner: Some(Side::A), ending: Ending::Played, games: BySide { a: 3, b: 0 }, ..Tally::NOTHING };
/// let matches = [1, 2].map(|b| Meeting { a: 0, b, round: 0, tally: won }).to_vec();
/// let group = GroupResults { entrants: 3, matches, ..GroupResults::default() };
/// let open = [BySide { a: 1, b: 2 }];
/// let rest = Unfinished { rules: &rules, options: &Options::default(), group: &group, open: &open, rule: &rule };
/// let places = possible(&rest);
/// assert!(places[0].shown.iter().eq([&1]) && places[0].is_exact());
/// assert!(places[1].shown.iter().eq([&2, &3]) && places[1].is_exact());
/// ```
#[must_use]
pub fn possible(rest: &Unfinished<'_>) -> Vec<Places> {
    let Some(mut solver) = Solver::of(rest) else { return by_points_alone(rest) };
    let found = solver.run(&vec![0; solver.open.len()]);
    let always = always::always(rest);
    let places = |(entrant, always): (usize, Option<(usize, usize)>)| {
        let (shown, allowed) = found.get(entrant).map_or((0, 0), |found| (found.shown, found.allowed));
        Places { entrant, shown: places(shown), allowed: places(allowed), always }
    };
    always.into_iter().enumerate().map(places).collect()
}

/// The places of a set of bits.
fn places(bits: u64) -> BTreeSet<usize> {
    order::set((0..64).filter(|place| bits >> place & 1 == 1).map(|place| place + 1))
}

/// For groups that are too large for more, and for rules that this does not look through: nothing is shown, and nothing
/// excluded.
fn by_points_alone(rest: &Unfinished<'_>) -> Vec<Places> {
    let entrants = rest.group.entrants;
    let places = |entrant| Places { entrant, allowed: order::set(1..=entrants), ..Places::default() };
    (0..entrants).map(places).collect()
}

impl RankingRules {
    /// Whether match points come first and follow from who wins, criteria count matches one by one, and sets of equals are resolved by their own matches.
    fn is_plain(&self) -> bool {
        let PointRule { draw, close, .. } = self.points;
        let plain = self.criteria.iter().all(|criterion| criterion.measure.is_plain());
        plain
            && self.first == Unit::MatchPoints
            && draw.is_none()
            && close.is_none()
            && self.restart != Restart::AfterTied
    }
}
