//! One match with its result, and the way to correct it.

use std::rc::Rc;

use gongsai::id::{EventId, MatchId};
use gongsai::publication::{self, Card};
use gongsai::score::MatchRule;
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use super::live_line::LiveLine;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::play::Play;
use crate::wording::results::ResultsText;

/// Which match.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlayedLineProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
    /// How it is scored.
    pub rule: MatchRule,
    /// It is corrected: a sentence to be read out.
    pub on_recorded: Callback<AttrValue>,
}

/// One match with its result.
#[component]
pub(super) fn PlayedLine(props: &PlayedLineProps) -> Html {
    let language = use_language();
    let correcting = use_state_eq(|| false);
    let PlayedLineProps { event, id, rule, on_recorded } = props.clone();
    let card = {
        let event = event.clone();
        use_meet(move |meet| publication::card(meet, &event, id).map(Rc::new))
    };
    let set = |to: bool| {
        let correcting = correcting.clone();
        Callback::from(move |_: MouseEvent| correcting.set(to))
    };
    let on_cancel = {
        let correcting = correcting.clone();
        Callback::from(move |()| correcting.set(false))
    };
    let Some(card) = card else { return html! { <div class="played-line" hidden=true></div> } };
    let button = if *correcting { Play::Cancel.say(language) } else { ResultsText::Correct.say(language) };
    html! {
        <div class="played-line" data-test="played-line" data-match={id.to_string()}>
            <div class="played-row">
                { view(language, &card) }
                <button
                    type="button"
                    class="quiet"
                    data-test="result-correct"
                    aria-expanded={correcting.to_string()}
                    onclick={set(!*correcting)}
                >{ button }</button>
            </div>
            <div class="played-correction">
                if *correcting {
                    <LiveLine {event} {id} {rule} correcting=true {on_recorded} {on_cancel} />
                }
            </div>
        </div>
    }
}

fn view(language: Lang, card: &Card) -> Html {
    let name = |line: &publication::Line| words::line_name(language, line);
    let (a, b) = (&card.lines.a, &card.lines.b);
    let score = a.score.zip(b.score).map_or_else(|| "–".to_owned(), |(a, b)| format!("{a}:{b}"));
    html! {
        <>
            <span class="result-number">
                <strong>{ words::match_number(card.id) }</strong>
                <span>{ words::title(language, card.title) }</span>
            </span>
            <span class="played-names">
                <span data-line={if a.won { "won" } else { "lost" }}>{ name(a) }</span>
                <strong class="played-score">{ score }</strong>
                <span data-line={if b.won { "won" } else { "lost" }}>{ name(b) }</span>
            </span>
            <span class="played-typed">{ card.typed.as_deref().map(|typed| words::typed(language, typed)) }</span>
        </>
    }
}
