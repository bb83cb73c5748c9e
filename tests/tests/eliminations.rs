//! Double eliminations, consolations and the shorter playoffs against the vectors of rules D, and the routing of losers
//! against an independent measure.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gongsai::format::knockout::{self, Preliminaries};
use gongsai::format::{self, Plan, Slot, double_elimination, page_playoff, round_robin, routing, stepladder};
use gongsai::id::{MatchId, Part};
use gongsai::regulations::{Directions, DrawTable, Fed, Finals, FormatRule, RoundOrder};
use gongsai::side::Side;
use serde_json::Value;

fn cases(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn double(entrants: u32) -> Plan {
    double_elimination::plan(Finals::Reset, DrawTable::Standard, entrants).unwrap()
}

fn rounds_of(plan: &Plan, part: Part) -> Vec<usize> {
    let mut rounds: BTreeMap<u16, usize> = BTreeMap::new();
    for planned in plan.matches.iter().filter(|planned| planned.id.part == part) {
        *rounds.entry(planned.id.round).or_default() += 1;
    }
    rounds.into_values().collect()
}

/// The numbers of rounds and matches of the vectors; where losers go is another matter, for ours meet again later.
#[test]
fn double_eliminations_have_the_rounds_of_the_vectors() {
    for case in cases(include_str!("../vectors/double_elimination.json")) {
        let size = u32::try_from(case["size"].as_u64().unwrap()).unwrap();
        let plan = double(size);
        let lengths = |side: &Value| -> Vec<usize> {
            side.as_array().unwrap().iter().map(|round| round.as_array().unwrap().len()).collect()
        };
        assert_eq!(rounds_of(&plan, Part::Winner), lengths(&case["winner_bracket"]), "{}", case["id"]);
        assert_eq!(rounds_of(&plan, Part::Loser), lengths(&case["loser_bracket"]), "{}", case["id"]);
        assert_eq!(plan.matches.len() as u64, case["matches_without_reset"].as_u64().unwrap() + 1);
        let first = case["earliest_loser_round_with_a_rematch_found"].as_u64().unwrap();
        assert!(u64::from(first_rematch(&plan).unwrap()) >= first, "{}", case["id"]);
        let last = plan.matches.last().unwrap();
        let first_final = plan.matches[plan.matches.len() - 2].id;
        assert_eq!(last.slots.a, Slot::Loser(first_final));
        assert_eq!(last.slots.b, Slot::Winner(first_final));
        assert_eq!(last.only_if.map(|only_if| (only_if.id, only_if.winner)), Some((first_final, Side::B)));
    }
}

/// The first loser round in which two who met can meet again, from the plan alone: for each side of a match of the loser
/// side, the winner matches that somebody who comes there may have lost. The loser of one of them and the loser of
/// another met before just if the winner of the one comes to the other.
fn first_rematch(plan: &Plan) -> Option<u16> {
    let next: BTreeMap<MatchId, MatchId> = plan
        .matches
        .iter()
        .flat_map(|planned| planned.slots.iter().map(|(_, slot)| (*slot, planned.id)).collect::<Vec<_>>())
        .filter_map(|(slot, id)| match slot {
            Slot::Winner(from) if id.part == Part::Winner => Some((from, id)),
            _ => None,
        })
        .collect();
    let leads = |from: MatchId, to: MatchId| {
        std::iter::successors(next.get(&from), |id| next.get(id)).any(|above| *above == to)
    };
    let mut lost: BTreeMap<MatchId, Vec<MatchId>> = BTreeMap::new();
    let mut first: Option<u16> = None;
    for planned in plan.matches.iter().filter(|planned| planned.id.part == Part::Loser) {
        let came = planned.slots.map(|slot| match slot {
            Slot::Loser(id) => vec![id],
            Slot::Winner(id) => lost[&id].clone(),
            other => panic!("{other:?} in the loser side"),
        });
        let again = came.a.iter().any(|a| came.b.iter().any(|b| leads(*a, *b) || leads(*b, *a)));
        if again {
            first = Some(first.map_or(planned.id.round, |first| first.min(planned.id.round)));
        }
        lost.insert(planned.id, [came.a, came.b].concat());
    }
    first
}

/// The best known rounds of other programs, reached or passed for every number; the formula says what the measure finds.
#[test]
fn who_met_meets_again_as_late_as_can_be() {
    for (entrants, known) in [(8, 3), (16, 4), (32, 5), (64, 7), (128, 8), (256, 9), (512, 11), (1024, 13)] {
        let found = first_rematch(&double(entrants)).unwrap();
        assert!(found >= known, "{entrants}: {found}");
        assert_eq!(u32::from(found), routing::first_rematch(entrants), "{entrants}");
    }
    for entrants in 5..=300_u32 {
        let size = entrants.next_power_of_two();
        let found = first_rematch(&double(entrants));
        assert!(found.is_none_or(|found| u32::from(found) >= routing::first_rematch(size)), "{entrants}");
    }
}

/// All orders of `0..n`.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1);
    let grown = |order: &Vec<usize>| {
        (0..n)
            .map(|at| {
                let mut order = order.clone();
                order.insert(at, n - 1);
                order
            })
            .collect::<Vec<_>>()
    };
    shorter.iter().flat_map(grown).collect()
}

