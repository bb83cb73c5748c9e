//! The journal of a meet, its commands, and the vault beside it.

use std::collections::BTreeMap;

use gongsai::document::{command_from_json, journal, show, vault};
use gongsai::id::{DeviceId, MeetId, PersonId};
use gongsai::meet::{Actor, Journal, Meet, Role, Timestamp};
use gongsai::person::Facts;

use super::check_nothing_private;

/// The file of a meet.
pub(super) fn journal(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let loaded = match journal::read(text) {
        Ok(loaded) => loaded,
        Err(refused) => return check_nothing_private(&refused.to_string()),
    };
    let meet = loaded.journal.meet().id();
    assert_eq!(loaded.lines.len(), loaded.journal.records().len(), "a line a record");
    check_same(&journal::from_lines(meet, loaded.lines.iter().map(String::as_str)), &loaded.journal);
    for record in loaded.journal.records() {
        let line = journal::encode(record);
        let alone = journal::from_lines(meet, [line.as_str()]);
        if record.id.n == 1 && record.previous.is_none() {
            assert_eq!(alone.journal.records(), std::slice::from_ref(record), "a record reads back");
        }
    }
    check_fold(&loaded.journal);
    // A file that ends after any whole line holds the records up to there.
    if let Some((end, _)) = text.match_indices('\n').nth(text.matches('\n').count() / 2) {
        let cut = journal::read(&text[..=end]).expect("the header is whole");
        assert!(loaded.lines.starts_with(&cut.lines), "a good prefix is kept");
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
        let by = Actor { role: Role::Staff, name: String::new() };
        let before = kept.clone();
        if journal::ask(&mut kept, DeviceId(1), Timestamp(minute * 60_000), by, command).is_err() {
            assert_eq!(state(kept.meet()), state(before.meet()), "a refused command changes nothing");
            assert_eq!(kept.records(), before.records(), "a refused command is not kept");
        }
    }
    let loaded = journal::read(&journal::write(&kept)).expect("what is written can be read");
    assert_eq!(loaded.problems, [], "what is written is whole");
    check_same(&loaded, &kept);
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
fn check_same(loaded: &journal::Loaded, expected: &Journal) {
    assert_eq!(loaded.journal.records(), expected.records(), "the same records");
    assert_eq!(loaded.journal.refused(), expected.refused(), "the same refusals");
    assert_eq!(state(loaded.journal.meet()), state(expected.meet()), "the same state");
}

/// Folds the records once more; one that the fold refuses leaves the meet as it was.
fn check_fold(journal: &Journal) {
    let mut meet = Meet::new(journal.meet().id());
    for record in journal.records() {
        let before = journal.refused().contains_key(&record.id).then(|| state(&meet));
        let refused = meet.apply(record).err();
        assert_eq!(refused.as_ref(), journal.refused().get(&record.id), "the same refusal");
        if let (Some(before), Some(why)) = (before, refused) {
            assert_eq!(state(&meet), before, "{why} changes nothing");
        }
    }
    assert_eq!(state(&meet), state(journal.meet()), "the same fold");
}

fn state(meet: &Meet) -> String {
    show::meet(meet, None)
}
