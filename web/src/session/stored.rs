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

/// What is wrong with a meet that was opened. What is whole of it is open.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadProblem {
    /// A line of the journal.
    Line(document::journal::Problem),
    /// The private facts of this person cannot be read.
    Facts(PersonId),
    /// Two different records have this id; the one that was stored here stands.
    Differs(RecordId),
}

/// A meet ready to be opened.
pub struct Opened {
    pub(super) journal: Journal,
    pub(super) vault: BTreeMap<PersonId, Facts>,
    pub(super) problems: Vec<LoadProblem>,
    pub(super) unsaved: Vec<(RecordId, String)>,
}

impl Opened {
    /// A new meet without records.
    #[must_use]
    pub fn new(meet: MeetId) -> Opened {
        Opened { journal: Journal::new(meet), vault: BTreeMap::new(), problems: Vec::new(), unsaved: Vec::new() }
    }

    /// The same with more that is wrong with it.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<LoadProblem>) -> Opened {
        self.problems.extend(problems);
        self
    }

    /// A meet from its stored rows, with those of a file laid over them: what is new in the file is yet to be stored.
    #[must_use]
    pub fn from_rows(meet: MeetId, stored: &[String], facts: &[(PersonId, String)], file: &[String]) -> Opened {
        let mut problems = Vec::new();
        let mut all: BTreeMap<RecordId, (Record, String)> = BTreeMap::new();
        let whole = |lines: &[String]| document::journal::from_lines(meet, lines.iter().map(String::as_str));
        let (here, there) = (whole(stored), whole(file));
        problems.extend(here.problems.into_iter().chain(there.problems).map(LoadProblem::Line));
        for (record, line) in here.journal.records().iter().zip(here.lines) {
            all.insert(record.id, (record.clone(), line));
        }
        let mut unsaved = Vec::new();
        for (record, line) in there.journal.records().iter().zip(there.lines) {
            match all.get(&record.id) {
                Some((_, known)) if *known == line => {}
                Some(_) => problems.push(LoadProblem::Differs(record.id)),
                None => {
                    unsaved.push((record.id, line.clone()));
                    all.insert(record.id, (record.clone(), line));
                }
            }
        }
        let mut ordered: Vec<&(Record, String)> = all.values().collect();
        ordered.sort_by_key(|(record, _)| (record.clock, record.id));
        let loaded = document::journal::from_lines(meet, ordered.into_iter().map(|(_, line)| line.as_str()));
        let mut vault = BTreeMap::new();
        for (person, text) in facts {
            match document::vault::decode(text) {
                Ok(facts) => drop(vault.insert(*person, facts)),
                Err(_) => problems.push(LoadProblem::Facts(*person)),
            }
        }
        Opened { journal: loaded.journal, vault, problems, unsaved }
    }
}

/// The id of a journal in a file, with its record lines.
///
/// # Errors
/// [`document::journal::NotAJournal`] when the file is none.
pub fn lines_of_file(text: &str) -> Result<(MeetId, Vec<String>, Vec<LoadProblem>), document::journal::NotAJournal> {
    let loaded = document::journal::read(text)?;
    let problems = loaded.problems.into_iter().map(LoadProblem::Line).collect();
    Ok((loaded.journal.meet().id(), loaded.lines, problems))
}

/// The stored lines of a meet as a file.
#[must_use]
pub fn journal_file(meet: MeetId, lines: &[String]) -> String {
    let mut text = document::journal::header(meet);
    for line in lines {
        text.push('\n');
        text.push_str(line);
    }
    text.push('\n');
    text
}

/// The whole journal as a file.
#[must_use]
pub fn journal_text(journal: &Journal) -> String {
    document::journal::write(journal)
}

pub(super) fn line(record: &Record) -> (RecordId, String, RecordHash) {
    let line = document::journal::encode(record);
    let hash = document::journal::hash(&line);
    (record.id, line, hash)
}

pub(super) fn fact_rows(facts: &BTreeMap<PersonId, Facts>) -> Vec<(PersonId, String)> {
    facts.iter().map(|(person, facts)| (*person, document::vault::encode(facts))).collect()
}
