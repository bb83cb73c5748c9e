//! The register of athletes (运动员注册名录), as the authority hands it out.

mod cell;
mod variants;

use std::collections::BTreeMap;

use crate::finding::{Checked, Code, Fact, Finding, Place, Severity, Subject};
use crate::person::{Birth, Tri};
use crate::regulations::Level;
use crate::sex::Sex;
use crate::table::{Cell, Table};

/// One row of the register: one registration of one athlete.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Athlete {
    /// The name, without inner spaces.
    pub name: String,
    /// The sex, where it is stated.
    pub sex: Option<Sex>,
    /// The birth date as far as it is stated.
    pub birth: Birth,
    /// The sport, as written.
    pub sport: String,
    /// The registering body, as written.
    pub body: String,
    /// The level, where it is stated.
    pub level: Option<Level>,
    /// The first year.
    pub from: Option<u16>,
    /// The last year.
    pub to: Option<u16>,
    /// Whether the athlete is active: the column 状态 decides, never the years.
    pub active: Tri,
    /// The last characters of the document number; empty where none are stated.
    pub tail: String,
    /// Whether the row is a ban (禁赛) for its years: it concerns rule P16 alone.
    pub banned: bool,
    /// The place on a ranking list. A row with a place and without a level concerns rule R08 alone.
    pub rank: Option<u16>,
}

/// The register of athletes, found by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    athletes: Vec<Athlete>,
    /// The rows of names that are alike.
    by_name: BTreeMap<String, Vec<usize>>,
}

/// The column of places on ranking lists, which few registers have.
const RANK: &str = "排名";

/// The columns, in the order in which registers have them.
const COLUMNS: [&str; 10] =
    ["姓名", "性别", "出生日期", "项目", "注册单位", "级别", "起始年", "终止年", "状态", "证件尾号"];

impl Register {
    /// The register of these rows.
    #[must_use]
    pub fn new(athletes: Vec<Athlete>) -> Register {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, athlete) in athletes.iter().enumerate() {
            by_name.entry(variants::folded(&athlete.name)).or_default().push(index);
        }
        Register { athletes, by_name }
    }

    /// The register on a sheet. What cannot be read becomes unknown, and a finding says where; a row without a name is
    /// left out. A column that is missing is unknown in every row.
    ///
    /// ```
    /// use gongsai::eligibility::Register;
    /// use gongsai::finding::Code;
    /// use gongsai::table::{Cell, Table};
    /// let row = |texts: &[&str]| texts.iter().map(|text| Cell::Text((*text).to_owned())).collect();
    /// let head = ["姓名", "性别", "出生日期", "项目", "注册单位", "级别", "起始年", "终止年", "状态", "证件尾号"];
    /// let athlete = ["蒋亮涵", "男", "1988-04-24", "田径", "北京市体育局", "nation", "2001", "2016", "退休", ""];
    /// let table = Table { name: "register".to_owned(), rows: vec![row(&head), row(&athlete)], ..Table::default() };
    /// let read = Register::read(&table);
    /// assert_eq!(read.output.named("蒋亮涵").count(), 1);
    /// assert_eq!(read.findings[0].code, Code::ImportCell); // neither 现役 nor 退役
    ///
    /// assert_eq!(Register::read(&Table::default()).findings[0].code, Code::ImportHeader);
    /// ```
    #[must_use]
    pub fn read(table: &Table) -> Checked<Register> {
        let head = table.rows.iter().position(|row| row.iter().any(|cell| cell::title(cell) == COLUMNS[0]));
        let Some(head) = head else {
            let findings = vec![finding(table, Code::ImportHeader, Severity::Refused, 0, None, COLUMNS[0])];
            return Checked { output: Register::default(), findings };
        };
        let titles: Vec<String> = table.rows[head].iter().map(cell::title).collect();
        let columns = COLUMNS.map(|name| titles.iter().position(|title| title == name));
        let rank = titles.iter().position(|title| title == RANK);
        let mut findings = Vec::new();
        for (name, _) in COLUMNS.iter().zip(columns).filter(|(_, column)| column.is_none()) {
            findings.push(finding(table, Code::ImportHeader, Severity::Review, head + 1, None, name));
        }
        let mut athletes = Vec::new();
        for (index, row) in table.rows.iter().enumerate().skip(head + 1) {
            let mut cells = Cells { table, number: index + 1, row, columns, rank, findings: &mut findings };
            athletes.extend(cells.athlete());
        }
        Checked { output: Register::new(athletes), findings }
    }

    /// The rows with a name, in the order of the register. Inner spaces and the kind of the dot do not matter.
    ///
    /// # Complexity
    /// O(log n) for a register of n rows, and the rows found.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Athlete> {
        let plain = plain_name(name);
        self.alike_or_named(name).filter(move |athlete| plain_name(&athlete.name) == plain)
    }

    /// The rows with a name that is written with other forms of the same characters (頔 for 𬱖, 濤 for 涛), without its dots or
    /// in other letters: perhaps the same name, never certainly. In the order of the register.
    ///
    /// # Complexity
    /// That of [`named`](Register::named).
    pub fn alike(&self, name: &str) -> impl Iterator<Item = &Athlete> {
        let plain = plain_name(name);
        self.alike_or_named(name).filter(move |athlete| plain_name(&athlete.name) != plain)
    }

    fn alike_or_named(&self, name: &str) -> impl Iterator<Item = &Athlete> {
        let rows = self.by_name.get(&variants::folded(name)).map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(|index| self.athletes.get(*index))
    }

    /// All rows, in the order of the register.
    #[must_use]
    pub fn athletes(&self) -> &[Athlete] {
        &self.athletes
    }
}

