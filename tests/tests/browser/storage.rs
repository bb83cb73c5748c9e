//! Storage that is full or refused, a clock that is a day off, a tab that sleeps: nothing that is shown is lost.

use gongsai::document::journal;
use gongsai_tests::browser::{Browser, css, steps};
use gongsai_tests::chronicle::{begun, go_on};
use serde_json::json;

const WON: &str = "11-5 11-6 11-7 / 11-3 11-4 11-8";

/// Runs before anything else of every page that is opened from now on.
fn before_the_app(browser: &Browser, script: &str) {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
}

#[test]
fn a_full_disk_is_told_and_what_waits_is_stored_later() {
    let (server, browser) = steps::start("a_full_disk");
    // What the browser says when the disk is full, said whenever the test wants it.
    let full = "const add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = function (...row) { \
                if (window.full) throw new DOMException('no room', 'QuotaExceededError'); return add.apply(this, row); };";
    before_the_app(&browser, full);
    browser.reload();
    steps::at_results(&server, &browser);
    steps::wait_saved(&browser);
    browser.script("window.full = true", &[]);
    steps::enter(&browser, WON, 1);
    browser.wait_there(css("[data-test=\"saved-state\"][data-state=\"failed\"]"));
    browser.wait_text("saved-state", "磁盘空间不足");
    steps::enter(&browser, WON, 2);
    // There is room again: one click stores all that waits.
    browser.script("window.full = false", &[]);
    browser.click("save-retry");
    steps::wait_saved(&browser);
    browser.reload();
    browser.wait_count("played-line", 2);
}

#[test]
fn without_storage_one_works_and_takes_a_copy() {
    let (_server, browser) = steps::start("without_storage");
    before_the_app(&browser, "Object.defineProperty(window, 'indexedDB', { value: undefined })");
    browser.reload();
    browser.wait_there("home");
    at_results_unsaved(&browser);
    steps::enter(&browser, WON, 1);
    browser.wait_text("saved-state", "无痕");
    browser.click("export-now");
    let text = std::fs::read_to_string(browser.downloaded(".gongsai")).expect("the download can be read");
    let loaded = journal::read(&text).expect("a journal");
    let state = loaded.journal.meet().event(&steps::event(steps::TEAMS)).expect("drawn");
    assert_eq!(state.bracket().matches().filter(|found| found.played.is_some()).count(), 1);
}

/// Where nothing is stored, the page must not be loaded anew: one goes by its links.
#[track_caller]
fn at_results_unsaved(browser: &Browser) {
    let mut meet = steps::simulated(8);
    steps::draw(&mut meet, steps::TEAMS);
    steps::open_meet(browser, &meet);
    steps::choose_event(browser, steps::TEAMS);
    steps::go(browser, "results");
    browser.wait_there("result-line");
}

#[test]
fn a_clock_that_is_a_day_off_changes_no_order() {
    let (server, browser) = steps::start("a_clock_that_is_off");
    let results = steps::at_results(&server, &browser);
    steps::enter(&browser, WON, 1);
    steps::wait_saved(&browser);
    // From now on it is yesterday.
    before_the_app(&browser, "const now = Date.now; Date.now = () => now() - 86400000;");
    browser.reload();
    browser.wait_count("played-line", 1);
    steps::enter(&browser, WON, 2);
    steps::wait_saved(&browser);
    let matches = browser.attributes("played-line", "data-match");
    steps::go(&browser, "history");
    browser.wait_there("history-line");
    let numbers: Vec<u32> = browser
        .attributes("history-line", "data-record")
        .iter()
        .take(2)
        .filter_map(|id| id.rsplit('-').next()?.parse().ok())
        .collect();
    assert!(numbers[0] == numbers[1] + 1, "what came last stands first: {numbers:?}");
    browser.open(&server, &results);
    browser.wait_count("played-line", 2);
    assert_eq!(browser.attributes("played-line", "data-match"), matches);
}

#[test]
fn a_tab_that_slept_catches_up() {
    let (server, browser) = steps::start("a_tab_that_slept");
    let results = steps::at_results(&server, &browser);
    steps::wait_saved(&browser);
    browser.open_tab();
    // A tab that sleeps hears nothing; being looked at again, it reads the storage.
    before_the_app(&browser, "BroadcastChannel = class extends EventTarget { postMessage() {} close() {} };");
    browser.open(&server, &results);
    browser.reload();
    let deaf = browser.script("return String(BroadcastChannel).includes('postMessage() {}')", &[]);
    assert_eq!(deaf, true, "the channel of this tab hears nothing");
    browser.wait_text("following", "另一个窗口");
    browser.go_to_tab(0);
    steps::enter(&browser, WON, 1);
    steps::wait_saved(&browser);
    browser.go_to_tab(1);
    browser.wait_count("played-line", 1);
    browser.click("take-over");
    browser.wait_gone(css("[data-test=\"following\"][data-following=\"true\"]"));
    steps::enter(&browser, WON, 2);
    steps::wait_saved(&browser);
}

#[test]
fn a_great_meet_is_shown_while_it_is_read() {
    let (_server, browser) = steps::start("a_great_meet");
    // Whether the page ever told that it reads, however short that was.
    before_the_app(
        &browser,
        "window.told = false; new MutationObserver(() => { \
           if (document.querySelector('[data-test=opening]') && document.querySelector('.meet-title')) window.told = true; \
         }).observe(document, { childList: true, subtree: true });",
    );
    let told = || browser.script("return window.told", &[]) == true;
    let (mut journal, writer) = begun(None);
    go_on(&mut journal, &writer, 1_800, 1);
    let file = browser.file("great.gongsai", journal::write(&journal).as_bytes());
    steps::open_meet_file(&browser, &file);
    steps::wait_saved(&browser);
    browser.wait("a snapshot", || snapshot_of(&browser).filter(|text| text.starts_with("1800\n")));
    browser.reload();
    steps::go(&browser, "history");
    browser.wait_text("history-count", "1800");
    assert!(told(), "the page showed the meet before it was read");
    // What is written afterwards makes the snapshot out of date: the page waits for the records.
    steps::go(&browser, "regulations");
    steps::choose_event(&browser, "TT_MS");
    steps::go(&browser, "results");
    steps::enter(&browser, "11-5 11-6 11-7", 1);
    steps::wait_saved(&browser);
    browser.reload();
    browser.wait_count("played-line", 1);
    assert!(!told(), "an old snapshot is not shown");
}

/// The snapshot that the storage holds of the only meet, read past the app.
fn snapshot_of(browser: &Browser) -> Option<String> {
    let script = "const open = indexedDB.open('gongsai'); \
                  open.onsuccess = () => { \
                    const all = open.result.transaction('snapshots').objectStore('snapshots').getAll(); \
                    all.onsuccess = () => { window.kept = all.result[0]; open.result.close(); }; \
                  }; return window.kept";
    browser.script(script, &[]).as_str().map(str::to_owned)
}
