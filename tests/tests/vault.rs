//! Properties of the private facts as they travel and are erased.

use gongsai::document::journal;
use gongsai::document::vault::{self, NotOpened};
use gongsai::id::{MeetId, PersonId};
use gongsai_tests::path::Path;
use proptest::prelude::*;

const PASSWORD: &str = "一个够长的密码 8";

#[track_caller]
fn sealed<'a>(rows: impl IntoIterator<Item = (PersonId, &'a str)>) -> String {
    vault::seal(MeetId(7), PASSWORD, [3; 16], [4; 24], rows).expect("the password is long enough")
}

/// The facts of the sample meet's 785 people as text.
fn facts() -> (Path, String) {
    let path = Path::reviewed(MeetId(7));
    let text = vault::write(&path.vault);
    (path, text)
}

#[test]
fn what_was_sealed_comes_back_and_nothing_of_it_can_be_read() {
    let (_, text) = facts();
    let file = sealed(vault::rows(&text));
    let opened = vault::open(&file, PASSWORD).expect("sealed so");
    let rows: Vec<_> = vault::rows(&text).map(|(person, facts)| (person, facts.to_owned())).collect();
    assert!(rows.len() > 700);
    assert_eq!(opened.of(MeetId(7)), Ok(rows));
    let (header, body) = file.split_once('\n').expect("two lines");
    for member in ["\"document\"", "\"employer\"", "\"since\""] {
        assert!(text.contains(member) && !file.contains(member), "{member}");
    }
    let runs = |text: &str| text.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    assert!(runs(&text) >= Some(18), "the facts hold document numbers");
    assert!(runs(body) < Some(18), "the sealed text holds none");
    assert!(header.starts_with("{\"gongsai_vault\":1,\"meet\":\"0000000000000007\""), "{header}");
}

#[test]
fn a_person_is_erased_and_the_journal_is_as_before() {
    let (path, text) = facts();
    let written = journal::write(&path.journal);
    let (person, _) = *vault::rows(&text).collect::<Vec<_>>().get(5).expect("people");
    let left = vault::erase(&text, person);
    assert_eq!(vault::rows(&left).count(), vault::rows(&text).count() - 1);
    assert!(vault::rows(&left).all(|(other, _)| other != person));
    let again = journal::read(&written).expect("a journal");
    assert!(again.problems.is_empty() && again.journal.aside().is_empty() && again.journal.missing().is_empty());
    assert_eq!(journal::write(&again.journal), written);
    assert!(again.journal.meet().people().contains_key(&person), "the public part stays");
    let opened = vault::open(&sealed(vault::rows(&left)), PASSWORD).expect("sealed so");
    assert!(opened.rows.iter().all(|(other, _)| *other != person), "nor does a file carry what was erased");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_come_back_under_their_password_alone(
        rows in proptest::collection::vec((any::<u64>(), "[^\r\n]{0,40}"), 0..8),
        (password, salt, nonce) in ("\\PC{8,20}", any::<[u8; 16]>(), any::<[u8; 24]>()),
    ) {
        let of = rows.iter().map(|(person, facts)| (PersonId(*person), facts.as_str()));
        let file = vault::seal(MeetId(1), &password, salt, nonce, of).expect("long enough");
        let opened = vault::open(&file, &password).expect("sealed so");
        let expected: Vec<_> = rows.iter().map(|(person, facts)| (PersonId(*person), facts.clone())).collect();
        prop_assert_eq!(opened.rows, expected);
        prop_assert_eq!(vault::open(&file, &(password + " ")), Err(NotOpened::Password));
    }

    #[test]
    fn no_text_is_opened_and_none_panics(text in "\\PC*", header in "\\{\"gongsai_vault\":[0-9]{1,12}[^a-z]*\\}") {
        prop_assert!(vault::open(&text, PASSWORD).is_err());
        let headed = format!("{header}\n{text}\n");
        prop_assert!(vault::open(&headed, PASSWORD).is_err());
    }
}
