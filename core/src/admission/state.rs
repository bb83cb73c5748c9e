//! How far the admission of a person in a sport is.

use crate::date::Date;

/// How far the admission of a person in a sport is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// On a form that was taken in, and not reviewed.
    Submitted,
    /// People have to decide.
    Open,
    /// Sent back to the unit.
    Returned {
        /// The last day to correct it; none where none was named.
        until: Option<Date>,
    },
    /// A reviewer said a word that counts when another says the same.
    Proposed,
    /// Passed, and the delegation has not checked the unit's list.
    Unendorsed,
    /// Passed.
    Passed,
    /// Not admitted.
    Failed,
    /// Named in the notice of this number, from 1.
    Published {
        /// The number of the notice.
        notice: u16,
    },
    /// Named in a notice and challenged.
    Challenged,
    /// Admitted for good.
    Final,
    /// There on the day, papers seen.
    CheckedIn {
        /// The day.
        on: Date,
    },
    /// Replaced by another person.
    Withdrawn,
    /// Taken out by a sanction.
    Disqualified,
}

impl State {
    /// Whether people still have to do something before the sport's list can be posted.
    #[must_use]
    pub fn is_undecided(self) -> bool {
        matches!(self, State::Submitted | State::Open | State::Returned { .. } | State::Proposed | State::Unendorsed)
    }

    /// Whether the admission stands for good: nothing but a decision to reopen it changes it.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, State::Final | State::CheckedIn { .. })
    }
}
