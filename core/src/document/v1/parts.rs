//! Small parts that several stored commands share.

use serde::{Deserialize, Serialize};

use super::{Malformed, read_day};
use crate::meet::{LotBy, Named, Slot};

/// Court, day and minute of a match.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "slot"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredSlot {
    day: String,
    court: u16,
    start: u16,
}

/// Whose name: `{"person": …}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "named"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredNamed {
    Unit(String),
    Person(String),
    Entry(String),
}

pub(super) fn store_slot(slot: Slot) -> StoredSlot {
    StoredSlot { day: slot.day.to_string(), court: slot.court, start: slot.start }
}

pub(super) fn read_slot(stored: &StoredSlot) -> Result<Slot, Malformed> {
    Ok(Slot { day: read_day(&stored.day)?, court: stored.court, start: stored.start })
}

pub(super) fn store_named(what: Named) -> StoredNamed {
    match what {
        Named::Unit(id) => StoredNamed::Unit(id.to_string()),
        Named::Person(id) => StoredNamed::Person(id.to_string()),
        Named::Entry(id) => StoredNamed::Entry(id.to_string()),
    }
}

pub(super) fn read_named(stored: &StoredNamed) -> Result<Named, Malformed> {
    Ok(match stored {
        StoredNamed::Unit(id) => Named::Unit(id.parse()?),
        StoredNamed::Person(id) => Named::Person(id.parse()?),
        StoredNamed::Entry(id) => Named::Entry(id.parse()?),
    })
}

/// How a lot came about, where it was not drawn by hand: `{"seed": …}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "lot-by"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredLotBy {
    Seed(String),
    Match(String),
}

pub(super) fn store_lot_by(by: &LotBy) -> Option<StoredLotBy> {
    match by {
        LotBy::Hand => None,
        LotBy::Seed(seed) => Some(StoredLotBy::Seed(seed.clone())),
        LotBy::Match(result) => Some(StoredLotBy::Match(result.clone())),
    }
}

pub(super) fn read_lot_by(stored: Option<StoredLotBy>) -> LotBy {
    match stored {
        None => LotBy::Hand,
        Some(StoredLotBy::Seed(seed)) => LotBy::Seed(seed),
        Some(StoredLotBy::Match(result)) => LotBy::Match(result),
    }
}
