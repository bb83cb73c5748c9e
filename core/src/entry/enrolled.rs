//! People and entries as they come out of a unit's forms.

use super::role;
use crate::id::{EntryId, EventId, PersonId, UnitId};
use crate::person::{Facts, Person};
use crate::regulations::Sport;

/// One person, pair or team in one event: the part that is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id.
    pub id: EntryId,
    /// The event.
    pub event: EventId,
    /// The unit that enters it.
    pub unit: UnitId,
    /// The name as it is drawn and printed: the unit's of a team, else the people's, joined by `/`.
    pub name: String,
    /// The people, in the order of the form.
    pub people: Vec<PersonId>,
    /// The number of the seed.
    pub seed: Option<u16>,
}

/// A person with the private facts that the forms give, and the places in the unit's teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: Person,
    /// The facts. They go into the vault.
    pub facts: Facts,
    /// One for each sheet that the person stands on.
    pub enrolments: Vec<Enrolment>,
}

/// What one sheet says of a person in a sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The sport.
    pub sport: Sport,
    /// The role in the team, as written (`队长`).
    pub role: Option<String>,
    /// The number on the shirt, as written.
    pub jersey: Option<String>,
    /// The remark. Private: it may hold anything.
    pub remark: Option<String>,
}

impl Enrolment {
    /// Whether the role is that of an official alone, as [`Row::is_official`](super::Row::is_official) has it.
    #[must_use]
    pub fn is_official(&self) -> bool {
        role::is_official_alone(self.role.as_deref().unwrap_or_default(), self.remark.as_deref().unwrap_or_default())
    }
}
