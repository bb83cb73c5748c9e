//! What a form that is taken in again changes, by name: of values nothing is said here.

use std::collections::BTreeMap;

use super::{Command, Meet, Refused};
use crate::entry::{Column, Form};
use crate::id::{EventId, PersonId, UnitId};
use crate::order;
use crate::person::{Facts, Person};
use crate::regulations::Sport;

/// What is different about a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What a known column says.
    Column(Column),
    /// What another column says, by its heading.
    Other(String),
}

/// What a form changes for the people of its unit and sport.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reimport {
    /// Who is new, by name.
    pub added: Vec<String>,
    /// Who is gone.
    pub removed: Vec<String>,
    /// Whose name, facts or events are different, and what of them.
    pub changed: Vec<(String, Vec<Field>)>,
    /// How many stay as they are.
    pub kept: usize,
}

/// The people of a form with their facts and events, as they would be taken in.
#[derive(Default)]
struct Looked {
    people: Vec<Person>,
    facts: BTreeMap<PersonId, Facts>,
    events: BTreeMap<PersonId, Vec<EventId>>,
    officials: Vec<PersonId>,
}

/// Ids that no one has yet: those who are new get them while the form is only looked at.
const UNUSED: u64 = 1 << 62;

impl Meet {
    /// What taking in a form would change; none where it is the first of its unit and sport, or its unit is not known.
    ///
    /// People are told by document number, else by name and full birth date; whose number is corrected stays who they are
    /// ([`crate::entry::assemble`]). Those whose facts the vault does not hold are told by name.
    ///
    /// # Complexity
    /// O(n²) for n people of the unit.
    #[must_use]
    pub fn reimport(&self, form: &Form, vault: &BTreeMap<PersonId, Facts>) -> Option<Reimport> {
        self.compared(form, vault).map(|(reimport, _)| reimport)
    }

    /// The same, with the ids of whoever is different.
    pub(super) fn compared(&self, form: &Form, vault: &BTreeMap<PersonId, Facts>) -> Option<(Reimport, Vec<PersonId>)> {
        let unit = form.unit?;
        let before = self.taken_in.get(&(unit, form.sport))?;
        let officials = self.officials.get(&(unit, form.sport)).into_iter().flatten();
        let before: Vec<&Person> = before.iter().chain(officials).filter_map(|id| self.people.get(id)).collect();
        let looked = self.looked_at(unit, form, vault).ok()?;
        let mut reimport = Reimport::default();
        let mut left = before;
        let mut changed = Vec::new();
        let mut new = Vec::new();
        for person in &looked.people {
            match left.iter().position(|old| old.id == person.id) {
                Some(at) => {
                    let old = left.remove(at);
                    let fields = self.fields((old, person), form.sport, vault, &looked);
                    changed.extend((!fields.is_empty()).then_some(old.id));
                    reimport.count(&person.name, fields);
                }
                None => new.push(person),
            }
        }
        for person in new {
            let document = looked.facts.get(&person.id).and_then(|facts| facts.document.as_ref());
            let is_same = |old: &&Person| match vault.get(&old.id) {
                Some(facts) => document.is_some() && facts.document.as_ref() == document,
                None => old.name == person.name,
            };
            match left.iter().position(is_same) {
                Some(at) => {
                    let old = left.remove(at);
                    let fields = self.fields((old, person), form.sport, vault, &looked);
                    changed.extend((!fields.is_empty()).then_some(old.id));
                    reimport.count(&person.name, fields);
                }
                None => reimport.added.push(person.name.clone()),
            }
        }
        reimport.removed = left.iter().map(|old| old.name.clone()).collect();
        Some((reimport, changed))
    }

    fn looked_at(&self, unit: UnitId, form: &Form, vault: &BTreeMap<PersonId, Facts>) -> Result<Looked, Refused> {
        let mut next = UNUSED;
        let next_id = || {
            next += 1;
            next
        };
        let intake = self.intake(unit, std::slice::from_ref(form), vault, next_id)?.output;
        let mut looked = Looked { facts: order::map(intake.facts), ..Looked::default() };
        for command in intake.commands {
            let Command::TakeIn { people: of_sport, entries, officials, .. } = command else { continue };
            looked.people.extend(of_sport);
            looked.officials.extend(officials);
            for entry in entries {
                let enter = |person: &PersonId| looked.events.entry(*person).or_default().push(entry.event.clone());
                entry.people.iter().for_each(enter);
            }
        }
        Ok(looked)
    }

