//! A draw that is still to be made: places set by hand, its announcement, and the ceremony.

use std::rc::Rc;

use gongsai::bracket::DrawStage;
use gongsai::draw::Breach;
use gongsai::format::{self, By, Plan};
use gongsai::id::{EntryId, EventId};
use gongsai::meet::{ByHand, Ceremony, Command, Meet, Refused};
use gongsai::publication::{self, DrawSheet, Name};
use gongsai::regulations::Positions;
use yew::prelude::*;

use super::announcement::Announcement;
use crate::components::{
    CeremonyEntry, HandEntry, ShownPlace, Spoken, draw_units, hand_places, one_by_one, table_entry,
};
use crate::pages::refused;
use crate::platform::secrets;
use crate::session::{Session, use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::draw::{self as texts, DrawText};

/// What is to be drawn.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UndrawnProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// Those who are drawn.
    pub sheet: Rc<DrawSheet>,
    /// It was drawn just now.
    pub on_drawn: Callback<()>,
}

/// The draw before it is made.
#[component]
pub(super) fn Undrawn(props: &UndrawnProps) -> Html {
    let session = use_session();
    let language = use_language();
    let UndrawnProps { event, stage, sheet, on_drawn } = props.clone();
    let spoken = {
        let session = session.clone();
        use_state_eq(move || Spoken { seed: fresh(&session), ..Spoken::default() })
    };
    let by_hand = use_state_eq(Vec::<ByHand>::new);
    let hand_refusal = use_state_eq(|| None::<AttrValue>);
    let refusal = use_state_eq(|| None::<AttrValue>);
    let of = event.clone();
    let announced = use_meet(move |meet| meet.announced(&of, stage).cloned().map(Rc::new));
    let secret = use_state_eq(|| None::<String>);
    {
        // What this device keeps is looked up once the page stands, and typed anew where it keeps nothing.
        let (secret, spoken, by_hand, session) = (secret.setter(), spoken.clone(), by_hand.setter(), session.clone());
        use_effect_with(announced.clone(), move |announced| {
            by_hand.set(announced.as_ref().map(|told| told.by_hand.clone()).unwrap_or_default());
            let kept = announced.as_ref().and_then(|told| secrets::of(&told.commitment));
            let seed = if announced.is_some() { String::new() } else { fresh(&session) };
            spoken.set(Spoken { seed, ..Spoken::clone(&spoken) });
            secret.set(kept);
        });
    }
    let of = event.clone();
    let place = use_meet(move |meet| places(meet, &of));
    let on_spoken = {
        let spoken = spoken.setter();
        Callback::from(move |typed: Spoken| spoken.set(typed))
    };
    let on_fresh = {
        let (spoken, session) = (spoken.clone(), session.clone());
        Callback::from(move |()| spoken.set(Spoken { seed: fresh(&session), ..Spoken::clone(&spoken) }))
    };
    let on_place = {
        let (by_hand, hand_refusal, session, event) =
            (by_hand.clone(), hand_refusal.setter(), session.clone(), event.clone());
        Callback::from(move |place: ByHand| {
            let mut next = Vec::clone(&by_hand);
            next.push(place);
            let checked = session.with_meet(|meet| meet.breaches(&event, stage, &next));
            hand_refusal.set(checked.as_ref().err().map(|why| refused(&session, language, &event, why)));
            if checked.is_ok() {
                by_hand.set(next);
            }
        })
    };
    let on_remove = {
        let by_hand = by_hand.clone();
        Callback::from(move |entry: EntryId| {
            by_hand.set(by_hand.iter().filter(|place| place.entry != entry).cloned().collect());
        })
    };
    let on_draw = {
        let (spoken, secret, by_hand, refusal, session, event, announced) = (
            spoken.clone(),
            secret.clone(),
            by_hand.clone(),
            refusal.setter(),
            session.clone(),
            event.clone(),
            announced.clone(),
        );
        Callback::from(move |()| {
            let ceremony = Ceremony {
                seed: secret.as_ref().map_or_else(|| spoken.seed.trim().to_owned(), Clone::clone),
                words: one_by_one(&spoken.words),
                witnesses: one_by_one(&spoken.witnesses),
                by_hand: Vec::clone(&by_hand),
            };
            match draw(&session, &event, stage, ceremony) {
                Err(why) => refusal.set(Some(refused(&session, language, &event, &why))),
                Ok(()) => {
                    if let Some(told) = &announced {
                        secrets::forget(&told.commitment);
                    }
                    on_drawn.emit(());
                }
            }
        })
    };
    let shown = session.with_meet(|meet| shown_places(meet, &event, stage, &by_hand));
    let changed = announced.as_ref().is_some_and(|told| told.by_hand != *by_hand);
    let settable = stage == DrawStage::Second || place.is_some_and(|place| place != Place::Rank);
    let units = sheet.units.iter().filter(|unit| !unit.entries.is_empty()).count();
    let groups = place.and_then(Place::groups).filter(|_| stage == DrawStage::First);
    let entrants: Rc<[Name]> = sheet.units.iter().flat_map(|unit| unit.entries.iter().cloned()).collect();
    let summary = html! {
        <p class="draw-summary" data-test="draw-summary">{ texts::summary(language, sheet.entries, units, groups) }</p>
    };
    if sheet.by == By::Table {
        // There is no lot: nothing is announced, called or set.
        return html! {
            <div class="draw-body">
                { summary }
                { table_entry(language, (*refusal).clone(), &on_draw) }
                <div>{ draw_units(language, &sheet) }</div>
            </div>
        };
    }
    html! {
        <div class="draw-body">
            { summary }
            <Announcement event={event.clone()} {stage} announced={announced.clone()} by_hand={Rc::from(by_hand.as_slice())} secret={(*secret).clone()} />
            <details class="hand card" hidden={!settable} open={!shown.is_empty()}>
                <summary data-test="hand">{ DrawText::ByHandTitle.say(language) }</summary>
                <p class="muted">{ DrawText::ByHandHelp.say(language) }</p>
                <p class="warn" hidden={!changed} data-test="hand-changed">{ DrawText::PlacesChanged.say(language) }</p>
                <div>{ hand_places(language, &shown, Some(&on_remove)) }</div>
                <HandEntry {entrants} groups={groups.is_some()} {language} refusal={(*hand_refusal).clone()} {on_place} />
            </details>
            <CeremonyEntry spoken={(*spoken).clone()} {language} announced={announced.is_some()} has_secret={secret.is_some()}
                second={stage == DrawStage::Second} refusal={(*refusal).clone()} {on_spoken} {on_fresh} {on_draw} />
            <div>{ draw_units(language, &sheet) }</div>
        </div>
    }
}

