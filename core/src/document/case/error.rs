//! Why a case cannot be answered.

use std::fmt;

use crate::bracket::BuildError;
use crate::draw::DrawError;
use crate::format::PlanError;
use crate::format::text::TextError;
use crate::regulations::{Defect, DefectKind};
use crate::score::ScoreError;

/// Why a case cannot be answered: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseError {
    /// The path of the value (`matches[2].winner`); empty for the case as a whole.
    pub path: String,
    /// What is wrong.
    pub reason: CaseReason,
}

/// What is wrong with a value of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CaseReason {
    /// The text is no JSON; the reader's own words.
    Json(String),
    /// The value is needed and is not there.
    Missing,
    /// The value is of another kind than the one named.
    Expected(&'static str),
    /// The text is none of those allowed.
    NotOneOf(&'static [&'static str]),
    /// The rules cannot be read.
    Defect(DefectKind),
    /// No built-in rule set or system has this name.
    UnknownName(String),
    /// No entrant has this name.
    NoSuchEntrant(String),
    /// The name stands twice.
    Twice(String),
    /// An entrant meets itself.
    OneEntrant,
    /// The score has no winner.
    NoWinner,
    /// The value contradicts the scores beside it.
    Contradiction,
    /// The games are not those of a match of this length.
    WrongLength {
        /// The greatest number of games.
        best_of: u16,
    },
    /// The score cannot be right.
    Score(ScoreError),
    /// The tie system has defects.
    System(Vec<Defect>),
    /// The format cannot be played like this.
    Plan(PlanError),
    /// The text is no plan.
    PlanText(TextError),
    /// The plan is no graph of matches.
    Graph(BuildError),
    /// The draw cannot be made.
    Draw(DrawError),
    /// The receipt is of a procedure of drawing that this version does not know.
    Procedure {
        /// The version on the receipt.
        found: u16,
        /// The newest version known.
        known: u16,
    },
    /// The seed is not the one that was committed to.
    Commitment,
    /// The receipt says something else than the draw gives.
    Differs,
}

impl fmt::Display for CaseReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CaseReason::Json(text) => write!(f, "not JSON: {text}"),
            CaseReason::Missing => f.write_str("missing"),
            CaseReason::Expected(what) => write!(f, "expected {what}"),
            CaseReason::NotOneOf(names) => write!(f, "expected one of {}", names.join(", ")),
            CaseReason::Defect(kind) => kind.fmt(f),
            CaseReason::UnknownName(name) => write!(f, "nothing is called {name}"),
            CaseReason::NoSuchEntrant(name) => write!(f, "no entrant is called {name}"),
            CaseReason::Twice(name) => write!(f, "{name} stands twice"),
            CaseReason::OneEntrant => f.write_str("both sides are the same entrant"),
            CaseReason::NoWinner => f.write_str("the score has no winner"),
            CaseReason::Contradiction => f.write_str("contradicts the scores of the match"),
            CaseReason::WrongLength { best_of } => write!(f, "not the games of a match of best of {best_of}"),
            CaseReason::Score(error) => error.fmt(f),
            CaseReason::System(defects) => {
                f.write_str("not a tie system")?;
                defects.iter().try_for_each(|defect| write!(f, "; {defect}"))
            }
            CaseReason::Plan(error) => error.fmt(f),
            CaseReason::PlanText(error) => error.fmt(f),
            CaseReason::Graph(error) => error.fmt(f),
            CaseReason::Draw(error) => error.fmt(f),
            CaseReason::Procedure { found, known } => write!(f, "procedure {found} is not known, only up to {known}"),
            CaseReason::Commitment => f.write_str("not the commitment to this seed"),
            CaseReason::Differs => f.write_str("not what the draw gives"),
        }
    }
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { self.reason.fmt(f) } else { write!(f, "{}: {}", self.path, self.reason) }
    }
}

impl std::error::Error for CaseError {}

impl CaseError {
    /// The same error of a case that lies in another at this path.
    pub(in crate::document) fn inside(self, path: &str) -> CaseError {
        let path = if self.path.is_empty() { path.to_owned() } else { format!("{path}.{}", self.path) };
        CaseError { path, ..self }
    }

    /// The error as JSON: `{"error":{"path":…,"reason":…}}`.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::json!({ "error": { "path": self.path, "reason": self.reason.to_string() } }).to_string()
    }
}
