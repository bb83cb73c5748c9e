//! Large events in the browser beside the same natively. `cargo xtask bench` builds the modules and runs this.
//!
//! Two modules: as the app is built, and with speed before size. The clock of a page ticks coarsely, so single results are
//! timed in batches, in the page and natively alike.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use gongsai_tests::browser::{Browser, Server, core_module};
use gongsai_tests::timing::median;
use gongsai_tests_wasm::open_group::OpenGroup;
use gongsai_tests_wasm::playing::Event;
use gongsai_tests_wasm::sample::Sample;

/// The modules by the profiles that make them.
const MODULES: [&str; 2] = ["web", "web-fast"];
/// How many results are timed together.
const BATCH: u32 = 512;

/// A piece of work, natively and as the page's script: of what is prepared it makes something.
struct Task {
    name: String,
    runs: usize,
    /// What one unit of the figure is made of.
    of: u32,
    native: Box<dyn Fn(usize) -> Vec<Duration>>,
    script: (String, String),
}

/// A task of things of one kind: how one is prepared, and what is then timed.
fn task<T: 'static>(
    (name, runs, of): (&str, usize, u32),
    prepare: impl Fn() -> T + 'static,
    work: impl Fn(&mut T) -> usize + 'static,
    (prepared, worked): (&str, &str),
) -> Task {
    let native = move |runs| {
        let run = || {
            let mut thing = prepare();
            let start = Instant::now();
            black_box(work(&mut thing));
            start.elapsed()
        };
        (0..runs).map(|_| run()).collect()
    };
    let script = (prepared.to_owned(), worked.to_owned());
    Task { name: name.to_owned(), runs, of, native: Box::new(native), script }
}

fn double() -> Event {
    Event::double(4096)
}

fn double_played() -> Event {
    let mut event = double();
    event.play(u32::MAX);
    event
}

/// In the middle of the event: the main side is half over, and losers go their way.
fn double_half_played() -> Event {
    let mut event = double();
    event.play(4096);
    event
}

fn robin_played() -> Event {
    let mut event = Event::robin(256);
    event.play(u32::MAX);
    event
}

/// How many groups the hardest is picked from.
const GROUPS: u32 = 100;

/// What is still possible in a group of six with five matches open, the hardest natively of many.
fn possible(rules: &'static str) -> Task {
    let time = |seed: &u32| {
        let group = OpenGroup::of(rules, *seed);
        let start = Instant::now();
        black_box(group.count_possible());
        start.elapsed()
    };
    let hardest = (1..=GROUPS).max_by_key(time).unwrap_or(1);
    task(
        (&format!("6 with 5 open, possible, {rules}"), 15, 1),
        move || OpenGroup::of(rules, hardest),
        |group| group.count_possible(),
        (&format!("core.OpenGroup.of('{rules}', {hardest})"), "event.count_possible()"),
    )
}

/// What the last four matches (as many as the app tells), or the last one, of such a group decide.
fn decided(rules: &'static str, open: usize) -> Task {
    let time = |seed: &u32| {
        let group = OpenGroup::of(rules, *seed).with_open(open);
        let start = Instant::now();
        black_box(group.count_decided());
        start.elapsed()
    };
    let hardest = (1..=GROUPS).max_by_key(time).unwrap_or(1);
    task(
        (&format!("6 with {open} open, decided, {rules}"), 15, 1),
        move || OpenGroup::of(rules, hardest).with_open(open),
        |group| group.count_decided(),
        (&format!("core.OpenGroup.of('{rules}', {hardest}).with_open({open})"), "event.count_decided()"),
    )
}

