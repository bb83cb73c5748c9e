//! Where a match stands in its plan.

use crate::format::PlannedMatch;
use crate::id::{MatchId, Part};
use crate::order;

/// A stretch of a plan: matches of one round of one part, by ascending number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Of its first match.
    key: u128,
    first: MatchId,
    last: u32,
    at: usize,
    length: usize,
}

/// The places of the matches of a plan by their ids, kept as few stretches: a plan lists its matches round by round.
#[derive(Clone, Debug)]
pub(super) struct MatchIndex {
    /// By the keys of their first matches; no two overlap.
    runs: Vec<Run>,
}

impl MatchIndex {
    /// The index of a plan, or the id that stands twice.
    ///
    /// # Complexity
    /// O(m + r log r) for m matches in r stretches.
    pub(super) fn of(matches: &[PlannedMatch]) -> Result<MatchIndex, MatchId> {
        let mut runs = stretches(matches, true);
        let overlap = |pair: &[Run]| matches!(pair, [one, next] if same_round(one.first, next.first) && next.first.number <= one.last);
        if runs.windows(2).any(overlap) {
            // Rounds that stand in no order: each match is a stretch of its own.
            runs = stretches(matches, false);
            let twice = runs.windows(2).find(|pair| overlap(pair)).and_then(|pair| pair.first());
            if let Some(run) = twice {
                return Err(run.first);
            }
        }
        Ok(MatchIndex { runs })
    }

    /// The place of a match in the plan, from 0.
    ///
    /// # Complexity
    /// O(log r) for r stretches; O(log m) more in one with gaps.
    pub(super) fn find(&self, matches: &[PlannedMatch], id: MatchId) -> Option<usize> {
        let key = key(id);
        let run = self.runs.get(self.runs.partition_point(|run| run.key <= key).checked_sub(1)?)?;
        if !same_round(run.first, id) || id.number > run.last {
            return None;
        }
        let step = (id.number - run.first.number) as usize;
        let number = |at: usize| matches.get(at).map(|planned| planned.id.number);
        if step < run.length && number(run.at + step) == Some(id.number) {
            return Some(run.at + step);
        }
        let stretch = matches.get(run.at..run.at + run.length)?;
        let found = stretch.binary_search_by(|planned| planned.id.number.cmp(&id.number)).ok()?;
        Some(run.at + found)
    }

    /// The places of the matches of a part, round by round.
    pub(super) fn of_part(&self, part: Part) -> impl Iterator<Item = usize> {
        let key = key(MatchId { part, round: 0, number: 0 });
        let from = self.runs.partition_point(|run| run.key < key);
        let runs = self.runs.iter().skip(from).take_while(move |run| run.first.part == part);
        runs.flat_map(|run| run.at..run.at + run.length)
    }
}

/// An id as one number, part before round before number: looking up compares nothing else.
fn key(id: MatchId) -> u128 {
    let (kind, which) = match id.part {
        Part::Group(group) => (0_u32, u32::from(group)),
        Part::Winner => (1, 0),
        Part::Placement(place) => (2, place),
        Part::Preliminary => (3, 0),
        Part::Loser => (4, 0),
        Part::Final => (5, 0),
        Part::Consolation => (6, 0),
        Part::SecondConsolation => (7, 0),
        Part::Compass(direction) => (8, direction as u32),
    };
    let high = u64::from(which) << 16 | u64::from(id.round);
    u128::from(kind) << 96 | u128::from(high) << 32 | u128::from(id.number)
}

fn same_round(one: MatchId, other: MatchId) -> bool {
    (one.part, one.round) == (other.part, other.round)
}

/// The stretches of a plan in the order of their ids; one for each match unless `long`.
fn stretches(matches: &[PlannedMatch], long: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, planned) in matches.iter().enumerate() {
        let id = planned.id;
        match runs.last_mut() {
            Some(run) if long && same_round(run.first, id) && run.last < id.number => {
                (run.last, run.length) = (id.number, run.length + 1);
            }
            _ => runs.push(Run { key: key(id), first: id, last: id.number, at, length: 1 }),
        }
    }
    order::sort_by_key(&mut runs, |run| run.key);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Slot;

    #[track_caller]
    fn check(ids: &str, expected: Result<(), &str>) {
        let planned = |id: &str| PlannedMatch::new(id.parse().unwrap(), Slot::Bye, Slot::Bye);
        let matches: Vec<PlannedMatch> = ids.split(' ').map(planned).collect();
        let index = MatchIndex::of(&matches);
        assert_eq!(index.as_ref().map(|_| ()).map_err(ToString::to_string), expected.map_err(str::to_owned));
        let Ok(index) = index else { return };
        for (at, planned) in matches.iter().enumerate() {
            assert_eq!(index.find(&matches, planned.id), Some(at));
        }
        for id in ["W1.3", "W1.9", "W9.1", "L1.1", "G1.1.1", "P3.1.1"] {
            let known = ids.split(' ').any(|known| known == id);
            assert_eq!(index.find(&matches, id.parse().unwrap()).is_some(), known, "{id} in {ids}");
        }
    }

    #[test]
    fn matches_are_found_whatever_their_order() {
        check("W1.1 W1.2 W1.4 W2.1", Ok(()));
        check("W1.4 W1.1 W2.1 W1.2", Ok(()));
        check("W1.1 W1.5 W2.1 W1.2 W1.3", Ok(()));
        check("G1.1.1 G2.1.1 G1.2.1 P3.1.1", Ok(()));
        check("W1.1 W2.1 W1.1", Err("W1.1"));
    }
}
