//! Stored forms, version 1. What is written here stays readable for good.

mod admission;
mod change;
mod command;
mod drawn;
mod facts;
mod lineup;
mod outcome;
mod parts;
mod people;
mod record;
mod rights;

pub(super) use command::{command_from_json, command_to_json};
pub(super) use facts::{facts_from_json, facts_to_json};
#[cfg(feature = "schema")]
pub(super) use record::Stored as StoredRecord;
pub(super) use record::{read_command, record_from_json, record_to_json, seal};

/// Text that holds no value of the kind that should stand there.
#[derive(Debug)]
pub(super) struct Malformed(pub(super) String);

impl From<crate::id::BadId> for Malformed {
    fn from(_: crate::id::BadId) -> Self {
        Malformed("an id is malformed".to_owned())
    }
}

impl From<serde_json::Error> for Malformed {
    /// Only where the text breaks, never what it holds: it may be private.
    fn from(error: serde_json::Error) -> Self {
        Malformed(format!("line {}, column {}", error.line(), error.column()))
    }
}

/// The names of a closed set, as they are stored.
#[cfg(feature = "schema")]
pub(super) trait Names {
    const NAMES: &[&str];
}

/// A day as ISO 8601 has it.
fn read_day(text: &str) -> Result<crate::date::Date, Malformed> {
    crate::date::Date::from_iso(text).ok_or_else(|| Malformed("a day is malformed".to_owned()))
}

/// Names of the members of a closed set, both ways.
macro_rules! names {
    ($to:ident, $from:ident, $type:ty, $($name:literal = $value:path),* $(,)?) => {
        pub(super) fn $to(value: $type) -> &'static str {
            match value {
                $($value => $name),*
            }
        }

        #[cfg(feature = "schema")]
        impl $crate::document::v1::Names for $type {
            const NAMES: &[&str] = &[$($name),*];
        }

        pub(super) fn $from(name: &str) -> Result<$type, $crate::document::v1::Malformed> {
            match name {
                $($name => Ok($value),)*
                _ => Err($crate::document::v1::Malformed(format!("unknown {}", stringify!($type)))),
            }
        }
    };
}

use names;
