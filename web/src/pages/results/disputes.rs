//! Matches whose results differ: both are shown, and staff decide.

use std::rc::Rc;

use gongsai::id::{EventId, MatchId, RecordId};
use gongsai::meet::{Command, Meet};
use gongsai::publication;
use gongsai::score::{self, Outcome};
use gongsai_wording::publication as words;
use yew::prelude::*;

use crate::pages::refused;
use crate::platform::elements;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::results::ResultsText;

#[derive(PartialEq, Properties)]
pub(super) struct DisputesProps {
    /// The event.
    pub event: EventId,
}

/// One disputed match: who plays, and each result with the record that holds it.
#[derive(Clone, PartialEq)]
struct Dispute {
    id: MatchId,
    who: [AttrValue; 2],
    claims: Vec<(RecordId, Outcome)>,
}

/// The disputed matches of an event; nothing where there are none.
#[component]
pub(super) fn Disputes(props: &DisputesProps) -> Html {
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let reason = use_node_ref();
    let event = props.event.clone();
    let disputes: Rc<[Dispute]> = use_meet(move |meet| disputes(meet, &event, language).into());
    let decide = {
        let (event, trouble, reason) = (props.event.clone(), trouble.setter(), reason.clone());
        Callback::from(move |(id, outcome): (MatchId, Outcome)| {
            let reason = elements::value(&reason);
            let of = event.clone();
            let command = Command::Rule { event: event.clone(), id, entries: None, outcome, reason, cascade: false };
            let outcome = session.submit(command);
            trouble.set(outcome.err().map(|why| refused(&session, language, &of, &why)).unwrap_or_default());
        })
    };
    let claim = |id: MatchId, (record, outcome): &(RecordId, Outcome)| {
        let chosen = outcome.clone();
        let onclick = decide.reform(move |_: MouseEvent| (id, chosen.clone()));
        html! {
            <li key={record.to_string()}>
                <strong>{ words::typed(language, &score::format(outcome)) }</strong>
                <span class="muted">{ ResultsText::RecordOf.say(language) }{ format!(" {record}") }</span>
                <button type="button" {onclick} data-test="dispute-rule">{ ResultsText::Rule.say(language) }</button>
            </li>
        }
    };
    html! {
        <section class="disputes no-print" hidden={disputes.is_empty()} aria-labelledby="disputes" data-test="disputes">
            <h2 id="disputes">{ "⚑ " }{ ResultsText::Disputed.say(language) }<span class="count">{ disputes.len() }</span></h2>
            <p class="muted">{ ResultsText::DisputedLead.say(language) }</p>
            <label class="field"><span>{ ResultsText::Reason.say(language) }</span>
                <input ref={reason} type="text" data-test="dispute-reason" />
            </label>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
            <ol class="dispute-list">{ for disputes.iter().map(|dispute| html! {
                <li key={dispute.id.to_string()} class="dispute" data-test="dispute" data-match={dispute.id.to_string()}>
                    <p>
                        <strong>{ words::match_number(dispute.id) }</strong>
                        { format!(" {} – {}", dispute.who[0], dispute.who[1]) }
                    </p>
                    <ul>{ for dispute.claims.iter().map(|one| claim(dispute.id, one)) }</ul>
                </li>
            }) }</ol>
        </section>
    }
}

fn disputes(meet: &Meet, event: &EventId, language: gongsai_wording::Lang) -> Vec<Dispute> {
    let Some(state) = meet.event(event) else { return Vec::new() };
    let one = |id: MatchId| {
        let card = publication::card(meet, event, id)?;
        let name = |line: &publication::Line| AttrValue::from(words::line_name(language, line));
        Some(Dispute {
            id,
            who: [name(&card.lines.a), name(&card.lines.b)],
            claims: state.dispute(id).iter().map(|claim| (claim.record, claim.played.outcome.clone())).collect(),
        })
    };
    state.disputes().filter_map(one).collect()
}
