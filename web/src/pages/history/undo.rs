//! The question before a record is undone: what would change.

use gongsai::document::journal::Preview;
use gongsai::id::RecordId;
use gongsai::meet::Command;
use gongsai_wording::{history as words, refused::sentence};
use yew::prelude::*;

use crate::components::Confirm;
use crate::pages;
use crate::session::{Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::history::{History as Text, would_change};

#[derive(PartialEq, Properties)]
pub(super) struct UndoProps {
    /// The record that is to be undone.
    pub asked: Option<RecordId>,
    /// It is done, or given up.
    pub on_done: Callback<()>,
}

/// The question; asks nothing while no record is to be undone.
#[component]
pub(super) fn Undo(props: &UndoProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let asked = props.asked;
    let text = use_selected(move |session: &Session| asked.map_or(Ok(AttrValue::default()), |id| ask(session, id)));
    let (text, refused) = match text {
        Ok(text) => (text, AttrValue::default()),
        Err(why) => (AttrValue::default(), why),
    };
    let on_confirm = {
        let (trouble, on_done) = (trouble.setter(), props.on_done.clone());
        Callback::from(move |()| {
            let Some(id) = asked else { return };
            let outcome = session.submit(Command::Undo(id));
            trouble.set(pages::trouble(&session, outcome));
            on_done.emit(());
        })
    };
    let note = if refused.is_empty() { (*trouble).clone() } else { refused.clone() };
    html! {
        <>
            <p class="note bad" role="alert" hidden={note.is_empty()} data-test="undo-refused">{ note }</p>
            <Confirm open={asked.is_some() && refused.is_empty()} title={Text::UndoTitle.say(language)} {text}
                confirm={Text::Undo.say(language)} cancel={Text::Keep.say(language)} {on_confirm}
                on_cancel={props.on_done.clone()} />
        </>
    }
}

fn ask(session: &Session, id: RecordId) -> Result<AttrValue, AttrValue> {
    match session.preview(Command::Undo(id)) {
        Ok(preview) => Ok(told(session, &preview)),
        Err(why) => Err(sentence(session.language(), None, &why).into()),
    }
}

fn told(session: &Session, preview: &Preview) -> AttrValue {
    let language = session.language();
    if preview.changes.is_empty() && preview.refused.is_empty() {
        return Text::NothingChanges.say(language);
    }
    let changes: Vec<String> = preview.changes.iter().map(|change| words::change(language, change)).collect();
    would_change(language, &changes, preview.refused.len()).into()
}
