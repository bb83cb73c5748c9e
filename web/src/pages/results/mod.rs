//! The results of an event: open matches in order of play, and those that are played.

mod courts;
mod disputes;
mod live_line;
mod played_line;
mod sanction;
mod scope;
mod withdraw;

use std::rc::Rc;

use gongsai::id::{EventId, MatchId};
use gongsai::meet::Meet;
use gongsai::publication;
use gongsai::regulations::Kind;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use crate::components::message;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::lineups::LineupText;
use crate::wording::play::Play;
use crate::wording::results::ResultsText;
use courts::Courts;
use disputes::Disputes;
use live_line::LiveLine;
use played_line::PlayedLine;
use sanction::Sanction;
use scope::{Scope, scopes};
use withdraw::Withdraw;

/// The results of an event.
#[component]
pub fn ResultsPage(props: &EventProps) -> Html {
    let language = use_language();
    let scope = use_state_eq(|| Scope::All);
    let said = use_state_eq(|| AttrValue::Static(""));
    let event = props.event.clone();
    let drawn = use_meet(move |meet| {
        let is_of_teams = meet.regulations()?.event(&event)?.kind == Kind::Team;
        meet.event(&event).map(|state| (state.bracket().rule().clone(), is_of_teams))
    });
    let (event, only) = (props.event.clone(), *scope);
    let open: Rc<[MatchId]> = use_meet(move |meet| shown(meet, &event, only, publication::open_matches(meet, &event)));
    let event = props.event.clone();
    let played: Rc<[MatchId]> =
        use_meet(move |meet| shown(meet, &event, only, publication::played_matches(meet, &event)));
    let event = props.event.clone();
    let choices: Rc<[(Scope, AttrValue)]> = use_meet(move |meet| scopes(meet, &event, language).into());
    let onchange = {
        let (scope, choices) = (scope.clone(), choices.clone());
        Callback::from(move |event: Event| {
            let chosen = usize::try_from(event.target_unchecked_into::<HtmlSelectElement>().selected_index()).ok();
            let chosen = chosen.and_then(|at| choices.get(at));
            scope.set(chosen.map_or(Scope::All, |(scope, _)| *scope));
        })
    };
    let on_recorded = {
        let said = said.clone();
        Callback::from(move |sentence: AttrValue| said.set(sentence))
    };
    let meet = use_meet(Meet::id);
    let Some((rule, teams)) = drawn else {
        return html! {
            <section class="event-page" data-event={props.event.to_string()}>
                <EventHead event={props.event.clone()} step={Step::Results} />
                <div class="event-body">{ message(Play::NotDrawn.say(language)) }</div>
            </section>
        };
    };
    let help = help(&rule).say(language);
    html! {
        <section class="event-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Results} />
            <div class="event-body">
                <div class="result-bar no-print">
                    <label>
                        <span>{ ResultsText::Filter.say(language) }</span>
                        <select data-test="result-filter" {onchange}>{ for choices.iter().enumerate().map(|(at, (choice, name))| html! {
                            <option key={at} value={name.clone()} selected={choice == &*scope}>{ name.clone() }</option>
                        }) }</select>
                    </label>
                    <div class="result-help">
                        <p>{ help }</p>
                        <p>{ ResultsText::Keys.say(language) }</p>
                    </div>
                </div>
                <p class="hidden" role="status" aria-live="polite">{ (*said).clone() }</p>
                <p class="no-print" hidden={!teams}>
                    <a href={Route::of(meet, Step::Lineups, &props.event).address()} class="button" data-test="to-lineups">
                        { if rule.tie.is_some() { LineupText::Choose } else { LineupText::Lists }.say(language) }
                    </a>
                </p>
                <Courts event={props.event.clone()} matches={open.clone()} />
                <Withdraw event={props.event.clone()} />
                <Sanction event={props.event.clone()} />
                <Disputes event={props.event.clone()} />
                <section class="results-open" aria-labelledby="results-open">
                    <h2 id="results-open">{ ResultsText::Open.say(language) }<span class="count">{ open.len() }</span></h2>
                    <p class="muted" hidden={!open.is_empty()}>{ ResultsText::NothingOpen.say(language) }</p>
                    <ol class="result-lines" data-test="results-open">{ for open.iter().map(|id| html! {
                        <li key={id.to_string()}>
                            <LiveLine event={props.event.clone()} id={*id} rule={rule.clone()} on_recorded={on_recorded.clone()} />
                        </li>
                    }) }</ol>
                </section>
                <section class="results-played" aria-labelledby="results-played">
                    <h2 id="results-played">{ ResultsText::Played.say(language) }<span class="count">{ played.len() }</span></h2>
                    <p class="muted" hidden={!played.is_empty()}>{ ResultsText::NothingPlayed.say(language) }</p>
                    <ol class="result-lines" data-test="results-played">{ for played.iter().map(|id| html! {
                        <li key={id.to_string()}>
                            <PlayedLine event={props.event.clone()} id={*id} rule={rule.clone()} on_recorded={on_recorded.clone()} />
                        </li>
                    }) }</ol>
                </section>
            </div>
        </section>
    }
}

/// Those matches of an event that are to be shown.
fn shown(meet: &Meet, event: &EventId, scope: Scope, matches: Vec<MatchId>) -> Rc<[MatchId]> {
    let Some(state) = meet.event(event) else { return Rc::new([]) };
    matches.into_iter().filter(|id| scope.holds(state, *id)).collect()
}

fn help(rule: &gongsai::score::MatchRule) -> ResultsText {
    match (&rule.tie, rule.score) {
        (Some(_), _) => ResultsText::TieHelp,
        (None, gongsai::regulations::ScoreRule::Games(_)) => ResultsText::GamesHelp,
        (None, gongsai::regulations::ScoreRule::Total(_)) => ResultsText::TotalHelp,
    }
}
