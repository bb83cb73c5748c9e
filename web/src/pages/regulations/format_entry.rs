//! Another format for an event that is not drawn yet.

use gongsai::format;
use gongsai::id::EventId;
use gongsai::meet::{Command, Refused};
use gongsai::regulations::{Event, Kind, RankingRules, Sport};
use gongsai_wording::{Lang, refused};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::RegulationsProps;
use crate::components::FormatFields;
use crate::pages::trouble;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words;
use crate::wording::format::{FormatText, outlook};

/// Whose format is chosen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormatEntryProps {
    /// The event.
    pub(super) event: EventId,
    /// The regulations.
    pub(super) regulations: RegulationsProps,
    /// It is done, or left.
    pub(super) on_close: Callback<()>,
}

/// The form.
#[component]
pub(super) fn FormatEntry(props: &FormatEntryProps) -> Html {
    let FormatEntryProps { event: id, regulations, on_close } = props.clone();
    let session = use_session();
    let language = use_language();
    let of = id.clone();
    let entries = use_meet(move |meet| {
        let event = meet.regulations().and_then(|regulations| regulations.event(&of));
        event.map_or(0, |event| meet.drawable(event).count())
    });
    let event = regulations.regulations.event(&id).cloned();
    let rule = use_state_eq(|| event.as_ref().map(|event| event.format.clone()));
    let ranking = use_state_eq(|| event.as_ref().filter(|event| event.ranking.is_none()).map(usual_ranking));
    let refusal = use_state_eq(AttrValue::default);
    let Some((event, chosen)) = event.zip((*rule).clone()) else { return Html::default() };
    let on_change = {
        let (rule, refusal) = (rule.setter(), refusal.setter());
        Callback::from(move |next| {
            rule.set(Some(next));
            refusal.set(AttrValue::default());
        })
    };
    let plan = u32::try_from(entries).ok().filter(|entries| *entries > 0);
    let plan = plan.map(|entries| format::plan(&chosen, event.draw.table, entries));
    let (told, fits) = match plan {
        None => (String::new(), true),
        Some(Ok(plan)) => (outlook(language, &plan), true),
        Some(Err(why)) => (refused::sentence(language, Some(event.sport), &Refused::Plan(why)), false),
    };
    let onsubmit = {
        let (session, refusal, ranking, chosen, on_close) =
            (session.clone(), refusal.setter(), ranking.clone(), chosen.clone(), on_close.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let ranking = Option::clone(&ranking).filter(|_| chosen.has_groups());
            let command = Command::SetFormat { event: id.clone(), format: chosen.value(), ranking };
            let outcome = session.submit(command);
            let done = outcome.is_ok();
            refusal.set(trouble(&session, outcome));
            if done {
                on_close.emit(());
            }
        })
    };
    let on_cancel = on_close.reform(|_: MouseEvent| ());
    html! {
        <form class="format-entry card" {onsubmit} data-test="format-entry">
            <h3>{ FormatText::Title.say(language) }{ event.name.clone() }</h3>
            <FormatFields rule={chosen.clone()} {language} label={FormatText::Kind} {on_change} />
            <div hidden={!chosen.has_groups()}>{ ranking_field(language, &event, &ranking) }</div>
            <p class={classes!("format-outlook", (!fits).then_some("warn"))} role="status" data-test="format-outlook">{ told }</p>
            <p class="refusal" role="alert" data-test="format-refusal">{ (*refusal).clone() }</p>
            <div class="buttons">
                <button type="submit" class="primary" data-test="format-save">{ FormatText::Save.say(language) }</button>
                <button type="button" onclick={on_cancel} data-test="format-cancel">{ FormatText::Cancel.say(language) }</button>
            </div>
        </form>
    }
}

/// The rules that groups of a sport are usually ranked by.
fn usual_ranking(event: &Event) -> String {
    let name = match (event.sport, event.kind) {
        (Sport::TableTennis, Kind::Team) => "ittf_3.7.5_team",
        (Sport::TableTennis, _) => "ittf_3.7.5",
        (Sport::Badminton, Kind::Team) => "bwf_team",
        (Sport::Badminton, _) => "bwf_gcr_16.2",
        (Sport::Basketball, _) => "fiba_2014+",
        (Sport::Volleyball | Sport::AirVolleyball, _) => "volleyball_fivb",
        (Sport::Football | Sport::TugOfWar, _) => "football_fifa_2022",
    };
    name.to_owned()
}

/// The rules that rank the groups: those of the regulations, or a set by name.
fn ranking_field(language: Lang, event: &Event, chosen: &UseStateHandle<Option<String>>) -> Html {
    let sets: Vec<RankingRules> = RankingRules::built_in().collect();
    let ids: Vec<String> = sets.iter().map(|rules| rules.id.to_string()).collect();
    let onchange = {
        let (chosen, keeps) = (chosen.setter(), event.ranking.is_some());
        Callback::from(move |changed: yew::Event| {
            let select: Option<HtmlSelectElement> = changed.target_dyn_into();
            let index = select.and_then(|select| usize::try_from(select.selected_index()).ok()).unwrap_or(0);
            let index = if keeps { index.checked_sub(1) } else { Some(index) };
            chosen.set(index.and_then(|index| ids.get(index).cloned()));
        })
    };
    let kept = event.ranking.as_ref().map(|rules| {
        html! { <option key="kept" selected={chosen.is_none()}>{ FormatText::Kept.say(language) }{ " · " }{ rules.clause.to_string() }</option> }
    });
    html! {
        <label class="field"><span>{ FormatText::Ranking.say(language) }</span>
            <select {onchange} data-test="format-ranking">
                { for kept }
                { for sets.iter().map(|rules| {
                    let id = rules.id.to_string();
                    let selected = chosen.as_ref() == Some(&id);
                    html! { <option key={id.clone()} {selected}>{ id.clone() }{ " · " }{ rules.clause.to_string() }</option> }
                }) }
            </select></label>
    }
}
