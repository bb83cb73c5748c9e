//! From the forms of a unit to the commands that take them in.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{Command, Meet, Refused};
use crate::entry::{Assembled, Enrolment, Entry, Form, Member, assemble};
use crate::finding::Checked;
use crate::id::{EntryId, EventId, PersonId, UnitId};
use crate::person::Facts;
use crate::regulations::Sport;

/// What is to be kept of a unit's forms: the public part as commands, the facts for the vault.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// One command a sport, in the order of the regulations.
    pub commands: Vec<Command>,
    /// The facts of the people, by id. They are kept before the commands are.
    pub facts: Vec<(PersonId, Facts)>,
}

impl Meet {
    /// What is to be kept of the forms of one unit. People who were taken in before keep their ids; `next_id` allots
    /// those of the others. Nothing is taken in yet.
    ///
    /// # Errors
    /// [`Refused::NoRegulations`], [`Refused::NoUnit`].
    pub fn intake(
        &self,
        unit: UnitId,
        forms: &[Form],
        vault: &BTreeMap<PersonId, Facts>,
        next_id: impl FnMut() -> u64,
    ) -> Result<Checked<Intake>, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        let unit = self.units.get(&unit).ok_or(Refused::NoUnit(unit))?;
        let known: Vec<Member> = self
            .people
            .values()
            .filter(|person| person.unit == unit.id)
            .filter_map(|person| {
                let facts = vault.get(&person.id)?.clone();
                let listed = |sport: &&Sport| {
                    let lists = [&self.taken_in, &self.officials].map(|lists| lists.get(&(unit.id, **sport)));
                    lists.into_iter().flatten().any(|people| people.contains(&person.id))
                };
                let enrolment = |sport: &Sport| Enrolment { sport: *sport, role: None, jersey: None, remark: None };
                let enrolments = Sport::ALL.iter().filter(listed).map(enrolment).collect();
                Some(Member { person: person.clone(), facts, enrolments })
            })
            .collect();
        // Two closures ask the one counter.
        let next_id = RefCell::new(next_id);
        let (next_person, next_entry) = (|| PersonId(next_id.borrow_mut()()), || EntryId(next_id.borrow_mut()()));
        let assembled = assemble(forms, unit, regulations, &known, next_person, next_entry);
        let mut intake = Intake::default();
        for sport in regulations.sports.iter().filter(|sport| forms.iter().any(|form| form.sport == **sport)) {
            intake.commands.push(self.command_of(unit.id, *sport, &assembled.output, vault));
        }
        let members = assembled.output.members.into_iter();
        intake.facts = members.map(|member| (member.person.id, member.facts)).collect();
        Ok(Checked { output: intake, findings: assembled.findings })
    }

    fn command_of(
        &self,
        unit: UnitId,
        sport: Sport,
        assembled: &Assembled,
        vault: &BTreeMap<PersonId, Facts>,
    ) -> Command {
        let enrolled = |member: &&Member| member.enrolments.iter().any(|enrolment| enrolment.sport == sport);
        let people = assembled.members.iter().filter(enrolled).map(|member| member.person.clone()).collect();
        let entries: Vec<Entry> = assembled.entries.iter().filter(|entry| self.is_of(entry, sport)).cloned().collect();
        let plays = |id: PersonId| entries.iter().any(|entry| entry.people.contains(&id));
        let is_official = |member: &&Member| {
            let mut of_sport = member.enrolments.iter().filter(|enrolment| enrolment.sport == sport);
            of_sport.all(Enrolment::is_official) && !plays(member.person.id)
        };
        let officials: Vec<PersonId> =
            assembled.members.iter().filter(enrolled).filter(is_official).map(|member| member.person.id).collect();
        let before = self.taken_in.get(&(unit, sport)).map_or(&[][..], Vec::as_slice);
        let events = |entries: &mut dyn Iterator<Item = &Entry>, id: PersonId| -> BTreeSet<EventId> {
            entries.filter(|entry| entry.people.contains(&id)).map(|entry| entry.event.clone()).collect()
        };
        let standing = || self.entries.values().filter(|entry| entry.unit == unit && self.is_of(entry, sport));
        let unchanged = assembled.members.iter().filter(enrolled).filter(|member| {
            let id = member.person.id;
            before.contains(&id)
                && !officials.contains(&id)
                && self.people.get(&id) == Some(&member.person)
                && vault.get(&id).is_some_and(|facts| facts.says_what(&member.facts))
                && events(&mut standing(), id) == events(&mut entries.iter(), id)
        });
        let unchanged = unchanged.map(|member| member.person.id).collect();
        Command::TakeIn { unit, sport, people, entries, unchanged, officials }
    }
}
