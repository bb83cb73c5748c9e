//! The stored form of a meet: what goes out to storage and files, and what comes back.

use std::collections::BTreeMap;

use gongsai::document;
use gongsai::id::{MeetId, PersonId, RecordId};
use gongsai::meet::{Journal, Record, RecordHash, Timestamp};
use gongsai::person::Facts;
use serde_json::json;

/// A meet as the list of meets tells it, without opening it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The title; empty before the regulations are set.
    pub title: String,
    /// The first day, as regulations write it.
    pub first_match: String,
    /// Units that sent a form, of all units.
    pub units: (usize, usize),
    /// People on forms.
    pub people: usize,
    /// Events drawn, of all events.
    pub events: (usize, usize),
    /// Matches over, of all that are drawn.
    pub matches: (usize, usize),
    /// When it was last changed.
    pub changed: i64,
}

impl Summary {
    /// The row of a meet.
    #[must_use]
    pub fn of(journal: &Journal, now: Timestamp) -> Summary {
        let meet = journal.meet();
        let regulations = meet.regulations();
        let sent: std::collections::BTreeSet<_> = meet.taken_in().keys().map(|(unit, _)| unit).collect();
        let all = regulations.map_or(&[][..], |regulations| &regulations.events);
        let (mut drawn, mut over, mut planned) = (0, 0, 0);
        for event in all.iter().filter_map(|event| meet.event(&event.id)) {
            let plan = event.bracket().plan();
            drawn += 1;
            planned += plan.matches.len();
            let is_over = |id| event.bracket().match_view(id).is_some_and(|found| found.over);
            over += plan.matches.iter().filter(|planned| is_over(planned.id)).count();
        }
        Summary {
            title: regulations.map(|regulations| regulations.title.clone()).unwrap_or_default(),
            first_match: regulations.map(|regulations| regulations.first_match.to_string()).unwrap_or_default(),
            units: (sent.len(), meet.units().len()),
            people: meet.people().len(),
            events: (drawn, all.len()),
            matches: (over, planned),
            changed: now.0,
        }
    }

    /// The row as it is stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        json!({
            "title": self.title, "first_match": self.first_match, "units": [self.units.0, self.units.1],
            "people": self.people, "events": [self.events.0, self.events.1],
            "matches": [self.matches.0, self.matches.1], "changed": self.changed,
        })
        .to_string()
    }

    /// A stored row; what cannot be read in it is empty.
    #[must_use]
    pub fn from_text(text: &str) -> Summary {
        let row: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let number = |value: &serde_json::Value| value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let pair = |name: &str| (number(&row[name][0]), number(&row[name][1]));
        Summary {
            title: text("title"),
            first_match: text("first_match"),
            units: pair("units"),
            people: number(&row["people"]),
            events: pair("events"),
            matches: pair("matches"),
            changed: row["changed"].as_i64().unwrap_or(0),
        }
    }
}
