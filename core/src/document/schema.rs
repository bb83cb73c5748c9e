//! The JSON Schema of a meet file's lines, for programs in other languages. It is made from the stored forms, so it cannot
//! say anything else than they do.
//!
//! What a schema cannot say: members stand in the order in which they are listed, without spaces, and members that say
//! nothing are left out; a record written otherwise is none.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value as Json, json};

use super::v1::{self, Names};
use crate::bracket::DrawStage;
use crate::eligibility::Verdict;
use crate::finding::Severity;
use crate::meet::Role;
use crate::regulations::Sport;
use crate::score::Stop;
use crate::sex::Sex;
use crate::side::Side;

const ID: &str = "^[0-9a-f]{16}$";
const RECORD: &str = "^[0-9a-f]{16}-[1-9][0-9]{0,9}$";
const MATCH: &str =
    "^([WQLFC]|D([EW]|[NS][EW]?)|C2\\.|G[1-9][0-9]{0,4}\\.|P[1-9][0-9]{0,9}\\.)[1-9][0-9]{0,4}\\.[1-9][0-9]{0,4}$";
const EVENT: &str = "^[0-9A-Za-z_-]{1,32}$";
const LINEUP: &str = "^gongsai-line-up-1:[0-9a-f]{64}$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const HASH: &str = "^[0-9a-f]{64}$";
const SIGNATURE: &str = "^[0-9a-f]{128}$";

/// The schema of a line of a meet file: the header that comes first, or a record.
///
/// ```
/// let schema = gongsai::document::schema::journal();
/// assert!(schema.contains("\"enum\": [\n"));
/// ```
#[must_use]
pub fn journal() -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let header = generator.subschema_for::<super::journal::Header>();
    let record = generator.subschema_for::<v1::StoredRecord>();
    let mut defs = generator.take_definitions(true);
    for (name, definition) in &mut defs {
        narrow(definition, name);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a meet file, NAME.gongsai: the header first, then records",
        "anyOf": [header, record],
        "$defs": defs,
    });
    serde_json::to_string_pretty(&schema).expect("JSON always serialises") + "\n"
}

/// Says of texts which ones they are, by the member that holds them; members that may be left out are never null.
fn narrow(schema: &mut Json, name: &str) {
    let Some(object) = schema.as_object_mut() else {
        if let Some(list) = schema.as_array_mut() {
            list.iter_mut().for_each(|schema| narrow(schema, name));
        }
        return;
    };
    let whose = object.get("properties").and_then(|members| members["do"]["const"].as_str()).unwrap_or(name).to_owned();
    let required = object.get("required").and_then(Json::as_array).cloned().unwrap_or_default();
    for (member, schema) in object.get_mut("properties").and_then(Json::as_object_mut).into_iter().flatten() {
        if !required.iter().any(|name| name == member) {
            never_null(schema);
        }
        if let Some(which) = text(&whose, member) {
            put(schema, &which);
        }
        if member == "regulations" {
            *schema = json!({ "type": "object" });
        }
    }
    object.remove("format");
    object.values_mut().for_each(|schema| narrow(schema, &whose));
}

fn never_null(schema: &mut Json) {
    let Some(object) = schema.as_object_mut() else { return };
    object.remove("default");
    let types = object.get_mut("type").and_then(Json::as_array_mut);
    let Some(types) = types else { return };
    types.retain(|name| name != "null");
    if let [one] = types.as_slice() {
        let one = one.clone();
        object.insert("type".to_owned(), one);
    }
}

/// Puts what a text is where it stands: in the value itself, in each of a list, in the last text of a tuple.
fn put(schema: &mut Json, which: &Map<String, Json>) {
    let Some(object) = schema.as_object_mut() else { return };
    if object.get("type").is_some_and(|name| name == "string") {
        object.extend(which.clone());
        return;
    }
    if let Some(items) = object.get_mut("items") {
        put(items, which);
    }
    let tuple = object.get_mut("prefixItems").and_then(Json::as_array_mut);
    if let Some(last) = tuple.and_then(|items| items.iter_mut().rfind(|item| item["type"] == "string")) {
        put(last, which);
    }
}

/// What the text of a member is.
fn text(whose: &str, member: &str) -> Option<Map<String, Json>> {
    let names = |names: &[&str]| Map::from_iter([("enum".to_owned(), json!(names))]);
    let pattern = |pattern: &str| Map::from_iter([("pattern".to_owned(), json!(pattern))]);
    Some(match (whose, member) {
        ("record", "id") | (_, "answers" | "record") => pattern(RECORD),
        ("result" | "correct" | "rule" | "commit-lineup" | "open-lineup" | "match-list", "id") | (_, "slots") => {
            pattern(MATCH)
        }
        (_, "id" | "meet" | "unit" | "person" | "entry" | "device") => pattern(ID),
        (_, "people" | "entries" | "entrants" | "order" | "placings") => pattern(ID),
        (_, "event") | ("award", "award") => pattern(EVENT),
        ("commit-lineup", "commitment") => pattern(LINEUP),
        (_, "day") => pattern(DAY),
        (_, "key" | "previous") => pattern(HASH),
        (_, "signature") => pattern(SIGNATURE),
        (_, "role") => names(Role::NAMES),
        (_, "sex") => names(Sex::NAMES),
        (_, "sport") => names(Sport::NAMES),
        (_, "stage") => names(DrawStage::NAMES),
        (_, "verdict") => names(Verdict::NAMES),
        ("review", "codes") => names(Severity::NAMES),
        (_, "stop") => names(Stop::NAMES),
        (_, "loser" | "golden_point") => names(Side::NAMES),
        (_, "decision") => names(&["confirm", "waive", "reject", "return"]),
        _ => return None,
    })
}
