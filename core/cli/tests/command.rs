//! The command as other programs call it: files and streams in, JSON and an exit code out.

mod calling;

use std::path::Path;

use calling::{Called, Folder, call, games, json};
use serde_json::Value as Json;

fn review_args(folder: &Folder) -> Vec<String> {
    let path = |name: &str| games(name).to_string_lossy().into_owned();
    let mut args: Vec<String> = ["review", "--regulation", &path("regulation.toml"), "--units", &path("units.csv")]
        .iter()
        .map(|arg| (*arg).to_owned())
        .collect();
    args.extend(["--register".to_owned(), path("register.csv"), "--today".to_owned(), "2026-09-11".to_owned()]);
    args.extend(["--journal".to_owned(), folder.file("meet.gongsai")]);
    let forms = std::fs::read_dir(games("forms")).expect("the forms are there");
    let mut forms: Vec<String> = forms.flatten().map(|form| form.path().to_string_lossy().into_owned()).collect();
    forms.sort();
    args.extend(forms);
    args
}

#[test]
fn forms_become_verdicts_and_a_meet_is_played_to_its_podium() {
    let folder = Folder::new("review");
    let args = review_args(&folder);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let review = json(&args, "");
    let people = review["people"].as_array().expect("people");
    assert_eq!(people.len(), 785);
    let barred = people.iter().filter(|person| person["verdict"] == "Ineligible").count();
    let planted: Json =
        serde_json::from_str(&std::fs::read_to_string(games("planted.json")).expect("there")).expect("JSON");
    let planted = planted.as_array().expect("a list").iter().filter(|row| row["expect"] == "Ineligible").count();
    assert_eq!(barred, planted);
    let lost = review["import"].as_array().expect("imports");
    assert_eq!(lost.iter().filter(|row| row["code"] == "IMPORT_ID_PRECISION").count(), 2);

    let played =
        call(&["simulate", "--seed", "x", "--journal", &folder.file("meet.gongsai"), "--event", "TT_team"], "");
    assert_eq!(played.code, Some(0), "{}", played.err);
    std::fs::write(folder.file("played.gongsai"), &played.out).expect("written");
    let shown = json(&["meet", "show", &folder.file("played.gongsai"), "--event", "TT_team"], "");
    assert_eq!(shown["events"][0]["groups"].as_array().map(Vec::len), Some(10));
    assert_eq!(shown["events"][0]["places"][0][0], 1);
    let replayed = json(&["meet", "replay", &folder.file("played.gongsai")], "");
    assert_eq!(replayed["problems"], Json::Array(Vec::new()));

    let again = call(
        &["meet", "apply", &folder.file("played.gongsai")],
        r#"{"do":"lot","event":"TT_team","group":1,"order":[]}"#,
    );
    assert_eq!(again.code, Some(1), "no lot is needed");
    assert!(again.err.starts_with("{\"error\""), "{}", again.err);
    let kept = std::fs::read_to_string(folder.file("played.gongsai")).expect("there");
    assert_eq!(kept.trim_end(), played.out.trim_end(), "a refusal changes nothing");
}

#[test]
fn each_preset_judges_by_its_own_rules() {
    let folder = Folder::new("presets");
    for (preset, codes) in [
        ("literal", "E06 P01 P02 R R01 R02"),
        ("provincial", "P01 P02 P03 P04 P06 P07 P08 P09 P10 P13 P14 P15 R R01 R03 R04 R06"),
        ("company", "P01 P02 P03 P08 P13 R R01"),
        ("international", "P01 P02 P14 P15 R R01 R04 R05"),
    ] {
        let mut args = review_args(&folder);
        args.extend(["--preset".to_owned(), preset.to_owned()]);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let review = json(&args, "");
        let people = review["people"].as_array().expect("people");
        let found = people.iter().flat_map(|person| person["codes"].as_array().expect("codes"));
        let rules = found.filter_map(|code| code.as_str()?.split('_').next());
        let rules: std::collections::BTreeSet<&str> = rules.collect();
        assert_eq!(rules.into_iter().collect::<Vec<_>>().join(" "), codes, "{preset}");
    }
}

#[test]
fn a_misspelt_parameter_is_told_and_the_review_is_made_all_the_same() {
    let folder = Folder::new("misspelt");
    let text = std::fs::read_to_string(games("regulation.toml")).expect("there");
    let text = text.replace("[rules]\n", "[rules]\nR07 = { tagz = [\"教练\"] }\nL06 = { TT_team = 90 }\n");
    std::fs::write(folder.file("regulation.toml"), text).expect("written");
    let mut args = review_args(&folder);
    args[2] = folder.file("regulation.toml");
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let called = call(&args, "");
    assert_eq!(called.code, Some(0), "{}", called.err);
    let answer: Json = serde_json::from_str(&called.out).expect("one JSON answer");
    assert_eq!(answer["unchecked_rules"], serde_json::json!(["L06", "R07"]));
    let told: Json = serde_json::from_str(&called.err).expect("one line");
    let why = "R07: the parameter `tags` is missing; the parameter `tagz` is not known; the rule is left to people";
    assert_eq!(told["warning"]["en"], why);
    assert!(told["warning"]["zh"].as_str().is_some_and(|zh| zh.contains("不认识参数 tagz")), "{told}");
}

