//! Records in few bytes, one after another: what the ones before tell of the next is left out.

use std::collections::BTreeMap;

use super::bytes::{Bytes, Seen, put, put_step, put_text};
use super::outcome::{outcome, put_outcome};
use crate::document::v1;
use crate::id::{DeviceId, Direction, EntryId, EventId, MatchId, MeetId, Part, RecordId};
use crate::key::Signature;
use crate::meet::{Actor, Command, Record, RecordHash, Role, StoredRecord, Timestamp};
use crate::score::Outcome;
use crate::side::BySide;

// The first byte: what was asked for in three bits, and what does not follow from the records before.
/// The codes of parts beyond those of groups, which are odd from 3 to twice the greatest group and 1.
const FINAL: u64 = 2 * (1 << 16) + 1;
const CONSOLATION: u64 = FINAL + 2;
const SECOND_CONSOLATION: u64 = FINAL + 4;
/// The first direction of a compass; the others follow in steps of 2.
const COMPASS: u64 = FINAL + 6;

const LINE: u8 = 0;
const RESULT: u8 = 1;
const CORRECT: u8 = 2;
const CORRECT_CASCADE: u8 = 3;
const JSON: u8 = 4;
const SIGNED: u8 = 0x08;
const PREVIOUS: u8 = 0x10;
const ANSWERS: u8 = 0x20;
const AUTHOR: u8 = 0x40;
const NUMBER: u8 = 0x80;

/// The longest name that is kept for the records after; a longer one could be made to fill the memory with its copies.
const LONGEST_NAME: usize = 255;

const ROLES: [Role; 3] = [Role::Organiser, Role::Staff, Role::Referee];

/// What the records so far have told.
#[derive(Debug, Default)]
struct Known {
    devices: Seen<DeviceId>,
    actors: Seen<(Role, String)>,
    events: Seen<EventId>,
    entries: Seen<EntryId>,
    last_entry: u64,
    author: Option<(DeviceId, Actor)>,
    clock: u64,
    at: u64,
    /// What a game goes to.
    target: u16,
    /// Number and hash of each device's last record.
    heads: BTreeMap<DeviceId, (u32, RecordHash)>,
}

/// The records, each in as few bytes as it takes and as its stored line where there is no shorter form.
pub(super) fn write(meet: MeetId, records: &[StoredRecord]) -> Vec<u8> {
    let (mut known, mut out) = (Known::default(), Vec::new());
    for stored in records {
        if stored.record.meet != meet || known.put(&mut out, stored).is_none() {
            put_line(&mut out, stored);
        }
        known.take(stored);
    }
    out
}

/// The records as their stored lines alone.
pub(super) fn write_lines(records: &[StoredRecord]) -> Vec<u8> {
    let mut out = Vec::new();
    records.iter().for_each(|stored| put_line(&mut out, stored));
    out
}

fn put_line(out: &mut Vec<u8>, stored: &StoredRecord) {
    out.push(LINE);
    put_text(out, &v1::record_to_json(&stored.record, stored.signature.as_ref()));
}

/// The records at the front of some bytes, and whether there is nothing else.
pub(super) fn read(meet: MeetId, bytes: &[u8]) -> (Vec<StoredRecord>, bool) {
    let (mut known, mut rest, mut records) = (Known::default(), Bytes::new(bytes), Vec::new());
    while !rest.is_empty() {
        let Some(stored) = known.record(meet, &mut rest) else { return (records, false) };
        known.take(&stored);
        records.push(stored);
    }
    (records, true)
}

impl Known {
    /// Keeps what a record tells of those after it.
    fn take(&mut self, stored: &StoredRecord) {
        let record = &stored.record;
        self.author = Some((record.id.device, record.by.clone()));
        (self.clock, self.at) = (record.clock, record.at.0.cast_unsigned());
        self.heads.insert(record.id.device, (record.id.n, stored.hash));
    }

    fn next(&self, device: DeviceId) -> u32 {
        self.heads.get(&device).map_or(0, |(n, _)| *n).wrapping_add(1)
    }

    /// The hash of the record before, if it came.
    fn before(&self, id: RecordId) -> Option<RecordHash> {
        self.heads.get(&id.device).filter(|(n, _)| n.checked_add(1) == Some(id.n)).map(|(_, hash)| *hash)
    }

