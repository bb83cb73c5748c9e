//! The head of an event's page: its name, and how far it is.

use gongsai::id::EventId;
use gongsai::publication::{self, Progress};
use yew::prelude::*;

use crate::route::Step;
use crate::session::{use_language, use_meet};
use crate::wording::{self, play};

/// What the head needs to know.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EventHeadProps {
    /// The event.
    pub event: EventId,
    /// The step of the page.
    pub step: Step,
}

/// The name of the step and of the event, and how far the event is.
#[component]
pub(super) fn EventHead(props: &EventHeadProps) -> Html {
    let language = use_language();
    let event = props.event.clone();
    let name = use_meet(move |meet| {
        let rules = meet.regulations().and_then(|regulations| regulations.event(&event));
        rules.map(|rules| AttrValue::from(rules.name.clone()))
    });
    let event = props.event.clone();
    let Progress { total, played, step, .. } = use_meet(move |meet| publication::progress(meet, &event));
    html! {
        <header class="page-head event-head">
            <h1>{ name }<span class="event-step">{ wording::step(language, props.step) }</span></h1>
            <p class="event-progress" data-test="event-progress">
                <span>{ play::step(language, step) }</span>
                <span hidden={total == 0}>{ play::played(language, played, total) }</span>
                <progress hidden={total == 0} max={total.to_string()} value={played.to_string()} aria-hidden="true" />
            </p>
        </header>
    }
}
