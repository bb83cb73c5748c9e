//! Line-ups of team ties in the journal: handed in hidden by each captain, opened when both are in.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::command_from_json;
use gongsai::document::journal::{self, ask, decode};
use gongsai::eligibility::Verdict;
use gongsai::finding::{Code, Severity};
use gongsai::id::{DeviceId, EntryId, EventId, MatchId, MeetId, RecordId};
use gongsai::key::SecretKey;
use gongsai::lineup::{Lineup, LineupFault, rubbers};
use gongsai::meet::{
    Actor, Change, Command, Fate, Journal, LineupState, NotTaken, Record, Refused, Reviewed, Right, Role, StoredRecord,
    Timestamp, Turn, Writer,
};
use gongsai::regulations::{Sport, TieSystem};
use gongsai::score::parse;
use gongsai::side::{BySide, Side};
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use gongsai_tests::lineups::{SECRET, commit, lineup, open};
use gongsai_wording::{Lang, history, refused};

/// The teams of the games drawn, and a tie that is open.
fn drawn() -> (Journal, EventId, MatchId, BySide<EntryId>) {
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "line-ups");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).unwrap();
    simulation.enter_units(8).unwrap();
    let event = EventId::new("TT_team").unwrap();
    simulation.play(&event, 0).unwrap();
    simulation.play(&EventId::new("TT_MS").unwrap(), 0).unwrap();
    let journal = simulation.journal().clone();
    let (id, entries) = first_open(&journal, &event);
    (journal, event, id, entries)
}

fn first_open(journal: &Journal, event: &EventId) -> (MatchId, BySide<EntryId>) {
    let bracket = journal.meet().event(event).unwrap().bracket();
    let id = bracket.matches().find(|found| found.is_open()).unwrap().id;
    (id, bracket.entries(id).unwrap())
}

/// What a desk writes; every record is read back as it was stored.
fn asked(journal: &mut Journal, command: Command) -> Result<RecordId, Refused> {
    let asked = ask(journal, &Writer::staff(DeviceId(3)), Timestamp(1), command.clone())?;
    assert_eq!(decode(&asked.line).unwrap().record.command, command, "what is stored is read back the same");
    Ok(asked.id)
}

fn not_taken<T: std::fmt::Debug>(asked: Result<T, Refused>) -> NotTaken {
    match asked.unwrap_err() {
        Refused::Lineup(why) => why,
        other => panic!("{other}"),
    }
}

fn states(journal: &Journal, event: &EventId, id: MatchId) -> [Option<LineupState>; 2] {
    let handed = journal.meet().event(event).unwrap().line_ups(id);
    [handed.a.state(), handed.b.state()]
}

const COMMITTED: Option<LineupState> = Some(LineupState::Committed);
const OPENED: Option<LineupState> = Some(LineupState::Opened);

#[test]
fn both_are_handed_in_before_either_is_opened() {
    let (mut journal, event, id, entries) = drawn();
    let of = |side: Side| lineup(journal.meet(), entries[side], 0);
    let line_ups = BySide { a: of(Side::A), b: of(Side::B) };
    let opening = |side: Side| open(&event, id, entries[side], line_ups[side].clone());
    assert_eq!(not_taken(asked(&mut journal, opening(Side::A))), NotTaken::NotCommitted(entries.a));
    asked(&mut journal, commit(&event, id, entries.a, &line_ups.a)).unwrap();
    assert_eq!(states(&journal, &event, id), [COMMITTED, None]);
    assert_eq!(not_taken(asked(&mut journal, opening(Side::A))), NotTaken::NotCommitted(entries.b));
    let again = commit(&event, id, entries.a, &line_ups.a);
    assert_eq!(not_taken(asked(&mut journal, again)), NotTaken::Committed(entries.a));
    let other = commit(&event, id, entries.a, &lineup(journal.meet(), entries.a, 1));
    assert_eq!(not_taken(asked(&mut journal, other)), NotTaken::Committed(entries.a));
    asked(&mut journal, commit(&event, id, entries.b, &line_ups.b)).unwrap();
    let unlike = open(&event, id, entries.a, lineup(journal.meet(), entries.a, 1));
    assert_eq!(not_taken(asked(&mut journal, unlike)), NotTaken::Unlike);
    let mut wrong_secret = opening(Side::A);
    if let Command::OpenLineup { secret, .. } = &mut wrong_secret {
        secret.push('0');
    }
    assert_eq!(not_taken(asked(&mut journal, wrong_secret)), NotTaken::Unlike);
    asked(&mut journal, opening(Side::A)).unwrap();
    assert_eq!(not_taken(asked(&mut journal, opening(Side::A))), NotTaken::Opened);
    asked(&mut journal, opening(Side::B)).unwrap();
    assert_eq!(states(&journal, &event, id), [OPENED, OPENED]);
    // What was opened says who meets whom.
    let handed = journal.meet().event(&event).unwrap().line_ups(id);
    let opened = BySide { a: handed.a.opened.unwrap(), b: handed.b.opened.unwrap() };
    assert_eq!(opened, line_ups);
    let met = rubbers(&TieSystem::named("workers_3").unwrap(), opened.as_ref());
    assert_eq!(met.iter().map(|rubber| (rubber.a.len(), rubber.b.len())).collect::<Vec<_>>(), [(1, 1), (1, 1), (2, 2)]);
    // And it is all there when the file is read again, and on a page.
    let loaded = journal::read(&journal::write(&journal)).unwrap();
    assert_eq!(states(&loaded.journal, &event, id), [OPENED, OPENED]);
    assert_eq!(format!("{:?}", loaded.journal.meet()), format!("{:?}", journal.meet()));
}

