//! The rows of the register with a person's name, beside the form; what differs is marked.

use gongsai::eligibility::Athlete;
use gongsai::person::Tri;
use gongsai::publication::Internal;
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::session::{Session, Shared, use_language, use_selected};
use crate::wording::entries::Entries;
use crate::wording::review::{Review as Text, birth, level};
use crate::wording::{Words, sex};

#[derive(PartialEq, Properties)]
pub(super) struct EvidenceProps {
    /// The name.
    pub(super) name: AttrValue,
    /// The person as the desk sees.
    pub(super) seen: Option<Shared<Internal>>,
}

/// The evidence.
#[component]
pub(super) fn Evidence(props: &EvidenceProps) -> Html {
    let language = use_language();
    let desk = use_selected(Session::desk);
    let register = desk.register.as_ref();
    let rows = register.map(|loaded| (loaded.register.named(&props.name), loaded.register.alike(&props.name)));
    let rows: Vec<(&Athlete, bool)> = rows
        .map(|(named, alike)| {
            named.map(|athlete| (athlete, false)).chain(alike.map(|athlete| (athlete, true))).collect()
        })
        .unwrap_or_default();
    let note = if register.is_none() { Text::EvidenceNeeds } else { Text::NoEvidence };
    let row = |(index, (athlete, other_name)): (usize, &(&Athlete, bool))| {
        card(language, index, (*athlete, *other_name), props.seen.as_deref())
    };
    html! {
        <section aria-labelledby="evidence-title" data-test="review-evidence">
            <h3 id="evidence-title">{ Text::Evidence.say(language) }</h3>
            <p class="muted" hidden={!rows.is_empty()}>{ note.say(language) }</p>
            <div class="evidence">{ for rows.iter().enumerate().map(row) }</div>
        </section>
    }
}

/// One row; its name too, where that is written with other characters than the form's.
fn card(language: Lang, index: usize, (athlete, other_name): (&Athlete, bool), seen: Option<&Internal>) -> Html {
    let years = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let status = match athlete.active {
        Tri::Yes => Text::Active,
        Tri::No => Text::Past,
        Tri::Unknown => Text::Unknown,
    };
    let facts = seen.map(|seen| &seen.facts);
    let other_birth = facts.is_some_and(|facts| !facts.birth_date().agrees_with(athlete.birth));
    let other_sex = facts.is_some_and(|facts| facts.sex.is_some() && athlete.sex.is_some() && facts.sex != athlete.sex);
    let other_tail = !athlete.tail.is_empty() && seen.is_some_and(|seen| seen.ends_otherwise(&athlete.tail));
    let name = if other_name { athlete.name.clone() } else { String::new() };
    let lines = [
        (Entries::Name.say(language), name, other_name),
        (Text::Status.say(language), status.say(language).to_string(), false),
        (Text::Birth.say(language), birth(language, athlete.birth), other_birth),
        (Text::Sex.say(language), sex(language, athlete.sex).to_string(), other_sex),
        (Text::Sport.say(language), athlete.sport.clone(), false),
        (Text::Body.say(language), athlete.body.clone(), false),
        (Text::Level.say(language), level(language, athlete.level).to_owned(), false),
        (Text::Years.say(language), format!("{}–{}", years(athlete.from), years(athlete.to)), false),
        (Text::Document.say(language), athlete.tail.clone(), other_tail),
    ];
    let line = |(label, value, differs): (AttrValue, String, bool)| {
        html! {
            <div key={label.to_string()} class={classes!(differs.then_some("differs"))}>
                <dt>{ label }</dt>
                <dd>{ value }<span class="differs-mark" hidden={!differs}>{ " ≠ " }{ Text::Differs.say(language) }</span></dd>
            </div>
        }
    };
    let lines = lines.into_iter().filter(|(_, value, _)| !value.is_empty());
    html! { <dl key={index} class="facts evidence-card">{ for lines.map(line) }</dl> }
}
