//! P11: a tie to the region.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P11_NO_TIE` | none of the ties that the regulations name is there | barred |
//! | `P11_UNKNOWN` | none is known to be there, but one may be | a person must look |
//!
//! One tie is enough: registered as living there (for long enough), a document number that begins so, months insured, a
//! paper seen. A paper that was not seen may yet be handed in.

use super::Context;
use super::reading::{Document, Reading};
use crate::finding::{Code, Finding, Severity};
use crate::person::Tri;
use crate::regulations::RegionRule;

/// Whoever is not known to belong to the region.
pub(super) fn region(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p11.as_ref()?;
    let params = &rule.params;
    let asked = [
        (!params.areas.is_empty()).then(|| household(cx, params, reading)),
        (!params.digits.is_empty()).then(|| number(params, reading)),
        params.insured_months.map(|months| insured(reading, months)),
        (!params.papers.is_empty()).then(|| papers(params, reading)),
    ];
    let ties: Vec<Tri> = asked.into_iter().flatten().collect();
    if ties.contains(&Tri::Yes) {
        return None;
    }
    let (code, out) = if ties.contains(&Tri::Unknown) {
        (Code::P11Unknown, Severity::Review)
    } else {
        (Code::P11NoTie, Severity::Ineligible)
    };
    Some(reading.finding(&rule.clause, code, out, Vec::new()))
}

fn household(cx: &Context<'_>, rule: &RegionRule, reading: &Reading<'_>) -> Tri {
    let facts = reading.candidate.facts;
    let Some(household) = &facts.household else { return Tri::Unknown };
    if !rule.areas.iter().any(|area| household.contains(area.as_str())) {
        return Tri::No;
    }
    match (rule.household_months, facts.household_since) {
        (None, _) => Tri::Yes,
        (Some(_), None) => Tri::Unknown,
        (Some(months), Some(since)) => {
            let full = since.plus_months(months).is_some_and(|full| full <= cx.reference_date);
            if full { Tri::Yes } else { Tri::No }
        }
    }
}

fn number(rule: &RegionRule, reading: &Reading<'_>) -> Tri {
    match (&reading.candidate.facts.document, reading.document) {
        (Some(number), Document::Sound) if rule.digits.iter().any(|digits| number.as_str().starts_with(digits)) => {
            Tri::Yes
        }
        (Some(_), Document::Sound) => Tri::No,
        (_, Document::Sound | Document::Defective(_) | Document::Absent) => Tri::Unknown,
    }
}

fn insured(reading: &Reading<'_>, least: u16) -> Tri {
    let facts = reading.candidate.facts;
    let listed = (!facts.insurance.is_empty()).then(|| u16::try_from(facts.insurance.len()).unwrap_or(u16::MAX));
    match listed.or(facts.insured_months) {
        None => Tri::Unknown,
        Some(months) if months >= least => Tri::Yes,
        Some(_) => Tri::No,
    }
}

fn papers(rule: &RegionRule, reading: &Reading<'_>) -> Tri {
    let seen = |paper: &String| reading.candidate.facts.papers.iter().any(|name| name.contains(paper.as_str()));
    if rule.papers.iter().any(seen) { Tri::Yes } else { Tri::Unknown }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{Case, case};

    fn lives(rule: &str, household: &str) -> Case {
        let mut case = case(&format!("P11 = {{ {rule} }}"));
        case.facts.household = (!household.is_empty()).then(|| household.to_owned());
        case
    }

    #[test]
    fn a_household_counts_from_its_months() {
        let rule = "areas = [\"太原\"], household_months = 24";
        let mut case = lives(rule, "山西省太原市小店区");
        case.check("NeedsReview P11_UNKNOWN");
        case.facts.household_since = crate::date::Date::from_iso("2024-09-01");
        case.check("Eligible");
        case.facts.household_since = crate::date::Date::from_iso("2024-09-02");
        case.check("Ineligible P11_NO_TIE");
        lives(rule, "大同市").check("Ineligible P11_NO_TIE");
        lives(rule, "").check("NeedsReview P11_UNKNOWN");
    }

    /// The number begins with 100101.
    #[test]
    fn one_tie_is_enough() {
        lives("areas = [\"太原\"], digits = [\"1001\"]", "大同市").check("Eligible");
        lives("areas = [\"太原\"], digits = [\"1401\"]", "大同市").check("Ineligible P11_NO_TIE");
        let mut insured = lives("areas = [\"太原\"], insured_months = 12", "大同市");
        insured.check("NeedsReview P11_UNKNOWN");
        insured.facts.insured_months = Some(12);
        insured.check("Eligible");
        insured.facts.insured_months = Some(11);
        insured.check("Ineligible P11_NO_TIE");
    }

    #[test]
    fn a_paper_may_yet_be_handed_in() {
        let mut case = lives("areas = [\"太原\"], papers = [\"居住证\"]", "大同市");
        case.check("NeedsReview P11_UNKNOWN");
        case.facts.papers = vec!["居住证（复印件）".to_owned()];
        case.check("Eligible");
    }
}
