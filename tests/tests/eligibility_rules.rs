//! Properties of the rules about papers, regions, bans, work in sport and the lower tier: a stricter parameter never improves a
//! verdict, a requested paper that is seen never worsens one, and the order of people does not matter.

use std::collections::{BTreeMap, BTreeSet};

use gongsai::date::{Date, Month};
use gongsai::document::regulations_from_toml;
use gongsai::eligibility::{Athlete, Candidate, Register, Review, Verdict, review};
use gongsai::finding::Code;
use gongsai::id::{EventId, PersonId, UnitId};
use gongsai::person::{Birth, DocumentNumber, Facts, History, Tri};
use gongsai::regulations::{Level, Regulations, Sport};
use gongsai::sex::Sex;
use proptest::prelude::*;
use proptest::sample::select;

/// How strict each rule is, from 0 to 3; one line of rules each, in the order of [`LINES`].
type Strictness = [usize; LINES.len()];

/// A rule, laxest first.
const LINES: [[&str; 4]; 12] = [
    [
        "P07 = { months = 3 }",
        "P07 = { months = 6 }",
        "P07 = { months = 6, payer = \"unit\" }",
        "P07 = { months = 9, payer = \"unit\", gap = \"ineligible\" }",
    ],
    [
        "P08 = { allow = [\"合同制\", \"劳务派遣\", \"退休\"] }",
        "P08 = { allow = [\"合同制\", \"劳务派遣\"], limited = { \"退休\" = \"retired\" } }",
        "P08 = { allow = [\"合同制\"], with_evidence = { \"劳务派遣\" = \"派遣协议\" }, deny = [\"退休\"] }",
        "P08 = { allow = [\"合同制\"], deny = [\"退休\", \"劳务派遣\"] }",
    ],
    [
        "P11 = { areas = [\"太原\", \"大同\"], papers = [\"居住证\"], insured_months = 3 }",
        "P11 = { areas = [\"太原\"], papers = [\"居住证\"], insured_months = 6 }",
        "P11 = { areas = [\"太原\"], household_months = 12, papers = [\"居住证\"] }",
        "P11 = { areas = [\"太原\"], household_months = 24 }",
    ],
    [
        "P12 = { allow = \"any\" }",
        "P12 = { allow = [\"中国\", \"韩国\", \"日本\"] }",
        "P12 = { allow = [\"中国\", \"韩国\"] }",
        "P12 = { allow = [\"中国\"] }",
    ],
    [
        "P16 = { banned = [] }",
        "P16 = { banned = [\"乙\"] }",
        "P16 = { banned = [\"乙\", \"甲\"] }",
        "P16 = { banned = [\"乙\", \"甲\", { name = \"甲\", tail = \"0013\" }] }",
    ],
    [
        "P17 = { events = [\"TT_MS\"], min_rank = \"科员\" }",
        "P17 = { events = [\"TT_MS\"], min_rank = \"副科\" }",
        "P17 = { events = [\"TT_MS\"], min_rank = \"正科\" }",
        "P17 = { events = [\"TT_MS\", \"BB_men\"], min_rank = \"正处\" }",
    ],
    [
        "R02 = { ignore_youth_before_age = 16, youth_outcome = \"ignore\" }",
        "R02 = { ignore_youth_before_age = 16, youth_outcome = \"limited\" }",
        "R02 = { ignore_youth_before_age = 16, youth_outcome = \"review\" }",
        "R02 = { ignore_youth_before_age = 16, youth_outcome = \"ineligible\" }",
    ],
    [
        "R07 = { tags = [\"教练\"], max_events = 3 }",
        "R07 = { tags = [\"教练\"], max_events = 1 }",
        "R07 = { tags = [\"教练\"], same_sport = true }",
        "R07 = { tags = [\"教练\", \"教师\"] }",
    ],
    [
        "R08 = { rank_max = 5, body = \"全国\" }",
        "R08 = { rank_max = 20, body = \"全国\" }",
        "R08 = { rank_max = 20 }",
        "R08 = { rank_max = 500 }",
    ],
    [
        "R09 = { squads = [\"国家队\"] }",
        "R09 = { squads = [\"国家队\", \"集训队\"] }",
        "R09 = { squads = [\"国家队\", \"集训队\", \"大学\"] }",
        "R09 = { squads = [\"队\", \"大学\"] }",
    ],
    [
        "E06 = { replacements = 2, names = [\"甲\"] }",
        "E06 = { replacements = 2, names = [\"丙\"] }",
        "E06 = { replacements = 1, names = [\"丙\"] }",
        "E06 = { names = [\"丙\"] }",
    ],
    [
        "T04 = { ex_pro = { roster = 3 }, foreign = { roster = 3 }, retired = { roster = 3 } }",
        "T04 = { ex_pro = { roster = 2 }, foreign = { roster = 2 }, retired = { roster = 2 } }",
        "T04 = { ex_pro = { roster = 1 }, foreign = { roster = 1 }, retired = { roster = 1 } }",
        "T04 = { ex_pro = { roster = 0 }, foreign = { roster = 0 }, retired = { roster = 0 } }",
    ],
];

