//! Who is to be looked at: the rows of the queue and their filters.

use gongsai::admission::State;
use gongsai::eligibility::Verdict;
use gongsai::finding::{Code, Severity};
use gongsai::id::{PersonId, UnitId};
use gongsai::meet::Meet;
use gongsai::order;
use gongsai::regulations::Sport;
use yew::AttrValue;

/// One person in one sport.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QueueRow {
    pub(super) person: PersonId,
    pub(super) sport: Sport,
    pub(super) unit: UnitId,
    pub(super) name: AttrValue,
    pub(super) unit_name: AttrValue,
    pub(super) verdict: Verdict,
    pub(super) codes: Vec<Code>,
    pub(super) state: State,
    pub(super) decided: bool,
}

/// Which verdicts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Open,
    Proposed,
    Returned,
    Barred,
    Limited,
    Passed,
    All,
}

/// The filters; none means any.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) shown: Shown,
    pub(super) rule: Option<&'static str>,
    pub(super) unit: Option<UnitId>,
    pub(super) sport: Option<Sport>,
}

impl Shown {
    pub(super) const ALL: [Shown; 7] =
        [Shown::Open, Shown::Proposed, Shown::Returned, Shown::Barred, Shown::Limited, Shown::Passed, Shown::All];

    pub(super) fn name(self) -> &'static str {
        match self {
            Shown::Open => "open",
            Shown::Proposed => "proposed",
            Shown::Returned => "returned",
            Shown::Barred => "barred",
            Shown::Limited => "limited",
            Shown::Passed => "passed",
            Shown::All => "all",
        }
    }

    pub(super) fn holds(self, row: &QueueRow) -> bool {
        match (self, row.state) {
            (Shown::All, _) | (Shown::Open, State::Open) | (Shown::Proposed, State::Proposed) => true,
            (Shown::Returned, state) => matches!(state, State::Returned { .. }),
            (Shown::Barred, state) => matches!(state, State::Failed | State::Disqualified),
            (_, State::Open | State::Proposed | State::Returned { .. } | State::Disqualified) => false,
            (Shown::Limited, _) => row.verdict == Verdict::Limited,
            (Shown::Passed, _) => row.verdict == Verdict::Eligible,
            (Shown::Open | Shown::Proposed, _) => false,
        }
    }
}

impl Filter {
    /// Whether a row is shown, its verdict apart.
    pub(super) fn fits(&self, row: &QueueRow) -> bool {
        self.rule.is_none_or(|rule| row.codes.iter().any(|code| code.rule() == rule))
            && self.unit.is_none_or(|unit| unit == row.unit)
            && self.sport.is_none_or(|sport| sport == row.sport)
    }
}

/// Everyone who was reviewed, unit by unit.
pub(super) fn rows(meet: &Meet) -> Vec<QueueRow> {
    let row = |((person, sport), review): (&(PersonId, Sport), &gongsai::admission::Review)| {
        let known = meet.people().get(person)?;
        let unit = meet.units().get(&known.unit)?;
        let weighty = review.codes.iter().filter(|(_, severity)| *severity > Severity::Note);
        Some(QueueRow {
            person: *person,
            sport: *sport,
            unit: unit.id,
            name: known.name.clone().into(),
            unit_name: unit.name.clone().into(),
            verdict: review.effective(),
            codes: weighty.map(|(code, _)| *code).collect(),
            state: meet.admission((*person, *sport))?,
            decided: !review.decisions.is_empty(),
        })
    };
    let mut rows: Vec<QueueRow> = meet.reviews().iter().filter_map(row).collect();
    order::sort_by(&mut rows, |a, b| (&a.unit_name, a.sport, &a.name).cmp(&(&b.unit_name, b.sport, &b.name)));
    rows
}

/// People on forms that were not reviewed.
pub(super) fn unread(meet: &Meet) -> usize {
    let asked = meet.taken_in().iter().flat_map(|((_, sport), people)| people.iter().map(move |id| (*id, *sport)));
    asked.filter(|key| !meet.reviews().contains_key(key)).count()
}
