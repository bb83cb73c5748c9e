//! Which places points exclude, where the games of the open matches are known and their points are not.

use super::contest::Points;
use super::known::{At, Found, Known, Set};
use super::search;
use super::solve::{Solver, bits, members};
use super::span::{Made, Span, place};
use crate::regulations::{Criterion, Measure, Unit};
use crate::side::Side;
use crate::standings::{Value, WonLost};

impl Solver<'_> {
    /// Resolves a set by a criterion that looks at points not known yet: excludes what bounds exclude, and looks for what
    /// shows the rest.
    pub(super) fn by_points(&mut self, set: Set, criterion: &Criterion, at: &[At], found: &mut [Found]) {
        let first = usize::try_from(set.first).unwrap_or(64);
        let mut wanted = Vec::new();
        for entrant in members(set.equal) {
            let others = || members(set.equal).filter(|other| *other != entrant);
            let above = others().filter(|other| self.is_above(*other, entrant, set.equal, criterion, at)).count();
            let below = others().filter(|other| self.is_above(entrant, *other, set.equal, criterion, at)).count();
            wanted.push((entrant, bits(first + above, first + others().count() - below)));
        }
        let is_shown =
            |(entrant, allowed): &(usize, u64)| found.get(*entrant).is_none_or(|found| allowed & !found.shown == 0);
        if !wanted.iter().all(is_shown) && search::search(self, set, at, &wanted, found) {
            // All scores were tried: what they gave is all.
            return;
        }
        for (entrant, allowed) in wanted {
            if let Some(found) = found.get_mut(entrant) {
                found.allowed |= allowed;
            }
        }
    }

    /// Whether one is above another by a criterion, whatever the points are.
    fn is_above(&self, one: usize, other: usize, equal: u64, criterion: &Criterion, at: &[At]) -> bool {
        let scope = self.scope(criterion, equal);
        let unit = place(criterion.unit);
        match criterion.measure {
            Measure::Sum => self.margin(one, other, scope, unit, at, |made| made.won, 1) > 0,
            Measure::Difference => self.margin(one, other, scope, unit, at, |made| made.ahead, 2) > 0,
            Measure::Ratio if criterion.unit == Unit::Points => {
                let least = self.ratios(one, scope, at).into_iter().reduce(lesser);
                let most = self
                    .ratios(other, scope, at)
                    .into_iter()
                    .reduce(|one, other| if lesser(one, other) == one { other } else { one });
                least.zip(most).is_some_and(|(least, most)| least.compare(&most).is_gt())
            }
            Measure::Ratio
            | Measure::Buchholz(_)
            | Measure::SonnebornBerger
            | Measure::Progressive
            | Measure::Encounter => false,
        }
    }

    /// The least that one can be ahead of another by, in a count that adds up over matches. Where the two meet, the count of
    /// both hangs on the margin there: once for points made, twice for a difference.
    #[expect(clippy::too_many_arguments, reason = "two entrants, what is counted, and how")]
    fn margin(
        &self,
        one: usize,
        other: usize,
        scope: u64,
        unit: usize,
        at: &[At],
        count: impl Fn(Made) -> Span,
        mutual: i64,
    ) -> i64 {
        let fixed = |entrant| {
            let pair = |against| count(Made::exact(self.fixed(entrant, against, unit))).least;
            members(scope).map(pair).sum::<i64>()
        };
        let mut margin = fixed(one) - fixed(other);
        for (index, at) in self.looked(1 << one | 1 << other, scope, at) {
            let Some(open) = self.open.get(index) else { continue };
            let made = |side: Side| self.known(at, unit).seen_by(side);
            let side = |entrant| if open.a == entrant { Some(Side::A) } else { (open.b == entrant).then_some(Side::B) };
            margin += match (side(one), side(other)) {
                (Some(own), Some(_)) => mutual * made(own).ahead.least,
                (Some(own), None) => count(made(own)).least,
                (None, Some(own)) => -count(made(own)).most,
                (None, None) => 0,
            };
        }
        margin
    }

    /// Ratios of points that an entrant can have, the least and the greatest among them. A ratio is greatest where won
    /// less so many times lost is; there all contests won end alike, at a corner, and all contests lost too.
    fn ratios(&self, entrant: usize, scope: u64, at: &[At]) -> Vec<Value> {
        let unit = place(Unit::Points);
        let mut known = Vec::new();
        let mut contests = (0, 0);
        for (index, at) in self.looked(1 << entrant, scope, at) {
            let Some((open, node)) = self.open.get(index).zip(self.tree.node(at.node)) else { continue };
            let side = if open.a == entrant { Side::A } else { Side::B };
            if matches!(at.points, Known::All(_)) {
                known.push(self.known(at, unit).seen_by(side));
            } else {
                contests.0 += node.contests[side];
                contests.1 += node.contests[side.other()];
            }
        }
        let fixed = members(scope).map(|other| Made::exact(self.fixed(entrant, other, unit)));
        let sum = fixed.chain(known).fold(Made::default(), Made::add);
        let corners = &self.tree.contest.corners;
        let ratio = |(winner, loser): Points, (other, own): Points| {
            let won = sum.won.least + contests.0 * winner + contests.1 * own;
            let lost = sum.lost.least + contests.0 * loser + contests.1 * other;
            Value::Ratio(WonLost { won, lost })
        };
        corners.iter().flat_map(|won| corners.iter().map(move |lost| ratio(*won, *lost))).collect()
    }
}

/// The lesser of two values.
fn lesser(one: Value, other: Value) -> Value {
    if other.compare(&one).is_lt() { other } else { one }
}
