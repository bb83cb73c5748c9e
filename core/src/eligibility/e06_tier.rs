//! E06: who came through the lower tier (选拔赛).
//!
//! | code | when | out |
//! |---|---|---|
//! | `E06_NOT_ON_LIST` | did not, by the form or the list in the regulations, and nobody may be replaced | a person must look |
//! | `E06_REPLACEMENT` | the same, where some may | a note |
//! | `E06_TOO_MANY_REPLACED` | more of those on a unit's list of a sport than may | the list must change |
//! | `E06_UNKNOWN` | neither tells | a person must look |
//!
//! A name on the list is enough. Where the regulations give a list, whoever is not on it did not come through, unless the
//! form says so.

use super::Context;
use super::reading::Reading;
use super::register::plain_name;
use super::team::Team;
use crate::eligibility::Candidate;
use crate::finding::{Code, Fact, Finding, Severity};
use crate::person::Tri;
use crate::regulations::TierRule;

/// Whoever is not known to have come through.
pub(super) fn tier(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.e06.as_ref()?;
    let (code, out) = match came_through(&rule.params, reading.candidate) {
        Tri::Yes => return None,
        Tri::No if rule.params.replacements > 0 => (Code::E06Replacement, Severity::Note),
        Tri::No => (Code::E06NotOnList, Severity::Review),
        Tri::Unknown => (Code::E06Unknown, Severity::Review),
    };
    Some(reading.finding(&rule.clause, code, out, Vec::new()))
}

/// Whether too many of a list did not come through.
pub(super) fn replaced(cx: &Context<'_>, team: &Team<'_>) -> Option<Finding> {
    let rule = cx.rules.e06.as_ref().filter(|rule| team.event.is_none() && rule.params.replacements > 0)?;
    let others = team.rows.iter().filter(|row| came_through(&rule.params, row.candidate) == Tri::No).count();
    let (count, most) = (u32::try_from(others).unwrap_or(u32::MAX), rule.params.replacements);
    let facts = vec![Fact::Count(count), Fact::Count(most.into())];
    (count > u32::from(most)).then(|| team.finding(&rule.clause, Code::E06TooManyReplaced, facts))
}

fn came_through(rule: &TierRule, candidate: &Candidate<'_>) -> Tri {
    let name = plain_name(candidate.name);
    match candidate.facts.lower_tier {
        _ if rule.names.iter().any(|known| plain_name(known) == name) => Tri::Yes,
        Tri::Unknown if !rule.names.is_empty() => Tri::No,
        stated => stated,
    }
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::{case, rows_with, teams};
    use crate::person::Tri;

    #[track_caller]
    fn check(params: &str, stated: Tri, expected: &str) {
        let mut case = case(&format!("E06 = {{ {params} }}"));
        case.facts.lower_tier = stated;
        case.check(expected);
    }

    #[test]
    fn the_form_or_the_list_tells() {
        check("", Tri::Yes, "Eligible");
        check("", Tri::No, "NeedsReview E06_NOT_ON_LIST");
        check("", Tri::Unknown, "NeedsReview E06_UNKNOWN");
        check("names = [\"甲\"]", Tri::No, "Eligible");
        check("names = [\"乙\"]", Tri::Unknown, "NeedsReview E06_NOT_ON_LIST");
        check("replacements = 1", Tri::No, "Eligible E06_REPLACEMENT");
    }

    #[test]
    fn some_may_be_replaced() {
        let line = "1 BB BB_men 100101199001010013";
        let rule = "E06 = { replacements = 1 }";
        let others = |n: usize| rows_with(&vec![line; n], |facts| facts.lower_tier = Tri::No);
        assert_eq!(teams(rule, &others(1))[0], "1 BB - ");
        assert_eq!(teams(rule, &others(2))[0], "1 BB - E06_TOO_MANY_REPLACED");
    }
}
