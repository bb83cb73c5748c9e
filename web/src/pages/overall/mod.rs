//! What the meet comes to: points of units, medals, awards.

mod award;

use std::rc::Rc;

use gongsai::publication::{self, OverallSheet};
use gongsai_wording::{Lang, overall as sentences};
use yew::prelude::*;

use crate::components::OverallTable;
use crate::platform::page;
use crate::route::{Route, Step};
use crate::session::{use_language, use_meet};
use crate::wording::overall::OverallText as Text;
use crate::wording::{self, Words as _};
use award::AwardLine;

/// The page.
#[component]
pub fn OverallPage() -> Html {
    let language = use_language();
    let meet = use_meet(gongsai::meet::Meet::id);
    let sheet = use_meet(|meet| Rc::new(publication::overall_sheet(meet)));
    let (state, badge) = if sheet.finished { (Text::Final, "badge good") } else { (Text::Provisional, "badge warn") };
    html! {
        <section class="overall-page" data-test="overall-page" data-state={if sheet.finished { "final" } else { "provisional" }}>
            <header class="page-head">
                <div>
                    <h1>{ wording::step(language, Step::Overall) }</h1>
                    <p><span class={badge}>{ state.say(language) }</span></p>
                </div>
                <div class="buttons">
                    <button type="button" onclick={|_: MouseEvent| page::print()}>{ Text::Print.say(language) }</button>
                </div>
            </header>
            <section aria-labelledby="overall-units">
                <h2 id="overall-units">{ Text::Units.say(language) }{ " " }<small class="muted">{ sheet.clause.to_string() }</small></h2>
                <p class="lead" hidden={sheet.has_points}>{ Text::NoPoints.say(language) }</p>
                <p class="muted no-print">{ Text::WhyHint.say(language) }</p>
                <OverallTable sheet={sheet.clone()} {language} />
            </section>
            { events(language, &sheet, meet) }
            <section aria-labelledby="overall-awards" hidden={sheet.awards.is_empty()}>
                <h2 id="overall-awards">{ Text::Awards.say(language) }</h2>
                <div class="overall-awards">{ for sheet.awards.iter().enumerate().map(|(index, line)| {
                    html! { <AwardLine key={line.award.id.to_string()} sheet={sheet.clone()} {index} /> }
                }) }</div>
            </section>
        </section>
    }
}

/// The events, with whether each is counted.
fn events(language: Lang, sheet: &OverallSheet, meet: gongsai::id::MeetId) -> Html {
    html! {
        <section aria-labelledby="overall-events">
            <h2 id="overall-events">{ Text::Events.say(language) }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="overall-events">
                <table data-test="overall-events">
                    <thead><tr>
                        <th scope="col">{ Text::Event.say(language) }</th>
                        <th scope="col" class="numeric">{ Text::Drawn.say(language) }</th>
                        <th scope="col" class="numeric">{ Text::Counted.say(language) }</th>
                        <th scope="col">{ Text::State.say(language) }</th>
                    </tr></thead>
                    <tbody>{ for sheet.events.iter().map(|event| {
                        let row = &event.row;
                        let to = Route::of(meet, Step::Standings, &row.event);
                        html! {
                            <tr key={row.event.to_string()} data-event={row.event.to_string()}>
                                <th scope="row"><a href={to.address()}>{ event.name.to_string() }</a></th>
                                <td class="numeric">{ row.drawn }</td>
                                <td class="numeric">{ row.counted }</td>
                                <td>{ sentences::counting(language, row.counting) }</td>
                            </tr>
                        }
                    }) }</tbody>
                </table>
            </div>
        </section>
    }
}
