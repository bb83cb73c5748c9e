//! The whole way of the provincial games: from the workbooks to a reviewed meet, and on to a played one.

use std::collections::BTreeMap;

use gongsai::document::journal;
use gongsai::eligibility::{Register, Review};
use gongsai::entry::{Form, read_form};
use gongsai::finding::Code;
use gongsai::id::{DeviceId, EventId, MeetId, PersonId, UnitId};
use gongsai::meet::{Command, Journal, Timestamp, Writer, keep_review};
use gongsai::person::Facts;
use gongsai::regulations::Sport;
use gongsai::simulate::Simulation;

use crate::games;

/// A meet on its way.
#[derive(Debug)]
pub struct Path {
    /// The journal.
    pub journal: Journal,
    /// The private facts.
    pub vault: BTreeMap<PersonId, Facts>,
    /// The rows that were not taken in: delegation, sport, name and why.
    pub refused: Vec<(String, Sport, String, Code)>,
}

/// The register of athletes.
#[must_use]
pub fn register() -> Register {
    let bytes = std::fs::read(games::path("register.csv")).expect("the register is there");
    Register::read(&gongsai_sheets::read(&bytes, "register.csv").expect("a table")[0]).output
}

impl Path {
    /// Asks for something, as the first device and in the name of nobody.
    pub fn ask(&mut self, command: Command) {
        let minute = i64::try_from(self.journal.records().len()).expect("few records");
        let at = Timestamp(games::today().unix_day() * 86_400_000 + minute * 60_000);
        journal::ask(&mut self.journal, &Writer::staff(DeviceId(1)), at, command).expect("the meet takes it");
    }

    /// The meet with its regulations and units, before any form.
    #[must_use]
    pub fn begun(meet: MeetId) -> Path {
        let mut path = Path { journal: Journal::new(meet), vault: BTreeMap::new(), refused: Vec::new() };
        path.ask(Command::SetRegulations(games::regulations().draft().clone()));
        path.ask(Command::AddUnits(games::units().output));
        path
    }

    /// Takes in every workbook.
    pub fn take_in(&mut self) {
        let units: Vec<_> = self.journal.meet().units().values().cloned().collect();
        let mut forms: BTreeMap<UnitId, Vec<Form>> = BTreeMap::new();
        for (_, bytes) in games::workbooks() {
            for table in games::tables(&bytes) {
                let read = read_form(&table, &games::regulations(), &units, games::today());
                let form = read.output.expect("every sheet is a form");
                let refused = form.refused.iter();
                let refused = refused.map(|row| (form.delegation.clone(), form.sport, row.name.clone(), row.code));
                self.refused.extend(refused);
                forms.entry(form.unit.expect("every unit is in the list")).or_default().push(form);
            }
        }
        let mut next = 0;
        for (unit, forms) in forms {
            let next_id = || {
                next += 1;
                next
            };
            let intake = self.journal.meet().intake(unit, &forms, &self.vault, next_id).expect("the unit is there");
            self.vault.extend(intake.output.facts);
            intake.output.commands.into_iter().for_each(|command| self.ask(command));
        }
    }

    /// Reviews everyone and keeps the outcome.
    pub fn review(&mut self) -> Review {
        let review = self.journal.meet().review(&register(), &self.vault).expect("there are regulations");
        self.ask(keep_review(&review));
        review
    }

    /// The meet with every form taken in and reviewed.
    #[must_use]
    pub fn reviewed(meet: MeetId) -> Path {
        let mut path = Path::begun(meet);
        path.take_in();
        path.review();
        path
    }
}

/// The register of athletes as UTF-8 text, for the sample meet.
#[must_use]
pub fn register_text() -> String {
    let bytes = std::fs::read(games::path("register.csv")).expect("the register is there");
    let table = &gongsai_sheets::read(&bytes, "register.csv").expect("a table")[0];
    let line =
        |row: &Vec<gongsai::table::Cell>| row.iter().map(|cell| cell.text()).collect::<Vec<_>>().join(",") + "\n";
    table.rows.iter().map(line).collect()
}

/// The sample meet that comes with the app, its journal and its facts as text: everyone reviewed, the table tennis
/// teams in the knockout, the badminton teams in their groups, the singles drawn.
///
/// # Panics
/// When the core refuses a step; the sample is then not what it says.
#[must_use]
pub fn sample() -> (String, String) {
    let path = Path::reviewed(MeetId(0x6077_05a1_2026));
    let mut simulation = Simulation::new(path.journal, "sample");
    for (event, steps) in [("TT_team", 72), ("BD_team", 30), ("TT_MS", 0), ("TT_WS", 20)] {
        simulation.play(&EventId::new(event).expect("an id"), steps).expect("the event is played");
    }
    (journal::write(simulation.journal()), gongsai::document::vault::write(&path.vault))
}
