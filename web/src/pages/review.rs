//! The page `review`.

use yew::prelude::*;

/// The page.
#[component]
pub fn ReviewPage() -> Html {
    html! { <section></section> }
}
