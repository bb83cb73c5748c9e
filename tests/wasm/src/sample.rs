//! The sample meet of the app with its register, to be reviewed; the caller holds the clock.

use std::collections::BTreeMap;

use gongsai::document::{journal, vault};
use gongsai::eligibility::Register;
use gongsai::id::PersonId;
use gongsai::meet::Meet;
use gongsai::person::Facts;
use gongsai::table::{Cell, Table};
use wasm_bindgen::prelude::wasm_bindgen;

const JOURNAL: &str = include_str!("../../../web/sample/sample.gongsai");
const FACTS: &str = include_str!("../../../web/sample/sample-facts.txt");
const REGISTER: &str = include_str!("../../../web/sample/sample-register.csv");

/// The sample meet, its private facts and its register of athletes.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Sample {
    meet: Meet,
    facts: BTreeMap<PersonId, Facts>,
    rows: Table,
    register: Register,
}

#[wasm_bindgen]
impl Sample {
    /// The sample as it comes with the app.
    ///
    /// # Panics
    /// When it is not what it says.
    #[must_use]
    pub fn open() -> Sample {
        let meet = journal::read(JOURNAL).expect("a journal").journal.meet().clone();
        let facts = vault::rows(FACTS).map(|(person, text)| (person, vault::decode(text).expect("facts"))).collect();
        // No cell of it holds a comma.
        let cells = |line: &str| line.split(',').map(|text| Cell::Text(text.to_owned())).collect();
        let rows =
            Table { name: "register".to_owned(), rows: REGISTER.lines().map(cells).collect(), ..Table::default() };
        let register = Register::read(&rows).output;
        Sample { meet, facts, rows, register }
    }

    /// Reads the register anew: its findings.
    #[must_use]
    pub fn read_register(&mut self) -> usize {
        let read = Register::read(&self.rows);
        self.register = read.output;
        read.findings.len()
    }

    /// Reviews everyone: the findings about people.
    ///
    /// # Panics
    /// When the meet has no regulations.
    #[must_use]
    pub fn review(&self) -> usize {
        let review = self.meet.review(&self.register, &self.facts).expect("regulations");
        review.people.iter().map(|person| person.findings.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn the_sample_has_people_to_review() {
        let sample = Sample::open();
        assert!(sample.meet.people().len() > 500 && sample.facts.len() > 500);
        assert!(sample.review() > 20, "{}", sample.review());
    }
}
