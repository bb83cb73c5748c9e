//! One row of a form.

use std::collections::BTreeMap;

use super::cell::Cells;
use super::column::Column;
use super::event::Events;
use super::header::{Header, Holds};
use super::{day, insurance, mark, name, role};
use crate::date::{Date, Month};
use crate::finding::{Code, Fact, Finding, Severity};
use crate::id::EventId;
use crate::person::{Birth, Facts, History};
use crate::regulations::Regulations;
use crate::regulations::Sport;
use crate::text::plain;

/// The partner that a row names for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The event.
    pub event: EventId,
    /// The partner's name.
    pub name: String,
}

/// One row that is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row in the sheet, from 1.
    pub row: u32,
    /// The name.
    pub name: String,
    /// What the form says of the person.
    pub facts: Facts,
    /// The events entered.
    pub events: Vec<EventId>,
    /// The partners named.
    pub partners: Vec<Partner>,
    /// The role in the team, as written (`队长`).
    pub role: Option<String>,
    /// The number on the shirt, as written.
    pub jersey: Option<String>,
    /// The remark.
    pub remark: Option<String>,
}

/// A row that is not taken in: it can be shown, and it gets no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// The row in the sheet, from 1.
    pub row: u32,
    /// The name, empty where that is what cannot be read.
    pub name: String,
    /// Why it is refused.
    pub code: Code,
}

/// What every row of a form is read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub(super) sheet: &'a str,
    pub(super) header: &'a Header,
    pub(super) events: Events<'a>,
    /// The name of the form's delegation.
    pub(super) delegation: &'a str,
    pub(super) today: Date,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        sheet: &'a str,
        header: &'a Header,
        (regulations, sport): (&'a Regulations, Sport),
        delegation: &'a str,
        today: Date,
    ) -> Self {
        Context { sheet, header, events: Events::of(regulations, sport), delegation, today }
    }
}

impl Row {
    /// Whether the role is that of an official alone (领队, 教练, 队医), who need not enter an event.
    #[must_use]
    pub fn is_official(&self) -> bool {
        role::is_official_alone(self.role.as_deref().unwrap_or_default(), self.remark.as_deref().unwrap_or_default())
    }
}

/// Reads one row that holds something about a person, with what was found in its cells.
pub(super) fn read(cx: &Context<'_>, mut cells: Cells<'_>) -> (Result<Row, RefusedRow>, Vec<Finding>) {
    let name = read_name(&mut cells);
    let mut row = Row {
        row: cells.row,
        name: name.clone().unwrap_or_default(),
        facts: read_facts(cx, &mut cells),
        events: Vec::new(),
        partners: Vec::new(),
        role: cells.text(Column::Role),
        jersey: cells.text(Column::Jersey),
        remark: cells.text(Column::Remark),
    };
    if row.role.is_none() && cells.is_marked(Column::Captain) {
        row.role = Some("队长".to_owned());
    }
    read_events(cx, &mut cells, &mut row);
    read_others(cx, &mut cells, &mut row);
    check_delegation(cx, &mut cells);
    match cells.refused {
        Some(code) => (Err(RefusedRow { row: row.row, name: row.name, code }), cells.findings),
        None => (Ok(row), cells.findings),
    }
}

fn read_name(cells: &mut Cells<'_>) -> Option<String> {
    let text = cells.text(Column::Name);
    let name = text.as_deref().and_then(name::read);
    if name.is_none() {
        cells.fault(Column::Name);
    }
    name
}

