//! Points of units, medals and awards: reckoned by hand, with the tables of published regulations.

use gongsai::document::journal::{self, ask};
use gongsai::document::snapshot;
use gongsai::id::{AwardId, DeviceId, MatchId, UnitId};
use gongsai::meet::{Change, Command, Meet, Named, NotAwarded, Refused, Timestamp, Writer, difference};
use gongsai::overall::{Counting, Edge, Overall, awards, overall};
use gongsai::regulations::RegulationsDraft;
use gongsai::side::Side;
use gongsai::simulate::Simulation;
use gongsai_tests::overall::{entered, entry, event, play_by_number, regulations, won};

const KNOCKOUT: (&str, &str) = ("singles", "format = { kind = \"knockout\" }");
const LEAGUE: (&str, &str) = ("singles", "format = { kind = \"round-robin\" }\nranking = \"ittf_3.7.5\"");
const TEAMS: (&str, &str) = ("team", "format = { kind = \"round-robin\" }\nranking = \"ittf_3.7.5\"");

/// `rank:unit points gold/silver/bronze`, the best first.
fn table(overall: &Overall) -> Vec<String> {
    let row = |unit: &gongsai::overall::UnitRow| {
        let rank = unit.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
        let points = unit.points.expect("few points");
        let [gold, silver, bronze] = unit.medals;
        format!("{rank}:{} {points} {gold}/{silver}/{bronze}", unit.unit.0)
    };
    overall.units.iter().map(row).collect()
}

fn played(rest: &str, events: &[(&str, &str)], units: &[&[u64]]) -> Simulation {
    let mut simulation = entered(regulations(rest, events), units, "points");
    for number in 1..=events.len() {
        play_by_number(&mut simulation, &event(number));
    }
    simulation
}

#[track_caller]
fn check(rest: &str, events: &[(&str, &str)], units: &[&[u64]], expected: &[&str]) {
    let simulation = played(rest, events, units);
    assert_eq!(table(&overall(simulation.journal().meet())), expected);
}

/// Places count: the best 8, of 8 entries or fewer one less; 9-7-6-5-4-3-2-1 (gh.upc.edu.cn/2017/1025).
#[test]
fn of_few_entries_the_last_place_does_not_count() {
    let rest = "[points]\nscale = [9, 7, 6, 5, 4, 3, 2, 1]\nshared = \"full\"\none_less_up_to = 8";
    let four = ["1:1 9 1/0/0", "2:2 7 0/1/0", "3:3 6 0/0/1", "4:4 0 0/0/0"];
    check(rest, &[LEAGUE], &[&[1], &[1], &[1], &[1]], &four);
    let nine: Vec<&[u64]> = vec![&[1]; 9];
    let simulation = played(rest, &[LEAGUE], &nine);
    let points: Vec<String> =
        overall(simulation.journal().meet()).units.iter().map(|unit| unit.points.expect("few").to_string()).collect();
    assert_eq!(points, ["9", "7", "6", "5", "4", "3", "2", "1", "0"]);
}

/// 7-5-4-3-2-1 (yyvtc.cn/gh/info/1078/1498): the two who lost in the semi-finals share places 3 and 4, the next four places 5 to 8.
#[test]
fn who_shares_a_place_gets_all_of_it_or_the_mean() {
    let units: &[&[u64]] = &[&[1][..]; 8];
    let mut simulation =
        entered(regulations("[points]\nscale = [7, 5, 4, 3, 2, 1]\nshared = \"mean\"", &[KNOCKOUT]), units, "points");
    play_by_number(&mut simulation, &event(1));
    let mean = table(&overall(simulation.journal().meet()));
    // (4 + 3) / 2, and (2 + 1 + 0 + 0) / 4.
    assert_eq!(mean[..2], ["1:1 7 1/0/0", "2:2 5 0/1/0"]);
    assert!(mean[2..4].iter().all(|row| row.starts_with("3:") && row.ends_with(" 7/2 0/0/1")), "{mean:?}");
    assert!(mean[4..].iter().all(|row| row.starts_with("5:") && row.ends_with(" 3/4 0/0/0")), "{mean:?}");
    let full = played("[points]\nscale = [7, 5, 4, 3, 2, 1]\nshared = \"full\"", &[KNOCKOUT], units);
    let full = table(&overall(full.journal().meet()));
    assert!(
        full[2..4].iter().all(|row| row.ends_with(" 4 0/0/1")),
        "two thirds, where third place is not played: {full:?}"
    );
    assert!(full[4..].iter().all(|row| row.ends_with(" 2 0/0/0")), "{full:?}");
}

