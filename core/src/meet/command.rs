//! What a person can ask of a meet.

use crate::bracket::DrawStage;
use crate::eligibility::{Decision, Verdict};
use crate::entry::{Entry, Unit};
use crate::finding::{Code, Severity};
use crate::id::{EntryId, EventId, MatchId, PersonId, UnitId};
use crate::person::Person;
use crate::regulations::{RegulationsDraft, Sport};
use crate::score::Outcome;

/// What a review found of one person in one sport; the facts behind it stay in the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The person.
    pub person: PersonId,
    /// The sport.
    pub sport: Sport,
    /// The verdict of the rules.
    pub verdict: Verdict,
    /// The codes of the findings with their weight, notes included.
    pub codes: Vec<(Code, Severity)>,
}

/// What a review found of a unit's team in one sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamReviewed {
    /// The unit.
    pub unit: UnitId,
    /// The sport.
    pub sport: Sport,
    /// The codes of the findings; none for a valid team.
    pub codes: Vec<Code>,
}

/// A draw that was made: everything that an outsider needs to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// The entries in the order in which they went into the draw.
    pub entrants: Vec<EntryId>,
    /// The seed, in words or digits as it was announced.
    pub seed: String,
    /// The version of the drawing procedure.
    pub procedure: u16,
    /// The positions of the plan and who came to them; positions left out stay empty.
    pub placings: Vec<(u16, EntryId)>,
}

/// What a person asked for. Replay carries out what was asked and never draws or reviews anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Hold the meet by these regulations.
    SetRegulations(RegulationsDraft),
    /// Invite units.
    AddUnits(Vec<Unit>),
    /// Take in a unit's entries in a sport; they replace those taken in before.
    TakeIn {
        /// The unit.
        unit: UnitId,
        /// The sport.
        sport: Sport,
        /// The people on the form.
        people: Vec<Person>,
        /// Their entries.
        entries: Vec<Entry>,
    },
    /// Keep the outcome of a review.
    Review {
        /// Of people.
        people: Vec<Reviewed>,
        /// Of teams.
        teams: Vec<TeamReviewed>,
    },
    /// Decide on a person: the review group's word beside the engine's.
    Decide {
        /// The person.
        person: PersonId,
        /// The sport.
        sport: Sport,
        /// The decision.
        decision: Decision,
        /// Why, in the review group's words.
        reason: String,
    },
    /// Keep a draw.
    Draw(Drawn),
    /// Enter a result.
    Result {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The result.
        outcome: Outcome,
    },
    /// Correct a result.
    Correct {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The right result.
        outcome: Outcome,
        /// Whether later results that follow from the wrong one are set aside.
        cascade: bool,
    },
    /// Break a tie that no rule breaks: the order drawn by lot among entries that are equal.
    Lot {
        /// The event.
        event: EventId,
        /// The group, from 1.
        group: u16,
        /// The equal entries, first to last.
        order: Vec<EntryId>,
    },
}
