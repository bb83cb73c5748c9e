//! Receipts of draws: commitments, words from the floor, places set by hand, and the receipts of older versions.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::draw::{commit, draw, verify_draw};
use serde_json::{Value, json};

fn drawn(case: &Value) -> Value {
    serde_json::from_str(&draw(&case.to_string()).unwrap()).unwrap()
}

fn case() -> Value {
    let committed: Value = serde_json::from_str(&commit(r#"{"seed":"5EED5eed"}"#).unwrap()).unwrap();
    let entrant = |index: usize| json!({"id": format!("p{index}"), "unit": (["mine", "mill", "dock"][index % 3])});
    let mut entrants: Vec<Value> = (0..7).map(entrant).collect();
    entrants[0]["seed"] = json!(1);
    entrants[1]["seed"] = json!(2);
    json!({
        "format": "knockout", "rule": "cn", "seed": "5eed5eed", "commitment": committed["commitment"],
        "words": ["红旗", "seven"], "witnesses": ["张三", "Li Si"],
        "locked": [{"entrant": "p3", "position": 3, "reason": "arrives late"}],
        "entrants": entrants,
    })
}

/// Every receipt of the first version that was ever written out is still found right, and none but itself.
#[test]
fn receipts_of_the_first_version_still_hold() {
    for answer in include_str!("../vectors/receipts_1.jsonl").lines() {
        let whole: Value = serde_json::from_str(answer).unwrap();
        assert_eq!(whole["receipt"]["procedure"], 1);
        assert!(verify_draw(answer).is_ok(), "{answer}");
        assert!(verify_draw(&whole["receipt"].to_string()).is_ok(), "{answer}");
        let mut changed = whole["receipt"].clone();
        changed["input"]["seed"] = json!("77");
        assert!(verify_draw(&changed.to_string()).is_err());
        changed = whole["receipt"].clone();
        changed["input"]["words"] = json!(["red"]);
        assert!(verify_draw(&changed.to_string()).is_err(), "the first version knew no words");
    }
}

#[test]
fn a_receipt_holds_all_that_an_outsider_needs() {
    let answer = drawn(&case());
    let receipt = &answer["receipt"];
    assert_eq!(receipt["procedure"], 2);
    assert_eq!(receipt["steps"], answer["steps"]);
    assert_eq!(receipt["steps"].as_array().unwrap().len(), 7);
    assert_eq!(receipt["steps"][0]["how"], "hand");
    assert_eq!(receipt["positions"][2], "p3");
    assert_eq!(receipt["locked"][0], json!({"entrant": "p3", "position": 3, "reason": "arrives late", "breaks": []}));
    assert_eq!(receipt["input"]["witnesses"], json!(["张三", "Li Si"]));
    let published: Value = serde_json::from_str(&commit(&case().to_string()).unwrap()).unwrap();
    assert_eq!(receipt["entries"], published["entries"], "the digest of the entries can be published before");
    assert_eq!(verify_draw(&answer.to_string()).unwrap(), r#"{"ok":true}"#);
    assert!(verify_draw(&receipt.to_string()).is_ok());
}

/// The first thing that differs is named.
#[test]
fn whatever_is_changed_on_a_receipt_is_named() {
    let receipt = drawn(&case())["receipt"].clone();
    let check = |pointer: &str, value: Value, path: &str| {
        let mut changed = receipt.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        let error = verify_draw(&changed.to_string()).unwrap_err();
        assert!(error.path.starts_with(path), "{pointer}: {error}");
    };
    check("/input/seed", json!("5eed5eee"), "input.commitment");
    check("/input/commitment", json!("gongsai-draw-1:00"), "input.commitment");
    check("/input/witnesses/0", json!("王五"), "digest");
    check("/input/locked/0/reason", json!("a friend"), "locked[0].reason");
    check("/input/locked/0/position", json!(2), "input.locked[0]");
    check("/locked/0/breaks", json!([{"rule": "bye"}]), "locked[0].breaks");
    check("/steps/3/how", json!("hand"), "steps[3].how");
    check("/entries", json!("00"), "entries");
    check("/procedure", json!(9), "procedure");
    let mut words = receipt.clone();
    words["input"]["words"][1] = json!("eight");
    assert!(verify_draw(&words.to_string()).is_err(), "the words are part of the key");
}

#[test]
fn places_that_cannot_be_set_are_refused_and_those_against_the_rules_are_told() {
    let with = |locked: Value| {
        let mut case = case();
        case["locked"] = locked;
        draw(&case.to_string())
    };
    let refused = |locked: Value, path: &str| assert_eq!(with(locked).unwrap_err().path, path);
    refused(json!([{"entrant": "p3", "position": 2, "reason": "x"}]), "locked[0]");
    refused(json!([{"entrant": "p3", "position": 9, "reason": "x"}]), "locked[0]");
    refused(json!([{"entrant": "p9", "position": 3, "reason": "x"}]), "locked[0].entrant");
    refused(json!([{"entrant": "p3", "position": 3}]), "locked[0].reason");
    refused(json!([{"entrant": "p3", "position": 3, "reason": " "}]), "locked[0].reason");
    let set = |entrant: &str, position: u16| json!({"entrant": entrant, "position": position, "reason": "x"});
    refused(json!([set("p3", 3), set("p3", 4)]), "locked[1]");
    refused(json!([set("p3", 3), set("p4", 3)]), "locked[1]");
    let breaks = |locked: Value| {
        let answer: Value = serde_json::from_str(&with(locked).unwrap()).unwrap();
        let rules = |lock: &Value| lock["breaks"].as_array().unwrap().iter().map(|b| b["rule"].clone()).collect();
        let locks: Vec<Vec<Value>> = answer["receipt"]["locked"].as_array().unwrap().iter().map(rules).collect();
        json!(locks)
    };
    assert_eq!(breaks(json!([set("p0", 1)])), json!([[]]));
    assert_eq!(breaks(json!([set("p0", 8)])), json!([["seed_place", "bye"]]));
    assert_eq!(breaks(json!([set("p0", 4)])), json!([["seed_away", "bye"]]));
    assert_eq!(breaks(json!([set("p3", 1)])), json!([["seed_place", "bye"]]));
    assert_eq!(breaks(json!([set("p2", 3), set("p5", 4)])), json!([["unit"], ["unit"]]));
}

/// "3 of a unit cannot be kept apart": for whom, and from which round.
#[test]
fn a_shortfall_tells_the_round() {
    let entrants: Vec<Value> =
        (0..8).map(|id| json!({"id": id, "unit": if id < 5 { "mine" } else { "mill" }})).collect();
    let answer = drawn(&json!({"format": "knockout", "rule": "ittf", "seed": "1", "entrants": entrants}));
    assert_eq!(answer["shortfall"], json!([{"unit": "mine", "what": "first_round", "matches": 1, "round": 1}]));
    let seeded = [("a", "mine", 1), ("b", "mill", 2), ("c", "mine", 3), ("d", "mine", 4)];
    let mut entrants: Vec<Value> =
        seeded.iter().map(|(id, unit, seed)| json!({"id": id, "unit": unit, "seed": seed})).collect();
    entrants.extend((0..4).map(|id| json!({"id": id})));
    let locked = json!([
        {"entrant": "c", "position": 2, "reason": "x"}, {"entrant": "d", "position": 3, "reason": "x"},
    ]);
    let answer =
        drawn(&json!({"format": "knockout", "rule": "ittf", "seed": "1", "entrants": entrants, "locked": locked}));
    assert_eq!(answer["shortfall"][0], json!({"unit": "mine", "what": "first_round", "matches": 1, "round": 1}));
    assert_eq!(answer["shortfall"][1]["sections"], 2);
    assert_eq!(answer["shortfall"][1]["round"], 1);
}
