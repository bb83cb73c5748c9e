//! Sheets drawn as text: a row a line, cells by `|`.

use gongsai::date::Date;
use gongsai::table::{Cell, Table};

/// The table of a drawing. A cell is text, or `#12` (number), `#x` (damaged number), `#!` (error value),
/// `@2026-09-01` (day).
pub fn table(name: &str, drawing: &str) -> Table {
    let row = |line: &str| line.split('|').map(|text| cell(text.trim_matches(' '))).collect();
    Table { name: name.to_owned(), rows: drawing.lines().map(row).collect(), ..Table::default() }
}

fn cell(text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        "#x" => Cell::Damaged,
        "#!" => Cell::Error,
        _ => match (text.strip_prefix('#'), text.strip_prefix('@').and_then(Date::from_iso)) {
            (Some(number), _) => Cell::Number(number.to_owned()),
            (_, Some(day)) => Cell::Date(day),
            _ => Cell::Text(text.to_owned()),
        },
    }
}
