//! Properties of the eligibility review: what holds for any people, register and parameters.

use std::collections::{BTreeMap, BTreeSet};

use gongsai::date::Date;
use gongsai::eligibility::{Athlete, Candidate, Decision, PersonReview, Register, Verdict, decided, review};
use gongsai::finding::{Code, Finding, Severity, Subject};
use gongsai::id::{EventId, PersonId, UnitId};
use gongsai::person::{Birth, DocumentNumber, Facts, History, Tri};
use gongsai::regulations::{Level, Regulations, RegulationsDraft, Sport, Value};
use gongsai::sex::Sex;
use gongsai::table::{Cell, Table};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The parameters that are made stricter or laxer.
#[derive(Clone, Copy, Debug)]
struct Parameters {
    least_age: i64,
    exempt_age: i64,
    service_months: i64,
    retired_years: i64,
}

fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn regulations(parameters: Parameters, past_outcome: &str, scope: &str) -> Regulations {
    let clause = || ("clause", text("第八条"));
    let event = |id: &str, sport: &str, kind: &str, sex: &str| {
        let mut event = BTreeMap::from([
            ("id".to_owned(), text(id)),
            ("name".to_owned(), text(id)),
            ("sport".to_owned(), text(sport)),
            ("form".to_owned(), text(id)),
            ("kind".to_owned(), text(kind)),
            ("format".to_owned(), map([("kind", text("knockout"))])),
            ("score".to_owned(), map([("kind", text("basketball"))])),
        ]);
        if !sex.is_empty() {
            event.insert("sex".to_owned(), text(sex));
        }
        Value::Map(event)
    };
    let rules = map([
        ("P01", map([clause()])),
        ("P02", map([clause(), ("scope", text("edition"))])),
        ("P03", map([clause(), ("min", Value::Int(parameters.least_age))])),
        ("P04", map([clause()])),
        ("R01", map([clause(), ("sport_scope", text(scope))])),
        ("R02", map([clause(), ("past_outcome", text(past_outcome))])),
        (
            "R04",
            map([
                clause(),
                ("service_in_unit_months", Value::Int(parameters.service_months)),
                ("retired_years", Value::Int(parameters.retired_years)),
            ]),
        ),
        ("R05", map([clause(), ("age", Value::Int(parameters.exempt_age))])),
        ("T01", map([clause(), ("BB", Value::List(vec![Value::Int(2), Value::Int(3)]))])),
    ]);
    let events = vec![event("TT_MS", "TT", "singles", "M"), event("BB_men", "BB", "team", "")];
    let draft = map([
        ("id", text("games")),
        ("title", text("职工运动会")),
        ("reference_date", text("2026-09-01")),
        ("first_match", text("2026-10-19")),
        ("sports", Value::List(vec![text("TT"), text("BB")])),
        ("rules", rules),
        ("event", Value::List(events)),
    ]);
    RegulationsDraft(draft).verify().expect("sound regulations")
}

/// One row of a form, owned.
#[derive(Clone, Debug)]
struct Row {
    person: u64,
    unit: u64,
    sport: Sport,
    name: &'static str,
    events: Vec<EventId>,
    facts: Facts,
}

/// Few names, days and numbers, so that people meet each other and the register often.
const NAMES: &[&str] = &["甲", "乙", "丙·丁"];
const DAYS: &[&str] = &["1970-01-01", "1990-01-01", "2008-09-01", "2008-09-02"];
const NUMBERS: &[&str] =
    &["100101199001010013", "100101199001010021", "100101199001010010", "11010120230229217X", "E1234567", "", "无"];
const PASTS: &[&str] = &["2008-2016省队", "2019至今省队", "2014-2016 CBA", "体校", "2008-2016市队"];

fn day() -> impl Strategy<Value = Date> {
    select(DAYS).prop_map(|day| Date::from_iso(day).expect("a day"))
}

fn sex() -> impl Strategy<Value = Option<Sex>> {
    select(vec![Some(Sex::Male), Some(Sex::Male), Some(Sex::Female), None])
}

