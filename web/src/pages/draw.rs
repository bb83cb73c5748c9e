//! The page of the step `Draw`.

use yew::prelude::*;

use super::EventProps;
use crate::route::Step;
use crate::session::use_language;
use crate::wording;

/// The page.
#[component]
pub fn DrawPage(props: &EventProps) -> Html {
    let language = use_language();
    html! {
        <section data-event={props.event.to_string()}>
            <h1>{ wording::step(language, Step::Draw) }</h1>
        </section>
    }
}
