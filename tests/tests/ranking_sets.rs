//! Ranking rules besides those of the vectors: football, volleyball, domestic sets and one's own, against published tables
//! and a slow reading of each rule.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::cmp::Ordering;

use gongsai::document::case::standings;
use gongsai::regulations::{RankingRules, Withdrawal};
use gongsai::score::{Ending, Tally};
use gongsai::side::{BySide, Side};
use gongsai::standings::{GroupResults, Meeting, Options, rank};
use gongsai_tests::dice::Dice;
use serde_json::{Value, json};

/// A group as its results are printed: `ESP-CRC 7:0`.
fn case(rules: &Value, results: &str) -> Value {
    let (mut entrants, mut matches) = (Vec::new(), Vec::new());
    for text in results.split(", ") {
        let (pair, score) = text.split_once(' ').unwrap();
        let (a, b) = pair.split_once('-').unwrap();
        for name in [a, b].map(str::to_owned) {
            if !entrants.contains(&name) {
                entrants.push(name);
            }
        }
        let counts: Vec<u16> = score.split(':').map(|count| count.parse().unwrap()).collect();
        matches.push(json!({"a": a, "b": b, "score": counts}));
    }
    json!({"rule_set": rules, "entrants": entrants, "matches": matches})
}

#[track_caller]
fn answer(case: &Value) -> Value {
    serde_json::from_str(&standings(&case.to_string()).unwrap()).unwrap()
}

#[track_caller]
fn check(rules: &Value, results: &str, order: &[&str], by: &[&str]) {
    let answer = answer(&case(rules, results));
    assert_eq!(answer["order"], json!(order));
    let criteria: Vec<&str> =
        answer["why"].as_array().unwrap().iter().map(|why| why["criterion"].as_str().unwrap()).collect();
    assert_eq!(criteria, by);
}

/// FIFA World Cup 2022, group E: Spain before Germany by goal difference.
#[test]
fn a_world_cup_group_by_goal_difference() {
    let results = "GER-JPN 1:2, ESP-CRC 7:0, JPN-CRC 0:1, ESP-GER 1:1, JPN-ESP 2:1, CRC-GER 2:4";
    check(&json!("football_fifa_2022"), results, &["JPN", "ESP", "GER", "CRC"], &["all_diff"]);
}

/// FIFA World Cup 2022, group H: Korea before Uruguay by goals scored.
#[test]
fn a_world_cup_group_by_goals_scored() {
    let results = "URU-KOR 0:0, POR-GHA 3:2, KOR-GHA 2:3, POR-URU 2:0, GHA-URU 0:2, KOR-POR 2:1";
    check(&json!("football_fifa_2022"), results, &["POR", "KOR", "URU", "GHA"], &["all_for"]);
}

/// UEFA EURO 2024, group E: four teams with four points each.
#[test]
fn four_equal_teams_of_a_european_championship() {
    let results = "ROU-UKR 3:0, BEL-SVK 0:1, SVK-UKR 1:2, BEL-ROU 2:0, SVK-ROU 1:1, UKR-BEL 0:0";
    check(&json!("football_uefa_2024"), results, &["ROU", "BEL", "SVK", "UKR"], &["h2h_diff", "h2h_for"]);
}

/// UEFA EURO 2024, group C: Denmark and Slovenia equal in every result; their cards decided, which are not known here.
#[test]
fn what_only_cards_decide_waits_for_a_lot() {
    let results = "SVN-DEN 1:1, SRB-ENG 0:1, SVN-SRB 1:1, DEN-ENG 1:1, ENG-SVN 0:0, DEN-SRB 0:0";
    let answer = answer(&case(&json!("football_uefa_2024"), results));
    assert_eq!(answer["unresolved"], json!([["SVN", "DEN"]]));
    assert_eq!(answer["rows"][0]["drawn"], 2);
}

