//! The public notice 公示 of who passed.

use std::collections::BTreeSet;

use super::Candidacy;
use crate::date::Date;

/// A public notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Who is named.
    pub people: BTreeSet<Candidacy>,
}

impl Notice {
    /// The days that it hangs, the first and the last included; 0 where the last is before the first.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.until.unix_day() - self.from.unix_day() + 1).max(0)
    }
}
