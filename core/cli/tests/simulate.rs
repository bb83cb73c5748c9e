//! `gongsai simulate` for a format and for a whole meet, and what other commands say of its journals.

mod calling;

use calling::{Folder, call, games, json};
use serde_json::Value as Json;

/// Formats with their options, and a number of entrants that each is played by.
const FORMATS: &[(&str, u16)] = &[
    ("knockout --third-place", 13),
    ("knockout --preliminary --rule cn", 11),
    ("knockout-all-places", 13),
    ("knockout-all-places --down-to 8", 21),
    ("double-elimination", 13),
    ("double-elimination --no-reset", 6),
    ("consolation", 13),
    ("feed-in --rounds 2", 19),
    ("curtis", 32),
    ("compass", 29),
    ("olympic", 13),
    ("groups --groups 4 --crossing drawn --then compass", 16),
    ("page-playoff", 4),
    ("stepladder", 7),
    ("groups-knockout --groups 4", 13),
    ("groups-knockout --group-size 4 --through 2 --best 2 --crossing drawn", 11),
    ("groups --sizes 5,4,4 --through 2 --crossing drawn --then double-elimination", 13),
    ("groups --groups 2 --then stepladder", 9),
    ("round-robin --order circle --legs 2", 6),
];

fn simulated(format: &str, entrants: u16) -> String {
    let entrants = entrants.to_string();
    let mut args = vec!["simulate", "--seed", "x", "--entrants", &entrants, "--format"];
    args.extend(format.split(' '));
    let called = call(&args, "");
    assert_eq!((called.code, called.err.as_str()), (Some(0), ""), "{format}");
    assert_eq!(call(&args, "").out, called.out, "{format}: the same seed gives the same meet");
    called.out
}

#[test]
fn a_format_is_played_to_its_last_place() {
    for (format, entrants) in FORMATS {
        let journal = simulated(format, *entrants);
        let report = json(&["meet", "verify", "-"], &journal);
        assert_eq!(report["refused"], Json::Array(Vec::new()), "{format}");
        let shown = json(&["meet", "show", "-"], &journal);
        let event = &shown["events"][0];
        assert_eq!(event["places"].as_array().map(Vec::len), Some(usize::from(*entrants)), "{format}");
        let name = format.split(' ').next().unwrap_or_default();
        let number = entrants.to_string();
        let mut args = vec!["plan", "--entrants", &number, "--format"];
        args.extend(format.split(' '));
        let plan = json(&args, "");
        assert_eq!(plan["format"], name);
        let ids = |list: &Json| -> Vec<String> {
            let mut ids: Vec<String> = list.as_array().into_iter().flatten().map(|one| one["id"].to_string()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&event["matches"]), ids(&plan["matches"]), "{format}: the matches of its plan");
    }
}

#[test]
fn what_no_meet_can_be_held_in_is_refused() {
    let refused = |args: &[&str], why: &str| {
        let called = call(&[&["simulate", "--seed", "x"], args].concat(), "");
        assert_eq!(called.code, Some(1), "{args:?}");
        let said: Json = serde_json::from_str(&called.err).expect("JSON");
        assert!(said["error"].as_str().is_some_and(|text| text.contains(why)), "{said}");
        assert_eq!(called.out, "");
    };
    refused(&["--format", "page-playoff", "--entrants", "5"], "4");
    refused(&["--format", "tombola", "--entrants", "5"], "format");
    refused(&["--format", "groups", "--groups", "2", "--entrants", "6"], "then");
    refused(&["--format", "round-robin", "--entrants", "6", "--first", "2-3"], "first");
    refused(&["--format", "knockout", "--entrants", "0"], "0");
    refused(&["--format", "knockout", "--entrants", "1"], "at least 2");
    let usage = |args: &[&str]| call(&[&["simulate", "--seed", "x"], args].concat(), "").code;
    assert_eq!(usage(&["--format", "knockout"]), Some(2));
    assert_eq!(usage(&["--entrants", "4"]), Some(2));
    assert_eq!(usage(&["--format", "knockout", "--entrants", "4", "--journal", "x"]), Some(2));
    assert_eq!(usage(&[]), Some(2));
}

/// Three units are too few for some events: the others are played, and what could not be is said.
#[test]
fn an_event_that_cannot_be_drawn_does_not_stop_the_others() {
    let folder = Folder::new("simulate");
    let regulation = std::fs::read_to_string(games("../formats/regulation.toml")).expect("there");
    std::fs::write(folder.file("r.toml"), regulation).expect("written");
    let args = ["simulate", "--seed", "x", "--units", "5", "--regulation", &folder.file("r.toml")];
    let called = call(&args, "");
    assert_eq!(called.code, Some(0), "{}", called.err);
    let left: Vec<Json> = called.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let left: Vec<&str> = left.iter().filter_map(|one| one["error"].as_str().and(one["event"].as_str())).collect();
    assert!(left.contains(&"Page") && left.contains(&"G_sizes"), "{left:?}");
    json(&["meet", "verify", "-"], &called.out);
    let shown = json(&["meet", "show", "-"], &called.out);
    let events = shown["events"].as_array().expect("events");
    assert!(events.len() > left.len());
    for event in events {
        let played = event["places"].as_array().map_or(0, Vec::len);
        let expected = if left.iter().any(|name| event["event"] == *name) { 0 } else { 5 };
        assert_eq!(played, expected, "{}", event["event"]);
    }
    let asked = call(&[&args[..], &["--event", "Page"]].concat(), "");
    assert_eq!((asked.code, asked.out.as_str()), (Some(1), ""), "an event that is asked for by name is refused");
}
