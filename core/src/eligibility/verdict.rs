//! What a review says of a person.

use std::collections::BTreeSet;

use crate::finding::{Finding, Severity};
use crate::order;
use crate::regulations::Class;

/// The outcome of a review of one person, best first, so that the greatest of several is the one that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every rule is met on known facts.
    #[default]
    Eligible,
    /// Allowed, but counted in a quota [`Class`].
    Limited,
    /// A person must look: something is not known, or the facts disagree.
    NeedsReview,
    /// A rule is broken on known facts.
    Ineligible,
}

impl Verdict {
    /// The verdict that findings add up to: the heaviest one decides. A finding about a team condemns nobody.
    ///
    /// ```
    /// use gongsai::eligibility::Verdict;
    /// use gongsai::finding::{Code, Finding, Severity, Subject};
    /// use gongsai::id::PersonId;
    /// let finding = |code, severity| Finding {
    ///     code, severity, subject: Subject::Person(PersonId(1)), clause: None, facts: vec![],
    /// };
    /// let findings = [finding(Code::P01Checksum, Severity::Review), finding(Code::P03Under, Severity::Ineligible)];
    /// assert_eq!(Verdict::of(&findings), Verdict::Ineligible);
    /// assert_eq!(Verdict::of(&[]), Verdict::Eligible);
    /// ```
    #[must_use]
    pub fn of(findings: &[Finding]) -> Verdict {
        findings.iter().map(|finding| Verdict::from(finding.severity)).max().unwrap_or_default()
    }
}

/// The verdict on a person of whom nothing else was found.
impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note | Severity::TeamInvalid => Verdict::Eligible,
            Severity::Limited => Verdict::Limited,
            // A row that was not taken in has no facts to judge by.
            Severity::Review | Severity::Refused => Verdict::NeedsReview,
            Severity::Ineligible => Verdict::Ineligible,
        }
    }
}

/// The classes that a person with these findings counts in.
///
/// ```
/// use gongsai::eligibility::classes;
/// use gongsai::finding::{Code, Finding, Severity, Subject};
/// use gongsai::id::PersonId;
/// use gongsai::regulations::Class;
/// let met = Finding {
///     code: Code::R04Met,
///     severity: Severity::Limited,
///     subject: Subject::Person(PersonId(1)),
///     clause: None,
///     facts: vec![],
/// };
/// assert!(classes(&[met]).contains(&Class::ExPro));
/// ```
#[must_use]
pub fn classes(findings: &[Finding]) -> BTreeSet<Class> {
    order::set(findings.iter().filter_map(|finding| Class::of(finding.code, finding.severity)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Subject};
    use crate::id::PersonId;

    #[track_caller]
    fn check(severities: &[Severity], expected: Verdict) {
        let finding = |severity: &Severity| Finding {
            code: Code::R04Met,
            severity: *severity,
            subject: Subject::Person(PersonId(1)),
            clause: None,
            facts: Vec::new(),
        };
        let findings: Vec<Finding> = severities.iter().map(finding).collect();
        assert_eq!(Verdict::of(&findings), expected);
    }

    /// Section 2 of the catalogue: `Ineligible > NeedsReview > Limited > Eligible`.
    #[test]
    fn the_heaviest_finding_decides() {
        check(&[], Verdict::Eligible);
        check(&[Severity::Note], Verdict::Eligible);
        check(&[Severity::Limited, Severity::Note], Verdict::Limited);
        check(&[Severity::Limited, Severity::Review], Verdict::NeedsReview);
        check(&[Severity::Ineligible, Severity::Review, Severity::Limited], Verdict::Ineligible);
    }

    #[test]
    fn a_finding_about_a_team_condemns_nobody() {
        check(&[Severity::TeamInvalid], Verdict::Eligible);
        check(&[Severity::TeamInvalid, Severity::Limited], Verdict::Limited);
    }
}
