//! Events that have too few entries to be held (E04).

use super::Meet;
use crate::id::EventId;
use crate::order;
use crate::regulations::Event;

/// An event with fewer entries or units than the regulations ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooSmall {
    /// The event.
    pub event: EventId,
    /// The entries that stand.
    pub entries: usize,
    /// The units that they are of.
    pub units: usize,
}

impl Meet {
    /// The events that are not drawn and that the regulations would not hold with the entries that stand, in their order.
    /// For the staff to know: nothing is done about them.
    #[must_use]
    pub fn too_small(&self) -> Vec<TooSmall> {
        let Some(regulations) = &self.regulations else { return Vec::new() };
        let Some(rule) = &regulations.rules.e04 else { return Vec::new() };
        let counted = |event: &Event| {
            let standing = || self.entries_of(&event.id).filter(|entry| !self.withdrawn.contains(&entry.id));
            let units = order::set(standing().map(|entry| entry.unit)).len();
            TooSmall { event: event.id.clone(), entries: standing().count(), units }
        };
        let open = regulations.events.iter().filter(|event| !self.events.contains_key(&event.id)).map(counted);
        let asks = rule.params;
        open.filter(|event| event.entries < usize::from(asks.entries) || event.units < usize::from(asks.units))
            .collect()
    }
}