/// The rules that strict, or only the one of an id: among all, somebody is soon barred for another reason.
fn regulations(strictness: Strictness, only: Option<&str>) -> Regulations {
    let text = include_str!("../data/catalogue.toml");
    let (head, rest) = text.split_once("[rules]").expect("rules");
    let (_, events) = rest.split_once("[[event]]").expect("events");
    let lines = LINES.iter().zip(strictness).filter(|(line, _)| only.is_none_or(|only| line[0].starts_with(only)));
    let rules: Vec<&str> = lines.map(|(line, at)| line[at]).collect();
    let text = format!("{head}[rules]\n{}\n[[event]]{events}", rules.join("\n"));
    let regulations = regulations_from_toml(&text).expect("TOML").verify().expect("sound");
    assert_eq!(regulations.rules.unchecked, []);
    regulations
}

/// One row of a form, owned.
#[derive(Clone, Debug)]
struct Row {
    sport: Sport,
    name: &'static str,
    events: Vec<EventId>,
    facts: Facts,
}

fn maybe(texts: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    proptest::option::of(select(texts)).prop_map(|text| text.map(str::to_owned))
}

fn tri() -> impl Strategy<Value = Tri> {
    select(vec![Tri::Yes, Tri::No, Tri::Unknown])
}

/// The months up to March 2026, some of them missing or paid by another.
fn insurance() -> impl Strategy<Value = BTreeMap<Month, String>> {
    let payer = select(vec![None, Some(""), Some(""), Some("甲公司")]);
    proptest::collection::vec(payer, 0..13).prop_map(|months| {
        let end = Month::new(2026, 3).expect("a month");
        let paid = (0..).zip(months).filter_map(|(back, payer)| Some((end.minus(back)?, payer?.to_owned())));
        paid.collect()
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let papers = proptest::sample::subsequence(vec!["派遣协议", "居住证"], 0..=2);
    let numbers = &["100101199001010013", "100101199001010021", "E1234567"];
    let work = (
        maybe(numbers),
        maybe(&["合同制", "劳务派遣", "退休", "志愿者"]),
        insurance(),
        proptest::option::of(0..13_u16),
        papers,
    );
    let place = (
        maybe(&["山西省太原市", "大同市"]),
        proptest::option::of(select(vec!["2020-01-01", "2025-04-01", "2025-12-01"])),
        maybe(&["中国", "韩国", "日本", "法国"]),
        maybe(&["副科级", "正科级", "副处级", "科级"]),
    );
    let sport = (
        maybe(&["乒乓球教练", "篮球教练", "教练", "体育教师"]),
        maybe(&["全国3", "全国15", "全省15", "15", "全国第300名", "前列"]),
        maybe(&["省集训队", "某大学", "曾在省集训队", "业余队"]),
        tri(),
    );
    (work, place, sport).prop_map(|(work, place, sport)| {
        let (number, employment, insurance, insured_months, papers) = work;
        let (household, household_since, nationality, rank) = place;
        let (occupation, ranking, squad, lower_tier) = sport;
        Facts {
            document: number.as_deref().map(DocumentNumber::new),
            employment,
            insurance,
            insured_months,
            papers: papers.into_iter().map(str::to_owned).collect(),
            household,
            household_since: household_since.and_then(Date::from_iso),
            nationality,
            rank,
            occupation: occupation.into_iter().collect(),
            ranking,
            squad,
            lower_tier,
            history: History::Never,
            ..Facts::default()
        }
    })
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let sport = select(vec![Sport::TableTennis, Sport::Basketball]);
    let row =
        (sport, select(vec!["甲", "乙", "丙"]), any::<bool>(), facts()).prop_map(|(sport, name, enters, facts)| {
            let event = if sport == Sport::TableTennis { "TT_MS" } else { "BB_men" };
            let events = enters.then(|| EventId::new(event).expect("an id")).into_iter().collect();
            Row { sport, name, events, facts }
        });
    proptest::collection::vec(row, 1..9)
}

fn register() -> impl Strategy<Value = Vec<Athlete>> {
    let birth = select(vec!["1990-01-01", "1985-05-05"]).prop_map(|day| Date::from_iso(day).expect("a day"));
    let year = proptest::option::of(select(vec![2004_u16, 2006, 2016, 2026, 2028]));
    let level = select(vec![None, Some(Level::Province), Some(Level::College)]);
    let rank = proptest::option::of(select(vec![3_u16, 15, 300]));
    let rest = (level, rank, any::<bool>(), select(vec!["全国积分", "省集训队"]));
    let athlete = (select(vec!["甲", "乙"]), birth, year, tri(), rest).prop_map(
        |(name, birth, to, active, (level, rank, banned, body))| Athlete {
            name: name.to_owned(),
            sex: Some(Sex::Male),
            birth: Birth::Day(birth),
            sport: "乒乓球".to_owned(),
            body: body.to_owned(),
            level,
            to,
            active,
            rank,
            banned,
            ..Athlete::default()
        },
    );
    proptest::collection::vec(athlete, 0..5)
}

fn strictness() -> impl Strategy<Value = Strictness> {
    proptest::array::uniform12(0..4_usize)
}

fn reviewed(strictness: Strictness, register: &[Athlete], rows: &[(u64, &Row)]) -> Review {
    reviewed_by(None, strictness, register, rows)
}

fn reviewed_by(only: Option<&str>, strictness: Strictness, register: &[Athlete], rows: &[(u64, &Row)]) -> Review {
    let candidates: Vec<Candidate<'_>> = rows
        .iter()
        .map(|(person, row)| Candidate {
            person: PersonId(*person),
            unit: UnitId(1),
            sport: row.sport,
            events: &row.events,
            name: row.name,
            facts: &row.facts,
        })
        .collect();
    review(&regulations(strictness, only), &Register::new(register.to_vec()), &candidates)
}

fn verdicts(review: &Review) -> BTreeMap<PersonId, (Verdict, BTreeSet<Code>)> {
    let codes = |found: &gongsai::eligibility::PersonReview| found.findings.iter().map(|one| one.code).collect();
    review.people.iter().map(|found| (found.person, (found.verdict, codes(found)))).collect()
}

proptest! {
    #[test]
    fn a_stricter_parameter_never_improves_a_verdict(
        rows in rows(), register in register(), lax in strictness(), which in 0..LINES.len(),
    ) {
        let mut strict = lax;
        strict[which] = (lax[which] + 1).min(3);
        let rows: Vec<(u64, &Row)> = (1..).zip(&rows).collect();
        let of = |strictness| reviewed_by(LINES[which][0].get(..3), strictness, &register, &rows);
        let (before, after) = (of(lax), of(strict));
        for (before, after) in before.people.iter().zip(&after.people) {
            prop_assert!(before.verdict <= after.verdict, "{} {:?} -> {:?}", LINES[which][strict[which]], before, after);
        }
    }

    /// A quota that falls is broken by no fewer lists.
    #[test]
    fn a_smaller_quota_is_broken_by_no_fewer_lists(rows in rows(), lax in strictness(), register in register()) {
        let quotas = LINES.len() - 1;
        let mut strict = lax;
        strict[quotas] = (lax[quotas] + 1).min(3);
        let rows: Vec<(u64, &Row)> = (1..).zip(&rows).collect();
        let broken = |review: Review| {
            let codes = review.teams.iter().flat_map(|team| &team.findings).map(|found| found.code);
            codes.filter(|code| code.rule() == "T04").count()
        };
        prop_assert!(broken(reviewed(lax, &register, &rows)) <= broken(reviewed(strict, &register, &rows)));
    }

    #[test]
    fn a_requested_paper_that_is_seen_never_worsens_a_verdict(
        rows in rows(), register in register(), strictness in strictness(), paper in select(vec!["派遣协议", "居住证"]),
    ) {
        let mut seen = rows.clone();
        seen.iter_mut().for_each(|row| row.facts.papers.push(paper.to_owned()));
        let numbered = |rows: &[Row], id: &str| -> Review {
            reviewed_by(Some(id), strictness, &register, &(1..).zip(rows).collect::<Vec<_>>())
        };
        let of = |id| (numbered(&rows, id), numbered(&seen, id));
        let pairs = ["P08", "P11"].map(of);
        let both = pairs.iter().flat_map(|(before, after)| before.people.iter().zip(&after.people));
        for (before, after) in both {
            prop_assert!(after.verdict <= before.verdict, "{:?} -> {:?}", before, after);
        }
    }

    #[test]
    fn the_order_of_people_and_of_the_register_does_not_matter(
        rows in rows(), register in register(), strictness in strictness(),
    ) {
        let mut numbered: Vec<(u64, &Row)> = (1..).zip(&rows).collect();
        let one = verdicts(&reviewed(strictness, &register, &numbered));
        numbered.reverse();
        let turned: Vec<Athlete> = register.iter().rev().cloned().collect();
        prop_assert_eq!(one, verdicts(&reviewed(strictness, &turned, &numbered)));
    }
}

/// The properties above say something: each rule bars, doubts or limits somebody at its strictest and not at its laxest.
#[test]
fn every_line_of_rules_makes_a_difference() {
    let named = |rank: &str, squad: &str| Facts {
        document: Some(DocumentNumber::new("100101199001010013")),
        sex: Some(Sex::Male),
        employment: Some("劳务派遣".to_owned()),
        insured_months: Some(8),
        household: Some("大同市".to_owned()),
        nationality: Some("法国".to_owned()),
        rank: Some(rank.to_owned()),
        occupation: vec!["体育教师".to_owned()],
        ranking: Some("全国第300名".to_owned()),
        squad: (!squad.is_empty()).then(|| squad.to_owned()),
        lower_tier: Tri::No,
        history: History::Never,
        ..Facts::default()
    };
    let event = vec![EventId::new("TT_MS").expect("an id")];
    let row = Row { sport: Sport::TableTennis, name: "甲", events: event, facts: named("副科级", "") };
    let register = [Athlete {
        name: "甲".to_owned(),
        sex: Some(Sex::Male),
        birth: Birth::Day(Date::new(1990, 1, 1).expect("a day")),
        level: Some(Level::Province),
        to: Some(2004),
        active: Tri::No,
        ..Athlete::default()
    }];
    for line in LINES.iter().take(LINES.len() - 1).filter(|line| !line[0].starts_with("R09")) {
        let verdict = |at| reviewed_by(line[0].get(..3), [at; LINES.len()], &register, &[(1, &row)]).people[0].verdict;
        assert!(verdict(0) < verdict(3), "{} {:?} {:?}", line[0], verdict(0), verdict(3));
    }
}
