//! What stands ready, and the one button that takes it in.

use yew::prelude::*;

use crate::session::{use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::entries::{Entries as Text, ready, taken_in};

/// The bar.
#[component]
pub(super) fn CommitBar() -> Html {
    let session = use_session();
    let language = use_language();
    let told = use_state_eq(|| None::<usize>);
    let (files, people, found, replaced, reading) = use_selected(|session| {
        let import = session.import();
        let (mut files, mut people, mut found, mut replaced) = (0, 0, 0, 0);
        for (_, read) in import.ready() {
            files += 1;
            people += read.people();
            found += read.weighty().count();
            let is_known = |meet: &gongsai::meet::Meet, form: &gongsai::entry::Form| {
                form.unit.is_some_and(|unit| meet.taken_in().contains_key(&(unit, form.sport)))
            };
            let replaces =
                |meet: &gongsai::meet::Meet| read.sheets.iter().filter(|sheet| is_known(meet, &sheet.form)).count();
            replaced += session.with_meet(replaces);
        }
        (files, people, found, replaced, import.reading())
    });
    let onclick = {
        let told = told.clone();
        Callback::from(move |_: MouseEvent| told.set(Some(session.take_in())))
    };
    let waiting = files > 0;
    html! {
        <div class={classes!("commit-bar", waiting.then_some("waiting"))} hidden={!waiting && told.is_none()}>
            <p role="status" data-test="entries-ready">
                { if waiting { ready(language, files, people, found, replaced) } else { told.map(|people| taken_in(language, people)).unwrap_or_default() } }
            </p>
            <button type="button" class="primary" {onclick} disabled={!waiting || reading > 0} hidden={!waiting} data-test="entries-commit">
                { Text::TakeIn.say(language) }
            </button>
        </div>
    }
}
