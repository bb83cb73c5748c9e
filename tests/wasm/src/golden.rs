//! Draws by any version of the procedure, on one line each.

use gongsai::draw::{Drawn, Entrant, Procedure, Qualifier, Seed, Task, draw_around};
use gongsai::regulations::{DrawRule, DrawTable, GroupSizes};
use serde_json::Value;

const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

/// Draws `{"task","table","procedure"}`: of `entrants` each a unit and a seed, of `qualifiers` each a group, a rank and a
/// unit. None when it is nothing of the kind.
pub(crate) fn answer(question: &str) -> Option<String> {
    let asked: Value = serde_json::from_str(question).ok()?;
    let table = *TABLES.get(usize::try_from(asked["table"].as_u64()?).ok()?)?;
    let rule = DrawRule { table, units_apart: true };
    let entrant = |value: &Value| Some(Entrant { unit: unit(&value[0])?, seed: short(&value[1])? });
    let entrants = || asked["entrants"].as_array()?.iter().map(entrant).collect::<Option<Vec<Entrant>>>();
    let task = match asked["task"].as_str()? {
        "knockout" => Task::Knockout { entrants: entrants()?, rule },
        "groups" => {
            let groups = GroupSizes::Number(short(&asked["groups"])??);
            Task::Groups { entrants: entrants()?, groups, rule }
        }
        "crossing" => {
            let came = |value: &Value| {
                Some(Qualifier { group: short(&value[0])??, rank: short(&value[1])??, unit: unit(&value[2])? })
            };
            let qualifiers = asked["qualifiers"].as_array()?.iter().map(came).collect::<Option<Vec<Qualifier>>>()?;
            Task::Crossing { qualifiers, rule }
        }
        _ => return None,
    };
    let procedure = Procedure::of(short(&asked["procedure"])??)?;
    let seed = Seed::of_text(asked["seed"].as_str().unwrap_or("2026"));
    Some(match draw_around(&task, &[], seed, procedure) {
        Ok(Drawn::Knockout(drawn)) => seats(&drawn.positions),
        Ok(Drawn::Groups(drawn)) => format!("{:?}", drawn.groups),
        Err(error) => format!("refused: {error}"),
    })
}

fn seats(seats: &[Option<usize>]) -> String {
    let name = |seat: &Option<usize>| seat.map_or("-".to_owned(), |index| index.to_string());
    seats.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// A number, or none where there is null; nothing where there is anything else.
fn unit(value: &Value) -> Option<Option<u32>> {
    if value.is_null() { Some(None) } else { u32::try_from(value.as_u64()?).ok().map(Some) }
}

fn short(value: &Value) -> Option<Option<u16>> {
    if value.is_null() { Some(None) } else { u16::try_from(value.as_u64()?).ok().map(Some) }
}