#[test]
fn a_result_is_applied_and_kept() {
    let folder = Folder::new("apply");
    let regulation = games("regulation.toml");
    let regulation = regulation.to_string_lossy();
    let args = ["simulate", "--seed", "y", "--regulation", &regulation, "--units", "9", "--event", "TT_MS"];
    let meet = call(&args, "");
    let lines: Vec<&str> = meet.out.lines().collect();
    // Everything but the last result, so that there is one left to enter.
    let (last, before) = lines.split_last().expect("records");
    std::fs::write(folder.file("m.gongsai"), before.join("\n") + "\n").expect("written");
    let record: Json = serde_json::from_str(last).expect("a record");
    let answer = json(&["meet", "apply", &folder.file("m.gongsai")], &record["command"].to_string());
    assert_eq!(answer["touched"]["event"], "TT_MS");
    let shown = json(&["meet", "show", &folder.file("m.gongsai"), "--event", "TT_MS"], "");
    assert_eq!(shown["events"][0]["places"][0][0], 1);
}

#[test]
fn copies_that_are_written_as_devices_of_their_own_merge_whole() {
    let folder = Folder::new("devices");
    let regulation = games("regulation.toml");
    let regulation = regulation.to_string_lossy();
    let args = ["simulate", "--seed", "z", "--regulation", &regulation, "--units", "4", "--event", "TT_MS"];
    let begun = call(&args, "");
    let draft: Vec<&str> = begun.out.lines().take(2).collect();
    let copy = |name: &str, device: &str, unit: &str| {
        std::fs::write(folder.file(name), draft.join("\n") + "\n").expect("written");
        let command =
            format!(r#"{{"do":"add-units","units":[{{"id":"{unit}","name":"单位{unit}","category":null}}]}}"#);
        let applied = call(&["meet", "apply", "--device", device, &folder.file(name)], &command);
        assert_eq!(applied.code, Some(0), "{}", applied.err);
        folder.file(name)
    };
    let (a, b) = (
        copy("a.gongsai", "00000000000000a1", "00000000000000f1"),
        copy("b.gongsai", "00000000000000b2", "00000000000000f2"),
    );
    json(&["meet", "merge", &a, &b, "--out", &folder.file("both.gongsai")], "");
    let report = json(&["meet", "verify", &folder.file("both.gongsai")], "");
    assert_eq!(report["aside"], Json::Array(Vec::new()), "{report}");
    assert_eq!(report["records"], 3, "{report}");
    let secret = folder.file("key");
    std::fs::write(&secret, "not a key").expect("written");
    let refused = call(&["meet", "apply", "--key", &secret, &a], "{}");
    assert_eq!(refused.code, Some(1));
    assert!(!refused.err.contains("not a key"), "what the file holds is never told: {}", refused.err);
}

#[test]
fn a_draw_can_be_checked_and_a_changed_one_is_found() {
    let input = r#"{"format":"groups","groups":2,"rule":"ittf","seed":"00ff","entrants":[
        {"id":"a","unit":"u"},{"id":"b","unit":"u"},{"id":"c","unit":"v"},{"id":"d","unit":"w"}]}"#;
    let drawn = json(&["draw"], input);
    assert_eq!(drawn["shortfall"], Json::Array(Vec::new()));
    let receipt = drawn["receipt"].to_string();
    assert_eq!(call(&["verify-draw"], &receipt).code, Some(0));
    let changed = receipt.replace("\"00ff\"", "\"00fe\"");
    assert_ne!(changed, receipt);
    assert_eq!(call(&["verify-draw"], &changed).code, Some(1));
}

