//! What is said at a draw, and the button that draws.

use gongsai_wording::Lang;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// What is said at a draw, as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// The seed; of a draw announced before, the secret.
    pub seed: String,
    /// The words called from the floor.
    pub words: String,
    /// Who sees it, by name.
    pub witnesses: String,
}

/// Words or names, one by one: what stands between spaces, commas and line breaks.
#[must_use]
pub fn one_by_one(text: &str) -> Vec<String> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；');
    text.split(between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What the entry shows.
#[derive(Clone, PartialEq, Properties)]
pub struct CeremonyEntryProps {
    /// As it stands.
    pub spoken: Spoken,
    /// The language.
    pub language: Lang,
    /// Whether the draw is announced: then its seed is the secret, and words from the floor are mixed into it.
    pub announced: bool,
    /// Whether this device has the secret, so that nobody need type it.
    pub has_secret: bool,
    /// Whether this is the draw of the knockout after groups.
    pub second: bool,
    /// Why nothing was drawn.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// Something else was typed.
    pub on_spoken: Callback<Spoken>,
    /// A fresh seed is wanted.
    pub on_fresh: Callback<()>,
    /// It is to be drawn.
    pub on_draw: Callback<()>,
}

/// Seed, words from the floor, witnesses, and the button that draws.
#[component]
pub fn CeremonyEntry(props: &CeremonyEntryProps) -> Html {
    let CeremonyEntryProps { spoken, language, announced, has_secret, second, refusal, on_spoken, .. } = props;
    let language = *language;
    let (run, test) = if *second { (DrawText::RunSecond, "draw-second-run") } else { (DrawText::Run, "draw-run") };
    let typed = |set: fn(&mut Spoken, String)| {
        let spoken = spoken.clone();
        on_spoken.reform(move |event: InputEvent| {
            let mut next = spoken.clone();
            set(&mut next, event.target_unchecked_into::<HtmlInputElement>().value());
            next
        })
    };
    let field = |text: DrawText, test: &'static str, value: &str, oninput: Callback<InputEvent>, hidden: bool| {
        html! {
            <label class="seed-field" {hidden}>
                <span>{ text.say(language) }</span>
                <input type="text" class="seed-text" data-test={test} autocomplete="off" spellcheck="false"
                    value={value.to_owned()} {oninput} />
            </label>
        }
    };
    let seed = if *announced { DrawText::Secret } else { DrawText::Seed };
    let help = if *announced { DrawText::SecretHelp } else { DrawText::SeedHelp };
    let missing = !has_secret && spoken.seed.trim().is_empty();
    html! {
        <div class="seed-entry">
            { field(seed, "draw-seed", &spoken.seed, typed(|spoken, text| spoken.seed = text), *has_secret) }
            <div class="seed-buttons" hidden={*announced}>
                <button type="button" class="quiet" data-test="draw-seed-fresh" onclick={props.on_fresh.reform(|_: MouseEvent| ())}>
                    { DrawText::NewSeed.say(language) }
                </button>
            </div>
            { field(DrawText::Words, "draw-words", &spoken.words, typed(|spoken, text| spoken.words = text), false) }
            { field(DrawText::Witnesses, "draw-witnesses", &spoken.witnesses, typed(|spoken, text| spoken.witnesses = text), false) }
            <p class="muted">{ help.say(language) }</p>
            <div class="seed-buttons">
                <button type="button" class="primary" data-test={test} disabled={missing}
                    onclick={props.on_draw.reform(|_: MouseEvent| ())}>{ run.say(language) }</button>
            </div>
            <p class="refusal" role="alert" data-test="draw-refusal">{ refusal.clone().unwrap_or_default() }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::one_by_one;

    #[test]
    fn words_are_read_as_people_write_them() {
        assert_eq!(one_by_one(" 红，马 18、 ok;\n"), ["红", "马", "18", "ok"]);
        assert!(one_by_one(" ，").is_empty());
    }
}
