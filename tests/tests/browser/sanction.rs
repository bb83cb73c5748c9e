//! A sanction on the results page: what becomes of the ranking is seen before it is approved.

use gongsai_tests::browser::{css, steps};

#[test]
fn a_sanction_is_seen_before_it_is_approved() {
    let (server, browser) = steps::start("a_sanction");
    steps::at_results(&server, &browser);
    steps::enter(&browser, "11-5 11-6 11-7 / 11-3 11-4 11-8", 1);
    steps::wait_saved(&browser);
    let before = steps::exported(&browser);
    let event = steps::event(steps::TEAMS);
    let bracket = before.meet().event(&event).expect("drawn").bracket();
    let played = bracket.matches().find(|found| found.played.is_some()).expect("one is played");
    let winner = played.played.and_then(|played| played.tally.winner).expect("somebody won");
    let entry = played.occupants[winner].entry().expect("an entry");

    steps::go(&browser, "results");
    browser.click(css("[data-test=\"sanction\"] summary"));
    browser.select("sanction-entry", &entry.to_string());
    browser.wait_count("sanction-match", 1);
    browser.click("sanction-preview");
    browser.wait_there(css("[data-test=\"sanction-trouble\"]:not([hidden])"));
    browser.click("sanction-match");
    browser.fill("sanction-reason", "冒名顶替");
    browser.click("sanction-preview");
    browser.wait_there("sanction-changes");
    browser.click("sanction-do");
    browser.wait_gone("sanction-changes");
    steps::wait_saved(&browser);

    let after = steps::exported(&browser);
    let found = after.meet().event(&event).and_then(|state| state.bracket().match_view(played.id));
    let now = found.and_then(|found| found.played?.tally.winner);
    assert_eq!(now, Some(winner.other()), "who won has lost");
}
