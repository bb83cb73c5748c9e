//! Line-ups as they are stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Malformed;
use super::people::all;
use crate::id::PersonId;
use crate::lineup::Lineup;

/// Who stands at one place.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "lineup_place"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPlace {
    place: String,
    people: Vec<String>,
}

pub(super) fn store(lineup: &Lineup) -> Vec<StoredPlace> {
    let place = |(place, people): (&String, &Vec<PersonId>)| StoredPlace {
        place: place.clone(),
        people: people.iter().map(PersonId::to_string).collect(),
    };
    lineup.places.iter().map(place).collect()
}

pub(super) fn read(stored: Vec<StoredPlace>) -> Result<Lineup, Malformed> {
    let mut places = BTreeMap::new();
    for StoredPlace { place, people } in stored {
        if places.insert(place, all(people, |person| Ok(person.parse()?))?).is_some() {
            return Err(Malformed("a place of a line-up stands twice".to_owned()));
        }
    }
    Ok(Lineup { places })
}
