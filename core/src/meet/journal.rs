//! The journal: every record that is known of a meet, and the state that they fold to.
//!
//! A journal is a set. Whatever came first and however often, the same records give the same state: those that stand
//! ([`Aside`]) are folded in the order of [`Record::order`], without those that are undone; what the fold refuses stays
//! in the journal with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chain::{Aside, Copies, Proof, chain};
use super::fold::{Course, Fold, can_undo, undoings};
use super::{Command, Effects, Meet, Record, Refused, Rights, StoredRecord, Timestamp, Writer};
use crate::id::{DeviceId, MeetId, RecordId};
use crate::key::PublicKey;
use crate::order;

/// What became of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It counts.
    Counts,
    /// The fold refused it.
    Refused(Refused),
    /// It was undone, by this record.
    Undone(RecordId),
}

/// What came of taking in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Absorbed {
    /// Records that were not known.
    pub new: usize,
    /// Records that were known already.
    pub known: usize,
    /// Records of another meet, left out.
    pub foreign: usize,
}

/// The records of a meet with the state that they fold to. A clone shares the records.
#[derive(Clone, Debug)]
pub struct Journal {
    copies: Copies,
    order: Vec<Arc<StoredRecord>>,
    aside: Vec<(Arc<StoredRecord>, Aside)>,
    rights: Rights,
    undone: BTreeMap<RecordId, RecordId>,
    judged: BTreeMap<RecordId, Refused>,
    fold: Fold,
    clock: u64,
}

impl Journal {
    /// An empty journal.
    #[must_use]
    pub fn new(meet: MeetId) -> Self {
        Journal {
            copies: BTreeMap::new(),
            order: Vec::new(),
            aside: Vec::new(),
            rights: Rights::default(),
            undone: BTreeMap::new(),
            judged: BTreeMap::new(),
            fold: Fold::new(meet),
            clock: 0,
        }
    }

    /// The state.
    #[must_use]
    pub fn meet(&self) -> &Meet {
        self.fold.meet()
    }

    /// The records that stand, in the order in which they are folded.
    #[must_use]
    pub fn records(&self) -> &[Arc<StoredRecord>] {
        &self.order
    }

    /// Everything that is known, by device and number: the records that stand, and those set aside.
    pub fn stored(&self) -> impl Iterator<Item = &StoredRecord> {
        self.copies.values().flatten().map(Arc::as_ref)
    }

