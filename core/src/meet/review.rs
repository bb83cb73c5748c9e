//! The review of a meet's people: their public part from the meet, their facts from the vault.

use std::collections::BTreeMap;

use super::{Command, Meet, Refused, Reviewed, TeamReviewed};
use crate::admission::Candidacy;
use crate::eligibility::{self, Candidate, Register};
use crate::finding::Finding;
use crate::id::{EventId, PersonId, UnitId};
use crate::person::Facts;
use crate::regulations::Sport;

impl Meet {
    /// The review of everyone whose form was taken in. Facts that the vault does not hold are unknown, never no.
    ///
    /// # Errors
    /// [`Refused::NoRegulations`].
    pub fn review(
        &self,
        register: &Register,
        vault: &BTreeMap<PersonId, Facts>,
    ) -> Result<eligibility::Review, Refused> {
        let regulations = self.regulations.as_ref().ok_or(Refused::NoRegulations)?;
        let nothing = Facts::default();
        let events = self.events_by_person();
        let none = Vec::new();
        let candidate = |(unit, (id, sport))| {
            let person = self.people.get(&id)?;
            let events = events.get(&(id, sport)).unwrap_or(&none);
            let facts = vault.get(&id).unwrap_or(&nothing);
            Some(Candidate { person: id, unit, sport, events, name: &person.name, facts })
        };
        let candidates: Vec<Candidate<'_>> = self.candidacies().filter_map(candidate).collect();
        Ok(eligibility::review_of(regulations, register, &self.units, &candidates))
    }

    /// The events that each person is entered in, by sport.
    #[must_use]
    pub fn events_by_person(&self) -> BTreeMap<Candidacy, Vec<EventId>> {
        let mut events: BTreeMap<Candidacy, Vec<EventId>> = BTreeMap::new();
        for entry in self.entries.values() {
            let event = self.regulations.as_ref().and_then(|regulations| regulations.event(&entry.event));
            let Some(event) = event else { continue };
            for person in &entry.people {
                events.entry((*person, event.sport)).or_default().push(entry.event.clone());
            }
        }
        events
    }
}

/// What the journal keeps of a review: verdicts and codes. The facts behind them stay in the vault.
#[must_use]
pub fn keep_review(review: &eligibility::Review) -> Command {
    let codes = |findings: &[Finding]| findings.iter().map(|finding| (finding.code, finding.severity)).collect();
    let people = review.people.iter().map(|found| Reviewed {
        person: found.person,
        sport: found.sport,
        verdict: found.verdict,
        codes: codes(&found.findings),
    });
    let mut teams: BTreeMap<(UnitId, Sport), TeamReviewed> = BTreeMap::new();
    for found in &review.teams {
        let empty = TeamReviewed { unit: found.unit, sport: found.sport, codes: Vec::new() };
        let team = teams.entry((found.unit, found.sport)).or_insert(empty);
        team.codes.extend(found.findings.iter().map(|finding| finding.code));
    }
    Command::Review { people: people.collect(), teams: teams.into_values().collect() }
}
