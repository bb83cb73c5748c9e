//! The button that places a knockout by table: there is no lot, so that no seed is asked for.

use gongsai_wording::Lang;
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// The button that places a knockout by table, and why it was not placed.
pub fn table_entry(language: Lang, refusal: Option<AttrValue>, on_place: &Callback<()>) -> Html {
    html! {
        <div class="seed-entry">
            <div class="seed-buttons">
                <button
                    type="button"
                    class="primary"
                    data-test="draw-by-table"
                    onclick={on_place.reform(|_: MouseEvent| ())}
                >{ DrawText::RunByTable.say(language) }</button>
            </div>
            <p class="muted">{ DrawText::ByTableHelp.say(language) }</p>
            <p class="refusal" role="alert" data-test="draw-refusal">{ refusal.unwrap_or_default() }</p>
        </div>
    }
}
