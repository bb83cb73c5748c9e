//! Small files that claim or unpack to very much: refused, with the memory that this took at its highest.

use std::sync::{Mutex, MutexGuard, PoisonError};

use gongsai_sheets::{MOST_BYTES, Unreadable, read};
use gongsai_tests::{compound, package};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MB: usize = 1_000_000;

/// One bomb at a time: memory is counted for the whole process.
fn alone() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a bomb; what comes out, and how many bytes were in use at once beyond the file itself.
fn weigh(name: &str, bytes: &[u8]) -> (Option<Unreadable>, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let refused = read(bytes, "form").err();
    let peak = MEMORY.peak_usage() - before;
    // Shown by `--nocapture`.
    eprintln!("{name:32} {:7.1} MB in, {:7.1} MB used", bytes.len() as f64 / 1e6, peak as f64 / 1e6);
    (refused, peak)
}

#[track_caller]
fn check(name: &str, bytes: &[u8], most: usize, expected: impl Fn(Unreadable) -> bool) {
    let (refused, peak) = weigh(name, bytes);
    assert!(refused.is_some_and(expected), "{name}: {refused:?}");
    assert!(peak <= most, "{name}: {peak} bytes");
}

fn is_too_large(refused: Unreadable) -> bool {
    matches!(refused, Unreadable::TooLarge { .. })
}

fn is_too_many(refused: Unreadable) -> bool {
    matches!(refused, Unreadable::TooManyCells { .. })
}

fn is_damaged(refused: Unreadable) -> bool {
    refused == Unreadable::Damaged
}

const TYPES: &[u8] =
    br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const BOOK: &str =
    r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"#;
