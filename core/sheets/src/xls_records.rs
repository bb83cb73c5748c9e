//! The records of an XLS workbook, looked through before calamine makes room for what they claim (MS-XLS 2.3).

use crate::budget::MOST_CELLS;
use crate::bytes::{u16_at, u32_at};
use crate::unreadable::Unreadable;

/// Records that name the sheets and where they start.
const BOUND_SHEET: u16 = 0x0085;
/// The record of a password.
const FILE_PASS: u16 = 0x002F;
const DIMENSIONS: u16 = 0x0200;
const DEFINED_NAME: u16 = 0x0018;
const FORMULA: u16 = 0x0006;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// Number, label, truth value, string, RK number, shared string, row of RK numbers, formula, rich text.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00BD, FORMULA, 0x00D6];

/// Checks what calamine trusts: where sheets start, how large they say they are, and where their cells lie.
pub(crate) fn inspect(stream: &[u8]) -> Result<(), Unreadable> {
    let mut corner: (usize, usize) = (0, 0);
    for (kind, data) in Records(stream) {
        match kind {
            FILE_PASS => return Err(Unreadable::Encrypted),
            BOUND_SHEET => {
                let start = u32_at(data, 0).ok_or(Unreadable::Damaged)? as usize;
                if start >= stream.len() {
                    return Err(Unreadable::Damaged);
                }
            }
            // A new sheet: its cells are counted on their own.
            BEGIN | END => corner = (0, 0),
            DIMENSIONS => check_dimensions(data)?,
            DEFINED_NAME => check_name(data)?,
            kind if CELLS.contains(&kind) => {
                let (row, column) = u16_at(data, 0).zip(u16_at(data, 2)).ok_or(Unreadable::Damaged)?;
                corner = (corner.0.max(usize::from(row) + 1), corner.1.max(usize::from(column) + 1));
                check_size(corner)?;
                if kind == FORMULA {
                    check_formula(data)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The size that a sheet declares: first row and the one after the last, as 32 bits (BIFF8) or 16 (before), and the
/// same of columns as 16.
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
        (size > 0 || end == 0).then_some(size)
    };
    let (rows, columns) = size(rows).zip(size(columns)).ok_or(Unreadable::Damaged)?;
    check_size((rows, columns))
}

/// A formula: a fixed part, the length of its tokens, and at least so many tokens.
fn check_formula(data: &[u8]) -> Result<(), Unreadable> {
    let length = u16_at(data, 20).ok_or(Unreadable::Damaged)?;
    if data.len() < 22 + usize::from(length) { Err(Unreadable::Damaged) } else { Ok(()) }
}

/// A defined name: a fixed part, the name, and at least so many tokens as it says.
fn check_name(data: &[u8]) -> Result<(), Unreadable> {
    let length = u16_at(data, 4).ok_or(Unreadable::Damaged)?;
    if data.len() < 15 + usize::from(length) { Err(Unreadable::Damaged) } else { Ok(()) }
}

fn check_size((rows, columns): (usize, usize)) -> Result<(), Unreadable> {
    if rows.saturating_mul(columns) > MOST_CELLS {
        return Err(Unreadable::TooManyCells { most: MOST_CELLS });
    }
    Ok(())
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

    #[track_caller]
    fn check(kind: u16, data: &[u8], expected: Result<(), Unreadable>) {
        let length = u16::try_from(data.len()).unwrap();
        let stream = [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat();
        assert_eq!(inspect(&stream), expected);
    }

    #[test]
    fn records_that_would_cost_the_earth_are_refused() {
        let many = Err(Unreadable::TooManyCells { most: MOST_CELLS });
        check(0x0203, &[1, 0, 1, 0], Ok(()));
        check(0x0203, &[0xFF, 0xFF, 0xFF, 0xFF], many);
        check(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0], many);
        check(0x0200, &[0; 14], Ok(()));
        check(0x0006, &[0; 21], Err(Unreadable::Damaged));
        check(0x0018, &[0, 0, 0, 0, 9, 0, 0, 0], Err(Unreadable::Damaged));
        check(0x0200, &[9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], Err(Unreadable::Damaged));
        check(0x0085, &[0xFF, 0xFF, 0, 0, 0, 0], Err(Unreadable::Damaged));
        check(0x002F, &[1, 0], Err(Unreadable::Encrypted));
    }
}
