//! Commands as they are stored.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::parts::{
    StoredLotBy, StoredNamed, StoredSlot, read_lot_by, read_named, read_slot, store_lot_by, store_named, store_slot,
};
use super::people::{
    StoredEntry, StoredPerson, StoredReview, StoredTeam, StoredUnit, all, read_decision, read_review, read_team,
    read_unit, sport_name, sport_named, store_decision, store_entry, store_person, store_review, store_team,
    store_unit,
};
use super::{Malformed, admission, change, drawn, lineup, outcome, people, read_day, rights};
use crate::document::regulations::{value_from_json, value_to_json};
use crate::id::{AwardId, EntryId, EventId, MatchId, PersonId};
use crate::meet::Command;
use crate::order;
use crate::regulations::{RegulationsDraft, Value};
use crate::side::BySide;

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "command"))]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Stored {
    SetRegulations {
        regulations: Json,
    },
    SetFormat {
        event: String,
        format: Json,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ranking: Option<String>,
    },
    SetRules {
        rules: Json,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review: Option<Json>,
    },
    AddUnits {
        units: Vec<StoredUnit>,
    },
    TakeIn {
        unit: String,
        sport: String,
        people: Vec<StoredPerson>,
        entries: Vec<StoredEntry>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        unchanged: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        officials: Vec<String>,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<String>,
    },
    Admit {
        step: admission::Stored,
    },
    Substitute(change::StoredSubstitution),
    Sanction(change::StoredSanction),
    AnnounceDraw(drawn::Announcement),
    Draw(drawn::Stored),
    Result {
        event: String,
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entries: Option<[String; 2]>,
        outcome: outcome::Stored,
    },
    Correct {
        event: String,
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entries: Option<[String; 2]>,
        outcome: outcome::Stored,
        cascade: bool,
    },
    Rule {
        event: String,
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entries: Option<[String; 2]>,
        outcome: outcome::Stored,
        reason: String,
        cascade: bool,
    },
    Withdraw {
        event: String,
        entry: String,
        reason: String,
    },
    Lot {
        event: String,
        group: u16,
        order: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<StoredLotBy>,
    },
    Schedule {
        event: String,
        slots: Vec<(String, StoredSlot)>,
    },
    CommitLineup {
        event: String,
        id: String,
        entry: String,
        commitment: String,
    },
    OpenLineup {
        event: String,
        id: String,
        entry: String,
        lineup: Vec<lineup::StoredPlace>,
        secret: String,
    },
    MatchList {
        event: String,
        id: String,
        entry: String,
        people: Vec<String>,
    },
    Award {
        award: String,
        to: StoredNamed,
        reason: String,
    },
    Rename {
        what: StoredNamed,
        name: String,
    },
    Undo {
        record: String,
    },
    Organise {
        key: String,
    },
    Grant {
        device: String,
        key: String,
        name: String,
        right: rights::Stored,
    },
    Revoke {
        device: String,
        until: u32,
    },
}

