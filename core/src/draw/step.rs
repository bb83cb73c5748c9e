//! The steps of a draw, one a ball: what a ceremony shows.

/// The pot that an entrant is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pot {
    /// The seeds of these numbers in seeding order, from 1: one tier, or one row of groups.
    Seeds {
        /// The first.
        from: u16,
        /// The last.
        to: u16,
    },
    /// Those without a seed.
    Unseeded,
    /// The winners of these groups.
    Winners {
        /// The first group.
        from: u16,
        /// The last group.
        to: u16,
    },
    /// Those who came out of their groups with this rank, from 2.
    Rank(u16),
    /// Those whose places the staff set before the draw.
    Locked,
}

/// Where an entrant goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// To a position of a knockout, from 1.
    Position(u32),
    /// Into a group.
    Group {
        /// The group, from 1.
        group: u16,
        /// The row, from 1: the entrant's number in the group.
        row: u16,
    },
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The book leaves one place for one entrant.
    Forced,
    /// The lot, within what the book and the separation of units allow.
    Lot,
    /// The table of a crossing, of which it leaves the place to another of its rank, so that those of a unit are kept apart.
    Exchanged,
    /// The staff, by hand and with a reason.
    Hand,
}

/// One step of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The entrant, as an index into the list that was drawn.
    pub entrant: usize,
    /// From which pot.
    pub pot: Pot,
    /// To which place.
    pub spot: Spot,
    /// What decided.
    pub how: How,
}
