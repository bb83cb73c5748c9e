//! Regulations, units, people, entries and reviews of a meet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Effects, Meet, Named, Refused, Reviewed, TeamReviewed};
use crate::admission::{NotAdmitted, Review, State};
use crate::entry::{Entry, Unit};
use crate::id::{EntryId, EventId, PersonId, UnitId};
use crate::order;
use crate::person::Person;
use crate::regulations::{RegulationsDraft, Sport, Value};

impl Meet {
    pub(super) fn set_regulations(&mut self, draft: &RegulationsDraft) -> Result<Effects, Refused> {
        if !self.entries.is_empty() || !self.taken_in.is_empty() {
            return Err(Refused::RegulationsStand);
        }
        let regulations = draft.clone().verify().map_err(Refused::Defects)?;
        self.regulations = Some(Arc::new(regulations));
        Ok(Effects::default())
    }

    pub(super) fn set_rules(&mut self, rules: &Value, review: Option<&Value>) -> Result<Effects, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        let changed = regulations.with_rules(rules, review).map_err(Refused::Defects)?;
        self.regulations = Some(Arc::new(changed));
        Ok(Effects::default())
    }

    pub(super) fn set_format(
        &mut self,
        event: &EventId,
        format: &Value,
        ranking: Option<&str>,
    ) -> Result<Effects, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        if regulations.event(event).is_none() {
            return Err(Refused::NoEvent(event.clone()));
        }
        if self.events.contains_key(event) {
            return Err(Refused::Drawn(event.clone()));
        }
        if self.announced.contains_key(event) {
            return Err(Refused::FormatAnnounced(event.clone()));
        }
        let changed = regulations.with_format(event, format, ranking).map_err(Refused::Defects)?;
        self.regulations = Some(Arc::new(changed));
        Ok(Effects::default())
    }

    pub(super) fn add_units(&mut self, units: &[Unit]) -> Result<Effects, Refused> {
        let mut names = order::set(self.units.values().map(|unit| unit.name.as_str()));
        let mut ids = order::set(self.units.keys().copied());
        for unit in units {
            if !names.insert(&unit.name) || !ids.insert(unit.id) {
                return Err(Refused::UnitTwice(unit.name.clone()));
            }
        }
        Arc::make_mut(&mut self.units).extend(units.iter().map(|unit| (unit.id, unit.clone())));
        Ok(Effects::default())
    }

    /// Takes in the form of a unit in a sport, in place of the one before. Of people who are said to be unchanged the
    /// review stands, with what people decided. Officials who enter nothing stand on no list of players.
    pub(super) fn take_in(
        &mut self,
        (unit, sport): (UnitId, Sport),
        people: &[Person],
        entries: &[Entry],
        unchanged: &[PersonId],
        officials: &[PersonId],
    ) -> Result<Effects, Refused> {
        self.check_form(unit, sport, people, entries)?;
        if let Some(id) = officials.iter().find(|id| !people.iter().any(|person| person.id == **id)) {
            return Err(Refused::NoPerson(*id));
        }
        let enters = |id: &PersonId| entries.iter().any(|entry| entry.people.contains(id));
        let (officials, players): (Vec<PersonId>, Vec<PersonId>) =
            people.iter().map(|person| person.id).partition(|id| officials.contains(id) && !enters(id));
        self.check_finals(unit, sport, &players, unchanged)?;
        let old = self.entries.values().filter(|entry| entry.unit == unit && self.is_of(entry, sport));
        let old: Vec<EntryId> = old.map(|entry| entry.id).collect();
        let standing = Arc::make_mut(&mut self.entries);
        for id in old {
            standing.remove(&id);
        }
        let mut before = Arc::make_mut(&mut self.taken_in).insert((unit, sport), players).unwrap_or_default();
        before.extend(Arc::make_mut(&mut self.officials).remove(&(unit, sport)).into_iter().flatten());
        if !officials.is_empty() {
            Arc::make_mut(&mut self.officials).insert((unit, sport), officials);
        }
        for person in before {
            let lists = [&self.taken_in, &self.officials];
            let mut forms =
                Sport::ALL.into_iter().flat_map(|sport| lists.map(|list| list.get(&(unit, sport)))).flatten();
            if !forms.any(|ids| ids.contains(&person)) {
                Arc::make_mut(&mut self.people).remove(&person);
            }
            if !unchanged.contains(&person) {
                Arc::make_mut(&mut self.admissions).forget((person, sport));
            }
        }
        Arc::make_mut(&mut self.admissions).list_changed(unit, sport);
        Arc::make_mut(&mut self.team_codes).remove(&(unit, sport));
        Arc::make_mut(&mut self.people).extend(people.iter().map(|person| (person.id, person.clone())));
        Arc::make_mut(&mut self.entries).extend(entries.iter().map(|entry| (entry.id, entry.clone())));
        Ok(Effects::default())
    }

    /// Nobody whose admission is final leaves a list or comes back on it with other facts.
    fn check_finals(
        &self,
        unit: UnitId,
        sport: Sport,
        players: &[PersonId],
        unchanged: &[PersonId],
    ) -> Result<(), Refused> {
        let before = self.taken_in.get(&(unit, sport)).into_iter().flatten().copied();
        let stays = |id: PersonId| unchanged.contains(&id) && players.contains(&id);
        let mut lost = before.filter(|id| self.admissions.is_final((*id, sport)) && !stays(*id));
        match lost.next() {
            Some(id) => Err(NotAdmitted::State((id, sport), State::Final).into()),
            None => Ok(()),
        }
    }

    fn check_form(&self, unit: UnitId, sport: Sport, people: &[Person], entries: &[Entry]) -> Result<(), Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        if !self.units.contains_key(&unit) {
            return Err(Refused::NoUnit(unit));
        }
        if !regulations.sports.contains(&sport) {
            return Err(Refused::NoSport(sport));
        }
        let drawn =
            regulations.events.iter().filter(|event| event.sport == sport && self.events.contains_key(&event.id));
        for event in drawn {
            let touched = entries.iter().any(|entry| entry.event == event.id)
                || self.entries_of(&event.id).any(|entry| entry.unit == unit);
            if touched {
                return Err(Refused::Drawn(event.id.clone()));
            }
        }
        let mut known: BTreeSet<PersonId> = BTreeSet::new();
        for person in people {
            let elsewhere = self.people.get(&person.id).is_some_and(|other| other.unit != unit);
            if person.unit != unit || elsewhere || !known.insert(person.id) {
                return Err(Refused::PersonElsewhere(person.id));
            }
        }
        let mut ids = BTreeSet::new();
        for entry in entries {
            let event = regulations.event(&entry.event).filter(|event| event.sport == sport);
            if event.is_none() {
                return Err(Refused::NoEvent(entry.event.clone()));
            }
            let taken =
                self.entries.get(&entry.id).is_some_and(|other| other.unit != unit || !self.is_of(other, sport));
            if taken || entry.unit != unit || !ids.insert(entry.id) {
                return Err(Refused::EntryTwice(entry.id));
            }
            if let Some(person) = entry.people.iter().find(|person| !known.contains(person)) {
                return Err(Refused::NoPerson(*person));
            }
        }
        Ok(())
    }

    pub(super) fn is_of(&self, entry: &Entry, sport: Sport) -> bool {
        let event = self.regulations.as_ref().and_then(|regulations| regulations.event(&entry.event));
        event.is_some_and(|event| event.sport == sport)
    }

    pub(super) fn keep_review(&mut self, people: &[Reviewed], teams: &[TeamReviewed]) -> Result<Effects, Refused> {
        for reviewed in people {
            self.check_person(reviewed.person)?;
        }
        if let Some(team) = teams.iter().find(|team| !self.units.contains_key(&team.unit)) {
            return Err(Refused::NoUnit(team.unit));
        }
        let looked_at = self.procedure().everyone;
        for Reviewed { person, sport, verdict, codes } in people {
            let found = Review { looked_at, ..Review::of(*verdict, codes.clone()) };
            Arc::make_mut(&mut self.admissions).keep_review((*person, *sport), found);
        }
        for team in teams {
            Arc::make_mut(&mut self.team_codes).insert((team.unit, team.sport), team.codes.clone());
        }
        Ok(Effects::default())
    }

    /// Corrects a name. Entries of one or two people bear their names, and are corrected with them.
    pub(super) fn rename(&mut self, what: Named, name: &str) -> Result<Effects, Refused> {
        if name.trim().is_empty() {
            return Err(Refused::NoName);
        }
        match what {
            Named::Unit(id) => {
                if self.units.values().any(|unit| unit.name == name && unit.id != id) {
                    return Err(Refused::UnitTwice(name.to_owned()));
                }
                name.clone_into(&mut Arc::make_mut(&mut self.units).get_mut(&id).ok_or(Refused::NoUnit(id))?.name);
            }
            Named::Entry(id) => {
                let entry = Arc::make_mut(&mut self.entries).get_mut(&id).ok_or(Refused::NoEntry(id))?;
                name.clone_into(&mut entry.name);
            }
            Named::Person(id) => {
                let person = Arc::make_mut(&mut self.people).get_mut(&id).ok_or(Refused::NoPerson(id))?;
                let before = std::mem::replace(&mut person.name, name.to_owned());
                for entry in Arc::make_mut(&mut self.entries).values_mut().filter(|entry| entry.people.contains(&id)) {
                    let parts = entry.name.split('/').map(|part| if part == before { name } else { part });
                    entry.name = parts.collect::<Vec<_>>().join("/");
                }
            }
        }
        Ok(Effects::default())
    }
}
