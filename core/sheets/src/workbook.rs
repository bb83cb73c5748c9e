//! What all workbook readers share: calamine's values as cells, and a guard around calamine.

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef};
use gongsai::table::{Cell, Table};

use crate::number;
use crate::unreadable::Unreadable;

/// Runs a reader that stands on calamine, which panics on some damaged files. Where panics abort (the web), the
/// worker that reads is lost instead, and the page starts another.
pub(crate) fn guarded(read: impl FnOnce() -> Result<Vec<Table>, Unreadable>) -> Result<Vec<Table>, Unreadable> {
    // The reader owns all that it changes but the budget, which is not used again.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Unreadable::Damaged))
}

/// The cell of a value.
pub(crate) fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => text_cell(text),
        Data::Int(value) => integer(*value),
        Data::Float(value) => number::cell(*value),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::DateTime(value) => number::day_cell(value),
        Data::DateTimeIso(text) => number::iso_cell(text.clone()),
        Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Error(_) => Cell::Error,
    }
}

/// The cell of a borrowed value.
pub(crate) fn cell_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Int(value) => integer(*value),
        DataRef::Float(value) => number::cell(*value),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(value) => number::day_cell(value),
        DataRef::DateTimeIso(text) => number::iso_cell(text.clone()),
        DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(_) => Cell::Error,
    }
}

/// An integer is kept by a spreadsheet as a float: from 16 digits on the last ones are not to be trusted.
fn integer(value: i64) -> Cell {
    if value.unsigned_abs() >= 1_000_000_000_000_000 { Cell::Damaged } else { Cell::Number(value.to_string()) }
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}
