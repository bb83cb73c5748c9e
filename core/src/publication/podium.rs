//! The places of an event.

use super::names::{Name, name};
use crate::bracket::Occupant;
use crate::id::EventId;
use crate::meet::Meet;
use crate::order;

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
}

/// The places of an event, those still open included, the best first; empty before the draw.
///
/// The numbers are those of [`Bracket::places`](crate::bracket::Bracket::places): where the format leaves open how many come
/// to a place, it closes up as the matches are played.
#[must_use]
pub fn podium(meet: &Meet, event: &EventId) -> Podium {
    let Some(state) = meet.event(event) else { return Podium::default() };
    let bracket = state.bracket();
    let placed = order::map(bracket.places().into_iter().map(|(place, entry)| (entry, place)));
    let places = &bracket.plan().places;
    let mut podium = Podium { rows: Vec::new(), complete: true };
    for same in places.chunk_by(|one, other| one.0 == other.0) {
        // Nobody ever comes to a place that an empty side of a match would have taken.
        let occupants = same.iter().map(|(_, slot)| bracket.occupant(*slot)).filter(|found| *found != Occupant::Nobody);
        let occupants: Vec<Occupant> = occupants.collect();
        let known = occupants.iter().find_map(|found| placed.get(&found.entry()?).copied());
        let next = u32::try_from(podium.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
        let planned = same.first().map_or(next, |(place, _)| *place);
        let place = known.unwrap_or(if bracket.places_close_up() { next } else { planned });
        for occupant in &occupants {
            let named = occupant.entry().map(|entry| name(meet, entry));
            podium.complete &= named.is_some();
            podium.rows.push(PodiumRow { place, shared: occupants.len() > 1, name: named });
        }
    }
    podium
}
