//! `wasm-opt`: a smaller module where it is to be had, a correct one without it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::compress::hash;
use crate::project::Project;
use crate::run::{on_path, output, program, run};
use crate::say;

/// The npm package that ships a `wasm-opt` which knows what today's compiler emits; Debian's does not.
const PACKAGE: &str = "binaryen@132.0.0";

/// What the compiler may use by default, and so may the optimiser.
const FLAGS: [&str; 9] = [
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-producers",
];

/// A `wasm-opt` that runs here.
pub(crate) struct Optimizer {
    program: PathBuf,
    version: String,
}

impl Optimizer {
    /// Finds `wasm-opt`, or installs it where npm is.
    pub(crate) fn find(project: &Project) -> Option<Self> {
        let tools = project.tools();
        let known = [
            program(&project.root().join("node_modules/.bin/wasm-opt")),
            program(&tools.join("node_modules/.bin/wasm-opt")),
            on_path("wasm-opt"),
        ];
        if let Some(found) = known.into_iter().flatten().find_map(Self::at) {
            return Some(found);
        }
        let npm = on_path("npm")?;
        say::line(&format!("    installing npm's {PACKAGE} in {}", tools.display()));
        fs::create_dir_all(&tools).ok()?;
        let mut install = Command::new(npm);
        install.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", PACKAGE, "--prefix"]);
        install.arg(&tools).current_dir(&tools).stdout(Stdio::null());
        if let Err(error) = run(&mut install) {
            say::line(&format!("    {error}"));
        }
        program(&tools.join("node_modules/.bin/wasm-opt")).and_then(Self::at)
    }

    fn at(program: PathBuf) -> Option<Self> {
        let version = output(Command::new(&program).arg("--version"))?;
        Some(Self { program, version })
    }

    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// A smaller module that does the same. What was made once is kept, by the hash of what it was made from.
    pub(crate) fn optimize(&self, project: &Project, wasm: &[u8]) -> Result<Vec<u8>> {
        let folder = project.tools().join("optimized");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let key = hash(&[wasm, self.version.as_bytes(), FLAGS.concat().as_bytes()].concat());
        let made = folder.join(format!("{key}.wasm"));
        if !made.is_file() {
            self.optimize_into(&folder.join(&key), wasm, &made)?;
        }
        fs::read(&made).with_context(|| format!("{} cannot be read", made.display()))
    }

    fn optimize_into(&self, scratch: &Path, wasm: &[u8], made: &Path) -> Result<()> {
        let (before, after) = (scratch.with_extension("before"), scratch.with_extension("after"));
        fs::write(&before, wasm)?;
        run(Command::new(&self.program).args(FLAGS).arg(&before).arg("-o").arg(&after))?;
        // Renamed last: a run that is broken off leaves no half module behind.
        fs::rename(&after, made)?;
        fs::remove_file(&before)?;
        Ok(())
    }
}
