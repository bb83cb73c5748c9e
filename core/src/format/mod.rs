//! Formats as plans: which matches there are, and who comes into them. Knows numbers, not names.
//!
//! | format | module |
//! |---|---|
//! | single elimination, places played out, preliminary matches | [`knockout`] |
//! | two defeats to go out, final with or without a second one | [`double_elimination`] |
//! | a second knockout for those who lost early, or feed-in | [`consolation`] |
//! | two further knockouts for those who lost early | [`curtis`] |
//! | knockouts in four or eight directions of the compass | [`compass`] |
//! | Page playoff of four | [`page_playoff`] |
//! | from the last upwards, one after another | [`stepladder`] |
//! | groups of any sizes | [`groups`] |
//! | everybody against everybody, once or twice | [`round_robin`] |
//! | groups, then any of these by a table or a second draw; several in a row | [`stages`] |

mod assignment;
pub mod byes;
pub mod compass;
pub mod consolation;
pub(crate) mod crossing;
pub(crate) mod crossing_table;
pub mod curtis;
pub mod double_elimination;
mod error;
pub mod groups;
pub mod knockout;
pub mod page_playoff;
pub mod round_robin;
mod rounds;
pub mod routing;
pub mod seeds;
pub mod snake;
pub mod stages;
pub mod stepladder;
pub mod text;

pub use error::PlanError;

use crate::id::{MatchId, Part};
use crate::regulations::{DrawTable, FormatRule};
use crate::side::{BySide, Side};
use knockout::Preliminaries;

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
/// assert!(format::plan(&rule, DrawTable::Cn, 0).is_err());
/// # Ok::<(), gongsai::format::PlanError>(())
/// ```
///
/// # Errors
/// [`PlanError`] when the format cannot be played with this number.
pub fn plan(rule: &FormatRule, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    match *rule {
        FormatRule::Knockout { places } => knockout::plan(places, table, Preliminaries::None, entrants),
        FormatRule::Preliminaries { places } => knockout::plan(places, table, Preliminaries::Played, entrants),
        FormatRule::DoubleElimination { finals } => double_elimination::plan(finals, table, entrants),
        FormatRule::Consolation { fed } => consolation::plan(fed, table, entrants),
        FormatRule::Curtis => curtis::plan(table, entrants),
        FormatRule::Compass { directions } => compass::plan(directions, table, entrants),
        FormatRule::PagePlayoff => page_playoff::plan(entrants),
        FormatRule::Stepladder => stepladder::plan(entrants),
        FormatRule::RoundRobin { order, legs } => round_robin::plan(order, legs, entrants),
        FormatRule::Groups(ref rule) => stages::groups_then(rule, table, entrants),
    }
}

/// Who comes into one side of a match, or takes a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The entrant drawn to this position, from 1, top to bottom.
    Position(u32),
    /// The winner of a match.
    Winner(MatchId),
    /// The loser of a match.
    Loser(MatchId),
    /// The loser of a match, if it was the first one that the loser played: before it there was a bye or a walkover.
    FirstLoser(MatchId),
    /// The loser of a match, if the loser had played one before.
    LaterLoser(MatchId),
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
    pub places: Option<(u32, u32)>,
    /// When it is played at all; always, if nothing is said. Of a match that is not played, the winner is who won the
    /// match named here.
    pub only_if: Option<OnlyIf>,
}

/// A match is played only if this side wins another one, which feeds it with both its winner and its loser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnlyIf {
    /// The match before.
    pub id: MatchId,
    /// The side that must win it.
    pub winner: Side,
}

impl PlannedMatch {
    /// A match that is always played, and says nothing of places.
    #[must_use]
    pub fn new(id: MatchId, a: Slot, b: Slot) -> PlannedMatch {
        PlannedMatch { id, slots: BySide { a, b }, places: None, only_if: None }
    }
}

/// What places those who come out of groups in a second draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// The lot.
    Lot,
    /// The table of the fixed crossing, with entries exchanged so that those of a unit are kept apart. There is no lot.
    Table,
}

/// The knockout of a plan whose entrants come out of groups by a second draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondDraw {
    /// What places them.
    pub by: By,
    /// How many of each group go on.
    pub through: u16,
    /// How many of the next rank go on besides: the first of the last group, which compares them.
    pub best: u16,
    /// The first position of the knockout; the positions of the groups come before it.
    pub first: u32,
    /// The number of its positions, a power of two.
    pub size: u32,
    /// The positions that stay empty.
    pub byes: Vec<u32>,
}

/// The matches of an event and the feeds between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The number of entrants.
    pub entrants: u32,
    /// The number of positions, those of a second draw included.
    pub positions: u32,
    /// The positions of the first draw that stay empty.
    pub byes: Vec<u32>,
    /// The matches, each after those that feed it.
    pub matches: Vec<PlannedMatch>,
    /// The members of each group, in the order of their numbers in it.
    pub groups: Vec<Vec<Slot>>,
    /// The second draw, where the format has one.
    pub second_draw: Option<SecondDraw>,
    /// Who takes the places from 1 on; shared places (the losers of one round) hold the same number.
    pub places: Vec<(u32, Slot)>,
}

impl Plan {
    /// The positions of each group that is drawn; those of a group fed by other groups are left out.
    #[must_use]
    pub fn drawn_groups(&self) -> Vec<Vec<u32>> {
        let position = |slot: &Slot| if let Slot::Position(position) = slot { Some(*position) } else { None };
        self.groups.iter().map(|group| group.iter().filter_map(position).collect()).collect()
    }

    /// Whether a group is not played but compares those of one rank of other groups, by what they won there.
    ///
    /// # Complexity
    /// O(m) for m matches.
    #[must_use]
    pub fn compares(&self, group: u16) -> bool {
        let members = usize::from(group).checked_sub(1).and_then(|index| self.groups.get(index));
        let ranks = |members: &Vec<Slot>| members.iter().all(|slot| matches!(slot, Slot::Rank { .. }));
        let played = || self.matches.iter().any(|planned| planned.id.part == Part::Group(group));
        members.is_some_and(|members| members.len() > 1 && ranks(members)) && !played()
    }

    /// How many of a group go on, the first of its ranks; none where nobody does.
    ///
    /// # Complexity
    /// O(m) for m matches.
    #[must_use]
    pub fn through(&self, group: u16) -> u16 {
        if let Some(draw) = &self.second_draw {
            return if self.compares(group) { draw.best } else { draw.through };
        }
        let fed =
            |slots: &Vec<Slot>| slots.iter().any(|slot| matches!(slot, Slot::Rank { group: of, .. } if *of == group));
        let groups = (1..).zip(&self.groups).filter(|(number, slots)| fed(slots) && !self.compares(*number));
        let members = groups.flat_map(|(_, slots)| slots);
        let sides = self.matches.iter().flat_map(|planned| [&planned.slots.a, &planned.slots.b]);
        let ranks = members.chain(sides).filter_map(|slot| match slot {
            Slot::Rank { group: of, rank } if *of == group => Some(*rank),
            _ => None,
        });
        ranks.max().unwrap_or(0)
    }

    /// The plan of so many entrants who play nothing and have no place.
    #[must_use]
    pub fn empty(entrants: u32) -> Plan {
        Plan {
            entrants,
            positions: entrants,
            byes: Vec::new(),
            matches: Vec::new(),
            groups: Vec::new(),
            second_draw: None,
            places: Vec::new(),
        }
    }
}
