//! The lists that units send: the rows of a sport, and of each event in it.

use std::collections::BTreeSet;

use super::{
    Candidate, Class, Context, PersonReview, TeamReview, e01_events, e02_entries, e05_group, e06_tier, r07_specialist,
    t01_roster, t03_sexes, t04_class, t05_teams, t06_joint, verdict,
};
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::id::UnitId;
use crate::regulations::{Event, Kind, RosterOf, Sport};
use crate::sex::Sex;

/// One row of a list.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) candidate: &'a Candidate<'a>,
    /// The sex to judge by.
    pub(super) sex: Option<Sex>,
    /// The quotas that the person counts in.
    pub(super) classes: BTreeSet<Class>,
}

/// The rows of a unit in a sport, or in one event of it.
pub(super) struct Team<'a> {
    pub(super) unit: UnitId,
    pub(super) sport: Sport,
    /// The event; none for the whole list of the sport.
    pub(super) event: Option<&'a Event>,
    pub(super) rows: Vec<&'a Row<'a>>,
    /// Whether the unit enters a team in the sport, or some row does not say what it enters.
    pub(super) is_team: bool,
}

impl<'a> Row<'a> {
    /// A row with what its review found.
    pub(super) fn of(candidate: &'a Candidate<'a>, sex: Option<Sex>, review: &PersonReview) -> Row<'a> {
        Row { candidate, sex, classes: verdict::classes(&review.findings) }
    }
}

impl Team<'_> {
    /// Whether something that the regulations say of a sport or event is about this list.
    pub(super) fn is(&self, of: &RosterOf) -> bool {
        match (of, self.event) {
            (RosterOf::Sport(sport), None) => *sport == self.sport && self.is_team,
            (RosterOf::Event(id), Some(event)) => *id == event.id,
            (RosterOf::Sport(_), Some(_)) | (RosterOf::Event(_), None) => false,
        }
    }

    /// The number of rows.
    pub(super) fn size(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// A finding about the list that a person must look at.
    pub(super) fn doubt(&self, clause: &crate::clause::Clause, code: Code, facts: Vec<Fact>) -> Finding {
        super::finding(clause, code, Severity::Review, Subject::Team(self.unit), facts)
    }

    /// A finding about the list.
    pub(super) fn finding(&self, clause: &crate::clause::Clause, code: Code, facts: Vec<Fact>) -> Finding {
        super::finding(clause, code, Severity::TeamInvalid, Subject::Team(self.unit), facts)
    }
}

/// One review for each unit and sport, then one for each of its team events, and for each other event in which something was
/// found, in the order of the rows.
pub(super) fn reviews(cx: &Context<'_>, rows: &[Row<'_>]) -> Vec<TeamReview> {
    let mut sheets: Vec<((UnitId, Sport), Vec<&Row<'_>>)> = Vec::new();
    for row in rows {
        let key = (row.candidate.unit, row.candidate.sport);
        match sheets.iter_mut().rev().find(|(other, _)| *other == key) {
            Some((_, sheet)) => sheet.push(row),
            None => sheets.push((key, vec![row])),
        }
    }
    sheets.into_iter().flat_map(|((unit, sport), rows)| of_sheet(cx, unit, sport, rows)).collect()
}

fn of_sheet<'a>(cx: &Context<'a>, unit: UnitId, sport: Sport, rows: Vec<&'a Row<'a>>) -> Vec<TeamReview> {
    let events = cx.regulations.events.iter().filter(|event| event.sport == sport);
    let enters = |row: &Row<'_>, event: &Event| row.candidate.events.contains(&event.id);
    let in_team = |row: &&Row<'_>| {
        row.candidate.events.is_empty()
            || cx.regulations.events.iter().any(|event| event.kind == Kind::Team && enters(row, event))
    };
    let is_team = rows.iter().any(in_team);
    let teams = events.filter_map(|event| {
        let rows: Vec<&Row<'_>> = rows.iter().copied().filter(|row| enters(row, event)).collect();
        (!rows.is_empty()).then_some(Team { unit, sport, event: Some(event), rows, is_team })
    });
    let teams: Vec<Team<'_>> = teams.collect();
    let sheet = Team { unit, sport, event: None, rows, is_team };
    let weighed = std::iter::once(&sheet).chain(&teams).map(|team| (team.event, findings(cx, team)));
    let shown =
        weighed.filter(|(event, findings)| event.is_none_or(|event| event.kind == Kind::Team) || !findings.is_empty());
    let review = |(event, findings): (Option<&Event>, Vec<Finding>)| TeamReview {
        unit,
        sport,
        event: event.map(|event| event.id.clone()),
        findings,
    };
    shown.map(review).collect()
}

/// The findings on a list, in the order of the rules.
fn findings(cx: &Context<'_>, team: &Team<'_>) -> Vec<Finding> {
    let mut findings = t01_roster::roster(cx, team);
    findings.extend(t03_sexes::sexes(cx, team));
    findings.extend(t04_class::classes(cx, team));
    findings.extend(t05_teams::teams(cx, team));
    findings.extend(t06_joint::joint(cx, team));
    findings.extend(r07_specialist::events(cx, team));
    findings.extend(e01_events::events(cx, team));
    findings.extend(e02_entries::entries(cx, team));
    findings.extend(e05_group::group(cx, team));
    findings.extend(e06_tier::replaced(cx, team));
    findings
}
