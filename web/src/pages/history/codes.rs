//! The results of this device as QR codes, and the codes of another device taken in: for a hall without a network.

use std::rc::Rc;

use gongsai::document::compact;
use gongsai::meet::{Command, StoredRecord};
use gongsai_wording::Lang;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::components::qr_code;
use crate::session::{Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::history::{History as Text, merged, missing_pages, page_of};

/// The bytes of a page: its letters fit a code of version 20, level M.
const ROOM: usize = 640;

/// The codes, and the field for those of another device.
#[component]
pub(super) fn Codes() -> Html {
    let session = use_session();
    let language = use_language();
    let shown = use_state_eq(|| 0_usize);
    let said = use_state_eq(AttrValue::default);
    let field = use_node_ref();
    let pages: Rc<[AttrValue]> = use_selected(own_pages);
    let turn = |by: isize| {
        let (shown, count) = (shown.clone(), pages.len().max(1));
        Callback::from(move |_: MouseEvent| shown.set(shown.checked_add_signed(by).unwrap_or(count - 1) % count))
    };
    let on_take = {
        let (said, field) = (said.setter(), field.clone());
        Callback::from(move |_: MouseEvent| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            said.set(take(&session, language, &text));
        })
    };
    let at = (*shown).min(pages.len().saturating_sub(1));
    let page = pages.get(at).cloned();
    html! {
        <details class="codes no-print">
            <summary data-test="codes">{ Text::Codes.say(language) }</summary>
            <p class="muted">{ if page.is_some() { Text::CodesLead } else { Text::CodesNone }.say(language) }</p>
            <div class="hand-over" hidden={page.is_none()}>
                <div class="qr">{ page.as_deref().map(qr_code) }</div>
                <div class="buttons">
                    <button type="button" onclick={turn(-1)} data-test="codes-previous">{ "←" }</button>
                    <span data-test="codes-page">{ page_of(language, at + 1, pages.len()) }</span>
                    <button type="button" onclick={turn(1)} data-test="codes-next">{ "→" }</button>
                </div>
                <code class="hand-over-code" data-test="codes-text">{ page.as_deref().map(|page| page.replace(' ', "_")) }</code>
            </div>
            <label class="field"><span>{ Text::CodesTake.say(language) }</span>
                <textarea ref={field} rows="3" spellcheck="false" data-test="codes-field" /></label>
            <button type="button" onclick={on_take} data-test="codes-take">{ Text::CodesTakeButton.say(language) }</button>
            <p class="note" role="status" hidden={said.is_empty()} data-test="codes-said">{ (*said).clone() }</p>
        </details>
    }
}

/// The results that this device entered, as the texts of their codes.
fn own_pages(session: &Session) -> Rc<[AttrValue]> {
    let device = session.device();
    session.with_journal(|journal| {
        let of_results = |command: &Command| {
            matches!(command, Command::Result { .. } | Command::Correct { .. } | Command::Rule { .. })
        };
        let own = journal.records().iter().map(AsRef::as_ref);
        let own = own
            .filter(|stored: &&StoredRecord| stored.record.id.device == device && of_results(&stored.record.command));
        let own: Vec<StoredRecord> = own.cloned().collect();
        let pages = if own.is_empty() { Vec::new() } else { compact::pages(&own, ROOM) };
        pages.iter().map(|page| AttrValue::from(compact::text(page))).collect()
    })
}

/// Takes in the texts of codes, one a line, in any order.
fn take(session: &Rc<Session>, language: Lang, text: &str) -> AttrValue {
    // Spaces are letters of a code; where a page is shown as text they are lines below, which nobody loses.
    let line = |line: &str| compact::page(&line.trim_end_matches('\r').replace('_', " "));
    let pages: Vec<Vec<u8>> = text.lines().filter_map(line).collect();
    let Ok(read) = compact::read(&pages) else { return Text::CodesBad.say(language) };
    if session.meet_id() != Some(read.meet) {
        return Text::OtherMeet.say(language);
    }
    let absorbed = session.absorb(read.records);
    let missing = missing_pages(language, &read.missing);
    format!("{} {missing}", merged(language, absorbed)).trim_end().to_owned().into()
}
