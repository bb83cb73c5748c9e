//! Why a step is not taken.

use super::{Candidacy, State};
use crate::date::Date;
use crate::id::RecordId;

/// Why a step is not taken. Everything is as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdmitted {
    /// The reviewer said the same already; another one has to.
    SameReviewer,
    /// Nobody is named, or nobody is left to be.
    Nobody,
    /// The step does not follow on the state of this person.
    State(Candidacy, State),
    /// Something that weighs was found of this person, who is not passed with others.
    Found(Candidacy),
    /// So many people of the sports are undecided.
    StillOpen(usize),
    /// A notice has to be posted for so many days at least.
    TooShort(u16),
    /// The notice hangs until that day.
    NoticeHangs(Date),
    /// Challenges are taken between these days.
    OutsideNotice(Date, Date),
    /// The deposit is so much at least, in yuan.
    Deposit(u16),
    /// A unit does not challenge its own people.
    OwnUnit,
    /// Only units of the meet may challenge.
    UnitsOnly,
    /// No challenge stands in this record.
    NoChallenge(RecordId),
    /// The challenge is answered already, or decided.
    Closed(RecordId),
    /// The last day for an answer was that one.
    TooLate(Date),
    /// An answer may still come until that day.
    MayAnswer(Date),
    /// Nobody answered in time: the challenge is upheld.
    Unanswered,
    /// The reason is missing.
    NoReason,
}
