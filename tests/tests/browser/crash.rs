//! The browser is killed while results are entered: what was shown as saved is there afterwards.
//!
//! The long suite kills it 50 times, any other run 3 times.

use std::process::Command;
use std::time::{Duration, Instant};

use gongsai::document::journal;
use gongsai::id::MeetId;
use gongsai_tests::browser::{Browser, Key, Server, dist, steps, tell};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// What the storage holds of the meet, read past the app.
const STORED: &str = "const meet = arguments[0]; \
    const open = indexedDB.open('gongsai'); \
    open.onsuccess = () => { \
      const all = open.result.transaction('records').objectStore('records').getAll(IDBKeyRange.bound([meet], [meet, []])); \
      all.onsuccess = () => { window.storedLines = all.result; }; \
    }; return null";

fn crashes() -> u32 {
    if std::env::var_os("GONGSAI_LONG").is_some() { 50 } else { 3 }
}

#[test]
fn what_was_shown_as_saved_survives_a_kill() {
    let mut rng = ChaCha8Rng::seed_from_u64(20261123);
    let server = Server::start(&dist());
    let mut browser = Browser::start("a_kill");
    let (mut id, mut results, mut saved) = (MeetId(0), String::new(), 0);
    let (mut all, mut lost, mut unseen) = (0, 0, 0);
    for crash in 0..crashes() {
        if crash % KILLS_A_MEET == 0 {
            all += saved;
            (id, results) = begin(&server, &browser, 24 + u16::try_from(crash / KILLS_A_MEET).expect("few meets"));
            saved = 0;
        }
        browser.open(&server, &results);
        browser.wait_there("result-filter");
        browser.wait_count("played-line", saved);
        let end = Instant::now() + Duration::from_millis(rng.random_range(0..2_500));
        let killer = kill_at(&browser, end);
        saved = enter_until(&browser, saved, end);
        killer.join().expect("the browser is killed");
        browser = Browser::start_with(&format!("a_kill_{crash}"), browser.leave_profile());
        browser.open(&server, &results);
        browser.wait_there("result-filter");
        let stored = stored(&browser, id);
        let loaded = journal::from_lines(id, stored.iter().map(String::as_str));
        assert_eq!(loaded.problems, [], "kill {crash}: every stored record is whole");
        assert_eq!(loaded.journal.missing(), [], "kill {crash}");
        assert_eq!(loaded.journal.refused().count(), 0, "kill {crash}");
        let state = loaded.journal.meet().event(&steps::event(steps::TEAMS)).expect("drawn");
        let played = state.bracket().matches().filter(|found| found.played.is_some()).count();
        browser.wait_count("played-line", played);
        lost += saved.saturating_sub(played);
        unseen += played.saturating_sub(saved);
        assert!(played >= saved, "kill {crash}: {saved} were shown as saved, and {played} are there");
        saved = played;
    }
    all += saved;
    let kills = crashes();
    tell(&format!("{kills} kills: {all} results, {lost} lost, {unseen} stored that were not yet shown as saved"));
}

/// So many kills a meet, then its matches run out.
const KILLS_A_MEET: u32 = 3;

/// Opens a drawn meet of so many teams: its id, and the address of its results.
fn begin(server: &Server, browser: &Browser, teams: u16) -> (MeetId, String) {
    let mut meet = steps::simulated(teams);
    steps::draw(&mut meet, steps::TEAMS);
    browser.open(server, "/");
    browser.wait_there("home");
    let address = steps::open_meet(browser, &meet);
    steps::wait_saved(browser);
    (meet.journal().meet().id(), format!("{address}/results/{}", steps::TEAMS))
}

/// Kills the browser's process at a moment, as a machine does that loses its power.
fn kill_at(browser: &Browser, end: Instant) -> std::thread::JoinHandle<()> {
    let processes = browser.processes();
    assert!(!processes.is_empty(), "the browser runs");
    std::thread::spawn(move || {
        std::thread::sleep(end.saturating_duration_since(Instant::now()));
        for process in processes {
            let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
        }
    })
}

/// Enters results as fast as they are taken, until the browser is gone. How many were shown as saved.
fn enter_until(browser: &Browser, mut saved: usize, end: Instant) -> usize {
    const NEXT: &str = "const input = document.querySelector('[data-test=\"result-input\"]'); if (!input) return null; \
        input.focus(); return true";
    const SEEN: &str = "const state = document.querySelector('[data-test=\"saved-state\"]').dataset.state; \
        return [state, document.querySelectorAll('[data-test=\"played-line\"]').length]";
    while Instant::now() < end + Duration::from_secs(5) {
        if browser.script_now(NEXT).is_none() || !browser.press_now("11-5 11-6 11-7 / 11-3 11-4 11-8" + Key::Enter) {
            return saved;
        }
        let Some(seen) = browser.script_now(SEEN) else { return saved };
        // The page says how many results it shows and, in the same moment, that all is stored.
        if seen[0] == "saved" {
            saved = saved.max(seen[1].as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or(0));
        }
    }
    saved
}

#[track_caller]
fn stored(browser: &Browser, meet: MeetId) -> Vec<String> {
    browser.script(STORED, &[meet.to_string().into()]);
    let lines = browser.wait("the storage to be read", || {
        browser.script("return window.storedLines || null", &[]).as_array().cloned()
    });
    lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}
