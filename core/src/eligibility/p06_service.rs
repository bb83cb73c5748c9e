//! P06: the least months in the unit on the reference date.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P06_SHORT` | the months are not full | barred |
//! | `P06_UNKNOWN` | the day of joining is not known | a person must look |
//!
//! Months are full on the same day of the month as the day of joining, or on its last.

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// Whoever joined too late.
pub(super) fn service(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p06.as_ref()?;
    let Some(since) = reading.candidate.facts.since else {
        return Some(reading.finding(&rule.clause, Code::P06Unknown, Severity::Review, Vec::new()));
    };
    if since.plus_months(rule.params).is_some_and(|full| full <= cx.reference_date) {
        return None;
    }
    let facts = vec![Fact::Count(rule.params.into()), Fact::Date(since)];
    Some(reading.finding(&rule.clause, Code::P06Short, Severity::Ineligible, facts))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    /// The reference date is 2026-09-01.
    #[test]
    fn the_months_are_full_to_the_day() {
        case("P06 = { months = 6 }").since("2026-03-01").check("Eligible");
        case("P06 = { months = 6 }").since("2026-03-02").check("Ineligible P06_SHORT");
        case("P06 = { months = 6 }").since("2027-01-01").check("Ineligible P06_SHORT");
        case("P06 = { months = 6 }").check("NeedsReview P06_UNKNOWN");
    }
}
