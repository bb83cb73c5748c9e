//! The cells of one row, read column by column, with what is wrong with them.

use super::column::Column;
use super::header::{Header, Heading};
use super::{day, mark};
use crate::finding::{Code, Fact, Finding, Place, Severity, Subject};
use crate::person::{Birth, DocumentNumber, Tri};
use crate::sex::Sex;
use crate::table::Cell;
use crate::text::plain;

/// One row while it is read.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    sheet: &'a str,
    header: &'a Header,
    cells: &'a [Cell],
    /// The row in the sheet, from 1.
    pub(super) row: u32,
    pub(super) findings: Vec<Finding>,
    /// Why the row is not taken in, once something is found that keeps it out.
    pub(super) refused: Option<Code>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(sheet: &'a str, header: &'a Header, cells: &'a [Cell], row: u32) -> Self {
        Cells { sheet, header, cells, row, findings: Vec::new(), refused: None }
    }

    /// A finding about the row, or a cell of it.
    pub(super) fn find(&mut self, code: Code, severity: Severity, column: Option<usize>, facts: Vec<Fact>) {
        if severity == Severity::Refused {
            self.refused.get_or_insert(code);
        }
        let column = column.and_then(|column| u16::try_from(column).ok());
        let subject = Subject::Place(Place { sheet: self.sheet.to_owned(), row: self.row, column });
        self.findings.push(Finding { code, severity, subject, clause: None, facts });
    }

    /// A cell that cannot be read: it keeps the row out where its column is judged.
    pub(super) fn fault(&mut self, column: Column) {
        let severity = if column.is_judged() { Severity::Refused } else { Severity::Review };
        self.report(column, severity);
    }

    /// A cell that is read in the least favourable way: a person must look.
    pub(super) fn doubt(&mut self, column: Column) {
        self.report(column, Severity::Review);
    }

    fn report(&mut self, column: Column, severity: Severity) {
        match self.header.of(column) {
            Some(heading) => self.report_at(heading, severity, !matches!(column, Column::Document | Column::Phone)),
            None => self.find(Code::ImportCell, severity, None, Vec::new()),
        }
    }

    /// A cell under a heading that is no column of forms.
    pub(super) fn fault_at(&mut self, heading: &Heading, severity: Severity) {
        self.report_at(heading, severity, true);
    }

    fn report_at(&mut self, heading: &Heading, severity: Severity, shown: bool) {
        let mut facts = vec![Fact::Text(heading.text.clone())];
        if shown {
            facts.push(Fact::Text(self.cell_at(heading).text()));
        }
        // Several readings of one cell say the same once.
        let column = u16::try_from(heading.column).ok();
        let said = |finding: &Finding| matches!(&finding.subject, Subject::Place(place) if place.column == column);
        if !self.findings.iter().any(|finding| finding.code == Code::ImportCell && said(finding)) {
            self.find(Code::ImportCell, severity, Some(heading.column), facts);
        }
    }

    pub(super) fn cell_at(&self, heading: &Heading) -> &'a Cell {
        self.cells.get(heading.column).unwrap_or(&Cell::Empty)
    }

    /// The heading of a column.
    pub(super) fn heading(&self, column: Column) -> Option<String> {
        self.header.of(column).map(|heading| heading.text.clone())
    }

    fn cell(&self, column: Column) -> &'a Cell {
        self.header.of(column).map_or(&Cell::Empty, |heading| self.cell_at(heading))
    }

    /// The text of a column; error values and damaged numbers are found.
    pub(super) fn text(&mut self, column: Column) -> Option<String> {
        let cell = self.cell(column);
        if matches!(cell, Cell::Error | Cell::Damaged) {
            self.fault(column);
        }
        Some(cell.text()).filter(|text| !text.is_empty())
    }

    /// The text under a heading; error values and damaged numbers are found.
    pub(super) fn text_at(&mut self, heading: &Heading) -> Option<String> {
        let cell = self.cell_at(heading);
        if matches!(cell, Cell::Error | Cell::Damaged) {
            self.fault_at(heading, Severity::Review);
        }
        Some(cell.text()).filter(|text| !text.is_empty())
    }

    /// What a text is read as; a text that is no such thing is found.
    pub(super) fn parsed<T>(&mut self, column: Column, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(column).and_then(|text| mark::some_text(&text))?;
        let value = read(&text);
        if value.is_none() {
            self.fault(column);
        }
        value
    }

    /// Yes, no or not stated.
    pub(super) fn tri(&mut self, column: Column) -> Tri {
        mark::tri(self.cell(column)).unwrap_or_else(|| {
            self.fault(column);
            Tri::Unknown
        })
    }

    /// Whether a cell is marked with yes.
    pub(super) fn is_marked(&self, column: Column) -> bool {
        mark::tri(self.cell(column)) == Some(Tri::Yes)
    }

    /// What a mark in the column of an event says; nothing when it is no mark.
    pub(super) fn mark(&self, text: &str) -> Option<bool> {
        match mark::tri(&Cell::Text(text.to_owned()))? {
            Tri::Yes => Some(true),
            Tri::No | Tri::Unknown => Some(false),
        }
    }

    pub(super) fn sex(&mut self) -> Option<Sex> {
        let heading = self.header.of(Column::Sex)?;
        let written = heading.written.clone();
        self.parsed(Column::Sex, |text| mark::sex(text, &written))
    }

    /// A day as far as it is told; nothing when the cell is blank.
    pub(super) fn day(&mut self, column: Column) -> Option<Birth> {
        let cell = self.cell(column);
        if mark::some_text(&cell.text()).is_none() && !matches!(cell, Cell::Error | Cell::Damaged) {
            return None;
        }
        let day = day::read(cell);
        if day.is_none() {
            self.fault(column);
        }
        day
    }

    /// The document number. One that was typed as a number has lost its last digits, and keeps the row out.
    pub(super) fn document(&mut self) -> Option<DocumentNumber> {
        let heading = self.header.of(Column::Document)?;
        match self.cell_at(heading) {
            Cell::Empty => None,
            Cell::Damaged => {
                self.find(Code::ImportIdPrecision, Severity::Refused, Some(heading.column), Vec::new());
                None
            }
            Cell::Text(text) | Cell::Number(text) => {
                let text = mark::some_text(text.trim_start_matches(['\'', '`', '’', '‘']))?;
                if is_scientific(&text) {
                    self.find(Code::ImportIdPrecision, Severity::Refused, Some(heading.column), Vec::new());
                    return None;
                }
                Some(DocumentNumber::new(&text))
            }
            Cell::Date(_) | Cell::Bool(_) | Cell::Error => {
                self.fault(Column::Document);
                None
            }
        }
    }
}

/// A number as a spreadsheet saves a long one into CSV: `1.00101E+17`.
fn is_scientific(text: &str) -> bool {
    let text = plain(text);
    let Some((digits, power)) = text.split_once('e') else {
        return false;
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all_digits(&digits.replace('.', "")) && all_digits(power.trim_start_matches('+'))
}

#[cfg(test)]
mod tests {
    use super::is_scientific;

    #[test]
    fn a_long_number_out_of_csv_is_known() {
        for (text, expected) in [("1.00101E+17", true), ("1E17", true), ("10010119840322647X", false), ("E123", false)]
        {
            assert_eq!(is_scientific(text), expected, "{text}");
        }
    }
}
