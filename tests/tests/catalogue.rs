//! Cases of the eligibility catalogue: a worker with everything in order, and what one change makes of it. Case 26, a number
//! that a sheet holds as a number, stands in `form_rules`.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gongsai::date::{Date, Month};
use gongsai::document::{PRESETS, regulations_from_toml};
use gongsai::eligibility::{Athlete, Candidate, Decision, Register, Verdict, classes, decided, review};
use gongsai::finding::{Code, Finding, Severity};
use gongsai::id::{EventId, PersonId, UnitId};
use gongsai::lineup::{LineupFault, check_court};
use gongsai::person::{Birth, DocumentNumber, Facts, History, Tri};
use gongsai::regulations::{Class, Level, Regulations, Sport, Value};
use gongsai::sex::Sex;

fn regulations() -> Regulations {
    let draft = regulations_from_toml(include_str!("../data/catalogue.toml")).unwrap();
    draft.verify().unwrap()
}

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// A man's number with this birth date.
fn number(born: &str) -> DocumentNumber {
    let stem = format!("100101{}001", born.replace('-', ""));
    let numbers = "0123456789X".chars().map(|check| DocumentNumber::new(format!("{stem}{check}").as_str()));
    numbers.into_iter().find(|number| number.check().is_ok()).unwrap()
}

/// Under contract since 2020, insured, member, no past, healthy, covered, consenting, 34 years old.
fn base() -> Facts {
    Facts {
        document: Some(number("1991-06-15")),
        sex: Some(Sex::Male),
        employer: Some("太钢".to_owned()),
        employment: Some("合同制".to_owned()),
        since: Some(day("2020-03-01")),
        insured_months: Some(12),
        member: Tri::Yes,
        student: Tri::No,
        history: History::Never,
        health: Some(day("2026-04-10")),
        cover: Tri::Yes,
        consent: Tri::Yes,
        ..Facts::default()
    }
}

fn athlete(active: Tri, sport: &str, level: Level, from: u16, to: Option<u16>) -> Athlete {
    Athlete {
        name: "甲".to_owned(),
        sex: Some(Sex::Male),
        birth: Birth::Day(day("1991-06-15")),
        sport: sport.to_owned(),
        body: if level == Level::League { "CBA" } else { "省体育局" }.to_owned(),
        level: Some(level),
        from: Some(from),
        to,
        active,
        ..Athlete::default()
    }
}

/// The verdict, and the codes of the findings that weigh.
#[track_caller]
fn check_in(sport: Sport, event: &str, change: impl Fn(&mut Facts), register: Vec<Athlete>, expected: &str) {
    let mut facts = base();
    change(&mut facts);
    check_under(&regulations(), (sport, event), &facts, register, expected);
}

#[track_caller]
fn check(change: impl Fn(&mut Facts), expected: &str) {
    check_in(Sport::TableTennis, "TT_MS", change, Vec::new(), expected);
}

/// Cases 1 to 3, 8 and 9: the boundaries of service and insurance are inclusive, and everything that is wrong is said.
#[test]
fn service_insurance_and_employment() {
    check(|_| {}, "Eligible");
    check(|facts| (facts.since, facts.insured_months) = (Some(day("2025-10-01")), Some(6)), "Eligible");
    check(
        |facts| (facts.since, facts.insured_months) = (Some(day("2025-10-02")), Some(5)),
        "Ineligible P06_SHORT P07_SHORT",
    );
    check(|facts| facts.employment = Some("退休".to_owned()), "Ineligible P08_DENIED");
    check(|facts| facts.student = Tri::Yes, "Ineligible P10_STUDENT");
}

/// Cases 5 and 6: a dispatched worker needs the agreement.
#[test]
fn a_dispatched_worker_needs_the_agreement() {
    let dispatched = |facts: &mut Facts| facts.employment = Some("劳务派遣".to_owned());
    check(dispatched, "NeedsReview P08_EVIDENCE_MISSING");
    check(
        |facts| {
            dispatched(facts);
            facts.papers = vec!["派遣协议".to_owned()];
        },
        "Eligible",
    );
}

/// Cases 10 and 11: eighteen on the reference date itself.
#[test]
fn eighteen_on_the_day() {
    check(|facts| facts.document = Some(number("2008-04-01")), "Eligible");
    check(|facts| facts.document = Some(number("2008-04-02")), "Ineligible P03_UNDER");
}

