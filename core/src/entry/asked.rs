//! What the regulations ask of a form as it stands on paper: officials and partners.
//!
//! | code | when | out |
//! |---|---|---|
//! | `T02_TOO_MANY` | more leaders or coaches, above the table and in it, than a form may name | the form must change |
//! | `T02_MAY_NOT_PLAY` | an official who enters an event, where none may play | the form must change |
//! | `E03_PARTNER` | partners of two employers, where they must have one | the form must change |
//! | `E03_PARTNER` | the same, where an employer is not stated | a person must look |
//!
//! Partners of one unit need no rule: an entry is of one unit. Whether a form is late its meet tells
//! ([`Meet::late`](crate::meet::Meet::late)), since that depends on what was taken in before.

use std::collections::BTreeSet;

use super::form::Form;
use super::partner::{Pairing, pairing};
use super::row::Row;
use super::{mark, name};
use crate::clause::Clause;
use crate::finding::{Code, Fact, Finding, Place, Severity, Subject};
use crate::regulations::{Kind, PartnersOf, Regulations};
use crate::text::plain;

/// The officials that rule T02 counts, by the words for them.
const LEADER: &str = "领队";
const COACH: &str = "教练";

/// Everything that a form breaks as it stands.
pub(super) fn of_form(form: &Form, regulations: &Regulations) -> Vec<Finding> {
    let mut findings = officials(form, regulations);
    findings.extend(partners(form, regulations));
    findings
}

fn officials(form: &Form, regulations: &Regulations) -> Vec<Finding> {
    let Some(rule) = &regulations.rules.t02 else { return Vec::new() };
    let labelled = |label: &Option<String>| -> BTreeSet<String> {
        let names = label.as_deref().map(mark::list).unwrap_or_default();
        names.iter().map(|text| name::read(text).unwrap_or_else(|| text.clone())).collect()
    };
    let above =
        [(LEADER, labelled(&form.leader), rule.params.leaders), (COACH, labelled(&form.coach), rule.params.coaches)];
    let mut findings = Vec::new();
    for (word, named, most) in &above {
        let has_role = |row: &&Row| row.role.as_deref().is_some_and(|role| role.contains(word));
        let all: BTreeSet<&str> = named
            .iter()
            .map(String::as_str)
            .chain(form.rows.iter().filter(has_role).map(|row| row.name.as_str()))
            .collect();
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        if let Some(most) = most.filter(|most| count > u32::from(*most)) {
            let facts = vec![Fact::Text((*word).to_owned()), Fact::Count(count), Fact::Count(most.into())];
            findings.push(found(form, 0, &rule.clause, (Code::T02TooMany, Severity::TeamInvalid), facts));
        }
    }
    let is_official = |row: &&Row| {
        let role = row.role.as_deref().unwrap_or_default();
        above.iter().any(|(word, named, _)| role.contains(word) || named.contains(&row.name))
    };
    let playing = form.rows.iter().filter(|row| !rule.params.may_play && !row.events.is_empty());
    findings.extend(playing.filter(is_official).map(|row| {
        let facts = vec![Fact::Text(row.name.clone())];
        found(form, row.row, &rule.clause, (Code::T02MayNotPlay, Severity::TeamInvalid), facts)
    }));
    findings
}

fn partners(form: &Form, regulations: &Regulations) -> Vec<Finding> {
    let Some(rule) = regulations.rules.e03.as_ref().filter(|rule| rule.params == PartnersOf::Employer) else {
        return Vec::new();
    };
    let rows: Vec<&Row> = form.rows.iter().collect();
    let mut findings = Vec::new();
    let doubles = regulations.events.iter().filter(|event| matches!(event.kind, Kind::Doubles | Kind::MixedDoubles));
    for event in doubles.filter(|event| event.sport == form.sport) {
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.events.contains(&event.id)) {
            let (Pairing::Mutual(other) | Pairing::OneSided(other)) = pairing(&rows, index, &event.id) else {
                continue;
            };
            // Each pair is met twice, from either side.
            let Some(partner) = rows.get(other).filter(|_| index < other) else { continue };
            let employer = |row: &Row| row.facts.employer.as_deref().map(plain);
            let out = match (employer(row), employer(partner)) {
                (Some(one), Some(two)) if one == two => continue,
                (Some(_), Some(_)) => Severity::TeamInvalid,
                (None, _) | (_, None) => Severity::Review,
            };
            let facts = vec![Fact::Text(row.name.clone()), Fact::Text(partner.name.clone())];
            findings.push(found(form, row.row, &rule.clause, (Code::E03Partner, out), facts));
        }
    }
    findings
}

fn found(form: &Form, row: u32, clause: &Clause, (code, severity): (Code, Severity), facts: Vec<Fact>) -> Finding {
    let subject = Subject::Place(Place { sheet: form.sheet.clone(), row, column: None });
    let clause = Some(clause.clone()).filter(|clause| !clause.as_str().is_empty());
    Finding { code, severity, subject, clause, facts }
}
