//! The rules about a worker and the papers (P), with what they ask.

use super::Class;
use crate::date::{Date, Month};
use crate::regulations::value::{DefectKind, Fields, Value};

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

/// P05: employed by the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmployedRule {
    /// The day by which one must have joined; none where being employed is enough.
    pub as_of: Option<Date>,
}

/// P07: the months insured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsuranceRule {
    /// The least months.
    pub months: u16,
    /// The last month that counts; none for the month before the reference date.
    pub end: Option<Month>,
    /// What months enough but not in a row mean.
    pub gap: GapOutcome,
    /// Who must have paid.
    pub payer: Payer,
}

/// P07: what it means that the months are enough, but not in a row up to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapOutcome {
    /// A person must look.
    Review,
    /// Barred.
    Ineligible,
}

/// P07: who must have paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payer {
    /// It does not matter.
    Any,
    /// The unit; of some kinds of employment, as forms write them, another firm.
    Unit {
        /// The kinds of employment of which another firm pays.
        dispatched: Vec<String>,
    },
}

/// P08: the kinds of employment that may enter, as forms write them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmploymentKinds {
    /// Those that may.
    pub allow: Vec<String>,
    /// Those that may with a paper: kind and paper.
    pub with_evidence: Vec<(String, String)>,
    /// Those that may, counted in the quota of the retired.
    pub retired: Vec<String>,
    /// Those that may not.
    pub deny: Vec<String>,
}

/// P13: what shows that a person is fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HealthRule {
    /// A certificate, at most so many days old at the first match; none where its age does not matter.
    Certificate {
        /// In days.
        max_age_days: Option<u16>,
    },
    /// A signed declaration, or a certificate of any age.
    Declaration,
}

pub(super) const SCOPES: &[(&str, DuplicateScope)] =
    &[("edition", DuplicateScope::Edition), ("sport", DuplicateScope::Sport), ("event", DuplicateScope::Event)];
pub(super) const METHODS: &[(&str, AgeMethod)] =
    &[("full_years", AgeMethod::FullYears), ("birth_year", AgeMethod::BirthYear)];
pub(super) const BOUNDARIES: &[(&str, Boundary)] =
    &[("on_birthday", Boundary::OnBirthday), ("day_after", Boundary::DayAfter)];

pub(super) fn duplicate_scope(rule: &mut Fields<'_>) -> Option<DuplicateScope> {
    Some(rule.one_of("scope", SCOPES).unwrap_or(DuplicateScope::Edition))
}

pub(super) fn age_limits(rule: &mut Fields<'_>) -> Option<AgeLimits> {
    Some(AgeLimits {
        min: rule.number("min"),
        max: rule.number("max"),
        method: rule.one_of("method", METHODS).unwrap_or(AgeMethod::FullYears),
        boundary: rule.one_of("boundary", BOUNDARIES).unwrap_or(Boundary::OnBirthday),
    })
}

pub(super) fn women_in_men(rule: &mut Fields<'_>) -> Option<bool> {
    Some(rule.bool("women_in_men").unwrap_or(false))
}

pub(super) fn employed(rule: &mut Fields<'_>) -> Option<EmployedRule> {
    Some(EmployedRule { as_of: rule.date("as_of") })
}

/// A rule of which so many months are asked.
pub(super) fn months(rule: &mut Fields<'_>) -> Option<u16> {
    needed_number(rule, "months")
}

/// The kind of employment of which another firm pays, where the regulations name none.
const DISPATCHED: &str = "劳务派遣";

