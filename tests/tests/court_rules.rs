//! Rules about who stands on court together, in a meet: classes (L01), ages (L02, L06), appearances before (L05).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;

use gongsai::date::Date;
use gongsai::document::regulations_from_toml;
use gongsai::eligibility::{Decision, Verdict};
use gongsai::finding::{Code, Severity};
use gongsai::id::{EntryId, EventId, MatchId, MeetId, Part, PersonId};
use gongsai::lineup::LineupFault;
use gongsai::meet::{Command, Journal, Meet, Refused, Reviewed};
use gongsai::person::{Birth, Facts};
use gongsai::regulations::{Class, RegulationsDraft, Sport, Value};
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use gongsai_tests::lineups::{commit, lineup, open};

fn event() -> EventId {
    EventId::new("TT_team").unwrap()
}

/// Eight teams of the games, drawn under these rules.
fn drawn(rules: &str) -> Simulation {
    let Value::Map(fields) = regulations_from_toml(&format!("[rules]\n{rules}")).unwrap().0 else { panic!("a table") };
    let regulations = games::regulations().with_rules(&fields["rules"], None).unwrap();
    let draft: RegulationsDraft = regulations.draft().clone();
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "on court");
    simulation.ask(Command::SetRegulations(draft)).unwrap();
    simulation.enter_units(8).unwrap();
    simulation.play(&event(), 0).unwrap();
    simulation
}

/// The open matches of a kind, with one of those who stand in each.
fn open_matches(meet: &Meet, in_group: bool) -> Vec<(MatchId, EntryId)> {
    let bracket = meet.event(&event()).unwrap().bracket();
    let wanted =
        bracket.matches().filter(|found| found.is_open() && matches!(found.id.part, Part::Group(_)) == in_group);
    wanted.map(|found| (found.id, bracket.entries(found.id).unwrap().a)).collect()
}

#[test]
fn classes_on_court_come_from_the_review_and_end_with_a_waiver() {
    let mut simulation = drawn("L01 = { TT = { ex_pro_on_court = 1 } }");
    let (id, entry) = open_matches(simulation.journal().meet(), true)[0];
    let line_up = lineup(simulation.journal().meet(), entry, 0);
    let both = [line_up.places["MS"][0], line_up.places["WS"][0]];
    let codes = vec![(Code::R04Met, Severity::Limited)];
    let reviewed =
        |person| Reviewed { person, sport: Sport::TableTennis, verdict: Verdict::Limited, codes: codes.clone() };
    let people = both.map(reviewed).to_vec();
    let faults =
        |simulation: &Simulation| simulation.journal().meet().check_lineup(&event(), id, entry, &line_up).unwrap();
    assert_eq!(faults(&simulation), []);
    simulation.ask(Command::Review { people, teams: Vec::new() }).unwrap();
    assert_eq!(faults(&simulation), [LineupFault::TooManyOf { class: Class::ExPro, count: 2, most: 1 }]);
    // It is refused when it is opened too.
    let entries = simulation.journal().meet().event(&event()).unwrap().bracket().entries(id).unwrap();
    let other = lineup(simulation.journal().meet(), entries.b, 0);
    simulation.ask(commit(&event(), id, entries.a, &line_up)).unwrap();
    simulation.ask(commit(&event(), id, entries.b, &other)).unwrap();
    let refusal = simulation.ask(open(&event(), id, entries.a, line_up.clone()));
    assert!(matches!(refusal, Err(Refused::Lineup(_))), "{refusal:?}");
    let (decision, reason) = (Decision::Waive(Code::R04Met), "核实".to_owned());
    simulation
        .ask(Command::Decide { person: both[0], sport: Sport::TableTennis, decision, reason, until: None })
        .unwrap();
    assert_eq!(faults(&simulation), []);
    simulation.ask(open(&event(), id, entries.a, line_up.clone())).unwrap();
}

