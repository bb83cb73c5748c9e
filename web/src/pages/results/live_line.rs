//! One match that waits for its result, or whose result is being corrected.

use std::rc::Rc;

use gongsai::bracket::ChangeError;
use gongsai::id::{EventId, MatchId};
use gongsai::meet::{Command, Meet, Refused};
use gongsai::publication;
use gongsai::score::{self, MatchRule, Outcome};
use gongsai::side::BySide;
use gongsai_wording::score::unreadable;
use gongsai_wording::{Lang, publication as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::result_reading::{Reading, read};
use crate::components::{LineKey, Refusal, ResultLine};
use crate::pages::refused;
use crate::platform::elements;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::results;

/// The inputs that the arrow keys go through.
const INPUTS: &str = "[data-test=\"result-input\"]";

/// Which match.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LiveLineProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
    /// How it is scored.
    pub rule: MatchRule,
    /// Whether a result stands that is being corrected.
    #[prop_or_default]
    pub correcting: bool,
    /// It is recorded: a sentence to be read out.
    pub on_recorded: Callback<AttrValue>,
    /// What was typed was given up.
    #[prop_or_default]
    pub on_cancel: Callback<()>,
}

/// One match with the line that its result is typed in.
#[component]
pub(super) fn LiveLine(props: &LiveLineProps) -> Html {
    let session = use_session();
    let language = use_language();
    let LiveLineProps { event, id, rule, correcting, on_recorded, on_cancel } = props.clone();
    let card = {
        let event = event.clone();
        use_meet(move |meet| publication::card(meet, &event, id).map(Rc::new))
    };
    let players = {
        let event = event.clone();
        use_meet(move |meet| players(meet, &event, id, language))
    };
    let before = card.as_ref().and_then(|card| card.typed.as_deref());
    let before = before.map_or_else(String::new, |typed| words::typed(language, typed));
    let text = use_state_eq(move || before);
    let refusal = use_state_eq(|| None::<Refusal>);
    let Some(card) = card else { return html! { <div class="result-line" hidden=true></div> } };

    // Records what is typed; tells whether it was taken.
    let record = {
        let (text, refusal, card, rule) = (text.clone(), refusal.clone(), card.clone(), rule.clone());
        Rc::new(move |cascade: bool| -> bool {
            let outcome = match score::parse(&rule, &text) {
                Ok(outcome) => outcome,
                Err(error) => {
                    refusal.set(Some(Refusal { sentence: unreadable(language, &error).into(), cascade: false }));
                    return false;
                }
            };
            let said = said(language, &rule, &card, &outcome);
            let (of, event) = (event.clone(), event.clone());
            let command = if correcting {
                Command::Correct { event, id, entries: None, outcome, cascade }
            } else {
                Command::Result { event, id, entries: None, outcome }
            };
            match session.submit(command) {
                Ok(_) => {
                    on_recorded.emit(said);
                    true
                }
                Err(why) => {
                    let sentence = refused(&session, language, &of, &why);
                    refusal.set(Some(Refusal { sentence, cascade: follows(&why) }));
                    false
                }
            }
        })
    };
    let on_input = {
        let (text, refusal) = (text.clone(), refusal.clone());
        Callback::from(move |typed: String| {
            text.set(typed);
            refusal.set(None);
        })
    };
    let on_key = {
        let (text, refusal, record) = (text.clone(), refusal.clone(), record.clone());
        let (rule, on_cancel) = (rule.clone(), on_cancel.clone());
        Callback::from(move |(key, input): (LineKey, HtmlInputElement)| match key {
            LineKey::Record if in_rubber(&input) && !is_whole(&rule, &text) => {
                // The rubbers of a line are gone through one by one; after the last the line speaks.
                if !elements::focus_step(&input, "[data-test=\"rubber-input\"]", 1) {
                    record(false);
                }
            }
            LineKey::Record => {
                if record(false) {
                    on_cancel.emit(());
                    go_on(&input, id);
                }
            }
            LineKey::Previous => drop(elements::focus_step(&input, stops(&input), -1)),
            LineKey::Next => drop(elements::focus_step(&input, stops(&input), 1)),
            LineKey::Clear => {
                text.set(String::new());
                refusal.set(None);
                on_cancel.emit(());
            }
        })
    };
    let on_cascade = Callback::from(move |()| {
        if record(true) {
            on_cancel.emit(());
        }
    });
    html! {
        <ResultLine
            {card}
            {rule}
            {players}
            {language}
            text={AttrValue::from((*text).clone())}
            refusal={(*refusal).clone()}
            {on_input}
            {on_key}
            {on_cascade}
        />
    }
}

/// Who plays each rubber of a tie, as words; nobody before both line-ups are open.
fn players(meet: &Meet, event: &EventId, id: MatchId, language: Lang) -> Rc<[BySide<String>]> {
    let sheet = publication::tie_sheet(meet, event, id);
    let rows = sheet.as_ref().map_or(&[][..], |sheet| &sheet.rows);
    rows.iter().map(|row| row.players.as_ref().map(|names| names.join(language.pick("、", ", ")))).collect()
}

fn is_whole(rule: &MatchRule, text: &str) -> bool {
    matches!(read(rule, text), Reading::Whole { .. })
}

fn in_rubber(input: &HtmlInputElement) -> bool {
    input.get_attribute("data-test").as_deref() == Some("rubber-input")
}

fn stops(input: &HtmlInputElement) -> &'static str {
    if in_rubber(input) { "[data-test=\"rubber-input\"]" } else { INPUTS }
}

/// After a result: to the line below, or to the one above at the end.
fn go_on(input: &HtmlInputElement, id: MatchId) {
    let own = format!("[data-match=\"{id}\"] {INPUTS}");
    if in_rubber(input) {
        elements::focus_first(&own);
    }
    let Some(line) = elements::first_input(&own) else { return };
    if !elements::focus_step(&line, INPUTS, 1) {
        elements::focus_step(&line, INPUTS, -1);
    }
}

/// What is read out when a result is recorded.
fn said(language: Lang, rule: &MatchRule, card: &publication::Card, outcome: &Outcome) -> AttrValue {
    let names = card.lines.as_ref().map(|line| words::line_name(language, line));
    match read(rule, &score::format(outcome)) {
        Reading::Whole { score, .. } => results::recorded(language, card.id, &names, score).into(),
        Reading::Empty | Reading::Unfinished(_) => AttrValue::Static(""),
    }
}

/// Whether it was refused because of what follows from the old result.
fn follows(refused: &Refused) -> bool {
    matches!(refused, Refused::Change(ChangeError::Consequences { .. }))
}
