//! One line of the journal: who asked for what, when.

use super::Command;
use crate::date::Date;
use crate::hex::hexadecimal;
use crate::id::{DeviceId, MeetId, RecordId};
use crate::key::{SecretKey, Signature};

/// Milliseconds since 1970-01-01T00:00:00Z, as the device's clock had it. Shown, never reckoned with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The day by UTC; none far outside the calendar.
    ///
    /// ```
    /// use gongsai::meet::Timestamp;
    /// assert_eq!(Timestamp(-1).day().map(|day| day.to_string()).as_deref(), Some("1969-12-31"));
    /// assert_eq!(Timestamp(i64::MAX).day(), None);
    /// ```
    #[must_use]
    pub fn day(self) -> Option<Date> {
        Date::from_unix_day(self.0.div_euclid(86_400_000))
    }
}

/// What a person may do at a meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Holds the meet.
    Organiser,
    /// Works for it.
    Staff,
    /// Enters the results of a court.
    Referee,
}

/// Who wrote a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The role.
    pub role: Role,
    /// The name, as the person gave it; may be empty.
    pub name: String,
}

/// Who writes records: a device, its key if it has one, and the person at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The device.
    pub device: DeviceId,
    /// The person.
    pub by: Actor,
    /// What the device signs with; none where the meet asks for no signatures.
    pub key: Option<SecretKey>,
}

impl Writer {
    /// A device of the staff, without key and name.
    #[must_use]
    pub fn staff(device: DeviceId) -> Writer {
        Writer { device, by: Actor { role: Role::Staff, name: String::new() }, key: None }
    }
}

/// SHA-256 of a stored record, or of a part of it; the line break is not included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordHash(pub [u8; 32]);

hexadecimal!(RecordHash);

/// One record of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The meet that it belongs to.
    pub meet: MeetId,
    /// The device and its number there.
    pub id: RecordId,
    /// Lamport clock: greater than that of every record the device knew.
    pub clock: u64,
    /// The hash of this device's record before; none for its first.
    pub previous: Option<RecordHash>,
    /// The records that this one replaces or decides on.
    pub answers: Vec<RecordId>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What was asked for.
    pub command: Command,
}

impl Record {
    /// Where the record stands in the fold: by clock, then by device and number; never by arrival.
    #[must_use]
    pub fn order(&self) -> (u64, RecordId) {
        (self.clock, self.id)
    }

    /// Who said it, to tell reviewers apart: the name that the person gave, else the device.
    #[must_use]
    pub fn reviewer(&self) -> String {
        match self.by.name.trim() {
            "" => self.id.device.to_string(),
            name => name.to_owned(),
        }
    }
}

/// A record as it is stored: with its signature, and the hashes of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// The record.
    pub record: Record,
    /// The device's signature over [`StoredRecord::body`]; none where a meet asks for none.
    pub signature: Option<Signature>,
    /// The hash of the text without the signature.
    pub body: RecordHash,
    /// The hash of the whole text, which the device's next record names.
    pub hash: RecordHash,
}

impl StoredRecord {
    /// What the signature is over: the purpose, so that no other thing signed passes for a record, and the body.
    #[must_use]
    pub fn signed(&self) -> Vec<u8> {
        [b"gongsai record 1 ".as_slice(), &self.body.0].concat()
    }
}