fn birth() -> impl Strategy<Value = Birth> {
    prop_oneof![
        4 => day().prop_map(Birth::Day),
        1 => select(vec![Birth::Unknown, Birth::Year(1990), Birth::Year(2008), Birth::Month(1970, 1)]),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let history = prop_oneof![
        3 => Just(History::Never),
        1 => Just(History::Blank),
        2 => select(PASTS).prop_map(|past| History::Declared(past.to_owned())),
    ];
    let since = proptest::option::of(select(vec!["2016-01-01", "2024-09-01", "2025-09-01"]));
    let number = proptest::option::of(select(NUMBERS));
    let events = proptest::sample::subsequence(vec!["TT_MS", "BB_men", "other"], 0..=3);
    let sport = select(vec![Sport::TableTennis, Sport::Basketball]);
    let facts = (number, birth(), sex(), since, history);
    (0..4_u64, sport, select(NAMES), events, facts).prop_map(|(unit, sport, name, events, facts)| {
        let (number, birth, sex, since, history) = facts;
        let document = number.map(DocumentNumber::new);
        let since = since.and_then(Date::from_iso);
        let events = events.into_iter().filter_map(|event| EventId::new(event).ok()).collect();
        Row {
            person: 0,
            unit,
            sport,
            name,
            events,
            facts: Facts { document, birth, sex, since, history, ..Facts::default() },
        }
    })
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(row(), 0..12).prop_map(|mut rows| {
        for (row, person) in rows.iter_mut().zip(1..) {
            row.person = person;
        }
        rows
    })
}

fn athlete() -> impl Strategy<Value = Athlete> {
    let level = select(vec![None, Some(Level::League), Some(Level::City), Some(Level::Province), Some(Level::Nation)]);
    let year = || proptest::option::of(select(vec![2005_u16, 2016, 2021, 2024]));
    let active = select(vec![Tri::Yes, Tri::No, Tri::No, Tri::Unknown]);
    let sport = select(vec!["乒乓球", "篮球", ""]);
    (select(NAMES), sex(), birth(), sport, level, year(), active).prop_map(
        |(name, sex, birth, sport, level, to, active)| Athlete {
            name: name.to_owned(),
            sex,
            birth,
            sport: sport.to_owned(),
            level,
            to,
            active,
            ..Athlete::default()
        },
    )
}

fn parameters() -> impl Strategy<Value = Parameters> {
    (14..22_i64, 30..60_i64, 0..48_i64, 0..20_i64).prop_map(|(least_age, exempt_age, service_months, retired_years)| {
        Parameters { least_age, exempt_age, service_months, retired_years }
    })
}

fn outcome() -> impl Strategy<Value = &'static str> {
    select(vec!["via_R04", "review", "ineligible", "limited"])
}

fn reviewed(regulations: &Regulations, register: &Register, rows: &[Row]) -> Vec<PersonReview> {
    let candidates: Vec<Candidate<'_>> = rows
        .iter()
        .map(|row| Candidate {
            person: PersonId(row.person),
            unit: UnitId(row.unit),
            sport: row.sport,
            events: &row.events,
            name: row.name,
            facts: &row.facts,
        })
        .collect();
    review(regulations, register, &candidates).people
}

/// Verdict and codes of each person, in no order.
fn outcomes(people: &[PersonReview]) -> BTreeMap<PersonId, (Verdict, BTreeSet<Code>)> {
    let codes = |review: &PersonReview| review.findings.iter().map(|finding| finding.code).collect();
    people.iter().map(|review| (review.person, (review.verdict, codes(review)))).collect()
}

fn found(code: Code, severity: Severity) -> Finding {
    Finding { code, severity, subject: Subject::Person(PersonId(1)), clause: None, facts: Vec::new() }
}

fn findings() -> impl Strategy<Value = Vec<Finding>> {
    proptest::collection::vec(finding(), 0..6)
}

fn finding() -> impl Strategy<Value = Finding> {
    let severities = [
        Severity::Note,
        Severity::Limited,
        Severity::Review,
        Severity::TeamInvalid,
        Severity::Ineligible,
        Severity::Refused,
    ];
    (select(Code::ALL), select(severities.to_vec())).prop_map(|(code, severity)| found(code, severity))
}

fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let decision = prop_oneof![
        Just(Decision::Confirm),
        Just(Decision::Reject),
        Just(Decision::Return),
        select(Code::ALL).prop_map(Decision::Waive),
    ];
    proptest::collection::vec(decision, 0..4)
}

/// The codes with their weight, as the journal keeps them.
fn weights(findings: &[Finding]) -> Vec<(Code, Severity)> {
    findings.iter().map(|finding| (finding.code, finding.severity)).collect()
}

