//! The Gongsai app. A first page only, until the real one lands.

use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    let taps = use_state(|| 0_u32);
    let on_tap = {
        let taps = taps.clone();
        Callback::from(move |_: MouseEvent| taps.set(*taps + 1))
    };
    html! {
        <main>
            <h1>{ "工赛 Gongsai" }</h1>
            <button onclick={on_tap}>{ *taps }</button>
        </main>
    }
}
