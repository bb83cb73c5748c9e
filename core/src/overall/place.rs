//! The final places of one event.

use std::collections::{BTreeMap, BTreeSet};

use super::open::{Open, Waiting};
use crate::bracket::{Bracket, DrawStage, Occupant};
use crate::clause::Clause;
use crate::format::Slot;
use crate::id::{EntryId, EventId, MatchId, UnitId};
use crate::meet::{EventState, Meet};
use crate::order;
use crate::regulations::{Kept, PlacingRules, Vacant};
use crate::score::{Outcome, Stop};
use crate::side::Side;

/// What gave an entry its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It was the only one.
    Alone,
    /// It won this match, after which none came.
    Won(MatchId),
    /// It lost this match, after which none came.
    Lost(MatchId),
    /// It had this rank in this group, both from 1, and did not go on.
    Ranked {
        /// The group.
        group: u16,
        /// The rank.
        rank: u16,
    },
}

/// Why an entry has no place for good.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoPlace {
    /// It was not drawn: it withdrew before, or was not allowed to play.
    NotDrawn,
    /// It withdrew, and by the article it has no place.
    Withdrawn(Clause),
    /// It was disqualified in this match, and by the article it has no place.
    Disqualified(MatchId, Clause),
    /// It did not appear to this match, and by the article it has no place.
    Absent(MatchId, Clause),
    /// By the article of the ranking rules it was deleted from this group (from 1) with all its results.
    Deleted(u16, Clause),
    /// It stood in this match, which nobody won.
    NobodyWon(MatchId),
}

/// What is known of the place of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// It has one.
    Is {
        /// The place, from 1.
        place: u32,
        /// How many share it, this entry included.
        shared: u32,
        /// What gave it.
        how: How,
    },
    /// It is not known yet.
    Open(Open),
    /// It has none for good.
    None(NoPlace),
}

impl Place {
    /// The place, where there is one.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        if let Place::Is { place, .. } = self { Some(*place) } else { None }
    }
}

/// One entry with what is known of its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlacedEntry {
    /// The entry.
    pub entry: EntryId,
    /// Its unit.
    pub unit: UnitId,
    /// Its place.
    pub place: Place,
}

/// The final places of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Placing {
    /// Its entries: those with a place, the best first, then those whose place is open, then those who have none.
    pub entries: Vec<PlacedEntry>,
    /// How many were drawn.
    pub drawn: usize,
    /// What the event waits for; none when it is finished.
    pub open: Option<Open>,
}

/// The final places of an event through all its stages; none where the regulations do not hold it.
///
/// A place is 1 more than the number of those before it. Those share one whom the format leaves equal: the losers of a round of a
/// knockout whose places are not played out, those of one rank of several groups. A place that was taken away, or that of one
/// who was deleted from a group, is closed up as the regulations say; that of a match which nobody won stays vacant: who lost
/// before it did not win it.
///
/// # Complexity
/// O(m log n) for m matches and n entries, and that of the rankings of groups where somebody was deleted.
#[must_use]
pub fn placing(meet: &Meet, event: &EventId) -> Option<Placing> {
    let rules = &meet.regulations()?.event(event)?.placing;
    let Some(state) = meet.event(event) else {
        let gone = |entry| meet.withdrawn().contains(&entry);
        let place = |entry| if gone(entry) { Place::None(NoPlace::NotDrawn) } else { Place::Open(Open::NotDrawn) };
        return Some(in_order(meet, event, 0, None, &place));
    };
    let drawn =
        state.drawn(DrawStage::First).map(|drawn| order::set(drawn.entrants.iter().copied())).unwrap_or_default();
    let stopped = Stopped::of(state.bracket());
    let taken = |entry: EntryId| stopped.taken(meet, rules, entry);
    let placed = placed(state.bracket(), rules, &|entry| taken(entry).is_some());
    let waiting = Waiting::of(state);
    let deleted = deleted(state, &|entry| !placed.contains_key(&entry) && waiting.what(entry).is_none());
    let place = |entry: EntryId| {
        if !drawn.contains(&entry) {
            return Place::None(NoPlace::NotDrawn);
        }
        // Whoever may still have a result to come is not judged before.
        let open = waiting.what(entry);
        match (placed.get(&entry), open) {
            (Some(place), None) => taken(entry).map_or_else(|| place.clone(), Place::None),
            (_, Some(open)) => Place::Open(open),
            (None, None) => {
                let nobody = || stopped.nobody_won.get(&entry).map(|id| NoPlace::NobodyWon(*id));
                let none = taken(entry).or_else(|| deleted.get(&entry).cloned()).or_else(nobody);
                none.map_or_else(|| Place::Open(waiting.second_draw().unwrap_or(Open::Before)), Place::None)
            }
        }
    };
    Some(in_order(meet, event, drawn.len(), waiting.dispute(), &place))
}

/// The entries with their places, in order.
fn in_order(
    meet: &Meet,
    event: &EventId,
    drawn: usize,
    dispute: Option<Open>,
    place: &dyn Fn(EntryId) -> Place,
) -> Placing {
    let of = |entry: &crate::entry::Entry| PlacedEntry { entry: entry.id, unit: entry.unit, place: place(entry.id) };
    let mut entries: Vec<PlacedEntry> = meet.entries_of(event).map(of).collect();
    // What a place is called in order: those with one, those that are open, those that have none.
    order::sort_by(&mut entries, |one, other| (&one.place, one.entry).cmp(&(&other.place, other.entry)));
    let open = entries.iter().find_map(|found| if let Place::Open(open) = found.place { Some(open) } else { None });
    Placing { entries, drawn, open: dispute.or(open) }
}

