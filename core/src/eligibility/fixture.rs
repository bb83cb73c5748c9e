//! Small meets for the tests of the rules: regulations as TOML lines, a candidate in a sentence.

use super::{Candidate, PersonReview, Register, review, review_of};
use crate::date::Date;
use crate::entry::Unit;
use crate::id::{EventId, PersonId, UnitId};
use crate::order;
use crate::person::{Birth, DocumentNumber, Facts, History};
use crate::regulations::{Regulations, RegulationsDraft, Sport, Value};
use crate::table::{Cell, Table};

const EVENTS: &str = r#"
[[event]]
id = "TT_team"
sport = "TT"
kind = "team"
[[event]]
id = "TT_MS"
sport = "TT"
kind = "singles"
sex = "M"
[[event]]
id = "TT_WS"
sport = "TT"
kind = "singles"
sex = "F"
[[event]]
id = "BD_XD"
sport = "BD"
kind = "mixed-doubles"
[[event]]
id = "BB_men"
sport = "BB"
kind = "team"
"#;

const REST: &str = "format = { kind = \"knockout\" }\nscore = { kind = \"basketball\" }";

/// Regulations with these lines of rules.
pub(super) fn regulations(rules: &str, reference_date: &str) -> Regulations {
    let events = EVENTS.replace("id =", &format!("form = \"x\"\nname = \"x\"\n{REST}\nid ="));
    let head = "id = \"r\"\ntitle = \"t\"\nfirst_match = \"2027-10-19\"\nsports = [\"TT\", \"BD\", \"BB\"]";
    let text = format!("{head}\nreference_date = \"{reference_date}\"\n[rules]\n{rules}\n{events}");
    let value = toml::Value::Table(text.parse::<toml::Table>().unwrap());
    RegulationsDraft(plain(value)).verify().unwrap()
}

fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::Boolean(yes) => Value::Bool(yes),
        toml::Value::Integer(number) => Value::Int(number),
        toml::Value::Array(list) => Value::List(list.into_iter().map(plain).collect()),
        toml::Value::Table(map) => Value::Map(map.into_iter().map(|(name, value)| (name, plain(value))).collect()),
        other => Value::Text(other.as_str().unwrap_or_default().to_owned()),
    }
}

/// One candidate under some rules: 甲, 男, born 1990-01-01, in table tennis, no professional past declared.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) facts: Facts,
    rules: String,
    reference_date: String,
    events: Vec<EventId>,
    register: Register,
}

/// The candidate under these lines of rules; the reference date is 2026-09-01.
pub(super) fn case(rules: &str) -> Case {
    let number = DocumentNumber::new("100101199001010013");
    Case {
        facts: Facts { document: Some(number), history: History::Never, ..Facts::default() },
        rules: rules.to_owned(),
        reference_date: "2026-09-01".to_owned(),
        events: Vec::new(),
        register: Register::default(),
    }
}

impl Case {
    pub(super) fn on(mut self, reference_date: &str) -> Case {
        self.reference_date = reference_date.to_owned();
        self
    }

    pub(super) fn document(mut self, number: &str) -> Case {
        self.facts.document = Some(DocumentNumber::new(number));
        self
    }

    /// A man's document number with this birth date.
    pub(super) fn born(self, day: &str) -> Case {
        let stem = format!("100101{}001", day.replace('-', ""));
        let number = "0123456789X".chars().map(|check| format!("{stem}{check}"));
        let sound = number.filter(|number| DocumentNumber::new(number).check().is_ok()).collect::<String>();
        self.document(&sound)
    }

    /// A birth date on the form.
    pub(super) fn stated(mut self, birth: Birth) -> Case {
        self.facts.birth = birth;
        self
    }

    pub(super) fn employer(mut self, name: &str) -> Case {
        self.facts.employer = Some(name.to_owned());
        self
    }

    pub(super) fn since(mut self, day: &str) -> Case {
        self.facts.since = Date::from_iso(day);
        self
    }

    pub(super) fn declares(mut self, past: &str) -> Case {
        self.facts.history = History::Declared(past.to_owned());
        self
    }

    pub(super) fn enters(mut self, event: &str) -> Case {
        self.events.push(EventId::new(event).unwrap());
        self
    }

