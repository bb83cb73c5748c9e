//! Properties of the compact form: whatever the records, they come back just as they were, or are told to be missing.
//!
//! `GONGSAI_CASES` says how many random stories are told in all.

use gongsai::document::compact::{self, NotRead};
use gongsai::document::journal::{self, ask};
use gongsai::id::{DeviceId, MeetId};
use gongsai::key::SecretKey;
use gongsai::meet::{Actor, Command, Journal, Right, Role, StoredRecord, Timestamp, Writer};
use gongsai::regulations::DrawTable;
use gongsai::simulate::Simulation;
use gongsai_tests::event::formats;
use gongsai_tests::story::{Story, begun};
use proptest::prelude::*;
use rand::RngExt;
use rand::seq::{IndexedRandom, SliceRandom};

fn seeds() -> std::ops::Range<u64> {
    0..std::env::var("GONGSAI_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(300) / 2
}

/// A set of records with the room of a page: those of a device, of several, or some of them in any order.
fn set(seed: u64) -> (Story, Vec<StoredRecord>, usize) {
    let mut story = Story::tell(seed);
    let mut records = story.all();
    match seed % 3 {
        0 => records = story.desks[0].stored().cloned().collect(),
        1 => records.shuffle(&mut story.rng),
        _ => {
            let from = story.rng.random_range(0..records.len() as u32) as usize;
            records.drain(..from);
        }
    }
    let room = [0, 40, 100, 646, 666, 100_000][story.rng.random_range(0..6_u32) as usize];
    (story, records, room)
}

#[test]
fn records_come_back_as_they_were_from_pages_in_any_order() {
    for seed in seeds() {
        let (mut story, records, room) = set(seed);
        let mut pages = compact::pages(&records, room);
        assert!(pages.iter().all(|page| page.len() <= room.max(32)), "seed {seed}");
        pages.shuffle(&mut story.rng);
        let again: Vec<Vec<u8>> = pages.iter().take(3).cloned().collect();
        pages.extend(again);
        let letters: Vec<String> = pages.iter().map(|page| compact::text(page)).collect();
        let pages: Vec<Vec<u8>> = letters.iter().filter_map(|letters| compact::page(letters)).collect();
        let read = compact::read(&pages).expect("pages of one set");
        assert_eq!((read.meet, read.missing), (MeetId(7), vec![]), "seed {seed}");
        assert!(read.records == records, "seed {seed}");
    }
}

#[test]
fn meets_of_every_format_come_back() {
    for format in formats() {
        let Ok(mut simulation) = Simulation::of_format(&format, DrawTable::Ittf, 16, "compact") else { continue };
        simulation.play_all();
        let records: Vec<StoredRecord> = simulation.journal().stored().cloned().collect();
        let read = compact::read(&compact::pages(&records, 666)).expect("pages of one set");
        assert!(read.records == records && read.missing.is_empty(), "{format:?}");
    }
}

#[test]
fn missing_and_damaged_pages_are_told() {
    for seed in seeds() {
        let (mut story, records, _) = set(seed);
        let mut pages = compact::pages(&records, 120);
        let whole = pages.len();
        let of = u16::try_from(whole).expect("few pages");
        let gone = story.rng.random_range(1..=u32::from(of)) as u16;
        let mut left = pages.clone();
        left.remove(usize::from(gone) - 1);
        if let Some(first) = left.first() {
            assert_eq!(compact::head(first).map(|head| head.of), Ok(of));
            let read = compact::read(&left).expect("pages of one set");
            assert_eq!(read.missing, [gone], "seed {seed}");
            assert!(read.records.len() < records.len() && records.starts_with(&read.records), "seed {seed}");
        }
        let index = story.rng.random_range(0..whole as u32) as usize;
        let page = &mut pages[index];
        let at = story.rng.random_range(0..page.len() as u32) as usize;
        page[at] ^= 1 << story.rng.random_range(0..8_u32);
        assert_eq!(compact::read(&pages), Err(NotRead::Damaged(index)), "seed {seed}, byte {at}");
        pages.swap_remove(index);
        pages.extend(compact::pages(&records[..1], 120));
        if whole > 1 && records.len() > 1 {
            assert_eq!(compact::read(&pages), Err(NotRead::OtherSet(whole - 1)), "seed {seed}");
        }
    }
}

/// The meet of the stories, held under a key: every record signed by one of two devices.
fn signed() -> Journal {
    let writer = |device: u64, role: Role, seed: u8| Writer {
        device: DeviceId(device << 40 | 77),
        by: Actor { role, name: "张三".to_owned() },
        key: Some(SecretKey::from_seed([seed; 32])),
    };
    let (desk, court) = (writer(1, Role::Organiser, 5), writer(2, Role::Staff, 6));
    let keys = [&desk, &court].map(|writer| writer.key.as_ref().expect("a key").public());
    let mut journal = Journal::new(keys[0].meet());
    let mut time = 1_789_084_812_345;
    let mut say = |writer: &Writer, command: Command| {
        time += 61_803;
        ask(&mut journal, writer, Timestamp(time), command).expect("it was taken before");
    };
    say(&desk, Command::Organise(keys[0]));
    say(&desk, Command::Grant { device: court.device, key: keys[1], name: "乙".to_owned(), right: Right::Staff });
    for (at, stored) in begun()[1].records().iter().enumerate() {
        say([&desk, &court][at % 2], stored.record.command.clone());
    }
    journal
}

#[test]
fn signatures_come_back_and_are_good() {
    let journal = signed();
    let records: Vec<StoredRecord> = journal.records().iter().map(|stored| (**stored).clone()).collect();
    assert!(records.iter().all(|stored| stored.signature.is_some()));
    let read = compact::read(&compact::pages(&records, 666)).expect("pages of one set");
    assert_eq!(read.records, records);
    let mut again = Journal::new(journal.meet().id());
    again.absorb(read.records);
    assert!(again.aside().is_empty() && again.missing().is_empty());
    assert_eq!(journal::write(&again), journal::write(&journal));
}

#[test]
fn every_kind_of_record_and_those_of_other_meets_come_back() {
    let path = format!("{}/../web/sample/sample.gongsai", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let sample = journal::read(&text).expect("a journal").journal;
    let mut records: Vec<StoredRecord> = sample.stored().cloned().collect();
    let long = text.lines().nth(1).expect("a record").replace("\"role\":\"staff\"", &by(&"长".repeat(100)));
    let later = long
        .replace("\"do\":\"set-regulations\"", "\"do\":\"sing\"")
        .replace("0000000000000001-1", "0000000000000009-7");
    for line in [long, later] {
        records.push(journal::decode(&line).expect("a record"));
    }
    records.extend(begun()[0].stored().cloned());
    let packed = compact::pack(sample.meet().id(), &records);
    assert_eq!(compact::unpack(sample.meet().id(), &packed), Ok(records.clone()));
    let lines: usize = records.iter().map(|stored| journal::encode(stored).len()).sum();
    assert!(packed.len() < lines, "{} of {lines}", packed.len());
}

fn by(name: &str) -> String {
    format!("\"role\":\"staff\",\"name\":\"{name}\"")
}

/// The page of a QR code, version 20, level M, as the documentation of the module has it.
#[test]
fn a_code_holds_as_many_results_as_it_is_said_to() {
    let path = format!("{}/../web/sample/sample.gongsai", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the sample is there");
    let sample = journal::read(&text).expect("a journal").journal;
    let of = |stored: &&StoredRecord| matches!(&stored.record.command, Command::Result { event, .. } if event.as_str() == "TT_team");
    let results: Vec<StoredRecord> = sample.stored().filter(of).take(18).cloned().collect();
    let pages = compact::pages(&results, 970 / 3 * 2);
    assert_eq!((results.len(), pages.len()), (18, 1));
    assert!(compact::text(&pages[0]).len() <= 970);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic_and_what_is_read_is_written_again(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(compact::read(&[&bytes]).is_err());
        prop_assert_eq!(compact::page(&compact::text(&bytes)), Some(bytes.clone()));
        if let Ok(records) = compact::unpack(MeetId(7), &bytes) {
            prop_assert_eq!(compact::unpack(MeetId(7), &compact::pack(MeetId(7), &records)), Ok(records));
        }
    }

    #[test]
    fn changed_records_are_refused_or_others(seed in 0_u64..40, changes in proptest::collection::vec(any::<(u16, u8)>(), 1..6)) {
        let (mut story, records, _) = set(seed);
        let some: Vec<StoredRecord> = records.sample(&mut story.rng, 12).cloned().collect();
        let some: Vec<StoredRecord> = some.into_iter().filter(|stored| journal::encode(stored).len() < 2_000).collect();
        let mut packed = compact::pack(MeetId(7), &some);
        for (at, byte) in changes {
            if let Some(place) = packed.len().checked_sub(1).map(|last| usize::from(at) % (last + 1)) {
                packed[place] = byte;
            }
        }
        if let Ok(read) = compact::unpack(MeetId(7), &packed) {
            for stored in &read {
                prop_assert_eq!(journal::decode(&journal::encode(stored)), Ok(stored.clone()));
            }
            prop_assert_eq!(compact::unpack(MeetId(7), &compact::pack(MeetId(7), &read)), Ok(read));
        }
    }
}
