//! Every trap of `eligibility.md` 7.3, and the tests that hold them.
//!
//! | trap | test |
//! |---|---|
//! | a document number typed as a number | `form_rules::a_document_number_typed_as_a_number_keeps_its_row_out`, `forms::lost_digits_are_found…`, of each format `workbooks::the_three_formats_give_the_same_tables` |
//! | the same of telephone and union numbers | [`long_numbers_that_lost_digits_are_found_in_every_column`] |
//! | a merged cell of the unit | `workbooks::the_three_formats…`, [`a_merged_unit_is_filled_down`] |
//! | days counted from 1904 | `workbooks::the_three_formats…` (`form.xlsx`) |
//! | CSV: mark, UTF-8, GB18030; rare characters | `csv::encodings_are_told`, [`a_form_in_gb18030_is_read_as_it_is_in_utf_8`] |
//! | CSV is written as UTF-8 with its mark and CRLF | `csv_writer::text_reads_back_as_it_was`, and its example |
//! | traditional, simplified and variant forms of a name | `reading::a_name_in_other_characters_is_possible_at_most`, `variants::forms_of_one_name_are_alike`, [`the_register_finds_other_forms_of_a_name`] |
//! | names of 2 to 15 characters with `·` | [`names_of_any_length_survive`] |
//! | totals, signatures, examples are skipped with a note | `form_rules::examples_totals_signatures_and_repeated_headings_are_noted` |
//! | formulas give their last value | `workbooks::the_three_formats…` |
//! | text that begins like a formula is made safe | `csv_writer::no_text_is_a_formula…`, `templates::no_name_becomes_a_formula` |
//! | nothing is kept before a person has seen it | the pages' `entries_show_each_file_and_nothing_private` |
//! | a corrected form tells what it changes | [`a_corrected_form_tells_what_it_changes`] |
//! | our own form | `templates` |
//! | a pasted table is read as a file | [`a_pasted_table_is_read_as_a_file`] |
//! | what is no workbook is named, with what to do | [`what_is_no_workbook_is_named`] |

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use gongsai::eligibility::Register;
use gongsai::entry::{Column, Form, Template, TemplateColumn, TemplateSheet, Unit, read_form};
use gongsai::finding::Checked;
use gongsai::id::{MeetId, UnitId};
use gongsai::meet::{Field, Meet, Reimport};
use gongsai::person::{DocumentNumber, Facts};
use gongsai::regulations::Sport;
use gongsai::table::{Cell, Table};
use gongsai_sheets::{Other, Unreadable, read, to_csv, to_xlsx};
use gongsai_tests::path::Path;
use gongsai_tests::sheet::table;
use gongsai_tests::{compound, games, package};
use gongsai_wording::{Lang, finding::finding};

const HEAD: &str = "代表队：太原市总工会\n序号|姓名|性别|身份证号|会员号|电话|参赛项目\n";

fn of_table(table: &Table) -> Checked<Option<Form>> {
    let units = [Unit::new(UnitId(1), "太原市总工会")];
    read_form(table, &games::regulations(), &units, games::today())
}

fn shown(checked: &Checked<Option<Form>>) -> Vec<String> {
    checked.findings.iter().map(games::show).collect()
}

#[test]
fn long_numbers_that_lost_digits_are_found_in_every_column() {
    let checked = of_table(&table("乒乓球", &format!("{HEAD}1|张三|男|100101199001010013|#x|#x|男单\n")));
    assert_eq!(shown(&checked), ["乒乓球!3:5 IMPORT_CELL Review", "乒乓球!3:4 IMPORT_CELL Review"]);
    let form = checked.output.unwrap();
    assert_eq!((form.rows[0].facts.phone.clone(), form.rows[0].facts.other.len()), (None, 0), "nothing is guessed");
}

