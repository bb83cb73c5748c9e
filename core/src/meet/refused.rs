//! Why a command was refused.

use std::fmt;

use super::{NotAwarded, NotSanctioned, NotSubstituted, NotTaken, Right, Unlike};
use crate::admission::NotAdmitted;
use crate::bracket::{BuildError, ChangeError};
use crate::draw::{Difference, DrawError};
use crate::format::PlanError;
use crate::id::{AwardId, DeviceId, EntryId, EventId, MatchId, MeetId, PersonId, RecordId, UnitId};
use crate::regulations::{Defect, Sport};

/// Why a record was refused. The meet is as before.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The record is of another meet.
    OtherMeet(MeetId),
    /// Records of this device before it are missing.
    Gap(RecordId),
    /// There are no regulations yet.
    NoRegulations,
    /// There are regulations, and entries by them.
    RegulationsStand,
    /// The regulations have defects.
    Defects(Vec<Defect>),
    /// The record is of a kind that only a later version of the program knows.
    LaterVersion,
    /// No record of this id stands before this one.
    NoRecord(RecordId),
    /// What the record did is not undone like this: rights are taken back.
    NotUndone(RecordId),
    /// The meet is not held under a key, so there are no rights to give out.
    NotOrganised,
    /// The meet is held under another key.
    OtherKey,
    /// The device has, or had, a right already.
    RightTwice(DeviceId),
    /// The device has no right to be taken back.
    NoRight(DeviceId),
    /// The right of the device does not go so far.
    NotAllowed(Right),
    /// A word of the review under another name than that of the device's holder.
    OtherName(String),
    /// No unit of this id.
    NoUnit(UnitId),
    /// Two units have this name or id.
    UnitTwice(String),
    /// No person of this id.
    NoPerson(PersonId),
    /// The id belongs to a person of another unit.
    PersonElsewhere(PersonId),
    /// No event of this name.
    NoEvent(EventId),
    /// This copy of the journal only follows another one of the same device, which writes.
    Following,
    /// The records of the meet are still being read.
    Opening,
    /// The entry has withdrawn already.
    Withdrawn(EntryId),
    /// A name is empty.
    NoName,
    /// The results of the match differ: staff decide.
    Disputed(MatchId),
    /// Others stand in the match than those the result is about.
    OtherEntrants(MatchId),
    /// No entry of this id in the event.
    NoEntry(EntryId),
    /// The id belongs to another entry.
    EntryTwice(EntryId),
    /// The sport is not held.
    NoSport(Sport),
    /// The event is drawn: its entries stand.
    Drawn(EventId),
    /// The draw of the event is announced; another announcement needs a reason.
    Announced(EventId),
    /// The draw of the event is announced: its format stands until the announcement is undone.
    FormatAnnounced(EventId),
    /// A draw by table has no lot, so there is nothing to announce.
    NoLot(EventId),
    /// The draw is not the one that was announced.
    NotAsAnnounced(Unlike),
    /// The place of an entry is set by hand without a reason, or where positions are ranks, which are not set.
    ByHand(EntryId),
    /// The event is not drawn.
    NotDrawn(EventId),
    /// The event has no groups, or not this one.
    NoGroup(u16),
    /// The lot names entries that are not equal, or not all that are.
    LotNotNeeded,
    /// The order is not the one that the seed of the lot gives.
    LotDiffers,
    /// A match decided the order, and its result is missing.
    NoMatchResult,
    /// The line-up is not taken.
    Lineup(NotTaken),
    /// Nobody is replaced.
    Substitution(NotSubstituted),
    /// The sanction is not taken up.
    Sanction(NotSanctioned),
    /// The step of a person's admission is not taken.
    Admission(NotAdmitted),
    /// The award is not given.
    Award(AwardId, NotAwarded),
    /// The format does not fit the number of entries.
    Plan(PlanError),
    /// The plan is no graph.
    Build(BuildError),
    /// The draw cannot be made.
    Draw(DrawError),
    /// The draw that was recorded is not the one that its entries and seed give.
    DrawDiffers(Difference),
    /// The bracket refuses.
    Change(ChangeError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::OtherMeet(id) => write!(f, "the record is of meet {id}"),
            Refused::Gap(id) => write!(f, "records before {id} are missing"),
            Refused::NoRegulations => f.write_str("the meet has no regulations"),
            Refused::RegulationsStand => f.write_str("the meet has regulations and entries by them"),
            Refused::Defects(defects) => {
                write!(f, "regulations with {} defects", defects.len())?;
                defects.iter().try_for_each(|defect| write!(f, "; {defect}"))
            }
            Refused::LaterVersion => f.write_str("the record is of a later version"),
            Refused::NoRecord(id) => write!(f, "no record {id} before this one"),
            Refused::NotUndone(id) => write!(f, "record {id} gives or takes rights: take them back instead"),
            Refused::NotOrganised => f.write_str("the meet is not held under a key"),
            Refused::OtherKey => f.write_str("the meet is held under another key"),
            Refused::RightTwice(id) => write!(f, "device {id} had a right already"),
            Refused::NoRight(id) => write!(f, "device {id} has no right"),
            Refused::NotAllowed(right) => write!(f, "not allowed: {right:?}"),
            Refused::OtherName(_) => f.write_str("a word of the review under another name than the holder's"),
            Refused::Following => f.write_str("another copy of the journal writes"),
            Refused::Opening => f.write_str("the records are still being read"),
            Refused::Withdrawn(id) => write!(f, "entry {id} has withdrawn"),
            Refused::NoName => f.write_str("a name is empty"),
            Refused::Disputed(id) => write!(f, "the results of match {id} differ"),
            Refused::OtherEntrants(id) => write!(f, "others stand in match {id}"),
            Refused::NoUnit(id) => write!(f, "no unit {id}"),
            Refused::UnitTwice(name) => write!(f, "two units are called {name}"),
            Refused::NoPerson(id) => write!(f, "no person {id}"),
            Refused::PersonElsewhere(id) => write!(f, "person {id} is of another unit"),
            Refused::NoEvent(id) => write!(f, "no event {id}"),
            Refused::NoEntry(id) => write!(f, "no entry {id}"),
            Refused::EntryTwice(id) => write!(f, "entry {id} stands twice"),
            Refused::NoSport(sport) => write!(f, "sport {} is not held", sport.code()),
            Refused::Drawn(id) => write!(f, "event {id} is drawn"),
            Refused::Announced(id) => write!(f, "the draw of event {id} is announced"),
            Refused::FormatAnnounced(id) => write!(f, "the draw of event {id} is announced in its format"),
            Refused::NoLot(id) => write!(f, "the draw of event {id} has no lot"),
            Refused::NotAsAnnounced(Unlike::Secret) => f.write_str("the seed is not the one announced"),
            Refused::NotAsAnnounced(Unlike::Entrants) => f.write_str("other entries than announced"),
            Refused::NotAsAnnounced(Unlike::ByHand) => f.write_str("other places set by hand than announced"),
            Refused::ByHand(id) => write!(f, "the place of entry {id} cannot be set"),
            Refused::NotDrawn(id) => write!(f, "event {id} is not drawn"),
            Refused::NoGroup(group) => write!(f, "no group {group}"),
            Refused::LotNotNeeded => f.write_str("the lot does not name entries that are equal"),
            Refused::LotDiffers => f.write_str("the order is not that of the seed"),
            Refused::NoMatchResult => f.write_str("the result of the match is missing"),
            Refused::Lineup(why) => match why {
                NotTaken::NoTie(id) => write!(f, "event {id} has no team ties"),
                NotTaken::NoList(id) => write!(f, "event {id} has no match lists"),
                NotTaken::Committed(id) => write!(f, "team {id} has handed in its line-up"),
                NotTaken::NotCommitted(id) => write!(f, "team {id} has not handed in its line-up"),
                NotTaken::Differ(id) => write!(f, "team {id} has handed in two line-ups"),
                NotTaken::Opened => f.write_str("a line-up of the tie is open"),
                NotTaken::Unlike => f.write_str("the line-up is not the one handed in"),
                NotTaken::Faults { faults, .. } => write!(f, "a line-up with {} faults", faults.len()),
            },
            Refused::Substitution(why) => write!(f, "nobody is replaced: {why:?}"),
            Refused::Sanction(why) => write!(f, "no sanction: {why:?}"),
            Refused::Admission(why) => write!(f, "not admitted: {why:?}"),
            Refused::Award(id, why) => write!(f, "award {id} is not given: {why:?}"),
            Refused::Plan(error) => error.fmt(f),
            Refused::Build(error) => error.fmt(f),
            Refused::Draw(error) => error.fmt(f),
            Refused::DrawDiffers(difference) => difference.fmt(f),
            Refused::Change(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

impl From<NotAdmitted> for Refused {
    fn from(why: NotAdmitted) -> Self {
        Refused::Admission(why)
    }
}

impl From<ChangeError> for Refused {
    fn from(error: ChangeError) -> Self {
        Refused::Change(error)
    }
}
