//! Every record in words, with who, when and what became of it: to be undone, merged and handed on.

mod aside;
mod codes;
mod merge;
mod record_line;
mod undo;

use std::rc::Rc;

use gongsai::id::RecordId;
use yew::prelude::*;

use crate::session::{Session, use_language, use_selected};
use crate::wording::Words;
use crate::wording::history::History as Text;
use aside::Aside;
use codes::Codes;
use merge::Merge;
use record_line::RecordLine;
use undo::Undo;

/// How many records are shown at first, and more at each asking.
const PORTION: usize = 100;

/// The history of the meet.
#[component]
pub fn HistoryPage() -> Html {
    let language = use_language();
    let shown = use_state_eq(|| PORTION);
    let limit = *shown;
    let (total, ids): (usize, Rc<[RecordId]>) = use_selected(move |session: &Session| {
        session.with_journal(|journal| {
            let latest = journal.records().iter().rev().take(limit);
            (journal.records().len(), latest.map(|stored| stored.record.id).collect())
        })
    });
    let asked = use_state_eq(|| None::<RecordId>);
    let on_undo = {
        let asked = asked.setter();
        Callback::from(move |id: RecordId| asked.set(Some(id)))
    };
    let on_done = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let on_more = Callback::from(move |_: MouseEvent| shown.set(*shown + PORTION));
    html! {
        <section class="history">
            <header class="page-head"><div>
                <h1>{ Text::Title.say(language) }</h1>
                <p>{ Text::Lead.say(language) }</p>
            </div></header>
            <Merge />
            <Codes />
            <Aside />
            <section aria-labelledby="history-records">
                <h2 id="history-records">{ Text::Records.say(language) }<span class="count" data-test="history-count">{ total }</span></h2>
                <Undo asked={*asked} {on_done} />
                <ol class="history-lines" data-test="history-lines">
                    { for ids.iter().map(|id| html! { <li key={id.to_string()}><RecordLine id={*id} on_undo={on_undo.clone()} /></li> }) }
                </ol>
                <button type="button" hidden={ids.len() >= total} onclick={on_more} data-test="history-more">
                    { Text::More.say(language) }
                </button>
            </section>
        </section>
    }
}
