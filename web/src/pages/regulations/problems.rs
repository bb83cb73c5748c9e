//! What was found wrong when the meet was opened.

use yew::prelude::*;

use crate::session::{Session, use_language, use_selected};
use crate::wording::Words;
use crate::wording::frame::{Frame as Text, load_problem};

/// The list; hidden while there is nothing.
#[component]
pub(super) fn Problems() -> Html {
    let language = use_language();
    let problems = use_selected(Session::problems);
    html! {
        <div class="note warn" hidden={problems.is_empty()} data-test="load-problems">
            <h2>{ Text::Problems.say(language) }</h2>
            <p>{ Text::ProblemsKept.say(language) }</p>
            <ul class="plain-list">
                { for problems.iter().enumerate().map(|(index, problem)| html! { <li key={index}>{ load_problem(language, problem) }</li> }) }
            </ul>
        </div>
    }
}
