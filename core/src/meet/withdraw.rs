//! An entry withdraws 退赛: before the draw it is not drawn; afterwards every match that it has not played, now or
//! later, is a walkover for the other side.
//!
//! What becomes of the results that it has in a group is a matter of the ranking rules: kept (ITTF 3.7.5, which gives 0
//! for what is not played) or deleted (BWF GCR 16.3; rules A.1 and B.2), as [`crate::regulations::Withdrawal`] says.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Effects, EventState, Meet, Refused};
use crate::bracket::{ChangeError, Played, Touched};
use crate::id::{EntryId, EventId, MatchId};
use crate::score::{self, MatchRule, Outcome, Stop};
use crate::side::{BySide, Side};

impl Meet {
    /// The entries that withdrew, before or after the draw.
    #[must_use]
    pub fn withdrawn(&self) -> &BTreeSet<EntryId> {
        &self.withdrawn
    }

    pub(super) fn withdraw(&mut self, event: &EventId, entry: EntryId) -> Result<Effects, Refused> {
        self.event_rules(event)?;
        if self.entries.get(&entry).is_none_or(|found| found.event != *event) {
            return Err(Refused::NoEntry(entry));
        }
        if self.withdrawn.contains(&entry) {
            return Err(Refused::Withdrawn(entry));
        }
        let mut effects = Effects::default();
        if let Some(state) = self.events.get_mut(event) {
            let mut after = EventState::clone(state);
            after.withdrawn.insert(entry);
            let touched = after.walk_over()?;
            *state = Arc::new(after);
            effects.event = Some((event.clone(), touched));
        }
        Arc::make_mut(&mut self.withdrawn).insert(entry);
        Ok(effects)
    }
}

impl EventState {
    /// Decides the open matches of those who withdrew, and those that open because of it.
    pub(super) fn walk_over(&mut self) -> Result<Touched, ChangeError> {
        let mut touched = Touched::default();
        while let Some((id, played)) = self.next_walkover() {
            let more = self.put(id, Some(played), false)?;
            touched.matches.extend(more.matches);
            touched.groups.extend(more.groups);
        }
        Ok(touched)
    }

    fn next_walkover(&self) -> Option<(MatchId, Played)> {
        let open = self.bracket.matches().filter(|found| found.is_open());
        // Where something was entered for the match, that is what counts, or what staff decide on.
        let open = open.map(|found| found.id).filter(|id| self.dispute(*id).is_empty());
        let mut walkovers = open.filter_map(|id| {
            let entries = self.bracket.entries(id).ok()?;
            Some((id, walkover(self.bracket.rule(), &self.withdrawn, entries)?))
        });
        walkovers.next()
    }
}

/// What counts between two entries when nothing was entered, and one of them or both withdrew.
pub(super) fn walkover(rule: &MatchRule, withdrawn: &BTreeSet<EntryId>, entries: BySide<EntryId>) -> Option<Played> {
    let why = Stop::absence(&rule.score);
    let gone = |side: Side| withdrawn.contains(&entries[side]);
    let outcome = match (gone(Side::A), gone(Side::B)) {
        (true, true) => Outcome::BothAbsent,
        (true, false) => Outcome::Stopped { side: Side::A, why, score: None },
        (false, true) => Outcome::Stopped { side: Side::B, why, score: None },
        (false, false) => return None,
    };
    let tally = score::check(rule, &outcome).ok()?;
    Some(Played { outcome, tally })
}
