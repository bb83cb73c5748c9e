//! Another person in the place of one who cannot play 换人, as eligibility §5.6 has it.
//!
//! The place in the draw stays: nothing is drawn anew. Before the draw, and up to the last day for changes where the
//! regulations name one (E07, `change_until`), anybody of the same unit and sex may come in; after it only for medical
//! reasons or force majeure, and before the first match of the person who leaves. Who comes in is reviewed like everyone
//! else.

use std::sync::Arc;

use super::{Effects, Meet, Refused};
use crate::admission::State;
use crate::date::Date;
use crate::entry::Entry;
use crate::id::{EntryId, MatchId, PersonId};
use crate::person::Person;
use crate::regulations::Kind;
use crate::score::Ending;
use crate::side::Side;

/// Why a person is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The unit wishes it: before the draw.
    Wish,
    /// Illness or injury, with a paper.
    Medical,
    /// Force majeure.
    ForceMajeure,
}

/// One person in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// In which entry.
    pub entry: EntryId,
    /// Who leaves.
    pub out: PersonId,
    /// Who comes in.
    pub person: Person,
    /// Why.
    pub cause: Cause,
    /// The reason, in words.
    pub reason: String,
    /// The day; none in records of before it was kept.
    pub on: Option<Date>,
}

/// Why nobody is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSubstituted {
    /// Who leaves is not in the entry.
    NotIn(PersonId),
    /// Who comes in is of another unit, or known by another name.
    OtherPerson(PersonId),
    /// Who comes in is of another sex, or it is not known.
    OtherSex,
    /// Who comes in stands in this entry or another one of the event.
    Entered(EntryId),
    /// After the draw nobody is replaced because the unit wishes it.
    Drawn,
    /// Nor after this day, the last for changes.
    Closed(Date),
    /// Who leaves has played.
    HasPlayed(PersonId),
    /// The reason is missing.
    NoReason,
}

impl Meet {
    pub(super) fn substitute(&mut self, substitution: &Substitution) -> Result<Effects, Refused> {
        let Substitution { entry: id, out, person, cause, reason, on } = substitution;
        let refused = |why| Err(Refused::Substitution(why));
        let entry = self.entries.get(id).ok_or(Refused::NoEntry(*id))?;
        let event = self.event_rules(&entry.event)?;
        let (sport, is_team) = (event.sport, event.kind == Kind::Team);
        if reason.trim().is_empty() {
            return refused(NotSubstituted::NoReason);
        }
        if !entry.people.contains(out) {
            return refused(NotSubstituted::NotIn(*out));
        }
        let is_known = self.people.get(&person.id).is_none_or(|known| known == person);
        if person.unit != entry.unit || !is_known || person.name.trim().is_empty() {
            return refused(NotSubstituted::OtherPerson(person.id));
        }
        if self.people.get(out).is_none_or(|leaving| leaving.sex.is_none() || leaving.sex != person.sex) {
            return refused(NotSubstituted::OtherSex);
        }
        if let Some(other) = self.entries_of(&entry.event).find(|other| other.people.contains(&person.id)) {
            return refused(NotSubstituted::Entered(other.id));
        }
        let deadlines = self.regulations.as_ref().and_then(|regulations| regulations.rules.e07.as_ref());
        let last = deadlines.and_then(|rule| rule.params.change_until);
        if let Some(last) = last.filter(|last| *cause == Cause::Wish && on.is_some_and(|on| on > *last)) {
            return refused(NotSubstituted::Closed(last));
        }
        if self.event(&entry.event).is_some() {
            if *cause == Cause::Wish {
                return refused(NotSubstituted::Drawn);
            }
            if self.has_played(entry, *out) {
                return refused(NotSubstituted::HasPlayed(*out));
            }
        }
        let unit = entry.unit;
        let mut people = (*self.people).clone();
        people.insert(person.id, person.clone());
        self.people = Arc::new(people);
        let entries = Arc::make_mut(&mut self.entries);
        if let Some(entry) = entries.get_mut(id) {
            for place in entry.people.iter_mut().filter(|place| **place == *out) {
                *place = person.id;
            }
            if !is_team {
                let names = entry.people.iter().filter_map(|id| self.people.get(id)).map(|one| one.name.as_str());
                entry.name = names.collect::<Vec<_>>().join("/");
            }
        }
        let still_in = self.entries.values().any(|entry| entry.people.contains(out) && self.is_of(entry, sport));
        let list = Arc::make_mut(&mut self.taken_in).entry((unit, sport)).or_default();
        if !list.contains(&person.id) {
            list.push(person.id);
        }
        if let Some(officials) = Arc::make_mut(&mut self.officials).get_mut(&(unit, sport)) {
            officials.retain(|official| *official != person.id);
        }
        let admissions = Arc::make_mut(&mut self.admissions);
        if !still_in {
            list.retain(|listed| listed != out);
            admissions.take_out((*out, sport), State::Withdrawn);
        }
        admissions.list_changed(unit, sport);
        Ok(Effects::default())
    }

    /// The matches that an entry has begun, and, where its line-up is open or its match list is in, in which the person
    /// stood.
    pub fn played_by(&self, entry: &Entry, person: PersonId) -> impl Iterator<Item = MatchId> {
        let state = self.event(&entry.event);
        let id = entry.id;
        let begun = state.into_iter().flat_map(move |state| {
            let played = state.bracket.matches().filter_map(move |found| {
                let side = Side::BOTH.into_iter().find(|side| found.occupants[*side].entry() == Some(id))?;
                let played = found.played.filter(|played| played.tally.ending != Ending::Unplayed)?;
                Some((found.id, side, played))
            });
            played.filter(move |(id, side, _)| {
                let opened = &state.line_ups(*id)[*side].opened;
                let list = state.match_list(*id, entry.id);
                opened.as_ref().is_none_or(|lineup| lineup.people().contains(&person))
                    && list.is_none_or(|list| list.contains(&person))
            })
        });
        begun.map(|(id, ..)| id)
    }

    fn has_played(&self, entry: &Entry, person: PersonId) -> bool {
        self.played_by(entry, person).next().is_some()
    }
}