/// Four matches won are above three, whatever the points; 3:2 gives the loser one.
#[test]
fn volleyball_counts_matches_won_before_points() {
    let game = |a: &str, b: &str, won: [u16; 2]| json!({"a": a, "b": b, "game_score": won});
    let matches = json!([
        game("A", "B", [3, 2]),
        game("A", "C", [3, 2]),
        game("A", "D", [0, 3]),
        game("B", "C", [3, 0]),
        game("B", "D", [2, 3]),
        game("C", "D", [3, 0]),
    ]);
    let case = json!({"rule_set": "volleyball_fivb", "entrants": ["A", "B", "C", "D"], "matches": matches});
    let answer = answer(&case);
    // Wins A 2, D 2, B 1, C 1; points A 4, D 5, B 5, C 4.
    assert_eq!(answer["order"], json!(["D", "A", "B", "C"]));
    assert_eq!(answer["why"][0]["criterion"], "all_match_points");
    assert_eq!(answer["why"][0]["values"], json!({"D": 5, "A": 4}));
}

#[test]
fn rules_of_ones_own_are_read_with_every_defect_told() {
    let own = json!({
        "base": "fiba_2014+",
        "points": {"win": 3, "draw": 1, "loss": 0},
        "criteria": [{"count": "points", "as": "difference"}, {"count": "match-points", "among": "tied", "as": "sum"}],
        "restart": "go-on",
        "clause": "规程 9.2",
    });
    check(&own, "A-B 1:1, B-C 2:0, C-A 0:1", &["B", "A", "C"], &["all_points_diff"]);
    let answer = answer(&case(&own, "A-B 1:1, B-C 2:0, C-A 0:1"));
    assert_eq!(answer["why"][0]["clause"], "规程 9.2");
    for (wrong, path) in [
        (json!({"base": "fiba"}), "rule_set.base: expected a ranking rule set"),
        (json!({"criteria": [{"count": "cards", "as": "sum"}]}), "rule_set.criteria[0].count: expected one of"),
        (json!({"criteria": "none"}), "rule_set.criteria: expected a list of at most 20 criteria"),
        (json!({"points": {"close_win": 2}}), "rule_set.points.close_loss: missing"),
        (json!({"withdrawal": 0}), "rule_set.withdrawal: expected keep, delete, half"),
        (json!({"colour": "red"}), "rule_set.colour: unknown name"),
        (json!(7), "rule_set: expected a table"),
    ] {
        let error = standings(&case(&wrong, "A-B 1:0").to_string()).unwrap_err().to_string();
        assert!(error.starts_with(path), "{error}");
    }
}

/// A result with draws, few goals and few games.
fn group(dice: &mut Dice, football: bool) -> GroupResults {
    let entrants = 2 + dice.below(4) as usize;
    let mut group = GroupResults { entrants, finished: true, ..GroupResults::default() };
    for a in 0..entrants {
        for b in a + 1..entrants {
            let (a, b) = if dice.once_in(2) { (a, b) } else { (b, a) };
            group.matches.push(Meeting { a, b, round: 0, tally: if football { goals(dice) } else { sets(dice) } });
        }
    }
    group
}

fn goals(dice: &mut Dice) -> Tally {
    let points = BySide { a: dice.below(3), b: dice.below(3) };
    Tally { winner: points.greater(), ending: Ending::Played, points, ..Tally::NOTHING }
}

fn sets(dice: &mut Dice) -> Tally {
    let lost = dice.below(3);
    let (winner, points) = (if dice.once_in(2) { Side::A } else { Side::B }, 1 + dice.below(2));
    let mut tally = Tally { winner: Some(winner), ending: Ending::Played, ..Tally::NOTHING };
    (tally.games[winner], tally.games[winner.other()]) = (3, lost);
    (tally.points[winner], tally.points[winner.other()]) = (points + 1, points);
    tally
}

/// What an entrant has in the matches against some others, by a count of one match.
fn total(group: &GroupResults, who: usize, others: &[usize], of: impl Fn(&Tally, Side) -> i64) -> (i64, i64) {
    let mut sum = (0, 0);
    for meeting in &group.matches {
        for (side, own, other) in [(Side::A, meeting.a, meeting.b), (Side::B, meeting.b, meeting.a)] {
            if own == who && others.contains(&other) {
                sum = (sum.0 + of(&meeting.tally, side), sum.1 + of(&meeting.tally, side.other()));
            }
        }
    }
    sum
}

