//! Sanctions 处罚: matches that were played are lost after all, and an entry may be put out of its event.
//!
//! Which matches, and whether the entry is out, is the committee's decision under the regulations (eligibility §5.7);
//! what the rankings come to is reckoned anew. [`crate::document::journal::preview`] shows it before it is recorded.

use std::sync::Arc;

use super::play::NewClaim;
use super::{Effects, Meet, Record, Refused};
use crate::admission::State;
use crate::bracket::Touched;
use crate::id::{EntryId, EventId, MatchId, PersonId};
use crate::score::{Outcome, Stop};

/// A sanction on an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sanction {
    /// The event.
    pub event: EventId,
    /// The entry.
    pub entry: EntryId,
    /// The person on whose account; none for the entry as a whole.
    pub person: Option<PersonId>,
    /// The matches that are lost by disqualification.
    pub matches: Vec<MatchId>,
    /// Whether the entry is out: what it has not played is lost too.
    pub out: bool,
    /// Why.
    pub reason: String,
    /// For how many of the next meets the person, or the entry's people, may not enter.
    pub banned: u8,
    /// Whether later results that follow from another one are set aside.
    pub cascade: bool,
}

/// Why a sanction is not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSanctioned {
    /// It names no match, nobody is out, and nobody is barred.
    Nothing,
    /// The person is not in the entry.
    NotIn(PersonId),
    /// The reason is missing.
    NoReason,
}

impl Meet {
    /// Carries a sanction out whole, or not at all.
    pub(super) fn sanction(&mut self, record: &Record, sanction: &Sanction) -> Result<Effects, Refused> {
        let Sanction { event, entry: id, person, matches, out, reason, banned, cascade } = sanction;
        let refused = |why| Err(Refused::Sanction(why));
        let sport = self.event_rules(event)?.sport;
        let entry = self.entries.get(id).filter(|entry| entry.event == *event).ok_or(Refused::NoEntry(*id))?;
        if reason.trim().is_empty() {
            return refused(NotSanctioned::NoReason);
        }
        if let Some(person) = person.filter(|person| !entry.people.contains(person)) {
            return refused(NotSanctioned::NotIn(person));
        }
        if matches.is_empty() && !out && *banned == 0 && person.is_none() {
            return refused(NotSanctioned::Nothing);
        }
        let (mut after, mut touched) = (self.clone(), Touched::default());
        // The last match first: who loses an earlier one of a knockout does not stand in the later ones any more.
        let mut lost: Vec<MatchId> = match after.event(event) {
            Some(state) => state.bracket.matches().map(|found| found.id).filter(|id| matches.contains(id)).collect(),
            None => Vec::new(),
        };
        if lost.len() != matches.len() {
            return Err(Refused::NotDrawn(event.clone()));
        }
        lost.reverse();
        for match_id in lost {
            let state = after.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
            let (entries, side) = state.side_of(match_id, *id)?;
            let outcome = Outcome::Stopped { side, why: Stop::Disqualified, score: None };
            let claim = NewClaim { event, id: match_id, entries: Some(entries), outcome: &outcome, cascade: *cascade };
            let effects = after.play(record, claim)?;
            touched.matches.extend(effects.event.into_iter().flat_map(|(_, touched)| touched.matches));
        }
        if *out && !after.withdrawn.contains(id) {
            let effects = after.withdraw(event, *id)?;
            touched.matches.extend(effects.event.into_iter().flat_map(|(_, touched)| touched.matches));
        }
        if let Some(person) = person {
            Arc::make_mut(&mut after.admissions).take_out((*person, sport), State::Disqualified);
        }
        *self = after;
        Ok(Effects { event: Some((event.clone(), touched)) })
    }
}
