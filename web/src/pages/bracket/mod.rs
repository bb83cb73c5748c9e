//! The knockout of an event as a tree.

mod live_card;
mod neighbour;
mod round_head;

use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId};
use gongsai::publication::{self, Cell, Column, Joint, Name, Tree};
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use super::EventProps;
use super::event_head::EventHead;
use crate::components::{NameFinder, message};
use crate::platform::{address, elements, page};
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::bracket::{self as texts, BracketText};
use crate::wording::play::{self, Play};
use live_card::LiveCard;
use neighbour::{Direction, neighbour};
use round_head::RoundHead;

/// What the page looks at.
#[derive(Clone, Copy, Default, PartialEq)]
struct Look {
    /// The entrant under the pointer or the focus.
    pointed: Option<EntryId>,
    /// The entrant that was pressed.
    pinned: Option<EntryId>,
    /// The match that the tab key comes to.
    tab: Option<MatchId>,
}

/// The knockout of an event.
#[component]
pub fn BracketPage(props: &EventProps) -> Html {
    let session = use_session();
    let language = use_language();
    let look = use_state_eq(Look::default);
    let event = props.event.clone();
    let trees = use_meet(move |meet| meet.event(&event).map(|state| Rc::new(publication::trees(state.bracket()))));
    let seen = look.pointed.or(look.pinned);
    let event = props.event.clone();
    let path = use_meet(move |meet| match (seen, meet.event(&event)) {
        (Some(entry), Some(state)) => Rc::new(publication::path(state.bracket(), entry)),
        (_, _) => Rc::default(),
    });
    let event = props.event.clone();
    let names: Rc<[Name]> =
        use_meet(move |meet| meet.entries_of(&event).map(|entry| publication::name(meet, entry.id)).collect());
    use_effect_with((), |()| {
        let listener = page::on_key(|event| {
            if event.key() == "/" {
                event.prevent_default();
                elements::focus_first("[data-test=\"bracket-find\"]");
            }
        });
        move || drop(listener)
    });
    let change = |change: fn(Look, Option<EntryId>) -> Look| {
        let look = look.clone();
        move |entry: Option<EntryId>| look.set(change(*look, entry))
    };
    let point = change(|look, pointed| Look { pointed, ..look });
    let pin = change(|look, entry| Look { pinned: entry.filter(|_| look.pinned != entry), pointed: None, ..look });
    let onmouseover = Callback::from({
        let point = point.clone();
        move |event: MouseEvent| point(entry_of(&event))
    });
    let onmouseleave = Callback::from({
        let point = point.clone();
        move |_: MouseEvent| point(None)
    });
    let onfocusin = Callback::from({
        let look = look.clone();
        move |event: FocusEvent| {
            let tab = elements::closest_data(&event, "data-match").and_then(|id| id.parse().ok());
            look.set(Look { pointed: entry_of(&event), tab: tab.or(look.tab), ..*look });
        }
    });
    let onclick = Callback::from({
        let (pin, session, event) = (pin.clone(), session.clone(), props.event.clone());
        move |clicked: MouseEvent| match (entry_of(&clicked), elements::closest_data(&clicked, "data-open")) {
            (Some(entry), _) => pin(Some(entry)),
            (None, Some(_)) => {
                if let Some(meet) = session.meet_id() {
                    address::go(&Route::of(meet, Step::Results, &event));
                }
            }
            (None, None) => {}
        }
    });
    let onkeydown = Callback::from({
        let (trees, pin) = (trees.clone(), pin.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                return pin(None);
            }
            let here = elements::closest_data(&event, "data-match").and_then(|id| id.parse().ok());
            let (Some(direction), Some(here)) = (Direction::of_key(&event.key()), here) else { return };
            event.prevent_default();
            if let Some(there) = trees.as_ref().and_then(|trees| neighbour(trees, here, direction)) {
                elements::focus_first(&format!("article[data-match=\"{there}\"] button.match-head"));
            }
        }
    });
    let on_find = Callback::from(move |entry: EntryId| {
        pin(Some(entry));
        elements::show_first(&format!(".bracket [data-entry=\"{entry}\"]"));
    });
    let pinned_name = seen.and_then(|entry| names.iter().find(|name| name.entry == entry));
    let path_line = pinned_name.map(|name| {
        let ahead: Vec<String> = path.ahead.iter().map(|id| words::match_number(*id)).collect();
        texts::path(language, &name.name, path.stands.len(), &ahead)
    });
    let on_path: Rc<[MatchId]> = path.stands.iter().chain(&path.ahead).copied().collect();
    let first = trees.as_ref().and_then(|trees| Some(trees.first()?.columns.first()?.cells.first()?.id));
    let view = View { event: &props.event, language, on_path: &on_path, seen, tab: look.tab.or(first) };
    let shown = match trees.as_deref() {
        None => message(Play::NotDrawn.say(language)),
        Some(trees) if trees.is_empty() => message(Play::NoKnockout.say(language)),
        Some(trees) => html! {
            <>
                <div class="bracket-bar no-print">
                    <NameFinder names={names.clone()} {language} {on_find} />
                    <p class="bracket-path" role="status">{ path_line.unwrap_or_else(|| BracketText::Hint.say(language).to_string()) }</p>
                </div>
                <div
                    class="bracket-scroll"
                    data-test="bracket"
                    data-pinned={seen.is_some().then_some("")}
                    {onmouseover}
                    {onmouseleave}
                    {onfocusin}
                    {onclick}
                    {onkeydown}
                >
                    { for trees.iter().map(|tree| view_tree(&view, tree)) }
                </div>
            </>
        },
    };
    html! {
        <section class="event-page bracket-page" data-event={props.event.to_string()}>
            <EventHead event={props.event.clone()} step={Step::Bracket} />
            <div class="event-body">{ shown }</div>
        </section>
    }
}

