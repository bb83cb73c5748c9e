//! When what is private of a meet's people is to be gone (eligibility §6.4): nothing is kept longer than it is needed.

use super::{Command, Journal};
use crate::date::Date;

impl Journal {
    /// The day from which the private facts of a meet are to be erased: so many days after the last result as the
    /// regulations say. None while anything is still to be played, and for a meet without events.
    ///
    /// The last result is dated by the clock of the device that wrote it (UTC): it decides nothing but this.
    ///
    /// # Complexity
    /// Linear in the records and matches.
    ///
    /// ```
    /// use gongsai::id::MeetId;
    /// use gongsai::meet::Journal;
    /// assert_eq!(Journal::new(MeetId(7)).facts_due(), None);
    /// ```
    #[must_use]
    pub fn facts_due(&self) -> Option<Date> {
        let regulations = self.meet().regulations()?;
        let mut events = regulations.events.iter().filter(|event| self.meet().entries_of(&event.id).next().is_some());
        let is_over = |event: &crate::regulations::Event| {
            let state = self.meet().event(&event.id);
            state.is_some_and(|state| state.bracket().matches().all(|found| found.over))
        };
        if !events.all(is_over) {
            return None;
        }
        let results = self.records().iter().filter(|stored| {
            let is_result = matches!(
                stored.record.command,
                Command::Result { .. } | Command::Correct { .. } | Command::Rule { .. } | Command::Sanction(_)
            );
            is_result && self.counts(stored.record.id)
        });
        let last = results.map(|stored| stored.record.at).max()?.day()?;
        Date::from_unix_day(last.unix_day() + i64::from(regulations.procedure.keep_days))
    }
}
