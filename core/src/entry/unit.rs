//! The list of units (代表队) of a meet.

use super::column::{Column, key};
use crate::finding::{Checked, Code, Fact, Finding, Place, Severity, Subject};
use crate::id::UnitId;
use crate::table::{Cell, Table};
use crate::text::plain;

/// One sending unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The id.
    pub id: UnitId,
    /// The name, without outer spaces.
    pub name: String,
    /// The category, as written (`city`).
    pub category: Option<String>,
    /// The staff.
    pub staff: Option<u32>,
    /// The unit whose team this is, where it sends several.
    pub parent: Option<String>,
    /// The units that make the team together, with their staff; empty where it is of one.
    pub parts: Vec<(String, Option<u32>)>,
}

impl Unit {
    /// A unit of which no more is known.
    #[must_use]
    pub fn new(id: UnitId, name: impl Into<String>) -> Unit {
        Unit { id, name: name.into(), category: None, staff: None, parent: None, parts: Vec::new() }
    }

    /// Whether it is the host, by its category.
    #[must_use]
    pub fn is_host(&self) -> bool {
        let category = self.category.as_deref().map(plain).unwrap_or_default();
        ["host", "东道主", "承办", "承办单位", "主办单位"].contains(&category.as_str())
    }
}

/// What the list of units says of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitMatch<'a> {
    /// The one unit of this name; width and spaces do not matter.
    Found(&'a Unit),
    /// Several units of this name.
    Several,
    /// None: those whose names are close, for a person to choose from.
    Close(Vec<&'a Unit>),
}

/// Reads a list of units: a heading row (`代表队`, `类别`, `职工人数`, `所属单位`, `联队单位`: `甲厂(12)、乙厂(18)`) and a unit
/// a row. What is no number of staff is not known, and found. `next_id` allots the ids.
///
/// A name that stands twice is found on its second row; the two are one unit.
///
/// ```
/// use gongsai::entry::read_units;
/// use gongsai::id::UnitId;
/// use gongsai::table::{Cell, Table};
/// let row = |a: &str, b: &str| vec![Cell::Text(a.to_owned()), Cell::Text(b.to_owned())];
/// let rows = vec![row("代表队", "类别"), row("太原市总工会", "city"), row("太原市　总工会", "city")];
/// let mut next = 0;
/// let units = read_units(&Table { name: "units".to_owned(), rows, ..Table::default() }, || { next += 1; UnitId(next) });
/// assert_eq!(units.output.len(), 1);
/// assert_eq!(units.findings.len(), 1, "the name stands twice");
/// ```
#[must_use]
pub fn read_units(table: &Table, mut next_id: impl FnMut() -> UnitId) -> Checked<Vec<Unit>> {
    let heads = |cell: &Cell| {
        matches!(Column::of(&cell.text()), Some(Column::Delegation | Column::Employer)) || key(&cell.text()) == "名称"
    };
    let mut checked = Checked::default();
    let header = table.rows.iter().take(20).enumerate();
    let Some((top, column)) = header.into_iter().find_map(|(i, row)| Some((i, row.iter().position(heads)?))) else {
        checked.findings.push(finding(table, (0, None), Code::ImportHeader, Severity::Refused, Vec::new()));
        return checked;
    };
    let is_category = |cell: &Cell| ["类别", "分组", "性质", "category"].contains(&key(&cell.text()).as_str());
    let category = table.rows.get(top).and_then(|row| row.iter().position(is_category));
    let column_of = |names: &[&str]| {
        table.rows.get(top).and_then(|row| row.iter().position(|cell| names.contains(&key(&cell.text()).as_str())))
    };
    let staff_column = column_of(&["职工人数", "在职人数", "职工总数", "staff"]);
    let parent_column = column_of(&["所属单位", "上级单位", "parent"]);
    let parts_column = column_of(&["联队单位", "组成单位", "联合单位", "parts"]);
    for (index, cells) in table.rows.iter().enumerate().skip(top + 1) {
        let text = |column: usize| cells.get(column).map(Cell::text).filter(|text| !text.is_empty());
        let Some(name) = text(column) else {
            continue;
        };
        if checked.output.iter().any(|unit: &Unit| plain(&unit.name) == plain(&name)) {
            let at = (index + 1, Some(column));
            checked.findings.push(finding(table, at, Code::ImportUnit, Severity::Review, vec![Fact::Text(name)]));
            continue;
        }
        let staff = staff_column.and_then(text).and_then(|text| {
            let read = staff(&text);
            if read.is_none() {
                let facts = vec![Fact::Text("职工人数".to_owned()), Fact::Text(text)];
                let at = (index + 1, staff_column);
                checked.findings.push(finding(table, at, Code::ImportCell, Severity::Review, facts));
            }
            read
        });
        let parts = parts_column.and_then(text).map(|text| parts(&text)).unwrap_or_default();
        let (category, parent) = (category.and_then(text), parent_column.and_then(text));
        checked.output.push(Unit { id: next_id(), name, category, staff, parent, parts });
    }
    checked
}

/// A number of staff (`12`, `12人`).
fn staff(text: &str) -> Option<u32> {
    plain(text).trim_end_matches('人').parse().ok()
}

/// Units with their staff in brackets: `甲厂(12)、乙厂（18人）`.
fn parts(text: &str) -> Vec<(String, Option<u32>)> {
    let part = |part: &str| {
        let (name, number) = part.split_once(['(', '（']).unwrap_or((part, ""));
        (name.trim().to_owned(), staff(number.trim_end_matches([')', '）', ' '])))
    };
    text.split(['、', ',', '，', ';', '；', '+']).map(part).filter(|(name, _)| !name.is_empty()).collect()
}

/// The unit of a name. Only the very name counts; a close one is for a person to choose.
///
/// ```
/// use gongsai::entry::{Unit, UnitMatch, find_unit};
/// use gongsai::id::UnitId;
/// let units = [Unit::new(UnitId(1), "太原市总工会")];
/// assert_eq!(find_unit("太原市 总工会", &units), UnitMatch::Found(&units[0]));
/// assert_eq!(find_unit("太原总工会", &units), UnitMatch::Close(vec![&units[0]]));
/// assert_eq!(find_unit("汾酒工会", &units), UnitMatch::Close(vec![]));
/// ```
#[must_use]
pub fn find_unit<'a>(name: &str, units: &'a [Unit]) -> UnitMatch<'a> {
    let wanted = plain(name);
    let mut same = units.iter().filter(|unit| plain(&unit.name) == wanted);
    match (same.next(), same.next()) {
        (Some(unit), None) => UnitMatch::Found(unit),
        (Some(_), Some(_)) => UnitMatch::Several,
        (None, _) => UnitMatch::Close(units.iter().filter(|unit| is_close(&wanted, &plain(&unit.name))).collect()),
    }
}