    /// What is known of one record: one copy, unless devices disagree.
    #[must_use]
    pub fn copies(&self, id: RecordId) -> &[Arc<StoredRecord>] {
        self.copies.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The records that were set aside, with the reason.
    #[must_use]
    pub fn aside(&self) -> &[(Arc<StoredRecord>, Aside)] {
        &self.aside
    }

    /// The records that the fold refused, with the reason.
    pub fn refused(&self) -> impl Iterator<Item = (RecordId, &Refused)> {
        self.fold.refused()
    }

    /// What became of a record that stands.
    #[must_use]
    pub fn fate(&self, id: RecordId) -> Fate {
        match (self.undone.get(&id), self.fold.why(id)) {
            (Some(by), _) => Fate::Undone(*by),
            (None, Some(why)) => Fate::Refused(why.clone()),
            (None, None) => Fate::Counts,
        }
    }

    /// Whether a record that stands takes effect.
    #[must_use]
    pub fn counts(&self, id: RecordId) -> bool {
        !self.undone.contains_key(&id) && self.fold.why(id).is_none()
    }

    /// Who may write what.
    #[must_use]
    pub fn rights(&self) -> &Rights {
        &self.rights
    }

    /// The numbers that are missing below a device's last record: device, first and last of each gap.
    #[must_use]
    pub fn missing(&self) -> Vec<(DeviceId, u32, u32)> {
        let mut gaps = Vec::new();
        let mut last: Option<RecordId> = None;
        for id in self.copies.keys() {
            let n = last.filter(|last| last.device == id.device).map_or(0, |last| last.n);
            if id.n > n + 1 {
                gaps.push((id.device, n + 1, id.n - 1));
            }
            last = Some(*id);
        }
        gaps
    }

    /// The next record of a device, not yet in the journal: with what it answers, and between whom a result is.
    #[must_use]
    pub fn next(&self, writer: &Writer, at: Timestamp, command: Command) -> Record {
        let (device, by) = (writer.device, writer.by.clone());
        let head = self.head(device);
        let command = self.meet().completed(command);
        Record {
            meet: self.meet().id(),
            id: RecordId { device, n: head.map_or(0, |head| head.record.id.n).saturating_add(1) },
            clock: self.clock.saturating_add(1),
            previous: head.map(|head| head.hash),
            answers: self.meet().answered(&command),
            at,
            by,
            command,
        }
    }

    /// Puts a new record at the end, if it takes effect at once. The caller has signed it with the writer's key.
    pub(crate) fn append(&mut self, stored: StoredRecord, key: Option<PublicKey>) -> Result<Effects, Refused> {
        let record = &stored.record;
        let head = self.head(record.id.device);
        if record.meet != self.meet().id() {
            return Err(Refused::OtherMeet(record.meet));
        }
        let follows = record.id.n == head.map_or(0, |head| head.record.id.n).saturating_add(1);
        if !follows || record.previous != head.map(|head| head.hash) {
            return Err(Refused::Gap(record.id));
        }
        self.rights.check_key(record, key)?;
        self.rights.allows(record, self.meet())?;
        self.meet().check(&record.command)?;
        if record.command.is_of_the_journal() {
            self.check_change(record)?;
            self.absorb([stored]);
            return Ok(Effects::default());
        }
        let course = Course { order: &self.order, undone: &self.undone, rights: &self.rights, judged: &self.judged };
        let effects = self.fold.push(record, course)?;
        self.clock = self.clock.max(record.clock);
        let stored = Arc::new(stored);
        self.copies.insert(stored.record.id, vec![stored.clone()]);
        self.order.push(stored);
        Ok(effects)
    }

    /// Takes in stored records of any devices, in any order.
    ///
    /// # Complexity
    /// The records after the first new one are folded again; O(n) moves for n records known.
    pub fn absorb(&mut self, records: impl IntoIterator<Item = StoredRecord>) -> Absorbed {
        let mut absorbed = Absorbed::default();
        for stored in records {
            if stored.record.meet != self.meet().id() {
                absorbed.foreign += 1;
                continue;
            }
            let copies = self.copies.entry(stored.record.id).or_default();
            match copies.binary_search_by(|copy| copy.hash.cmp(&stored.hash)) {
                Ok(_) => absorbed.known += 1,
                Err(at) => {
                    absorbed.new += 1;
                    self.clock = self.clock.max(stored.record.clock);
                    copies.insert(at, Arc::new(stored));
                }
            }
        }
        if absorbed.new > 0 {
            self.refresh();
        }
        absorbed
    }

    /// The meet as it was when this record had been folded, with what was undone by then. None for a record that does
    /// not stand.
    #[must_use]
    pub fn as_of(&self, id: RecordId) -> Option<Meet> {
        let at = self.order.iter().position(|stored| stored.record.id == id)?;
        let (order, mut judged) = (self.order.get(..=at)?, self.judged.clone());
        let undone = undoings(order, &self.rights, &mut judged);
        let mut fold = Fold::new(self.meet().id());
        fold.run(Course { order, undone: &undone, rights: &self.rights, judged: &judged });
        Some(fold.meet().clone())
    }

    /// The last record of a device; of several copies the first by hash.
    fn head(&self, device: DeviceId) -> Option<&StoredRecord> {
        let (_, copies) = of_device(&self.copies, device).next_back()?;
        copies.first().map(Arc::as_ref)
    }

    /// Works out anew what stands, what is undone and who may write, and folds again from where that changed.
    fn refresh(&mut self) {
        let mut judged = BTreeMap::new();
        let rights = rights(self.meet().id(), &self.copies, &mut judged);
        let (mut order, mut aside) = (Vec::with_capacity(self.copies.len()), Vec::new());
        for device in devices(&self.copies) {
            let found = chain(of_device(&self.copies, device), proof(&rights, device));
            order.extend(found.standing);
            aside.extend(found.aside);
        }
        order::sort_by_key(&mut order, |stored| stored.record.order());
        order::sort_by_key(&mut aside, |(stored, _)| (stored.record.order(), stored.hash));
        let undone = undoings(&order, &rights, &mut judged);
        let same = order.iter().zip(&self.order).take_while(|(new, old)| Arc::ptr_eq(new, old));
        let judged_otherwise = |stored: &Arc<StoredRecord>| {
            let id = stored.record.id;
            undone.contains_key(&id) != self.undone.contains_key(&id)
                || judged.get(&id) != self.judged.get(&id)
                || rights.of(id.device) != self.rights.of(id.device)
        };
        let from = same.take_while(|(new, _)| !judged_otherwise(new)).count();
        self.fold.back_to(from);
        (self.order, self.aside, self.rights) = (order, aside, rights);
        (self.undone, self.judged) = (undone, judged);
        let course = Course { order: &self.order, undone: &self.undone, rights: &self.rights, judged: &self.judged };
        self.fold.run(course);
    }

    /// Whether a record that changes what counts, or who may write, takes effect.
    fn check_change(&self, record: &Record) -> Result<(), Refused> {
        match &record.command {
            Command::Undo(target) => {
                let stands = self.order.iter().find(|stored| stored.record.id == *target);
                let counts = stands.filter(|_| !self.undone.contains_key(target));
                can_undo(record, *target, counts.map(|stored| &stored.record.command), &self.rights)
            }
            Command::Organise(key) if key.meet() != record.meet => Err(Refused::OtherKey),
            Command::Organise(_) => Ok(()),
            _ => self.rights.clone().take(record),
        }
    }
}

fn devices(copies: &Copies) -> BTreeSet<DeviceId> {
    order::set(copies.keys().map(|id| id.device))
}

fn of_device(
    copies: &Copies,
    device: DeviceId,
) -> impl DoubleEndedIterator<Item = (&RecordId, &Vec<Arc<StoredRecord>>)> {
    copies.range(RecordId { device, n: 0 }..=RecordId { device, n: u32::MAX })
}

/// What a device has to show for its records.
fn proof(rights: &Rights, device: DeviceId) -> Proof<'_> {
    match rights.organiser() {
        None => Proof::Nothing,
        Some(key) if rights.organisers().contains(&device) => Proof::Key(key),
        Some(_) => rights.grants().get(&device).map_or(Proof::NoRight, Proof::Grant),
    }
}

/// The rights that the organiser's records give, in the order of these records.
fn rights(meet: MeetId, copies: &Copies, judged: &mut BTreeMap<RecordId, Refused>) -> Rights {
    let organising = |stored: &&Arc<StoredRecord>| match stored.record.command {
        Command::Organise(key) if key.meet() == meet => Some((stored.record.id.device, key)),
        _ => None,
    };
    let claimed = order::map(copies.values().flatten().filter_map(|stored| organising(&stored)));
    let mut records = Vec::new();
    let mut organisers = BTreeSet::new();
    let mut organiser = None;
    for (device, key) in claimed {
        let standing = chain(of_device(copies, device), Proof::Key(key)).standing;
        if standing.iter().any(|stored| organising(&stored).is_some()) {
            organisers.insert(device);
            organiser = Some(key);
            records.extend(standing);
        }
    }
    let Some(organiser) = organiser else { return Rights::default() };
    order::sort_by_key(&mut records, |stored| stored.record.order());
    let mut rights = Rights::organised(organiser, organisers);
    for stored in records {
        if let Err(why) = rights.take(&stored.record) {
            judged.insert(stored.record.id, why);
        }
    }
    rights
}
