//! Files that are not what they should be: each gets a sentence that says what and where, and nothing is lost.

use std::path::PathBuf;

use gongsai_tests::browser::{Browser, css};

use crate::steps;

/// Gives a file to the home page, and compares what it says.
#[track_caller]
fn check_home(browser: &Browser, input: &str, file: PathBuf, parts: &[&str]) {
    browser.choose(input, &[file]);
    let said = browser.wait_text("home-trouble", parts[0]);
    for part in parts {
        assert!(said.contains(part), "{said} does not say {part}");
    }
    assert_eq!(browser.count("home"), 1, "one stays where one is");
}

#[test]
fn the_home_page_says_what_is_wrong_with_a_file() {
    let (_server, browser) = steps::start("the_home_page_says");
    let file = |name: &str, bytes: &[u8]| steps::file("home", name, bytes);
    check_home(&browser, "home-open", file("letter.gongsai", "各单位：".as_bytes()), &[".gongsai"]);
    check_home(&browser, "home-open", file("empty.gongsai", b""), &[".gongsai"]);
    check_home(&browser, "home-open", file("picture.gongsai", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), &[".gongsai"]);
    let later = br#"{"gongsai":99,"meet":"0000000000000007"}"#;
    check_home(&browser, "home-open", file("later.gongsai", later), &["更新"]);
    check_home(&browser, "home-open", steps::forms()[0].clone(), &["报名"]);
    browser.click("home-new");
    let broken = b"format = 1\nid = \"x\"\ntitle = \"no end\nsports = []\n";
    check_home(&browser, "new-regulations", file("broken.toml", broken), &["3"]);
    let defects = b"format = 1\nid = \"x\"\ntitle = \"x\"\nreference_date = 2026-09-31\nsports = [\"TT\"]\n";
    check_home(&browser, "new-regulations", file("defects.toml", defects), &["4"]);
    let nothing = b"format = 1\nid = \"x\"\ntitle = \"x\"\n";
    check_home(&browser, "new-regulations", file("nothing.toml", nothing), &["reference_date", "sports"]);
    assert_eq!(browser.count("home-meet"), 0, "nothing was begun");
}

#[test]
fn a_journal_cut_off_keeps_its_good_part() {
    let (server, browser) = steps::start("a_journal_cut_in_half");
    let mut meet = steps::simulated(8);
    meet.play_out(&steps::event(steps::TEAMS)).expect("the event can be played");
    let text = steps::text(&meet);
    // In the middle of a record of the knockout.
    let lines = text.lines().count();
    let before: usize = text.split_inclusive('\n').take(lines - 4).map(str::len).sum();
    let half = before + 40;
    let line = (lines - 3).to_string();
    let address = steps::open_meet(&browser, steps::file("half", "half.gongsai", &text.as_bytes()[..half]));
    browser.wait_text("load-problems", &line);
    steps::wait_saved(&browser);
    // What is whole of it is here and stays.
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "results");
    browser.wait_there("played-line");
    let played = browser.count("played-line");
    browser.reload();
    browser.wait_count("played-line", played);
    // The whole file completes it.
    browser.open(&server, "/");
    browser.wait_count("home-meet", 1);
    let again = steps::open_meet(&browser, steps::file("half", "whole.gongsai", text.as_bytes()));
    assert_eq!(address, again);
    browser.wait_gone("load-problems");
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "standings");
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
}

#[test]
fn a_journal_changed_on_its_way_is_told_by_its_line() {
    let (_server, browser) = steps::start("a_journal_changed");
    let mut meet = steps::simulated(8);
    meet.play_out(&steps::event(steps::TEAMS)).expect("the event can be played");
    let text = steps::text(&meet);
    // One name of a unit is changed in the third line: its device's chain breaks there.
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = lines.iter().position(|line| line.contains("第1代表队")).expect("the units have a record");
    let changed: Vec<String> = (0..)
        .zip(&lines)
        .map(|(n, line)| if n == at { line.replace("第1代表队", "第一代表队") } else { line.clone() })
        .collect();
    steps::open_meet(&browser, steps::file("changed", "changed.gongsai", changed.join("\n").as_bytes()));
    let said = browser.text("load-problems");
    // The changed record is read, for its form is right; the one after it names another.
    assert!(said.contains(&(at + 2).to_string()), "{said} does not name line {}", at + 2);
}