#[test]
fn only_the_two_who_meet_hand_in_and_only_before_the_result() {
    let (mut journal, event, id, entries) = drawn();
    let right = lineup(journal.meet(), entries.a, 0);
    let stranger =
        journal.meet().entries_of(&event).map(|entry| entry.id).find(|id| ![entries.a, entries.b].contains(id));
    let stranger = commit(&event, id, stranger.unwrap(), &right);
    assert_eq!(asked(&mut journal, stranger), Err(Refused::OtherEntrants(id)));
    let nowhere: MatchId = "G99.1.1".parse().unwrap();
    assert!(matches!(asked(&mut journal, commit(&event, nowhere, entries.a, &right)), Err(Refused::Change(_))));
    let singles = EventId::new("TT_MS").unwrap();
    let (of_singles, people) = first_open(&journal, &singles);
    let command = commit(&singles, of_singles, people.a, &right);
    assert_eq!(not_taken(asked(&mut journal, command)), NotTaken::NoTie(singles));
    let undrawn = EventId::new("BD_team").unwrap();
    assert_eq!(asked(&mut journal, commit(&undrawn, id, entries.a, &right)), Err(Refused::NotDrawn(undrawn)));
    let outcome = parse(journal.meet().event(&event).unwrap().bracket().rule(), "wo a").unwrap();
    asked(&mut journal, Command::Result { event: event.clone(), id, entries: Some(entries), outcome }).unwrap();
    assert!(matches!(asked(&mut journal, commit(&event, id, entries.a, &right)), Err(Refused::Change(_))));
}

/// A line-up that was handed in with faults is never opened, and the refusal names them all.
#[test]
fn what_breaks_the_rules_is_not_opened() {
    let (mut journal, event, id, entries) = drawn();
    let right = BySide { a: lineup(journal.meet(), entries.a, 0), b: lineup(journal.meet(), entries.b, 0) };
    let mut wrong = right.a.clone();
    wrong.places.insert("MS".to_owned(), right.a.places["WS"].clone());
    wrong.places.insert("WS".to_owned(), right.b.places["WS"].clone());
    asked(&mut journal, commit(&event, id, entries.a, &wrong)).unwrap();
    asked(&mut journal, commit(&event, id, entries.b, &right.b)).unwrap();
    let told = journal.meet().check_lineup(&event, id, entries.a, &wrong).unwrap();
    assert_eq!(told.len(), 2, "{told:?}");
    let refusal = asked(&mut journal, open(&event, id, entries.a, wrong)).unwrap_err();
    let name = &journal.meet().people()[&right.a.places["WS"][0]].name;
    let said = refused::sentence(Lang::Zh, None, &refusal);
    assert!(said.contains(&format!("第 1 场由男子上场，{name} 不符。")), "{said}");
    assert!(said.contains("不在本队名单里"), "{said}");
    let NotTaken::Faults { faults, .. } = not_taken(Err::<(), _>(refusal)) else { panic!("faults") };
    assert_eq!(faults, told);
    // Who is barred by the review may not play either.
    let person = right.b.places["MS"][0];
    let codes = vec![(Code::R01Active, Severity::Ineligible)];
    let barred = Reviewed { person, sport: Sport::TableTennis, verdict: Verdict::Ineligible, codes };
    asked(&mut journal, Command::Review { people: vec![barred], teams: Vec::new() }).unwrap();
    let told = journal.meet().check_lineup(&event, id, entries.b, &right.b).unwrap();
    let at = |place: &str| LineupFault::Barred { place: Some(place.to_owned()), person };
    assert_eq!(told, [at("MS"), at("XD")]);
}

