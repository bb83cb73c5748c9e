//! The command `bans`: from the sanctions of one meet to the regulations of the next.

mod calling;

use calling::{Folder, call, games, json};
use gongsai::document::{journal, regulations_from_toml};
use gongsai::eligibility::{Candidate, Register, review};
use gongsai::finding::{Code, Severity};
use gongsai::id::{DeviceId, EventId, PersonId, UnitId};
use gongsai::meet::{Command, Journal, Sanction, Timestamp, Writer};
use gongsai::person::{DocumentNumber, Facts};
use gongsai::regulations::{Regulations, Sport};

/// A played meet with these sanctions: which entry of the singles, whether on the person's account, for how many meets.
fn meet(folder: &Folder, sanctions: &[(usize, bool, u8)]) -> (String, Journal) {
    let regulation = games("regulation.toml");
    let regulation = regulation.to_str().expect("UTF-8");
    let args = ["simulate", "--seed", "x", "--units", "6", "--regulation", regulation, "--event", "TT_MS"];
    let played = call(&args, "");
    assert_eq!(played.code, Some(0), "{}", played.err);
    let mut journal = journal::read(&played.out).expect("a journal").journal;
    let event = EventId::new("TT_MS").expect("an id");
    for (index, by_person, banned) in sanctions {
        let entry = journal.meet().entries_of(&event).nth(*index).expect("an entry").clone();
        let sanction = Sanction {
            event: event.clone(),
            entry: entry.id,
            person: by_person.then(|| entry.people[0]),
            matches: Vec::new(),
            out: true,
            reason: "冒名顶替".to_owned(),
            banned: *banned,
            cascade: true,
        };
        let out = journal.meet().withdrawn().contains(&entry.id);
        assert!(!out || *by_person);
        journal::ask(&mut journal, &Writer::staff(DeviceId(9)), Timestamp(1), Command::Sanction(sanction))
            .expect("a sanction");
    }
    std::fs::write(folder.file("m.gongsai"), journal::write(&journal)).expect("written");
    (folder.file("m.gongsai"), journal)
}

/// The regulations of the games with this text in place of their rules.
fn next(rules: &str) -> Regulations {
    let text = std::fs::read_to_string(games("regulation.toml")).expect("there");
    let (before, rest) = text.split_once("[rules]").expect("rules");
    let (_, after) = rest.split_once("[[event]]").expect("events");
    let text = format!("{before}{rules}\n[[event]]{after}");
    regulations_from_toml(&text).expect("TOML").verify().expect("sound")
}

/// What the next meet finds of someone of a name.
fn found(regulations: &Regulations, name: &str) -> Vec<(Code, Severity)> {
    let facts = Facts { document: Some(DocumentNumber::new("100101199001010013")), ..Facts::default() };
    let (person, unit, sport) = (PersonId(1), UnitId(1), Sport::TableTennis);
    let candidate = Candidate { person, unit, sport, events: &[], name, facts: &facts };
    let review = review(regulations, &Register::default(), &[candidate]);
    review.people[0].findings.iter().map(|finding| (finding.code, finding.severity)).collect()
}

#[test]
fn who_is_barred_is_found_in_the_next_meet() {
    let folder = Folder::new("bans");
    let (path, journal) = meet(&folder, &[(0, true, 2), (1, false, 1), (2, true, 0)]);
    let event = EventId::new("TT_MS").expect("an id");
    let name = |index| journal.meet().entries_of(&event).nth(index).expect("an entry").name.clone();
    assert!(json(&["places", &path], "")["events"].is_array());
    let printed = call(&["bans", &path], "");
    assert_eq!(printed.code, Some(0), "{}", printed.err);
    let expected = format!(
        "[rules.P16]\nbanned = [\n    # 第1代表队，禁赛 2 届\n    {{ name = \"{}\" }},\n    # 第2代表队，禁赛 1 届\n    {{ name = \"{}\" }},\n]\n",
        name(0),
        name(1)
    );
    assert_eq!(printed.out, expected);
    let regulations = next(&printed.out);
    // The name alone may be a namesake's: people look. With the last digits of the number it bars.
    for index in [0, 1] {
        assert_eq!(found(&regulations, &name(index)), [(Code::P16Possible, Severity::Review)]);
    }
    assert_eq!(found(&regulations, &name(2)), []);
    let named = printed.out.replacen("\" }", "\", tail = \"0013\" }", 1);
    assert_eq!(found(&next(&named), &name(0)), [(Code::P16Banned, Severity::Ineligible)]);
    let english = call(&["bans", "--english", &path], "").out;
    assert!(english.contains("# 第1代表队, barred from the next 2 meets\n"), "{english}");
}

#[test]
fn a_meet_without_sanctions_bars_nobody() {
    let folder = Folder::new("bans-none");
    let (path, _) = meet(&folder, &[]);
    let printed = call(&["bans", &path], "");
    assert_eq!(printed.out, "[rules.P16]\nbanned = [\n]\n");
    assert!(next(&printed.out).rules.p16.is_some_and(|rule| rule.params.is_empty()));
    assert_eq!(call(&["bans", "nowhere.gongsai"], "").code, Some(1));
}
