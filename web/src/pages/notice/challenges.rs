//! The challenges: how far each is, its answer, the decision.

use std::rc::Rc;

use gongsai::admission::{Challenge, Challenger, Step as Admit};
use gongsai::id::RecordId;
use yew::prelude::*;

use super::enter::EnterChallenge;
use super::{admit, day_in, text_in};
use crate::components::DayField;
use crate::platform::clock;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::admission::{Admission as Text, challenge_state};
use crate::wording::{Words as _, date, sport};

/// A challenge with the names in it.
#[derive(Clone, PartialEq)]
struct Shown {
    id: RecordId,
    challenge: Challenge,
    whom: AttrValue,
    by: AttrValue,
}

/// The section.
#[component]
pub(super) fn Challenges() -> Html {
    let language = use_language();
    let shown: Rc<Vec<Shown>> = use_meet(move |meet| {
        let named = meet.admissions().challenges().iter().map(|(id, challenge)| {
            let unit = |id| meet.units().get(&id).map(|unit| unit.name.clone()).unwrap_or_default();
            let person = meet.people().get(&challenge.who.0);
            let whom = person
                .map(|person| format!("{}（{} {}）", person.name, unit(person.unit), sport(language, challenge.who.1)));
            let by = match &challenge.by {
                Challenger::Unit(id) => unit(*id),
                Challenger::Other(name) => name.clone(),
            };
            Shown { id: *id, challenge: challenge.clone(), whom: whom.unwrap_or_default().into(), by: by.into() }
        });
        Rc::new(named.collect())
    });
    html! {
        <section class="no-print" aria-labelledby="challenges-title">
            <h2 id="challenges-title">{ Text::Challenges.say(language) }</h2>
            <p class="muted" hidden={!shown.is_empty()}>{ Text::NoChallenge.say(language) }</p>
            <ul class="challenges">{ for shown.iter().map(|one| html! {
                <ChallengeLine key={one.id.to_string()} shown={one.clone()} />
            }) }</ul>
            <EnterChallenge />
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct ChallengeLineProps {
    shown: Shown,
}

#[component]
fn ChallengeLine(props: &ChallengeLineProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let (text, on) = (use_node_ref(), use_node_ref());
    let Shown { id: challenge, challenge: found, whom, by } = props.shown.clone();
    let act = |step: fn(RecordId, String, gongsai::date::Date) -> Admit| {
        let (session, trouble, text, on) = (session.clone(), trouble.setter(), text.clone(), on.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(on) = day_in(&on) else { return };
            trouble.set(admit(&session, step(challenge, text_in(&text), on)));
        })
    };
    let on_answer = act(|challenge, text, on| Admit::Answer { challenge, text, on });
    let on_uphold = act(|challenge, reason, on| Admit::Rule { challenge, upheld: true, reason, on });
    let on_dismiss = act(|challenge, reason, on| Admit::Rule { challenge, upheld: false, reason, on });
    let closed = found.ruling.is_some();
    html! {
        <li class="challenge" data-test="challenge">
            <p><strong>{ whom }</strong>{ " ← " }{ by }{ " · " }{ date(language, found.on) }{ " · " }{ Text::Deposit.say(language) }{ " " }{ found.deposit }
                { " " }<span class={classes!("badge", if closed { "plain" } else { "warn" })} data-test="challenge-state">{ challenge_state(language, &found) }</span></p>
            <p>{ found.grounds.clone() }</p>
            <p hidden={found.answer.is_none()}>{ Text::Answer.say(language) }{ language.pick("：", ": ") }{ found.answer.as_ref().map(|answer| answer.text.clone()) }</p>
            <p hidden={!closed}>{ Text::Reason.say(language) }{ language.pick("：", ": ") }{ found.ruling.as_ref().map(|ruling| ruling.reason.clone()) }</p>
            <div class="give" hidden={closed}>
                <label class="field wide"><span>{ Text::Answer.say(language) }{ " / " }{ Text::Reason.say(language) }</span>
                    <input ref={text} type="text" maxlength="400" data-test="challenge-text" /></label>
                <DayField label={Text::Day.say(language)} field={on} first={clock::today().to_string()} test="challenge-day" />
                <div class="buttons">
                    <button type="button" hidden={found.answer.is_some()} onclick={on_answer} data-test="challenge-answer">{ Text::Answer.say(language) }</button>
                    <button type="button" onclick={on_uphold} data-test="challenge-uphold">{ Text::Uphold.say(language) }</button>
                    <button type="button" onclick={on_dismiss} data-test="challenge-dismiss">{ Text::Dismiss.say(language) }</button>
                </div>
            </div>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </li>
    }
}
