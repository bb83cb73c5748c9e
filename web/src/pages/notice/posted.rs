//! The notices as they are posted: names, sex and events by unit, and how to challenge.

use std::rc::Rc;

use gongsai::publication::{NoticeList, NoticeSheet, notice_sheet};
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::platform::page;
use crate::session::{use_language, use_meet};
use crate::wording::admission::{Admission as Text, how_to_challenge, notice_head};
use crate::wording::{Words as _, sex, sport};

/// The notices, the last one first.
#[component]
pub(super) fn Posted() -> Html {
    let language = use_language();
    let title = use_meet(|meet| meet.regulations().map(|regulations| regulations.title.clone()).unwrap_or_default());
    let rule = use_meet(|meet| meet.procedure().notice);
    let sheets: Rc<Vec<NoticeSheet>> = use_meet(|meet| {
        let count = u16::try_from(meet.admissions().notices().len()).unwrap_or(u16::MAX);
        Rc::new((1..=count).rev().filter_map(|number| notice_sheet(meet, number)).collect())
    });
    let how = rule.map(|rule| how_to_challenge(language, rule.deposit, rule.respond_days));
    let one = |sheet: &NoticeSheet| {
        html! {
            <article key={sheet.number} class="paper notice" data-test="posted" data-number={sheet.number.to_string()}>
                <p class="muted">{ title.clone() }</p>
                <h2>{ Text::NoticeTitle.say(language) }</h2>
                <p><strong>{ notice_head(language, sheet) }</strong></p>
                <p>{ Text::NoticeLead.say(language) }</p>
                <details open={sheets.len() == 1} class="notice-lists">
                    <summary class="no-print">{ Text::Lists.say(language) }</summary>
                    { for sheet.lists.iter().map(|list| names(language, list)) }
                </details>
                <p>{ how.clone() }</p>
                <p class="letter-seal">{ Text::LetterSeal.say(language) }</p>
                <div class="buttons"><button type="button" onclick={|_: MouseEvent| page::print()}>{ Text::Print.say(language) }</button></div>
            </article>
        }
    };
    html! {
        <section aria-label={Text::NoticeTitle.say(language)}>
            <p class="muted" hidden={!sheets.is_empty()}>{ Text::NoNotice.say(language) }</p>
            { for sheets.iter().map(one) }
        </section>
    }
}

fn names(language: Lang, list: &NoticeList) -> Html {
    let person = |(index, person): (usize, &gongsai::publication::Public)| {
        let events: Vec<&str> = person.events.iter().map(AsRef::as_ref).collect();
        html! {
            <li key={index} data-test="posted-person">
                <span class="notice-name">{ person.name.to_string() }</span>{ " " }{ sex(language, person.sex) }{ " " }
                <small class="muted">{ events.join(language.pick("、", ", ")) }</small>
            </li>
        }
    };
    html! {
        <section key={format!("{}{}", list.sport.code(), list.unit)} class="notice-unit keep">
            <h3>{ list.unit.to_string() }{ " " }<small class="muted">{ sport(language, list.sport) }</small></h3>
            <ul>{ for list.people.iter().enumerate().map(person) }</ul>
        </section>
    }
}
