//! Who may write: signed records, rights given and taken back, forged and changed records set aside.

use gongsai::document::journal::{self, ask};
use gongsai::eligibility::{Decision, Verdict};
use gongsai::id::{DeviceId, EventId, MatchId, RecordId};
use gongsai::key::SecretKey;
use gongsai::meet::{
    Actor, Aside, Command, Fate, Journal, Refused, Reviewed, Right, Role, Slot, StoredRecord, Timestamp, Writer,
};
use gongsai::score::parse;
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use rand::rngs::ChaCha8Rng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

fn writer(device: u64) -> Writer {
    let seed = [u8::try_from(device).expect("small"); 32];
    let by = Actor { role: Role::Staff, name: format!("设备{device}") };
    Writer { device: DeviceId(device), by, key: Some(SecretKey::from_seed(seed)) }
}

fn event() -> EventId {
    EventId::new("TT_MS").expect("an id")
}

fn id(text: &str) -> MatchId {
    text.parse().expect("a match")
}

fn result(at: &str) -> Command {
    let rule = gongsai::score::MatchRule {
        score: gongsai::regulations::ScoreRule::Games(gongsai::regulations::GameRule::to(11, 5)),
        tie: None,
    };
    let outcome = parse(&rule, "11-5 11-7 11-9").expect("a result");
    Command::Result { event: event(), id: id(at), entries: None, outcome }
}

/// A meet held under the key of device 1, with its singles drawn and its first two matches on courts 1 and 2.
fn held() -> Journal {
    let organiser = writer(1);
    let key = organiser.key.as_ref().expect("a key").public();
    let mut journal = Journal::new(key.meet());
    let mut say = |command| ask(&mut journal, &organiser, Timestamp(0), command).expect("the organiser may");
    say(Command::Organise(key));
    say(Command::SetRegulations(games::regulations().draft().clone()));
    // People and entries as a simulation has them.
    let mut simulation = Simulation::new(Journal::new(gongsai::id::MeetId(7)), "authors");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).expect("sound");
    simulation.enter_units(16).expect("entered");
    for stored in simulation.journal().records().iter().skip(1) {
        say(stored.record.command.clone());
    }
    let drawn =
        simulation.journal().meet().prepare_draw(&event(), gongsai::bracket::DrawStage::First, "签").expect("drawn");
    say(Command::Draw(drawn.drawn));
    let slot = |court| Slot { day: games::today(), court, start: 540 };
    say(Command::Schedule { event: event(), slots: vec![(id("W1.1"), slot(1)), (id("W1.2"), slot(2))] });
    journal
}

fn grant(journal: &mut Journal, device: u64, right: Right) {
    let key = writer(device).key.expect("a key").public();
    let command = Command::Grant { device: DeviceId(device), key, name: "裁判".to_owned(), right };
    ask(journal, &writer(1), Timestamp(0), command).expect("the organiser may");
}

fn referee(court: u16) -> Right {
    Right::Referee { court, day: games::today() }
}

/// What a device writes that takes the meet for one that anyone may write in.
fn forged(journal: &Journal, by: &Writer, command: Command) -> StoredRecord {
    let mut open = Journal::new(journal.meet().id());
    let without = |stored: &&StoredRecord| !matches!(stored.record.command, Command::Organise(_));
    open.absorb(journal.stored().filter(without).cloned());
    let asked = ask(&mut open, by, Timestamp(0), command).expect("anyone may");
    journal::decode(&asked.line).expect("a record")
}

