//! The trees of an event: which match stands where. Knows no names and no results, so it stays as it is while an event
//! is played.

use std::collections::BTreeMap;

use super::title::{Title, title};
use crate::bracket::Bracket;
use crate::format::{PlannedMatch, Slot};
use crate::id::{MatchId, Part};
use crate::order;
use crate::side::{BySide, Side};

/// How a match is joined to the column before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joint {
    /// Matches above and below feed its sides, where it says so: a line is drawn from each.
    Fork(BySide<bool>),
    /// One match of the same rows feeds it; who meets its winner comes from elsewhere.
    Straight,
}

/// One match in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The match.
    pub id: MatchId,
    /// The first row, from 1.
    pub row: u32,
    /// The number of rows: the match stands in their middle.
    pub span: u32,
    /// The lines from the column before.
    pub joint: Joint,
    /// Whether its winner goes on in the next column: a line is drawn to there.
    pub feeds: bool,
}

/// One round of a tree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// The part of its matches: in the tree of the knockout, the preliminary matches come first.
    pub part: Part,
    /// The round in the part, from 1.
    pub round: u16,
    /// What it is called.
    pub title: Title,
    /// Its matches, top to bottom.
    pub cells: Vec<Cell>,
}

/// One tree: the knockout, the loser side, the finals of both, a consolation, the matches for one range of places, or one
/// direction of a compass.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tree {
    /// The part of the plan.
    pub part: Part,
    /// The number of rows.
    pub rows: u32,
    /// The rounds, first to last.
    pub columns: Vec<Column>,
}

impl Tree {
    /// Whether a match of this part stands in the tree.
    #[must_use]
    pub fn holds(&self, part: Part) -> bool {
        self.columns.iter().any(|column| column.part == part)
    }
}

/// The trees of an event: the knockout with its preliminary matches, then the loser side, the finals, the consolations,
/// and the placement matches from the best places on; of a compass its directions, the east first. Every match outside the groups stands in one of them, and none
/// in two. None in an event of groups alone.
///
/// Rows follow from the numbers of the matches, which count empty places of the draw too: a round of half as many
/// matches as the one before stands between them, one of as many stands beside them.
///
/// # Complexity
/// O(m log m) for m matches.
#[must_use]
pub fn trees(bracket: &Bracket) -> Vec<Tree> {
    let planned = bracket.plan().matches.iter().filter_map(|planned| Some((place(planned.id.part)?, planned)));
    let trees = order::groups(planned.map(|((tree, column), planned)| (tree, ((column, planned.id.round), planned))));
    trees.into_iter().filter_map(|(_, matches)| tree(bracket, order::groups(matches))).collect()
}

/// The place of a part among the trees and in its own; none for groups.
fn place(part: Part) -> Option<((u32, u32), u32)> {
    Some(match part {
        Part::Group(_) => return None,
        Part::Preliminary => ((0, 0), 0),
        Part::Winner => ((0, 0), 1),
        Part::Loser => ((1, 0), 0),
        Part::Final => ((2, 0), 0),
        Part::Consolation => ((3, 0), 0),
        Part::SecondConsolation => ((3, 1), 0),
        Part::Placement(place) => ((4, place), 0),
        Part::Compass(direction) => ((5, direction as u32), 0),
    })
}

/// The matches of one round.
type Round<'a> = ((u32, u16), Vec<&'a PlannedMatch>);

fn tree(bracket: &Bracket, rounds: Vec<Round<'_>>) -> Option<Tree> {
    let part = rounds.last()?.1.first()?.id.part;
    let mut columns: Vec<Column> = Vec::with_capacity(rounds.len());
    let (mut rows, mut span) = (0, 1u32);
    let mut before: Option<&[&PlannedMatch]> = None;
    for (_, matches) in &rounds {
        let joints = joints(before, matches);
        if before.is_some() && !joints.values().any(|joint| *joint == Joint::Straight) {
            span = span.saturating_mul(2);
        }
        let mut cells: Vec<Cell> = Vec::with_capacity(matches.len());
        for planned in matches {
            let id = planned.id;
            let row = (id.number - 1).saturating_mul(span).saturating_add(1);
            let joint = joints.get(&id).copied().unwrap_or(Joint::Fork(BySide { a: false, b: false }));
            cells.push(Cell { id, row, span, joint, feeds: false });
            rows = rows.max((row - 1).saturating_add(span));
        }
        order::sort_by_key(&mut cells, |cell| cell.id);
        mark_feeders(columns.last_mut(), matches);
        let id = cells.first()?.id;
        columns.push(Column { part: id.part, round: id.round, title: title(bracket, id), cells });
        before = Some(matches);
    }
    Some(Tree { part, rows, columns })
}

/// How the matches of a round are joined to the round before.
fn joints(before: Option<&[&PlannedMatch]>, matches: &[&PlannedMatch]) -> BTreeMap<MatchId, Joint> {
    let known = order::set(before.into_iter().flatten().map(|planned| planned.id));
    let joint = |planned: &&PlannedMatch| {
        let fed = planned.slots.map(|slot| matches!(slot, Slot::Winner(id) if known.contains(&id)));
        let joint = if is_straight(planned) && fed[Side::B] { Joint::Straight } else { Joint::Fork(fed) };
        (planned.id, joint)
    };
    order::map(matches.iter().map(joint))
}

/// Whether the lower side comes out of the match of the same number: in a round of half as many matches it would be
/// one of twice the number.
pub(super) fn is_straight(planned: &PlannedMatch) -> bool {
    matches!(planned.slots[Side::B], Slot::Winner(id) if id.number == planned.id.number)
}

/// Marks the matches of a column whose winners come into these matches.
fn mark_feeders(column: Option<&mut Column>, matches: &[&PlannedMatch]) {
    let slots = matches.iter().flat_map(|planned| Side::BOTH.map(|side| planned.slots[side]));
    let fed = order::set(slots.filter_map(|slot| if let Slot::Winner(id) = slot { Some(id) } else { None }));
    for cell in column.into_iter().flat_map(|column| &mut column.cells) {
        cell.feeds = fed.contains(&cell.id);
    }
}
