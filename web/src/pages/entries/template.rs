//! The form of a unit to be filled in, by the regulations of the meet.

use gongsai::document::draft_to_json;
use gongsai::id::UnitId;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::platform::{files, sheets};
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words;
use crate::wording::entries::Entries as Text;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The choice of a unit (or of all, or of none), and the button that gives the form.
#[component]
pub(super) fn TemplateForm() -> Html {
    let session = use_session();
    let language = use_language();
    let units: Vec<(UnitId, String)> =
        use_meet(|meet| meet.units().values().map(|unit| (unit.id, unit.name.clone())).collect());
    let (chosen, failed) = (use_node_ref(), use_state_eq(|| false));
    let onclick = {
        let (units, chosen, failed) = (units.clone(), chosen.clone(), failed.setter());
        Callback::from(move |_: MouseEvent| {
            let value = chosen.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let of = |(id, _): &&(UnitId, String)| value == "all" || *value == id.to_string();
            let names: Vec<&str> = units.iter().filter(of).map(|(_, name)| name.as_str()).collect();
            let draft = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.draft().clone()));
            let Some(draft) = draft.map(|draft| draft_to_json(&Ok(draft))) else { return };
            let (file, kind) = match names.as_slice() {
                _ if value == "all" => (Text::Template.say(language).to_string() + ".zip", "application/zip"),
                [name] => (files::plain_name(name, "xlsx"), XLSX),
                _ => (Text::Template.say(language).to_string() + ".xlsx", XLSX),
            };
            let (names, failed) = (names.join("\n"), failed.clone());
            spawn_local(async move {
                let bytes = sheets::template(&draft, &names).await;
                failed.set(bytes.is_none());
                if let Some(bytes) = bytes {
                    files::download_bytes(&file, kind, bytes);
                }
            });
        })
    };
    html! {
        <details class="entries-more" data-test="template">
            <summary>{ Text::Template.say(language) }</summary>
            <p class="muted">{ Text::TemplateHint.say(language) }</p>
            <div class="buttons">
                <select ref={chosen} aria-label={Text::Unit.say(language)} data-test="template-unit">
                    <option key="none" value="" selected=true>{ Text::TemplateOfNone.say(language) }</option>
                    if units.len() > 1 {
                        <option key="all" value="all">{ Text::TemplateOfAll.say(language) }</option>
                    }
                    { for units.iter().map(|(id, name)| html! { <option key={id.to_string()} value={id.to_string()}>{ name.clone() }</option> }) }
                </select>
                <button type="button" {onclick} data-test="template-give">{ Text::TemplateGive.say(language) }</button>
            </div>
            <p class="note bad" role="alert" hidden={!*failed}>{ Text::TemplateFailed.say(language) }</p>
        </details>
    }
}
