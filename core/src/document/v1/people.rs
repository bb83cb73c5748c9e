//! Units, people, entries and reviews as they are stored in commands.

use serde::{Deserialize, Serialize};

use super::{Malformed, names};
use crate::eligibility::{Decision, Verdict};
use crate::entry::{Entry, Unit};
use crate::finding::{Code, Severity};
use crate::id::{EventId, PersonId, UnitId};
use crate::meet::{Reviewed, TeamReviewed};
use crate::person::Person;
use crate::regulations::Sport;
use crate::sex::Sex;

names!(sex_name, sex_named, Sex, "m" = Sex::Male, "f" = Sex::Female);
names!(
    sport_name,
    sport_named,
    Sport,
    "TT" = Sport::TableTennis,
    "BD" = Sport::Badminton,
    "BB" = Sport::Basketball,
    "VB" = Sport::Volleyball,
    "AV" = Sport::AirVolleyball,
    "FB" = Sport::Football,
    "TW" = Sport::TugOfWar,
);
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "unit"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredUnit {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    category: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    staff: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<(String, Option<u32>)>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "person"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPerson {
    id: String,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sex: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "entry"))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "review"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredReview {
    person: String,
    sport: String,
    verdict: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "team"))]
#[serde(deny_unknown_fields)]
pub(super) struct StoredTeam {
    unit: String,
    sport: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<String>,
}

pub(super) fn all<S, T>(stored: Vec<S>, read: impl Fn(S) -> Result<T, Malformed>) -> Result<Vec<T>, Malformed> {
    stored.into_iter().map(read).collect()
}

pub(super) fn store_unit(unit: &Unit) -> StoredUnit {
    StoredUnit {
        id: unit.id.to_string(),
        name: unit.name.clone(),
        category: unit.category.clone(),
        staff: unit.staff,
        parent: unit.parent.clone(),
        parts: unit.parts.clone(),
    }
}

pub(super) fn read_unit(stored: StoredUnit) -> Result<Unit, Malformed> {
    let StoredUnit { id, name, category, staff, parent, parts } = stored;
    Ok(Unit { id: id.parse()?, name, category, staff, parent, parts })
}

pub(super) fn store_person(person: &Person) -> StoredPerson {
    let sex = person.sex.map(|sex| sex_name(sex).to_owned());
    StoredPerson { id: person.id.to_string(), name: person.name.clone(), sex }
}

pub(super) fn read_person(stored: StoredPerson, unit: UnitId) -> Result<Person, Malformed> {
    let sex = stored.sex.as_deref().map(sex_named).transpose()?;
    Ok(Person { id: stored.id.parse()?, name: stored.name, sex, unit })
}

pub(super) fn store_entry(entry: &Entry) -> StoredEntry {
    StoredEntry {
        id: entry.id.to_string(),
        event: entry.event.to_string(),
        name: entry.name.clone(),
        people: entry.people.iter().map(PersonId::to_string).collect(),
        seed: entry.seed,
    }
}

pub(super) fn read_entry(stored: StoredEntry, unit: UnitId) -> Result<Entry, Malformed> {
    let people = all(stored.people, |person| Ok(person.parse::<PersonId>()?))?;
    let (id, event) = (stored.id.parse()?, EventId::new(&stored.event)?);
    Ok(Entry { id, event, unit, name: stored.name, people, seed: stored.seed })
}

pub(super) fn store_review(review: &Reviewed) -> StoredReview {
    let code = |(code, severity): &(Code, Severity)| (code.to_string(), severity_name(*severity).to_owned());
    StoredReview {
        person: review.person.to_string(),
        sport: sport_name(review.sport).to_owned(),
        verdict: verdict_name(review.verdict).to_owned(),
        codes: review.codes.iter().map(code).collect(),
    }
}

pub(super) fn read_review(stored: StoredReview) -> Result<Reviewed, Malformed> {
    Ok(Reviewed {
        person: stored.person.parse()?,
        sport: sport_named(&stored.sport)?,
        verdict: verdict_named(&stored.verdict)?,
        codes: all(stored.codes, |(code, severity)| Ok((code.parse()?, severity_named(&severity)?)))?,
    })
}

pub(super) fn store_team(team: &TeamReviewed) -> StoredTeam {
    StoredTeam {
        unit: team.unit.to_string(),
        sport: sport_name(team.sport).to_owned(),
        codes: team.codes.iter().map(Code::to_string).collect(),
    }
}

pub(super) fn read_team(stored: StoredTeam) -> Result<TeamReviewed, Malformed> {
    let codes = all(stored.codes, |code| Ok(code.parse()?))?;
    Ok(TeamReviewed { unit: stored.unit.parse()?, sport: sport_named(&stored.sport)?, codes })
}

pub(super) fn store_decision(decision: Decision) -> (&'static str, Option<Code>) {
    match decision {
        Decision::Confirm => ("confirm", None),
        Decision::Waive(code) => ("waive", Some(code)),
        Decision::Reject => ("reject", None),
        Decision::Return => ("return", None),
    }
}

pub(super) fn read_decision(name: &str, code: Option<&str>) -> Result<Decision, Malformed> {
    match (name, code) {
        ("confirm", None) => Ok(Decision::Confirm),
        ("waive", Some(code)) => Ok(Decision::Waive(code.parse()?)),
        ("reject", None) => Ok(Decision::Reject),
        ("return", None) => Ok(Decision::Return),
        _ => Err(Malformed("unknown decision".to_owned())),
    }
}
