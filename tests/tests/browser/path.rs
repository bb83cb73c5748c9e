//! The whole path: from the units' workbooks to the podium, through real clicks and keys.

use std::fs;
use std::time::Duration;

use gongsai::document::journal;
use gongsai::id::MeetId;
use gongsai::meet::Journal;
use gongsai::publication;
use gongsai::simulate::Simulation;
use gongsai_tests::browser::{Browser, Key, Server, css, steps, tell};
use gongsai_tests::games;
use gongsai_tests::path::Path;

/// Reading all the forms takes a while on a slow machine.
const READING: Duration = Duration::from_secs(120);

/// Begins the games by their regulations and units.
#[track_caller]
pub(crate) fn begin(browser: &Browser) {
    browser.click("home-new");
    browser.choose("new-regulations", &[games::path("regulation.toml")]);
    browser.wait_text("meet-title", "山西省职工");
    browser.choose("units-file", &[games::path("units.csv")]);
    browser.wait_text("unit-count", "50");
}

/// Reads the forms, looks at what was found, and takes them in.
#[track_caller]
pub(crate) fn take_in_forms(browser: &Browser) {
    steps::go(browser, "entries");
    let forms = steps::forms();
    browser.choose("file-input", &forms);
    browser.be_patient(READING);
    browser.wait_count("entries-file-row", forms.len());
    browser.wait_count(css("[data-test=\"entries-file-row\"][data-state=\"reading\"]"), 0);
    browser.be_patient(gongsai_tests::browser::PATIENCE);
    let unreadable = browser.texts(css("[data-state=\"unreadable\"], [data-state=\"empty\"]"));
    assert!(unreadable.is_empty(), "{unreadable:#?}");
    // A document number that Excel has damaged is shown at its cell, in a sentence.
    let row = css("[data-test=\"entries-file-row\"]:has(.badge.warn:not([hidden]))");
    assert!(browser.count(&row) > 0, "the forms hold planted faults");
    browser.click(row.inside("entries-show"));
    browser.wait_there(row.inside(css(".cell-notes li")));
    // Forms whose delegation is written in no list get their unit from a person.
    while browser.count("entries-unit") > 0 {
        let left = browser.count("entries-unit");
        browser.click(css("[data-test=\"entries-unit\"] option:nth-child(2)"));
        browser.wait_count("entries-unit", left - 1);
    }
    browser.click("entries-commit");
    browser.wait_count(css("[data-test=\"entries-file-row\"][data-state=\"taken-in\"]"), forms.len());
    steps::wait_saved(browser);
    browser.wait_text("entries-summary", "46/50");
}

/// The journal of the open meet, as the home page exports it.
#[track_caller]
fn export(server: &Server, browser: &Browser) -> Journal {
    steps::wait_saved(browser);
    browser.open(server, "/");
    browser.click("home-export");
    let file = browser.downloaded(".gongsai");
    let text = fs::read_to_string(&file).expect("a downloaded file can be read");
    fs::remove_file(file).expect("a downloaded file can be removed");
    let loaded = journal::read(&text).expect("an export is a meet's file");
    assert!(loaded.problems.is_empty(), "an export is whole: {:?}", loaded.problems);
    loaded.journal
}

/// Enters the results of group 1 by keys alone: one line a tie, Enter goes on to the next.
#[track_caller]
fn enter_a_group(browser: &Browser) -> usize {
    steps::go(browser, "results");
    browser.click(css("[data-test=\"result-filter\"] option:nth-child(2)"));
    browser.wait_rest();
    let matches = browser.count("result-line");
    assert!((3..=6).contains(&matches), "a group has three or four teams, and {matches} matches");
    browser.click("result-input");
    // First a score that cannot be right.
    browser.press("11-10 11-5 11-5 / 11-5 11-6 11-7");
    browser.press(Key::Enter);
    browser.wait_there("result-refusal");
    assert_eq!(browser.count("played-line"), 0);
    browser.press(Key::Escape);
    browser.wait_gone("result-refusal");
    for n in 1..=matches {
        let result =
            if n % 3 == 0 { "5-11 6-11 7-11 / 11-9 9-11 8-11 9-11" } else { "11-5 11-6 11-7 / 11-3 11-4 11-8" };
        browser.press(result);
        browser.press(Key::Enter);
        browser.wait_count("played-line", n);
        browser.wait_count("result-line", matches - n);
        if n < matches {
            browser.wait_focus("result-input");
        }
    }
    matches
}

/// Compares the names on a page with those that the core gives.
#[track_caller]
fn check_names(browser: &Browser, spot: gongsai_tests::browser::Spot, names: &[String]) {
    browser.wait(&format!("{spot} to show {names:?}"), || (browser.texts(&spot) == names).then_some(()));
}

