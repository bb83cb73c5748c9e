//! The page `home`.

use yew::prelude::*;

/// The page.
#[component]
pub fn HomePage() -> Html {
    html! { <section></section> }
}
