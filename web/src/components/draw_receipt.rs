//! The receipt of a draw: what lets anybody make it again.

use gongsai::publication::{DrawnName, ReceiptSheet};
use gongsai_wording::{Lang, draw as words};
use yew::prelude::*;

use super::{ShownPlace, hand_places};
use crate::wording::Words as _;
use crate::wording::draw::DrawText;

/// The receipt: the seed and what was published before it, who saw it, places set by hand, what could not be kept apart,
/// each step in words, and the order in which everybody went in.
pub fn draw_receipt(language: Lang, sheet: &ReceiptSheet) -> Html {
    let name = |entrant: usize| sheet.entrants.get(entrant).map(|name| name.name.to_string()).unwrap_or_default();
    let unit = |unit: u32| sheet.units.get(unit as usize).map(ToString::to_string).unwrap_or_default();
    let and = language.pick("、", ", ");
    let commitment = sheet.commitment.map(|commitment| commitment.to_string());
    let fact = |text: DrawText, value: String, class: &'static str, test: &'static str| {
        html! { <div hidden={value.is_empty()}><dt>{ text.say(language) }</dt><dd {class} data-test={test}>{ value }</dd></div> }
    };
    let places: Vec<ShownPlace> = sheet
        .by_hand
        .iter()
        .map(|place| ShownPlace {
            entry: None,
            name: name(place.entrant).into(),
            to: place.to,
            reason: place.reason.to_string().into(),
            breaks: place.breaks.clone(),
        })
        .collect();
    let seed = if commitment.is_some() { DrawText::Secret } else { DrawText::Seed };
    // Where there was no lot there is no seed.
    let by_table = sheet.seed.is_empty();
    let title = if by_table { DrawText::ReceiptByTable } else { DrawText::Receipt };
    let means = if by_table { DrawText::NoLot.say(language).to_string() } else { String::new() };
    html! {
        <section class="receipt" data-test="draw-receipt">
            <h3>{ title.say(language) }</h3>
            <p class="receipt-title" hidden={sheet.title.is_none()}>{ sheet.title.as_deref().unwrap_or_default().to_owned() }</p>
            <dl>
                { fact(DrawText::Means, means, "", "draw-means") }
                { fact(DrawText::Commitment, commitment.unwrap_or_default(), "seed-text", "draw-commitment-used") }
                { fact(seed, sheet.seed.to_string(), "seed-text", "draw-seed-used") }
                { fact(DrawText::WordsCalled, sheet.words.join(and), "seed-text", "draw-words-used") }
                { fact(DrawText::Witnessed, sheet.witnesses.join(and), "", "draw-witnesses-used") }
                { fact(DrawText::Procedure, sheet.procedure.to_string(), "", "draw-procedure") }
            </dl>
            <div hidden={places.is_empty()}>
                <h4>{ DrawText::ByHand.say(language) }</h4>
                { hand_places(language, &places, None) }
            </div>
            <div class="draw-together">
                <p class="muted" hidden={!sheet.shortfall.is_empty()}>{ DrawText::NobodyTogether.say(language) }</p>
                <div class="warn" hidden={sheet.shortfall.is_empty()} data-test="draw-shortfall">
                    <h4>{ DrawText::Together.say(language) }</h4>
                    <ul>{ for sheet.shortfall.iter().enumerate().map(|(at, found)| html! {
                        <li key={at}>{ words::shortfall(language, found, unit) }</li>
                    }) }</ul>
                </div>
            </div>
            <details>
                <summary data-test="draw-steps">{ DrawText::Steps.say(language) }</summary>
                <ol class="entrants steps">{ for sheet.steps.iter().enumerate().map(|(at, step)| html! {
                    <li key={at}>{ words::step(language, step, &name(step.entrant)) }</li>
                }) }</ol>
            </details>
            <details>
                <summary>{ DrawText::Order.say(language) }</summary>
                <ol class="entrants">{ for sheet.entrants.iter().enumerate().map(|(at, name)| view_name(at, name)) }</ol>
            </details>
        </section>
    }
}

fn view_name(at: usize, name: &DrawnName) -> Html {
    let unit = name.unit.as_deref().map(|unit| format!(" · {unit}")).unwrap_or_default();
    html! { <li key={at}>{ name.name.to_string() }<span class="line-unit">{ unit }</span></li> }
}
