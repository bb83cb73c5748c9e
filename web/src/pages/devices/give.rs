//! Gives a device a right: the organiser makes its key, records the right, and hands the key over as a code.

use gongsai::date::Date;
use gongsai::id::EntryId;
use gongsai::meet::{Command, Meet, Right};
use gongsai_wording::refused::sentence;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::{DayField, qr_code};
use crate::platform::{clock, elements};
use crate::session::{Identity, use_language, use_meet, use_session};
use crate::wording::Words;
use crate::wording::history::Devices as Text;

/// The form, and the code once it is made.
#[component]
pub(super) fn Give() -> Html {
    let session = use_session();
    let language = use_language();
    let (name, role, court, day) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let team = use_node_ref();
    let chosen_role = use_state_eq(|| "referee".to_owned());
    let teams: Vec<(EntryId, AttrValue)> = use_meet(teams);
    let code = use_state_eq(|| None::<AttrValue>);
    let trouble = use_state_eq(AttrValue::default);
    let first_day = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.first_match));
    let first_day = first_day.unwrap_or_else(clock::today).to_string();
    let onchange = {
        let chosen_role = chosen_role.setter();
        Callback::from(move |event: Event| {
            chosen_role.set(event.target_unchecked_into::<HtmlSelectElement>().value());
        })
    };
    let onsubmit = {
        let (name, role, court, day, team) = (name.clone(), role.clone(), court.clone(), day.clone(), team.clone());
        let (code, trouble) = (code.setter(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = |node: &NodeRef| elements::value(node);
            let selected = |node: &NodeRef| node.cast::<HtmlSelectElement>().map(|select| select.value());
            let entry = selected(&team).and_then(|entry| entry.parse().ok());
            let right = match (selected(&role).as_deref(), entry) {
                (Some("staff"), _) => Right::Staff,
                (Some("captain"), Some(entry)) => Right::Captain { entry },
                (Some("captain"), None) => return,
                (Some("viewer"), _) => Right::Viewer,
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
    let is = |role: &str| *chosen_role == role;
    html! {
        <section aria-labelledby="give">
            <h2 id="give">{ Text::Give.say(language) }</h2>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::Name.say(language) }</span>
                    <input ref={name} type="text" required=true maxlength="40" data-test="give-name" /></label>
                <label class="field"><span>{ Text::Role.say(language) }</span>
                    <select ref={role} {onchange} data-test="give-role">
                        <option value="referee" selected={is("referee")}>{ Text::Referee.say(language) }</option>
                        <option value="staff">{ Text::Staff.say(language) }</option>
                        <option value="captain" disabled={teams.is_empty()}>{ Text::Captain.say(language) }</option>
                        <option value="viewer">{ Text::Viewer.say(language) }</option>
                    </select></label>
                <label class="field" hidden={!is("captain")}><span>{ Text::Team.say(language) }</span>
                    <select ref={team} data-test="give-team">{ for teams.iter().enumerate().map(|(at, (id, name))| html! {
                        <option key={id.to_string()} value={id.to_string()} selected={at == 0}>{ name.clone() }</option>
                    }) }</select></label>
                <label class="field" hidden={!is("referee")}><span>{ Text::Court.say(language) }</span>
                    <input ref={court} type="number" min="1" max="999" value="1" data-test="give-court" /></label>
                <div hidden={!is("referee")}><DayField label={Text::Day.say(language)} field={day} first={first_day} test="give-day" /></div>
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

/// The teams whose line-ups a captain can hand in: event and name.
fn teams(meet: &Meet) -> Vec<(EntryId, AttrValue)> {
    let events = meet.regulations().map_or(&[][..], |regulations| &regulations.events);
    let with_ties = events.iter().filter(|event| event.tie.is_some());
    let named = |event: &gongsai::regulations::Event, entry: &gongsai::entry::Entry| {
        (entry.id, AttrValue::from(format!("{} · {}", event.name, entry.name)))
    };
    with_ties
        .flat_map(|event| meet.entries_of(&event.id).map(|entry| named(event, entry)).collect::<Vec<_>>())
        .collect()
}