    /// Writes a record; `None`, with nothing written and nothing kept, where it has no shorter form than its line.
    fn put(&mut self, out: &mut Vec<u8>, stored: &StoredRecord) -> Option<()> {
        let record = &stored.record;
        let device = record.id.device;
        let named = record.previous != self.before(record.id);
        if record.by.name.len() > LONGEST_NAME || (named && record.previous.is_none()) {
            return None;
        }
        let flag = |flag: u8, set: bool| if set { flag } else { 0 };
        let same_author = self.author.as_ref().is_some_and(|(last, by)| *last == device && *by == record.by);
        let other_number = record.id.n != self.next(device);
        let kind = match &record.command {
            Command::Result { .. } => RESULT,
            Command::Correct { cascade: false, .. } => CORRECT,
            Command::Correct { cascade: true, .. } => CORRECT_CASCADE,
            _ => JSON,
        };
        out.push(
            kind | flag(SIGNED, stored.signature.is_some())
                | flag(PREVIOUS, named)
                | flag(ANSWERS, !record.answers.is_empty())
                | flag(AUTHOR, !same_author)
                | flag(NUMBER, other_number),
        );
        if !same_author {
            self.put_device(out, device);
            self.put_actor(out, &record.by);
        }
        if other_number {
            put(out, u64::from(record.id.n));
        }
        put_step(out, self.clock, record.clock);
        put_step(out, self.at, record.at.0.cast_unsigned());
        if let Some(hash) = record.previous.filter(|_| named) {
            out.extend(hash.0);
        }
        if !record.answers.is_empty() {
            put(out, record.answers.len() as u64);
            for answered in &record.answers {
                self.put_device(out, answered.device);
                put(out, u64::from(answered.n));
            }
        }
        match &record.command {
            Command::Result { event, id, entries, outcome } | Command::Correct { event, id, entries, outcome, .. } => {
                self.put_match(out, event, *id);
                put_outcome(out, &mut self.target, outcome, entries.is_some());
                for entry in entries.iter().flat_map(|entries| [entries.a, entries.b]) {
                    self.put_entry(out, entry);
                }
            }
            command => put_text(out, &v1::command_to_json(command)),
        }
        out.extend(stored.signature.iter().flat_map(|signature| signature.0));
        Some(())
    }

