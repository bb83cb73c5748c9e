//! The matches of an event whose teams name people for each of them.

use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId};
use gongsai::meet::Meet;
use gongsai::publication;
use gongsai::side::BySide;
use gongsai_wording::publication as words;
use yew::prelude::*;

use super::match_list::MatchList;
use crate::components::message;
use crate::platform::page;
use crate::session::{use_language, use_meet};
use crate::wording::Words as _;
use crate::wording::lineups::LineupText;

/// Which event.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListsProps {
    /// The event.
    pub event: EventId,
}

/// One match with its teams, and how many each named.
#[derive(Clone, PartialEq)]
struct Line {
    id: MatchId,
    open: bool,
    teams: BySide<(EntryId, AttrValue, Option<usize>)>,
}

/// The matches, and the lists of the one that is chosen.
#[component]
pub(super) fn Lists(props: &ListsProps) -> Html {
    let language = use_language();
    let chosen = use_state_eq(|| None::<MatchId>);
    let of = props.event.clone();
    let lines: Rc<[Line]> = use_meet(move |meet| lines(meet, &of).into());
    if lines.is_empty() {
        return message(LineupText::NoMatch.say(language));
    }
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |id: MatchId| chosen.set(Some(id)))
    };
    let desk = lines.iter().find(|line| Some(line.id) == *chosen).map(|line| {
        let lists = line.teams.iter().map(|(_, (entry, name, _))| {
            let (event, name) = (props.event.clone(), name.clone());
            html! { <MatchList key={entry.to_string()} {event} id={line.id} entry={*entry} {name} open={line.open} /> }
        });
        html! {
            <section key={line.id.to_string()} class="lineup-desk card" aria-labelledby="match-lists" data-test="match-lists">
                <h2 id="match-lists">{ words::match_number(line.id) }{ "  " }{ LineupText::Lists.say(language) }</h2>
                <div class="lineup-sides">{ for lists }</div>
                <div class="buttons no-print"><button type="button" onclick={Callback::from(|_: MouseEvent| page::print())}>
                    { LineupText::PrintList.say(language) }
                </button></div>
                <p class="only-print lineup-signatures">{ LineupText::ListSigned.say(language) }</p>
            </section>
        }
    });
    let line = |line: &Line| {
        let id = line.id;
        let onclick = on_choose.reform(move |_: MouseEvent| id);
        let team = |(_, name, named): &(EntryId, AttrValue, Option<usize>)| {
            let state = match named {
                Some(n) => format!("{} {n}", LineupText::Listed.say(language)),
                None => LineupText::NotListed.say(language).to_string(),
            };
            html! { <span class="lineup-team"><strong>{ name.clone() }</strong><small>{ state }</small></span> }
        };
        html! {
            <li key={id.to_string()} data-test="lineup-tie" data-match={id.to_string()}>
                <span class="result-number"><strong>{ words::match_number(id) }</strong></span>
                { team(&line.teams.a) }
                { team(&line.teams.b) }
                <button type="button" {onclick} aria-pressed={(*chosen == Some(id)).to_string()} data-test="lineup-choose">
                    { LineupText::Choice.say(language) }
                </button>
            </li>
        }
    };
    html! {
        <div class="lineup-page">
            <p class="lead no-print">{ LineupText::ListLead.say(language) }</p>
            <div>{ for desk }</div>
            <section class="no-print" aria-labelledby="lineup-ties">
                <h2 id="lineup-ties">{ LineupText::Ties.say(language) }<span class="count">{ lines.len() }</span></h2>
                <ol class="lineup-ties">{ for lines.iter().map(line) }</ol>
            </section>
        </div>
    }
}

fn lines(meet: &Meet, event: &EventId) -> Vec<Line> {
    let Some(state) = meet.event(event) else { return Vec::new() };
    let line = |id: MatchId, open: bool| {
        let entries = state.bracket().entries(id).ok()?;
        let team = |entry| {
            let named = state.match_list(id, entry).map(std::collections::BTreeSet::len);
            (entry, AttrValue::from(publication::name(meet, entry).name.to_string()), named)
        };
        Some(Line { id, open, teams: entries.map(team) })
    };
    let open = publication::open_matches(meet, event).into_iter().filter_map(|id| line(id, true));
    open.chain(publication::played_matches(meet, event).into_iter().filter_map(|id| line(id, false))).collect()
}
