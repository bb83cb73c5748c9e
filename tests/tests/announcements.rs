//! Draws that are announced before they are made: what is published binds everybody, staff included.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeSet;

use gongsai::bracket::DrawStage;
use gongsai::document::draw::{checked, receipt, verify_draw};
use gongsai::document::journal::{ask, decode};
use gongsai::document::regulations_from_toml;
use gongsai::draw::{Breach, Commitment, Target};
use gongsai::id::{DeviceId, EntryId, EventId, MeetId, PersonId};
use gongsai::meet::{ByHand, Ceremony, Command, Journal, Meet, Refused, Timestamp, Unlike, Writer};
use gongsai::publication::receipt_sheet;
use gongsai::regulations::Sport;
use gongsai::simulate::Simulation;
use gongsai_tests::games;

const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// The singles of the games with eight units entered and nothing drawn.
fn entered() -> (Journal, EventId) {
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "announcements");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).unwrap();
    simulation.enter_units(8).unwrap();
    (simulation.journal().clone(), EventId::new("TT_MS").unwrap())
}

#[track_caller]
fn say(journal: &mut Journal, command: Command) {
    assert_eq!(asked(journal, command), Ok(()));
}

fn asked(journal: &mut Journal, command: Command) -> Result<(), Refused> {
    let asked = ask(journal, &Writer::staff(DeviceId(3)), Timestamp(1), command.clone())?;
    assert_eq!(decode(&asked.line).unwrap().record.command, command, "what is stored is read back the same");
    Ok(())
}

fn announce(journal: &mut Journal, event: &EventId, by_hand: Vec<ByHand>, reason: &str) -> Result<(), Refused> {
    let commitment = Commitment::to(SECRET);
    let told = journal.meet().prepare_announcement(event, DrawStage::First, commitment, by_hand, reason)?;
    asked(journal, Command::AnnounceDraw(told))
}

fn ceremony(seed: &str, words: &[&str]) -> Ceremony {
    Ceremony {
        seed: seed.to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        witnesses: vec!["张三".to_owned()],
        by_hand: Vec::new(),
    }
}

fn first(meet: &Meet, event: &EventId) -> EntryId {
    meet.entries_of(event).next().unwrap().id
}

fn by_hand(meet: &Meet, event: &EventId, position: u32) -> ByHand {
    ByHand { entry: first(meet, event), to: Target::Position(position), reason: "上夜班".to_owned() }
}

#[test]
fn only_the_secret_that_was_committed_to_draws() {
    let (mut journal, event) = entered();
    assert_eq!(announce(&mut journal, &event, Vec::new(), ""), Ok(()));
    let drawn = |seed: &str| journal.meet().prepare_draw(&event, DrawStage::First, ceremony(seed, &[]));
    assert_eq!(drawn("other").unwrap_err(), Refused::NotAsAnnounced(Unlike::Secret));
    let right = drawn(SECRET).unwrap().drawn;
    // Nor does the meet keep a draw that was made otherwise.
    let mut forged = right.clone();
    "other".clone_into(&mut forged.seed);
    assert_eq!(asked(&mut journal, Command::Draw(forged)), Err(Refused::NotAsAnnounced(Unlike::Secret)));
    let mut forged = right.clone();
    forged.entrants.reverse();
    assert_eq!(asked(&mut journal, Command::Draw(forged)), Err(Refused::NotAsAnnounced(Unlike::Entrants)));
    let mut forged = right.clone();
    forged.by_hand.push(by_hand(journal.meet(), &event, 1));
    assert_eq!(asked(&mut journal, Command::Draw(forged)), Err(Refused::NotAsAnnounced(Unlike::ByHand)));
    say(&mut journal, Command::Draw(right));
    assert_eq!(journal.meet().verify_draw(&event, DrawStage::First), Ok(()));
}

#[test]
fn who_withdraws_after_the_announcement_needs_another() {
    let (mut journal, event) = entered();
    assert_eq!(announce(&mut journal, &event, Vec::new(), ""), Ok(()));
    let entry = first(journal.meet(), &event);
    say(&mut journal, Command::Withdraw { event: event.clone(), entry, reason: "受伤".to_owned() });
    let drawn = journal.meet().prepare_draw(&event, DrawStage::First, ceremony(SECRET, &[]));
    assert_eq!(drawn.unwrap_err(), Refused::NotAsAnnounced(Unlike::Entrants));
    assert_eq!(announce(&mut journal, &event, Vec::new(), " "), Err(Refused::Announced(event.clone())));
    assert_eq!(announce(&mut journal, &event, Vec::new(), "一人退赛"), Ok(()));
    assert!(journal.meet().prepare_draw(&event, DrawStage::First, ceremony(SECRET, &[])).is_ok());
}

