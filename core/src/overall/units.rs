//! The table of units over all events.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::open::Open;
use super::place::placing;
use super::ratio::Ratio;
use super::scores::{EventScores, Score, scores};
use crate::id::{EventId, UnitId};
use crate::meet::Meet;
use crate::order;
use crate::regulations::UnitTies;

/// Whether an event is in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// It is finished and gives points.
    Counts,
    /// It is finished and gives no points by the regulations.
    NoPoints,
    /// It is not finished, and gives nothing yet: what it waits for.
    Unfinished(Open),
    /// Nobody is entered.
    Empty,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EventRow {
    /// The event.
    pub event: EventId,
    /// How many entries were drawn.
    pub drawn: usize,
    /// How many of its places count.
    pub counted: u16,
    /// Whether it is in the table.
    pub counting: Counting,
}

/// What one entry of a finished event gives its unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnitScore {
    /// The event.
    pub event: EventId,
    /// What it gives.
    pub score: Score,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnitRow {
    /// The unit.
    pub unit: UnitId,
    /// Its place, from 1; units that are equal share it. None where the meet has no points.
    pub rank: Option<u32>,
    /// Its points; none where their sum is too fine, or too great, to be kept.
    pub points: Option<Ratio>,
    /// Gold, silver and bronze: first, second and third places in finished events.
    pub medals: [u32; 3],
    /// The number of firsts, seconds, and so on, that count.
    pub places: Vec<u32>,
    /// What its entries give in finished events, in the order of the regulations, the best first.
    pub scores: Vec<UnitScore>,
}

/// What came of units with equal points.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Separation {
    /// The units, better first, each with its number of the places that separate them; all the same where nothing does.
    pub units: Vec<(UnitId, u32)>,
    /// The place of which the number separates them first; none where they share a place.
    pub by: Option<u32>,
}

/// What a meet comes to so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Overall {
    /// The events, in the order of the regulations.
    pub events: Vec<EventRow>,
    /// The units that are entered, the best first.
    pub units: Vec<UnitRow>,
    /// What separates units with equal points, from the top of the table down.
    pub separations: Vec<Separation>,
    /// Whether the meet has a table of points.
    pub has_points: bool,
    /// Whether every event is finished.
    pub finished: bool,
}

/// The table of units: their points and medals in all finished events.
///
/// Without a table of points in the regulations units have no rank; they stand in the order of their medals.
///
/// # Complexity
/// That of [`placing`] for each event.
#[must_use]
pub fn overall(meet: &Meet) -> Overall {
    let Some(regulations) = meet.regulations() else { return Overall::default() };
    let mut units: BTreeMap<UnitId, UnitRow> = BTreeMap::new();
    for entry in meet.entries().values() {
        units.entry(entry.unit).or_insert_with(|| UnitRow::new(entry.unit));
    }
    let mut events = Vec::new();
    for rules in &regulations.events {
        let Some(placing) = placing(meet, &rules.id) else { continue };
        let scored = scores(rules.points.as_ref(), &placing);
        let counting = match (placing.open, &rules.points) {
            _ if placing.entries.is_empty() => Counting::Empty,
            (Some(open), _) => Counting::Unfinished(open),
            (None, Some(_)) => Counting::Counts,
            (None, None) => Counting::NoPoints,
        };
        let EventScores { counted, scores } = scored;
        events.push(EventRow { event: rules.id.clone(), drawn: placing.drawn, counted, counting });
        if placing.open.is_some() {
            continue;
        }
        for score in scores {
            units.entry(score.unit).or_insert_with(|| UnitRow::new(score.unit)).add(&rules.id, score);
        }
    }
    let finished = events.iter().all(|event| !matches!(event.counting, Counting::Unfinished(_)));
    let mut table = Overall { events, units: units.into_values().collect(), finished, ..Overall::default() };
    match &regulations.points {
        Some(rules) => table.rank(rules.ties),
        None => order::sort_by(&mut table.units, |one, other| other.medals.cmp(&one.medals)),
    }
    table
}

impl UnitRow {
    fn new(unit: UnitId) -> UnitRow {
        UnitRow { unit, rank: None, points: Some(Ratio::ZERO), medals: [0; 3], places: Vec::new(), scores: Vec::new() }
    }

    fn add(&mut self, event: &EventId, score: Score) {
        self.points = self.points.and_then(|points| points.plus(score.points));
        let index = usize::try_from(score.place).unwrap_or(usize::MAX).saturating_sub(1);
        if let Some(medal) = self.medals.get_mut(index) {
            *medal += 1;
        }
        if score.worth.counts() {
            // A place that counts is not beyond the scale, which is short.
            self.places.resize(self.places.len().max(index + 1), 0);
            self.places.iter_mut().skip(index).take(1).for_each(|count| *count += 1);
        }
        self.scores.push(UnitScore { event: event.clone(), score });
    }

    /// How many of a place, from 1, count.
    fn count(&self, place: usize) -> u32 {
        place.checked_sub(1).and_then(|index| self.places.get(index)).copied().unwrap_or(0)
    }

    fn compare(&self, other: &UnitRow, ties: UnitTies) -> Ordering {
        let last = self.places.len().max(other.places.len());
        let by_places = (1..=last).map(|place| other.count(place).cmp(&self.count(place))).find(|by| by.is_ne());
        let by_places = by_places.filter(|_| ties == UnitTies::Places).unwrap_or(Ordering::Equal);
        other.points.cmp(&self.points).then(by_places)
    }
}

impl Overall {
    fn rank(&mut self, ties: UnitTies) {
        self.has_points = true;
        order::sort_by(&mut self.units, |one, other| one.compare(other, ties));
        if self.units.iter().any(|unit| unit.points.is_none()) {
            return;
        }
        for at in 0..self.units.len() {
            let own = u32::try_from(at + 1).unwrap_or(u32::MAX);
            let before = at.checked_sub(1).and_then(|before| self.units.get(before)).zip(self.units.get(at));
            let equal = before.filter(|(one, other)| one.compare(other, ties).is_eq());
            let rank = equal.map_or(Some(own), |(one, _)| one.rank);
            self.units.iter_mut().skip(at).take(1).for_each(|unit| unit.rank = rank);
        }
        for equal in self.units.chunk_by(|one, other| one.points == other.points) {
            // Those without points are equal in having done nothing that counts.
            if equal.len() > 1 && equal.iter().any(|unit| unit.points > Some(Ratio::ZERO)) {
                separate(equal, ties, &mut self.separations);
            }
        }
    }
}

/// The steps that separate units with equal points, or the one that says that nothing does.
fn separate(equal: &[UnitRow], ties: UnitTies, steps: &mut Vec<Separation>) {
    let mut open = vec![equal];
    while let Some(set) = open.pop() {
        let last = set.iter().map(|unit| unit.places.len()).max().unwrap_or(0);
        let separates = |place: &usize| {
            set.iter().any(|unit| Some(unit.count(*place)) != set.first().map(|first| first.count(*place)))
        };
        let by = (1..=last).filter(|_| ties == UnitTies::Places).find(separates);
        let units = set.iter().map(|unit| (unit.unit, unit.count(by.unwrap_or(1)))).collect();
        steps.push(Separation { units, by: by.and_then(|place| u32::try_from(place).ok()) });
        if let Some(place) = by {
            let parts = set.chunk_by(|one, other| one.count(place) == other.count(place));
            let mut parts: Vec<&[UnitRow]> = parts.filter(|part| part.len() > 1).collect();
            parts.reverse();
            open.extend(parts);
        }
    }
}
