//! Goes from one event of the meet to another.

use gongsai::id::EventId;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::platform::address;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words;
use crate::wording::frame::Frame as Text;

#[derive(PartialEq, Properties)]
pub(super) struct EventSwitchProps {
    /// The page.
    pub step: Step,
    /// The event of the page.
    pub event: Option<EventId>,
}

/// The choice of events. On a page of the whole meet, choosing an event leads to its draw.
#[component]
pub(super) fn EventSwitch(props: &EventSwitchProps) -> Html {
    let language = use_language();
    let session = use_session();
    let events: Vec<(EventId, AttrValue)> = use_meet(|meet| {
        let events = meet.regulations().map_or(&[][..], |regulations| &regulations.events);
        events.iter().map(|event| (event.id.clone(), AttrValue::from(event.name.clone()))).collect()
    });
    let step = if props.step.is_of_event() { props.step } else { Step::Draw };
    let onchange = Callback::from(move |change: Event| {
        let chosen = change.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let event = chosen.and_then(|select| EventId::new(&select.value()).ok());
        if let (Some(event), Some(meet)) = (event, session.meet_id()) {
            address::go(&Route::of(meet, step, &event));
        }
    });
    let option = |(id, name): &(EventId, AttrValue)| {
        let selected = props.event.as_ref() == Some(id);
        html! { <option key={id.to_string()} value={id.to_string()} {selected}>{ name.clone() }</option> }
    };
    html! {
        <span class="event-switch" hidden={events.is_empty()}>
            <select {onchange} aria-label={Text::Event.say(language)} data-test="event-switch">
                <option key="" value="" selected={props.event.is_none()} disabled=true>{ Text::Event.say(language) }</option>
                { for events.iter().map(option) }
            </select>
        </span>
    }
}
