//! What is wrong with the list of those whom a team names for a match (L03).

use std::collections::BTreeSet;

use super::{LineupFault, Roster};
use crate::id::PersonId;
use crate::regulations::RosterSize;

/// Everything that is wrong with who is named for a match; any number may be where no size is asked.
///
/// ```
/// use std::collections::{BTreeMap, BTreeSet};
/// use gongsai::id::PersonId;
/// use gongsai::lineup::{LineupFault, Roster, check_list};
/// let roster = Roster { people: &BTreeMap::new(), entry: &[], barred: &BTreeSet::new() };
/// let stranger = LineupFault::Unknown { place: None, person: PersonId(1) };
/// assert_eq!(check_list(roster, None, &BTreeSet::from([PersonId(1)])), [stranger]);
/// assert_eq!(check_list(roster, None, &BTreeSet::new()), [LineupFault::TooFewNamed { count: 0, least: 1 }]);
/// ```
#[must_use]
pub fn check_list(roster: Roster<'_>, size: Option<&RosterSize>, people: &BTreeSet<PersonId>) -> Vec<LineupFault> {
    let mut faults: Vec<LineupFault> =
        people.iter().filter_map(|person| super::check::of_person(roster, None, *person)).collect();
    let count = u16::try_from(people.len()).unwrap_or(u16::MAX);
    let (least, most) = size.map_or((1, u16::MAX), |size| (size.min.max(1), size.max));
    if count < least {
        faults.push(LineupFault::TooFewNamed { count, least });
    }
    if count > most {
        faults.push(LineupFault::TooManyNamed { count, most });
    }
    faults
}
