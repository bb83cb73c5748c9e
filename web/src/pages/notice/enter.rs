//! The form that enters a challenge.

use std::rc::Rc;

use gongsai::admission::{Candidacy, Challenger, State, Step as Admit};
use gongsai::id::UnitId;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{admit, day_in, text_in};
use crate::components::DayField;
use crate::platform::clock;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::admission::Admission as Text;
use crate::wording::{Words as _, sport};

fn key(who: Candidacy) -> String {
    format!("{}-{}", who.0, who.1.code())
}

/// The form, folded until it is asked for.
#[component]
pub(super) fn EnterChallenge() -> Html {
    let session = use_session();
    let language = use_language();
    let people: Rc<Vec<(Candidacy, AttrValue)>> = use_meet(move |meet| {
        let posted =
            meet.admission_states().filter(|(.., state)| matches!(state, State::Published { .. } | State::Challenged));
        let named = posted.filter_map(|(unit, who, _)| {
            let (person, unit) = (meet.people().get(&who.0)?, meet.units().get(&unit)?);
            Some((who, format!("{}（{} {}）", person.name, unit.name, sport(language, who.1)).into()))
        });
        Rc::new(named.collect())
    });
    let units: Rc<Vec<(UnitId, AttrValue)>> =
        use_meet(|meet| Rc::new(meet.units().values().map(|unit| (unit.id, unit.name.clone().into())).collect()));
    let (least, units_only) =
        use_meet(|meet| meet.procedure().notice.map_or((0, false), |rule| (rule.deposit, rule.units_only)));
    let trouble = use_state_eq(AttrValue::default);
    let (whom, by, other) = (use_node_ref(), use_node_ref(), use_node_ref());
    let (deposit, grounds, on) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (whom, by, other, people) = (whom.clone(), by.clone(), other.clone(), people.clone());
        let (deposit, grounds, on, trouble) = (deposit.clone(), grounds.clone(), on.clone(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = whom.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let Some((who, _)) = people.iter().find(|(who, _)| key(*who) == chosen) else { return };
            let unit = by.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            let by = unit.map_or_else(|| Challenger::Other(text_in(&other)), Challenger::Unit);
            let deposit = text_in(&deposit).parse().unwrap_or(0);
            let Some(on) = day_in(&on) else { return };
            trouble.set(admit(&session, Admit::Challenge { who: *who, by, deposit, grounds: text_in(&grounds), on }));
        })
    };
    html! {
        <details class="courts no-print" hidden={people.is_empty()} data-test="challenge-entry">
            <summary>{ Text::NewChallenge.say(language) }</summary>
            <form class="give" {onsubmit}>
                <label class="field"><span>{ Text::Whom.say(language) }</span>
                    <select ref={whom} required=true data-test="challenge-whom">
                        <option key="" value="" selected=true>{ Text::Choose.say(language) }</option>
                        { for people.iter().map(|(who, name)| html! { <option key={key(*who)} value={key(*who)}>{ name.clone() }</option> }) }
                    </select></label>
                <label class="field"><span>{ Text::ByUnit.say(language) }</span>
                    <select ref={by} required={units_only} data-test="challenge-by">
                        <option key="" value="" selected=true>{ Text::Choose.say(language) }</option>
                        { for units.iter().map(|(id, name)| html! { <option key={id.to_string()} value={id.to_string()}>{ name.clone() }</option> }) }
                    </select></label>
                <label class="field" hidden={units_only}><span>{ Text::Anyone.say(language) }</span><input ref={other} type="text" maxlength="40" /></label>
                <label class="field"><span>{ Text::Deposit.say(language) }</span>
                    <input ref={deposit} type="number" min="0" max="65535" value={least.to_string()} data-test="challenge-deposit" /></label>
                <DayField label={Text::Day.say(language)} field={on} first={clock::today().to_string()} test="challenge-on" />
                <label class="field wide"><span>{ Text::Grounds.say(language) }</span>
                    <input ref={grounds} type="text" required=true maxlength="400" data-test="challenge-grounds" /></label>
                <button type="submit" data-test="challenge-enter">{ Text::Enter.say(language) }</button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()} data-test="challenge-trouble">{ (*trouble).clone() }</p>
        </details>
    }
}
