//! A final admission is opened again by a decision of the committee alone.

use gongsai::admission::{Candidacy, Step};
use gongsai::meet::Command;
use yew::prelude::*;

use crate::pages;
use crate::platform::elements;
use crate::session::{use_language, use_session};
use crate::wording::Words as _;
use crate::wording::admission::Admission as Text;

#[derive(PartialEq, Properties)]
pub(super) struct ReopenProps {
    /// Whose.
    pub(super) who: Candidacy,
}

/// The field for the decision, and the button.
#[component]
pub(super) fn Reopen(props: &ReopenProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let reason = use_node_ref();
    let who = props.who;
    let onsubmit = {
        let (reason, trouble) = (reason.clone(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let reason = elements::value(&reason);
            let outcome = session.submit(Command::Admit(Step::Reopen { who, reason }));
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    html! {
        <section class="decide" aria-label={Text::Reopen.say(language)}>
            <p class="muted">{ Text::ReopenLead.say(language) }</p>
            <form class="give" {onsubmit}>
                <label class="field wide"><span>{ Text::Reason.say(language) }</span>
                    <input ref={reason} type="text" required=true maxlength="200" autocomplete="off" data-test="reopen-why" /></label>
                <button type="submit" data-test="reopen">{ Text::Reopen.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </section>
    }
}
