//! The heading row of a form's table.

use super::column::{Column, key};
use super::event::Events;
use crate::id::EventId;
use crate::table::{Cell, Table};

/// The rows in which a heading is looked for.
const WITHIN: usize = 20;

/// What the cells below a heading hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// A column of forms.
    Known(Column),
    /// Marks for one event.
    Event(EventId),
    /// The partner in one event.
    PartnerIn(EventId),
    /// Something that is kept as it is.
    Other,
}

/// One heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The column, from 0.
    pub(super) column: usize,
    /// The heading without spaces and what stands in brackets.
    pub(super) text: String,
    /// The heading as written.
    pub(super) written: String,
    pub(super) holds: Holds,
}

/// The headings of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The first row below, from 0.
    pub(super) below: usize,
    pub(super) headings: Vec<Heading>,
}

/// The row of the headings, from 0: the first with a name column and another known one.
pub(super) fn row_of(table: &Table) -> Option<usize> {
    table.rows.iter().take(WITHIN).position(|row| {
        let known: Vec<Column> = row.iter().filter_map(|cell| Column::of(&cell.text())).collect();
        let others = known.iter().filter(|column| **column != Column::Name).count();
        known.contains(&Column::Name) && others > 0 && row.iter().filter(|cell| !cell.is_blank()).count() > 2
    })
}

impl Header {
    /// Reads the headings of a row, and of the next where that divides some of them.
    pub(super) fn read(table: &Table, row: usize, events: Events<'_>) -> Header {
        let upper = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let lower = table.rows.get(row + 1).map(Vec::as_slice).filter(|lower| divides(upper, lower, events));
        let width = upper.len().max(lower.unwrap_or_default().len());
        let mut header = Header { below: row + 1 + usize::from(lower.is_some()), headings: Vec::new() };
        for column in 0..width {
            let at = |row: &[Cell]| row.get(column).map(Cell::text).unwrap_or_default();
            let (above, under) = (at(upper), lower.map(at).unwrap_or_default());
            // `混双` above `搭档` is one heading; elsewhere the lower one says it more closely.
            let joined = format!("{above}{under}");
            let (text, holds) = match meaning(&under, events) {
                Some(Holds::Known(Column::Partner)) => match meaning(&joined, events) {
                    Some(holds @ Holds::PartnerIn(_)) => (joined, holds),
                    _ => (under, Holds::Known(Column::Partner)),
                },
                Some(holds) => (under, holds),
                None => match meaning(&above, events) {
                    Some(holds) => (above, holds),
                    None => (if above == under { above } else { joined }, Holds::Other),
                },
            };
            if text.is_empty() {
                continue;
            }
            let again = holds != Holds::Other && header.headings.iter().any(|known| known.holds == holds);
            let holds = if again { Holds::Other } else { holds };
            header.headings.push(Heading { column, text: key(&text), written: text, holds });
        }
        header
    }

    /// The heading of a column.
    pub(super) fn of(&self, column: Column) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.holds == Holds::Known(column))
    }

    /// The heading under which the partners in an event stand: its own, else the common one, else the event's marks.
    pub(super) fn partner_in(&self, event: &EventId) -> Option<&Heading> {
        let holding = |holds: Holds| self.headings.iter().find(|heading| heading.holds == holds);
        holding(Holds::PartnerIn(event.clone()))
            .or_else(|| self.of(Column::Partner))
            .or_else(|| holding(Holds::Event(event.clone())))
    }
}

/// Whether a row goes on with the headings above it: the name heading reaches down or nothing stands there, and
/// whatever is new is a heading.
fn divides(upper: &[Cell], lower: &[Cell], events: Events<'_>) -> bool {
    let mut divided = false;
    for (column, cell) in lower.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
        let text = cell.text();
        let same = upper.get(column).is_some_and(|above| above.text() == text);
        if !same && meaning(&text, events).is_none() {
            return false;
        }
        divided |= !same;
    }
    divided
}

fn meaning(text: &str, events: Events<'_>) -> Option<Holds> {
    if text.is_empty() {
        return None;
    }
    if let Some(column) = Column::of(text) {
        return Some(Holds::Known(column));
    }
    let key = key(text);
    if let Some(prefix) = ["搭档姓名", "搭档", "配对"].iter().find_map(|suffix| key.strip_suffix(suffix)) {
        let event = events.named(prefix).and_then(|event| events.doubles(&event.id));
        return Some(event.map_or(Holds::Known(Column::Partner), |event| Holds::PartnerIn(event.id.clone())));
    }
    events.named(&key).map(|event| Holds::Event(event.id.clone()))
}
