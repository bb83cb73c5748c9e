//! The people and entries of one unit, from all its forms.

use super::enrolled::{Enrolment, Entry, Member};
use super::form::Form;
use super::known::recognised;
use super::partner::{Pairing, pairing};
use super::person::{is_same_person, join};
use super::row::Row;
use super::unit::Unit;
use crate::finding::{Checked, Code, Fact, Finding, Place, Severity, Subject};
use crate::id::{EntryId, PersonId};
use crate::order;
use crate::person::Person;
use crate::regulations::{Event, Kind, Regulations};

/// The people of a unit, each once, and its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assembled {
    /// The people, in the order of the forms.
    pub members: Vec<Member>,
    /// The entries, in the order of the regulations' events, then of the forms.
    pub entries: Vec<Entry>,
}

/// Turns the forms of one unit into its people and entries: a team of all who list the team event, one entry for each
/// singles player, one for each pair that names each other (or of which one names the other and the other nobody).
///
/// A person who stands on several sheets is one person ([`is_same_person`]); whoever is in `known` keeps the id that
/// they have, with a corrected document number too, where the enrolments of `known` say that they stand on a list that
/// these forms replace. `next_person` and `next_entry` allot the ids of the others.
#[must_use]
pub fn assemble(
    forms: &[Form],
    unit: &Unit,
    regulations: &Regulations,
    known: &[Member],
    mut next_person: impl FnMut() -> PersonId,
    next_entry: impl FnMut() -> EntryId,
) -> Checked<Assembled> {
    let mut checked: Checked<Assembled> = Checked::default();
    let members = &mut checked.output.members;
    // Of each row of each form its place among the people.
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for form in forms {
        let mut form_members = Vec::new();
        for row in &form.rows {
            let same = |member: &Member| is_same_person((&member.person.name, &member.facts), (&row.name, &row.facts));
            let enrolment = enrolment(form, row);
            let at = members.iter().position(same);
            if let Some((at, member)) = at.and_then(|at| Some((at, members.get_mut(at)?))) {
                let different = join(&mut member.facts, &row.facts);
                member.person.sex = member.facts.sex;
                member.enrolments.push(enrolment);
                form_members.push(at);
                checked.findings.extend(different.into_iter().map(|what| conflict(form, row, what)));
                continue;
            }
            let person = Person { id: PersonId(0), name: row.name.clone(), sex: row.facts.sex, unit: unit.id };
            form_members.push(members.len());
            members.push(Member { person, facts: row.facts.clone(), enrolments: vec![enrolment] });
        }
        rows.push(form_members);
    }
    for (found, member) in recognised(members, known).into_iter().zip(members.iter_mut()) {
        member.person.id = found.unwrap_or_else(&mut next_person);
    }
    let id = |at: &usize| members.get(*at).map(|member| member.person.id);
    let ids: Vec<Vec<PersonId>> = rows.iter().map(|row| row.iter().filter_map(id).collect()).collect();
    checked.output.entries = entries(forms, &ids, unit, regulations, next_entry);
    checked
}

fn enrolment(form: &Form, row: &Row) -> Enrolment {
    let (role, jersey, remark) = (row.role.clone(), row.jersey.clone(), row.remark.clone());
    Enrolment { sport: form.sport, role, jersey, remark }
}

fn conflict(form: &Form, row: &Row, what: &str) -> Finding {
    let place = Place { sheet: form.sheet.clone(), row: row.row, column: None };
    let facts = vec![Fact::Text(row.name.clone()), Fact::Text(what.to_owned())];
    let (code, severity, subject) = (Code::ImportConflict, Severity::Review, Subject::Place(place));
    Finding { code, severity, subject, clause: None, facts }
}

fn entries(
    forms: &[Form],
    ids: &[Vec<PersonId>],
    unit: &Unit,
    regulations: &Regulations,
    mut next_entry: impl FnMut() -> EntryId,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for event in &regulations.events {
        let mut found: Vec<(String, Vec<PersonId>)> = Vec::new();
        for (form, ids) in forms.iter().zip(ids).filter(|(form, _)| form.sport == event.sport) {
            found.extend(entries_of_form(event, form, ids, unit));
        }
        if event.kind == Kind::Team {
            found = join_teams(found);
        }
        let mut seen: Vec<Vec<PersonId>> = Vec::new();
        for (name, people) in found {
            let mut sorted = people.clone();
            order::sort(&mut sorted);
            if !seen.contains(&sorted) {
                seen.push(sorted);
                entries.push(Entry {
                    id: next_entry(),
                    event: event.id.clone(),
                    unit: unit.id,
                    name,
                    people,
                    seed: None,
                });
            }
        }
    }
    entries
}

/// Names and people of the entries that one form makes in an event.
fn entries_of_form(event: &Event, form: &Form, ids: &[PersonId], unit: &Unit) -> Vec<(String, Vec<PersonId>)> {
    let rows: Vec<&Row> = form.rows.iter().collect();
    let entered = rows.iter().zip(ids).enumerate().filter(|(_, (row, _))| row.events.contains(&event.id));
    match event.kind {
        Kind::Team => {
            let people: Vec<PersonId> = entered.map(|(_, (_, id))| *id).collect();
            if people.is_empty() { Vec::new() } else { vec![(unit.name.clone(), people)] }
        }
        Kind::Singles => entered.map(|(_, (row, id))| (row.name.clone(), vec![*id])).collect(),
        Kind::Doubles | Kind::MixedDoubles => entered
            .filter_map(|(index, (row, id))| {
                let other = match pairing(&rows, index, &event.id) {
                    Pairing::Mutual(other) | Pairing::OneSided(other) => other,
                    Pairing::Unnamed | Pairing::Broken => return None,
                };
                // Each pair is met twice, from either side; the first to stand on the form makes it.
                let (partner, partner_id) = (rows.get(other)?, ids.get(other)?);
                (index < other).then(|| (format!("{}/{}", row.name, partner.name), vec![*id, *partner_id]))
            })
            .collect(),
    }
}

/// A unit has one team in an event, whatever the number of its sheets.
fn join_teams(found: Vec<(String, Vec<PersonId>)>) -> Vec<(String, Vec<PersonId>)> {
    let mut teams: Vec<(String, Vec<PersonId>)> = Vec::new();
    for (name, people) in found {
        match teams.first_mut() {
            Some((_, team)) => {
                for person in people {
                    if !team.contains(&person) {
                        team.push(person);
                    }
                }
            }
            None => teams.push((name, people)),
        }
    }
    teams
}
