//! One match with the line that its result is typed in.

use std::rc::Rc;

use gongsai::id::MatchId;
use gongsai::publication::{Card, Line, Who};
use gongsai::score::MatchRule;
use gongsai::side::{BySide, Side};
use gongsai_wording::{Lang, history, publication};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::result_reading::{Reading, read};
use super::rubber_entry::RubberEntry;
use crate::wording::Words as _;
use crate::wording::results::{self as words, ResultsText};

/// Why a result was not recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The sentence.
    pub sentence: AttrValue,
    /// Whether it can be recorded all the same, by setting aside what follows from the old result.
    pub cascade: bool,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKey {
    /// Record what is typed.
    Record,
    /// Go to the line above.
    Previous,
    /// Go to the line below.
    Next,
    /// Forget what is typed.
    Clear,
}

/// What a line shows.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultLineProps {
    /// The match.
    pub card: Rc<Card>,
    /// How it is scored.
    pub rule: MatchRule,
    /// Who plays each rubber of a tie, as words; nobody before the line-ups are open.
    #[prop_or_default]
    pub players: Rc<[BySide<String>]>,
    /// The language.
    pub language: Lang,
    /// What is typed.
    pub text: AttrValue,
    /// Why it was not recorded.
    #[prop_or_default]
    pub refusal: Option<Refusal>,
    /// Something was typed.
    pub on_input: Callback<String>,
    /// A key was pressed, in this input.
    pub on_key: Callback<(LineKey, HtmlInputElement)>,
    /// Record it, and set aside what follows from the old result.
    pub on_cascade: Callback<()>,
}

/// One match with the line that its result is typed in.
#[component]
pub fn ResultLine(props: &ResultLineProps) -> Html {
    let ResultLineProps { card, rule, players, language, text, refusal, on_input, on_key, on_cascade } = props;
    let language = *language;
    let unfolded = use_state_eq(|| false);
    let names = card.lines.as_ref().map(|line| publication::line_name(language, line));
    let onkeydown = {
        let on_key = on_key.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = key(&event) else { return };
            event.prevent_default();
            on_key.emit((key, event.target_unchecked_into::<HtmlInputElement>()));
        })
    };
    let oninput = on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let fold_text = if *unfolded { ResultsText::Fold } else { ResultsText::Unfold };
    let error = refusal.as_ref().map(|_| format!("refusal-{}", card.id));
    html! {
        <div class="result-line" data-test="result-line" data-match={card.id.to_string()}>
            <span class="result-number">
                <strong>{ publication::match_number(card.id) }</strong>
                <span>{ publication::title(language, card.title) }</span>
                <span class="result-slot">{ card.slot.map(|slot| history::slot(language, slot)).unwrap_or_default() }</span>
            </span>
            { side(language, &card.lines[Side::A], Side::A) }
            { side(language, &card.lines[Side::B], Side::B) }
            <span class="result-field">
                <input
                    type="text"
                    inputmode="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="done"
                    data-test="result-input"
                    aria-label={words::input_label(language, card.id, &names)}
                    aria-invalid={refusal.is_some().then_some("true")}
                    aria-describedby={error.clone()}
                    value={text.clone()}
                    {oninput}
                    onkeydown={onkeydown.clone()}
                />
            </span>
            <span class="result-reading" data-test="result-reading">{ view_reading(language, rule, text, &names) }</span>
            <span class="result-unfold">
                <button
                    type="button"
                    class="quiet"
                    data-test="result-unfold"
                    hidden={rule.tie.is_none()}
                    aria-expanded={unfolded.to_string()}
                    onclick={unfold}
                >{ fold_text.say(language) }</button>
            </span>
            <div class="result-rubbers" hidden={!*unfolded}>
                if let Some(system) = rule.tie.clone().filter(|_| *unfolded) {
                    <RubberEntry
                        {system}
                        players={players.clone()}
                        text={text.clone()}
                        {language}
                        on_input={on_input.clone()}
                        on_enter={onkeydown}
                    />
                }
            </div>
            <div class="result-refusal">{ view_refusal(language, card.id, refusal.as_ref(), on_cascade) }</div>
        </div>
    }
}

fn side(language: Lang, line: &Line, side: Side) -> Html {
    let unit = match &line.who {
        Who::Entry(name) => name.unit.as_deref().unwrap_or_default().to_owned(),
        Who::Waiting(_) | Who::Bye => String::new(),
    };
    let letter = if side == Side::A { ResultsText::SideA } else { ResultsText::SideB };
    html! {
        <span class="result-side">
            <span class="side-letter" aria-hidden="true">{ letter.say(language) }</span>
            <span class="line-name">
                <span class="line-who">{ publication::line_name(language, line) }</span>
                <span class="line-unit">{ unit }</span>
            </span>
        </span>
    }
}

fn view_reading(language: Lang, rule: &MatchRule, text: &str, names: &BySide<String>) -> Html {
    match read(rule, text) {
        Reading::Empty => html! { <span class="reading"></span> },
        Reading::Unfinished(score) => html! {
            <span class="reading unfinished">{ words::reading(language, score, None) }{ " …" }</span>
        },
        Reading::Whole { score, winner, .. } => html! {
            <span class="reading whole">
                { words::reading(language, score, winner.map(|side| names[side].as_str())) }
            </span>
        },
    }
}

fn view_refusal(language: Lang, id: MatchId, refusal: Option<&Refusal>, on_cascade: &Callback<()>) -> Html {
    let Some(Refusal { sentence, cascade }) = refusal else { return html! { <span hidden=true></span> } };
    html! {
        <div id={format!("refusal-{id}")} class="refusal" role="alert" data-test="result-refusal">
            <p>{ sentence.clone() }</p>
            <div class="consequences" hidden={!*cascade}>
                <button
                    type="button"
                    class="danger"
                    data-test="result-cascade"
                    onclick={on_cascade.reform(|_: MouseEvent| ())}
                >{ ResultsText::Cascade.say(language) }</button>
            </div>
        </div>
    }
}

/// What a key asks for; nothing while a word is being composed.
fn key(event: &KeyboardEvent) -> Option<LineKey> {
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    match event.key().as_str() {
        "Enter" => Some(LineKey::Record),
        "ArrowUp" => Some(LineKey::Previous),
        "ArrowDown" => Some(LineKey::Next),
        "Escape" => Some(LineKey::Clear),
        _ => None,
    }
}
