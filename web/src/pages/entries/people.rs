//! The people who were taken in, folded by unit.

use gongsai::id::UnitId;
use gongsai::meet::Meet;
use gongsai::order;
use gongsai_wording::Lang;
use yew::prelude::*;

use crate::session::{use_language, use_meet};
use crate::wording::entries::{Entries as Text, people};
use crate::wording::{Words, sex, sport};

/// The section.
#[component]
pub(super) fn People() -> Html {
    let language = use_language();
    let units: Vec<(UnitId, AttrValue, usize)> = use_meet(|meet| {
        let count = |unit: UnitId| meet.people().values().filter(|person| person.unit == unit).count();
        let units = meet.units().values().filter(|unit| meet.taken_in().keys().any(|(of, _)| *of == unit.id));
        let mut units: Vec<_> =
            units.map(|unit| (unit.id, AttrValue::from(unit.name.clone()), count(unit.id))).collect();
        order::sort_by(&mut units, |a, b| a.1.cmp(&b.1));
        units
    });
    html! {
        <section aria-labelledby="people-title" data-test="entries-people">
            <h2 id="people-title">{ Text::People.say(language) }</h2>
            <p class="lead">{ if units.is_empty() { Text::Nothing } else { Text::PeopleHint }.say(language) }</p>
            <div class="unit-groups">
                { for units.into_iter().map(|(id, name, count)| html! { <UnitGroup key={id.to_string()} {id} {name} {count} /> }) }
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct UnitGroupProps {
    id: UnitId,
    name: AttrValue,
    count: usize,
}

/// One unit; its people are made when it is unfolded.
#[component]
fn UnitGroup(props: &UnitGroupProps) -> Html {
    let language = use_language();
    let open = use_state_eq(|| false);
    let rows = {
        let (id, open) = (props.id, *open);
        use_meet(move |meet| if open { rows(meet, id) } else { Vec::new() })
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class={classes!("unit-group", open.then_some("open"))}>
            <button type="button" class="unit-group-head quiet" {onclick} aria-expanded={open.to_string()}>
                <span class="unit-group-name">{ props.name.clone() }</span>
                <span class="muted">{ people(language, props.count) }</span>
            </button>
            <div class="table-scroll" hidden={!*open}>{ table(language, &rows) }</div>
        </div>
    }
}

/// Name, sex, and what the person is entered in.
#[derive(Clone, PartialEq)]
struct Row {
    id: gongsai::id::PersonId,
    name: String,
    sex: Option<gongsai::sex::Sex>,
    sports: Vec<gongsai::regulations::Sport>,
    official: bool,
    events: Vec<String>,
}

fn rows(meet: &Meet, unit: UnitId) -> Vec<Row> {
    let of_unit = meet.people().values().filter(|person| person.unit == unit);
    let row = |person: &gongsai::person::Person| {
        let sports = meet.taken_in().iter().filter(|((of, _), people)| *of == unit && people.contains(&person.id));
        let official = meet.officials().iter().any(|((of, _), people)| *of == unit && people.contains(&person.id));
        let entered = meet.entries().values().filter(|entry| entry.people.contains(&person.id));
        let name =
            |entry: &gongsai::entry::Entry| meet.regulations()?.event(&entry.event).map(|event| event.name.clone());
        Row {
            id: person.id,
            name: person.name.clone(),
            sex: person.sex,
            sports: sports.map(|((_, sport), _)| *sport).collect(),
            official,
            events: entered.filter_map(name).collect(),
        }
    };
    let mut rows: Vec<Row> = of_unit.map(row).collect();
    order::sort_by(&mut rows, |a, b| (&a.sports, &a.name).cmp(&(&b.sports, &b.name)));
    rows
}

fn table(language: Lang, rows: &[Row]) -> Html {
    let row = |row: &Row| {
        let sports: Vec<String> = row.sports.iter().map(|of| sport(language, *of).to_string()).collect();
        let mut entered = if row.events.is_empty() { sports } else { row.events.clone() };
        entered.extend(row.official.then(|| Text::Official.say(language).to_string()));
        let entered = entered.join(language.pick("、", ", "));
        html! {
            <tr key={row.id.to_string()}>
                <th scope="row" class="nowrap">{ row.name.clone() }</th>
                <td>{ sex(language, row.sex) }</td>
                <td>{ entered }</td>
            </tr>
        }
    };
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ Text::Name.say(language) }</th>
                <th scope="col">{ Text::Sex.say(language) }</th>
                <th scope="col">{ Text::Events.say(language) }</th>
            </tr></thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}
