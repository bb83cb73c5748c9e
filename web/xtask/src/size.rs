//! `cargo xtask size`: what the release weighs, and whether a phone in a hall can load it.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::compress::{brotli, gzip};
use crate::project::{Project, file_name};
use crate::say;

/// The main module may not be heavier, in KB of brotli. A ratchet: what it weighs now, a little rounded up; to be
/// lowered with every part that goes out of the module, until it meets the goal.
const LIMIT: f64 = 1005.0;
/// What the main module and the first load should stay under.
const MODULE_GOAL: f64 = 160.0;
const FIRST_LOAD_GOAL: f64 = 200.0;

/// One file and its weights in bytes.
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    /// Whether a page needs it before the app shows.
    fn is_first_load(&self) -> bool {
        ["app-", "index.html", "icon.svg", "manifest"].iter().any(|start| self.name.starts_with(start))
    }

    fn is_main_module(&self) -> bool {
        self.name.starts_with("app-") && self.name.ends_with(".wasm")
    }
}

/// Prints the table of `dist/`.
///
/// # Errors
/// The main module is over the limit.
pub(crate) fn report(project: &Project) -> Result<()> {
    let weights = weigh(project)?;
    let Some(main) = weights.iter().find(|weight| weight.is_main_module()) else {
        bail!("dist/ holds no app: do `cargo xtask build --release` first");
    };
    say::line(&format!("{:36} {:>9} {:>9} {:>9}   KB", "dist/", "raw", "gzip", "brotli"));
    for weight in &weights {
        line(&weight.name, weight.raw, weight.gzip, weight.brotli);
    }
    let first: Vec<&Weight> = weights.iter().filter(|weight| weight.is_first_load()).collect();
    let sum = |part: fn(&Weight) -> usize| first.iter().map(|weight| part(weight)).sum::<usize>();
    let first_load = sum(|weight| weight.brotli);
    line("the first load", sum(|weight| weight.raw), sum(|weight| weight.gzip), first_load);
    line("the main module", main.raw, main.gzip, main.brotli);
    goal("the main module", main.brotli, MODULE_GOAL);
    goal("the first load", first_load, FIRST_LOAD_GOAL);
    if kilobytes(main.brotli) > LIMIT {
        bail!("the main module is {:.1} KB, over the limit of {LIMIT} KB", kilobytes(main.brotli));
    }
    Ok(())
}

fn weigh(project: &Project) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for folder in ["dist", "dist/sample"] {
        for path in project.files(folder)? {
            let name = file_name(&path)?.to_owned();
            if name.ends_with(".br") {
                continue;
            }
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            let packed = path.with_file_name(format!("{name}.br"));
            let brotli = match fs::metadata(&packed) {
                Ok(packed) => usize::try_from(packed.len())?,
                Err(_) => brotli(&bytes)?.len(),
            };
            let name = if folder == "dist" { name } else { format!("sample/{name}") };
            weights.push(Weight { name, raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli });
        }
    }
    Ok(weights)
}

fn line(name: &str, raw: usize, gzip: usize, brotli: usize) {
    let [raw, gzip, brotli] = [raw, gzip, brotli].map(kilobytes);
    say::line(&format!("{name:36} {raw:9.1} {gzip:9.1} {brotli:9.1}"));
}

fn goal(name: &str, bytes: usize, goal: f64) {
    let weight = kilobytes(bytes);
    let word = if weight <= goal { "within" } else { "OVER" };
    say::line(&format!("{name}: {weight:.1} KB brotli, {word} its goal of {goal:.0} KB"));
}

/// A thousand bytes, as networks count.
fn kilobytes(bytes: usize) -> f64 {
    // Sizes of files on disk are far below what a float holds exactly.
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from) / 1000.0
}
