//! How far the meet is: one state a step.

use gongsai::bracket::DrawStage;
use gongsai::id::{EventId, Part, UnitId};
use gongsai::meet::Meet;

use crate::route::Step;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Done: this many forms, people, entries or matches.
    Done(usize),
    /// Work is open: this much of it.
    Open(usize),
    /// Can be looked at; asks for nothing.
    Ready,
    /// Not open before this step is done.
    After(Step),
    /// The event has no such step.
    None,
}

/// The state of each step, those of events for one event.
#[must_use]
pub fn pipeline(meet: &Meet, event: Option<&EventId>) -> [(Step, StepState); 9] {
    Step::PIPELINE.map(|step| (step, state(meet, step, event)))
}

fn state(meet: &Meet, step: Step, event: Option<&EventId>) -> StepState {
    let Some(regulations) = meet.regulations() else {
        return if step == Step::Regulations { StepState::Open(1) } else { StepState::After(Step::Regulations) };
    };
    match step {
        Step::Regulations => StepState::Done(regulations.events.len()),
        Step::Entries => entries(meet),
        Step::Review => review(meet),
        Step::Overall if !regulations.events.iter().any(|event| meet.event(&event.id).is_some()) => {
            StepState::After(Step::Draw)
        }
        Step::Overall | Step::Lineups | Step::Units | Step::Notice | Step::CheckIn | Step::History | Step::Devices => {
            StepState::Ready
        }
        Step::Draw | Step::Groups | Step::Bracket | Step::Results | Step::Standings => {
            event.map_or(StepState::After(Step::Regulations), |event| of_event(meet, step, event))
        }
    }
}

fn entries(meet: &Meet) -> StepState {
    match units_sent(meet) {
        0 => StepState::Open(meet.units().len()),
        sent => StepState::Done(sent),
    }
}

/// The number of units that sent a form.
pub fn units_sent(meet: &Meet) -> usize {
    let mut units: Vec<UnitId> = meet.taken_in().keys().map(|(unit, _)| *unit).collect();
    // The keys are in order, so that the forms of a unit stand together.
    units.dedup();
    units.len()
}

fn review(meet: &Meet) -> StepState {
    if meet.taken_in().is_empty() {
        return StepState::After(Step::Entries);
    }
    match meet.undecided().values().sum() {
        0 => StepState::Done(meet.candidacies().count()),
        open => StepState::Open(open),
    }
}

fn of_event(meet: &Meet, step: Step, id: &EventId) -> StepState {
    let rules = meet.regulations().and_then(|regulations| regulations.event(id));
    let grouped = rules.is_some_and(|event| event.format.has_groups());
    let Some(event) = meet.event(id) else {
        return match (step, meet.entries_of(id).count()) {
            (Step::Groups, _) if !grouped => StepState::None,
            (_, 0) => StepState::After(Step::Entries),
            (Step::Draw, count) => StepState::Open(count),
            (_, _) => StepState::After(Step::Draw),
        };
    };
    let bracket = event.bracket();
    let matches = || bracket.plan().matches.iter().filter_map(|planned| bracket.match_view(planned.id));
    match step {
        Step::Draw => match (bracket.plan().second_draw.is_some(), event.drawn(DrawStage::Second)) {
            (true, None) if groups_over(event) => StepState::Open(bracket.plan().groups.len()),
            _ => StepState::Done(event.drawn(DrawStage::First).map_or(0, |drawn| drawn.placings.len())),
        },
        Step::Groups if !grouped => StepState::None,
        Step::Groups | Step::Bracket | Step::Lineups | Step::Standings => StepState::Ready,
        Step::Results => match matches().filter(|found| found.is_open()).count() {
            0 if matches().all(|found| found.over) => {
                StepState::Done(matches().filter(|found| found.played.is_some()).count())
            }
            open => StepState::Open(open),
        },
        Step::Regulations
        | Step::Entries
        | Step::Review
        | Step::Overall
        | Step::Units
        | Step::Notice
        | Step::CheckIn
        | Step::History
        | Step::Devices => StepState::Ready,
    }
}

fn groups_over(event: &gongsai::meet::EventState) -> bool {
    let bracket = event.bracket();
    let mut grouped = bracket.plan().matches.iter().filter(|planned| matches!(planned.id.part, Part::Group(_)));
    grouped.all(|planned| bracket.match_view(planned.id).is_some_and(|found| found.over))
}
