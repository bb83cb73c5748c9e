//! What is stored and what is not yet.

use gongsai::id::{MeetId, PersonId};

use super::{Batch, RowKey, Summary};

/// Why something could not be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// The device has no room left.
    Full,
    /// Another tab of this device wrote first: this one must be opened anew.
    OtherTab,
    /// A newer version of the app holds the storage.
    Newer,
    /// The browser refuses storage, or does not have it.
    Unavailable,
    /// Anything else, in the browser's own words.
    Other(String),
}

/// Whether everything that was done is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// All is stored.
    Saved,
    /// Some is on its way.
    Saving,
    /// Some is in memory alone, for this reason.
    Failed(SaveFailure),
}

/// The rows of one meet that wait for storage. One batch is under way at a time.
pub(super) struct Saving {
    meet: MeetId,
    summary: Summary,
    identity: Option<String>,
    facts: Vec<(PersonId, String)>,
    erased: Vec<PersonId>,
    records: Vec<(RowKey, String)>,
    under_way: Option<Batch>,
    failed: Option<SaveFailure>,
}

impl Saving {
    pub(super) fn of(meet: MeetId) -> Self {
        Saving {
            meet,
            summary: Summary::default(),
            identity: None,
            facts: Vec::new(),
            erased: Vec::new(),
            records: Vec::new(),
            under_way: None,
            failed: None,
        }
    }

    pub(super) fn add_identity(&mut self, identity: Option<String>) {
        self.identity = identity;
    }

    /// What waits of these people is not stored, and what is stored goes.
    pub(super) fn erase(&mut self, people: Vec<PersonId>) {
        self.facts.retain(|(person, _)| !people.contains(person));
        self.erased.extend(people);
    }

    /// What the list of meets is to tell with the next batch.
    pub(super) fn summarise(&mut self, summary: Summary) {
        self.summary = summary;
    }

    pub(super) fn add(&mut self, facts: Vec<(PersonId, String)>, records: Vec<(RowKey, String)>) {
        self.facts.extend(facts);
        self.records.extend(records);
    }

    pub(super) fn state(&self) -> SaveState {
        match &self.failed {
            Some(failure) => SaveState::Failed(failure.clone()),
            None if self.under_way.is_some() || self.waits() => SaveState::Saving,
            None => SaveState::Saved,
        }
    }

    fn waits(&self) -> bool {
        !self.records.is_empty() || !self.facts.is_empty() || !self.erased.is_empty() || self.identity.is_some()
    }

    /// The next batch, unless one is under way or nothing waits.
    pub(super) fn start(&mut self) -> Option<Batch> {
        if self.under_way.is_some() || !self.waits() {
            return None;
        }
        let facts = std::mem::take(&mut self.facts);
        let records = std::mem::take(&mut self.records);
        let (identity, erased) = (self.identity.take(), std::mem::take(&mut self.erased));
        let batch = Batch { meet: self.meet, summary: self.summary.clone(), facts, erased, records, identity };
        self.under_way = Some(batch.clone());
        self.failed = None;
        Some(batch)
    }

    /// The batch under way is stored, or its rows wait again.
    pub(super) fn finish(&mut self, outcome: Result<(), SaveFailure>) {
        let Some(batch) = self.under_way.take() else { return };
        if let Err(failure) = outcome {
            self.failed = Some(failure);
            self.identity = batch.identity;
            self.erased.splice(0..0, batch.erased);
            self.facts.splice(0..0, batch.facts);
            self.records.splice(0..0, batch.records);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::id::{DeviceId, RecordId};

    fn line(n: u32) -> Vec<(RowKey, String)> {
        vec![(RowKey { id: RecordId { device: DeviceId(1), n }, copy: None }, format!("line {n}"))]
    }

    #[test]
    fn a_batch_that_failed_goes_out_again_before_what_came_later() {
        let mut saving = Saving::of(MeetId(1));
        saving.add(Vec::new(), line(1));
        assert_eq!(saving.state(), SaveState::Saving);
        assert!(saving.start().is_some());
        saving.add(Vec::new(), line(2));
        assert!(saving.start().is_none());
        saving.finish(Err(SaveFailure::Full));
        assert_eq!(saving.state(), SaveState::Failed(SaveFailure::Full));
        let batch = saving.start().expect("rows wait");
        assert_eq!(batch.records, [line(1), line(2)].concat());
        saving.finish(Ok(()));
        assert_eq!(saving.state(), SaveState::Saved);
    }
}
