//! The review desk: the register of athletes and what the review found. In memory alone: the register is not ours to
//! keep, and the facts behind a finding come from it.

use std::rc::Rc;

use gongsai::eligibility::{self, Decision, Register};
use gongsai::finding::Finding;
use gongsai::id::PersonId;
use gongsai::meet::{Command, Refused, keep_review};
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
    /// Reviews everyone against the rules and the register on the desk, and records the outcome.
    ///
    /// # Errors
    /// [`Refused`]; nothing is recorded then.
    pub fn run_review(self: &Rc<Self>) -> Result<(), Refused> {
        let desk = self.desk();
        let none = Register::default();
        let register = desk.register.as_ref().map_or(&none, |loaded| &loaded.register);
        let review = self.with_vault(|vault| self.with_meet(|meet| meet.review(register, vault)))?;
        self.submit(keep_review(&review))?;
        self.change_desk(|desk| desk.review = Some(Shared::new(review)));
        Ok(())
    }

    /// Records the word of the review group on a person.
    ///
    /// # Errors
    /// [`Refused`]; nothing is recorded then.
    pub fn decide(
        self: &Rc<Self>,
        person: PersonId,
        sport: Sport,
        decision: Decision,
        reason: &str,
    ) -> Result<(), Refused> {
        self.submit(Command::Decide { person, sport, decision, reason: reason.to_owned(), until: None }).map(|_| ())
    }
}