/// Cases 13 and 14: an active professional, in this sport or another.
#[test]
fn an_active_professional_is_barred_whatever_the_sport() {
    for sport in ["乒乓球", "羽毛球"] {
        let register = vec![athlete(Tri::Yes, sport, Level::Province, 2020, None)];
        check_in(Sport::TableTennis, "TT_MS", |_| {}, register, "Ineligible R01_ACTIVE");
    }
}

/// Cases 15 to 17: a former professional by service in the unit and by age.
#[test]
fn a_former_professional_by_service_and_age() {
    let past = || vec![athlete(Tri::No, "乒乓球", Level::Province, 2008, Some(2018))];
    let joined = |text: &str| {
        let since = Some(day(text));
        move |facts: &mut Facts| facts.since = since
    };
    check_in(Sport::TableTennis, "TT_MS", joined("2019-01-10"), past(), "Limited R04_MET");
    check_in(Sport::TableTennis, "TT_MS", joined("2025-01-10"), past(), "Ineligible R04_SERVICE_SHORT");
    let old = || vec![Athlete { birth: Birth::Day(day("1978-06-15")), ..past().remove(0) }];
    let of_old = |facts: &mut Facts| {
        (facts.since, facts.document) = (Some(day("2025-01-10")), Some(number("1978-06-15")));
    };
    check_in(Sport::TableTennis, "TT_MS", of_old, old(), "Eligible");
}

/// Cases 19 to 22: what is declared, graded or played in a league; the exemption by age is of R04 alone.
#[test]
fn declarations_grades_and_leagues() {
    check(|facts| facts.history = History::Blank, "NeedsReview R_DECLARATION_MISSING");
    let graded = |grade: &str| {
        let grade = grade.to_owned();
        move |facts: &mut Facts| facts.grade = Some(grade.clone())
    };
    check(graded("业余二级"), "Eligible");
    check(graded("乒乓球一级（2021）"), "NeedsReview R06_GRADE");
    check(graded("乒乓球一级（2010）"), "Eligible");
    let league =
        Athlete { birth: Birth::Day(day("1979-06-15")), ..athlete(Tri::No, "篮球", Level::League, 2015, Some(2016)) };
    let old = |facts: &mut Facts| facts.document = Some(number("1979-06-15"));
    check_in(Sport::Basketball, "BB_men", old, vec![league.clone()], "Ineligible R03_LEAGUE");
    check_in(Sport::TableTennis, "TT_MS", old, vec![league], "Eligible");
}

/// Cases 24, 25 and 27: a typing error bars nobody, nor does an old paper.
#[test]
fn typing_errors_and_old_papers_are_for_people() {
    check(|facts| facts.document = Some(DocumentNumber::new("100101199001010010")), "NeedsReview P01_CHECKSUM");
    check(|facts| facts.document = Some(DocumentNumber::new("100101199001010021")), "NeedsReview P04_MISMATCH");
    check(|facts| facts.health = Some(day("2026-01-15")), "NeedsReview P13_EXPIRED");
    check(|facts| facts.health = None, "NeedsReview P13_MISSING");
}

/// Case 28: two former professionals make the team wrong and neither of them.
#[test]
fn two_former_professionals_make_the_team_wrong() {
    let facts: Vec<Facts> =
        (1..=9).map(|n| Facts { document: Some(number(&format!("1990-01-0{n}"))), ..base() }).collect();
    let names: Vec<String> = (1..=9).map(|n| format!("队员{n}")).collect();
    let events = [EventId::new("BB_men").unwrap()];
    let register = (1..=2).map(|n| Athlete {
        name: format!("队员{n}"),
        birth: Birth::Day(day(&format!("1990-01-0{n}"))),
        ..athlete(Tri::No, "篮球", Level::Province, 2008, Some(2012))
    });
    let register = Register::new(register.collect());
    let candidates: Vec<Candidate<'_>> = (1..)
        .zip(facts.iter().zip(&names))
        .map(|(n, (facts, name))| Candidate {
            person: PersonId(n),
            unit: UnitId(1),
            sport: Sport::Basketball,
            events: &events,
            name,
            facts,
        })
        .collect();
    let review = review(&regulations(), &register, &candidates);
    let limited = review.people.iter().filter(|person| person.verdict == Verdict::Limited).count();
    assert_eq!((limited, review.people[2].verdict), (2, Verdict::Eligible));
    let codes: Vec<Code> = review.teams.iter().flat_map(|team| &team.findings).map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::T04ExPro]);
}

