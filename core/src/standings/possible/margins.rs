//! What the margin of the last open match decides, where criteria compare points by their difference first.
//!
//! Beyond the sum of the differences that two entrants have so far, a greater margin changes nothing; up to there each one
//! is tried. The points made matter only where differences are equal, and there up to the most that anybody has made.

use super::contest::Points;
use super::known::{At, Found, Known};
use super::solve::{Solver, members};
use super::span::place;
use super::{Class, Margin};
use crate::regulations::{Criterion, Measure, ScoreRule, Unit};
use crate::side::Side;

/// The most margins that are tried for a winner.
const MOST_MARGINS: i64 = 2_000;

/// The places after each margin that can matter, the clearest first for either winner; the greatest stands for all
/// beyond. None where more than one match is open, margins say nothing or are too many.
pub(super) fn by_margin(solver: &mut Solver<'_>, score: &ScoreRule) -> Option<Vec<(Class, Vec<Found>)>> {
    let is_asked = matches!(score, ScoreRule::Total(_)) && solver.open.len() == 1 && differ_first(&solver.criteria);
    let most = 1 + farthest(solver);
    if !is_asked || most > MOST_MARGINS {
        return None;
    }
    let mut outcomes = Vec::new();
    for node in solver.tree.classes() {
        let class = solver.tree.node(node).and_then(|node| node.class)?;
        for margin in (1..=most).rev() {
            let ahead = if class.winner == Side::A { margin } else { -margin };
            let found = solver.run_at(&[At { node, points: Known::Ahead(ahead) }]);
            let least = u32::try_from(margin).ok()?;
            let bounds = Margin { least, most: (margin < most).then_some(least) };
            outcomes.push((Class { margin: Some(bounds), ..class }, found));
        }
    }
    Some(outcomes)
}

/// Whether points are only counted where their difference is equal: then nothing but the margin separates two of whom one
/// plays, as long as it is great enough.
fn differ_first(criteria: &[Criterion]) -> bool {
    let of_points = |criterion: &&Criterion| criterion.unit == Unit::Points;
    criteria.iter().enumerate().filter(|(_, criterion)| of_points(criterion)).all(|(at, criterion)| {
        match criterion.measure {
            Measure::Difference => true,
            Measure::Sum => criteria
                .iter()
                .take(at)
                .filter(of_points)
                .any(|before| before.measure == Measure::Difference && before.scope == criterion.scope),
            Measure::Ratio
            | Measure::Buchholz(_)
            | Measure::SonnebornBerger
            | Measure::Progressive
            | Measure::Encounter => false,
        }
    })
}

/// The most that two entrants can be apart in the difference of points, among whomever they are compared.
fn farthest(solver: &Solver<'_>) -> i64 {
    let sum =
        |entrant| solver.fixed_row(entrant, place(Unit::Points)).map(|row| (row.won - row.lost).abs()).sum::<i64>();
    let mut sums: Vec<i64> = members(solver.here).map(sum).collect();
    sums.sort_unstable();
    sums.iter().rev().take(2).sum()
}

/// The scores of a match by which side A is ahead by so many, side A's first: up to where more points change nothing.
pub(super) fn scores(solver: &Solver<'_>, ahead: i64) -> Vec<Points> {
    let sum = |entrant| solver.fixed_row(entrant, place(Unit::Points)).map(|row| row.won).sum::<i64>();
    let most = 1 + members(solver.here).map(sum).max().unwrap_or(0);
    (0..=most).map(|lost| (lost + ahead.max(0), lost - ahead.min(0))).collect()
}
