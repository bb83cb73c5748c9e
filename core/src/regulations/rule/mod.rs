//! The eligibility rules that a meet's regulations turn on, with their parameters and articles.
//!
//! In the regulations, under `rules`, each by its id: `"off"`, or a table with (`clause`), the article that findings quote,
//! and (in brackets: may be left out)
//!
//! | rule | parameters |
//! |---|---|
//! | `P01`, `P10`, `P14`, `P15` | |
//! | `P02` | (`scope`: `edition`, `sport`, `event`) |
//! | `P03` | (`min`), (`max`), (`method`: `full_years`, `birth_year`), (`boundary`: `on_birthday`, `day_after`) |
//! | `P04` | (`women_in_men`) |
//! | `P05` | (`as_of`: a day by which one must have joined) |
//! | `P06` | `months` in the unit |
//! | `P07` | `months` insured of the last twelve, (`end`: `2026-03`, the last of them), (`gap`: `review`, `ineligible`), (`payer`: `any`, `unit`), (`dispatched`: kinds of employment of which another firm pays) |
//! | `P08` | (`allow`: a list of kinds), (`with_evidence`: kinds with the paper that each needs), (`deny`) |
//! | `P09` | (`required`) |
//! | `P13` | (`kind`: `certificate`, `declaration`), (`max_age_days` at the first match) |
//! | `R01` | (`sport_scope`: `any`, `same`), (`min_level`: `nation`, `province`, `city`) |
//! | `R02` | (`window`: `current`, `ever`), or `years`; (`past_outcome`: `via_R04`, `ineligible`, `review`, `limited`), (`ignore_youth_before_age`), (`youth_outcome`: `ignore`, `review`, `limited`, `ineligible`) |
//! | `R03` | `leagues`, (`sport` whose entries are barred), (`window`), or `years` |
//! | `R04` | `service_in_unit_months`, `retired_years`: one of them, or both; (`then`: `ex_pro`) |
//! | `R05` | `age`, (`exempts`: `["R04"]`), (`counts_in_quota`) |
//! | `R06` | (`min_grade`: `三级` to `国际健将`), (`series`: `official`), (`within_years`), (`outcome`, as `past_outcome`) |
//! | `T01` | for each sport or event: `[fewest, most]` players |
//! | `T03` | for each sport or event: (`women`), (`men`), the fewest |
//! | `T04` | (`ex_pro`: `{ roster }`, the most) |
//! | `E01` | for each sport: (`team`), (`individual`), (`all`), the most events of a person |
//! | `E02` | for each event: the most entries of a unit |
//!
//! Other rules of the catalogue may be named, with any parameters: they are left to people.

mod people;
mod professional;
mod team;

pub use people::{
    AgeLimits, AgeMethod, Boundary, DuplicateScope, EmployedRule, EmploymentKinds, GapOutcome, HealthRule,
    InsuranceRule, Payer,
};
pub use professional::{
    ActiveRule, ExemptAge, FormerRule, Grade, GradeRule, LeagueRule, Level, PastOutcome, RegisteredRule, Window,
    YouthOutcome, YouthRule,
};
pub use team::{ClassQuota, EventLimits, RosterOf, RosterSize, SexQuota};

use std::collections::BTreeMap;

use super::Sport;
use super::value::{Defect, DefectKind, Fields, Value};
use crate::clause::Clause;
use crate::id::EventId;

/// One rule that is on: its article and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule<P> {
    /// The article that every finding of the rule quotes; empty where the regulations name none.
    pub clause: Clause,
    /// The parameters.
    pub params: P,
}

