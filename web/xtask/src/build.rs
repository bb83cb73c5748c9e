//! `cargo xtask build`: from the sources to `dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bindings::{Bound, Glue, bind};
use crate::compile::{Compiled, compile};
use crate::optimizer::Optimizer;
use crate::project::{Project, file_name};
use crate::say::{self, Steps};
use crate::toolchain::Toolchain;
use crate::{dist, one_file, styles};

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// For writing the app: quick to compile, readable traces, no offline store that shows yesterday's app.
    Dev,
    /// For people: small, offline, compressed beforehand.
    Release,
}

/// All that a page is made of.
pub(crate) struct Parts {
    pub(crate) flavour: Flavour,
    /// The app for a page from a server.
    pub(crate) app: Bound,
    /// The same app's JavaScript for a page from a file; the wasm is one and the same.
    pub(crate) app_classic_js: String,
    pub(crate) sheets: Bound,
    /// The reader's own script, which comes after its bindings.
    pub(crate) sheets_worker: String,
    pub(crate) styles: String,
    pub(crate) samples: Vec<Sample>,
}

/// A file of `web/sample/`.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Builds the app and writes `dist/`.
pub(crate) fn build(project: &Project, flavour: Flavour) -> Result<()> {
    let mut steps = Steps::new(if flavour == Flavour::Release { 5 } else { 4 });
    let toolchain = steps.step("find a compiler for WebAssembly", Toolchain::find)?;
    let compiled =
        steps.step(&format!("compile the app {}", toolchain.name()), || compile(project, &toolchain, flavour))?;
    let mut parts = steps.step("make the bindings to JavaScript", || assemble(project, &compiled, flavour))?;
    if flavour == Flavour::Release {
        steps.step("make the modules small", || shrink(project, &mut parts))?;
    }
    steps.step("write dist/", || {
        let dist = project.dist();
        start_anew(&dist)?;
        dist::write(project, &parts)?;
        one_file::write(project, &parts)
    })?;
    say::line(&format!("built in {}: dist/index.html for a server, dist/gongsai.html to open as it is", steps.total()));
    Ok(())
}

fn assemble(project: &Project, compiled: &Compiled, flavour: Flavour) -> Result<Parts> {
    let app = bind(&compiled.app, Glue::Module, flavour)?;
    let classic = bind(&compiled.app, Glue::Classic, flavour)?;
    anyhow::ensure!(app.wasm == classic.wasm, "the bindings for a server and for a file want different wasm modules");
    Ok(Parts {
        flavour,
        app,
        app_classic_js: classic.js,
        sheets: bind(&compiled.sheets, Glue::Classic, flavour)?,
        sheets_worker: project.text("web/sheets/worker.js")?,
        styles: styles::join(project, flavour)?,
        samples: samples(project)?,
    })
}

fn shrink(project: &Project, parts: &mut Parts) -> Result<()> {
    let Some(optimizer) = Optimizer::find(project) else {
        say::line("    no wasm-opt and no npm to install it: the modules stay about a tenth larger, and as correct");
        return Ok(());
    };
    say::line(&format!("    {}", optimizer.version()));
    for bound in [&mut parts.app, &mut parts.sheets] {
        bound.wasm = optimizer.optimize(project, &bound.wasm)?;
    }
    Ok(())
}

fn samples(project: &Project) -> Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for path in project.files("web/sample")? {
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        samples.push(Sample { name: file_name(&path)?.to_owned(), bytes });
    }
    Ok(samples)
}

/// Hashed names pile up, so the folder is emptied first; it is only ever ours.
fn start_anew(dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).context("the old dist/ cannot be removed; is a file of it open?")?;
    }
    fs::create_dir_all(dist).context("dist/ cannot be made")
}
