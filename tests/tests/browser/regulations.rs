//! What is changed of standing regulations on their page: the format of an event, and the rules of eligibility.

use gongsai::regulations::{FormatRule, GroupSizes};
use gongsai_tests::browser::{css, steps};

const SINGLES: &str = "TT_MS";

#[test]
fn a_format_is_chosen_seen_and_drawn() {
    let (server, browser) = steps::start("a_format_is_chosen");
    let address = steps::open_meet(&browser, &steps::simulated(8));
    browser.open(&server, &format!("{address}/regulations"));
    let row = css("tr[data-event=\"TT_MS\"]");
    browser.click(row.inside("format-change"));

    // What cannot be played says so before anybody saves it.
    browser.select("format-kind", "佩奇制（四名以内）");
    browser.wait_text("format-outlook", "4");
    browser.select("format-kind", "双败淘汰");
    browser.wait_text("format-outlook", "场");
    browser.select("format-kind", "分组循环");
    browser.fill("format-size", "5");
    browser.fill("format-through", "9");
    browser.click("format-save");
    browser.wait_text("format-refusal", "through");
    browser.fill("format-through", "2");
    let next = css(".format-fields .format-fields").inside("format-kind");
    browser.select(next, "双败淘汰");
    browser.click("format-save");
    browser.wait_gone("format-entry");
    browser.wait_text(row, "双败");

    steps::choose_event(&browser, SINGLES);
    steps::go(&browser, "draw");
    browser.click("draw-run");
    browser.wait_gone("draw-run");
    steps::wait_saved(&browser);
    steps::go(&browser, "regulations");
    browser.wait_there("events");
    assert_eq!(browser.texts(css("tr[data-event=\"TT_MS\"] [data-test=\"format-change\"]")), Vec::<String>::new());

    let journal = steps::exported(&browser);
    let event = journal.meet().regulations().and_then(|regulations| regulations.event(&steps::event(SINGLES)));
    let Some(FormatRule::Groups(rule)) = event.map(|event| &event.format) else { panic!("groups") };
    assert_eq!((&rule.sizes, rule.through), (&GroupSizes::AtMost(5), 2));
    assert!(matches!(*rule.next, FormatRule::DoubleElimination { .. }));
}

#[test]
fn rules_are_chosen_from_a_preset_and_edited() {
    let (server, browser) = steps::start("rules_are_chosen");
    let address = steps::open_meet(&browser, &steps::simulated(4));
    browser.open(&server, &format!("{address}/regulations"));
    browser.wait_there(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    browser.click(css("[data-test=\"rules-entry\"] summary"));
    browser.select("rules-preset", "company");
    browser.click("rules-save");
    browser.wait_there("rules-saved");
    browser.wait_gone(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    browser.wait_text(css("[data-rule=\"P06\"]"), "3 个月");

    // What cannot be a rule is named, and nothing changes.
    browser.fill("rules-text", "[rules]\nP06 = { months = \"三\" }\n");
    browser.click("rules-save");
    browser.wait_text("rules-refusal", "P06.months");
    browser.fill("rules-text", "[rules]\nP06 = { months = 9, clause = \"第三条\" }\n");
    browser.click("rules-save");
    browser.wait_text(css("[data-rule=\"P06\"]"), "9 个月");
    browser.wait_text(css("[data-rule=\"P06\"]"), "第三条");
    steps::wait_saved(&browser);
    let journal = steps::exported(&browser);
    let rules = journal.meet().regulations().map(|regulations| regulations.rules.clone()).expect("set");
    assert_eq!(rules.p06.map(|rule| rule.params), Some(9));
    assert!(rules.p08.is_none());
}