/// Tries every order of every winner round, of 8 and of 16: none is better than the formula says.
#[test]
fn no_routing_of_eight_or_sixteen_is_better() {
    for size in [8_usize, 16] {
        let rounds: Vec<Vec<Vec<usize>>> = (1..size.ilog2()).map(|round| orders(size >> round)).collect();
        // Which neighbours the losers of round 1 are is all that matters of the first order.
        let first = rounds[0].iter().filter(|order| order.chunks(2).all(|pair| pair[0] < pair[1]));
        let mut best = 0;
        for one in first {
            for other in rest(&rounds[1..]) {
                best = best.max(rematch_of(size, one, &other));
            }
        }
        assert_eq!(best, routing::first_rematch(size as u32), "{size}");
    }
}

/// Each choice of one order a round.
fn rest(rounds: &[Vec<Vec<usize>>]) -> Vec<Vec<&Vec<usize>>> {
    let mut choices = vec![Vec::new()];
    for round in rounds {
        let longer =
            |choice: &Vec<_>| round.iter().map(|order| [choice.clone(), vec![order]].concat()).collect::<Vec<_>>();
        choices = choices.iter().flat_map(longer).collect();
    }
    choices
}

/// The measure on bare numbers: `first` and `later` say which match of each winner round comes to which place.
fn rematch_of(size: usize, first: &[usize], later: &[&Vec<usize>]) -> u32 {
    // By place of the loser side: the (round, match) whose losers may stand there.
    let mut came: Vec<Vec<(usize, usize)>> = first.iter().map(|number| vec![(1, *number)]).collect();
    let met = |one: &(usize, usize), other: &(usize, usize)| {
        let (low, high) = if one.0 < other.0 { (one, other) } else { (other, one) };
        low.0 < high.0 && low.1 >> (high.0 - low.0) == high.1
    };
    let mut round = 0;
    let last = vec![0];
    for (number, order) in later.iter().copied().chain([&last]).enumerate() {
        for drop in [false, true] {
            round += 1;
            let pairs: Vec<(Vec<_>, Vec<_>)> = if drop {
                order.iter().zip(came).map(|(lost, came)| (vec![(number + 2, *lost)], came)).collect()
            } else {
                came.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
            };
            if pairs.iter().any(|(a, b)| a.iter().any(|a| b.iter().any(|b| met(a, b)))) {
                return round;
            }
            came = pairs.into_iter().map(|(a, b)| [a, b].concat()).collect();
        }
    }
    assert_eq!(came.len(), 1, "{size}");
    round
}

/// 抢号: the positions of the vectors.
#[test]
fn preliminary_matches_are_for_the_positions_of_the_table() {
    for case in cases(include_str!("../vectors/bye_positions.json")) {
        if !case["id"].as_str().unwrap().starts_with("qianghao") {
            continue;
        }
        let number = |name: &str| u32::try_from(case[name].as_u64().unwrap()).unwrap();
        let plan = knockout::plan(2, DrawTable::Cn, Preliminaries::Played, number("entries")).unwrap();
        let played = plan.matches.iter().filter(|planned| planned.id.part == Part::Preliminary);
        let positions: BTreeSet<u64> = played.map(|planned| u64::from(planned.id.number)).collect();
        let expected: BTreeSet<u64> =
            case["positions"].as_array().unwrap().iter().map(|p| p.as_u64().unwrap()).collect();
        assert_eq!(positions, expected, "{}", case["id"]);
        let first = plan.matches.iter().filter(|planned| planned.id.part == Part::Winner && planned.id.round == 1);
        assert_eq!(first.count() as u32, number("size") / 2, "{}", case["id"]);
    }
}

/// 逆时针轮转法.
#[test]
fn circles_turn_as_in_the_tables() {
    for case in cases(include_str!("../vectors/counterclockwise.json")) {
        let n = u32::try_from(case["n"].as_u64().unwrap()).unwrap();
        let rounds = round_robin::pairs_of(RoundOrder::Circle, n);
        let rounds: Vec<Vec<[u32; 2]>> = rounds.iter().map(|r| r.iter().map(|(a, b)| [*a, *b]).collect()).collect();
        assert_eq!(serde_json::to_value(rounds).unwrap(), case["rounds"], "{}", case["id"]);
    }
}

