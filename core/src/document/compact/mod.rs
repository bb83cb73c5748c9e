//! Records in few bytes, for QR codes from screen to camera: what is in a journal file, smaller.
//!
//! [`pages`] puts records onto pages that each fit a code; [`read`] takes pages in any order and any number of times, and
//! says which are missing. What was read is just what was written, hashes and signatures included.
//!
//! | of a page | bytes |
//! |---|---|
//! | version | 1 |
//! | meet | 8 |
//! | set: of which records it is a part | 4 |
//! | its number, from 1, and the number of pages | 1 to 3 each |
//! | a part of the packed records | what room is left |
//! | check: SHA-256 of the page, cut short | 4 |
//!
//! A packed record leaves out what those before it tell: the meet, the author, the hash of the device's record before
//! (it is worked out again), devices, events and entries that were named. Results and corrections are packed; any other
//! command is its JSON; and a record for which that does not do is its line. Nothing here is a secret, and the check
//! guards against accidents alone: what a record is worth, its chain and signature say.
//!
//! How much a result takes beside others of its device (its line takes 360 to 610 bytes), and how many go into a QR code
//! of version 20, level M, which holds 666 bytes or 970 of the letters of [`text`]. Measured by the example `sizes` of the
//! tests on the sample meet, with some minutes from one result to the next:
//!
//! | | bytes | in 666 bytes | in 970 letters | signed: bytes | in 666 bytes | in 970 letters |
//! |---|---|---|---|---|---|---|
//! | singles in table tennis | 19 | 29 | 28 | 83 | 7 | 7 |
//! | tie in table tennis, three rubbers | 29 | 19 | 18 | 93 | 6 | 6 |
//! | tie in badminton, five rubbers | 34 | 16 | 16 | 98 | 6 | 5 |
//!
//! The first result takes some 35 bytes more, since it names its device, author and event; and 32 more if the record
//! before it is not among them.

mod base45;
mod bytes;
mod outcome;
mod records;

use std::fmt;

use sha2::{Digest, Sha256};

use bytes::{Bytes, put};

use crate::id::MeetId;
use crate::meet::StoredRecord;

/// The version of the pages that are written.
const VERSION: u8 = 1;

/// The most pages of a set.
const MOST_PAGES: usize = u16::MAX as usize;

/// The least room of a page.
const LEAST_ROOM: usize = 32;

/// What a page takes beside its part of the records, where all numbers are small and where some are not.
const AROUND: [usize; 2] = [1 + 8 + 4 + 1 + 1 + 4, 1 + 8 + 4 + 3 + 3 + 4];

/// Why pages were not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// There is no page.
    Nothing,
    /// The page, counted from 0 as it was given, is none or damaged.
    Damaged(usize),
    /// The page is of a later version of the program.
    Version(u8),
    /// The page, counted from 0 as it was given, is of another set than the first one.
    OtherSet(usize),
    /// The pages are all there and whole, and hold something else than records.
    NoRecords,
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotRead::Nothing => f.write_str("no page"),
            NotRead::Damaged(index) => write!(f, "page {index} is damaged"),
            NotRead::Version(version) => write!(f, "a page of version {version}"),
            NotRead::OtherSet(index) => write!(f, "page {index} is of another set"),
            NotRead::NoRecords => f.write_str("no records"),
        }
    }
}

impl std::error::Error for NotRead {}

/// Where a page belongs: what a camera goes by to put its finds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The meet.
    pub meet: MeetId,
    /// The set.
    pub set: u32,
    /// The number of the page, from 1.
    pub number: u16,
    /// The number of pages of the set.
    pub of: u16,
}

/// What was read of some pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The meet.
    pub meet: MeetId,
    /// The records: all of them, or those that lie wholly before the first missing page.
    pub records: Vec<StoredRecord>,
    /// The pages that are missing.
    pub missing: Vec<u16>,
}

/// The records in as few bytes as may be, on pages of at most so many bytes each. No records take no page.
///
/// A room below 32 is taken for 32, and one for which there would be more than 65,535 pages for as much as it takes.
/// The records are of one meet; one of another is kept, at the length of its line.
///
/// ```
/// use gongsai::document::{compact, journal};
/// use gongsai::id::{DeviceId, MeetId};
/// use gongsai::meet::{Command, Journal, Timestamp, Writer};
/// let mut meet = Journal::new(MeetId(7));
/// let units = Command::AddUnits(Vec::new());
/// # let writer = Writer::staff(DeviceId(1));
/// # let _ = journal::ask(&mut meet, &writer, Timestamp(0), units);
/// let records: Vec<_> = meet.stored().cloned().collect();
/// let pages = compact::pages(&records, 666);
/// let read = compact::read(&pages)?;
/// assert_eq!((read.records, read.missing), (records, vec![]));
/// assert_eq!(compact::read(&[b"other codes"]), Err(compact::NotRead::Damaged(0)));
/// # Ok::<(), compact::NotRead>(())
/// ```
#[must_use]
pub fn pages(records: &[StoredRecord], room: usize) -> Vec<Vec<u8>> {
    let Some(first) = records.first() else { return Vec::new() };
    let meet = first.record.meet;
    let packed = pack(meet, records);
    let set = set_of(&packed);
    let most = packed.len().div_ceil(MOST_PAGES) + AROUND[1];
    let room = room.max(LEAST_ROOM).max(most);
    let few = packed.len() <= (room - AROUND[0]) * 0x7f;
    let parts = packed.chunks(room - if few { AROUND[0] } else { AROUND[1] });
    let of = parts.len() as u64;
    let page = |(number, part): (u64, &[u8])| {
        let mut page = vec![VERSION];
        page.extend(meet.0.to_be_bytes());
        page.extend(set.to_be_bytes());
        put(&mut page, number);
        put(&mut page, of);
        page.extend(part);
        page.extend(check(&page));
        page
    };
    (1..).zip(parts).map(page).collect()
}

