//! Everything that is known of the admission of a meet's people, and the guards of each step.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Candidacy, Challenge, Challenger, Correction, NotAdmitted, Notice, Review, Ruling, State};
use crate::date::Date;
use crate::eligibility::{Decision, Verdict};
use crate::id::{RecordId, UnitId};
use crate::regulations::{NoticeRule, Procedure, Sport};

/// Everything that is known of the admission of a meet's people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admissions {
    reviews: BTreeMap<Candidacy, Review>,
    endorsed: BTreeSet<(UnitId, Sport)>,
    notices: Vec<Notice>,
    posted: BTreeMap<Candidacy, u16>,
    challenges: BTreeMap<RecordId, Challenge>,
    finals: BTreeSet<Candidacy>,
    checked_in: BTreeMap<Candidacy, Date>,
    gone: BTreeMap<Candidacy, State>,
}

impl Admissions {
    /// The reviews with their decisions.
    #[must_use]
    pub fn reviews(&self) -> &BTreeMap<Candidacy, Review> {
        &self.reviews
    }

    /// The lists that their delegation has checked.
    #[must_use]
    pub fn endorsed(&self) -> &BTreeSet<(UnitId, Sport)> {
        &self.endorsed
    }

    /// The notices, the first one first.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The challenges, by the record that brought each.
    #[must_use]
    pub fn challenges(&self) -> &BTreeMap<RecordId, Challenge> {
        &self.challenges
    }

    /// How far the admission of a person of a unit is.
    #[must_use]
    pub fn state(&self, who: Candidacy, unit: UnitId, procedure: &Procedure) -> State {
        if let Some(gone) = self.gone.get(&who) {
            return *gone;
        }
        let Some(review) = self.reviews.get(&who) else { return State::Submitted };
        if let Some(on) = self.checked_in.get(&who) {
            return State::CheckedIn { on: *on };
        }
        if self.finals.contains(&who) {
            return State::Final;
        }
        if review.proposed.is_some() {
            return State::Proposed;
        }
        if let Some(correction) = &review.returned {
            return State::Returned { until: correction.until };
        }
        match review.effective() {
            Verdict::NeedsReview => return State::Open,
            Verdict::Ineligible => return State::Failed,
            Verdict::Eligible | Verdict::Limited => {}
        }
        if procedure.endorsed && !self.endorsed.contains(&(unit, who.1)) {
            return State::Unendorsed;
        }
        match self.posted.get(&who) {
            Some(_) if self.open_challenges(who).next().is_some() => State::Challenged,
            Some(notice) => State::Published { notice: *notice },
            None => State::Passed,
        }
    }

    /// The challenges to a person that nobody has decided.
    pub fn open_challenges(&self, who: Candidacy) -> impl Iterator<Item = (RecordId, &Challenge)> {
        let open = self.challenges.iter().filter(move |(_, challenge)| challenge.who == who);
        open.filter(|(_, challenge)| challenge.ruling.is_none()).map(|(id, challenge)| (*id, challenge))
    }

    /// Whether the admission stands for good.
    #[must_use]
    pub fn is_final(&self, who: Candidacy) -> bool {
        self.finals.contains(&who) || self.checked_in.contains_key(&who)
    }

    /// Whether the person was replaced or put out.
    #[must_use]
    pub fn is_out(&self, who: Candidacy) -> bool {
        self.gone.contains_key(&who)
    }

    /// Keeps what a review found; the words said before stay. Of those who are final nothing changes.
    pub(crate) fn keep_review(&mut self, who: Candidacy, found: Review) {
        if self.is_final(who) {
            return;
        }
        let review = match self.reviews.remove(&who) {
            Some(before) => {
                Review { decisions: before.decisions, proposed: before.proposed, returned: before.returned, ..found }
            }
            None => found,
        };
        let review = self.reviews.entry(who).or_insert(review);
        let lost = |challenge: &Challenge| challenge.ruling.as_ref().is_some_and(|ruling| ruling.upheld);
        if review.decisions.is_empty() && self.challenges.values().any(|one| one.who == who && lost(one)) {
            // A corrected form does not undo what was proved against a person.
            review.decisions.push(Decision::Reject);
        }
    }

    /// Forgets all of a person whose form is replaced, but for a sanction.
    pub(crate) fn forget(&mut self, who: Candidacy) {
        self.reviews.remove(&who);
        self.posted.remove(&who);
        if self.gone.get(&who) == Some(&State::Withdrawn) {
            self.gone.remove(&who);
        }
    }

    /// A unit's list is another than the one that its delegation checked.
    pub(crate) fn list_changed(&mut self, unit: UnitId, sport: Sport) {
        self.endorsed.remove(&(unit, sport));
    }

    /// The person is out: replaced, or by a sanction.
    pub(crate) fn take_out(&mut self, who: Candidacy, state: State) {
        self.gone.insert(who, state);
    }

    pub(crate) fn endorse(&mut self, unit: UnitId, sport: Sport) {
        self.endorsed.insert((unit, sport));
    }

    /// A reviewer's word on a person; `correction` says what is asked for where it sends the form back.
    pub(crate) fn decide(
        &mut self,
        who: Candidacy,
        decision: Decision,
        by: &str,
        eyes: u8,
        correction: Option<Correction>,
    ) -> Result<(), NotAdmitted> {
        if self.is_final(who) {
            return Err(NotAdmitted::State(who, State::Final));
        }
        let review = self.reviews.get_mut(&who).ok_or(NotAdmitted::State(who, State::Submitted))?;
        review.say(decision, by, eyes)?;
        if decision == Decision::Return {
            review.returned = correction;
        }
        // A verdict that was posted and holds no more is not posted any longer.
        if review.effective() >= Verdict::NeedsReview {
            self.posted.remove(&who);
        }
        Ok(())
    }

