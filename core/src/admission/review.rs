//! What is kept of the review of one person in one sport, and how a decision comes to count.

use std::collections::BTreeSet;

use super::NotAdmitted;
use crate::date::Date;
use crate::eligibility::{Decision, Verdict, decided};
use crate::finding::{Code, Severity};

/// What is kept of the review of one person in one sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The verdict of the rules.
    pub verdict: Verdict,
    /// The codes of the findings with their weight, notes included.
    pub codes: Vec<(Code, Severity)>,
    /// The words of the review group that count, in order; the verdict of the rules stays beside them.
    pub decisions: Vec<Decision>,
    /// The word that waits for other reviewers.
    pub proposed: Option<Proposed>,
    /// What the unit was asked to correct, while it is.
    pub returned: Option<Correction>,
    /// Whether people look at everyone, so that nobody passes without a word of theirs.
    pub looked_at: bool,
}

/// What a unit was asked to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What, in the review group's words.
    pub reason: String,
    /// The last day; none where none was named.
    pub until: Option<Date>,
}

/// A word that waits until enough reviewers have said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The word.
    pub decision: Decision,
    /// Who said it, by name.
    pub by: BTreeSet<String>,
}

impl Review {
    /// A review that nobody has said a word on.
    #[must_use]
    pub fn of(verdict: Verdict, codes: Vec<(Code, Severity)>) -> Review {
        Review { verdict, codes, decisions: Vec::new(), proposed: None, returned: None, looked_at: false }
    }

    /// The verdict that counts: that of the rules, as the review group's decisions change it.
    #[must_use]
    pub fn effective(&self) -> Verdict {
        let verdict = if self.looked_at { self.verdict.max(Verdict::NeedsReview) } else { self.verdict };
        decided(verdict, &self.codes, &self.decisions)
    }

    /// A reviewer's word. It counts when so many different reviewers have said it, one after another and no other word
    /// between; sending a form back counts at once, since it decides nothing.
    ///
    /// # Errors
    /// [`NotAdmitted::SameReviewer`].
    ///
    /// ```
    /// use gongsai::admission::Review;
    /// use gongsai::eligibility::{Decision, Verdict};
    /// let mut review = Review::of(Verdict::NeedsReview, vec![]);
    /// review.say(Decision::Confirm, "王", 2)?;
    /// assert_eq!(review.effective(), Verdict::NeedsReview);
    /// assert!(review.say(Decision::Confirm, "王", 2).is_err());
    /// review.say(Decision::Confirm, "李", 2)?;
    /// assert_eq!(review.effective(), Verdict::Eligible);
    /// # Ok::<(), gongsai::admission::NotAdmitted>(())
    /// ```
    pub fn say(&mut self, decision: Decision, by: &str, eyes: u8) -> Result<(), NotAdmitted> {
        let mut proposed = match self.proposed.take_if(|proposed| proposed.decision == decision) {
            Some(proposed) => proposed,
            None => Proposed { decision, by: BTreeSet::new() },
        };
        let is_new = proposed.by.insert(by.to_owned());
        if decision == Decision::Return || proposed.by.len() >= usize::from(eyes) {
            self.proposed = None;
            self.decisions.push(decision);
            if !matches!(decision, Decision::Waive(_)) {
                self.returned = None;
            }
            return Ok(());
        }
        self.proposed = Some(proposed);
        if is_new { Ok(()) } else { Err(NotAdmitted::SameReviewer) }
    }
}