#[test]
fn a_merged_unit_is_filled_down() {
    let rows = "姓名|性别|代表队|参赛项目\n张三|男|太原市总工会|男单\n李四|男|太原市总工会|男单\n";
    let checked = of_table(&table("乒乓球", rows));
    assert_eq!(shown(&checked), Vec::<String>::new());
    // The reader of workbooks fills merged cells; one that did not would leave a unit without its second row.
    assert_eq!(checked.output.unwrap().rows.len(), 2);
    let bytes = std::fs::read(format!("{}/data/sheets/form.xlsx", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let merged = package::unpacked(&bytes)
        .into_iter()
        .any(|(_, content)| String::from_utf8_lossy(&content).contains("<mergeCell ref="));
    assert!(merged, "the workbook has merged cells, and `workbooks` reads them filled");
}

#[test]
fn names_of_any_length_survive() {
    for name in ["丁一", "阿卜杜拉·买买提", "依克沙尼木·阿卜都热依木·吐尔逊", "𬱖頔"] {
        let drawn = table("乒乓球", &format!("{HEAD}1|{name}|男||||男单\n"));
        let read = read(&to_csv(&drawn), "乒乓球.csv").unwrap();
        let form = of_table(&read[0]).output.unwrap();
        assert_eq!(form.rows[0].name, name);
    }
}

/// 𬱖 (U+2CC56) needs four bytes in GB18030, and no GBK has it.
const GB18030_NAME: &[u8] = b"\x99\x33\xc3\x36";

#[test]
fn a_form_in_gb18030_is_read_as_it_is_in_utf_8() {
    // 代表队：太原市总工会 / 姓名,性别,参赛项目 / 𬱖,女,女单
    let lines: [&[u8]; 3] = [
        b"\xb4\xfa\xb1\xed\xb6\xd3\xa3\xba\xcc\xab\xd4\xad\xca\xd0\xd7\xdc\xb9\xa4\xbb\xe1,,\r\n",
        b"\xd0\xd5\xc3\xfb,\xd0\xd4\xb1\xf0,\xb2\xce\xc8\xfc\xcf\xee\xc4\xbf\r\n",
        &[GB18030_NAME, b",\xc5\xae,\xc5\xae\xb5\xa5\r\n"].concat(),
    ];
    let gb = read(&lines.concat(), "乒乓球.csv").unwrap();
    let utf_8 = "\u{feff}代表队：太原市总工会,,\r\n姓名,性别,参赛项目\r\n𬱖,女,女单\r\n";
    assert_eq!(gb, read(utf_8.as_bytes(), "乒乓球.csv").unwrap());
    let checked = of_table(&gb[0]);
    assert_eq!(checked.output.unwrap().rows[0].name, "𬱖");
}

#[test]
fn a_pasted_table_is_read_as_a_file() {
    // Excel and WPS part cells by tabs and put quotes around a cell with a line break.
    let pasted = "序号\t姓名\t性别\t身份证号\t代表队\t参赛项目\r\n1\t张三\t男\t100101199001010013\t太原市总工会\t男单\r\n\
        2\t\"李\n四\"\t男\t1.00101E+17\t太原市总工会\t男单\r\n";
    let tables = read(pasted.as_bytes(), "乒乓球（粘贴 1）.csv").unwrap();
    let checked = of_table(&tables[0]);
    assert_eq!(shown(&checked), ["乒乓球（粘贴 1）!3:3 IMPORT_ID_PRECISION Refused"]);
    let form = checked.output.unwrap();
    assert_eq!((form.sport, form.unit), (Sport::TableTennis, Some(UnitId(1))));
    assert_eq!((form.rows[0].name.as_str(), form.refused[0].name.as_str()), ("张三", "李四"));
}

fn register_rows() -> Vec<[&'static str; 10]> {
    vec![
        ["姓名", "性别", "出生日期", "项目", "注册单位", "级别", "起始年", "终止年", "状态", "证件尾号"],
        ["王頔", "女", "1990-01-01", "乒乓球", "省队", "province", "2010", "2026", "现役", ""],
        ["劉曉濤", "男", "1988", "羽毛球", "省队", "province", "2001", "2016", "退役", "012X"],
    ]
}

#[test]
fn the_register_finds_other_forms_of_a_name() {
    let rows = register_rows().into_iter().map(|row| row.map(|text| Cell::Text(text.to_owned())).to_vec()).collect();
    let table = Table { name: "名册".to_owned(), rows, ..Table::default() };
    // As a workbook: the same writer that makes forms.
    let [head, people @ ..] = &register_rows()[..] else { return };
    let column = |heading: &&str| TemplateColumn {
        heading: (*heading).to_owned(),
        choices: Vec::new(),
        width: 9,
        is_numbered: false,
    };
    let sheet = TemplateSheet {
        name: "名册".to_owned(),
        above: Vec::new(),
        columns: head.iter().map(column).collect(),
        rows: people.len(),
    };
    let mut workbook = to_xlsx(&Template { delegation: String::new(), sheets: vec![sheet] }).unwrap();
    let mut files = package::unpacked(&workbook);
    for (_, content) in files.iter_mut().filter(|(name, _)| name == "xl/worksheets/sheet1.xml") {
        let mut text = String::from_utf8(content.clone()).unwrap();
        for (row, people) in (2..).zip(people) {
            for (column, value) in ('A'..).zip(people) {
                let full = format!("<c r=\"{column}{row}\" s=\"4\" t=\"inlineStr\"><is><t>{value}</t></is></c>");
                text = text.replace(&format!("<c r=\"{column}{row}\" s=\"4\"/>"), &full);
            }
        }
        *content = text.into_bytes();
    }
    workbook = package::packed(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())));
    let of_csv = Register::read(&read(&to_csv(&table), "名册.csv").unwrap()[0]);
    let of_xlsx = Register::read(&read(&workbook, "名册.xlsx").unwrap()[0]);
    assert_eq!(of_csv, of_xlsx);
    assert!(of_csv.findings.is_empty(), "{:?}", of_csv.findings);
    let register = of_csv.output;
    let names = |found: Vec<&gongsai::eligibility::Athlete>| {
        found.into_iter().map(|athlete| athlete.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(register.named("王𬱖").collect()), Vec::<String>::new(), "it is not that name");
    assert_eq!(names(register.alike("王𬱖").collect()), ["王頔"]);
    assert_eq!(names(register.alike("刘晓涛").collect()), ["劉曉濤"]);
    assert_eq!(names(register.named("劉 曉濤").collect()), ["劉曉濤"]);
    assert_eq!(names(register.alike("劉曉濤").collect()), Vec::<String>::new());
    // The register of the games comes in GB18030.
    let bytes = std::fs::read(games::path("register.csv")).unwrap();
    assert!(std::str::from_utf8(&bytes).is_err(), "it is not UTF-8");
    assert!(gongsai_tests::path::register().athletes().len() > 100);
}

/// The forms of a unit as they were taken in, by sport.
fn forms_of(meet: &Meet, unit: UnitId) -> Vec<Form> {
    let units: Vec<Unit> = meet.units().values().cloned().collect();
    let mut forms = Vec::new();
    for (_, bytes) in games::workbooks() {
        for table in games::tables(&bytes) {
            let read = read_form(&table, &games::regulations(), &units, games::today()).output.unwrap();
            forms.extend(Some(read).filter(|form| form.unit == Some(unit)));
        }
    }
    forms
}

#[test]
fn a_corrected_form_tells_what_it_changes() {
    let path = Path::reviewed(MeetId(9));
    let meet = path.journal.meet();
    let unit = *meet.units().keys().next().unwrap();
    let vault: &BTreeMap<_, Facts> = &path.vault;
    let form = forms_of(meet, unit).into_iter().find(|form| form.rows.len() > 5).unwrap();
    let kept = form.rows.len();
    assert_eq!(meet.reimport(&form, vault), Some(Reimport { kept, ..Reimport::default() }), "nothing is different");
    assert_eq!(meet.reimport(&Form { unit: None, ..form.clone() }, vault), None);
    assert_eq!(meet.reimport(&form, &BTreeMap::new()).map(|again| again.kept), Some(kept), "by name alone");

    let mut corrected = form.clone();
    let gone = corrected.rows.remove(0).name;
    let (renamed, moved) = (corrected.rows[0].clone(), corrected.rows[1].clone());
    assert!(renamed.facts.document.is_some());
    corrected.rows[0].name = "欧阳新名".to_owned();
    corrected.rows[1].facts.employer = Some("另一单位".to_owned());
    corrected.rows[1].facts.other.push(("尺码".to_owned(), "XL".to_owned()));
    let mut new = corrected.rows[2].clone();
    new.name = "新来的".to_owned();
    new.facts.document = Some(DocumentNumber::new("100101199001010013"));
    corrected.rows.push(new);
    let told = meet.reimport(&corrected, vault).unwrap();
    assert_eq!((told.added, told.removed), (vec!["新来的".to_owned()], vec![gone]));
    assert_eq!(told.kept, kept - 3);
    assert_eq!(told.changed.len(), 2, "{:?}", told.changed);
    let fields = |name: &str| &told.changed.iter().find(|(changed, _)| changed == name).unwrap().1;
    assert!(fields("欧阳新名").contains(&Field::Column(Column::Name)));
    assert_eq!(*fields(&moved.name), [Field::Column(Column::Employer), Field::Other("尺码".to_owned())]);
}

#[test]
fn what_is_no_workbook_is_named() {
    let named: [(&[u8], &str, Other, &str); 8] = [
        (b"%PDF-1.7\n%\xe2\xe3", "表.xlsx", Other::Pdf, "这是 PDF 文件"),
        (b"\x89PNG\r\n\x1a\n\0", "表.png", Other::Picture, "这是图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "扫描.xls", Other::Picture, "这是图片"),
        (&compound::file("WordDocument", b"x"), "表.doc", Other::Document, "这是文字文档"),
        (&compound::file("WpsContent", b"x"), "表.wps", Other::Document, "这是文字文档"),
        (&compound::file("ET", b"x"), "表.et", Other::Et, ".et"),
        (b"<html><table>", "表.xls", Other::Page, "这是网页"),
        (
            &package::packed([("word/document.xml", &b"x"[..]), ("[Content_Types].xml", b"x")]),
            "表.docx",
            Other::Document,
            "这是文字文档",
        ),
    ];
    for (bytes, name, other, said) in named {
        let unreadable = read(bytes, name).unwrap_err();
        assert_eq!(unreadable, Unreadable::Other(other), "{name}");
        let sentence = finding(Lang::Zh, &unreadable.finding(name));
        assert!(sentence.contains(said) && sentence.contains('请'), "{sentence}");
        assert_ne!(finding(Lang::En, &unreadable.finding(name)), "");
    }
    assert_eq!(read(&package::packed([("表.xlsx", &b"x"[..])]), "表.zip"), Err(Unreadable::Other(Other::Package)));
    assert_eq!(read(&compound::file("Contents", b"x"), "表"), Err(Unreadable::NotAWorkbook));
    let xls = std::fs::read(format!("{}/data/sheets/form.xls", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(read(&xls, "表.et").is_ok(), "old workbooks are read, whatever their name");
}