/// The stored form of a command; of one that a later version wrote, its text.
pub(super) fn store(command: &Command) -> Result<Stored, &str> {
    Ok(match command {
        Command::SetRegulations(draft) => Stored::SetRegulations { regulations: value_to_json(&draft.0) },
        Command::SetFormat { event, format, ranking } => {
            Stored::SetFormat { event: event.to_string(), format: value_to_json(format), ranking: ranking.clone() }
        }
        Command::SetRules { rules, review } => {
            Stored::SetRules { rules: value_to_json(rules), review: review.as_ref().map(value_to_json) }
        }
        Command::AddUnits(units) => Stored::AddUnits { units: units.iter().map(store_unit).collect() },
        Command::TakeIn { unit, sport, people, entries, unchanged, officials } => Stored::TakeIn {
            unit: unit.to_string(),
            sport: sport_name(*sport).to_owned(),
            people: people.iter().map(store_person).collect(),
            entries: entries.iter().map(store_entry).collect(),
            unchanged: unchanged.iter().map(PersonId::to_string).collect(),
            officials: officials.iter().map(PersonId::to_string).collect(),
        },
        Command::Review { people, teams } => Stored::Review {
            people: people.iter().map(store_review).collect(),
            teams: teams.iter().map(store_team).collect(),
        },
        Command::Decide { person, sport, decision, reason, until } => {
            let (decision, code) = store_decision(*decision);
            Stored::Decide {
                person: person.to_string(),
                sport: sport_name(*sport).to_owned(),
                decision: decision.to_owned(),
                code: code.map(|code| code.to_string()),
                reason: reason.clone(),
                until: until.map(|day| day.to_string()),
            }
        }
        Command::Substitute(substitution) => Stored::Substitute(change::store_substitution(substitution)),
        Command::Sanction(sanction) => Stored::Sanction(change::store_sanction(sanction)),
        Command::Admit(step) => Stored::Admit { step: admission::store(step) },
        Command::AnnounceDraw(announced) => Stored::AnnounceDraw(drawn::store_announced(announced)),
        Command::Draw(drawn) => Stored::Draw(drawn::store(drawn)),
        Command::Result { event, id, entries, outcome } => Stored::Result {
            event: event.to_string(),
            id: id.to_string(),
            entries: entries.map(store_sides),
            outcome: outcome::store(outcome),
        },
        Command::Correct { event, id, entries, outcome, cascade } => Stored::Correct {
            event: event.to_string(),
            id: id.to_string(),
            entries: entries.map(store_sides),
            outcome: outcome::store(outcome),
            cascade: *cascade,
        },
        Command::Rule { event, id, entries, outcome, reason, cascade } => Stored::Rule {
            event: event.to_string(),
            id: id.to_string(),
            entries: entries.map(store_sides),
            outcome: outcome::store(outcome),
            reason: reason.clone(),
            cascade: *cascade,
        },
        Command::Withdraw { event, entry, reason } => {
            Stored::Withdraw { event: event.to_string(), entry: entry.to_string(), reason: reason.clone() }
        }
        Command::Lot { event, group, order, by } => Stored::Lot {
            event: event.to_string(),
            group: *group,
            order: order.iter().map(EntryId::to_string).collect(),
            by: store_lot_by(by),
        },
        Command::Schedule { event, slots } => Stored::Schedule {
            event: event.to_string(),
            slots: slots.iter().map(|(id, slot)| (id.to_string(), store_slot(*slot))).collect(),
        },
        Command::CommitLineup { event, id, entry, commitment } => Stored::CommitLineup {
            event: event.to_string(),
            id: id.to_string(),
            entry: entry.to_string(),
            commitment: commitment.to_string(),
        },
        Command::OpenLineup { event, id, entry, lineup, secret } => Stored::OpenLineup {
            event: event.to_string(),
            id: id.to_string(),
            entry: entry.to_string(),
            lineup: lineup::store(lineup),
            secret: secret.clone(),
        },
        Command::MatchList { event, id, entry, people } => Stored::MatchList {
            event: event.to_string(),
            id: id.to_string(),
            entry: entry.to_string(),
            people: people.iter().map(PersonId::to_string).collect(),
        },
        Command::Award { award, to, reason } => {
            Stored::Award { award: award.to_string(), to: store_named(*to), reason: reason.clone() }
        }
        Command::Rename { what, name } => Stored::Rename { what: store_named(*what), name: name.clone() },
        Command::Undo(record) => Stored::Undo { record: record.to_string() },
        Command::Organise(key) => Stored::Organise { key: key.to_string() },
        Command::Grant { device, key, name, right } => Stored::Grant {
            device: device.to_string(),
            key: key.to_string(),
            name: name.clone(),
            right: rights::store(*right),
        },
        Command::Revoke { device, until } => Stored::Revoke { device: device.to_string(), until: *until },
        Command::Later(text) => return Err(text),
    })
}

fn values(json: &Json, name: &str) -> Result<Value, Malformed> {
    value_from_json(json).map_err(|_| Malformed(name.to_owned()))
}

