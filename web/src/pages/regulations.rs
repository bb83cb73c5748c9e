//! The page `regulations`.

use yew::prelude::*;

/// The page.
#[component]
pub fn RegulationsPage() -> Html {
    html! { <section></section> }
}
