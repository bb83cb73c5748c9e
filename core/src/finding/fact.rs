//! The values behind a finding.

use std::fmt;

use crate::date::Date;

/// One value behind a finding, for the sentence that words it and the desk that shows it.
#[derive(Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number of things (players, months, years); the code says which.
    Count(u32),
    /// A day.
    Date(Date),
    /// A text from a form, a register or the regulations.
    Text(String),
}

/// Shows numbers alone: days and texts may be private, and no log may hold them.
impl fmt::Debug for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fact::Count(count) => write!(f, "Count({count})"),
            Fact::Date(_) => f.write_str("Date(…)"),
            Fact::Text(_) => f.write_str("Text(…)"),
        }
    }
}