/// The places by the plan: of entries whose way through it is at its end.
fn placed(bracket: &Bracket, rules: &PlacingRules, is_taken: &dyn Fn(EntryId) -> bool) -> BTreeMap<EntryId, Place> {
    let mut places = BTreeMap::new();
    let (mut before, mut above) = (0, false);
    for same in bracket.plan().places.chunk_by(|one, other| one.0 == other.0) {
        let (mut here, mut waiting, mut vacant) = (Vec::new(), 0_u32, 0_u32);
        for (_, slot) in same {
            match bracket.occupant(*slot) {
                Occupant::Entry(entry) if is_taken(entry) => {
                    vacant += u32::from(rules.vacant == Vacant::Leave);
                    // It has none; it stands here so that it is known to be at the end of its way.
                    places.insert(entry, Place::Open(Open::Before));
                }
                Occupant::Entry(entry) => here.push((entry, how(*slot))),
                Occupant::Waiting => waiting += 1,
                Occupant::Nobody => vacant += u32::from(nobody_won(bracket, *slot)),
            }
        }
        let shared = u32::try_from(here.len()).unwrap_or(u32::MAX).saturating_add(waiting);
        for (entry, how) in here {
            let known = Place::Is { place: before + 1, shared, how };
            places.insert(entry, if above { Place::Open(Open::Before) } else { known });
        }
        // Where the format leaves open how many come to a place, those below wait for it.
        above |= waiting > 0 && bracket.places_close_up();
        before = before.saturating_add(shared).saturating_add(vacant);
    }
    places
}

fn how(slot: Slot) -> How {
    match slot {
        Slot::Winner(id) => How::Won(id),
        Slot::Loser(id) | Slot::FirstLoser(id) | Slot::LaterLoser(id) => How::Lost(id),
        Slot::Rank { group, rank } => How::Ranked { group, rank },
        Slot::Position(_) | Slot::Bye => How::Alone,
    }
}

/// Whether nobody comes out of a slot because nobody won a match on the way to it.
fn nobody_won(bracket: &Bracket, slot: Slot) -> bool {
    let (Slot::Winner(first) | Slot::Loser(first)) = slot else { return false };
    let (mut open, mut seen) = (vec![first], BTreeSet::new());
    while let Some(id) = open.pop() {
        let (Some(found), Some(planned)) = (bracket.match_view(id), bracket.planned(id)) else { continue };
        if !seen.insert(id) {
            continue;
        }
        if found.played.is_some_and(|played| played.tally.winner.is_none()) {
            return true;
        }
        let empty = Side::BOTH.into_iter().filter(|side| found.occupants[*side] == Occupant::Nobody);
        open.extend(empty.filter_map(|side| match planned.slots[side] {
            Slot::Winner(id) | Slot::Loser(id) => Some(id),
            _ => None,
        }));
    }
    false
}

/// The matches that were not played to their end, by who lost them so.
struct Stopped {
    disqualified: BTreeMap<EntryId, MatchId>,
    absent: BTreeMap<EntryId, MatchId>,
    nobody_won: BTreeMap<EntryId, MatchId>,
}

impl Stopped {
    fn of(bracket: &Bracket) -> Stopped {
        let nobody = BTreeMap::new;
        let mut stopped = Stopped { disqualified: nobody(), absent: nobody(), nobody_won: nobody() };
        for found in bracket.matches() {
            let (Some(played), Ok(entries)) = (found.played, bracket.entries(found.id)) else { continue };
            match &played.outcome {
                Outcome::Stopped { side, why: Stop::Disqualified, .. } => {
                    stopped.disqualified.entry(entries[*side]).or_insert(found.id);
                }
                Outcome::Stopped { side, why: Stop::Walkover | Stop::Forfeit, .. } => {
                    stopped.absent.entry(entries[*side]).or_insert(found.id);
                }
                Outcome::BothAbsent => {
                    for entry in [entries.a, entries.b] {
                        stopped.absent.entry(entry).or_insert(found.id);
                        stopped.nobody_won.insert(entry, found.id);
                    }
                }
                Outcome::Stopped { why: Stop::Retired | Stop::Default, .. } | Outcome::Played(_) => {}
            }
        }
        stopped
    }

    /// Why the regulations take the place of an entry away, if they do.
    fn taken(&self, meet: &Meet, rules: &PlacingRules, entry: EntryId) -> Option<NoPlace> {
        let clause = || rules.clause.clone();
        let withdrawn = meet.withdrawn().contains(&entry);
        match (self.disqualified.get(&entry), self.absent.get(&entry)) {
            (Some(id), _) if rules.disqualified == Kept::Nothing => Some(NoPlace::Disqualified(*id, clause())),
            _ if withdrawn && rules.withdrawn == Kept::Nothing => Some(NoPlace::Withdrawn(clause())),
            // The matches that one who withdrew did not play were lost by withdrawing.
            (_, Some(id)) if !withdrawn && rules.absent == Kept::Nothing => Some(NoPlace::Absent(*id, clause())),
            _ => None,
        }
    }
}

/// Those whom the ranking rules deleted from a group; looked for only where there is somebody to be explained.
fn deleted(state: &EventState, is_asked: &dyn Fn(EntryId) -> bool) -> BTreeMap<EntryId, NoPlace> {
    let mut deleted = BTreeMap::new();
    let clause = state.ranking_rules().map_or("", |rules| rules.clause.as_ref());
    for group in 1..=state.bracket().groups() {
        let entries = state.bracket().group_entries(group);
        if !entries.iter().any(|entry| is_asked(*entry)) {
            continue;
        }
        for index in state.standings(group).map(|standings| standings.removed).unwrap_or_default() {
            let entry = entries.get(index).copied();
            deleted.extend(entry.map(|entry| (entry, NoPlace::Deleted(group, Clause::new(clause)))));
        }
    }
    deleted
}
