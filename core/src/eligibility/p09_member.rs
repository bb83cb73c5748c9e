//! P09: member of the union.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P09_NOT_MEMBER` | stated not to be | a person must look |
//! | `P09_UNKNOWN` | not stated | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Finding, Severity};
use crate::person::Tri;

/// Whoever is not known to be a member.
pub(super) fn member(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p09.as_ref()?;
    let code = match reading.candidate.facts.member {
        Tri::Yes => return None,
        Tri::No => Code::P09NotMember,
        Tri::Unknown => Code::P09Unknown,
    };
    Some(reading.finding(&rule.clause, code, Severity::Review, Vec::new()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Tri;

    #[test]
    fn only_a_member_passes() {
        for (member, expected) in
            [(Tri::Yes, "Eligible"), (Tri::No, "NeedsReview P09_NOT_MEMBER"), (Tri::Unknown, "NeedsReview P09_UNKNOWN")]
        {
            let mut case = case("P09 = { required = true }");
            case.facts.member = member;
            case.check(expected);
        }
        case("P09 = { required = false }").check("Eligible");
    }
}
