//! The page of the step `Results`.

use yew::prelude::*;

use super::EventProps;
use crate::route::Step;
use crate::session::use_language;
use crate::wording;

/// The page.
#[component]
pub fn ResultsPage(props: &EventProps) -> Html {
    let language = use_language();
    html! {
        <section data-event={props.event.to_string()}>
            <h1>{ wording::step(language, Step::Results) }</h1>
        </section>
    }
}
