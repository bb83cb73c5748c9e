//! What the locks hold: crates of the one registry, each with its checksum, and no two versions without a reason.
//!
//! `.cargo/deny.toml` says the same and more to `cargo deny`, which also knows the faults that are published.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn text(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests stands in the workspace");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// One package of a lock.
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
}

fn packages(lock: &str) -> Vec<Package> {
    let text = text(lock);
    let packages = text.split("[[package]]").skip(1).map(|package| {
        let value = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
            line.strip_suffix('"').map(str::to_owned)
        };
        Package {
            name: value("name").expect("a name"),
            version: value("version").expect("a version"),
            source: value("source"),
            checksum: value("checksum"),
        }
    });
    packages.collect()
}

#[test]
fn every_crate_is_ours_or_of_the_registry_with_its_checksum() {
    for lock in ["Cargo.lock", "tests/fuzz/Cargo.lock"] {
        let packages = packages(lock);
        assert!(packages.len() > 50, "{lock} was read");
        for Package { name, version, source, checksum } in packages {
            match source {
                None => assert!(name.starts_with("gongsai"), "{lock}: {name} {version} is of nowhere"),
                Some(source) => {
                    assert_eq!(source, REGISTRY, "{lock}: {name} {version}");
                    let good = |sum: &String| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
                    assert!(checksum.as_ref().is_some_and(good), "{lock}: {name} {version} has no checksum");
                }
            }
        }
    }
}

/// The older versions that are there for a reason, by `.cargo/deny.toml`.
fn excused() -> BTreeSet<(String, String)> {
    let text = text(".cargo/deny.toml");
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("{ crate = \""));
    let excused = lines.map(|line| {
        let (package, rest) = line.split_once('"').expect("a closing quote");
        assert!(rest.starts_with(", reason = \""), "{package} is there for no reason");
        let (name, version) = package.split_once('@').expect("a version");
        (name.to_owned(), version.to_owned())
    });
    excused.collect()
}

#[test]
fn two_versions_of_a_crate_have_a_reason() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages("Cargo.lock") {
        versions.entry(package.name).or_default().push(package.version);
    }
    let key = |version: &String| -> Vec<u64> {
        version.split(['.', '+', '-']).map_while(|number| number.parse().ok()).collect()
    };
    let mut found = BTreeSet::new();
    for (name, mut versions) in versions {
        versions.sort_by_key(key);
        versions.pop();
        found.extend(versions.into_iter().map(|version| (name.clone(), version)));
    }
    let excused = excused();
    let new: Vec<_> = found.difference(&excused).collect();
    assert!(new.is_empty(), "say in .cargo/deny.toml who needs the older version, or bring the two together: {new:?}");
    let gone: Vec<_> = excused.difference(&found).collect();
    assert!(gone.is_empty(), "nothing needs these any more: {gone:?}");
}

/// The fuzz targets test what the app is made of.
#[test]
fn both_locks_agree() {
    let whole: BTreeSet<(String, String)> =
        packages("Cargo.lock").into_iter().map(|package| (package.name, package.version)).collect();
    let names: BTreeSet<&String> = whole.iter().map(|(name, _)| name).collect();
    for package in packages("tests/fuzz/Cargo.lock") {
        let known = names.contains(&package.name);
        let same = whole.contains(&(package.name.clone(), package.version.clone()));
        let hint = "copy Cargo.lock over tests/fuzz/Cargo.lock and run `cargo metadata` there";
        assert!(!known || same, "{} {} is another there: {hint}", package.name, package.version);
    }
}
