//! Whether everything that was done is stored, and what to do where it is not.

use yew::prelude::*;

use crate::platform::{files, page};
use crate::session::{SaveFailure, SaveState, Session, journal_text, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::frame::{Frame as Text, save_failure};

/// The state in the header.
#[component]
pub fn Saved() -> Html {
    let session = use_session();
    let language = use_language();
    let state = use_selected(Session::save_state);
    let (name, text) = match &state {
        SaveState::Saved => ("saved", Text::Saved.say(language)),
        SaveState::Saving => ("saving", Text::Saving.say(language)),
        SaveState::Failed(_) => ("failed", Text::NotSaved.say(language)),
    };
    let why = match &state {
        SaveState::Failed(failure) => Some(save_failure(language, failure)),
        SaveState::Saved | SaveState::Saving => None,
    };
    let reload_helps = matches!(state, SaveState::Failed(SaveFailure::OtherTab | SaveFailure::Newer));
    let on_retry = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| if reload_helps { page::reload() } else { session.save() })
    };
    let on_export = Callback::from(move |_: MouseEvent| export(&session));
    let retry = if reload_helps { Text::Reload } else { Text::Retry };
    html! {
        <div class={classes!("saved", name)} data-test="saved-state" data-state={name}>
            <span class="saved-word" role="status">{ text }<span aria-hidden="true">{ if name == "saved" { " ✓" } else { "" } }</span></span>
            <div class="saved-trouble" role="alert" hidden={why.is_none()}>
                <p>{ why.unwrap_or_default() }</p>
                <button type="button" onclick={on_export} data-test="export-now">{ Text::Export.say(language) }</button>
                <button type="button" onclick={on_retry} data-test="save-retry">{ retry.say(language) }</button>
            </div>
        </div>
    }
}

/// Gives the open meet to the person as a file.
pub fn export(session: &Session) {
    let title = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.title.clone()));
    let name = title.or_else(|| session.meet_id().map(|id| id.to_string())).unwrap_or_default();
    files::download(&files::plain_name(&name, "gongsai"), "application/x-ndjson", &session.with_journal(journal_text));
}
