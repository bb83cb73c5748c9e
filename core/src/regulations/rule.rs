//! The eligibility rules that a meet's regulations turn on, with their parameters and articles.

use super::Sport;
use super::value::{Defect, DefectKind, Fields, Value, whole_number};
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

/// Where one document number may stand only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateScope {
    /// In the whole meet, one delegation.
    Edition,
    /// In each sport.
    Sport,
    /// In each event.
    Event,
}

/// How an age is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeMethod {
    /// Full years on the reference date.
    FullYears,
    /// The reference year less the birth year.
    BirthYear,
}

/// From which day a new year of age counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    /// From the birthday.
    OnBirthday,
    /// From the day after it.
    DayAfter,
}

/// P03: the age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeLimits {
    /// The least age.
    pub min: Option<u16>,
    /// The greatest age.
    pub max: Option<u16>,
    /// How age is counted.
    pub method: AgeMethod,
    /// From which day a new year counts.
    pub boundary: Boundary,
}

/// The level of a registration, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A named league; concerns rule R03 alone.
    League,
    /// A city.
    City,
    /// A province.
    Province,
    /// The nation.
    Nation,
}

/// R01: active professionals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActiveRule {
    /// Whether only the sport entered counts.
    pub same_sport: bool,
    /// The least level that counts.
    pub min_level: Level,
}

/// R02: the time in which a registration counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Registered now.
    Current,
    /// Registered in the last so many years.
    Years(u16),
    /// Registered ever.
    Ever,
}

/// R02: what a registration that is over means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastOutcome {
    /// Rule R04 judges.
    ViaR04,
    /// Barred.
    Ineligible,
    /// A person must look.
    Review,
    /// Allowed, counted in the quota of former professionals.
    Limited,
}

/// R02: registered athletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisteredRule {
    /// The time that counts.
    pub window: Window,
    /// What a registration that is over means.
    pub past: PastOutcome,
}

/// R04: when a former professional may play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerRule {
    /// Months in the unit that are enough.
    pub service_months: Option<u16>,
    /// Years since the end of the professional time that are enough.
    pub retired_years: Option<u16>,
}

/// R05: from which age a former professional is exempt from R04.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExemptAge {
    /// The least age.
    pub age: u16,
    /// Whether one who is exempt still counts in the quota.
    pub counts_in_quota: bool,
}

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
    /// R01: active professionals.
    pub r01: Option<Rule<ActiveRule>>,
    /// R02: registered athletes.
    pub r02: Option<Rule<RegisteredRule>>,
    /// R04: former professionals.
    pub r04: Option<Rule<FormerRule>>,
    /// R05: age exemption of former professionals.
    pub r05: Option<Rule<ExemptAge>>,
    /// T01: roster sizes.
    pub t01: Option<Rule<Vec<RosterSize>>>,
    /// Rules that the regulations name and that this version does not check: people must.
    pub unchecked: Vec<(String, Clause)>,
}

/// The rules of the catalogue that are left to people for now.
const UNCHECKED: &[&str] = &[
    "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12", "P13", "P14", "P15", "P16", "P17", "R03", "R06", "R07",
    "R08", "R09", "T02", "T03", "T04", "T05", "T06", "T07", "L01", "L02", "L03", "L04", "L05", "L06", "E01", "E02",
    "E03", "E04", "E05", "E06", "E07",
];

const SCOPES: &[(&str, DuplicateScope)] =
    &[("edition", DuplicateScope::Edition), ("sport", DuplicateScope::Sport), ("event", DuplicateScope::Event)];
const METHODS: &[(&str, AgeMethod)] = &[("full_years", AgeMethod::FullYears), ("birth_year", AgeMethod::BirthYear)];
const BOUNDARIES: &[(&str, Boundary)] = &[("on_birthday", Boundary::OnBirthday), ("day_after", Boundary::DayAfter)];
const LEVELS: &[(&str, Level)] =
    &[("nation", Level::Nation), ("province", Level::Province), ("city", Level::City), ("league", Level::League)];
const OUTCOMES: &[(&str, PastOutcome)] = &[
    ("via_R04", PastOutcome::ViaR04),
    ("ineligible", PastOutcome::Ineligible),
    ("review", PastOutcome::Review),
    ("limited", PastOutcome::Limited),
];

impl Level {
    /// The level of its name in registers (`province`).
    #[must_use]
    pub fn named(name: &str) -> Option<Level> {
        LEVELS.iter().find(|(known, _)| *known == name).map(|(_, level)| *level)
    }

