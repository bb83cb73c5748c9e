//! What differs between two states of a meet: before and after a record, or at two moments.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{EventState, LineupState, Meet, Named, Slot};
use crate::admission::{Candidacy, Review, State};
use crate::bracket::DrawStage;
use crate::eligibility::Verdict;
use crate::id::{AwardId, EntryId, EventId, MatchId, PersonId, UnitId};
use crate::regulations::Sport;
use crate::score::Outcome;
use crate::side::BySide;

/// A value before and after; none where there was, or is, nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<T> {
    /// Before.
    pub before: Option<T>,
    /// After.
    pub after: Option<T>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The regulations.
    Regulations,
    /// A unit came, went, or is called otherwise.
    Unit(UnitId, Turn<String>),
    /// A person came, went, or is called otherwise.
    Person(PersonId, Turn<String>),
    /// An entry came, went, or is called otherwise.
    Entry(EntryId, EventId, Turn<String>),
    /// The verdict that counts of a person in a sport.
    Verdict {
        /// Who, by name.
        name: String,
        /// The sport.
        sport: Sport,
        /// The verdict.
        turn: Turn<Verdict>,
    },
    /// How far the admission of a person in a sport is, where the verdict is the same.
    Admission {
        /// Who, by name.
        name: String,
        /// The sport.
        sport: Sport,
        /// How far.
        turn: Turn<State>,
    },
    /// What was announced of a draw, by its commitment.
    Announced(EventId, DrawStage, Turn<String>),
    /// A draw of an event, by its seed.
    Draw(EventId, DrawStage, Turn<String>),
    /// The result that counts of a match.
    Result {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Who stands in it after, by name; before, where nobody does.
        who: BySide<String>,
        /// The result.
        turn: Turn<Outcome>,
    },
    /// The results of a match differ, or no longer do.
    Dispute {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Whether they differ after.
        open: bool,
    },
    /// The ranking of a group, by name from the first on; none while it is open.
    Ranking {
        /// The event.
        event: EventId,
        /// The group, from 1.
        group: u16,
        /// The ranking.
        turn: Turn<Vec<String>>,
    },
    /// How far the line-up of a team for a tie is.
    Lineup {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The team, by name.
        team: String,
        /// How far.
        turn: Turn<LineupState>,
    },
    /// Whom a team names for a match.
    MatchList {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The team, by name.
        team: String,
        /// Whom, by name.
        turn: Turn<Vec<String>>,
    },
    /// An award of the committee was given, or is given no more.
    Award {
        /// The award, by name.
        award: String,
        /// To whom, by name.
        to: String,
        /// Whether it is given after.
        given: bool,
    },
    /// Where and when a match is played.
    Slot {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Court and time.
        turn: Turn<Slot>,
    },
}

