//! The files on their way in.

use yew::prelude::*;

use super::file_row::FileRow;
use crate::session::{ImportedFile, ReadState, Session, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::entries::Entries as Text;

/// The list.
#[component]
pub(super) fn FileList() -> Html {
    let session = use_session();
    let language = use_language();
    let import = use_selected(Session::import);
    let done = import.files.iter().any(|file| matches!(file.state, ReadState::TakenIn(_)));
    let on_clear = Callback::from(move |_: MouseEvent| {
        session.change_import(|import| import.files.retain(|file| !matches!(file.state, ReadState::TakenIn(_))));
    });
    let row = |file: &ImportedFile| html! { <FileRow key={file.number} file={file.clone()} /> };
    html! {
        <div class="files">
            <ul class="file-rows" data-test="entries-files">{ for import.files.iter().map(row) }</ul>
            <p class="files-clear" hidden={!done}>
                <button type="button" class="small quiet" onclick={on_clear} data-test="entries-clear">{ Text::Clear.say(language) }</button>
            </p>
        </div>
    }
}