/// The rules of a preset on another reference date, with the events of the catalogue.
fn under(preset: &str, reference_date: &str) -> Regulations {
    let (_, rules) = PRESETS.iter().find(|(name, _)| *name == preset).unwrap();
    let Value::Map(fields) = regulations_from_toml(rules).unwrap().0 else { panic!("a table") };
    on(reference_date).with_rules(&fields["rules"], None).unwrap()
}

/// The regulations of the catalogue on another reference date.
fn on(reference_date: &str) -> Regulations {
    let text = include_str!("../data/catalogue.toml").replace("2026-04-01", reference_date);
    regulations_from_toml(&text).unwrap().verify().unwrap()
}

/// The verdict and the codes that weigh, of one who enters these events of one sport.
#[track_caller]
fn check_under(
    regulations: &Regulations,
    (sport, event): (Sport, &str),
    facts: &Facts,
    register: Vec<Athlete>,
    expected: &str,
) -> Vec<Finding> {
    let events = [EventId::new(event).unwrap()];
    let candidate = Candidate { person: PersonId(1), unit: UnitId(1), sport, events: &events, name: "甲", facts };
    let person = review(regulations, &Register::new(register), &[candidate]).people.remove(0);
    let weighing = person.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let codes: BTreeSet<&str> = weighing.map(|finding| finding.code.as_str()).collect();
    let verdict = format!("{:?}", person.verdict);
    let shown: Vec<&str> = std::iter::once(verdict.as_str()).chain(codes).collect();
    assert_eq!(shown.join(" "), expected);
    person.findings
}

fn months(list: &[(u16, &[u8])], payer: &str) -> BTreeMap<Month, String> {
    let months = list.iter().flat_map(|(year, months)| months.iter().map(|month| Month::new(*year, *month).unwrap()));
    months.map(|month| (month, payer.to_owned())).collect()
}

/// Cases 2 and 4: six months in a row up to March; eight of the last twelve with a gap are for people.
#[test]
fn months_insured_are_counted_in_a_row() {
    let half = months(&[(2025, &[10, 11, 12]), (2026, &[1, 2, 3])], "");
    check(|facts| (facts.since, facts.insurance) = (Some(day("2025-10-01")), half.clone()), "Eligible");
    let gap = months(&[(2025, &[7, 8, 9, 10, 11, 12]), (2026, &[2, 3])], "");
    check(|facts| facts.insurance = gap.clone(), "NeedsReview P07_GAP");
}

/// Cases 5 and 7: a dispatched worker is insured by the other firm; of a seconded one people decide, and the finding of the
/// rules stands beside their word.
#[test]
fn another_payer_is_for_people_and_a_waiver_stands_beside_the_finding() {
    let whole = [(2025, &[4, 5, 6, 7, 8, 9, 10, 11, 12][..]), (2026, &[1, 2, 3][..])];
    let elsewhere = |kind: &str, paper: &str| Facts {
        employment: Some(kind.to_owned()),
        insurance: months(&whole, "甲公司"),
        papers: vec![paper.to_owned()],
        ..base()
    };
    let enters = (Sport::TableTennis, "TT_MS");
    check_under(&regulations(), enters, &elsewhere("劳务派遣", "派遣协议"), Vec::new(), "Eligible");
    let seconded = elsewhere("借调", "借调证明");
    let found = check_under(&regulations(), enters, &seconded, Vec::new(), "NeedsReview P07_PAYER");
    let codes: Vec<(Code, Severity)> = found.iter().map(|finding| (finding.code, finding.severity)).collect();
    assert_eq!(decided(Verdict::of(&found), &codes, &[Decision::Waive(Code::P07Payer)]), Verdict::Eligible);
    assert_eq!(Verdict::of(&found), Verdict::NeedsReview);
}

/// Case 12: a birthday of 29 February is 1 March in a common year.
#[test]
fn a_leap_day_counts_from_the_first_of_march() {
    let born = Facts { document: Some(number("2008-02-29")), ..base() };
    let enters = (Sport::TableTennis, "TT_MS");
    check_under(&on("2026-02-28"), enters, &born, Vec::new(), "Ineligible P03_UNDER");
    check_under(&on("2026-03-01"), enters, &born, Vec::new(), "Eligible");
}

