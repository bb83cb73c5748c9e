//! The queue as a list; the current one is in view.

use gongsai::admission::State;
use gongsai::eligibility::Verdict;
use gongsai::id::PersonId;
use gongsai::regulations::Sport;
use gongsai_wording::Lang;
use gongsai_wording::finding::code_title;
use yew::prelude::*;

use super::queue::QueueRow;
use crate::wording::review::Review as Text;
use crate::wording::{Words, sport};

/// The list of the rows shown with its current one. Nothing is left when nobody at all is to be decided on.
pub(super) fn queue_list(
    language: Lang,
    rows: &[QueueRow],
    current: usize,
    nothing_left: bool,
    on_choose: &Callback<(PersonId, Sport)>,
) -> Html {
    let row = |(index, row): (usize, &QueueRow)| {
        let key = (row.person, row.sport);
        let current = index == current;
        let codes: Vec<&str> = row.codes.iter().map(|code| code_title(language, *code)).collect();
        let onclick = on_choose.reform(move |_: MouseEvent| key);
        let (mark, tone) = mark(row);
        html! {
            <li key={format!("{}{}", row.person, row.sport.code())}>
                <button type="button" class={classes!("queue-row", current.then_some("current"))} aria-current={current.then_some("true")} {onclick}
                    data-test="review-row" data-verdict={format!("{:?}", row.verdict)}>
                    <span class={classes!("queue-mark", tone)} aria-hidden="true">{ mark }</span>
                    <span class="queue-name">{ row.name.clone() }<span class="queue-decided" hidden={!row.decided}>{ "✎" }</span></span>
                    <span class="queue-unit">{ row.unit_name.clone() }{ " · " }{ sport(language, row.sport) }</span>
                    <span class="queue-codes">{ codes.join(language.pick("，", ", ")) }</span>
                </button>
            </li>
        }
    };
    let empty = if nothing_left { Text::QueueDone } else { Text::QueueEmpty };
    html! {
        <div class="queue" tabindex="-1" role="region" aria-label={Text::Queue.say(language)} data-test="review-queue">
            <p class="queue-empty" hidden={!rows.is_empty()}>{ empty.say(language) }</p>
            <ol>{ for rows.iter().enumerate().map(row) }</ol>
        </div>
    }
}

fn mark(row: &QueueRow) -> (&'static str, &'static str) {
    match (row.state, row.verdict) {
        (State::Returned { .. }, _) => ("↩", "warn"),
        (State::Proposed, _) => ("½", "warn"),
        (State::Disqualified, _) | (_, Verdict::Ineligible) => ("✕", "bad"),
        (_, Verdict::Eligible) => ("✓", "good"),
        (_, Verdict::Limited) => ("◑", "good"),
        (_, Verdict::NeedsReview) => ("?", "warn"),
    }
}
