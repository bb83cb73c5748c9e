//! Scores that show places: from the clearest to the closest, and where somebody passes somebody.

use super::contest::Points;
use super::known::{At, Found, Known, Set};
use super::margins;
use super::solve::{Solver, members};
use super::span::place;
use crate::order;
use crate::regulations::Unit;
use crate::side::Side;

/// The most scores that are tried for one set.
const MOST_TRIED: usize = 1_200;
/// The most of them that lie evenly spread; the others are picked from all.
const EVEN: usize = 600;
/// How often the open matches are played out at random.
const RANDOM: usize = 200;
/// The most margins, and the most points of a loser, that are tried of a basketball game.
const MOST_NUMBERS: usize = 64;
/// Points of a basketball game that stand for very many.
const MANY: i64 = 20_000;

/// Tries scores of the open matches that a set looks at, until every place that is wanted is shown; whether all scores
/// there are were tried.
pub(super) fn search(
    solver: &mut Solver<'_>,
    set: Set,
    at: &[At],
    wanted: &[(usize, u64)],
    found: &mut [Found],
) -> bool {
    let looked: Vec<usize> = (0..at.len()).filter(|index| solver.looks(set.equal, *index)).collect();
    let mut is_whole = true;
    let mut lists = Vec::new();
    for index in &looked {
        let (list, is_all) = candidates(solver, set.equal, at[*index]);
        is_whole &= is_all;
        lists.push(list);
    }
    let all = lists.iter().try_fold(1_usize, |all, list| all.checked_mul(list.len()));
    is_whole &= all.is_some_and(|all| all <= MOST_TRIED);
    let is_shown = |found: &[Found]| {
        let shown = |entrant: usize| found.get(entrant).map_or(0, |found| found.shown);
        wanted.iter().all(|(entrant, allowed)| allowed & !shown(*entrant) == 0)
    };
    let mut at = at.to_vec();
    for pick in picks(&lists) {
        for ((index, list), pick) in looked.iter().zip(&lists).zip(pick) {
            if let (Some(at), Some(score)) = (at.get_mut(*index), list.get(pick)) {
                *at = *score;
            }
        }
        solver.solve(set, &at, found);
        if solver.is_spent() || is_shown(found) {
            return false;
        }
    }
    is_whole
}

/// Plays the open matches out at random, the same way each time: that shows most places at little cost.
pub(super) fn at_random(solver: &mut Solver<'_>, starts: &[usize], found: &mut [Found]) {
    let lists: Vec<Vec<At>> =
        starts.iter().map(|node| some(solver, At { node: *node, points: Known::Nothing })).collect();
    let lengths: Vec<usize> = lists.iter().map(Vec::len).collect();
    for pick in chances(lengths, RANDOM) {
        let at: Vec<At> = lists.iter().zip(pick).filter_map(|(list, pick)| list.get(pick).copied()).collect();
        if at.len() == lists.len() {
            for set in solver.sets(&at) {
                solver.solve(set, &at, found);
            }
        }
    }
}

/// Some scores of each end of an open match.
fn some(solver: &Solver<'_>, at: At) -> Vec<At> {
    let ends = solver.tree.ends(at.node).into_iter();
    let scores = |end: usize| {
        let points = if solver.tree.contest.ways.is_empty() {
            totals_of(solver, solver.here, end)
        } else {
            solver.tree.few(end)
        };
        points.into_iter().map(move |points| At { node: end, points: Known::All(points) })
    };
    ends.flat_map(scores).collect()
}

/// So many picks from lists of these lengths, by chance that is the same each time.
pub(super) fn chances(lengths: Vec<usize>, count: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut state = 1_u32;
    (0..count).map(move |_| {
        let next = |length: &usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            usize::try_from(state >> 8).unwrap_or(0) % length.max(&1)
        };
        lengths.iter().map(next).collect()
    })
}

/// Which of each list of these lengths, by one number for all.
pub(super) fn digits(number: usize, lengths: &[usize]) -> Vec<usize> {
    let mut rest = number;
    let digit = |length: &usize| {
        let digit = rest % length.max(&1);
        rest /= length.max(&1);
        digit
    };
    lengths.iter().map(digit).collect()
}

