//! Line-ups of a team tie are handed in hidden, opened together, and make the score sheet.

use gongsai::id::{EntryId, MatchId};
use gongsai::lineup::Lineup;
use gongsai::meet::LineupState;
use gongsai_tests::browser::{Browser, Spot, css, steps};
use gongsai_tests::lineups::lineup;

const EVENT: &str = "TT_team";

fn side(entry: EntryId) -> Spot {
    css(&format!("[data-test=\"lineup-side\"][data-entry=\"{entry}\"]"))
}

/// Chooses everybody of a line-up on its side.
#[track_caller]
fn choose(browser: &Browser, entry: EntryId, lineup: &Lineup) {
    for (place, people) in &lineup.places {
        for (at, person) in people.iter().enumerate() {
            let list = css(&format!("[data-place=\"{place}\"]:nth-of-type({})", at + 1));
            browser.select(side(entry).inside(list), &person.to_string());
        }
    }
}

#[test]
fn hidden_lineups_are_opened_together_and_make_the_score_sheet() {
    let (server, browser) = steps::start("hidden_lineups");
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, EVENT);
    let address = steps::open_meet(&browser, &meet);
    browser.open(&server, &format!("{address}/results/{EVENT}"));
    browser.click("to-lineups");
    browser.wait_there("lineup-tie");
    let id = browser.attributes("lineup-tie", "data-match")[0].clone();
    let tie = css(&format!("[data-test=\"lineup-tie\"][data-match=\"{id}\"]"));
    browser.click(tie.inside("lineup-choose"));
    browser.wait_count("lineup-side", 2);
    let id: MatchId = id.parse().expect("an id");
    let (event, before) = (steps::event(EVENT), meet.journal().meet().clone());
    let entries = before.event(&event).and_then(|state| state.bracket().entries(id).ok()).expect("both are known");
    let [first, second] = [entries.a, entries.b].map(|entry| lineup(&before, entry, 0));

    // A woman in the men's singles is named, and cannot be handed in.
    browser.select(side(entries.a).inside(css("[data-place=\"MS\"]")), &first.places["WS"][0].to_string());
    browser.wait_text(side(entries.a).inside("lineup-faults"), "男");
    assert_eq!(browser.attributes(side(entries.a).inside("lineup-hand-in"), "disabled"), ["disabled"]);
    choose(&browser, entries.a, &first);
    browser.click(side(entries.a).inside("lineup-hand-in"));
    browser.wait_text(side(entries.a).inside("lineup-state"), "保密");
    steps::wait_saved(&browser);
    let handed = steps::exported(&browser).meet().event(&event).expect("drawn").line_ups(id);
    assert_eq!((handed.a.state(), handed.b.state()), (Some(LineupState::Committed), None));

    // The hidden line-up outlives a reload.
    browser.reload();
    browser.open(&server, &format!("{address}/lineups/{EVENT}"));
    browser.click(tie.inside("lineup-choose"));
    browser.wait_text(side(entries.a).inside("lineup-state"), "保密");
    assert_eq!(browser.count("lineup-open"), 0, "one side is missing");
    choose(&browser, entries.b, &second);
    browser.click(side(entries.b).inside("lineup-hand-in"));
    browser.click("lineup-open");
    let name = |line_up: &Lineup| before.people()[&line_up.places["MS"][0]].name.clone();
    let [one, other] = [name(&first), name(&second)];
    let row = browser.wait_text("tie-row", &one);
    assert!(row.contains(&other) && row.contains("可以开始"), "{row}");
    steps::wait_saved(&browser);
    let handed = steps::exported(&browser).meet().event(&event).expect("drawn").line_ups(id);
    assert_eq!((handed.a.opened, handed.b.opened), (Some(first), Some(second)));

    // Who plays stands beside the field of each rubber.
    browser.open(&server, &format!("{address}/results/{EVENT}"));
    let own = css(&format!("[data-test=\"result-line\"][data-match=\"{id}\"]"));
    browser.click(own.inside("result-unfold"));
    let players = browser.wait_text(own.inside("rubber-players"), &one);
    assert!(players.contains(&other), "{players}");

    // What is played comes into the sheet.
    let line = css(&format!("[data-test=\"result-line\"][data-match=\"{id}\"] [data-test=\"result-input\"]"));
    browser.fill(line, "11-5 11-5 11-5 / 11-6 11-6 11-6");
    browser.press(gongsai_tests::browser::Key::Enter);
    steps::wait_saved(&browser);
    browser.click("to-lineups");
    browser.click(tie.inside("lineup-choose"));
    browser.wait_text("tie-row", "11-5 11-5 11-5");
    assert_eq!(browser.attributes("tie-row", "data-state"), ["won", "won", "dead"]);
}
