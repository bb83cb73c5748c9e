//! Match lists 上场名单: whom a team names for a match that is played without line-ups (L03), and who of them may stand on
//! court together (L01).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeSet;

use gongsai::document::{journal, regulations_from_toml};
use gongsai::eligibility::Verdict;
use gongsai::finding::{Code, Severity};
use gongsai::id::{EntryId, EventId, MatchId, MeetId, Part, PersonId};
use gongsai::lineup::LineupFault;
use gongsai::meet::{Change, Command, Journal, Meet, NotTaken, Refused, Reviewed, difference};
use gongsai::regulations::{Class, Sport, Value};
use gongsai::sex::Sex;
use gongsai::simulate::Simulation;
use gongsai_tests::games;

fn event() -> EventId {
    EventId::new("BB_men").unwrap()
}

/// Eight teams of the games, drawn under these rules.
fn drawn(rules: &str) -> Simulation {
    let Value::Map(fields) = regulations_from_toml(&format!("[rules]\n{rules}")).unwrap().0 else { panic!("a table") };
    let regulations = games::regulations().with_rules(&fields["rules"], None).unwrap();
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "match lists");
    simulation.ask(Command::SetRegulations(regulations.draft().clone())).unwrap();
    simulation.enter_units(8).unwrap();
    simulation.play(&event(), 0).unwrap();
    simulation
}

fn open_match(meet: &Meet, in_group: bool) -> Option<(MatchId, EntryId)> {
    let bracket = meet.event(&event()).unwrap().bracket();
    let mut open =
        bracket.matches().filter(|found| found.is_open() && matches!(found.id.part, Part::Group(_)) == in_group);
    let id = open.next()?.id;
    Some((id, bracket.entries(id).unwrap().a))
}

fn team(meet: &Meet, entry: EntryId) -> Vec<PersonId> {
    meet.entries()[&entry].people.clone()
}

fn list((id, entry): (MatchId, EntryId), people: &[PersonId]) -> Command {
    Command::MatchList { event: event(), id, entry, people: people.iter().copied().collect() }
}

