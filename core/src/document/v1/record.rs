//! Records as they are stored: one JSON object a line.

use serde::{Deserialize, Serialize};

use super::{Malformed, command, names};
use crate::meet::{Actor, Record, Role, Timestamp};

names!(role_name, role_named, Role, "organiser" = Role::Organiser, "staff" = Role::Staff, "referee" = Role::Referee);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    meet: String,
    id: String,
    clock: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<String>,
    at: i64,
    by: StoredActor,
    command: command::Stored,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredActor {
    role: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
}

/// The record as one line, without the line break.
pub(crate) fn record_to_json(record: &Record) -> String {
    let stored = Stored {
        meet: record.meet.to_string(),
        id: record.id.to_string(),
        clock: record.clock,
        previous: record.previous.map(|hash| hash.to_string()),
        answers: record.answers.iter().map(ToString::to_string).collect(),
        at: record.at.0,
        by: StoredActor { role: role_name(record.by.role).to_owned(), name: record.by.name.clone() },
        command: command::store(&record.command),
    };
    serde_json::to_string(&stored).expect("plain structs of texts and numbers always serialise")
}

/// The record of a line.
pub(crate) fn record_from_json(line: &str) -> Result<Record, Malformed> {
    let stored: Stored = serde_json::from_str(line)?;
    Ok(Record {
        meet: stored.meet.parse()?,
        id: stored.id.parse()?,
        clock: stored.clock,
        previous: stored.previous.map(|hash| hash.parse()).transpose()?,
        answers: stored.answers.iter().map(|id| id.parse()).collect::<Result<_, _>>()?,
        at: Timestamp(stored.at),
        by: Actor { role: role_named(&stored.by.role)?, name: stored.by.name },
        command: command::read(stored.command)?,
    })
}
