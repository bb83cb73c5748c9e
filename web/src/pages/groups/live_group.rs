//! One group: renders again only when it changed.

use std::rc::Rc;

use gongsai::id::{EntryId, EventId};
use gongsai::meet::{Command, LotBy, Meet};
use gongsai::publication::{self, GroupSheet, Name};
use gongsai_wording::Lang;
use yew::prelude::*;

use super::live_possible::LivePossible;
use crate::components::{LotEntry, RankingTable, crosstable};
use crate::pages::refused;
use crate::session::{use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::groups::{self as words, Groups};
use crate::wording::play;

/// Which group.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LiveGroupProps {
    /// The event.
    pub event: EventId,
    /// The group, from 1.
    pub group: u16,
}

/// One group.
#[component]
pub(super) fn LiveGroup(props: &LiveGroupProps) -> Html {
    let session = use_session();
    let language = use_language();
    let refusal = use_state_eq(|| None::<AttrValue>);
    let LiveGroupProps { event, group } = props.clone();
    let sheet = {
        let event = event.clone();
        use_meet(move |meet| publication::group_sheet(meet, &event, group).map(Rc::new))
    };
    let on_lot = {
        let (refusal, session) = (refusal.clone(), session.clone());
        Callback::from(move |(order, by): (Vec<EntryId>, LotBy)| {
            let asked = session.submit(Command::Lot { event: event.clone(), group, order, by });
            refusal.set(asked.err().map(|why| refused(&session, language, &event, &why)));
        })
    };
    let on_draw = on_lot.reform(move |entries: Vec<EntryId>| {
        let seed = format!("{:016x}", session.fresh());
        (Meet::lot_order(&entries, &seed), LotBy::Seed(seed))
    });
    let Some(sheet) = sheet else { return html! { <div class="group-card" hidden=true></div> } };
    html! {
        <article class="group-card" data-test="group-card" data-group={group.to_string()}>
            { head(language, &sheet) }
            if sheet.compares.is_none() && sheet.played < sheet.total {
                <LivePossible event={props.event.clone()} group={props.group} />
            }
            <div class="group-tables">
                if sheet.compares.is_none() {
                    { crosstable(language, &sheet) }
                }
                <RankingTable sheet={sheet.clone()} {language} />
            </div>
            <div class="group-lots">{ for sheet.lots.iter().map(|tied| {
                let key = tied.iter().map(|name| name.entry.to_string()).collect::<String>();
                let tied: Rc<[Name]> = tied.clone().into();
                html! { <LotEntry {key} {tied} {language} refusal={(*refusal).clone()} on_lot={on_lot.clone()} on_draw={on_draw.clone()} /> }
            }) }</div>
        </article>
    }
}

fn head(language: Lang, sheet: &GroupSheet) -> Html {
    html! {
        <header class="group-head">
            <h2>{ words::title(language, sheet) }</h2>
            if sheet.compares.is_some() {
                <span class="group-count">{ Groups::Compared.say(language) }</span>
            } else {
                <span class="group-count">{ play::played(language, sheet.played, sheet.total) }</span>
            }
            <span class="group-through" hidden={sheet.through == 0}>{ words::through(language, sheet.through) }</span>
            <span class="badge good" hidden={!sheet.decided}>{ Groups::Decided.say(language) }</span>
        </header>
    }
}
