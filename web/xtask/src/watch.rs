//! Builds anew when a source changes, while `serve` runs.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::build::{Flavour, build};
use crate::project::Project;
use crate::say;

/// What the app is built from. The tool itself is built by cargo before it starts.
const SOURCES: [&str; 9] = [
    "Cargo.toml",
    "index.html",
    "core",
    "web/src",
    "web/sample",
    "web/sheets",
    "web/styles",
    "web/xtask/page",
    "web/Cargo.toml",
];

/// How often the sources are looked at; a look takes a few milliseconds.
const PAUSE: Duration = Duration::from_millis(700);

/// Watches until the program is ended. A build that fails is told and leaves the last good one in its place.
pub(crate) fn watch(project: &Project, flavour: Flavour) -> ! {
    let mut seen = state(project);
    loop {
        std::thread::sleep(PAUSE);
        let now = state(project);
        if now == seen {
            continue;
        }
        seen = now;
        match build(project, flavour) {
            Ok(()) => say::line("Reload the page to see it."),
            Err(error) => say::line(&format!("error: {error:#}")),
        }
    }
}

/// What changes when a file is changed, added or removed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct State {
    files: usize,
    newest: Option<SystemTime>,
}

fn state(project: &Project) -> State {
    let mut state = State::default();
    for source in SOURCES {
        look(&project.root().join(source), &mut state);
    }
    state
}

fn look(path: &Path, state: &mut State) {
    // A file that goes away in the middle is seen at the next look.
    let Ok(about) = fs::metadata(path) else {
        return;
    };
    if about.is_dir() {
        for item in path.read_dir().into_iter().flatten().flatten() {
            look(&item.path(), state);
        }
    } else {
        state.files += 1;
        state.newest = state.newest.max(about.modified().ok());
    }
}
