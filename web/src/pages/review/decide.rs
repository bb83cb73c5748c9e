//! The word of the review group on one person, by button or by key.

use gongsai::date::Date;
use gongsai::eligibility::Decision;
use gongsai::finding::Code;
use gongsai::id::PersonId;
use gongsai::meet::Command;
use gongsai::regulations::Sport;
use gongsai_wording::finding::code_title;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;

use super::queue::QueueRow;
use crate::components::DayField;
use crate::pages;
use crate::platform::{clock, elements, page};
use crate::session::{Shared, use_language, use_meet, use_selected, use_session};
use crate::wording::frame::Frame as FrameText;
use crate::wording::review::{Review as Text, decision as decision_text, proposed as proposed_text};
use crate::wording::{Words, date, moment};

#[derive(PartialEq, Properties)]
pub(super) struct DecideProps {
    /// The person.
    pub(super) person: PersonId,
    /// The sport.
    pub(super) sport: Sport,
    /// What weighs on the person.
    pub(super) codes: Vec<Code>,
    /// The place in the queue.
    pub(super) index: usize,
    /// The queue.
    pub(super) rows: Shared<Vec<QueueRow>>,
}

/// What somebody decided.
#[derive(Clone, PartialEq)]
struct Said {
    decision: Decision,
    reason: String,
    until: Option<Date>,
    by: String,
    at: i64,
}

/// What asks for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Confirm,
    Waive,
    Reject,
    Return,
}

