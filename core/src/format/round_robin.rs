//! Round robin: everybody against everybody, by the tables of Berger 贝格尔 or by rotation 逆时针轮转 (rules C.5).

use super::{Plan, PlanError, PlannedMatch, Slot};
use crate::id::{MatchId, Part};
use crate::regulations::{Legs, RoundOrder};

/// The most entrants of one round robin.
pub const MOST: u32 = 256;

/// The plan of one group in which everybody meets everybody once or twice; in the second leg the sides are exchanged.
///
/// ```
/// use gongsai::format::round_robin;
/// use gongsai::regulations::{Legs, RoundOrder};
/// assert_eq!(round_robin::plan(RoundOrder::Berger, Legs::One, 5)?.matches.len(), 10);
/// assert_eq!(round_robin::plan(RoundOrder::Circle, Legs::Two, 4)?.matches.len(), 12);
/// assert!(round_robin::plan(RoundOrder::Berger, Legs::One, 0).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for no entrants or more than [`MOST`].
///
/// # Complexity
/// O(n²) for n entrants, as many as the matches.
pub fn plan(order: RoundOrder, legs: Legs, entrants: u32) -> Result<Plan, PlanError> {
    plan_with_first(order, legs, entrants, &[])
}

/// The same with pairs of positions that meet in the first round: entrants of one unit are to meet early (ITTF
/// 3.7.5.5). The others keep their order in the numbers that are left.
///
/// ```
/// use gongsai::format::round_robin;
/// use gongsai::regulations::{Legs, RoundOrder};
/// let plan = round_robin::plan_with_first(RoundOrder::Berger, Legs::One, 6, &[(2, 3)])?;
/// let first: Vec<_> = plan.matches.iter().filter(|planned| planned.id.round == 1).map(|m| m.slots).collect();
/// assert!(first.iter().any(|slots| *slots == gongsai::side::BySide { a: gongsai::format::Slot::Position(2), b: gongsai::format::Slot::Position(3) }));
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] as for [`plan`], and for pairs that do not fit into one round.
pub fn plan_with_first(order: RoundOrder, legs: Legs, entrants: u32, pairs: &[(u32, u32)]) -> Result<Plan, PlanError> {
    if entrants < 1 {
        return Err(PlanError::TooFew { entrants, least: 1 });
    }
    if entrants > MOST {
        return Err(PlanError::TooMany { entrants, most: MOST });
    }
    let slots: Vec<Slot> = (1..=entrants).map(Slot::Position).collect();
    let seated = meeting_first(order, entrants, pairs)?;
    let seated: Vec<Slot> = seated.into_iter().map(Slot::Position).collect();
    Ok(Plan {
        matches: matches(1, &seated, order, legs),
        groups: vec![slots],
        places: (1u32..)
            .zip(1..)
            .take(entrants as usize)
            .map(|(place, rank)| (place, Slot::Rank { group: 1, rank }))
            .collect(),
        ..Plan::empty(entrants)
    })
}

/// Who has the numbers 1, 2, 3 … of the table, so that these pairs have the numbers of matches of the first round.
fn meeting_first(order: RoundOrder, entrants: u32, pairs: &[(u32, u32)]) -> Result<Vec<u32>, PlanError> {
    let first = pairs_of(order, entrants).into_iter().next().unwrap_or_default();
    let mut free = first.into_iter().filter(|(a, b)| *a > 0 && *b > 0);
    let mut by_number = vec![0; entrants as usize];
    let mut rest: Vec<u32> = (1..=entrants).collect();
    let refused = PlanError::Pairs { pairs: u32::try_from(pairs.len()).unwrap_or(u32::MAX) };
    for (one, other) in pairs {
        let (a, b) = free.next().ok_or(refused)?;
        for (number, position) in [(a, one), (b, other)] {
            let index = rest.iter().position(|known| known == position).ok_or(refused)?;
            rest.remove(index);
            by_number.iter_mut().skip(number as usize - 1).take(1).for_each(|seat| *seat = *position);
        }
    }
    let mut rest = rest.into_iter();
    by_number.iter_mut().filter(|seat| **seat == 0).for_each(|seat| *seat = rest.next().unwrap_or(0));
    Ok(by_number)
}

/// The pairs of each round in this order, left side first; 0 is the bye of an odd number of entrants.
#[must_use]
pub fn pairs_of(order: RoundOrder, entrants: u32) -> Vec<Vec<(u32, u32)>> {
    match order {
        RoundOrder::Berger => berger(entrants),
        RoundOrder::Circle => circle(entrants),
    }
}

/// The pairs of each round, left side first; 0 is the bye of an odd number of entrants.
///
/// In round `r` of `m` the entrant `x = (r + 1) * N / 2 mod m` meets `N`, the greatest number (or 0), which stands on
/// the right in odd rounds and on the left in even ones; pair `k` is `x + k` against `x - k`, modulo `m`. Nothing for fewer than 2
/// or more than [`MOST`] entrants.
///
/// ```
/// use gongsai::format::round_robin::berger;
/// assert_eq!(berger(4)[0], [(1, 4), (2, 3)]);
/// assert_eq!(berger(3), [[(1, 0), (2, 3)], [(0, 3), (1, 2)], [(2, 0), (3, 1)]]);
/// ```
#[must_use]
pub fn berger(entrants: u32) -> Vec<Vec<(u32, u32)>> {
    if !(2..=MOST).contains(&entrants) {
        return Vec::new();
    }
    let even = entrants + entrants % 2;
    let m = even - 1;
    let seat = |number: u32| (number + m - 1) % m + 1;
    let greatest = if entrants.is_multiple_of(2) { entrants } else { 0 };
    let round = |r: u32| {
        let x = (r + 1) * (even / 2) % m;
        let first = if r % 2 == 1 { (seat(x), greatest) } else { (greatest, seat(x)) };
        let others = (1..even / 2).map(|k| (seat(x + k), seat(x + m - k)));
        std::iter::once(first).chain(others).collect()
    };
    (1..=m).map(round).collect()
}

