//! What a meet comes to, by name: the table of units with its reasons, and the awards.

use std::sync::Arc;

use super::names::name;
use crate::clause::Clause;
use crate::id::{EventId, UnitId};
use crate::meet::{Meet, Named};
use crate::overall::{AwardRow, EventRow, Separation, UnitRow, awards, overall};
use crate::regulations::{Award, AwardTo, Kind};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallEvent {
    /// What it is called.
    pub name: Arc<str>,
    /// How far it is.
    pub row: EventRow,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallUnit {
    /// What it is called.
    pub name: Arc<str>,
    /// Its place, points and medals.
    pub row: UnitRow,
    /// What its entries are called, in the order of their scores.
    pub entries: Vec<Arc<str>>,
    /// What separates it from units with equal points.
    pub separations: Vec<(Separation, Vec<Arc<str>>)>,
}

/// One award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallAward {
    /// The award.
    pub award: Award,
    /// Who has it.
    pub row: AwardRow,
    /// What those are called who have it.
    pub given: Vec<Arc<str>>,
    /// What the units are called among whom it ends.
    pub edge: Vec<Arc<str>>,
}

/// What a meet comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallSheet {
    /// Whether the meet has a table of points.
    pub has_points: bool,
    /// Whether every event is finished.
    pub finished: bool,
    /// The article of the table of points.
    pub clause: Clause,
    /// The events, in the order of the regulations.
    pub events: Vec<OverallEvent>,
    /// The units that are entered, the best first.
    pub units: Vec<OverallUnit>,
    /// The awards.
    pub awards: Vec<OverallAward>,
}

/// What a meet comes to.
///
/// # Complexity
/// That of [`overall`].
#[must_use]
pub fn overall_sheet(meet: &Meet) -> OverallSheet {
    let table = overall(meet);
    let regulations = meet.regulations();
    let given = awards(meet, &table).into_iter().filter_map(|row| Some((regulations?.award(&row.award)?.clone(), row)));
    let given = given.map(|(award, row)| OverallAward {
        given: row.given.iter().map(|(to, _)| named(meet, *to)).collect(),
        edge: row.edge.iter().flat_map(|edge| &edge.units).map(|unit| unit_name(meet, *unit)).collect(),
        award,
        row,
    });
    let awards = given.collect();
    let separations: Vec<(Separation, Vec<Arc<str>>)> = table
        .separations
        .into_iter()
        .map(|step| {
            let names = step.units.iter().map(|(unit, _)| unit_name(meet, *unit)).collect();
            (step, names)
        })
        .collect();
    let unit = |row: UnitRow| OverallUnit {
        name: unit_name(meet, row.unit),
        entries: row.scores.iter().map(|found| name(meet, found.score.entry).name).collect(),
        separations: separations
            .iter()
            .filter(|(step, _)| step.units.iter().any(|(unit, _)| *unit == row.unit))
            .cloned()
            .collect(),
        row,
    };
    OverallSheet {
        has_points: table.has_points,
        finished: table.finished,
        clause: regulations
            .and_then(|regulations| regulations.points.as_ref())
            .map_or_else(|| Clause::new(""), |points| points.clause.clone()),
        events: table.events.into_iter().map(|row| OverallEvent { name: event_name(meet, &row.event), row }).collect(),
        units: table.units.into_iter().map(unit).collect(),
        awards,
    }
}

/// Who may still have an award of the committee, by name.
#[must_use]
pub fn award_candidates(meet: &Meet, award: &Award) -> Vec<(Named, Arc<str>)> {
    let is_team = |event: &EventId| {
        let rules = meet.regulations().and_then(|regulations| regulations.event(event));
        rules.is_some_and(|rules| rules.kind == Kind::Team)
    };
    let all: Vec<Named> = match award.to {
        AwardTo::Unit => {
            crate::order::set(meet.entries().values().map(|entry| entry.unit)).into_iter().map(Named::Unit).collect()
        }
        AwardTo::Team => {
            let teams = meet.entries().values().filter(|entry| is_team(&entry.event));
            teams.map(|entry| Named::Entry(entry.id)).collect()
        }
        AwardTo::Person => meet.people().keys().copied().map(Named::Person).collect(),
    };
    let given = |to: &Named| meet.awarded().contains_key(&(award.id.clone(), *to));
    all.into_iter().filter(|to| !given(to)).map(|to| (to, named(meet, to))).collect()
}

/// What has an award is called: a person with the unit, a team with its event.
fn named(meet: &Meet, what: Named) -> Arc<str> {
    let of = |name: &str, what: &str| format!("{name} · {what}").into();
    match what {
        Named::Unit(id) => unit_name(meet, id),
        Named::Person(id) => meet
            .people()
            .get(&id)
            .map_or_else(|| id.to_string().into(), |person| of(&person.name, &unit_name(meet, person.unit))),
        Named::Entry(id) => {
            let entry = meet.entries().get(&id);
            entry.map_or_else(|| id.to_string().into(), |entry| of(&entry.name, &event_name(meet, &entry.event)))
        }
    }
}

fn unit_name(meet: &Meet, id: UnitId) -> Arc<str> {
    meet.units().get(&id).map_or_else(|| id.to_string().into(), |unit| unit.name.as_str().into())
}

fn event_name(meet: &Meet, id: &EventId) -> Arc<str> {
    let known = meet.regulations().and_then(|regulations| regulations.event(id));
    known.map_or_else(|| id.as_str().into(), |event| event.name.as_str().into())
}
