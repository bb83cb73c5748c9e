//! A real browser for the tests: Chromium without a window, driven by real clicks and keys.
//!
//! | file | what it holds |
//! |---|---|
//! | `server` | the files of `dist/` on a free port, which can be stopped |
//! | `process` | chromedriver and the folders of one browser, gone when dropped |
//! | `browser` | one browser: start, wait, fail with evidence |
//! | `act` | what a person does: open, click, type, choose files |
//! | `see` | what a person sees: texts, counts, pictures, downloads |
//! | `spot` | where on the page |
//! | `steps` | steps of the app that several scenarios share |
//!
//! No verb sleeps for a fixed time, and none reads right after an action: each waits for what it says it waits for, and
//! fails with a picture and the page's own log when it does not come.

mod act;
#[expect(clippy::module_inception, reason = "the file is named after its one type")]
mod browser;
mod process;
mod see;
mod server;
mod spot;
pub mod steps;

use std::path::PathBuf;

pub use browser::{Browser, PATIENCE, Profile};
pub use see::{DESK, PHONE, Scheme, TABLET, Viewport};
pub use server::Server;
pub use spot::{Spot, css, starting};
pub use thirtyfour::Key;

/// The built app: `GONGSAI_DIST`, else `dist/` of the workspace.
///
/// # Panics
/// When nothing is built there.
#[must_use]
pub fn dist() -> PathBuf {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist");
    let dist = std::env::var_os("GONGSAI_DIST").map_or(workspace, PathBuf::from);
    let dist = dist.canonicalize().unwrap_or(dist);
    assert!(
        dist.join("index.html").is_file(),
        "no app in {}: build it with `cargo xtask build --release`, or run `cargo xtask test browser`, which does",
        dist.display()
    );
    dist
}

/// The core alone as a module for a page, as the profile of this name makes it: in `GONGSAI_CORE_MODULE`, else in the
/// workspace's `target/`.
///
/// # Panics
/// When nothing is built there.
#[must_use]
pub fn core_module(profile: &str) -> PathBuf {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/core-module");
    let folder = std::env::var_os("GONGSAI_CORE_MODULE").map_or(workspace, PathBuf::from).join(profile);
    assert!(
        folder.join("module.wasm").is_file(),
        "no module in {}: `cargo xtask test browser` and `cargo xtask bench` build it",
        folder.display()
    );
    folder
}

/// A line for the person who runs the tests, seen although the test passes.
pub fn tell(line: &str) {
    use std::io::Write as _;
    // Past the capture of the test runner; nobody can be told that this failed.
    let _ = writeln!(std::io::stderr(), "    {line}");
}
