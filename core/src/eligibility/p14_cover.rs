//! P14: covered by an accident insurance.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P14_MISSING` | not so, or not stated | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Finding, Severity};
use crate::person::Tri;

/// Whoever is not known to be covered.
pub(super) fn cover(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p14.as_ref()?;
    let missing = reading.candidate.facts.cover != Tri::Yes;
    missing.then(|| reading.finding(&rule.clause, Code::P14Missing, Severity::Review, Vec::new()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Tri;

    #[test]
    fn nothing_but_yes_will_do() {
        for (stated, expected) in
            [(Tri::Yes, "Eligible"), (Tri::No, "NeedsReview P14_MISSING"), (Tri::Unknown, "NeedsReview P14_MISSING")]
        {
            let mut case = case("P14 = {}");
            case.facts.cover = stated;
            case.check(expected);
        }
    }
}
