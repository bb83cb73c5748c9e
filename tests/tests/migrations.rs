//! Files of released versions stay readable: one file a version in `data/journals`, and what it must give.

use gongsai::document::{journal, show};

/// Version, records, refused, and what the state shows of the table tennis teams.
const RELEASED: &[(&str, usize, &str)] = &[("1", 112, "\"result\":\"11-5 11-3 11-9 / ")];

#[test]
fn every_released_version_is_read() {
    for (version, records, shown) in RELEASED {
        let path = format!("{}/data/journals/{version}.gongsai", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).expect("the file of the version is there");
        let loaded = journal::read(&text).expect("a journal");
        assert_eq!(loaded.problems, [], "version {version}");
        assert_eq!(loaded.journal.records().len(), *records, "version {version}");
        assert!(loaded.journal.aside().is_empty() && loaded.journal.missing().is_empty(), "version {version}");
        assert_eq!(loaded.journal.refused().count(), 0, "version {version}");
        assert!(show::meet(loaded.journal.meet(), None).contains(shown), "version {version}");
        assert_eq!(journal::write(&loaded.journal), text, "version {version} is written as it was read");
    }
}
