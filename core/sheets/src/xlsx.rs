//! XLSX workbooks, read cell by cell.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use gongsai::table::{Cell, Table};

use crate::budget::{Budget, MOST_SHEETS, MOST_UNPACKED};
use crate::grid::{Grid, Merge};
use crate::package;
use crate::unreadable::Unreadable;
use crate::{version, workbook};

/// The sheets that can be seen, but for blank ones.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    check_work(bytes, names.len())?;
    let mut tables = Vec::new();
    for name in names {
        let mut grid = Grid::default();
        // The reader goes cell by cell: a sheet's declared size is never believed, nor room made for it.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| unreadable(&error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
            grid.put(cell.get_position(), workbook::cell_ref(cell.get_value()), budget)?;
        }
        drop(cells);
        for merged in book.merge_cells_by_sheet_name(&name).map_err(|error| unreadable(&error))? {
            grid.fill(Merge { first: merged.start, last: merged.end }, budget)?;
        }
        tables.extend(grid.into_table(&name));
    }
    version::note(&mut tables, &first_cell_of_lists(&mut book));
    Ok(tables)
}

/// The first cell of the sheet that holds the lists of our form; blank where there is none, or none that can be read.
fn first_cell_of_lists(book: &mut Xlsx<Cursor<&[u8]>>) -> Cell {
    let Ok(mut cells) = book.worksheet_cells_reader(version::LISTS) else { return Cell::Empty };
    let first = cells.next_cell().ok().flatten().filter(|cell| cell.get_position() == (0, 0));
    first.map(|cell| workbook::cell_ref(cell.get_value())).unwrap_or_default()
}

/// Refuses more sheets than anybody has, and many that are all one large file: each would be read in turn.
fn check_work(bytes: &[u8], sheets: usize) -> Result<(), Unreadable> {
    const MOST: usize = 20 * MOST_UNPACKED;
    if sheets > MOST_SHEETS {
        return Err(Unreadable::TOO_MANY_CELLS);
    }
    let bytes = package::largest(bytes)?.saturating_mul(sheets);
    if bytes > MOST { Err(Unreadable::TooLarge { bytes, most: MOST }) } else { Ok(()) }
}

fn unreadable(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}
