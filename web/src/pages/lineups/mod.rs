//! The line-ups of team ties: handed in hidden by both sides, opened together; then the score sheet. Of teams that play
//! without line-ups, the match lists.

mod desk;
mod hand_in;
mod lists;
mod match_list;

use std::rc::Rc;

use gongsai::id::{EventId, MatchId, PersonId};
use gongsai::lineup::LineupFault;
use gongsai::meet::{LineupState, Meet};
use gongsai::publication;
use gongsai::regulations::Kind;
use gongsai::side::BySide;
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use crate::components::message;
use crate::route::Step;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::lineups::{self as texts, LineupText};
use desk::Desk;
use lists::Lists;

/// One tie whose teams are known.
#[derive(Clone, PartialEq)]
struct Tie {
    id: MatchId,
    teams: BySide<AttrValue>,
    states: BySide<Option<LineupState>>,
}

/// The line-ups of an event.
#[component]
pub fn LineupsPage(props: &EventProps) -> Html {
    let language = use_language();
    let chosen = use_state_eq(|| None::<MatchId>);
    let event = props.event.clone();
    let hands_in = use_meet(move |meet| {
        let rules = meet.regulations().and_then(|regulations| regulations.event(&event));
        rules.filter(|event| event.kind == Kind::Team).map(|event| event.tie.is_some())
    });
    let event = props.event.clone();
    let ties: Rc<[Tie]> = use_meet(move |meet| ties(meet, &event).into());
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |id: MatchId| chosen.set(Some(id)))
    };
    let body = match (hands_in, ties.is_empty(), *chosen) {
        (None, _, _) => message(LineupText::NoTie.say(language)),
        (Some(false), _, _) => html! { <Lists event={props.event.clone()} /> },
        (Some(true), true, None) => message(LineupText::Nothing.say(language)),
        (Some(true), _, chosen) => html! {
            <div class="lineup-page">
                <div>{ for chosen.map(|id| html! { <Desk key={id.to_string()} event={props.event.clone()} {id} /> }) }</div>
                <section class="no-print" aria-labelledby="lineup-ties">
                    <h2 id="lineup-ties">{ LineupText::Ties.say(language) }<span class="count">{ ties.len() }</span></h2>
                    <ol class="lineup-ties">{ for ties.iter().map(|tie| line(language, tie, chosen, &on_choose)) }</ol>
                </section>
            </div>
        },
    };
    html! {
        <section class="event-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Lineups} />
            <div class="event-body">
                <p class="lead no-print" hidden={hands_in != Some(true)}>{ LineupText::Lead.say(language) }</p>
                <div>{ body }</div>
            </div>
        </section>
    }
}

fn line(language: Lang, tie: &Tie, chosen: Option<MatchId>, on_choose: &Callback<MatchId>) -> Html {
    let id = tie.id;
    let onclick = on_choose.reform(move |_: MouseEvent| id);
    let side = |name: &AttrValue, state: Option<LineupState>| {
        html! {
            <span class="lineup-team"><strong>{ name.clone() }</strong><small>{ texts::state(state).say(language) }</small></span>
        }
    };
    html! {
        <li key={id.to_string()} data-test="lineup-tie" data-match={id.to_string()}>
            <span class="result-number"><strong>{ words::match_number(id) }</strong></span>
            { side(&tie.teams.a, tie.states.a) }
            { side(&tie.teams.b, tie.states.b) }
            <button type="button" {onclick} aria-pressed={(chosen == Some(id)).to_string()} data-test="lineup-choose">
                { LineupText::Choose.say(language) }
            </button>
        </li>
    }
}

/// What is wrong, with the article of the rule that it breaks.
fn told(language: Lang, meet: &Meet, fault: &LineupFault, name: impl Fn(PersonId) -> String) -> String {
    let rules = meet.regulations().map(|regulations| &regulations.rules);
    let article = rules.zip(fault.rule()).map(|(rules, rule)| rules.clause(rule)).unwrap_or_default();
    let said = gongsai_wording::lineup::fault(language, fault, name);
    if article.is_empty() {
        said
    } else {
        language.pick(format!("{said}（{article}）"), format!("{said} ({article})"))
    }
}

fn ties(meet: &Meet, event: &EventId) -> Vec<Tie> {
    let Some(state) = meet.event(event).filter(|state| state.bracket().rule().tie.is_some()) else {
        return Vec::new();
    };
    let tie = |id: MatchId| {
        let entries = state.bracket().entries(id).ok()?;
        let handed = state.line_ups(id);
        Some(Tie {
            id,
            teams: entries.map(|entry| AttrValue::from(publication::name(meet, entry).name.to_string())),
            states: BySide { a: handed.a.state(), b: handed.b.state() },
        })
    };
    let open = publication::open_matches(meet, event).into_iter();
    open.chain(publication::played_matches(meet, event)).filter_map(tie).collect()
}
