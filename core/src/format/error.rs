//! Why there is no plan.

use std::fmt;

/// Why a format gives no plan for a number of entrants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// Nobody plays alone.
    TooFew {
        /// The entrants.
        entrants: u32,
        /// The least number.
        least: u32,
    },
    /// More entrants than a plan can hold.
    TooMany {
        /// The entrants.
        entrants: u32,
        /// The greatest number.
        most: u32,
    },
    /// The number of places to be played out is no power of two, or less than 2.
    Places {
        /// The number asked for.
        places: u32,
    },
    /// Groups of this size cannot be made.
    GroupSize {
        /// The size asked for.
        group_size: u16,
    },
    /// The sizes of the groups do not add up to the entrants.
    GroupSizes {
        /// What they add up to.
        sum: u32,
        /// The entrants.
        entrants: u32,
    },
    /// So many cannot be the best of the next rank.
    Best {
        /// The number asked for.
        best: u16,
        /// How many there are of that rank.
        of: u16,
    },
    /// The best of a rank come from groups that no table can know before: they come into a knockout by a second draw.
    BestByTable {
        /// How many of them go on.
        best: u16,
    },
    /// This many cannot go on from a group.
    Through {
        /// How many of each group go on.
        through: u16,
        /// The entrants of a group.
        group_size: u16,
    },
    /// The entrants are so few that the smallest groups are smaller than the number that goes on.
    GroupTooSmall {
        /// The entrants of the smallest group.
        size: u32,
        /// How many of each group go on.
        through: u16,
    },
    /// These pairs cannot all meet in one round: somebody stands in two of them, or is no entrant, or they are too many.
    Pairs {
        /// The pairs.
        pairs: u32,
    },
    /// The next stage does not fit the one before: another number comes out of it, both have matches of the same ids, or
    /// one has a second draw.
    Stages {
        /// The entrants of the next stage.
        entrants: u32,
    },
    /// The table of this crossing is not for so many groups, or not for so many of each.
    Crossing {
        /// The groups.
        groups: u16,
        /// How many of each group go on.
        through: u16,
    },
    /// More groups than a knockout can be crossed from.
    TooManyGroups {
        /// The groups.
        groups: u16,
        /// The greatest number.
        most: u16,
    },
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::TooFew { entrants, least } => write!(f, "{entrants} entrants, at least {least} needed"),
            PlanError::TooMany { entrants, most } => write!(f, "{entrants} entrants, at most {most} possible"),
            PlanError::Places { places } => write!(f, "{places} places: not a power of two from 2"),
            PlanError::GroupSize { group_size } => write!(f, "groups of {group_size}: not from 2 to 64"),
            PlanError::GroupSizes { sum, entrants } => write!(f, "groups of {sum} in all for {entrants} entrants"),
            PlanError::Best { best, of } => write!(f, "the best {best} of {of} cannot go on"),
            PlanError::BestByTable { best } => write!(f, "the best {best} of a rank need a second draw"),
            PlanError::Through { through, group_size } => write!(f, "{through} of {group_size} cannot go on"),
            PlanError::GroupTooSmall { size, through } => write!(f, "{through} go on from a group of {size}"),
            PlanError::Pairs { pairs } => write!(f, "{pairs} pairs do not fit into one round"),
            PlanError::Stages { entrants } => write!(f, "a stage of {entrants} does not fit the one before"),
            PlanError::Crossing { groups, through } => write!(f, "no such crossing for {through} of {groups} groups"),
            PlanError::TooManyGroups { groups, most } => write!(f, "{groups} groups, at most {most} possible"),
        }
    }
}

impl std::error::Error for PlanError {}
