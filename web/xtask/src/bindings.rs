//! The JavaScript around a wasm module, made by `wasm-bindgen` as a library.

use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::Flavour;

/// A module that JavaScript can load.
pub(crate) struct Bound {
    pub(crate) js: String,
    pub(crate) wasm: Vec<u8>,
}

/// How the JavaScript is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glue {
    /// An ES module whose default export starts the wasm.
    Module,
    /// A classic script that sets `wasm_bindgen`; ES modules load neither from `file://` nor in every worker.
    Classic,
}

/// Binds a compiled module. The names of functions make traces readable, and a third of the module.
pub(crate) fn bind(compiled: &Path, glue: Glue, flavour: Flavour) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(flavour == Flavour::Release);
    match glue {
        Glue::Module => bindgen.web(true)?,
        Glue::Classic => bindgen.no_modules(true)?,
    };
    let mut output = bindgen.generate_output().with_context(|| {
        let name = compiled.display();
        format!("{name} cannot be bound; are `wasm-bindgen` and `wasm-bindgen-cli-support` one version in Cargo.toml?")
    })?;
    // Every crate that uses `wasm-bindgen` is listed, most of them with no file.
    let has_files = output.snippets().values().any(|files| !files.is_empty());
    if has_files || !output.local_modules().is_empty() {
        bail!("a crate brings JavaScript files of its own, which the app in one file cannot hold");
    }
    Ok(Bound { js: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}
