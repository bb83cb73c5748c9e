//! How many bytes records take, by kind, as lines and packed, and how long a vault is sealed:
//! `cargo run --release -p gongsai-tests --example sizes`.

#![expect(clippy::print_stdout, reason = "an example reports on standard output")]

use std::collections::BTreeMap;
use std::time::Instant;

use gongsai::document::{compact, journal, vault};
use gongsai::id::{DeviceId, EventId};
use gongsai::key::SecretKey;
use gongsai::meet::{Actor, Command, Journal, Right, Role, StoredRecord, Timestamp, Writer};
use gongsai::simulate::Simulation;
use gongsai_tests::path::sample;

/// What a page of a QR code holds: version 20, level M, bytes; and letters.
const ROOM: [usize; 2] = [666, 970 / 3 * 2];

fn main() {
    let (text, facts) = sample();
    let journal = journal::read(&text).expect("a journal").journal;
    let records: Vec<StoredRecord> = journal.records().iter().map(|stored| (**stored).clone()).collect();
    let mut kinds: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for (at, stored) in records.iter().enumerate() {
        let [before, with] = [&records[..at], &records[..=at]].map(|set| compact::pack(journal.meet().id(), set).len());
        let debug = format!("{:?}", stored.record.command);
        let kind = debug.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_owned();
        let sums = kinds.entry(kind).or_default();
        for (sum, more) in sums.iter_mut().zip([1, journal::encode(stored).len(), with - before]) {
            *sum += more;
        }
    }
    for (kind, [count, line, packed]) in kinds {
        println!("{kind:16} {count:>4} records, a line {:>6} bytes, packed {:>6}", line / count, packed / count);
    }
    let mut simulation = Simulation::new(journal, "sizes");
    simulation.play_out(&EventId::new("TT_MS").expect("an id")).expect("played");
    let journal = simulation.journal();
    for event in ["TT_MS", "TT_team", "BD_team"] {
        for signed in [false, true] {
            report(event, signed, &results(journal, event, signed));
        }
    }
    let rows: Vec<_> = vault::rows(&facts).collect();
    let start = Instant::now();
    let sealed = vault::seal(journal.meet().id(), "correct horse", [1; 16], [2; 24], rows.clone()).expect("sealed");
    let sealing = start.elapsed();
    let start = Instant::now();
    vault::open(&sealed, "correct horse").expect("opened");
    println!(
        "vault of {} people: {} bytes, sealed {}; sealing {sealing:?}, opening {:?}",
        rows.len(),
        facts.len(),
        sealed.len(),
        start.elapsed()
    );
}

/// The results of an event as a referee's phone writes them: one device, some minutes between them.
fn results(sample: &Journal, event: &str, signed: bool) -> Vec<StoredRecord> {
    let event = EventId::new(event).expect("an id");
    let of =
        |stored: &&StoredRecord| matches!(&stored.record.command, Command::Result { event: of, .. } if *of == event);
    let key = SecretKey::from_seed([3; 32]);
    let meet = if signed { key.public().meet() } else { sample.meet().id() };
    let mut journal = Journal::new(meet);
    let desk = Writer {
        device: DeviceId(0x3c5f_0e8d_9a17_42b6),
        by: Actor { role: Role::Referee, name: "裁判员".to_owned() },
        key: signed.then_some(key.clone()),
    };
    let mut court = Writer { device: DeviceId(0x91d4_77aa_03fe_6c20), ..desk.clone() };
    let mut time = 1_789_084_812_345;
    let mut say = |writer: &Writer, command: Command| {
        time += 61_803 + time % 400_000;
        journal::ask(&mut journal, writer, Timestamp(time), command).expect("it was taken before");
    };
    if signed {
        let own = SecretKey::from_seed([4; 32]);
        let (key, own, device) = (key.public(), court.key.insert(own).public(), court.device);
        say(&desk, Command::Organise(key));
        say(&desk, Command::Grant { device, key: own, name: desk.by.name.clone(), right: Right::Staff });
    }
    for stored in sample.records() {
        say(if of(&&**stored) { &court } else { &desk }, stored.record.command.clone());
    }
    journal.stored().filter(of).cloned().collect()
}

fn report(event: &str, signed: bool, records: &[StoredRecord]) {
    let meet = records.first().expect("results").record.meet;
    let [one, all] = [&records[..1], records].map(|set| compact::pack(meet, set).len());
    let more = (all - one) as f64 / (records.len() - 1) as f64;
    let fits = ROOM.map(|room| (1..=records.len()).filter(|n| compact::pages(&records[..*n], room).len() == 1).max());
    let lines: usize = records.iter().map(|stored| journal::encode(stored).len()).sum();
    println!(
        "{event:8} {} results, signed {signed}: a line {} bytes, the first packed {one}, each more {more:.1}; fit {fits:?}",
        records.len(),
        lines / records.len(),
    );
}
