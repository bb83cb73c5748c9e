//! Cases of the eligibility catalogue: a worker with everything in order, and what one change makes of it.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeSet;

use gongsai::date::Date;
use gongsai::document::regulations_from_toml;
use gongsai::eligibility::{Athlete, Candidate, Decision, Register, Verdict, decided, review};
use gongsai::finding::{Code, Severity};
use gongsai::id::{EventId, PersonId, UnitId};
use gongsai::person::{Birth, DocumentNumber, Facts, History, Tri};
use gongsai::regulations::{Level, Regulations, Sport};
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
    let (mut facts, events) = (base(), [EventId::new(event).unwrap()]);
    change(&mut facts);
    let candidate =
        Candidate { person: PersonId(1), unit: UnitId(1), sport, events: &events, name: "甲", facts: &facts };
    let review = review(&regulations(), &Register::new(register), &[candidate]);
    let person = &review.people[0];
    let weighing = person.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let codes: BTreeSet<&str> = weighing.map(|finding| finding.code.as_str()).collect();
    let shown: Vec<String> =
        [format!("{:?}", person.verdict)].into_iter().chain(codes.into_iter().map(str::to_owned)).collect();
    assert_eq!(shown.join(" "), expected);
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

/// Case 7, as far as forms tell payers: a word of the review group stands beside the finding of the rules.
#[test]
fn a_waiver_stands_beside_the_finding() {
    let codes = [(Code::P07Short, Severity::Ineligible)];
    assert_eq!(decided(Verdict::Ineligible, &codes, &[Decision::Waive(Code::P07Short)]), Verdict::Eligible);
}
