//! The rows of a sheet as the preview shows them: no private cell but the one that is wrong, and of a document number
//! the end alone.

use gongsai::entry::Column;
use gongsai::finding::{Finding, Severity, Subject};
use gongsai::order;
use gongsai::sex::Sex;
use gongsai::table::Table;
use gongsai_wording::Lang;
use gongsai_wording::finding::finding;

use crate::session::ReadSheet;

/// One row.
pub(super) struct SheetRow {
    pub(super) row: u32,
    pub(super) name: String,
    pub(super) sex: Option<Sex>,
    pub(super) events: String,
    pub(super) refused: bool,
    pub(super) wrong_name: bool,
    pub(super) wrong_sex: bool,
    pub(super) wrong_events: bool,
    pub(super) notes: Vec<Note>,
}

/// One finding in a row: the cell, what was typed there, and the sentence.
pub(super) struct Note {
    pub(super) place: String,
    pub(super) typed: String,
    pub(super) sentence: String,
}

/// The rows of people, taken in or refused, in the order of the sheet; then what concerns no single row.
pub(super) fn rows(language: Lang, sheet: &ReadSheet) -> Vec<SheetRow> {
    let headings = Headings::of(&sheet.table);
    let taken = sheet.form.rows.iter().map(|row| {
        let events: Vec<&str> = row.events.iter().map(gongsai::id::EventId::as_str).collect();
        SheetRow {
            row: row.row,
            name: row.name.clone(),
            sex: row.facts.sex,
            events: if events.is_empty() { row.role.clone().unwrap_or_default() } else { events.join(" ") },
            refused: false,
            ..SheetRow::blank()
        }
    });
    let refused = sheet.form.refused.iter();
    let refused =
        refused.map(|row| SheetRow { row: row.row, name: row.name.clone(), refused: true, ..SheetRow::blank() });
    let mut rows: Vec<SheetRow> = taken.chain(refused).collect();
    order::sort_by_key(&mut rows, |row| row.row);
    for found in sheet.findings.iter().filter(|found| found.severity > Severity::Note) {
        let Subject::Place(place) = &found.subject else { continue };
        let column = place.column.and_then(|column| headings.column(column));
        let note = headings.note(language, &sheet.table, found);
        let at = rows.iter_mut().find(|row| row.row == place.row);
        match at {
            Some(row) => {
                row.wrong_name |= column == Some(Column::Name);
                row.wrong_sex |= column == Some(Column::Sex);
                row.wrong_events |= column == Some(Column::Events);
                row.notes.push(note);
            }
            None => rows.push(SheetRow { row: place.row, notes: vec![note], ..SheetRow::blank() }),
        }
    }
    rows
}

impl SheetRow {
    fn blank() -> SheetRow {
        SheetRow {
            row: 0,
            name: String::new(),
            sex: None,
            events: String::new(),
            refused: false,
            wrong_name: false,
            wrong_sex: false,
            wrong_events: false,
            notes: Vec::new(),
        }
    }
}

/// The headings of a sheet.
struct Headings(Vec<(u16, String, Column)>);

impl Headings {
    fn of(table: &Table) -> Headings {
        let known = |row: &Vec<gongsai::table::Cell>| {
            let cells = row
                .iter()
                .enumerate()
                .filter_map(|(index, cell)| Some((u16::try_from(index).ok()?, cell.text(), Column::of(&cell.text())?)));
            cells.collect::<Vec<_>>()
        };
        let rows = table.rows.iter().take(20).map(known);
        Headings(rows.max_by_key(Vec::len).unwrap_or_default())
    }

    fn column(&self, column: u16) -> Option<Column> {
        self.0.iter().find(|(index, _, _)| *index == column).map(|(_, _, column)| *column)
    }

    fn note(&self, language: Lang, table: &Table, found: &Finding) -> Note {
        let sentence = finding(language, found);
        let Subject::Place(place) = &found.subject else {
            return Note { place: String::new(), typed: String::new(), sentence };
        };
        let Some(column) = place.column else {
            return Note { place: String::new(), typed: String::new(), sentence };
        };
        let heading = self.0.iter().find(|(index, _, _)| *index == column);
        let row = usize::try_from(place.row).ok().and_then(|row| table.rows.get(row.checked_sub(1)?));
        let typed =
            row.and_then(|row| row.get(usize::from(column))).map(gongsai::table::Cell::text).unwrap_or_default();
        let private = heading.is_some_and(|(_, _, column)| matches!(column, Column::Document | Column::Phone));
        let typed = if private { tail(&typed) } else { typed };
        let name = heading.map(|(_, name, _)| format!(" {name}")).unwrap_or_default();
        Note { place: format!("{}{}{name}", letters(column), place.row), typed, sentence }
    }
}

/// The end of a private text.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    if count <= 4 { text.to_owned() } else { format!("…{}", text.chars().skip(count - 4).collect::<String>()) }
}

/// The letters of a column as spreadsheets show them.
fn letters(column: u16) -> String {
    let letter = |n: u16| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column)) }
}

#[cfg(test)]
mod tests {
    use super::{letters, tail};

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!(
            (letters(0), letters(25), letters(26), letters(52)),
            ("A".into(), "Z".into(), "AA".into(), "BA".into())
        );
    }

    #[test]
    fn of_a_private_text_the_end_alone_is_shown() {
        assert_eq!(tail("11010519491231002X"), "…002X");
        assert_eq!(tail("002X"), "002X");
    }
}
