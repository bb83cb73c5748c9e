//! P05: employed by the unit that sends the person.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P05_NOT_EMPLOYED` | joined after the day that the regulations name | barred |
//! | `P05_UNKNOWN` | no employer is stated, or the day of joining that is asked for | a person must look |
//!
//! Whether an employer belongs to a delegation is for its seal and the papers to say.

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// Whoever is not known to be employed.
pub(super) fn employed(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p05.as_ref()?;
    let facts = reading.candidate.facts;
    let unknown = || reading.finding(&rule.clause, Code::P05Unknown, Severity::Review, Vec::new());
    if facts.employer.as_deref().is_none_or(|employer| employer.trim().is_empty()) {
        return Some(unknown());
    }
    let as_of = rule.params.as_of?;
    match facts.since {
        None => Some(unknown()),
        Some(since) if since > as_of => {
            let dates = vec![Fact::Date(as_of), Fact::Date(since)];
            Some(reading.finding(&rule.clause, Code::P05NotEmployed, Severity::Ineligible, dates))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    #[test]
    fn an_employer_is_needed_and_joining_in_time() {
        case("P05 = {}").check("NeedsReview P05_UNKNOWN");
        case("P05 = {}").employer(" ").check("NeedsReview P05_UNKNOWN");
        case("P05 = {}").employer("太钢").check("Eligible");
        let by = |day: &str| case("P05 = { as_of = \"2025-12-31\" }").employer("太钢").since(day);
        by("2025-12-31").check("Eligible");
        by("2026-01-01").check("Ineligible P05_NOT_EMPLOYED");
        case("P05 = { as_of = \"2025-12-31\" }").employer("太钢").check("NeedsReview P05_UNKNOWN");
    }
}
