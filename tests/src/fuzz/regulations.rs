//! Regulations as TOML.

use gongsai::document::{regulations_from_toml, value_from_json, value_to_json};

/// A file of regulations.
pub(super) fn regulations(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let draft = match regulations_from_toml(text) {
        Ok(draft) => draft,
        Err(refused) => return assert!(!refused.to_string().is_empty()),
    };
    assert_eq!(value_from_json(&value_to_json(&draft.0)), Ok(draft.0.clone()), "the draft survives JSON");
    match draft.clone().verify() {
        Ok(regulations) => {
            assert_eq!(regulations.draft(), &draft, "regulations keep their draft");
            for event in &regulations.events {
                assert!(regulations.sports.contains(&event.sport), "the sport of {} is held", event.id);
                assert_eq!(regulations.event(&event.id), Some(event), "an id names one event");
            }
        }
        Err(defects) => {
            assert!(!defects.is_empty(), "a refusal has a reason");
            assert!(defects.iter().all(|defect| !defect.to_string().is_empty()));
        }
    }
}
