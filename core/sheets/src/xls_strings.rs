//! The table of strings of an XLS workbook, measured before calamine copies its strings into cells (MS-XLS 2.4.265).

/// How many characters each string has. Nothing when the table is cut short.
///
/// The table is one record and those that continue it; a string may run on from one into the next.
pub(crate) fn lengths(records: &[&[u8]]) -> Option<Vec<u16>> {
    let (first, rest) = records.split_first()?;
    let mut table = Strings { data: first.get(8..)?, rest };
    let mut lengths = Vec::new();
    while !table.data.is_empty() || table.turn() {
        lengths.push(table.string()?);
    }
    Some(lengths)
}

struct Strings<'a> {
    data: &'a [u8],
    rest: &'a [&'a [u8]],
}

impl Strings<'_> {
    /// Goes on in the next record; false when there is none.
    fn turn(&mut self) -> bool {
        let Some((next, rest)) = self.rest.split_first() else { return false };
        (self.data, self.rest) = (next, rest);
        true
    }

    fn take(&mut self, bytes: usize) -> Option<&[u8]> {
        let (taken, data) = self.data.split_at_checked(bytes)?;
        self.data = data;
        Some(taken)
    }

    /// Passes over one string: its length, its letters, then its formats and phonetics.
    fn string(&mut self) -> Option<u16> {
        if self.data.is_empty() {
            return Some(0);
        }
        let &[low, high, flags] = self.take(3)? else { return None };
        let length = u16::from_le_bytes([low, high]);
        let runs = if flags & 8 == 0 { 0 } else { u16::from_le_bytes(*self.take(2)?.first_chunk()?) };
        let more = if flags & 4 == 0 { 0 } else { u32::from_le_bytes(*self.take(4)?.first_chunk()?) };
        self.letters(usize::from(length), flags)?;
        self.skip(usize::from(runs) * 4)?;
        self.skip(usize::try_from(more).ok()?)?;
        Some(length)
    }

    /// Passes over letters of one byte or two; each record says anew which.
    fn letters(&mut self, mut left: usize, mut flags: u8) -> Option<()> {
        while left > 0 {
            let width = if flags & 1 == 0 { 1 } else { 2 };
            let here = left.min(self.data.len() / width);
            self.take(here * width)?;
            left -= here;
            if left > 0 {
                if !self.turn() {
                    return None;
                }
                flags = *self.take(1)?.first()?;
            }
        }
        Some(())
    }

    fn skip(&mut self, mut left: usize) -> Option<()> {
        while left > 0 {
            if self.data.is_empty() && !self.turn() {
                return None;
            }
            let here = left.min(self.data.len());
            self.take(here)?;
            left -= here;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(records: &[&[u8]], expected: Option<&[u16]>) {
        let mut first = vec![0; 8];
        first.extend_from_slice(records[0]);
        let mut all: Vec<&[u8]> = vec![&first];
        all.extend(&records[1..]);
        assert_eq!(lengths(&all).as_deref(), expected);
    }

    #[test]
    fn strings_are_measured_across_records() {
        check(&[b""], Some(&[]));
        check(&[b"\x02\0\0ab\x01\0\x01a\0"], Some(&[2, 1]));
        check(&[b"\x04\0\0ab", b"\x01c\0d\0"], Some(&[4]));
        check(&[b"\x01\0\x08\x01\0aRUN1\x01\0\0b"], Some(&[1, 1]));
        check(&[b"\x01\0\x04\x03\0\0\0aEX", b"T\x01\0\0b"], Some(&[1, 1]));
    }

    #[test]
    fn a_table_cut_short_is_none() {
        check(&[b"\x04\0\0ab"], None);
        check(&[b"\x04"], None);
        check(&[b"\x01\0\x04\xff\xff\xff\xffa"], None);
        assert_eq!(lengths(&[b"short"]), None);
        assert_eq!(lengths(&[]), None);
    }
}
