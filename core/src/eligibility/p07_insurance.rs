//! P07: the months insured of the last twelve.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P07_SHORT` | fewer than the regulations ask | barred |
//! | `P07_UNKNOWN` | not stated | a person must look |
//!
//! Forms give a count; gaps and payers are tested only where a list of months is given, which no form does yet (reading 6).

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// Whoever is not insured for long enough.
pub(super) fn insurance(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p07.as_ref()?;
    match reading.candidate.facts.insured_months {
        None => Some(reading.finding(&rule.clause, Code::P07Unknown, Severity::Review, Vec::new())),
        Some(months) if months < rule.params => {
            let facts = vec![Fact::Count(months.into()), Fact::Count(rule.params.into())];
            Some(reading.finding(&rule.clause, Code::P07Short, Severity::Ineligible, facts))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    #[test]
    fn the_least_number_is_enough() {
        for (months, expected) in
            [(Some(6), "Eligible"), (Some(5), "Ineligible P07_SHORT"), (None, "NeedsReview P07_UNKNOWN")]
        {
            let mut case = case("P07 = { months = 6 }");
            case.facts.insured_months = months;
            case.check(expected);
        }
    }
}
