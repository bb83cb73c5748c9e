//! The rules about where a person belongs and stands (P11, P12, P16, P17), with what they ask.

use super::people::{one_of_them, texts};
use crate::date::Date;
use crate::id::EventId;
use crate::regulations::value::{DefectKind, Fields, Value};

/// P11: a tie to the region. One of those that are named is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionRule {
    /// Registered as living in one of these places.
    pub areas: Vec<String>,
    /// For so many months.
    pub household_months: Option<u16>,
    /// A document number that begins with one of these.
    pub digits: Vec<String>,
    /// So many months insured.
    pub insured_months: Option<u16>,
    /// One of these papers seen.
    pub papers: Vec<String>,
}

/// P12: nationality and kind of document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NationalityRule {
    /// The nationalities that may enter; none for any.
    pub allow: Option<Vec<String>>,
    /// The kinds of document that are taken; none for any.
    pub documents: Vec<String>,
    /// The most foreigners on a list; none for any number.
    pub max_foreign: Option<u16>,
}

/// P16: one who is banned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ban {
    /// The name.
    pub name: String,
    /// The last characters of the document number; empty where they are not named.
    pub tail: String,
    /// The last day; none for life.
    pub until: Option<Date>,
}

/// P17: the rank that some events ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankRule {
    /// The events; none where the rank only makes a person a leader for other rules.
    pub events: Vec<EventId>,
    /// The ranks by words that stand in what forms say, lowest first.
    pub ranks: Vec<String>,
    /// The place of the least one among them.
    pub least: usize,
}

/// The nationality that may enter where the regulations name none.
const CHINESE: &str = "中国";

/// The ranks where the regulations list none, lowest first.
const RANKS: [&str; 9] = ["科员", "副科", "正科", "副处", "正处", "副厅", "正厅", "副部", "正部"];

pub(super) fn region(rule: &mut Fields<'_>) -> Option<RegionRule> {
    let region = RegionRule {
        areas: texts(rule, "areas"),
        household_months: rule.number("household_months"),
        digits: texts(rule, "digits"),
        insured_months: rule.number("insured_months"),
        papers: texts(rule, "papers"),
    };
    let asks_nothing = RegionRule { household_months: region.household_months, ..RegionRule::default() };
    let asks = region != asks_nothing;
    one_of_them(rule, "areas", region, asks)
}

pub(super) fn nationality(rule: &mut Fields<'_>) -> Option<NationalityRule> {
    let allow = match rule.peek("allow") {
        Some(Value::Text(any)) if any == "any" => {
            rule.take("allow");
            None
        }
        Some(_) => Some(texts(rule, "allow")),
        None => Some(vec![CHINESE.to_owned()]),
    };
    Some(NationalityRule { allow, documents: texts(rule, "documents"), max_foreign: rule.number("max_foreign_roster") })
}

pub(super) fn bans(rule: &mut Fields<'_>) -> Option<Vec<Ban>> {
    let list = match rule.take("banned") {
        None => return Some(Vec::new()),
        Some(Value::List(list)) => list,
        Some(_) => {
            rule.defect("banned", DefectKind::Expected("a list of names"));
            return None;
        }
    };
    let mut bans = Vec::new();
    for (index, value) in list.iter().enumerate() {
        if let Value::Text(name) = value {
            bans.push(Ban { name: name.clone(), tail: String::new(), until: None });
            continue;
        }
        let mut inner = Fields::of(value, format!("{}[{}]", rule.path_of("banned"), index + 1));
        let name = inner.text("name");
        let name = inner.required("name", name);
        let (tail, until) = (inner.text("tail").unwrap_or_default().to_ascii_uppercase(), inner.date("until"));
        rule.absorb(inner);
        bans.extend(name.map(|name| Ban { name: name.to_owned(), tail, until }));
    }
    Some(bans)
}

pub(super) fn rank(rule: &mut Fields<'_>) -> Option<RankRule> {
    let events = events(rule, "events");
    let mut ranks = texts(rule, "ranks");
    if ranks.is_empty() {
        ranks = RANKS.map(str::to_owned).into();
    }
    let least = rule.text("min_rank");
    let least = rule.required("min_rank", least)?;
    let place = ranks.iter().position(|rank| rank == least);
    if place.is_none() {
        rule.defect("min_rank", DefectKind::Expected("one of the ranks"));
    }
    Some(RankRule { events, least: place?, ranks })
}

/// A list of events; empty where it is left out.
pub(super) fn events(rule: &mut Fields<'_>, name: &str) -> Vec<EventId> {
    let read: Result<Vec<EventId>, _> = texts(rule, name).iter().map(|id| EventId::new(id)).collect();
    if read.is_err() {
        rule.defect(name, DefectKind::Expected("a list of events"));
    }
    read.unwrap_or_default()
}
