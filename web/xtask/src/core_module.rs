//! The core alone as a wasm module with a page around it, for the tests and benches of `tests/wasm`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::bindings::{Glue, bind};
use crate::build::Flavour;
use crate::compile::compile_tests;
use crate::optimizer::Optimizer;
use crate::project::{Project, file_name};
use crate::toolchain::Toolchain;

/// The profile of the app: the module is compiled, bound and made small as the app is.
pub(crate) const AS_THE_APP: &str = "web";
/// The same with speed before size.
pub(crate) const FAST: &str = "web-fast";

/// Where the modules are, each in a folder of its profile's name.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target().join("core-module")
}

/// Builds the module under a profile.
pub(crate) fn build(project: &Project, profile: &str) -> Result<()> {
    let toolchain = Toolchain::find()?;
    let compiled = compile_tests(project, &toolchain, profile)?;
    let mut bound = bind(&compiled, Glue::Module, Flavour::Release)?;
    if let Some(optimizer) = Optimizer::find(project) {
        bound.wasm = optimizer.optimize(project, &bound.wasm)?;
    }
    let folder = folder(project).join(profile);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for page in project.files("tests/wasm/page")? {
        fs::copy(&page, folder.join(file_name(&page)?))?;
    }
    fs::write(folder.join("module.js"), bound.js)?;
    fs::write(folder.join("module.wasm"), bound.wasm)?;
    Ok(())
}
