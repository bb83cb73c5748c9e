//! Records as they are stored: one JSON object a line.
//!
//! There is one way to write a record, so that its hash is that of its content: a line that says the same in another
//! way was not written by this program, and is none.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::{Malformed, command, names};
use crate::key::Signature;
use crate::meet::{Actor, Command, Record, RecordHash, Role, StoredRecord, Timestamp};

names!(role_name, role_named, Role, "organiser" = Role::Organiser, "staff" = Role::Staff, "referee" = Role::Referee);

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "record"))]
#[serde(deny_unknown_fields)]
pub(crate) struct Stored {
    meet: String,
    id: String,
    clock: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<String>,
    at: i64,
    by: StoredActor,
    #[cfg_attr(feature = "schema", schemars(with = "command::Stored"))]
    command: Box<RawValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "actor"))]
#[serde(deny_unknown_fields)]
struct StoredActor {
    role: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
}

/// What any command shows, a later version's too.
#[derive(Deserialize)]
struct AnyCommand {
    #[serde(rename = "do")]
    _do: String,
}

/// The record as one line, without the line break.
pub(crate) fn record_to_json(record: &Record, signature: Option<&Signature>) -> String {
    let command = command::command_to_json(&record.command);
    let stored = Stored {
        meet: record.meet.to_string(),
        id: record.id.to_string(),
        clock: record.clock,
        previous: record.previous.map(|hash| hash.to_string()),
        answers: record.answers.iter().map(ToString::to_string).collect(),
        at: record.at.0,
        by: StoredActor { role: role_name(record.by.role).to_owned(), name: record.by.name.clone() },
        command: RawValue::from_string(command).expect("a command is stored as JSON"),
        signature: signature.map(ToString::to_string),
    };
    serde_json::to_string(&stored).expect("plain structs of texts and numbers always serialise")
}

/// The record of a line.
pub(crate) fn record_from_json(line: &str) -> Result<StoredRecord, Malformed> {
    let stored: Stored = serde_json::from_str(line)?;
    let record = Record {
        meet: stored.meet.parse()?,
        id: stored.id.parse()?,
        clock: stored.clock,
        previous: stored.previous.map(|hash| hash.parse()).transpose()?,
        answers: stored.answers.iter().map(|id| id.parse()).collect::<Result<_, _>>()?,
        at: Timestamp(stored.at),
        by: Actor { role: role_named(&stored.by.role)?, name: stored.by.name },
        command: read_command(stored.command.get())?,
    };
    let signature: Option<Signature> = stored.signature.map(|text| text.parse()).transpose()?;
    let body = record_to_json(&record, None);
    let whole = with_signature(&body, signature.as_ref());
    if whole.as_deref().unwrap_or(&body) != line {
        return Err(Malformed("a record is written otherwise".to_owned()));
    }
    let whole = hash(line);
    let body = if signature.is_some() { hash(&body) } else { whole };
    Ok(StoredRecord { record, signature, body, hash: whole })
}

/// The record with the hashes of its text.
pub(crate) fn seal(record: Record, signature: Option<Signature>) -> StoredRecord {
    let text = record_to_json(&record, None);
    let body = hash(&text);
    let hash = with_signature(&text, signature.as_ref()).map_or(body, |text| hash(&text));
    StoredRecord { record, signature, body, hash }
}

/// The text with the signature as its last member.
fn with_signature(body: &str, signature: Option<&Signature>) -> Option<String> {
    let open = body.strip_suffix('}')?;
    signature.map(|signature| format!("{open},\"signature\":\"{signature}\"}}"))
}

fn hash(text: &str) -> RecordHash {
    RecordHash(Sha256::digest(text.as_bytes()).into())
}

/// The command of a JSON object, whoever wrote it.
pub(crate) fn read_command(text: &str) -> Result<Command, Malformed> {
    match command::command_from_json(text) {
        Ok(command) => Ok(command),
        Err(malformed) => match serde_json::from_str::<AnyCommand>(text) {
            Ok(_) => Ok(Command::Later(text.to_owned())),
            Err(_) => Err(malformed),
        },
    }
}
