//! ODS workbooks, read cell by cell: calamine tells no merged cells, and makes room for whatever is declared.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use gongsai::table::{Cell, Table};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::budget::{Budget, MOST_SHEETS};
use crate::grid::{Grid, Merge};
use crate::number;
use crate::unreadable::Unreadable;
use crate::version;

/// The sheets that can be seen, but for blank ones. The package has passed [`crate::package::inspect`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut content = String::new();
    let mut file = archive.by_name("content.xml").map_err(|_| Unreadable::Damaged)?;
    file.read_to_string(&mut content).map_err(|_| Unreadable::Damaged)?;
    Sheets::read(&content, budget)
}

/// What is read so far.
#[derive(Default)]
struct Sheets {
    tables: Vec<Table>,
    /// How many sheets were begun, hidden ones too.
    sheets: usize,
    /// Styles of hidden sheets.
    hidden: BTreeSet<String>,
    style: String,
    /// The first cell of the sheet that holds the lists of our form.
    lists: Cell,
    sheet: Option<Sheet>,
    cell: Option<OpenCell>,
    /// How deep inside something that is no text of the cell (a comment, a drawing).
    aside: u32,
    in_paragraph: bool,
}

struct Sheet {
    name: String,
    shown: bool,
    grid: Grid,
    merges: Vec<Merge>,
    place: (u32, u32),
    row: Vec<(u32, Cell)>,
    row_repeats: u32,
}

struct OpenCell {
    kind: String,
    value: String,
    text: String,
    repeats: u32,
    span: (u32, u32),
}

impl Sheets {
    fn read(content: &str, budget: &mut Budget) -> Result<Vec<Table>, Unreadable> {
        let mut reader = Reader::from_str(content);
        reader.config_mut().expand_empty_elements = true;
        let mut sheets = Sheets::default();
        loop {
            match reader.read_event().map_err(|_| Unreadable::Damaged)? {
                Event::Start(element) => sheets.start(&element)?,
                Event::End(element) => sheets.end(element.name().as_ref(), budget)?,
                Event::Text(text) => sheets.text(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => sheets.text(&text),
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().map_err(|_| Unreadable::Damaged)?;
                    let named = quick_xml::escape::resolve_predefined_entity(&reference);
                    sheets.text(&letter.map(String::from).or_else(|| named.map(str::to_owned)).unwrap_or_default());
                }
                Event::Eof => {
                    version::note(&mut sheets.tables, &sheets.lists);
                    return Ok(sheets.tables);
                }
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        let attribute = |name: &str| attribute(element, name);
        if self.aside > 0 {
            self.aside += 1;
            return Ok(());
        }
        match element.name().as_ref() {
            "style:style" => self.style = attribute("style:name")?.unwrap_or_default(),
            "style:table-properties" if attribute("table:display")?.as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" if self.sheet.is_none() => {
                self.sheets += 1;
                if self.sheets > MOST_SHEETS {
                    return Err(Unreadable::TOO_MANY_CELLS);
                }
                let style = attribute("table:style-name")?.unwrap_or_default();
                self.sheet = Some(Sheet {
                    name: attribute("table:name")?.unwrap_or_default(),
                    shown: !self.hidden.contains(&style),
                    grid: Grid::default(),
                    merges: Vec::new(),
                    place: (0, 0),
                    row: Vec::new(),
                    row_repeats: 1,
                });
            }
            "table:table-row" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.row_repeats = number(attribute("table:number-rows-repeated")?);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell = Some(OpenCell::read(element)?),
            "text:p" if self.cell.is_some() => {
                self.in_paragraph = true;
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                    cell.text.push('\n');
                }
            }
            "text:s" => self.text(&" ".repeat(number(attribute("text:c")?).min(100) as usize)),
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            "text:span" | "text:a" => {}
            _ if self.cell.is_some() => self.aside = 1,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, budget: &mut Budget) -> Result<(), Unreadable> {
        if self.aside > 0 {
            self.aside -= 1;
            return Ok(());
        }
        match name {
            "text:p" => self.in_paragraph = false,
            "table:table-cell" | "table:covered-table-cell" => {
                if let (Some(sheet), Some(cell)) = (&mut self.sheet, self.cell.take()) {
                    sheet.take(cell, budget)?;
                }
            }
            "table:table-row" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.end_row(budget)?;
                }
            }
            "table:table" => {
                let ended = self.sheet.take();
                if let Some(sheet) = ended.as_ref().filter(|sheet| sheet.name == version::LISTS) {
                    self.lists = sheet.grid.first().clone();
                }
                if let Some(mut sheet) = ended.filter(|sheet| sheet.shown) {
                    for merge in sheet.merges {
                        sheet.grid.fill(merge, budget)?;
                    }
                    self.tables.extend(sheet.grid.into_table(&sheet.name));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_paragraph && self.aside == 0) {
            cell.text.push_str(text);
        }
    }
}

impl Sheet {
    fn take(&mut self, cell: OpenCell, budget: &mut Budget) -> Result<(), Unreadable> {
        let column = self.place.1;
        self.place.1 = column.saturating_add(cell.repeats);
        let (height, width) = cell.span;
        if height > 1 || width > 1 {
            let last = (self.place.0.saturating_add(height - 1), column.saturating_add(width - 1));
            self.merges.push(Merge { first: (self.place.0, column), last });
        }
        let repeats = cell.repeats;
        let value = cell.into_cell();
        if !value.is_blank() {
            let length = if let Cell::Text(text) = &value { text.len() } else { 0 };
            for offset in 0..repeats {
                budget.spend(1)?;
                budget.spend_text(length)?;
                self.row.push((column.saturating_add(offset), value.clone()));
            }
        }
        Ok(())
    }

