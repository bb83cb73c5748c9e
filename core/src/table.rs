//! A sheet as plain cells, whatever file it came from.

use crate::date::Date;

/// What stands in one cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A number that a text of at most 15 digits holds exactly, as that text (`12`, `0.5`).
    Number(String),
    /// A number with more digits than a spreadsheet keeps: its last digits are lost.
    Damaged,
    /// A day (the time of day, if any, is dropped).
    Date(Date),
    /// A truth value.
    Bool(bool),
    /// A formula's error value.
    Error,
}

/// One sheet: rows of cells. Merged cells are filled: each holds the value of the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The name of the sheet; the file's name where the format has no sheets.
    pub name: String,
    /// The rows from the first of the sheet, so that row `i` is row `i + 1` in the file.
    pub rows: Vec<Vec<Cell>>,
    /// The version of our form that the file says in its hidden cell, as written; on the first table of a file.
    pub version: Option<String>,
}

impl Cell {
    /// The cell's text without outer spaces (ideographic ones too); empty for an empty cell.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Cell::Empty | Cell::Error | Cell::Damaged => String::new(),
            Cell::Text(text) | Cell::Number(text) => text.trim().to_owned(),
            Cell::Date(date) => date.to_string(),
            Cell::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        }
    }

    /// Whether nothing stands in the cell.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Number(_) | Cell::Damaged | Cell::Date(_) | Cell::Bool(_) | Cell::Error => false,
        }
    }
}
