//! The final list: who can be made final on a day, and the numbers that are dropped then.

use std::rc::Rc;

use gongsai::admission::Step as Admit;
use gongsai::person::KeySecret;
use yew::prelude::*;

use super::day_in;
use crate::components::DayField;
use crate::pages;
use crate::platform::{clock, secrets};
use crate::session::{Session, use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::admission::{Admission as Text, finalise};

/// The section.
#[component]
pub(super) fn Finals() -> Html {
    let session = use_session();
    let language = use_language();
    let day = use_state_eq(clock::today);
    let on = *day;
    let count = use_meet(move |meet| match meet.prepare_final(on) {
        Admit::Finalise { people, .. } => people.len(),
        _ => 0,
    });
    let (done, all) = use_meet(|meet| {
        let states: Rc<Vec<_>> = Rc::new(meet.admission_states().map(|(.., state)| state).collect());
        (states.iter().filter(|state| state.is_final()).count(), states.len())
    });
    let has_notice = use_meet(|meet| !meet.admissions().notices().is_empty());
    let trouble = use_state_eq(AttrValue::default);
    let field = use_node_ref();
    let on_choose = {
        let (day, field) = (day.setter(), field.clone());
        Callback::from(move |()| day.set(day_in(&field).unwrap_or_else(clock::today)))
    };
    let onclick = {
        let trouble = trouble.setter();
        Callback::from(move |_: MouseEvent| {
            let Some(secret) = secret(&session) else { return trouble.set(Text::NoSecret.say(language)) };
            let outcome = session.finalise(on, &secret);
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    let shown = clock::today();
    html! {
        <section class="no-print" hidden={!has_notice} aria-labelledby="final-title">
            <h2 id="final-title">{ Text::Finalise.say(language) }</h2>
            <p class="muted">{ Text::FinalLead.say(language) }</p>
            <p data-test="final-count">{ format!("{done} / {all}") }</p>
            <div class="give">
                <DayField label={Text::Day.say(language)} field={&field} first={shown.to_string()} test="final-day" {on_choose} />
                <button type="button" class="primary" disabled={count == 0} {onclick} data-test="finalise">{ finalise(language, count) }</button>
            </div>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </section>
    }
}

/// The secret that numbers are keyed with: this device's, or a new one. None where the device cannot keep it.
fn secret(session: &Session) -> Option<KeySecret> {
    let meet = session.meet_id()?;
    let known = secrets::of_numbers(meet);
    known.or_else(|| {
        let mut bytes = [0; 32];
        bytes.chunks_mut(8).for_each(|part| part.copy_from_slice(&session.fresh().to_be_bytes()));
        let new = KeySecret(bytes);
        secrets::keep_of_numbers(meet, &new).then_some(new)
    })
}
