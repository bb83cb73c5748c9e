//! The stored form of a meet: what goes out to storage and files, and what comes back.

use std::collections::{BTreeMap, BTreeSet};

use gongsai::date::Date;
use gongsai::document;
use gongsai::id::{MeetId, PersonId, RecordId};
use gongsai::meet::{Journal, Meet, RecordHash, StoredRecord, Timestamp};
use gongsai::order;
use gongsai::person::Facts;
use serde_json::json;

use super::{Identity, RowKey, units_sent};

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
            units: (units_sent(meet), meet.units().len()),
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
    /// So many records are missing that others follow.
    Missing(u32),
    /// So many records are set aside.
    Aside(usize),
    /// The day has passed on which private facts are to be gone: those of so many people were erased.
    Expired(usize, Date),
}

/// A meet ready to be opened.
pub struct Opened {
    pub(super) journal: Journal,
    pub(super) vault: BTreeMap<PersonId, Facts>,
    pub(super) problems: Vec<LoadProblem>,
    pub(super) unsaved: Vec<(RowKey, String)>,
    pub(super) identity: Option<Identity>,
    pub(super) new_identity: bool,
    /// The meet as it is shown while its records are read; none once they are.
    pub(super) shown: Option<Meet>,
}

/// How many records are read at a time while a meet is shown already.
const PORTION: usize = 500;

impl Opened {
    /// A new meet without records.
    #[must_use]
    pub fn new(meet: MeetId) -> Opened {
        Opened {
            journal: Journal::new(meet),
            vault: BTreeMap::new(),
            problems: Vec::new(),
            unsaved: Vec::new(),
            identity: None,
            new_identity: false,
            shown: None,
        }
    }

    /// A meet that is shown while its records are still to be read. Nothing can be written in it.
    #[must_use]
    pub fn shown(meet: Meet) -> Opened {
        Opened { shown: Some(meet.clone()), ..Opened::new(meet.id()) }
    }

    /// The same as this device in the meet, as it was stored.
    #[must_use]
    pub fn as_stored(mut self, identity: Option<&str>) -> Opened {
        self.identity = identity.and_then(Identity::from_text);
        self
    }

    /// The same as a device that is new in the meet: its identity is yet to be stored.
    #[must_use]
    pub fn as_new(mut self, identity: Identity) -> Opened {
        self.identity = Some(identity);
        self.new_identity = true;
        self
    }

    /// The same with more that is wrong with it.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<LoadProblem>) -> Opened {
        self.problems.extend(problems);
        self
    }

    /// A meet from its stored rows, and the records of a file with them: what is new in the file is yet to be stored.
    #[must_use]
    pub fn from_rows(meet: MeetId, stored: &[String], facts: &[(PersonId, String)], file: Vec<StoredRecord>) -> Opened {
        let loaded = document::journal::from_lines(meet, stored.iter().map(String::as_str));
        let unsaved = new_rows(&loaded.journal, &file);
        let mut journal = loaded.journal;
        journal.absorb(file);
        Opened { unsaved, ..Opened::of(journal, loaded.problems, facts) }
    }

    /// A meet from its stored rows, read in portions with a pause after each, so that the page goes on meanwhile.
    pub async fn read(meet: MeetId, stored: &[String], facts: &[(PersonId, String)], pause: impl AsyncFn()) -> Opened {
        let (mut records, mut problems) = (Vec::with_capacity(stored.len()), Vec::new());
        for (portion, lines) in stored.chunks(PORTION).enumerate() {
            for (at, text) in (portion * PORTION + 1..).zip(lines) {
                match document::journal::record(meet, at, text) {
                    Ok(stored) => records.push(stored),
                    Err(problem) => problems.push(problem),
                }
            }
            pause().await;
        }
        // In the order of the fold: every portion then stands at the end of what is folded already.
        order::sort_by_key(&mut records, |stored| stored.record.order());
        let mut journal = Journal::new(meet);
        let mut records = records.into_iter().peekable();
        while records.peek().is_some() {
            journal.absorb(records.by_ref().take(PORTION));
            pause().await;
        }
        Opened::of(journal, problems, facts)
    }

    fn of(journal: Journal, problems: Vec<document::journal::Problem>, facts: &[(PersonId, String)]) -> Opened {
        let mut problems: Vec<LoadProblem> = problems.into_iter().map(LoadProblem::Line).collect();
        let missing: u32 = journal.missing().iter().map(|(_, first, last)| last - first + 1).sum();
        problems.extend((missing > 0).then_some(LoadProblem::Missing(missing)));
        let aside = journal.aside().len();
        problems.extend((aside > 0).then_some(LoadProblem::Aside(aside)));
        let mut vault = BTreeMap::new();
        for (person, text) in facts {
            match document::vault::decode(text) {
                Ok(facts) => drop(vault.insert(*person, facts)),
                Err(_) => problems.push(LoadProblem::Facts(*person)),
            }
        }
        Opened { journal, vault, problems, ..Opened::new(MeetId(0)) }
    }
}

/// The rows of the records that a journal does not hold yet.
pub(super) fn new_rows(journal: &Journal, records: &[StoredRecord]) -> Vec<(RowKey, String)> {
    let mut rows = Vec::new();
    let mut taken: BTreeSet<RecordId> = BTreeSet::new();
    let mut hashes: BTreeSet<RecordHash> = BTreeSet::new();
    let meet = journal.meet().id();
    for stored in records.iter().filter(|stored| stored.record.meet == meet) {
        let id = stored.record.id;
        let copies = journal.copies(id);
        if copies.iter().any(|copy| copy.hash == stored.hash) || !hashes.insert(stored.hash) {
            continue;
        }
        let first = copies.is_empty() && taken.insert(id);
        let key = RowKey { id, copy: (!first).then_some(stored.hash) };
        rows.push((key, document::journal::encode(stored)));
    }
    rows
}

/// The id of the journal in a file, with its records.
///
/// # Errors
/// [`document::journal::NotAJournal`] when the file is none.
pub fn records_of_file(
    text: &str,
) -> Result<(MeetId, Vec<StoredRecord>, Vec<LoadProblem>), document::journal::NotAJournal> {
    let loaded = document::journal::read(text)?;
    let problems = loaded.problems.into_iter().map(LoadProblem::Line).collect();
    Ok((loaded.journal.meet().id(), loaded.journal.stored().cloned().collect(), problems))
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

pub(super) fn fact_rows(facts: &BTreeMap<PersonId, Facts>) -> Vec<(PersonId, String)> {
    facts.iter().map(|(person, facts)| (*person, document::vault::encode(facts))).collect()
}
