//! The admission of a meet's people: what each step needs of the meet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Effects, Meet, Record, Refused};
use crate::admission::{
    Admissions, Answer, Candidacy, Challenge, Challenger, Correction, NotAdmitted, Notice, Review, Ruling, State, Step,
};
use crate::date::Date;
use crate::eligibility::{Decision, Verdict};
use crate::id::{PersonId, UnitId};
use crate::order;
use crate::regulations::{Procedure, Sport};

impl Meet {
    /// The admission of the meet's people.
    #[must_use]
    pub fn admissions(&self) -> &Admissions {
        &self.admissions
    }

    /// The reviews with their decisions, by person and sport.
    #[must_use]
    pub fn reviews(&self) -> &BTreeMap<Candidacy, Review> {
        self.admissions.reviews()
    }

    /// How people are admitted; as without a word in the regulations where there are none.
    #[must_use]
    pub fn procedure(&self) -> Procedure {
        self.regulations.as_ref().map(|regulations| regulations.procedure.clone()).unwrap_or_default()
    }

    /// Everyone on the forms taken in, with the unit, in the order of the units and sports.
    pub fn candidacies(&self) -> impl Iterator<Item = (UnitId, Candidacy)> {
        let lists = self.taken_in.iter();
        lists.flat_map(|((unit, sport), people)| people.iter().map(move |person| (*unit, (*person, *sport))))
    }

    /// How far the admission of a person in a sport is. None where no form names them.
    #[must_use]
    pub fn admission(&self, who: Candidacy) -> Option<State> {
        let unit = self.people.get(&who.0)?.unit;
        let on_list = self.taken_in.get(&(unit, who.1)).is_some_and(|people| people.contains(&who.0));
        let state = self.admissions.state(who, unit, &self.procedure());
        (on_list || matches!(state, State::Withdrawn | State::Disqualified)).then_some(state)
    }

    /// Everyone on the forms with how far they are.
    ///
    /// # Complexity
    /// O(n log n) for n people and the challenges of each.
    pub fn admission_states(&self) -> impl Iterator<Item = (UnitId, Candidacy, State)> {
        let procedure = self.procedure();
        self.candidacies().map(move |(unit, who)| (unit, who, self.admissions.state(who, unit, &procedure)))
    }

    /// Whether the rules and the review group bar a person from a sport.
    #[must_use]
    pub fn is_barred(&self, who: Candidacy) -> bool {
        self.admissions.is_out(who)
            || self.reviews().get(&who).is_some_and(|review| review.effective() == Verdict::Ineligible)
    }

    /// The notice of everyone who passed and is not posted yet, in sports of which nobody is undecided.
    #[must_use]
    pub fn prepare_notice(&self, from: Date, until: Date) -> Step {
        let undecided = self.undecided();
        let passed = self
            .admission_states()
            .filter(|(_, (_, sport), state)| *state == State::Passed && !undecided.contains_key(sport));
        Step::Publish { from, until, people: passed.map(|(_, who, _)| who).collect() }
    }

    /// Everyone in a notice that is over on a day, with no challenge open.
    #[must_use]
    pub fn prepare_final(&self, on: Date) -> Step {
        let over = |who: Candidacy| self.admissions.notice_of(who).is_some_and(|notice| notice.until < on);
        let posted = self.admission_states().filter(|(_, _, state)| matches!(state, State::Published { .. }));
        Step::Finalise { people: posted.map(|(_, who, _)| who).filter(|who| over(*who)).collect(), on }
    }

    /// How many people of each sport are undecided; sports without any are left out.
    #[must_use]
    pub fn undecided(&self) -> BTreeMap<Sport, usize> {
        let mut counts = BTreeMap::new();
        for (_, (_, sport), _) in self.admission_states().filter(|(_, _, state)| state.is_undecided()) {
            *counts.entry(sport).or_insert(0) += 1;
        }
        counts
    }

    /// A reviewer's word on a person.
    pub(super) fn decide(
        &mut self,
        record: &Record,
        who: Candidacy,
        decision: Decision,
        correction: Correction,
    ) -> Result<Effects, Refused> {
        self.check_person(who.0)?;
        if !self.reviews().contains_key(&who) {
            return Err(Refused::NoPerson(who.0));
        }
        let eyes = self.procedure().eyes;
        Arc::make_mut(&mut self.admissions).decide(who, decision, &record.reviewer(), eyes, Some(correction))?;
        Ok(Effects::default())
    }

