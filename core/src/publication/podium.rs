//! The places of an event.

use std::collections::BTreeMap;

use super::names::{Name, name};
use crate::id::EventId;
use crate::meet::Meet;

/// One place, or one share of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PodiumRow {
    /// The place, from 1.
    pub place: u16,
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
    let mut shares: BTreeMap<u16, usize> = BTreeMap::new();
    for (place, _) in &bracket.plan().places {
        *shares.entry(*place).or_default() += 1;
    }
    let mut complete = true;
    let mut rows = Vec::new();
    for (place, slot) in &bracket.plan().places {
        use crate::bracket::Occupant;
        let named = match bracket.occupant(*slot) {
            Occupant::Entry(entry) => Some(name(meet, entry)),
            // Nobody comes to this place, ever.
            Occupant::Nobody => continue,
            Occupant::Waiting => None,
        };
        complete &= named.is_some();
        let shared = shares.get(place).is_some_and(|shares| *shares > 1);
        rows.push(PodiumRow { place: *place, shared, name: named });
    }
    rows.sort_by_key(|row| row.place);
    Podium { rows, complete }
}