fn football(tally: &Tally, side: Side) -> i64 {
    match tally.winner {
        Some(winner) if winner == side => 3,
        Some(_) => 0,
        None => 1,
    }
}

fn volleyball(tally: &Tally, side: Side) -> i64 {
    let close = tally.games.a + tally.games.b == 5;
    match (tally.winner == Some(side), close) {
        (true, false) => 3,
        (true, true) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

fn goal(tally: &Tally, side: Side) -> i64 {
    tally.points[side].into()
}

type Key<'a> = Box<dyn Fn(usize, &[usize]) -> (i64, i64) + 'a>;

/// The sets of equals by a list of keys, each a fraction; `again`: start from the first with each smaller set.
fn resolve(set: &[usize], keys: &[Key<'_>], from: usize, again: bool) -> Vec<Vec<usize>> {
    let compare = |one: (i64, i64), other: (i64, i64)| match (one.1, other.1) {
        (0, 0) => (one.0 > 0).cmp(&(other.0 > 0)),
        (0, _) => {
            if one.0 > 0 {
                Ordering::Greater
            } else {
                0.cmp(&other.0)
            }
        }
        (_, 0) => {
            if other.0 > 0 {
                Ordering::Less
            } else {
                one.0.cmp(&0)
            }
        }
        _ => (one.0 * other.1).cmp(&(other.0 * one.1)),
    };
    if set.len() == 1 {
        return vec![set.to_vec()];
    }
    for (index, key) in keys.iter().enumerate().skip(from) {
        let mut sorted = set.to_vec();
        sorted.sort_by(|one, other| compare(key(*other, set), key(*one, set)).then(one.cmp(other)));
        let parts: Vec<&[usize]> =
            sorted.chunk_by(|one, other| compare(key(*one, set), key(*other, set)).is_eq()).collect();
        if parts.len() > 1 {
            let next = if again { 0 } else { index + 1 };
            return parts.into_iter().flat_map(|part| resolve(part, keys, next, again)).collect();
        }
    }
    vec![set.to_vec()]
}

/// UEFA: the three between them at once, again with those still equal; when that moves nobody, the two over all matches.
fn uefa(set: &[usize], keys: &[Key<'_>]) -> Vec<Vec<usize>> {
    let frozen: Vec<Key<'_>> =
        keys[..3].iter().map(|key| Box::new(move |who, _: &[usize]| key(who, set)) as Key<'_>).collect();
    let parts = resolve(set, &frozen, 0, false);
    match parts.as_slice() {
        [_] => resolve(set, keys, 3, false),
        parts => parts.iter().flat_map(|part| uefa(part, keys)).collect(),
    }
}

fn oracle(name: &str, group: &GroupResults) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..group.entrants).collect();
    let everybody = all.clone();
    let whole = |pair: (i64, i64)| (pair.0, 1);
    let difference = |pair: (i64, i64)| (pair.0 - pair.1, 1);
    let (first, keys, again): (Key<'_>, Vec<Key<'_>>, bool) = match name {
        "football_fifa_2022" => (
            Box::new(|who, _| whole(total(group, who, &everybody, football))),
            vec![
                Box::new(|who, _| difference(total(group, who, &everybody, goal))),
                Box::new(|who, _| whole(total(group, who, &everybody, goal))),
                Box::new(|who, set| whole(total(group, who, set, football))),
                Box::new(|who, set| difference(total(group, who, set, goal))),
                Box::new(|who, set| whole(total(group, who, set, goal))),
            ],
            false,
        ),
        "football_uefa_2024" => (
            Box::new(|who, _| whole(total(group, who, &everybody, football))),
            vec![
                Box::new(|who, set| whole(total(group, who, set, football))),
                Box::new(|who, set| difference(total(group, who, set, goal))),
                Box::new(|who, set| whole(total(group, who, set, goal))),
                Box::new(|who, _| difference(total(group, who, &everybody, goal))),
                Box::new(|who, _| whole(total(group, who, &everybody, goal))),
            ],
            true,
        ),
        _ => {
            let won = |tally: &Tally, side: Side| i64::from(tally.winner == Some(side));
            let games = |tally: &Tally, side: Side| i64::from(tally.games[side]);
            (
                Box::new(move |who, _| whole(total(group, who, &all, won))),
                vec![
                    Box::new(|who, _| whole(total(group, who, &everybody, volleyball))),
                    Box::new(move |who, _| total(group, who, &(0..group.entrants).collect::<Vec<_>>(), games)),
                    Box::new(|who, _| total(group, who, &everybody, goal)),
                    Box::new(move |who, set| whole(total(group, who, set, won))),
                ],
                false,
            )
        }
    };
    let every: Vec<usize> = (0..group.entrants).collect();
    if name == "football_uefa_2024" {
        let blocks = resolve(&every, &[first], 0, false);
        return blocks.iter().flat_map(|block| uefa(block, &keys)).collect();
    }
    let blocks = resolve(&every, &[first], 0, false);
    blocks.iter().flat_map(|block| resolve(block, &keys, 0, again)).collect()
}

#[test]
fn football_and_volleyball_agree_with_a_slow_reading() {
    let rounds = if std::env::var_os("GONGSAI_LONG").is_some() { 100_000 } else { 20_000 };
    let mut dice = Dice::new(31);
    for name in ["football_fifa_2022", "football_uefa_2024", "volleyball_fivb"] {
        let rules = RankingRules::named(name).unwrap();
        let mut cuts = 0;
        for _ in 0..rounds {
            let group = group(&mut dice, name.starts_with("football"));
            let table = rank(&rules, &Options::default(), &group);
            let placed: Vec<(usize, usize)> = table.ranks.iter().copied().zip(table.order.iter().copied()).collect();
            let sets: Vec<Vec<usize>> = placed
                .chunk_by(|one, other| one.0 == other.0)
                .map(|set| set.iter().map(|(_, e)| *e).collect())
                .collect();
            assert_eq!(sets, oracle(name, &group), "{name}: {group:?}");
            cuts += table.why.len();
        }
        assert!(cuts > 5_000, "{name}: too few ties to test anything ({cuts})");
    }
}

/// Who is deleted, counted by hand: of four entrants each has three matches.
#[test]
fn withdrawals_are_counted_as_the_policy_says() {
    let won = |a, b| Meeting {
        a,
        b,
        round: 0,
        tally: Tally { winner: Some(Side::A), ending: Ending::Played, ..Tally::NOTHING },
    };
    let absent = |a, b| Meeting { a, b, round: 0, tally: Tally { winner: Some(Side::A), ..Tally::NOTHING } };
    let rules = RankingRules::named("fiba_2014+").unwrap();
    let group = |matches| GroupResults { entrants: 4, matches, finished: true, ..GroupResults::default() };
    let removed = |policy, matches: &[Meeting]| {
        let options = Options { withdrawal: Some(policy), ..Options::default() };
        rank(&rules, &options, &group(matches.to_vec())).removed
    };
    let one = [won(0, 1), won(0, 2), won(1, 2), won(3, 0), won(3, 1), absent(2, 3)];
    let two = [won(0, 1), won(0, 2), won(1, 2), won(0, 3), absent(1, 3), absent(2, 3)];
    for (policy, after_one, after_two) in [
        (Withdrawal::Keep, vec![], vec![]),
        (Withdrawal::Delete, vec![3], vec![3]),
        (Withdrawal::Half, vec![], vec![3]),
        (Withdrawal::Absences(2), vec![], vec![3]),
        (Withdrawal::Absences(3), vec![], vec![]),
    ] {
        assert_eq!(removed(policy, &one), after_one, "{policy:?}");
        assert_eq!(removed(policy, &two), after_two, "{policy:?}");
    }
}