    /// A reviewer's word on several people of whom nothing weighs.
    pub(crate) fn pass(&mut self, people: &[Candidacy], by: &str, eyes: u8) -> Result<(), NotAdmitted> {
        let weighs = |who: &&Candidacy| {
            self.reviews
                .get(who)
                .is_none_or(|review| review.verdict >= Verdict::NeedsReview || review.returned.is_some())
        };
        if let Some(who) = people.iter().find(weighs) {
            return Err(NotAdmitted::Found(*who));
        }
        let mut after = self.clone();
        for who in people {
            after.decide(*who, Decision::Confirm, by, eyes, None)?;
        }
        *self = after;
        Ok(())
    }

    /// Posts a notice. The meet has checked that each of them passed and that nobody of their sports is undecided.
    pub(crate) fn publish(&mut self, notice: Notice, rule: Option<NoticeRule>) -> Result<(), NotAdmitted> {
        let least = rule.map_or(1, |rule| rule.days.max(1));
        if notice.days() < i64::from(least) {
            return Err(NotAdmitted::TooShort(least));
        }
        let number = u16::try_from(self.notices.len() + 1).unwrap_or(u16::MAX);
        self.posted.extend(notice.people.iter().map(|who| (*who, number)));
        self.notices.push(notice);
        Ok(())
    }

    /// The notice that a person is named in.
    #[must_use]
    pub fn notice_of(&self, who: Candidacy) -> Option<&Notice> {
        let number = self.posted.get(&who)?;
        self.notices.get(usize::from(*number).checked_sub(1)?)
    }

    /// Takes in a challenge to a person whom a notice names.
    pub(crate) fn challenge(
        &mut self,
        record: RecordId,
        challenge: Challenge,
        rule: Option<NoticeRule>,
    ) -> Result<(), NotAdmitted> {
        let notice = self.notice_of(challenge.who).ok_or(NotAdmitted::State(challenge.who, State::Passed))?;
        if !(notice.from..=notice.until).contains(&challenge.on) {
            return Err(NotAdmitted::OutsideNotice(notice.from, notice.until));
        }
        if let Some(rule) = rule {
            if challenge.deposit < rule.deposit {
                return Err(NotAdmitted::Deposit(rule.deposit));
            }
            if rule.units_only && matches!(challenge.by, Challenger::Other(_)) {
                return Err(NotAdmitted::UnitsOnly);
            }
        }
        if challenge.grounds.trim().is_empty() {
            return Err(NotAdmitted::NoReason);
        }
        self.challenges.insert(record, challenge);
        Ok(())
    }

    pub(crate) fn answer(&mut self, id: RecordId, answer: Answer) -> Result<(), NotAdmitted> {
        let challenge = self.challenges.get_mut(&id).ok_or(NotAdmitted::NoChallenge(id))?;
        if challenge.answer.is_some() || challenge.ruling.is_some() {
            return Err(NotAdmitted::Closed(id));
        }
        if answer.on > challenge.respond_by {
            return Err(NotAdmitted::TooLate(challenge.respond_by));
        }
        challenge.answer = Some(answer);
        Ok(())
    }

    /// Decides on a challenge: upheld, the person fails.
    pub(crate) fn rule(&mut self, id: RecordId, ruling: Ruling) -> Result<(), NotAdmitted> {
        let challenge = self.challenges.get_mut(&id).ok_or(NotAdmitted::NoChallenge(id))?;
        if challenge.ruling.is_some() {
            return Err(NotAdmitted::Closed(id));
        }
        if ruling.reason.trim().is_empty() {
            return Err(NotAdmitted::NoReason);
        }
        match challenge.answer {
            Some(_) => {}
            None if ruling.on <= challenge.respond_by => return Err(NotAdmitted::MayAnswer(challenge.respond_by)),
            None if !ruling.upheld => return Err(NotAdmitted::Unanswered),
            None => {}
        }
        let (who, upheld) = (challenge.who, ruling.upheld);
        challenge.ruling = Some(ruling);
        if upheld {
            self.posted.remove(&who);
            if let Some(review) = self.reviews.get_mut(&who) {
                review.proposed = None;
                review.decisions.push(Decision::Reject);
            }
        }
        Ok(())
    }

    /// Makes a person final whose notice is over. The meet has checked the state.
    pub(crate) fn finalise(&mut self, who: Candidacy, on: Date) -> Result<(), NotAdmitted> {
        let notice = self.notice_of(who).ok_or(NotAdmitted::State(who, State::Passed))?;
        if on <= notice.until {
            return Err(NotAdmitted::NoticeHangs(notice.until));
        }
        self.finals.insert(who);
        Ok(())
    }

    pub(crate) fn reopen(&mut self, who: Candidacy) {
        self.finals.remove(&who);
        self.checked_in.remove(&who);
        self.posted.remove(&who);
        if let Some(review) = self.reviews.get_mut(&who) {
            (review.decisions, review.proposed, review.returned) = (Vec::new(), None, None);
            review.looked_at = true;
        }
    }

    pub(crate) fn check_in(&mut self, who: Candidacy, on: Date) {
        self.checked_in.insert(who, on);
    }
}
