//! People: what is public about them, and the private facts that a review reads.

mod document;
mod document_key;
mod facts;

pub use document::{DocumentDefect, DocumentNumber};
pub use document_key::{DocumentKey, KeySecret};
pub use facts::{Birth, Facts, History, Tri};

use crate::id::{PersonId, UnitId};
use crate::sex::Sex;

/// One person of a meet: the part that is public and permanent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's id.
    pub id: PersonId,
    /// The name, without inner spaces.
    pub name: String,
    /// The sex, where it is known.
    pub sex: Option<Sex>,
    /// The unit that sends the person.
    pub unit: UnitId,
}
