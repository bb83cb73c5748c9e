//! The receipt of a draw that a meet's journal holds.

use serde_json::{Value, json};

use super::draw_by;
use crate::bracket::DrawStage;
use crate::document::case::node::{read, write};
use crate::document::plan::{RULES, TABLES};
use crate::draw::{Difference, Procedure, Seed, Target, Task};
use crate::id::{EntryId, EventId};
use crate::meet::{Drawn, Meet, Refused};
use crate::publication::empty_place;
use crate::regulations::GroupSizes;

/// The receipt of a recorded draw, as `gongsai verify-draw` takes it, on one line: entrants by their ids, with the names
/// that are public anyway.
///
/// ```
/// use gongsai::bracket::DrawStage;
/// use gongsai::document::draw::{receipt, verify_draw};
/// use gongsai::id::{EventId, MeetId};
/// use gongsai::meet::{Meet, Refused};
/// let event = EventId::new("TT_team")?;
/// assert_eq!(receipt(&Meet::new(MeetId(7)), &event, DrawStage::First), Err(Refused::NotDrawn(event)));
/// # Ok::<(), gongsai::id::BadId>(())
/// ```
///
/// # Errors
/// [`Refused`] where there is no such draw, and where its inputs give another one.
pub fn receipt(meet: &Meet, event: &EventId, stage: DrawStage) -> Result<String, Refused> {
    meet.verify_draw(event, stage)?;
    let drawn = meet.event(event).and_then(|state| state.drawn(stage));
    let drawn = drawn.ok_or_else(|| Refused::NotDrawn(event.clone()))?;
    let unknown = Refused::DrawDiffers(Difference::Procedure { found: drawn.procedure });
    let procedure = Procedure::of(drawn.procedure).ok_or(unknown)?;
    let case = case(meet, drawn)?;
    let answer = draw_by(&case, procedure).and_then(|answer| write(&read(&answer)?["receipt"]));
    // What a meet drew can be written down and read again: a receipt that cannot has another shape.
    answer.map_err(|_| Refused::DrawDiffers(Difference::Shape))
}

/// What went into a draw, as `gongsai draw` takes it.
fn case(meet: &Meet, drawn: &Drawn) -> Result<Value, Refused> {
    let task = meet.draw_task(&drawn.event, drawn.stage, &drawn.entrants)?;
    let (format, rule, units_apart) = match &task {
        Task::Knockout { rule, .. } => ("knockout", Some(rule.table), rule.units_apart),
        Task::Groups { rule, .. } => ("groups", Some(rule.table), rule.units_apart),
        Task::Crossing { rule, .. } => ("crossing", Some(rule.table), rule.units_apart),
        Task::Table { units_apart, .. } => ("crossing", None, *units_apart),
    };
    let table = TABLES.iter().zip(RULES).find(|(table, _)| Some(**table) == rule).map(|(_, name)| *name);
    let title = meet.regulations().and_then(|regulations| {
        let event = regulations.event(&drawn.event)?;
        Some(format!("{} · {}", regulations.title, event.name))
    });
    let mut case = json!({
        "title": title,
        "format": format,
        "rule": table,
        "units_apart": units_apart,
        "entrants": entrants(meet, drawn, &task),
        "words": drawn.words,
        "witnesses": drawn.witnesses,
        "locked": drawn.by_hand.iter().map(|place| {
            let (kind, to) = match place.to {
                Target::Position(position) => ("position", position),
                Target::Group(group) => ("group", u32::from(group)),
            };
            json!({ "entrant": place.entry.to_string(), kind: to, "reason": place.reason })
        }).collect::<Vec<Value>>(),
    });
    let digits = Seed::from_hex(&drawn.seed).is_ok_and(|seed| seed == Seed::of_text(&drawn.seed));
    case[if digits { "seed" } else { "phrase" }] = json!(drawn.seed);
    if let Some(announced) = meet.announced(&drawn.event, drawn.stage) {
        case["commitment"] = json!(announced.commitment.to_string());
    }
    match &task {
        Task::Groups { groups: GroupSizes::Each(sizes), .. } => case["groups"] = json!(sizes),
        Task::Groups { groups: GroupSizes::Number(number) | GroupSizes::AtMost(number), .. } => {
            case["groups"] = json!(number);
        }
        Task::Table { .. } => case["by"] = json!("table"),
        Task::Knockout { .. } | Task::Crossing { .. } => {}
    }
    Ok(case)
}

fn entrants(meet: &Meet, drawn: &Drawn, task: &Task) -> Vec<Value> {
    let entrant = |index: usize| {
        let id = drawn.entrants.get(index);
        let entry = id.and_then(|id| meet.entries().get(id));
        let unit = entry.and_then(|entry| meet.units().get(&entry.unit)).map(|unit| unit.name.as_str());
        let (mut seed, mut from) = (None, None);
        match task {
            Task::Knockout { entrants, .. } | Task::Groups { entrants, .. } => {
                seed = entrants.get(index).and_then(|entrant| entrant.seed);
            }
            Task::Crossing { qualifiers, .. } | Task::Table { qualifiers, .. } => from = qualifiers.get(index),
        }
        // Places that nobody comes to are drawn too.
        let empty = || from.map(|from| empty_place(from.group, from.rank));
        json!({
            "id": id.map(EntryId::to_string).or_else(empty),
            "name": entry.map(|entry| entry.name.as_str()),
            "unit": unit,
            "seed": seed,
            "group": from.map(|from| from.group),
            "rank": from.map(|from| from.rank),
        })
    };
    (0..task.number()).map(entrant).collect()
}
