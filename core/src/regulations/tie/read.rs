//! Reads the tie system of an event: a name, or a table.

use std::borrow::Cow;

use super::super::value::{Defect, DefectKind, Fields, Value};
use super::{RubberKind, RubberLimits, RubberOrder, RubberSlot, TieSystem, plays_of_places};
use crate::order;
use crate::sex::Sex;
use crate::side::Side;

/// The most rubbers of a tie, and the longest name of a place in bytes.
const MOST_RUBBERS: usize = 31;
const LONGEST_NAME: usize = 40;

const KINDS: &[(&str, RubberKind)] =
    &[("singles", RubberKind::Singles), ("doubles", RubberKind::Doubles), ("mixed", RubberKind::Mixed)];
const ORDERS: &[(&str, RubberOrder)] = &[("fixed", RubberOrder::Fixed), ("free", RubberOrder::Free)];
const SEXES: &[(&str, Sex)] = &[("M", Sex::Male), ("F", Sex::Female)];

impl TieSystem {
    /// The system that a value of regulations names or writes out.
    ///
    /// # Errors
    /// All defects, each with its path inside the value.
    ///
    /// ```
    /// use gongsai::regulations::{TieSystem, Value};
    /// let named = TieSystem::read(&Value::Text("workers_3".to_owned()));
    /// assert_eq!(named.ok(), TieSystem::named("workers_3"));
    /// assert!(TieSystem::read(&Value::Int(3)).is_err());
    /// ```
    pub fn read(value: &Value) -> Result<TieSystem, Vec<Defect>> {
        let whole = Value::Map(order::map([(String::new(), value.clone())]));
        let mut fields = Fields::of(&whole, String::new());
        let system = read(&mut fields, "");
        let defects = fields.finish();
        system.filter(|_| defects.is_empty()).ok_or(defects)
    }
}

/// Reads the system of this name; nothing where there is none, or a defect says what is wrong with it.
pub(in super::super) fn read(fields: &mut Fields<'_>, name: &str) -> Option<TieSystem> {
    let value = fields.take(name)?;
    if let Value::Map(_) = value {
        let mut table = Fields::of(value, fields.path_of(name));
        let system = read_table(&mut table);
        fields.absorb(table);
        return system;
    }
    let system = if let Value::Text(known) = value { TieSystem::named(known) } else { None };
    if system.is_none() {
        fields.defect(name, DefectKind::Expected("a tie system"));
    }
    system
}

fn read_table(table: &mut Fields<'_>) -> Option<TieSystem> {
    let base = table.text("system").map(|name| {
        let system = TieSystem::named(name);
        if system.is_none() {
            table.defect("system", DefectKind::Expected("a tie system"));
        }
        system
    });
    let own = table.take("rubbers").map(|value| read_rubbers(table, value));
    let wins = table.number("wins_needed");
    let play_all = table.bool("play_all");
    let order = table.one_of("order", ORDERS);
    let limits = table.inner("limits").map(|limits| read_limits(table, limits));
    let (id, rubbers) = match (own, &base) {
        (Some(own), _) => (Cow::Borrowed(""), own.map(Cow::Owned)),
        (None, Some(base)) => {
            let base = base.as_ref()?;
            (base.id.clone(), Some(base.rubbers.clone()))
        }
        (None, None) => {
            table.defect("rubbers", DefectKind::Missing);
            return None;
        }
    };
    let base = base.flatten();
    let rubbers = rubbers?;
    let majority = u16::try_from(rubbers.len() / 2 + 1).unwrap_or(u16::MAX);
    if wins.is_some_and(|wins| wins != majority) {
        table.defect("wins_needed", DefectKind::Expected("just more than half of the rubbers"));
    }
    let limits = limits.or(base.as_ref().map(|base| base.limits)).unwrap_or_default();
    if plays_of_places(&rubbers).iter().any(|plays| {
        let over = |limit: Option<u16>, plays: u16| limit.is_some_and(|limit| plays > limit);
        over(limits.singles, plays.a) || over(limits.doubles, plays.b) || over(limits.all, plays.a + plays.b)
    }) {
        table.defect("limits", DefectKind::Expected("limits that leave a place all its rubbers"));
    }
    Some(TieSystem {
        id,
        rubbers,
        wins_needed: majority,
        play_all: play_all.or(base.as_ref().map(|base| base.play_all)).unwrap_or(false),
        order: order.or(base.as_ref().map(|base| base.order)).unwrap_or(RubberOrder::Fixed),
        limits,
    })
}

