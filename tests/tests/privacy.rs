//! Nothing private in anything public: every sheet, letter, notice, export, refusal and sentence of the sample meet is
//! scanned for its people's document numbers, telephones and birth dates, and for whatever looks like one (eligibility §6.4).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeSet;
use std::fmt::Write;

use gongsai::bracket::DrawStage;
use gongsai::date::Date;
use gongsai::document::{draw, journal, show, snapshot};
use gongsai::eligibility::{Decision, Verdict};
use gongsai::id::MeetId;
use gongsai::meet::{Command, Meet, difference};
use gongsai::person::{Birth, Facts, KeySecret};
use gongsai::publication as sheets;
use gongsai::simulate::Simulation;
use gongsai_tests::path::Path;
use gongsai_wording::{Lang, finding, history};
use regex::Regex;

/// A word on everyone whom people have to decide on.
fn decide(path: &mut Path, decision: Decision) {
    let open = path.journal.meet().reviews().iter().filter(|(_, review)| review.effective() == Verdict::NeedsReview);
    for (person, sport) in open.map(|(who, _)| *who).collect::<Vec<_>>() {
        path.ask(Command::Decide { person, sport, decision, reason: "请补交材料".to_owned(), until: None });
    }
}

/// What anybody may see of a meet, as text.
fn public(meet: &Meet) -> String {
    let mut text = show::meet(meet, None);
    let mut put = |what: &dyn std::fmt::Debug| writeln!(text, "{what:?}").unwrap();
    for unit in meet.units().keys() {
        put(&sheets::letter(meet, *unit));
    }
    put(&sheets::unit_rows(meet));
    put(&sheets::overall_sheet(meet));
    for number in 1..=meet.admissions().notices().len() {
        put(&sheets::notice_sheet(meet, u16::try_from(number).unwrap()).unwrap());
    }
    for event in &meet.regulations().unwrap().events {
        let id = &event.id;
        put(&sheets::podium(meet, id));
        put(&sheets::progress(meet, id));
        for stage in [DrawStage::First, DrawStage::Second] {
            put(&sheets::draw_sheet(meet, id, stage));
            put(&sheets::drawn_sheet(meet, id, stage));
            put(&sheets::receipt_sheet(meet, id, stage));
            put(&draw::receipt(meet, id, stage));
        }
        let Some(state) = meet.event(id) else { continue };
        put(&sheets::trees(state.bracket()));
        for group in 1..=state.bracket().groups() {
            put(&sheets::group_sheet(meet, id, group));
            put(&sheets::possible_sheet(meet, id, group));
        }
        for found in state.bracket().matches() {
            put(&sheets::card(meet, id, found.id));
            put(&sheets::tie_sheet(meet, id, found.id));
        }
    }
    text
}

/// What is private of a person, as it could stand in a text. A year alone is not: it is in every date of the games.
fn private(facts: &Facts) -> Vec<String> {
    let mut private: Vec<String> = facts.document.iter().map(|number| number.as_str().to_owned()).collect();
    private.retain(|number| number.bytes().filter(u8::is_ascii_digit).count() >= 5);
    private.extend(facts.phone.clone());
    if let Birth::Day(day) = facts.birth_date() {
        private.push(day.to_string());
        private.push(format!("{}年{}月{}日", day.year(), day.month(), day.day()));
        private.push(format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()));
    }
    private
}

#[track_caller]
fn check(what: &str, text: &str, secrets: &BTreeSet<String>) {
    // Ids and hashes are hexadecimal: a run of digits inside one is no number.
    let looks = Regex::new(r"(?:^|[^0-9A-Za-z])(\d{17}[\dXx]|1[3-9]\d{9}|19\d\d-\d\d-\d\d)(?:$|[^0-9A-Za-z])").unwrap();
    if let Some(found) = looks.captures(text) {
        panic!(
            "{what} holds what looks private, after: {:?}",
            text[..found.get(1).unwrap().start()].chars().rev().take(40).collect::<String>()
        );
    }
    let found = secrets.iter().filter(|secret| text.contains(*secret)).count();
    assert_eq!(found, 0, "{what} holds private facts");
}

#[test]
fn nothing_private_is_in_anything_public() {
    let mut path = Path::reviewed(MeetId(7));
    let secrets: BTreeSet<String> = path.vault.values().flat_map(private).collect();
    assert!(secrets.len() > 1_000, "the sample meet has people");
    decide(&mut path, Decision::Return);
    assert!(public(path.journal.meet()).contains("请补交材料"), "letters are written");
    check("the letters", &public(path.journal.meet()), &secrets);
    decide(&mut path, Decision::Confirm);
    let day = |day| Date::new(2026, 10, day).unwrap();
    let notice = path.journal.meet().prepare_notice(day(1), day(5));
    path.ask(Command::Admit(notice));
    let mut simulation = Simulation::new(path.journal.clone(), "privacy");
    simulation.play_all();
    let journal = simulation.journal();
    check("the public sheets", &public(journal.meet()), &secrets);
    check("the journal", &journal::write(journal), &secrets);
    check("the snapshot", &snapshot::write(journal).unwrap_or_default(), &secrets);
    check("what differs", &format!("{:?}", difference(&Meet::new(MeetId(7)), journal.meet())), &secrets);
    for lang in [Lang::Zh, Lang::En] {
        let lines =
            journal.records().iter().map(|stored| history::command(lang, journal.meet(), &stored.record.command));
        check("the history", &lines.collect::<Vec<_>>().join("\n"), &secrets);
    }
    // The scan finds what it is for.
    let leaked = path.vault.values().find_map(|facts| Some(facts.document.as_ref()?.as_str().to_owned())).unwrap();
    let caught = std::panic::catch_unwind(|| check("a leak", &format!("号码 {leaked}。"), &secrets));
    assert!(caught.is_err());
}

/// Findings are for the desk and may name facts, but never a number whole; refusals never do at all.
#[test]
fn no_sentence_and_no_debug_output_holds_a_whole_number() {
    let path = Path::reviewed(MeetId(7));
    let numbers: BTreeSet<String> = path
        .vault
        .values()
        .filter_map(|facts| facts.document.as_ref())
        .map(|number| number.as_str().to_owned())
        .filter(|number| number.len() >= 15)
        .collect();
    let review = path.journal.meet().review(&gongsai_tests::path::register(), &path.vault).unwrap();
    let mut text = String::new();
    for found in review
        .people
        .iter()
        .flat_map(|person| &person.findings)
        .chain(review.teams.iter().flat_map(|team| &team.findings))
    {
        writeln!(text, "{} {} {found:?}", finding::finding(Lang::Zh, found), finding::finding(Lang::En, found))
            .unwrap();
    }
    writeln!(text, "{:?}", path.vault).unwrap();
    let keyed: Vec<Facts> =
        path.vault.values().map(|facts| facts.keyed(&KeySecret([3; 32])).without_number()).collect();
    writeln!(text, "{keyed:?} {:?}", KeySecret([3; 32])).unwrap();
    assert_eq!(numbers.iter().filter(|number| text.contains(*number)).count(), 0);
    assert!(keyed.iter().all(|facts| facts.document.is_none() || facts.key.is_none()));
}
