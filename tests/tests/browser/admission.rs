//! From the forms to the final public notice: two reviewers at the keyboard, a correction, the notice, a challenge, the
//! final list without document numbers, the day itself with a replacement.

use gongsai::admission::State;
use gongsai::date::Date;
use gongsai_tests::browser::{Browser, DESK, Key, PHONE, css, steps};
use gongsai_tests::games;

use crate::path;

/// Goes to one of the pages around the review.
#[track_caller]
fn turn_to(browser: &Browser, page: &str) {
    browser.click(css(&format!("[data-test=\"nav-{page}\"]")));
    browser.wait_there(css(&format!("[data-test=\"page\"][data-step=\"{page}\"]")));
}

/// Says who is at the desk.
#[track_caller]
fn reviewer(browser: &Browser, name: &str) {
    browser.fill("reviewer", name);
    browser.press(Key::Tab);
}

/// Confirms everyone of a list by keys alone: A opens the reason, Enter records it.
#[track_caller]
fn confirm_all(browser: &Browser, list: &str) -> usize {
    browser.click(css(&format!("[data-test=\"review-show-{list}\"]")));
    browser.wait_rest();
    let count = browser.count("review-row");
    // The focus leaves the tab for the queue, where keys are heard.
    browser.click("review-row");
    for left in (0..count).rev() {
        browser.press("a");
        browser.wait_focus("review-why");
        browser.press(Key::Enter);
        browser.wait_count("review-row", left);
    }
    count
}

/// Asserts that nothing on the page looks like a document number, a telephone number or a birth date of a person, and that
/// all of it fits a phone.
#[track_caller]
fn nothing_private_nothing_wide(browser: &Browser) {
    browser.set_viewport(PHONE);
    browser.wait_rest();
    assert_eq!(steps::sticks_out(browser), None, "the page scrolls sideways");
    browser.set_viewport(DESK);
    let text = browser.script("return document.body.innerText", &[]);
    let text = text.as_str().unwrap_or_default().to_owned();
    let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len);
    assert!(digits.max().unwrap_or(0) < 11, "a number of eleven digits or more is shown");
    for birth in (1950..2009).map(|year| format!("{year}-")) {
        assert!(!text.contains(&birth), "a date of {birth} is shown");
    }
}

