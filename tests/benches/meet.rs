//! What one result costs in a meet of 96 teams: `cargo bench -p gongsai-tests --bench meet`.

use std::time::Instant;

use gongsai::document::{journal, regulations_from_toml};
use gongsai::id::{EventId, MeetId};
use gongsai::meet::{Command, Journal, Meet};
use gongsai::simulate::Simulation;
use gongsai_tests::games;
use gongsai_tests::timing::report;

/// The records of a meet of so many teams, each event played to its end.
fn played(teams: u16) -> Journal {
    let text = std::fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), "bench");
    simulation.ask(Command::SetRegulations(regulations_from_toml(&text).expect("values"))).expect("sound");
    simulation.enter_units(teams).expect("entered");
    for event in ["TT_team", "BD_team", "BB_men", "TT_MS"] {
        simulation.play_out(&EventId::new(event).expect("an id")).expect("played");
    }
    simulation.journal().clone()
}

fn main() {
    let journal = played(96);
    let mut meet = Meet::new(MeetId(1));
    let (mut results, mut others) = (Vec::new(), Vec::new());
    for stored in journal.records() {
        let record = &stored.record;
        let start = Instant::now();
        meet.apply(record).expect("it was taken before");
        let time = start.elapsed();
        match record.command {
            Command::Result { .. } => results.push(time),
            _ => others.push(time),
        }
    }
    report("Meet::apply, one result", &results);
    report("Meet::apply, everything else", &others);

    let text = journal::write(&journal);
    let times = (0..20).map(|_| {
        let start = Instant::now();
        let loaded = journal::read(&text).expect("a journal");
        assert!(loaded.problems.is_empty());
        start.elapsed()
    });
    report(
        &format!("journal::read, {} KB, {} records", text.len() / 1024, journal.records().len()),
        &times.collect::<Vec<_>>(),
    );
}