    /// Carries out a step on the way to a final list.
    pub(super) fn admit(&mut self, record: &Record, step: &Step) -> Result<Effects, Refused> {
        let procedure = self.procedure();
        match step {
            Step::Endorse { unit, sport } => {
                if !self.taken_in.contains_key(&(*unit, *sport)) {
                    return Err(Refused::NoUnit(*unit));
                }
                self.admit_mut().endorse(*unit, *sport);
            }
            Step::Pass { people } => {
                self.check_named(people)?;
                self.admit_mut().pass(people, &record.reviewer(), procedure.eyes)?;
            }
            Step::Publish { from, until, people } => self.publish(*from, *until, people, &procedure)?,
            Step::Challenge { who, by, deposit, grounds, on } => {
                self.check_state(*who, |state| matches!(state, State::Published { .. } | State::Challenged))?;
                self.check_challenger(*who, by)?;
                let days = procedure.notice.map_or(0, |rule| rule.respond_days);
                let respond_by = Date::from_unix_day(on.unix_day() + i64::from(days)).unwrap_or(*on);
                let (who, by, deposit, grounds, on) = (*who, by.clone(), *deposit, grounds.clone(), *on);
                let challenge = Challenge { who, by, deposit, grounds, on, respond_by, answer: None, ruling: None };
                self.admit_mut().challenge(record.id, challenge, procedure.notice)?;
            }
            Step::Answer { challenge, text, on } => {
                self.admit_mut().answer(*challenge, Answer { text: text.clone(), on: *on })?;
            }
            Step::Rule { challenge, upheld, reason, on } => {
                let ruling = Ruling { upheld: *upheld, reason: reason.clone(), on: *on };
                self.admit_mut().rule(*challenge, ruling)?;
            }
            Step::Finalise { people, on } => {
                self.check_named(people)?;
                let mut after = Admissions::clone(&self.admissions);
                for who in people {
                    self.check_state(*who, |state| matches!(state, State::Published { .. }))?;
                    after.finalise(*who, *on)?;
                }
                self.admissions = Arc::new(after);
            }
            Step::Reopen { who, reason } => {
                if reason.trim().is_empty() {
                    return Err(NotAdmitted::NoReason.into());
                }
                self.check_state(*who, State::is_final)?;
                self.admit_mut().reopen(*who);
            }
            Step::CheckIn { who, on } => {
                let needs_notice = procedure.notice.is_some();
                self.check_state(*who, |state| match state {
                    State::Final => true,
                    State::Passed | State::Published { .. } => !needs_notice,
                    _ => false,
                })?;
                self.admit_mut().check_in(*who, *on);
            }
        }
        Ok(Effects::default())
    }

    fn admit_mut(&mut self) -> &mut Admissions {
        Arc::make_mut(&mut self.admissions)
    }

    fn publish(&mut self, from: Date, until: Date, people: &[Candidacy], procedure: &Procedure) -> Result<(), Refused> {
        self.check_named(people)?;
        for who in people {
            self.check_state(*who, |state| state == State::Passed)?;
        }
        let sports: BTreeSet<Sport> = order::set(people.iter().map(|(_, sport)| *sport));
        let undecided = self.undecided();
        let open: usize = sports.iter().filter_map(|sport| undecided.get(sport)).sum();
        if open > 0 {
            return Err(NotAdmitted::StillOpen(open).into());
        }
        let notice = Notice { from, until, people: order::set(people.iter().copied()) };
        Ok(self.admit_mut().publish(notice, procedure.notice)?)
    }

    fn check_named(&self, people: &[Candidacy]) -> Result<(), Refused> {
        if people.is_empty() {
            return Err(NotAdmitted::Nobody.into());
        }
        people.iter().try_for_each(|(person, _)| self.check_person(*person))
    }

    fn check_state(&self, who: Candidacy, fits: impl Fn(State) -> bool) -> Result<(), Refused> {
        let state = self.admission(who).ok_or(Refused::NoPerson(who.0))?;
        if fits(state) { Ok(()) } else { Err(NotAdmitted::State(who, state).into()) }
    }

    fn check_challenger(&self, who: Candidacy, by: &Challenger) -> Result<(), Refused> {
        let Challenger::Unit(unit) = by else { return Ok(()) };
        if !self.units.contains_key(unit) {
            return Err(Refused::NoUnit(*unit));
        }
        if self.people.get(&who.0).is_some_and(|person| person.unit == *unit) {
            return Err(NotAdmitted::OwnUnit.into());
        }
        Ok(())
    }

    pub(super) fn check_person(&self, person: PersonId) -> Result<(), Refused> {
        if self.people.contains_key(&person) { Ok(()) } else { Err(Refused::NoPerson(person)) }
    }
}
