//! The places of an event.

use std::rc::Rc;

use gongsai::publication;
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use crate::components::{message, podium_table};
use crate::route::Step;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::play::Play;

/// The places of an event, complete or provisional.
#[component]
pub fn StandingsPage(props: &EventProps) -> Html {
    let language = use_language();
    let event = props.event.clone();
    let podium = use_meet(move |meet| Rc::new(publication::podium(meet, &event)));
    let shown =
        if podium.rows.is_empty() { message(Play::NotDrawn.say(language)) } else { podium_table(language, &podium) };
    html! {
        <section class="event-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Standings} />
            <div class="event-body">{ shown }</div>
        </section>
    }
}
