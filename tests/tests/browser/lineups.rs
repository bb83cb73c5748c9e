//! Line-ups of a team tie are handed in hidden, opened together, and make the score sheet.

use gongsai::document::{regulations_from_toml, rules_of};
use gongsai::id::{EntryId, MatchId, PersonId};
use gongsai::lineup::Lineup;
use gongsai::meet::{Command, LineupState};
use gongsai::sex::Sex;
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

/// Basketball: each team names up to twelve for the match, and the table checks who stands on court together.
#[test]
fn teams_name_their_people_and_the_court_is_checked() {
    let (server, browser) = steps::start("match_lists");
    let mut meet = steps::simulated(8);
    let rules = "[rules]\nL03 = { BB = [5, 9] }\nL01 = { clause = \"第十条\", BB = { women_min = 1, men_min = 3 } }";
    let rules = regulations_from_toml(rules).expect("values");
    let (rules, review) = rules_of(&rules).expect("rules");
    meet.ask(Command::SetRules { rules, review }).expect("taken");
    steps::draw(&mut meet, "BB_men");
    let address = steps::open_meet(&browser, &meet);
    browser.open(&server, &format!("{address}/results/BB_men"));
    browser.click("to-lineups");
    browser.wait_there("lineup-tie");
    let id = browser.attributes("lineup-tie", "data-match")[0].clone();
    browser.click("lineup-choose");
    browser.wait_count("match-list", 2);
    let id: MatchId = id.parse().expect("an id");
    let (event, before) = (steps::event("BB_men"), meet.journal().meet().clone());
    let entry = before.event(&event).and_then(|state| state.bracket().entries(id).ok()).expect("both are known").a;
    let list = css(&format!("[data-test=\"match-list\"][data-entry=\"{entry}\"]"));
    let (women, men): (Vec<PersonId>, Vec<PersonId>) =
        before.entries()[&entry].people.iter().partition(|id| before.people()[*id].sex == Some(Sex::Female));
    let tick = |test: &str, id: PersonId| {
        browser.click(list.inside(css(&format!("[data-test=\"{test}\"][value=\"{id}\"]"))));
    };

    // Everybody is ten: one too many.
    assert_eq!((women.len(), men.len()), (5, 5));
    browser.wait_text(list.inside("list-faults"), "最多 9 人");
    tick("list-person", men[4]);
    browser.click(list.inside("list-save"));
    browser.wait_there(list.inside("list-in"));
    steps::wait_saved(&browser);
    let standing = steps::exported(&browser);
    let named = standing.meet().event(&event).expect("drawn").match_list(id, entry).expect("a list");
    assert_eq!((named.len(), named.contains(&men[4])), (9, false));

    browser.open(&server, &format!("{address}/lineups/BB_men"));
    browser.click("lineup-choose");

    // On court: a woman and four men may, two men alone may not.
    tick("court-person", men[0]);
    tick("court-person", men[1]);
    let told = browser.wait_text(list.inside("court-faults"), "女");
    assert!(told.contains("第十条"), "{told}");
    for person in [men[2], men[3], women[0]] {
        tick("court-person", person);
    }
    browser.wait_there(list.inside("court-good"));
}
