//! Hidden line-ups of team ties: each captain commits to one, and both are opened when both are in.
//!
//! Line-ups belong to the two who meet: when others come to stand in the match they have to hand in anew. A commitment
//! stands for good. Two different ones of a team open nothing until staff undo one of them, whatever clock the second
//! bears: so nobody can hand in another line-up after the other side's was opened.

use std::collections::BTreeMap;

use super::play::changed;
use super::{Effects, EventState, Meet, Refused};
use crate::bracket::Touched;
use crate::id::{EntryId, EventId, MatchId, PersonId};
use crate::lineup::{self, Lineup, LineupCommitment, LineupFault, LineupOf, Roster};
use crate::order;
use crate::regulations::{Event, TieSystem};
use crate::side::{BySide, Side};

/// What one side handed in for a tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedIn {
    /// The commitments; more than one only where they differ and staff must decide.
    pub commitments: Vec<LineupCommitment>,
    /// The line-up, once it is opened.
    pub opened: Option<Lineup>,
}

/// How far a side's line-up is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineupState {
    /// It is handed in and hidden.
    Committed,
    /// Two that differ are handed in.
    Differ,
    /// It is open.
    Opened,
}

impl HandedIn {
    /// How far it is; none where nothing is handed in.
    #[must_use]
    pub fn state(&self) -> Option<LineupState> {
        match (&self.opened, self.commitments.len()) {
            (Some(_), _) => Some(LineupState::Opened),
            (None, 0) => None,
            (None, 1) => Some(LineupState::Committed),
            (None, _) => Some(LineupState::Differ),
        }
    }
}

/// Why a line-up is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum NotTaken {
    /// The event has no team ties.
    NoTie(EventId),
    /// The event has no match lists: no teams play in it, or they hand in line-ups.
    NoList(EventId),
    /// The team has handed in already.
    Committed(EntryId),
    /// The team has not handed in.
    NotCommitted(EntryId),
    /// The team has handed in two that differ: staff must undo one.
    Differ(EntryId),
    /// A line-up of the tie is open.
    Opened,
    /// The line-up is not the one that was handed in.
    Unlike,
    /// The line-up breaks rules.
    Faults {
        /// Everything that bars it.
        faults: Vec<LineupFault>,
        /// The names of the people in it.
        names: BTreeMap<PersonId, String>,
    },
}

impl EventState {
    /// What the two who stand in a match handed in for it.
    #[must_use]
    pub fn line_ups(&self, id: MatchId) -> BySide<HandedIn> {
        let entries = self.bracket.entries(id).ok();
        entries.and_then(|entries| self.line_ups.get(&(id, entries))).cloned().unwrap_or_default()
    }

    /// The two who stand in a match, and on which side an entry does.
    pub(super) fn side_of(&self, id: MatchId, entry: EntryId) -> Result<(BySide<EntryId>, Side), Refused> {
        let entries = self.bracket.entries(id)?;
        let side = Side::BOTH.into_iter().find(|side| entries[*side] == entry);
        Ok((entries, side.ok_or(Refused::OtherEntrants(id))?))
    }
}

impl Meet {
    /// Everything that is wrong with the line-up of an entry for a match, before it is handed in.
    ///
    /// # Errors
    /// [`Refused`] where the entry does not stand in a team tie of that id.
    pub fn check_lineup(
        &self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        lineup: &Lineup,
    ) -> Result<Vec<LineupFault>, Refused> {
        let (rules, system) = self.tie_of(event)?;
        let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        let (_, side) = state.side_of(id, entry)?;
        let people = self.entries.get(&entry).map(|entry| entry.people.as_slice()).unwrap_or_default();
        let barred = people.iter().copied().filter(|person| self.is_barred((*person, rules.sport)));
        let roster = Roster { people: &self.people, entry: people, barred: &order::set(barred) };
        let mut faults = lineup::check(system, side, roster, lineup);
        let on_court: Vec<PersonId> = lineup.people().into_iter().collect();
        // What is chosen so far has too few of many: that is told of a whole line-up.
        if !faults.iter().any(|fault| matches!(fault, LineupFault::Empty { .. } | LineupFault::People { .. })) {
            faults.extend(self.check_court(rules.sport, &on_court));
        }
        faults.extend(self.check_appearances(event, id, entry, &on_court));
        Ok(faults)
    }

    pub(super) fn commit_lineup(
        &mut self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        commitment: LineupCommitment,
    ) -> Result<Effects, Refused> {
        self.tie_of(event)?;
        let state = self.event_state(event)?;
        let (entries, side) = state.side_of(id, entry)?;
        state.bracket.check_open(id, false)?;
        let before = state.line_ups(id);
        if before.iter().any(|(_, handed)| handed.opened.is_some()) {
            return Err(Refused::Lineup(NotTaken::Opened));
        }
        if before[side].commitments.contains(&commitment) {
            return Err(Refused::Lineup(NotTaken::Committed(entry)));
        }
        state.line_ups.entry((id, entries)).or_default()[side].commitments.push(commitment);
        Ok(changed(event, Touched { matches: vec![id], ..Touched::default() }))
    }

    /// Whether a line-up is handed in for the first time: another one would have to be decided on by the staff.
    pub(super) fn check_first_lineup(&self, event: &EventId, id: MatchId, entry: EntryId) -> Result<(), Refused> {
        let Some(state) = self.event(event) else { return Ok(()) };
        let (_, side) = state.side_of(id, entry)?;
        match state.line_ups(id)[side].commitments.is_empty() {
            true => Ok(()),
            false => Err(Refused::Lineup(NotTaken::Committed(entry))),
        }
    }

    pub(super) fn open_lineup(
        &mut self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        lineup: &Lineup,
        secret: &str,
    ) -> Result<Effects, Refused> {
        let mut faults = self.check_lineup(event, id, entry, lineup)?;
        let state = self.event_state(event)?;
        let (entries, side) = state.side_of(id, entry)?;
        let handed = state.line_ups(id);
        for (side, handed) in handed.iter() {
            match handed.commitments.as_slice() {
                [] => return Err(Refused::Lineup(NotTaken::NotCommitted(entries[side]))),
                [_] => {}
                _ => return Err(Refused::Lineup(NotTaken::Differ(entries[side]))),
            }
        }
        if handed[side].opened.is_some() {
            return Err(Refused::Lineup(NotTaken::Opened));
        }
        let made = LineupCommitment::to(LineupOf { event, id, entry }, lineup, secret);
        if handed[side].commitments != [made] {
            return Err(Refused::Lineup(NotTaken::Unlike));
        }
        faults.retain(LineupFault::bars);
        if !faults.is_empty() {
            return Err(Refused::Lineup(NotTaken::Faults { faults, names: self.names(&lineup.people()) }));
        }
        state.line_ups.entry((id, entries)).or_default()[side].opened = Some(lineup.clone());
        Ok(changed(event, Touched { matches: vec![id], ..Touched::default() }))
    }

    /// The event and its system of ties.
    fn tie_of(&self, event: &EventId) -> Result<(&Event, &TieSystem), Refused> {
        let rules = self.event_rules(event)?;
        let system = rules.tie.as_ref().ok_or_else(|| Refused::Lineup(NotTaken::NoTie(event.clone())))?;
        Ok((rules, system))
    }
}
