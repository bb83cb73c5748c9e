//! Other rules of eligibility: a preset to begin with, each rule as fields, or all of them as text.

use std::rc::Rc;

use gongsai::document::{PRESETS, rules_of, rules_to_toml};
use gongsai::meet::Command;
use gongsai::regulations::{Defect, Regulations, RulesForm, Value};
use gongsai_wording::regulations::defects as all_defects;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::RegulationsProps;
use crate::components::{edit_rules, elsewhere, rule_fields};
use crate::pages::home::{self, Trouble};
use crate::pages::trouble;
use crate::platform::elements;
use crate::session::{Session, use_language, use_session};
use crate::wording::Words;
use crate::wording::home::Home;
use crate::wording::rules::{RulesText as Text, preset};

/// What came of the last try to use the rules.
#[derive(Clone, Default, PartialEq)]
struct Told {
    /// How often one tried.
    tries: u32,
    defects: Vec<Defect>,
    refusal: AttrValue,
    saved: bool,
}

/// The form, folded until it is asked for.
#[component]
pub(super) fn RulesEntry(props: &RegulationsProps) -> Html {
    let session = use_session();
    let language = use_language();
    let regulations = props.regulations.clone();
    let opened = use_state_eq(|| false);
    // What is changed of the standing rules; none while nothing is.
    let form = use_state_eq(|| None::<RulesForm>);
    let text = use_state_eq(|| None::<AttrValue>);
    let told = use_state_eq(Told::default);
    // While a preset is read nothing is saved: it would be what stood before.
    let reading = use_state_eq(|| false);
    use_effect_with(told.tries, |tries| {
        if *tries > 0 {
            elements::focus_first(".rules-entry [aria-invalid]");
        }
    });
    let ontoggle = {
        let opened = opened.setter();
        // Once it is there it stays: nothing typed is lost by folding it.
        Callback::from(move |event: Event| {
            if elements::is_open(&event) {
                opened.set(true);
            }
        })
    };
    // Other values come into the form: a preset, or what was typed as text. A procedure that they do not name stays.
    let fill = {
        let (form, text, told, regulations) = (form.clone(), text.setter(), told.clone(), regulations.clone());
        Rc::new(move |(rules, review): (Value, Option<Value>)| {
            let before = form.as_ref().map_or_else(|| standing(&regulations), RulesForm::clone);
            let next = RulesForm::of(rules, review.or_else(|| before.values().1));
            form.set(Some(next.clone()));
            text.set(None);
            told.set(Told { tries: told.tries, ..Told::default() });
            next
        })
    };
    let save = {
        let (session, form, told, regulations) = (session.clone(), form.setter(), told.clone(), regulations.clone());
        Rc::new(move |now: &RulesForm| {
            let next = adopt(&session, &regulations, now);
            if next.saved {
                form.set(None);
            }
            told.set(Told { tries: told.tries + u32::from(!next.saved), ..next });
        })
    };
    let on_preset = {
        let (form, text, told, fill) = (form.setter(), text.setter(), told.setter(), fill.clone());
        let reading = reading.setter();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let Some((_, preset)) = PRESETS.iter().find(|(name, _)| *name == chosen) else {
                form.set(None);
                text.set(None);
                told.set(Told::default());
                return;
            };
            let (fill, reading, told) = (fill.clone(), reading.clone(), told.clone());
            reading.set(true);
            spawn_local(async move {
                match read(preset).await {
                    Ok(values) => drop(fill(values)),
                    Err(why) => told.set(Told { refusal: why.sentence(language).into(), ..Told::default() }),
                }
                reading.set(false);
            });
        })
    };
    let on_edit = {
        let (form, told, regulations) = (form.clone(), told.clone(), regulations.clone());
        Callback::from(move |event: Event| {
            let mut next = form.as_ref().map_or_else(|| standing(&regulations), RulesForm::clone);
            let sections = next.sections(&regulations);
            if !edit_rules(&mut next, &sections, &event) {
                return;
            }
            form.set(Some(next));
            told.set(Told { saved: false, ..Told::clone(&told) });
        })
    };
    let oninput = on_edit.reform(|event: InputEvent| event.into());
    let onsubmit = {
        let (form, save, regulations) = (form.clone(), save.clone(), regulations.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            save(&form.as_ref().map_or_else(|| standing(&regulations), RulesForm::clone));
        })
    };
    let now = form.as_ref().map_or_else(|| standing(&regulations), RulesForm::clone);
    let as_text = {
        let (rules, review) = now.values();
        text.as_ref().cloned().unwrap_or_else(|| rules_to_toml(&rules, review.as_ref()).into())
    };
    let on_text = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| {
            text.set(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value().into()));
        })
    };
    let on_save_text = {
        let (fill, save, told, typed) = (fill.clone(), save.clone(), told.clone(), as_text.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let (fill, save, told, typed) = (fill.clone(), save.clone(), told.clone(), typed.clone());
            spawn_local(async move {
                match read(&typed).await {
                    Ok(values) => save(&fill(values)),
                    Err(why) => {
                        let refusal = why.sentence(language).into();
                        told.set(Told { refusal, tries: told.tries, ..Told::default() });
                    }
                }
            });
        })
    };
    let sections = if *opened { now.sections(&regulations) } else { Vec::new() };
    let refusal = if told.defects.is_empty() {
        told.refusal.clone()
    } else {
        let rest = elsewhere(&sections, &told.defects);
        let rest = if rest.is_empty() { String::new() } else { all_defects(language, &rest) };
        format!("{} {rest}", Text::Faults.say(language)).into()
    };
    html! {
        <details class="rules-entry" {ontoggle} data-test="rules-entry">
            <summary>{ Text::Title.say(language) }</summary>
            <form {oninput} onchange={on_edit} {onsubmit} novalidate=true>
                <p class="muted">{ Text::Lead.say(language) }{ " " }{ Text::Lists.say(language) }</p>
                <label class="field"><span>{ Text::Preset.say(language) }</span>
                    <select onchange={on_preset} data-test="rules-preset">
                        <option value="" selected=true>{ Text::Standing.say(language) }</option>
                        { for PRESETS.iter().map(|(name, _)| html! {
                            <option key={*name} value={*name}>{ preset(language, name) }</option>
                        }) }
                    </select></label>
                <div class="rule-groups">{ rule_fields(language, &regulations, &sections, &told.defects) }</div>
                <p class="refusal" role="alert" data-test="rules-refusal">{ refusal }</p>
                <p class="good" role="status" hidden={!told.saved} data-test="rules-saved">{ Text::Saved.say(language) }</p>
                <div class="buttons"><button type="submit" class="primary" disabled={*reading} data-test="rules-save">{ Text::Save.say(language) }</button></div>
            </form>
            <details class="rules-as-text" data-test="rules-as-text">
                <summary>{ Text::AsText.say(language) }</summary>
                <form onsubmit={on_save_text}>
                    <p class="muted">{ Text::TextLead.say(language) }</p>
                    <label class="field"><span>{ Text::Rules.say(language) }</span>
                        <textarea rows="14" spellcheck="false" value={as_text} oninput={on_text} data-test="rules-text" /></label>
                    <div class="buttons"><button type="submit" data-test="rules-text-save">{ Text::SaveText.say(language) }</button></div>
                </form>
            </details>
        </details>
    }
}

/// The form of the rules that stand.
fn standing(regulations: &Regulations) -> RulesForm {
    let (rules, review) = rules_of(regulations.draft()).unwrap_or_else(|| (Value::map([]), None));
    RulesForm::of(rules, review)
}

/// Asks for the rules of the form, if nothing is wrong with them; a rule that would be left to people for what is wrong with its
/// parameters is refused too.
fn adopt(session: &Rc<Session>, regulations: &Regulations, form: &RulesForm) -> Told {
    let (rules, review) = form.values();
    let defects = regulations.defects_of_rules(&rules, review.as_ref());
    if !defects.is_empty() {
        return Told { defects, ..Told::default() };
    }
    let refusal = trouble(session, session.submit(Command::SetRules { rules, review }));
    Told { saved: refusal.is_empty(), refusal, ..Told::default() }
}

/// The rules and the procedure in a text.
async fn read(text: &str) -> Result<(Value, Option<Value>), Trouble> {
    let draft = home::draft(&gloo::file::File::new("rules.toml", text)).await?;
    rules_of(&draft).ok_or(Trouble::Plain(Home::NoRules))
}