/// The cells of one row, by column.
struct Cells<'a> {
    table: &'a Table,
    number: usize,
    row: &'a [Cell],
    columns: [Option<usize>; COLUMNS.len()],
    rank: Option<usize>,
    findings: &'a mut Vec<Finding>,
}

impl Cells<'_> {
    /// The athlete of the row; none where the row is empty or has no name.
    fn athlete(&mut self) -> Option<Athlete> {
        if self.row.iter().all(Cell::is_blank) {
            return None;
        }
        let name = plain_name(&self.cell(0).text());
        if name.is_empty() {
            let column = self.columns[0];
            let refused = finding(self.table, Code::ImportCell, Severity::Refused, self.number, column, COLUMNS[0]);
            self.findings.push(refused);
            return None;
        }
        Some(Athlete {
            name,
            sex: self.read(1, cell::sex),
            birth: self.read(2, cell::birth).unwrap_or_default(),
            sport: self.cell(3).text(),
            body: self.cell(4).text(),
            level: self.read(5, |cell| Level::named(&cell.text().to_ascii_lowercase())),
            from: self.read(6, cell::year),
            to: self.read(7, cell::year),
            active: self.read(8, cell::active).unwrap_or_default(),
            tail: self.cell(9).text().to_ascii_uppercase(),
            banned: cell::is_ban(self.cell(8)),
            rank: self.rank(),
        })
    }

    /// The place on a ranking list.
    fn rank(&mut self) -> Option<u16> {
        let cell = self.row.get(self.rank?).filter(|cell| !cell.is_blank())?;
        let place = cell.text().parse().ok();
        if place.is_none() {
            let found = finding(self.table, Code::ImportCell, Severity::Review, self.number, self.rank, RANK);
            self.findings.push(found);
        }
        place
    }

    fn cell(&self, column: usize) -> &Cell {
        let place = self.columns.get(column).copied().flatten();
        place.and_then(|place| self.row.get(place)).unwrap_or(&Cell::Empty)
    }

    /// What stands in the cell; a blank one is not known, an unreadable one leaves a finding.
    fn read<T>(&mut self, column: usize, reading: impl FnOnce(&Cell) -> Option<T>) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_blank() {
            return None;
        }
        let value = reading(cell);
        if value.is_none() {
            let (place, name) = (self.columns[column], COLUMNS[column]);
            self.findings.push(finding(self.table, Code::ImportCell, Severity::Review, self.number, place, name));
        }
        value
    }
}

/// A name as it is compared: without spaces, with one kind of middle dot.
pub(super) fn plain_name(name: &str) -> String {
    let plain = |c| if matches!(c, '•' | '‧' | '．' | '・' | '∙') { '·' } else { c };
    name.chars().filter(|c| !c.is_whitespace()).map(plain).collect()
}