#[test]
fn facts_are_sealed_opened_and_erased_and_no_failure_tells_them() {
    const ERIKA: &str = "0000000000000007 {\"document\":\"11010519491231002X\",\"phone\":\"13800000000\"}\n";
    const OTHER: &str = "0000000000000008 {\"insured_months\":12}\n";
    let folder = Folder::new("vault");
    let path = |name: &str| folder.file(name);
    let file = |name: &str, text: &str| {
        std::fs::write(folder.file(name), text).expect("written");
        folder.file(name)
    };
    let meet = file("m.gongsai", "{\"gongsai\":1,\"meet\":\"0000000000000001\"}\n");
    let other_meet = file("other.gongsai", "{\"gongsai\":1,\"meet\":\"0000000000000002\"}\n");
    let facts = file("facts.txt", &format!("{ERIKA}{OTHER}"));
    let password = file("password.txt", "correct horse\n");
    let wrong = file("wrong.txt", "correct house\n");
    let seal = |facts: &str, password: &str, out: &str| {
        call(&["vault", "seal", "--meet", &meet, "--password-file", password, facts, "-o", out], "")
    };
    let open = |sealed: &str, password: &str, meet: &str| {
        call(&["vault", "open", "--meet", meet, "--password-file", password, sealed, "-o", &path("opened.txt")], "")
    };
    let read = |name: &str| std::fs::read_to_string(folder.file(name)).expect("there");
    let refused = |called: Called, why: &str| {
        assert_eq!(called.code, Some(1), "{why}");
        assert!(called.err.contains(why), "{}", called.err);
        assert!(!called.err.contains("1101") && !called.err.contains("phone"), "{}", called.err);
    };

    assert_eq!(seal(&facts, &password, &path("sealed.txt")).out, "{\"meet\":\"0000000000000001\",\"people\":2}\n");
    assert_eq!(seal(&facts, &password, &path("again.txt")).code, Some(0));
    assert_ne!(read("sealed.txt"), read("again.txt"), "each file has a salt of its own");
    refused(open(&path("sealed.txt"), &wrong, &meet), "password is wrong");
    refused(open(&path("sealed.txt"), &password, &other_meet), "another meet");
    refused(open(&facts, &password, &meet), "no sealed file");
    assert!(!Path::new(&path("opened.txt")).exists(), "nothing is written that was not opened");
    assert_eq!(open(&path("sealed.txt"), &password, &meet).code, Some(0));
    assert_eq!(read("opened.txt"), format!("{ERIKA}{OTHER}"));
    let damaged = file("damaged.txt", &format!("{OTHER}0000000000000007 {{\"document\":\"1101\n"));
    refused(seal(&damaged, &password, &path("no.txt")), "line 2 holds no facts");

    assert_eq!(json(&["vault", "erase", &facts, "--person", "0000000000000007"], "")["people"], 1);
    assert_eq!(read("facts.txt"), OTHER);
    refused(call(&["vault", "erase", &facts, "--person", "0000000000000007"], ""), "no facts of person");
}

#[test]
fn cases_are_answered_one_by_one_or_line_by_line() {
    let valid = json(&["check-score"], r#"{"kind":"game","rule_set":"tt_11","score":[11,9]}"#);
    assert_eq!(valid["valid"], true);
    let typed = json(&["check-score"], r#"{"rule":"volleyball","result":"20，-20，20，23"}"#);
    assert_eq!((&typed["winner"], &typed["read"]), (&"a".into(), &"25-20 20-25 25-20 25-23".into()));
    let plan = json(&["plan", "--format", "knockout", "--entrants", "5"], "");
    assert_eq!(plan["matches"].as_array().map(Vec::len), Some(4));
    let lines = "{\"system\":\"cn_3_bo\",\"results\":[\"a\",\"b\",\"b\"],\"play_all\":false}\nnonsense\n";
    let answered = call(&["tie", "--jsonl"], lines);
    let answers: Vec<Json> = answered.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers[0]["winner"], "b");
    assert!(!answers[1]["error"].is_null());
}

#[test]
fn wrong_usage_and_missing_files_have_codes_of_their_own() {
    assert_eq!(call(&["draw", "--no-such-option"], "").code, Some(2));
    assert_eq!(call(&[], "").code, Some(2));
    let missing = call(&["meet", "show", "/no/such/file"], "");
    assert_eq!(missing.code, Some(1));
    assert!(serde_json::from_str::<Json>(missing.err.trim()).is_ok(), "{}", missing.err);
}

#[test]
fn every_place_of_a_group_has_its_reason_in_words() {
    let case = r#"{"rule_set":"bwf_gcr_16.2","entrants":["甲","乙","丙"],"matches":[
        {"a":"甲","b":"乙","game_score":[2,1]},{"a":"乙","b":"丙","game_score":[2,0]},{"a":"丙","b":"甲","game_score":[0,2]}]}"#;
    let answer = json(&["why"], case);
    let places = answer["why"].as_array().expect("places");
    assert_eq!(places.len(), 3);
    assert_eq!((&places[0]["entrant"], &places[0]["zh"][0]), (&"甲".into(), &"积分 2，无人相同。".into()));
    let tied = case.replacen("[0,2]", "[2,0]", 1);
    let answer = json(&["why"], &tied);
    let sentence = answer["why"][0]["en"][0].as_str().expect("a sentence");
    assert!(sentence.contains("the difference of games in all matches decides"), "{sentence}");
    assert_eq!(call(&["why"], "{}").code, Some(1));
}
