//! Plans against the vectors of rules C and D, and properties of every plan from 2 to 300 entrants.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeSet, HashSet};

use gongsai::format::knockout::{self, Preliminaries};
use gongsai::format::{self, Plan, PlanError, Slot, byes, round_robin, seeds, snake};
use gongsai::id::{MatchId, Part};
use gongsai::regulations::{Crossing, DrawTable, FormatRule, GroupsRule, Legs, RoundOrder};
use serde_json::Value;

const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

fn cases(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn numbers(value: &Value) -> Vec<u32> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

/// A number as an index or a length.
fn ix(number: impl Into<u32>) -> usize {
    number.into() as usize
}

fn knockout_plan(places: u32, table: DrawTable, entrants: u32) -> Result<Plan, PlanError> {
    knockout::plan(places, table, Preliminaries::None, entrants)
}

fn sorted(mut list: Vec<u32>) -> Vec<u32> {
    list.sort_unstable();
    list
}

/// ITTF 3.6.2, BWF GCR 12.9, 种子位置号码表.
#[test]
fn seeds_stand_where_the_books_put_them() {
    for case in cases(include_str!("../vectors/seed_positions.json")) {
        let size = number(&case["size"]);
        let table = match case["rule_set"].as_str().unwrap() {
            "ittf_3.6.2" => DrawTable::Ittf,
            "bwf_gcr_12" => DrawTable::Bwf,
            _ => DrawTable::Cn,
        };
        let most = ix(seeds::most(table, size));
        if let Some(tiers) = case["tiers"].as_array() {
            let expected: Vec<Vec<u32>> = tiers.iter().map(numbers).collect();
            let ours = seeds::tiers(table, size).into_iter().map(sorted).take(expected.len());
            assert_eq!(ours.collect::<Vec<_>>(), expected, "{}", case["id"]);
            assert_eq!(expected.concat().len(), most, "{}", case["id"]);
        } else {
            let expected = numbers(&case["ordered_positions"]);
            assert_eq!(seeds::order(table, size)[..expected.len()], expected, "{}", case["id"]);
            assert_eq!(expected.len(), most, "{}", case["id"]);
        }
    }
}

/// 轮空位置号码表, ITTF 3.6.1.2. The cases of 抢号 (preliminary rounds) are not planned yet.
#[test]
fn byes_stand_where_the_books_put_them() {
    for case in cases(include_str!("../vectors/bye_positions.json")) {
        let id = case["id"].as_str().unwrap();
        if id.starts_with("qianghao") {
            continue;
        }
        let size = number(&case["size"]);
        if let Some(tiers) = case["tiers"].as_array() {
            let mut byes = byes::positions(DrawTable::Ittf, size / 2 + 1);
            byes.extend(seeds::order(DrawTable::Ittf, size)[ix(size) / 2..=ix(size) / 2].iter());
            let mut from = 0;
            for tier in tiers.iter().map(numbers) {
                assert_eq!(sorted(byes[from..from + tier.len()].to_vec()), tier, "{id}");
                from += tier.len();
            }
        } else if case["entries"].is_u64() {
            let byes = byes::positions(DrawTable::Cn, number(&case["entries"]));
            assert_eq!(byes, numbers(&case["positions"]), "{id}");
        } else {
            let order = seeds::order(DrawTable::Cn, size).into_iter().rev().take(ix(size) / 2);
            assert_eq!(order.collect::<Vec<_>>(), numbers(&case["ordered_positions"]), "{id}");
        }
    }
}

/// 贝格尔 tables, rules C.5.
#[test]
fn round_robins_follow_berger() {
    for case in cases(include_str!("../vectors/berger.json")) {
        let pair = |pair: &Value| (number(&pair[0]), number(&pair[1]));
        let round = |round: &Value| round.as_array().unwrap().iter().map(pair).collect::<Vec<_>>();
        let expected: Vec<_> = case["rounds"].as_array().unwrap().iter().map(round).collect();
        assert_eq!(round_robin::berger(number(&case["n"])), expected, "{}", case["id"]);
    }
}

fn slot_name(slot: Slot) -> String {
    match slot {
        Slot::Position(position) => format!("P{position}"),
        Slot::Winner(id) => format!("winner {id}"),
        Slot::Loser(id) => format!("loser {id}"),
        Slot::FirstLoser(id) | Slot::LaterLoser(id) => format!("a loser {id}"),
        Slot::Rank { group, rank } => format!("{}{rank}", char::from(b'A' + u8::try_from(group - 1).unwrap())),
        Slot::Bye => "bye".to_owned(),
    }
}

fn first_round(groups: u16, through: u16, group_size: u16) -> Vec<Vec<String>> {
    let rule = FormatRule::Groups(GroupsRule::knockout(group_size, through, Crossing::Fixed, false));
    let plan = format::plan(&rule, DrawTable::Ittf, u32::from(groups * group_size)).unwrap();
    let first = |id: MatchId| id.part == Part::Winner && id.round == 1;
    let knockout = plan.matches.iter().filter(|planned| first(planned.id));
    knockout.map(|planned| vec![slot_name(planned.slots.a), slot_name(planned.slots.b)]).collect()
}

/// Rules C.6: A1-B2, B1-A2; Rio 2016; four groups of two.
#[test]
fn fixed_crossings_are_the_usual_ones() {
    for case in cases(include_str!("../vectors/group_crossing.json")) {
        let expected = match case["id"].as_str().unwrap() {
            "cross_2x2" => &case["semi_finals"],
            "cross_2x4_all" => &case["pairs"],
            "cross_4x2" => &case["quarter_finals"],
            _ => continue,
        };
        let (groups, through) = (number(&case["groups"]), number(&case["through"]));
        let ours = first_round(groups as u16, through as u16, 4);
        assert_eq!(serde_json::to_value(ours).unwrap(), *expected, "{}", case["id"]);
    }
}

/// The name of a match in the vectors: round over all, first place, number.
fn vector_name(depth: u32, planned: &format::PlannedMatch) -> String {
    format!("R{depth}.{}.{}", planned.places.unwrap().0, planned.id.number)
}

/// 附加赛, rules D.2.
#[test]
fn all_places_are_played_out() {
    for case in cases(include_str!("../vectors/placement.json")) {
        let Some(rounds) = case["rounds"].as_array() else { continue };
        let size = number(&case["size"]);
        let plan = knockout_plan(size, DrawTable::Cn, size).unwrap();
        let mut names: Vec<(MatchId, String)> = Vec::new();
        let mut ours = plan.matches.iter();
        for (depth, round) in (1..).zip(rounds) {
            for (expected, planned) in round.as_array().unwrap().iter().zip(&mut ours) {
                let slot = |slot: Slot| match slot {
                    Slot::Winner(id) => format!("winner {}", names.iter().find(|(known, _)| *known == id).unwrap().1),
                    Slot::Loser(id) => format!("loser {}", names.iter().find(|(known, _)| *known == id).unwrap().1),
                    other => slot_name(other),
                };
                let slots = serde_json::json!([slot(planned.slots.a), slot(planned.slots.b)]);
                assert_eq!(slots, expected["slots"], "{}", planned.id);
                let (from, to) = planned.places.unwrap();
                assert_eq!(serde_json::json!([from, to]), expected["for_places"], "{}", planned.id);
                let name = vector_name(depth, planned);
                assert_eq!(name, expected["id"]);
                names.push((planned.id, name));
            }
        }
        assert_eq!(plan.matches.len(), ix(number(&case["matches"])), "{}", case["id"]);
        assert_eq!(plan.places.len(), ix(size));
    }
}

#[test]
fn counts_of_matches_are_right() {
    let cases = cases(include_str!("../vectors/placement.json"));
    assert_eq!(knockout_plan(8, DrawTable::Cn, 16).unwrap().matches.len(), 20, "placement_top8_of_16");
    let counts = cases.iter().find(|case| case["id"] == "counts").unwrap();
    for row in counts["rows"].as_array().unwrap() {
        let n = number(&row["n"]);
        let count = |places| knockout_plan(places, DrawTable::Bwf, n).unwrap().matches.len();
        assert_eq!(Some(count(2)), row["single_knockout"].as_u64().map(|m| m as usize));
        assert_eq!(Some(count(4)), row["knockout_with_third"].as_u64().map(|m| m as usize));
        if let Some(all) = row["all_places_power_of_two"].as_u64() {
            assert_eq!(count(n), all as usize);
        }
        let plan = round_robin::plan(RoundOrder::Berger, Legs::One, n).unwrap();
        assert_eq!(Some(plan.matches.len()), row["single_round_robin"].as_u64().map(|m| m as usize));
        let rounds = plan.matches.iter().map(|planned| u32::from(planned.id.round)).max();
        assert_eq!(rounds, Some(number(&row["round_robin_rounds"])));
    }
}

/// Topological order, unique ids, one way out of each match and one way in from each position or rank.
#[track_caller]
fn check_graph(plan: &Plan) {
    let (mut known, mut used) = (HashSet::new(), HashSet::new());
    let mut fed = Vec::new();
    for planned in &plan.matches {
        for (_, slot) in planned.slots.iter() {
            assert_ne!(*slot, Slot::Bye, "{}: a bye makes no match", planned.id);
            if let Slot::Winner(id) | Slot::Loser(id) = slot {
                assert!(known.contains(id), "{} before {id}", planned.id);
            }
            if !matches!(planned.id.part, Part::Group(_)) {
                fed.push(*slot);
            }
        }
        assert!(known.insert(planned.id), "{} twice", planned.id);
    }
    fed.extend(plan.places.iter().map(|(_, slot)| *slot));
    for slot in fed {
        assert!(used.insert(slot), "{slot:?} goes two ways");
    }
    for planned in &plan.matches {
        if !matches!(planned.id.part, Part::Group(_)) {
            let ways = [Slot::Winner(planned.id), Slot::Loser(planned.id)];
            assert!(ways.iter().all(|slot| used.contains(slot)), "{} leads nowhere", planned.id);
        }
    }
}

#[test]
fn every_entrant_leaves_a_knockout_once() {
    for table in TABLES {
        for n in 2..=300 {
            for places in [2, 4, 8, 512] {
                let plan = knockout_plan(places, table, n).unwrap();
                check_graph(&plan);
                assert_eq!(plan.byes.len(), ix(plan.positions - n));
                let pairs: BTreeSet<u32> = plan.byes.iter().map(|bye| (bye - 1) / 2).collect();
                assert_eq!(pairs.len(), plan.byes.len(), "two byes in a pair");
                let main = plan.matches.iter().filter(|planned| planned.id.part == Part::Winner).count();
                assert_eq!(main, ix(n) - 1);
                assert_eq!(plan.places.len(), ix(n), "{n} entrants, {places} places");
                let alone = plan.places.windows(2).take(ix(places.min(n)) - 1);
                assert!(alone.into_iter().all(|two| two[0].0 < two[1].0), "{n} entrants share a place of {places}");
            }
        }
    }
}

#[test]
fn groups_and_knockouts_hold_together() {
    for n in 2..=300 {
        for (group_size, through) in [(2, 1), (3, 1), (4, 2), (5, 3), (6, 4), (64, 2)] {
            for crossing in [Crossing::Fixed, Crossing::FixedApart, Crossing::Drawn] {
                let rule = FormatRule::Groups(GroupsRule::knockout(group_size, through, crossing, true));
                let Ok(plan) = format::plan(&rule, DrawTable::Bwf, n) else {
                    // A table of winners alone leaves nobody to exchange.
                    let winners = crossing == Crossing::FixedApart && through == 1;
                    assert!(
                        winners || n / n.div_ceil(u32::from(group_size)) < u32::from(through),
                        "{n} in groups of {group_size}"
                    );
                    continue;
                };
                check_graph(&plan);
                let sizes: Vec<usize> = plan.groups.iter().map(Vec::len).collect();
                assert!(sizes.iter().all(|size| *size <= ix(group_size)));
                assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
                assert_eq!(plan.drawn_groups().concat(), (1..=n).collect::<Vec<_>>());
                let qualified = plan.groups.len() * ix(through);
                let main = plan.matches.iter().filter(|planned| planned.id.part == Part::Winner).count();
                assert_eq!(main, qualified - 1);
                if let Some(second) = &plan.second_draw {
                    assert_eq!(ix(second.size), qualified + second.byes.len());
                    assert_eq!(plan.positions, n + second.size);
                }
            }
        }
    }
}

/// First and second of a group in different halves, whatever the number of groups.
#[test]
fn fixed_crossings_keep_groups_apart() {
    for groups in 2..=64 {
        for through in 2..=4 {
            let pairs = first_positions(groups, through);
            let half = pairs.len() / 2;
            for group in 1..=groups {
                let at = |rank| pairs.iter().position(|pair| pair.contains(&(group, rank))).unwrap();
                assert_ne!(at(1) < half, at(2) < half, "group {group} of {groups}, {through} through");
                if through == 4 && groups.is_power_of_two() {
                    let quarters: BTreeSet<usize> = (1..=4).map(|rank| at(rank) / (pairs.len() / 4)).collect();
                    assert_eq!(quarters.len(), 4, "group {group} of {groups}");
                }
                for rank in 3..=through {
                    assert!((1..rank).all(|other| at(other) != at(rank)), "group {group} of {groups} meets itself");
                }
            }
        }
    }
}

/// The first pairs of a fixed crossing as (group, rank), byes left out.
fn first_positions(groups: u16, through: u16) -> Vec<Vec<(u16, u16)>> {
    let rule = FormatRule::Groups(GroupsRule::knockout(4, through, Crossing::Fixed, false));
    let plan = format::plan(&rule, DrawTable::Ittf, u32::from(groups * 4)).unwrap();
    let size = u32::from(groups * through).next_power_of_two();
    let mut pairs = vec![Vec::new(); ix(size) / 2];
    for planned in plan.matches.iter().filter(|planned| planned.id.part == Part::Winner && planned.id.round <= 2) {
        for (side, slot) in planned.slots.iter() {
            let Slot::Rank { group, rank } = slot else { continue };
            let pair = match planned.id.round {
                1 => ix(planned.id.number - 1),
                _ => 2 * ix(planned.id.number - 1) + ix(side == gongsai::side::Side::B),
            };
            pairs[pair].push((*group, *rank));
        }
    }
    pairs
}

/// 蛇形编排: the rows of the snake make the groups of the vectors.
#[test]
fn snakes_make_the_groups_of_the_tables() {
    for case in cases(include_str!("../vectors/snake_grouping.json")) {
        let (entries, groups) = (number(&case["entries"]), number(&case["groups"]));
        let mut made = vec![Vec::new(); ix(groups)];
        for (rank, group) in (1..).zip(snake::rows(entries, groups as u16).concat()) {
            made[ix(group - 1)].push(rank);
        }
        let expected: Vec<Vec<u32>> = case["expected"].as_array().unwrap().iter().map(numbers).collect();
        assert_eq!(made, expected, "{}", case["id"]);
        assert_eq!(snake::sizes(entries, groups as u16), made.iter().map(|g| g.len() as u32).collect::<Vec<_>>());
    }
}
