//! Workbooks of each format with the same content, and files that are none.

use std::fs;
use std::path::PathBuf;

use gongsai::date::Date;
use gongsai::table::{Cell, Table};
use gongsai_sheets::{MOST_BYTES, Unreadable, read};
use gongsai_tests::{games, package};

fn sheet(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/sheets").join(name);
    fs::read(path).expect("the workbook is there")
}

/// `form.xlsx` counts its days from 1904; all three hold a hidden and (but for ODS) a blank sheet.
#[track_caller]
fn check(name: &str, formula: Option<&str>) {
    let text = |text: &str| Cell::Text(text.to_owned());
    let day = Cell::Date(Date::new(2016, 6, 6).expect("a day"));
    let headings = ["姓名", "性别", "身份证号", "入职时间", "工作单位"];
    let number = |text: &str| Cell::Number(text.to_owned());
    let rows = vec![
        vec![text("乒乓球报名表"); 5],
        headings.map(text).to_vec(),
        vec![text("张　三"), text("男"), text("100101199001010013"), day.clone(), text("太原市总工会")],
        vec![text("李四"), text("女"), Cell::Damaged, day, text("太原市总工会")],
        [Cell::Bool(true), number("0.3")].into_iter().chain(formula.map(number)).collect(),
    ];
    let mut tables = read(&sheet(name), name).expect("a workbook");
    // ODS writes ideographic and double spaces its own way.
    if name.ends_with("ods") {
        tables[0].rows[2][0] = text("张　三");
    }
    assert_eq!(tables, [Table { name: "乒乓球".to_owned(), rows, ..Table::default() }], "{name}");
}

#[test]
fn the_three_formats_give_the_same_tables() {
    check("form.xlsx", Some("2"));
    check("form.ods", Some("2"));
    // The program that made this file writes no result into formulas.
    check("form.xls", None);
}

#[test]
fn formats_are_told_by_content_whatever_the_name_says() {
    for (name, wrong) in [("form.xls", "form.xlsx"), ("form.xlsx", "form.csv"), ("form.ods", "form")] {
        assert!(read(&sheet(name), wrong).is_ok(), "{name} as {wrong}");
    }
}

#[test]
fn a_file_of_200_mb_is_refused_before_it_is_read() {
    let bytes = vec![b'x'; 200_000_000];
    let most = MOST_BYTES;
    assert_eq!(read(&bytes, "form.xlsx"), Err(Unreadable::TooLarge { bytes: bytes.len(), most }));
}

/// A package of one file that unpacks to so many zeros.
fn bomb(name: &str, zeros: usize) -> Vec<u8> {
    package::deflated([("[Content_Types].xml", &[0][..], 1), (name, &[0; 1_000], zeros / 1_000)])
}

#[test]
fn a_package_that_unpacks_without_end_is_refused() {
    let bytes = bomb("xl/worksheets/sheet1.xml", 300_000_000);
    assert!(bytes.len() < 1_000_000);
    assert!(matches!(read(&bytes, "form.xlsx"), Err(Unreadable::TooLarge { bytes: 300_000_001, .. })));
    // The directory lies about the size: the file inside is longer than it declares.
    let mut bytes = bomb("xl/worksheets/sheet1.xml", 3_000_000);
    let size = 3_000_000_u32.to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|window| window == size) {
        bytes[at..at + 4].copy_from_slice(&30_000_u32.to_le_bytes());
    }
    assert_eq!(read(&bytes, "form.xlsx"), Err(Unreadable::Damaged));
    let other = bomb("word/document.xml", 1_000);
    assert_eq!(read(&other, "form.xlsx"), Err(Unreadable::Other(gongsai_sheets::Other::Document)));
}

/// Reads damaged bytes. What comes out does not matter as long as something does.
fn survives(bytes: &[u8]) {
    let _ = read(bytes, "form");
}

#[test]
fn files_cut_short_anywhere_never_stop_the_program() {
    let (_, form) = games::workbooks().swap_remove(0);
    for bytes in [form, sheet("form.xls"), sheet("form.ods"), sheet("form.xlsx")] {
        for length in (0..bytes.len()).step_by(7) {
            let cut = read(&bytes[..length], "form");
            assert!(cut.is_err() || length > bytes.len() / 2, "{length} of {} bytes", bytes.len());
        }
    }
}

#[test]
fn flipped_bytes_never_stop_the_program() {
    let (_, form) = games::workbooks().swap_remove(0);
    for (bytes, step) in [(form, 13), (sheet("form.xls"), 1), (sheet("form.ods"), 1)] {
        for at in (0..bytes.len()).step_by(step) {
            for flip in [0xFF, 0x01, 0x80] {
                let mut bytes = bytes.clone();
                bytes[at] ^= flip;
                survives(&bytes);
            }
        }
    }
}

/// The package with one of its files changed, all checksums right.
fn repacked(bytes: &[u8], name: &str, change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut files = package::unpacked(bytes);
    files.iter_mut().filter(|(this, _)| this == name).for_each(|(_, content)| change(content));
    package::packed(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

#[test]
fn a_claim_of_many_strings_is_refused() {
    let claim = |content: &mut Vec<u8>| {
        let text = String::from_utf8_lossy(content).replacen("<sst ", "<sst uniqueCount=\"999999999999\" ", 1);
        *content = text.into_bytes();
    };
    let bytes = repacked(&sheet("form.xlsx"), "xl/sharedStrings.xml", claim);
    assert!(matches!(read(&bytes, "form.xlsx"), Err(Unreadable::TooManyCells { .. })));
}

#[test]
fn nonsense_inside_a_sound_package_never_stops_the_program() {
    let (xlsx, ods) = (sheet("form.xlsx"), sheet("form.ods"));
    let inside = [
        (&xlsx, "xl/worksheets/sheet1.xml"),
        (&xlsx, "xl/workbook.xml"),
        (&xlsx, "xl/_rels/workbook.xml.rels"),
        (&xlsx, "xl/styles.xml"),
        (&xlsx, "xl/sharedStrings.xml"),
        (&ods, "content.xml"),
    ];
    for (bytes, name) in inside {
        let length = std::cell::Cell::new(0);
        let whole = repacked(bytes, name, |content| length.set(content.len()));
        assert!(read(&whole, "form").is_ok(), "{name}");
        let length = length.get();
        assert!(length > 0, "{name}");
        for at in (0..length).step_by(3) {
            survives(&repacked(bytes, name, |content| content[at] = b'9'));
            survives(&repacked(bytes, name, |content| content[at] ^= 0x04));
            survives(&repacked(bytes, name, |content| content.truncate(at)));
        }
    }
}
