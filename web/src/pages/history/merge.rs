//! Records of another device, by file; and this device's own as a file.

use std::rc::Rc;

use gloo::file::File;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::FileDrop;
use crate::frame::export;
use crate::platform::files;
use crate::session::{Session, records_of_file, use_language, use_session};
use crate::wording::Words;
use crate::wording::history::{History as Text, merged};

/// The place to drop files on, and the way to export.
#[component]
pub(super) fn Merge() -> Html {
    let session = use_session();
    let language = use_language();
    let said = use_state_eq(|| None::<Result<AttrValue, AttrValue>>);
    let on_files = {
        let (session, said) = (session.clone(), said.setter());
        Callback::from(move |files: Vec<File>| {
            let (session, said) = (session.clone(), said.clone());
            spawn_local(async move {
                for file in files {
                    said.set(Some(merge(&session, &file).await));
                }
            });
        })
    };
    let on_export = Callback::from(move |_: MouseEvent| export(&session));
    let (good, bad) = match &*said {
        Some(Ok(text)) => (Some(text.clone()), None),
        Some(Err(text)) => (None, Some(text.clone())),
        None => (None, None),
    };
    html! {
        <div class="history-merge no-print">
            <FileDrop label={Text::MergeFile.say(language)} hint={Text::MergeHint.say(language)} accept=".gongsai"
                test="merge-input" {on_files} />
            <div>
                <button type="button" onclick={on_export} data-test="history-export">{ Text::Export.say(language) }</button>
                <p class="note" role="status" hidden={good.is_none()} data-test="merged">{ good.unwrap_or_default() }</p>
                <p class="note bad" role="alert" hidden={bad.is_none()}>{ bad.unwrap_or_default() }</p>
            </div>
        </div>
    }
}

async fn merge(session: &Rc<Session>, file: &File) -> Result<AttrValue, AttrValue> {
    let language = session.language();
    let text = files::text(file).await.ok_or_else(|| Text::NoJournal.say(language))?;
    let (meet, records, _) = records_of_file(&text).map_err(|_| Text::NoJournal.say(language))?;
    if session.meet_id() != Some(meet) {
        return Err(Text::OtherMeet.say(language));
    }
    Ok(merged(language, session.absorb(records)).into())
}
