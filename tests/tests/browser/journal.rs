//! The journal on several windows and devices: followed, merged, disputed, ruled on, undone, handed over.

use std::fs;

use gongsai::document::journal::{self, ask};
use gongsai::id::{DeviceId, MatchId};
use gongsai::meet::{Command, Refused, Right, Timestamp, Writer};
use gongsai::score::parse;
use gongsai::simulate::Simulation;
use gongsai_tests::browser::{Browser, Key, css, steps};

const WON: &str = "11-5 11-6 11-7 / 11-3 11-4 11-8";
const LOST: &str = "5-11 6-11 7-11 / 3-11 4-11 8-11";

fn following(yes: bool) -> gongsai_tests::browser::Spot {
    css(&format!("[data-test=\"following\"][data-following=\"{yes}\"]"))
}

#[test]
fn one_window_writes_and_the_others_follow() {
    let (server, browser) = steps::start("one_window_writes");
    let results = steps::at_results(&server, &browser);
    browser.open_tab();
    browser.open(&server, &results);
    browser.wait_there("result-line");
    browser.wait_text("following", "另一个窗口");
    // What the follower asks for is refused.
    browser.click("result-input");
    browser.press(WON);
    browser.press(Key::Enter);
    browser.wait_text("result-refusal", "另一个窗口");
    browser.press(Key::Escape);
    // What the first window enters is seen in the second.
    browser.go_to_tab(0);
    steps::enter(&browser, WON, 1);
    browser.go_to_tab(1);
    browser.wait_count("played-line", 1);
    // The second takes over, and the first follows.
    browser.click("take-over");
    browser.wait_gone(css("[data-test=\"following\"][data-following=\"true\"]"));
    steps::enter(&browser, LOST, 2);
    browser.go_to_tab(0);
    browser.wait_count("played-line", 2);
    browser.wait_text("following", "另一个窗口");
    // Both race for the lock: one of them writes in the end, and nothing is lost.
    for _ in 0..4 {
        browser.click("take-over");
        browser.wait_gone(following(true));
        browser.go_to_tab(1);
        browser.wait_there(following(true));
        browser.click("take-over");
        browser.wait_gone(following(true));
        browser.go_to_tab(0);
        browser.wait_there(following(true));
    }
    browser.reload();
    browser.wait_count("played-line", 2);
}

#[test]
fn two_devices_differ_and_staff_decide() {
    let (server, browser) = steps::start("two_devices_differ");
    let results = steps::at_results(&server, &browser);
    let mut other = steps::simulated(8);
    steps::draw(&mut other, steps::TEAMS);
    steps::enter(&browser, WON, 1);
    let first = browser.attributes("played-line", "data-match");
    let id: MatchId = first.first().expect("a match is played").parse().expect("a match");
    // Another device entered it the other way round.
    let mut journal = other.journal().clone();
    let rule = journal.meet().event(&steps::event(steps::TEAMS)).expect("drawn").bracket().rule().clone();
    let outcome = parse(&rule, LOST).expect("a result");
    let command = Command::Result { event: steps::event(steps::TEAMS), id, entries: None, outcome };
    ask(&mut journal, &Writer::staff(DeviceId(0xD2)), Timestamp(0), command).expect("the match is open there");
    let file = browser.file("other.gongsai", journal::write(&journal).as_bytes());
    steps::go(&browser, "history");
    browser.choose("merge-input", std::slice::from_ref(&file));
    browser.wait_text("merged", "新增 1 条");
    steps::wait_saved(&browser);
    browser.open(&server, &results);
    browser.wait_count("dispute", 1);
    assert_eq!(browser.count("played-line"), 0, "a disputed match waits");
    // Merged a second time, nothing changes; after a reload it is still disputed.
    browser.reload();
    browser.wait_count("dispute", 1);
    browser.fill("dispute-reason", "以记分表为准");
    browser.click("dispute-rule");
    browser.wait_count("dispute", 0);
    browser.wait_count("played-line", 1);
    steps::wait_saved(&browser);
    // The ruling is undone in the history, and the dispute is back.
    steps::go(&browser, "history");
    browser.wait_text("history-line", "裁定成绩");
    browser.click("history-undo");
    browser.wait_text("confirm", "有争议");
    browser.click("confirm-yes");
    browser.wait_there(css("[data-test=\"history-line\"][data-fate=\"undone\"]"));
    steps::wait_saved(&browser);
    browser.open(&server, &results);
    browser.wait_count("dispute", 1);
}

