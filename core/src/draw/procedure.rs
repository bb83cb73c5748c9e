//! The versions of the drawing procedure.

/// The version that draws. It changes whenever the same seed would give another draw.
pub const PROCEDURE: u16 = 2;

/// A version of the drawing procedure that is known: old receipts are checked by the one that made them.
///
/// ```
/// use gongsai::draw::{PROCEDURE, Procedure};
/// assert_eq!(Procedure::of(1), Some(Procedure::First));
/// assert_eq!(Procedure::of(PROCEDURE), Some(Procedure::Even));
/// assert_eq!(Procedure::of(PROCEDURE + 1), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Procedure {
    /// Version 1: every draw is among the best, but some of the best come up more often than others. It knows no
    /// places set by hand.
    First,
    /// Version 2: the best placings of a pot are equally likely, as told at [`crate::draw::knockout`].
    #[default]
    Even,
}

impl Procedure {
    /// The procedure of this version; none for one that is not known.
    #[must_use]
    pub fn of(version: u16) -> Option<Procedure> {
        match version {
            1 => Some(Procedure::First),
            PROCEDURE => Some(Procedure::Even),
            _ => None,
        }
    }

    /// Its version.
    #[must_use]
    pub fn version(self) -> u16 {
        match self {
            Procedure::First => 1,
            Procedure::Even => PROCEDURE,
        }
    }
}
