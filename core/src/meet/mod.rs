//! A meet: the fold of its journal.
//!
//! What is stored is the journal, records of what people asked for; everything else is derived from it by
//! [`Meet::apply`], record by record.

mod admit;
mod apply;
mod award;
mod barred;
mod chain;
mod claim;
mod command;
mod difference;
mod drawn;
mod draws;
mod event;
mod fold;
mod intake;
mod journal;
mod late;
mod line_ups;
mod lot;
mod match_list;
mod on_court;
mod play;
mod prepare;
mod ranking;
mod record;
mod refused;
mod reimport;
mod retention;
mod review;
mod rights;
mod roster;
mod sanction;
mod snapshot;
mod substitute;
mod too_small;
mod withdraw;

pub use apply::Effects;
pub use award::NotAwarded;
pub use barred::{Barred, barred};
pub use chain::Aside;
pub use claim::Claim;
pub use command::{Command, Named, Reviewed, Slot, TeamReviewed};
pub use difference::{Change, Turn, difference};
pub use drawn::{Announced, ByHand, Drawn, Unlike};
pub use event::EventState;
pub use intake::Intake;
pub use journal::{Absorbed, Fate, Journal};
pub use line_ups::{HandedIn, LineupState, NotTaken};
pub use lot::LotBy;
pub use prepare::{Ceremony, PreparedDraw};
pub use record::{Actor, Record, RecordHash, Role, StoredRecord, Timestamp, Writer};
pub use refused::Refused;
pub use reimport::{Field, Reimport};
pub use review::keep_review;
pub use rights::{Grant, Right, Rights};
pub use sanction::{NotSanctioned, Sanction};
pub use substitute::{Cause, NotSubstituted, Substitution};
pub use too_small::TooSmall;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::admission::Admissions;
use crate::entry::{Entry, Unit};
use crate::finding::Code;
use crate::id::{AwardId, EntryId, EventId, MeetId, PersonId, UnitId};
use crate::person::Person;
use crate::regulations::{Regulations, Sport};

/// The state of a meet. Public data only: private facts live in the vault beside the journal.
///
/// A clone shares what does not change: it costs the events, not the people and results.
#[derive(Clone, Debug)]
pub struct Meet {
    id: MeetId,
    regulations: Option<Arc<Regulations>>,
    units: Arc<BTreeMap<UnitId, Unit>>,
    people: Arc<BTreeMap<PersonId, Person>>,
    entries: Arc<BTreeMap<EntryId, Entry>>,
    taken_in: Arc<BTreeMap<(UnitId, Sport), Vec<PersonId>>>,
    officials: Arc<BTreeMap<(UnitId, Sport), Vec<PersonId>>>,
    admissions: Arc<Admissions>,
    team_codes: Arc<BTreeMap<(UnitId, Sport), Vec<Code>>>,
    withdrawn: Arc<BTreeSet<EntryId>>,
    announced: Arc<BTreeMap<EventId, Announced>>,
    awarded: Arc<BTreeMap<(AwardId, Named), String>>,
    events: BTreeMap<EventId, Arc<EventState>>,
}

impl Meet {
    /// A meet of which nothing is known but its id.
    #[must_use]
    pub fn new(id: MeetId) -> Self {
        Meet {
            id,
            regulations: None,
            units: Arc::default(),
            people: Arc::default(),
            entries: Arc::default(),
            taken_in: Arc::default(),
            officials: Arc::default(),
            admissions: Arc::default(),
            team_codes: Arc::default(),
            withdrawn: Arc::default(),
            announced: Arc::default(),
            awarded: Arc::default(),
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

    /// The players on the forms taken in, by unit and sport.
    #[must_use]
    pub fn taken_in(&self) -> &BTreeMap<(UnitId, Sport), Vec<PersonId>> {
        &self.taken_in
    }

    /// The officials on the forms taken in who play nothing, by unit and sport.
    #[must_use]
    pub fn officials(&self) -> &BTreeMap<(UnitId, Sport), Vec<PersonId>> {
        &self.officials
    }

    /// The codes found of teams, by unit and sport; a valid team has none.
    #[must_use]
    pub fn team_codes(&self) -> &BTreeMap<(UnitId, Sport), Vec<Code>> {
        &self.team_codes
    }

    /// The state of an event: its draw and bracket. None before the draw.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<&EventState> {
        self.events.get(id).map(Arc::as_ref)
    }

    /// The entries of an event, in the order of their units and ids.
    pub fn entries_of(&self, event: &EventId) -> impl Iterator<Item = &Entry> {
        let event = event.clone();
        self.entries.values().filter(move |entry| entry.event == event)
    }
}
