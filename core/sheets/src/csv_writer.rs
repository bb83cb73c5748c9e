//! Tables as CSV files.

use gongsai::table::{Cell, Table};

use crate::formula::plain_text;

/// The table as a CSV file that spreadsheets open as it is: UTF-8 with its mark, commas, lines ended as on Windows.
///
/// Every text goes through [`plain_text`], so that none is run as a formula; numbers stay numbers. What has no
/// text (a damaged number, an error) is an empty cell.
///
/// ```
/// use gongsai::table::{Cell, Table};
/// let row = vec![Cell::Text("=1+1".to_owned()), Cell::Number("-3".to_owned())];
/// let table = Table { name: "名次".to_owned(), rows: vec![row], ..Table::default() };
/// assert_eq!(gongsai_sheets::to_csv(&table), "\u{feff}'=1+1,-3\r\n".as_bytes());
/// ```
#[must_use]
pub fn to_csv(table: &Table) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    for row in &table.rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_field(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn push_field(text: &mut String, cell: &Cell) {
    let Cell::Text(typed) = cell else {
        return text.push_str(&cell.text());
    };
    // Characters that no sheet shows would make the file look like no text at all.
    let shown: String = typed.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\r' | '\n')).collect();
    let plain = plain_text(&shown);
    // A file that begins with `<` is taken for a page.
    if plain.contains([',', ';', '\t', '\r', '\n', '"', '<']) {
        text.push('"');
        text.push_str(&plain.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    /// What is written reads back as the same text, but for the apostrophe before a formula.
    #[track_caller]
    fn check(cell: &Cell, expected: &Cell) {
        let rows = vec![vec![text("姓名"), text("备注;x")], vec![text("张三"), cell.clone()]];
        let table = Table { name: "名单".to_owned(), rows: rows.clone(), ..Table::default() };
        let read = crate::read(&to_csv(&table), "名单.csv").unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].name, "名单");
        assert_eq!(read[0].rows[0], rows[0]);
        assert_eq!(read[0].rows[1].get(1).unwrap_or(&Cell::Empty), expected, "{cell:?}");
    }

    #[test]
    fn text_reads_back_as_it_was() {
        for typed in ["太原市总工会", "a,b", "a;b;c", "say \"x\"", "\"x", "one\ntwo", "one\r\ntwo", "𬱖", " 甲 ", "'"]
        {
            check(&text(typed), &text(typed));
        }
        check(&text("a\u{1}b\u{0}"), &text("ab"));
        check(&Cell::Empty, &Cell::Empty);
    }

    #[test]
    fn no_text_is_a_formula_and_a_number_stays_one() {
        check(&text("=cmd|' /C calc'!A0"), &text("'=cmd|' /C calc'!A0"));
        check(&text("-3"), &text("'-3"));
        check(&text("\t=1"), &text("'\t'=1"));
        check(&Cell::Number("-3".to_owned()), &text("-3"));
        check(&Cell::Bool(true), &text("是"));
        check(&Cell::Damaged, &Cell::Empty);
    }

    #[test]
    fn a_cell_like_the_beginning_of_a_page_is_none() {
        let table = Table { name: "x".to_owned(), rows: vec![vec![text("<<甲>>")]], ..Table::default() };
        assert_eq!(crate::read(&to_csv(&table), "x.csv").unwrap(), [table]);
    }

    #[test]
    fn a_cell_full_of_semicolons_parts_no_columns() {
        let rows = vec![vec![text("a;b;c"), text("d")]];
        let table = Table { name: "x".to_owned(), rows, ..Table::default() };
        assert_eq!(crate::read(&to_csv(&table), "x.csv").unwrap(), [table]);
    }
}
