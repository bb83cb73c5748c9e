//! One sheet of a unit's entry form.

use super::asked;
use super::cell::Cells;
use super::column::Column;
use super::event::Events;
use super::header::{self, Header};
use super::label::{Found, Labels};
use super::mark;
use super::partner::{Pairing, pairing};
use super::person::{is_same_person, join};
use super::role;
use super::row::{self, Context, RefusedRow, Row};
use super::template::TEMPLATE_VERSION;
use super::unit::{Unit, UnitMatch, find_unit};
use crate::clause::Clause;
use crate::date::Date;
use crate::finding::{Checked, Code, Fact, Finding, Place, Severity, Subject};
use crate::id::UnitId;
use crate::regulations::{Regulations, Sport};
use crate::table::{Cell, Table};
use crate::text::plain;

/// What one sheet enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The name of the sheet.
    pub sheet: String,
    /// The delegation, as the list of units writes it, or as the form does where it is not in the list.
    pub delegation: String,
    /// The unit of the delegation, where it is in the list.
    pub unit: Option<UnitId>,
    /// The sport.
    pub sport: Sport,
    /// The leader of the delegation.
    pub leader: Option<String>,
    /// The coach.
    pub coach: Option<String>,
    /// The telephone number. Private.
    pub phone: Option<String>,
    /// What else is labelled above the table: label and text.
    pub other: Vec<(String, String)>,
    /// The rows taken in.
    pub rows: Vec<Row>,
    /// The rows that are not taken in.
    pub refused: Vec<RefusedRow>,
}

/// Reads one sheet. Gives no form where the sheet is blank, has no heading row or is of no sport of the meet; what
/// stands in the way is among the findings. `today` is the day of the import: later days on a form are mistakes.
///
/// Rows that are no entries (an example, totals, signatures) are passed over, each with a note; blank ones silently.
#[must_use]
pub fn read_form(table: &Table, regulations: &Regulations, units: &[Unit], today: Date) -> Checked<Option<Form>> {
    let mut checked = Checked { output: None, findings: Vec::new() };
    if table.rows.iter().flatten().all(Cell::is_blank) {
        return checked;
    }
    checked.findings.extend(other_version(table));
    let Some(header_row) = header::row_of(table) else {
        checked.findings.push(found(table, 0, None, Code::ImportHeader, Severity::Refused, Vec::new()));
        return checked;
    };
    let above = table.rows.get(..header_row).unwrap_or_default();
    let sport = match sport_of(table, above, regulations) {
        Ok(sport) => sport,
        Err(title) => {
            let facts = vec![Fact::Text(title)];
            checked.findings.push(found(table, 0, None, Code::ImportSport, Severity::Refused, facts));
            return checked;
        }
    };
    let header = Header::read(table, header_row, Events::of(regulations, sport));
    let labels = Labels::read(above);
    let (delegation, unit) = read_delegation(table, &header, labels.delegation, units, &mut checked.findings);
    let text = |found: Option<Found>| found.map(|found| found.text);
    let mut form = Form {
        sheet: table.name.clone(),
        delegation,
        unit,
        sport,
        leader: text(labels.leader),
        coach: text(labels.coach),
        phone: text(labels.phone),
        other: labels.other,
        rows: Vec::new(),
        refused: Vec::new(),
    };
    let delegation = form.delegation.clone();
    let cx = Context::new(&table.name, &header, (regulations, sport), &delegation, today);
    read_rows(table, &cx, &mut form, &mut checked.findings);
    check_partners(table, &cx, &form, &mut checked.findings);
    checked.findings.extend(asked::of_form(&form, regulations));
    checked.output = Some(form);
    checked
}

/// The finding that our form was made for another version of it. The table is read as any other all the same.
fn other_version(table: &Table) -> Option<Finding> {
    let ours = TEMPLATE_VERSION.to_string();
    let version = table.version.as_ref().filter(|version| **version != ours)?;
    let facts = vec![Fact::Text(version.clone()), Fact::Text(ours)];
    Some(found(table, 0, None, Code::ImportVersion, Severity::Review, facts))
}

/// Forms of one delegation and sport beyond the first, as findings. Who takes in several files asks this of them all.
#[must_use]
pub fn repeated_forms(forms: &[Form]) -> Vec<Finding> {
    let again = |(index, form): (usize, &Form)| {
        let mut before = forms.iter().take(index);
        let same = |other: &Form| other.sport == form.sport && plain(&other.delegation) == plain(&form.delegation);
        before.any(same).then(|| form.repeated())
    };
    forms.iter().enumerate().filter_map(again).collect()
}