/// Which of each list, one after another: all ways where they are few; else some spread evenly, then some by chance that is
/// the same each time.
fn picks(lists: &[Vec<At>]) -> impl Iterator<Item = Vec<usize>> {
    let lengths: Vec<usize> = lists.iter().map(Vec::len).collect();
    let product = |numbers: &[usize]| numbers.iter().fold(1_usize, |all, number| all.saturating_mul(*number));
    let is_few = product(&lengths) <= MOST_TRIED;
    let mut steps = lengths.clone();
    if !is_few {
        // As many of each as the bound leaves, the first and the last among them.
        while product(&steps) > EVEN && steps.iter().any(|steps| *steps > 2) {
            steps.iter_mut().for_each(|steps| *steps = (*steps * 7 / 8).max(2));
        }
    }
    let even = product(&steps).min(if is_few { MOST_TRIED } else { EVEN });
    let chance = if is_few { 0 } else { MOST_TRIED - even };
    let counted = {
        let lengths = lengths.clone();
        (0..even).map(move |number| {
            let spread = |(step, (steps, length)): (usize, (&usize, &usize))| {
                if *steps < 2 { 0 } else { step * (length - 1) / (steps - 1) }
            };
            digits(number, &steps).into_iter().zip(steps.iter().zip(&lengths)).map(spread).collect()
        })
    };
    counted.chain(chances(lengths, chance))
}

/// Scores of an open match, within what is known of it, and whether they are all.
fn candidates(solver: &Solver<'_>, equal: u64, at: At) -> (Vec<At>, bool) {
    match at.points {
        Known::All(_) => return (vec![at], true),
        Known::Ahead(ahead) => {
            let all = margins::scores(solver, ahead);
            let is_whole = all.len() <= MOST_TRIED;
            return (all.into_iter().map(|points| At { points: Known::All(points), ..at }).collect(), is_whole);
        }
        Known::Nothing => {}
    }
    let (mut list, mut is_whole) = (Vec::new(), true);
    for end in solver.tree.ends(at.node) {
        let (points, is_all) = if solver.tree.contest.ways.is_empty() {
            (totals_of(solver, equal, end), false)
        } else {
            solver.tree.points(end, MOST_TRIED)
        };
        is_whole &= is_all;
        list.extend(points.into_iter().map(|points| At { node: end, points: Known::All(points) }));
    }
    (list, is_whole)
}

/// Totals that an end can have and that can matter in a set, side A's first.
fn totals_of(solver: &Solver<'_>, equal: u64, end: usize) -> Vec<Points> {
    let won_by_a = solver.tree.node(end).and_then(|node| node.class).is_some_and(|class| class.winner == Side::A);
    let turn = |(winner, loser): Points| if won_by_a { (winner, loser) } else { (loser, winner) };
    totals(solver, equal).into_iter().map(turn).collect()
}

/// Totals of a basketball game, the winner's first, by which somebody in a set draws level with another, passes or just
/// does not, in points made or in the difference; and some far from that.
fn totals(solver: &Solver<'_>, equal: u64) -> Vec<Points> {
    let unit = place(Unit::Points);
    let (mut margins, mut made) = (vec![1, 2, 40, MANY], vec![0, 30, 70, MANY]);
    for scope in [equal, solver.here] {
        let sums = members(equal).map(|entrant| {
            let counts = members(scope).map(|other| solver.fixed(entrant, other, unit));
            counts.fold((0, 0), |sum, count| (sum.0 + count.won, sum.1 + count.lost))
        });
        for one in sums.clone() {
            for other in sums.clone() {
                let margin = (one.0 - one.1) - (other.0 - other.1);
                margins.extend([margin - 1, margin, margin + 1, margin / 2, margin / 2 + 1]);
                made.extend([one.0 - other.0 - 1, one.0 - other.0, one.0 - other.0 + 1]);
            }
        }
    }
    margins.retain(|margin| (1..=MANY).contains(margin));
    made.retain(|made| (0..=MANY).contains(made));
    let (margins, made) = (thinned(margins), thinned(made));
    margins.iter().flat_map(|margin| made.iter().map(move |made| (made + margin, *made))).collect()
}

/// The numbers in order, each once; of very many some, spread evenly.
fn thinned(numbers: Vec<i64>) -> Vec<i64> {
    let numbers = order::set(numbers);
    let step = numbers.len() / MOST_NUMBERS + 1;
    numbers.into_iter().step_by(step).collect()
}