pub(super) fn read(stored: Stored) -> Result<Command, Malformed> {
    Ok(match stored {
        Stored::SetRegulations { regulations } => {
            Command::SetRegulations(RegulationsDraft(values(&regulations, "regulations")?))
        }
        Stored::SetFormat { event, format, ranking } => {
            Command::SetFormat { event: EventId::new(&event)?, format: values(&format, "format")?, ranking }
        }
        Stored::SetRules { rules, review } => Command::SetRules {
            rules: values(&rules, "rules")?,
            review: review.map(|review| values(&review, "review")).transpose()?,
        },
        Stored::AddUnits { units } => Command::AddUnits(all(units, read_unit)?),
        Stored::TakeIn { unit, sport, people, entries, unchanged, officials } => {
            let unit = unit.parse()?;
            Command::TakeIn {
                unit,
                sport: sport_named(&sport)?,
                people: all(people, |stored| people::read_person(stored, unit))?,
                entries: all(entries, |stored| people::read_entry(stored, unit))?,
                unchanged: all(unchanged, |person| Ok(person.parse()?))?,
                officials: all(officials, |person| Ok(person.parse()?))?,
            }
        }
        Stored::Review { people, teams } => {
            Command::Review { people: all(people, read_review)?, teams: all(teams, read_team)? }
        }
        Stored::Decide { person, sport, decision, code, reason, until } => Command::Decide {
            person: person.parse()?,
            sport: sport_named(&sport)?,
            decision: read_decision(&decision, code.as_deref())?,
            reason,
            until: until.as_deref().map(read_day).transpose()?,
        },
        Stored::Substitute(stored) => Command::Substitute(change::read_substitution(stored)?),
        Stored::Sanction(stored) => Command::Sanction(change::read_sanction(stored)?),
        Stored::Admit { step } => Command::Admit(admission::read(step)?),
        Stored::AnnounceDraw(stored) => Command::AnnounceDraw(drawn::read_announced(stored)?),
        Stored::Draw(stored) => Command::Draw(drawn::read(stored)?),
        Stored::Result { event, id, entries, outcome } => {
            let (event, id, entries) = of_match(&event, &id, entries)?;
            Command::Result { event, id, entries, outcome: outcome::read(outcome)? }
        }
        Stored::Correct { event, id, entries, outcome, cascade } => {
            let (event, id, entries) = of_match(&event, &id, entries)?;
            Command::Correct { event, id, entries, outcome: outcome::read(outcome)?, cascade }
        }
        Stored::Rule { event, id, entries, outcome, reason, cascade } => {
            let (event, id, entries) = of_match(&event, &id, entries)?;
            Command::Rule { event, id, entries, outcome: outcome::read(outcome)?, reason, cascade }
        }
        Stored::Withdraw { event, entry, reason } => {
            Command::Withdraw { event: EventId::new(&event)?, entry: entry.parse()?, reason }
        }
        Stored::Lot { event, group, order, by } => Command::Lot {
            event: EventId::new(&event)?,
            group,
            order: all(order, |entry| Ok(entry.parse()?))?,
            by: read_lot_by(by),
        },
        Stored::Schedule { event, slots } => Command::Schedule {
            event: EventId::new(&event)?,
            slots: all(slots, |(id, slot)| Ok((id.parse()?, read_slot(&slot)?)))?,
        },
        Stored::CommitLineup { event, id, entry, commitment } => Command::CommitLineup {
            event: EventId::new(&event)?,
            id: id.parse()?,
            entry: entry.parse()?,
            commitment: commitment.parse()?,
        },
        Stored::OpenLineup { event, id, entry, lineup, secret } => Command::OpenLineup {
            event: EventId::new(&event)?,
            id: id.parse()?,
            entry: entry.parse()?,
            lineup: lineup::read(lineup)?,
            secret,
        },
        Stored::MatchList { event, id, entry, people } => Command::MatchList {
            event: EventId::new(&event)?,
            id: id.parse()?,
            entry: entry.parse()?,
            people: order::set(all(people, |person| Ok(person.parse()?))?),
        },
        Stored::Award { award, to, reason } => {
            Command::Award { award: AwardId::new(&award)?, to: read_named(&to)?, reason }
        }
        Stored::Rename { what, name } => Command::Rename { what: read_named(&what)?, name },
        Stored::Undo { record } => Command::Undo(record.parse()?),
        Stored::Organise { key } => Command::Organise(key.parse()?),
        Stored::Grant { device, key, name, right } => {
            Command::Grant { device: device.parse()?, key: key.parse()?, name, right: rights::read(right)? }
        }
        Stored::Revoke { device, until } => Command::Revoke { device: device.parse()?, until },
    })
}

/// The command as JSON text.
pub(crate) fn command_to_json(command: &Command) -> String {
    match store(command) {
        Ok(stored) => serde_json::to_string(&stored).expect("plain structs of texts and numbers always serialise"),
        Err(text) => text.to_owned(),
    }
}

type OfMatch = (EventId, MatchId, Option<BySide<EntryId>>);

fn of_match(event: &str, id: &str, entries: Option<[String; 2]>) -> Result<OfMatch, Malformed> {
    let sides = |[a, b]: [String; 2]| Ok::<_, Malformed>(BySide { a: a.parse()?, b: b.parse()? });
    Ok((EventId::new(event)?, id.parse()?, entries.map(sides).transpose()?))
}

fn store_sides(entries: BySide<EntryId>) -> [String; 2] {
    [entries.a.to_string(), entries.b.to_string()]
}

/// The command of a JSON object.
pub(crate) fn command_from_json(text: &str) -> Result<Command, Malformed> {
    read(serde_json::from_str(text)?)
}
