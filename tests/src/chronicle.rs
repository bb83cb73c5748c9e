//! Journals as long as one likes: a great meet with results and corrections.

use std::time::{Duration, Instant};

use gongsai::document::journal::ask;
use gongsai::id::{DeviceId, EventId, MatchId, MeetId, Part};
use gongsai::key::SecretKey;
use gongsai::meet::{Command, Journal, Timestamp, Writer};
use gongsai::simulate::{Simulation, random_outcome};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::games;

/// A meet held under a key, or open, with four events of 96 entries drawn.
///
/// # Panics
/// When the core refuses a step.
#[must_use]
pub fn begun(key: Option<SecretKey>) -> (Journal, Writer) {
    let writer = Writer { key: key.clone(), ..Writer::staff(DeviceId(1)) };
    let meet = key.as_ref().map_or(MeetId(1), |key| key.public().meet());
    let mut simulation = Simulation::new(Journal::new(meet), "bench").writing_as(writer.clone());
    if let Some(key) = key {
        simulation.ask(Command::Organise(key.public())).expect("the first record");
    }
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).expect("sound");
    simulation.enter_units(96).expect("entered");
    for event in ["TT_team", "BD_team", "BB_men", "TT_MS"] {
        simulation.play(&EventId::new(event).expect("an id"), 0).expect("drawn");
    }
    (simulation.journal().clone(), writer)
}

/// Goes on to so many records with results and corrections; the time of each.
///
/// # Panics
/// When the core refuses a step.
pub fn go_on(journal: &mut Journal, writer: &Writer, records: usize, seed: u64) -> Vec<Duration> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let event = EventId::new("TT_team").expect("an id");
    let state = journal.meet().event(&event).expect("drawn");
    let rule = state.bracket().rule().clone();
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
