//! The trees of a knockout: which match stands where. Knows no names and no results, so it stays as it is while an
//! event is played.

use std::collections::BTreeMap;

use super::title::{Title, title};
use crate::bracket::Bracket;
use crate::format::Slot;
use crate::id::{EntryId, MatchId, Part};
use crate::order;
use crate::side::BySide;

/// One match in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The match.
    pub id: MatchId,
    /// The first row, from 1.
    pub row: u32,
    /// The number of rows: the match stands in their middle.
    pub span: u32,
    /// The sides that are fed by a match of the column before: a line is drawn from it.
    pub fed: BySide<bool>,
    /// Whether its winner goes on inside the tree: a line is drawn to there.
    pub feeds: bool,
}

/// One round of a tree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// The round, from 1.
    pub round: u16,
    /// What it is called.
    pub title: Title,
    /// Its matches, top to bottom.
    pub cells: Vec<Cell>,
}

/// One tree: the knockout, or the matches for one range of places.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tree {
    /// The part of the plan.
    pub part: Part,
    /// The number of rows.
    pub rows: u32,
    /// The rounds, first to last.
    pub columns: Vec<Column>,
}

/// The trees of an event, the knockout first, then the placement matches from the best places on. None in an event
/// of groups alone.
///
/// # Complexity
/// O(m log m) for m matches.
#[must_use]
pub fn trees(bracket: &Bracket) -> Vec<Tree> {
    let planned = &bracket.plan().matches;
    let slots = order::map(planned.iter().map(|planned| (planned.id, planned.slots)));
    let ids = planned.iter().map(|planned| planned.id).filter(|id| !matches!(id.part, Part::Group(_)));
    let parts = order::groups(ids.map(|id| (id.part, id)));
    parts.into_iter().map(|(part, ids)| Layout { bracket, slots: &slots, part }.tree(&ids)).collect()
}

struct Layout<'a> {
    bracket: &'a Bracket,
    slots: &'a BTreeMap<MatchId, BySide<Slot>>,
    part: Part,
}

impl Layout<'_> {
    fn tree(&self, ids: &[MatchId]) -> Tree {
        let mut columns: Vec<(u16, Cell)> = Vec::new();
        let mut rows = 0;
        let roots = ids.iter().filter(|id| self.next(**id).is_none());
        for root in roots {
            let height = 1u32.checked_shl(u32::from(root.round - self.first_round(ids))).unwrap_or(1);
            self.place(*root, rows + 1, height, &mut columns);
            rows += height;
        }
        let columns = order::groups(columns).into_iter().map(|(round, mut cells)| {
            order::sort_by_key(&mut cells, |cell| (cell.row, cell.id));
            let title = cells.first().map_or(Title::Of(0), |cell| title(self.bracket, cell.id));
            Column { round, title, cells }
        });
        Tree { part: self.part, rows, columns: columns.collect() }
    }

    fn first_round(&self, ids: &[MatchId]) -> u16 {
        ids.iter().map(|id| id.round).min().unwrap_or(1)
    }

    /// The next match of the winner inside the tree.
    fn next(&self, id: MatchId) -> Option<MatchId> {
        self.bracket.next_of_winner(id).filter(|next| next.part == self.part)
    }

    /// The match that feeds a slot inside the tree.
    fn feeder(&self, slot: Slot) -> Option<MatchId> {
        match slot {
            Slot::Winner(id) if id.part == self.part => Some(id),
            Slot::Winner(_)
            | Slot::Loser(_)
            | Slot::FirstLoser(_)
            | Slot::LaterLoser(_)
            | Slot::Position(_)
            | Slot::Rank { .. }
            | Slot::Bye => None,
        }
    }

    /// Puts a match in the middle of its rows, and those that feed it above and below.
    fn place(&self, id: MatchId, row: u32, span: u32, columns: &mut Vec<(u16, Cell)>) {
        let Some(slots) = self.slots.get(&id) else { return };
        let feeders = slots.map(|slot| self.feeder(slot));
        let fed = feeders.map(|feeder| feeder.is_some());
        columns.push((id.round, Cell { id, row, span, fed, feeds: self.next(id).is_some() }));
        let half = (span / 2).max(1);
        if let Some(feeder) = feeders.a {
            self.place(feeder, row, half, columns);
        }
        if let Some(feeder) = feeders.b {
            self.place(feeder, row + span - half, half, columns);
        }
    }
}

/// The way of one entrant through an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The matches that it stands in, in the order of the plan.
    pub stands: Vec<MatchId>,
    /// The matches that it comes to if it wins from now on; none once it is out or through.
    pub ahead: Vec<MatchId>,
}

/// The way of an entrant: where it stands, and where it comes to by winning.
#[must_use]
pub fn path(bracket: &Bracket, entry: EntryId) -> Path {
    let mut path = Path::default();
    let mut last = None;
    for view in bracket.matches() {
        let sides = view.occupants.iter().find(|(_, occupant)| occupant.entry() == Some(entry));
        let Some((side, _)) = sides else { continue };
        path.stands.push(view.id);
        let through = view.played.is_none_or(|played| played.tally.winner == Some(side));
        last = through.then_some(view.id);
    }
    while let Some(next) = last.and_then(|id| bracket.next_of_winner(id)) {
        if !path.stands.contains(&next) {
            path.ahead.push(next);
        }
        last = Some(next);
    }
    path
}
