//! One line of the journal: who asked for what, when.

use std::fmt;
use std::str::FromStr;

use super::Command;
use crate::id::{BadId, MeetId, RecordId};

/// Milliseconds since 1970-01-01T00:00:00Z, as the device's clock had it. Shown, never reckoned with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

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

/// SHA-256 of a stored record, the line break not included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordHash(pub [u8; 32]);

impl fmt::Display for RecordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for RecordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RecordHash {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(BadId);
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * index..2 * index + 2).ok_or(BadId)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| BadId)?;
        }
        Ok(RecordHash(bytes))
    }
}

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
