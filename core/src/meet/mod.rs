//! A meet: the fold of its journal.
//!
//! What is stored is the journal, records of what people asked for; everything else is derived from it by
//! [`Meet::apply`], record by record.

mod apply;
mod command;
mod event;
mod intake;
mod journal;
mod prepare;
mod record;
mod refused;
mod review;
mod roster;

pub use apply::Effects;
pub use command::{Command, Drawn, Reviewed, TeamReviewed};
pub use event::EventState;
pub use intake::Intake;
pub use journal::{Head, Journal};
pub use prepare::PreparedDraw;
pub use record::{Actor, Record, RecordHash, Role, Timestamp};
pub use refused::Refused;
pub use review::keep_review;
pub use roster::Review;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::entry::{Entry, Unit};
use crate::finding::Code;
use crate::id::{EntryId, EventId, MeetId, PersonId, UnitId};
use crate::person::Person;
use crate::regulations::{Regulations, Sport};

/// The state of a meet. Public data only: private facts live in the vault beside the journal.
#[derive(Clone, Debug)]
pub struct Meet {
    id: MeetId,
    regulations: Option<Arc<Regulations>>,
    units: BTreeMap<UnitId, Unit>,
    people: BTreeMap<PersonId, Person>,
    entries: BTreeMap<EntryId, Entry>,
    taken_in: BTreeMap<(UnitId, Sport), Vec<PersonId>>,
    reviews: BTreeMap<(PersonId, Sport), Review>,
    team_codes: BTreeMap<(UnitId, Sport), Vec<Code>>,
    events: BTreeMap<EventId, EventState>,
}

impl Meet {
    /// A meet of which nothing is known but its id.
    #[must_use]
    pub fn new(id: MeetId) -> Self {
        Meet {
            id,
            regulations: None,
            units: BTreeMap::new(),
            people: BTreeMap::new(),
            entries: BTreeMap::new(),
            taken_in: BTreeMap::new(),
            reviews: BTreeMap::new(),
            team_codes: BTreeMap::new(),
            events: BTreeMap::new(),
        }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> MeetId {
        self.id
    }

    /// The regulations, once they are set.
    #[must_use]
    pub fn regulations(&self) -> Option<&Arc<Regulations>> {
        self.regulations.as_ref()
    }

    /// The units, by id.
    #[must_use]
    pub fn units(&self) -> &BTreeMap<UnitId, Unit> {
        &self.units
    }

    /// The people, by id.
    #[must_use]
    pub fn people(&self) -> &BTreeMap<PersonId, Person> {
        &self.people
    }

    /// The entries, by id.
    #[must_use]
    pub fn entries(&self) -> &BTreeMap<EntryId, Entry> {
        &self.entries
    }

    /// The people on the forms taken in, by unit and sport.
    #[must_use]
    pub fn taken_in(&self) -> &BTreeMap<(UnitId, Sport), Vec<PersonId>> {
        &self.taken_in
    }

    /// The reviews with their decisions, by person and sport.
    #[must_use]
    pub fn reviews(&self) -> &BTreeMap<(PersonId, Sport), Review> {
        &self.reviews
    }

    /// The codes found of teams, by unit and sport; a valid team has none.
    #[must_use]
    pub fn team_codes(&self) -> &BTreeMap<(UnitId, Sport), Vec<Code>> {
        &self.team_codes
    }

    /// The state of an event: its draw and bracket. None before the draw.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<&EventState> {
        self.events.get(id)
    }

    /// The entries of an event, in the order of their units and ids.
    pub fn entries_of(&self, event: &EventId) -> impl Iterator<Item = &Entry> {
        let event = event.clone();
        self.entries.values().filter(move |entry| entry.event == event)
    }
}
