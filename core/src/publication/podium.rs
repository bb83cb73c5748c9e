//! The places of an event.

use super::names::{Name, name};
use crate::bracket::Occupant;
use crate::id::EventId;
use crate::meet::Meet;
use crate::order;
use crate::overall::{NoPlace, Place, placing};

/// One place, or one share of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PodiumRow {
    /// The place, from 1.
    pub place: u32,
    /// Whether others share it.
    pub shared: bool,
    /// Who has it; none while it is open.
    pub name: Option<Name>,
}

/// The places of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Podium {
    /// The places from 1 on.
    pub rows: Vec<PodiumRow>,
    /// Whether every place is decided.
    pub complete: bool,
    /// Those who have no place for good, each with the reason.
    pub without: Vec<(Name, NoPlace)>,
}

/// The places of an event, those still open included, the best first; empty before the draw.
///
/// Of a finished event they are those of [`placing`]; before, the numbers are those of
/// [`Bracket::places`](crate::bracket::Bracket::places): where the format leaves open how many come to a place, it closes up as
/// the matches are played.
#[must_use]
pub fn podium(meet: &Meet, event: &EventId) -> Podium {
    let Some(state) = meet.event(event) else { return Podium::default() };
    let placing = placing(meet, event);
    let entries = placing.iter().flat_map(|placing| &placing.entries);
    let mut without = Vec::new();
    let mut placed_rows = Vec::new();
    for found in entries {
        let named = name(meet, found.entry);
        match &found.place {
            Place::Is { place, shared, .. } => {
                placed_rows.push(PodiumRow { place: *place, shared: *shared > 1, name: Some(named) });
            }
            Place::None(why) => without.push((named, why.clone())),
            Place::Open(_) => {}
        }
    }
    if placing.is_some_and(|placing| placing.open.is_none()) {
        return Podium { rows: placed_rows, complete: true, without };
    }
    let bracket = state.bracket();
    let gone = order::set(without.iter().map(|(name, _)| name.entry));
    let placed = order::map(bracket.places().into_iter().map(|(place, entry)| (entry, place)));
    let places = &bracket.plan().places;
    let mut podium = Podium { rows: Vec::new(), complete: false, without };
    for same in places.chunk_by(|one, other| one.0 == other.0) {
        // Nobody ever comes to a place that an empty side of a match would have taken.
        let occupants = same.iter().map(|(_, slot)| bracket.occupant(*slot)).filter(|found| *found != Occupant::Nobody);
        let occupants = occupants.filter(|found| found.entry().is_none_or(|entry| !gone.contains(&entry)));
        let occupants: Vec<Occupant> = occupants.collect();
        let known = occupants.iter().find_map(|found| placed.get(&found.entry()?).copied());
        let next = u32::try_from(podium.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
        let planned = same.first().map_or(next, |(place, _)| *place);
        let place = known.unwrap_or(if bracket.places_close_up() { next } else { planned });
        for occupant in &occupants {
            let named = occupant.entry().map(|entry| name(meet, entry));
            podium.rows.push(PodiumRow { place, shared: occupants.len() > 1, name: named });
        }
    }
    podium
}