proptest! {
    #[test]
    fn a_review_does_not_depend_on_the_order_of_people_or_register(
        rows in rows(),
        athletes in proptest::collection::vec(athlete(), 0..8),
        parameters in parameters(),
        outcome in outcome(),
        scope in select(vec!["any", "same"]),
        turn in any::<Index>(),
    ) {
        let regulations = regulations(parameters, outcome, scope);
        let one = outcomes(&reviewed(&regulations, &Register::new(athletes.clone()), &rows));
        let (mut turned, mut turned_athletes) = (rows.clone(), athletes);
        turned.reverse();
        if !turned.is_empty() {
            turned.rotate_left(turn.index(rows.len()));
        }
        turned_athletes.reverse();
        let other = outcomes(&reviewed(&regulations, &Register::new(turned_athletes), &turned));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn people_stand_in_the_order_given_and_every_finding_quotes_its_clause(
        rows in rows(),
        athletes in proptest::collection::vec(athlete(), 0..8),
        parameters in parameters(),
        outcome in outcome(),
    ) {
        let people = reviewed(&regulations(parameters, outcome, "any"), &Register::new(athletes), &rows);
        prop_assert_eq!(people.len(), rows.len());
        for (review, row) in people.iter().zip(&rows) {
            prop_assert_eq!((review.person, review.sport), (PersonId(row.person), row.sport));
            prop_assert_eq!(review.verdict, Verdict::of(&review.findings));
            for finding in &review.findings {
                prop_assert_eq!(&finding.subject, &Subject::Person(review.person));
                prop_assert_eq!(finding.clause.as_ref().map(|clause| clause.as_str()), Some("第八条"));
            }
        }
    }

    #[test]
    fn tightening_a_parameter_never_improves_a_verdict(
        rows in rows(),
        athletes in proptest::collection::vec(athlete(), 0..8),
        parameters in parameters(),
        outcome in outcome(),
        which in 0..4,
        by in 1..12_i64,
    ) {
        let mut tight = parameters;
        match which {
            0 => tight.least_age += by,
            1 => tight.exempt_age += by,
            2 => tight.service_months += by,
            _ => tight.retired_years += by,
        }
        let register = Register::new(athletes);
        let before = reviewed(&regulations(parameters, outcome, "any"), &register, &rows);
        let after = reviewed(&regulations(tight, outcome, "any"), &register, &rows);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before.verdict <= after.verdict, "{:?} -> {:?}", before, after);
        }
    }

    #[test]
    fn a_machine_bars_nobody_whose_facts_are_unknown(
        name in select(NAMES),
        athletes in proptest::collection::vec(athlete(), 0..8),
        parameters in parameters(),
        outcome in outcome(),
    ) {
        let (unit, sport, facts) = (1, Sport::TableTennis, Facts::default());
        let unknown = Row { person: 1, unit, sport, name, events: vec![EventId::new("TT_MS").unwrap()], facts };
        let people = reviewed(&regulations(parameters, outcome, "any"), &Register::new(athletes), &[unknown]);
        prop_assert_eq!(people[0].verdict, Verdict::NeedsReview);
    }

    #[test]
    fn another_finding_never_improves(
        findings in findings(),
        another in finding(),
        at in any::<Index>(),
        decisions in decisions(),
    ) {
        let mut more = findings.clone();
        more.insert(at.index(findings.len() + 1), another);
        prop_assert!(Verdict::of(&findings) <= Verdict::of(&more));
        let before = decided(Verdict::of(&findings), &weights(&findings), &decisions);
        let after = decided(Verdict::of(&more), &weights(&more), &decisions);
        prop_assert!(before <= after, "{:?} -> {:?}", before, after);
    }

    #[test]
    fn any_text_is_read_without_a_panic(
        number in "\\PC{0,20}",
        past in "[0-9至今省市国家队、CBA -]{0,16}",
        cells in proptest::collection::vec(proptest::collection::vec("[0-9年月./男女现役a-z -]{0,10}", 0..12), 0..5),
    ) {
        let mut lines = vec![["姓名", "性别", "出生日期", "项目", "注册单位", "级别", "起始年", "终止年", "状态", "证件尾号"]
            .map(|title| Cell::Text(title.to_owned()))
            .to_vec()];
        lines.extend(cells.into_iter().map(|row| row.into_iter().map(Cell::Text).collect()));
        let register = Register::read(&Table { name: String::new(), rows: lines, ..Table::default() }).output;
        let facts = Facts {
            document: Some(DocumentNumber::new(&number)),
            history: History::Declared(past),
            ..Facts::default()
        };
        let row = Row { person: 1, unit: 1, sport: Sport::Basketball, name: "甲", events: Vec::new(), facts };
        let parameters = Parameters { least_age: 18, exempt_age: 45, service_months: 24, retired_years: 5 };
        prop_assert_eq!(reviewed(&regulations(parameters, "review", "any"), &register, &[row]).len(), 1);
    }
}
