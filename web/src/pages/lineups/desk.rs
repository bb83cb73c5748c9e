//! One tie: what both sides handed in, and the score sheet once it is open.

use std::rc::Rc;

use gongsai::id::{EntryId, EventId, MatchId};
use gongsai::lineup::LineupCommitment;
use gongsai::meet::{Command, LineupState, Right};
use gongsai::publication;
use gongsai::side::{BySide, Side};
use gongsai_wording::publication as words;
use yew::prelude::*;

use super::hand_in::HandIn;
use crate::components::tie_table;
use crate::pages::refused;
use crate::platform::{page, secrets};
use crate::session::{Session, use_language, use_meet, use_selected, use_session};
use crate::wording::Words as _;
use crate::wording::lineups::{self as texts, LineupText};

/// Which tie.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeskProps {
    /// The event.
    pub event: EventId,
    /// The match.
    pub id: MatchId,
}

/// What a side handed in, as far as it is known to all.
#[derive(Clone, PartialEq)]
struct Handed {
    entry: EntryId,
    name: AttrValue,
    state: Option<LineupState>,
    commitment: Option<LineupCommitment>,
}

/// The tie.
#[component]
pub(super) fn Desk(props: &DeskProps) -> Html {
    let DeskProps { event, id } = props.clone();
    let session = use_session();
    let language = use_language();
    let trouble = use_state_eq(AttrValue::default);
    let of = event.clone();
    let sides: Option<BySide<Handed>> = use_meet(move |meet| {
        let state = meet.event(&of)?;
        let (entries, handed) = (state.bracket().entries(id).ok()?, state.line_ups(id));
        let side = |side: Side| Handed {
            entry: entries[side],
            name: publication::name(meet, entries[side]).name.to_string().into(),
            state: handed[side].state(),
            commitment: handed[side].commitments.first().copied(),
        };
        Some(BySide { a: side(Side::A), b: side(Side::B) })
    });
    let of = event.clone();
    let is_open =
        use_meet(move |meet| meet.event(&of).is_some_and(|state| state.bracket().check_open(id, false).is_ok()));
    let of = event.clone();
    let sheet = use_meet(move |meet| publication::tie_sheet(meet, &of, id).map(Rc::new));
    let right = use_selected(|session: &Session| {
        let device = session.device();
        session.with_journal(|journal| journal.rights().of(device))
    });
    let Some((sides, sheet)) = sides.zip(sheet) else { return html! { <div></div> } };
    let both = sides.iter().all(|(_, side)| matches!(side.state, Some(LineupState::Committed | LineupState::Opened)));
    let hidden: Vec<Handed> =
        sides.iter().map(|(_, side)| side.clone()).filter(|side| side.state == Some(LineupState::Committed)).collect();
    let here = |side: &Handed| side.commitment.and_then(|commitment| secrets::lineup_of(&commitment));
    let openable = is_open && both && hidden.iter().any(|side| here(side).is_some());
    let on_open = {
        let (session, event, trouble, hidden) = (session.clone(), event.clone(), trouble.setter(), hidden.clone());
        Callback::from(move |_: MouseEvent| {
            for side in &hidden {
                let Some(commitment) = side.commitment else { continue };
                let Some((lineup, secret)) = secrets::lineup_of(&commitment) else { continue };
                let (entry, of) = (side.entry, event.clone());
                match session.submit(Command::OpenLineup { event: of, id, entry, lineup, secret }) {
                    Ok(_) => secrets::forget(&commitment),
                    Err(why) => return trouble.set(refused(&session, language, &event, &why)),
                }
            }
            trouble.set(AttrValue::default());
        })
    };
    let on_print = Callback::from(|_: MouseEvent| page::print());
    let opened = sides.iter().all(|(_, side)| side.state == Some(LineupState::Opened));
    html! {
        <section class="lineup-desk card" aria-labelledby="lineup-desk" data-test="lineup-desk">
            <h2 id="lineup-desk">{ words::match_number(id) }{ "  " }{ LineupText::Sheet.say(language) }</h2>
            <div class="lineup-sides no-print" hidden={opened || !is_open}>{ for sides.iter().map(|(which, side)| {
                let may = match right {
                    Some(Right::Captain { entry }) => entry == side.entry,
                    Some(Right::Organiser | Right::Staff) => true,
                    Some(Right::Referee { .. } | Right::Viewer) | None => false,
                };
                let told = match side.state {
                    Some(LineupState::Committed) if here(side).is_some() => LineupText::HandedIn.say(language),
                    Some(LineupState::Committed) => LineupText::Elsewhere.say(language),
                    None if !may => LineupText::NotYours.say(language),
                    Some(LineupState::Differ | LineupState::Opened) | None => AttrValue::default(),
                };
                html! {
                    <div key={side.entry.to_string()} class="lineup-side" data-test="lineup-side" data-entry={side.entry.to_string()}>
                        <h3>{ side.name.clone() }</h3>
                        <p data-test="lineup-state">{ texts::state(side.state).say(language) }</p>
                        <p class="muted" hidden={told.is_empty()}>{ told }</p>
                        <div>{ for (may && side.state.is_none()).then(|| html! {
                            <HandIn event={event.clone()} {id} entry={side.entry} side={which} />
                        }) }</div>
                    </div>
                }
            }) }</div>
            <p class="note bad" role="alert" hidden={trouble.is_empty()} data-test="lineup-trouble">{ (*trouble).clone() }</p>
            <div class="buttons no-print">
                <button type="button" class="primary" hidden={!openable} onclick={on_open} data-test="lineup-open">
                    { LineupText::Open.say(language) }
                </button>
                <button type="button" onclick={on_print} data-test="lineup-print">{ LineupText::Print.say(language) }</button>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="lineup-desk">{ tie_table(language, &sheet) }</div>
            <p class="only-print lineup-signatures">{ LineupText::Signatures.say(language) }</p>
        </section>
    }
}