const SHEET: &str = r#"<sheet name="N" sheetId="1" r:id="rId1"/>"#;
const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const ROOT: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// Pieces of a file, each with how often it stands there.
type Pieces<'a> = &'a [(&'a str, usize)];

fn joined(pieces: Pieces<'_>) -> Vec<u8> {
    pieces.iter().flat_map(|(piece, times)| piece.repeat(*times).into_bytes()).collect()
}

/// A workbook of so many sheets, all of them this one, and this list of strings.
fn xlsx(sheets: usize, sheet: Pieces<'_>, strings: Pieces<'_>) -> Vec<u8> {
    let sheets: String = (0..sheets).map(|n| SHEET.replace('N', &format!("s{n}"))).collect();
    let book = format!("{BOOK}{sheets}</sheets></workbook>");
    let (sheet, strings) = (joined(sheet), joined(strings));
    let mut files = vec![
        ("[Content_Types].xml", TYPES, 1),
        ("_rels/.rels", ROOT, 1),
        ("xl/workbook.xml", book.as_bytes(), 1),
        ("xl/_rels/workbook.xml.rels", RELATIONS, 1),
        ("xl/worksheets/sheet1.xml", &sheet, 1),
    ];
    if !strings.is_empty() {
        files.push(("xl/sharedStrings.xml", &strings, 1));
    }
    package::deflated(files)
}

const DATA: (&str, usize) = ("<worksheet><sheetData>", 1);
const END: (&str, usize) = ("</sheetData></worksheet>", 1);
const LIST: &str = "<sst><si><t>甲</t></si></sst>";

/// The sheet itself is sound: what is refused below is refused for its size.
#[test]
fn a_small_sheet_of_the_same_make_is_read() {
    let _alone = alone();
    let cell = (r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, 1);
    assert!(read(&xlsx(1, &[DATA, cell, END], &[(LIST, 1)]), "form").is_ok());
    assert!(
        read(
            &ods(
                "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
            ),
            "form"
        )
        .is_ok()
    );
    assert!(read(&xls(&[], &[(0x0203, &[0; 14])], 1), "form").is_ok());
}

#[test]
fn what_a_package_declares_is_refused_before_it_is_unpacked() {
    let _alone = alone();
    let zeros = vec![0; MB];
    let bomb = package::deflated([("[Content_Types].xml", TYPES, 1), ("xl/worksheets/sheet1.xml", &zeros, 201)]);
    check("201 MB of zeros", &bomb, MB, is_too_large);
    let many: Vec<String> = (0..100).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let many = many.iter().map(|name| (name.as_str(), &zeros[..], 3));
    let bomb = package::deflated(std::iter::once(("[Content_Types].xml", TYPES, 1)).chain(many));
    check("100 files of 3 MB", &bomb, MB, is_too_large);
    let names: Vec<String> = (0..10_001).map(|n| format!("xl/worksheets/{n}.xml")).collect();
    let bomb = package::deflated(names.iter().map(|name| (name.as_str(), &b"x"[..], 1)));
    check("10 001 files", &bomb, 20 * MB, is_too_large);
}

#[test]
fn a_header_that_lies_is_damage() {
    let _alone = alone();
    let zeros = vec![0; MB];
    let mut bomb = package::deflated([("[Content_Types].xml", TYPES, 1), ("xl/worksheets/sheet1.xml", &zeros, 201)]);
    let size = 201_000_000_u32.to_le_bytes();
    while let Some(at) = bomb.windows(4).position(|window| window == size) {
        bomb[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    check("declares 1 KB, unpacks to 201 MB", &bomb, MB, is_damaged);
}

#[test]
fn a_sheet_is_no_larger_than_its_cells() {
    let _alone = alone();
    let size = (r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>"#, 1);
    let cell = (r#"<row r="1"><c r="A1"><v>1</v></c></row>"#, 1);
    let (refused, peak) = weigh("declares A1:XFD1048576", &xlsx(1, &[size, cell, END], &[]));
    assert!(refused.is_none() && peak < 5 * MB, "{refused:?}, {peak} bytes");
    let far = (r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, 1);
    let (refused, peak) = weigh("a cell at XFD1048576", &xlsx(1, &[DATA, far, END], &[]));
    assert!(refused.is_none() && peak < 60 * MB, "{refused:?}, {peak} bytes");
    let rows: String = (1..=400).map(|row| format!(r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#)).collect();
    check("400 cells in column XFD", &xlsx(1, &[DATA, (&rows, 1), END], &[]), 200 * MB, is_too_many);
    let huge = (r#"<row r="4294967295"><c r="ZZZZZZ4294967295"><v>1</v></c></row>"#, 1);
    let (refused, peak) = weigh("a cell at ZZZZZZ4294967295", &xlsx(1, &[DATA, huge, END], &[]));
    assert!(refused.is_some() && peak < 5 * MB, "{refused:?}, {peak} bytes");
    let formula = r#"<row r="1"><c r="A1"><f t="shared" si="4294967295" ref="A1:A2">1</f><v>1</v></c></row>"#;
    let (refused, peak) = weigh("shared formula 4294967295", &xlsx(1, &[DATA, (formula, 1), END], &[]));
    assert!(refused.is_none() && peak < 5 * MB, "{refused:?}, {peak} bytes");
}

#[test]
fn one_long_text_in_many_cells_is_refused() {
    let _alone = alone();
    let text = [("<sst><si><t>", 1), ("x", MB), ("</t></si></sst>", 1)];
    let cells = ("<row>", 1);
    let cell = (r#"<c t="s"><v>0</v></c>"#, 10_000);
    let bomb = xlsx(1, &[DATA, cells, cell, ("</row>", 1), END], &text);
    check("1 MB in each of 10 000 cells", &bomb, 150 * MB, is_too_large);
    let merge = ("</sheetData><mergeCells><mergeCell ref=\"A1:CV1000\"/></mergeCells></worksheet>", 1);
    let first = (r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1000"><c r="CV1000"><v>1</v></c></row>"#, 1);
    check("1 MB merged over 100 000 cells", &xlsx(1, &[DATA, first, merge], &text), 150 * MB, is_too_large);
    let row = format!(
        r#"<table:table-row><table:table-cell table:number-columns-repeated="9999" office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
        "x".repeat(MB)
    );
    check("1 MB repeated 9 999 times", &ods(&row), 250 * MB, is_too_large);
}

#[test]
fn lists_of_strings_are_refused_by_their_claim() {
    let _alone = alone();
    let cell = (r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, 1);
    let list = |head: &str| xlsx(1, &[DATA, cell, END], &[(head, 1), ("<si><t>甲</t></si></sst>", 1)]);
    check("999 999 999 strings claimed", &list(r#"<sst uniqueCount="999999999">"#), MB, is_too_many);
    check("the same behind a comment", &list(r#"<!-- <si --><sst uniqueCount="99999999999">"#), MB, is_too_many);
    let nested = xlsx(1, &[DATA, cell, END], &[("<sst><si>", 1), ("<r>", 20_000_000), ("</si></sst>", 1)]);
    let (refused, peak) = weigh("60 MB of nested strings", &nested);
    assert!(refused.is_some() && peak < 500 * MB, "{refused:?}, {peak} bytes");
    let one = xlsx(1, &[DATA, cell, END], &[("<sst><si><t>", 1), ("x", 110 * MB), ("</t></si></sst>", 1)]);
    let (refused, peak) = weigh("one string of 110 MB", &one);
    assert!(refused.is_some_and(is_too_large) && peak < 600 * MB, "{refused:?}, {peak} bytes");
}

#[test]
fn merges_and_sheets_without_number_take_little() {
    let _alone = alone();
    let rows = ("<row><c><v>1</v></c></row>", 1_000_000);
    let merges =
        [("</sheetData><mergeCells>", 1), (r#"<mergeCell ref="A1:A1"/>"#, 1_000_000), ("</mergeCells></worksheet>", 1)];
    let bomb = xlsx(1, &[DATA, rows, merges[0], merges[1], merges[2]], &[]);
    let (refused, peak) = weigh("a million merges of a million rows", &bomb);
    assert!(refused.is_none_or(is_too_many) && peak < 400 * MB, "{refused:?}, {peak} bytes");
    let blank = ("<row/>", 10_000_000);
    check("1 000 sheets, all one of 60 MB", &xlsx(1_000, &[DATA, blank, END], &[]), 20 * MB, is_too_large);
    check("100 000 sheets", &xlsx(100_000, &[DATA, END], &[]), 200 * MB, is_too_many);
}

/// A workbook of one sheet with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><table:table table:name="a">{rows}</table:table></office:document-content>"#
    );
    package::deflated([
        ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..], 1),
        ("content.xml", content.as_bytes(), 1),
    ])
}

#[test]
fn repeats_of_open_document_are_counted() {
    let _alone = alone();
    let cell = r#"<table:table-cell office:value-type="string" R><text:p>x</text:p></table:table-cell>"#;
    let row = |row: &str, cell: &str| format!("<table:table-row {row}>{cell}</table:table-row>");
    let columns = cell.replace('R', r#"table:number-columns-repeated="1000000000""#);
    check("1e9 columns", &ods(&row("", &columns)), 400 * MB, is_too_many);
    let rows = r#"table:number-rows-repeated="1000000000""#;
    check("1e9 rows", &ods(&row(rows, &cell.replace('R', ""))), 400 * MB, is_too_many);
    let spanned =
        cell.replace('R', r#"table:number-columns-spanned="4294967295" table:number-rows-spanned="4294967295""#);
    let (refused, peak) = weigh("a span of 1e19 cells", &ods(&row("", &spanned)));
    assert!(refused.is_none() && peak < 5 * MB, "{refused:?}, {peak} bytes");
    let entities = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let (_, peak) = weigh("entities of entities", &ods(&format!("{entities}{}", row("", &cell.replace('x', "&b;")))));
    assert!(peak < 5 * MB, "{peak} bytes");
}

type Records<'a> = &'a [(u16, &'a [u8])];

/// A workbook of these records and of so many sheets, all of them at the same place, with these.
fn xls(book: Records<'_>, sheet: Records<'_>, sheets: usize) -> Vec<u8> {
    let record = |(kind, data): &(u16, &[u8])| {
        let length = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    };
    let begin = (0x0809, &[0, 6, 5, 0, 0, 0, 0, 0][..]);
    let mut stream: Vec<u8> = [begin].iter().chain(book).flat_map(record).collect();
    let start = u32::try_from(stream.len() + 13 * sheets + 4).expect("a short stream").to_le_bytes();
    for n in 0..sheets {
        let name = b'a' + u8::try_from(n % 26).expect("a letter");
        stream.extend(record(&(0x0085, &[&start[..], &[0, 0, 1, 0, name]].concat())));
    }
    stream.extend(record(&(0x000A, &[])));
    stream.extend([begin].iter().chain(sheet).flat_map(record));
    stream.extend(record(&(0x000A, &[])));
    compound::file("Workbook", &stream)
}

#[test]
fn records_of_old_workbooks_are_counted() {
    let _alone = alone();
    let far: Records<'_> = &[(0x0203, &[0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
    check("a cell at row 65 536", &xls(&[], far, 1), 5 * MB, is_too_many);
    let size: Records<'_> = &[(0x0200, &[0, 0, 0, 0, 0, 0, 1, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0, 0])];
    check("columns from 65 534", &xls(&[], size, 1), 5 * MB, is_too_many);
    let half: Records<'_> = &[(0x0203, &[0xFF, 0x7F, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), (0x0203, &[0; 14])];
    check("1 000 sheets, all one", &xls(&[], half, 1_000), 5 * MB, is_too_many);
    let numbers = [&[0xFF, 0xFF, 0, 0][..], &[0; 6 * 1_300], &[0x13, 5]].concat();
    check("a row of 1 300 numbers", &xls(&[], &[(0x00BD, &numbers), (0x0203, &[0; 14])], 1), 5 * MB, is_too_many);
    let chart = (0x0809, &[0, 6, 0x20, 0, 0, 0, 0, 0][..]);
    let corners: Records<'_> = &[
        (0x0203, &[0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chart,
        (0x000A, &[]),
        (0x0203, &[0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ];
    check("two corners about a chart", &xls(&[], corners, 1), 5 * MB, is_too_many);
}

#[test]
fn texts_of_old_workbooks_are_counted() {
    let _alone = alone();
    let label: (u16, &[u8]) = (0x0204, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, b'x']);
    check("100 000 labels of 64 KB claimed", &xls(&[], &vec![label; 100_000], 1), 20 * MB, is_too_large);
    let strings = [&[0; 8][..], &[0xF0, 0x1F, 0], &[b'x'; 0x1FF0]].concat();
    let cell: (u16, &[u8]) = (0x00FD, &[0; 10]);
    let bomb = xls(&[(0x00FC, &strings)], &vec![cell; 100_000], 1);
    check("8 KB in each of 100 000 cells", &bomb, 20 * MB, is_too_large);
}

#[test]
fn text_without_columns_or_end_is_refused() {
    let _alone = alone();
    check("one line of 300 MB", &vec![b'x'; 300 * MB], MB, is_too_large);
    let mut commas = vec![b','; MOST_BYTES - 1];
    commas.push(b'x');
    check("a cell in column 20 000 000", &commas, 5 * MB, is_too_many);
    let lines = vec![b'x'; 1].into_iter().chain([b'\n']).cycle().take(MOST_BYTES).collect::<Vec<u8>>();
    check("ten million lines", &lines, 300 * MB, is_too_many);
    let (refused, peak) = weigh("one cell of 20 MB", &[&b"a,\""[..], &vec![0xB0; MOST_BYTES - 4]].concat());
    assert!(refused.is_none() && peak < 200 * MB, "{refused:?}, {peak} bytes");
}
