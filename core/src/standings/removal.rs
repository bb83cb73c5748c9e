//! Who is deleted from a group with all results.

use super::{GroupResults, Options};
use crate::regulations::{RankingRules, Withdrawal};
use crate::score::Ending;
use crate::side::Side;

/// For each entrant, whether he is removed: where results of those who give up are deleted, one match not played to
/// its end and not won is enough (BWF GCR 16.3).
pub(super) fn removed(rules: &RankingRules, options: &Options, group: &GroupResults) -> Vec<bool> {
    let mut removed = vec![false; group.entrants];
    match options.withdrawal.unwrap_or(rules.withdrawal) {
        Withdrawal::Keep => return removed,
        Withdrawal::Delete => {}
    }
    let given_up = |ending| match ending {
        Ending::Played => false,
        Ending::Unfinished | Ending::Unplayed => true,
    };
    for meeting in group.matches.iter().filter(|meeting| group.knows(meeting) && given_up(meeting.tally.ending)) {
        for (side, entrant) in [(Side::A, meeting.a), (Side::B, meeting.b)] {
            if let Some(removed) = removed.get_mut(entrant) {
                *removed |= meeting.tally.winner != Some(side);
            }
        }
    }
    removed
}
