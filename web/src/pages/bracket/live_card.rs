//! One match of the bracket: renders again only when it changed.

use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId};
use gongsai::publication;
use yew::prelude::*;

use crate::components::{CardLook, match_card};
use crate::session::{use_language, use_meet};

/// Which match, and how it is looked at.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LiveCardProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
    /// Whether it is on the way of the entrant that is looked at.
    pub on_path: bool,
    /// That entrant.
    pub pinned: Option<EntryId>,
    /// Whether the tab key comes to it.
    pub tab: bool,
}

/// One match of the bracket.
#[component]
pub(super) fn LiveCard(props: &LiveCardProps) -> Html {
    let language = use_language();
    let LiveCardProps { event, id, on_path, pinned, tab } = props.clone();
    let card = use_meet(move |meet| publication::card(meet, &event, id).map(Rc::new));
    match card {
        Some(card) => match_card(language, &card, CardLook { on_path, pinned, tab }),
        None => html! { <article class="match-card" hidden=true></article> },
    }
}
