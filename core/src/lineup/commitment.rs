//! What a captain hands in first, so that neither side can set its line-up against the other's.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::Lineup;
use crate::hex;
use crate::id::{BadId, EntryId, EventId, MatchId};

/// What the text of a commitment begins with: it names the way in which it was made.
const PREFIX: &str = "gongsai-line-up-1:";

/// Whose line-up in which match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineupOf<'a> {
    /// The event.
    pub event: &'a EventId,
    /// The match.
    pub id: MatchId,
    /// Whose.
    pub entry: EntryId,
}

/// A commitment to a hidden line-up: it is handed in first, the line-up with its secret when both sides have done so.
///
/// Made by SHA-256 of `gongsai line-up commitment 1` and a line feed, then of the event, the match, the entry, the secret,
/// and for each place in the order of their bytes its name, the number of its people and their ids: of each its length
/// in bytes, a colon, the text as UTF-8 and a line feed. Written as `gongsai-line-up-1:` and 64 hexadecimal digits.
///
/// A team has few line-ups, which anybody can try out together with short secrets: a secret of 32 random hexadecimal
/// digits or more cannot be found. It is of one match and one team, so that handing in another's does not help.
///
/// ```
/// use gongsai::id::{EntryId, EventId};
/// use gongsai::lineup::{Lineup, LineupCommitment, LineupOf};
/// let event = EventId::new("TT_team")?;
/// let of = |entry| LineupOf { event: &event, id: "W1.1".parse().unwrap(), entry: EntryId(entry) };
/// let handed_in = LineupCommitment::to(of(1), &Lineup::default(), "5eed");
/// assert_eq!(handed_in.to_string().parse(), Ok(handed_in));
/// assert_ne!(handed_in, LineupCommitment::to(of(2), &Lineup::default(), "5eed"));
/// assert_ne!(handed_in, LineupCommitment::to(of(1), &Lineup::default(), "5eee"));
/// # Ok::<(), gongsai::id::BadId>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LineupCommitment([u8; 32]);

impl LineupCommitment {
    /// The commitment to this line-up with this secret, byte for byte as both will be opened.
    #[must_use]
    pub fn to(of: LineupOf<'_>, line_up: &Lineup, secret: &str) -> LineupCommitment {
        let mut hash = Sha256::new().chain_update("gongsai line-up commitment 1\n");
        let mut put = |text: &str| hash.update(format!("{}:{text}\n", text.len()));
        put(of.event.as_str());
        put(&of.id.to_string());
        put(&of.entry.to_string());
        put(secret);
        for (place, people) in &line_up.places {
            put(place);
            put(&people.len().to_string());
            people.iter().for_each(|person| put(&person.to_string()));
        }
        LineupCommitment(hash.finalize().into())
    }
}

impl fmt::Display for LineupCommitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        hex::write(f, &self.0)
    }
}

impl fmt::Debug for LineupCommitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for LineupCommitment {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.strip_prefix(PREFIX).and_then(hex::read).map(LineupCommitment).ok_or(BadId)
    }
}
