//! The records of an XLS workbook, looked through before calamine makes room for what they claim (MS-XLS 2.3).

use crate::budget::MOST_CELLS;
use crate::unreadable::Unreadable;

/// Records that name the sheets and where they start.
const BOUND_SHEET: u16 = 0x0085;
/// The record of a password.
const FILE_PASS: u16 = 0x002F;
const DIMENSIONS: u16 = 0x0200;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// Number, label, truth value, string, RK number, shared string, row of RK numbers, formula, rich text.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00BD, 0x0006, 0x00D6];

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
            kind if CELLS.contains(&kind) => {
                let (row, column) = u16_at(data, 0).zip(u16_at(data, 2)).ok_or(Unreadable::Damaged)?;
                corner = (corner.0.max(usize::from(row) + 1), corner.1.max(usize::from(column) + 1));
                check_size(corner)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The size that a sheet declares: rows as 32 bits and columns as 16 (BIFF8), or all as 16 (before).
fn check_dimensions(data: &[u8]) -> Result<(), Unreadable> {
    let ends = if data.len() == 14 {
        [(u32_at(data, 0), u32_at(data, 4)), (u16_at(data, 8).map(u32::from), u16_at(data, 10).map(u32::from))]
    } else {
        let end = |at| u16_at(data, at).map(u32::from);
        [(end(0), end(2)), (end(4), end(6))]
    };
    let mut size = [0; 2];
    for ((first, last), size) in ends.into_iter().zip(&mut size) {
        let (first, last) = first.zip(last).ok_or(Unreadable::Damaged)?;
        *size = last.checked_sub(first).ok_or(Unreadable::Damaged)? as usize;
    }
    check_size((size[0], size[1]))
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

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
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
        check(0x0200, &[9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0], Err(Unreadable::Damaged));
        check(0x0085, &[0xFF, 0xFF, 0, 0, 0, 0], Err(Unreadable::Damaged));
        check(0x002F, &[1, 0], Err(Unreadable::Encrypted));
    }
}