    /// Rows of a register with other headings.
    pub(super) fn register_with(mut self, head: &str, rows: &[&str]) -> Case {
        let cells = |line: &str| line.split(',').map(|text| Cell::Text(text.to_owned())).collect();
        let rows = std::iter::once(&head).chain(rows).map(|line| cells(line)).collect();
        self.register = Register::read(&Table { name: String::new(), rows, ..Table::default() }).output;
        self
    }

    /// Rows of the register: name, sex, birth date, sport, body, level, first and last year, state.
    pub(super) fn register(self, rows: &[&str]) -> Case {
        self.register_with("姓名,性别,出生日期,项目,注册单位,级别,起始年,终止年,状态,证件尾号", rows)
    }

    /// The verdict and the codes in alphabetical order.
    #[track_caller]
    pub(super) fn check(&self, expected: &str) {
        let (person, unit, sport) = (PersonId(1), UnitId(1), Sport::TableTennis);
        let candidate = Candidate { person, unit, sport, events: &self.events, name: "甲", facts: &self.facts };
        let regulations = regulations(&self.rules, &self.reference_date);
        let review = review(&regulations, &self.register, &[candidate]);
        assert_eq!(shown(&review.people[0]), expected);
    }
}

fn shown(person: &PersonReview) -> String {
    let mut codes: Vec<&str> = person.findings.iter().map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    std::iter::once(format!("{:?}", person.verdict))
        .chain(codes.into_iter().map(str::to_owned))
        .collect::<Vec<_>>()
        .join(" ")
}

/// One row of a form, owned.
pub(super) struct Row {
    unit: UnitId,
    sport: Sport,
    events: Vec<EventId>,
    facts: Facts,
}

/// Rows written `unit sport event,event number`; `-` enters nothing.
pub(super) fn rows(lines: &[&str]) -> Vec<Row> {
    let row = |line: &&str| {
        let parts: Vec<&str> = line.splitn(4, ' ').collect();
        let events = parts[2].split(',').filter(|name| *name != "-").map(|name| EventId::new(name).unwrap());
        Row {
            unit: UnitId(parts[0].parse().unwrap()),
            sport: Sport::CODES.iter().find(|(code, _)| *code == parts[1]).unwrap().1,
            events: events.collect(),
            facts: Facts { document: Some(DocumentNumber::new(parts[3])), history: History::Never, ..Facts::default() },
        }
    };
    lines.iter().map(row).collect()
}

/// The same rows, with something else known of each person.
pub(super) fn rows_with(lines: &[&str], change: impl Fn(&mut Facts)) -> Vec<Row> {
    let mut rows = rows(lines);
    rows.iter_mut().for_each(|row| change(&mut row.facts));
    rows
}

fn reviewed(rules: &str, units: &[Unit], rows: &[Row]) -> super::Review {
    let candidates: Vec<Candidate<'_>> = rows
        .iter()
        .zip(1..)
        .map(|(row, person)| Candidate {
            person: PersonId(person),
            unit: row.unit,
            sport: row.sport,
            events: &row.events,
            name: "甲",
            facts: &row.facts,
        })
        .collect();
    let units = order::map(units.iter().map(|unit| (unit.id, unit.clone())));
    review_of(&regulations(rules, "2026-09-01"), &Register::default(), &units, &candidates)
}

/// The verdict and codes of each row.
pub(super) fn verdicts(rules: &str, rows: &[Row]) -> Vec<String> {
    reviewed(rules, &[], rows).people.iter().map(shown).collect()
}

/// Each team review as `unit sport event codes`.
pub(super) fn teams(rules: &str, rows: &[Row]) -> Vec<String> {
    teams_of(rules, &[], rows)
}

/// The same, with a list of units.
pub(super) fn teams_of(rules: &str, units: &[Unit], rows: &[Row]) -> Vec<String> {
    let review = reviewed(rules, units, rows);
    let line = |team: &super::TeamReview| {
        let codes: Vec<&str> = team.findings.iter().map(|finding| finding.code.as_str()).collect();
        let event = team.event.as_ref().map_or("-", EventId::as_str);
        format!("{} {} {event} {}", team.unit.0, team.sport.code(), codes.join(" "))
    };
    review.teams.iter().map(line).collect()
}
