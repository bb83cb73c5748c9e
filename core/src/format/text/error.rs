//! Why a text is no plan.

use std::fmt;

/// Why a text is no plan: the line, and what is wrong in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextError {
    /// The line, from 1; the line after the last where something is missing.
    pub line: usize,
    /// What is wrong.
    pub reason: TextReason,
}

/// What is wrong with a line of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextReason {
    /// The line is none of those known.
    Line,
    /// A number is missing, is none, or is too great.
    Number,
    /// The id of a match is none.
    Id,
    /// A slot is none of those known.
    Slot,
    /// This is said twice.
    Twice,
    /// A group does not follow the one before it.
    Group,
    /// The number of entrants or that of positions is not said.
    Missing,
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            TextReason::Line => "no line of a plan",
            TextReason::Number => "not a number of those possible",
            TextReason::Id => "not the id of a match",
            TextReason::Slot => "not a slot",
            TextReason::Twice => "said twice",
            TextReason::Group => "not the next group",
            TextReason::Missing => "entrants or positions are missing",
        };
        write!(f, "line {}: {reason}", self.line)
    }
}

impl std::error::Error for TextError {}
