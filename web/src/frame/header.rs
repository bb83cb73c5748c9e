//! The header of a meet: its title, its events, and whether all is stored.

use gongsai_wording::Lang;
use yew::prelude::*;

use super::event_switch::EventSwitch;
use super::saved::Saved;
use super::{FrameProps, TopBar};
use crate::wording::Words;
use crate::wording::frame::Frame as Text;

/// The header of a page: its title is that of the meet, once it has regulations.
pub(super) fn header(language: Lang, title: Option<AttrValue>, props: &FrameProps) -> Html {
    let title = title.unwrap_or_else(|| Text::Untitled.say(language));
    html! {
        <TopBar>
            <span class="meet-title" data-test="meet-title">{ title }</span>
            <EventSwitch step={props.step} event={props.event.clone()} />
            <Saved />
        </TopBar>
    }
}
