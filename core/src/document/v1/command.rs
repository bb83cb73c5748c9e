//! Commands as they are stored.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{Malformed, names, outcome};
use crate::bracket::DrawStage;
use crate::document::regulations::{value_from_json, value_to_json};
use crate::eligibility::{Decision, Verdict};
use crate::entry::{Entry, Unit};
use crate::finding::{Code, Severity};
use crate::id::{EntryId, EventId, PersonId};
use crate::meet::{Command, Drawn, Reviewed, TeamReviewed};
use crate::person::Person;
use crate::regulations::{RegulationsDraft, Sport};
use crate::sex::Sex;

names!(sex_name, sex_named, Sex, "m" = Sex::Male, "f" = Sex::Female);
names!(sport_name, sport_named, Sport, "TT" = Sport::TableTennis, "BD" = Sport::Badminton, "BB" = Sport::Basketball);
names!(stage_name, stage_named, DrawStage, "first" = DrawStage::First, "second" = DrawStage::Second);
names!(
    verdict_name,
    verdict_named,
    Verdict,
    "eligible" = Verdict::Eligible,
    "limited" = Verdict::Limited,
    "review" = Verdict::NeedsReview,
    "ineligible" = Verdict::Ineligible,
);
names!(
    severity_name,
    severity_named,
    Severity,
    "note" = Severity::Note,
    "limited" = Severity::Limited,
    "review" = Severity::Review,
    "team" = Severity::TeamInvalid,
    "ineligible" = Severity::Ineligible,
    "refused" = Severity::Refused,
);

