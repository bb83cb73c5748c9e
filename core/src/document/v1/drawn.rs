//! What was announced of a draw, and draws, as they are stored.

use serde::{Deserialize, Serialize};

use super::people::all;
use super::{Malformed, names};
use crate::bracket::DrawStage;
use crate::draw::Target;
use crate::id::{EntryId, EventId};
use crate::meet::{Announced, ByHand, Drawn};

names!(stage_name, stage_named, DrawStage, "first" = DrawStage::First, "second" = DrawStage::Second);

/// What is published before a draw.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "announcement"))]
#[serde(deny_unknown_fields)]
pub(super) struct Announcement {
    event: String,
    stage: String,
    entrants: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    by_hand: Vec<StoredPlace>,
    commitment: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "draw"))]
#[serde(deny_unknown_fields)]
pub(super) struct Stored {
    event: String,
    stage: String,
    entrants: Vec<String>,
    seed: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    witnesses: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    by_hand: Vec<StoredPlace>,
    procedure: u16,
    placings: Vec<(u32, String)>,
}

/// A place that the staff set: `{"entry": …, "to": {"group": 2}, "reason": …}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "by-hand"))]
#[serde(deny_unknown_fields)]
struct StoredPlace {
    entry: String,
    to: StoredTarget,
    reason: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "place"))]
#[serde(rename_all = "kebab-case")]
enum StoredTarget {
    Position(u32),
    Group(u16),
}

pub(super) fn store_announced(announced: &Announced) -> Announcement {
    Announcement {
        event: announced.event.to_string(),
        stage: stage_name(announced.stage).to_owned(),
        entrants: announced.entrants.iter().map(EntryId::to_string).collect(),
        by_hand: announced.by_hand.iter().map(store_place).collect(),
        commitment: announced.commitment.to_string(),
        reason: announced.reason.clone(),
    }
}

pub(super) fn read_announced(stored: Announcement) -> Result<Announced, Malformed> {
    Ok(Announced {
        event: EventId::new(&stored.event)?,
        stage: stage_named(&stored.stage)?,
        entrants: all(stored.entrants, |entry| Ok(entry.parse()?))?,
        by_hand: all(stored.by_hand, read_place)?,
        commitment: stored.commitment.parse()?,
        reason: stored.reason,
    })
}

pub(super) fn store(drawn: &Drawn) -> Stored {
    Stored {
        event: drawn.event.to_string(),
        stage: stage_name(drawn.stage).to_owned(),
        entrants: drawn.entrants.iter().map(EntryId::to_string).collect(),
        seed: drawn.seed.clone(),
        words: drawn.words.clone(),
        witnesses: drawn.witnesses.clone(),
        by_hand: drawn.by_hand.iter().map(store_place).collect(),
        procedure: drawn.procedure,
        placings: drawn.placings.iter().map(|(position, entry)| (*position, entry.to_string())).collect(),
    }
}

pub(super) fn read(stored: Stored) -> Result<Drawn, Malformed> {
    Ok(Drawn {
        event: EventId::new(&stored.event)?,
        stage: stage_named(&stored.stage)?,
        entrants: all(stored.entrants, |entry| Ok(entry.parse()?))?,
        seed: stored.seed,
        words: stored.words,
        witnesses: stored.witnesses,
        by_hand: all(stored.by_hand, read_place)?,
        procedure: stored.procedure,
        placings: all(stored.placings, |(position, entry)| Ok((position, entry.parse()?)))?,
    })
}

fn store_place(place: &ByHand) -> StoredPlace {
    let to = match place.to {
        Target::Position(position) => StoredTarget::Position(position),
        Target::Group(group) => StoredTarget::Group(group),
    };
    StoredPlace { entry: place.entry.to_string(), to, reason: place.reason.clone() }
}

fn read_place(stored: StoredPlace) -> Result<ByHand, Malformed> {
    let to = match stored.to {
        StoredTarget::Position(position) => Target::Position(position),
        StoredTarget::Group(group) => Target::Group(group),
    };
    Ok(ByHand { entry: stored.entry.parse()?, to, reason: stored.reason })
}
