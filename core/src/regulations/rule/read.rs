//! Reads the rules from a draft.

use std::collections::BTreeMap;

use super::CourtRule;
use super::{
    DuplicateScope, RosterOf, RosterSize, Rule, Rules, Unchecked, court, entries, people, professional, standing, team,
};
use crate::clause::Clause;
use crate::id::EventId;
use crate::order;
use crate::regulations::value::{Defect, DefectKind, Fields, Value};
use crate::regulations::{Event, Kind};

/// Reads the rules; `fields` is the map `rules` of the draft.
pub(in crate::regulations) fn read(fields: &mut Fields<'_>) -> Rules {
    let nothing = |_: &mut Fields<'_>| Some(());
    let p01 = rule(fields, "P01", nothing);
    let p02 = rule(fields, "P02", people::duplicate_scope);
    let mut left = Vec::new();
    let (p11, p12) =
        (late(fields, "P11", &mut left, standing::region), late(fields, "P12", &mut left, standing::nationality));
    let (p16, p17) = (late(fields, "P16", &mut left, standing::bans), late(fields, "P17", &mut left, standing::rank));
    let r07 = late(fields, "R07", &mut left, professional::specialists);
    let r08 = late(fields, "R08", &mut left, professional::ranking);
    let r09 = late(fields, "R09", &mut left, professional::squads);
    let t02 = late(fields, "T02", &mut left, entries::officials);
    let t05 = late(fields, "T05", &mut left, entries::teams);
    let t06 = late(fields, "T06", &mut left, entries::joint);
    let t07 = late(fields, "T07", &mut left, entries::host_extra);
    let l01 = late(fields, "L01", &mut left, court::quotas);
    let l02 = late(fields, "L02", &mut left, court::mixes);
    let l03 = late(fields, "L03", &mut left, |rule| Some(team::roster_sizes(rule)).filter(|sizes| !sizes.is_empty()));
    let l04 = late(fields, "L04", &mut left, nothing);
    let l05 = late(fields, "L05", &mut left, court::least);
    let l06 = late(fields, "L06", &mut left, court::least);
    let e03 = late(fields, "E03", &mut left, entries::partners);
    let e04 = late(fields, "E04", &mut left, entries::held_if);
    let e05 = late(fields, "E05", &mut left, entries::groups);
    let e06 = late(fields, "E06", &mut left, entries::tier);
    let e07 = late(fields, "E07", &mut left, entries::close);
    Rules {
        p01: p01.unwrap_or_else(|| Rule { clause: Clause::new(""), params: () }),
        p02: p02.unwrap_or_else(|| Rule { clause: Clause::new(""), params: DuplicateScope::Edition }),
        p03: rule(fields, "P03", people::age_limits),
        p04: rule(fields, "P04", people::women_in_men),
        p05: rule(fields, "P05", people::employed),
        p06: rule(fields, "P06", people::months),
        p07: rule(fields, "P07", people::insurance),
        p08: rule(fields, "P08", people::employment_kinds),
        p09: rule(fields, "P09", people::member_required),
        p10: rule(fields, "P10", nothing),
        p11,
        p12,
        p13: rule(fields, "P13", people::health),
        p14: rule(fields, "P14", nothing),
        p15: rule(fields, "P15", nothing),
        p16,
        p17,
        r01: rule(fields, "R01", professional::active),
        r02: rule(fields, "R02", professional::registered),
        r03: rule(fields, "R03", professional::leagues),
        r04: rule(fields, "R04", professional::former),
        r05: rule(fields, "R05", professional::exempt_age),
        r06: rule(fields, "R06", professional::grade),
        r07,
        r08,
        r09,
        t01: rule(fields, "T01", |rule| Some(team::roster_sizes(rule))),
        t02,
        t03: rule(fields, "T03", |rule| Some(team::sex_quotas(rule))),
        t04: rule(fields, "T04", team::class_quota),
        t05,
        t06,
        t07,
        l01,
        l02,
        l03,
        l04,
        l05,
        l06,
        e01: rule(fields, "E01", |rule| Some(team::event_limits(rule))),
        e02: rule(fields, "E02", |rule| Some(team::by_event(rule))),
        e03,
        e04,
        e05,
        e06,
        e07,
        unchecked: unchecked(fields, left),
    }
}

/// A rule that is on: its fields, and the clause read from them. None where it is absent or `"off"`.
fn opened<'a>(fields: &mut Fields<'a>, id: &str) -> Option<(Fields<'a>, Clause)> {
    let value = fields.take(id)?;
    if *value == Value::Text("off".to_owned()) {
        return None;
    }
    let mut inner = Fields::of(value, fields.path_of(id));
    let clause = Clause::new(inner.text("clause").unwrap_or_default());
    Some((inner, clause))
}

/// One rule: absent, `"off"`, or a map with a clause and parameters.
fn rule<P>(fields: &mut Fields<'_>, id: &str, params: impl FnOnce(&mut Fields<'_>) -> Option<P>) -> Option<Rule<P>> {
    let (mut inner, clause) = opened(fields, id)?;
    let params = params(&mut inner);
    fields.absorb(inner);
    params.map(|params| Rule { clause, params })
}

