//! The places of an event.

use super::names::{Name, name};
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

/// The places of an event, those still open included; empty before the draw.
#[must_use]
pub fn podium(meet: &Meet, event: &EventId) -> Podium {
    let Some(state) = meet.event(event) else { return Podium::default() };
    let bracket = state.bracket();
    let places = &bracket.plan().places;
    let mut complete = true;
    let mut rows = Vec::new();
    for (place, slot) in places {
        use crate::bracket::Occupant;
        let named = match bracket.occupant(*slot) {
            Occupant::Entry(entry) => Some(name(meet, entry)),
            // Nobody comes to this place, ever.
            Occupant::Nobody => continue,
            Occupant::Waiting => None,
        };
        complete &= named.is_some();
        let shared = places.iter().filter(|(other, _)| other == place).count() > 1;
        rows.push(PodiumRow { place: *place, shared, name: named });
    }
    order::sort_by_key(&mut rows, |row| row.place);
    Podium { rows, complete }
}