#[test]
fn from_the_forms_to_the_final_list() {
    let (_server, browser) = steps::start("from_the_forms_to_the_final_list");
    path::begin(&browser);
    path::take_in_forms(&browser);

    // The regulations of the games name no procedure: two pairs of eyes and a notice are added on their page.
    steps::go(&browser, "regulations");
    steps::open_rules(&browser);
    browser.fill("review.eyes", "2");
    browser.click("turn-notice");
    browser.fill("review.notice.deposit", "500");
    browser.click("rules-save");
    browser.wait_there("rules-saved");

    steps::go(&browser, "review");
    browser.choose("register-file", &[games::path("register.csv")]);
    browser.wait_text("register-state", "register.csv");
    browser.click("review-run");
    browser.wait_there("review-row");

    // One is sent back with a day; the letter to the unit says what to correct.
    reviewer(&browser, "王审查");
    browser.click("review-row");
    let unit = browser.text(css(".desk-person .person-head p"));
    let unit = unit.split(" · ").next().unwrap_or_default().to_owned();
    browser.press("r");
    browser.wait_focus("review-why");
    browser.press("请补交工作证明");
    browser.press(Key::Enter);
    browser.wait_there("review-show-returned");
    turn_to(&browser, "units");
    browser.wait_count("unit-row", 50);
    let row = css(&format!("[data-test=\"unit-row\"][data-unit=\"{unit}\"]"));
    browser.click(row.inside("to-letter"));
    browser.wait_text("letter", "请补交工作证明");
    nothing_private_nothing_wide(&browser);

    // The first reviewer confirms everyone; nothing counts before the second has.
    turn_to(&browser, "notice");
    browser.wait_there("notice-open");
    assert_eq!(browser.texts("notice-post"), Vec::<String>::new(), "nothing is posted while people are undecided");
    turn_to(&browser, "review");
    let open = confirm_all(&browser, "open");
    assert!(open > 10, "the forms hold planted faults");
    browser.click("review-show-proposed");
    browser.click("review-row");
    browser.press("a");
    browser.wait_focus("review-why");
    browser.press(Key::Enter);
    browser.wait_text("review-person", "另一位审查人");
    reviewer(&browser, "李复核");
    assert_eq!(confirm_all(&browser, "proposed"), open);
    for name in ["李复核", "王审查"] {
        reviewer(&browser, name);
        let list = if name == "李复核" { "returned" } else { "proposed" };
        // Who was sent back has brought the paper.
        assert_eq!(confirm_all(&browser, list), 1);
    }

    turn_to(&browser, "notice");
    steps::set_value(&browser, "notice-from", "2026-09-20");
    steps::set_value(&browser, "notice-until", "2026-09-22");
    browser.click("notice-post");
    browser.wait_text("notice-trouble", "5");
    steps::set_value(&browser, "notice-until", "2026-09-24");
    browser.click("notice-post");
    browser.wait_there("posted");
    let posted = browser.count("posted-person");
    nothing_private_nothing_wide(&browser);

    // A challenge in its days, answered and dismissed.
    browser.click(css("[data-test=\"challenge-entry\"] summary"));
    steps::set_value(&browser, "challenge-on", "2026-09-25");
    browser.fill("challenge-grounds", "曾是省队队员");
    for (field, place) in [("whom", 2), ("by", 30)] {
        browser.click(css(&format!("[data-test=\"challenge-{field}\"] option:nth-child({place})")));
    }
    browser.click("challenge-enter");
    browser.wait_there(css("[data-test=\"challenge-trouble\"]:not([hidden])"));
    steps::set_value(&browser, "challenge-on", "2026-09-23");
    browser.click("challenge-enter");
    browser.wait_text("challenge-state", "待答复");
    browser.fill("challenge-text", "有劳动合同和社保记录");
    steps::set_value(&browser, "challenge-day", "2026-09-24");
    browser.click("challenge-answer");
    browser.wait_text("challenge-state", "已答复");
    browser.fill("challenge-text", "证据不足");
    browser.click("challenge-dismiss");
    browser.wait_text("challenge-state", "不成立");

    // The list is final on the day after the notice, and the document numbers are gone from this device.
    steps::set_value(&browser, "final-day", "2026-09-25");
    browser.wait_text("finalise", &posted.to_string());
    browser.click("finalise");
    browser.wait_text("final-count", &format!("{posted} /"));
    turn_to(&browser, "review");
    browser.click("review-show-passed");
    browser.wait_rest();
    browser.click("review-row");
    browser.wait_text("review-state", "最终确认");
    browser.wait_text(css("[data-test=\"review-facts\"] div:first-child"), "已删除");

    // On the day: one is there, another one is replaced and is to be reviewed.
    turn_to(&browser, "check-in");
    browser.click("check-in");
    browser.wait_text("check-in-count", "已检录 1");
    browser.click(css("[data-test=\"replace\"] summary"));
    browser.click(css("[data-test=\"replace-out\"] option:nth-child(2)"));
    browser.fill("replace-name", "新替补");
    browser.fill("replace-reason", "骨折，附诊断书");
    browser.click("replace-do");
    browser.wait_text("changes", "新替补");
    nothing_private_nothing_wide(&browser);
    steps::wait_saved(&browser);

    let journal = steps::exported(&browser);
    let meet = journal.meet();
    let finals = meet.admission_states().filter(|(.., state)| state.is_final()).count();
    // Who was replaced stood in the final list; who came in does not yet.
    assert!((posted - 1..=posted).contains(&finals), "{finals} of {posted}");
    assert!(meet.admission_states().any(|(.., state)| state == State::Submitted));
    assert_eq!(meet.admissions().notices()[0].from, Date::new(2026, 9, 20).expect("a day"));
}