/// Case 14, the other half: where only the sport entered counts, an active badminton player may play table tennis.
#[test]
fn an_active_professional_of_another_sport_may_play_where_only_the_sport_counts() {
    let active = |sport| vec![athlete(Tri::Yes, sport, Level::Province, 2020, None)];
    let (festival, enters) = (under("international", "2027-06-01"), (Sport::TableTennis, "TT_MS"));
    check_under(&festival, enters, &base(), active("羽毛球"), "Eligible");
    check_under(&festival, enters, &base(), active("乒乓球"), "Ineligible R01_ACTIVE");
}

/// Case 18: registered from 12 to 14 years of age.
#[test]
fn a_registration_of_youth_is_for_people() {
    let youth = vec![athlete(Tri::No, "乒乓球", Level::Province, 2003, Some(2005))];
    check_in(Sport::TableTennis, "TT_MS", |_| {}, youth, "NeedsReview R02_YOUTH_ONLY");
}

/// Case 23: one document number in two delegations is for people, on both sides.
#[test]
fn one_number_in_two_delegations_is_for_people_on_both_sides() {
    let (facts, events) = (base(), [EventId::new("TT_MS").unwrap()]);
    let of = |person, unit| Candidate {
        person: PersonId(person),
        unit: UnitId(unit),
        sport: Sport::TableTennis,
        events: &events,
        name: "甲",
        facts: &facts,
    };
    let review = review(&regulations(), &Register::default(), &[of(1, 1), of(2, 2)]);
    for person in review.people {
        let codes: Vec<Code> = person.findings.iter().map(|finding| finding.code).collect();
        assert_eq!((person.verdict, codes), (Verdict::NeedsReview, vec![Code::P02Duplicate]));
    }
}

/// Case 29: a company's own meet. Hired a day too late; a coach in two events; a place on a ranking list.
#[test]
fn a_company_bars_the_newly_hired_and_the_ranked_and_limits_coaches() {
    let (company, enters) = (under("company", "2026-09-01"), (Sport::TableTennis, "TT_MS"));
    let hired = |text| Facts { since: Some(day(text)), ..base() };
    check_under(&company, enters, &hired("2026-06-01"), Vec::new(), "Eligible");
    check_under(&company, enters, &hired("2026-06-02"), Vec::new(), "Ineligible P06_SHORT");
    let ranked = Facts { ranking: Some("全省第15".to_owned()), ..base() };
    check_under(&company, enters, &ranked, Vec::new(), "Ineligible R08_RANKED");
    let coach = Facts { occupation: vec!["乒乓球教练".to_owned()], ..base() };
    check_under(&company, enters, &coach, Vec::new(), "Eligible");
    let events = ["TT_MS", "BB_men"].map(|event| [EventId::new(event).unwrap()]);
    let of =
        |sport, events| Candidate { person: PersonId(1), unit: UnitId(1), sport, events, name: "甲", facts: &coach };
    let both = [of(Sport::TableTennis, &events[0]), of(Sport::Basketball, &events[1])];
    let review = review(&company, &Register::default(), &both);
    assert!(review.people.iter().all(|person| person.verdict == Verdict::Eligible));
    let told = review.teams.iter().flat_map(|team| &team.findings).filter(|found| found.code == Code::R07TooManyEvents);
    assert_eq!(told.count(), 2, "once in each sport");
}

/// Case 30: a festival. Under 35 by birth year it is too soon; from 35 on it counts in the quota, and two may not stand on
/// court together.
#[test]
fn two_of_the_exempt_may_not_stand_on_court_together() {
    let (festival, enters) = (under("international", "2027-06-01"), (Sport::Basketball, "BB_men"));
    let born = |text: &str| Facts { document: Some(number(text)), ..base() };
    let ended = |text: &str| {
        let past = athlete(Tri::No, "篮球", Level::Province, 2015, Some(2025));
        vec![Athlete { birth: Birth::Day(day(text)), ..past }]
    };
    let young = ("1993-01-01", "1992-12-31");
    check_under(&festival, enters, &born(young.0), ended(young.0), "Ineligible R04_COOLING");
    let found = check_under(&festival, enters, &born(young.1), ended(young.1), "Limited R05_AGE_EXEMPT");
    let rule = &festival.rules.l01.as_ref().unwrap().params[&Sport::Basketball];
    let faults = |people: &[PersonId]| check_court(rule, &BTreeMap::new(), |_| classes(&found), people);
    assert_eq!(faults(&[PersonId(1)]), []);
    let two = LineupFault::TooManyOf { class: Class::ExPro, count: 2, most: 1 };
    assert_eq!(faults(&[PersonId(1), PersonId(2)]), [two]);
}
