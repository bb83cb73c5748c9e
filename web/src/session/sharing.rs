//! Records from elsewhere: other windows of this device, files and codes of other devices.

use std::rc::Rc;

use gongsai::document::{journal, vault};
use gongsai::id::PersonId;
use gongsai::meet::{Absorbed, StoredRecord};
use gongsai::person::Facts;

use super::{Session, stored};

impl Session {
    /// Takes in records that are stored here already: another window of this device wrote them.
    pub fn hear(&self, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        if self.is_opening() {
            return;
        }
        let records = lines.into_iter().filter_map(|line| journal::decode(line.as_ref()).ok());
        let absorbed = self.open.borrow_mut().journal.absorb(records);
        if absorbed.new > 0 {
            self.listeners.call();
        }
    }

    /// Takes in private facts that are stored here already.
    pub fn hear_facts(&self, facts: impl IntoIterator<Item = (PersonId, Facts)>) {
        self.open.borrow_mut().vault.extend(facts);
    }

    /// Takes in private facts that another member of the staff sealed, and stores them.
    pub fn take_facts(self: &Rc<Self>, facts: Vec<(PersonId, Facts)>) {
        let rows = facts.iter().map(|(person, facts)| (*person, vault::encode(facts))).collect();
        self.open.borrow_mut().vault.extend(facts);
        self.keep(rows, Vec::new());
    }

    /// Erases the private facts of these people from this device; the journal stays as it is.
    pub fn erase_facts(self: &Rc<Self>, people: Vec<PersonId>) {
        self.open.borrow_mut().vault.retain(|person, _| !people.contains(person));
        self.erase(people);
    }

    /// Takes in the records of another device and stores what is new of them.
    pub fn absorb(self: &Rc<Self>, records: Vec<StoredRecord>) -> Absorbed {
        if self.is_opening() {
            return Absorbed::default();
        }
        let rows = stored::new_rows(&self.open.borrow().journal, &records);
        let absorbed = self.open.borrow_mut().journal.absorb(records);
        self.keep(Vec::new(), rows);
        absorbed
    }
}
