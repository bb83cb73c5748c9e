//! Workbooks and CSV files as plain tables of cells, and forms to be filled in as workbooks.
//!
//! Bytes in, [`Table`]s out, and a table back into bytes: this crate opens no file, and it holds no sentence. What a form
//! in the tables says, the module `gongsai::entry` reads.
//!
//! Whatever writes a file for spreadsheets passes its texts through [`plain_text`], as [`to_csv`] does.

#![warn(missing_docs, missing_debug_implementations)]

mod budget;
mod bytes;
mod compound;
mod csv;
mod csv_writer;
mod formula;
mod grid;
mod kind;
mod number;
mod ods;
mod package;
mod unreadable;
mod version;
mod workbook;
mod xls;
mod xls_records;
mod xls_strings;
mod xlsx;
mod xlsx_writer;

pub use budget::{MOST_BYTES, MOST_CELLS, MOST_TEXT, MOST_UNPACKED};
pub use csv_writer::to_csv;
pub use formula::plain_text;
pub use unreadable::{Other, Unreadable};
pub use xlsx_writer::{packed, to_xlsx};

use budget::Budget;
use gongsai::table::Table;
use kind::Kind;

/// The sheets of a file: XLSX, XLS or ODS workbooks and CSV, told apart by their content, whatever the name says.
///
/// Hidden sheets are left out (they hold drop-down lists, and nobody at the desk could see what was taken in), and so
/// are blank ones; of our own form the hidden version is told ([`Table::version`]). Merged cells are filled. Numbers with more digits than a spreadsheet keeps are
/// [`Cell::Damaged`](gongsai::table::Cell::Damaged). The name serves a CSV file, whose one table has no name.
///
/// # Errors
/// [`Unreadable`] says why there is no table.
///
/// ```
/// use gongsai::table::Cell;
/// use gongsai_sheets::{Other, Unreadable, read};
/// let tables = read("代表队,类别\n太原市总工会,city\n".as_bytes(), "units.csv").unwrap();
/// assert_eq!(tables[0].name, "units");
/// assert_eq!(tables[0].rows[1][1], Cell::Text("city".to_owned()));
/// assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0", "form.xlsx"), Err(Unreadable::Other(Other::Picture)));
/// ```
pub fn read(bytes: &[u8], name: &str) -> Result<Vec<Table>, Unreadable> {
    let mut budget = Budget::for_file(bytes.len())?;
    let tables = match kind::of(bytes, name)? {
        Kind::Xlsx => workbook::guarded(|| xlsx::read(bytes, &mut budget)),
        Kind::Xls => workbook::guarded(|| xls::read(bytes, &mut budget)),
        Kind::Ods => workbook::guarded(|| ods::read(bytes, &mut budget)),
        Kind::Text => csv::read(bytes, name, &mut budget),
    }?;
    if tables.is_empty() { Err(Unreadable::Empty) } else { Ok(tables) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Unreadable) {
        assert_eq!(read(bytes, "form.xlsx"), Err(expected));
    }

    #[test]
    fn what_is_no_workbook_is_named_so() {
        check(b"", Unreadable::Empty);
        check(b" \r\n\r\n", Unreadable::Empty);
        check(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Unreadable::Other(Other::Pdf));
        check(b"<html><table></table></html>", Unreadable::Other(Other::Page));
        check(b"PK\x03\x04 cut short", Unreadable::Damaged);
        check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut short", Unreadable::Damaged);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_unseen() {
        let size = MOST_BYTES + 1;
        check(&vec![0; size], Unreadable::TooLarge { bytes: size, most: MOST_BYTES });
    }
}
