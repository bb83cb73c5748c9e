//! Substitutions and sanctions as they are stored.

use serde::{Deserialize, Serialize};

use super::people::{StoredPerson, all, read_person, store_person};
use super::{Malformed, names, read_day};
use crate::id::{EventId, MatchId, PersonId};
use crate::meet::{Cause, Sanction, Substitution};

names!(
    cause_name,
    cause_named,
    Cause,
    "wish" = Cause::Wish,
    "medical" = Cause::Medical,
    "force-majeure" = Cause::ForceMajeure,
);

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "substitution"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredSubstitution {
    entry: String,
    out: String,
    unit: String,
    person: StoredPerson,
    cause: String,
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "sanction"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredSanction {
    event: String,
    entry: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    matches: Vec<String>,
    out: bool,
    reason: String,
    banned: u8,
    cascade: bool,
}

pub(super) fn store_substitution(substitution: &Substitution) -> StoredSubstitution {
    StoredSubstitution {
        entry: substitution.entry.to_string(),
        out: substitution.out.to_string(),
        unit: substitution.person.unit.to_string(),
        person: store_person(&substitution.person),
        cause: cause_name(substitution.cause).to_owned(),
        reason: substitution.reason.clone(),
        on: substitution.on.map(|day| day.to_string()),
    }
}

pub(super) fn read_substitution(stored: StoredSubstitution) -> Result<Substitution, Malformed> {
    Ok(Substitution {
        entry: stored.entry.parse()?,
        out: stored.out.parse()?,
        person: read_person(stored.person, stored.unit.parse()?)?,
        cause: cause_named(&stored.cause)?,
        reason: stored.reason,
        on: stored.on.as_deref().map(read_day).transpose()?,
    })
}

pub(super) fn store_sanction(sanction: &Sanction) -> StoredSanction {
    StoredSanction {
        event: sanction.event.to_string(),
        entry: sanction.entry.to_string(),
        person: sanction.person.as_ref().map(PersonId::to_string),
        matches: sanction.matches.iter().map(MatchId::to_string).collect(),
        out: sanction.out,
        reason: sanction.reason.clone(),
        banned: sanction.banned,
        cascade: sanction.cascade,
    }
}

pub(super) fn read_sanction(stored: StoredSanction) -> Result<Sanction, Malformed> {
    Ok(Sanction {
        event: EventId::new(&stored.event)?,
        entry: stored.entry.parse()?,
        person: stored.person.map(|person| person.parse()).transpose()?,
        matches: all(stored.matches, |id| Ok(id.parse()?))?,
        out: stored.out,
        reason: stored.reason,
        banned: stored.banned,
        cascade: stored.cascade,
    })
}
