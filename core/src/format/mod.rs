//! Formats as plans: which matches there are, and who comes into them. Knows numbers, not names.

use crate::id::MatchId;
use crate::side::BySide;

/// Who comes into one side of a match, or takes a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The entrant drawn to this position, from 1, top to bottom.
    Position(u16),
    /// The winner of a match.
    Winner(MatchId),
    /// The loser of a match.
    Loser(MatchId),
    /// The entrant of this rank in this group, both from 1.
    Rank {
        /// The group.
        group: u16,
        /// The rank in it.
        rank: u16,
    },
    /// Nobody: the other side goes on without a match.
    Bye,
}

/// One match of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedMatch {
    /// The id.
    pub id: MatchId,
    /// Who comes in.
    pub slots: BySide<Slot>,
    /// The best and the worst place that its two entrants can still reach; none in groups.
    pub places: Option<(u16, u16)>,
}

/// The knockout of a plan whose entrants come out of groups by a second draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondDraw {
    /// How many of each group go on.
    pub through: u16,
    /// The first position of the knockout; the positions of the groups come before it.
    pub first: u16,
    /// The number of its positions, a power of two.
    pub size: u16,
    /// The positions that stay empty.
    pub byes: Vec<u16>,
}

/// The matches of an event and the feeds between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The number of entrants.
    pub entrants: u16,
    /// The number of positions, those of a second draw included.
    pub positions: u16,
    /// The positions of the first draw that stay empty.
    pub byes: Vec<u16>,
    /// The matches, each after those that feed it.
    pub matches: Vec<PlannedMatch>,
    /// The positions of each group.
    pub groups: Vec<Vec<u16>>,
    /// The second draw, where the format has one.
    pub second_draw: Option<SecondDraw>,
    /// Who takes the places from 1 on; shared places (the losers of one round) hold the same number.
    pub places: Vec<(u16, Slot)>,
}
