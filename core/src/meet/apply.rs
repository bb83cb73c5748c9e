//! The fold: one record after another.

use super::{Command, Meet, Record, Refused};
use crate::bracket::Touched;
use crate::id::EventId;

/// What a record changed, for those who show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The event whose bracket changed, with what was touched in it.
    pub event: Option<(EventId, Touched)>,
}

impl Meet {
    /// Carries out a record. Incremental: a result costs the matches that it touches.
    ///
    /// # Errors
    /// [`Refused`]; the meet is then as before.
    pub fn apply(&mut self, record: &Record) -> Result<Effects, Refused> {
        if record.meet != self.id {
            return Err(Refused::OtherMeet(record.meet));
        }
        match &record.command {
            Command::SetRegulations(draft) => self.set_regulations(draft),
            Command::AddUnits(units) => self.add_units(units),
            Command::TakeIn { unit, sport, people, entries } => self.take_in(*unit, *sport, people, entries),
            Command::Review { people, teams } => self.keep_review(people, teams),
            Command::Decide { person, sport, decision, reason: _ } => self.decide(*person, *sport, *decision),
            Command::Draw(drawn) => self.keep_draw(drawn),
            Command::Result { event, id, outcome } => self.play(event, *id, outcome, None),
            Command::Correct { event, id, outcome, cascade } => self.play(event, *id, outcome, Some(*cascade)),
            Command::Lot { event, group, order } => self.keep_lot(event, *group, order),
        }
    }
}
