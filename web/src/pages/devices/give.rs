//! Gives a device a right: the organiser makes its key, records the right, and hands the key over as a code.

use gongsai::date::Date;
use gongsai::meet::{Command, Right};
use gongsai_wording::refused::sentence;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::components::qr_code;
use crate::platform::clock;
use crate::session::{Identity, use_language, use_session};
use crate::wording::Words;
use crate::wording::history::Devices as Text;

/// The form, and the code once it is made.
#[component]
pub(super) fn Give() -> Html {
    let session = use_session();
    let language = use_language();
    let (name, role, court, day) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let is_referee = use_state_eq(|| true);
    let code = use_state_eq(|| None::<AttrValue>);
    let trouble = use_state_eq(AttrValue::default);
    let first_day = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.first_match));
    let first_day = first_day.unwrap_or_else(clock::today).to_string();
    let onchange = {
        let is_referee = is_referee.setter();
        Callback::from(move |event: Event| {
            is_referee.set(event.target_unchecked_into::<HtmlSelectElement>().value() == "referee");
        })
    };
    let onsubmit = {
        let (name, role, court, day) = (name.clone(), role.clone(), court.clone(), day.clone());
        let (code, trouble) = (code.setter(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = |node: &NodeRef| node.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let right = match role.cast::<HtmlSelectElement>().map(|select| select.value()).as_deref() {
                Some("staff") => Right::Staff,
                Some("viewer") => Right::Viewer,
                _ => Right::Referee {
                    court: text(&court).parse().unwrap_or(1),
                    day: Date::from_iso(&text(&day)).unwrap_or_else(clock::today),
                },
            };
            let identity = Identity::fresh(|| session.fresh());
            let (device, key) = (identity.device, identity.key.public());
            match session.submit(Command::Grant { device, key, name: text(&name), right }) {
                Ok(_) => {
                    code.set(session.meet_id().map(|meet| identity.code(meet).into()));
                    trouble.set(AttrValue::default());
                }
                Err(why) => trouble.set(sentence(session.language(), None, &why).into()),
            }
        })
    };
    html! {
        <section aria-labelledby="give">
            <h2 id="give">{ Text::Give.say(language) }</h2>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::Name.say(language) }</span>
                    <input ref={name} type="text" required=true maxlength="40" data-test="give-name" /></label>
                <label class="field"><span>{ Text::Role.say(language) }</span>
                    <select ref={role} {onchange} data-test="give-role">
                        <option value="referee" selected={*is_referee}>{ Text::Referee.say(language) }</option>
                        <option value="staff">{ Text::Staff.say(language) }</option>
                        <option value="viewer">{ Text::Viewer.say(language) }</option>
                    </select></label>
                <label class="field" hidden={!*is_referee}><span>{ Text::Court.say(language) }</span>
                    <input ref={court} type="number" min="1" max="999" value="1" data-test="give-court" /></label>
                <label class="field" hidden={!*is_referee}><span>{ Text::Day.say(language) }</span>
                    <input ref={day} type="date" value={first_day} data-test="give-day" /></label>
                <button type="submit" class="primary" data-test="give-make">{ Text::Make.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <div class="hand-over" hidden={code.is_none()}>
                <p>{ Text::Code.say(language) }</p>
                <div class="qr">{ code.as_deref().map(qr_code) }</div>
                <code class="hand-over-code" data-test="give-code">{ (*code).clone().unwrap_or_default() }</code>
            </div>
        </section>
    }
}
