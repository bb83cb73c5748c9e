//! The page `entries`.

use yew::prelude::*;

/// The page.
#[component]
pub fn EntriesPage() -> Html {
    html! { <section></section> }
}
