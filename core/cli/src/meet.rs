//! `gongsai meet`: the journal of a meet.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use gongsai::document::journal::{self, Loaded};
use gongsai::document::{command_from_json, show};
use gongsai::id::{DeviceId, EventId};
use gongsai::key::SecretKey;
use gongsai::meet::{Meet as MeetState, StoredRecord, Timestamp, Writer, difference};
use gongsai_wording::{Lang, history};
use serde_json::{Value as Json, json};

use crate::args::{Meet, MeetCommand};
use crate::io::{self, Failure};

pub(crate) fn run(args: &Meet) -> Result<(), Failure> {
    match &args.command {
        MeetCommand::Apply { journal, device, key } => apply(journal, *device, key.as_deref()),
        MeetCommand::Show { journal, event } => {
            let event = event.as_deref().map(EventId::new).transpose()?;
            io::say(&show::meet(whole(journal)?.journal.meet(), event.as_ref()))
        }
        MeetCommand::Replay { journal } => replay(journal),
        MeetCommand::Verify { journal } => verify(journal),
        MeetCommand::Merge { journals, out } => merge(journals, out),
        MeetCommand::Log { journal, english } => log(journal, language(*english)),
        MeetCommand::Diff { journal, from, to, english } => {
            diff(journal, from.as_deref(), to.as_deref(), language(*english))
        }
    }
}

fn language(english: bool) -> Lang {
    if english { Lang::En } else { Lang::Zh }
}

/// The journal of a file in which nothing is damaged; writing to a damaged one would lose what follows.
fn whole(path: &Path) -> Result<Loaded, Failure> {
    let loaded = journal::read(&io::text(path)?)?;
    match loaded.problems.first() {
        None => Ok(loaded),
        Some(problem) => Err(Failure::new(format!("{}: {problem:?}", path.display()))),
    }
}

fn apply(path: &Path, device: DeviceId, key: Option<&Path>) -> Result<(), Failure> {
    let key = key.map(secret_key).transpose()?;
    let mut loaded = whole(path)?;
    let command = command_from_json(&io::text(Path::new("-"))?)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let at = Timestamp(i64::try_from(now).unwrap_or(i64::MAX));
    let asked = journal::ask(&mut loaded.journal, &Writer { key, ..Writer::staff(device) }, at, command)?;
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

/// The key of a file; what the file holds is never repeated.
fn secret_key(path: &Path) -> Result<SecretKey, Failure> {
    let text = io::text(path)?;
    text.trim().parse().map_err(|_| Failure::new(format!("{}: no secret key", path.display())))
}

fn replay(path: &Path) -> Result<(), Failure> {
    let loaded = journal::read(&io::text(path)?)?;
    io::say(&state(&loaded).to_string())?;
    if loaded.problems.is_empty() { Ok(()) } else { Err(Failure::new("the file is not whole")) }
}

fn verify(path: &Path) -> Result<(), Failure> {
    let loaded = journal::read(&io::text(path)?)?;
    let report = state(&loaded);
    io::say(&report.to_string())?;
    let doubts = ["problems", "missing", "aside", "disputes"].into_iter();
    let found: Vec<&str> = doubts.filter(|name| report[name].as_array().is_some_and(|list| !list.is_empty())).collect();
    if found.is_empty() { Ok(()) } else { Err(Failure::new(format!("not in order: {}", found.join(", ")))) }
}

/// What is whole and what is not.
fn state(loaded: &Loaded) -> Json {
    let journal = &loaded.journal;
    let text = |value: &dyn fmt::Display| Json::String(value.to_string());
    let refused = journal.refused().map(|(id, why)| json!({ "id": id.to_string(), "why": why.to_string() }));
    let aside = journal.aside().iter();
    let aside =
        aside.map(|(stored, why)| json!({ "id": stored.record.id.to_string(), "why": history::aside(Lang::En, *why) }));
    let missing = journal.missing().into_iter();
    let missing = missing.map(|(device, from, to)| json!({ "device": device.to_string(), "from": from, "to": to }));
    let events = journal.meet().regulations().into_iter().flat_map(|regulations| &regulations.events);
    let disputes = events.filter_map(|event| Some((&event.id, journal.meet().event(&event.id)?)));
    let disputes = disputes.flat_map(|(event, state)| {
        state.disputes().map(|id| json!({ "event": event.as_str(), "match": id.to_string() })).collect::<Vec<_>>()
    });
    json!({
        "meet": text(&journal.meet().id()),
        "records": journal.records().len(),
        "refused": refused.collect::<Vec<_>>(),
        "aside": aside.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
        "disputes": disputes.collect::<Vec<_>>(),
        "problems": loaded.problems.iter().map(|problem| format!("{problem:?}")).collect::<Vec<_>>(),
    })
}

fn merge(paths: &[PathBuf], out: &Path) -> Result<(), Failure> {
    let mut whole: Option<Loaded> = None;
    for path in paths {
        let loaded = journal::read(&io::text(path)?)?;
        let Some(merged) = &mut whole else {
            whole = Some(loaded);
            continue;
        };
        let (here, there) = (merged.journal.meet().id(), loaded.journal.meet().id());
        if here != there {
            return Err(Failure::new(format!("{} is of meet {there}, not of {here}", path.display())));
        }
        merged.journal.absorb(loaded.journal.stored().cloned());
        merged.problems.extend(loaded.problems);
    }
    let whole = whole.ok_or_else(|| Failure::new("no journals"))?;
    io::replace(out, &journal::write(&whole.journal))?;
    io::say(&state(&whole).to_string())
}

fn log(path: &Path, lang: Lang) -> Result<(), Failure> {
    let journal = journal::read(&io::text(path)?)?.journal;
    let record = |stored: &Arc<StoredRecord>| {
        let record = &stored.record;
        json!({
            "id": record.id.to_string(),
            "at": record.at.0,
            "by": record.by.name,
            "what": history::command(lang, journal.meet(), &record.command),
            "fate": history::fate(lang, &journal.fate(record.id)),
        })
    };
    journal.records().iter().try_for_each(|stored| io::say(&record(stored).to_string()))
}

fn diff(path: &Path, from: Option<&str>, to: Option<&str>, lang: Lang) -> Result<(), Failure> {
    let journal = journal::read(&io::text(path)?)?.journal;
    let then = |id: &str| {
        let found = id.parse().ok().and_then(|id| journal.as_of(id));
        found.ok_or_else(|| Failure::new(format!("no record {id} in the journal")))
    };
    let before = from.map_or_else(|| Ok(MeetState::new(journal.meet().id())), then)?;
    let after = to.map_or_else(|| Ok(journal.meet().clone()), then)?;
    let changes = difference(&before, &after);
    let words: Vec<String> = changes.iter().map(|change| history::change(lang, change)).collect();
    io::say(&json!({ "changes": words }).to_string())
}