#[test]
fn line_ups_stand_between_the_two_who_meet_and_in_the_history() {
    let (mut journal, event, id, entries) = drawn();
    let before = journal.meet().clone();
    let right = lineup(journal.meet(), entries.a, 0);
    let handed = asked(&mut journal, commit(&event, id, entries.a, &right)).unwrap();
    let changes = gongsai::meet::difference(&before, journal.meet());
    let team = journal.meet().entries()[&entries.a].name.clone();
    let turn = Turn { before: None, after: COMMITTED };
    assert_eq!(changes, [Change::Lineup { event: event.clone(), id, team: team.clone(), turn }]);
    assert!(
        history::change(Lang::Zh, &changes[0]).starts_with("新增TT_team"),
        "{}",
        history::change(Lang::Zh, &changes[0])
    );
    let record = journal.records().last().unwrap().record.clone();
    let said = history::command(Lang::Zh, journal.meet(), &record.command);
    assert!(said.starts_with("交出场名单（未公开）") && said.ends_with(&team), "{said}");
    // Staff take it back, and the team hands in another.
    asked(&mut journal, Command::Undo(handed)).unwrap();
    assert_eq!(states(&journal, &event, id), [None, None]);
    let other = lineup(journal.meet(), entries.a, 1);
    asked(&mut journal, commit(&event, id, entries.a, &other)).unwrap();
    // Undoing the draw sets it aside with everything else, and it is back with the draw.
    let drawn = journal
        .records()
        .iter()
        .find(|stored| matches!(&stored.record.command, Command::Draw(drawn) if drawn.event == event));
    let drawn = drawn.unwrap().record.id;
    let undone = asked(&mut journal, Command::Undo(drawn)).unwrap();
    assert!(journal.meet().event(&event).is_none());
    asked(&mut journal, Command::Undo(undone)).unwrap();
    assert_eq!(states(&journal, &event, id), [COMMITTED, None]);
}

fn writer(device: u64) -> Writer {
    let by = Actor { role: Role::Staff, name: format!("设备{device}") };
    Writer { device: DeviceId(device), by, key: Some(SecretKey::from_seed([u8::try_from(device).unwrap(); 32])) }
}

/// The same meet held under the key of device 1; devices 2 and 3 are the captains of the first two teams that meet.
fn held() -> (Journal, EventId, MatchId, BySide<EntryId>) {
    let (open_to_all, event, id, entries) = drawn();
    let key = |device| writer(device).key.unwrap().public();
    let mut journal = Journal::new(key(1).meet());
    let mut say = |command| ask(&mut journal, &writer(1), Timestamp(0), command).unwrap();
    say(Command::Organise(key(1)));
    open_to_all.records().iter().for_each(|stored| drop(say(stored.record.command.clone())));
    for (device, entry) in [(2, entries.a), (3, entries.b)] {
        let right = Right::Captain { entry };
        say(Command::Grant { device: DeviceId(device), key: key(device), name: "领队".to_owned(), right });
    }
    (journal, event, id, entries)
}

#[test]
fn a_captain_writes_the_line_ups_of_one_team_and_nothing_else() {
    let (mut journal, event, id, entries) = held();
    let right = Right::Captain { entry: entries.a };
    let of = |side: Side| lineup(journal.meet(), entries[side], 0);
    let line_ups = BySide { a: of(Side::A), b: of(Side::B) };
    let say = |journal: &mut Journal, device, command| ask(journal, &writer(device), Timestamp(0), command);
    let refused = Err(Refused::NotAllowed(right));
    assert_eq!(say(&mut journal, 2, commit(&event, id, entries.b, &line_ups.b)), refused);
    let handed = say(&mut journal, 2, commit(&event, id, entries.a, &line_ups.a)).unwrap();
    assert_eq!(say(&mut journal, 2, Command::Undo(handed.id)), refused, "what is handed in stays");
    let outcome = parse(journal.meet().event(&event).unwrap().bracket().rule(), "wo b").unwrap();
    let result = Command::Result { event: event.clone(), id, entries: None, outcome };
    assert_eq!(say(&mut journal, 2, result), refused);
    assert_eq!(say(&mut journal, 2, Command::AddUnits(Vec::new())), refused);
    say(&mut journal, 3, commit(&event, id, entries.b, &line_ups.b)).unwrap();
    assert_eq!(say(&mut journal, 2, open(&event, id, entries.b, line_ups.b.clone())), refused);
    say(&mut journal, 2, open(&event, id, entries.a, line_ups.a.clone())).unwrap();
    say(&mut journal, 1, open(&event, id, entries.b, line_ups.b.clone())).unwrap();
    assert_eq!(states(&journal, &event, id), [OPENED, OPENED]);
    assert_eq!(history::right_word(Lang::Zh, right), "领队（教练）");
}