/// A rule that versions before this one left to people, with whatever parameters it had. One whose parameters do not say
/// what this version asks for still is, with what is wrong with them: what was ever written stays readable, and nothing is
/// silently passed.
fn late<P>(
    fields: &mut Fields<'_>,
    id: &str,
    left: &mut Vec<Unchecked>,
    params: impl FnOnce(&mut Fields<'_>) -> Option<P>,
) -> Option<Rule<P>> {
    let (mut inner, clause) = opened(fields, id)?;
    let params = params(&mut inner);
    let mut why = inner.finish();
    match params.filter(|_| why.is_empty()) {
        Some(params) => Some(Rule { clause, params }),
        None => {
            if why.is_empty() {
                why.push(Defect { path: fields.path_of(id), kind: DefectKind::Missing });
            }
            left.push(Unchecked { id: id.to_owned(), clause, why });
            None
        }
    }
}

fn unchecked(fields: &mut Fields<'_>, mut rules: Vec<Unchecked>) -> Vec<Unchecked> {
    for (name, _) in fields.take_rest() {
        fields.defect(name, DefectKind::Unknown);
    }
    order::sort_by_key(&mut rules, |left| left.id.clone());
    rules
}

/// Leaves to people a rule that older versions did, and that names an event which the regulations do not hold; and lists
/// those that are checked in part.
pub(in crate::regulations) fn leave_unknown_events(rules: &mut Rules, events: &[Event]) {
    let known = |id: &EventId| events.iter().any(|event| event.id == *id);
    let mut left = Vec::new();
    if let Some(rule) = &rules.p17
        && !rule.params.events.iter().all(known)
    {
        let why = vec![Defect { path: "rules.P17.events".to_owned(), kind: DefectKind::Unknown }];
        left.push(Unchecked { id: "P17".to_owned(), clause: rule.clause.clone(), why });
        rules.p17 = None;
    }
    leave_unknown_keys("E05", &mut rules.e05, &mut left, known);
    leave_unknown_keys("L02", &mut rules.l02, &mut left, known);
    leave_unknown_keys("L05", &mut rules.l05, &mut left, known);
    leave_unknown_keys("L06", &mut rules.l06, &mut left, known);
    if let Some(rule) = &rules.l03 {
        let of = |size: &RosterSize| match &size.of {
            RosterOf::Event(event) => Some(event.clone()),
            RosterOf::Sport(_) => None,
        };
        let named = rule.params.iter().filter_map(of).filter(|event| !known(event));
        let why: Vec<Defect> = named.map(|event| unknown("L03", &event)).collect();
        if !why.is_empty() {
            left.push(Unchecked { id: "L03".to_owned(), clause: rule.clause.clone(), why });
            rules.l03 = None;
        }
    }
    let mut too = |id: &str, clause: &Clause| {
        left.push(Unchecked { id: id.to_owned(), clause: clause.clone(), why: Vec::new() });
    };
    // Who is a leader, rule P17 says.
    let leaderless = rules.p17.is_none();
    let asks = |court: &CourtRule| court.leaders > 0;
    if let Some(rule) = rules.l01.take_if(|rule| leaderless && rule.params.values().any(asks)) {
        too("L01", &rule.clause);
    }
    // Tie systems say how often one may play; where there is none, people must.
    if let Some(rule) = rules.l04.take_if(|_| events.iter().all(|event| event.tie.is_none())) {
        too("L04", &rule.clause);
    }
    // Ages are known to few: people must look too.
    let l02 = rules.l02.as_ref().map(|rule| ("L02", &rule.clause));
    // Appearances are counted where there are teams and groups.
    let uncounted = |id: &EventId| {
        events.iter().any(|event| event.id == *id && (event.kind != Kind::Team || event.ranking.is_none()))
    };
    let l05 = rules.l05.as_ref().filter(|rule| rule.params.keys().any(uncounted)).map(|rule| ("L05", &rule.clause));
    let l06 = rules.l06.as_ref().map(|rule| ("L06", &rule.clause));
    for (id, clause) in [l02, l05, l06].into_iter().flatten() {
        too(id, clause);
    }
    rules.unchecked.extend(left);
    order::sort_by_key(&mut rules.unchecked, |left| left.id.clone());
}

/// Leaves a rule by event to people where it names an event that the regulations do not hold.
fn leave_unknown_keys<T>(
    id: &str,
    of: &mut Option<Rule<BTreeMap<EventId, T>>>,
    left: &mut Vec<Unchecked>,
    known: impl Fn(&EventId) -> bool,
) {
    let Some(rule) = of else { return };
    let why: Vec<Defect> = rule.params.keys().filter(|event| !known(event)).map(|event| unknown(id, event)).collect();
    if !why.is_empty() {
        left.push(Unchecked { id: id.to_owned(), clause: rule.clause.clone(), why });
        *of = None;
    }
}

fn unknown(rule: &str, event: &EventId) -> Defect {
    Defect { path: format!("rules.{rule}.{event}"), kind: DefectKind::Unknown }
}

/// Rules of teams and entries that name an event which the regulations do not hold.
pub(in crate::regulations) fn check_events(rules: &Rules, events: &[Event]) -> Vec<Defect> {
    let of = |of: &RosterOf| match of {
        RosterOf::Event(id) => Some(id.clone()),
        RosterOf::Sport(_) => None,
    };
    let t01 = rules.t01.iter().flat_map(|rule| &rule.params).filter_map(|size| Some(("T01", of(&size.of)?)));
    let t03 = rules.t03.iter().flat_map(|rule| &rule.params).filter_map(|quota| Some(("T03", of(&quota.of)?)));
    let e02 = rules.e02.iter().flat_map(|rule| rule.params.keys()).map(|id| ("E02", id.clone()));
    let named = t01.chain(t03).chain(e02).filter(|(_, id)| events.iter().all(|event| event.id != *id));
    named.map(|(rule, id)| unknown(rule, &id)).collect()
}
