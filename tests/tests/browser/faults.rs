//! Files that are not what they should be: each gets a sentence that says what and where, and nothing is lost.

use std::fs;
use std::path::{Path, PathBuf};

use gongsai::document::journal;
use gongsai_tests::browser::{Browser, css, steps};

use crate::path;

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
    let file = |name: &str, bytes: &[u8]| browser.file(name, bytes);
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
    let text = journal::write(meet.journal());
    // In the middle of a record of the knockout.
    let lines = text.lines().count();
    let before: usize = text.split_inclusive('\n').take(lines - 4).map(str::len).sum();
    let half = before + 40;
    let line = (lines - 3).to_string();
    let address = steps::open_meet_file(&browser, &browser.file("half.gongsai", &text.as_bytes()[..half]));
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
    let again = steps::open_meet_file(&browser, &browser.file("whole.gongsai", text.as_bytes()));
    assert_eq!(address, again);
    browser.wait_gone("load-problems");
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "standings");
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
}

#[test]
fn a_journal_changed_on_its_way_is_told_and_the_change_kept_aside() {
    let (_server, browser) = steps::start("a_journal_changed");
    let mut meet = steps::simulated(8);
    meet.play_out(&steps::event(steps::TEAMS)).expect("the event can be played");
    let text = journal::write(meet.journal());
    let changed = text.replacen("第1代表队", "第一代表队", 1);
    steps::open_meet_file(&browser, &browser.file("changed.gongsai", changed.as_bytes()));
    browser.wait_text("load-problems", "1 条记录");
    steps::go(&browser, "history");
    browser.wait_text("history-aside", "内容被改过");
    // The true record comes with a true copy of the file.
    browser.choose("merge-input", &[browser.file("true.gongsai", text.as_bytes())]);
    browser.wait_text("merged", "新增 1 条");
    steps::choose_event(&browser, steps::TEAMS);
    steps::go(&browser, "standings");
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
}

/// Gives files to the page of the entries, and waits until each is read.
#[track_caller]
fn choose_forms(browser: &Browser, files: &[PathBuf]) {
    browser.choose("file-input", files);
    browser.wait_count(css("[data-test=\"entries-file-row\"][data-state=\"reading\"]"), 0);
}

/// Gives one file to the page of the entries, and compares the state and the sentence that it gets.
#[track_caller]
fn check_form(browser: &Browser, file: &Path, state: &str, parts: &[&str]) {
    let name = file.file_name().expect("a name").to_string_lossy();
    browser.choose("file-input", &[file.to_owned()]);
    let row = css(&format!("[data-test=\"entries-file-row\"][data-name=\"{name}\"][data-state=\"{state}\"]"));
    browser.wait_there(&row);
    let said = browser.text(&row);
    for part in parts {
        assert!(said.contains(part), "{name}: \"{said}\" does not say {part}");
    }
}

#[test]
fn the_entries_say_what_is_wrong_with_a_form() {
    let (server, browser) = steps::start("the_entries_say");
    path::begin(&browser);
    steps::go(&browser, "entries");
    let form = &steps::forms()[0];
    let bytes = fs::read(form).expect("a form");
    let file = |name: &str, bytes: &[u8]| browser.file(name, bytes);

    // One good form is taken in first: whatever comes after must leave it alone.
    choose_forms(&browser, std::slice::from_ref(form));
    browser.click("entries-commit");
    browser.wait_text("entries-summary", "1/50");

    check_form(&browser, &file("照片.xlsx", &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70]), "unreadable", &["这是图片"]);
    check_form(&browser, &file("空.xlsx", b""), "unreadable", &["空"]);
    check_form(&browser, &file("半份.xlsx", &bytes[..bytes.len() / 2]), "unreadable", &["工作簿"]);
    check_form(&browser, &file("加密.xlsx", &encrypted(&bytes)), "unreadable", &["密码"]);
    check_form(&browser, &file("巨大.xlsx", &huge(&bytes)), "unreadable", &["太大"]);
    check_form(&browser, &file("通知.csv", "关于举办比赛的通知\n一、时间\n二、地点\n".as_bytes()), "empty", &["表头"]);
    let chess = "代表队：太原市总工会\n序号,姓名,性别,参赛项目\n1,张三,男,男单\n";
    check_form(&browser, &file("象棋.csv", chess.as_bytes()), "empty", &["设项"]);
    let nobody = "乒乓球报名表\n代表队：火星总工会\n序号,姓名,性别,身份证号,参赛项目\n1,张三,男,,男单\n";
    check_form(&browser, &file("火星.csv", nobody.as_bytes()), "no-unit", &["火星总工会", "单位"]);

    browser.open(&server, "/");
    browser.wait_there("home-meet");
    browser.reload();
    browser.wait_text("home-meet", "1/50");
}

/// Two files of one delegation: which of them counts is for a person to say.
#[test]
fn two_forms_of_one_delegation_are_not_taken_in_unseen() {
    let (_server, browser) = steps::start("two_forms_of_one_delegation");
    path::begin(&browser);
    steps::go(&browser, "entries");
    let form = &steps::forms()[0];
    let twin = browser.file("另一份.xlsx", &fs::read(form).expect("a form"));
    choose_forms(&browser, &[form.clone(), twin]);
    browser.wait_count("entries-file-row", 2);
    browser.wait_text("entries", "已有一份报名表");
}

/// The same workbook, as a password would leave it: every part of the archive is marked as encrypted.
fn encrypted(workbook: &[u8]) -> Vec<u8> {
    let mut bytes = workbook.to_vec();
    for at in 0..bytes.len().saturating_sub(10) {
        match bytes[at..at + 4] {
            [b'P', b'K', 3, 4] => bytes[at + 6] |= 1,
            [b'P', b'K', 1, 2] => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

/// The same workbook with more behind it than any form has.
fn huge(workbook: &[u8]) -> Vec<u8> {
    let mut bytes = workbook.to_vec();
    bytes.resize(24_000_000, 0);
    bytes
}
