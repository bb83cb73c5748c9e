//! The records that the state of a meet still needs.
//!
//! Of the results of a match that were corrected again and again, the state needs the last. A snapshot holds what is
//! left: folded, it shows the meet as the whole journal does, and costs what counts instead of what was ever written.
//! It is for showing a meet at once while its journal is read; nothing is written on top of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Claim, EventState, Journal, Meet, Record, StoredRecord};
use crate::bracket::MatchView;
use crate::id::{MeetId, RecordId};
use crate::order;

impl Journal {
    /// The records that the state needs, in an order in which they can be folded. None where that shows another state
    /// than the whole journal: a lot that was drawn between results which are both corrected since, for example.
    ///
    /// ```
    /// use gongsai::id::MeetId;
    /// use gongsai::meet::{Journal, Meet};
    /// let journal = Journal::new(MeetId(7));
    /// let records = journal.snapshot().unwrap_or_default();
    /// let meet = Meet::shown(MeetId(7), records.iter().map(|stored| &stored.record));
    /// assert_eq!(meet.map(|meet| meet.id()), Some(MeetId(7)));
    /// ```
    ///
    /// # Complexity
    /// As folding the records that are given back, and a look at all the others.
    #[must_use]
    pub fn snapshot(&self) -> Option<Vec<Arc<StoredRecord>>> {
        let (replaced, first) = results(self.meet());
        let needed = |stored: &&Arc<StoredRecord>| {
            let id = stored.record.id;
            !replaced.contains(&id) && !stored.record.command.is_of_the_journal() && self.counts(id)
        };
        let at = order::map(self.records().iter().enumerate().map(|(at, stored)| (stored.record.id, at)));
        let place = |id: RecordId| at.get(first.get(&id).unwrap_or(&id)).copied();
        let mut records: Vec<Arc<StoredRecord>> = self.records().iter().filter(needed).cloned().collect();
        order::sort_by_key(&mut records, |stored| place(stored.record.id));
        let shown = Meet::shown(self.meet().id(), records.iter().map(|stored| &stored.record))?;
        same(&shown, self.meet()).then_some(records)
    }
}

impl Meet {
    /// The meet as the records of a snapshot show it. None where one of them does not fit.
    #[must_use]
    pub fn shown<'a>(id: MeetId, records: impl IntoIterator<Item = &'a Record>) -> Option<Meet> {
        let mut meet = Meet::new(id);
        for record in records {
            meet.apply(record).ok()?;
        }
        Some(meet)
    }
}

/// The results that others replace, and for each that stands the first result of its match between the same entries:
/// its place in the fold, since what was drawn and played afterwards builds on it.
fn results(meet: &Meet) -> (BTreeSet<RecordId>, BTreeMap<RecordId, RecordId>) {
    let (mut replaced, mut first) = (BTreeSet::new(), BTreeMap::new());
    for claims in meet.events.values().flat_map(|event| event.claims.values()) {
        let standing = order::set(claims.unreplaced().map(|claim| claim.record));
        replaced.extend(claims.all().iter().map(|claim| claim.record).filter(|id| !standing.contains(id)));
        for claim in claims.unreplaced() {
            let earliest = claims.all().iter().find(|other| other.entries == claim.entries);
            first.extend(earliest.map(|earliest| (claim.record, earliest.record)));
        }
    }
    (replaced, first)
}

/// Whether two states show the same. Results that others replace are history, not state.
fn same(a: &Meet, b: &Meet) -> bool {
    a.regulations == b.regulations
        && a.units == b.units
        && a.people == b.people
        && a.entries == b.entries
        && a.taken_in == b.taken_in
        && a.officials == b.officials
        && a.admissions == b.admissions
        && a.team_codes == b.team_codes
        && a.withdrawn == b.withdrawn
        && a.announced == b.announced
        && a.awarded == b.awarded
        && a.events.keys().eq(b.events.keys())
        && a.events.values().zip(b.events.values()).all(|(a, b)| same_event(a, b))
}

fn same_event(a: &EventState, b: &EventState) -> bool {
    let groups = |event: &EventState| u16::try_from(event.bracket.plan().groups.len()).unwrap_or(u16::MAX);
    a.draws == b.draws
        && a.announced == b.announced
        && a.lots == b.lots
        && a.slots == b.slots
        && a.line_ups == b.line_ups
        && a.match_lists == b.match_lists
        && a.bracket.matches().map(of_match).eq(b.bracket.matches().map(of_match))
        && (1..=groups(a)).all(|group| a.bracket.group_ranking(group) == b.bracket.group_ranking(group))
        && standing(a) == standing(b)
}

fn of_match(found: MatchView<'_>) -> impl PartialEq {
    (found.id, found.occupants, found.played.cloned(), found.over)
}

/// The results that nothing replaces.
fn standing(event: &EventState) -> Vec<&Claim> {
    let mut claims: Vec<&Claim> = event.claims.values().flat_map(|claims| claims.unreplaced()).collect();
    order::sort_by_key(&mut claims, |claim| claim.record);
    claims
}
