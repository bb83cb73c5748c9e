//! Who reviews at this device, and the word on all of those listed of whom nothing weighs.

use gongsai::admission::{Candidacy, State, Step};
use gongsai::eligibility::Verdict;
use gongsai::meet::Command;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::queue::QueueRow;
use crate::pages;
use crate::platform::preferences;
use crate::session::{Session, Shared, use_language, use_meet, use_selected, use_session};
use crate::wording::Words as _;
use crate::wording::admission::{Admission as Text, eyes, pass_all};

#[derive(PartialEq, Properties)]
pub(super) struct ReviewerProps {
    /// The queue as it is listed.
    pub(super) rows: Shared<Vec<QueueRow>>,
}

/// The field for the name, how many must agree, and the button.
#[component]
pub(super) fn Reviewer(props: &ReviewerProps) -> Html {
    let session = use_session();
    let language = use_language();
    let name = use_selected(Session::person_name);
    let is_given = use_selected(|session: &Session| {
        session.with_journal(|journal| journal.rights().holder(session.device()).is_some())
    });
    let needed = use_meet(|meet| meet.procedure().eyes);
    let trouble = use_state_eq(AttrValue::default);
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            session.set_person_name(&name);
            preferences::keep_person(&session.person_name());
        })
    };
    let clean = |row: &&QueueRow| {
        matches!(row.state, State::Open | State::Proposed)
            && row.codes.is_empty()
            && row.verdict <= Verdict::NeedsReview
    };
    let people: Vec<Candidacy> = props.rows.iter().filter(clean).map(|row| (row.person, row.sport)).collect();
    let count = people.len();
    let on_pass = {
        let (session, trouble) = (session.clone(), trouble.setter());
        Callback::from(move |_: MouseEvent| {
            let outcome = session.submit(Command::Admit(Step::Pass { people: people.clone() }));
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    html! {
        <div class="reviewer no-print">
            <label class="field"><span>{ Text::Reviewer.say(language) }</span>
                <input type="text" autocomplete="name" maxlength="20" readonly={is_given} value={name} {onchange} data-test="reviewer" /></label>
            <p class="muted">{ eyes(language, needed) }</p>
            <button type="button" hidden={count == 0} onclick={on_pass} data-test="review-pass">{ pass_all(language, count) }</button>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </div>
    }
}
