//! One value of a case, with its path.

use serde_json::Value;

use super::{CaseError, CaseReason};
use crate::side::BySide;

/// One value of a case, with its path for errors. A `null` is not there.
#[derive(Clone, Debug)]
pub(in crate::document) struct Node<'a> {
    path: String,
    value: &'a Value,
}

/// Reads a text as JSON.
pub(in crate::document) fn read(text: &str) -> Result<Value, CaseError> {
    serde_json::from_str(text)
        .map_err(|error| CaseError { path: String::new(), reason: CaseReason::Json(error.to_string()) })
}

/// Writes an answer.
pub(in crate::document) fn write(answer: &impl serde::Serialize) -> Result<String, CaseError> {
    serde_json::to_string(answer)
        .map_err(|error| CaseError { path: String::new(), reason: CaseReason::Json(error.to_string()) })
}

impl<'a> Node<'a> {
    /// The case as a whole.
    pub(in crate::document) fn root(value: &'a Value) -> Node<'a> {
        Node { path: String::new(), value }
    }

    /// The named value inside, when it is there.
    pub(in crate::document) fn get(&self, name: &str) -> Option<Node<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Node { path: self.path_of(name), value })
    }

    /// The named value inside.
    pub(in crate::document) fn need(&self, name: &str) -> Result<Node<'a>, CaseError> {
        self.get(name).ok_or_else(|| CaseError { path: self.path_of(name), reason: CaseReason::Missing })
    }

    /// The values of a list; a `null` among them is none.
    pub(in crate::document) fn items(&self) -> Result<Vec<Option<Node<'a>>>, CaseError> {
        let list = self.value.as_array().ok_or_else(|| self.expected("a list"))?;
        let node = |(index, value): (usize, &'a Value)| {
            (!value.is_null()).then(|| Node { path: format!("{}[{index}]", self.path), value })
        };
        Ok(list.iter().enumerate().map(node).collect())
    }

    /// The values of a list without `null`.
    pub(in crate::document) fn all(&self) -> Result<Vec<Node<'a>>, CaseError> {
        let items = self.items()?.into_iter().enumerate();
        let there = |(index, item): (usize, Option<Node<'a>>)| {
            item.ok_or_else(|| CaseError { path: format!("{}[{index}]", self.path), reason: CaseReason::Missing })
        };
        items.map(there).collect()
    }

    /// A name: a text, or a whole number as text.
    pub(in crate::document) fn name(&self) -> Result<String, CaseError> {
        match self.value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) if number.is_i64() || number.is_u64() => Ok(number.to_string()),
            _ => Err(self.expected("a name")),
        }
    }

    /// The value itself.
    pub(in crate::document) fn json(&self) -> &'a Value {
        self.value
    }

    /// A text.
    pub(in crate::document) fn text(&self) -> Result<&'a str, CaseError> {
        self.value.as_str().ok_or_else(|| self.expected("a text"))
    }

    /// One of the names.
    pub(in crate::document) fn one_of<T: Copy>(
        &self,
        names: &'static [&'static str],
        values: &[T],
    ) -> Result<T, CaseError> {
        let text = self.text()?;
        let found = names.iter().position(|name| *name == text).and_then(|index| values.get(index));
        found.copied().ok_or_else(|| self.error(CaseReason::NotOneOf(names)))
    }

    /// Yes or no.
    pub(in crate::document) fn flag(&self) -> Result<bool, CaseError> {
        self.value.as_bool().ok_or_else(|| self.expected("true or false"))
    }

    /// A number of points or games.
    pub(in crate::document) fn number(&self) -> Result<u16, CaseError> {
        let number = self.value.as_u64().and_then(|number| u16::try_from(number).ok());
        number.ok_or_else(|| self.expected("a whole number from 0 to 65535"))
    }

    /// Two numbers, side A first.
    pub(in crate::document) fn pair(&self) -> Result<BySide<u16>, CaseError> {
        match self.all()?.as_slice() {
            [a, b] => Ok(BySide { a: a.number()?, b: b.number()? }),
            _ => Err(self.expected("a list of two numbers")),
        }
    }

    /// Pairs of numbers.
    pub(in crate::document) fn pairs(&self) -> Result<Vec<BySide<u16>>, CaseError> {
        self.all()?.iter().map(Node::pair).collect()
    }

    /// Whether the value is a number that counts nothing: negative, too great or not whole.
    pub(in crate::document) fn is_odd_number(&self) -> bool {
        self.value.is_number() && self.number().is_err()
    }

    /// An error about this value.
    pub(in crate::document) fn error(&self, reason: CaseReason) -> CaseError {
        CaseError { path: self.path.clone(), reason }
    }

    pub(in crate::document) fn expected(&self, what: &'static str) -> CaseError {
        self.error(CaseReason::Expected(what))
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}
