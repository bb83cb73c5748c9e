//! The records of an XLS workbook, looked through before calamine makes room for what they claim (MS-XLS 2.3).
//!
//! Calamine reads the records of the workbook up to the first end, and then for each sheet those from where the
//! workbook says that it starts. Whatever stands elsewhere it never sees; so here the same records are looked at.

use crate::budget::{MOST_CELLS, MOST_SHEETS, MOST_TEXT};
use crate::bytes::{u16_at, u32_at};
use crate::unreadable::Unreadable;
use crate::xls_strings;

/// Records that name the sheets and where they start.
const BOUND_SHEET: u16 = 0x0085;
/// The record of a password.
const FILE_PASS: u16 = 0x002F;
const STRINGS: u16 = 0x00FC;
const CONTINUE: u16 = 0x003C;
const DIMENSIONS: u16 = 0x0200;
const DEFINED_NAME: u16 = 0x0018;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00D6;
const SHARED_LABEL: u16 = 0x00FD;
const ROW_OF_NUMBERS: u16 = 0x00BD;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// Number, label, truth value, string, RK number, shared string, row of RK numbers, formula, rich text.
const CELLS: [u16; 8] = [0x0203, LABEL, 0x0205, 0x027E, SHARED_LABEL, ROW_OF_NUMBERS, FORMULA, RICH_LABEL];

/// More records than any file of our size has; sheets may start at the same place, and each is read anew.
const MOST_RECORDS: usize = 20_000_000;

/// More records than any string runs on in: calamine takes each off the front of a list.
const MOST_CONTINUED: usize = 10_000;

/// More bytes than the tokens of a formula have: Excel ends at 1 800.
const MOST_TOKENS: usize = 4_096;

/// Checks what calamine trusts: where sheets start, how large they say they are, where their cells lie, and how much
/// text comes into these.
pub(crate) fn inspect(stream: &[u8]) -> Result<(), Unreadable> {
    let book = Book::read(stream)?;
    let mut sum = Sum::default();
    for start in &book.starts {
        let sheet = stream.get(*start..).filter(|sheet| !sheet.is_empty()).ok_or(Unreadable::Damaged)?;
        sum.add_sheet(sheet, &book)?;
    }
    Ok(())
}

/// What the records of the workbook say.
#[derive(Default)]
struct Book {
    /// Where the sheets start.
    starts: Vec<usize>,
    /// How many characters each shared string has.
    strings: Vec<u16>,
    /// The bytes of the longest name that a formula can hold.
    longest_name: usize,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Book, Unreadable> {
        let mut book = Book::default();
        let mut strings: Vec<&[u8]> = Vec::new();
        let mut of_strings = false;
        let mut continued = 0;
        for (kind, data) in Records(stream) {
            continued = if kind == CONTINUE { continued + 1 } else { 0 };
            if continued > MOST_CONTINUED {
                return Err(Unreadable::Damaged);
            }
            of_strings = kind == STRINGS || (kind == CONTINUE && of_strings);
            match kind {
                FILE_PASS => return Err(Unreadable::Encrypted),
                STRINGS => strings = vec![data],
                CONTINUE if of_strings => strings.push(data),
                BOUND_SHEET => {
                    book.starts.push(u32_at(data, 0).ok_or(Unreadable::Damaged)? as usize);
                    book.hold_name(data.get(6));
                }
                DEFINED_NAME => {
                    check_name(data)?;
                    book.hold_name(data.get(3));
                }
                END => break,
                _ => {}
            }
        }
        if book.starts.len() > MOST_SHEETS {
            return Err(Unreadable::TOO_MANY_CELLS);
        }
        if !strings.is_empty() {
            book.strings = xls_strings::lengths(&strings).ok_or(Unreadable::Damaged)?;
        }
        Ok(book)
    }

    fn hold_name(&mut self, length: Option<&u8>) {
        let bytes = 3 * usize::from(length.copied().unwrap_or(u8::MAX));
        self.longest_name = self.longest_name.max(bytes);
    }
}

/// What all sheets come to.
#[derive(Default)]
struct Sum {
    cells: usize,
    text: usize,
    records: usize,
}

