//! What a person can ask of a meet.

use std::collections::BTreeSet;

use super::{Announced, Drawn, LotBy, Right, Sanction, Substitution};
use crate::admission::Step;
use crate::date::Date;
use crate::eligibility::{Decision, Verdict};
use crate::entry::{Entry, Unit};
use crate::finding::{Code, Severity};
use crate::id::{AwardId, DeviceId, EntryId, EventId, MatchId, PersonId, RecordId, UnitId};
use crate::key::PublicKey;
use crate::lineup::{Lineup, LineupCommitment};
use crate::person::Person;
use crate::regulations::{RegulationsDraft, Sport, Value};
use crate::score::Outcome;
use crate::side::BySide;

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

/// Where and when a match is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub day: Date,
    /// The court, from 1; a table in table tennis.
    pub court: u16,
    /// When it begins, in minutes since midnight.
    pub start: u16,
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A unit.
    Unit(UnitId),
    /// A person.
    Person(PersonId),
    /// An entry.
    Entry(EntryId),
}

/// What a person asked for. Replay carries out what was asked and never draws or reviews anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Hold the meet by these regulations.
    SetRegulations(RegulationsDraft),
    /// Play an event that is not drawn in another format; the rest of the regulations stands.
    SetFormat {
        /// The event.
        event: EventId,
        /// The format, as regulations write it.
        format: Value,
        /// The set of rules that ranks its groups; none keeps what the regulations say.
        ranking: Option<String>,
    },
    /// Judge people by these rules of eligibility, as regulations write them; the rest of the regulations stands. Reviews
    /// that were made by other rules stay until they are made anew.
    SetRules {
        /// The rules, by their ids.
        rules: Value,
        /// The procedure of review; none keeps what the regulations say.
        review: Option<Value>,
    },
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
        /// People of whom the form says what the one before said: their reviews stand.
        unchanged: Vec<PersonId>,
        /// Those of the people who are officials alone: they play nothing, and are not judged as players are.
        officials: Vec<PersonId>,
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
        /// The last day to correct what is sent back.
        until: Option<Date>,
    },
    /// A step on the way to a final list of people.
    Admit(Step),
    /// Put another person in the place of one who cannot play.
    Substitute(Substitution),
    /// Carry out a sanction.
    Sanction(Sanction),
    /// Publish what will be drawn, and the commitment to the secret seed.
    AnnounceDraw(Announced),
    /// Keep a draw.
    Draw(Drawn),
    /// Enter a result.
    Result {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Between whom; none for those who stand in the match when the record is folded.
        entries: Option<BySide<EntryId>>,
        /// The result.
        outcome: Outcome,
    },
    /// Correct a result.
    Correct {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Between whom, as for a result.
        entries: Option<BySide<EntryId>>,
        /// The right result.
        outcome: Outcome,
        /// Whether later results that follow from the wrong one are set aside.
        cascade: bool,
    },
    /// Decide between results that differ, or on one that stands: the word of the staff.
    Rule {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// Between whom, as for a result.
        entries: Option<BySide<EntryId>>,
        /// The result that counts.
        outcome: Outcome,
        /// Why.
        reason: String,
        /// Whether later results that follow from another result are set aside.
        cascade: bool,
    },
    /// Take an entry out of its event: it is not drawn, or loses what it has not played.
    Withdraw {
        /// The event.
        event: EventId,
        /// The entry.
        entry: EntryId,
        /// Why.
        reason: String,
    },
    /// Break a tie that no rule breaks: the order of entries that are equal, by lot or by a match.
    Lot {
        /// The event.
        event: EventId,
        /// The group, from 1.
        group: u16,
        /// The equal entries, first to last.
        order: Vec<EntryId>,
        /// How it came about.
        by: LotBy,
    },
    /// Say where and when matches are played.
    Schedule {
        /// The event.
        event: EventId,
        /// The matches, each with its court and time.
        slots: Vec<(MatchId, Slot)>,
    },
    /// Hand in the hidden line-up of a team for a tie.
    CommitLineup {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The team.
        entry: EntryId,
        /// The commitment to the line-up and its secret.
        commitment: LineupCommitment,
    },
    /// Open a line-up that was handed in, when that of the other side is in too.
    OpenLineup {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The team.
        entry: EntryId,
        /// The line-up.
        lineup: Lineup,
        /// The secret that went into the commitment.
        secret: String,
    },
    /// Name the people of a team for a match without line-ups; this list replaces the one before.
    MatchList {
        /// The event.
        event: EventId,
        /// The match.
        id: MatchId,
        /// The team.
        entry: EntryId,
        /// Whom it names.
        people: BTreeSet<PersonId>,
    },
    /// Give an award of the committee.
    Award {
        /// The award.
        award: AwardId,
        /// To whom.
        to: Named,
        /// Why, in the committee's words.
        reason: String,
    },
    /// Correct a name; nothing else changes.
    Rename {
        /// Whose.
        what: Named,
        /// The right name.
        name: String,
    },
    /// Let a record count no more. Undoing this record lets it count again.
    Undo(RecordId),
    /// Hold the meet under a key: from then on its records are signed, and the holder of the key gives out rights.
    Organise(PublicKey),
    /// Give a device the right to write.
    Grant {
        /// The device.
        device: DeviceId,
        /// The key that it signs with.
        key: PublicKey,
        /// Who holds it.
        name: String,
        /// What it may write.
        right: Right,
    },
    /// Take the right of a device back.
    Revoke {
        /// The device.
        device: DeviceId,
        /// The last of its records that counts; 0 for none.
        until: u32,
    },
    /// What a later version of the program wrote. It is kept as it is, and counts where it is understood.
    Later(String),
}

impl Command {
    /// Whether it changes who may write and what counts of the journal, and nothing of the meet itself.
    pub(super) fn is_of_the_journal(&self) -> bool {
        matches!(self, Command::Undo(_) | Command::Organise(_) | Command::Grant { .. } | Command::Revoke { .. })
    }
}
