//! A challenge 异议 to the admission of a person.
//!
//! The deposit is returned where the challenge is upheld; the unit challenged has the burden of proof, and its silence
//! upholds the challenge.

use super::Candidacy;
use crate::date::Date;
use crate::id::UnitId;

/// Who challenges.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Challenger {
    /// A unit of the meet.
    Unit(UnitId),
    /// Somebody else, by name.
    Other(String),
}

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Who is challenged.
    pub who: Candidacy,
    /// By whom.
    pub by: Challenger,
    /// What was deposited, in yuan.
    pub deposit: u16,
    /// The grounds, as written.
    pub grounds: String,
    /// The day it came in.
    pub on: Date,
    /// The last day for an answer.
    pub respond_by: Date,
    /// The answer.
    pub answer: Option<Answer>,
    /// The decision.
    pub ruling: Option<Ruling>,
}

/// The answer of the unit challenged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// As written.
    pub text: String,
    /// The day it came in.
    pub on: Date,
}

/// The decision on a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Whether the challenge is right: the person fails and the deposit is returned.
    pub upheld: bool,
    /// Why.
    pub reason: String,
    /// The day.
    pub on: Date,
}