pub(super) fn insurance(rule: &mut Fields<'_>) -> Option<InsuranceRule> {
    let months = months(rule);
    let end = rule.text("end").and_then(|text| {
        let month = Month::from_iso(text);
        if month.is_none() {
            rule.defect("end", DefectKind::Expected("a month as 2026-03"));
        }
        month
    });
    let gap = rule.one_of("gap", &[("review", GapOutcome::Review), ("ineligible", GapOutcome::Ineligible)]);
    let is_unit = rule.one_of("payer", &[("any", false), ("unit", true)]).unwrap_or(false);
    let mut dispatched = texts(rule, "dispatched");
    if dispatched.is_empty() {
        dispatched.push(DISPATCHED.to_owned());
    }
    let payer = if is_unit { Payer::Unit { dispatched } } else { Payer::Any };
    Some(InsuranceRule { months: months?, end, gap: gap.unwrap_or(GapOutcome::Review), payer })
}

pub(super) fn employment_kinds(rule: &mut Fields<'_>) -> Option<EmploymentKinds> {
    let allow = texts(rule, "allow");
    let deny = texts(rule, "deny");
    let with_evidence = match rule.take("with_evidence") {
        None => Vec::new(),
        Some(Value::Map(map)) => {
            let paper = |(kind, paper): (&String, &Value)| match paper {
                Value::Text(paper) => Some((kind.clone(), paper.clone())),
                Value::Bool(_) | Value::Int(_) | Value::List(_) | Value::Map(_) => None,
            };
            let read: Option<Vec<(String, String)>> = map.iter().map(paper).collect();
            if read.is_none() {
                rule.defect("with_evidence", DefectKind::Expected("the name of a paper for each kind"));
            }
            read.unwrap_or_default()
        }
        Some(_) => {
            rule.defect("with_evidence", DefectKind::Expected("a table of kinds and papers"));
            Vec::new()
        }
    };
    let mut retired = Vec::new();
    if let Some(mut inner) = rule.inner("limited") {
        for (kind, class) in inner.take_rest() {
            match class {
                Value::Text(class) if class == Class::Retired.name() => retired.push(kind.to_owned()),
                _ => inner.defect(kind, DefectKind::NotOneOf(vec![Class::Retired.name()])),
            }
        }
        rule.absorb(inner);
    }
    Some(EmploymentKinds { allow, with_evidence, retired, deny })
}

pub(super) fn member_required(rule: &mut Fields<'_>) -> Option<()> {
    // A rule of membership that asks for none is off.
    rule.bool("required").unwrap_or(true).then_some(())
}

pub(super) fn health(rule: &mut Fields<'_>) -> Option<HealthRule> {
    let is_declared = rule.one_of("kind", &[("certificate", false), ("declaration", true)]).unwrap_or(false);
    let max_age_days = rule.number("max_age_days");
    Some(if is_declared { HealthRule::Declaration } else { HealthRule::Certificate { max_age_days } })
}

/// A list of texts that must hold one.
pub(super) fn some_texts(rule: &mut Fields<'_>, name: &str) -> Option<Vec<String>> {
    let texts = Some(texts(rule, name)).filter(|texts| !texts.is_empty());
    rule.required(name, texts)
}

/// A number that must stand.
pub(super) fn needed_number(rule: &mut Fields<'_>, name: &str) -> Option<u16> {
    let number = rule.number(name);
    rule.required(name, number)
}

/// Leaves a defect at the first of the parameters of which one at least must stand, where nothing is read.
pub(super) fn one_of_them<T>(rule: &mut Fields<'_>, first: &str, read: T, asks: bool) -> Option<T> {
    rule.required(first, asks.then_some(read))
}

/// A list of texts; empty where it is left out.
pub(super) fn texts(rule: &mut Fields<'_>, name: &str) -> Vec<String> {
    let read = match rule.take(name) {
        None => return Vec::new(),
        Some(Value::List(list)) => list
            .iter()
            .map(|value| match value {
                Value::Text(text) => Some(text.clone()),
                Value::Bool(_) | Value::Int(_) | Value::List(_) | Value::Map(_) => None,
            })
            .collect::<Option<Vec<String>>>(),
        Some(Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::Map(_)) => None,
    };
    if read.is_none() {
        rule.defect(name, DefectKind::Expected("a list of texts"));
    }
    read.unwrap_or_default()
}