/// The records of pages of one set, in any order, any of them repeated.
///
/// # Errors
/// [`NotRead`]. Missing pages are none: they are listed with what could be read without them.
pub fn read(pages: &[impl AsRef<[u8]>]) -> Result<Read, NotRead> {
    let first = head(pages.first().ok_or(NotRead::Nothing)?.as_ref())?;
    let mut parts = vec![None; usize::from(first.of)];
    for (index, page) in pages.iter().enumerate() {
        let (head, part) = split(page.as_ref()).map_err(|why| match why {
            NotRead::Damaged(_) => NotRead::Damaged(index),
            why => why,
        })?;
        if (head.meet, head.set, head.of) != (first.meet, first.set, first.of) {
            return Err(NotRead::OtherSet(index));
        }
        if let Some(place) = parts.get_mut(usize::from(head.number) - 1) {
            *place = Some(part);
        }
    }
    let missing: Vec<u16> = (1..).zip(&parts).filter(|(_, part)| part.is_none()).map(|(number, _)| number).collect();
    let packed: Vec<u8> = parts.into_iter().map_while(|part| part).flatten().copied().collect();
    let (records, whole) = records::read(first.meet, &packed);
    if missing.is_empty() && !(whole && set_of(&packed) == first.set) {
        return Err(NotRead::NoRecords);
    }
    Ok(Read { meet: first.meet, records, missing })
}

/// Where a page belongs.
///
/// # Errors
/// [`NotRead::Damaged`] or [`NotRead::Version`].
pub fn head(page: &[u8]) -> Result<Head, NotRead> {
    split(page).map(|(head, _)| head)
}

/// Packed records without pages, as they go where there is room for them all.
#[must_use]
pub fn pack(meet: MeetId, records: &[StoredRecord]) -> Vec<u8> {
    let packed = records::write(meet, records);
    // A record that was not made by this program's own forms can be such that only its line keeps it.
    if records::read(meet, &packed).0 == records { packed } else { records::write_lines(records) }
}

/// The records of what [`pack`] gave. Never panics, and never takes more memory than some hundred times the bytes.
///
/// # Errors
/// [`NotRead::NoRecords`] when there is anything else.
pub fn unpack(meet: MeetId, packed: &[u8]) -> Result<Vec<StoredRecord>, NotRead> {
    let (records, whole) = records::read(meet, packed);
    if whole { Ok(records) } else { Err(NotRead::NoRecords) }
}

/// A page in the letters of a QR code's alphanumeric mode: Base45, RFC 9285. Three letters hold two bytes.
///
/// ```
/// use gongsai::document::compact::{page, text};
/// assert_eq!(text(b"AB"), "BB8");
/// assert_eq!(page("BB8"), Some(b"AB".to_vec()));
/// assert_eq!(page("bb8"), None);
/// ```
#[must_use]
pub fn text(page: &[u8]) -> String {
    base45::write(page)
}

/// The page of such letters; `None` for any other text.
#[must_use]
pub fn page(text: &str) -> Option<Vec<u8>> {
    base45::read(text)
}

fn split(page: &[u8]) -> Result<(Head, &[u8]), NotRead> {
    let damaged = NotRead::Damaged(0);
    let (body, told) = page.split_last_chunk::<4>().ok_or(damaged)?;
    if *told != check(body) {
        return Err(damaged);
    }
    let mut bytes = Bytes::new(body);
    match bytes.byte() {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(NotRead::Version(version)),
        _ => return Err(damaged),
    }
    let read = |bytes: &mut Bytes<'_>| {
        let (meet, set) = (u64::from_be_bytes(bytes.array()?), u32::from_be_bytes(bytes.array()?));
        Some(Head { meet: MeetId(meet), set, number: bytes.small()?, of: bytes.small()? })
    };
    let head = read(&mut bytes).filter(|head| head.number > 0 && head.number <= head.of).ok_or(damaged)?;
    Ok((head, bytes.rest()))
}

fn set_of(packed: &[u8]) -> u32 {
    u32::from_be_bytes(check(packed))
}

fn check(bytes: &[u8]) -> [u8; 4] {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    std::array::from_fn(|index| digest[index])
}
