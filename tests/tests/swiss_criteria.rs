//! Criteria of a Swiss system by FIDE C.07 (August 2024, handbook.fide.com/chapter/TieBreakRegulations082024): tables worked
//! out by hand, and a slow reading of the articles on random groups.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::cmp::Reverse;
use std::collections::BTreeMap;

use gongsai::bracket::DrawStage;
use gongsai::document::case::standings;
use gongsai::id::{EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::regulations::{
    Criterion, Cut, DrawTable, FormatRule, Legs, Measure, PointRule, RankingRules, RoundOrder, Scope, Unit,
};
use gongsai::score::{Ending, Tally, parse};
use gongsai::side::{BySide, Side};
use gongsai::simulate::{EVENT, Simulation, regulations};
use gongsai::standings::{GroupResults, Meeting, Options, Value, rank};
use gongsai_tests::dice::Dice;
use serde_json::{Value as Json, json};

/// A group as a list `round: A>B` (A wins) or `A=B` (drawn); a win is 2 points to 0, a draw 1 to 1.
fn matches(results: &str) -> Vec<Json> {
    let one = |text: &str| {
        let (round, pair) = text.split_once(": ").unwrap();
        let mark = if pair.contains('>') { '>' } else { '=' };
        let (a, b) = pair.split_once(mark).unwrap();
        let score = if mark == '>' { [2, 0] } else { [1, 1] };
        json!({"a": a, "b": b, "score": score, "round": round.parse::<u16>().unwrap()})
    };
    results.split(", ").map(one).collect()
}

fn answer(case: &Json) -> Json {
    serde_json::from_str(&standings(&case.to_string()).unwrap()).unwrap()
}

/// Everybody against everybody; the results are those of the crosstable in scalachess, TiebreakTest.scala (MIT), the rounds
/// are set here.
const CROSSTABLE: &str = "1: A>E, 1: B=D, 2: A>B, 2: C=E, 3: A=C, 3: D>E, 4: D>A, 4: B>C, 5: E>B, 5: C>D";

/// The values of all five by one criterion, where nothing comes before it.
#[track_caller]
fn check(criterion: &str, expected: [&str; 5]) {
    let points = json!({"win": 0, "draw": 0, "loss": 0});
    let rules = json!({"points": points, "restart": "go-on", "criteria": [{"count": "points", "as": criterion}]});
    let entrants = ["A", "B", "C", "D", "E"];
    let answer = answer(&json!({"rule_set": rules, "entrants": entrants, "matches": matches(CROSSTABLE)}));
    let values = answer["why"][0]["values"].as_object().unwrap();
    let found = entrants.map(|entrant| values[entrant].to_string().replace('"', ""));
    assert_eq!(found, expected, "{criterion}");
}

/// Scores (doubled): A 5, B 3, C 4, D 5, E 3.
#[test]
fn a_table_worked_out_by_hand() {
    // 8.1. A met B 3, C 4, D 5 and E 3.
    check("buchholz", ["15", "17", "16", "15", "17"]);
    // 14.1: without the lowest.
    check("buchholz-cut-1", ["12", "14", "13", "12", "14"]);
    // 14.3: without the lowest and the highest.
    check("buchholz-median", ["7", "9", "8", "7", "9"]);
    // 9.1. A beat B 3 and E 3 and drew with C 4; B beat C 4 and drew with D 5.
    check("sonneborn-berger", ["8", "6.5", "9", "9.5", "5"]);
    // 7.5. A had 2, 4, 5, 5 and 5; C was free in round 1 and had 0, 1, 2, 2 and 4.
    check("progressive", ["21", "9", "9", "15", "6"]);
    // 6. Each met each: the scores themselves.
    check("direct-encounter", ["5", "3", "4", "5", "3"]);
}

/// 6: A and D are equal and D beat A, E beat B.
#[test]
fn who_met_is_ranked_by_that_match() {
    let entrants = ["A", "B", "C", "D", "E"];
    let answer = answer(&json!({"rule_set": "swiss", "entrants": entrants, "matches": matches(CROSSTABLE)}));
    assert_eq!(answer["order"], json!(["D", "A", "C", "E", "B"]));
    assert_eq!(answer["why"][0]["criterion"], "direct_encounter");
    assert_eq!(answer["rows"][0]["match_points"], 5);
}

/// Three rounds of eight. 2, 3 and 5 have 4 points, did not meet, and have met 2 + 2 + 6 points each; they have beaten 2 and
/// 2. Only the rounds in which they won tell them apart (7.5): 2 had 2, 4, 4, 3 had 2, 2, 4, and 5 had 0, 2, 4.
#[test]
fn rounds_tell_apart_whom_opponents_do_not() {
    let results = "1: 1>5, 1: 2>6, 1: 3>7, 1: 4>8, 2: 1>3, 2: 2>4, 2: 5>7, 2: 6>8, 3: 1>2, 3: 3>6, 3: 5>4, 3: 7>8";
    let entrants = ["8", "7", "6", "5", "4", "3", "2", "1"];
    let case = json!({"rule_set": "swiss", "entrants": entrants, "matches": matches(results)});
    let found = answer(&case);
    assert_eq!(found["order"], json!(["1", "2", "3", "5", "4", "6", "7", "8"]));
    let criteria: Vec<&str> =
        found["why"].as_array().unwrap().iter().map(|why| why["criterion"].as_str().unwrap()).collect();
    assert_eq!(criteria, ["progressive", "progressive"]);
    assert_eq!(found["why"][0]["values"], json!({"2": 10, "3": 8, "5": 6}));
    // Without their rounds nothing tells them apart.
    let mut unknown = case;
    for one in unknown["matches"].as_array_mut().unwrap() {
        one.as_object_mut().unwrap().remove("round");
    }
    assert_eq!(answer(&unknown)["unresolved"], json!([["5", "3", "2"], ["7", "6", "4"]]));
}

#[test]
fn defects_of_such_a_criterion_are_named() {
    let refused = |criterion: Json| {
        let rules = json!({"criteria": [criterion]});
        standings(&json!({"rule_set": rules, "entrants": [], "matches": []}).to_string()).unwrap_err().to_string()
    };
    let among = refused(json!({"count": "match-points", "as": "buchholz", "among": "tied"}));
    assert_eq!(among, "rule_set.criteria[0].among: unknown name");
    let missing = refused(json!({"as": "progressive"}));
    assert_eq!(missing, "rule_set.criteria[0].count: missing");
}

/// The rounds of a meet are those of its match ids: in a cycle of three only they differ.
#[test]
fn a_meet_knows_its_rounds() {
    let event = EventId::new(EVENT).unwrap();
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "swiss");
    let robin = FormatRule::RoundRobin { order: RoundOrder::Berger, legs: Legs::One };
    simulation.ask(Command::SetRegulations(regulations(&robin, DrawTable::Ittf, "swiss"))).unwrap();
    simulation.enter_units(3).unwrap();
    let prepared = simulation.journal().meet().prepare_draw(&event, DrawStage::First, "7").unwrap();
    simulation.ask(Command::Draw(prepared.drawn)).unwrap();
    let state = simulation.journal().meet().event(&event).unwrap();
    let rule = state.bracket().rule().clone();
    let entries = state.bracket().group_entries(1);
    let results: Vec<Command> = state
        .bracket()
        .group_matches(1)
        .iter()
        .map(|found| {
            let at = |side: Side| entries.iter().position(|entry| *entry == found.entries[side]).unwrap();
            let text = if at(Side::B) == (at(Side::A) + 1) % 3 { "5 5 5" } else { "-5 -5 -5" };
            let outcome = parse(&rule, text).unwrap();
            Command::Result { event: event.clone(), id: found.id, entries: None, outcome }
        })
        .collect();
    results.into_iter().for_each(|result| simulation.ask(result).unwrap());
    let table = simulation.journal().meet().event(&event).unwrap().standings(1).unwrap();
    assert!(table.rows.iter().all(|row| row.won == 1));
    assert_eq!((table.why.len(), table.why[0].by.id()), (1, "progressive"));
    let values: Vec<Value> = table.why[0].values.clone();
    assert_eq!(values, [6, 4, 2].map(Value::Count));
}

