//! The home page: the meets of this device, and how to begin one.

mod actions;
mod join;
mod meet_list;
mod new_meet;

use gongsai::id::MeetId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::FileDrop;
use crate::frame::TopBar;
use crate::platform::{address, storage};
use crate::route::{Route, Step};
use crate::session::{Summary, use_language, use_session};
use crate::wording::Words;
use crate::wording::draw::DrawText;
use crate::wording::frame::Frame as FrameText;
use crate::wording::home::Home as Text;
pub(super) use actions::{Trouble, draft, model};
use join::Join;
use meet_list::MeetList;
use new_meet::NewMeet;

/// The page.
#[component]
pub fn HomePage() -> Html {
    let session = use_session();
    let language = use_language();
    let meets = use_state(|| None::<Vec<(MeetId, Summary)>>);
    let trouble = use_state_eq(|| None::<Trouble>);
    let creating = use_state_eq(|| false);
    let working = use_state_eq(|| false);
    let reload = {
        let (meets, trouble) = (meets.setter(), trouble.setter());
        use_callback((), move |(): (), ()| {
            let (meets, trouble) = (meets.clone(), trouble.clone());
            spawn_local(async move {
                match storage::meets().await {
                    Ok(found) => meets.set(Some(found)),
                    Err(why) => {
                        meets.set(Some(Vec::new()));
                        trouble.set(Some(Trouble::Storage(why)));
                    }
                }
            });
        })
    };
    {
        let reload = reload.clone();
        use_effect_with((), move |()| reload.emit(()));
        let title = FrameText::Window.say(language);
        use_effect_with(title, |title| crate::platform::page::set_title(title));
    }
    // Where an action ends: on the page of the meet that it opened, or with the reason why it did not.
    let on_opened = {
        let (trouble, working) = (trouble.setter(), working.setter());
        use_callback((), move |opened: Result<(MeetId, Step), Trouble>, ()| {
            working.set(false);
            match opened {
                Ok((meet, step)) => address::go(&Route::whole(meet, step)),
                Err(why) => trouble.set(Some(why)),
            }
        })
    };
    let on_sample = {
        let (session, on_opened, working) = (session.clone(), on_opened.clone(), working.setter());
        Callback::from(move |_: MouseEvent| {
            let (session, on_opened) = (session.clone(), on_opened.clone());
            working.set(true);
            spawn_local(async move { on_opened.emit(actions::open_sample(session).await) });
        })
    };
    let on_files = {
        let (session, on_opened) = (session.clone(), on_opened.clone());
        Callback::from(move |files: Vec<gloo::file::File>| {
            let (session, on_opened) = (session.clone(), on_opened.clone());
            spawn_local(async move {
                if let Some(file) = files.first() {
                    on_opened.emit(actions::open_file(session, file).await);
                }
            });
        })
    };
    let on_new = {
        let creating = creating.clone();
        Callback::from(move |_: MouseEvent| creating.set(!*creating))
    };
    let on_trouble = {
        let trouble = trouble.setter();
        Callback::from(move |why: Option<Trouble>| trouble.set(why))
    };
    let empty = meets.as_ref().is_some_and(Vec::is_empty);
    let has_meets = meets.as_ref().is_some_and(|meets| !meets.is_empty());
    // Who has meets wants them first; who has none, the ways to begin.
    let ways = html! {
        <div key="ways" class="home-begin">
            <div class="home-ways">
                <div class="way">
                    <button type="button" class={classes!(empty.then_some("primary"))} onclick={on_sample} disabled={*working} data-test="home-sample">
                        { if *working { Text::Working } else { Text::Sample }.say(language) }
                    </button>
                    <p>{ Text::SampleHint.say(language) }</p>
                </div>
                <div class="way">
                    <button type="button" onclick={on_new} aria-expanded={creating.to_string()} aria-controls="new-meet" data-test="home-new">
                        { Text::New.say(language) }
                    </button>
                    <p>{ Text::NewHint.say(language) }</p>
                </div>
                <FileDrop label={Text::OpenFile.say(language)} hint={Text::OpenFileHint.say(language)} accept=".gongsai,.jsonl"
                    multiple=false test="home-open" on_files={on_files} />
            </div>
            <div id="new-meet" hidden={!*creating}><NewMeet on_created={on_opened.clone()} /></div>
            <Join on_joined={on_opened} />
        </div>
    };
    let list = html! {
        <section key="list" class="home-meets" aria-labelledby="meets-title">
            <h2 id="meets-title">{ Text::Meets.say(language) }</h2>
            <div class="home-empty" hidden={!empty} data-test="home-empty">
                <p class="message-text">{ Text::EmptyTitle.say(language) }</p>
                <p class="lead">{ Text::EmptyHint.say(language) }</p>
            </div>
            <MeetList meets={meets.as_ref().cloned().unwrap_or_default()} on_changed={reload} on_trouble={on_trouble} />
        </section>
    };
    html! {
        <div class="frame frame-bare">
            <TopBar />
            <main id="page" class="page home" tabindex="-1" data-test="home">
                <div class="home-head">
                    <h1>{ FrameText::App.say(language) }<span class="home-latin" lang="en" hidden={language == gongsai_wording::Lang::En}>{ "Gongsai" }</span></h1>
                    <p class="lead">{ FrameText::Subtitle.say(language) }</p>
                </div>
                <div role="alert" class="note bad" hidden={trouble.is_none()} data-test="home-trouble">
                    { trouble.as_ref().map(|why| why.sentence(language)).unwrap_or_default() }
                </div>
                <div class="home-body">{ for if has_meets { [list, ways] } else { [ways, list] } }</div>
                <p class="home-check"><a href={Route::CheckDraw.address()} data-test="home-check-draw">{ DrawText::CheckTitle.say(language) }</a></p>
                <p class="muted home-foot"><small>{ Text::Private.say(language) }</small></p>
            </main>
        </div>
    }
}
