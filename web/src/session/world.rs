//! What the session needs of the world outside: all of it is passed in.

use std::rc::Rc;

use gongsai::id::{MeetId, PersonId, RecordId};
use gongsai::meet::{RecordHash, Timestamp};

use super::{SaveFailure, Summary};

/// Where a record is stored: by its id, and by its hash too where another record has the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowKey {
    /// The record.
    pub id: RecordId,
    /// Its hash, where it is not the first of this id.
    pub copy: Option<RecordHash>,
}

/// Rows to be stored together or not at all: private facts and records of one meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The meet.
    pub meet: MeetId,
    /// Its row in the list of meets.
    pub summary: Summary,
    /// Private facts by person, each as its stored text.
    pub facts: Vec<(PersonId, String)>,
    /// The people whose private facts are to be gone.
    pub erased: Vec<PersonId>,
    /// Records, each as its line.
    pub records: Vec<(RowKey, String)>,
    /// Who this device is in the meet, where that is new.
    pub identity: Option<String>,
}

/// Called once with the outcome of a saving.
pub type OnSaved = Box<dyn FnOnce(Result<(), SaveFailure>)>;

/// The clock, the entropy and the storage of a session.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub now: fn() -> Timestamp,
    /// A fresh number that nobody can guess, for ids and seeds.
    pub fresh: fn() -> u64,
    /// Stores a batch.
    pub save: Rc<dyn Fn(Batch, OnSaved)>,
}

impl World {
    /// A world that forgets: for tests, where time stands still and ids count up from 1.
    #[must_use]
    pub fn still() -> World {
        use std::sync::atomic::{AtomicU64, Ordering};
        static NEXT: AtomicU64 = AtomicU64::new(1);
        World {
            now: || Timestamp(0),
            fresh: || NEXT.fetch_add(1, Ordering::Relaxed),
            save: Rc::new(|_, saved| saved(Ok(()))),
        }
    }
}
