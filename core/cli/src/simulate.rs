//! `gongsai simulate`: a random meet as a journal.

use gongsai::document::{journal, regulations_from_toml};
use gongsai::id::{EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::simulate::Simulation;

use crate::args;
use crate::io::{self, Failure};

pub(crate) fn run(args: &args::Simulate) -> Result<(), Failure> {
    let mut simulation = match (&args.journal, &args.regulation) {
        (Some(path), _) => Simulation::new(journal::read(&io::text(path)?)?.journal, &args.seed),
        (None, Some(path)) => {
            let mut simulation = Simulation::new(Journal::new(MeetId(1)), &args.seed);
            simulation.ask(Command::SetRegulations(regulations_from_toml(&io::text(path)?)?))?;
            simulation.enter_units(args.units)?;
            simulation
        }
        (None, None) => return Err(Failure::new("a journal or regulations are needed")),
    };
    let regulations = simulation.journal().meet().regulations().cloned();
    let all = regulations.iter().flat_map(|regulations| &regulations.events).map(|event| event.id.clone());
    let events = if args.event.is_empty() {
        all.collect()
    } else {
        args.event.iter().map(|name| EventId::new(name)).collect::<Result<Vec<EventId>, _>>()?
    };
    for event in &events {
        simulation.play_out(event)?;
    }
    io::say(journal::write(simulation.journal()).trim_end())
}