/// A captain sees the other line-up, and then writes that another one was handed in before it.
#[test]
fn no_clock_lets_a_captain_answer_an_open_line_up() {
    let (mut journal, event, id, entries) = held();
    let of = |side: Side, number| lineup(journal.meet(), entries[side], number);
    let (a, b, better) = (of(Side::A, 0), of(Side::B, 0), of(Side::B, 1));
    ask(&mut journal, &writer(2), Timestamp(0), commit(&event, id, entries.a, &a)).unwrap();
    let handed = ask(&mut journal, &writer(3), Timestamp(0), commit(&event, id, entries.b, &b)).unwrap();
    // The device that cheats keeps the journal of before the opening, so its clock stands where it stood then.
    let mut behind = journal.clone();
    let opened = ask(&mut journal, &writer(2), Timestamp(0), open(&event, id, entries.a, a)).unwrap();
    assert!(matches!(
        ask(&mut behind, &writer(3), Timestamp(0), commit(&event, id, entries.b, &better)),
        Err(Refused::Lineup(NotTaken::Committed(_)))
    ));
    let cheat = forged(&behind, &writer(3), commit(&event, id, entries.b, &better));
    journal.absorb([cheat.clone()]);
    let opening = |lineup: Lineup| open(&event, id, entries.b, lineup);
    let say = |journal: &mut Journal, command| ask(journal, &writer(3), Timestamp(0), command);
    assert!(say(&mut journal, opening(better.clone())).is_err(), "the better one is never opened");
    // It says that it came before the opening. So two stand that differ, and staff undo the second.
    assert_eq!(states(&journal, &event, id), [COMMITTED, Some(LineupState::Differ)]);
    assert_eq!(journal.fate(opened.id), Fate::Refused(Refused::Lineup(NotTaken::Differ(entries.b))));
    ask(&mut journal, &writer(1), Timestamp(0), Command::Undo(cheat.record.id)).unwrap();
    assert_eq!(journal.fate(opened.id), Fate::Counts);
    assert_eq!(journal.fate(handed.id), Fate::Counts);
    assert!(matches!(not_taken(say(&mut journal, opening(better))), NotTaken::Unlike));
    say(&mut journal, opening(b)).unwrap();
    assert_eq!(states(&journal, &event, id), [OPENED, OPENED]);
}

/// A signed record that the program of its device would not have written, with the clock of the device's last record.
fn forged(journal: &Journal, by: &Writer, command: Command) -> StoredRecord {
    let last = journal.stored().filter(|stored| stored.record.id.device == by.device).last().unwrap();
    let id = RecordId { n: last.record.id.n + 1, ..last.record.id };
    let record = Record { id, previous: Some(last.hash), command, ..last.record.clone() };
    let unsigned = StoredRecord { record, signature: None, ..last.clone() };
    let mut stored = decode(&journal::encode(&unsigned)).unwrap();
    stored.signature = by.key.as_ref().map(|key| key.sign(&stored.signed()));
    decode(&journal::encode(&stored)).unwrap()
}

#[test]
fn stored_forms_are_read_or_refused() {
    let (_, event, id, entries) = drawn();
    let text = format!(
        r#"{{"do":"open-lineup","event":"{event}","id":"{id}","entry":"{}","lineup":[{{"place":"MS","people":["{:016x}"]}}],"secret":"{SECRET}"}}"#,
        entries.a, 5
    );
    assert!(matches!(command_from_json(&text), Ok(Command::OpenLineup { .. })));
    let twice = text.replace("}]", "},{\"place\":\"MS\",\"people\":[]}]");
    assert!(command_from_json(&twice).is_err(), "a place stands once");
    assert!(command_from_json(&text.replace("secret", "secrets")).is_err());
}
