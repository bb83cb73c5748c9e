//! XLS workbooks (BIFF5 and BIFF8).

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};
use gongsai::table::Table;

use crate::budget::Budget;
use crate::grid::{Grid, Merge};
use crate::unreadable::Unreadable;
use crate::{version, workbook};

/// The sheets that can be seen, but for blank ones. The file has passed [`crate::compound::inspect`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    let mut tables = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).map_err(|error| unreadable(&error))?;
        let mut grid = Grid::default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            if let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) {
                grid.put((top.saturating_add(row), left.saturating_add(column)), workbook::cell(data), budget)?;
            }
        }
        for merged in book.merge_cells_by_sheet_name(&name).map_err(|error| unreadable(&error))? {
            grid.fill(Merge { first: merged.start, last: merged.end }, budget)?;
        }
        tables.extend(grid.into_table(&name));
    }
    let lists = book.worksheet_range(version::LISTS).ok();
    let first = lists.as_ref().and_then(|lists| lists.get_value((0, 0)));
    version::note(&mut tables, &first.map(workbook::cell).unwrap_or_default());
    Ok(tables)
}

fn unreadable(error: &XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}
