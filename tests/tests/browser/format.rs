//! The format of an event is chosen on the page after the forms came in.

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
