//! Who meets whom, which rubbers count no more, and which may start.

use std::collections::BTreeSet;

use super::Lineup;
use crate::id::PersonId;
use crate::order;
use crate::regulations::{RubberOrder, TieSystem};
use crate::score::check_tie;
use crate::side::{BySide, Side};

/// Who plays each rubber on both sides, in the order of the system. Line-ups that [`check`](super::check) accepts give
/// every rubber its players.
#[must_use]
pub fn rubbers(system: &TieSystem, line_ups: BySide<&Lineup>) -> Vec<BySide<Vec<PersonId>>> {
    let of = |side: Side| move |rubber| line_ups[side].players(rubber, side);
    system.rubbers.iter().map(|rubber| BySide { a: of(Side::A)(rubber), b: of(Side::B)(rubber) }).collect()
}

/// The rubbers that are not played and count no more, as indices into [`TieSystem::rubbers`]: all that are left when the
/// tie is decided. None where all are played: there each counts for the ranking.
///
/// ```
/// use gongsai::lineup::dead;
/// use gongsai::regulations::TieSystem;
/// use gongsai::side::Side;
/// let system = TieSystem::named("workers_5").unwrap();
/// let won = Some(Side::A);
/// assert_eq!(dead(&system, &[won, won, won]), [3, 4]);
/// assert!(dead(&system, &[won, won]).is_empty());
/// ```
#[must_use]
pub fn dead(system: &TieSystem, results: &[Option<Side>]) -> Vec<usize> {
    if system.play_all || !check_tie(system, results).finished {
        return Vec::new();
    }
    (0..system.rubbers.len()).filter(|at| is_open(results, *at)).collect()
}

/// The rubbers that may start now, as indices into [`TieSystem::rubbers`]; of several each by itself, and it is asked
/// again when one has started.
///
/// `results` are the winners of the rubbers so far, `playing` those in play, `rubbers` who plays them. A rubber may start
/// when its players are known and none of them is in play; in fixed order only the first that has not started; and where
/// play stops at the majority only when it is sure to be needed, however those in play end.
///
/// # Complexity
/// The rubbers, times the people in play.
///
/// ```
/// use gongsai::id::PersonId;
/// use gongsai::lineup::startable;
/// use gongsai::regulations::TieSystem;
/// use gongsai::side::BySide;
/// let system = TieSystem::named("workers_3").unwrap();
/// let pair = |n: u64| BySide { a: vec![PersonId(n)], b: vec![PersonId(n + 10)] };
/// let rubbers = [pair(1), pair(2), pair(1)];
/// assert_eq!(startable(&system, &[], &[], &rubbers), [0]);
/// assert_eq!(startable(&system, &[], &[0], &rubbers), [1]);
/// assert!(startable(&system, &[], &[0, 1], &rubbers).is_empty(), "two may be enough");
/// ```
#[must_use]
pub fn startable(
    system: &TieSystem,
    results: &[Option<Side>],
    playing: &[usize],
    rubbers: &[BySide<Vec<PersonId>>],
) -> Vec<usize> {
    let all = system.rubbers.len();
    let playing = order::set(playing.iter().copied().filter(|at| *at < all && is_open(results, *at)));
    let won = check_tie(system, results).score;
    let nearest = usize::from(won.a.max(won.b)) + playing.len();
    if !system.play_all && nearest >= usize::from(system.wins_needed) {
        return Vec::new();
    }
    let of = |at: usize| rubbers.get(at).into_iter().flat_map(|rubber| rubber.a.iter().chain(&rubber.b)).copied();
    let busy: BTreeSet<PersonId> = order::set(playing.iter().flat_map(|at| of(*at)));
    let known = |at: usize| rubbers.get(at).is_some_and(|rubber| !rubber.a.is_empty() && !rubber.b.is_empty());
    let waiting = (0..all).filter(|at| is_open(results, *at) && !playing.contains(at));
    let next = match system.order {
        RubberOrder::Fixed => 1,
        RubberOrder::Free => all,
    };
    waiting.take(next).filter(|at| known(*at) && of(*at).all(|person| !busy.contains(&person))).collect()
}

fn is_open(results: &[Option<Side>], at: usize) -> bool {
    results.get(at).copied().flatten().is_none()
}