fn finding(
    table: &Table,
    code: Code,
    severity: Severity,
    row: usize,
    column: Option<usize>,
    column_name: &str,
) -> Finding {
    let place = Place {
        sheet: table.name.clone(),
        row: u32::try_from(row).unwrap_or(u32::MAX),
        column: column.and_then(|column| u16::try_from(column).ok()),
    };
    let facts = vec![Fact::Text(column_name.to_owned())];
    Finding { code, severity, subject: Subject::Place(place), clause: None, facts }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "姓名,性别,出生日期,项目,注册单位,级别,起始年,终止年,状态,证件尾号";

    /// Reads lines of comma-separated cells and lists what was found, as `row:column:code:severity`.
    #[track_caller]
    fn check(lines: &[&str], names: &[&str], findings: &[&str]) -> Register {
        let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        let rows = lines.iter().map(|line| line.split(',').map(cell).collect()).collect();
        let read = Register::read(&Table { name: "r".to_owned(), rows, ..Table::default() });
        let found: Vec<String> = read.findings.iter().map(shown).collect();
        assert_eq!(found, findings);
        let read_names: Vec<&str> = read.output.athletes().iter().map(|athlete| athlete.name.as_str()).collect();
        assert_eq!(read_names, names);
        read.output
    }

    fn shown(finding: &Finding) -> String {
        let Subject::Place(place) = &finding.subject else { return String::new() };
        let column = place.column.map_or("-".to_owned(), |column| column.to_string());
        format!("{}:{column}:{}:{:?}", place.row, finding.code, finding.severity)
    }

    #[test]
    fn a_whole_row_is_read() {
        let register = check(&[HEAD, "张　三,男,1983,足球,八一队,city,2005,2019,退役,012x"], &["张三"], &[]);
        let athlete = register.named("张 三").next().unwrap();
        let expected = Athlete {
            name: "张三".to_owned(),
            sex: Some(Sex::Male),
            birth: Birth::Year(1983),
            sport: "足球".to_owned(),
            body: "八一队".to_owned(),
            level: Some(Level::City),
            from: Some(2005),
            to: Some(2019),
            active: Tri::No,
            tail: "012X".to_owned(),
            ..Athlete::default()
        };
        assert_eq!(*athlete, expected);
        assert_eq!(register.named("李四").count(), 0);
    }

    #[test]
    fn what_cannot_be_read_is_unknown_and_told() {
        let row = "李四,?,1983-13-01,足球,八一队,club,去年,2019,不详,";
        let told = ["2:1:IMPORT_CELL:Review", "2:2:IMPORT_CELL:Review", "2:5:IMPORT_CELL:Review"];
        let told = [&told[..], &["2:6:IMPORT_CELL:Review", "2:8:IMPORT_CELL:Review"]].concat();
        let register = check(&[HEAD, row], &["李四"], &told);
        assert_eq!((register.athletes()[0].active, register.athletes()[0].level), (Tri::Unknown, None));
    }

    #[test]
    fn bans_and_places_on_a_list_are_read() {
        let head = format!("{HEAD},排名");
        let rows =
            ["赵六,男,1983,足球,市足协,,2025,2027,禁赛,", "钱七,女,1990,乒乓球,全国,,,,,,15", "孙八,,,,,,,,,,甲"];
        let register =
            check(&[&head, rows[0], rows[1], rows[2]], &["赵六", "钱七", "孙八"], &["4:10:IMPORT_CELL:Review"]);
        let read: Vec<_> = register.athletes().iter().map(|row| (row.banned, row.active, row.rank)).collect();
        assert_eq!(read, [(true, Tri::No, None), (false, Tri::Unknown, Some(15)), (false, Tri::Unknown, None)]);
    }

    #[test]
    fn rows_without_a_name_are_left_out() {
        check(&["名录", HEAD, ",,,", ",男,1983,,,,,,,", "王五"], &["王五"], &["4:0:IMPORT_CELL:Refused"]);
    }

    #[test]
    fn a_missing_column_is_unknown_in_every_row() {
        let told = ["出生日期", "级别", "起始年", "终止年", "证件尾号"].map(|_| "1:-:IMPORT_HEADER:Review");
        check(&["姓名,性别,项目,注册单位,状态", "王五,男,足球,八一队,现役"], &["王五"], &told);
        check(&["名字,性别", "王五,男"], &[], &["0:-:IMPORT_HEADER:Refused"]);
        check(&[], &[], &["0:-:IMPORT_HEADER:Refused"]);
    }
}
