//! The two classes that events are entered in.

/// Men or women, as entry forms and document numbers tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Men.
    Male,
    /// Women.
    Female,
}
