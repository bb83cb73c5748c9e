//! The retention job: private facts are gone on the day that the regulations name, without anybody asking.

use std::collections::BTreeMap;

use gongsai::id::PersonId;
use gongsai::meet::{Journal, Timestamp};
use gongsai::person::Facts;

use super::LoadProblem;

/// Whose private facts are to be gone now, and what is said of it.
pub(super) fn expired(
    journal: &Journal,
    vault: &BTreeMap<PersonId, Facts>,
    now: Timestamp,
) -> (Vec<PersonId>, Option<LoadProblem>) {
    let due = journal.facts_due().filter(|due| !vault.is_empty() && now.day().is_some_and(|today| *due <= today));
    let Some(due) = due else { return (Vec::new(), None) };
    (vault.keys().copied().collect(), Some(LoadProblem::Expired(vault.len(), due)))
}