#[test]
fn places_set_by_hand_are_announced_with_their_reasons_and_drawn_around() {
    let (mut journal, event) = entered();
    let place = by_hand(journal.meet(), &event, 5);
    let without = ByHand { reason: String::new(), ..place.clone() };
    let at_once = Ceremony { by_hand: vec![without.clone()], ..ceremony(SECRET, &[]) };
    let drawn = journal.meet().prepare_draw(&event, DrawStage::First, at_once);
    assert_eq!(drawn.unwrap_err(), Refused::ByHand(place.entry));
    assert_eq!(announce(&mut journal, &event, vec![without], ""), Err(Refused::ByHand(place.entry)));
    let nowhere = ByHand { to: Target::Position(99), ..place.clone() };
    assert!(matches!(announce(&mut journal, &event, vec![nowhere], ""), Err(Refused::Draw(_))));
    assert_eq!(announce(&mut journal, &event, vec![place.clone()], ""), Ok(()));
    let drawn = journal.meet().prepare_draw(&event, DrawStage::First, ceremony(SECRET, &["红", "马"])).unwrap().drawn;
    assert!(drawn.placings.contains(&(5, place.entry)));
    say(&mut journal, Command::Draw(drawn));
    let sheet = receipt_sheet(journal.meet(), &event, DrawStage::First).unwrap().unwrap();
    assert_eq!(&*sheet.entrants[sheet.by_hand[0].entrant].name, &*journal.meet().entries()[&place.entry].name);
    assert_eq!(sheet.words, ["红", "马"]);
    assert_eq!(sheet.commitment, Some(Commitment::to(SECRET)));
}

#[test]
fn a_place_set_by_hand_says_which_rule_it_breaks() {
    let (mut journal, event) = entered();
    let meet = journal.meet();
    let seeded = first(meet, &event);
    let unit = meet.entries()[&seeded].unit;
    let of_unit = meet.entries().values().filter(|entry| entry.unit == unit && entry.event.as_str().starts_with("TT"));
    let mut entries: Vec<_> = of_unit.cloned().collect();
    entries.iter_mut().filter(|entry| entry.id == seeded).for_each(|entry| entry.seed = Some(1));
    let members: BTreeSet<PersonId> = entries.iter().flat_map(|entry| entry.people.iter().copied()).collect();
    let people = members.iter().map(|person| meet.people()[person].clone()).collect();
    say(
        &mut journal,
        Command::TakeIn { unit, sport: Sport::TableTennis, people, entries, unchanged: vec![], officials: vec![] },
    );
    let meet = journal.meet();
    let breaches = |position| meet.breaches(&event, DrawStage::First, &[by_hand(meet, &event, position)]);
    assert_eq!(breaches(1), Ok(vec![vec![]]), "the first seed stands on top");
    assert_eq!(breaches(5), Ok(vec![vec![Breach::SeedAway]]));
    let twice = [by_hand(meet, &event, 1), by_hand(meet, &event, 2)];
    assert!(matches!(meet.breaches(&event, DrawStage::First, &twice), Err(Refused::Draw(_))));
}

/// What the page saves is what the command line checks, without the meet.
#[test]
fn an_outsider_checks_the_receipt_without_the_meet() {
    for (seed, words) in [(SECRET, &["红", "马"][..]), ("掷得 3 点", &[]), ("ABCDEF", &[])] {
        let (mut journal, event) = entered();
        if seed == SECRET {
            let place = by_hand(journal.meet(), &event, 5);
            assert_eq!(announce(&mut journal, &event, vec![place], ""), Ok(()));
        }
        let drawn = journal.meet().prepare_draw(&event, DrawStage::First, ceremony(seed, words)).unwrap().drawn;
        say(&mut journal, Command::Draw(drawn));
        let text = receipt(journal.meet(), &event, DrawStage::First).unwrap();
        assert_eq!(verify_draw(&text).as_deref(), Ok(r#"{"ok":true}"#), "{seed}");
        let mine = receipt_sheet(journal.meet(), &event, DrawStage::First).unwrap().unwrap();
        assert_eq!(checked(&text).unwrap(), mine, "the page of the meet and that of outsiders show the same");
        let forged = text.replace("张三", "李四");
        assert_eq!(checked(&forged).unwrap_err().path, "digest", "the digest covers the witnesses too");
        let forged = text.replacen(seed, "123456", 1);
        assert!(checked(&forged).is_err(), "{seed}");
    }
}

#[test]
fn undoing_takes_an_announcement_back_and_the_draw_with_it_binds_no_more() {
    let (mut journal, event) = entered();
    assert_eq!(announce(&mut journal, &event, Vec::new(), ""), Ok(()));
    let told = journal.records().last().unwrap().record.id;
    say(&mut journal, Command::Undo(told));
    assert_eq!(journal.meet().announced(&event, DrawStage::First), None);
    let drawn = journal.meet().prepare_draw(&event, DrawStage::First, "any").unwrap().drawn;
    say(&mut journal, Command::Draw(drawn));
}

/// Every format, the draws of both stages, by lot and by table.
#[test]
fn the_receipts_of_every_format_are_found_right_by_outsiders() {
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "receipts");
    let draft = regulations_from_toml(include_str!("../data/formats/regulation.toml")).unwrap();
    simulation.ask(Command::SetRegulations(draft)).unwrap();
    simulation.enter_units(16).unwrap();
    let events = simulation.journal().meet().regulations().unwrap().events.clone();
    let mut seen = [0, 0, 0];
    for event in events.into_iter().map(|event| event.id) {
        if simulation.play_out(&event).is_err() {
            continue;
        }
        let meet = simulation.journal().meet();
        for stage in [DrawStage::First, DrawStage::Second] {
            let Some(mine) = receipt_sheet(meet, &event, stage) else { continue };
            let text = receipt(meet, &event, stage).unwrap();
            assert_eq!(checked(&text).unwrap(), mine.unwrap(), "{event} {stage:?}");
            let by_table = text.contains(r#""by":"table""#);
            seen[if by_table { 2 } else { usize::from(stage == DrawStage::Second) }] += 1;
        }
    }
    assert!(seen[0] > 10 && seen[1] > 0 && seen[2] > 0, "{seen:?}");
}