impl Sum {
    fn add_sheet(&mut self, sheet: &[u8], book: &Book) -> Result<(), Unreadable> {
        let mut corner: (usize, usize) = (0, 0);
        // A chart in the sheet has records of its own, which are no cells.
        let (mut begun, mut depth) = (false, 0_usize);
        for (kind, data) in Records(sheet) {
            self.records += 1;
            if self.records > MOST_RECORDS {
                return Err(Unreadable::TOO_MANY_CELLS);
            }
            match kind {
                FILE_PASS => return Err(Unreadable::Encrypted),
                BEGIN if begun => depth += 1,
                BEGIN => begun = true,
                END if depth > 0 => depth -= 1,
                END => break,
                _ if depth > 0 => {}
                DIMENSIONS => check_dimensions(data)?,
                FORMULA_TEXT => self.add_text(usize::from(u16_at(data, 0).ok_or(Unreadable::Damaged)?))?,
                kind if CELLS.contains(&kind) => {
                    let end = end_of_cell(kind, data).ok_or(Unreadable::Damaged)?;
                    corner = (corner.0.max(end.0), corner.1.max(end.1));
                    check_size(corner)?;
                    self.add_text(text_of_cell(kind, data, book)?)?;
                }
                _ => {}
            }
        }
        self.cells = self.cells.saturating_add(corner.0 * corner.1);
        check_size((self.cells, 1))
    }

    fn add_text(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.text = self.text.saturating_add(bytes);
        if self.text > MOST_TEXT { Err(Unreadable::TOO_MUCH_TEXT) } else { Ok(()) }
    }
}

/// The row after that of a cell, and the column after it, or after the last of a row of numbers.
fn end_of_cell(kind: u16, data: &[u8]) -> Option<(usize, usize)> {
    let (row, column) = u16_at(data, 0).zip(u16_at(data, 2))?;
    let cells = if kind == ROW_OF_NUMBERS { data.len().checked_sub(6)? / 6 } else { 1 };
    Some((usize::from(row) + 1, usize::from(column) + cells.max(1)))
}

/// The bytes that the text of a cell takes, at most or nearly so.
fn text_of_cell(kind: u16, data: &[u8], book: &Book) -> Result<usize, Unreadable> {
    match kind {
        FORMULA => {
            // Each token of five bytes may be a name, and is written out.
            let tokens = check_formula(data)?;
            Ok(tokens / 5 * book.longest_name)
        }
        // Room is made for the length that the label claims.
        LABEL | RICH_LABEL => Ok(usize::from(u16_at(data, 6).unwrap_or_default())),
        SHARED_LABEL => {
            let index = u32_at(data, 6).unwrap_or(u32::MAX) as usize;
            Ok(3 * usize::from(book.strings.get(index).copied().unwrap_or_default()))
        }
        _ => Ok(0),
    }
}

/// The size that a sheet declares: first row and the one after the last, as 32 bits (BIFF8) or 16 (before), and the
/// same of columns as 16. Columns are taken to begin with the first: so takes them calamine where they look wrong.
fn check_dimensions(data: &[u8]) -> Result<(), Unreadable> {
    let short = |at| u16_at(data, at).map(u32::from);
    let [rows, columns] = match data.len() {
        14 | 16 => [(u32_at(data, 0), u32_at(data, 4)), (short(8), short(10))],
        _ => [(short(0), short(2)), (short(4), short(6))],
    };
    let size = |(first, end): (Option<u32>, Option<u32>)| {
        let (first, end) = first.zip(end)?;
        let size = end.checked_sub(first)? as usize;
        // Nothing from nought to nought is a blank sheet; nothing elsewhere is nonsense.
        (size > 0 || end == 0).then_some((size, end as usize))
    };
    let ((rows, _), (_, columns)) = size(rows).zip(size(columns)).ok_or(Unreadable::Damaged)?;
    check_size((rows, columns))
}

/// A formula: a fixed part, the length of its tokens, and at least so many tokens. Gives the length.
fn check_formula(data: &[u8]) -> Result<usize, Unreadable> {
    let length = usize::from(u16_at(data, 20).ok_or(Unreadable::Damaged)?);
    if length > MOST_TOKENS || data.len() < 22 + length { Err(Unreadable::Damaged) } else { Ok(length) }
}

/// A defined name: a fixed part, the name, and at least so many tokens as it says.
fn check_name(data: &[u8]) -> Result<(), Unreadable> {
    let length = u16_at(data, 4).ok_or(Unreadable::Damaged)?;
    if data.len() < 15 + usize::from(length) { Err(Unreadable::Damaged) } else { Ok(()) }
}

fn check_size((rows, columns): (usize, usize)) -> Result<(), Unreadable> {
    if rows.saturating_mul(columns) > MOST_CELLS { Err(Unreadable::TOO_MANY_CELLS) } else { Ok(()) }
}