/// What every card needs to know.
struct View<'a> {
    event: &'a EventId,
    language: Lang,
    on_path: &'a [MatchId],
    seen: Option<EntryId>,
    tab: Option<MatchId>,
}

fn view_tree(view: &View<'_>, tree: &Tree) -> Html {
    let part = format!("{:?}", tree.part);
    html! {
        <div key={part} class={classes!("bracket", is_sparse(tree).then_some("sparse"))} style={format!("--rows: {}; --rounds: {}", tree.rows, tree.columns.len())}>
            { for tree.columns.iter().map(|column| view_round(view, column)) }
        </div>
    }
}

fn view_round(view: &View<'_>, column: &Column) -> Html {
    let ids: Rc<[MatchId]> = column.cells.iter().map(|cell| cell.id).collect();
    let id = ids.first().map_or_else(String::new, |id| format!("round-{id}"));
    html! {
        <section key={id.clone()} class="round" aria-labelledby={id.clone()} data-round={column.round.to_string()}>
            <h2 {id} class="round-head">
                <RoundHead event={view.event.clone()} {ids} title={play::round(view.language, column.title)} />
            </h2>
            <ol class="round-matches">{ for column.cells.iter().map(|cell| view_cell(view, cell)) }</ol>
        </section>
    }
}

fn view_cell(view: &View<'_>, cell: &Cell) -> Html {
    let Cell { id, row, span, joint, feeds } = *cell;
    let [a, b, straight] = match joint {
        Joint::Fork(fed) => [fed.a.then_some("fed-a"), fed.b.then_some("fed-b"), None],
        Joint::Straight => [None, None, Some("fed-straight")],
    };
    let on_path = view.on_path.contains(&id);
    html! {
        <li
            key={id.to_string()}
            class={classes!("cell", a, b, straight, feeds.then_some("feeds"))}
            style={format!("grid-row: {row} / span {span}")}
        >
            <LiveCard
                event={view.event.clone()}
                {id}
                {on_path}
                pinned={view.seen.filter(|_| on_path)}
                tab={view.tab == Some(id)}
            />
        </li>
    }
}

/// Whether the matches of every round leave the rows between them free, so that rows may be half as high as a card.
fn is_sparse(tree: &Tree) -> bool {
    let apart = |column: &Column| column.cells.windows(2).all(|pair| matches!(pair, [a, b] if b.row > a.row + 1));
    tree.columns.len() > 1 && tree.columns.iter().all(apart)
}

/// The entrant that an event happened on.
fn entry_of(event: &Event) -> Option<EntryId> {
    elements::closest_data(event, "data-entry").and_then(|id| id.parse().ok())
}
