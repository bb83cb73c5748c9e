//! One record in words, with what became of it.

use gongsai::id::RecordId;
use gongsai::meet::{Command, Fate};
use gongsai_wording::history as words;
use yew::prelude::*;

use crate::platform::clock;
use crate::session::{Session, use_language, use_selected};
use crate::wording::history::History as Text;
use crate::wording::{Words, moment};

#[derive(PartialEq, Properties)]
pub(super) struct RecordLineProps {
    /// The record.
    pub id: RecordId,
    /// It is to be undone.
    pub on_undo: Callback<RecordId>,
}

/// What is shown of a record.
#[derive(Clone, PartialEq)]
struct Shown {
    what: AttrValue,
    by: AttrValue,
    at: i64,
    fate: Fate,
    undoable: bool,
}

/// One record.
#[component]
pub(super) fn RecordLine(props: &RecordLineProps) -> Html {
    let language = use_language();
    let id = props.id;
    let shown = use_selected(move |session: &Session| {
        session.with_journal(|journal| {
            let record = &journal.copies(id).first()?.record;
            let fixed = matches!(record.command, Command::Organise(_) | Command::Grant { .. } | Command::Revoke { .. });
            Some(Shown {
                what: words::command(language, journal.meet(), &record.command).into(),
                by: record.by.name.clone().into(),
                at: record.at.0,
                fate: journal.fate(id),
                undoable: !fixed && journal.fate(id) == Fate::Counts,
            })
        })
    });
    let Some(shown) = shown else { return html! { <div class="history-line" hidden=true></div> } };
    let onclick = props.on_undo.reform(move |_: MouseEvent| id);
    let state = match &shown.fate {
        Fate::Counts => "counts",
        Fate::Refused(_) => "refused",
        Fate::Undone(_) => "undone",
    };
    html! {
        <div class={classes!("history-line", state)} data-test="history-line" data-record={id.to_string()} data-fate={state}>
            <time class="muted">{ moment(language, clock::local(shown.at)) }</time>
            <span class="history-what">{ shown.what }</span>
            <span class="muted">{ shown.by }</span>
            <button type="button" class="quiet no-print" {onclick} hidden={!shown.undoable} data-test="history-undo">
                { Text::Undo.say(language) }
            </button>
            <p class="history-fate" hidden={shown.fate == Fate::Counts}>{ words::fate(language, &shown.fate) }</p>
        </div>
    }
}
