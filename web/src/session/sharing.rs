//! Records from elsewhere: other windows of this device, files and codes of other devices.

use std::rc::Rc;

use gongsai::document::journal;
use gongsai::meet::{Absorbed, StoredRecord};
use gongsai::person::Facts;

use super::{Session, stored};

impl Session {
    /// Takes in records that are stored here already: another window of this device wrote them.
    pub fn hear(&self, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        let records = lines.into_iter().filter_map(|line| journal::decode(line.as_ref()).ok());
        let absorbed = self.open.borrow_mut().journal.absorb(records);
        if absorbed.new > 0 {
            self.listeners.call();
        }
    }

    /// Takes in private facts that are stored here already.
    pub fn hear_facts(&self, facts: impl IntoIterator<Item = (gongsai::id::PersonId, Facts)>) {
        self.open.borrow_mut().vault.extend(facts);
    }

    /// Takes in the records of another device and stores what is new of them.
    pub fn absorb(self: &Rc<Self>, records: Vec<StoredRecord>) -> Absorbed {
        let rows = stored::new_rows(&self.open.borrow().journal, &records);
        let absorbed = self.open.borrow_mut().journal.absorb(records);
        self.keep(Vec::new(), rows);
        absorbed
    }
}
