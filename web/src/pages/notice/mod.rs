//! The public notice, challenges to it, and the final list.

mod challenges;
mod enter;
mod finals;
mod posted;

use gongsai::admission::Step as Admit;
use gongsai::date::Date;
use gongsai::meet::Command;
use gongsai::regulations::Sport;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::DayField;
use crate::pages;
use crate::pages::review_nav::ReviewNav;
use crate::platform::{clock, elements};
use crate::route::Step;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::admission::{Admission as Text, post};
use crate::wording::{Words as _, sport};
use challenges::Challenges;
use finals::Finals;
use posted::Posted;

/// The page.
#[component]
pub fn NoticePage() -> Html {
    let language = use_language();
    html! {
        <section class="notices" data-test="notice-page">
            <div class="page-head no-print"><div><h1>{ Text::Notices.say(language) }</h1></div></div>
            <ReviewNav step={Step::Notice} />
            <Post />
            <Posted />
            <Challenges />
            <Finals />
        </section>
    }
}

/// What stands between now and a notice, or the form that posts it.
#[component]
fn Post() -> Html {
    let session = use_session();
    let language = use_language();
    let undecided: Vec<(Sport, usize)> = use_meet(|meet| meet.undecided().into_iter().collect());
    let count = use_meet(|meet| match meet.prepare_notice(clock::today(), clock::today()) {
        Admit::Publish { people, .. } => people.len(),
        _ => 0,
    });
    let days = use_meet(|meet| meet.procedure().notice.map_or(1, |rule| rule.days.max(1)));
    let trouble = use_state_eq(AttrValue::default);
    let (from, until) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (from, until, trouble) = (from.clone(), until.clone(), trouble.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(from), Some(until)) = (day_in(&from), day_in(&until)) else { return };
            let step = session.with_meet(|meet| meet.prepare_notice(from, until));
            let outcome = session.submit(Command::Admit(step));
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    let open = undecided.iter().map(|(of, count)| format!("{} {count}", sport(language, *of)));
    html! {
        <section class="no-print" aria-labelledby="post-title">
            <h2 id="post-title">{ Text::Post.say(language) }</h2>
            <p class="note warn" hidden={undecided.is_empty()} data-test="notice-open">
                { Text::NotYet.say(language) }{ open.collect::<Vec<_>>().join(language.pick("、", ", ")) }
            </p>
            <form class="give" {onsubmit} hidden={count == 0} data-test="notice-form">
                <DayField label={Text::From.say(language)} field={from} first={clock::today().to_string()} test="notice-from" />
                <DayField label={Text::Until.say(language)} field={until} first={clock::in_days(days - 1).to_string()} test="notice-until" />
                <button type="submit" class="primary" data-test="notice-post">{ post(language, count) }</button>
            </form>
            <p class="muted" hidden={count > 0}>{ Text::NobodyToPost.say(language) }</p>
            <p class="note bad" role="alert" hidden={trouble.is_empty()} data-test="notice-trouble">{ (*trouble).clone() }</p>
        </section>
    }
}

/// The day that a field holds.
fn day_in(field: &NodeRef) -> Option<Date> {
    field.cast::<HtmlInputElement>().and_then(|field| Date::from_iso(&field.value()))
}

/// The text that a field holds.
fn text_in(field: &NodeRef) -> String {
    elements::value(field).trim().to_owned()
}

/// Carries out a step and says why not, where it is refused.
fn admit(session: &std::rc::Rc<crate::session::Session>, step: Admit) -> AttrValue {
    let outcome = session.submit(Command::Admit(step));
    pages::trouble(session, outcome)
}
