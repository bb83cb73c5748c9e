//! Which match an arrow key leads to.

use gongsai::id::MatchId;
use gongsai::publication::{Cell, Tree};

/// A direction in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    /// To the round before.
    Left,
    /// To the round after.
    Right,
}

impl Direction {
    /// The direction of an arrow key.
    pub(super) fn of_key(key: &str) -> Option<Direction> {
        match key {
            "ArrowUp" => Some(Direction::Up),
            "ArrowDown" => Some(Direction::Down),
            "ArrowLeft" => Some(Direction::Left),
            "ArrowRight" => Some(Direction::Right),
            _ => None,
        }
    }
}

/// The match beside one: above or below in its round, or the nearest of the round beside it.
pub(super) fn neighbour(trees: &[Tree], id: MatchId, direction: Direction) -> Option<MatchId> {
    let tree = trees.iter().find(|tree| tree.holds(id.part))?;
    let at = |column: usize| tree.columns.get(column).map(|column| column.cells.as_slice());
    let (column, row, cell) = tree.columns.iter().enumerate().find_map(|(column, cells)| {
        let row = cells.cells.iter().position(|cell| cell.id == id)?;
        Some((column, row, cells.cells[row]))
    })?;
    match direction {
        Direction::Up => at(column)?.get(row.checked_sub(1)?),
        Direction::Down => at(column)?.get(row + 1),
        Direction::Left => nearest(at(column.checked_sub(1)?)?, &cell),
        Direction::Right => nearest(at(column + 1)?, &cell),
    }
    .map(|cell| cell.id)
}

fn nearest<'a>(cells: &'a [Cell], to: &Cell) -> Option<&'a Cell> {
    let middle = |cell: &Cell| 2 * cell.row + cell.span;
    cells.iter().min_by_key(|cell| middle(cell).abs_diff(middle(to)))
}
