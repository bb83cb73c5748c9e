//! What travels between devices: pages of QR codes, and the sealed vault.

use gongsai::document::{compact, vault};
use gongsai::id::MeetId;

use super::check_nothing_private;

/// Packed records, and the same bytes as a page and as its text.
pub(super) fn pages(input: &[u8]) {
    if let Ok(records) = compact::unpack(MeetId(7), input) {
        let again = compact::unpack(MeetId(7), &compact::pack(MeetId(7), &records));
        assert_eq!(again.as_ref(), Ok(&records), "what was unpacked packs again");
        let pages = compact::pages(&records, 200);
        if !records.is_empty() {
            let read = compact::read(&pages).expect("what is written can be read");
            assert_eq!((read.records, read.missing), (records, Vec::new()), "pages hold what was put onto them");
        }
    }
    let _ = compact::read(&[input, input]);
    let text = compact::text(input);
    assert_eq!(compact::page(&text).as_deref(), Some(input), "a page is its text");
    if let Ok(text) = std::str::from_utf8(input) {
        let _ = compact::page(text);
    }
}

/// A sealed vault, opened with a password that is never the right one.
pub(super) fn sealed(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match vault::open(text, "never the password") {
        Ok(_) => panic!("a vault opens with its password alone"),
        Err(refused) => check_nothing_private(&refused.to_string()),
    }
}
