//! The whole path natively: import, review, draw, every match, podium; and the journal that keeps it.

use std::collections::{BTreeMap, BTreeSet};

use gongsai::bracket::DrawStage;
use gongsai::document::{journal, show};
use gongsai::eligibility::Verdict;
use gongsai::finding::Severity;
use gongsai::id::{EventId, MeetId};
use gongsai::meet::Aside;
use gongsai::regulations::Sport;
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use gongsai_tests::path::{Path, register_text, sample};
use serde_json::Value as Json;

/// Delegation, sport, and the name of a person; no name for a team.
type Key = (String, String, Option<String>);

/// One row of `planted.json`: what the makers of the forms hid, and what should come of it.
struct Planted {
    key: Key,
    verdict: String,
    codes: BTreeSet<String>,
}

fn planted() -> Vec<Planted> {
    let text = std::fs::read_to_string(games::path("planted.json")).expect("the list is there");
    let rows: Vec<Json> = serde_json::from_str(&text).expect("a list");
    let text = |row: &Json, name: &str| row[name].as_str().map(str::to_owned);
    let rows = rows.iter().map(|row| {
        let codes = row["codes"].as_array().expect("codes").iter().filter_map(Json::as_str);
        let codes = codes.map(|code| code.split(':').next().unwrap_or(code).to_owned());
        Planted {
            key: (text(row, "delegation").expect("a unit"), text(row, "sport").expect("a sport"), text(row, "name")),
            verdict: text(row, "expect").expect("a verdict"),
            codes: codes.collect(),
        }
    });
    rows.collect()
}

fn name_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "Eligible",
        Verdict::Limited => "Limited",
        Verdict::NeedsReview => "NeedsReview",
        Verdict::Ineligible => "Ineligible",
    }
}

/// `data/games/planted.json`, which came with the forms: each planted fault is found, with its very codes, and
/// nobody else is doubted.
#[test]
fn the_review_finds_what_was_planted_and_nothing_else() {
    let mut path = Path::begun(MeetId(1));
    path.take_in();
    let review = path.review();
    let meet = path.journal.meet();
    let unit = |unit| meet.units()[&unit].name.clone();
    let mut found: BTreeMap<Key, (String, BTreeSet<String>)> = BTreeMap::new();
    for person in &review.people {
        let public = &meet.people()[&person.person];
        let key = (unit(public.unit), person.sport.chinese().to_owned(), Some(public.name.clone()));
        let codes = person.findings.iter().map(|finding| finding.code.to_string()).collect();
        found.insert(key, (name_of(person.verdict).to_owned(), codes));
    }
    for team in &review.teams {
        let key = (unit(team.unit), team.sport.chinese().to_owned(), None);
        let codes: BTreeSet<String> = team.findings.iter().map(|finding| finding.code.to_string()).collect();
        let entry = found.entry(key).or_insert_with(|| ("Valid".to_owned(), BTreeSet::new()));
        if !codes.is_empty() {
            entry.0 = "TeamInvalid".to_owned();
            entry.1.extend(codes);
        }
    }
    for (delegation, sport, name, code) in &path.refused {
        let key = (delegation.clone(), sport.chinese().to_owned(), Some(name.clone()));
        found.insert(key, ("ImportError".to_owned(), BTreeSet::from([code.to_string()])));
    }
    for planted in planted() {
        let (verdict, codes) = found.remove(&planted.key).unwrap_or_else(|| panic!("{:?} is lost", planted.key));
        assert_eq!(codes, planted.codes, "{:?}", planted.key);
        assert_eq!(verdict, planted.verdict, "{:?}", planted.key);
    }
    for (key, (verdict, codes)) in found {
        assert!(["Eligible", "Valid"].contains(&verdict.as_str()) && codes.is_empty(), "{key:?} {verdict} {codes:?}");
    }
}

#[test]
fn every_finding_of_a_rule_quotes_its_article() {
    let mut path = Path::begun(MeetId(1));
    path.take_in();
    let review = path.review();
    let findings = review.people.iter().flat_map(|person| &person.findings);
    let findings: Vec<_> = findings.chain(review.teams.iter().flat_map(|team| &team.findings)).collect();
    assert!(findings.len() > 25, "{}", findings.len());
    assert!(findings.iter().all(|finding| finding.clause.is_some()));
    assert!(findings.iter().any(|finding| finding.severity == Severity::TeamInvalid));
}

