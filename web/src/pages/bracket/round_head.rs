//! The head of a round: its name, and how many of its matches are played.

use std::rc::Rc;

use gongsai::id::{EventId, MatchId};
use gongsai::publication;
use yew::prelude::*;

use crate::session::use_meet;

/// Which round.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RoundHeadProps {
    /// The event.
    pub event: EventId,
    /// The matches of the round.
    pub ids: Rc<[MatchId]>,
    /// Its name.
    pub title: AttrValue,
}

/// The head of a round.
#[component]
pub(super) fn RoundHead(props: &RoundHeadProps) -> Html {
    let RoundHeadProps { event, ids, title } = props.clone();
    let counts =
        use_meet(move |meet| meet.event(&event).map(|state| publication::round_progress(state.bracket(), &ids)));
    let (played, total) = counts.unwrap_or_default();
    html! {
        <span class="round-title">
            <span>{ title }</span>
            <span class="count">{ format!("{played}/{total}") }</span>
        </span>
    }
}
