//! The way to erase one person's private facts.

use gongsai::id::PersonId;
use yew::prelude::*;

use crate::components::Confirm;
use crate::session::{use_language, use_session};
use crate::wording::Words;
use crate::wording::history::Private as Text;

#[derive(PartialEq, Properties)]
pub(super) struct EraseProps {
    /// Whose.
    pub(super) person: PersonId,
}

/// The button and its question.
#[component]
pub(super) fn Erase(props: &EraseProps) -> Html {
    let session = use_session();
    let language = use_language();
    let asked = use_state_eq(|| false);
    let person = props.person;
    let onclick = {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(true))
    };
    let on_cancel = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(false))
    };
    let on_confirm = on_cancel.reform(move |()| session.erase_facts(vec![person]));
    html! {
        <div class="erase no-print">
            <button type="button" class="quiet" {onclick} data-test="erase-person">{ Text::EraseOne.say(language) }</button>
            <Confirm open={*asked} title={Text::EraseOne.say(language)} text={Text::EraseOneText.say(language)}
                confirm={Text::EraseOne.say(language)} cancel={Text::Keep.say(language)} {on_confirm} {on_cancel} />
        </div>
    }
}