/// 8-6-4-3-2-1, team events doubled (xiexiebang.com/a9/2019051418).
#[test]
fn team_events_are_doubled() {
    let rest = "[points]\nscale = [8, 6, 4, 3, 2, 1]\nshared = \"full\"\nfactor = { team = 2 }";
    let expected = ["1:1 24 2/0/0", "2:2 18 0/2/0", "3:3 12 0/0/2"];
    check(rest, &[LEAGUE, TEAMS], &[&[1, 1], &[1, 1], &[1, 1]], &expected);
    let own = (TEAMS.0, &*format!("{}\npoints = {{ factor = 3, scale = [10] }}", TEAMS.1));
    let none = (LEAGUE.0, &*format!("{}\npoints = \"none\"", LEAGUE.1));
    let simulation = played(rest, &[none, own], &[&[1, 1], &[1, 1]]);
    let found = overall(simulation.journal().meet());
    assert_eq!(table(&found), ["1:1 30 2/0/0", "2:2 0 0/2/0"]);
    assert_eq!(found.events[0].counting, Counting::NoPoints);
    assert_eq!(found.events[1].counted, 1);
}

/// Ties by the number of firsts, then of seconds (gh.upc.edu.cn/2017/1025).
#[test]
fn equal_points_are_separated_by_firsts_and_what_is_equal_then_shares_a_place() {
    // Unit 1: places 1 and 4 of event 1; unit 2: places 2 and 3. 8 + 3 = 6 + 5.
    let points = "[points]\nscale = [8, 6, 5, 3]\nshared = \"full\"\n";
    let draft = |ties: &str| entered(regulations(&format!("{points}{ties}"), &[LEAGUE]), &[&[2], &[2]], "points");
    let play = |simulation: &mut Simulation| {
        let order = [entry(1, 1, 1), entry(2, 1, 1), entry(2, 1, 2), entry(1, 1, 2)];
        let rank = |id| order.iter().position(|other| *other == id);
        gongsai_tests::overall::play(simulation, &event(1), |_, entries| {
            won(if rank(entries.a) < rank(entries.b) { Side::A } else { Side::B })
        });
        overall(simulation.journal().meet())
    };
    let separated = play(&mut draft("ties = \"places\""));
    assert_eq!(table(&separated), ["1:1 11 1/0/0", "2:2 11 0/1/1"]);
    assert_eq!(separated.separations.len(), 1);
    assert_eq!(
        (separated.separations[0].by, &*separated.separations[0].units),
        (Some(1), &[(UnitId(1), 1), (UnitId(2), 0)][..])
    );
    let shared = play(&mut draft(""));
    assert_eq!(table(&shared), ["1:1 11 1/0/0", "1:2 11 0/1/1"]);
    assert_eq!(shared.separations[0].by, None);
}

#[test]
fn only_the_best_so_many_entries_of_a_unit_count() {
    let rest = "[points]\nscale = [9, 7, 6, 5]\nshared = \"full\"\nentries_of_unit = 1";
    // Unit 1 has places 1 and 2, unit 2 has 3 and 4; a medal is a medal.
    check(rest, &[LEAGUE], &[&[2], &[2]], &["1:1 9 1/1/0", "2:2 6 0/0/1"]);
}

#[test]
fn an_event_that_is_not_finished_gives_nothing_yet_and_says_so() {
    let rest = "[points]\nscale = [3, 2, 1]\nshared = \"full\"";
    let mut simulation = entered(regulations(rest, &[LEAGUE, LEAGUE, LEAGUE]), &[&[1, 1], &[1, 1], &[1, 1]], "points");
    play_by_number(&mut simulation, &event(1));
    simulation.play(&event(2), 2).expect("two matches");
    let found = overall(simulation.journal().meet());
    assert!(!found.finished);
    assert!(matches!(found.events[1].counting, Counting::Unfinished(_)));
    assert_eq!(found.events[2].counting, Counting::Empty);
    assert_eq!(table(&found), ["1:1 3 1/0/0", "2:2 2 0/1/0", "3:3 1 0/0/1"]);
}

