//! Installing Debian's packages, where we may.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run::{on_path, output, run};
use crate::say;

/// Whether packages can be installed here: apt is there and we are root.
pub(crate) fn may_install() -> bool {
    on_path("apt-get").is_some() && output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs packages.
///
/// # Errors
/// Says what to type where this tool may not install by itself.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if on_path("apt-get").is_none() {
        bail!("{list}: these are Debian's packages, and there is no apt-get here");
    }
    if !may_install() {
        bail!("not run as root; do `sudo apt-get update && sudo apt-get install {list}`, then try again");
    }
    say::line(&format!("    installing Debian's {list}"));
    // Lists can be absent or old, so they are fetched anew; when that fails the install may still work.
    let _ = run(quiet(Command::new("apt-get").args(["update", "-qq"])));
    run(quiet(Command::new("apt-get").args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages)))
}

fn quiet(command: &mut Command) -> &mut Command {
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).stdout(Stdio::null())
}
