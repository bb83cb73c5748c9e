//! The inputs that fuzzing starts from and those that it once broke something with, each run like any other test.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongsai_tests::fuzz::{TARGETS, run};

/// The most files of one target, and the most bytes of all: a corpus is a start, not a store.
const MOST_FILES: usize = 30;
const MOST_BYTES: u64 = 200_000;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn names(folder: &Path) -> BTreeSet<String> {
    files(folder).iter().filter_map(|path| path.file_stem()).map(|stem| stem.to_string_lossy().into_owned()).collect()
}

#[test]
fn every_input_of_every_corpus_passes() {
    for (target, _) in TARGETS {
        for path in files(&folder("corpus").join(target)) {
            let input = fs::read(&path).expect("bytes");
            let done = std::panic::catch_unwind(|| run(target, &input));
            assert!(done.is_ok(), "{target} breaks on {}", path.display());
        }
    }
}

#[test]
fn every_target_has_a_corpus_and_every_corpus_a_target() {
    let known: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(known.len(), TARGETS.len(), "a name for each");
    assert_eq!(names(&folder("fuzz_targets")), known);
    assert_eq!(names(&folder("corpus")), known);
    let manifest = fs::read_to_string(folder("Cargo.toml")).expect("a manifest");
    for name in &known {
        let source = fs::read_to_string(folder("fuzz_targets").join(name).with_extension("rs")).expect("a target");
        assert!(source.contains(&format!("fuzz::run(\"{name}\"")), "{name} runs another");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in the manifest");
    }
}

#[test]
fn corpora_stay_small() {
    let mut bytes = 0;
    for (target, _) in TARGETS {
        let inputs = files(&folder("corpus").join(target));
        assert!((1..=MOST_FILES).contains(&inputs.len()), "{target} has {} inputs", inputs.len());
        bytes += inputs.iter().map(|path| fs::metadata(path).expect("a file").len()).sum::<u64>();
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
}
