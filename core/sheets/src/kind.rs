//! What a file is, told by its content.

use crate::compound;
use crate::package;
use crate::unreadable::Unreadable;

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Xlsx,
    Xls,
    Ods,
    /// Text in columns.
    Text,
}

/// The kind of a file; packages are checked to be whole, and text to be text.
pub(crate) fn of(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package::inspect(bytes);
    }
    if bytes.starts_with(compound::SIGNATURE) {
        return compound::inspect(bytes);
    }
    // Pages saved under the name of a workbook, and documents; text is checked further when it is decoded.
    let start = bytes.trim_ascii_start();
    let other = [&b"<"[..], b"\xef\xbb\xbf<", b"%PDF", b"{\\rtf"].iter().any(|magic| start.starts_with(magic));
    if other { Err(Unreadable::NotAWorkbook) } else { Ok(Kind::Text) }
}
