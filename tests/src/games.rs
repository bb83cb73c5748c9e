//! The provincial games: three sports, fifty units, forty-six workbooks (`data/games`).

use std::fs;
use std::path::PathBuf;

use gongsai::date::Date;
use gongsai::entry::{Unit, read_units};
use gongsai::finding::{Checked, Finding};
use gongsai::id::UnitId;
use gongsai::regulations::Regulations;
use gongsai::table::Table;

/// The path of a file of the games.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/games").join(name)
}

/// The regulations.
pub fn regulations() -> Regulations {
    let text = fs::read_to_string(path("regulation.toml")).expect("the regulations are there");
    let draft = gongsai::document::regulations_from_toml(&text).expect("the regulations are values");
    draft.verify().expect("the regulations are sound")
}

/// The fifty units, with ids from 1.
pub fn units() -> Checked<Vec<Unit>> {
    let bytes = fs::read(path("units.csv")).expect("the list of units is there");
    let tables = gongsai_sheets::read(&bytes, "units.csv").expect("the list of units is a table");
    let mut next = 0;
    read_units(&tables[0], || {
        next += 1;
        UnitId(next)
    })
}

/// The day of the import, after the last day on any form.
pub fn today() -> Date {
    Date::new(2026, 9, 11).expect("a day")
}

/// The workbooks in order of name: file name and bytes.
pub fn workbooks() -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(path("forms")).expect("the forms are there");
    let mut files: Vec<(String, Vec<u8>)> = folder
        .map(|file| file.expect("a file").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("bytes"))
        })
        .collect();
    files.sort();
    files
}

/// The tables of a workbook.
pub fn tables(bytes: &[u8]) -> Vec<Table> {
    gongsai_sheets::read(bytes, "form.xlsx").expect("a workbook")
}

/// A finding as `sheet!row:column CODE severity`.
pub fn show(finding: &Finding) -> String {
    let gongsai::finding::Subject::Place(place) = &finding.subject else {
        return format!("{:?} {}", finding.subject, finding.code);
    };
    let column = place.column.map(|column| column.to_string()).unwrap_or_default();
    format!("{}!{}:{column} {} {:?}", place.sheet, place.row, finding.code, finding.severity)
}
