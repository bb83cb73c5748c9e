//! The work tree before and after: a suite that leaves files behind, or changes some, is not repeatable.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{output, run};
use crate::say;

/// What git says of the tree: changed and new files, and the changes themselves.
pub(crate) fn state(project: &Project) -> Result<String> {
    let say = |words: &[&str]| output(Command::new("git").args(words).current_dir(project.root()));
    let state = say(&["status", "--porcelain"]).zip(say(&["diff", "--no-ext-diff", "HEAD"]));
    let (status, diff) = state.context("git cannot tell the state of the work tree")?;
    Ok(format!("{status}\n{diff}"))
}

/// Nothing has changed since.
pub(crate) fn unchanged(project: &Project, before: &str) -> Result<()> {
    let now = state(project)?;
    if now == before {
        return Ok(());
    }
    say::line(&now);
    bail!("the run changed the work tree, as shown above")
}

/// There is no change at all.
pub(crate) fn clean(project: &Project) -> Result<()> {
    run(Command::new("git").args(["diff", "--exit-code"]).current_dir(project.root()))
}
