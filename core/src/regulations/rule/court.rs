//! The rules about who stands on court together (L01, L02, L05, L06), with what they ask.

use std::collections::BTreeMap;

use super::Class;
use super::team::by_event;
use crate::id::EventId;
use crate::regulations::Sport;
use crate::regulations::value::{DefectKind, Fields, Value, whole_number};

/// L01: classes and sexes on court in a sport.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourtRule {
    /// The most people of a class.
    pub most: BTreeMap<Class, u16>,
    /// The fewest leaders.
    pub leaders: u16,
    /// The fewest women.
    pub women: u16,
    /// The fewest men.
    pub men: u16,
}

/// L02: one band of ages, and how many of it stand on court.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// The least age.
    pub from: u16,
    /// The greatest age.
    pub to: u16,
    /// How many.
    pub people: u16,
}

/// L02: the ages on court in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeMix {
    /// The bands, youngest first; no two have an age in common.
    pub bands: Vec<AgeBand>,
    /// Whether an older person may stand in for a younger.
    pub older_stand_in: bool,
}

/// L01 by sport.
pub(super) fn quotas(rule: &mut Fields<'_>) -> Option<BTreeMap<Sport, CourtRule>> {
    let mut quotas = BTreeMap::new();
    for (code, sport) in Sport::CODES {
        let Some(mut inner) = rule.inner(code) else { continue };
        let mut court = CourtRule::default();
        let classes = [
            ("ex_pro_on_court", Class::ExPro),
            ("foreign_on_court", Class::Foreign),
            ("retired_on_court", Class::Retired),
        ];
        for (name, class) in classes {
            court.most.extend(inner.number(name).map(|most| (class, most)));
        }
        court.leaders = inner.number("leader_min").unwrap_or(0);
        court.women = inner.number("women_min").unwrap_or(0);
        court.men = inner.number("men_min").unwrap_or(0);
        rule.absorb(inner);
        quotas.insert(*sport, court);
    }
    (!quotas.is_empty()).then_some(quotas)
}

/// L02 by event.
pub(super) fn mixes(rule: &mut Fields<'_>) -> Option<BTreeMap<EventId, AgeMix>> {
    let mut mixes = BTreeMap::new();
    for (name, value) in rule.take_rest() {
        let mut inner = Fields::of(value, rule.path_of(name));
        let bands = inner.take("bands").and_then(|value| {
            let bands = bands(value);
            if bands.is_none() {
                inner.defect("bands", DefectKind::Expected("bands of ages and people, rising and apart"));
            }
            bands
        });
        let bands = inner.required("bands", bands);
        let older_stand_in = inner.bool("older_stand_in").unwrap_or(false);
        rule.absorb(inner);
        match EventId::new(name) {
            Ok(event) => mixes.extend(bands.map(|bands| (event, AgeMix { bands, older_stand_in }))),
            Err(_) => rule.defect(name, DefectKind::Unknown),
        }
    }
    (!mixes.is_empty()).then_some(mixes)
}

fn bands(value: &Value) -> Option<Vec<AgeBand>> {
    let Value::List(list) = value else { return None };
    let band = |value: &Value| match value {
        Value::List(numbers) => match numbers.as_slice() {
            [from, to, people] => {
                let (from, to) = (whole_number(from)?, whole_number(to)?);
                Some(AgeBand { from, to, people: whole_number(people)? }).filter(|band| band.from <= band.to)
            }
            _ => None,
        },
        Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
    };
    let bands: Vec<AgeBand> = list.iter().map(band).collect::<Option<_>>()?;
    let apart = bands.windows(2).all(|pair| pair[0].to < pair[1].from);
    (apart && !bands.is_empty()).then_some(bands)
}

/// L05: the fewest appearances in the groups of an event that a match behind them asks for; L06: the least total of the ages
/// on court. Both by event.
pub(super) fn least(rule: &mut Fields<'_>) -> Option<BTreeMap<EventId, u16>> {
    Some(by_event(rule)).filter(|least| !least.is_empty())
}