#[test]
fn a_right_is_handed_over_by_code() {
    let (server, browser) = steps::start("a_right_is_handed_over");
    steps::begin(&browser, "授权运动会");
    let (code, _) = steps::hand_over(&browser, "王裁判");
    browser.wait_count("grant", 1);
    browser.wait_there(css(".qr-code path"));
    steps::go(&browser, "history");
    browser.click("history-export");
    let file = browser.downloaded(".gongsai");
    let text = fs::read(&file).expect("the download can be read");
    // Another device, another browser: it may look, and write nothing before it has the code.
    let second = Browser::start("a_right_is_handed_over_2");
    second.open(&server, "/");
    steps::open_meet_file(&second, &second.file("meet.gongsai", &text));
    steps::go(&second, "devices");
    second.wait_text("own-right", "只能查看");
    second.open(&server, "/");
    second.click("home-join");
    second.fill("join-code", "gongsai-right:abc");
    second.click("join-use");
    second.wait_text("home-trouble", "授权码");
    second.fill("join-code", &code);
    second.click("join-use");
    second.wait_text("own-right", "工作人员");
    second.reload();
    second.wait_text("own-right", "工作人员");
    // The organiser takes it back.
    steps::go(&browser, "devices");
    browser.click("grant-revoke");
    browser.wait_text("grant", "已收回");
}

#[test]
fn results_go_from_screen_to_screen() {
    let (server, browser) = steps::start("results_go_from_screen");
    let results = steps::at_results(&server, &browser);
    steps::enter(&browser, WON, 1);
    steps::enter(&browser, LOST, 2);
    steps::go(&browser, "history");
    browser.click("codes");
    browser.wait_there(css(".codes .qr-code path"));
    let page = browser.wait_text("codes-text", "");
    // Another device with the same draw reads the code.
    let second = Browser::start("results_go_from_screen_2");
    second.open(&server, "/");
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(&second, &meet);
    steps::go(&second, "history");
    second.click("codes");
    second.fill("codes-field", "HALF A PAGE");
    second.click("codes-take");
    second.wait_text("codes-said", "读不出");
    second.fill("codes-field", &page);
    second.click("codes-take");
    second.wait_text("codes-said", "新增 2 条");
    steps::wait_saved(&second);
    second.open(&server, &results);
    second.wait_count("played-line", 2);
}

#[test]
fn private_facts_travel_sealed_and_are_erased() {
    let (server, browser) = steps::start("private_facts_travel");
    steps::open_sample(&browser);
    steps::wait_saved(&browser);
    steps::go(&browser, "devices");
    let held = browser.wait_text("private-count", "785");
    browser.fill("private-password", "short");
    browser.click("private-seal");
    browser.wait_text("private-said", "8");
    browser.fill("private-password", "职工运动会2026");
    browser.click("private-seal");
    let file = browser.downloaded(".vault");
    let sealed = fs::read_to_string(&file).expect("the download can be read");
    assert!(!sealed.contains("phone") && !sealed.contains("document"), "nothing of it can be read");
    // Everything goes, and stays gone after a reload.
    browser.click("private-erase");
    browser.click("confirm-yes");
    browser.wait_text("private-count", " 0 ");
    steps::wait_saved(&browser);
    browser.reload();
    browser.wait_text("private-count", " 0 ");
    // The wrong password opens nothing; the right one brings all of it back.
    browser.fill("private-password", "职工运动会2025");
    browser.choose("private-open", std::slice::from_ref(&file));
    browser.wait_text("private-said", "密码不对");
    browser.fill("private-password", "职工运动会2026");
    browser.choose("private-open", &[file]);
    assert_eq!(browser.wait_text("private-count", "785"), held);
    steps::wait_saved(&browser);
    drop(server);
}

