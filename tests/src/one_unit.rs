//! One unit of the games and its forms, one after another.

#![allow(clippy::missing_panics_doc, reason = "a test says no by panicking")]
#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use gongsai::document::regulations_from_toml;
use gongsai::entry::{Form, read_form};
use gongsai::finding::Finding;
use gongsai::id::{MeetId, PersonId, UnitId};
use gongsai::meet::{Command, Journal, Meet, Reimport};
use gongsai::person::Facts;
use gongsai::regulations::Value;

use crate::desk::asked;
use crate::games;
use crate::sheet::table;

/// The unit.
pub const UNIT: UnitId = UnitId(1);

/// A meet with the unit's forms and the facts on them.
#[derive(Debug)]
pub struct OneUnit {
    /// What was taken in.
    pub journal: Journal,
    /// The facts of the people.
    pub vault: BTreeMap<PersonId, Facts>,
    next: u64,
}

impl OneUnit {
    /// The games, judged by these rules, written in TOML.
    pub fn under(rules: &str) -> OneUnit {
        let mut journal = Journal::new(MeetId(1));
        asked(&mut journal, "王", Command::SetRegulations(games::regulations().draft().clone())).unwrap();
        let draft = regulations_from_toml(&format!("[rules]\n{rules}")).unwrap();
        let Value::Map(fields) = draft.0 else { panic!("a table") };
        asked(&mut journal, "王", Command::SetRules { rules: fields["rules"].clone(), review: None }).unwrap();
        asked(&mut journal, "王", Command::AddUnits(games::units().output)).unwrap();
        OneUnit { journal, vault: BTreeMap::new(), next: 0 }
    }

    /// The meet.
    pub fn meet(&self) -> &Meet {
        self.journal.meet()
    }

    /// The form of a drawn sheet, below the line of the delegation, with what is found in it.
    pub fn form(&self, sport: &str, drawing: &str) -> (Form, Vec<Finding>) {
        let unit = &self.meet().units()[&UNIT];
        let drawing = format!("代表队：{}\n{drawing}", unit.name);
        let regulations = self.meet().regulations().unwrap();
        let read = read_form(&table(sport, &drawing), regulations, std::slice::from_ref(unit), games::today());
        (read.output.unwrap(), read.findings)
    }

    /// Takes a form in; what it changes, and who of its rows has which id.
    pub fn take_in(&mut self, form: &Form) -> (Option<Reimport>, Vec<(String, PersonId)>) {
        let meet = self.meet().clone();
        let told = meet.reimport(form, &self.vault);
        let next = &mut self.next;
        let intake = meet.intake(UNIT, std::slice::from_ref(form), &self.vault, || {
            *next += 1;
            *next
        });
        let intake = intake.unwrap().output;
        let mut ids = Vec::new();
        for command in intake.commands {
            if let Command::TakeIn { people, .. } = &command {
                ids.extend(people.iter().map(|person| (person.name.clone(), person.id)));
            }
            asked(&mut self.journal, "王", command).unwrap();
        }
        self.vault.extend(intake.facts);
        (told, ids)
    }
}