#[test]
fn a_corrected_result_changes_the_points() {
    let mut simulation = played("[points]\nscale = [3, 2]\nshared = \"full\"", &[KNOCKOUT], &[&[1], &[1]]);
    assert_eq!(table(&overall(simulation.journal().meet())), ["1:1 3 1/0/0", "2:2 2 0/1/0"]);
    let id: MatchId = "W1.1".parse().expect("a match");
    let entries = simulation.journal().meet().event(&event(1)).expect("drawn").bracket().entries(id).expect("two");
    let outcome = won(if entries.a < entries.b { Side::B } else { Side::A });
    simulation.ask(Command::Correct { event: event(1), id, entries: None, outcome, cascade: false }).expect("taken");
    assert_eq!(table(&overall(simulation.journal().meet())), ["1:2 3 1/0/0", "2:1 2 0/1/0"]);
}

#[test]
fn without_points_units_stand_by_their_medals_and_have_no_rank() {
    check("", &[LEAGUE], &[&[1], &[1], &[1]], &["-:1 0 1/0/0", "-:2 0 0/1/0", "-:3 0 0/0/1"]);
}

const AWARDS: &str = "[points]\nscale = [5, 3, 2, 2]\nshared = \"full\"\n\
    [[award]]\nid = \"best\"\nname = \"团体总分奖\"\nto = \"unit\"\ncount = 3\nby = \"points\"\n\
    [[award]]\nid = \"fair\"\nname = \"体育道德风尚奖\"\nto = \"person\"\npercent = 15\nround = \"nearest\"\nby = \"committee\"\nclause = \"第十五条\"\n\
    [[award]]\nid = \"team\"\nname = \"优秀运动队\"\nto = \"team\"\ncount = 1\nby = \"committee\"\n";

fn award(name: &str, to: Named) -> Command {
    Command::Award { award: AwardId::new(name).expect("plain"), to, reason: "评选".to_owned() }
}

/// An award by points ends among two units that share its last place: the committee decides, not the program.
#[test]
fn awards_by_points_end_where_the_points_do_not_decide() {
    let mut simulation = entered(regulations(AWARDS, &[LEAGUE]), &[&[1], &[1], &[1], &[1]], "points");
    let rows = |simulation: &Simulation| awards(simulation.journal().meet(), &overall(simulation.journal().meet()));
    assert!(rows(&simulation)[0].waits && rows(&simulation)[0].given.is_empty());
    play_by_number(&mut simulation, &event(1));
    let rows = rows(&simulation);
    assert_eq!(rows[0].given.iter().map(|(to, _)| *to).collect::<Vec<_>>(), [1, 2].map(|id| Named::Unit(UnitId(id))));
    assert_eq!(rows[0].edge, Some(Edge { units: vec![UnitId(3), UnitId(4)], left: 1 }));
    // 15 % of four people is 0.6.
    assert_eq!((rows[1].among, rows[1].number), (4, 1));
}

