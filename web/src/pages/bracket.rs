//! The page of the step `Bracket`.

use yew::prelude::*;

use super::EventProps;
use crate::route::Step;
use crate::session::use_language;
use crate::wording;

/// The page.
#[component]
pub fn BracketPage(props: &EventProps) -> Html {
    let language = use_language();
    html! {
        <section data-event={props.event.to_string()}>
            <h1>{ wording::step(language, Step::Bracket) }</h1>
        </section>
    }
}
