//! Line-ups and systems of one's own in the case of `gongsai tie`.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::tie;
use serde_json::{Value, json};

fn answer(case: &Value) -> Value {
    serde_json::from_str(&tie(&case.to_string()).unwrap()).unwrap()
}

#[track_caller]
fn check_refused(case: &Value, path: &str) {
    assert_eq!(tie(&case.to_string()).unwrap_err().path, path, "{case}");
}

fn case() -> Value {
    json!({
        "system": "workers_5",
        "results": ["a", null, null, null, null],
        "playing": [2],
        "rosters": {
            "a": [{"id": "甲", "sex": "m"}, {"id": "乙", "sex": "f"}, {"id": "丙", "sex": "m"}, {"id": "丁", "sex": "f"}],
            "b": [{"id": 1, "sex": "m"}, {"id": 2, "sex": "f"}, {"id": 3, "sex": "m"}, {"id": 4, "sex": "f"}, {"id": 5}],
        },
        "lineups": {
            "a": {"MS": ["甲"], "WS": ["乙"], "MD": ["甲", "丙"], "WD": ["乙", "丁"], "XD": ["甲", "乙"]},
            "b": {"MS": [1], "WS": [2], "MD": [1, 3], "WD": [2, 4], "XD": [3, 4]},
        },
    })
}

#[test]
fn line_ups_say_who_meets_whom_and_what_may_start() {
    let answered = answer(&case());
    assert_eq!(answered["faults"], json!({"a": [], "b": []}));
    assert_eq!(answered["rubbers"][2], json!({"a": ["甲", "丙"], "b": ["1", "3"]}));
    assert_eq!(answered["dead"], json!([]));
    // One rubber is won and one in play: side A may have two of three, and the men's doubles is needed.
    assert_eq!(answered["startable"], json!([3]));
    let mut decided = case();
    decided["results"] = json!(["b", "b", "b"]);
    let answered = answer(&decided);
    assert_eq!((&answered["dead"], &answered["startable"]), (&json!([4, 5]), &json!([])));
    decided["play_all"] = json!(true);
    assert_eq!(answer(&decided)["startable"], json!([4]));
}

#[test]
fn every_fault_is_named() {
    let mut case = case();
    case["lineups"]["b"] = json!({"MS": [2], "WS": [5], "MD": [1, 1], "WD": [4], "XD": [1, 3], "GS": [9], "": ["甲"]});
    let faults = answer(&case)["faults"]["b"].clone();
    let expected = json!([
        {"fault": "people", "place": "WD", "needed": 2, "given": 1},
        {"fault": "no-place", "place": ""},
        {"fault": "not-on-roster", "place": "", "person": "甲"},
        {"fault": "no-place", "place": "GS"},
        {"fault": "unknown", "place": "GS", "person": "9"},
        {"fault": "wrong-sex", "rubber": 1, "person": "2", "sex": "m"},
        {"fault": "sex-unknown", "rubber": 2, "person": "5"},
        {"fault": "same-person", "rubber": 3, "person": "1"},
        {"fault": "not-mixed", "rubber": 5},
    ]);
    assert_eq!(faults, expected);
    case["system"] = json!({"system": "workers_5", "limits": {"all": 1}});
    case["lineups"]["b"] = json!({"MS": [1], "WS": [2], "MD": [1, 3], "WD": [2, 4], "XD": []});
    let of = |person: &str| json!({"fault": "too-often", "person": person, "of": "all", "plays": 2, "limit": 1});
    assert_eq!(answer(&case)["faults"]["b"], json!([{"fault": "empty", "place": "XD"}, of("1"), of("2")]));
}

#[test]
fn a_system_is_written_out_as_in_regulations() {
    let own = json!({"rubbers": [{"place": "S", "kind": "singles"}], "order": "free"});
    let answered = answer(&json!({"system": own, "results": ["b"]}));
    assert_eq!(answered, json!({"valid_sequence": true, "score": [0, 1], "finished": true, "winner": "b"}));
    let free = answer(&json!({"system": {"system": "cn_5_bo", "order": "free"}, "results": [null, "a"]}));
    assert_eq!(free["valid_sequence"], true);
    let error = tie(r#"{"system":{"rubbers":[{"place":"S"}]},"results":[]}"#).unwrap_err();
    assert_eq!(error.to_string(), "system: not a tie system; rubbers[1].kind: missing");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_path() {
    let with = |name: &str, value: Value| {
        let mut case = case();
        case[name] = value;
        case
    };
    check_refused(&with("system", json!("workers_6")), "system");
    check_refused(&with("system", json!({"rubbers": [1.5]})), "system");
    check_refused(&with("playing", json!([0])), "playing[0]");
    check_refused(&with("playing", json!([6])), "playing[0]");
    check_refused(&with("lineups", json!({"a": {}})), "lineups.b");
    check_refused(&with("lineups", json!({"a": [], "b": {}})), "lineups.a");
    check_refused(&with("lineups", json!({"a": {"MS": "甲"}, "b": {}})), "lineups.a.MS");
    check_refused(&with("rosters", json!({"a": [], "b": [{"id": "甲", "sex": "x"}]})), "rosters.b[0].sex");
    check_refused(&with("rosters", json!({"a": [{"id": "甲"}], "b": [{"id": "甲"}]})), "rosters.b[0].id");
}