    /// What is different about a person.
    fn fields(
        &self,
        (old, new): (&Person, &Person),
        sport: Sport,
        vault: &BTreeMap<PersonId, Facts>,
        looked: &Looked,
    ) -> Vec<Field> {
        let mut fields = Vec::new();
        if old.name != new.name {
            fields.push(Field::Column(Column::Name));
        }
        let is_of = |event: &EventId| {
            self.regulations.as_ref().and_then(|rules| rules.event(event)).is_some_and(|event| event.sport == sport)
        };
        let entered = self.entries.values().filter(|entry| entry.people.contains(&old.id) && is_of(&entry.event));
        let before = order::set(entered.map(|entry| entry.event.clone()));
        if before != order::set(looked.events.get(&new.id).cloned().unwrap_or_default()) {
            fields.push(Field::Column(Column::Events));
        }
        let was_official = self.officials.get(&(old.unit, sport)).is_some_and(|people| people.contains(&old.id));
        if was_official != looked.officials.contains(&new.id) {
            fields.push(Field::Column(Column::Role));
        }
        // What only the form of another sport states is not gone.
        let is_elsewhere = self.taken_in.iter().any(|((_, of), people)| *of != sport && people.contains(&old.id));
        if let Some((before, now)) = vault.get(&old.id).zip(looked.facts.get(&new.id)) {
            fields.extend(different(before, now, is_elsewhere));
        }
        fields
    }
}

impl Reimport {
    fn count(&mut self, name: &str, fields: Vec<Field>) {
        if fields.is_empty() {
            self.kept += 1;
        } else {
            self.changed.push((name.to_owned(), fields));
        }
    }
}

/// The facts that are different; with `may_be_silent` those that are no longer stated are passed over.
fn different(before: &Facts, now: &Facts, may_be_silent: bool) -> Vec<Field> {
    fn changed<T: PartialEq + Default>(before: &T, now: &T, may_be_silent: bool) -> bool {
        before != now && !(may_be_silent && *now == T::default())
    }
    let silent = may_be_silent;
    let columns = [
        (Column::Document, changed(&before.document, &now.document, silent)),
        (Column::Birth, changed(&before.birth, &now.birth, silent)),
        (Column::Sex, changed(&before.sex, &now.sex, silent)),
        (Column::Employer, changed(&before.employer, &now.employer, silent)),
        (Column::Employment, changed(&before.employment, &now.employment, silent)),
        (Column::Since, changed(&before.since, &now.since, silent)),
        (Column::InsuredMonths, changed(&before.insured_months, &now.insured_months, silent)),
        (Column::Member, changed(&before.member, &now.member, silent)),
        (Column::Student, changed(&before.student, &now.student, silent)),
        (Column::History, changed(&before.history, &now.history, silent)),
        (Column::Grade, changed(&before.grade, &now.grade, silent)),
        (Column::Health, changed(&before.health, &now.health, silent)),
        (Column::Cover, changed(&before.cover, &now.cover, silent)),
        (Column::Consent, changed(&before.consent, &now.consent, silent)),
        (Column::Papers, changed(&before.papers, &now.papers, silent)),
        (Column::Insurance, changed(&before.insurance, &now.insurance, silent)),
        (Column::Nationality, changed(&before.nationality, &now.nationality, silent)),
        (Column::DocumentKind, changed(&before.document_kind, &now.document_kind, silent)),
        (Column::Household, changed(&before.household, &now.household, silent)),
        (Column::HouseholdSince, changed(&before.household_since, &now.household_since, silent)),
        (Column::Rank, changed(&before.rank, &now.rank, silent)),
        (Column::Occupation, changed(&before.occupation, &now.occupation, silent)),
        (Column::Ranking, changed(&before.ranking, &now.ranking, silent)),
        (Column::Squad, changed(&before.squad, &now.squad, silent)),
        (Column::LowerTier, changed(&before.lower_tier, &now.lower_tier, silent)),
        (Column::Phone, changed(&before.phone, &now.phone, silent)),
    ];
    let known = columns.into_iter().filter(|(_, changed)| *changed).map(|(column, _)| Field::Column(column));
    let value = |facts: &Facts, heading: &str| -> Vec<String> {
        facts.other.iter().filter(|(other, _)| other == heading).map(|(_, text)| text.clone()).collect()
    };
    let headings = order::set(before.other.iter().chain(&now.other).map(|(heading, _)| heading.clone()));
    let others = headings.into_iter().filter(|heading| changed(&value(before, heading), &value(now, heading), silent));
    known.chain(others.map(Field::Other)).collect()
}
