//! The version of our form, in the first cell of the hidden sheet that holds its drop-down lists.

use gongsai::entry::TEMPLATE_VERSION;
use gongsai::table::{Cell, Table};

/// The name of that sheet.
pub(crate) const LISTS: &str = "选项";
const LABEL: &str = "schema=";

/// What the cell says in forms that are written now.
pub(crate) fn written() -> String {
    format!("{LABEL}{TEMPLATE_VERSION}")
}

/// Notes the version that the cell says, if it says one, on the first table of a file.
pub(crate) fn note(tables: &mut [Table], cell: &Cell) {
    let text = cell.text();
    if let (Some(first), Some(version)) = (tables.first_mut(), text.strip_prefix(LABEL)) {
        first.version = Some(version.trim().chars().take(20).collect());
    }
}
