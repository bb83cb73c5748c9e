//! Formats as plans: which matches there are, and who comes into them. Knows numbers, not names.
//!
//! | format | module |
//! |---|---|
//! | single elimination, places played out | [`knockout`] |
//! | groups, then a knockout by a fixed table or a second draw | [`groups_knockout`] |
//! | everybody against everybody | [`round_robin`] |

mod assignment;
pub mod byes;
pub(crate) mod crossing;
mod error;
pub mod groups_knockout;
pub mod knockout;
pub mod round_robin;
pub mod seeds;
pub mod snake;

pub use error::PlanError;

use crate::id::MatchId;
use crate::regulations::{DrawTable, FormatRule};
use crate::side::BySide;
use groups_knockout::GroupsKnockout;

/// The plan of a format for this many entrants; `table` is the book that places the byes.
///
/// Groups are as many as hold all entrants when none is greater than the size of the regulations; no two differ by
/// more than one.
///
/// ```
/// use gongsai::format;
/// use gongsai::regulations::{DrawTable, FormatRule};
/// let rule = FormatRule::Knockout { places: 4 };
/// let plan = format::plan(&rule, DrawTable::Cn, 11)?;
/// assert_eq!(plan.matches.len(), 11);
/// assert!(format::plan(&rule, DrawTable::Cn, 1).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] when the format cannot be played with this number.
pub fn plan(rule: &FormatRule, table: DrawTable, entrants: u16) -> Result<Plan, PlanError> {
    match *rule {
        FormatRule::Knockout { places } => knockout::plan(places, table, entrants),
        FormatRule::GroupsKnockout { group_size, through, crossing, third_place } => {
            if !(2..=64).contains(&group_size) {
                return Err(PlanError::GroupSize { group_size });
            }
            if through > group_size {
                return Err(PlanError::Through { through, group_size });
            }
            if entrants < 2 {
                return Err(PlanError::TooFew { entrants, least: 2 });
            }
            let groups = groups_knockout::groups_of(entrants, group_size);
            let places = if third_place { 4 } else { 2 };
            groups_knockout::plan(GroupsKnockout { groups, through, crossing, places }, table, entrants)
        }
    }
}

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