impl Form {
    /// The finding that there is another form of this delegation in this sport.
    #[must_use]
    pub fn repeated(&self) -> Finding {
        let subject = Subject::Place(Place { sheet: self.sheet.clone(), row: 0, column: None });
        let facts = vec![Fact::Text(self.delegation.clone())];
        Finding { code: Code::ImportRepeated, severity: Severity::Review, subject, clause: None, facts }
    }

    /// The finding that the form came in after the last day.
    #[must_use]
    pub fn late(&self, clause: &Clause, last: Date) -> Finding {
        let subject = Subject::Place(Place { sheet: self.sheet.clone(), row: 0, column: None });
        let clause = Some(clause.clone()).filter(|clause| !clause.as_str().is_empty());
        let facts = vec![Fact::Date(last)];
        Finding { code: Code::E07Late, severity: Severity::Review, subject, clause, facts }
    }
}

/// The sport that the sheet's name says, or else the title; the title where neither says one that is held.
fn sport_of(table: &Table, above: &[Vec<Cell>], regulations: &Regulations) -> Result<Sport, String> {
    let title = above.iter().flatten().map(Cell::text).find(|text| !text.is_empty()).unwrap_or_default();
    let only = |text: &str| {
        let text = plain(text);
        let mut named = Sport::named_in(&text);
        named.next().filter(|_| named.next().is_none())
    };
    let sport = match (only(&table.name), only(&title)) {
        (Some(sheet), Some(title)) => Some(sheet).filter(|sheet| *sheet == title),
        (sheet, title) => sheet.or(title),
    };
    let sport = sport.filter(|sport| regulations.sports.contains(sport));
    // A title of its own says what the sheet is of; the line of the delegation does not.
    let is_title = !title.is_empty() && !plain(&title).starts_with("代表队");
    sport.ok_or(if is_title { title } else { table.name.clone() })
}

/// The delegation that the label names, or else the first row of that column, and its unit.
fn read_delegation(
    table: &Table,
    header: &Header,
    label: Option<Found>,
    units: &[Unit],
    findings: &mut Vec<Finding>,
) -> (String, Option<UnitId>) {
    let in_column = || {
        let column = header.of(Column::Delegation)?.column;
        let rows = table.rows.iter().enumerate().skip(header.below);
        rows.map(|(row, cells)| Found {
            text: cells.get(column).map(Cell::text).unwrap_or_default(),
            at: (row, column),
        })
        .find(|found| !found.text.is_empty())
    };
    let Some(named) = label.or_else(in_column) else {
        let facts = vec![Fact::Text(String::new())];
        findings.push(found(table, 0, None, Code::ImportUnit, Severity::Review, facts));
        return (String::new(), None);
    };
    let close = match find_unit(&named.text, units) {
        UnitMatch::Found(unit) => return (unit.name.clone(), Some(unit.id)),
        UnitMatch::Several => Vec::new(),
        UnitMatch::Close(close) => close,
    };
    let mut facts = vec![Fact::Text(named.text.clone())];
    facts.extend(close.into_iter().map(|unit| Fact::Text(unit.name.clone())));
    let (row, column) = named.at;
    findings.push(found(table, row + 1, Some(column), Code::ImportUnit, Severity::Review, facts));
    (named.text, None)
}

fn read_rows(table: &Table, cx: &Context<'_>, form: &mut Form, findings: &mut Vec<Finding>) {
    for (index, cells) in table.rows.iter().enumerate().skip(cx.header.below) {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        match aside(cx.header, cells) {
            Aside::Blank => continue,
            Aside::Skipped(text) => {
                let facts = vec![Fact::Text(text)];
                findings.push(found(table, index + 1, None, Code::ImportSkipped, Severity::Note, facts));
                continue;
            }
            Aside::No => {}
        }
        let (read, in_row) = row::read(cx, Cells::new(cx.sheet, cx.header, cells, number));
        findings.extend(in_row);
        match read {
            Ok(row) => take_row(table, row, form, findings),
            Err(refused) => form.refused.push(refused),
        }
    }
}

/// Takes a row in; a person's second row gives its events to the first.
fn take_row(table: &Table, row: Row, form: &mut Form, findings: &mut Vec<Finding>) {
    let same = |first: &&mut Row| is_same_person((&first.name, &first.facts), (&row.name, &row.facts));
    let Some(first) = form.rows.iter_mut().find(same) else {
        return form.rows.push(row);
    };
    let facts = vec![Fact::Text(row.name.clone()), Fact::Count(first.row)];
    let at = usize::try_from(row.row).unwrap_or(usize::MAX);
    findings.push(found(table, at, None, Code::ImportTwice, Severity::Review, facts));
    for what in join(&mut first.facts, &row.facts) {
        let facts = vec![Fact::Text(row.name.clone()), Fact::Text(what.to_owned())];
        findings.push(found(table, at, None, Code::ImportConflict, Severity::Review, facts));
    }
    first.role = role::joined(first.role.take(), row.role);
    first.events.extend(row.events.into_iter().filter(|event| !first.events.contains(event)).collect::<Vec<_>>());
    for partner in row.partners {
        if first.partners.iter().all(|known| known.event != partner.event) {
            first.partners.push(partner);
        }
    }
}

