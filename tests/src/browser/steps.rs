//! Steps that several scenarios share. They know the app; the rest of this module knows only a browser.

use std::fs;
use std::path::{Path, PathBuf};

use gongsai::bracket::DrawStage;
use gongsai::document::journal;
use gongsai::id::{EventId, MeetId};
use gongsai::key::SecretKey;
use gongsai::meet::{Command, Journal, Writer};
use gongsai::simulate::Simulation;

use super::{Browser, Key, Server, css, dist};
use crate::games;

/// The pages of a meet: those of the pipeline in its order with those around the review, and the two that accompany it.
pub const PAGES: [&str; 14] = [
    "regulations",
    "entries",
    "review",
    "units",
    "notice",
    "check-in",
    "draw",
    "groups",
    "bracket",
    "results",
    "standings",
    "overall",
    "history",
    "devices",
];

/// The table-tennis team event of the games.
pub const TEAMS: &str = "TT_team";

/// A server and a browser at the home page.
pub fn start(scenario: &str) -> (Server, Browser) {
    let server = Server::start(&dist());
    let browser = Browser::start(scenario);
    browser.open(&server, "/");
    browser.wait_there("home");
    (server, browser)
}

/// The forms of the games, in order of name.
pub fn forms() -> Vec<PathBuf> {
    let folder = fs::read_dir(games::path("forms")).expect("the forms are there");
    let mut forms: Vec<PathBuf> = folder.map(|file| file.expect("a form").path()).collect();
    forms.sort();
    forms
}

/// A meet by the regulations of the games with so many units in every event, as far as its forms.
pub fn simulated(units: u16) -> Simulation {
    let text = fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    simulated_by(&text, units, 0x6012_0000_0000_0000 + u64::from(units))
}

/// The same by the regulations that have an event of every format; meets of different numbers are different.
pub fn every_format(units: u16, number: usize) -> Simulation {
    simulated_by(include_str!("../../data/formats/regulation.toml"), units, 0x6013_0000_0000_0000 + number as u64)
}

/// A meet by these regulations with so many units in every event; meets of different numbers are different.
pub fn simulated_by(text: &str, units: u16, meet: u64) -> Simulation {
    let mut simulation = Simulation::new(Journal::new(MeetId(meet)), "browser");
    let draft = gongsai::document::regulations_from_toml(text).expect("the regulations are values");
    simulation.ask(Command::SetRegulations(draft)).expect("the regulations are sound");
    simulation.enter_units(units).expect("the units are new");
    simulation
}

/// Draws an event of a simulated meet.
pub fn draw(simulation: &mut Simulation, name: &str) {
    let prepared = simulation.journal().meet().prepare_draw(&event(name), DrawStage::First, "browser");
    let prepared = prepared.expect("the event can be drawn");
    simulation.ask(Command::Draw(prepared.drawn)).expect("a prepared draw is taken");
}

/// The event of a name.
pub fn event(name: &str) -> EventId {
    EventId::new(name).expect("a plain name")
}

/// Opens the sample meet from the home page.
#[track_caller]
pub fn open_sample(browser: &Browser) {
    browser.click("home-sample");
    browser.wait_there("meet-title");
}

/// Begins a meet by the model regulations, on the first day of the games.
#[track_caller]
pub fn begin(browser: &Browser, title: &str) {
    browser.click("home-new");
    browser.fill("new-title", title);
    set_value(browser, "new-first-match", "2026-10-17");
    browser.click("new-create");
    browser.wait_there("meet-title");
}

/// The journal of the open meet, as the history page gives it out.
#[track_caller]
pub fn exported(browser: &Browser) -> Journal {
    go(browser, "history");
    browser.click("history-export");
    let file = browser.downloaded(".gongsai");
    let text = fs::read_to_string(&file).expect("the download can be read");
    // The next one is to be told from it.
    fs::remove_file(file).expect("the download can be removed");
    journal::read(&text).expect("a journal").journal
}

/// Takes the records of another device in.
#[track_caller]
pub fn merge(browser: &Browser, journal: &Journal) {
    go(browser, "history");
    browser.choose("merge-input", &[browser.file("merged.gongsai", journal::write(journal).as_bytes())]);
    browser.wait_text("merged", "条");
    wait_saved(browser);
}

/// Opens a drawn meet of eight teams at its results, stored, and gives the address of the page.
#[track_caller]
pub fn at_results(server: &Server, browser: &Browser) -> String {
    let mut meet = simulated(8);
    draw(&mut meet, TEAMS);
    let address = open_meet(browser, &meet);
    wait_saved(browser);
    let results = format!("{address}/results/{TEAMS}");
    browser.open(server, &results);
    browser.wait_there("result-line");
    results
}

