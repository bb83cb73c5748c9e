//! P08: the kinds of employment that may enter.
//!
//! | code | when | out |
//! |---|---|---|
//! | `P08_DENIED` | of a kind that may not | barred |
//! | `P08_EVIDENCE_MISSING` | of a kind that may with a paper, which is missing | a person must look |
//! | `P08_RETIRED` | of a kind that may, in the quota of the retired | class `retired` |
//! | `P08_UNKNOWN_KIND` | of a kind that the regulations do not name, or of none | a person must look |

use super::Context;
use super::reading::Reading;
use crate::finding::{Code, Fact, Finding, Severity};

/// Whoever is employed in a way that is barred or doubtful.
pub(super) fn employment(cx: &Context<'_>, reading: &Reading<'_>) -> Option<Finding> {
    let rule = cx.rules.p08.as_ref()?;
    let facts = reading.candidate.facts;
    let kind = facts.employment.as_deref().map(str::trim).unwrap_or_default();
    let found = |code, severity, mut more: Vec<Fact>| {
        more.insert(0, Fact::Text(kind.to_owned()));
        Some(reading.finding(&rule.clause, code, severity, more))
    };
    if rule.params.deny.iter().any(|denied| denied == kind) {
        return found(Code::P08Denied, Severity::Ineligible, Vec::new());
    }
    if let Some((_, paper)) = rule.params.with_evidence.iter().find(|(known, _)| known == kind) {
        let seen = facts.papers.iter().any(|name| name.contains(paper.as_str()));
        let missing = || found(Code::P08EvidenceMissing, Severity::Review, vec![Fact::Text(paper.clone())]);
        return if seen { None } else { missing() };
    }
    if rule.params.retired.iter().any(|retired| retired == kind) {
        return found(Code::P08Retired, Severity::Limited, Vec::new());
    }
    if rule.params.allow.iter().any(|allowed| allowed == kind) {
        return None;
    }
    found(Code::P08UnknownKind, Severity::Review, Vec::new())
}

#[cfg(test)]
mod tests {
    use crate::eligibility::fixture::case;

    const RULE: &str =
        r#"P08 = { allow = ["在编", "合同制"], with_evidence = { "劳务派遣" = "派遣协议" }, deny = ["退休"] }"#;

    #[track_caller]
    fn check(kind: &str, papers: &[&str], expected: &str) {
        let mut case = case(RULE);
        case.facts.employment = Some(kind.to_owned());
        case.facts.papers = papers.iter().map(|paper| (*paper).to_owned()).collect();
        case.check(expected);
    }

    #[test]
    fn the_retired_may_count_in_a_quota() {
        let mut case = case(r#"P08 = { allow = ["在编"], limited = { "退休" = "retired" } }"#);
        case.facts.employment = Some("退休".to_owned());
        case.check("Limited P08_RETIRED");
    }

    #[test]
    fn each_kind_by_its_list() {
        check("在编", &[], "Eligible");
        check(" 合同制 ", &[], "Eligible");
        check("退休", &[], "Ineligible P08_DENIED");
        check("劳务派遣", &[], "NeedsReview P08_EVIDENCE_MISSING");
        check("劳务派遣", &["劳动合同", "派遣协议（复印件）"], "Eligible");
        check("志愿者", &[], "NeedsReview P08_UNKNOWN_KIND");
        check("", &[], "NeedsReview P08_UNKNOWN_KIND");
    }
}
