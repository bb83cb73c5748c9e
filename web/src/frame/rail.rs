//! The pipeline as a rail: how far each step is. On phones a bar at the bottom.

use gongsai::id::{EventId, MeetId};
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::route::{Route, Step};
use crate::session::{StepState, pipeline, use_language, use_meet};
use crate::wording::frame::{Frame as Text, step_state};
use crate::wording::{self, Words};

#[derive(PartialEq, Properties)]
pub(super) struct RailProps {
    /// The page that is shown.
    pub step: Step,
    /// The event whose steps are shown; none before the regulations are set.
    pub event: Option<EventId>,
}

/// The rail.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let language = use_language();
    let event = props.event.clone();
    let meet = use_meet(gongsai::meet::Meet::id);
    let steps = {
        let event = event.clone();
        use_meet(move |meet| pipeline(meet, event.as_ref()))
    };
    let shown = steps.iter().enumerate().filter(|(_, (step, _))| event.is_some() || !step.is_of_event());
    html! {
        <nav class="rail" aria-label={Text::Pipeline.say(language)}>
            <ol>
                { for shown.map(|(index, (step, state))| item(language, meet, (index + 1).to_string(), *step, *state, props)) }
                { for [Step::History, Step::Devices].map(|step| item(language, meet, "·".to_owned(), step, StepState::Ready, props)) }
            </ol>
        </nav>
    }
}

fn item(language: Lang, meet: MeetId, number: String, step: Step, state: StepState, props: &RailProps) -> Html {
    let current = step == props.step.of_rail();
    let to = match (step, &props.event) {
        (_, Some(event)) => Route::of(meet, step, event),
        (_, None) => Route::whole(meet, step),
    };
    let (name, mark) = match state {
        StepState::Done(n) => ("done", format!("✓ {n}")),
        StepState::Open(n) => ("open", format!("● {n}")),
        StepState::Ready => ("ready", String::new()),
        StepState::After(_) => ("closed", String::new()),
        StepState::None => ("none", String::new()),
    };
    let words = step_state(language, state);
    let why = matches!(state, StepState::After(_) | StepState::None).then(|| words.clone());
    html! {
        <li key={step.name()} class={classes!("rail-step", name, current.then_some("current"), (step == Step::History).then_some("rail-apart"))} data-test={format!("rail-{}", step.name())} data-state={name}>
            <a href={to.address()} class="rail-link">
                <span class="rail-number" aria-hidden="true">{ number }</span>
                <span class="rail-name">{ wording::step(language, step) }</span>
                <span class="rail-mark" aria-hidden="true">{ mark }</span>
                <span class="rail-why" aria-hidden="true">{ why.unwrap_or_default() }</span>
                <span class="hidden">{ words }</span>
            </a>
        </li>
    }
}