/// What differs between two states of one meet, in the order of the pipeline.
///
/// # Complexity
/// Linear in the people, entries and reviews; events that are the same state cost nothing.
#[must_use]
pub fn difference(before: &Meet, after: &Meet) -> Vec<Change> {
    let mut changes = Vec::new();
    let draft = |meet: &Meet| meet.regulations().map(|regulations| regulations.draft().clone());
    if draft(before) != draft(after) {
        changes.push(Change::Regulations);
    }
    let units = turns(&before.units, &after.units, |unit| unit.name.clone());
    changes.extend(units.map(|(id, turn)| Change::Unit(id, turn)));
    let people = turns(&before.people, &after.people, |person| person.name.clone());
    changes.extend(people.map(|(id, turn)| Change::Person(id, turn)));
    let entries = turns(&before.entries, &after.entries, |entry| (entry.event.clone(), entry.name.clone()));
    changes.extend(entries.filter_map(|(id, Turn { before, after })| {
        let (event, _) = after.as_ref().or(before.as_ref())?.clone();
        let name = |of: Option<(EventId, String)>| of.map(|(_, name)| name);
        Some(Change::Entry(id, event, Turn { before: name(before), after: name(after) }))
    }));
    let verdicts = turns(before.reviews(), after.reviews(), Review::effective);
    let verdicts: BTreeMap<Candidacy, Turn<Verdict>> = verdicts.collect();
    let called = |person: PersonId| {
        let known = after.people.get(&person).or_else(|| before.people.get(&person));
        known.map(|person| person.name.clone()).unwrap_or_default()
    };
    let (was, is) = (states(before, after), states(after, before));
    let states = turns(&was, &is, |state| *state).filter(|(who, _)| !verdicts.contains_key(who));
    let states = states.map(|((person, sport), turn)| Change::Admission { name: called(person), sport, turn });
    let states: Vec<Change> = states.collect();
    changes.extend(verdicts.iter().map(|((person, sport), turn)| Change::Verdict {
        name: called(*person),
        sport: *sport,
        turn: turn.clone(),
    }));
    changes.extend(states);
    let of =
        |meet: &'_ Meet| -> BTreeSet<EventId> { meet.events.keys().chain(meet.announced.keys()).cloned().collect() };
    let events = &of(before) | &of(after);
    for event in &events {
        let same = match (before.events.get(event), after.events.get(event)) {
            (Some(before), Some(after)) => Arc::ptr_eq(before, after),
            (None, None) => before.announced.get(event) == after.announced.get(event),
            _ => false,
        };
        if !same {
            changes.extend(of_event(event, before, after));
        }
    }
    for given in [false, true] {
        let (here, there) = if given { (after, before) } else { (before, after) };
        let other = here.awarded.keys().filter(|key| !there.awarded.contains_key(key));
        changes.extend(other.map(|(award, to)| {
            let (award, to) = (award_name(here, award), named(here, *to));
            Change::Award { award, to, given }
        }));
    }
    changes
}

/// How far everyone's admission is; nothing where the other state has the same.
fn states(meet: &Meet, other: &Meet) -> BTreeMap<Candidacy, State> {
    if Arc::ptr_eq(&meet.admissions, &other.admissions) {
        return BTreeMap::new();
    }
    let reviewed = meet.admission_states().filter(|(_, _, state)| *state != State::Submitted);
    reviewed.map(|(_, who, state)| (who, state)).collect()
}

fn award_name(meet: &Meet, id: &AwardId) -> String {
    let known = meet.regulations.as_ref().and_then(|regulations| regulations.award(id));
    known.map_or_else(|| id.to_string(), |award| award.name.clone())
}

fn named(meet: &Meet, what: Named) -> String {
    match what {
        Named::Unit(id) => meet.units.get(&id).map(|unit| unit.name.clone()).unwrap_or_default(),
        Named::Person(id) => meet.people.get(&id).map(|person| person.name.clone()).unwrap_or_default(),
        Named::Entry(id) => name(meet, id),
    }
}

