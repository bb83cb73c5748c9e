//! Steps of admission as they are stored.

use serde::{Deserialize, Serialize};

use super::people::{all, sport_name, sport_named};
use super::{Malformed, read_day};
use crate::admission::{Candidacy, Challenger, Step};

/// A step on the way to a final list: `{"publish": {…}}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "admission-step"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Stored {
    Endorse { unit: String, sport: String },
    Pass { people: Vec<Who> },
    Publish { from: String, until: String, people: Vec<Who> },
    Challenge { who: Who, by: StoredChallenger, deposit: u16, grounds: String, on: String },
    Answer { challenge: String, text: String, on: String },
    Rule { challenge: String, upheld: bool, reason: String, on: String },
    Finalise { people: Vec<Who>, on: String },
    Reopen { who: Who, reason: String },
    CheckIn { who: Who, on: String },
}

/// A person and a sport.
type Who = (String, String);

/// Who challenges: `{"unit": …}`.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "challenger"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredChallenger {
    Unit(String),
    Other(String),
}

pub(super) fn store(step: &Step) -> Stored {
    match step {
        Step::Endorse { unit, sport } => {
            Stored::Endorse { unit: unit.to_string(), sport: sport_name(*sport).to_owned() }
        }
        Step::Pass { people } => Stored::Pass { people: people.iter().map(store_who).collect() },
        Step::Publish { from, until, people } => Stored::Publish {
            from: from.to_string(),
            until: until.to_string(),
            people: people.iter().map(store_who).collect(),
        },
        Step::Challenge { who, by, deposit, grounds, on } => Stored::Challenge {
            who: store_who(who),
            by: match by {
                Challenger::Unit(unit) => StoredChallenger::Unit(unit.to_string()),
                Challenger::Other(name) => StoredChallenger::Other(name.clone()),
            },
            deposit: *deposit,
            grounds: grounds.clone(),
            on: on.to_string(),
        },
        Step::Answer { challenge, text, on } => {
            Stored::Answer { challenge: challenge.to_string(), text: text.clone(), on: on.to_string() }
        }
        Step::Rule { challenge, upheld, reason, on } => Stored::Rule {
            challenge: challenge.to_string(),
            upheld: *upheld,
            reason: reason.clone(),
            on: on.to_string(),
        },
        Step::Finalise { people, on } => {
            Stored::Finalise { people: people.iter().map(store_who).collect(), on: on.to_string() }
        }
        Step::Reopen { who, reason } => Stored::Reopen { who: store_who(who), reason: reason.clone() },
        Step::CheckIn { who, on } => Stored::CheckIn { who: store_who(who), on: on.to_string() },
    }
}

pub(super) fn read(stored: Stored) -> Result<Step, Malformed> {
    Ok(match stored {
        Stored::Endorse { unit, sport } => Step::Endorse { unit: unit.parse()?, sport: sport_named(&sport)? },
        Stored::Pass { people } => Step::Pass { people: all(people, read_who)? },
        Stored::Publish { from, until, people } => {
            Step::Publish { from: read_day(&from)?, until: read_day(&until)?, people: all(people, read_who)? }
        }
        Stored::Challenge { who, by, deposit, grounds, on } => Step::Challenge {
            who: read_who(who)?,
            by: match by {
                StoredChallenger::Unit(unit) => Challenger::Unit(unit.parse()?),
                StoredChallenger::Other(name) => Challenger::Other(name),
            },
            deposit,
            grounds,
            on: read_day(&on)?,
        },
        Stored::Answer { challenge, text, on } => {
            Step::Answer { challenge: challenge.parse()?, text, on: read_day(&on)? }
        }
        Stored::Rule { challenge, upheld, reason, on } => {
            Step::Rule { challenge: challenge.parse()?, upheld, reason, on: read_day(&on)? }
        }
        Stored::Finalise { people, on } => Step::Finalise { people: all(people, read_who)?, on: read_day(&on)? },
        Stored::Reopen { who, reason } => Step::Reopen { who: read_who(who)?, reason },
        Stored::CheckIn { who, on } => Step::CheckIn { who: read_who(who)?, on: read_day(&on)? },
    })
}

fn store_who((person, sport): &Candidacy) -> Who {
    (person.to_string(), sport_name(*sport).to_owned())
}

fn read_who((person, sport): Who) -> Result<Candidacy, Malformed> {
    Ok((person.parse()?, sport_named(&sport)?))
}