/// The pairs of each round by rotation: 1 stays, the others go one place on counter-clockwise; left side first, 0 is the
/// bye. Nothing for fewer than 2 or more than [`MOST`] entrants.
///
/// ```
/// use gongsai::format::round_robin::circle;
/// assert_eq!(circle(4), [[(1, 4), (2, 3)], [(1, 3), (4, 2)], [(1, 2), (3, 4)]]);
/// ```
#[must_use]
pub fn circle(entrants: u32) -> Vec<Vec<(u32, u32)>> {
    if !(2..=MOST).contains(&entrants) {
        return Vec::new();
    }
    let even = entrants + entrants % 2;
    let m = even - 1;
    // Who stands at place `p` of the ring behind 1 (from 0) in round `r` (from 0).
    let at = |r: u32, p: u32| {
        let number = (p + m - r % m) % m + 2;
        if number > entrants { 0 } else { number }
    };
    let round = |r: u32| {
        let others = (0..even / 2 - 1).map(|k| (at(r, k), at(r, m - 2 - k)));
        std::iter::once((1, at(r, m - 1))).chain(others).collect()
    };
    (0..m).map(round).collect()
}

/// The matches of one group, round by round; its slots stand in the order of its numbers 1, 2, 3 …
pub(super) fn matches(group: u16, slots: &[Slot], order: RoundOrder, legs: Legs) -> Vec<PlannedMatch> {
    let entrants = u32::try_from(slots.len()).unwrap_or(u32::MAX);
    let slot = |number: u32| slots.get((number as usize).wrapping_sub(1)).copied();
    let mut rounds = pairs_of(order, entrants);
    if legs == Legs::Two {
        let back = rounds.iter().map(|round| round.iter().map(|(a, b)| (*b, *a)).collect::<Vec<_>>());
        rounds.extend(back.collect::<Vec<_>>());
    }
    let mut matches = Vec::with_capacity(rounds.iter().map(Vec::len).sum());
    for (round, pairs) in (1..).zip(rounds) {
        let played = pairs.into_iter().filter_map(|(a, b)| slot(a).zip(slot(b)));
        for (number, (a, b)) in (1..).zip(played) {
            let id = MatchId { part: Part::Group(group), round, number };
            matches.push(PlannedMatch::new(id, a, b));
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(order: RoundOrder, entrants: u32) {
        let rounds = pairs_of(order, entrants);
        assert_eq!(rounds.len(), (entrants - 1 + entrants % 2) as usize);
        let mut met = BTreeSet::new();
        let mut left = vec![0i32; entrants as usize + 1];
        for round in rounds {
            let mut seen = BTreeSet::new();
            for (a, b) in round {
                assert!(seen.insert(a) && seen.insert(b), "twice in one round");
                if a != 0 && b != 0 {
                    assert!(met.insert((a.min(b), a.max(b))), "{a} meets {b} twice");
                    left[a as usize] += 1;
                    left[b as usize] -= 1;
                }
            }
        }
        assert_eq!(met.len(), (entrants * (entrants - 1) / 2) as usize);
        if order == RoundOrder::Berger {
            assert!(left.iter().all(|more| more.abs() <= 1), "{entrants}: the sides are uneven: {left:?}");
        }
    }

    #[test]
    fn everybody_meets_everybody_once() {
        for order in [RoundOrder::Berger, RoundOrder::Circle] {
            (2..=65).chain([255, 256]).for_each(|entrants| check(order, entrants));
        }
    }

    #[test]
    fn one_plays_nobody() {
        let one = plan(RoundOrder::Berger, Legs::Two, 1).unwrap();
        assert!(one.matches.is_empty());
        assert_eq!(one.places, [(1, Slot::Rank { group: 1, rank: 1 })]);
        assert_eq!(plan(RoundOrder::Berger, Legs::One, 257), Err(PlanError::TooMany { entrants: 257, most: 256 }));
        assert!(berger(0).is_empty() && circle(1).is_empty());
    }

    #[test]
    fn pairs_that_share_an_entrant_do_not_fit_into_a_round() {
        let refused = |pairs: &[(u32, u32)]| plan_with_first(RoundOrder::Berger, Legs::One, 5, pairs).unwrap_err();
        assert_eq!(refused(&[(1, 2), (2, 3)]), PlanError::Pairs { pairs: 2 });
        assert_eq!(refused(&[(1, 6)]), PlanError::Pairs { pairs: 1 });
        assert_eq!(refused(&[(1, 2), (3, 4), (5, 5)]), PlanError::Pairs { pairs: 3 });
    }
}
