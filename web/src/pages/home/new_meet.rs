//! How a new meet begins: a name and a first day over the model regulations, or regulations of one's own.

use gongsai::id::MeetId;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::actions::{self, Trouble};
use crate::components::FileDrop;
use crate::route::Step;
use crate::session::{use_language, use_session};
use crate::wording::Words;
use crate::wording::home::Home as Text;

#[derive(PartialEq, Properties)]
pub(super) struct NewMeetProps {
    /// The meet is open, or why it is not.
    pub(super) on_created: Callback<Result<(MeetId, Step), Trouble>>,
}

/// The form.
#[component]
pub(super) fn NewMeet(props: &NewMeetProps) -> Html {
    let session = use_session();
    let language = use_language();
    let (title, first_match) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (session, on_created) = (session.clone(), props.on_created.clone());
        let (title, first_match) = (title.clone(), first_match.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = |node: &NodeRef| node.cast::<HtmlInputElement>().map(|input| input.value().trim().to_owned());
            let (title, day) = (text(&title).unwrap_or_default(), text(&first_match).unwrap_or_default());
            if title.is_empty() || day.len() != 10 {
                return on_created.emit(Err(Trouble::Plain(Text::NeedsTitle)));
            }
            let (session, on_created) = (session.clone(), on_created.clone());
            spawn_local(async move {
                on_created.emit(actions::create_from_model(session, &title, &day).await);
            });
        })
    };
    let on_files = {
        let on_created = props.on_created.clone();
        Callback::from(move |files: Vec<gloo::file::File>| {
            let (session, on_created) = (session.clone(), on_created.clone());
            spawn_local(async move {
                if let Some(file) = files.first() {
                    on_created.emit(actions::create_from_file(session, file).await);
                }
            });
        })
    };
    html! {
        <div class="card new-meet" data-test="new-meet">
            <form class="new-meet-form" {onsubmit}>
                <label class="field"><span>{ Text::Title.say(language) }</span>
                    <input ref={title} name="title" autocomplete="off" required=true data-test="new-title" /></label>
                <label class="field"><span>{ Text::FirstMatch.say(language) }</span>
                    <input ref={first_match} name="first" type="date" required=true data-test="new-first-match" /></label>
                <button type="submit" class="primary" data-test="new-create">{ Text::Create.say(language) }</button>
            </form>
            <FileDrop label={Text::Own.say(language)} hint={Text::OwnHint.say(language)} accept=".toml" multiple=false
                test="new-regulations" {on_files} />
        </div>
    }
}
