//! Rights as they are stored.

use serde::{Deserialize, Serialize};

use super::{Malformed, read_day};
use crate::meet::Right;

/// `"staff"`, or `{"referee":{"court":3,"day":"2026-10-17"}}`, or `{"captain":{"entry":…}}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "right"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Stored {
    Organiser,
    Staff,
    Referee { court: u16, day: String },
    Captain { entry: String },
    Viewer,
}

pub(super) fn store(right: Right) -> Stored {
    match right {
        Right::Organiser => Stored::Organiser,
        Right::Staff => Stored::Staff,
        Right::Referee { court, day } => Stored::Referee { court, day: day.to_string() },
        Right::Captain { entry } => Stored::Captain { entry: entry.to_string() },
        Right::Viewer => Stored::Viewer,
    }
}

pub(super) fn read(stored: Stored) -> Result<Right, Malformed> {
    Ok(match stored {
        Stored::Organiser => Right::Organiser,
        Stored::Staff => Right::Staff,
        Stored::Referee { court, day } => Right::Referee { court, day: read_day(&day)? },
        Stored::Captain { entry } => Right::Captain { entry: entry.parse()? },
        Stored::Viewer => Right::Viewer,
    })
}
