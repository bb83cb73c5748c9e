//! Events that have too few entries or units to be held (E04), for the staff to know; nothing is done about them.

use gongsai::id::EventId;
use yew::prelude::*;

use crate::session::{use_language, use_meet};
use crate::wording::entries::too_small;

#[derive(PartialEq, Properties)]
pub(super) struct SmallEventsProps {
    /// Only this event; else all.
    #[prop_or_default]
    pub(super) event: Option<EventId>,
}

/// A line an event, with what the regulations ask and their article.
#[component]
pub(super) fn SmallEvents(props: &SmallEventsProps) -> Html {
    let language = use_language();
    let only = props.event.clone();
    let lines: Vec<AttrValue> = use_meet(move |meet| {
        // Before the first form all events are empty.
        let Some(regulations) = meet.regulations().filter(|_| !meet.taken_in().is_empty()) else { return Vec::new() };
        let wanted = meet.too_small().into_iter().filter(|small| only.as_ref().is_none_or(|only| *only == small.event));
        wanted.filter_map(|small| Some(too_small(language, regulations, &small)?.into())).collect()
    });
    html! {
        <ul class="note warn" hidden={lines.is_empty()} data-test="too-small">
            { for lines.iter().map(|line| html! { <li key={line.to_string()}>{ line.clone() }</li> }) }
        </ul>
    }
}