#[test]
fn a_referee_writes_the_results_of_one_court_and_nothing_else() {
    let mut journal = held();
    let may = |journal: &mut Journal, device: u64, command| ask(journal, &writer(device), Timestamp(0), command);
    assert_eq!(may(&mut journal, 2, result("W1.1")), Err(Refused::NotAllowed(Right::Viewer)), "no right yet");
    grant(&mut journal, 2, referee(1));
    assert_eq!(may(&mut journal, 2, result("W1.2")), Err(Refused::NotAllowed(referee(1))), "another court");
    let entered = may(&mut journal, 2, result("W1.1")).expect("the court's own match");
    let rename = Command::AddUnits(Vec::new());
    assert_eq!(may(&mut journal, 2, rename), Err(Refused::NotAllowed(referee(1))));
    let draw = journal.records().iter().find(|stored| matches!(stored.record.command, Command::Draw(_)));
    let draw = draw.expect("drawn").record.id;
    assert_eq!(may(&mut journal, 2, Command::Undo(draw)), Err(Refused::NotAllowed(referee(1))), "another's record");
    may(&mut journal, 2, Command::Undo(entered.id)).expect("its own record");
    let other_day = Right::Referee { court: 1, day: gongsai::date::Date::from_iso("2026-01-01").expect("a day") };
    grant(&mut journal, 3, other_day);
    assert_eq!(may(&mut journal, 3, result("W1.1")), Err(Refused::NotAllowed(other_day)), "another day");
    grant(&mut journal, 4, Right::Staff);
    may(&mut journal, 4, result("W1.2")).expect("staff may everywhere");
    let key = writer(5).key.expect("a key").public();
    let grant = Command::Grant { device: DeviceId(5), key, name: String::new(), right: Right::Staff };
    assert_eq!(may(&mut journal, 4, grant), Err(Refused::NotAllowed(Right::Staff)), "only the organiser gives rights");
}

#[test]
fn what_nobody_with_a_right_signed_is_kept_and_never_folded() {
    let mut journal = held();
    grant(&mut journal, 2, referee(1));
    let before = format!("{:?}", journal.meet());
    let stranger = forged(&journal, &writer(9), result("W1.1"));
    let unsigned = forged(&journal, &Writer { key: None, ..writer(2) }, result("W1.1"));
    let wrong_key = forged(&journal, &Writer { key: writer(9).key, ..writer(2) }, result("W1.1"));
    journal.absorb([stranger, unsigned, wrong_key]);
    let mut why: Vec<Aside> = journal.aside().iter().map(|(_, why)| *why).collect();
    why.sort();
    assert_eq!(why, [Aside::NoRight, Aside::Unsigned, Aside::Forged]);
    assert_eq!(format!("{:?}", journal.meet()), before);
    let loaded = journal::read(&journal::write(&journal)).expect("a journal");
    assert_eq!(loaded.journal.aside().len(), 3, "they stay in the file");
    // The true record of the same number stands beside the forged ones.
    ask(&mut journal.clone(), &writer(1), Timestamp(0), result("W1.1")).expect("the match is still open");
}

#[test]
fn a_right_taken_back_ends_at_a_record_whatever_clock_is_written_later() {
    let mut journal = held();
    grant(&mut journal, 2, referee(1));
    let first = ask(&mut journal, &writer(2), Timestamp(0), result("W1.1")).expect("allowed");
    let stolen = journal.clone();
    let until = first.id.n;
    ask(&mut journal, &writer(1), Timestamp(0), Command::Revoke { device: DeviceId(2), until }).expect("may");
    assert_eq!(journal.fate(first.id), Fate::Counts, "what was written before counts");
    let mut behind = stolen;
    let later = ask(&mut behind, &writer(2), Timestamp(0), Command::Undo(first.id)).expect("it does not know yet");
    journal.absorb([journal::decode(&later.line).expect("a record")]);
    assert_eq!(journal.aside().iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Aside::Revoked]);
    assert_eq!(journal.fate(first.id), Fate::Counts);
    let again = ask(&mut journal, &writer(2), Timestamp(0), result("W1.1"));
    assert!(matches!(again, Err(Refused::NotAllowed(_))), "{again:?}");
}

