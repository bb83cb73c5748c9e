//! CSV files: text in columns.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use gongsai::table::{Cell, Table};

use crate::budget::Budget;
use crate::grid::Grid;
use crate::unreadable::Unreadable;

/// The one table of a CSV file, named as the file without its extension. Every cell is text.
///
/// A mark of byte order decides the encoding; without one, valid UTF-8 is UTF-8, and the rest GB18030, in which
/// Chinese programs save. The separator is the one of comma, semicolon and tab that the first line has most of outside quotes.
pub(crate) fn read(bytes: &[u8], name: &str, budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
    let text = decode(bytes).ok_or(Unreadable::NotAWorkbook)?;
    let mut grid = Grid::default();
    let mut place = (0, 0);
    for field in Fields::of(&text, separator(&text)) {
        if !field.text.trim().is_empty() {
            grid.put(place, Cell::Text(field.text), budget)?;
        }
        place = if field.ends_row { (place.0 + 1, 0) } else { (place.0, place.1 + 1) };
    }
    Ok(grid.into_table(stem(name)).into_iter().collect())
}

/// The text, or nothing when the bytes are no text at all.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        UTF_16LE.decode_without_bom_handling_and_without_replacement(rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        UTF_16BE.decode_without_bom_handling_and_without_replacement(rest)
    } else {
        let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(rest) {
            Ok(text) => Some(Cow::Borrowed(text)),
            Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(rest),
        }
    }?;
    let odd = text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{80}'..='\u{9f}'));
    (!odd).then_some(text)
}

/// The separator that the first line with anything on it has most of, outside quotes.
fn separator(text: &str) -> char {
    const KNOWN: [char; 3] = [',', '\t', ';'];
    let mut counts = [0_usize; KNOWN.len()];
    let mut quoted = false;
    let blank = text.len() - text.trim_start().len();
    let line = text[..blank].rfind(['\r', '\n']).map_or(0, |end| end + 1);
    for c in text[line..].chars() {
        match c {
            '"' => quoted = !quoted,
            '\r' | '\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                if let Some(at) = KNOWN.iter().position(|known| *known == c) {
                    counts[at] += 1;
                }
            }
        }
    }
    let first_most = KNOWN.iter().zip(counts).rev().max_by_key(|(_, count)| *count);
    first_most.map_or(',', |(separator, _)| *separator)
}

fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

struct Field {
    text: String,
    ends_row: bool,
}

/// The fields of a CSV text: quoted ones may hold separators, line breaks and doubled quotes.
struct Fields<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
}

impl<'a> Fields<'a> {
    fn of(text: &'a str, separator: char) -> Self {
        Fields { rest: text.chars().peekable(), separator }
    }
}

impl Iterator for Fields<'_> {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        self.rest.peek()?;
        let mut text = String::new();
        let mut quoted = false;
        loop {
            match self.rest.next() {
                None => return Some(Field { text, ends_row: true }),
                Some('"') if quoted => {
                    if self.rest.next_if_eq(&'"').is_some() {
                        text.push('"');
                    } else {
                        quoted = false;
                    }
                }
                Some('"') if text.is_empty() => quoted = true,
                Some('\r') if !quoted => {
                    let _ = self.rest.next_if_eq(&'\n');
                    return Some(Field { text, ends_row: true });
                }
                Some('\n') if !quoted => return Some(Field { text, ends_row: true }),
                Some(c) if c == self.separator && !quoted => return Some(Field { text, ends_row: false }),
                Some(c) => text.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows by `/`, cells by `|`.
    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let mut budget = Budget::for_file(bytes.len()).unwrap();
        let tables = read(bytes, "dir/名单.csv", &mut budget).unwrap();
        let row = |row: &Vec<Cell>| row.iter().map(Cell::text).collect::<Vec<_>>().join("|");
        assert_eq!(tables[0].rows.iter().map(row).collect::<Vec<_>>().join("/"), expected);
        assert_eq!(tables[0].name, "名单");
    }

    #[test]
    fn separators_quotes_and_line_ends_are_told() {
        check(b"a,b\r\n1,2\r\n", "a|b/1|2");
        check(b"a;b\n1;2", "a|b/1|2");
        check(b"a\tb\r1\t2", "a|b/1|2");
        check(b"a,b\n\"x,\"\"y\"\"\nz\",2\n", "a|b/x,\"y\"\nz|2");
        check(b"a,,c\n\n,,3\n", "a||c//||3");
        check(b"a,\"never closed\n1,2", "a|never closed\n1,2");
        check(b"\"a;b;c\",d\n1,2", "a;b;c|d/1|2");
        check(b"\n \n;b\n1;2", "//|b/1|2");
        check(b"\r\n\tb\r\n1,0\t2", "/|b/1,0|2");
    }

    #[test]
    fn encodings_are_told() {
        check("\u{feff}姓名,性别\n𬱖,女".as_bytes(), "姓名|性别/𬱖|女");
        let (gb, _, _) = GB18030.encode("姓名,性别\n𬱖,女");
        check(&gb, "姓名|性别/𬱖|女");
        let wide: Vec<u8> = "姓名\t性别\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe", wide.as_slice()].concat(), "姓名|性别");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let mut budget = Budget::for_file(0).unwrap();
        for bytes in [&b"\x89PNG\r\n\x1a\n"[..], b"a,b\0c", b"\xff\xff\xff\xff"] {
            assert_eq!(read(bytes, "", &mut budget), Err(Unreadable::NotAWorkbook));
        }
    }
}
