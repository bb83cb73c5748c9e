//! Forms as XLSX workbooks, the same bytes on every machine.
//!
//! Every cell is formatted as text, so that no program turns a document number into a number or a day into another.
//! Nothing is compressed and no clock is asked. Drop-down lists stand on a hidden sheet, as the version does.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use gongsai::entry::{Template, TemplateSheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::formula::plain_text;
use crate::version::{self, LISTS};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Formats by their number: plain text, a title, a label, a heading, a cell to be filled in. Number format 49 is text.
const STYLES: &str = r#"<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEFEF"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="2" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"#;
const TITLE: u8 = 1;
const LABEL: u8 = 2;
const HEADING: u8 = 3;
const FILL: u8 = 4;

/// A form as a workbook; nothing where it has no sheet, or more text than a package can hold.
///
/// ```
/// use gongsai::entry::{Template, TemplateColumn, TemplateSheet};
/// let column = |heading: &str, choices: &[&str]| TemplateColumn {
///     heading: heading.to_owned(),
///     choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
///     width: 10,
///     is_numbered: false,
/// };
/// let columns = vec![column("姓名", &[]), column("性别", &["男", "女"])];
/// let sheet = TemplateSheet { name: "乒乓球".to_owned(), above: Vec::new(), columns, rows: 2 };
/// let template = Template { delegation: String::new(), sheets: vec![sheet] };
/// let tables = gongsai_sheets::read(&gongsai_sheets::to_xlsx(&template).unwrap(), "报名表.xlsx").unwrap();
/// assert_eq!((tables.len(), tables[0].name.as_str(), tables[0].rows[0][1].text().as_str()), (1, "乒乓球", "性别"));
/// ```
#[must_use]
pub fn to_xlsx(template: &Template) -> Option<Vec<u8>> {
    let sheets = &template.sheets;
    if sheets.is_empty() {
        return None;
    }
    let mut lists = Lists::default();
    let mut files: Vec<(String, String)> = Vec::new();
    for (number, sheet) in (1..).zip(sheets) {
        files.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(sheet, &mut lists)));
    }
    files.push((format!("xl/worksheets/sheet{}.xml", sheets.len() + 1), lists.worksheet()));
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).chain([LISTS]).collect();
    let parts = [
        ("[Content_Types].xml", content_types(names.len())),
        ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml", workbook(&names)),
        ("xl/_rels/workbook.xml.rels", workbook_relations(names.len())),
        ("xl/styles.xml", format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
    ];
    let parts = parts.into_iter().map(|(name, text)| (name.to_owned(), text));
    let files: Vec<(String, Vec<u8>)> = parts.chain(files).map(|(name, text)| (name, text.into_bytes())).collect();
    packed(&files)
}

/// Files in one package, not compressed and without a time; nothing where that is too much for one.
///
/// ```
/// let packed = gongsai_sheets::packed(&[("名单.csv".to_owned(), b"1".to_vec())]).unwrap();
/// assert_eq!(packed, gongsai_sheets::packed(&[("名单.csv".to_owned(), b"1".to_vec())]).unwrap());
/// ```
#[must_use]
pub fn packed(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        // Left to itself, the writer names the machine that it was compiled for.
        .system(System::Unix)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        package.start_file(name.as_str(), options).ok()?;
        package.write_all(bytes).ok()?;
    }
    Some(package.finish().ok()?.into_inner())
}

/// The lists of all sheets, each once, and where they stand.
#[derive(Default)]
struct Lists {
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// The range that a list stands in.
    fn range(&mut self, choices: &[String]) -> String {
        let known = self.columns.iter().position(|known| known == choices);
        let at = known.unwrap_or_else(|| {
            self.columns.push(choices.to_vec());
            self.columns.len() - 1
        });
        let letters = letters(at);
        format!("'{LISTS}'!${letters}$2:${letters}${}", choices.len() + 1)
    }

    /// The hidden sheet: the version in its first cell, a list in each column below.
    fn worksheet(&self) -> String {
        let mut text = begun();
        text.push_str("<sheetData><row r=\"1\">");
        cell(&mut text, (0, 0), 0, &version::written());
        text.push_str("</row>");
        let rows = self.columns.iter().map(Vec::len).max().unwrap_or(0);
        for row in 0..rows {
            let _ = write!(text, "<row r=\"{}\">", row + 2);
            for (column, list) in self.columns.iter().enumerate() {
                if let Some(choice) = list.get(row) {
                    cell(&mut text, (row + 1, column), 0, choice);
                }
            }
            text.push_str("</row>");
        }
        text.push_str("</sheetData></worksheet>");
        text
    }
}