/// Enters a result in the line that waits, until `played` are shown.
#[track_caller]
pub fn enter(browser: &Browser, result: &str, played: usize) {
    browser.click("result-input");
    browser.press(result);
    browser.press(Key::Enter);
    browser.wait_count("played-line", played);
}

/// Opens the form that changes rules, on the page of the regulations.
#[track_caller]
pub fn open_rules(browser: &Browser) {
    browser.click(css("[data-test=\"rules-entry\"] > summary"));
    browser.wait_there("turn-P03");
}

/// Opens a simulated meet from the home page, and gives the address of the meet.
#[track_caller]
pub fn open_meet(browser: &Browser, simulation: &Simulation) -> String {
    open_meet_file(browser, &browser.file("meet.gongsai", journal::write(simulation.journal()).as_bytes()))
}

/// The same with a file.
#[track_caller]
pub fn open_meet_file(browser: &Browser, file: &Path) -> String {
    browser.choose("home-open", &[file.to_owned()]);
    browser.wait_there("meet-title");
    meet_address(browser)
}

/// The part of the address that names the open meet.
pub fn meet_address(browser: &Browser) -> String {
    let address = browser.script("return location.hash", &[]);
    let address = address.as_str().unwrap_or_default();
    address.trim_start_matches('#').split('/').take(3).collect::<Vec<_>>().join("/")
}

/// Goes to a page of the meet by its link in the rail, or from the pages of the review to one another.
#[track_caller]
pub fn go(browser: &Browser, step: &str) {
    let link = css(&format!("[data-test=\"rail-{step}\"] a, [data-test=\"nav-{step}\"]:not([aria-current])"));
    browser.click(link);
    browser.wait_there(css(&format!("[data-test=\"page\"][data-step=\"{step}\"]")));
}

/// What is wider than the window, where the page scrolls sideways because of it.
pub fn sticks_out(browser: &Browser) -> Option<String> {
    let script = "const root = document.documentElement; if (root.scrollWidth <= root.clientWidth) return null; \
                  const out = [...document.querySelectorAll('.page *')].filter(one => \
                  one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest('.table-scroll > *')); \
                  return out.map(one => one.className || one.tagName).join(' < ') || 'something'";
    browser.script(script, &[]).as_str().map(ToOwned::to_owned)
}

/// Chooses the event that the pages of play show.
#[track_caller]
pub fn choose_event(browser: &Browser, event: &str) {
    browser.select("event-switch", event);
    browser.wait_there(css(&format!("[data-event=\"{event}\"]")));
}

/// Waits until everything is on the disk.
#[track_caller]
pub fn wait_saved(browser: &Browser) {
    browser.wait_there(css("[data-test=\"saved-state\"][data-state=\"saved\"]"));
}

/// Hands a staff right over on the page of the devices, and gives what the code holds.
#[track_caller]
pub fn hand_over(browser: &Browser, name: &str) -> (String, Writer) {
    go(browser, "devices");
    browser.fill("give-name", name);
    browser.select("give-role", "staff");
    made(browser)
}

/// The same with the right of a referee of a court on a day.
#[track_caller]
pub fn hand_court_over(browser: &Browser, name: &str, court: u16, day: &str) -> Writer {
    go(browser, "devices");
    browser.fill("give-name", name);
    browser.select("give-role", "referee");
    browser.fill("give-court", &court.to_string());
    set_value(browser, "give-day", day);
    made(browser).1
}

/// Sets a field that is not typed in, as a date.
#[track_caller]
pub fn set_value(browser: &Browser, field: &str, value: &str) {
    let script = "const field = document.querySelector(`[data-test=\"${arguments[0]}\"]`); field.value = arguments[1]; \
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(script, &[field.into(), value.into()]);
}

/// Makes the right that is filled in.
#[track_caller]
fn made(browser: &Browser) -> (String, Writer) {
    browser.click("give-make");
    let code = browser.wait_text("give-code", "gongsai-right:");
    wait_saved(browser);
    let parts: Vec<&str> = code.split(':').collect();
    let [_, _, device, seed] = parts.as_slice() else { panic!("{code} is no code") };
    let key: SecretKey = seed.parse().expect("a seed");
    let writer = Writer { key: Some(key), ..Writer::staff(device.parse().expect("a device")) };
    (code, writer)
}
