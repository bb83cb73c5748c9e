//! P13: a health certificate that is recent at the first match, or a declaration.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P13_MISSING` | none; of a declaration: no paper whose name says 健康 either | a person must look |
//! | `P13_EXPIRED` | more days old at the first match than the regulations allow | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::regulations::HealthRule;

/// Whoever has no certificate, or an old one.
pub(super) fn health(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p13.as_ref()?;
    let facts = reading.candidate.facts;
    let missing = || Some(reading.finding(&rule.clause, Code::P13Missing, Severity::Review, Vec::new()));
    let declared = || facts.papers.iter().any(|paper| paper.contains("健康"));
    let (most, issued) = match (rule.params, facts.health) {
        (HealthRule::Declaration, None) if !declared() => return missing(),
        (HealthRule::Declaration, _) => return None,
        (HealthRule::Certificate { .. }, None) => return missing(),
        (HealthRule::Certificate { max_age_days }, Some(issued)) => (max_age_days?, issued),
    };
    let expired = issued.days_to(cx.regulations.first_match) > i64::from(most);
    let facts = vec![Fact::Date(issued), Fact::Count(most.into())];
    expired.then(|| reading.finding(&rule.clause, Code::P13Expired, Severity::Review, facts))
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::eligibility::fixture::case;

    #[test]
    fn a_declaration_is_a_paper_or_a_certificate() {
        let mut case = case("P13 = { kind = \"declaration\" }");
        case.check("NeedsReview P13_MISSING");
        case.facts.papers = vec!["健康承诺书".to_owned()];
        case.check("Eligible");
        case.facts.papers.clear();
        case.facts.health = Date::from_iso("2020-01-01");
        case.check("Eligible");
    }

    /// The first match is on 2027-10-19; the ninetieth day before is 2027-07-21.
    #[test]
    fn the_last_day_is_recent_enough() {
        for (day, expected) in [
            (Some("2027-07-21"), "Eligible"),
            (Some("2027-07-20"), "NeedsReview P13_EXPIRED"),
            (None, "NeedsReview P13_MISSING"),
        ] {
            let mut case = case("P13 = { kind = \"certificate\", max_age_days = 90 }");
            case.facts.health = day.and_then(Date::from_iso);
            case.check(expected);
        }
    }
}
