//! Other rules of eligibility: a preset to begin with, or the rules as text, one a line.

use gongsai::document::{PRESETS, rules_of, rules_to_toml};
use gongsai::meet::Command;
use gongsai::regulations::{RegulationsDraft, Value};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::RegulationsProps;
use crate::pages::home::{self, Trouble};
use crate::pages::trouble;
use crate::session::{use_language, use_session};
use crate::wording::Words;
use crate::wording::rules::{RulesText as Text, preset};

/// The form, folded until it is asked for.
#[component]
pub(super) fn RulesEntry(props: &RegulationsProps) -> Html {
    let session = use_session();
    let language = use_language();
    let standing = rules_of(props.regulations.draft());
    let standing = standing.map(|(rules, review)| rules_to_toml(&rules, review.as_ref())).unwrap_or_default();
    let text = use_state_eq(|| standing.clone());
    let refusal = use_state_eq(AttrValue::default);
    let saved = use_state_eq(|| false);
    let on_preset = {
        let (text, saved) = (text.setter(), saved.setter());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let found = PRESETS.iter().find(|(name, _)| *name == chosen).map(|(_, text)| (*text).to_owned());
            text.set(found.unwrap_or_else(|| standing.clone()));
            saved.set(false);
        })
    };
    let oninput = {
        let (text, saved) = (text.setter(), saved.setter());
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
            saved.set(false);
        })
    };
    let onsubmit = {
        let (session, text, refusal, saved) = (session.clone(), text.clone(), refusal.setter(), saved.setter());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let (session, text, refusal, saved) = (session.clone(), text.to_string(), refusal.clone(), saved.clone());
            spawn_local(async move {
                let file = gloo::file::File::new("rules.toml", text.as_str());
                let why = match home::draft(&file).await.and_then(rules_in) {
                    Ok((rules, review)) => trouble(&session, session.submit(Command::SetRules { rules, review })),
                    Err(why) => why.sentence(language).into(),
                };
                saved.set(why.is_empty());
                refusal.set(why);
            });
        })
    };
    html! {
        <details class="rules-entry" data-test="rules-entry">
            <summary>{ Text::Title.say(language) }</summary>
            <form {onsubmit}>
                <p class="muted">{ Text::Lead.say(language) }</p>
                <label class="field"><span>{ Text::Preset.say(language) }</span>
                    <select onchange={on_preset} data-test="rules-preset">
                        <option value="">{ Text::Standing.say(language) }</option>
                        { for PRESETS.iter().map(|(name, _)| html! {
                            <option key={*name} value={*name}>{ preset(language, name) }</option>
                        }) }
                    </select></label>
                <label class="field"><span>{ Text::Rules.say(language) }</span>
                    <textarea rows="14" spellcheck="false" value={text.to_string()} {oninput} data-test="rules-text" /></label>
                <p class="refusal" role="alert" data-test="rules-refusal">{ (*refusal).clone() }</p>
                <p class="good" role="status" hidden={!*saved} data-test="rules-saved">{ Text::Saved.say(language) }</p>
                <div class="buttons"><button type="submit" class="primary" data-test="rules-save">{ Text::Save.say(language) }</button></div>
            </form>
        </details>
    }
}

/// The rules and the procedure in what was typed.
fn rules_in(draft: RegulationsDraft) -> Result<(Value, Option<Value>), Trouble> {
    rules_of(&draft).ok_or(Trouble::Plain(crate::wording::home::Home::NoRules))
}
