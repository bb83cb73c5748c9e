//! The ranking of a group; each row opens the reason for its rank.

use std::rc::Rc;

use gongsai::id::EntryId;
use gongsai::publication::{GroupSheet, RankRow, Reason};
use gongsai::standings::WonLost;
use gongsai_wording::{Lang, publication};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::groups::{self as words, Groups};

/// What a ranking shows.
#[derive(Clone, PartialEq, Properties)]
pub struct RankingTableProps {
    /// The group.
    pub sheet: Rc<GroupSheet>,
    /// The language.
    pub language: Lang,
}

/// The ranking of a group.
#[component]
pub fn RankingTable(props: &RankingTableProps) -> Html {
    let RankingTableProps { sheet, language } = props;
    let language = *language;
    let opened = use_state_eq(|| None::<EntryId>);
    let on_open = {
        let opened = opened.clone();
        Callback::from(move |entry: EntryId| opened.set(Some(entry).filter(|entry| *opened != Some(*entry))))
    };
    let first = sheet.ranking.first();
    let is_there = |has: fn(&RankRow) -> bool| first.is_some_and(has);
    let (rubbers, games) = (is_there(|row| row.rubbers.is_some()), is_there(|row| row.games.is_some()));
    let columns = Columns { rubbers, games };
    let record = if is_there(|row| row.drawn.is_some()) { Groups::WonDrawnLost } else { Groups::WonLost };
    html! {
        <div class="table-scroll">
        <table class="ranking" data-test="ranking">
            <caption class="hidden">{ words::ranking(language, sheet) }</caption>
            <thead>
                <tr key="head">
                    <th scope="col" class="numeric">{ Groups::Rank.say(language) }</th>
                    <th scope="col">{ Groups::Entrant.say(language) }</th>
                    <th scope="col" class="numeric">{ record.say(language) }</th>
                    <th scope="col" class="numeric">{ Groups::MatchPoints.say(language) }</th>
                    <th scope="col" class="numeric" hidden={!rubbers}>{ Groups::Rubbers.say(language) }</th>
                    <th scope="col" class="numeric" hidden={!games}>{ Groups::Games.say(language) }</th>
                    <th scope="col" class="numeric">{ Groups::Points.say(language) }</th>
                </tr>
            </thead>
            { for sheet.ranking.iter().map(|row| {
                let open = *opened == Some(row.name.entry);
                view_row(language, sheet, row, columns, open, &on_open)
            }) }
        </table>
        </div>
    }
}

/// Which columns there are.
#[derive(Clone, Copy)]
struct Columns {
    rubbers: bool,
    games: bool,
}

fn view_row(
    language: Lang,
    sheet: &GroupSheet,
    row: &RankRow,
    columns: Columns,
    open: bool,
    on_open: &Callback<EntryId>,
) -> Html {
    let entry = row.name.entry;
    let rank = row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let reasons = sheet.reasons.iter().filter(|reason| reason.entrants.iter().any(|(name, _)| name.entry == entry));
    let id = format!("why-{entry}");
    let through = row.through.map(|through| if through { "yes" } else { "no" });
    let number = |count: Option<WonLost>| count.map(|count| count.to_string());
    html! {
        <tbody key={entry.to_string()}>
            <tr data-test="standing-row" data-entry={entry.to_string()} data-through={through}>
                <td class="numeric rank">{ rank }<span class="tied" hidden={!row.unresolved}>{ "=" }</span></td>
                <th scope="row" class="entrant">
                    <button
                        type="button"
                        class="reason-button"
                        data-test="standing-reason"
                        aria-expanded={open.to_string()}
                        aria-controls={id.clone()}
                        onclick={on_open.reform(move |_: MouseEvent| entry)}
                    >
                        <span class="line-who">{ row.name.name.to_string() }</span>
                        <span class="line-unit">{ row.name.unit.as_deref().unwrap_or_default().to_owned() }</span>
                    </button>
                    <span class="badge good" hidden={row.through != Some(true)}>{ Groups::Through.say(language) }</span>
                </th>
                <td class="numeric" data-test="record">{ record(row) }</td>
                <td class="numeric"><strong>{ row.match_points }</strong></td>
                <td class="numeric" hidden={!columns.rubbers}>{ number(row.rubbers) }</td>
                <td class="numeric" hidden={!columns.games}>{ number(row.games) }</td>
                <td class="numeric">{ row.points.to_string() }</td>
            </tr>
            <tr id={id} class="why" hidden={!open}>
                <td colspan="7">
                    <ul class="reasons">{ view_reasons(language, sheet, row, reasons) }</ul>
                </td>
            </tr>
        </tbody>
    }
}

/// Matches won, drawn where there are draws, and lost.
fn record(row: &RankRow) -> String {
    match row.drawn {
        Some(drawn) => format!("{}–{drawn}–{}", row.won, row.lost),
        None => format!("{}–{}", row.won, row.lost),
    }
}

fn view_reasons<'a>(
    language: Lang,
    sheet: &GroupSheet,
    row: &RankRow,
    reasons: impl Iterator<Item = &'a Reason>,
) -> Html {
    let steps: Vec<Html> = reasons.enumerate().map(|(step, reason)| view_reason(language, step, reason)).collect();
    if !steps.is_empty() {
        return steps.into_iter().collect();
    }
    let sentence = match row.rank {
        Some(_) => words::by_match_points(language, row.match_points, sheet.decided),
        None => Groups::Removed.say(language).to_string(),
    };
    html! { <li key="points">{ sentence }</li> }
}

/// One step: the criterion in words, the values that it compared, the article.
fn view_reason(language: Lang, step: usize, reason: &Reason) -> Html {
    html! {
        <li key={step} data-test="reason">
            <p>
                <strong>{ publication::reason(language, &reason.by) }</strong>
                <span class="clause">{ reason.clause.to_string() }</span>
            </p>
            <table class="values">
                <tbody>{ for reason.entrants.iter().map(|(name, value)| html! {
                    <tr key={name.entry.to_string()}>
                        <th scope="row">{ name.name.to_string() }</th>
                        <td class="numeric">{ value.map(|value| value.to_string()) }</td>
                    </tr>
                }) }</tbody>
            </table>
        </li>
    }
}