fn of_event(event: &EventId, before: &Meet, after: &Meet) -> Vec<Change> {
    let mut changes = Vec::new();
    let (old, new) = (before.event(event), after.event(event));
    for stage in [DrawStage::First, DrawStage::Second] {
        let told = |meet: &Meet| meet.announced(event, stage).map(|told| told.commitment.to_string());
        let turn = Turn { before: told(before), after: told(after) };
        if turn.before != turn.after {
            changes.push(Change::Announced(event.clone(), stage, turn));
        }
        let seed = |state: Option<&EventState>| Some(state?.drawn(stage)?.seed.clone());
        let placings = |state: Option<&EventState>| Some(state?.drawn(stage)?.placings.clone());
        if placings(old) != placings(new) {
            changes.push(Change::Draw(event.clone(), stage, Turn { before: seed(old), after: seed(new) }));
        }
    }
    let groups = old.map_or(0, |state| state.bracket.groups()).max(new.map_or(0, |state| state.bracket.groups()));
    let matches = |state: Option<&EventState>| -> BTreeSet<MatchId> {
        state.into_iter().flat_map(|state| state.bracket.matches().map(|found| found.id)).collect()
    };
    for id in &matches(old) | &matches(new) {
        let outcome = |state: Option<&EventState>| Some(state?.bracket.match_view(id)?.played?.outcome.clone());
        let (was, is) = (outcome(old), outcome(new));
        if was != is {
            let who = new.and_then(|state| names(after, state, id)).or_else(|| names(before, old?, id));
            let who = who.unwrap_or(BySide { a: String::new(), b: String::new() });
            changes.push(Change::Result { event: event.clone(), id, who, turn: Turn { before: was, after: is } });
        }
        let disputed = |state: Option<&EventState>| state.is_some_and(|state| !state.dispute(id).is_empty());
        if disputed(old) != disputed(new) {
            changes.push(Change::Dispute { event: event.clone(), id, open: disputed(new) });
        }
        let slot = |state: Option<&EventState>| state.and_then(|state| state.slot(id)).copied();
        if slot(old) != slot(new) {
            let turn = Turn { before: slot(old), after: slot(new) };
            changes.push(Change::Slot { event: event.clone(), id, turn });
        }
    }
    let handed = |state: Option<&EventState>| -> BTreeMap<(MatchId, EntryId), LineupState> {
        let line_ups = state.into_iter().flat_map(|state| &state.line_ups);
        let sides = line_ups.flat_map(|((id, entries), handed)| {
            handed.iter().filter_map(|(side, handed)| Some(((*id, entries[side]), handed.state()?)))
        });
        crate::order::map(sides)
    };
    let (was, is) = (handed(old), handed(new));
    let line_ups = turns(&was, &is, |state| *state);
    changes.extend(line_ups.map(|((id, entry), turn)| {
        let team = if after.entries.contains_key(&entry) { name(after, entry) } else { name(before, entry) };
        Change::Lineup { event: event.clone(), id, team, turn }
    }));
    let lists = |state: Option<&EventState>| state.map(|state| state.match_lists.clone()).unwrap_or_default();
    let (was, is) = (lists(old), lists(new));
    changes.extend(turns(&was, &is, BTreeSet::clone).map(|((id, entry), turn)| {
        let of = |meet: &Meet, people: BTreeSet<PersonId>| meet.names(&people).into_values().collect();
        let (named, team) = match after.entries.contains_key(&entry) {
            true => (after, name(after, entry)),
            false => (before, name(before, entry)),
        };
        let turn = Turn {
            before: turn.before.map(|people| of(named, people)),
            after: turn.after.map(|people| of(named, people)),
        };
        Change::MatchList { event: event.clone(), id, team, turn }
    }));
    for group in 1..=groups {
        let ranking = |meet: &Meet, state: Option<&EventState>| -> Option<Vec<String>> {
            Some(state?.bracket.group_ranking(group)?.into_iter().map(|entry| name(meet, entry)).collect())
        };
        let turn = Turn { before: ranking(before, old), after: ranking(after, new) };
        if turn.before != turn.after {
            changes.push(Change::Ranking { event: event.clone(), group, turn });
        }
    }
    changes
}

fn names(meet: &Meet, state: &EventState, id: MatchId) -> Option<BySide<String>> {
    state.bracket.entries(id).ok().map(|entries| entries.map(|entry| name(meet, entry)))
}

fn name(meet: &Meet, entry: EntryId) -> String {
    meet.entries.get(&entry).map(|entry| entry.name.clone()).unwrap_or_default()
}

/// The keys whose value differs, in order. Two maps that are one cost nothing.
fn turns<'a, K: Ord + Copy, V, T: PartialEq>(
    before: &'a BTreeMap<K, V>,
    after: &'a BTreeMap<K, V>,
    value: impl Fn(&V) -> T + 'a,
) -> impl Iterator<Item = (K, Turn<T>)> + 'a {
    let keys: BTreeSet<K> = if std::ptr::eq(before, after) {
        BTreeSet::new()
    } else {
        before.keys().chain(after.keys()).copied().collect()
    };
    keys.into_iter().filter_map(move |key| {
        let turn = Turn { before: before.get(&key).map(&value), after: after.get(&key).map(&value) };
        (turn.before != turn.after).then_some((key, turn))
    })
}
