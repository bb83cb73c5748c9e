//! The meets of this device, last changed first.

use gongsai::id::MeetId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::actions::{self, Trouble};
use crate::components::Confirm;
use crate::platform::{clock, storage};
use crate::route::{Route, Step};
use crate::session::{Summary, use_language, use_session};
use crate::wording::frame::Frame as FrameText;
use crate::wording::home::{Home as Text, changed, state_line};
use crate::wording::{Words, moment};

#[derive(PartialEq, Properties)]
pub(super) struct MeetListProps {
    /// The meets with their summaries.
    pub(super) meets: Vec<(MeetId, Summary)>,
    /// A meet was deleted.
    pub(super) on_changed: Callback<()>,
    /// Something did not work.
    pub(super) on_trouble: Callback<Option<Trouble>>,
}

/// The list.
#[component]
pub(super) fn MeetList(props: &MeetListProps) -> Html {
    let session = use_session();
    let language = use_language();
    let doomed = use_state_eq(|| None::<MeetId>);
    let on_cancel = {
        let doomed = doomed.setter();
        Callback::from(move |()| doomed.set(None))
    };
    let on_confirm = {
        let (doomed, on_changed, on_trouble) = (doomed.clone(), props.on_changed.clone(), props.on_trouble.clone());
        Callback::from(move |()| {
            let Some(meet) = *doomed else { return };
            doomed.set(None);
            if session.meet_id() == Some(meet) {
                session.close();
            }
            let (on_changed, on_trouble) = (on_changed.clone(), on_trouble.clone());
            spawn_local(async move {
                let outcome = storage::delete(meet).await;
                on_trouble.emit(outcome.err().map(Trouble::Storage));
                on_changed.emit(());
            });
        })
    };
    let row = |(meet, summary): &(MeetId, Summary)| {
        let meet = *meet;
        let title = if summary.title.is_empty() { Text::Untitled.say(language) } else { summary.title.clone().into() };
        let on_export = {
            let (on_trouble, title) = (props.on_trouble.clone(), summary.title.clone());
            Callback::from(move |_: MouseEvent| {
                let (on_trouble, title) = (on_trouble.clone(), title.clone());
                spawn_local(async move { on_trouble.emit(actions::export(meet, &title).await.err()) });
            })
        };
        let on_delete = {
            let doomed = doomed.setter();
            Callback::from(move |_: MouseEvent| doomed.set(Some(meet)))
        };
        html! {
            <li key={meet.to_string()} class="meet-row" data-test="home-meet">
                <div class="meet-row-text">
                    <a href={Route::whole(meet, Step::Regulations).address()} class="meet-row-title">{ title }</a>
                    <p class="muted">{ state_line(language, summary) }</p>
                </div>
                <p class="muted meet-row-when"><small>{ changed(language, &moment(language, clock::local(summary.changed))) }</small></p>
                <div class="buttons">
                    <button type="button" class="small quiet" onclick={on_export} data-test="home-export">{ Text::Export.say(language) }</button>
                    <button type="button" class="small quiet" onclick={on_delete} data-test="home-delete">{ Text::Delete.say(language) }</button>
                </div>
            </li>
        }
    };
    html! {
        <div>
            <ul class="meet-rows">{ for props.meets.iter().map(row) }</ul>
            <Confirm open={doomed.is_some()} title={Text::DeleteTitle.say(language)} text={Text::DeleteText.say(language)}
                confirm={Text::Delete.say(language)} cancel={FrameText::Cancel.say(language)} {on_confirm} {on_cancel} />
        </div>
    }
}
