//! The values behind a finding.

use crate::date::Date;

/// One value behind a finding, for the sentence that words it and the desk that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A number of things (players, months, years); the code says which.
    Count(u32),
    /// A day.
    Date(Date),
    /// A text from a form, a register or the regulations.
    Text(String),
}
