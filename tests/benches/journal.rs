//! What a journal of 20,000 records costs to open, to merge and to go on with: `cargo bench -p gongsai-tests --bench journal`.

#![expect(clippy::print_stdout, reason = "a bench reports on standard output")]

use std::time::{Duration, Instant};

use gongsai::document::journal::{self, ask};
use gongsai::document::regulations_from_toml;
use gongsai::id::{DeviceId, EventId, MatchId, Part};
use gongsai::key::SecretKey;
use gongsai::meet::{Command, Journal, Timestamp, Writer};
use gongsai::simulate::{Simulation, random_outcome};
use gongsai_tests::games;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "{what:<50} {:>6} times, median {:>10.2} µs, slowest {:>10.2} µs",
        times.len(),
        micros(median),
        micros(slowest)
    );
}

/// A meet held under a key, or open, with four events of 96 entries drawn.
fn begun(key: Option<SecretKey>) -> (Journal, Writer) {
    let writer = Writer { key: key.clone(), ..Writer::staff(DeviceId(1)) };
    let meet = key.as_ref().map_or(gongsai::id::MeetId(1), |key| key.public().meet());
    let mut simulation = Simulation::new(Journal::new(meet), "bench").writing_as(writer.clone());
    if let Some(key) = key {
        simulation.ask(Command::Organise(key.public())).expect("the first record");
    }
    let text = std::fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    simulation.ask(Command::SetRegulations(regulations_from_toml(&text).expect("values"))).expect("sound");
    simulation.enter_units(96).expect("entered");
    for event in ["TT_team", "BD_team", "BB_men", "TT_MS"] {
        simulation.play(&EventId::new(event).expect("an id"), 0).expect("drawn");
    }
    (simulation.journal().clone(), writer)
}

/// Goes on to so many records with results and corrections; the time of each.
fn go_on(journal: &mut Journal, writer: &Writer, records: usize, seed: u64) -> Vec<Duration> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let event = EventId::new("TT_team").expect("an id");
    let state = journal.meet().event(&event).expect("drawn");
    let rule = *state.bracket().rule();
    let grouped = state.bracket().matches().filter(|found| matches!(found.id.part, Part::Group(_)));
    let matches: Vec<MatchId> = grouped.map(|found| found.id).collect();
    let mut times = Vec::new();
    while journal.records().len() < records {
        let id = matches[rng.random_range(0..matches.len() as u32) as usize];
        let (event, outcome) = (event.clone(), random_outcome(&rule, &mut rng));
        let played = journal.meet().event(&event).and_then(|state| state.bracket().match_view(id)?.played.cloned());
        let command = match played {
            None => Command::Result { event, id, entries: None, outcome },
            Some(_) => Command::Correct { event, id, entries: None, outcome, cascade: true },
        };
        let start = Instant::now();
        let asked = ask(journal, writer, Timestamp(0), command);
        times.push(start.elapsed());
        drop(asked.expect("it is taken"));
    }
    times
}

fn main() {
    let (mut open, writer) = begun(None);
    go_on(&mut open, &writer, 10_000, 1);
    report("ask at 10,000 records, no key", go_on(&mut open, &writer, 10_500, 2));
    let (mut held, signer) = begun(Some(SecretKey::from_seed([7; 32])));
    go_on(&mut held, &signer, 2_000, 1);
    report("ask, signed", go_on(&mut held, &signer, 2_500, 2));
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
        report(&size, times.collect());
    }
    let others: Vec<_> = two.stored().cloned().collect();
    let times = (0..5).map(|_| {
        let (mut merged, others) = (one.clone(), others.clone());
        let start = Instant::now();
        merged.absorb(others);
        start.elapsed()
    });
    report("merge two journals of 20,000", times.collect());
    let last = two.records().last().expect("records").as_ref().clone();
    let times = (0..20).map(|_| {
        let (mut merged, last) = (one.clone(), last.clone());
        let start = Instant::now();
        merged.absorb([last]);
        start.elapsed()
    });
    report("hear one record at 20,000", times.collect());
    let target = one.records()[one.records().len() - 10].record.id;
    let times = (0..5).map(|_| {
        let mut journal = one.clone();
        let start = Instant::now();
        ask(&mut journal, &writer, Timestamp(0), Command::Undo(target)).expect("undone");
        start.elapsed()
    });
    report("undo one of the last at 20,000", times.collect());
}