/// The eligibility rules of a meet. A rule that the regulations do not name is off, but for P01 and P02.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// P01: the document number is well formed.
    pub p01: Rule<()>,
    /// P02: one person, one unit.
    pub p02: Rule<DuplicateScope>,
    /// P03: age.
    pub p03: Option<Rule<AgeLimits>>,
    /// P04: the sex fits the event; the parameter says whether women may enter men's events.
    pub p04: Option<Rule<bool>>,
    /// P05: employed by the unit.
    pub p05: Option<Rule<EmployedRule>>,
    /// P06: the least months in the unit.
    pub p06: Option<Rule<u16>>,
    /// P07: the months insured.
    pub p07: Option<Rule<InsuranceRule>>,
    /// P08: kinds of employment.
    pub p08: Option<Rule<EmploymentKinds>>,
    /// P09: member of the union.
    pub p09: Option<Rule<()>>,
    /// P10: no full-time student.
    pub p10: Option<Rule<()>>,
    /// P13: health certificate.
    pub p13: Option<Rule<HealthRule>>,
    /// P14: accident insurance.
    pub p14: Option<Rule<()>>,
    /// P15: consent signed.
    pub p15: Option<Rule<()>>,
    /// R01: active professionals.
    pub r01: Option<Rule<ActiveRule>>,
    /// R02: registered athletes.
    pub r02: Option<Rule<RegisteredRule>>,
    /// R03: players of named leagues.
    pub r03: Option<Rule<LeagueRule>>,
    /// R04: former professionals.
    pub r04: Option<Rule<FormerRule>>,
    /// R05: age exemption of former professionals.
    pub r05: Option<Rule<ExemptAge>>,
    /// R06: holders of an official grade.
    pub r06: Option<Rule<GradeRule>>,
    /// T01: roster sizes.
    pub t01: Option<Rule<Vec<RosterSize>>>,
    /// T03: women and men of a team.
    pub t03: Option<Rule<Vec<SexQuota>>>,
    /// T04: people of a class in a team.
    pub t04: Option<Rule<ClassQuota>>,
    /// E01: events of a person, by sport.
    pub e01: Option<Rule<BTreeMap<Sport, EventLimits>>>,
    /// E02: entries of a unit, by event.
    pub e02: Option<Rule<BTreeMap<EventId, u16>>>,
    /// Rules that the regulations name and that this version does not check: people must.
    pub unchecked: Vec<(String, Clause)>,
}

impl Rules {
    /// The article of a rule by its id (`P03`); `R` is the declaration of a professional past. Empty where the rule is off
    /// or its article is not named.
    #[must_use]
    pub fn clause(&self, id: &str) -> &str {
        fn of<P>(rule: Option<&Rule<P>>) -> Option<&Clause> {
            rule.map(|rule| &rule.clause)
        }
        let clause = match id {
            "P01" => Some(&self.p01.clause),
            "P02" => Some(&self.p02.clause),
            "P03" => of(self.p03.as_ref()),
            "P04" => of(self.p04.as_ref()),
            "P05" => of(self.p05.as_ref()),
            "P06" => of(self.p06.as_ref()),
            "P07" => of(self.p07.as_ref()),
            "P08" => of(self.p08.as_ref()),
            "P09" => of(self.p09.as_ref()),
            "P10" => of(self.p10.as_ref()),
            "P13" => of(self.p13.as_ref()),
            "P14" => of(self.p14.as_ref()),
            "P15" => of(self.p15.as_ref()),
            "R" => self.clause_of_declaration(),
            "R01" => of(self.r01.as_ref()),
            "R02" => of(self.r02.as_ref()),
            "R03" => of(self.r03.as_ref()),
            "R04" => of(self.r04.as_ref()),
            "R05" => of(self.r05.as_ref()),
            "R06" => of(self.r06.as_ref()),
            "T01" => of(self.t01.as_ref()),
            "T03" => of(self.t03.as_ref()),
            "T04" => of(self.t04.as_ref()),
            "E01" => of(self.e01.as_ref()),
            "E02" => of(self.e02.as_ref()),
            _ => self.unchecked.iter().find(|(known, _)| known == id).map(|(_, clause)| clause),
        };
        clause.map(Clause::as_str).unwrap_or_default()
    }

    /// The article of the first rule that asks for the declaration of a professional past; none where no rule does.
    pub(crate) fn clause_of_declaration(&self) -> Option<&Clause> {
        let (r01, r02, r03) = (self.r01.as_ref(), self.r02.as_ref(), self.r03.as_ref());
        let first = r01.map(|rule| &rule.clause).or(r02.map(|rule| &rule.clause));
        first.or(r03.map(|rule| &rule.clause)).or(self.r04.as_ref().map(|rule| &rule.clause))
    }
}

