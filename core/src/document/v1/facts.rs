//! Private facts as they are stored in the vault.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Malformed, read_day};
use crate::date::Month;
use crate::person::{Birth, DocumentNumber, Facts, History, Tri};
use crate::sex::Sex;

#[derive(Serialize, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    birth: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sex: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    insured_months: Option<u16>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    insurance: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    student: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    health: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cover: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    papers: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nationality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    household: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    household_since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    occupation: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    squad: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lower_tier: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other: Vec<(String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
}

/// How "declared that there is none" is stored, as forms write it.
const NEVER: &str = "无";

/// The facts as one JSON object.
pub(crate) fn facts_to_json(facts: &Facts) -> String {
    let stored = Stored {
        document: facts.document.as_ref().map(|number| number.as_str().to_owned()),
        birth: birth_text(facts.birth),
        sex: facts.sex.map(|sex| match sex {
            Sex::Male => 'm',
            Sex::Female => 'f',
        }),
        employer: facts.employer.clone(),
        employment: facts.employment.clone(),
        since: facts.since.map(|day| day.to_string()),
        insured_months: facts.insured_months,
        insurance: facts.insurance.iter().map(|(month, payer)| (month.to_string(), payer.clone())).collect(),
        member: tri_option(facts.member),
        student: tri_option(facts.student),
        history: match &facts.history {
            History::Blank => None,
            History::Never => Some(NEVER.to_owned()),
            History::Declared(text) => Some(text.clone()),
        },
        grade: facts.grade.clone(),
        health: facts.health.map(|day| day.to_string()),
        cover: tri_option(facts.cover),
        consent: tri_option(facts.consent),
        papers: facts.papers.clone(),
        nationality: facts.nationality.clone(),
        document_kind: facts.document_kind.clone(),
        household: facts.household.clone(),
        household_since: facts.household_since.map(|day| day.to_string()),
        rank: facts.rank.clone(),
        occupation: facts.occupation.clone(),
        ranking: facts.ranking.clone(),
        squad: facts.squad.clone(),
        lower_tier: tri_option(facts.lower_tier),
        phone: facts.phone.clone(),
        other: facts.other.clone(),
        key: facts.key.map(|key| key.to_string()),
    };
    serde_json::to_string(&stored).expect("plain structs of texts and numbers always serialise")
}

/// The facts of a JSON object.
pub(crate) fn facts_from_json(text: &str) -> Result<Facts, Malformed> {
    let stored: Stored = serde_json::from_str(text)?;
    Ok(Facts {
        document: stored.document.as_deref().map(DocumentNumber::new),
        birth: stored.birth.as_deref().map_or(Ok(Birth::Unknown), read_birth)?,
        sex: stored.sex.map(read_sex).transpose()?,
        employer: stored.employer,
        employment: stored.employment,
        since: stored.since.as_deref().map(read_day).transpose()?,
        insured_months: stored.insured_months,
        insurance: stored.insurance.into_iter().map(read_month).collect::<Result<_, _>>()?,
        member: tri(stored.member),
        student: tri(stored.student),
        history: match stored.history {
            None => History::Blank,
            Some(text) if text == NEVER => History::Never,
            Some(text) => History::Declared(text),
        },
        grade: stored.grade,
        health: stored.health.as_deref().map(read_day).transpose()?,
        cover: tri(stored.cover),
        consent: tri(stored.consent),
        papers: stored.papers,
        nationality: stored.nationality,
        document_kind: stored.document_kind,
        household: stored.household,
        household_since: stored.household_since.as_deref().map(read_day).transpose()?,
        rank: stored.rank,
        occupation: stored.occupation,
        ranking: stored.ranking,
        squad: stored.squad,
        lower_tier: tri(stored.lower_tier),
        phone: stored.phone,
        other: stored.other,
        key: stored.key.map(|key| key.parse()).transpose()?,
    })
}

fn birth_text(birth: Birth) -> Option<String> {
    match birth {
        Birth::Unknown => None,
        Birth::Year(year) => Some(format!("{year:04}")),
        Birth::Month(year, month) => Some(format!("{year:04}-{month:02}")),
        Birth::Day(day) => Some(day.to_string()),
    }
}

/// `1990`, `1990-05` or `1990-05-06`.
fn read_birth(text: &str) -> Result<Birth, Malformed> {
    let malformed = || Malformed("a birth date is malformed".to_owned());
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match (text.len(), text.split_once('-')) {
        (4, None) if plain(text) => text.parse().map(Birth::Year).map_err(|_| malformed()),
        (7, Some((year, month))) if year.len() == 4 && plain(year) && plain(month) => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month)).ok_or_else(malformed)?;
            Ok(Birth::Month(year.parse().map_err(|_| malformed())?, month))
        }
        _ => read_day(text).map(Birth::Day),
    }
}

fn read_month((month, payer): (String, String)) -> Result<(Month, String), Malformed> {
    let month = Month::from_iso(&month).ok_or_else(|| Malformed("a month is malformed".to_owned()))?;
    Ok((month, payer))
}

fn read_sex(letter: char) -> Result<Sex, Malformed> {
    match letter {
        'm' => Ok(Sex::Male),
        'f' => Ok(Sex::Female),
        _ => Err(Malformed("a sex is malformed".to_owned())),
    }
}

fn tri_option(tri: Tri) -> Option<bool> {
    match tri {
        Tri::Yes => Some(true),
        Tri::No => Some(false),
        Tri::Unknown => None,
    }
}

fn tri(stored: Option<bool>) -> Tri {
    match stored {
        Some(true) => Tri::Yes,
        Some(false) => Tri::No,
        None => Tri::Unknown,
    }
}