/// What one entrant has in one match: against whom, in which round, the units won, and the result as 2, 1 or 0 halves.
struct Seen {
    against: usize,
    round: u16,
    won: [i64; 2],
    halves: i64,
}

/// The matches of an entrant, 2 for a win, 1 for a draw, and the points.
fn seen(group: &GroupResults, entrant: usize) -> Vec<Seen> {
    let of = |meeting: &Meeting| {
        let side = if meeting.a == entrant { Side::A } else { Side::B };
        let tally = &meeting.tally;
        let halves = match tally.winner {
            Some(winner) => 2 * i64::from(winner == side),
            None => i64::from(tally.ending == Ending::Played),
        };
        let against = if side == Side::A { meeting.b } else { meeting.a };
        Seen { against, round: meeting.round.max(1), won: [halves, tally.points[side].into()], halves }
    };
    group.matches.iter().filter(|meeting| meeting.a == entrant || meeting.b == entrant).map(of).collect()
}

/// The value of a criterion in halves, read from the article word for word.
fn slow(group: &GroupResults, measure: Measure, unit: usize, entrant: usize) -> i64 {
    let total = |who: usize| seen(group, who).iter().map(|one| one.won[unit]).sum::<i64>();
    let own = seen(group, entrant);
    let mut opponents: Vec<i64> = own.iter().map(|one| total(one.against)).collect();
    opponents.sort_unstable();
    let whole = match measure {
        Measure::Buchholz(Cut::None) => opponents.iter().sum(),
        Measure::Buchholz(Cut::Lowest) => opponents.iter().skip(1).sum(),
        Measure::Buchholz(Cut::Both) => {
            opponents.pop();
            opponents.iter().skip(1).sum()
        }
        Measure::SonnebornBerger => return own.iter().map(|one| one.halves * total(one.against)).sum(),
        Measure::Progressive => {
            let last = group.matches.iter().map(|meeting| meeting.round.max(1)).max().unwrap_or(0);
            let mut running = 0;
            let after = |round: u16| own.iter().filter(|one| one.round == round).map(|one| one.won[unit]).sum::<i64>();
            (1..=last)
                .map(|round| {
                    running += after(round);
                    running
                })
                .sum()
        }
        Measure::Encounter => {
            let everybody = |who: usize| {
                let met: Vec<usize> = seen(group, who).iter().map(|one| one.against).collect();
                (0..group.entrants).all(|other| other == who || met.contains(&other))
            };
            if (0..group.entrants).all(everybody) { total(entrant) } else { 0 }
        }
        Measure::Sum | Measure::Difference | Measure::Ratio => unreachable!("not of a Swiss system"),
    };
    2 * whole
}