#[test]
fn records_changed_or_written_twice_are_told() {
    let journal = held();
    let text = journal::write(&journal);
    // A changed name: the signature of the next record vouches for what was there.
    let changed = text.replacen("第3代表队", "第三代表队", 1);
    let loaded = journal::read(&changed).expect("a journal");
    assert_eq!(loaded.journal.aside().len(), 1);
    assert_eq!(loaded.journal.aside()[0].1, Aside::Forged);
    let merged = {
        let mut merged = loaded.journal.clone();
        merged.absorb(journal.stored().cloned());
        merged
    };
    assert_eq!(
        format!("{:?}", merged.meet()),
        format!("{:?}", journal.meet()),
        "the true record is found in another file"
    );
    // One device's key in two browsers: both write their record 1.
    let mut journal = journal;
    grant(&mut journal, 2, Right::Staff);
    let (mut here, mut there) = (journal.clone(), journal.clone());
    ask(&mut here, &writer(2), Timestamp(0), result("W1.1")).expect("allowed");
    ask(&mut there, &writer(2), Timestamp(0), result("W1.2")).expect("allowed");
    here.absorb(there.stored().cloned());
    assert_eq!(here.aside().iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Aside::Forked, Aside::Forked]);
    // The first of them to be followed by another record is the one that its device went on from.
    ask(&mut there, &writer(2), Timestamp(0), result("W1.1")).expect("allowed");
    here.absorb(there.stored().cloned());
    assert_eq!(here.aside().iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Aside::Altered]);
}

#[test]
fn rights_do_not_depend_on_what_came_first() {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    for round in 0..20 {
        let mut journal = held();
        grant(&mut journal, 2, referee(1));
        grant(&mut journal, 3, Right::Staff);
        let entered = ask(&mut journal, &writer(2), Timestamp(0), result("W1.1")).expect("allowed").id;
        ask(&mut journal, &writer(3), Timestamp(0), result("W1.2")).expect("allowed");
        if rng.random_range(0..2_u32) == 0 {
            let until = if rng.random_range(0..2_u32) == 0 { 0 } else { entered.n };
            ask(&mut journal, &writer(1), Timestamp(0), Command::Revoke { device: DeviceId(2), until }).expect("may");
        }
        let mut records: Vec<StoredRecord> = journal.stored().cloned().collect();
        records.shuffle(&mut rng);
        let mut other = Journal::new(journal.meet().id());
        for portion in records.chunks(5) {
            other.absorb(portion.to_vec());
        }
        assert_eq!(format!("{:?}", other.meet()), format!("{:?}", journal.meet()), "round {round}");
        assert_eq!(other.rights(), journal.rights(), "round {round}");
        assert_eq!(other.aside().len(), journal.aside().len(), "round {round}");
    }
}

#[test]
fn nobody_else_holds_the_meet_under_a_key() {
    let mut journal = held();
    let intruder = writer(9);
    let key = intruder.key.as_ref().expect("a key").public();
    assert!(ask(&mut journal, &intruder, Timestamp(0), Command::Organise(key)).is_err());
    let forged = forged(&journal, &intruder, Command::AddUnits(Vec::new()));
    journal.absorb([forged]);
    assert_eq!(journal.rights().organiser(), writer(1).key.map(|key| key.public()));
    let never = RecordId { device: DeviceId(9), n: 1 };
    assert!(journal.records().iter().all(|stored| stored.record.id != never));
}

/// Two pairs of eyes are two holders of rights, not two names typed at one device.
#[test]
fn a_reviewer_bears_the_name_that_the_right_was_given_to() {
    let mut journal = held();
    let grant = Command::Grant {
        device: DeviceId(2),
        key: writer(2).key.as_ref().expect("a key").public(),
        name: "设备2".to_owned(),
        right: Right::Staff,
    };
    ask(&mut journal, &writer(1), Timestamp(0), grant).expect("the organiser may");
    let (_, (person, sport)) = journal.meet().candidacies().next().expect("somebody");
    let reviewed = Reviewed { person, sport, verdict: Verdict::NeedsReview, codes: Vec::new() };
    let review = Command::Review { people: vec![reviewed], teams: Vec::new() };
    ask(&mut journal, &writer(1), Timestamp(0), review).expect("reviewed");
    let word = Command::Decide { person, sport, decision: Decision::Confirm, reason: "查实".to_owned(), until: None };
    let other = Actor { role: Role::Staff, name: "另一人".to_owned() };
    let told = ask(&mut journal, &Writer { by: other, ..writer(2) }, Timestamp(0), word.clone());
    assert_eq!(told.err(), Some(Refused::OtherName("设备2".to_owned())));
    ask(&mut journal, &writer(2), Timestamp(0), word).expect("under its own name");
}
