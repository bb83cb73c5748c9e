//! A sheet while it is read: cells arrive in any order and stay within the budget.

use gongsai::table::{Cell, Table};

use crate::budget::Budget;
use crate::unreadable::Unreadable;

/// A block of merged cells, both ends included, rows and columns from 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Merge {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

/// The cells read so far. A row is only as long as its last cell that holds something.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    rows: Vec<Vec<Cell>>,
    width: usize,
}

impl Grid {
    /// Puts a cell where it belongs; blank cells take no room.
    pub(crate) fn put(&mut self, place: (u32, u32), cell: Cell, budget: &mut Budget) -> Result<(), Unreadable> {
        if cell.is_blank() {
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            budget.spend_text(text.len())?;
        }
        let (row, column) = (place.0 as usize, place.1 as usize);
        if row >= self.rows.len() {
            budget.spend(row + 1 - self.rows.len())?;
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else {
            return Ok(());
        };
        if column >= cells.len() {
            budget.spend(column + 1 - cells.len())?;
            cells.resize(column + 1, Cell::Empty);
            self.width = self.width.max(column + 1);
        }
        if let Some(slot) = cells.get_mut(column) {
            *slot = cell;
        }
        Ok(())
    }

    /// Gives each blank cell of a merged block, as far as the sheet is used, the value of the first.
    pub(crate) fn fill(&mut self, merge: Merge, budget: &mut Budget) -> Result<(), Unreadable> {
        let value = self.rows.get(merge.first.0 as usize).and_then(|row| row.get(merge.first.1 as usize));
        let Some(value) = value.filter(|cell| !cell.is_blank()).cloned() else {
            return Ok(());
        };
        let height = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let width = u32::try_from(self.width).unwrap_or(u32::MAX);
        let rows = merge.first.0..=merge.last.0.min(height.saturating_sub(1));
        let columns = merge.first.1..=merge.last.1.min(width.saturating_sub(1));
        for row in rows {
            for column in columns.clone() {
                budget.spend(1)?;
                let here = self.rows.get(row as usize).and_then(|cells| cells.get(column as usize));
                if here.is_none_or(Cell::is_blank) {
                    self.put((row, column), value.clone(), budget)?;
                }
            }
        }
        Ok(())
    }

    /// The first cell.
    pub(crate) fn first(&self) -> &Cell {
        self.rows.first().and_then(|row| row.first()).unwrap_or(&Cell::Empty)
    }

    /// The finished table; nothing when no cell holds anything.
    pub(crate) fn into_table(self, name: &str) -> Option<Table> {
        (!self.rows.is_empty()).then(|| Table { name: name.to_owned(), rows: self.rows, ..Table::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn merged_units_are_filled_down_to_the_last_used_row() {
        let mut budget = Budget::for_file(0).unwrap();
        let mut grid = Grid::default();
        for row in 0..3 {
            grid.put((row, 0), text("罗军勇"), &mut budget).unwrap();
        }
        grid.put((0, 1), text("太原市总工会"), &mut budget).unwrap();
        grid.fill(Merge { first: (0, 1), last: (1_048_575, 16_383) }, &mut budget).unwrap();
        let table = grid.into_table("乒乓球").unwrap();
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.rows[2], [text("罗军勇"), text("太原市总工会")]);
    }

    #[test]
    fn a_cell_at_the_far_corner_of_a_huge_sheet_is_refused() {
        let mut budget = Budget::for_file(0).unwrap();
        let far = Grid::default().put((u32::MAX, u32::MAX), text("x"), &mut budget);
        assert!(matches!(far, Err(Unreadable::TooManyCells { .. })));
    }
}
