//! The rules about forms, entries and the teams of units (T02, T05 to T07, E03 to E07), with what they ask.

use std::collections::BTreeMap;

use super::people::{needed_number, one_of_them, texts};
use crate::date::Date;
use crate::id::EventId;
use crate::regulations::Sport;
use crate::regulations::value::{DefectKind, Fields, Value, whole_number};

/// T02: the officials of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficialsRule {
    /// The most leaders.
    pub leaders: Option<u16>,
    /// The most coaches.
    pub coaches: Option<u16>,
    /// Whether they may play too.
    pub may_play: bool,
}

/// T05: the teams of a unit by its staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamsRule {
    /// The most staff and the teams that they may send, in the order of the staff.
    pub up_to: Vec<(u16, u16)>,
    /// The teams of a larger unit.
    pub above: u16,
}

/// T06: units that may make one team together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JointRule {
    /// The most units.
    pub max_units: Option<u16>,
    /// Each has fewer staff than this.
    pub below_staff: Option<u16>,
}

/// E03: what partners in doubles have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnersOf {
    /// The sending unit, as every entry has.
    Unit,
    /// The employer.
    Employer,
}

/// E04: what an event needs to be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldIf {
    /// The fewest units.
    pub units: u16,
    /// The fewest entries.
    pub entries: u16,
}

/// E06: who came through the lower tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierRule {
    /// The names on its list, beside what forms state.
    pub names: Vec<String>,
    /// How many of a list may be others.
    pub replacements: u16,
}

/// E07: the last days of forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The last day on which forms are taken in.
    pub close: Date,
    /// The last day on which a form that was taken in may be replaced, or a person because the unit wishes it.
    pub change_until: Option<Date>,
    /// After how many minutes whoever is not there loses the match, by sport.
    pub walkover_minutes: BTreeMap<Sport, u16>,
}

impl Deadlines {
    /// The last day on which a form may be replaced.
    #[must_use]
    pub fn last_change(&self) -> Date {
        self.change_until.unwrap_or(self.close)
    }
}

pub(super) fn officials(rule: &mut Fields<'_>) -> Option<OfficialsRule> {
    let (leaders, coaches) = (rule.number("leader"), rule.number("coach"));
    let may_play = rule.bool("may_play").unwrap_or(true);
    let asks = leaders.is_some() || coaches.is_some() || !may_play;
    one_of_them(rule, "leader", OfficialsRule { leaders, coaches, may_play }, asks)
}

pub(super) fn teams(rule: &mut Fields<'_>) -> Option<TeamsRule> {
    let up_to = rule.take("up_to").and_then(|value| {
        let steps = steps(value);
        if steps.is_none() {
            rule.defect("up_to", DefectKind::Expected("a list of staff and teams, rising"));
        }
        steps
    });
    let up_to = rule.required("up_to", up_to);
    let above = needed_number(rule, "above");
    Some(TeamsRule { up_to: up_to?, above: above? })
}

fn steps(value: &Value) -> Option<Vec<(u16, u16)>> {
    let Value::List(list) = value else { return None };
    let step = |value: &Value| match value {
        Value::List(pair) => match pair.as_slice() {
            [staff, teams] => whole_number(staff).zip(whole_number(teams)),
            _ => None,
        },
        Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
    };
    let steps: Vec<(u16, u16)> = list.iter().map(step).collect::<Option<_>>()?;
    let rises = steps.windows(2).all(|pair| pair[0].0 < pair[1].0);
    (rises && !steps.is_empty()).then_some(steps)
}

pub(super) fn joint(rule: &mut Fields<'_>) -> Option<JointRule> {
    let joint = JointRule { max_units: rule.number("max_units"), below_staff: rule.number("below_staff") };
    let asks = joint.max_units.is_some() || joint.below_staff.is_some();
    one_of_them(rule, "max_units", joint, asks)
}

/// T07: the teams that the host may send beyond T05.
pub(super) fn host_extra(rule: &mut Fields<'_>) -> Option<u16> {
    needed_number(rule, "host_extra_teams")
}

pub(super) fn partners(rule: &mut Fields<'_>) -> Option<PartnersOf> {
    let same = rule.one_of("same", &[("unit", PartnersOf::Unit), ("employer", PartnersOf::Employer)]);
    Some(same.unwrap_or(PartnersOf::Unit))
}

pub(super) fn held_if(rule: &mut Fields<'_>) -> Option<HeldIf> {
    let (units, entries) = (rule.number("units"), rule.number("entries"));
    let asks = units.is_some() || entries.is_some();
    let held_if = HeldIf { units: units.unwrap_or(0), entries: entries.unwrap_or(0) };
    one_of_them(rule, "units", held_if, asks)
}

/// E05: the categories of units that may enter each event that is named.
pub(super) fn groups(rule: &mut Fields<'_>) -> Option<BTreeMap<EventId, Vec<String>>> {
    let mut groups = BTreeMap::new();
    for name in rule.names() {
        let categories = texts(rule, name);
        match EventId::new(name) {
            Ok(event) => drop(groups.insert(event, categories)),
            Err(_) => rule.defect(name, DefectKind::Unknown),
        }
    }
    (!groups.is_empty()).then_some(groups)
}

pub(super) fn tier(rule: &mut Fields<'_>) -> Option<TierRule> {
    Some(TierRule { names: texts(rule, "names"), replacements: rule.number("replacements").unwrap_or(0) })
}

/// E07: the last days, and the minutes after which who is not there loses.
pub(super) fn close(rule: &mut Fields<'_>) -> Option<Deadlines> {
    let close = rule.date("close");
    let (close, change_until) = (rule.required("close", close), rule.date("change_until"));
    let mut walkover_minutes = BTreeMap::new();
    if let Some(mut minutes) = rule.inner("walkover_minutes") {
        for (code, sport) in Sport::CODES {
            walkover_minutes.extend(minutes.number(code).map(|minutes| (*sport, minutes)));
        }
        rule.absorb(minutes);
    }
    let close = close?;
    // Before the close everything may change.
    Some(Deadlines { close, change_until: change_until.map(|day| day.max(close)), walkover_minutes })
}