fn read_facts(cx: &Context<'_>, cells: &mut Cells<'_>) -> Facts {
    Facts {
        document: cells.document(),
        birth: read_birth(cx, cells),
        sex: cells.sex(),
        employer: cells.text(Column::Employer),
        employment: cells.text(Column::Employment),
        since: read_since(cx, cells),
        insured_months: cells.parsed(Column::InsuredMonths, mark::count),
        insurance: read_insurance(cx, cells),
        member: cells.tri(Column::Member),
        student: cells.tri(Column::Student),
        history: cells.text(Column::History).map(|text| mark::history(&text)).unwrap_or_default(),
        grade: cells.text(Column::Grade).filter(|text| text != "无").and_then(|text| mark::some_text(&text)),
        health: read_health(cx, cells),
        cover: cells.tri(Column::Cover),
        consent: cells.tri(Column::Consent),
        papers: cells.text(Column::Papers).map(|text| mark::list(&text)).unwrap_or_default(),
        nationality: written(cells, Column::Nationality),
        document_kind: written(cells, Column::DocumentKind),
        household: written(cells, Column::Household),
        household_since: read_last_day(cx, cells, Column::HouseholdSince),
        rank: written(cells, Column::Rank),
        occupation: written(cells, Column::Occupation).map(|text| mark::list(&text)).unwrap_or_default(),
        ranking: read_ranking(cells),
        squad: written(cells, Column::Squad),
        lower_tier: cells.tri(Column::LowerTier),
        phone: cells.text(Column::Phone),
        key: None,
        other: Vec::new(),
    }
}

fn read_birth(cx: &Context<'_>, cells: &mut Cells<'_>) -> Birth {
    let birth = cells.day(Column::Birth).unwrap_or_default();
    if matches!(birth, Birth::Day(day) if day > cx.today) {
        cells.fault(Column::Birth);
        return Birth::Unknown;
    }
    birth
}

/// What is written, unless it is nothing.
fn written(cells: &mut Cells<'_>, column: Column) -> Option<String> {
    let text = cells.text(column).and_then(|text| mark::some_text(&text))?;
    (mark::history(&text) != History::Never).then_some(text)
}

/// A place on a ranking list; a number alone stands below the list's name.
fn read_ranking(cells: &mut Cells<'_>) -> Option<String> {
    let text = written(cells, Column::Ranking)?;
    let list = cells.heading(Column::Ranking).unwrap_or_default();
    let alone = text.chars().all(|c| c.is_ascii_digit());
    Some(if alone { format!("{list}{text}") } else { text })
}

/// The day of joining.
fn read_since(cx: &Context<'_>, cells: &mut Cells<'_>) -> Option<Date> {
    read_last_day(cx, cells, Column::Since)
}

/// The day since which something holds. Of a month alone it is the last day, the least favourable, and a person must look.
fn read_last_day(cx: &Context<'_>, cells: &mut Cells<'_>, column: Column) -> Option<Date> {
    let (day, coarse) = match cells.day(column)? {
        Birth::Unknown => return None,
        Birth::Day(day) => (Some(day), false),
        Birth::Month(year, month) if (year, month) == (cx.today.year(), cx.today.month()) => (Some(cx.today), true),
        Birth::Month(year, month) => (day::last_of_month(year, month), true),
        Birth::Year(_) => (None, true),
    };
    within(cx, cells, column, day, coarse)
}

/// The day of the certificate. Of a month alone it is the first day, and a person must look.
fn read_health(cx: &Context<'_>, cells: &mut Cells<'_>) -> Option<Date> {
    let (day, coarse) = match cells.day(Column::Health)? {
        Birth::Unknown => return None,
        Birth::Day(day) => (Some(day), false),
        Birth::Month(year, month) => (Date::new(year, month, 1), true),
        Birth::Year(_) => (None, true),
    };
    within(cx, cells, Column::Health, day, coarse)
}

fn within(cx: &Context<'_>, cells: &mut Cells<'_>, column: Column, day: Option<Date>, coarse: bool) -> Option<Date> {
    let Some(day) = day.filter(|day| *day <= cx.today) else {
        cells.fault(column);
        return None;
    };
    if coarse {
        cells.doubt(column);
    }
    Some(day)
}

/// The months insured. Whoever pays is named in the list or in a column of its own; the delegation and the employer are
/// the unit itself.
fn read_insurance(cx: &Context<'_>, cells: &mut Cells<'_>) -> BTreeMap<Month, String> {
    let mut months = cells.parsed(Column::Insurance, |text| insurance::read(text, cx.today)).unwrap_or_default();
    let payer = cells.text(Column::Payer).and_then(|text| mark::some_text(&text)).unwrap_or_default();
    let employer = cells.text(Column::Employer).unwrap_or_default();
    let own = [plain(cx.delegation), plain(&employer), String::new()];
    for paid_by in months.values_mut() {
        if paid_by.is_empty() {
            paid_by.clone_from(&payer);
        }
        if own.contains(&plain(paid_by)) {
            paid_by.clear();
        }
    }
    months
}

