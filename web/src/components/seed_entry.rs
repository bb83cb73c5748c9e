//! The seed of a draw, and the button that draws.

use gongsai_wording::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// What the entry of a seed shows.
#[derive(Clone, PartialEq, Properties)]
pub struct SeedEntryProps {
    /// The seed as it stands.
    pub seed: AttrValue,
    /// The language.
    pub language: Lang,
    /// Whether this is the draw of the knockout after groups.
    pub second: bool,
    /// Why nothing was drawn.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// Another seed was typed.
    pub on_seed: Callback<String>,
    /// A fresh seed is wanted.
    pub on_fresh: Callback<()>,
    /// It is to be drawn.
    pub on_draw: Callback<()>,
}

/// The seed of a draw, and the button that draws.
#[component]
pub fn SeedEntry(props: &SeedEntryProps) -> Html {
    let SeedEntryProps { seed, language, second, refusal, on_seed, on_fresh, on_draw } = props;
    let language = *language;
    let (run, test) = if *second { (DrawText::RunSecond, "draw-second-run") } else { (DrawText::Run, "draw-run") };
    let oninput = on_seed.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="seed-entry">
            <label class="seed-field">
                <span>{ DrawText::Seed.say(language) }</span>
                <input
                    type="text"
                    class="seed-text"
                    data-test="draw-seed"
                    autocomplete="off"
                    spellcheck="false"
                    value={seed.clone()}
                    {oninput}
                />
            </label>
            <div class="seed-buttons">
                <button type="button" class="quiet" data-test="draw-seed-fresh" onclick={on_fresh.reform(|_: MouseEvent| ())}>
                    { DrawText::NewSeed.say(language) }
                </button>
                <button
                    type="button"
                    class="primary"
                    data-test={test}
                    disabled={seed.trim().is_empty()}
                    onclick={on_draw.reform(|_: MouseEvent| ())}
                >{ run.say(language) }</button>
            </div>
            <p class="muted">{ DrawText::SeedHelp.say(language) }</p>
            <p class="refusal" role="alert" data-test="draw-refusal">{ refusal.clone().unwrap_or_default() }</p>
        </div>
    }
}
