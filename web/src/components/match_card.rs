//! One match of a bracket: a head and two lines.

use gongsai::id::EntryId;
use gongsai::publication::{Card, CardState, Line, Who};
use gongsai::side::Side;
use gongsai_wording::{Lang, publication};
use yew::prelude::*;

/// How a card is looked at.
#[derive(Clone, Copy)]
pub struct CardLook {
    /// Whether it is on the way of the entrant that is looked at.
    pub on_path: bool,
    /// The entrant that is looked at, for cards on its way.
    pub pinned: Option<EntryId>,
    /// Whether the tab key comes to it.
    pub tab: bool,
}

/// One match of a bracket. It calls nobody: the tree around it reads `data-match` and `data-entry` off what was pressed.
pub fn match_card(language: Lang, card: &Card, look: CardLook) -> Html {
    let CardLook { on_path, pinned, tab } = look;
    let name = publication::card_name(language, card);
    let stop = if tab { "0" } else { "-1" };
    html! {
        <article
            class="match-card"
            data-test="match-card"
            data-match={card.id.to_string()}
            data-state={state(card.state)}
            data-path={on_path.then_some("")}
            title={card.typed.as_deref().map(|typed| publication::typed(language, typed))}
        >
            <button type="button" class="match-head" data-open={card.id.to_string()} aria-label={name} tabindex={stop}>
                <span class="match-number">{ publication::match_number(card.id) }</span>
                <span class="match-state">{ publication::card_state(language, card.state) }</span>
            </button>
            { line(language, card, Side::A, pinned, stop) }
            { line(language, card, Side::B, pinned, stop) }
        </article>
    }
}

/// The name of a state in selectors and styles.
fn state(state: CardState) -> &'static str {
    match state {
        CardState::Waiting => "waiting",
        CardState::IfNeeded => "if-needed",
        CardState::Needless => "needless",
        CardState::Open => "open",
        CardState::Played => "played",
        CardState::Disputed => "disputed",
        CardState::Bye => "bye",
    }
}

fn line(language: Lang, card: &Card, side: Side, pinned: Option<EntryId>, stop: &'static str) -> Html {
    let line = &card.lines[side];
    let inner = html! {
        <>
            <span class="line-seed">{ line.seed.map(|seed| seed.to_string()) }</span>
            <span class="line-name">
                <span class="line-who">{ publication::line_name(language, line) }</span>
                <span class="line-unit">{ unit(line) }</span>
            </span>
            <span class="line-mark">{ mark(language, line) }</span>
            <span class="line-score">{ line.score.map(|score| score.to_string()) }</span>
        </>
    };
    let played = if line.won {
        "won"
    } else if card.state == CardState::Played {
        "lost"
    } else {
        "open"
    };
    match &line.who {
        Who::Entry(name) => html! {
            <button
                type="button"
                class="match-line"
                data-line={played}
                data-entry={name.entry.to_string()}
                aria-pressed={(pinned == Some(name.entry)).to_string()}
                tabindex={stop}
            >{ inner }</button>
        },
        Who::Waiting(_) | Who::Bye => html! { <div class="match-line" data-line="nobody">{ inner }</div> },
    }
}

fn unit(line: &Line) -> Option<AttrValue> {
    match &line.who {
        Who::Entry(name) => name.unit.as_deref().map(|unit| AttrValue::from(unit.to_owned())),
        Who::Waiting(_) | Who::Bye => None,
    }
}

/// The winner's tick, or how the loser lost by stopping.
fn mark(language: Lang, line: &Line) -> &'static str {
    match (line.won, line.stop) {
        (true, _) => "✓",
        (false, Some(stop)) => publication::stop_mark(language, stop),
        (false, None) => "",
    }
}
