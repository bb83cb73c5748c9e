//! `gongsai simulate`: a random meet as a journal.

use gongsai::document::plan::format_rule;
use gongsai::document::{journal, regulations_from_toml};
use gongsai::id::{EventId, MeetId};
use gongsai::meet::{Command, Journal};
use gongsai::simulate::{EVENT, Simulation};
use serde_json::json;

use crate::args;
use crate::io::{self, Failure};

pub(crate) fn run(args: &args::Simulate) -> Result<(), Failure> {
    let mut simulation = begin(args)?;
    if args.format.is_some() {
        simulation.play_out(&EventId::new(EVENT)?)?;
    } else if args.event.is_empty() {
        for (event, refused) in simulation.play_all() {
            io::complain_of(&json!({ "event": event.as_str(), "error": refused.to_string() }));
        }
    }
    for name in &args.event {
        simulation.play_out(&EventId::new(name)?)?;
    }
    io::say(journal::write(simulation.journal()).trim_end())
}

/// The meet before it is played: of one format, by regulations, or as a journal left it.
fn begin(args: &args::Simulate) -> Result<Simulation, Failure> {
    if let Some(path) = &args.journal {
        return Ok(Simulation::new(journal::read(&io::text(path)?)?.journal, &args.seed));
    }
    if let Some((format, entrants)) = args.format.as_deref().zip(args.entrants) {
        let (rule, table) = format_rule(format, entrants.into(), &args.options.read())?;
        return Ok(Simulation::of_format(&rule, table, entrants, &args.seed)?);
    }
    let path = args.regulation.as_ref().ok_or_else(|| Failure::new("a journal or regulations are needed"))?;
    let mut simulation = Simulation::new(Journal::new(MeetId(1)), &args.seed);
    simulation.ask(Command::SetRegulations(regulations_from_toml(&io::text(path)?)?))?;
    simulation.enter_units(args.units)?;
    Ok(simulation)
}
