//! ODS workbooks. Merged cells are not filled: calamine does not tell them.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader, SheetVisible};
use gongsai::table::Table;

use crate::budget::{Budget, MOST_CELLS};
use crate::grid::Grid;
use crate::unreadable::Unreadable;
use crate::workbook;

/// The sheets that can be seen, but for blank ones.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    let mut tables = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(|error| unreadable(&error))?;
        let mut grid = Grid::default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let place = (u32::try_from(row), u32::try_from(column));
            if let (Ok(row), Ok(column)) = place {
                grid.put((top.saturating_add(row), left.saturating_add(column)), workbook::cell(data), budget)?;
            }
        }
        tables.extend(grid.into_table(&name));
    }
    Ok(tables)
}

fn unreadable(error: &OdsError) -> Unreadable {
    match error {
        OdsError::Password => Unreadable::Encrypted,
        OdsError::CellLimitExceeded { .. } => Unreadable::TooManyCells { most: MOST_CELLS },
        OdsError::InvalidMime(_) => Unreadable::NotAWorkbook,
        _ => Unreadable::Damaged,
    }
}
