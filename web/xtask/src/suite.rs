//! `cargo xtask test`: the whole suite in one order, which is that of `.ci/run`.

mod browser;
mod fuzz;
mod tree;

use std::process::Command;

use anyhow::{Result, bail};

use crate::build::{Flavour, build};
use crate::project::Project;
use crate::run::{cargo, run};
use crate::say::{self, Steps};
use crate::size;
use crate::toolchain::Toolchain;

pub(crate) use browser::bench;

/// The parts in the order in which they run: what fails fast comes first.
const PARTS: [&str; 8] = ["fmt", "clippy", "doc", "native", "build", "size", "browser", "clean"];

/// The parts that take hours, before the last of the others.
const LONG_PARTS: [&str; 2] = ["long", "fuzz"];

/// Runs every part and stops at the first that fails.
pub(crate) fn whole(project: &Project, long: bool) -> Result<()> {
    let before = tree::state(project)?;
    let mut parts: Vec<&str> = PARTS.to_vec();
    if long {
        let last = parts.len() - 1;
        parts.splice(last..last, LONG_PARTS);
    }
    let mut steps = Steps::new(parts.len());
    for name in parts {
        steps.step(name, || match name {
            "clean" => tree::unchanged(project, &before),
            _ => perform(project, name, long),
        })?;
    }
    say::line(&steps.table());
    say::line(&format!("the whole suite passed in {}", steps.total()));
    Ok(())
}

/// Runs one part, and first what it needs.
pub(crate) fn part(project: &Project, name: &str, long: bool) -> Result<()> {
    if !PARTS.contains(&name) && !LONG_PARTS.contains(&name) {
        bail!("the suite has no part `{name}`; it has {}, and {}", PARTS.join(", "), LONG_PARTS.join(", "));
    }
    let needs_build = matches!(name, "size" | "browser");
    let mut steps = Steps::new(if needs_build { 2 } else { 1 });
    if needs_build {
        steps.step("build", || build(project, Flavour::Release))?;
    }
    steps.step(name, || perform(project, name, long))
}

fn perform(project: &Project, name: &str, long: bool) -> Result<()> {
    match name {
        "fmt" => fmt(project),
        "clippy" => clippy(project),
        "doc" => doc(project),
        "native" => native(project, long),
        "build" => build(project, Flavour::Release),
        "size" => size::report(project),
        "browser" => browser::test(project, long),
        "clean" => tree::clean(project),
        "long" => long_tests(project),
        "fuzz" => fuzz::test(project),
        other => bail!("the suite has no part `{other}`"),
    }
}

/// The fuzz targets are a workspace of their own.
fn fmt(project: &Project) -> Result<()> {
    run(&mut in_root(project, &["fmt", "--all", "--check"]))?;
    run(&mut in_root(project, &["fmt", "--manifest-path", "tests/fuzz/Cargo.toml", "--check"]))
}

fn clippy(project: &Project) -> Result<()> {
    let all = ["clippy", "--workspace", "--all-targets", "--features", "gongsai-tests/browser"];
    run(in_root(project, &all).args(["--", "-D", "warnings"]))?;
    let toolchain = Toolchain::find()?;
    if matches!(toolchain, Toolchain::Debian { .. }) {
        say::line("    Debian's compiler comes without clippy: the front-end was checked for this machine only");
        return Ok(());
    }
    let mut command = toolchain.cargo(project, "clippy");
    run(command.args(["--package", "gongsai-web", "--package", "gongsai-web-sheets", "--", "-D", "warnings"]))
}

fn doc(project: &Project) -> Result<()> {
    // Libraries only: the command `gongsai` and the crate `gongsai` would want the same page.
    run(in_root(project, &["doc", "--workspace", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// The tool is tested as it was built for this very run; all else under the profile of tests.
fn native(project: &Project, long: bool) -> Result<()> {
    run(&mut in_root(project, &["test", "--package", "gongsai-xtask", "--profile", "dev"]))?;
    run(&mut long_or_not(
        in_root(project, &["test", "--workspace", "--exclude", "gongsai-xtask", "--features", "gongsai-web/ssr"]),
        long,
    ))
}

/// The censuses that take minutes, optimised.
fn long_tests(project: &Project) -> Result<()> {
    run(&mut long_or_not(in_root(project, &["test", "--release", "--package", "gongsai-tests"]), true))
}

/// `cargo …` in the project's folder.
fn in_root(project: &Project, words: &[&str]) -> Command {
    let mut command = cargo();
    command.current_dir(project.root()).args(words);
    command
}

/// `GONGSAI_LONG` tells tests that they may take minutes.
fn long_or_not(mut command: Command, long: bool) -> Command {
    if long {
        command.env("GONGSAI_LONG", "1");
    }
    command
}
