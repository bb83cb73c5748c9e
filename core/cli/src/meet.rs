//! `gongsai meet`: the journal of a meet.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use gongsai::document::journal::{self, Loaded};
use gongsai::document::{command_from_json, show};
use gongsai::id::{DeviceId, EventId};
use gongsai::meet::{Timestamp, Writer};
use serde_json::json;

use crate::args::{Meet, MeetCommand};
use crate::io::{self, Failure};

/// The device that the command line writes as.
const DEVICE: DeviceId = DeviceId(0);

pub(crate) fn run(args: &Meet) -> Result<(), Failure> {
    match &args.command {
        MeetCommand::Apply { journal } => apply(journal),
        MeetCommand::Show { journal, event } => {
            let event = event.as_deref().map(EventId::new).transpose()?;
            io::say(&show::meet(whole(journal)?.journal.meet(), event.as_ref()))
        }
        MeetCommand::Replay { journal } => replay(journal),
    }
}

/// The journal of a file in which nothing is damaged; writing to a damaged one would lose what follows.
fn whole(path: &Path) -> Result<Loaded, Failure> {
    let loaded = journal::read(&io::text(path)?)?;
    match loaded.problems.first() {
        None => Ok(loaded),
        Some(problem) => Err(Failure::new(format!("{}: {problem:?}", path.display()))),
    }
}

fn apply(path: &Path) -> Result<(), Failure> {
    let mut loaded = whole(path)?;
    let command = command_from_json(&io::text(Path::new("-"))?)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let at = Timestamp(i64::try_from(now).unwrap_or(i64::MAX));
    let asked = journal::ask(&mut loaded.journal, &Writer::staff(DEVICE), at, command)?;
    io::replace(path, &journal::write(&loaded.journal))?;
    let touched = asked.effects.event.map(|(event, touched)| {
        json!({
            "event": event.as_str(),
            "matches": touched.matches.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "groups": touched.groups,
            "set_aside": touched.set_aside.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    });
    io::say(&json!({ "records": loaded.journal.records().len(), "touched": touched }).to_string())
}

fn replay(path: &Path) -> Result<(), Failure> {
    let loaded = journal::read(&io::text(path)?)?;
    let refused = loaded.journal.refused();
    let report = json!({
        "meet": loaded.journal.meet().id().to_string(),
        "records": loaded.journal.records().len(),
        "refused": refused.map(|(id, why)| json!({ "id": id.to_string(), "why": why.to_string() })).collect::<Vec<_>>(),
        "problems": loaded.problems.iter().map(|problem| format!("{problem:?}")).collect::<Vec<_>>(),
    });
    io::say(&report.to_string())?;
    if loaded.problems.is_empty() { Ok(()) } else { Err(Failure::new("the file is not whole")) }
}
