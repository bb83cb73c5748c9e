//! Articles of the regulations.

use std::fmt;
use std::sync::Arc;

/// An article of the regulations as it is quoted (`第五条(一)`). Cheap to clone; empty where the regulations name none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clause(Arc<str>);

impl Clause {
    /// The article with this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Clause(name.trim().into())
    }

    /// The name as it is quoted.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
