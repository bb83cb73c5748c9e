//! Where and when the matches shown are played: put on one court one after another, by staff.

use std::rc::Rc;

use gongsai::date::Date;
use gongsai::id::{EventId, MatchId};
use gongsai::meet::{Command, Slot};
use yew::prelude::*;

use crate::components::DayField;
use crate::pages::refused;
use crate::platform::{clock, elements};
use crate::session::{use_language, use_session};
use crate::wording::Words as _;
use crate::wording::results::CourtText as Text;

/// The last minute of a day at which a match can begin.
const LAST: u16 = 24 * 60 - 1;

#[derive(PartialEq, Properties)]
pub(super) struct CourtsProps {
    /// The event.
    pub event: EventId,
    /// The matches, in order of play.
    pub matches: Rc<[MatchId]>,
}

/// The form, folded until it is asked for.
#[component]
pub(super) fn Courts(props: &CourtsProps) -> Html {
    let session = use_session();
    let language = use_language();
    let (day, court, start, minutes) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let trouble = use_state_eq(AttrValue::default);
    let first_day = session.with_meet(|meet| meet.regulations().map(|regulations| regulations.first_match));
    let first_day = first_day.unwrap_or_else(clock::today).to_string();
    let onsubmit = {
        let (day, court, start, minutes) = (day.clone(), court.clone(), start.clone(), minutes.clone());
        let (trouble, event, matches) = (trouble.setter(), props.event.clone(), props.matches.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            let text = |node: &NodeRef| elements::value(node);
            let read = || {
                let first = Slot {
                    day: Date::from_iso(&text(&day))?,
                    court: text(&court).parse().ok().filter(|court| *court > 0)?,
                    start: minute(&text(&start))?,
                };
                one_after_another(&matches, first, text(&minutes).parse().ok()?)
            };
            let Some(slots) = read() else { return trouble.set(Text::Unclear.say(session.language())) };
            let outcome = session.submit(Command::Schedule { event: event.clone(), slots });
            let why = outcome.err().map(|why| refused(&session, session.language(), &event, &why));
            trouble.set(why.unwrap_or_default());
        })
    };
    html! {
        <details class="courts no-print" data-test="courts">
            <summary>{ Text::Title.say(language) }</summary>
            <p class="muted">{ Text::Lead.say(language) }</p>
            <form class="give" {onsubmit}>
                <DayField label={Text::Day.say(language)} field={day} first={first_day} test="courts-day" />
                <label class="field"><span>{ Text::Court.say(language) }</span>
                    <input ref={court} type="number" min="1" max="999" required=true value="1" data-test="courts-court" /></label>
                <label class="field"><span>{ Text::Start.say(language) }</span>
                    <input ref={start} type="time" required=true value="09:00" data-test="courts-start" /></label>
                <label class="field"><span>{ Text::Minutes.say(language) }</span>
                    <input ref={minutes} type="number" min="1" max="600" required=true value="30" data-test="courts-minutes" /></label>
                <button type="submit" disabled={props.matches.is_empty()} data-test="courts-put">
                    { Text::put(language, props.matches.len()) }
                </button>
            </form>
            <p class="note bad" role="alert" hidden={trouble.is_empty()}>{ (*trouble).clone() }</p>
        </details>
    }
}

/// The minute of the day in `09:30`.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let minutes: u16 = minutes.get(..2)?.parse().ok().filter(|minutes| *minutes < 60)?;
    hours.parse::<u16>().ok().filter(|hours| *hours < 24).map(|hours| 60 * hours + minutes)
}

/// The slots of matches that follow each other; none when the last would begin on the next day.
fn one_after_another(matches: &[MatchId], first: Slot, minutes: u16) -> Option<Vec<(MatchId, Slot)>> {
    let slot = |(at, id): (usize, &MatchId)| {
        let start = u16::try_from(at).ok()?.checked_mul(minutes)?.checked_add(first.start)?;
        (start <= LAST).then_some((*id, Slot { start, ..first }))
    };
    matches.iter().enumerate().map(slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_follow_each_other_until_midnight() {
        let ids: Vec<MatchId> = ["G1.1.1", "G1.1.2", "G1.2.1"].iter().map(|id| id.parse().expect("an id")).collect();
        let day = Date::from_iso("2026-11-25").expect("a day");
        let first = Slot { day, court: 3, start: minute("22:40").expect("a time") };
        let starts = |minutes| {
            one_after_another(&ids, first, minutes).map(|slots| slots.iter().map(|(_, slot)| slot.start).collect())
        };
        assert_eq!(starts(30), Some(vec![1360, 1390, 1420]));
        assert_eq!(starts(40), None);
        assert_eq!((minute("24:00"), minute("9:60"), minute("x")), (None, None, None));
    }
}