/// The rules of the catalogue that are left to people for now.
const UNCHECKED: &[&str] = &[
    "P11", "P12", "P16", "P17", "R07", "R08", "R09", "T02", "T05", "T06", "T07", "L01", "L02", "L03", "L04", "L05",
    "L06", "E03", "E04", "E05", "E06", "E07",
];

/// Reads the rules; `fields` is the map `rules` of the draft.
pub(super) fn read(fields: &mut Fields<'_>) -> Rules {
    let nothing = |_: &mut Fields<'_>| Some(());
    let p01 = rule(fields, "P01", nothing);
    let p02 = rule(fields, "P02", people::duplicate_scope);
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
        p13: rule(fields, "P13", people::health),
        p14: rule(fields, "P14", nothing),
        p15: rule(fields, "P15", nothing),
        r01: rule(fields, "R01", professional::active),
        r02: rule(fields, "R02", professional::registered),
        r03: rule(fields, "R03", professional::leagues),
        r04: rule(fields, "R04", professional::former),
        r05: rule(fields, "R05", professional::exempt_age),
        r06: rule(fields, "R06", professional::grade),
        t01: rule(fields, "T01", |rule| Some(team::roster_sizes(rule))),
        t03: rule(fields, "T03", |rule| Some(team::sex_quotas(rule))),
        t04: rule(fields, "T04", team::class_quota),
        e01: rule(fields, "E01", |rule| Some(team::event_limits(rule))),
        e02: rule(fields, "E02", |rule| Some(team::entry_limits(rule))),
        unchecked: unchecked(fields),
    }
}

/// One rule: absent, `"off"`, or a map with a clause and parameters.
fn rule<P>(fields: &mut Fields<'_>, id: &str, params: impl FnOnce(&mut Fields<'_>) -> Option<P>) -> Option<Rule<P>> {
    let value = fields.take(id)?;
    if *value == Value::Text("off".to_owned()) {
        return None;
    }
    let mut inner = Fields::of(value, fields.path_of(id));
    let clause = Clause::new(inner.text("clause").unwrap_or_default());
    let params = params(&mut inner);
    fields.absorb(inner);
    params.map(|params| Rule { clause, params })
}

fn unchecked(fields: &mut Fields<'_>) -> Vec<(String, Clause)> {
    let mut rules = Vec::new();
    for (name, value) in fields.take_rest() {
        if !UNCHECKED.contains(&name) {
            fields.defect(name, DefectKind::Unknown);
            continue;
        }
        let clause = match value {
            Value::Map(map) => match map.get("clause") {
                Some(Value::Text(clause)) => clause.as_str(),
                _ => "",
            },
            Value::Text(off) if off == "off" => continue,
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) => "",
        };
        rules.push((name.to_owned(), Clause::new(clause)));
    }
    rules
}

/// Rules of teams and entries that name an event which the regulations do not hold.
pub(super) fn check_events(rules: &Rules, events: &[super::Event]) -> Vec<Defect> {
    let of = |of: &RosterOf| match of {
        RosterOf::Event(id) => Some(id.clone()),
        RosterOf::Sport(_) => None,
    };
    let t01 = rules.t01.iter().flat_map(|rule| &rule.params).filter_map(|size| Some(("T01", of(&size.of)?)));
    let t03 = rules.t03.iter().flat_map(|rule| &rule.params).filter_map(|quota| Some(("T03", of(&quota.of)?)));
    let e02 = rules.e02.iter().flat_map(|rule| rule.params.keys()).map(|id| ("E02", id.clone()));
    let unknown = t01.chain(t03).chain(e02).filter(|(_, id)| events.iter().all(|event| event.id != *id));
    unknown.map(|(rule, id)| Defect { path: format!("rules.{rule}.{id}"), kind: DefectKind::Unknown }).collect()
}
