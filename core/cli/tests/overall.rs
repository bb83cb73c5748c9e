//! The commands `places` and `points`.

mod calling;

use calling::{Folder, call, games, json};
use serde_json::Value as Json;

const POINTS: &str = r#"
[placing]
disqualified = "none"
clause = "第十二条"

[points]
scale = [9, 7, 6, 5, 4, 3, 2, 1]
shared = "mean"
factor = { team = 2 }
ties = "places"
clause = "第十三条"

[[award]]
id = "total"
name = "团体总分奖"
to = "unit"
count = 3
by = "points"

[[award]]
id = "fair"
name = "体育道德风尚奖"
to = "unit"
percent = 10
round = "up"
by = "committee"
clause = "第十五条"
"#;

/// A meet by the regulations of the games with points, of which these events are played.
fn meet(folder: &Folder, events: &[&str]) -> String {
    let regulation = std::fs::read_to_string(games("regulation.toml")).expect("there") + POINTS;
    std::fs::write(folder.file("regulation.toml"), regulation).expect("written");
    let path = folder.file("regulation.toml");
    let mut args = vec!["simulate", "--seed", "x", "--units", "12", "--regulation", &path];
    args.extend(events.iter().flat_map(|event| ["--event", event]));
    let played = call(&args, "");
    assert_eq!(played.code, Some(0), "{}", played.err);
    std::fs::write(folder.file("m.gongsai"), &played.out).expect("written");
    folder.file("m.gongsai")
}

#[test]
fn places_say_what_gave_them_or_what_they_wait_for() {
    let folder = Folder::new("places");
    let meet = meet(&folder, &["TT_MS"]);
    let shown = json(&["places", &meet], "");
    let events = shown["events"].as_array().expect("events");
    assert_eq!(events.len(), 8);
    let of = |name: &str| events.iter().find(|event| event["event"] == name).expect("there");
    assert_eq!((&of("TT_MS")["finished"], &of("TT_MS")["places"][0]["place"]), (&Json::Bool(true), &Json::from(1)));
    assert_eq!(of("TT_MS")["places"][0]["by"]["code"], "won");
    assert_eq!(of("TT_MS")["places"][0]["zh"], "决赛胜");
    assert_eq!(of("BB_men")["finished"], false);
    assert_eq!(of("BB_men")["waits"]["en"], "not drawn yet");
    let one = json(&["places", &meet, "--event", "BB_men"], "");
    assert_eq!(one["events"].as_array().map(Vec::len), Some(1));
    assert_eq!(call(&["places", &meet, "--event", "none"], "").code, Some(1));
    let text = call(&["places", &meet, "--event", "TT_MS", "--text", "--english"], "");
    assert!(text.out.starts_with("乒乓球男子单打 (finished)\n    1  "), "{}", text.out);
    assert!(text.out.contains("Final: lost") && text.out.lines().count() == 13, "{}", text.out);
}

#[test]
fn points_say_why_and_what_is_not_counted() {
    let folder = Folder::new("points");
    let meet = meet(&folder, &["TT_MS", "BD_team"]);
    let shown = json(&["points", &meet], "");
    assert_eq!((&shown["points"], &shown["finished"]), (&Json::Bool(true), &Json::Bool(false)));
    let states: Vec<&str> =
        shown["events"].as_array().expect("events").iter().filter_map(|event| event["state"].as_str()).collect();
    let counted = states.iter().filter(|state| **state == "counts").count();
    assert_eq!((counted, states.len()), (2, 8));
    let units = shown["units"].as_array().expect("units");
    assert_eq!((units.len(), &units[0]["rank"]), (12, &Json::from(1)));
    let scores = units.iter().flat_map(|unit| unit["scores"].as_array().expect("scores"));
    let first = scores.clone().find(|score| score["event"] == "BD_team" && score["place"] == 1).expect("a winner");
    assert_eq!((&first["points"], &first["zh"]), (&Json::from("18"), &Json::from("第 1 名 9 分 × 2")));
    assert!(scores.clone().any(|score| score["zh"] == "第 5–6 名共 7 分 ÷ 2 × 2"));
    assert_eq!(shown["awards"][0]["open"]["zh"], "待全部项目结束");
    assert_eq!(shown["awards"][1]["number"], 2, "10 % of 12, rounded up");

    let unit = units[0]["unit"].as_str().expect("an id");
    let command = format!(r#"{{"do":"award","award":"fair","to":{{"unit":"{unit}"}},"reason":"组委会评定"}}"#);
    assert_eq!(call(&["meet", "apply", &meet], &command).code, Some(0));
    assert_eq!(call(&["meet", "apply", &meet], &command).code, Some(1), "twice");
    let shown = json(&["points", &meet], "");
    assert_eq!(shown["awards"][1]["given"][0]["name"], units[0]["name"]);
    let text = call(&["points", &meet, "--text"], "").out;
    assert!(text.contains("未结束，未计入：还没有抽签"), "{text}");
    assert!(text.contains("体育道德风尚奖 [12 个的 10%，进位取整：2 个]: "), "{text}");
    assert_eq!(call(&["points", &meet, "--english"], "").code, Some(2), "JSON is in both languages");
}