fn tasks() -> Vec<Task> {
    vec![
        task(
            ("double elimination 4096: create", 15, 1),
            || Event::double(2),
            |event| {
                *event = double();
                0
            },
            ("core.Event.double(2)", "core.Event.double(4096)"),
        ),
        task(
            ("double elimination 4096: one result", 31, BATCH),
            double_half_played,
            |event| event.play(BATCH) as usize,
            ("const event = core.Event.double(4096); event.play(4096); return event", "event.play(512)"),
        ),
        task(
            ("double elimination 4096: play all", 15, 1),
            double,
            |event| event.play(u32::MAX) as usize,
            ("core.Event.double(4096)", "event.play(1e9)"),
        ),
        task(
            ("double elimination 4096: places", 15, 1),
            double_played,
            |event| event.count_places(),
            ("const event = core.Event.double(4096); event.play(1e9); return event", "event.count_places()"),
        ),
        task(
            ("round robin 256: create", 7, 1),
            || Event::robin(2),
            |event| {
                *event = Event::robin(256);
                0
            },
            ("core.Event.robin(2)", "core.Event.robin(256)"),
        ),
        task(
            ("round robin 256: play all", 7, 1),
            || Event::robin(256),
            |event| event.play(u32::MAX) as usize,
            ("core.Event.robin(256)", "event.play(1e9)"),
        ),
        task(
            ("round robin 256: standings, ITTF", 7, 1),
            robin_played,
            |event| event.rank("ittf_3.7.5").len(),
            ("const event = core.Event.robin(256); event.play(1e9); return event", "event.rank('ittf_3.7.5')"),
        ),
        task(
            ("round robin 256: standings, BWF", 7, 1),
            robin_played,
            |event| event.rank("bwf_gcr_16.2").len(),
            ("const event = core.Event.robin(256); event.play(1e9); return event", "event.rank('bwf_gcr_16.2')"),
        ),
        possible("ittf_3.7.5_team"),
        possible("bwf_gcr_16.2"),
        possible("bwf_team"),
        possible("fiba_2014+"),
        decided("fiba_2014+", 4),
        decided("fiba_2014+", 1),
        decided("ittf_3.7.5_team", 4),
        task(
            ("sample meet: the register is read", 15, 1),
            Sample::open,
            Sample::read_register,
            ("core.Sample.open()", "event.read_register()"),
        ),
        task(
            ("sample meet: everyone is reviewed", 15, 1),
            Sample::open,
            |sample| sample.review(),
            ("core.Sample.open()", "event.review()"),
        ),
    ]
}

/// The median in microseconds.
fn native(task: &Task) -> f64 {
    median((task.native)(task.runs)).unwrap_or_default().as_secs_f64() * 1e6 / f64::from(task.of)
}

/// The same in the page.
fn in_page(browser: &Browser, task: &Task) -> f64 {
    let (prepare, work) = &task.script;
    let prepare =
        if prepare.contains("return") { format!("() => {{ {prepare} }}") } else { format!("() => {prepare}") };
    let script = format!("return window.timed({}, {prepare}, (event) => {work})", task.runs);
    let times = browser.script(&script, &[]);
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN) * 1e3 / f64::from(task.of)
}

fn main() {
    let pages = MODULES.map(|profile| {
        let folder = core_module(profile);
        let size = fs::metadata(folder.join("module.wasm")).map_or(0, |file| file.len());
        println!("{profile}: a module of {size} bytes");
        let server = Server::start(&folder);
        let browser = Browser::start(profile);
        browser.be_patient(Duration::from_secs(120));
        browser.open(&server, "/");
        (server, browser)
    });
    let heads: Vec<String> = MODULES.iter().map(|profile| format!("{profile:>14}  times")).collect();
    println!("{:42} {:>14} {}", "median, µs", "native", heads.join(" "));
    for task in &tasks() {
        let here = native(task);
        let there = pages.each_ref().map(|(_, browser)| in_page(browser, task));
        let columns: Vec<String> = there.iter().map(|time| format!("{time:>14.3} {:>6.2}", time / here)).collect();
        println!("{:42} {here:>14.3} {}", task.name, columns.join(" "));
    }
}
