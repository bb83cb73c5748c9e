//! People as they are shown, in two profiles that are two types: what anybody may see, and what the desk sees.
//!
//! [`Public`] has no field that could hold what is private, and is made without the vault. [`Internal`] is for the screens of
//! staff: of a document number it gives the last four characters and nothing else (eligibility §6.4, 2).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::admission::Candidacy;
use crate::id::EventId;
use crate::meet::Meet;
use crate::person::Facts;
use crate::sex::Sex;

/// A person in a sport, as anybody may see: on notices, in books, on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// Who, and in which sport.
    pub who: Candidacy,
    /// The name.
    pub name: Arc<str>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The unit, by name.
    pub unit: Arc<str>,
    /// The events entered, by name.
    pub events: Vec<Arc<str>>,
}

/// A person in a sport, as the desk sees.
#[derive(Clone, PartialEq)]
pub struct Internal {
    /// What anybody may see.
    pub public: Public,
    /// What the form and its papers say, but for the document number and the telephone.
    pub facts: Facts,
    document: Option<String>,
}

/// The events that people are entered in, by which [`Public`] persons are made.
pub(super) type Entered = BTreeMap<Candidacy, Vec<EventId>>;

/// A person as anybody may see. None where the meet does not know the person.
#[must_use]
pub fn public(meet: &Meet, who: Candidacy) -> Option<Public> {
    public_of(meet, &meet.events_by_person(), who)
}

pub(super) fn public_of(meet: &Meet, entered: &Entered, who: Candidacy) -> Option<Public> {
    let person = meet.people().get(&who.0)?;
    let called = |event: &EventId| Some(Arc::from(meet.regulations()?.event(event)?.name.as_str()));
    Some(Public {
        who,
        name: person.name.as_str().into(),
        sex: person.sex,
        unit: meet.units().get(&person.unit).map_or("", |unit| unit.name.as_str()).into(),
        events: entered.get(&who).into_iter().flatten().filter_map(called).collect(),
    })
}

/// A person as the desk sees, by the facts that its vault holds. None where the meet does not know the person.
///
/// ```
/// use std::collections::BTreeMap;
/// use gongsai::id::{MeetId, PersonId};
/// use gongsai::meet::Meet;
/// use gongsai::person::Facts;
/// use gongsai::publication::internal;
/// use gongsai::regulations::Sport;
/// assert!(internal(&Meet::new(MeetId(7)), (PersonId(1), Sport::Badminton), &Facts::default()).is_none());
/// ```
#[must_use]
pub fn internal(meet: &Meet, who: Candidacy, facts: &Facts) -> Option<Internal> {
    let public = public(meet, who)?;
    let document = facts.document.as_ref().map(|number| number.as_str().to_owned());
    let facts = Facts { birth: facts.birth_date(), document: None, phone: None, ..facts.clone() };
    Some(Internal { public, facts, document })
}

impl Internal {
    /// The last four characters of the document number; none where there is none, or it was dropped.
    #[must_use]
    pub fn tail(&self) -> Option<&str> {
        let number = self.document.as_deref()?;
        let start = number.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        number.get(start..)
    }

    /// Whether the document number is known and does not end with what a register says it does.
    #[must_use]
    pub fn ends_otherwise(&self, tail: &str) -> bool {
        self.document.as_ref().is_some_and(|number| !number.ends_with(tail))
    }
}

/// Says who it is, and nothing that is private.
impl fmt::Debug for Internal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Internal").field("public", &self.public).finish_non_exhaustive()
    }
}
