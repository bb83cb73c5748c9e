//! The commands of a drawn event: results, lots, courts.

use std::sync::Arc;

use super::claim::Claim;
use super::{Command, Effects, EventState, Meet, Record, Refused, Sanction, Slot};
use crate::bracket::{Played, Touched};
use crate::id::{EntryId, EventId, MatchId, RecordId};
use crate::regulations::Event;
use crate::score::Outcome;
use crate::side::BySide;

/// A result as a command brings it.
pub(super) struct NewClaim<'a> {
    pub(super) event: &'a EventId,
    pub(super) id: MatchId,
    pub(super) entries: Option<BySide<EntryId>>,
    pub(super) outcome: &'a Outcome,
    pub(super) cascade: bool,
}

impl Meet {
    /// The event of the regulations.
    pub(super) fn event_rules(&self, id: &EventId) -> Result<&Event, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        regulations.event(id).ok_or_else(|| Refused::NoEvent(id.clone()))
    }

    /// Takes up a result. Whoever entered it knew whom it is about; a result without entries is about those who stand
    /// in the match now.
    pub(super) fn play(&mut self, record: &Record, new: NewClaim<'_>) -> Result<Effects, Refused> {
        self.event_rules(new.event)?;
        let state = self.event_state(new.event)?;
        let entries = new.entries.map_or_else(|| state.bracket.entries(new.id), Ok)?;
        let tally = state.bracket.check_result(new.id, new.outcome)?;
        let played = Played { outcome: new.outcome.clone(), tally };
        let claim = Claim { record: record.id, answers: record.answers.clone(), entries, played };
        let touched = state.claim(new.id, claim, new.cascade)?;
        Ok(changed(new.event, touched))
    }

    pub(super) fn keep_slots(&mut self, event: &EventId, slots: &[(MatchId, Slot)]) -> Result<Effects, Refused> {
        let state = self.event_state(event)?;
        if let Some((id, _)) = slots.iter().find(|(id, _)| state.bracket.match_view(*id).is_none()) {
            return Err(crate::bracket::ChangeError::NoMatch(*id).into());
        }
        state.slots.extend(slots.iter().copied());
        let matches = slots.iter().map(|(id, _)| *id).collect();
        Ok(changed(event, Touched { matches, ..Touched::default() }))
    }

    /// The command with what the meet knows of it: between whom a result is.
    pub(super) fn completed(&self, mut command: Command) -> Command {
        if let Command::Result { event, id, entries, .. }
        | Command::Correct { event, id, entries, .. }
        | Command::Rule { event, id, entries, .. } = &mut command
            && entries.is_none()
        {
            *entries = self.event(event).and_then(|state| state.bracket.entries(*id).ok());
        }
        command
    }

    /// The records that a command replaces or decides on.
    pub(super) fn answered(&self, command: &Command) -> Vec<RecordId> {
        match command {
            Command::Correct { event, id, .. } | Command::Rule { event, id, .. } => {
                self.event(event).map(|state| state.answered(*id)).unwrap_or_default()
            }
            Command::Sanction(Sanction { event, matches, .. }) => {
                let state = self.event(event).into_iter();
                state.flat_map(|state| matches.iter().flat_map(|id| state.answered(*id))).collect()
            }
            Command::Undo(record) => vec![*record],
            _ => Vec::new(),
        }
    }

    /// Whether a command takes effect at once. A record of another device need not: a result waits for its entrants.
    pub(super) fn check(&self, command: &Command) -> Result<(), Refused> {
        if let Command::CommitLineup { event, id, entry, .. } = command {
            return self.check_first_lineup(event, *id, *entry);
        }
        let (event, id, entries) = match command {
            Command::Result { event, id, entries, .. }
            | Command::Correct { event, id, entries, .. }
            | Command::Rule { event, id, entries, .. } => (event, *id, entries),
            _ => return Ok(()),
        };
        self.event_rules(event)?;
        let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        let disputed = !state.dispute(id).is_empty();
        match command {
            Command::Rule { .. } => drop(state.bracket.entries(id)?),
            _ if disputed => return Err(Refused::Disputed(id)),
            Command::Correct { .. } => state.bracket.check_open(id, true)?,
            _ => state.bracket.check_open(id, false)?,
        }
        match entries {
            Some(entries) if *entries != state.bracket.entries(id)? => Err(Refused::OtherEntrants(id)),
            Some(_) | None => Ok(()),
        }
    }

    pub(super) fn event_state(&mut self, event: &EventId) -> Result<&mut EventState, Refused> {
        self.events.get_mut(event).map(Arc::make_mut).ok_or_else(|| Refused::NotDrawn(event.clone()))
    }
}

pub(super) fn changed(event: &EventId, touched: Touched) -> Effects {
    Effects { event: Some((event.clone(), touched)) }
}
