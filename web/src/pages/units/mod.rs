//! How far each unit is: its lists, who is undecided, the letter that asks it for corrections.

mod letter;

use std::rc::Rc;

use gongsai::admission::Step as Admit;
use gongsai::id::UnitId;
use gongsai::meet::Command;
use gongsai::publication::{UnitList, UnitRow, unit_rows};
use gongsai::regulations::Sport;
use gongsai_wording::finding::code_title;
use yew::prelude::*;

use crate::pages;
use crate::pages::review_nav::ReviewNav;
use crate::route::Step;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::admission::{Admission as Text, list_line, units_line};
use letter::LetterSheet;

/// The page.
#[component]
pub fn UnitsPage() -> Html {
    let session = use_session();
    let language = use_language();
    let rows: Rc<Vec<UnitRow>> = use_meet(|meet| Rc::new(unit_rows(meet)));
    let asks = use_meet(|meet| meet.procedure().endorsed);
    let chosen = use_state_eq(|| None::<UnitId>);
    let trouble = use_state_eq(AttrValue::default);
    let on_endorse = {
        let trouble = trouble.setter();
        Callback::from(move |(unit, sport): (UnitId, Sport)| {
            let outcome = session.submit(Command::Admit(Admit::Endorse { unit, sport }));
            trouble.set(pages::trouble(&session, outcome));
        })
    };
    let on_letter = {
        let chosen = chosen.setter();
        Callback::from(move |unit: Option<UnitId>| chosen.set(unit))
    };
    let lists = || rows.iter().flat_map(|row| &row.lists);
    let sum = |of: fn(&UnitList) -> usize| lists().map(of).sum::<usize>();
    let sent = rows.iter().filter(|row| !row.lists.is_empty()).count();
    let line = |row: &UnitRow| {
        let unit = row.unit;
        let (of_lists, total) =
            (row.lists.iter(), |of: fn(&UnitList) -> usize| row.lists.iter().map(of).sum::<usize>());
        let number = |count: usize, tone: &'static str, label: Text| {
            html! { <td class={classes!("numeric", (count > 0).then_some(tone))} data-label={label.say(language)}>{ count }</td> }
        };
        let team: Vec<&str> =
            row.lists.iter().flat_map(|list| &list.team).map(|code| code_title(language, *code)).collect();
        let letters = total(|list| list.returned) + team.len();
        let to_letter = on_letter.reform(move |_: MouseEvent| Some(unit));
        html! {
            <tr key={unit.to_string()} data-test="unit-row" data-unit={row.name.to_string()}>
                <th scope="row">{ row.name.to_string() }</th>
                <td data-label={Text::Lists.say(language)}><span class="muted" hidden={!row.lists.is_empty()}>{ Text::NothingSent.say(language) }</span>
                    <ul class="unit-lists">{ for of_lists.map(|list| {
                        let (sport, endorsed) = (list.sport, list.endorsed);
                        let onclick = on_endorse.reform(move |_: MouseEvent| (unit, sport));
                        html! {
                            <li key={sport.code()}>{ list_line(language, list) }{ " " }
                                <span class="good" hidden={!asks || !endorsed}>{ Text::Endorsed.say(language) }</span>
                                <button type="button" class="quiet no-print" hidden={!asks || endorsed} {onclick} data-test="endorse">{ Text::Endorse.say(language) }</button>
                            </li>
                        }
                    }) }</ul></td>
                { number(total(|list| list.open), "warn", Text::Open) }
                { number(total(|list| list.returned), "warn", Text::Returned) }
                { number(total(|list| list.failed), "bad", Text::Failed) }
                <td class="unit-team" data-label={Text::Team.say(language)}>{ team.join(language.pick("、", ", ")) }</td>
                <td class="no-print"><button type="button" hidden={letters == 0} onclick={to_letter} data-test="to-letter">{ Text::Letter.say(language) }</button></td>
            </tr>
        }
    };
    html! {
        <section class="units" data-test="units-page">
            <div class="page-head">
                <div>
                    <h1>{ Text::Units.say(language) }</h1>
                    <p role="status">{ units_line(language, sent, rows.len(), sum(|list| list.open), sum(|list| list.returned)) }</p>
                </div>
            </div>
            <ReviewNav step={Step::Units} />
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <LetterSheet unit={*chosen} on_close={on_letter.reform(|()| None)} />
            <div class="table-scroll cards" tabindex="0" role="region" aria-label={Text::Units.say(language)}>
                <table>
                    <thead><tr>
                        <th scope="col">{ Text::Unit.say(language) }</th>
                        <th scope="col">{ Text::Lists.say(language) }</th>
                        <th scope="col" class="numeric">{ Text::Open.say(language) }</th>
                        <th scope="col" class="numeric">{ Text::Returned.say(language) }</th>
                        <th scope="col" class="numeric">{ Text::Failed.say(language) }</th>
                        <th scope="col">{ Text::Team.say(language) }</th>
                        <th scope="col" class="no-print"><span class="hidden">{ Text::Letter.say(language) }</span></th>
                    </tr></thead>
                    <tbody>{ for rows.iter().map(line) }</tbody>
                </table>
            </div>
        </section>
    }
}
