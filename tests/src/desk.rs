//! A review desk of a meet with six units, for tests of what comes after the rules.

#![allow(clippy::missing_panics_doc, reason = "a test says no by panicking")]
#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::admission::{Candidacy, Challenger, NotAdmitted, State, Step};
use gongsai::date::Date;
use gongsai::document::journal::{ask, decode};
use gongsai::eligibility::{Decision, Verdict};
use gongsai::finding::{Code, Severity};
use gongsai::id::{DeviceId, MeetId, RecordId, UnitId};
use gongsai::meet::{Actor, Command, Journal, Refused, Reviewed, Role, Timestamp, Writer};
use gongsai::regulations::{RegulationsDraft, Sport, Value};
use gongsai::simulate::Simulation;

use crate::games;

/// The sport that is reviewed.
pub const TT: Sport = Sport::TableTennis;

/// The games with six units entered, table tennis reviewed by rules that found something of two people.
#[derive(Debug)]
pub struct Desk {
    /// What was done.
    pub journal: Journal,
    /// Somebody of whom something was found that people decide on.
    pub doubtful: Candidacy,
    /// Somebody whom the rules bar.
    pub barred: Candidacy,
}

/// A day of the month of the games.
pub fn day(day: u8) -> Date {
    Date::new(2026, 10, day).unwrap()
}

/// What a staff member of this name asks for; what is stored is read back the same.
///
/// # Errors
/// As the meet refuses it.
pub fn asked(journal: &mut Journal, by: &str, command: Command) -> Result<RecordId, Refused> {
    let by = Actor { role: Role::Staff, name: by.to_owned() };
    let writer = Writer { by, ..Writer::staff(DeviceId(3)) };
    let asked = ask(journal, &writer, Timestamp(1), command.clone())?;
    assert_eq!(decode(&asked.line).unwrap().record.command, command, "what is stored is read back the same");
    Ok(asked.id)
}

/// A meet with this procedure of review.
pub fn desk(review: Value) -> Desk {
    let Value::Map(mut fields) = games::regulations().draft().0.clone() else { panic!("a table") };
    fields.insert("review".to_owned(), review);
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "admission");
    simulation.ask(Command::SetRegulations(RegulationsDraft(Value::Map(fields)))).unwrap();
    simulation.enter_units(6).unwrap();
    let people: Vec<Candidacy> =
        simulation.journal().meet().candidacies().map(|(_, who)| who).filter(|(_, sport)| *sport == TT).collect();
    let mut reviewed: Vec<Reviewed> = people
        .iter()
        .map(|(person, sport)| Reviewed { person: *person, sport: *sport, verdict: Verdict::Eligible, codes: vec![] })
        .collect();
    let findings = [
        (Verdict::NeedsReview, Code::P01Checksum, Severity::Review),
        (Verdict::Ineligible, Code::R01Active, Severity::Ineligible),
    ];
    for (reviewed, (verdict, code, severity)) in reviewed.iter_mut().zip(findings) {
        (reviewed.verdict, reviewed.codes) = (verdict, vec![(code, severity)]);
    }
    simulation.ask(Command::Review { people: reviewed, teams: vec![] }).unwrap();
    Desk { journal: simulation.journal().clone(), doubtful: people[0], barred: people[1] }
}

/// As a provincial meet has it.
pub fn provincial() -> Desk {
    let notice = Value::map([("days", Value::Int(5)), ("deposit", Value::Int(500)), ("respond_days", Value::Int(7))]);
    desk(Value::map([("eyes", Value::Int(2)), ("notice", notice)]))
}

impl Desk {
    /// What a staff member asks for and is given.
    #[track_caller]
    pub fn say(&mut self, by: &str, command: Command) -> RecordId {
        asked(&mut self.journal, by, command).unwrap()
    }

    /// A reviewer's word.
    ///
    /// # Errors
    /// As the meet refuses it.
    pub fn decide(&mut self, by: &str, who: Candidacy, decision: Decision) -> Result<RecordId, Refused> {
        let (person, sport) = who;
        let command =
            Command::Decide { person, sport, decision, reason: "看过原件".to_owned(), until: Some(day(3)) };
        asked(&mut self.journal, by, command)
    }

    /// A step of admission.
    ///
    /// # Errors
    /// As the meet refuses it.
    pub fn step(&mut self, step: Step) -> Result<RecordId, Refused> {
        asked(&mut self.journal, "王", Command::Admit(step))
    }

    /// Why a step is not taken.
    #[track_caller]
    pub fn refused(&mut self, step: Step) -> NotAdmitted {
        match self.step(step) {
            Err(Refused::Admission(why)) => why,
            other => panic!("{other:?}"),
        }
    }

    /// How far a person is.
    pub fn state(&self, who: Candidacy) -> State {
        self.journal.meet().admission(who).unwrap()
    }

    /// Someone of table tennis of whom nothing was found.
    pub fn clean(&self) -> Candidacy {
        let (doubtful, barred) = (self.doubtful, self.barred);
        let mut all = self.journal.meet().candidacies().map(|(_, who)| who);
        all.find(|who| who.1 == TT && *who != doubtful && *who != barred).unwrap()
    }

    /// Decides what is open and posts everyone who passed.
    pub fn publish(&mut self) {
        self.decide("王", self.doubtful, Decision::Confirm).unwrap();
        self.decide("李", self.doubtful, Decision::Confirm).unwrap();
        let notice = self.journal.meet().prepare_notice(day(1), day(5));
        self.step(notice).unwrap();
    }

    /// A challenge by another unit that the regulations allow.
    pub fn challenge(&self, who: Candidacy) -> Step {
        let other = self.journal.meet().units().keys().find(|unit| **unit != UnitId(1)).copied().unwrap();
        let (by, grounds) = (Challenger::Unit(other), "曾在省队注册".to_owned());
        Step::Challenge { who, by, deposit: 500, grounds, on: day(4) }
    }
}
