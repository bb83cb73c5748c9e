//! Files of cells, and the forms and registers in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use gongsai::document::{tables_from_json, tables_to_json, vault};
use gongsai::eligibility::Register;
use gongsai::entry::{Form, Unit, read_form, read_units};
use gongsai::finding::{Finding, Subject};
use gongsai::id::{MeetId, UnitId};
use gongsai::regulations::Regulations;
use gongsai::table::{Cell, Table};
use gongsai_sheets::{MOST_CELLS, plain_text, read, to_csv};

use super::check_nothing_private;
use crate::path::Path;
use crate::{games, package, sheet};

/// The bytes of any file.
pub(super) fn workbook(input: &[u8]) {
    match read(input, "form.xlsx") {
        Ok(tables) => check_tables(&tables),
        Err(refused) => {
            check_nothing_private(&refused.to_string());
            assert!(refused.finding("form.xlsx").severity > gongsai::finding::Severity::Review);
        }
    }
}

/// One file inside a sound workbook: the first byte chooses which, the rest is what stands in its place.
pub(super) fn part(input: &[u8]) {
    const PARTS: [(Base, &str); 7] = [
        (Base::Xlsx, "xl/worksheets/sheet1.xml"),
        (Base::Xlsx, "xl/workbook.xml"),
        (Base::Xlsx, "xl/_rels/workbook.xml.rels"),
        (Base::Xlsx, "xl/styles.xml"),
        (Base::Xlsx, "xl/sharedStrings.xml"),
        (Base::Ods, "content.xml"),
        (Base::Ods, "META-INF/manifest.xml"),
    ];
    let Some((first, content)) = input.split_first() else { return };
    let (base, name) = PARTS[usize::from(*first) % PARTS.len()];
    let base: &Files = match base {
        Base::Xlsx => &XLSX,
        Base::Ods => &ODS,
    };
    let others = base.iter().filter(|(other, _)| other != name).map(|(name, content)| (name.as_str(), &content[..]));
    workbook(&package::packed(others.chain([(name, content)])));
}

#[derive(Clone, Copy)]
enum Base {
    Xlsx,
    Ods,
}

type Files = Vec<(String, Vec<u8>)>;

static XLSX: LazyLock<Files> = LazyLock::new(|| package::unpacked(include_bytes!("../../data/sheets/form.xlsx")));
static ODS: LazyLock<Files> = LazyLock::new(|| package::unpacked(include_bytes!("../../data/sheets/form.ods")));

/// A register of athletes, or a list of units, as CSV.
pub(super) fn register(input: &[u8]) {
    if input.starts_with(b"PK") || input.starts_with(b"\xD0\xCF") {
        return;
    }
    let Ok(tables) = read(input, "register.csv") else { return };
    check_tables(&tables);
    let table = &tables[0];
    let register = Register::read(table);
    check_places(table, &register.findings);
    assert!(register.output.athletes().len() < table.rows.len().max(1), "at most one athlete a row below the heading");
    for athlete in register.output.athletes() {
        assert!(register.output.named(&athlete.name).any(|found| found == athlete), "{} is found", athlete.name);
    }
    let mut next = 0;
    let units = read_units(table, || {
        next += 1;
        UnitId(next)
    });
    check_places(table, &units.findings);
    assert!(units.output.iter().all(|unit| !unit.name.trim().is_empty()), "a unit has a name");
}

/// The games with their units, before any form.
static BEGUN: LazyLock<Path> = LazyLock::new(|| Path::begun(MeetId(7)));
static REGULATIONS: LazyLock<Regulations> = LazyLock::new(games::regulations);
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| games::units().output);

/// Rows of a form as [`sheet::table`] draws them, below the name of the sheet.
pub(super) fn form(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let (name, rows) = text.split_once('\n').unwrap_or((text, ""));
    let table = sheet::table(name, rows);
    let read = read_form(&table, &REGULATIONS, &UNITS, games::today());
    check_places(&table, &read.findings);
    let Some(form) = read.output else { return };
    let rows = form.rows.iter().map(|row| row.row).chain(form.refused.iter().map(|row| row.row));
    let mut rows: Vec<u32> = rows.collect();
    assert!(rows.iter().all(|row| (1..=table.rows.len()).contains(&(*row as usize))), "rows of the sheet");
    rows.sort_unstable();
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "a row is taken in or refused, once");
    for row in &form.rows {
        assert_eq!(vault::decode(&vault::encode(&row.facts)).as_ref(), Ok(&row.facts), "facts survive the vault");
    }
    check_intake(form);
}

/// What a form gives, the meet takes.
fn check_intake(form: Form) {
    let Some(unit) = form.unit else { return };
    let mut path = Path { journal: BEGUN.journal.clone(), vault: BTreeMap::new(), refused: Vec::new() };
    let mut next = 0;
    let next_id = || {
        next += 1;
        next
    };
    let forms = [form];
    let intake = path.journal.meet().intake(unit, &forms, &path.vault, next_id).expect("the unit is there").output;
    assert!(intake.facts.len() <= forms[0].rows.len(), "at most one person a row");
    intake.commands.into_iter().for_each(|command| path.ask(command));
}

/// Tables as JSON, on their way into the app.
pub(super) fn tables(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match tables_from_json(text) {
        Ok(tables) => assert_eq!(tables_from_json(&tables_to_json(&tables)).as_ref(), Ok(&tables)),
        Err(refused) => check_nothing_private(&refused.to_string()),
    }
}

fn check_tables(tables: &[Table]) {
    assert!(!tables.is_empty(), "no table is a refusal");
    let cells: usize = tables.iter().flat_map(|table| &table.rows).map(|row| row.len() + 1).sum();
    assert!(cells <= 2 * MOST_CELLS, "{cells} cells");
    for cell in tables.iter().flat_map(|table| &table.rows).flatten() {
        if let Cell::Number(text) = cell {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            assert!(digits.trim_start_matches('0').len() <= 15, "a number keeps its digits: {text}");
        }
    }
    assert_eq!(tables_from_json(&tables_to_json(tables)).as_deref(), Ok(tables), "on into the app");
    tables.iter().for_each(check_csv);
}

/// The table as CSV reads back as its texts, none of which runs.
fn check_csv(table: &Table) {
    let shown = |cell: &Cell| {
        let text = match cell {
            Cell::Text(text) => {
                let shown: String =
                    text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\r' | '\n')).collect();
                plain_text(&shown).into_owned()
            }
            other => other.text(),
        };
        if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) }
    };
    let mut expected: Vec<Vec<Cell>> = table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    for row in &mut expected {
        while row.last().is_some_and(Cell::is_blank) {
            row.pop();
        }
    }
    while expected.last().is_some_and(Vec::is_empty) {
        expected.pop();
    }
    let found = read(&to_csv(table), "x.csv").map(|tables| tables.into_iter().next().expect("a table").rows);
    if expected.is_empty() {
        assert!(found.is_err(), "nothing reads back as nothing");
    } else {
        assert_eq!(found.as_ref(), Ok(&expected), "CSV reads back");
    }
}

#[track_caller]
fn check_places(table: &Table, findings: &[Finding]) {
    for finding in findings {
        let Subject::Place(place) = &finding.subject else { continue };
        assert!(place.row as usize <= table.rows.len(), "{} at row {}", finding.code, place.row);
        assert_eq!(place.sheet, table.name, "the place is on this sheet");
    }
}
