//! Published and constructed group tables, through the case border that the command `gongsai standings` uses.
//!
//! Sources of `vectors/*_groups.json`: published tables (FIBA Annex D and championships, ittf.com reports, the test data of
//! NTTB/tt-match-ranking, BWF World Tour finals, Olympic groups, Sudirman and Thomas Cup); each case names its own.
//! `constructed_edges.json` is built from the rule texts. Not covered: the two `table_only` cases of badminton, whose match
//! scores were never published.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::standings;
use serde_json::Value;

/// Every case of a file ranks as expected; tells how many there are.
#[track_caller]
fn check_file(text: &str) -> usize {
    let file: Value = serde_json::from_str(text).unwrap();
    let cases = file["cases"].as_array().unwrap().iter().filter(|case| case.get("table_only").is_none());
    cases.map(check_case).count()
}

#[track_caller]
fn check_case(case: &Value) {
    let id = &case["id"];
    let answer = standings(&case.to_string()).unwrap_or_else(|error| panic!("{id}: {error}"));
    let answer: Value = serde_json::from_str(&answer).unwrap();

    let why = answer["why"].as_array().unwrap();
    let decided: Vec<&Value> = why.iter().map(|why| &why["criterion"]).collect();
    assert_eq!(decided, case["decided_by"].as_array().unwrap().iter().collect::<Vec<_>>(), "{id}: decided by");

    match case.get("expected_groups") {
        None => {
            assert_eq!(answer["order"], case["expected_order"], "{id}: order");
            assert_eq!(answer["unresolved"], serde_json::json!([]), "{id}: unresolved");
        }
        Some(groups) => assert_eq!(groups_of(&answer), *groups, "{id}: groups"),
    }
    let removed = case.get("removed").cloned().unwrap_or(serde_json::json!([]));
    assert_eq!(answer["removed"], removed, "{id}: removed");
    check_table(case, &answer);
}

/// The order with equal entrants together.
fn groups_of(answer: &Value) -> Value {
    let mut groups: Vec<(u64, Vec<Value>)> = Vec::new();
    for (name, rank) in answer["order"].as_array().unwrap().iter().zip(answer["ranks"].as_array().unwrap()) {
        let rank = rank.as_u64().unwrap();
        match groups.last_mut() {
            Some((last, names)) if *last == rank => names.push(name.clone()),
            _ => groups.push((rank, vec![name.clone()])),
        }
    }
    let unresolved = groups.iter().filter(|(_, names)| names.len() > 1).map(|(_, names)| names.clone());
    assert_eq!(answer["unresolved"], Value::from_iter(unresolved.map(Value::from)));
    Value::from_iter(groups.into_iter().map(|(_, names)| Value::from(names)))
}

#[track_caller]
fn check_table(case: &Value, answer: &Value) {
    let row = |name: &str| answer["rows"].as_array().unwrap().iter().find(|row| row["entrant"] == name).unwrap();
    for (name, expected) in case.get("expected_table").and_then(Value::as_object).into_iter().flatten() {
        let row = row(name);
        let mut found = row.as_object().unwrap().clone();
        if expected.get("for").is_some() {
            // Basketball tables call the match points `points`.
            found.insert("for".to_owned(), row["points"][0].clone());
            found.insert("against".to_owned(), row["points"][1].clone());
            found.insert("points".to_owned(), row["match_points"].clone());
        }
        for (column, value) in expected.as_object().unwrap() {
            assert_eq!(found.get(column), Some(value), "{} {name}: {column}", case["id"]);
        }
    }
    for (name, expected) in case.get("expected_individual_matches").and_then(Value::as_object).into_iter().flatten() {
        assert_eq!(row(name)["rubbers"], *expected, "{} {name}: rubbers", case["id"]);
    }
}

/// FIBA Annex D, and championships ranked by it.
#[test]
fn basketball_groups_are_ranked_as_published() {
    assert_eq!(check_file(include_str!("../vectors/basketball_groups.json")), 5);
}

/// ITTF 3.7.5.
#[test]
fn table_tennis_groups_are_ranked_as_published() {
    assert_eq!(check_file(include_str!("../vectors/table_tennis_groups.json")), 11);
}

/// BWF GCR 16.2 and 16.3.
#[test]
fn badminton_groups_are_ranked_as_published() {
    assert_eq!(check_file(include_str!("../vectors/badminton_groups.json")), 12);
}

/// ITTF 3.7.5 and BWF GCR 16.2 for teams.
#[test]
fn team_groups_are_ranked_as_published() {
    assert_eq!(check_file(include_str!("../vectors/team_groups.json")), 5);
}

/// Built from the rule texts.
#[test]
fn constructed_edges_are_ranked_by_the_rules() {
    assert_eq!(check_file(include_str!("../vectors/constructed_edges.json")), 11);
}

/// The older goal average places these groups alike; each case says so.
#[test]
fn goal_average_places_the_published_basketball_groups_alike() {
    let file: Value = serde_json::from_str(include_str!("../vectors/basketball_groups.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        assert_eq!(case["same_order_under_goal_average_pre2014"], true);
        let mut older = case.clone();
        older["rule_set"] = "fiba_goal_average".into();
        let answer: Value = serde_json::from_str(&standings(&older.to_string()).unwrap()).unwrap();
        assert_eq!(answer["order"], case["expected_order"], "{}", case["id"]);
    }
}
