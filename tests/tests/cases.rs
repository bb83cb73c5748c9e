//! The border of the cases: what is accepted, what is refused with its path, and that nothing makes it panic.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::{check_score, standings, tie};
use gongsai_tests::dice::Dice;
use serde_json::{Value, json};

#[track_caller]
fn check_refused(case: &Value, expected: &str) {
    assert_eq!(standings(&case.to_string()).unwrap_err().to_string(), expected);
}

fn group(rule_set: &str, matches: &Value) -> Value {
    json!({ "rule_set": rule_set, "entrants": ["A", "B", "C"], "matches": matches })
}

#[test]
fn a_wrong_case_is_refused_with_its_path() {
    check_refused(&json!({}), "rule_set: missing");
    check_refused(&group("fiba", &json!([])), "rule_set: nothing is called fiba");
    check_refused(&group("fiba_2014+", &json!({})), "matches: expected a list");
    check_refused(&group("fiba_2014+", &json!([{ "a": "A" }])), "matches[0].b: missing");
    check_refused(&group("fiba_2014+", &json!([{ "a": "A", "b": "D" }])), "matches[0].b: no entrant is called D");
    check_refused(
        &group("fiba_2014+", &json!([{ "a": "A", "b": "A" }])),
        "matches[0]: both sides are the same entrant",
    );
    let refused = |rules, text: &str, expected| {
        let mut matches = json!([{ "a": "A", "b": "B" }]);
        matches[0].as_object_mut().unwrap().extend(serde_json::from_str::<serde_json::Map<_, _>>(text).unwrap());
        check_refused(&group(rules, &matches), expected);
    };
    refused("fiba_2014+", r#"{"score":[60,60]}"#, "matches[0]: the score has no winner");
    refused("fiba_2014+", r#"{"score":[-1,60]}"#, "matches[0].score[0]: expected a whole number from 0 to 65535");
    refused("fiba_2014+", r#"{"score":[61,60],"winner":"B"}"#, "matches[0]: contradicts the scores of the match");
    refused("ittf_3.7.5", r#"{"games":[[11,5],[5,11]]}"#, "matches[0]: the score has no winner");
    refused("ittf_3.7.5", r#"{"games":[[11,5]],"outcome":"retired"}"#, "matches[0].winner: missing");
    refused(
        "ittf_3.7.5",
        r#"{"games":[[11,5]],"game_score":[2,0]}"#,
        "matches[0]: contradicts the scores of the match",
    );
    refused("ittf_3.7.5", r#"{"winner":"C"}"#, "matches[0].winner: contradicts the scores of the match");
    refused(
        "bwf_team",
        r#"{"score":[1,0],"rubbers":[{"games":[[9,21],[9,21]]}]}"#,
        "matches[0]: contradicts the scores of the match",
    );
}

/// The option adds to the answer and changes nothing of it.
#[test]
fn what_is_possible_is_said_when_it_is_asked_for() {
    let mut case = group(
        "ittf_3.7.5",
        &json!([{ "a": "A", "b": "B", "game_score": [3, 0] }, { "a": "A", "b": "C", "game_score": [3, 1] }]),
    );
    case["finished"] = json!(false);
    let plain = standings(&case.to_string()).unwrap();
    case["possible"] = json!(false);
    assert_eq!(standings(&case.to_string()).unwrap(), plain);
    case["possible"] = json!(true);
    let asked = standings(&case.to_string()).unwrap();
    assert!(asked.starts_with(plain.trim_end_matches('}')));
    let answer: Value = serde_json::from_str(&asked).unwrap();
    assert_eq!(
        answer["possible"],
        json!([
            { "entrant": "A", "places": [1], "exact": true, "always": [1, 1] },
            { "entrant": "B", "places": [2, 3], "exact": true, "always": [2, 3] },
            { "entrant": "C", "places": [2, 3], "exact": true, "always": [2, 3] },
        ])
    );
    let decided = |name: &str, won: u8, lost: u8| {
        let score = |a, b, place| json!({ "if": format!("{a}-{b}"), "places": [place], "exact": true });
        let won = [(3, 0), (3, 1), (3, 2)].map(|(a, b)| score(a, b, won));
        let lost = [(0, 3), (1, 3), (2, 3)].map(|(a, b)| score(a, b, lost));
        let outcomes = [won, lost].concat();
        json!({ "match": ["B", "C"], "entrant": name, "outcomes": outcomes })
    };
    assert_eq!(answer["decides"], json!([decided("B", 2, 3), decided("C", 3, 2)]));
    case["open"] = json!([["A", "A"]]);
    check_refused(&case, "open[0]: both sides are the same entrant");
    case["open"] = json!([["A", "B", "C"]]);
    check_refused(&case, "open[0]: expected a pair of entrants");
    case["open"] = json!([]);
    let none: Value = serde_json::from_str(&standings(&case.to_string()).unwrap()).unwrap();
    assert_eq!(none["decides"], json!([]));
    let ties = json!({ "rule_set": "bwf_team", "entrants": ["A", "B"], "matches": [], "possible": true });
    check_refused(&ties, "system: missing");
}

#[test]
fn a_stated_game_rule_holds_every_score() {
    let mut case = group("ittf_3.7.5", &json!([{ "a": "A", "b": "B", "games": [[12, 9], [11, 3], [11, 5]] }]));
    assert!(standings(&case.to_string()).is_ok());
    case["game"] = json!({ "target": 11, "lead": 2 });
    check_refused(&case, "matches[0]: game 1 was over before 12:9");
    case = group("ittf_3.7.5", &json!([{ "a": "A", "b": "B", "games": [[11, 9], [11, 3]] }]));
    case["best_of"] = json!(5);
    check_refused(&case, "matches[0]: not the games of a match of best of 5");
}

#[track_caller]
fn check_rows(case: &Value, column: &str, expected: Value) {
    let answer: Value = serde_json::from_str(&standings(&case.to_string()).unwrap()).unwrap();
    let rows = answer["rows"].as_array().unwrap().iter().map(|row| (row["entrant"].clone(), row[column].clone()));
    assert_eq!(Value::from_iter(rows.map(|(name, value)| json!([name, value]))), expected);
}

#[test]
fn options_change_the_table() {
    let walkover = json!([{ "a": "A", "b": "B", "outcome": "walkover", "winner": "a" }]);
    let mut case = group("ittf_3.7.5", &walkover);
    check_rows(&case, "points", json!([["A", [0, 0]], ["B", [0, 0]], ["C", [0, 0]]]));
    for score in [json!(true), json!([3, 0]), json!([[11, 0], [11, 0], [11, 0]])] {
        case["walkover_score"] = score;
        check_rows(&case, "points", json!([["A", [33, 0]], ["B", [0, 33]], ["C", [0, 0]]]));
    }
    case["options"] = json!({ "withdrawal": "delete" });
    check_rows(&case, "played", json!([["A", 0], ["C", 0]]));
    case["withdrawal"] = json!("sometimes");
    check_refused(&case, "withdrawal: expected one of keep, delete, half, two-absences");
}

#[test]
fn ties_are_counted_from_their_rubbers() {
    let won = json!({ "games": [[21, 10], [21, 9]] });
    let lost = json!({ "games": [[10, 21], [19, 21]] });
    let absent = json!({ "outcome": "walkover", "winner": "B" });
    let matches = json!([{ "a": "A", "b": "B", "rubbers": [won, lost, won, absent, won], "outcome": "played" }]);
    let case = group("bwf_team", &matches);
    check_rows(&case, "rubbers", json!([["A", [3, 2]], ["C", [0, 0]], ["B", [2, 3]]]));
    check_rows(&case, "games", json!([["A", [6, 2]], ["C", [0, 0]], ["B", [2, 6]]]));
}

#[test]
fn lots_and_an_unfinished_group_are_told_apart() {
    let cycle = json!([
        { "a": "A", "b": "B", "games": [[11, 1], [11, 1]] },
        { "a": "B", "b": "C", "games": [[11, 1], [11, 1]] },
        { "a": "C", "b": "A", "games": [[11, 1], [11, 1]] }
    ]);
    let mut case = group("ittf_3.7.5", &cycle);
    case["lots"] = json!([["C", "A", "B"]]);
    check_rows(&case, "won", json!([["C", 1], ["A", 1], ["B", 1]]));
    case["finished"] = json!(false);
    check_rows(&case, "won", json!([["A", 1], ["B", 1], ["C", 1]]));
}

/// Random damage to real cases is answered or refused, never a panic.
#[test]
fn damaged_cases_do_not_panic() {
    let files = [
        include_str!("../vectors/badminton_groups.json"),
        include_str!("../vectors/team_groups.json"),
        include_str!("../vectors/constructed_edges.json"),
        include_str!("../vectors/score_validity.json"),
        include_str!("../vectors/team_ties.json"),
    ];
    let mut dice = Dice::new(31);
    let mut refused = 0;
    for file in files {
        let file: Value = serde_json::from_str(file).unwrap();
        for case in file["cases"].as_array().unwrap() {
            for _ in 0..40 {
                let mut case = case.clone();
                damage(&mut case, &mut dice);
                let text = case.to_string();
                refused += usize::from(standings(&text).is_err());
                let _ = (check_score(&text), tie(&text));
                let cut = text.char_indices().nth(dice.below(300) as usize).map_or(0, |(at, _)| at);
                assert!(standings(&text[..cut]).is_err());
            }
        }
    }
    assert!(refused > 100);
}

fn damage(value: &mut Value, dice: &mut Dice) {
    let strange = [
        Value::Null,
        json!(-3),
        json!(1.5),
        json!(u64::MAX),
        json!("retired"),
        json!([]),
        json!({}),
        json!(65_535),
        json!(true),
    ];
    match value {
        Value::Array(list) if !list.is_empty() && !dice.once_in(6) => {
            let at = dice.below(list.len() as u32) as usize;
            damage(&mut list[at], dice);
        }
        Value::Object(map) if !map.is_empty() && !dice.once_in(12) => {
            let at = dice.below(map.len() as u32) as usize;
            if let Some(inner) = map.values_mut().nth(at) {
                damage(inner, dice);
            }
        }
        _ => *value = strange[dice.below(strange.len() as u32) as usize].clone(),
    }
}
