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
use gongsai_tests_wasm::playing::Event;

/// The modules by the profiles that make them.
const MODULES: [&str; 2] = ["web", "web-fast"];
/// How many results are timed together.
const BATCH: u32 = 512;

/// A piece of work, natively and as the page's script: of the event that is prepared it makes something.
struct Task {
    name: &'static str,
    runs: usize,
    /// What one unit of the figure is made of.
    of: u32,
    prepare: fn() -> Event,
    work: fn(&mut Event) -> usize,
    script: (&'static str, &'static str),
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

const TASKS: [Task; 8] = [
    Task {
        name: "double elimination 4096: create",
        runs: 15,
        of: 1,
        prepare: || Event::double(2),
        work: |event| {
            *event = double();
            0
        },
        script: ("core.Event.double(2)", "core.Event.double(4096)"),
    },
    Task {
        name: "double elimination 4096: one result",
        runs: 31,
        of: BATCH,
        prepare: double_half_played,
        work: |event| event.play(BATCH) as usize,
        script: ("const event = core.Event.double(4096); event.play(4096); return event", "event.play(512)"),
    },
    Task {
        name: "double elimination 4096: play all",
        runs: 15,
        of: 1,
        prepare: double,
        work: |event| event.play(u32::MAX) as usize,
        script: ("core.Event.double(4096)", "event.play(1e9)"),
    },
    Task {
        name: "double elimination 4096: places",
        runs: 15,
        of: 1,
        prepare: double_played,
        work: |event| event.count_places(),
        script: ("const event = core.Event.double(4096); event.play(1e9); return event", "event.count_places()"),
    },
    Task {
        name: "round robin 256: create",
        runs: 7,
        of: 1,
        prepare: || Event::robin(2),
        work: |event| {
            *event = Event::robin(256);
            0
        },
        script: ("core.Event.robin(2)", "core.Event.robin(256)"),
    },
    Task {
        name: "round robin 256: play all",
        runs: 7,
        of: 1,
        prepare: || Event::robin(256),
        work: |event| event.play(u32::MAX) as usize,
        script: ("core.Event.robin(256)", "event.play(1e9)"),
    },
    Task {
        name: "round robin 256: standings, ITTF",
        runs: 7,
        of: 1,
        prepare: robin_played,
        work: |event| event.rank("ittf_3.7.5").len(),
        script: ("const event = core.Event.robin(256); event.play(1e9); return event", "event.rank('ittf_3.7.5')"),
    },
    Task {
        name: "round robin 256: standings, BWF",
        runs: 7,
        of: 1,
        prepare: robin_played,
        work: |event| event.rank("bwf_gcr_16.2").len(),
        script: ("const event = core.Event.robin(256); event.play(1e9); return event", "event.rank('bwf_gcr_16.2')"),
    },
];

/// The median in microseconds.
fn native(task: &Task) -> f64 {
    let run = || {
        let mut event = (task.prepare)();
        let start = Instant::now();
        black_box((task.work)(&mut event));
        start.elapsed()
    };
    let times: Vec<Duration> = (0..task.runs).map(|_| run()).collect();
    median(times).unwrap_or_default().as_secs_f64() * 1e6 / f64::from(task.of)
}

/// The same in the page.
fn in_page(browser: &Browser, task: &Task) -> f64 {
    let (prepare, work) = task.script;
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
    println!("{:36} {:>14} {}", "median, µs", "native", heads.join(" "));
    for task in &TASKS {
        let here = native(task);
        let there = pages.each_ref().map(|(_, browser)| in_page(browser, task));
        let columns: Vec<String> = there.iter().map(|time| format!("{time:>14.3} {:>6.2}", time / here)).collect();
        println!("{:36} {here:>14.3} {}", task.name, columns.join(" "));
    }
}