fn worksheet(sheet: &TemplateSheet, lists: &mut Lists) -> String {
    let mut text = begun();
    let head = sheet.above.len() + 1;
    let _ = write!(
        text,
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{head}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" \
         state=\"frozen\"/></sheetView></sheetViews><cols>",
        head + 1
    );
    for (number, column) in (1..).zip(&sheet.columns) {
        let _ = write!(
            text,
            "<col min=\"{number}\" max=\"{number}\" width=\"{}\" style=\"{FILL}\" customWidth=\"1\"/>",
            column.width
        );
    }
    text.push_str("</cols><sheetData>");
    let table = sheet.table();
    for (row, cells) in table.rows.iter().enumerate() {
        let _ = write!(text, "<row r=\"{}\">", row + 1);
        for (column, value) in cells.iter().enumerate() {
            let style = match row {
                0 if head > 1 => TITLE,
                _ if row + 1 < head => LABEL,
                _ if row + 1 == head => HEADING,
                _ => FILL,
            };
            cell(&mut text, (row, column), style, &value.text());
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData>");
    let chosen = sheet.columns.iter().enumerate().filter(|(_, column)| !column.choices.is_empty());
    let chosen: Vec<(usize, String)> = chosen.map(|(at, column)| (at, lists.range(&column.choices))).collect();
    if !chosen.is_empty() {
        let _ = write!(text, "<dataValidations count=\"{}\">", chosen.len());
        for (column, range) in chosen {
            let (letters, first, last) = (letters(column), head + 1, head + sheet.rows);
            let _ = write!(
                text,
                "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{letters}{first}:{letters}{last}\">\
                 <formula1>{range}</formula1></dataValidation>"
            );
        }
        text.push_str("</dataValidations>");
    }
    text.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    text
}

fn begun() -> String {
    format!("{HEAD}<worksheet xmlns=\"{MAIN}\">")
}

/// A cell with a text, or an empty one of its format.
fn cell(text: &mut String, (row, column): (usize, usize), style: u8, value: &str) {
    let at = format!("{}{}", letters(column), row + 1);
    let _ = match value {
        "" => write!(text, "<c r=\"{at}\" s=\"{style}\"/>"),
        value => write!(
            text,
            "<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(&plain_text(value))
        ),
    };
}

/// A text between tags; what no XML can hold is left out.
fn escaped(value: &str) -> String {
    let shown = value.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    shown.fold(String::new(), |mut text, c| {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            c => text.push(c),
        }
        text
    })
}

/// The letters of a column, from 0.
fn letters(column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match column.checked_sub(26) {
        None => letter(column).to_string(),
        Some(rest) => format!("{}{}", letters(rest / 26), letter(rest)),
    }
}

fn content_types(sheets: usize) -> String {
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let part = format!("/xl/worksheets/sheet{number}.xml");
        let _ = write!(text, "<Override PartName=\"{part}\" ContentType=\"{TYPE}.worksheet+xml\"/>");
    }
    text.push_str("</Types>");
    text
}

fn workbook(names: &[&str]) -> String {
    let mut text = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
    for (number, name) in (1..).zip(names) {
        let state = if *name == LISTS && number == names.len() { " state=\"hidden\"" } else { "" };
        let _ = write!(text, "<sheet name=\"{}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>", escaped(name));
    }
    text.push_str("</sheets></workbook>");
    text
}

fn workbook_relations(sheets: usize) -> String {
    let sheet = |number| ("worksheet", format!("worksheets/sheet{number}.xml"));
    relations((1..=sheets).map(sheet).chain([("styles", "styles.xml".to_owned())]))
}

fn relations(targets: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(targets) {
        let _ = write!(text, "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>");
    }
    text.push_str("</Relationships>");
    text
}

#[cfg(test)]
mod tests {
    use super::{escaped, letters};

    #[test]
    fn columns_have_their_letters() {
        let said = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(said, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn no_text_ends_its_tag() {
        assert_eq!(escaped("<a & \"b\">\u{0}\u{ffff}"), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
