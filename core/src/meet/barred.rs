//! Who may not enter the next meets, by the sanctions of this one (eligibility §5.7).

use super::{Command, Journal};
use crate::id::PersonId;

/// A person who may not enter the next meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The name of the unit.
    pub unit: String,
    /// How many of the next meets.
    pub editions: u8,
}

/// Everyone whom a sanction that counts bars, in the order of the sanctions; of several the longest. A sanction without a
/// person bars those who stand in its entry.
///
/// # Complexity
/// O(n + s · b) for n records, s sanctions and b people barred.
#[must_use]
pub fn barred(journal: &Journal) -> Vec<Barred> {
    let meet = journal.meet();
    let mut all: Vec<Barred> = Vec::new();
    for stored in journal.records().iter().filter(|stored| journal.counts(stored.record.id)) {
        let Command::Sanction(sanction) = &stored.record.command else { continue };
        if sanction.banned == 0 {
            continue;
        }
        let of_entry = meet.entries().get(&sanction.entry).map_or(&[][..], |entry| &entry.people);
        let people = sanction.person.as_ref().map_or(of_entry, std::slice::from_ref);
        for person in people.iter().filter_map(|id| meet.people().get(id)) {
            match all.iter_mut().find(|known| known.person == person.id) {
                Some(known) => known.editions = known.editions.max(sanction.banned),
                None => all.push(Barred {
                    person: person.id,
                    name: person.name.clone(),
                    unit: meet.units().get(&person.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
                    editions: sanction.banned,
                }),
            }
        }
    }
    all
}
