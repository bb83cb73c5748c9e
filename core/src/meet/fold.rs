//! The state after each record, with snapshots to go back to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Command, Effects, Meet, Record, Refused, Rights, StoredRecord};
use crate::id::{MeetId, RecordId};
use crate::order;

/// The most snapshots; at more of them every second one goes, and their distance doubles.
const SNAPSHOTS: usize = 24;

/// What is to be folded, and how it is judged.
#[derive(Clone, Copy)]
pub(super) struct Course<'a> {
    pub(super) order: &'a [Arc<StoredRecord>],
    pub(super) undone: &'a BTreeMap<RecordId, RecordId>,
    pub(super) rights: &'a Rights,
    /// Records of rights, and undoings, that were judged already.
    pub(super) judged: &'a BTreeMap<RecordId, Refused>,
}

/// A fold that has come so far.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    meet: Meet,
    done: usize,
    refused: BTreeMap<RecordId, (usize, Refused)>,
    snapshots: Vec<(usize, Meet)>,
    distance: usize,
}

impl Fold {
    pub(super) fn new(meet: MeetId) -> Self {
        Fold { meet: Meet::new(meet), done: 0, refused: BTreeMap::new(), snapshots: Vec::new(), distance: 256 }
    }

    pub(super) fn meet(&self) -> &Meet {
        &self.meet
    }

    pub(super) fn refused(&self) -> impl Iterator<Item = (RecordId, &Refused)> {
        self.refused.iter().map(|(id, (_, why))| (*id, why))
    }

    pub(super) fn why(&self, id: RecordId) -> Option<&Refused> {
        self.refused.get(&id).map(|(_, why)| why)
    }

    /// Goes back to where `at` records were folded, or a little further.
    pub(super) fn back_to(&mut self, at: usize) {
        if at >= self.done {
            return;
        }
        self.snapshots.retain(|(done, _)| *done <= at);
        let (done, meet) = self.snapshots.last().cloned().unwrap_or_else(|| (0, Meet::new(self.meet.id())));
        (self.done, self.meet) = (done, meet);
        self.refused.retain(|_, (position, _)| *position < done);
    }

    /// Folds all that is not folded yet.
    pub(super) fn run(&mut self, course: Course<'_>) {
        while let Some(stored) = course.order.get(self.done) {
            if let Err(why) = self.step(&stored.record, course) {
                self.refused.insert(stored.record.id, (self.done, why));
            }
            self.advance();
        }
    }

    /// Folds one more record; it is not counted as folded when it is refused.
    pub(super) fn push(&mut self, record: &Record, course: Course<'_>) -> Result<Effects, Refused> {
        let effects = self.step(record, course)?;
        self.advance();
        Ok(effects)
    }

    fn step(&mut self, record: &Record, course: Course<'_>) -> Result<Effects, Refused> {
        if course.undone.contains_key(&record.id) {
            return Ok(Effects::default());
        }
        if let Some(why) = course.judged.get(&record.id) {
            return Err(why.clone());
        }
        course.rights.allows(record, &self.meet)?;
        self.meet.apply(record)
    }

    fn advance(&mut self) {
        self.done += 1;
        if !self.done.is_multiple_of(self.distance) {
            return;
        }
        self.snapshots.push((self.done, self.meet.clone()));
        if self.snapshots.len() > SNAPSHOTS {
            self.distance *= 2;
            self.snapshots.retain(|(done, _)| done.is_multiple_of(self.distance));
        }
    }
}

/// Which records are undone, and by which: an undoing that is itself undone undoes nothing. Last to first, because
/// every undoing stands after what it undoes. The others are judged.
pub(super) fn undoings(
    order: &[Arc<StoredRecord>],
    rights: &Rights,
    judged: &mut BTreeMap<RecordId, Refused>,
) -> BTreeMap<RecordId, RecordId> {
    let undoing = |stored: &&Arc<StoredRecord>| matches!(stored.record.command, Command::Undo(_));
    let last_first: Vec<&Arc<StoredRecord>> = order.iter().filter(undoing).rev().collect();
    if last_first.is_empty() {
        return BTreeMap::new();
    }
    let places = order::map(order.iter().enumerate().map(|(at, stored)| (stored.record.id, at)));
    let mut undone = BTreeMap::new();
    for stored in last_first {
        let Command::Undo(target) = stored.record.command else { continue };
        if undone.contains_key(&stored.record.id) {
            continue;
        }
        let before = places.get(&target).filter(|at| Some(*at) < places.get(&stored.record.id));
        let found = before.and_then(|at| order.get(*at));
        match can_undo(&stored.record, target, found.map(|found| &found.record.command), rights) {
            Ok(()) => drop(undone.insert(target, stored.record.id)),
            Err(why) => drop(judged.insert(stored.record.id, why)),
        }
    }
    undone
}

/// Whether a record may undo another, of which the command is known if it stands before.
pub(super) fn can_undo(
    record: &Record,
    target: RecordId,
    command: Option<&Command>,
    rights: &Rights,
) -> Result<(), Refused> {
    match command {
        None => Err(Refused::NoRecord(target)),
        Some(Command::Organise(_) | Command::Grant { .. } | Command::Revoke { .. }) => Err(Refused::NotUndone(target)),
        Some(_) if !rights.allows_undo(record.id.device, target) => Err(rights.refusal(record.id.device)),
        Some(_) => Ok(()),
    }
}
