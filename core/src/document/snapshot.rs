//! A snapshot of a journal as text, kept beside the records that it was made of.
//!
//! The first line is the number of these records: with another number stored, the snapshot is out of date.

use super::journal;
use crate::id::MeetId;
use crate::meet::{Journal, Meet};

/// The snapshot of a journal; none where it has none ([`Journal::snapshot`]).
///
/// ```
/// use gongsai::document::snapshot;
/// use gongsai::id::MeetId;
/// use gongsai::meet::Journal;
/// let text = snapshot::write(&Journal::new(MeetId(7))).unwrap_or_default();
/// assert!(snapshot::read(MeetId(7), &text, 0).is_some());
/// assert!(snapshot::read(MeetId(7), &text, 1).is_none());
/// ```
///
/// # Complexity
/// As [`Journal::snapshot`].
#[must_use]
pub fn write(journal: &Journal) -> Option<String> {
    let mut text = journal.stored().count().to_string();
    for stored in journal.snapshot()? {
        text.push('\n');
        text += &journal::encode(&stored);
    }
    Some(text)
}

/// The meet that a snapshot shows; none when it is damaged, or was made of another number of records than are `stored`.
///
/// # Complexity
/// Linear in the records of the snapshot: those that count, not those that were ever written.
#[must_use]
pub fn read(meet: MeetId, text: &str, stored: usize) -> Option<Meet> {
    let mut lines = text.split('\n');
    lines.next().and_then(|first| first.parse::<usize>().ok()).filter(|count| *count == stored)?;
    let records: Option<Vec<_>> = lines.map(|line| journal::decode(line).ok()).collect();
    let records = records?;
    Meet::shown(meet, records.iter().map(|stored| &stored.record))
}