#[test]
fn from_forty_six_workbooks_to_the_podium() {
    let (server, browser) = steps::start("from_forty_six_workbooks");
    let event = steps::event(steps::TEAMS);

    begin(&browser);
    take_in_forms(&browser);
    review(&browser);

    // The draw of the team event: forty teams, ten groups of four.
    steps::choose_event(&browser, steps::TEAMS);
    browser.wait_text("draw-summary", "40");
    browser.fill("draw-seed", "工赛 2026");
    browser.click("draw-run");
    browser.wait_gone("draw-run");
    steps::wait_saved(&browser);
    steps::go(&browser, "groups");
    browser.wait_count("group-card", 10);

    let entered = enter_a_group(&browser);
    let drawn = export(&server, &browser);
    let state = drawn.meet().event(&event).expect("the event is drawn");
    assert_eq!(state.bracket().matches().filter(|found| found.over).count(), entered);
    let ranking = state.bracket().group_ranking(1).expect("the first group is decided");
    let names: Vec<String> =
        ranking.iter().map(|entry| publication::name(drawn.meet(), *entry).name.to_string()).collect();
    let meet = drawn.meet().id();
    browser.open(&server, &format!("/meet/{meet}/groups/{}", steps::TEAMS));
    check_names(&browser, css("[data-group=\"1\"] [data-test=\"standing-row\"] .line-who"), &names);

    // The rest is played elsewhere, by a device with a right, and comes back as a file.
    let (_, writer) = steps::hand_over(&browser, "第二台电脑");
    let mut rest = Simulation::new(export(&server, &browser), "the rest").writing_as(writer);
    rest.play_out(&event).expect("the event can be played to its end");
    let podium = publication::podium(rest.journal().meet(), &event);
    assert!(podium.complete);
    let places: Vec<String> = podium.rows.iter().filter_map(|row| Some(row.name.as_ref()?.name.to_string())).collect();
    browser.open(&server, "/");
    browser.wait_there("home");
    steps::open_meet_file(&browser, &browser.file("played.gongsai", journal::write(rest.journal()).as_bytes()));
    steps::wait_saved(&browser);
    let standings = format!("/meet/{meet}/standings/{}", steps::TEAMS);
    browser.open(&server, &standings);
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
    check_names(&browser, css("[data-test=\"podium-row\"] .line-who"), &places);

    // Everything is on the disk.
    browser.reload();
    browser.wait_there(css("[data-test=\"podium\"][data-state=\"final\"]"));
    check_names(&browser, css("[data-test=\"podium-row\"] .line-who"), &places);
    browser.open(&server, &format!("/meet/{meet}/bracket/{}", steps::TEAMS));
    browser.wait_there("match-card");
    tell(&format!("the podium of {}: {}", steps::TEAMS, places.join(" ")));
}

/// Loads the register of athletes, reviews everyone, and compares each verdict on the page with the core's own.
#[track_caller]
fn review(browser: &Browser) {
    steps::go(browser, "review");
    browser.choose("register-file", &[games::path("register.csv")]);
    browser.wait_text("register-state", "register.csv");
    browser.click("review-run");
    browser.click("review-show-all");
    let path = Path::reviewed(MeetId(1));
    let meet = path.journal.meet();
    let mut expected: Vec<String> = Vec::new();
    for ((person, sport), review) in meet.reviews() {
        let person = &meet.people()[person];
        let unit = &meet.units()[&person.unit].name;
        expected.push(format!("{} · {unit} · {} · {:?}", person.name, sport.chinese(), review.verdict));
    }
    expected.sort();
    browser.wait_count("review-row", expected.len());
    let names = browser.contents(css("[data-test=\"review-row\"] .queue-name"));
    let units = browser.contents(css("[data-test=\"review-row\"] .queue-unit"));
    let verdicts = browser.attributes("review-row", "data-verdict");
    let rows = names.iter().zip(&units).zip(&verdicts);
    let row = |((name, unit), verdict): ((&String, &String), &String)| {
        format!("{} · {unit} · {verdict}", name.trim_end_matches('✎'))
    };
    let mut shown: Vec<String> = rows.map(row).collect();
    shown.sort();
    let differs: Vec<_> = shown.iter().zip(&expected).filter(|(shown, expected)| shown != expected).collect();
    assert!(differs.is_empty(), "the page says otherwise than the core: {differs:#?}");
    // Whoever is barred is shown with the article, and the row of the register beside the form.
    browser.click("review-show-barred");
    browser.wait_rest();
    browser.click("review-row");
    browser.wait_text("review-findings", "第八条");
    browser.wait_there("review-evidence");
    steps::wait_saved(browser);
}
