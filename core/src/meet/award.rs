//! Awards that the committee gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Effects, Meet, Named, Refused};
use crate::id::{AwardId, UnitId};
use crate::order;
use crate::regulations::{AwardBy, AwardTo, Kind};

/// Why an award is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAwarded {
    /// The regulations have no award of this name.
    Unknown,
    /// The points say who has it.
    ByPoints,
    /// It goes to others: units, teams or people.
    To(AwardTo),
    /// Who is named has it already.
    Twice,
    /// So many there are, and all are given.
    AllGiven(usize),
}

impl Meet {
    /// The awards that the committee gave, each with its reason.
    #[must_use]
    pub fn awarded(&self) -> &BTreeMap<(AwardId, Named), String> {
        &self.awarded
    }

    /// How many could have an award that goes to these: units that are entered, entries of team events, or people on the forms.
    #[must_use]
    pub fn awardable(&self, to: AwardTo) -> usize {
        match to {
            AwardTo::Unit => order::set(self.entries.values().map(|entry| entry.unit)).len(),
            AwardTo::Team => self.entries.values().filter(|entry| self.is_team(entry)).count(),
            AwardTo::Person => self.people.len(),
        }
    }

    fn is_team(&self, entry: &crate::entry::Entry) -> bool {
        self.event_rules(&entry.event).is_ok_and(|event| event.kind == Kind::Team)
    }

    pub(super) fn award(&mut self, id: &AwardId, to: Named, reason: &str) -> Result<Effects, Refused> {
        let refused = |why| Refused::Award(id.clone(), why);
        let regulations = self.regulations.clone().ok_or(Refused::NoRegulations)?;
        let award = regulations.award(id).ok_or_else(|| refused(NotAwarded::Unknown))?;
        if award.by == AwardBy::Points {
            return Err(refused(NotAwarded::ByPoints));
        }
        match (award.to, to) {
            (AwardTo::Unit, Named::Unit(unit)) if self.is_entered(unit) => {}
            (AwardTo::Unit, Named::Unit(unit)) => return Err(Refused::NoUnit(unit)),
            (AwardTo::Person, Named::Person(person)) if self.people.contains_key(&person) => {}
            (AwardTo::Person, Named::Person(person)) => return Err(Refused::NoPerson(person)),
            (AwardTo::Team, Named::Entry(entry)) => {
                let found = self.entries.get(&entry).ok_or(Refused::NoEntry(entry))?;
                if !self.is_team(found) {
                    return Err(refused(NotAwarded::To(award.to)));
                }
            }
            (AwardTo::Unit | AwardTo::Team | AwardTo::Person, _) => return Err(refused(NotAwarded::To(award.to))),
        }
        if self.awarded.contains_key(&(id.clone(), to)) {
            return Err(refused(NotAwarded::Twice));
        }
        let number = award.number.among(self.awardable(award.to));
        if self.awarded.keys().filter(|(given, _)| given == id).count() >= number {
            return Err(refused(NotAwarded::AllGiven(number)));
        }
        Arc::make_mut(&mut self.awarded).insert((id.clone(), to), reason.to_owned());
        Ok(Effects::default())
    }

    fn is_entered(&self, unit: UnitId) -> bool {
        self.entries.values().any(|entry| entry.unit == unit)
    }
}
