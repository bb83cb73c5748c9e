//! The published tables that a simpler rule would get wrong: each vector names such rules in `wrong_under`, and here each
//! of them is played through as a rule set of one's own and gives another order than the table.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::standings;
use serde_json::{Value, json};

/// A criterion as regulations write it.
fn by(count: &str, among: &str, measure: &str) -> Value {
    json!({"count": count, "among": among, "as": measure})
}

/// The simpler rule of a name, in place of the rule set of a case.
fn simpler(name: &str, base: &Value) -> Value {
    let is_team = base.as_str().is_some_and(|base| base.ends_with("team"));
    let counts: &[&str] = if is_team { &["rubbers", "games", "points"] } else { &["games", "points"] };
    let each =
        |among: &str, measure: &str| -> Vec<Value> { counts.iter().map(|count| by(count, among, measure)).collect() };
    let points_between = by("match-points", "tied", "sum");
    let (criteria, restart) = match name {
        // Over all matches instead of those between the tied; where that is equal, the rule has no more to say.
        "overall_difference_first" => (vec![by("points", "all", "difference")], "go-on"),
        "difference_before_head_to_head" => {
            ([each("all", "difference"), vec![by("wins", "tied", "sum")]].concat(), "go-on")
        }
        "ratio_over_all_matches_first" => (each("all", "ratio"), "from-beginning"),
        "difference_instead_of_ratio" => {
            ([vec![points_between], each("tied", "difference")].concat(), "from-beginning")
        }
        "stop_after_games" => (vec![points_between, by("games", "tied", "ratio")], "from-beginning"),
        other => panic!("no test knows the rule {other}"),
    };
    json!({"base": base, "criteria": criteria, "restart": restart})
}

/// The order with who is equal: each entrant with the rank.
fn order(case: &Value) -> Vec<(Value, Value)> {
    let answer: Value = serde_json::from_str(&standings(&case.to_string()).unwrap()).unwrap();
    let (order, ranks) = (answer["order"].as_array().unwrap(), answer["ranks"].as_array().unwrap());
    order.iter().cloned().zip(ranks.iter().cloned()).collect()
}

#[test]
fn every_simpler_rule_that_a_table_names_gets_it_wrong() {
    let files = [
        include_str!("../vectors/badminton_groups.json"),
        include_str!("../vectors/basketball_groups.json"),
        include_str!("../vectors/table_tennis_groups.json"),
        include_str!("../vectors/team_groups.json"),
        include_str!("../vectors/constructed_edges.json"),
    ];
    let files = files.map(|text| serde_json::from_str::<Value>(text).unwrap());
    let mut tried = 0;
    for case in files.iter().flat_map(|file| file["cases"].as_array().unwrap()) {
        for name in case["wrong_under"].as_array().into_iter().flatten() {
            let mut simple = case.clone();
            simple["rule_set"] = simpler(name.as_str().unwrap(), &case["rule_set"]);
            assert_ne!(order(&simple), order(case), "{}: {name} gives the published table too", case["id"]);
            tried += 1;
        }
    }
    assert_eq!(tried, 10, "the vectors name ten such rules");
}
