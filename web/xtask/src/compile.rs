//! Compiling the wasm modules: the app, the reader of workbooks, and what the tests ask of the core.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::build::Flavour;
use crate::project::Project;
use crate::run::run;
use crate::toolchain::{TARGET, Toolchain};

/// The modules as the compiler left them.
pub(crate) struct Compiled {
    pub(crate) app: PathBuf,
    pub(crate) sheets: PathBuf,
}

/// Compiles both modules in one run, so that what they share is compiled once.
pub(crate) fn compile(project: &Project, toolchain: &Toolchain, flavour: Flavour) -> Result<Compiled> {
    let profile = match flavour {
        Flavour::Dev => "web-dev",
        Flavour::Release => "web",
    };
    let folder = compile_packages(project, toolchain, profile, &["gongsai-web", "gongsai-web-sheets"])?;
    Ok(Compiled { app: folder.join("gongsai-web.wasm"), sheets: folder.join("gongsai_web_sheets.wasm") })
}

/// Compiles the module of the tests under a profile. By itself: no feature of theirs gets into the app.
pub(crate) fn compile_tests(project: &Project, toolchain: &Toolchain, profile: &str) -> Result<PathBuf> {
    Ok(compile_packages(project, toolchain, profile, &["gongsai-tests-wasm"])?.join("gongsai_tests_wasm.wasm"))
}

/// Compiles packages, and gives the folder with their modules.
fn compile_packages(project: &Project, toolchain: &Toolchain, profile: &str, packages: &[&str]) -> Result<PathBuf> {
    let mut command = toolchain.cargo(project, "build");
    command.args(["--profile", profile]);
    for package in packages {
        command.args(["--package", package]);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(project));
    run(&mut command)?;
    Ok(toolchain.target_dir(project).join(TARGET).join(profile))
}

/// Panics name source files: the folders of the machine that built the app are nobody's business, and bytes.
fn flags(project: &Project) -> String {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).map(PathBuf::from);
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home.map(|home| home.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=.", project.root().display())];
    if let Some(cargo) = cargo {
        let sources = cargo.join("registry").join("src");
        flags.push(format!("--remap-path-prefix={}=crates", sources.display()));
        // The folder below carries the registry's name.
        for registry in sources.read_dir().into_iter().flatten().flatten() {
            flags.push(format!("--remap-path-prefix={}=crates", registry.path().display()));
        }
    }
    flags.join("\u{1f}")
}
