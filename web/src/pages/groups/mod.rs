//! The groups of an event.

mod live_group;
mod live_possible;

use gongsai::bracket::Bracket;
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use crate::components::message;
use crate::route::Step;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::groups::Groups;
use crate::wording::play::Play;
use live_group::LiveGroup;

/// The groups of an event: crosstable and ranking of each, side by side.
#[component]
pub fn GroupsPage(props: &EventProps) -> Html {
    let language = use_language();
    let event = props.event.clone();
    let groups = use_meet(move |meet| meet.event(&event).map(|state| Bracket::groups(state.bracket())));
    let shown = match groups {
        None => message(Play::NotDrawn.say(language)),
        Some(0) => message(Play::NoGroups.say(language)),
        Some(groups) => html! {
            <>
                <p class="muted no-print">{ Groups::WhyHint.say(language) }</p>
                <div class="groups">{ for (1..=groups).map(|group| html! {
                    <LiveGroup key={group} event={props.event.clone()} {group} />
                }) }</div>
            </>
        },
    };
    html! {
        <section class="event-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Groups} />
            <div class="event-body">{ shown }</div>
        </section>
    }
}
