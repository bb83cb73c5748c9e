//! What a check of people's data says: never an error that stops, always a list to be shown.

mod code;
mod fact;

pub use code::Code;
pub use fact::Fact;

use crate::clause::Clause;
use crate::id::{PersonId, UnitId};

/// How much a finding weighs, lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Only informs (an exemption that was used, a row that was skipped).
    Note,
    /// Allowed, but counted in a quota class.
    Limited,
    /// A person must look.
    Review,
    /// A team or line-up that must be changed; condemns nobody.
    TeamInvalid,
    /// A rule is broken on known facts.
    Ineligible,
    /// The row, sheet or file is not taken in.
    Refused,
}

/// A place in an imported file. Rows count from 1, columns from 0 (A).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The name of the sheet; the name of the file where it is about the file as a whole.
    pub sheet: String,
    /// The row, from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The column, from 0; none for the whole row.
    pub column: Option<u16>,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A place in an imported file.
    Place(Place),
    /// A person.
    Person(PersonId),
    /// The team of a unit in a sport.
    Team(UnitId),
}

/// One thing that a check found. Its facts may be private; its code and clause never are.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was found.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// The article that asks for it; none for findings about files.
    pub clause: Option<Clause>,
    /// The numbers, days and names behind it, in the order that the code's wording expects.
    pub facts: Vec<Fact>,
}

/// Something made from people's data, with everything found on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked<T> {
    /// What was made.
    pub output: T,
    /// What was found, in the order of the data.
    pub findings: Vec<Finding>,
}
