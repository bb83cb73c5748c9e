//! What an entry is called.

use std::sync::Arc;

use crate::id::EntryId;
use crate::meet::Meet;

/// What an entry is called: its people, or its unit for a team.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The entry.
    pub entry: EntryId,
    /// The name: of the person, of the pair, or of the team.
    pub name: Arc<str>,
    /// The unit; none where the name is the unit's.
    pub unit: Option<Arc<str>>,
}

/// The name of an entry; its bare id where the meet does not know it.
#[must_use]
pub fn name(meet: &Meet, id: EntryId) -> Name {
    let Some(entry) = meet.entries().get(&id) else {
        return Name { entry: id, name: id.to_string().into(), unit: None };
    };
    let unit = meet.units().get(&entry.unit).map(|unit| unit.name.as_str());
    let unit = unit.filter(|unit| *unit != entry.name);
    Name { entry: id, name: entry.name.as_str().into(), unit: unit.map(Into::into) }
}
