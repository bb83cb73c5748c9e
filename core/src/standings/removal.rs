//! Who is deleted from a group with all results.

use super::{GroupResults, Meeting, Options};
use crate::order;
use crate::regulations::{RankingRules, Withdrawal};
use crate::score::Ending;
use crate::side::Side;

/// For each entrant, whether he is removed. Where results of those who give up are deleted, one match not played to its end
/// and not won is enough (BWF GCR 16.3); or so many that he did not appear for; or one, when fewer than half of his matches
/// were played.
pub(super) fn removed(rules: &RankingRules, options: &Options, group: &GroupResults) -> Vec<bool> {
    let mut removed = vec![false; group.entrants];
    let policy = options.withdrawal.unwrap_or(rules.withdrawal);
    if policy == Withdrawal::Keep {
        return removed;
    }
    let mut counts = vec![Counts::default(); group.entrants];
    for meeting in group.matches.iter().filter(|meeting| group.knows(meeting)) {
        for (side, entrant) in [(Side::A, meeting.a), (Side::B, meeting.b)] {
            let Some(counts) = counts.get_mut(entrant) else { continue };
            let lost = meeting.tally.winner != Some(side);
            counts.played += u32::from(meeting.tally.ending == Ending::Played);
            counts.given_up += u32::from(lost && meeting.tally.ending != Ending::Played);
            counts.absent += u32::from(lost && meeting.tally.ending == Ending::Unplayed);
        }
    }
    let matches = to_play(group);
    for (removed, counts) in removed.iter_mut().zip(counts) {
        *removed = match policy {
            Withdrawal::Keep => false,
            Withdrawal::Delete => counts.given_up > 0,
            Withdrawal::Half => counts.given_up > 0 && 2 * counts.played < matches,
            Withdrawal::Absences(times) => counts.absent >= u32::from(times.max(1)),
        };
    }
    removed
}

/// What one entrant did.
#[derive(Clone, Copy, Default)]
struct Counts {
    /// Matches played to their end.
    played: u32,
    /// Matches not won and not played to their end.
    given_up: u32,
    /// Those of them that never began.
    absent: u32,
}

/// How many matches each has in the group: everybody against everybody, as often as any two have met.
fn to_play(group: &GroupResults) -> u32 {
    let pair = |meeting: &Meeting| (meeting.a.min(meeting.b), meeting.a.max(meeting.b));
    let mut pairs: Vec<(usize, usize)> = group.matches.iter().map(pair).collect();
    order::sort(&mut pairs);
    let legs = pairs.chunk_by(|one, other| one == other).map(<[_]>::len).max().unwrap_or(1);
    u32::try_from(group.entrants.saturating_sub(1).saturating_mul(legs)).unwrap_or(u32::MAX)
}
