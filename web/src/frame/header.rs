//! The header of a meet: its title, its events, and whether all is stored.

use gongsai::id::EventId;
use yew::prelude::*;

use super::TopBar;
use super::event_switch::EventSwitch;
use super::saved::Saved;
use crate::route::Step;
use crate::session::use_language;
use crate::wording::Words;
use crate::wording::frame::Frame as Text;

#[derive(PartialEq, Properties)]
pub(super) struct HeaderProps {
    /// The title of the meet, once it has regulations.
    pub title: Option<AttrValue>,
    /// The page.
    pub step: Step,
    /// The event of the page.
    pub event: Option<EventId>,
}

/// The header.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let language = use_language();
    let title = props.title.clone().unwrap_or_else(|| Text::Untitled.say(language));
    html! {
        <TopBar>
            <span class="meet-title" data-test="meet-title">{ title }</span>
            <EventSwitch step={props.step} event={props.event.clone()} />
            <Saved />
        </TopBar>
    }
}