#[test]
fn the_committee_gives_its_awards_and_what_does_not_fit_is_refused() {
    let mut simulation = entered(regulations(AWARDS, &[LEAGUE, TEAMS]), &[&[1, 1], &[1, 1]], "points");
    let before = simulation.journal().meet().clone();
    let person = |unit, number| Named::Person(gongsai::id::PersonId(entry(unit, number, 1).0));
    simulation.ask(award("fair", person(1, 1))).expect("given");
    simulation.ask(award("team", Named::Entry(entry(2, 2, 1)))).expect("given");
    let refused = |simulation: &mut Simulation, name: &str, to| match simulation.ask(award(name, to)) {
        Err(Refused::Award(_, why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&mut simulation, "none", person(1, 1)), NotAwarded::Unknown);
    assert_eq!(refused(&mut simulation, "best", Named::Unit(UnitId(1))), NotAwarded::ByPoints);
    assert!(matches!(refused(&mut simulation, "fair", Named::Unit(UnitId(1))), NotAwarded::To(_)));
    assert!(matches!(refused(&mut simulation, "team", Named::Entry(entry(1, 1, 1))), NotAwarded::To(_)));
    assert_eq!(refused(&mut simulation, "fair", person(1, 1)), NotAwarded::Twice);
    assert_eq!(refused(&mut simulation, "fair", person(2, 1)), NotAwarded::AllGiven(1));
    let unknown = simulation.ask(award("fair", Named::Person(gongsai::id::PersonId(1))));
    assert_eq!(unknown, Err(Refused::NoPerson(gongsai::id::PersonId(1))));

    let changes = difference(&before, simulation.journal().meet());
    let given = changes.iter().filter(|change| matches!(change, Change::Award { given: true, .. })).count();
    assert_eq!((given, changes.len()), (2, 2));
    // It survives being written, and a snapshot; undoing takes it back.
    let text = journal::write(simulation.journal());
    let mut read = journal::read(&text).expect("whole").journal;
    assert_eq!(read.meet().awarded(), simulation.journal().meet().awarded());
    let kept = snapshot::write(&read).expect("a snapshot");
    let shown = snapshot::read(read.meet().id(), &kept, read.stored().count()).expect("whole");
    assert_eq!(shown.awarded(), read.meet().awarded());
    let last = read.records().last().expect("records").record.id;
    ask(&mut read, &Writer::staff(DeviceId(3)), Timestamp(0), Command::Undo(last)).expect("undone");
    assert_eq!(read.meet().awarded().len(), 1);
}

/// Old journals have no awards and no table; what they show is as before.
#[test]
fn a_meet_without_regulations_comes_to_nothing() {
    let meet = Meet::new(gongsai::id::MeetId(1));
    let nothing = overall(&meet);
    assert_eq!(nothing, Overall::default());
    assert!(awards(&meet, &nothing).is_empty());
}

/// The paths of the defects of regulations.
fn defects(draft: RegulationsDraft) -> Vec<String> {
    draft.verify().expect_err("defects").into_iter().map(|defect| defect.path).collect()
}

#[test]
fn every_defect_is_named_by_its_path() {
    let points = |text: &str| defects(regulations(&format!("[points]\n{text}"), &[KNOCKOUT]));
    assert_eq!(points(""), ["points.scale", "points.shared"]);
    assert_eq!(points("scale = [1, 2]\nshared = \"half\""), ["points.scale", "points.shared"]);
    assert_eq!(points("scale = [0]\nshared = \"full\""), ["points.scale"]);
    assert_eq!(points("scale = []\nshared = \"full\""), ["points.scale"]);
    let sound = "scale = [3, 2, 1]\nshared = \"full\"\n";
    for (text, path) in [
        ("places = 4", "points.places"),
        ("places = 0", "points.places"),
        ("entries_of_unit = 0", "points.entries_of_unit"),
        ("factor = { team = 0 }", "points.factor.team"),
        ("factor = { teams = 2 }", "points.factor.teams"),
        ("ties = \"medals\"", "points.ties"),
        ("scales = 1", "points.scales"),
        ("one_less_up_to = -1", "points.one_less_up_to"),
    ] {
        assert_eq!(points(&format!("{sound}{text}")), [path]);
    }
    let of_event = |text: &str| defects(regulations("", &[(KNOCKOUT.0, &format!("{}\n{text}", KNOCKOUT.1))]));
    assert_eq!(of_event("points = { factor = 2 }"), ["event[1].points.scale", "event[1].points.shared"]);
    assert_eq!(of_event("points = \"some\""), ["event[1].points", "event[1].points.scale", "event[1].points.shared"]);
    assert_eq!(of_event("placing = { withdrawn = \"never\" }"), ["event[1].placing.withdrawn"]);
    assert_eq!(defects(regulations("[placing]\nvacant = \"up\"", &[KNOCKOUT])), ["placing.vacant"]);
    let award = |text: &str| defects(regulations(&format!("[[award]]\n{text}"), &[KNOCKOUT]));
    let paths = ["award[1].id", "award[1].name", "award[1].to", "award[1].count", "award[1].by"];
    assert_eq!(award(""), paths);
    let head = "id = \"a\"\nname = \"奖\"\n";
    for (text, path) in [
        ("to = \"unit\"\nby = \"points\"\ncount = 1", "award[1].by"),
        ("to = \"unit\"\nby = \"committee\"\ncount = 0", "award[1].count"),
        ("to = \"unit\"\nby = \"committee\"\npercent = 101\nround = \"up\"", "award[1].percent"),
        ("to = \"unit\"\nby = \"committee\"\npercent = 10", "award[1].round"),
        ("to = \"unit\"\nby = \"committee\"\npercent = 10\nround = \"up\"\ncount = 1", "award[1].percent"),
        ("to = \"unit\"\nby = \"committee\"\ncount = 1\nround = \"up\"", "award[1].round"),
    ] {
        assert_eq!(award(&format!("{head}{text}")), [path], "{text}");
    }
    let twice = format!("[[award]]\n{head}to = \"team\"\nby = \"committee\"\ncount = 1\n").repeat(2);
    assert_eq!(defects(regulations(&twice, &[KNOCKOUT])), ["award[2].id"]);
    let people = format!("{sound}[[award]]\n{head}to = \"person\"\nby = \"points\"\ncount = 1");
    assert_eq!(points(&people), ["award[1].to"]);
}