    fn end_row(&mut self, budget: &mut Budget) -> Result<(), Unreadable> {
        let row = std::mem::take(&mut self.row);
        let repeats = if row.is_empty() { 0 } else { self.row_repeats };
        for offset in 0..repeats {
            for (column, cell) in &row {
                self.grid.put((self.place.0.saturating_add(offset), *column), cell.clone(), budget)?;
            }
        }
        self.place = (self.place.0.saturating_add(self.row_repeats), 0);
        Ok(())
    }
}

impl OpenCell {
    fn read(element: &BytesStart<'_>) -> Result<OpenCell, Unreadable> {
        let attribute = |name: &str| attribute(element, name);
        let error = attribute("calcext:value-type")?.filter(|kind| kind == "error");
        let kind = error.or(attribute("office:value-type")?).unwrap_or_default();
        let name = match kind.as_str() {
            "date" => "office:date-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        let span = (attribute("table:number-rows-spanned")?, attribute("table:number-columns-spanned")?);
        Ok(OpenCell {
            value: attribute(name)?.unwrap_or_default(),
            kind,
            text: String::new(),
            repeats: number(attribute("table:number-columns-repeated")?),
            span: (number(span.0), number(span.1)),
        })
    }

    fn into_cell(self) -> Cell {
        match self.kind.as_str() {
            "error" => Cell::Error,
            "float" | "percentage" | "currency" => self.value.parse().map_or(Cell::Error, number::cell),
            "date" => number::iso_cell(self.value),
            "boolean" => Cell::Bool(self.value == "true"),
            _ if !self.text.is_empty() => Cell::Text(self.text),
            _ if !self.value.is_empty() => Cell::Text(self.value),
            _ => Cell::Empty,
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let found = element.try_get_attribute(name).map_err(|_| Unreadable::Damaged)?;
    let value = found.map(|found| found.normalized_value(XmlVersion::Implicit1_0).map(String::from));
    value.transpose().map_err(|_| Unreadable::Damaged)
}

/// A number of repeats or of cells spanned, at least 1.
fn number(text: Option<String>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Result<Vec<Table>, Unreadable> {
        let content = format!(r#"<x><table:table table:name="a">{rows}</table:table></x>"#);
        Sheets::read(&content, &mut Budget::for_file(0)?)
    }

    const TEXT: &str = r#"<table:table-cell office:value-type="string"><text:p>甲&amp;乙</text:p><office:annotation>
        <text:p>comment</text:p></office:annotation></table:table-cell>"#;

    #[test]
    fn comments_are_no_text_and_blank_rows_cost_nothing() {
        let blank = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>"#;
        let tables = read(&format!("<table:table-row>{TEXT}</table:table-row>{blank}")).unwrap();
        assert_eq!(tables[0].rows, [[Cell::Text("甲&乙".to_owned())]]);
    }

    #[test]
    fn repeats_without_end_are_refused() {
        let rows = format!(r#"<table:table-row table:number-rows-repeated="4294967295">{TEXT}</table:table-row>"#);
        assert!(matches!(read(&rows), Err(Unreadable::TooManyCells { .. })));
        let cell = TEXT.replace("office:value-type", r#"table:number-columns-repeated="4294967295" office:value-type"#);
        let row = format!("<table:table-row>{cell}</table:table-row>");
        assert!(matches!(read(&row), Err(Unreadable::TooManyCells { .. })));
        assert_eq!(read("<table:table-row></wrong>"), Err(Unreadable::Damaged));
    }
}