/// A seed that nobody can guess.
fn fresh(session: &Session) -> String {
    format!("{:016x}", session.fresh())
}

fn draw(session: &Rc<Session>, event: &EventId, stage: DrawStage, ceremony: Ceremony) -> Result<(), Refused> {
    let prepared = session.with_meet(|meet| meet.prepare_draw(event, stage, ceremony))?;
    session.submit(Command::Draw(prepared.drawn)).map(|_| ())
}

/// What is drawn to.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Into so many groups.
    Groups(usize),
    /// To positions of a knockout.
    Position,
    /// To ranks.
    Rank,
}

impl Place {
    fn groups(self) -> Option<usize> {
        match self {
            Place::Groups(groups) => Some(groups),
            Place::Position | Place::Rank => None,
        }
    }
}

/// What the first draw of an event puts its entries to; none before there are enough.
fn places(meet: &Meet, event: &EventId) -> Option<Place> {
    let rules = meet.regulations()?.event(event)?;
    let drawn = |plan: &Plan| plan.drawn_groups().iter().filter(|group| !group.is_empty()).count();
    let groups = if let Some(state) = meet.event(event) {
        drawn(state.bracket().plan())
    } else {
        let entries = publication::draw_sheet(meet, event, DrawStage::First).entries;
        drawn(&format::plan(&rules.format, rules.draw.table, u32::try_from(entries).ok()?).ok()?)
    };
    Some(match rules.format.positions() {
        Positions::Ranks => Place::Rank,
        Positions::Groups | Positions::Knockout if groups > 0 => Place::Groups(groups),
        Positions::Groups | Positions::Knockout => Place::Position,
    })
}

fn shown_places(meet: &Meet, event: &EventId, stage: DrawStage, set: &[ByHand]) -> Vec<ShownPlace> {
    let breaches: Vec<Vec<Breach>> = meet.breaches(event, stage, set).unwrap_or_default();
    let shown = |(at, place): (usize, &ByHand)| ShownPlace {
        entry: Some(place.entry),
        name: publication::name(meet, place.entry).name.to_string().into(),
        to: place.to,
        reason: place.reason.clone().into(),
        breaks: breaches.get(at).cloned().unwrap_or_default(),
    };
    set.iter().enumerate().map(shown).collect()
}
