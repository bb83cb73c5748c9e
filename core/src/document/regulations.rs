//! Regulations as TOML files and as JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::json;

use crate::regulations::{RegulationsDraft, Value};

/// Why a text gives no tree of values. Places are paths (`event[3].score`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotValues {
    /// The text is not of the format.
    Syntax {
        /// The line, from 1.
        line: usize,
    },
    /// A number with a fraction: regulations hold whole numbers.
    Fraction {
        /// The path of the number.
        path: String,
    },
    /// A whole number that 64 bits with a sign do not hold.
    TooLarge {
        /// The path of the number.
        path: String,
    },
    /// A JSON `null`.
    Null {
        /// The path of the value.
        path: String,
    },
}

impl fmt::Display for NotValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotValues::Syntax { line } => write!(f, "line {line} cannot be read"),
            NotValues::Fraction { path } => write!(f, "{path}: expected a whole number"),
            NotValues::TooLarge { path } => write!(f, "{path}: number too large"),
            NotValues::Null { path } => write!(f, "{path}: expected a value, found null"),
        }
    }
}

impl std::error::Error for NotValues {}

/// The draft in a TOML file (a byte order mark at its start does not matter). Days become texts (`2026-09-01`).
///
/// # Errors
/// [`NotValues`] names the place that cannot be a value of regulations.
///
/// ```
/// use gongsai::document::{NotValues, regulations_from_toml};
/// let draft = regulations_from_toml("reference_date = 2026-09-01")?;
/// assert!(draft.verify().is_err(), "most of it is missing");
/// let path = "score.target".to_owned();
/// assert_eq!(regulations_from_toml("[score]\ntarget = 1.5"), Err(NotValues::Fraction { path }));
/// # Ok::<(), NotValues>(())
/// ```
pub fn regulations_from_toml(text: &str) -> Result<RegulationsDraft, NotValues> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        NotValues::Syntax { line: before.matches('\n').count() + 1 }
    })?;
    value_of_toml(toml::Value::Table(table), &Path::Top).map(RegulationsDraft)
}

/// What came of reading a draft, on its way from a reader to the app: `{"draft":{…}}`, or `{"error":[kind,place]}`.
///
/// ```
/// use gongsai::document::{draft_from_json, draft_to_json, regulations_from_toml};
/// for toml in ["title = '工运会'", "a = 1\nb = "] {
///     let read = regulations_from_toml(toml);
///     assert_eq!(draft_from_json(&draft_to_json(&read)), Some(read));
/// }
/// ```
#[must_use]
pub fn draft_to_json(read: &Result<RegulationsDraft, NotValues>) -> String {
    let error = |kind: &str, place: &str| json!({ "error": [kind, place] });
    let answer = match read {
        Ok(draft) => json!({ "draft": value_to_json(&draft.0) }),
        Err(NotValues::Syntax { line }) => error("syntax", &line.to_string()),
        Err(NotValues::Fraction { path }) => error("fraction", path),
        Err(NotValues::TooLarge { path }) => error("too-large", path),
        Err(NotValues::Null { path }) => error("null", path),
    };
    answer.to_string()
}

/// What came of reading a draft, from a text made by [`draft_to_json`]; none from any other.
#[must_use]
pub fn draft_from_json(text: &str) -> Option<Result<RegulationsDraft, NotValues>> {
    let answer: serde_json::Value = serde_json::from_str(text).ok()?;
    if let Some(draft) = answer.get("draft") {
        return Some(value_from_json(draft).map(RegulationsDraft));
    }
    let error = answer.get("error")?;
    let path = error.get(1)?.as_str()?.to_owned();
    Some(Err(match error.get(0)?.as_str()? {
        "syntax" => NotValues::Syntax { line: path.parse().ok()? },
        "fraction" => NotValues::Fraction { path },
        "too-large" => NotValues::TooLarge { path },
        "null" => NotValues::Null { path },
        _ => return None,
    }))
}

/// A tree of values as JSON.
#[must_use]
pub fn value_to_json(value: &Value) -> serde_json::Value {
    match value {
        Value::Bool(yes) => serde_json::Value::Bool(*yes),
        Value::Int(number) => serde_json::Value::from(*number),
        Value::Text(text) => serde_json::Value::String(text.clone()),
        Value::List(list) => list.iter().map(value_to_json).collect(),
        Value::Map(map) => {
            let mut object = serde_json::Map::new();
            object.extend(map.iter().map(|(name, value)| (name.clone(), value_to_json(value))));
            serde_json::Value::Object(object)
        }
    }
}

