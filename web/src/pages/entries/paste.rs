//! A table that is pasted from Excel or WPS: read as a file of that text is.

use gloo::file::File;
use gongsai::regulations::Sport;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::session::{use_language, use_meet, use_session};
use crate::wording::entries::{Entries as Text, pasted};
use crate::wording::{Words, sport};

#[derive(PartialEq, Properties)]
pub(super) struct PasteProps {
    /// The text came, as a file.
    pub(super) on_files: Callback<Vec<File>>,
}

/// The field for the table, and the sport that it is of.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let language = use_language();
    let sports: Vec<Sport> =
        use_meet(|meet| meet.regulations().map(|regulations| regulations.sports.clone()).unwrap_or_default());
    let session = use_session();
    let (field, of) = (use_node_ref(), use_node_ref());
    let onclick = {
        let (field, of, sports, on_files) = (field.clone(), of.clone(), sports.clone(), props.on_files.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let at = of.cast::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok());
            let text = field.value();
            let Some(sport) = at.and_then(|at| sports.get(at)).filter(|_| !text.trim().is_empty()) else { return };
            // The name says the sport, as that of a sheet does.
            on_files.emit(vec![File::new(&pasted(language, *sport, session.import().coming()), text.as_str())]);
            field.set_value("");
        })
    };
    html! {
        <details class="entries-more" data-test="paste">
            <summary>{ Text::Paste.say(language) }</summary>
            <p class="muted">{ Text::PasteHint.say(language) }</p>
            <textarea ref={field} rows="6" spellcheck="false" autocomplete="off" aria-label={Text::Paste.say(language)} data-test="paste-text" />
            <div class="buttons">
                <select ref={of} aria-label={Text::PasteSport.say(language)} data-test="paste-sport">
                    { for sports.iter().enumerate().map(|(at, one)| html! { <option key={one.code()} value={one.code()} selected={at == 0}>{ sport(language, *one) }</option> }) }
                </select>
                <button type="button" {onclick} data-test="paste-read">{ Text::PasteRead.say(language) }</button>
            </div>
        </details>
    }
}
