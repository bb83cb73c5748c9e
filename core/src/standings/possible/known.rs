//! What is known of open matches and of those who are equal so far.

use super::contest::Points;

/// What is known of an open match: a node of the tree, and at an end perhaps something of the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) node: usize,
    pub(super) points: Known,
}

/// What is known of the points of a match, side A's first, beyond what its node says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Nothing,
    /// How many side A is ahead by.
    Ahead(i64),
    All(Points),
}

/// Entrants equal so far (bits), the criterion that comes next, and the best of their places, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set {
    pub(super) equal: u64,
    pub(super) next: usize,
    pub(super) first: u32,
}

/// Places of one entrant, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) shown: u64,
    pub(super) allowed: u64,
}
