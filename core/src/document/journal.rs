//! The file of a meet, `NAME.gongsai`: JSON Lines, a header and then a record a line.
//!
//! Each device's records are chained by hash, so that any good prefix and any damaged line can be told. Reading never
//! fails as a whole: what is whole is kept, and what is not is named.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::v1;
use crate::id::{DeviceId, MeetId};
use crate::meet::{Actor, Command, Effects, Journal, Record, RecordHash, Refused, Timestamp};

/// The version of the file that is written.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    gongsai: u32,
    meet: String,
}

/// What is wrong with one line of a file. Lines count from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The line is no record, or was changed: it and what the same device wrote after it is left out.
    Damaged {
        /// The line.
        line: usize,
    },
    /// The line does not follow: something before it is missing, or it stands twice.
    Unchained {
        /// The line.
        line: usize,
        /// Why.
        why: Refused,
    },
    /// The last line was cut off.
    CutOff {
        /// The line.
        line: usize,
    },
}

/// Why a file is not the journal of a meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAJournal {
    /// It has no header.
    Header,
    /// It is of a later version of the program.
    Version(u32),
}

impl fmt::Display for NotAJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotAJournal::Header => f.write_str("no header of a meet file"),
            NotAJournal::Version(version) => write!(f, "a meet file of version {version}"),
        }
    }
}

impl std::error::Error for NotAJournal {}

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The journal of what is whole.
    pub journal: Journal,
    /// The line of each record in it, in order.
    pub lines: Vec<String>,
    /// What is not whole.
    pub problems: Vec<Problem>,
}

/// The record as one line, without the line break: what is stored, hashed and sent.
#[must_use]
pub fn encode(record: &Record) -> String {
    v1::record_to_json(record)
}

/// The hash of a stored line, which the device's next record names.
#[must_use]
pub fn hash(line: &str) -> RecordHash {
    RecordHash(Sha256::digest(line.as_bytes()).into())
}

/// What came of asking.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What changed.
    pub effects: Effects,
    /// The stored line of the new record, without the line break.
    pub line: String,
}

/// Asks for something: the device's next record, made, folded and put at the end of the journal.
///
/// # Errors
/// [`Refused`]; the journal is then as before.
pub fn ask(
    journal: &mut Journal,
    device: DeviceId,
    at: Timestamp,
    by: Actor,
    command: Command,
) -> Result<Asked, Refused> {
    let record = journal.next(device, at, by, command);
    let line = encode(&record);
    let effects = journal.append(record, hash(&line))?;
    Ok(Asked { effects, line })
}

/// The header line of a meet's file, without the line break.
#[must_use]
pub fn header(meet: MeetId) -> String {
    let header = Header { gongsai: VERSION, meet: meet.to_string() };
    serde_json::to_string(&header).expect("plain structs of texts and numbers always serialise")
}

/// The whole file of a journal.
///
/// ```
/// use gongsai::document::journal;
/// use gongsai::id::MeetId;
/// use gongsai::meet::Journal;
/// let text = journal::write(&Journal::new(MeetId(7)));
/// let loaded = journal::read(&text).unwrap();
/// assert_eq!(loaded.journal.meet().id(), MeetId(7));
/// assert!(journal::read("姓名,性别").is_err());
/// ```
#[must_use]
pub fn write(journal: &Journal) -> String {
    let lines = journal.records().iter().map(encode);
    let mut text = header(journal.meet().id());
    for line in lines {
        text.push('\n');
        text.push_str(&line);
    }
    text.push('\n');
    text
}

/// What is whole of a file.
///
/// # Errors
/// [`NotAJournal`] when the first line is no header; damage after it is in [`Loaded::problems`].
pub fn read(text: &str) -> Result<Loaded, NotAJournal> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = (1..).zip(text.split('\n'));
    let (_, first) = lines.next().ok_or(NotAJournal::Header)?;
    let header: Header = serde_json::from_str(first).map_err(|_| NotAJournal::Header)?;
    if header.gongsai != VERSION {
        return Err(NotAJournal::Version(header.gongsai));
    }
    let meet = header.meet.parse().map_err(|_| NotAJournal::Header)?;
    Ok(read_lines(meet, lines, text.ends_with('\n')))
}

/// The journal of stored record lines, as a store without a header gives them back.
#[must_use]
pub fn from_lines<'a>(meet: MeetId, lines: impl IntoIterator<Item = &'a str>) -> Loaded {
    read_lines(meet, (1..).zip(lines), true)
}

fn read_lines<'a>(meet: MeetId, lines: impl Iterator<Item = (usize, &'a str)>, whole: bool) -> Loaded {
    let mut loaded = Loaded { journal: Journal::new(meet), lines: Vec::new(), problems: Vec::new() };
    let mut broken: BTreeMap<DeviceId, usize> = BTreeMap::new();
    let mut last_damaged = None;
    for (number, line) in lines {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        let Ok(record) = v1::record_from_json(line) else {
            last_damaged = Some(number);
            loaded.problems.push(Problem::Damaged { line: number });
            continue;
        };
        last_damaged = None;
        // Whatever a device wrote hangs on its record before: after a break, the rest is named once.
        let device = record.id.device;
        match loaded.journal.load(record, hash(line)) {
            Ok(()) => loaded.lines.push(line.to_owned()),
            Err(why) if !broken.contains_key(&device) => {
                broken.insert(device, number);
                loaded.problems.push(Problem::Unchained { line: number, why });
            }
            Err(_) => {}
        }
    }
    if let Some(line) = last_damaged.filter(|_| !whole) {
        loaded.problems.pop();
        loaded.problems.push(Problem::CutOff { line });
    }
    loaded
}

/// The command of a JSON object, as it stands in a record.
///
/// # Errors
/// [`NoCommand`] with the place where the text breaks.
pub fn command_from_json(text: &str) -> Result<Command, NoCommand> {
    v1::command_from_json(text).map_err(|malformed| NoCommand(malformed.0))
}

/// Text that is no command: what is wrong, without what the text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCommand(pub String);

impl fmt::Display for NoCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no command: {}", self.0)
    }
}

impl std::error::Error for NoCommand {}
