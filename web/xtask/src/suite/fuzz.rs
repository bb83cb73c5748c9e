//! Each fuzz target for a while, from the inputs in `tests/fuzz/corpus`.
//!
//! What is found on the way is kept in the target folder, for the next run to go on from. An input that breaks
//! something goes into the corpus by hand, so that the ordinary suite holds it from then on.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::in_root;
use crate::apt;
use crate::project::Project;
use crate::run::{on_path, program, run};
use crate::say;

/// The version of `cargo-fuzz` that is installed where there is none.
const VERSION: &str = "0.13.2";

/// How long each target runs, unless `GONGSAI_FUZZ_SECONDS` says otherwise.
const SECONDS: u32 = 180;

/// Runs every target; the first that breaks ends it.
pub(crate) fn test(project: &Project) -> Result<()> {
    if ["c++", "g++", "clang++"].iter().all(|compiler| on_path(compiler).is_none()) {
        apt::install(&["g++"]).context("the fuzzer is C++ and needs a compiler")?;
    }
    let tool = tool(project)?;
    let mut build = in_tests(project, &tool);
    run(build.args(["build", "--sanitizer", "none"]))?;
    let seconds = match env::var("GONGSAI_FUZZ_SECONDS") {
        Ok(text) => text.parse().with_context(|| format!("GONGSAI_FUZZ_SECONDS={text} is no number"))?,
        Err(_) => SECONDS,
    };
    for path in project.files("tests/fuzz/fuzz_targets")? {
        let Some(target) = path.file_stem().and_then(|stem| stem.to_str()) else {
            bail!("{} has no name", path.display());
        };
        say::line(&format!("    {target} for {seconds} s"));
        let found = project.target().join("fuzz/corpus").join(target);
        fs::create_dir_all(&found).with_context(|| format!("{} cannot be made", found.display()))?;
        let mut fuzz = in_tests(project, &tool);
        // No sanitizer: the project has no unsafe code, and so the compiler need not be a nightly one.
        fuzz.args(["run", "--sanitizer", "none", target]).arg(found).arg(format!("fuzz/corpus/{target}")).arg("--");
        fuzz.arg(format!("-max_total_time={seconds}"));
        fuzz.args(["-timeout=20", "-rss_limit_mb=2048", "-max_len=20000", "-verbosity=0", "-print_final_stats=1"]);
        run(&mut fuzz)?;
    }
    Ok(())
}

fn in_tests(project: &Project, tool: &PathBuf) -> Command {
    let mut command = Command::new(tool);
    command.current_dir(project.root().join("tests")).env("CARGO_TARGET_DIR", project.target().join("fuzz"));
    command
}

/// `cargo-fuzz`, installed among the project's tools if need be.
fn tool(project: &Project) -> Result<PathBuf> {
    let own = project.tools().join("bin/cargo-fuzz");
    if let Some(found) = program(&own).or_else(|| on_path("cargo-fuzz")) {
        return Ok(found);
    }
    say::line(&format!("    installing cargo-fuzz {VERSION} in {}", project.tools().display()));
    let mut install = in_root(project, &["install", "cargo-fuzz", "--locked", "--quiet", "--version", VERSION]);
    run(install.arg("--root").arg(project.tools()))?;
    program(&own).context("cargo-fuzz was installed and is not there")
}