#[track_caller]
fn faults(asked: Result<impl Sized, Refused>) -> Vec<LineupFault> {
    match asked.err() {
        Some(Refused::Lineup(NotTaken::Faults { faults, .. })) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_list_has_its_size_and_only_people_of_the_team_who_may_play() {
    let mut simulation = drawn("L03 = { clause = \"第九条\", BB = [5, 6] }");
    let meet = simulation.journal().meet();
    assert_eq!(meet.regulations().unwrap().rules.clause("L03"), "第九条");
    let of = open_match(meet, true).unwrap();
    let people = team(meet, of.1);
    let stranger = *meet.people().keys().find(|person| !people.contains(person)).unwrap();
    let told = faults(simulation.ask(list(of, &people[..4])));
    assert_eq!(told, [LineupFault::TooFewNamed { count: 4, least: 5 }]);
    assert_eq!(told[0].rule(), Some("L03"));
    let told = faults(simulation.ask(list(of, &people[..7])));
    assert_eq!(told, [LineupFault::TooManyNamed { count: 7, most: 6 }]);
    let with_stranger = [&people[..5], &[stranger]].concat();
    let told = faults(simulation.ask(list(of, &with_stranger)));
    assert_eq!(told, [LineupFault::NotOnRoster { place: None, person: stranger }]);
    let barred = Reviewed {
        person: people[0],
        sport: Sport::Basketball,
        verdict: Verdict::Ineligible,
        codes: vec![(Code::R01Active, Severity::Ineligible)],
    };
    simulation.ask(Command::Review { people: vec![barred], teams: Vec::new() }).unwrap();
    let told = faults(simulation.ask(list(of, &people[..5])));
    assert_eq!(told, [LineupFault::Barred { place: None, person: people[0] }]);
    simulation.ask(list(of, &people[1..6])).unwrap();
    let meet = simulation.journal().meet();
    let named: BTreeSet<PersonId> = people[1..6].iter().copied().collect();
    assert_eq!(meet.event(&event()).unwrap().match_list(of.0, of.1), Some(&named));
}

#[test]
fn a_later_list_replaces_the_first_until_the_match_has_a_result() {
    let mut simulation = drawn("L03 = { BB_men = [1, 12] }");
    let before = simulation.journal().meet().clone();
    let of = open_match(&before, true).unwrap();
    let people = team(&before, of.1);
    simulation.ask(list(of, &people[..6])).unwrap();
    simulation.ask(list(of, &people[1..7])).unwrap();
    let named = |meet: &Meet| meet.event(&event()).unwrap().match_list(of.0, of.1).cloned();
    let second = Some(people[1..7].iter().copied().collect());
    assert_eq!(named(simulation.journal().meet()), second);
    let told = difference(&before, simulation.journal().meet());
    let [Change::MatchList { turn, .. }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((turn.before.is_none(), turn.after.as_ref().map(Vec::len)), (true, Some(6)));
    // What is stored says the same.
    let text = journal::write(simulation.journal());
    assert_eq!(named(journal::read(&text).unwrap().journal.meet()), second);
    assert!(simulation.journal().snapshot().is_some());
    let meet = simulation.journal().meet();
    let outcome = gongsai::score::parse(meet.event(&event()).unwrap().bracket().rule(), "70:60").unwrap();
    simulation.ask(Command::Result { event: event(), id: of.0, entries: None, outcome }).unwrap();
    assert!(matches!(simulation.ask(list(of, &people[..6])), Err(Refused::Change(_))));
    assert_eq!(named(simulation.journal().meet()), second);
}

#[test]
fn who_was_not_named_for_a_match_may_still_be_replaced() {
    let mut simulation = drawn("L03 = { BB = [1, 12] }");
    let meet = simulation.journal().meet();
    let of = open_match(meet, true).unwrap();
    let people = team(meet, of.1);
    simulation.ask(list(of, &people[1..])).unwrap();
    let meet = simulation.journal().meet();
    let outcome = gongsai::score::parse(meet.event(&event()).unwrap().bracket().rule(), "70:60").unwrap();
    simulation.ask(Command::Result { event: event(), id: of.0, entries: None, outcome }).unwrap();
    let meet = simulation.journal().meet();
    let played = |person| meet.played_by(&meet.entries()[&of.1], person).count();
    assert_eq!((played(people[0]), played(people[1])), (0, 1));
}

#[test]
fn ties_and_singles_have_no_match_lists() {
    let mut simulation = drawn("L03 = { BB = [1, 12] }");
    let singles = EventId::new("TT_MS").unwrap();
    simulation.play(&singles, 0).unwrap();
    let state = simulation.journal().meet().event(&singles).unwrap();
    let id = state.bracket().matches().find(|found| found.is_open()).unwrap().id;
    let entry = state.bracket().entries(id).unwrap().a;
    let command = Command::MatchList { event: singles.clone(), id, entry, people: BTreeSet::new() };
    assert_eq!(simulation.ask(command).err(), Some(Refused::Lineup(NotTaken::NoList(singles))));
}

/// L01: of a list there may be too few women for the court, never too many of a class; the court itself tells both.
#[test]
fn a_list_must_hold_whom_the_court_needs_and_the_court_counts_who_stands_on_it() {
    let mut simulation = drawn("L01 = { BB = { ex_pro_on_court = 1, women_min = 1 } }");
    assert!(simulation.journal().meet().regulations().unwrap().rules.unchecked.is_empty());
    let meet = simulation.journal().meet();
    let of = open_match(meet, true).unwrap();
    let people = team(meet, of.1);
    let men = people.iter().copied().filter(|id| meet.people()[id].sex == Some(Sex::Male));
    let men: Vec<PersonId> = men.collect();
    let told = faults(simulation.ask(list(of, &men)));
    let [LineupFault::TooFewOfSex { count: 0, least: 1, certain: true, .. }] = told.as_slice() else {
        panic!("{told:?}")
    };
    let codes = vec![(Code::R04Met, Severity::Limited)];
    let former =
        |person| Reviewed { person, sport: Sport::Basketball, verdict: Verdict::Limited, codes: codes.clone() };
    let reviewed = people[..2].iter().copied().map(former).collect();
    simulation.ask(Command::Review { people: reviewed, teams: Vec::new() }).unwrap();
    let meet = simulation.journal().meet();
    let too_many = LineupFault::TooManyOf { class: Class::ExPro, count: 2, most: 1 };
    assert!(meet.check_court(Sport::Basketball, &people[..5]).contains(&too_many));
    assert!(!meet.check_court(Sport::Basketball, &people[1..6]).contains(&too_many));
    let listed = people.iter().copied().collect();
    assert!(!meet.check_match_list(&event(), of.0, of.1, &listed).unwrap().contains(&too_many));
}

/// L05: being on the list of a match in the group is an appearance.
#[test]
fn lists_count_as_appearances() {
    let mut simulation = drawn("L05 = { BB_men = 1 }");
    assert!(simulation.journal().meet().regulations().unwrap().rules.unchecked.is_empty());
    let mut named: BTreeSet<PersonId> = BTreeSet::new();
    while let Some((id, _)) = open_match(simulation.journal().meet(), true) {
        let meet = simulation.journal().meet();
        let entries = meet.event(&event()).unwrap().bracket().entries(id).unwrap();
        for entry in [entries.a, entries.b] {
            let people = team(simulation.journal().meet(), entry);
            named.extend(&people[1..]);
            simulation.ask(list((id, entry), &people[1..])).unwrap();
        }
        let meet = simulation.journal().meet();
        let outcome = gongsai::score::parse(meet.event(&event()).unwrap().bracket().rule(), "70:60").unwrap();
        simulation.ask(Command::Result { event: event(), id, entries: None, outcome }).unwrap();
    }
    while open_match(simulation.journal().meet(), false).is_none() {
        simulation.play(&event(), 1).unwrap();
    }
    let meet = simulation.journal().meet();
    let of = open_match(meet, false).unwrap();
    let people = team(meet, of.1);
    let told = meet.check_match_list(&event(), of.0, of.1, &people.iter().copied().collect()).unwrap();
    assert_eq!(told, [LineupFault::TooFewAppearances { person: people[0], count: 0, least: 1 }]);
    assert!(people[1..].iter().all(|person| named.contains(person)));
}

#[test]
fn sizes_of_lists_are_read_and_what_is_not_understood_is_left_to_people() {
    let left = |rule: &str| -> Vec<String> {
        let Value::Map(fields) = regulations_from_toml(&format!("[rules]\n{rule}")).unwrap().0 else {
            panic!("a table")
        };
        let regulations = games::regulations().with_rules(&fields["rules"], None).unwrap();
        regulations.rules.unchecked.iter().map(|left| left.id.clone()).collect()
    };
    assert_eq!(left("L03 = { BB = [5, 12] }"), [""; 0]);
    assert_eq!(left("L03 = { BB = [12, 5] }"), ["L03"]);
    assert_eq!(left("L03 = { nowhere = [5, 12] }"), ["L03"]);
    assert_eq!(left("L04 = {}"), [""; 0]);
    assert_eq!(left("L04 = { singles = 1 }"), ["L04"]);
}
