//! The file of a meet, `NAME.gongsai`: JSON Lines, a header and then a record a line.
//!
//! Each device's records are chained by hash, so that any good prefix and any damaged line can be told. Reading never
//! fails as a whole: what is whole is kept, and what is not is named.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::v1;
use crate::id::{MeetId, RecordId};
use crate::key::SecretKey;
use crate::meet::{Change, Command, Effects, Fate, Journal, Refused, StoredRecord, Timestamp, Writer, difference};
use crate::order;

/// The version of the file that is written.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "header"))]
pub(super) struct Header {
    gongsai: u32,
    meet: String,
}

/// What is wrong with one line of a file. Lines count from 1. What is missing or set aside of the others, the journal
/// tells: [`Journal::missing`], [`Journal::aside`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The line is no record, or was changed.
    Damaged {
        /// The line.
        line: usize,
    },
    /// The record is of another meet.
    OtherMeet {
        /// The line.
        line: usize,
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
    /// What is not whole.
    pub problems: Vec<Problem>,
}

/// The record as one line, without the line break: what is stored, hashed and sent.
#[must_use]
pub fn encode(stored: &StoredRecord) -> String {
    v1::record_to_json(&stored.record, stored.signature.as_ref())
}

/// The record of a line.
///
/// # Errors
/// [`NoRecord`] when the line is anything else, or says it in another way than [`encode`].
pub fn decode(line: &str) -> Result<StoredRecord, NoRecord> {
    v1::record_from_json(line).map_err(|_| NoRecord)
}

/// Text that is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRecord;

impl fmt::Display for NoRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no record of a meet")
    }
}

impl std::error::Error for NoRecord {}

/// What came of asking.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What changed.
    pub effects: Effects,
    /// The new record.
    pub id: RecordId,
    /// Its stored line, without the line break.
    pub line: String,
}

/// Asks for something: the writer's next record, made, signed, folded and put at the end of the journal.
///
/// # Errors
/// [`Refused`]; the journal is then as before.
pub fn ask(journal: &mut Journal, writer: &Writer, at: Timestamp, command: Command) -> Result<Asked, Refused> {
    let record = journal.next(writer, at, command);
    let mut stored = v1::seal(record, None);
    if let Some(key) = &writer.key {
        let signature = key.sign(&stored.signed());
        stored = v1::seal(stored.record, Some(signature));
    }
    let (id, line) = (stored.record.id, encode(&stored));
    let effects = journal.append(stored, writer.key.as_ref().map(SecretKey::public))?;
    Ok(Asked { effects, id, line })
}

/// What asking for something would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What would differ.
    pub changes: Vec<Change>,
    /// The records that count now and would then be refused.
    pub refused: Vec<RecordId>,
}

/// What asking for something would do, without doing it.
///
/// # Errors
/// [`Refused`] as [`ask`] would.
///
/// # Complexity
/// As [`ask`], and a look at every record.
pub fn preview(journal: &Journal, writer: &Writer, at: Timestamp, command: Command) -> Result<Preview, Refused> {
    let mut after = journal.clone();
    ask(&mut after, writer, at, command)?;
    let counted = |id: &RecordId| journal.fate(*id) == Fate::Counts;
    let refused = after.refused().map(|(id, _)| id).filter(counted).collect();
    Ok(Preview { changes: difference(journal.meet(), after.meet()), refused })
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
    let mut stored: Vec<&StoredRecord> = journal.stored().collect();
    order::sort_by_key(&mut stored, |stored| (stored.record.order(), stored.hash));
    let mut text = header(journal.meet().id()) + "\n";
    for stored in stored {
        text += &encode(stored);
        text.push('\n');
    }
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
    let (mut records, mut problems, mut last) = (Vec::new(), Vec::new(), 0);
    for (line, text) in lines {
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() {
            continue;
        }
        last = line;
        match record(meet, line, text) {
            Ok(stored) => records.push(stored),
            Err(problem) => problems.push(problem),
        }
    }
    if !whole && problems.last() == Some(&Problem::Damaged { line: last }) {
        problems.pop();
        problems.push(Problem::CutOff { line: last });
    }
    let mut journal = Journal::new(meet);
    journal.absorb(records);
    Loaded { journal, problems }
}

/// The record of a meet in a line, for those who read a journal in portions.
///
/// # Errors
/// [`Problem`] when the line holds none, or one of another meet.
pub fn record(meet: MeetId, line: usize, text: &str) -> Result<StoredRecord, Problem> {
    match decode(text) {
        Ok(stored) if stored.record.meet == meet => Ok(stored),
        Ok(_) => Err(Problem::OtherMeet { line }),
        Err(NoRecord) => Err(Problem::Damaged { line }),
    }
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