/// The Page playoff of the vectors: Q1, E, SF, F are our W1.1, W1.2, W2.1, W3.1.
#[test]
fn page_playoffs_are_those_of_the_vectors() {
    let cases = cases(include_str!("../vectors/placement.json"));
    let case = cases.iter().find(|case| case["id"] == "page_playoff").unwrap();
    let plan = page_playoff::plan(4).unwrap();
    let names = ["Q1", "E", "SF", "F"];
    let name = |id: MatchId| names[plan.matches.iter().position(|planned| planned.id == id).unwrap()];
    let slot = |slot: Slot| match slot {
        Slot::Position(position) => position.to_string(),
        Slot::Winner(id) => format!("winner {}", name(id)),
        Slot::Loser(id) => format!("loser {}", name(id)),
        other => panic!("{other:?}"),
    };
    for (planned, expected) in plan.matches.iter().zip(case["matches_list"].as_array().unwrap()) {
        assert_eq!(serde_json::json!([slot(planned.slots.a), slot(planned.slots.b)]), expected["slots"]);
    }
    for (place, taken) in &plan.places {
        assert_eq!(case["final_places"][place.to_string()], slot(*taken));
    }
}

/// What other programs count for 8, 16 and 32 entrants.
#[test]
fn formats_have_as_many_matches_as_elsewhere() {
    let count = |rule: &FormatRule, n: u32| format::plan(rule, DrawTable::Standard, n).unwrap().matches.len();
    let row = |rule: FormatRule| [8, 16, 32].map(|n| count(&rule, n));
    assert_eq!(row(FormatRule::Knockout { places: 2 }), [7, 15, 31]);
    assert_eq!(row(FormatRule::Knockout { places: 32 }), [12, 32, 80]);
    assert_eq!(row(FormatRule::DoubleElimination { finals: Finals::Reset }), [15, 31, 63]);
    assert_eq!(row(FormatRule::Consolation { fed: Fed::Rounds(u16::MAX) }), [13, 29, 61]);
    assert_eq!(row(FormatRule::Consolation { fed: Fed::FirstMatch }), [12, 26, 54]);
    // CourtHive tods-competition-factory 6.38.0: OLYMPIC, COMPASS, CURTIS_CONSOLATION.
    assert_eq!(row(FormatRule::Compass { directions: Directions::Four }), [12, 28, 60]);
    assert_eq!(row(FormatRule::Compass { directions: Directions::Eight }), [12, 32, 72]);
    assert_eq!(row(FormatRule::Curtis), [8, 27, 59]);
    let ladder = stepladder::plan(5).unwrap();
    let waiting: Vec<Slot> = ladder.matches.iter().map(|planned| planned.slots.a).collect();
    assert_eq!(waiting, [4, 3, 2, 1].map(Slot::Position));
    assert_eq!(ladder.matches[0].slots.b, Slot::Position(5));
}

/// Universal Tennis, "Creating Draws: Compass Draw": after each of the first three rounds losers go another way, and the
/// winners on in their own; nobody of 16 is out before the fourth round.
#[test]
fn everybody_of_a_compass_of_16_plays_four_rounds() {
    let plan = format::plan(&FormatRule::Compass { directions: Directions::Eight }, DrawTable::Standard, 16).unwrap();
    let mut matches: BTreeMap<MatchId, usize> = BTreeMap::new();
    for planned in &plan.matches {
        let depth = planned.slots.iter().map(|(_, slot)| depth(&matches, *slot)).max().unwrap_or(0);
        matches.insert(planned.id, depth + 1);
    }
    for (_, slot) in &plan.places {
        assert_eq!(depth(&matches, *slot), 4, "{slot:?}");
    }
    let losers: BTreeMap<String, String> = plan
        .matches
        .iter()
        .flat_map(|planned| planned.slots.iter().map(|(_, slot)| (*slot, planned.id)).collect::<Vec<_>>())
        .filter_map(
            |(slot, to)| if let Slot::Loser(from) = slot { Some((from.to_string(), to.to_string())) } else { None },
        )
        .collect();
    for (from, to) in [
        ("DE1.1", "DW1.1"),
        ("DE2.1", "DN1.1"),
        ("DW1.1", "DS1.1"),
        ("DE3.1", "DNE1.1"),
        ("DN1.1", "DNW1.1"),
        ("DW2.1", "DSW1.1"),
        ("DS1.1", "DSE1.1"),
    ] {
        assert_eq!(losers.get(from).map(String::as_str), Some(to));
    }
}

/// How many matches somebody who comes out of a slot has played.
fn depth(matches: &BTreeMap<MatchId, usize>, slot: Slot) -> usize {
    match slot {
        Slot::Winner(id) | Slot::Loser(id) => matches[&id],
        _ => 0,
    }
}
