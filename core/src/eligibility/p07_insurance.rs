//! P07: the months insured of the last twelve.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P07_SHORT` | fewer than the regulations ask | barred |
//! | `P07_GAP` | enough, but not in a row up to the last month that counts | as `gap` says |
//! | `P07_PAYER` | enough, but not as many in a row paid by the unit | a person must look |
//! | `P07_UNKNOWN` | not stated | a person must look |
//!
//! Where a form gives a count alone, it decides alone (reading 6); gaps and payers are tested where it lists the months.
//! Of a dispatched worker the other firm pays in the unit's place.

use super::Context;
use super::reading::Reading;
use crate::date::Month;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Facts;
use crate::regulations::{GapOutcome, InsuranceRule, Payer, Rule};

/// The months in which those that are asked for must lie.
const WINDOW: u16 = 12;

/// Whoever is not insured for long enough, or with a gap, or by another.
pub(super) fn insurance(cx: &Context<'_>, reading: &Reading<'_>) -> Vec<Finding> {
    let Some(rule) = &cx.rules.p07 else { return Vec::new() };
    let facts = reading.candidate.facts;
    if !facts.insurance.is_empty() {
        return of_list(cx, rule, reading);
    }
    match facts.insured_months {
        None => vec![reading.finding(&rule.clause, Code::P07Unknown, Severity::Review, Vec::new())],
        Some(months) if months < rule.params.months => vec![short(rule, reading, months)],
        Some(_) => Vec::new(),
    }
}

fn short(rule: &Rule<InsuranceRule>, reading: &Reading<'_>, months: u16) -> Finding {
    let facts = vec![Fact::Count(months.into()), Fact::Count(rule.params.months.into())];
    reading.finding(&rule.clause, Code::P07Short, Severity::Ineligible, facts)
}

fn of_list(cx: &Context<'_>, rule: &Rule<InsuranceRule>, reading: &Reading<'_>) -> Vec<Finding> {
    let (params, facts) = (&rule.params, reading.candidate.facts);
    let Some(end) = params.end.or_else(|| Month::from(cx.reference_date).minus(1)) else { return Vec::new() };
    // The last months, latest first: none where not insured, else whether the right one paid.
    let window = WINDOW.max(params.months);
    let paid = (0..window).map(|back| {
        let payer = facts.insurance.get(&end.minus(back)?)?;
        Some(is_right(&params.payer, facts, payer))
    });
    let paid: Vec<Option<bool>> = paid.collect();
    let count = |months: usize| u16::try_from(months).unwrap_or(u16::MAX);
    let insured = count(paid.iter().flatten().count());
    if insured < params.months {
        return vec![short(rule, reading, insured)];
    }
    let run = count(paid.iter().take_while(|month| month.is_some()).count());
    let own = count(paid.iter().filter(|month| **month == Some(true)).count());
    let own_run = count(paid.iter().take_while(|month| **month == Some(true)).count());
    let mut found = Vec::new();
    let facts_of = |months: u16| vec![Fact::Count(months.into()), Fact::Count(params.months.into())];
    if run < params.months {
        let out = match params.gap {
            GapOutcome::Review => Severity::Review,
            GapOutcome::Ineligible => Severity::Ineligible,
        };
        found.push(reading.finding(&rule.clause, Code::P07Gap, out, facts_of(run)));
    }
    // A gap is told once: whoever paid is a matter of its own only where months of another are needed.
    if own < params.months || (own_run < params.months && run >= params.months) {
        let mut facts_of = facts_of(own);
        let mut others = facts.insurance.values().filter(|payer| !is_right(&params.payer, facts, payer));
        facts_of.extend(others.next_back().map(|payer| Fact::Text(payer.clone())));
        found.push(reading.finding(&rule.clause, Code::P07Payer, Severity::Review, facts_of));
    }
    found
}

/// Whether the one who paid a month is the one who had to; no name is the unit's.
fn is_right(rule: &Payer, facts: &Facts, payer: &str) -> bool {
    match rule {
        Payer::Any => true,
        Payer::Unit { dispatched } => {
            let kind = facts.employment.as_deref().map(str::trim).unwrap_or_default();
            payer.is_empty() || dispatched.iter().any(|known| known == kind)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Month;
    use crate::eligibility::fixture::case;

    #[test]
    fn the_least_number_is_enough() {
        for (months, expected) in
            [(Some(6), "Eligible"), (Some(5), "Ineligible P07_SHORT"), (None, "NeedsReview P07_UNKNOWN")]
        {
            let mut case = case("P07 = { months = 6, gap = \"ineligible\", payer = \"unit\" }");
            case.facts.insured_months = months;
            case.check(expected);
        }
    }

    /// Months of 2026, each with who paid; the reference date is 2026-09-01, so that August is the last that counts.
    #[track_caller]
    fn check(params: &str, months: &[(u8, &str)], expected: &str) {
        let mut case = case(&format!("P07 = {{ months = 3, {params} }}"));
        case.facts.employment = Some("合同制".to_owned());
        case.facts.insurance =
            months.iter().map(|(n, payer)| (Month::new(2026, *n).unwrap(), (*payer).to_owned())).collect();
        case.check(expected);
    }

    #[test]
    fn a_list_must_run_up_to_the_last_month() {
        check("", &[(6, ""), (7, ""), (8, "")], "Eligible");
        check("", &[(6, ""), (7, "")], "Ineligible P07_SHORT");
        check("", &[(5, ""), (6, ""), (7, "")], "NeedsReview P07_GAP");
        check("gap = \"ineligible\"", &[(5, ""), (6, ""), (8, "")], "Ineligible P07_GAP");
        check("end = \"2026-07\"", &[(5, ""), (6, ""), (7, "")], "Eligible");
        check("end = \"2026-07\"", &[(6, ""), (7, ""), (8, "")], "Ineligible P07_SHORT");
    }

    #[test]
    fn months_of_another_payer_are_for_people() {
        let mixed = [(5, "甲公司"), (6, ""), (7, ""), (8, "")];
        check("payer = \"unit\"", &mixed, "Eligible");
        let other = [(6, "甲公司"), (7, ""), (8, "")];
        check("payer = \"any\"", &other, "Eligible");
        check("payer = \"unit\"", &other, "NeedsReview P07_PAYER");
        let between = [(4, ""), (5, ""), (6, ""), (7, "甲公司"), (8, "")];
        check("payer = \"unit\"", &between, "NeedsReview P07_PAYER");
        check("payer = \"unit\", dispatched = [\"合同制\"]", &other, "Eligible");
        check("payer = \"unit\"", &[(4, ""), (6, "甲公司"), (7, "")], "NeedsReview P07_GAP P07_PAYER");
    }

    #[test]
    fn a_list_stands_before_a_count() {
        let mut case = case("P07 = { months = 3 }");
        case.facts.insured_months = Some(12);
        case.facts.insurance = [(Month::new(2026, 8).unwrap(), String::new())].into();
        case.check("Ineligible P07_SHORT");
    }
}