#[test]
fn a_misspelt_name_is_put_right_after_the_draw() {
    let (_server, browser) = steps::start("a_misspelt_name");
    steps::open_sample(&browser);
    steps::go(&browser, "review");
    browser.click("review-show-all");
    browser.wait_there("review-row");
    browser.click("review-row");
    browser.click("rename");
    browser.fill("rename-name", "欧阳晓明");
    browser.click("rename-save");
    browser.wait_text("review-person", "欧阳晓明");
    steps::wait_saved(&browser);
    steps::go(&browser, "history");
    browser.wait_text("history-line", "更正名称");
    // Undone, the name is as it was.
    browser.click("history-undo");
    browser.wait_text("confirm", "欧阳晓明");
    browser.click("confirm-yes");
    browser.wait_there(css("[data-test=\"history-line\"][data-fate=\"undone\"]"));
}

#[test]
fn a_referee_writes_the_results_of_one_court() {
    let (server, browser) = steps::start("a_referee_of_a_court");
    steps::begin(&browser, "场地裁判运动会");
    // A member of the staff enters the units and draws on another device.
    let (_, staff) = steps::hand_over(&browser, "编排");
    let mut desk = Simulation::new(steps::exported(&browser), "desk").writing_as(staff);
    desk.enter_units(8).expect("entered");
    steps::draw(&mut desk, steps::TEAMS);
    steps::merge(&browser, desk.journal());
    // The organiser puts the first group on court 3, and gives that court to a referee.
    let address = steps::meet_address(&browser);
    browser.open(&server, &format!("{address}/results/{}", steps::TEAMS));
    browser.select("result-filter", "A 组");
    browser.click("courts");
    browser.fill("courts-court", "3");
    browser.click("courts-put");
    browser.wait_text("result-line", "3 号场地");
    steps::wait_saved(&browser);
    let referee = steps::hand_court_over(&browser, "三号台", 3, "2026-10-17");
    let mut court = steps::exported(&browser);
    let event = steps::event(steps::TEAMS);
    let state = court.meet().event(&event).expect("drawn");
    let outcome = parse(state.bracket().rule(), WON).expect("a result");
    let result = |id: &str| Command::Result {
        event: event.clone(),
        id: id.parse().expect("a match"),
        entries: None,
        outcome: outcome.clone(),
    };
    let refused = ask(&mut court, &referee, Timestamp(0), result("G2.1.1")).expect_err("another court");
    assert!(matches!(refused, Refused::NotAllowed(Right::Referee { court: 3, .. })), "{refused}");
    ask(&mut court, &referee, Timestamp(0), result("G1.1.1")).expect("the referee's own court");
    steps::merge(&browser, &court);
    browser.open(&server, &format!("{address}/results/{}", steps::TEAMS));
    browser.wait_count("played-line", 1);
    // What the page shows of one court.
    browser.select("result-filter", "2026-10-17 3 号场地");
    browser.wait_count("played-line", 1);
    assert_eq!(browser.count("result-line"), 5, "the other matches of the group");
}

#[test]
fn an_entry_withdraws_and_comes_back() {
    let (server, browser) = steps::start("an_entry_withdraws");
    let results = steps::at_results(&server, &browser);
    let open = browser.count("result-line");
    browser.click("withdraw");
    browser.fill("withdraw-reason", "受伤");
    browser.click("withdraw-do");
    browser.wait_text("withdrawn", "已退赛");
    let lost = browser.count("played-line");
    assert!(lost > 0, "what it has not played is lost");
    assert_eq!(browser.count("result-line"), open - lost);
    steps::wait_saved(&browser);
    steps::go(&browser, "history");
    browser.wait_text("history-line", "退赛（受伤）");
    browser.click("history-undo");
    browser.click("confirm-yes");
    steps::wait_saved(&browser);
    browser.open(&server, &results);
    browser.wait_count("result-line", open);
}