#[derive(Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Stored {
    SetRegulations {
        regulations: Json,
    },
    AddUnits {
        units: Vec<StoredUnit>,
    },
    TakeIn {
        unit: String,
        sport: String,
        people: Vec<StoredPerson>,
        entries: Vec<StoredEntry>,
    },
    Review {
        people: Vec<StoredReview>,
        teams: Vec<StoredTeam>,
    },
    Decide {
        person: String,
        sport: String,
        decision: String,
        code: Option<String>,
        reason: String,
    },
    Draw {
        event: String,
        stage: String,
        entrants: Vec<String>,
        seed: String,
        procedure: u16,
        placings: Vec<(u16, String)>,
    },
    Result {
        event: String,
        id: String,
        outcome: outcome::Stored,
    },
    Correct {
        event: String,
        id: String,
        outcome: outcome::Stored,
        cascade: bool,
    },
    Lot {
        event: String,
        group: u16,
        order: Vec<String>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredUnit {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    category: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPerson {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sex: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredEntry {
    id: String,
    event: String,
    name: String,
    people: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seed: Option<u16>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredReview {
    person: String,
    sport: String,
    verdict: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredTeam {
    unit: String,
    sport: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<String>,
}

pub(super) fn store(command: &Command) -> Stored {
    match command {
        Command::SetRegulations(draft) => Stored::SetRegulations { regulations: value_to_json(&draft.0) },
        Command::AddUnits(units) => Stored::AddUnits { units: units.iter().map(store_unit).collect() },
        Command::TakeIn { unit, sport, people, entries } => Stored::TakeIn {
            unit: unit.to_string(),
            sport: sport_name(*sport).to_owned(),
            people: people.iter().map(store_person).collect(),
            entries: entries.iter().map(store_entry).collect(),
        },
        Command::Review { people, teams } => Stored::Review {
            people: people.iter().map(store_review).collect(),
            teams: teams.iter().map(store_team).collect(),
        },
        Command::Decide { person, sport, decision, reason } => {
            let (decision, code) = store_decision(*decision);
            Stored::Decide {
                person: person.to_string(),
                sport: sport_name(*sport).to_owned(),
                decision: decision.to_owned(),
                code: code.map(|code| code.to_string()),
                reason: reason.clone(),
            }
        }
        Command::Draw(drawn) => Stored::Draw {
            event: drawn.event.to_string(),
            stage: stage_name(drawn.stage).to_owned(),
            entrants: drawn.entrants.iter().map(EntryId::to_string).collect(),
            seed: drawn.seed.clone(),
            procedure: drawn.procedure,
            placings: drawn.placings.iter().map(|(position, entry)| (*position, entry.to_string())).collect(),
        },
        Command::Result { event, id, outcome } => {
            Stored::Result { event: event.to_string(), id: id.to_string(), outcome: outcome::store(outcome) }
        }
        Command::Correct { event, id, outcome, cascade } => Stored::Correct {
            event: event.to_string(),
            id: id.to_string(),
            outcome: outcome::store(outcome),
            cascade: *cascade,
        },
        Command::Lot { event, group, order } => Stored::Lot {
            event: event.to_string(),
            group: *group,
            order: order.iter().map(EntryId::to_string).collect(),
        },
    }
}

pub(super) fn read(stored: Stored) -> Result<Command, Malformed> {
    Ok(match stored {
        Stored::SetRegulations { regulations } => {
            let value = value_from_json(&regulations).map_err(|_| Malformed("regulations".to_owned()))?;
            Command::SetRegulations(RegulationsDraft(value))
        }
        Stored::AddUnits { units } => Command::AddUnits(all(units, read_unit)?),
        Stored::TakeIn { unit, sport, people, entries } => {
            let unit = unit.parse()?;
            Command::TakeIn {
                unit,
                sport: sport_named(&sport)?,
                people: all(people, |stored| {
                    let sex = stored.sex.as_deref().map(sex_named).transpose()?;
                    Ok(Person { id: stored.id.parse()?, name: stored.name, sex, unit })
                })?,
                entries: all(entries, |stored| {
                    let people = all(stored.people, |person| Ok(person.parse::<PersonId>()?))?;
                    let (id, event) = (stored.id.parse()?, EventId::new(&stored.event)?);
                    Ok(Entry { id, event, unit, name: stored.name, people, seed: stored.seed })
                })?,
            }
        }
        Stored::Review { people, teams } => {
            Command::Review { people: all(people, read_review)?, teams: all(teams, read_team)? }
        }
        Stored::Decide { person, sport, decision, code, reason } => Command::Decide {
            person: person.parse()?,
            sport: sport_named(&sport)?,
            decision: read_decision(&decision, code.as_deref())?,
            reason,
        },
        Stored::Draw { event, stage, entrants, seed, procedure, placings } => Command::Draw(Drawn {
            event: EventId::new(&event)?,
            stage: stage_named(&stage)?,
            entrants: all(entrants, |entry| Ok(entry.parse()?))?,
            seed,
            procedure,
            placings: all(placings, |(position, entry)| Ok((position, entry.parse()?)))?,
        }),
        Stored::Result { event, id, outcome } => {
            Command::Result { event: EventId::new(&event)?, id: id.parse()?, outcome: outcome::read(outcome)? }
        }
        Stored::Correct { event, id, outcome, cascade } => {
            let (event, id) = (EventId::new(&event)?, id.parse()?);
            Command::Correct { event, id, outcome: outcome::read(outcome)?, cascade }
        }
        Stored::Lot { event, group, order } => {
            Command::Lot { event: EventId::new(&event)?, group, order: all(order, |entry| Ok(entry.parse()?))? }
        }
    })
}

/// The command of a JSON object.
pub(crate) fn command_from_json(text: &str) -> Result<Command, Malformed> {
    read(serde_json::from_str(text)?)
}

fn all<S, T>(stored: Vec<S>, read: impl Fn(S) -> Result<T, Malformed>) -> Result<Vec<T>, Malformed> {
    stored.into_iter().map(read).collect()
}

fn store_unit(unit: &Unit) -> StoredUnit {
    StoredUnit { id: unit.id.to_string(), name: unit.name.clone(), category: unit.category.clone() }
}

fn read_unit(stored: StoredUnit) -> Result<Unit, Malformed> {
    Ok(Unit { id: stored.id.parse()?, name: stored.name, category: stored.category })
}

fn store_person(person: &Person) -> StoredPerson {
    let sex = person.sex.map(|sex| sex_name(sex).to_owned());
    StoredPerson { id: person.id.to_string(), name: person.name.clone(), sex }
}

fn store_entry(entry: &Entry) -> StoredEntry {
    StoredEntry {
        id: entry.id.to_string(),
        event: entry.event.to_string(),
        name: entry.name.clone(),
        people: entry.people.iter().map(PersonId::to_string).collect(),
        seed: entry.seed,
    }
}

fn store_review(review: &Reviewed) -> StoredReview {
    let code = |(code, severity): &(Code, Severity)| (code.to_string(), severity_name(*severity).to_owned());
    StoredReview {
        person: review.person.to_string(),
        sport: sport_name(review.sport).to_owned(),
        verdict: verdict_name(review.verdict).to_owned(),
        codes: review.codes.iter().map(code).collect(),
    }
}

fn read_review(stored: StoredReview) -> Result<Reviewed, Malformed> {
    Ok(Reviewed {
        person: stored.person.parse()?,
        sport: sport_named(&stored.sport)?,
        verdict: verdict_named(&stored.verdict)?,
        codes: all(stored.codes, |(code, severity)| Ok((code.parse()?, severity_named(&severity)?)))?,
    })
}

fn store_team(team: &TeamReviewed) -> StoredTeam {
    StoredTeam {
        unit: team.unit.to_string(),
        sport: sport_name(team.sport).to_owned(),
        codes: team.codes.iter().map(Code::to_string).collect(),
    }
}

fn read_team(stored: StoredTeam) -> Result<TeamReviewed, Malformed> {
    let codes = all(stored.codes, |code| Ok(code.parse()?))?;
    Ok(TeamReviewed { unit: stored.unit.parse()?, sport: sport_named(&stored.sport)?, codes })
}

fn store_decision(decision: Decision) -> (&'static str, Option<Code>) {
    match decision {
        Decision::Confirm => ("confirm", None),
        Decision::Waive(code) => ("waive", Some(code)),
        Decision::Reject => ("reject", None),
        Decision::Return => ("return", None),
    }
}

fn read_decision(name: &str, code: Option<&str>) -> Result<Decision, Malformed> {
    match (name, code) {
        ("confirm", None) => Ok(Decision::Confirm),
        ("waive", Some(code)) => Ok(Decision::Waive(code.parse()?)),
        ("reject", None) => Ok(Decision::Reject),
        ("return", None) => Ok(Decision::Return),
        _ => Err(Malformed("unknown decision".to_owned())),
    }
}
