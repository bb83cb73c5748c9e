//! The journal of a meet, its commands, and the vault beside it.

use std::collections::BTreeMap;

use gongsai::document::{command_from_json, journal, show, vault};
use gongsai::id::{DeviceId, MeetId, PersonId};
use gongsai::meet::{Journal, Meet, StoredRecord, Timestamp, Writer};
use gongsai::person::Facts;

use super::check_nothing_private;

/// The file of a meet.
pub(super) fn journal(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let loaded = match journal::read(text) {
        Ok(loaded) => loaded,
        Err(refused) => return check_nothing_private(&refused.to_string()),
    };
    for stored in loaded.journal.stored() {
        assert_eq!(journal::decode(&journal::encode(stored)).as_ref(), Ok(stored), "a record reads back");
    }
    let written = journal::write(&loaded.journal);
    let again = journal::read(&written).expect("what is written can be read");
    assert_eq!(again.problems, [], "what is written is whole");
    check_same(&again.journal, &loaded.journal);
    // The records one by one, last first, give the same journal.
    let mut singly = Journal::new(loaded.journal.meet().id());
    let records: Vec<StoredRecord> = loaded.journal.stored().take(40).cloned().collect();
    let few = records.len() == loaded.journal.stored().count();
    for stored in records.into_iter().rev() {
        singly.absorb([stored]);
    }
    if few {
        check_same(&singly, &loaded.journal);
    }
    // A file that ends after any whole line holds the records up to there.
    if let Some((end, _)) = text.match_indices('\n').nth(text.matches('\n').count() / 2) {
        let cut = journal::read(&text[..=end]).expect("the header is whole");
        for stored in cut.journal.stored() {
            let known = loaded.journal.copies(stored.record.id);
            assert!(known.iter().any(|copy| **copy == *stored), "a good prefix is kept");
        }
    }
}

/// Commands, one a line, each asked of the meet that those before it made.
pub(super) fn command(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let mut kept = Journal::new(MeetId(7));
    for (minute, line) in (0..).zip(text.lines()) {
        let command = match command_from_json(line) {
            Ok(command) => command,
            Err(refused) => {
                check_nothing_private(&refused.to_string());
                continue;
            }
        };
        let before = kept.clone();
        if journal::ask(&mut kept, &Writer::staff(DeviceId(1)), Timestamp(minute * 60_000), command).is_err() {
            assert_eq!(state(kept.meet()), state(before.meet()), "a refused command changes nothing");
            assert_eq!(kept.records(), before.records(), "a refused command is not kept");
        }
    }
    let loaded = journal::read(&journal::write(&kept)).expect("what is written can be read");
    assert_eq!(loaded.problems, [], "what is written is whole");
    check_same(&loaded.journal, &kept);
}

/// The private facts of people.
pub(super) fn vault(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let mut people: BTreeMap<PersonId, Facts> = BTreeMap::new();
    for (person, row) in vault::rows(text) {
        match vault::decode(row) {
            Ok(facts) => {
                assert_eq!(vault::decode(&vault::encode(&facts)).as_ref(), Ok(&facts), "facts read back");
                if let Some(number) = &facts.document {
                    check_nothing_private(&format!("{number:?}"));
                }
                people.insert(person, facts);
            }
            Err(refused) => check_nothing_private(&refused.to_string()),
        }
    }
    let written = vault::write(&people);
    let again: BTreeMap<PersonId, Facts> =
        vault::rows(&written).map(|(person, row)| (person, vault::decode(row).expect("facts"))).collect();
    assert_eq!(again, people, "the vault reads back");
}

#[track_caller]
fn check_same(journal: &Journal, expected: &Journal) {
    assert_eq!(journal.records(), expected.records(), "the same records");
    assert_eq!(journal.aside(), expected.aside(), "the same set aside");
    assert!(journal.refused().eq(expected.refused()), "the same refusals");
    assert_eq!(state(journal.meet()), state(expected.meet()), "the same state");
}

fn state(meet: &Meet) -> String {
    show::meet(meet, None)
}
