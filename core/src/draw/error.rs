//! Why a draw cannot be made.

use std::fmt;

use super::LockError;

/// Why a draw cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawError {
    /// A draw is among at least two.
    TooFew {
        /// The entrants.
        entrants: usize,
    },
    /// More entrants than a draw can hold.
    TooMany {
        /// The entrants.
        entrants: usize,
        /// The greatest number.
        most: u16,
    },
    /// There are no groups, more groups than entrants, or more than a draw can hold.
    Groups {
        /// The groups asked for.
        groups: u16,
        /// The greatest number for these entrants.
        most: u16,
    },
    /// The sizes of the groups do not add up to the entrants, or one is empty.
    GroupSizes {
        /// What they add up to.
        sum: u32,
        /// The entrants.
        entrants: usize,
    },
    /// The seed numbers have a gap: after `before` seeded entrants comes this number, neither the next one nor
    /// `before + 1`.
    SeedNumber {
        /// The number.
        number: u16,
        /// How many are seeded better.
        before: usize,
    },
    /// Groups and ranks count from 1.
    Origin {
        /// The group.
        group: u16,
        /// The rank.
        rank: u16,
    },
    /// Nobody came out of this group with this rank.
    Missing {
        /// The group, from 1.
        group: u16,
        /// The rank, from 1.
        rank: u16,
    },
    /// Two came out of this group with this rank.
    Twice {
        /// The group, from 1.
        group: u16,
        /// The rank, from 1.
        rank: u16,
    },
    /// A place cannot be set by hand.
    Lock {
        /// Which of those set, from 0.
        lock: usize,
        /// Why.
        why: LockError,
    },
}

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DrawError::TooFew { entrants } => write!(f, "{entrants} entrants, at least 2 needed"),
            DrawError::TooMany { entrants, most } => write!(f, "{entrants} entrants, at most {most} possible"),
            DrawError::Groups { groups, most } => write!(f, "{groups} groups, from 1 to {most} possible"),
            DrawError::GroupSizes { sum, entrants } => write!(f, "groups of {sum} in all for {entrants} entrants"),
            DrawError::SeedNumber { number, before } => write!(f, "seed {number} after {before} seeds leaves a gap"),
            DrawError::Origin { group, rank } => write!(f, "rank {rank} of group {group}: both count from 1"),
            DrawError::Missing { group, rank } => write!(f, "nobody of rank {rank} in group {group}"),
            DrawError::Twice { group, rank } => write!(f, "two of rank {rank} in group {group}"),
            DrawError::Lock { lock, why } => write!(f, "place {} set by hand: {why}", lock + 1),
        }
    }
}

impl std::error::Error for DrawError {}
