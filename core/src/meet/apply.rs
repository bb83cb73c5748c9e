//! The fold: one record after another.

use super::play::NewClaim;
use super::{Command, Meet, Record, Refused};
use crate::admission::Correction;
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
            Command::SetFormat { event, format, ranking } => self.set_format(event, format, ranking.as_deref()),
            Command::SetRules { rules, review } => self.set_rules(rules, review.as_ref()),
            Command::AddUnits(units) => self.add_units(units),
            Command::TakeIn { unit, sport, people, entries, unchanged, officials } => {
                self.take_in((*unit, *sport), people, entries, unchanged, officials)
            }
            Command::Review { people, teams } => self.keep_review(people, teams),
            Command::Decide { person, sport, decision, reason, until } => {
                let correction = Correction { reason: reason.clone(), until: *until };
                self.decide(record, (*person, *sport), *decision, correction)
            }
            Command::Substitute(substitution) => self.substitute(substitution),
            Command::Sanction(sanction) => self.sanction(record, sanction),
            Command::Admit(step) => self.admit(record, step),
            Command::AnnounceDraw(announced) => self.announce(announced),
            Command::Draw(drawn) => self.keep_draw(drawn),
            Command::Result { event, id, entries, outcome } => {
                self.play(record, NewClaim { event, id: *id, entries: *entries, outcome, cascade: false })
            }
            Command::Correct { event, id, entries, outcome, cascade }
            | Command::Rule { event, id, entries, outcome, cascade, reason: _ } => {
                self.play(record, NewClaim { event, id: *id, entries: *entries, outcome, cascade: *cascade })
            }
            Command::Withdraw { event, entry, reason: _ } => self.withdraw(event, *entry),
            Command::Lot { event, group, order, by } => self.keep_lot(event, *group, order, by),
            Command::Schedule { event, slots } => self.keep_slots(event, slots),
            Command::CommitLineup { event, id, entry, commitment } => {
                self.commit_lineup(event, *id, *entry, *commitment)
            }
            Command::OpenLineup { event, id, entry, lineup, secret } => {
                self.open_lineup(event, *id, *entry, lineup, secret)
            }
            Command::MatchList { event, id, entry, people } => self.keep_match_list(event, *id, *entry, people),
            Command::Award { award, to, reason } => self.award(award, *to, reason),
            Command::Rename { what, name } => self.rename(*what, name),
            Command::Organise(key) if key.meet() != self.id => Err(Refused::OtherKey),
            // These change what counts of the journal, not the meet: see `Journal`.
            Command::Undo(_) | Command::Organise(_) | Command::Grant { .. } | Command::Revoke { .. } => {
                Ok(Effects::default())
            }
            Command::Later(_) => Err(Refused::LaterVersion),
        }
    }
}
