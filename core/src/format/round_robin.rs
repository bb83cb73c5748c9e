//! Round robin by the tables of Berger 贝格尔 (rules C.5).

use super::{Plan, PlanError, PlannedMatch, Slot};
use crate::id::{MatchId, Part};
use crate::side::BySide;

/// The most entrants of one round robin.
pub const MOST: u16 = 256;

/// The plan of one group in which everybody meets everybody once.
///
/// ```
/// use gongsai::format::round_robin;
/// let plan = round_robin::plan(5)?;
/// assert_eq!(plan.matches.len(), 10);
/// assert!(round_robin::plan(1).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] for fewer than 2 or more than [`MOST`] entrants.
pub fn plan(entrants: u16) -> Result<Plan, PlanError> {
    if entrants < 2 {
        return Err(PlanError::TooFew { entrants, least: 2 });
    }
    if entrants > MOST {
        return Err(PlanError::TooMany { entrants, most: MOST });
    }
    let positions: Vec<u16> = (1..=entrants).collect();
    Ok(Plan {
        entrants,
        positions: entrants,
        byes: Vec::new(),
        matches: matches(1, &positions),
        groups: vec![positions],
        second_draw: None,
        places: (1..=entrants).map(|rank| (rank, Slot::Rank { group: 1, rank })).collect(),
    })
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
pub fn berger(entrants: u16) -> Vec<Vec<(u16, u16)>> {
    if !(2..=MOST).contains(&entrants) {
        return Vec::new();
    }
    let even = u32::from(entrants) + u32::from(entrants) % 2;
    let m = even - 1;
    let seat = |number: u32| u16::try_from((number + m - 1) % m + 1).unwrap_or(0);
    let greatest = if entrants.is_multiple_of(2) { entrants } else { 0 };
    let round = |r: u32| {
        let x = (r + 1) * (even / 2) % m;
        let first = if r % 2 == 1 { (seat(x), greatest) } else { (greatest, seat(x)) };
        let others = (1..even / 2).map(|k| (seat(x + k), seat(x + m - k)));
        std::iter::once(first).chain(others).collect()
    };
    (1..=m).map(round).collect()
}

/// The matches of one group, round by round; its positions stand in the order of its numbers 1, 2, 3 …
pub(super) fn matches(group: u16, positions: &[u16]) -> Vec<PlannedMatch> {
    let entrants = u16::try_from(positions.len()).unwrap_or(u16::MAX);
    let slot = |number: u16| positions.get(usize::from(number).wrapping_sub(1)).copied().map(Slot::Position);
    let mut matches = Vec::new();
    for (round, pairs) in (1..).zip(berger(entrants)) {
        let played = pairs.into_iter().filter_map(|(a, b)| slot(a).zip(slot(b)));
        for (number, (a, b)) in (1..).zip(played) {
            let id = MatchId { part: Part::Group(group), round, number };
            matches.push(PlannedMatch { id, slots: BySide { a, b }, places: None });
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(entrants: u16) {
        let rounds = berger(entrants);
        assert_eq!(rounds.len(), usize::from(entrants - 1 + entrants % 2));
        let mut met = BTreeSet::new();
        for round in rounds {
            let mut seen = BTreeSet::new();
            for (a, b) in round {
                assert!(seen.insert(a) && seen.insert(b), "twice in one round");
                if a != 0 && b != 0 {
                    assert!(met.insert((a.min(b), a.max(b))), "{a} meets {b} twice");
                }
            }
        }
        assert_eq!(met.len(), usize::from(entrants) * usize::from(entrants - 1) / 2);
    }

    #[test]
    fn everybody_meets_everybody_once() {
        (2..=65).chain([255, 256]).for_each(check);
    }

    #[test]
    fn nobody_plays_alone() {
        assert_eq!(plan(1), Err(PlanError::TooFew { entrants: 1, least: 2 }));
        assert_eq!(plan(257), Err(PlanError::TooMany { entrants: 257, most: 256 }));
        assert!(berger(0).is_empty());
    }
}
