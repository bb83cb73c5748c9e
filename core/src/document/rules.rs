//! Rules of eligibility as text: the presets, and the rules of a meet as they are edited.

use serde_json::Value as Json;

use crate::meet::Barred;
use crate::regulations::{RegulationsDraft, Value};

/// Rules to begin with, by name: each a TOML text whose table `rules` regulations may hold.
///
/// | name | for |
/// |---|---|
/// | `literal` | what the announcement of a meet says and nothing else |
/// | `provincial` | a provincial workers' meet |
/// | `company` | a meet inside one company |
/// | `international` | an amateur festival; an example, no organisation's rules |
///
/// ```
/// use gongsai::document::{PRESETS, regulations_from_toml};
/// for (name, text) in PRESETS {
///     assert!(regulations_from_toml(text).is_ok(), "{name}");
/// }
/// ```
pub const PRESETS: [(&str, &str); 4] = [
    ("literal", include_str!("../../presets/literal.toml")),
    ("provincial", include_str!("../../presets/provincial.toml")),
    ("company", include_str!("../../presets/company.toml")),
    ("international", include_str!("../../presets/international.toml")),
];

/// What a text of rules, or regulations, say of eligibility: the table `rules`, and the table `review` where there is one.
/// None where the text has no rules.
#[must_use]
pub fn rules_of(draft: &RegulationsDraft) -> Option<(Value, Option<Value>)> {
    match &draft.0 {
        Value::Map(fields) => Some((fields.get("rules")?.clone(), fields.get("review").cloned())),
        Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) => None,
    }
}

/// A table of rules as TOML, one rule a line, below the heading `[rules]`; the procedure of review below `[review]`.
///
/// ```
/// use gongsai::document::{regulations_from_toml, rules_of, rules_to_toml};
/// let text = "[rules]\nP03 = { min = 18 }\nP08 = { with_evidence = { \"劳务派遣\" = \"派遣协议\" } }\n\n[review]\neyes = 2\n";
/// let read = rules_of(&regulations_from_toml(text)?);
/// assert_eq!(read.map(|(rules, review)| rules_to_toml(&rules, review.as_ref())).as_deref(), Some(text));
/// # Ok::<(), gongsai::document::NotValues>(())
/// ```
#[must_use]
pub fn rules_to_toml(rules: &Value, review: Option<&Value>) -> String {
    let mut text = table("rules", rules);
    if let Some(review) = review {
        text.push('\n');
        text.push_str(&table("review", review));
    }
    text
}

/// The rule P16 of the next meet, as TOML for its regulations: those who are barred, above each a note, and of nobody more
/// than the name.
///
/// ```
/// use gongsai::document::bans_to_toml;
/// use gongsai::id::PersonId;
/// use gongsai::meet::Barred;
/// let barred = Barred { person: PersonId(1), name: "张三".to_owned(), unit: "太钢工会".to_owned(), editions: 2 };
/// let text = bans_to_toml(&[barred], |ban| format!("{}: {}", ban.unit, ban.editions));
/// assert_eq!(text, "[rules.P16]\nbanned = [\n    # 太钢工会: 2\n    { name = \"张三\" },\n]\n");
/// ```
#[must_use]
pub fn bans_to_toml(barred: &[Barred], note: impl Fn(&Barred) -> String) -> String {
    let line = |ban: &Barred| {
        // A note ends with its line.
        let note: String = note(ban).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("    # {note}\n    {{ name = {} }},\n", quoted(&ban.name))
    };
    format!("[rules.P16]\nbanned = [\n{}]\n", barred.iter().map(line).collect::<String>())
}

fn table(name: &str, value: &Value) -> String {
    let mut text = format!("[{name}]\n");
    if let Value::Map(fields) = value {
        for (name, value) in fields {
            text.push_str(&format!("{} = {}\n", key(name), value_to_toml(value)));
        }
    }
    text
}

/// A value as TOML, on one line.
///
/// ```
/// use gongsai::document::value_to_toml;
/// use gongsai::regulations::Value;
/// assert_eq!(value_to_toml(&Value::map([("min", Value::Int(18))])), "{ min = 18 }");
/// ```
#[must_use]
pub fn value_to_toml(value: &Value) -> String {
    match value {
        Value::Bool(yes) => yes.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => quoted(text),
        Value::List(list) => format!("[{}]", list.iter().map(value_to_toml).collect::<Vec<_>>().join(", ")),
        Value::Map(map) if map.is_empty() => "{}".to_owned(),
        Value::Map(map) => {
            let fields = map.iter().map(|(name, value)| format!("{} = {}", key(name), value_to_toml(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { name.to_owned() } else { quoted(name) }
}

/// What JSON escapes, TOML reads; it wants the delete character escaped too.
fn quoted(text: &str) -> String {
    Json::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::document::regulations_from_toml;

    #[track_caller]
    fn check(name: &str, value: Value) {
        let rules = Value::Map(BTreeMap::from([(name.to_owned(), value)]));
        let read = regulations_from_toml(&rules_to_toml(&rules, None)).unwrap();
        assert_eq!(read.0, Value::Map(BTreeMap::from([("rules".to_owned(), rules)])));
    }

    #[test]
    fn whatever_is_written_is_read_back() {
        for text in ["", "a\"b", "line\nbreak", "\u{7f}\u{0}\t", "第五条(一)", "'", "\\", "😀"] {
            check("P03", Value::Text(text.to_owned()));
            check(text, Value::Map(BTreeMap::from([(text.to_owned(), Value::Int(i64::MIN))])));
        }
        check("T01", Value::List(vec![Value::Int(8), Value::Bool(true), Value::List(Vec::new())]));
        check("P05", Value::Map(BTreeMap::new()));
    }
}
