//! Match lists 上场名单: whom a team names for a match that is played without line-ups (L03), as in basketball.
//!
//! A list is open to all, and stands until the match has its result; until then a later one replaces it.

use std::collections::{BTreeMap, BTreeSet};

use super::play::changed;
use super::{Effects, EventState, Meet, NotTaken, Refused};
use crate::bracket::Touched;
use crate::id::{EntryId, EventId, MatchId, PersonId};
use crate::lineup::{self, LineupFault, Roster};
use crate::order;
use crate::regulations::{Event, Kind, RosterOf, RosterSize};

impl EventState {
    /// Whom an entry named for a match; none where it handed in no list.
    #[must_use]
    pub fn match_list(&self, id: MatchId, entry: EntryId) -> Option<&BTreeSet<PersonId>> {
        self.match_lists.get(&(id, entry))
    }
}

impl Meet {
    /// Everything that is wrong with the match list of an entry, before it is handed in.
    ///
    /// # Errors
    /// [`NotTaken::NoList`] where the event has no teams, or has line-ups; other [`Refused`] where the entry does not stand
    /// in a match of that id.
    pub fn check_match_list(
        &self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        people: &BTreeSet<PersonId>,
    ) -> Result<Vec<LineupFault>, Refused> {
        let rules = self.lists_of(event)?;
        let state = self.event(event).ok_or_else(|| Refused::NotDrawn(event.clone()))?;
        state.side_of(id, entry)?;
        let team = self.entries.get(&entry).map(|entry| entry.people.as_slice()).unwrap_or_default();
        let barred = order::set(team.iter().copied().filter(|person| self.is_barred((*person, rules.sport))));
        let roster = Roster { people: &self.people, entry: team, barred: &barred };
        let mut faults = lineup::check_list(roster, self.list_size(rules), people);
        let named: Vec<PersonId> = people.iter().copied().collect();
        // Not all of a list stand on court together: of some there can be too few on it, never too many.
        let court = self.check_court(rules.sport, &named).into_iter();
        faults.extend(court.filter(|fault| !matches!(fault, LineupFault::TooManyOf { .. })));
        faults.extend(self.check_appearances(event, id, entry, &named));
        Ok(faults)
    }

    /// How many may be named for a match of an event (L03): by its own size, else that of its sport.
    #[must_use]
    pub fn list_size(&self, event: &Event) -> Option<&RosterSize> {
        let sizes = &self.regulations.as_ref()?.rules.l03.as_ref()?.params;
        let of = |asked: RosterOf| sizes.iter().find(|size| size.of == asked);
        of(RosterOf::Event(event.id.clone())).or_else(|| of(RosterOf::Sport(event.sport)))
    }

    pub(super) fn keep_match_list(
        &mut self,
        event: &EventId,
        id: MatchId,
        entry: EntryId,
        people: &BTreeSet<PersonId>,
    ) -> Result<Effects, Refused> {
        let mut faults = self.check_match_list(event, id, entry, people)?;
        let state = self.event_state(event)?;
        state.bracket.check_open(id, false)?;
        faults.retain(LineupFault::bars);
        if !faults.is_empty() {
            return Err(Refused::Lineup(NotTaken::Faults { faults, names: self.names(people) }));
        }
        let state = self.event_state(event)?;
        state.match_lists.insert((id, entry), people.clone());
        Ok(changed(event, Touched { matches: vec![id], ..Touched::default() }))
    }

    /// The names of people, as far as the meet knows them.
    pub(super) fn names(&self, people: &BTreeSet<PersonId>) -> BTreeMap<PersonId, String> {
        let named = people.iter().filter_map(|id| self.people.get(id));
        order::map(named.map(|person| (person.id, person.name.clone())))
    }

    /// The event, where its teams name people for each match.
    fn lists_of(&self, event: &EventId) -> Result<&Event, Refused> {
        let rules = self.event_rules(event)?;
        let has_lists = rules.kind == Kind::Team && rules.tie.is_none();
        has_lists.then_some(rules).ok_or_else(|| Refused::Lineup(NotTaken::NoList(event.clone())))
    }
}
