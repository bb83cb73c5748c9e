//! P10: no full-time student.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P10_STUDENT` | stated to be one | barred |
//! | `P10_UNKNOWN` | not stated | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Finding, Severity};
use crate::person::Tri;

/// Whoever is a student, or does not say.
pub(super) fn student(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p10.as_ref()?;
    let (code, severity) = match reading.candidate.facts.student {
        Tri::No => return None,
        Tri::Yes => (Code::P10Student, Severity::Ineligible),
        Tri::Unknown => (Code::P10Unknown, Severity::Review),
    };
    Some(reading.finding(&rule.clause, code, severity, Vec::new()))
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;
    use crate::person::Tri;

    #[test]
    fn a_student_is_barred_and_silence_is_no_answer() {
        for (student, expected) in
            [(Tri::No, "Eligible"), (Tri::Yes, "Ineligible P10_STUDENT"), (Tri::Unknown, "NeedsReview P10_UNKNOWN")]
        {
            let mut case = case("P10 = {}");
            case.facts.student = student;
            case.check(expected);
        }
    }
}
