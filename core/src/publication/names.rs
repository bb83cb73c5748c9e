//! What an entry is called.

use std::sync::Arc;

use crate::id::EntryId;
use crate::meet::Meet;
use crate::regulations::Kind;

/// What an entry is called: its people, or its unit for a team.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The entry.
    pub entry: EntryId,
    /// The name: of the person, of the pair (`张伟 / 李娜`), or of the unit of a team, numbered where the unit has more
    /// than one.
    pub name: Arc<str>,
    /// The unit; none where the name is the unit's.
    pub unit: Option<Arc<str>>,
}

/// The name of an entry; its bare id where the meet does not know it.
#[must_use]
pub fn name(meet: &Meet, id: EntryId) -> Name {
    let found = meet.entries().get(&id);
    let unit = found.and_then(|entry| meet.units().get(&entry.unit)).map(|unit| unit.name.as_str());
    let (Some(entry), Some(unit)) = (found, unit) else {
        return Name { entry: id, name: id.to_string().into(), unit: None };
    };
    let event = meet.regulations().and_then(|regulations| regulations.event(&entry.event));
    let people: Vec<&str> =
        entry.people.iter().filter_map(|person| meet.people().get(person)).map(|person| person.name.as_str()).collect();
    let named_by_people = event.is_some_and(|event| event.kind != Kind::Team) && !people.is_empty();
    if named_by_people {
        return Name { entry: id, name: people.join(" / ").into(), unit: Some(unit.into()) };
    }
    let mut teams = meet.entries_of(&entry.event).filter(|other| other.unit == entry.unit);
    let number = teams.position(|other| other.id == id).unwrap_or(0);
    let one = number == 0 && teams.next().is_none();
    let name = if one { unit.to_owned() } else { format!("{unit} {}", number + 1) };
    Name { entry: id, name: name.into(), unit: None }
}