/// The tree of values in JSON.
///
/// # Errors
/// [`NotValues`] names the place of a `null`, a fraction or a number that is too large.
///
/// ```
/// use gongsai::document::{value_from_json, value_to_json};
/// let json = serde_json::json!({ "sports": ["TT"], "rules": { "P03": { "min": 18 } } });
/// assert_eq!(value_to_json(&value_from_json(&json)?), json);
/// assert!(value_from_json(&serde_json::json!({ "min": 1.5 })).is_err());
/// # Ok::<(), gongsai::document::NotValues>(())
/// ```
pub fn value_from_json(json: &serde_json::Value) -> Result<Value, NotValues> {
    value_of_json(json, &Path::Top)
}

/// Where a value stands, linked upwards so that a text is made for an error alone.
enum Path<'a> {
    Top,
    Name(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Top => Ok(()),
            Path::Name(Path::Top, name) => f.write_str(name),
            Path::Name(above, name) => write!(f, "{above}.{name}"),
            Path::Index(above, index) => write!(f, "{above}[{}]", index + 1),
        }
    }
}

fn value_of_toml(value: toml::Value, path: &Path<'_>) -> Result<Value, NotValues> {
    Ok(match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Integer(number) => Value::Int(number),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Datetime(day) => Value::Text(day.to_string()),
        toml::Value::Float(_) => return Err(NotValues::Fraction { path: path.to_string() }),
        toml::Value::Array(list) => {
            let values = list.into_iter().enumerate();
            Value::List(values.map(|(i, value)| value_of_toml(value, &Path::Index(path, i))).collect::<Result<_, _>>()?)
        }
        toml::Value::Table(table) => {
            let mut map = BTreeMap::new();
            for (name, value) in table {
                let value = value_of_toml(value, &Path::Name(path, &name))?;
                map.insert(name, value);
            }
            Value::Map(map)
        }
    })
}

fn value_of_json(json: &serde_json::Value, path: &Path<'_>) -> Result<Value, NotValues> {
    Ok(match json {
        serde_json::Value::Null => return Err(NotValues::Null { path: path.to_string() }),
        serde_json::Value::Bool(yes) => Value::Bool(*yes),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::Int(number),
            None if number.is_u64() => return Err(NotValues::TooLarge { path: path.to_string() }),
            None => return Err(NotValues::Fraction { path: path.to_string() }),
        },
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Array(list) => {
            let values = list.iter().enumerate();
            Value::List(values.map(|(i, value)| value_of_json(value, &Path::Index(path, i))).collect::<Result<_, _>>()?)
        }
        serde_json::Value::Object(object) => {
            let mut map = BTreeMap::new();
            for (name, value) in object {
                map.insert(name.clone(), value_of_json(value, &Path::Name(path, name))?);
            }
            Value::Map(map)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(toml: &str, expected: Result<serde_json::Value, NotValues>) {
        let json = regulations_from_toml(toml).map(|draft| value_to_json(&draft.0));
        assert_eq!(json, expected);
        if let Ok(json) = json {
            assert_eq!(value_from_json(&json).map(|value| value_to_json(&value)), Ok(json), "round trip");
        }
    }

    #[test]
    fn every_kind_of_value_comes_through() {
        let json = serde_json::json!({ "a": [1, "x", true], "day": "2026-09-01", "event": [{ "id": "TT" }] });
        check("\u{feff}a = [1, \"x\", true]\nday = 2026-09-01\n[[event]]\nid = \"TT\"", Ok(json));
    }

    #[test]
    fn what_is_no_value_is_named_with_its_place() {
        check("a = 1\nb = ", Err(NotValues::Syntax { line: 2 }));
        check("[[event]]\nscore = { target = 1.5 }", Err(NotValues::Fraction { path: "event[1].score.target".into() }));
        let null = value_from_json(&serde_json::json!({ "a": [null] }));
        assert_eq!(null, Err(NotValues::Null { path: "a[1]".to_owned() }));
        let large = value_from_json(&serde_json::json!({ "a": u64::MAX }));
        assert_eq!(large, Err(NotValues::TooLarge { path: "a".to_owned() }));
    }

    #[test]
    fn every_error_comes_through_and_nothing_else() {
        let path = || "event[1].id".to_owned();
        let errors =
            [NotValues::Syntax { line: 3 }, NotValues::Fraction { path: path() }, NotValues::Null { path: path() }];
        for error in errors.into_iter().chain([NotValues::TooLarge { path: path() }]) {
            assert_eq!(draft_from_json(&draft_to_json(&Err(error.clone()))), Some(Err(error)));
        }
        for text in ["", "{}", r#"{"error":["syntax"]}"#, r#"{"error":["other","a"]}"#] {
            assert_eq!(draft_from_json(text), None, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_without_a_crash() {
        assert!(regulations_from_toml(&format!("a = {}", "[".repeat(100_000))).is_err());
    }
}
