//! `cargo xtask …`: the only build tool of this project.
//!
//! | command | what it does |
//! |---|---|
//! | `serve` | builds the app and serves it on this machine; builds anew when a source changes |
//! | `build` | writes `dist/`, and in it `gongsai.html`, the whole app in one file |
//! | `test`  | runs the whole suite, or a part of it |
//! | `bench` | times the core compiled to WebAssembly beside the same natively |
//! | `size`  | says what the release weighs, and refuses a main module that is too heavy |
//!
//! Everything is said on standard error, so that the output of what it runs stays usable.

mod apt;
mod bindings;
mod build;
mod compile;
mod compress;
mod content_policy;
mod core_module;
mod dist;
mod one_file;
mod optimizer;
mod page;
mod project;
mod run;
mod say;
mod server;
mod size;
mod styles;
mod suite;
mod toolchain;
mod watch;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::build::Flavour;
use crate::project::Project;

const USAGE: &str = "\
cargo xtask serve [--port N] [--release]   build the app and serve it on 127.0.0.1 (port 8080)
cargo xtask build [--release]              write dist/, with dist/gongsai.html, the app in one file
cargo xtask test [NAME] [--long]           run the whole suite, or the part NAME
cargo xtask bench                          time the core in the browser beside the same natively
cargo xtask size                           build the release and say what it weighs

The parts of the suite: fmt, clippy, doc, native, build, size, browser, clean; --long adds long and fuzz.
GONGSAI_TOOLCHAIN=rustup or =debian forces one way to get the wasm32 standard library.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match perform(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::line(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn perform(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = Project::find()?;
    match arguments.as_slice() {
        ["serve", options @ ..] => serve(&project, options),
        ["build"] => build::build(&project, Flavour::Dev),
        ["build", "--release"] => build::build(&project, Flavour::Release),
        ["test", options @ ..] => test(&project, options),
        ["bench"] => suite::bench(&project),
        ["size"] => {
            build::build(&project, Flavour::Release)?;
            size::report(&project)
        }
        [] | ["help" | "--help" | "-h"] => {
            say::line(USAGE);
            Ok(())
        }
        other => bail!("`cargo xtask {}` is no command. These are:\n\n{USAGE}", other.join(" ")),
    }
}

fn serve(project: &Project, options: &[&str]) -> Result<()> {
    let mut flavour = Flavour::Dev;
    let mut port = None;
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (*option, options.as_slice().first()) {
            ("--release", _) => flavour = Flavour::Release,
            ("--port", Some(number)) => {
                let Ok(number) = number.parse::<u16>() else {
                    bail!("`--port {number}`: a port is a number up to 65535");
                };
                port = Some(number);
                options.next();
            }
            _ => bail!("`serve` knows --port N and --release, not `{option}`"),
        }
    }
    // The port is taken first: nobody should wait for a build to hear that it is not free.
    let listener = server::listen(port)?;
    build::build(project, flavour)?;
    server::serve(listener, project.dist())?;
    watch::watch(project, flavour)
}

fn test(project: &Project, options: &[&str]) -> Result<()> {
    let long = options.contains(&"--long");
    let names: Vec<&str> = options.iter().copied().filter(|option| *option != "--long").collect();
    match names.as_slice() {
        [] => suite::whole(project, long),
        [name] => suite::part(project, name, long),
        _ => bail!("`test` takes one part or none, not {}", names.join(" ")),
    }
}
