//! What a file is, told by its content.

use crate::compound;
use crate::package;
use crate::unreadable::{Other, Unreadable};

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Xls,
    Ods,
    /// Text in columns.
    Text,
}

/// The kind of a file; packages are checked to be whole, and text to be text. The name tells only which of the forms of
/// WPS a file has that is nothing else.
pub(crate) fn of(bytes: &[u8], name: &str) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package::inspect(bytes);
    }
    if bytes.starts_with(compound::SIGNATURE) {
        return compound::inspect(bytes).map_err(|why| named(why, name));
    }
    match other(bytes) {
        Some(other) => Err(Unreadable::Other(other)),
        None => Ok(Kind::Text),
    }
}

/// What the beginning of a file says that is neither a workbook nor text in columns.
fn other(bytes: &[u8]) -> Option<Other> {
    const PICTURES: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    // Pages saved under the name of a workbook, and documents; text is checked further when it is decoded.
    let start = bytes.trim_ascii_start();
    let begins = |magic: &[&[u8]]| magic.iter().any(|magic| start.starts_with(magic));
    let within = |magic: &[u8], at: usize| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    // Two letters are no picture where text follows.
    let is_text = |bytes: &[u8]| std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    if begins(&[b"%PDF"]) {
        Some(Other::Pdf)
    } else if begins(&[b"<", b"\xef\xbb\xbf<"]) {
        Some(Other::Page)
    } else if begins(&[b"{\\rtf"]) {
        Some(Other::Document)
    } else if begins(&[b"Rar!\x1a", b"7z\xbc\xaf", b"\x1f\x8b"]) {
        Some(Other::Package)
    } else if (begins(&PICTURES) || within(b"WEBP", 8) || within(b"ftyphei", 4)) && !is_text(bytes) {
        Some(Other::Picture)
    } else {
        None
    }
}

/// A compound file that holds no workbook, by the name of WPS for it.
fn named(why: Unreadable, name: &str) -> Unreadable {
    let name = name.to_ascii_lowercase();
    match why {
        Unreadable::NotAWorkbook if name.ends_with(".et") || name.ends_with(".ett") => Unreadable::Other(Other::Et),
        Unreadable::NotAWorkbook if name.ends_with(".wps") || name.ends_with(".doc") => {
            Unreadable::Other(Other::Document)
        }
        why => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<Other>) {
        assert_eq!(other(bytes), expected);
    }

    #[test]
    fn pictures_pages_and_documents_are_told_from_text() {
        check(b"%PDF-1.7", Some(Other::Pdf));
        check(b"\x89PNG\r\n\x1a\n\0", Some(Other::Picture));
        check(b"\xff\xd8\xff\xe0\0\x10JFIF", Some(Other::Picture));
        check(b"RIFF\x10\0\0\0WEBPVP8 \xff", Some(Other::Picture));
        check(b"\0\0\0\x18ftypheic\0\0\0\0", Some(Other::Picture));
        check(b"BMI,1\n", None);
        check("BM,姓名\n".as_bytes(), None);
        check(b"{\\rtf1", Some(Other::Document));
        check(b" <html>", Some(Other::Page));
        check(b"Rar!\x1a\x07\x00", Some(Other::Package));
        check("姓名,性别\n".as_bytes(), None);
    }
}
