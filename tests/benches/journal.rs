//! What a journal of 20,000 records costs to open, to merge and to go on with: `cargo bench -p gongsai-tests --bench journal`.

use std::time::Instant;

use gongsai::document::journal::{self, ask};
use gongsai::id::DeviceId;
use gongsai::key::SecretKey;
use gongsai::meet::{Command, Timestamp, Writer};
use gongsai_tests::chronicle::{begun, go_on};
use gongsai_tests::timing::report;

fn main() {
    let (mut open, writer) = begun(None);
    go_on(&mut open, &writer, 10_000, 1);
    report("ask at 10,000 records, no key", &go_on(&mut open, &writer, 10_500, 2));
    let (mut held, signer) = begun(Some(SecretKey::from_seed([7; 32])));
    go_on(&mut held, &signer, 2_000, 1);
    report("ask, signed", &go_on(&mut held, &signer, 2_500, 2));
    let first = begun(None).0;
    let (mut one, mut two) = (first.clone(), first);
    go_on(&mut one, &writer, 20_000, 3);
    go_on(&mut two, &Writer::staff(DeviceId(2)), 20_000, 4);
    for (name, journal) in [("no key", &one), ("signed", &held)] {
        let text = journal::write(journal);
        let times = (0..5).map(|_| {
            let start = Instant::now();
            assert!(journal::read(&text).expect("a journal").problems.is_empty());
            start.elapsed()
        });
        let size = format!("open {} records, {} KB, {name}", journal.records().len(), text.len() / 1024);
        report(&size, &times.collect::<Vec<_>>());
    }
    let others: Vec<_> = two.stored().cloned().collect();
    let times = (0..5).map(|_| {
        let (mut merged, others) = (one.clone(), others.clone());
        let start = Instant::now();
        merged.absorb(others);
        start.elapsed()
    });
    report("merge two journals of 20,000", &times.collect::<Vec<_>>());
    let last = two.records().last().expect("records").as_ref().clone();
    let times = (0..20).map(|_| {
        let (mut merged, last) = (one.clone(), last.clone());
        let start = Instant::now();
        merged.absorb([last]);
        start.elapsed()
    });
    report("hear one record at 20,000", &times.collect::<Vec<_>>());
    let target = one.records()[one.records().len() - 10].record.id;
    let times = (0..5).map(|_| {
        let mut journal = one.clone();
        let start = Instant::now();
        ask(&mut journal, &writer, Timestamp(0), Command::Undo(target)).expect("undone");
        start.elapsed()
    });
    report("undo one of the last at 20,000", &times.collect::<Vec<_>>());
}
