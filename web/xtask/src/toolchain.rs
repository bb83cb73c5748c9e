//! How to compile for `wasm32-unknown-unknown` on this machine.
//!
//! 1. The compiler in use has that standard library: use it.
//! 2. `rustup target add`.
//! 3. On Debian, the packaged compiler with the packaged source of the standard library.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::apt;
use crate::project::Project;
use crate::run::{cargo, on_path, output, run};
use crate::say;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// A way to compile for wasm32.
pub(crate) enum Toolchain {
    /// The compiler in use has the standard library for wasm32.
    InUse,
    /// Debian's compiler, which builds the standard library first and links with `linker`.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// Finds a way, and installs what it needs.
    pub(crate) fn find() -> Result<Self> {
        match env::var("GONGSAI_TOOLCHAIN").as_deref() {
            Ok("debian") => return debian(),
            Ok("rustup") => return in_use(),
            Ok(other) => bail!("GONGSAI_TOOLCHAIN is `{other}`; it can be rustup or debian"),
            Err(_) => {}
        }
        let first = match in_use() {
            Ok(found) => return Ok(found),
            Err(error) => error,
        };
        say::line(&format!("    {first}; trying Debian's compiler"));
        let second = match debian() {
            Ok(found) => return Ok(found),
            Err(error) => error,
        };
        bail!(
            "there is no standard library for {TARGET} here.\n\
             One way: `rustup target add {TARGET}` ({first}).\n\
             On Debian another: `apt-get install {}` ({second:#}).",
            PACKAGES.join(" ")
        )
    }

    /// `cargo WORD --target wasm32-unknown-unknown`, ready for more arguments.
    pub(crate) fn cargo(&self, project: &Project, word: &str) -> Command {
        let mut command = match self {
            Self::InUse => cargo(),
            Self::Debian { linker } => {
                let mut command = Command::new(CARGO);
                command.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                for name in ["RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "CARGO"] {
                    command.env_remove(name);
                }
                command
            }
        };
        command.current_dir(project.root()).arg(word).args(["--target", TARGET]);
        if matches!(self, Self::Debian { .. }) {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command.arg("--target-dir").arg(self.target_dir(project));
        command
    }

    /// Two compilers in one folder would undo each other's work.
    pub(crate) fn target_dir(&self, project: &Project) -> PathBuf {
        match self {
            Self::InUse => project.target().to_path_buf(),
            Self::Debian { .. } => project.target().join("debian"),
        }
    }

    /// The way in words.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::InUse => "with the compiler in use",
            Self::Debian { .. } => "with Debian's compiler, its standard library built from source",
        }
    }
}

fn in_use() -> Result<Toolchain> {
    if has_standard_library() {
        return Ok(Toolchain::InUse);
    }
    if on_path("rustup").is_none() {
        bail!("the compiler in use has no standard library for {TARGET}, and there is no rustup to add it");
    }
    say::line(&format!("    rustup target add {TARGET}"));
    let added = run(Command::new("rustup").args(["target", "add", TARGET]));
    if added.is_ok() && has_standard_library() {
        return Ok(Toolchain::InUse);
    }
    bail!("rustup could not add the standard library for {TARGET}")
}

/// Looks for the library itself: `rustc` names the folder whether it is there or not.
fn has_standard_library() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]));
    let Some(files) = folder.and_then(|folder| Path::new(&folder).read_dir().ok()) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn debian() -> Result<Toolchain> {
    if debian_linker().is_none() || !debian_source() || !Path::new(CARGO).is_file() {
        apt::install(&PACKAGES)?;
    }
    match debian_linker() {
        Some(linker) if debian_source() => Ok(Toolchain::Debian { linker }),
        _ => bail!("Debian's packages {} lack a linker or the source", PACKAGES.join(" ")),
    }
}

fn debian_source() -> bool {
    let Some(root) = output(Command::new(RUSTC).args(["--print", "sysroot"])) else {
        return false;
    };
    Path::new(&root).join("lib/rustlib/src/rust/library/std").is_dir()
}

/// `wasm-ld` of any version of LLVM, the newest first.
fn debian_linker() -> Option<PathBuf> {
    (16..40).rev().map(|version| format!("wasm-ld-{version}")).find_map(|name| on_path(&name))
}
