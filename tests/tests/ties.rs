//! The course of team ties, through the case border that the command `gongsai tie` uses.
//!
//! Source of `vectors/team_ties.json`: the systems of ITTF 3.7.6, the BWF team events and usual workers' ties; each system
//! names its own source; the cases are constructed.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::case::tie;
use gongsai::regulations::TieSystem;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../vectors/team_ties.json")).unwrap()
}

#[test]
fn ties_end_when_a_team_has_enough() {
    let file = vectors();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 11);
    for case in cases {
        let answer: Value = serde_json::from_str(&tie(&case.to_string()).unwrap()).unwrap();
        for field in ["valid_sequence", "score", "finished", "winner"] {
            assert_eq!(answer[field], case[field], "{}: {field}", case["id"]);
        }
    }
}

#[test]
fn built_in_systems_are_those_of_the_vectors() {
    for expected in vectors()["systems"].as_array().unwrap() {
        let id = expected["id"].as_str().unwrap();
        let system = TieSystem::named(id).unwrap();
        let rubbers: Vec<[&str; 2]> = system.rubbers.iter().map(|rubber| [&*rubber.a, &*rubber.b]).collect();
        assert_eq!(serde_json::to_value(rubbers).unwrap(), expected["matches"], "{id}");
        assert_eq!(u64::from(system.wins_needed), expected["stops_at"].as_u64().unwrap(), "{id}");
    }
}