fn tally(dice: &mut Dice) -> Tally {
    let points = BySide { a: dice.below(4), b: dice.below(4) };
    let side = Side::BOTH[dice.below(2) as usize];
    match dice.below(12) {
        0 => Tally::NOTHING,
        1 => Tally { winner: Some(side), ..Tally::NOTHING },
        2 => Tally { winner: Some(side), ending: Ending::Unfinished, points, ..Tally::NOTHING },
        _ => Tally { winner: points.greater(), ending: Ending::Played, points, ..Tally::NOTHING },
    }
}

/// Pairs at random in each round, somebody free now and then; in small groups all meet.
fn group(dice: &mut Dice) -> GroupResults {
    let entrants = 2 + dice.below(6) as usize;
    let mut group = GroupResults { entrants, finished: true, ..GroupResults::default() };
    for round in 1..=1 + dice.below(6) as u16 {
        let order = dice.order(entrants);
        for pair in order.chunks_exact(2) {
            if !dice.once_in(8) {
                let round = if dice.once_in(9) { 0 } else { round };
                group.matches.push(Meeting { a: pair[0], b: pair[1], round, tally: tally(dice) });
            }
        }
    }
    group
}

#[test]
fn values_are_those_of_a_slow_reading() {
    let mut dice = Dice::new(77);
    let measures = [
        Measure::Buchholz(Cut::None),
        Measure::Buchholz(Cut::Lowest),
        Measure::Buchholz(Cut::Both),
        Measure::SonnebornBerger,
        Measure::Progressive,
        Measure::Encounter,
    ];
    let swiss = RankingRules::named("swiss").unwrap();
    let mut separated = BTreeMap::new();
    let rounds = if std::env::var_os("GONGSAI_LONG").is_some() { 100_000 } else { 12_000 };
    for _ in 0..rounds {
        let group = group(&mut dice);
        let measure = measures[dice.below(6) as usize];
        let (unit, counted) = [(0, Unit::MatchPoints), (1, Unit::Points)][dice.below(2) as usize];
        let scope = if measure == Measure::Encounter { Scope::Tied } else { Scope::All };
        let criterion = Criterion::of(counted, scope, measure);
        // Nothing comes before the criterion: rubbers are won by nobody.
        let rules = RankingRules { first: Unit::Rubbers, criteria: vec![criterion].into(), ..swiss.clone() };
        let table = rank(&rules, &Options::default(), &group);
        let value = |entrant: usize| slow(&group, measure, unit, entrant);
        let mut expected: Vec<usize> = (0..group.entrants).collect();
        expected.sort_by_key(|entrant| Reverse(value(*entrant)));
        assert_eq!(table.order, expected, "{} {group:?}", criterion.id);
        let Some(why) = table.why.iter().find(|why| why.by.id() == criterion.id) else {
            assert!(expected.iter().all(|entrant| value(*entrant) == value(expected[0])));
            continue;
        };
        *separated.entry(criterion.id).or_insert(0) += 1;
        for (entrant, found) in why.entrants.iter().zip(&why.values) {
            assert!(found.compare(&Value::Halves(value(*entrant))).is_eq(), "{} {found} {group:?}", criterion.id);
        }
    }
    // All of them were met often enough to tell.
    assert_eq!(separated.len(), 12);
    assert!(separated.values().all(|times| *times > 100), "{separated:?}");
    assert_eq!(PointRule { draw: Some(1), ..swiss.points }, swiss.points);
}
