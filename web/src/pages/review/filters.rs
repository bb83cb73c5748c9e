//! The filters of the queue.

use gongsai::order;
use gongsai::regulations::Sport;
use gongsai_wording::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::queue::{Filter, QueueRow, Shown};
use crate::wording::review::Review as Text;
use crate::wording::rules::rule_name;
use crate::wording::{Words, sport};

/// The filters as they are, over everyone's rows.
pub(super) fn filters(language: Lang, filter: &Filter, rows: &[QueueRow], on_filter: &Callback<Filter>) -> Html {
    let with = |change: fn(&mut Filter, &str)| {
        let filter = filter.clone();
        on_filter.reform(move |event: Event| {
            let mut filter = filter.clone();
            change(&mut filter, &chosen(&event));
            filter
        })
    };
    let on_rule = with(|filter, value| {
        filter.rule = gongsai::finding::Code::ALL.iter().map(|code| code.rule()).find(|rule| *rule == value);
    });
    let on_unit = with(|filter, value| filter.unit = value.parse().ok());
    let on_sport = with(|filter, value| {
        filter.sport = Sport::CODES.iter().find(|(code, _)| *code == value).map(|(_, sport)| *sport);
    });
    let fitting = || rows.iter().filter(|row| filter.fits(row));
    let rules = order::set(rows.iter().flat_map(|row| row.codes.iter().map(|code| code.rule())));
    let units = order::groups(rows.iter().map(|row| ((row.unit_name.clone(), row.unit), ())));
    let sports = Sport::CODES.iter().map(|(_, sport)| *sport);
    let sports = sports.filter(|sport| rows.iter().any(|row| row.sport == *sport));
    let tab = |shown: Shown| {
        let text = match shown {
            Shown::Open => Text::Open,
            Shown::Proposed => Text::Proposed,
            Shown::Returned => Text::Returned,
            Shown::Barred => Text::Barred,
            Shown::Limited => Text::Limited,
            Shown::Passed => Text::Passed,
            Shown::All => Text::All,
        };
        let count = fitting().filter(|row| shown.holds(row)).count();
        let current = filter.shown == shown;
        let hides = matches!(shown, Shown::Proposed | Shown::Returned);
        let onclick = {
            let filter = Filter { shown, ..filter.clone() };
            on_filter.reform(move |_: MouseEvent| filter.clone())
        };
        html! {
            <button key={shown.name()} type="button" hidden={hides && count == 0 && !current} class={classes!("tab", current.then_some("current"))} aria-pressed={current.to_string()} {onclick}
                data-test={format!("review-show-{}", shown.name())}>
                { text.say(language) }<span class="tab-count">{ count }</span>
            </button>
        }
    };
    html! {
        <div class="filters">
            <div class="tabs" role="group" aria-label={Text::VerdictLabel.say(language)}>{ for Shown::ALL.into_iter().map(tab) }</div>
            <div class="filter-row">
                <select onchange={on_rule} aria-label={Text::RuleLabel.say(language)} data-test="review-rule">
                    <option key="" value="" selected={filter.rule.is_none()}>{ Text::AnyRule.say(language) }</option>
                    { for rules.into_iter().map(|rule| html! {
                        <option key={rule} value={rule} selected={filter.rule == Some(rule)}>{ format!("{rule} {}", rule_name(language, rule)) }</option>
                    }) }
                </select>
                <select onchange={on_unit} aria-label={Text::UnitLabel.say(language)} data-test="review-unit">
                    <option key="" value="" selected={filter.unit.is_none()}>{ Text::AnyUnit.say(language) }</option>
                    { for units.into_iter().map(|((name, id), _)| html! {
                        <option key={id.to_string()} value={id.to_string()} selected={filter.unit == Some(id)}>{ name }</option>
                    }) }
                </select>
                <select onchange={on_sport} aria-label={Text::SportLabel.say(language)} data-test="review-sport">
                    <option key="" value="" selected={filter.sport.is_none()}>{ Text::AnySport.say(language) }</option>
                    { for sports.map(|of| html! {
                        <option key={of.code()} value={of.code()} selected={filter.sport == Some(of)}>{ sport(language, of) }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}

fn chosen(event: &Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}
