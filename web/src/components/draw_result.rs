//! What a draw brought, and the receipt that lets anybody check it.

use gongsai::format::By;
use gongsai::publication::{DrawnSheet, Name, Together};
use gongsai_wording::{Lang, publication as words};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::draw::{self as texts, DrawText};

/// The groups or positions of a draw with its receipt. A fresh one, made just now, appears step by step where motion is
/// wanted.
pub fn draw_result(language: Lang, sheet: &DrawnSheet, fresh: bool) -> Html {
    let (receipt, key, value) = match sheet.by {
        By::Lot => (DrawText::Receipt, DrawText::Seed, AttrValue::from(sheet.seed.to_string())),
        By::Table => (DrawText::ReceiptByTable, DrawText::Means, DrawText::NoLot.say(language)),
    };
    html! {
        <div class="draw-result" data-test="draw-result" data-fresh={fresh.then_some("")}>
            <div class="draw-groups" hidden={sheet.groups.is_empty()}>
                { for (1u16..).zip(&sheet.groups).map(|(number, group)| view_group(language, number, group)) }
            </div>
            <ol class="draw-positions" hidden={sheet.positions.is_empty()}>
                { for sheet.positions.iter().map(|(position, name)| view_position(language, *position, name.as_ref())) }
            </ol>
            <div class="draw-together">{ view_together(language, &sheet.together) }</div>
            <section class="receipt" data-test="draw-receipt">
                <h3>{ receipt.say(language) }</h3>
                <dl>
                    <div><dt>{ key.say(language) }</dt><dd class="seed-text" data-test="draw-seed-used">{ value }</dd></div>
                    <div><dt>{ DrawText::Procedure.say(language) }</dt><dd>{ sheet.procedure }</dd></div>
                </dl>
                <details>
                    <summary>{ DrawText::Order.say(language) }</summary>
                    <ol class="entrants">{ for sheet.entrants.iter().map(|name| html! {
                        <li key={name.entry.to_string()}>{ name.name.to_string() }</li>
                    }) }</ol>
                </details>
            </section>
        </div>
    }
}

fn view_group(language: Lang, number: u16, group: &[Name]) -> Html {
    html! {
        <section key={number} class="draw-group" data-test="draw-group" style={format!("--step: {number}")}>
            <h3>{ words::group(language, number) }</h3>
            <ol>{ for group.iter().map(|name| html! { <li key={name.entry.to_string()}>{ view_name(name) }</li> }) }</ol>
        </section>
    }
}

fn view_position(language: Lang, position: u32, name: Option<&Name>) -> Html {
    let name = match name {
        Some(name) => view_name(name),
        None => html! { <span class="line-unit">{ DrawText::Bye.say(language) }</span> },
    };
    html! {
        <li key={position} data-test="draw-position" style={format!("--step: {position}")}>
            <span class="numeric">{ position }</span>
            { name }
        </li>
    }
}

fn view_name(name: &Name) -> Html {
    html! {
        <span class="line-name">
            <span class="line-who">{ name.name.to_string() }</span>
            <span class="line-unit">{ name.unit.as_deref().unwrap_or_default().to_owned() }</span>
        </span>
    }
}

fn view_together(language: Lang, together: &[Together]) -> Html {
    html! {
        <>
            <p class="muted" hidden={!together.is_empty()}>{ DrawText::NobodyTogether.say(language) }</p>
            <div class="warn" hidden={together.is_empty()} data-test="draw-shortfall">
                <h3>{ DrawText::Together.say(language) }</h3>
                <ul>{ for together.iter().enumerate().map(|(at, found)| html! {
                    <li key={at}>{ texts::together(language, found) }</li>
                }) }</ul>
            </div>
        </>
    }
}
