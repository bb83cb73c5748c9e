//! One draw of an event, before and after.

use std::rc::Rc;

use gongsai::bracket::DrawStage;
use gongsai::format::{self, By, Plan};
use gongsai::id::EventId;
use gongsai::meet::{Command, Meet, Refused};
use gongsai::publication::{self, DrawSheet};
use gongsai_wording::Lang;
use yew::prelude::*;

use super::draw_check::DrawCheck;
use crate::components::{SeedEntry, draw_result, draw_units, table_entry};
use crate::pages::refused;
use crate::route::{Route, Step};
use crate::session::{Session, use_language, use_meet, use_session};
use crate::wording::Words as _;
use crate::wording::draw::{self as texts, DrawText};
use crate::wording::play::Play;

/// Which draw.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LiveDrawProps {
    /// The event.
    pub event: EventId,
    /// Which of its draws.
    pub stage: DrawStage,
    /// Whether it has a title, because there are two.
    pub titled: bool,
}

/// One draw of an event.
#[component]
pub(super) fn LiveDraw(props: &LiveDrawProps) -> Html {
    let session = use_session();
    let language = use_language();
    let LiveDrawProps { event, stage, titled } = props.clone();
    let seed = {
        let session = session.clone();
        use_state_eq(move || fresh(&session))
    };
    let refusal = use_state_eq(|| None::<AttrValue>);
    let just_drawn = use_state_eq(|| false);
    let of = event.clone();
    let sheet = use_meet(move |meet| Rc::new(publication::draw_sheet(meet, &of, stage)));
    let of = event.clone();
    let drawn = use_meet(move |meet| publication::drawn_sheet(meet, &of, stage).map(Rc::new));
    let of = event.clone();
    let groups = use_meet(move |meet| groups(meet, &of));
    let on_seed = {
        let seed = seed.clone();
        Callback::from(move |typed: String| seed.set(typed))
    };
    let on_fresh = {
        let (seed, session) = (seed.clone(), session.clone());
        Callback::from(move |()| seed.set(fresh(&session)))
    };
    let on_draw = {
        let (seed, refusal, just_drawn, session, event) =
            (seed.clone(), refusal.clone(), just_drawn.clone(), session.clone(), event.clone());
        Callback::from(move |()| {
            just_drawn.set(true);
            let drawn = draw(&session, &event, stage, &seed);
            refusal.set(drawn.err().map(|why| refused(&session, language, &event, &why)));
        })
    };
    let title = match (stage, sheet.by) {
        (DrawStage::First, _) => DrawText::First,
        (DrawStage::Second, By::Lot) => DrawText::Second,
        (DrawStage::Second, By::Table) => DrawText::SecondByTable,
    };
    let shown = match drawn {
        Some(sheet) => html! {
            <>
                { draw_result(language, &sheet, *just_drawn) }
                <DrawCheck event={event.clone()} {stage} by={sheet.by} />
                { ways(language, &session, &event, groups.is_some() && stage == DrawStage::First) }
            </>
        },
        None if !sheet.open_groups.is_empty() => waiting(language, &sheet),
        None if sheet.entries < 2 => html! { <p class="muted">{ DrawText::TooFew.say(language) }</p> },
        None => {
            let groups = groups.filter(|_| stage == DrawStage::First);
            let units = sheet.units.iter().filter(|unit| !unit.entries.is_empty()).count();
            let entry = match sheet.by {
                By::Table => table_entry(language, (*refusal).clone(), &on_draw),
                By::Lot => html! {
                    <SeedEntry
                        seed={AttrValue::from((*seed).clone())}
                        {language}
                        second={stage == DrawStage::Second}
                        refusal={(*refusal).clone()}
                        {on_seed}
                        {on_fresh}
                        {on_draw}
                    />
                },
            };
            html! {
                <>
                    <p class="draw-summary" data-test="draw-summary">{ texts::summary(language, sheet.entries, units, groups) }</p>
                    { entry }
                    { draw_units(language, &sheet) }
                </>
            }
        }
    };
    html! {
        <section class="draw" data-test="draw" data-stage={if stage == DrawStage::First { "first" } else { "second" }}>
            <h2 hidden={!titled}>{ title.say(language) }</h2>
            <div class="draw-body">{ shown }</div>
        </section>
    }
}

/// A seed that nobody can guess.
fn fresh(session: &Session) -> String {
    format!("{:016x}", session.fresh())
}

fn draw(session: &Rc<Session>, event: &EventId, stage: DrawStage, seed: &str) -> Result<(), Refused> {
    let prepared = session.with_meet(|meet| meet.prepare_draw(event, stage, seed.trim()))?;
    session.submit(Command::Draw(prepared.drawn)).map(|_| ())
}

/// How many groups the entries of an event make; none for a knockout.
fn groups(meet: &Meet, event: &EventId) -> Option<usize> {
    let rules = meet.regulations()?.event(event)?;
    let drawn = |plan: &Plan| plan.drawn_groups().iter().filter(|group| !group.is_empty()).count();
    let groups = if let Some(state) = meet.event(event) {
        drawn(state.bracket().plan())
    } else {
        let entries = publication::draw_sheet(meet, event, DrawStage::First).entries;
        drawn(&format::plan(&rules.format, rules.draw.table, u32::try_from(entries).ok()?).ok()?)
    };
    Some(groups).filter(|groups| *groups > 0)
}

fn waiting(language: Lang, sheet: &DrawSheet) -> Html {
    let waits = match sheet.by {
        By::Lot => DrawText::GroupsOpen,
        By::Table => DrawText::ByTableWaits,
    };
    html! {
        <div class="muted" data-test="draw-waiting">
            <p>{ waits.say(language) }</p>
            <p>{ texts::open_groups(language, &sheet.open_groups) }</p>
        </div>
    }
}

/// Where to go on after a draw.
fn ways(language: Lang, session: &Session, event: &EventId, groups: bool) -> Html {
    let Some(meet) = session.meet_id() else { return html! { <nav hidden=true></nav> } };
    let way = |step: Step, text: Play| {
        html! { <a href={Route::of(meet, step, event).address()}>{ text.say(language) }</a> }
    };
    let drawn = if groups { way(Step::Groups, Play::ToGroups) } else { way(Step::Bracket, Play::ToBracket) };
    html! { <nav class="ways no-print">{ drawn }{ way(Step::Results, Play::ToResults) }</nav> }
}
