//! The tests in a real browser. One that is missing is installed, or fails the run: it is never skipped.

use std::process::Command;

use anyhow::{Context, Result};

use super::{in_root, long_or_not};
use crate::apt;
use crate::core_module::{self, AS_THE_APP, FAST};
use crate::project::Project;
use crate::run::{on_path, output, run};

/// Runs them, and them alone, against `dist/`, which has to be built.
pub(crate) fn test(project: &Project, long: bool) -> Result<()> {
    find_browser()?;
    core_module::build(project, AS_THE_APP)?;
    let mut tests =
        in_root(project, &["test", "--package", "gongsai-tests", "--features", "browser", "--test", "browser*"]);
    tests.env("GONGSAI_DIST", project.dist()).env("GONGSAI_CORE_MODULE", core_module::folder(project));
    run(&mut long_or_not(tests, long))
}

/// Times the core in the browser beside the core on this machine.
pub(crate) fn bench(project: &Project) -> Result<()> {
    find_browser()?;
    core_module::build(project, AS_THE_APP)?;
    core_module::build(project, FAST)?;
    let mut bench =
        in_root(project, &["bench", "--package", "gongsai-tests", "--features", "browser", "--bench", "wasm"]);
    run(bench.env("GONGSAI_CORE_MODULE", core_module::folder(project)))
}

fn find_browser() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    apt::install(&missing).context("the browser tests need Chromium, its driver and a Chinese font")
}

/// Debian's packages for what is not here.
fn missing() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if on_path("chromium").is_none() {
        packages.push("chromium");
    }
    if on_path("chromedriver").is_none() {
        packages.push("chromium-driver");
    }
    // Without one, Chinese is drawn as boxes, and layouts are measured on boxes.
    let fonts = output(Command::new("fc-list").args([":lang=zh-cn", "family"]));
    if fonts.is_none_or(|fonts| fonts.is_empty()) {
        packages.push("fontconfig");
        packages.push("fonts-noto-cjk");
    }
    packages
}
