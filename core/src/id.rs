//! Names of things: every kind of thing has an id of its own type.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Text that is no id of the kind asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadId;

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl std::error::Error for BadId {}

/// Ids that a device allots: 64 bits, written as 16 hexadecimal digits.
macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:x})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                let plain = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
                if !plain {
                    return Err(BadId);
                }
                u64::from_str_radix(text, 16).map($name).map_err(|_| BadId)
            }
        }
    )*};
}

numbered! {
    /// One meet.
    MeetId,
    /// One device that writes records.
    DeviceId,
    /// One sending unit (delegation) of a meet.
    UnitId,
    /// One person of a meet, whatever the events.
    PersonId,
    /// One person, pair or team in one event.
    EntryId,
}

/// One record of a journal: the device that wrote it and its number there, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The device that wrote the record.
    pub device: DeviceId,
    /// The number of the record on that device, from 1 without gaps.
    pub n: u32,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.device, self.n)
    }
}

impl FromStr for RecordId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (device, n) = text.split_once('-').ok_or(BadId)?;
        let n = n.parse::<u32>().ok().filter(|n| *n > 0).ok_or(BadId)?;
        Ok(RecordId { device: device.parse()?, n })
    }
}

/// Ids that the regulations give: short names.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// What has this short name.
            ///
            /// # Errors
            /// [`BadId`] unless the name is 1 to 32 ASCII letters, digits, `_` or `-`.
            pub fn new(name: &str) -> Result<Self, BadId> {
                short_name(name).map($name)
            }

            /// The short name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

named! {
    /// One event of a meet, by the short name that the regulations give it (`TT_team`).
    EventId,
    /// One award of a meet, by the short name that the regulations give it (`fair_play`).
    AwardId,
}

fn short_name(name: &str) -> Result<Arc<str>, BadId> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if name.is_empty() || name.len() > 32 || !name.bytes().all(plain) {
        return Err(BadId);
    }
    Ok(name.into())
}

/// A direction of a compass draw. All begin in the east; who loses goes on in another direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// 东, the knockout for the first places.
    East,
    /// 西
    West,
    /// 北
    North,
    /// 南
    South,
    /// 东北
    Northeast,
    /// 西北
    Northwest,
    /// 西南
    Southwest,
    /// 东南
    Southeast,
}

impl Direction {
    /// All with their letters.
    pub const CODES: [(&'static str, Direction); 8] = [
        ("E", Direction::East),
        ("W", Direction::West),
        ("N", Direction::North),
        ("S", Direction::South),
        ("NE", Direction::Northeast),
        ("NW", Direction::Northwest),
        ("SW", Direction::Southwest),
        ("SE", Direction::Southeast),
    ];

    /// Its letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        Direction::CODES[self as usize].0
    }
}

/// The part of an event's plan that a match belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A group, counted from 1.
    Group(u16),
    /// The knockout, or the winner side of a double elimination.
    Winner,
    /// The matches for the places from this one on, below the final (`P3` is the match for third place).
    Placement(u32),
    /// The matches for the last positions of a knockout (抢号), before its first round.
    Preliminary,
    /// The loser side of a double elimination.
    Loser,
    /// The finals between the two sides of a double elimination.
    Final,
    /// The matches among those who lost early, beside the knockout.
    Consolation,
    /// The same among those who lost later, where there are two.
    SecondConsolation,
    /// One direction of a compass draw.
    Compass(Direction),
}

/// One match of an event: where it stands in the plan. Stable whatever is drawn or played.
///
/// Written `W1.2` (round 1, match 2 of the knockout), `G3.2.1` (group 3, round 2, match 1), `P3.1.1` (for third
/// place), `Q1.2` (a preliminary match), `L1.2` (loser side), `F1.1` (final of both sides), `C1.2` (consolation), `C2.1.3`
/// (second consolation, round 1, match 3), `DNE1.2` (northeast of a compass).
///
/// ```
/// use gongsai::id::MatchId;
/// let id: MatchId = "G3.2.1".parse()?;
/// assert_eq!((id.round, id.number), (2, 1));
/// assert_eq!(id.to_string(), "G3.2.1");
/// assert!("G3".parse::<MatchId>().is_err());
/// # Ok::<(), gongsai::id::BadId>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatchId {
    /// The part of the plan.
    pub part: Part,
    /// The round inside the part, from 1.
    pub round: u16,
    /// The match inside the round, from 1, top to bottom.
    pub number: u32,
}

impl fmt::Display for MatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Group(group) => write!(f, "G{group}.")?,
            Part::Winner => f.write_str("W")?,
            Part::Placement(place) => write!(f, "P{place}.")?,
            Part::Preliminary => f.write_str("Q")?,
            Part::Loser => f.write_str("L")?,
            Part::Final => f.write_str("F")?,
            Part::Consolation => f.write_str("C")?,
            Part::SecondConsolation => f.write_str("C2.")?,
            Part::Compass(direction) => write!(f, "D{}", direction.code())?,
        }
        write!(f, "{}.{}", self.round, self.number)
    }
}

impl FromStr for MatchId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (letters, numbers) = text.split_at(text.find(|c: char| !c.is_ascii_uppercase()).ok_or(BadId)?);
        let numbers: Vec<&str> = numbers.split('.').collect();
        let (part, round, number) = match (letters, numbers.as_slice()) {
            ("G", [group, round, number]) => (Part::Group(above_0(group)?), round, number),
            ("P", [place, round, number]) => (Part::Placement(above_0(place)?), round, number),
            ("W", [round, number]) => (Part::Winner, round, number),
            ("Q", [round, number]) => (Part::Preliminary, round, number),
            ("L", [round, number]) => (Part::Loser, round, number),
            ("F", [round, number]) => (Part::Final, round, number),
            ("C", [round, number]) => (Part::Consolation, round, number),
            ("C", ["2", round, number]) => (Part::SecondConsolation, round, number),
            (letters, [round, number]) => {
                let code = letters.strip_prefix('D').ok_or(BadId)?;
                let (_, direction) = Direction::CODES.iter().find(|(known, _)| *known == code).ok_or(BadId)?;
                (Part::Compass(*direction), round, number)
            }
            _ => return Err(BadId),
        };
        Ok(MatchId { part, round: above_0(round)?, number: above_0(number)? })
    }
}

/// A number from 1 on.
fn above_0<T: FromStr + PartialOrd + From<u8>>(text: &str) -> Result<T, BadId> {
    text.parse::<T>().ok().filter(|n| *n >= T::from(1)).ok_or(BadId)
}
