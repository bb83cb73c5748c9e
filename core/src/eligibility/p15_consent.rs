//! P15: the consent is signed.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P15_MISSING` | not so, or not stated | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Finding, Severity};
use crate::person::Tri;

/// Whoever has not signed.
pub(super) fn consent(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p15.as_ref()?;
    let missing = reading.candidate.facts.consent != Tri::Yes;
    missing.then(|| reading.finding(&rule.clause, Code::P15Missing, Severity::Review, Vec::new()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Tri;

    #[test]
    fn nothing_but_yes_will_do() {
        for (stated, expected) in
            [(Tri::Yes, "Eligible"), (Tri::No, "NeedsReview P15_MISSING"), (Tri::Unknown, "NeedsReview P15_MISSING")]
        {
            let mut case = case("P15 = {}");
            case.facts.consent = stated;
            case.check(expected);
        }
    }
}