fn read_limits(table: &mut Fields<'_>, mut limits: Fields<'_>) -> RubberLimits {
    let read = RubberLimits {
        singles: limits.number("singles"),
        doubles: limits.number("doubles"),
        all: limits.number("all"),
    };
    table.absorb(limits);
    read
}

fn read_rubbers(table: &mut Fields<'_>, value: &Value) -> Option<Vec<RubberSlot>> {
    let list = match value {
        Value::List(list) if list.len() % 2 == 1 && list.len() <= MOST_RUBBERS => list,
        Value::List(_) | Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => {
            table.defect("rubbers", DefectKind::Expected("a list of rubbers, an odd number up to 31"));
            return None;
        }
    };
    let mut rubbers: Vec<RubberSlot> = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let mut fields = Fields::of(value, table.path_of(&format!("rubbers[{}]", index + 1)));
        if let Some(rubber) = read_rubber(&mut fields) {
            if let Some(kind) = at_odds(&rubbers, &rubber) {
                fields.defect("kind", kind);
            }
            rubbers.push(rubber);
        }
        table.absorb(fields);
    }
    (rubbers.len() == list.len()).then_some(rubbers)
}

fn read_rubber(fields: &mut Fields<'_>) -> Option<RubberSlot> {
    let kind = fields.one_of("kind", KINDS);
    let kind = fields.required("kind", kind);
    let sex = fields.one_of("sex", SEXES);
    if kind == Some(RubberKind::Mixed) && sex.is_some() {
        fields.defect("sex", DefectKind::Expected("no sex of mixed doubles"));
    }
    let place = read_name(fields, "place", kind);
    let (a, b) = match place {
        Some(both) => (both.clone(), both),
        None => {
            let (a, b) = (read_name(fields, "a", kind), read_name(fields, "b", kind));
            if a.is_none() && b.is_none() {
                fields.required("place", None::<()>);
            } else {
                fields.required("a", a.as_ref());
                fields.required("b", b.as_ref());
            }
            (a?, b?)
        }
    };
    let (a, b) = (a?, b?);
    Some(RubberSlot { a: Cow::Owned(a), b: Cow::Owned(b), kind: kind?, sex })
}

/// The name of those who play; a name that is wrong is there, and nothing.
fn read_name(fields: &mut Fields<'_>, name: &str, kind: Option<RubberKind>) -> Option<Option<String>> {
    let value = fields.take(name)?;
    let text = if let Value::Text(text) = value { text.as_str() } else { "" };
    let places: Vec<&str> = text.split('&').collect();
    let most = if kind == Some(RubberKind::Singles) { 1 } else { 2 };
    let plain = |place: &&str| !place.is_empty() && !place.contains(|c: char| c.is_whitespace() || c.is_control());
    let two = places.first() == places.get(1);
    if text.len() > LONGEST_NAME || places.len() > most || !places.iter().all(plain) || two {
        fields.defect(name, DefectKind::Expected("a place, in doubles one or two as B&C"));
        return Some(None);
    }
    Some(Some(text.to_owned()))
}

/// Why no line-up could hold a rubber beside those before it: one place would be a person and a pair, or a man and a woman.
fn at_odds(before: &[RubberSlot], rubber: &RubberSlot) -> Option<DefectKind> {
    for side in Side::BOTH {
        let pair = |slot: &RubberSlot| slot.people() / slot.places(side).count().max(1);
        let mine = order::set(rubber.places(side));
        for other in before.iter().filter(|other| other.places(side).any(|place| mine.contains(place))) {
            if pair(other) != pair(rubber) {
                return Some(DefectKind::Expected("one person or one pair at each place"));
            }
            if other.sex.zip(rubber.sex).is_some_and(|(other, mine)| other != mine) {
                return Some(DefectKind::Expected("one sex at each place"));
            }
        }
    }
    None
}
