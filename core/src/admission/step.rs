//! The steps that people take on the way to a final list.

use super::{Candidacy, Challenger};
use crate::date::Date;
use crate::id::{RecordId, UnitId};
use crate::regulations::Sport;

/// A step on the way to a final list. Each names its day, where days count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The delegation has checked a unit's list: complete, sealed, its own people.
    Endorse {
        /// The unit.
        unit: UnitId,
        /// The sport.
        sport: Sport,
    },
    /// Looked at and passed: several people at once, of whom nothing was found that weighs.
    Pass {
        /// Who.
        people: Vec<Candidacy>,
    },
    /// Post a public notice of who passed.
    Publish {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
        /// Who is named.
        people: Vec<Candidacy>,
    },
    /// Challenge the admission of a person while the notice hangs.
    Challenge {
        /// Who is challenged.
        who: Candidacy,
        /// By whom.
        by: Challenger,
        /// What was deposited, in yuan.
        deposit: u16,
        /// The grounds, as written.
        grounds: String,
        /// The day it came in.
        on: Date,
    },
    /// Answer a challenge: the burden of proof is on the unit challenged.
    Answer {
        /// The record of the challenge.
        challenge: RecordId,
        /// The answer, as written.
        text: String,
        /// The day it came in.
        on: Date,
    },
    /// Decide on a challenge.
    Rule {
        /// The record of the challenge.
        challenge: RecordId,
        /// Whether the challenge is right.
        upheld: bool,
        /// Why.
        reason: String,
        /// The day.
        on: Date,
    },
    /// Make people of notices that are over final.
    Finalise {
        /// Who.
        people: Vec<Candidacy>,
        /// The day.
        on: Date,
    },
    /// Open a final admission again, by a decision of the committee: the review begins anew.
    Reopen {
        /// Whose.
        who: Candidacy,
        /// Why.
        reason: String,
    },
    /// The person is there and the papers were seen 检录.
    CheckIn {
        /// Who.
        who: Candidacy,
        /// The day.
        on: Date,
    },
}
