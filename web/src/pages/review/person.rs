//! The person: what was found, the facts of the form, the evidence beside them, and the decision.

use gongsai::admission::State;
use gongsai::date::Date;
use gongsai::id::{PersonId, UnitId};
use gongsai::publication::{Internal, internal};
use gongsai::regulations::Sport;
use gongsai_wording::Lang;
use gongsai_wording::admission::state;
use yew::prelude::*;

use super::decide::Decide;
use super::erase::Erase;
use super::evidence::Evidence;
use super::findings::Findings;
use super::queue::QueueRow;
use super::rename::Rename;
use super::reopen::Reopen;
use crate::session::{Shared, use_language, use_meet, use_selected};
use crate::wording::facts::stated;
use crate::wording::review::{Review as Text, birth, history, months, position, tri, verdict, years};
use crate::wording::{Words, sex, sport};

#[derive(PartialEq, Properties)]
pub(super) struct PersonPaneProps {
    /// The person; none where the queue is empty.
    pub(super) row: Option<QueueRow>,
    /// The place in the queue.
    pub(super) index: usize,
    /// The queue.
    pub(super) rows: Shared<Vec<QueueRow>>,
}

/// The pane.
#[component]
pub(super) fn PersonPane(props: &PersonPaneProps) -> Html {
    let language = use_language();
    let key = props.row.as_ref().map(|row| (row.person, row.sport));
    let seen = use_selected(move |session| {
        let who = key?;
        session.with_vault(|vault| session.with_meet(|meet| internal(meet, who, vault.get(&who.0)?)))
    });
    let reference = use_meet(|meet| meet.regulations().map(|regulations| regulations.reference_date));
    let Some(row) = &props.row else {
        return html! { <div class="desk-person empty"><p class="muted">{ Text::Choose.say(language) }</p></div> };
    };
    let (person, of): (PersonId, Sport) = (row.person, row.sport);
    let unit: UnitId = row.unit;
    html! {
        <article class="desk-person" aria-labelledby="person-name" data-test="review-person" data-unit={unit.to_string()}>
            <header class="person-head">
                <div>
                    <h2 id="person-name" tabindex="-1">{ row.name.clone() }</h2>
                    <p class="muted">{ row.unit_name.clone() }{ " · " }{ sport(language, of) }</p>
                </div>
                <div class="person-state">
                    <span class={classes!("badge", tone(row.verdict))} data-test="review-verdict">{ verdict(language, row.verdict) }</span>
                    <span data-test="review-state" hidden={matches!(row.state, State::Open | State::Passed | State::Failed)}>{ state(language, row.state) }</span>
                    <small class="muted">{ position(language, props.index + 1, props.rows.len()) }</small>
                </div>
            </header>
            <Findings {person} sport={of} />
            { if row.state.is_final() {
                html! { <Reopen key={format!("final{person}{}", of.code())} who={(person, of)} /> }
            } else {
                html! { <Decide key={format!("{person}{}", of.code())} {person} sport={of} codes={row.codes.clone()} index={props.index} rows={props.rows.clone()} /> }
            } }
            <div class="person-columns">
                <section aria-labelledby="facts-title">
                    <h3 id="facts-title">{ Text::Facts.say(language) }</h3>
                    <p class="muted" hidden={seen.is_some()}>{ Text::NoFacts.say(language) }</p>
                    <dl class="facts" data-test="review-facts">{ for seen.iter().flat_map(|seen| lines(language, seen, reference)).map(|one| line(language, one)) }{ for seen.iter().flat_map(|seen| stated(language, &seen.facts)).map(|(label, value)| html! {
                        <div key={label}><dt>{ label }</dt><dd>{ value }</dd></div>
                    }) }</dl>
                </section>
                <div class="buttons">
                    <Rename key={person.to_string()} {person} name={row.name.clone()} />
                    <div hidden={seen.is_none()}><Erase {person} /></div>
                </div>
                <Evidence name={row.name.clone()} seen={seen.clone().map(Shared::new)} />
            </div>
        </article>
    }
}

fn tone(verdict: gongsai::eligibility::Verdict) -> &'static str {
    use gongsai::eligibility::Verdict;
    match verdict {
        Verdict::Eligible | Verdict::Limited => "good",
        Verdict::NeedsReview => "warn",
        Verdict::Ineligible => "bad",
    }
}

fn line(language: Lang, (label, value): (Text, String)) -> Html {
    html! { <div key={format!("{label:?}")}><dt>{ label.say(language) }</dt><dd>{ value }</dd></div> }
}

/// The facts that the form gives; blank ones that no rule asks for are left out.
fn lines(language: Lang, seen: &Internal, reference: Option<Date>) -> Vec<(Text, String)> {
    let (facts, tail) = (&seen.facts, seen.tail().map(str::to_owned));
    let age = reference.and_then(|day| facts.birth_date().full_years_on(day));
    let blank = || Text::Blank.say(language).to_string();
    let number = || if facts.key.is_some() { Text::Dropped.say(language).to_string() } else { blank() };
    let mut lines = vec![
        (Text::Document, tail.unwrap_or_else(number)),
        (Text::Birth, birth(language, facts.birth_date())),
        (Text::Age, age.map_or_else(|| Text::Unknown.say(language).to_string(), |age| years(language, age))),
        (Text::Sex, sex(language, facts.sex).to_string()),
        (Text::Employer, facts.employer.clone().unwrap_or_else(blank)),
        (Text::Employment, facts.employment.clone().unwrap_or_else(blank)),
        (Text::Since, facts.since.map_or_else(blank, |day| day.to_string())),
        (Text::Insured, facts.insured_months.map_or_else(blank, |count| months(language, count))),
        (Text::Member, tri(language, facts.member).to_owned()),
        (Text::Student, tri(language, facts.student).to_owned()),
        (Text::History, history(language, &facts.history)),
        (Text::Grade, facts.grade.clone().unwrap_or_else(|| Text::Never.say(language).to_string())),
        (Text::Health, facts.health.map_or_else(blank, |day| day.to_string())),
        (Text::Cover, tri(language, facts.cover).to_owned()),
        (Text::Consent, tri(language, facts.consent).to_owned()),
    ];
    if !facts.papers.is_empty() {
        lines.push((Text::Papers, facts.papers.join(language.pick("、", ", "))));
    }
    lines
}
