//! What is to be drawn.

use std::collections::BTreeMap;

use super::names::{Name, name};
use crate::bracket::DrawStage;
use crate::id::{EventId, UnitId};
use crate::meet::Meet;

/// The entries of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawUnit {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Its entries that go into the draw.
    pub entries: Vec<Name>,
    /// Its entries that do not, because of a review.
    pub out: Vec<Name>,
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DrawSheet {
    /// Which draw.
    pub stage: DrawStage,
    /// The units, in the order of the meet.
    pub units: Vec<DrawUnit>,
    /// The entries that go into the draw.
    pub entries: usize,
    /// The entries with a seed number, best first.
    pub seeds: Vec<(u16, Name)>,
}