    fn record(&mut self, meet: MeetId, bytes: &mut Bytes<'_>) -> Option<StoredRecord> {
        let flags = bytes.byte()?;
        if flags == LINE {
            return v1::record_from_json(bytes.text()?).ok();
        }
        let has = |flag: u8| flags & flag != 0;
        let (device, by) = if has(AUTHOR) { (self.device(bytes)?, self.actor(bytes)?) } else { self.author.clone()? };
        let n = if has(NUMBER) { bytes.small()? } else { self.next(device) };
        let id = RecordId { device, n };
        let clock = bytes.step(self.clock)?;
        let at = Timestamp(bytes.step(self.at)?.cast_signed());
        let previous = if has(PREVIOUS) { Some(RecordHash(bytes.array()?)) } else { self.before(id) };
        let count = if has(ANSWERS) { bytes.number()? } else { 0 };
        let answered = |known: &mut Known, bytes: &mut Bytes<'_>| {
            Some(RecordId { device: known.device(bytes)?, n: bytes.small()? })
        };
        let answers = (0..count).map(|_| answered(self, bytes)).collect::<Option<_>>()?;
        let command = match flags & 7 {
            RESULT => {
                let (event, id, entries, outcome) = self.result(bytes)?;
                Command::Result { event, id, entries, outcome }
            }
            kind @ (CORRECT | CORRECT_CASCADE) => {
                let (event, id, entries, outcome) = self.result(bytes)?;
                Command::Correct { event, id, entries, outcome, cascade: kind == CORRECT_CASCADE }
            }
            JSON => v1::read_command(bytes.text()?).ok()?,
            _ => return None,
        };
        let signature = if has(SIGNED) { Some(Signature(bytes.array()?)) } else { None };
        let record = Record { meet, id, clock, previous, answers, at, by, command };
        // There is one door for records: what a line could not hold is none.
        v1::record_from_json(&v1::record_to_json(&record, signature.as_ref())).ok()
    }

    fn result(&mut self, bytes: &mut Bytes<'_>) -> Option<(EventId, MatchId, Option<BySide<EntryId>>, Outcome)> {
        let (event, id) = self.match_of(bytes)?;
        let (outcome, between) = outcome(bytes, &mut self.target)?;
        let entries = if between { Some(BySide { a: self.entry(bytes)?, b: self.entry(bytes)? }) } else { None };
        Some((event, id, entries, outcome))
    }

    fn put_device(&mut self, out: &mut Vec<u8>, device: DeviceId) {
        let (place, new) = self.devices.place(&device);
        put(out, place);
        if new {
            out.extend(device.0.to_be_bytes());
        }
    }

    fn device(&mut self, bytes: &mut Bytes<'_>) -> Option<DeviceId> {
        let place = bytes.number()?;
        if place == self.devices.next() {
            self.devices.add(DeviceId(u64::from_be_bytes(bytes.array()?)));
        }
        self.devices.at(place).copied()
    }

    fn put_actor(&mut self, out: &mut Vec<u8>, by: &Actor) {
        let (place, new) = self.actors.place(&(by.role, by.name.clone()));
        put(out, place);
        if new {
            out.push(ROLES.iter().position(|role| *role == by.role).map_or(0, |place| place as u8));
            put_text(out, &by.name);
        }
    }

    fn actor(&mut self, bytes: &mut Bytes<'_>) -> Option<Actor> {
        let place = bytes.number()?;
        if place == self.actors.next() {
            let role = *ROLES.get(usize::from(bytes.byte()?))?;
            let name = bytes.text().filter(|name| name.len() <= LONGEST_NAME)?;
            self.actors.add((role, name.to_owned()));
        }
        self.actors.at(place).map(|(role, name)| Actor { role: *role, name: name.clone() })
    }

    fn put_match(&mut self, out: &mut Vec<u8>, event: &EventId, id: MatchId) {
        let (place, new) = self.events.place(event);
        put(out, place);
        if new {
            put_text(out, event.as_str());
        }
        put(
            out,
            match id.part {
                Part::Winner => 0,
                // There is no group 0 and no place 0, so 1 and 2 are free.
                Part::Group(group) => 2 * u64::from(group) + 1,
                Part::Placement(place) => 2 * u64::from(place) + 2,
                Part::Preliminary => 1,
                Part::Loser => 2,
                Part::Final => FINAL,
                Part::Consolation => CONSOLATION,
                Part::SecondConsolation => SECOND_CONSOLATION,
                Part::Compass(direction) => COMPASS + 2 * direction as u64,
            },
        );
        put(out, u64::from(id.round));
        put(out, u64::from(id.number));
    }

    fn match_of(&mut self, bytes: &mut Bytes<'_>) -> Option<(EventId, MatchId)> {
        let place = bytes.number()?;
        if place == self.events.next() {
            self.events.add(EventId::new(bytes.text()?).ok()?);
        }
        let event = self.events.at(place)?.clone();
        let code = bytes.number()?;
        let part = match code {
            0 => Part::Winner,
            1 => Part::Preliminary,
            2 => Part::Loser,
            FINAL => Part::Final,
            CONSOLATION => Part::Consolation,
            SECOND_CONSOLATION => Part::SecondConsolation,
            code if code > COMPASS - 2 && code % 2 == 1 => {
                let place = usize::try_from((code - COMPASS) / 2).ok()?;
                Part::Compass(Direction::CODES.get(place)?.1)
            }
            code if code % 2 == 1 => Part::Group(u16::try_from(code / 2).ok()?),
            code => Part::Placement(u32::try_from(code / 2 - 1).ok()?),
        };
        Some((event, MatchId { part, round: bytes.small()?, number: u32::try_from(bytes.number()?).ok()? }))
    }

    /// A new entry comes as the step from the last new one, or one place further on as its eight bytes.
    fn put_entry(&mut self, out: &mut Vec<u8>, entry: EntryId) {
        let (place, new) = self.entries.place(&entry);
        if !new {
            return put(out, place);
        }
        let mut step = Vec::new();
        put_step(&mut step, self.last_entry, entry.0);
        if step.len() <= 8 {
            put(out, place);
            out.extend(step);
        } else {
            put(out, place + 1);
            out.extend(entry.0.to_be_bytes());
        }
        self.last_entry = entry.0;
    }

    fn entry(&mut self, bytes: &mut Bytes<'_>) -> Option<EntryId> {
        let (place, next) = (bytes.number()?, self.entries.next());
        if place < next {
            return self.entries.at(place).copied();
        }
        self.last_entry = match place - next {
            0 => bytes.step(self.last_entry)?,
            1 => u64::from_be_bytes(bytes.array()?),
            _ => return None,
        };
        self.entries.add(EntryId(self.last_entry));
        Some(EntryId(self.last_entry))
    }
}
