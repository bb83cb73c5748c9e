//! Regulations from a file or from the model.

use std::rc::Rc;

use gongsai::meet::Command;
use gongsai::regulations::RegulationsDraft;
use gongsai_wording::refused;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::FileDrop;
use crate::pages::home::{self, Trouble};
use crate::session::{Session, use_language, use_session};
use crate::wording::Words;
use crate::wording::regulations::Regs as Text;

#[derive(PartialEq, Properties)]
pub(super) struct LoadProps {
    /// Whether there are none yet, so that loading is all there is to do.
    pub(super) first: bool,
}

/// The place to load them.
#[component]
pub(super) fn LoadRegulations(props: &LoadProps) -> Html {
    let session = use_session();
    let language = use_language();
    let refusal = use_state_eq(String::new);
    let set = {
        let refusal = refusal.setter();
        Callback::from(move |draft: Result<RegulationsDraft, Trouble>| {
            refusal.set(submit(&session, draft).err().unwrap_or_default());
        })
    };
    let on_files = {
        let set = set.clone();
        Callback::from(move |chosen: Vec<gloo::file::File>| {
            let set = set.clone();
            spawn_local(async move {
                if let Some(file) = chosen.first() {
                    set.emit(home::draft(file).await);
                }
            });
        })
    };
    let on_model = Callback::from(move |_: MouseEvent| {
        let set = set.clone();
        spawn_local(async move { set.emit(home::model().await) });
    });
    html! {
        <div class="load-regulations">
            <div hidden={!props.first}>
                <h1>{ Text::NoneYet.say(language) }</h1>
                <p class="lead">{ Text::NoneYetHint.say(language) }</p>
            </div>
            <FileDrop label={Text::Load.say(language)} hint={Text::LoadHint.say(language)} accept=".toml" multiple=false
                test="regulations-file" {on_files} />
            <p hidden={!props.first}>
                <button type="button" onclick={on_model} data-test="regulations-model">{ Text::Model.say(language) }</button>
            </p>
            <p class="note bad" role="alert" hidden={refusal.is_empty()} data-test="regulations-refusal">{ (*refusal).clone() }</p>
        </div>
    }
}

/// Sets the regulations, or says why not.
fn submit(session: &Rc<Session>, draft: Result<RegulationsDraft, Trouble>) -> Result<(), String> {
    let language = session.language();
    let outcome = session.submit(Command::SetRegulations(draft.map_err(|why| why.sentence(language))?));
    outcome.map(|_| ()).map_err(|why| refused::sentence(language, None, &why))
}
