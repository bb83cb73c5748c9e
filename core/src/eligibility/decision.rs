//! What the review group decides, laid over what the rules found.

use std::collections::BTreeSet;

use super::Verdict;
use crate::finding::{Code, Severity};

/// One decision of the review group on one person. Who, when and why stand in the record that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Looked at and passed: findings that ask a person to look weigh no more. Broken rules stay broken.
    Confirm,
    /// Findings of this code weigh no more.
    Waive(Code),
    /// Not admitted, whatever was found.
    Reject,
    /// Sent back to the unit for correction: not passed until confirmed.
    Return,
}

/// The verdict that holds after the decisions, in the order in which they were taken. Of `Confirm`, `Reject` and
/// `Return` the last one counts; waivers add up. The verdict and findings of the rules stay as they are beside it.
///
/// `findings` are the codes with their weight, as the journal keeps them. A verdict heavier than they explain (they may have been erased) can be confirmed or rejected, never waived.
///
/// ```
/// use gongsai::eligibility::{Decision, Verdict, decided};
/// use gongsai::finding::{Code, Severity};
/// let found = [(Code::P01Checksum, Severity::Review)];
/// let verdict = Verdict::NeedsReview;
/// assert_eq!(decided(verdict, &found, &[]), Verdict::NeedsReview);
/// assert_eq!(decided(verdict, &found, &[Decision::Waive(Code::P01Checksum)]), Verdict::Eligible);
/// assert_eq!(decided(verdict, &found, &[Decision::Reject]), Verdict::Ineligible);
/// ```
#[must_use]
pub fn decided(verdict: Verdict, findings: &[(Code, Severity)], decisions: &[Decision]) -> Verdict {
    let mut waived = BTreeSet::new();
    let mut last = None;
    for decision in decisions {
        match decision {
            Decision::Waive(code) => {
                waived.insert(*code);
            }
            Decision::Confirm | Decision::Reject | Decision::Return => last = Some(*decision),
        }
    }
    let explained = findings.iter().any(|(_, severity)| verdict <= Verdict::from(*severity));
    let unexplained = if explained { Verdict::Eligible } else { verdict };
    let weighing = findings.iter().filter(|(code, _)| !waived.contains(code));
    let verdicts = weighing.map(|(_, severity)| Verdict::from(*severity)).chain([unexplained]);
    match last {
        Some(Decision::Reject) => Some(Verdict::Ineligible),
        Some(Decision::Confirm) => verdicts.filter(|verdict| *verdict != Verdict::NeedsReview).max(),
        Some(Decision::Return) => verdicts.chain([Verdict::NeedsReview]).max(),
        Some(Decision::Waive(_)) | None => verdicts.max(),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECKSUM: (Code, Severity) = (Code::P01Checksum, Severity::Review);
    const UNDER: (Code, Severity) = (Code::P03Under, Severity::Ineligible);
    const MET: (Code, Severity) = (Code::R04Met, Severity::Limited);

    #[track_caller]
    fn check(found: &[(Code, Severity)], decisions: &[Decision], expected: Verdict) {
        let verdict = found.iter().map(|(_, severity)| Verdict::from(*severity)).max().unwrap_or_default();
        assert_eq!(decided(verdict, found, decisions), expected);
    }

    #[test]
    fn no_decision_leaves_the_verdict() {
        check(&[CHECKSUM, MET], &[], Verdict::NeedsReview);
        assert_eq!(decided(Verdict::Ineligible, &[], &[]), Verdict::Ineligible);
    }

    /// Case 7 of the catalogue: a waiver settles its own code alone.
    #[test]
    fn a_waiver_settles_its_own_code_alone() {
        check(&[CHECKSUM], &[Decision::Waive(Code::P01Checksum)], Verdict::Eligible);
        check(&[CHECKSUM, UNDER], &[Decision::Waive(Code::P01Checksum)], Verdict::Ineligible);
        check(&[UNDER, MET], &[Decision::Waive(Code::P03Under)], Verdict::Limited);
    }

    #[test]
    fn confirming_passes_what_was_doubtful_and_not_what_is_broken() {
        check(&[CHECKSUM], &[Decision::Confirm], Verdict::Eligible);
        check(&[CHECKSUM, MET], &[Decision::Confirm], Verdict::Limited);
        check(&[CHECKSUM, UNDER], &[Decision::Confirm], Verdict::Ineligible);
    }

    #[test]
    fn the_last_word_counts() {
        check(&[], &[Decision::Reject], Verdict::Ineligible);
        check(&[CHECKSUM], &[Decision::Reject, Decision::Confirm], Verdict::Eligible);
        check(&[CHECKSUM], &[Decision::Confirm, Decision::Return], Verdict::NeedsReview);
        check(&[], &[Decision::Return], Verdict::NeedsReview);
        check(&[], &[Decision::Return, Decision::Confirm], Verdict::Eligible);
    }

    #[test]
    fn a_verdict_whose_findings_were_erased_is_not_waived() {
        let waive = [Decision::Waive(Code::P03Under)];
        assert_eq!(decided(Verdict::Ineligible, &[], &waive), Verdict::Ineligible);
        assert_eq!(decided(Verdict::NeedsReview, &[], &[Decision::Confirm]), Verdict::Eligible);
    }
}
