//! Regulations as they are written: a tree of plain values, and a reader that lists every defect with its place.

use std::collections::BTreeMap;
use std::fmt;

use crate::date::Date;
use crate::order;

/// One value of a draft, whatever file it came from. Days are texts (`2026-09-01`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Named values.
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// Named values.
    #[must_use]
    pub fn map<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
        Value::Map(order::map(fields.into_iter().map(|(name, value)| (name.to_owned(), value))))
    }
}

/// What is wrong with one value of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefectKind {
    /// The value is needed and is not there.
    Missing,
    /// The name is not known here: misspelt, or of a later version.
    Unknown,
    /// The value is of another kind than the one named.
    Expected(&'static str),
    /// The text is none of those allowed.
    NotOneOf(Vec<&'static str>),
    /// Two events have this name.
    Twice,
}

/// One defect of a draft: the path of the value (`event[3].score.target`) and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The path of the value.
    pub path: String,
    /// What is wrong with it.
    pub kind: DefectKind,
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

impl fmt::Display for DefectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DefectKind::Missing => f.write_str("missing"),
            DefectKind::Unknown => f.write_str("unknown name"),
            DefectKind::Expected(what) => write!(f, "expected {what}"),
            DefectKind::NotOneOf(names) => write!(f, "expected one of {}", names.join(", ")),
            DefectKind::Twice => f.write_str("stands twice"),
        }
    }
}

/// Reads the named values of one map, each once, and keeps every defect; what is left over at the end is unknown.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    path: String,
    left: Vec<(&'a str, &'a Value)>,
    defects: Vec<Defect>,
}

impl<'a> Fields<'a> {
    /// The fields of a value that should be a map.
    pub(super) fn of(value: &'a Value, path: String) -> Self {
        let mut fields = Fields { path, left: Vec::new(), defects: Vec::new() };
        match value {
            Value::Map(map) => fields.left = map.iter().map(|(name, value)| (name.as_str(), value)).collect(),
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) => {
                fields.defects.push(Defect { path: fields.path.clone(), kind: DefectKind::Expected("a table") });
            }
        }
        fields
    }

    /// The fields of a map inside this one, when it is there. Give it back to [`Fields::absorb`].
    pub(super) fn inner(&mut self, name: &str) -> Option<Fields<'a>> {
        let value = self.take(name)?;
        Some(Fields::of(value, self.path_of(name)))
    }

    /// Closes an inner map: what nobody asked for in it is unknown.
    pub(super) fn absorb(&mut self, inner: Fields<'_>) {
        self.defects.extend(inner.finish());
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    pub(super) fn defect(&mut self, name: &str, kind: DefectKind) {
        self.defects.push(Defect { path: self.path_of(name), kind });
    }

    /// The raw value of a name, taken out.
    pub(super) fn take(&mut self, name: &str) -> Option<&'a Value> {
        let place = self.left.iter().position(|(other, _)| *other == name)?;
        Some(self.left.remove(place).1)
    }

    /// The raw value of a name, left where it is.
    pub(super) fn peek(&self, name: &str) -> Option<&'a Value> {
        self.left.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
    }

    /// The names of what is left.
    pub(super) fn names(&self) -> Vec<&'a str> {
        self.left.iter().map(|(name, _)| *name).collect()
    }

    /// What is left, taken out: for maps whose names are data.
    pub(super) fn take_rest(&mut self) -> Vec<(&'a str, &'a Value)> {
        std::mem::take(&mut self.left)
    }

    /// The value itself; where it is absent, a defect (unless its reading already left one).
    pub(super) fn required<T>(&mut self, name: &str, value: Option<T>) -> Option<T> {
        let path = self.path_of(name);
        if value.is_none() && !self.defects.iter().any(|defect| defect.path == path) {
            self.defects.push(Defect { path, kind: DefectKind::Missing });
        }
        value
    }

    pub(super) fn text(&mut self, name: &str) -> Option<&'a str> {
        match self.take(name)? {
            Value::Text(text) => Some(text.as_str()),
            Value::Bool(_) | Value::Int(_) | Value::List(_) | Value::Map(_) => {
                self.defect(name, DefectKind::Expected("a text"));
                None
            }
        }
    }

    pub(super) fn bool(&mut self, name: &str) -> Option<bool> {
        match self.take(name)? {
            Value::Bool(yes) => Some(*yes),
            Value::Text(_) | Value::Int(_) | Value::List(_) | Value::Map(_) => {
                self.defect(name, DefectKind::Expected("true or false"));
                None
            }
        }
    }

    /// A whole number from 0 to 65535.
    pub(super) fn number(&mut self, name: &str) -> Option<u16> {
        let value = self.take(name)?;
        let number = whole_number(value);
        if number.is_none() {
            self.defect(name, DefectKind::Expected("a whole number from 0 to 65535"));
        }
        number
    }

    /// One of the names listed, turned into what it stands for.
    pub(super) fn one_of<T: Clone>(&mut self, name: &str, names: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(name)?;
        let found = names.iter().find(|(known, _)| *known == text).map(|(_, meaning)| meaning.clone());
        if found.is_none() {
            self.defect(name, DefectKind::NotOneOf(names.iter().map(|(known, _)| *known).collect()));
        }
        found
    }

    /// A day written `2026-09-01`.
    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let text = self.text(name)?;
        let date = Date::from_iso(text);
        if date.is_none() {
            self.defect(name, DefectKind::Expected("a day as 2026-09-01"));
        }
        date
    }

    /// Every defect found; every name that nobody asked for is one.
    pub(super) fn finish(mut self) -> Vec<Defect> {
        for (name, _) in self.take_rest() {
            self.defect(name, DefectKind::Unknown);
        }
        self.defects
    }
}

/// The value as a whole number from 0 to 65535.
pub(super) fn whole_number(value: &Value) -> Option<u16> {
    match value {
        Value::Int(number) => u16::try_from(*number).ok(),
        Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => None,
    }
}