/// Whether a row below the heading is an entry at all.
enum Aside {
    No,
    Blank,
    Skipped(String),
}

/// Starts of rows that close a table or speak about it.
const CLOSING: &[&str] =
    &["合计", "总计", "共计", "小计", "总人数", "注:", "注1", "备注:", "说明:", "填表说明", "填表人", "例"];

/// Words of signature lines.
const SIGNING: &[&str] = &["盖章", "签字", "签名", "公章", "审核人", "负责人", "填表人", "填报日期", "填表日期"];

fn aside(header: &Header, cells: &[Cell]) -> Aside {
    let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
    let sequence = header.of(Column::Sequence).map(|heading| heading.column);
    let holds =
        |column| header.of(column).and_then(|heading| cells.get(heading.column)).filter(|cell| !cell.is_blank());
    let Some((_, first)) = filled().next() else {
        return Aside::Blank;
    };
    let first = first.text();
    let skipped = || Aside::Skipped(first.clone());
    let start = plain(&first);
    let name = holds(Column::Name).map(|cell| plain(&cell.text())).unwrap_or_default();
    let is_start = |text: &str| CLOSING.iter().any(|closing| text.starts_with(closing));
    // A name may begin like a closing word only in a row that says something of a person. What is merged over the
    // columns of a total is not that.
    let says = |column| holds(column).map(Cell::text).filter(|text| *text != first);
    let bare = says(Column::Document).is_none() && says(Column::Sex).is_none_or(|text| mark::sex(&text, "").is_none());
    let example = start.starts_with('例') || name.starts_with("例:") || name.starts_with("(例") || name == "例";
    if example || (bare && (is_start(&start) || is_start(&name))) {
        return skipped();
    }
    // The headings once more, on the next page of a long form.
    if Column::of(&name) == Some(Column::Name) {
        return skipped();
    }
    let one_block = filled().all(|(_, cell)| cell.text() == first);
    let signing = filled().any(|(_, cell)| SIGNING.iter().any(|word| plain(&cell.text()).contains(word)));
    if bare && (signing || (one_block && filled().count() > 1)) {
        return skipped();
    }
    if holds(Column::Name).is_some() {
        return Aside::No;
    }
    // Rows that are numbered in advance and never filled in.
    if filled().all(|(column, _)| Some(column) == sequence) && start.chars().all(|c| c.is_ascii_digit()) {
        return Aside::Blank;
    }
    // Something of a person without a name is a row that must be looked at; anything else is a remark.
    let personal = [Column::Sex, Column::Document, Column::Birth, Column::Phone];
    if personal.into_iter().any(|column| holds(column).is_some()) { Aside::No } else { skipped() }
}

/// Finds partners who are not on the sheet or do not name each other. People of refused rows are on the sheet.
fn check_partners(table: &Table, cx: &Context<'_>, form: &Form, findings: &mut Vec<Finding>) {
    let rows: Vec<&Row> = form.rows.iter().collect();
    for (index, row) in rows.iter().enumerate() {
        for event in row.events.iter().filter(|event| cx.events.doubles(event).is_some()) {
            let named = row.partners.iter().find(|partner| partner.event == *event);
            let named = named.map(|partner| partner.name.clone()).unwrap_or_default();
            let sound = matches!(pairing(&rows, index, event), Pairing::Mutual(_));
            if !sound && !form.refused.iter().any(|refused| !named.is_empty() && refused.name == named) {
                let at = usize::try_from(row.row).unwrap_or(usize::MAX);
                let column = cx.header.partner_in(event).map(|heading| heading.column);
                let facts = vec![Fact::Text(named)];
                findings.push(found(table, at, column, Code::ImportPartner, Severity::Review, facts));
            }
        }
    }
}

fn found(
    table: &Table,
    row: usize,
    column: Option<usize>,
    code: Code,
    severity: Severity,
    facts: Vec<Fact>,
) -> Finding {
    let row = u32::try_from(row).unwrap_or(u32::MAX);
    let column = column.and_then(|column| u16::try_from(column).ok());
    let subject = Subject::Place(Place { sheet: table.name.clone(), row, column });
    Finding { code, severity, subject, clause: None, facts }
}