/// The events, from the column of events and from columns that are events themselves.
fn read_events(cx: &Context<'_>, cells: &mut Cells<'_>, row: &mut Row) {
    let mut unknown = Vec::new();
    for named in cells.text(Column::Events).map(|text| mark::list(&text)).unwrap_or_default() {
        match cx.events.named(&named) {
            Some(event) => row.events.push(event.id.clone()),
            None => unknown.push(named),
        }
    }
    let mut asked = cx.header.of(Column::Events).is_some();
    let mut partners = Vec::new();
    for heading in &cx.header.headings {
        match &heading.holds {
            Holds::Event(event) => {
                asked = true;
                let text = cells.text_at(heading);
                let marked = text.as_deref().map(|text| cells.mark(text));
                match (marked, cx.events.doubles(event)) {
                    (None | Some(Some(false)), _) => {}
                    (Some(Some(true)), _) => row.events.push(event.clone()),
                    // In the column of a doubles event, a text that is no mark is the partner.
                    (Some(None), Some(_)) => {
                        row.events.push(event.clone());
                        partners.push((event.clone(), text.unwrap_or_default()));
                    }
                    (Some(None), None) => cells.fault_at(heading, Severity::Refused),
                }
            }
            Holds::PartnerIn(event) => partners.extend(cells.text_at(heading).map(|text| (event.clone(), text))),
            Holds::Known(_) | Holds::Other => {}
        }
    }
    // Who is an official alone plays in nothing that the form does not name.
    if let (false, false, Some(event)) = (asked, row.is_official(), cx.events.only()) {
        row.events.push(event.id.clone());
    }
    let mut seen = Vec::new();
    row.events.retain(|event| {
        !seen.contains(event) && {
            seen.push(event.clone());
            true
        }
    });
    let doubles: Vec<EventId> = row.events.iter().filter(|event| cx.events.doubles(event).is_some()).cloned().collect();
    if let Some(text) = cells.text(Column::Partner) {
        partners.extend(doubles.iter().map(|event| (event.clone(), text.clone())));
        if doubles.is_empty() {
            row.facts.other.extend(cx.header.of(Column::Partner).map(|heading| (heading.text.clone(), text)));
        }
    }
    for (event, text) in partners {
        let taken = !doubles.contains(&event) || row.partners.iter().any(|partner| partner.event == event);
        match name::read(&text).filter(|_| !taken && mark::some_text(&text).is_some()) {
            Some(name) => row.partners.push(Partner { event, name }),
            None => row.facts.other.push((event.to_string(), text)),
        }
    }
    if row.events.is_empty() && unknown.is_empty() && !row.is_official() {
        unknown.push(String::new());
    }
    for named in unknown {
        let column = cx.header.of(Column::Events).map(|heading| heading.column);
        cells.find(Code::ImportEvent, Severity::Review, column, vec![Fact::Text(named)]);
    }
}

/// Keeps what stands in columns that nobody reads.
fn read_others(cx: &Context<'_>, cells: &mut Cells<'_>, row: &mut Row) {
    for heading in &cx.header.headings {
        let kept = match heading.holds {
            Holds::Other => true,
            Holds::Known(column) => matches!(
                column,
                Column::Age
                    | Column::Post
                    | Column::Payer
                    | Column::UnionNumber
                    | Column::LastPlace
                    | Column::Size
                    | Column::Diet
                    | Column::Lodging
                    | Column::Photo
            ),
            Holds::Event(_) | Holds::PartnerIn(_) => false,
        };
        if kept && let Some(text) = cells.text_at(heading) {
            row.facts.other.push((heading.text.clone(), text));
        }
    }
}

/// A row that names another delegation than its form.
fn check_delegation(cx: &Context<'_>, cells: &mut Cells<'_>) {
    let Some(named) = cells.text(Column::Delegation) else {
        return;
    };
    if plain(&named) != plain(cx.delegation) {
        let column = cx.header.of(Column::Delegation).map(|heading| heading.column);
        cells.find(Code::ImportUnit, Severity::Review, column, vec![Fact::Text(named)]);
    }
}