/// The decisions so far and the buttons.
#[component]
pub(super) fn Decide(props: &DecideProps) -> Html {
    let session = use_session();
    let language = use_language();
    let asked = use_state_eq(|| None::<Asked>);
    let trouble = use_state_eq(AttrValue::default);
    let (reason, code, until) = (use_node_ref(), use_node_ref(), use_node_ref());
    let (person, sport) = (props.person, props.sport);
    let past: Vec<Said> = use_selected(move |session| {
        session.with_journal(|journal| {
            let of = journal.records().iter().filter_map(|stored| match &stored.record.command {
                Command::Decide { person: who, sport: of, decision, reason, until }
                    if (*who, *of) == (person, sport) =>
                {
                    let (record, reason) = (&stored.record, reason.clone());
                    Some(Said {
                        decision: *decision,
                        reason,
                        until: *until,
                        by: record.by.name.clone(),
                        at: record.at.0,
                    })
                }
                _ => None,
            });
            of.collect()
        })
    });
    let decide = {
        let (session, trouble, asked) = (session.clone(), trouble.setter(), asked.setter());
        Callback::from(move |(decision, reason, until): (Decision, String, Option<Date>)| {
            let outcome = session.decide(person, sport, decision, &reason, until);
            trouble.set(pages::trouble(&session, outcome));
            asked.set(None);
        })
    };
    let on_ask = {
        let asked = asked.setter();
        Callback::from(move |what: Option<Asked>| asked.set(what))
    };
    {
        let reason = reason.clone();
        use_effect_with(*asked, move |asked| {
            if let (Some(asked), Some(field)) = (asked, reason.cast::<HtmlInputElement>()) {
                // What is said most often stands there already; typing replaces it.
                field.set_value(&if *asked == Asked::Confirm { Text::SeenPapers.say(language) } else { "".into() });
                let _ = field.focus();
                field.select();
            }
        });
    }
    {
        let (decide, on_ask) = (decide.clone(), on_ask.clone());
        let can_waive = !props.codes.is_empty();
        use_effect_with(can_waive, move |can_waive| {
            let can_waive = *can_waive;
            let listener = page::on_key(move |event: &KeyboardEvent| match event.key().as_str() {
                "a" if can_waive => ask(event, &on_ask, Asked::Confirm),
                "a" => decide.emit((Decision::Confirm, String::new(), None)),
                "w" if can_waive => ask(event, &on_ask, Asked::Waive),
                "x" => ask(event, &on_ask, Asked::Reject),
                "r" => ask(event, &on_ask, Asked::Return),
                _ => {}
            });
            move || drop(listener)
        });
    }
    let onsubmit = {
        let (asked, trouble, codes) = (asked.clone(), trouble.setter(), props.codes.clone());
        let (reason, code, until, decide) = (reason.clone(), code.clone(), until.clone(), decide.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = elements::value(&reason).trim().to_owned();
            if text.is_empty() {
                return trouble.set(Text::NeedsReason.say(language));
            }
            let chosen = code.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            let until = until.cast::<HtmlInputElement>().and_then(|field| Date::from_iso(&field.value()));
            let decision = match *asked {
                Some(Asked::Confirm) => Some(Decision::Confirm),
                Some(Asked::Waive) => chosen.or_else(|| codes.first().copied()).map(Decision::Waive),
                Some(Asked::Reject) => Some(Decision::Reject),
                Some(Asked::Return) => Some(Decision::Return),
                None => None,
            };
            if let Some(decision) = decision {
                decide.emit((decision, text, until.filter(|_| decision == Decision::Return)));
            }
        })
    };
    let button = |text: Text, what: Asked, key: &'static str, test: &'static str| {
        let onclick = on_ask.reform(move |_: MouseEvent| Some(what));
        html! {
            <button type="button" {onclick} aria-expanded={(*asked == Some(what)).to_string()} data-test={test}>
                { text.say(language) }<kbd aria-hidden="true">{ key }</kbd>
            </button>
        }
    };
    let on_confirm = {
        let (decide, on_ask, asks) = (decide.clone(), on_ask.clone(), !props.codes.is_empty());
        Callback::from(move |_: MouseEvent| match asks {
            true => on_ask.emit(Some(Asked::Confirm)),
            false => decide.emit((Decision::Confirm, String::new(), None)),
        })
    };
    let proposed: Option<(Decision, String)> = use_meet(move |meet| {
        let proposed = meet.reviews().get(&(person, sport))?.proposed.as_ref()?;
        let names: Vec<&str> = proposed.by.iter().map(String::as_str).collect();
        Some((proposed.decision, names.join(language.pick("、", ", "))))
    });
    let deadline = use_meet(|meet| clock::in_days(meet.procedure().correction_days).to_string());
    let on_cancel = on_ask.reform(|_: MouseEvent| None);
    let past_line = |(index, said): (usize, &Said)| {
        html! {
            <li key={index}>
                <strong>{ decision_text(language, said.decision) }</strong>{ " " }<span>{ said.reason.clone() }</span>{ " " }
                <span hidden={said.until.is_none()}>{ Text::Until.say(language) }{ " " }{ said.until.map(|day| date(language, day)) }</span>{ " " }
                <small class="muted">{ said.by.clone() }{ " " }{ moment(language, clock::local(said.at)) }</small>
            </li>
        }
    };
    html! {
        <section class="decide" aria-label={Text::Decisions.say(language)}>
            <ul class="decisions" data-test="review-decisions">{ for past.iter().enumerate().map(past_line) }</ul>
            <p class="note warn" role="status" hidden={proposed.is_none()} data-test="review-proposed">
                { proposed.map(|(decision, by)| proposed_text(language, decision, &by)) }
            </p>
            <div class="buttons">
                <button type="button" class="primary" onclick={on_confirm} data-test="review-confirm">
                    { Text::Confirm.say(language) }<kbd aria-hidden="true">{ "A" }</kbd>
                </button>
                <span hidden={props.codes.is_empty()}>{ button(Text::Waive, Asked::Waive, "W", "review-waive") }</span>
                { button(Text::Return, Asked::Return, "R", "review-return") }
                { button(Text::Reject, Asked::Reject, "X", "review-reject") }
            </div>
            <form class="reason" hidden={asked.is_none()} {onsubmit} data-test="review-reason">
                <label class="field" hidden={*asked != Some(Asked::Waive)}><span>{ Text::WaiveWhat.say(language) }</span>
                    <select ref={code}>{ for props.codes.iter().enumerate().map(|(at, code)| html! {
                        <option key={code.as_str()} value={code.as_str()} selected={at == 0}>{ code_title(language, *code) }</option>
                    }) }</select>
                </label>
                <label class="field"><span>{ Text::Reason.say(language) }</span>
                    <input ref={reason} type="text" maxlength="200" list="reasons" autocomplete="off" data-test="review-why" /></label>
                <datalist id="reasons">{ for [Text::SeenPapers, Text::SamePerson, Text::OtherPerson, Text::PaperMissing].map(|text| html! {
                    <option key={text.zh()} value={text.say(language)} />
                }) }</datalist>
                <div hidden={*asked != Some(Asked::Return)}><DayField label={Text::Until.say(language)} field={until} first={deadline} test="review-until" /></div>
                <div class="buttons">
                    <button type="submit" class="primary" data-test="review-record">{ Text::Record.say(language) }</button>
                    <button type="button" class="quiet" onclick={on_cancel}>{ FrameText::Cancel.say(language) }</button>
                </div>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </section>
    }
}

/// The key opens the field for the reason and must not be typed into it.
fn ask(event: &KeyboardEvent, on_ask: &Callback<Option<Asked>>, what: Asked) {
    event.prevent_default();
    on_ask.emit(Some(what));
}