#[test]
fn a_match_behind_the_groups_asks_for_appearances_in_them() {
    let mut simulation = drawn("L05 = { TT_team = 1 }");
    // In every group match that is open now both teams hand in their first line-up.
    let bracket = |simulation: &Simulation| simulation.journal().meet().event(&event()).unwrap().bracket().clone();
    let mut appeared: BTreeMap<EntryId, Vec<PersonId>> = BTreeMap::new();
    for (id, _) in open_matches(simulation.journal().meet(), true) {
        let entries = bracket(&simulation).entries(id).unwrap();
        let sides = [entries.a, entries.b].map(|entry| (entry, lineup(simulation.journal().meet(), entry, 0)));
        for (entry, line_up) in &sides {
            assert_eq!(simulation.journal().meet().check_lineup(&event(), id, *entry, line_up).unwrap(), []);
            simulation.ask(commit(&event(), id, *entry, line_up)).unwrap();
        }
        for (entry, line_up) in sides {
            let people = line_up.places.values().flatten().copied();
            appeared.entry(entry).or_default().extend(people);
            simulation.ask(open(&event(), id, entry, line_up)).unwrap();
        }
    }
    while open_matches(simulation.journal().meet(), false).is_empty() {
        simulation.play(&event(), 1).unwrap();
    }
    let meet = simulation.journal().meet();
    for (id, entry) in open_matches(meet, false) {
        assert_eq!(meet.check_lineup(&event(), id, entry, &lineup(meet, entry, 0)).unwrap(), []);
        let other = lineup(meet, entry, 1);
        let told = meet.check_lineup(&event(), id, entry, &other).unwrap();
        let mut new: Vec<PersonId> = other.places.values().flatten().copied().collect();
        new.retain(|person| !appeared[&entry].contains(person));
        new.sort_unstable();
        new.dedup();
        let few = |person| LineupFault::TooFewAppearances { person, count: 0, least: 1 };
        assert!(!new.is_empty());
        assert_eq!(told, new.into_iter().map(few).collect::<Vec<_>>());
    }
}

#[test]
fn ages_are_checked_where_the_vault_knows_them() {
    let simulation = drawn("L02 = { TT_team = { bands = [[35, 45, 1], [46, 99, 1]] } }\nL06 = { TT_team = 90 }");
    let meet = simulation.journal().meet();
    let left: Vec<&str> = meet.regulations().unwrap().rules.unchecked.iter().map(|left| left.id.as_str()).collect();
    assert_eq!(left, ["L02", "L06"], "people must look too");
    let (_, entry) = open_matches(meet, true)[0];
    let line_up = lineup(meet, entry, 0);
    let [man, woman] = ["MS", "WS"].map(|place| line_up.places[place][0]);
    let born = |text: &str| Facts { birth: Birth::Day(Date::from_iso(text).unwrap()), ..Facts::default() };
    let check = |man_born: &str, woman_born: Option<&str>| {
        let known = woman_born.map(|text| (woman, born(text)));
        let vault: BTreeMap<PersonId, Facts> = [(man, born(man_born))].into_iter().chain(known).collect();
        meet.check_ages(&event(), &line_up.people().into_iter().collect::<Vec<_>>(), &vault)
    };
    // The reference date is 2026-09-01: 40 and 50, then 39 and 50, then 40 and unknown.
    assert_eq!(check("1986-09-01", Some("1976-09-01")), []);
    assert_eq!(
        check("1986-09-02", Some("1976-09-01")),
        [LineupFault::TotalAge { years: 89, least: 90, certain: true }]
    );
    let told = check("1986-09-01", None);
    let older = LineupFault::TooFewOfAge { from: 46, to: 99, count: 0, least: 1, certain: false };
    assert_eq!(told, [older, LineupFault::TotalAge { years: 40, least: 90, certain: false }]);
    assert!(told.iter().all(|fault| !fault.bars()));
}
