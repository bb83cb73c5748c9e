//! The review desk: the register of athletes and what the review found. In memory alone: the register is not ours to
//! keep, and the facts behind a finding come from it.

use std::rc::Rc;

use gongsai::date::Date;
use gongsai::eligibility::{self, Decision, Register};
use gongsai::finding::Finding;
use gongsai::id::PersonId;
use gongsai::meet::{Command, Refused, keep_review};
use gongsai::order;
use gongsai::person::{Facts, KeySecret};
use gongsai::regulations::Sport;

use super::{Session, Shared};

/// What lies on the desk.
#[derive(Clone, Default)]
pub struct ReviewDesk {
    /// The register, once it is there.
    pub register: Option<Shared<LoadedRegister>>,
    /// The last review of this session, with the facts behind its findings.
    pub review: Option<Shared<eligibility::Review>>,
    /// The register is being read.
    pub reading: bool,
}

/// The register as it was read.
pub struct LoadedRegister {
    /// The file's name.
    pub name: String,
    /// The register.
    pub register: Register,
    /// The number of its rows.
    pub rows: usize,
    /// What was found in it.
    pub findings: Vec<Finding>,
}

impl ReviewDesk {
    /// The findings of the last review on a person in a sport; none after a reload.
    #[must_use]
    pub fn findings(&self, person: PersonId, sport: Sport) -> Option<&[Finding]> {
        let people = &self.review.as_ref()?.people;
        let found = people.iter().find(|found| found.person == person && found.sport == sport)?;
        Some(&found.findings)
    }
}

impl Session {
    /// Reviews everyone against the rules and the register on the desk, and records the outcome. Where numbers were
    /// dropped, those that are still there are keyed with the meet's secret first.
    ///
    /// # Errors
    /// [`Refused`]; nothing is recorded then.
    pub fn run_review(self: &Rc<Self>, secret: Option<&KeySecret>) -> Result<(), Refused> {
        if let Some(secret) = secret {
            self.key_numbers(secret);
        }
        let desk = self.desk();
        let none = Register::default();
        let register = desk.register.as_ref().map_or(&none, |loaded| &loaded.register);
        let review = self.with_vault(|vault| self.with_meet(|meet| meet.review(register, vault)))?;
        self.submit(keep_review(&review))?;
        self.change_desk(|desk| desk.review = Some(Shared::new(review)));
        Ok(())
    }

    /// Makes everyone final whose notice is over on a day, and drops their document numbers from this device unless the
    /// regulations keep them; what finds a number a second time is kept.
    ///
    /// # Errors
    /// [`Refused`]; nothing is recorded or dropped then.
    pub fn finalise(self: &Rc<Self>, on: Date, secret: &KeySecret) -> Result<(), Refused> {
        let step = self.with_meet(|meet| meet.prepare_final(on));
        self.submit(Command::Admit(step))?;
        if self.with_meet(|meet| meet.procedure().keep_numbers) {
            return Ok(());
        }
        self.key_numbers(secret);
        let dropped: Vec<(PersonId, Facts)> = self.with_meet(|meet| {
            // Who is final in one sport and open in another still needs the number there.
            let states = order::groups(meet.admission_states().map(|(_, (person, _), state)| (person, state)));
            let finals = states.into_iter().filter(|(_, states)| states.iter().all(|state| state.is_final()));
            self.with_vault(|vault| {
                let of = |person| Some((person, vault.get(&person).filter(|facts| facts.document.is_some())?));
                finals
                    .filter_map(|(person, _)| of(person))
                    .map(|(person, facts)| (person, facts.without_number()))
                    .collect()
            })
        });
        self.take_facts(dropped);
        Ok(())
    }

    /// Keeps a keyed hash beside every document number on this device that has none.
    fn key_numbers(self: &Rc<Self>, secret: &KeySecret) {
        let keyed: Vec<(PersonId, Facts)> = self.with_vault(|vault| {
            let bare = vault.iter().filter(|(_, facts)| facts.document.is_some() && facts.key.is_none());
            bare.map(|(person, facts)| (*person, facts.keyed(secret))).collect()
        });
        if !keyed.is_empty() {
            self.take_facts(keyed);
        }
    }

    /// Records the word of the review group on a person; `until` is the last day to correct what is sent back.
    ///
    /// # Errors
    /// [`Refused`]; nothing is recorded then.
    pub fn decide(
        self: &Rc<Self>,
        person: PersonId,
        sport: Sport,
        decision: Decision,
        reason: &str,
        until: Option<Date>,
    ) -> Result<(), Refused> {
        self.submit(Command::Decide { person, sport, decision, reason: reason.to_owned(), until }).map(|_| ())
    }
}