#[test]
fn every_event_is_played_to_its_podium_and_the_journal_keeps_it() {
    let path = Path::reviewed(MeetId(7));
    let regulations = path.journal.meet().regulations().expect("set").clone();
    let mut simulation = Simulation::new(path.journal, "to the podium");
    for event in &regulations.events {
        simulation.play_out(&event.id).expect("the event is played");
    }
    let meet = simulation.journal().meet();
    for event in &regulations.events {
        let state = meet.event(&event.id).expect("drawn");
        assert!(state.bracket().matches().all(|found| found.over), "{}", event.id);
        let first: Vec<_> = state.bracket().places().into_iter().filter(|(place, _)| *place == 1).collect();
        assert_eq!(first.len(), 1, "{} has one winner", event.id);
        assert_eq!(meet.verify_draw(&event.id, DrawStage::First), Ok(()), "{}", event.id);
    }
    let text = journal::write(simulation.journal());
    let loaded = journal::read(&text).expect("a journal");
    assert_eq!(loaded.problems, []);
    assert_eq!(journal::write(&loaded.journal), text, "the same bytes");
    assert_eq!(show::meet(loaded.journal.meet(), None), show::meet(meet, None), "the same state");
    assert!(loaded.journal.refused().next().is_none());
}

/// Forty teams in groups of four: ten groups, each unit in one, twenty in the knockout.
#[test]
fn the_table_tennis_teams_are_drawn_into_ten_groups() {
    let path = Path::reviewed(MeetId(7));
    let event = EventId::new("TT_team").expect("an id");
    let prepared = path.journal.meet().prepare_draw(&event, DrawStage::First, "2026-10-12").expect("drawn");
    assert_eq!(prepared.drawn.placings.len(), 40);
    assert_eq!(prepared.shortfall, []);
    let again = path.journal.meet().prepare_draw(&event, DrawStage::First, "2026-10-12").expect("drawn");
    assert_eq!(prepared, again);
    let other = path.journal.meet().prepare_draw(&event, DrawStage::First, "2026-10-13").expect("drawn");
    assert_ne!(prepared.drawn.placings, other.drawn.placings);
}

#[test]
fn a_form_that_comes_again_replaces_the_one_before_and_keeps_the_people() {
    let mut path = Path::begun(MeetId(7));
    path.take_in();
    let before: Vec<_> = path.journal.meet().people().keys().copied().collect();
    let entries = path.journal.meet().entries().len();
    path.take_in();
    let after: Vec<_> = path.journal.meet().people().keys().copied().collect();
    assert_eq!(before, after, "known people keep their ids");
    assert_eq!(path.journal.meet().entries().len(), entries);
    assert_eq!(path.journal.meet().taken_in().keys().filter(|(_, sport)| *sport == Sport::TableTennis).count(), 40);
}

#[test]
fn the_sample_meet_is_what_the_code_makes() {
    let (journal_text, facts) = sample();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/sample");
    let stored = |name: &str| std::fs::read_to_string(folder.join(name)).expect("the sample is there");
    let hint = "run `cargo run -p gongsai-tests --example sample`";
    assert!(stored("sample.gongsai") == journal_text, "{hint}");
    assert!(stored("sample-facts.txt") == facts, "{hint}");
    assert!(stored("sample-register.csv") == register_text(), "{hint}");
    let regulations = std::fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    assert!(stored("regulation.toml") == regulations, "the model of a new meet is the regulations of the games");
}

#[test]
fn a_damaged_file_keeps_what_is_whole_and_names_what_is_not() {
    let (text, _) = sample();
    let lines: Vec<&str> = text.lines().collect();
    let cut: String = text.chars().take(text.chars().count() * 2 / 3).collect();
    let loaded = journal::read(&cut).expect("the header is whole");
    assert!(loaded.journal.records().len() > lines.len() / 3);
    assert!(matches!(loaded.problems.as_slice(), [journal::Problem::CutOff { .. }]), "{:?}", loaded.problems);
    let changed = text.replacen("\"seed\":\"sample\"", "\"seed\":\"simple\"", 1);
    let loaded = journal::read(&changed).expect("the header is whole");
    assert!(loaded.journal.aside().iter().any(|(_, why)| *why == Aside::Altered), "the next record tells the change");
    assert!(journal::read("").is_err());
    assert!(journal::read("{\"gongsai\":99,\"meet\":\"0000000000000007\"}\n").is_err());
}
