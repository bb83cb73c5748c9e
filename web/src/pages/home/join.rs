//! A right that was handed over as a code: kept on this device, for the meet that it is of.

use gongsai::id::MeetId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::actions::Trouble;
use crate::platform::{elements, storage};
use crate::route::Step;
use crate::session::{Identity, use_language, use_session};
use crate::wording::Words;
use crate::wording::history::Devices as Text;

#[derive(PartialEq, Properties)]
pub(super) struct JoinProps {
    /// The right is kept, or why it is not.
    pub(super) on_joined: Callback<Result<(MeetId, Step), Trouble>>,
}

/// The field for the code.
#[component]
pub(super) fn Join(props: &JoinProps) -> Html {
    let session = use_session();
    let language = use_language();
    let code = use_node_ref();
    let onsubmit = {
        let (code, on_joined) = (code.clone(), props.on_joined.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = elements::value(&code);
            let Some((meet, identity)) = Identity::from_code(&text) else {
                return on_joined.emit(Err(Trouble::Code));
            };
            let (session, on_joined) = (session.clone(), on_joined.clone());
            spawn_local(async move {
                let kept = storage::keep_identity(meet, &identity.to_text()).await;
                // What is open was opened without the right.
                session.close();
                on_joined.emit(kept.map(|()| (meet, Step::Devices)).map_err(Trouble::Storage));
            });
        })
    };
    html! {
        <details class="join">
            <summary data-test="home-join">{ Text::Join.say(language) }</summary>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::JoinHint.say(language) }</span>
                    <input ref={code} type="text" autocomplete="off" spellcheck="false" required=true data-test="join-code" /></label>
                <button type="submit" data-test="join-use">{ Text::JoinButton.say(language) }</button>
            </form>
        </details>
    }
}