/// The records of a stream: kind, length, data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (u16_at(self.0, 0)?, usize::from(u16_at(self.0, 2)?));
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// A workbook of these records, and of sheets that all start behind them with these.
    fn book(book: &[(u16, &[u8])], sheet: &[(u16, &[u8])], sheets: usize) -> Vec<u8> {
        let all =
            |records: &[(u16, &[u8])]| -> Vec<u8> { records.iter().flat_map(|(k, data)| record(*k, data)).collect() };
        let mut stream = all(book);
        let start = stream.len() + sheets * 12 + 4;
        for _ in 0..sheets {
            let start = u32::try_from(start).unwrap().to_le_bytes();
            stream.extend(record(BOUND_SHEET, &[&start[..], &[0, 0, 1, 0]].concat()));
        }
        stream.extend(record(END, &[]));
        stream.extend(all(sheet));
        stream.extend(record(END, &[]));
        stream
    }

    #[track_caller]
    fn check(kind: u16, data: &[u8], expected: Result<(), Unreadable>) {
        assert_eq!(inspect(&book(&[], &[(kind, data)], 1)), expected);
    }

    const MANY: Result<(), Unreadable> = Err(Unreadable::TOO_MANY_CELLS);

    #[test]
    fn records_that_would_cost_the_earth_are_refused() {
        check(0x0203, &[1, 0, 1, 0], Ok(()));
        check(0x0203, &[0xFF, 0xFF, 0xFF, 0xFF], MANY);
        check(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0], MANY);
        check(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0], MANY);
        check(0x0200, &[0; 14], Ok(()));
        check(0x0006, &[0; 21], Err(Unreadable::Damaged));
        check(0x0200, &[9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], Err(Unreadable::Damaged));
        check(0x00BD, &[&[0xFF, 0xFF, 0, 0][..], &[0; 6 * 1000 + 2]].concat(), MANY);
        check(FILE_PASS, &[1, 0], Err(Unreadable::Encrypted));
        let name = inspect(&record(DEFINED_NAME, &[0, 0, 0, 0, 9, 0, 0, 0]));
        assert_eq!(name, Err(Unreadable::Damaged));
        assert_eq!(inspect(&record(BOUND_SHEET, &[0xFF, 0xFF, 0, 0, 0, 0])), Err(Unreadable::Damaged));
        assert_eq!(inspect(&record(FILE_PASS, &[1, 0])), Err(Unreadable::Encrypted));
    }

    #[test]
    fn sheets_that_are_all_one_count_each() {
        let far: &[(u16, &[u8])] = &[(BEGIN, &[]), (0x0203, &[0xFF, 0x7F, 0x09, 0])];
        assert_eq!(inspect(&book(&[], far, 9)), Ok(()));
        assert_eq!(inspect(&book(&[], far, 10)), MANY);
        assert_eq!(inspect(&book(&[], &[], MOST_SHEETS + 1)), MANY);
    }

    #[test]
    fn a_chart_between_cells_parts_no_sheet() {
        let cells: &[(u16, &[u8])] =
            &[(BEGIN, &[]), (0x0203, &[0xFF, 0xFF, 0, 0]), (BEGIN, &[]), (END, &[]), (0x0203, &[0, 0, 0xFF, 0xFF])];
        assert_eq!(inspect(&book(&[], cells, 1)), MANY);
    }

    #[test]
    fn one_long_string_in_many_cells_is_refused() {
        let mut strings = vec![0; 8];
        strings.extend(b"\xFF\x1F\0");
        strings.extend([b'x'; 0x1FFF]);
        let cell: (u16, &[u8]) = (SHARED_LABEL, &[0; 10]);
        let table: &[(u16, &[u8])] = &[(STRINGS, &strings)];
        assert_eq!(inspect(&book(table, &[cell; 100], 1)), Ok(()));
        assert_eq!(inspect(&book(table, &[cell; 5_000], 1)), Err(Unreadable::TOO_MUCH_TEXT));
        let label: (u16, &[u8]) = (LABEL, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0]);
        assert_eq!(inspect(&book(&[], &[label; 5_000], 1)), Err(Unreadable::TOO_MUCH_TEXT));
        let torn: (u16, &[u8]) = (CONTINUE, &[]);
        assert_eq!(inspect(&book(&[torn; MOST_CONTINUED + 1], &[], 1)), Err(Unreadable::Damaged));
    }
}