    /// The name in registers and regulations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::League => "league",
            Level::City => "city",
            Level::Province => "province",
            Level::Nation => "nation",
        }
    }
}

/// Reads the rules; `fields` is the map `rules` of the draft.
pub(super) fn read(fields: &mut Fields<'_>) -> Rules {
    let p01 = rule(fields, "P01", |_| Some(()));
    let p02 = rule(fields, "P02", |rule| Some(rule.one_of("scope", SCOPES).unwrap_or(DuplicateScope::Edition)));
    Rules {
        p01: p01.unwrap_or_else(|| Rule { clause: Clause::new(""), params: () }),
        p02: p02.unwrap_or_else(|| Rule { clause: Clause::new(""), params: DuplicateScope::Edition }),
        p03: rule(fields, "P03", |rule| {
            Some(AgeLimits {
                min: rule.number("min"),
                max: rule.number("max"),
                method: rule.one_of("method", METHODS).unwrap_or(AgeMethod::FullYears),
                boundary: rule.one_of("boundary", BOUNDARIES).unwrap_or(Boundary::OnBirthday),
            })
        }),
        p04: rule(fields, "P04", |rule| Some(rule.bool("women_in_men").unwrap_or(false))),
        r01: rule(fields, "R01", |rule| {
            let same_sport = rule.one_of("sport_scope", &[("any", false), ("same", true)]).unwrap_or(false);
            Some(ActiveRule { same_sport, min_level: rule.one_of("min_level", LEVELS).unwrap_or(Level::Province) })
        }),
        r02: rule(fields, "R02", |rule| {
            let years = rule.number("years");
            let windows = [("current", Window::Current), ("ever", Window::Ever)];
            let window = rule.one_of("window", &windows).unwrap_or(Window::Current);
            let past = rule.one_of("past_outcome", OUTCOMES).unwrap_or(PastOutcome::Review);
            Some(RegisteredRule { window: years.map_or(window, Window::Years), past })
        }),
        r04: rule(fields, "R04", |rule| {
            let service_months = rule.number("service_in_unit_months");
            let retired_years = rule.number("retired_years");
            rule.one_of("then", &[("ex_pro", ())]);
            if service_months.is_none() && retired_years.is_none() {
                rule.defect("service_in_unit_months", DefectKind::Missing);
            }
            Some(FormerRule { service_months, retired_years })
        }),
        r05: rule(fields, "R05", |rule| {
            let age = rule.number("age");
            let age = rule.required("age", age);
            exempts_r04(rule);
            Some(ExemptAge { age: age?, counts_in_quota: rule.bool("counts_in_quota").unwrap_or(false) })
        }),
        t01: rule(fields, "T01", |rule| Some(roster_sizes(rule))),
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

fn exempts_r04(rule: &mut Fields<'_>) {
    let expected = [Value::Text("R04".to_owned())];
    match rule.take("exempts") {
        None => {}
        Some(Value::List(names)) if names[..] == expected => {}
        Some(_) => rule.defect("exempts", DefectKind::NotOneOf(vec!["[\"R04\"]"])),
    }
}

fn roster_sizes(rule: &mut Fields<'_>) -> Vec<RosterSize> {
    let mut sizes = Vec::new();
    for (name, value) in rule.take_rest() {
        let limits = match value {
            Value::List(limits) => match limits.as_slice() {
                [min, max] => whole_number(min).zip(whole_number(max)).filter(|(min, max)| min <= max),
                _ => None,
            },
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_) => None,
        };
        let sport = Sport::CODES.iter().find(|(code, _)| *code == name).map(|(_, sport)| RosterOf::Sport(*sport));
        let of = sport.or_else(|| EventId::new(name).ok().map(RosterOf::Event));
        match limits.zip(of) {
            Some(((min, max), of)) => sizes.push(RosterSize { of, min, max }),
            None => rule.defect(name, DefectKind::Expected("[fewest, most] players of a sport or event")),
        }
    }
    sizes
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

/// Roster sizes that name an event which the regulations do not hold.
pub(super) fn check_rosters(rules: &Rules, events: &[super::Event]) -> Vec<Defect> {
    let sizes = rules.t01.iter().flat_map(|rule| &rule.params);
    let unknown = sizes.filter_map(|size| match &size.of {
        RosterOf::Event(id) if events.iter().all(|event| event.id != *id) => Some(id),
        RosterOf::Event(_) | RosterOf::Sport(_) => None,
    });
    unknown.map(|id| Defect { path: format!("rules.T01.{id}"), kind: DefectKind::Unknown }).collect()
}
