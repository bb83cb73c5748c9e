//! The rules about teams and entries (T, E), with what they ask.

use std::collections::BTreeMap;

use super::{Class, QUOTA_CLASSES};
use crate::id::EventId;
use crate::regulations::Sport;
use crate::regulations::value::{DefectKind, Fields, Value, whole_number};

/// T01: the players of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterSize {
    /// The sport or event that the size is for.
    pub of: RosterOf,
    /// The fewest players.
    pub min: u16,
    /// The most players.
    pub max: u16,
}

/// What a roster size is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterOf {
    /// All teams of a sport.
    Sport(Sport),
    /// The teams of an event.
    Event(EventId),
}

/// T03: the women and men that a team needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SexQuota {
    /// The sport or event that it is for.
    pub of: RosterOf,
    /// The fewest women.
    pub women: u16,
    /// The fewest men.
    pub men: u16,
}

/// T04: how many people of each class a list may have; any number of a class that is not named.
pub type ClassQuota = BTreeMap<Class, u16>;

/// E01: how many events of a sport one person may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLimits {
    /// The most team events.
    pub team: Option<u16>,
    /// The most singles, doubles and mixed doubles.
    pub individual: Option<u16>,
    /// The most of both together.
    pub all: Option<u16>,
}

pub(super) fn roster_sizes(rule: &mut Fields<'_>) -> Vec<RosterSize> {
    let mut sizes = Vec::new();
    for (name, value) in rule.take_rest() {
        let limits = match value {
            Value::List(limits) => match limits.as_slice() {
                [min, max] => whole_number(min).zip(whole_number(max)).filter(|(min, max)| min <= max),
                _ => None,
            },
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
        };
        match limits.zip(named(name)) {
            Some(((min, max), of)) => sizes.push(RosterSize { of, min, max }),
            None => rule.defect(name, DefectKind::Expected("[fewest, most] players of a sport or event")),
        }
    }
    sizes
}

/// What a name of the rules is for.
fn named(name: &str) -> Option<RosterOf> {
    let sport = Sport::CODES.iter().find(|(code, _)| *code == name).map(|(_, sport)| RosterOf::Sport(*sport));
    sport.or_else(|| EventId::new(name).ok().map(RosterOf::Event))
}

pub(super) fn sex_quotas(rule: &mut Fields<'_>) -> Vec<SexQuota> {
    let mut quotas = Vec::new();
    for (name, value) in rule.take_rest() {
        let mut inner = Fields::of(value, rule.path_of(name));
        let (women, men) = (inner.number("women").unwrap_or(0), inner.number("men").unwrap_or(0));
        rule.absorb(inner);
        match named(name) {
            Some(of) => quotas.push(SexQuota { of, women, men }),
            None => rule.defect(name, DefectKind::Unknown),
        }
    }
    quotas
}

pub(super) fn class_quota(rule: &mut Fields<'_>) -> Option<ClassQuota> {
    let mut quota = ClassQuota::new();
    for class in QUOTA_CLASSES {
        let Some(mut inner) = rule.inner(class.name()) else { continue };
        let roster = inner.number("roster");
        quota.extend(inner.required("roster", roster).map(|roster| (class, roster)));
        rule.absorb(inner);
    }
    Some(quota)
}

pub(super) fn event_limits(rule: &mut Fields<'_>) -> BTreeMap<Sport, EventLimits> {
    let mut limits = BTreeMap::new();
    for (code, sport) in Sport::CODES {
        let Some(mut inner) = rule.inner(code) else { continue };
        let (team, individual, all) = (inner.number("team"), inner.number("individual"), inner.number("all"));
        rule.absorb(inner);
        limits.insert(*sport, EventLimits { team, individual, all });
    }
    limits
}

/// A number for each event that is named.
pub(super) fn by_event(rule: &mut Fields<'_>) -> BTreeMap<EventId, u16> {
    let mut numbers = BTreeMap::new();
    for (name, value) in rule.take_rest() {
        match (EventId::new(name), whole_number(value)) {
            (Ok(event), Some(number)) => drop(numbers.insert(event, number)),
            (Ok(_), None) => rule.defect(name, DefectKind::Expected("a whole number from 0 to 65535")),
            (Err(_), _) => rule.defect(name, DefectKind::Unknown),
        }
    }
    numbers
}