/// Whether one name is contained in the other, or they differ by one character.
fn is_close(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a.contains(b) || b.contains(a) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    a.len() - same <= 1 && b.len() - same <= 1
}

fn finding(
    table: &Table,
    (row, column): (usize, Option<usize>),
    code: Code,
    severity: Severity,
    facts: Vec<Fact>,
) -> Finding {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    let column = column.and_then(|column| u16::try_from(column).ok());
    let subject = Subject::Place(Place { sheet: table.name.clone(), row, column });
    Finding { code, severity, subject, clause: None, facts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_and_parts_are_read() {
        let row = |cells: &[&str]| cells.iter().map(|text| Cell::Text((*text).to_owned())).collect::<Vec<_>>();
        let rows = vec![
            row(&["代表队", "类别", "职工人数", "所属单位", "联队单位"]),
            row(&["甲厂一队", "host", "３２０人", "甲厂", ""]),
            row(&["乙丙联队", "", "约百", "", "乙厂(12)、丙厂（18人）、丁厂"]),
        ];
        let read = read_units(&Table { name: "u".to_owned(), rows, ..Table::default() }, || UnitId(1));
        let [first, second] = read.output.as_slice() else { panic!("two units") };
        assert_eq!((first.staff, first.parent.as_deref(), first.is_host()), (Some(320), Some("甲厂"), true));
        let parts = [("乙厂", Some(12)), ("丙厂", Some(18)), ("丁厂", None)];
        assert_eq!(second.parts, parts.map(|(name, staff)| (name.to_owned(), staff)));
        assert_eq!((second.staff, read.findings.len()), (None, 1));
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!((is_close(a, b), is_close(b, a)), (expected, expected), "{a} {b}");
    }

    #[test]
    fn one_edit_or_containment_is_close() {
        check("省煤矿工会", "省煤矿工会代表队", true);
        check("省交通厅工会", "省交通工会", true);
        check("省交通厅工会", "省交通局工会", true);
        check("省税务局工会", "省统计局工会", false);
        check("aa", "aaa", true);
        check("", "省煤矿工会", false);
    }
}
