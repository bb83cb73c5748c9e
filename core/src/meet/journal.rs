//! The journal: records in order, the state they fold to, and those that were refused.

use std::collections::BTreeMap;

use super::{Actor, Command, Effects, Meet, Record, RecordHash, Refused, Timestamp};
use crate::id::{DeviceId, MeetId, RecordId};

/// The last record of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub n: u32,
    /// Its hash.
    pub hash: RecordHash,
}

/// The records of a meet with the state that they fold to.
///
/// A record that the fold refuses stays in the journal, with the reason.
#[derive(Clone, Debug)]
pub struct Journal {
    meet: Meet,
    records: Vec<Record>,
    refused: BTreeMap<RecordId, Refused>,
    heads: BTreeMap<DeviceId, Head>,
    clock: u64,
}

impl Journal {
    /// An empty journal.
    #[must_use]
    pub fn new(meet: MeetId) -> Self {
        Journal {
            meet: Meet::new(meet),
            records: Vec::new(),
            refused: BTreeMap::new(),
            heads: BTreeMap::new(),
            clock: 0,
        }
    }

    /// The state.
    #[must_use]
    pub fn meet(&self) -> &Meet {
        &self.meet
    }

    /// The records in the order in which they were folded.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records that the fold refused, with the reason.
    #[must_use]
    pub fn refused(&self) -> &BTreeMap<RecordId, Refused> {
        &self.refused
    }

    /// The next record of a device, not yet in the journal.
    #[must_use]
    pub fn next(&self, device: DeviceId, at: Timestamp, by: Actor, command: Command) -> Record {
        let head = self.heads.get(&device);
        Record {
            meet: self.meet.id(),
            id: RecordId { device, n: head.map_or(0, |head| head.n).saturating_add(1) },
            clock: self.clock.saturating_add(1),
            previous: head.map(|head| head.hash),
            answers: self.answered(&command),
            at,
            by,
            command,
        }
    }

    /// What a command would do, without doing it.
    ///
    /// # Errors
    /// [`Refused`] as [`Meet::apply`] would.
    pub fn preview(&self, record: &Record) -> Result<Effects, Refused> {
        self.meet.clone().apply(record)
    }

    /// Puts a new record at the end, if the fold takes it. `hash` is that of its stored form.
    ///
    /// # Errors
    /// [`Refused`]; the journal is then as before, and the record is not in it.
    pub fn append(&mut self, record: Record, hash: RecordHash) -> Result<Effects, Refused> {
        self.check_chain(&record)?;
        let effects = self.meet.apply(&record)?;
        self.keep(record, hash);
        Ok(effects)
    }

    /// Puts a stored record at the end, whether the fold takes it or not: nothing stored is lost.
    ///
    /// # Errors
    /// [`Refused::Repeated`], [`Refused::Gap`] or [`Refused::OtherMeet`] for a record that does not follow.
    pub fn load(&mut self, record: Record, hash: RecordHash) -> Result<(), Refused> {
        self.check_chain(&record)?;
        if let Err(why) = self.meet.apply(&record) {
            self.refused.insert(record.id, why);
        }
        self.keep(record, hash);
        Ok(())
    }

    fn check_chain(&self, record: &Record) -> Result<(), Refused> {
        if record.meet != self.meet.id() {
            return Err(Refused::OtherMeet(record.meet));
        }
        let head = self.heads.get(&record.id.device);
        let n = head.map_or(0, |head| head.n);
        if record.id.n <= n {
            return Err(Refused::Repeated(record.id));
        }
        if record.id.n != n + 1 || record.previous != head.map(|head| head.hash) {
            return Err(Refused::Gap(record.id));
        }
        Ok(())
    }

    fn keep(&mut self, record: Record, hash: RecordHash) {
        self.heads.insert(record.id.device, Head { n: record.id.n, hash });
        self.clock = self.clock.max(record.clock);
        self.records.push(record);
    }

    /// The record that holds the result which a correction replaces.
    fn answered(&self, command: &Command) -> Vec<RecordId> {
        let Command::Correct { event, id, .. } = command else { return Vec::new() };
        let same = |record: &&Record| match &record.command {
            Command::Result { event: of, id: played, .. } | Command::Correct { event: of, id: played, .. } => {
                of == event && played == id && !self.refused.contains_key(&record.id)
            }
            _ => false,
        };
        self.records.iter().rev().find(same).map(|record| record.id).into_iter().collect()
    }
}
