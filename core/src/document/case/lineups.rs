//! The line-ups in the case of `gongsai tie`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::node::Node;
use super::{CaseError, CaseReason};
use crate::id::{PersonId, UnitId};
use crate::lineup::{Lineup, LineupFault, Plays, Roster, check, dead, rubbers, startable};
use crate::person::Person;
use crate::regulations::TieSystem;
use crate::sex::Sex;
use crate::side::{BySide, Side};

/// What the line-ups add to the answer.
#[derive(Serialize)]
pub(super) struct Answer {
    faults: Sides<Vec<Fault>>,
    rubbers: Vec<Sides<Vec<String>>>,
    dead: Vec<usize>,
    startable: Vec<usize>,
}

#[derive(Serialize)]
struct Sides<T> {
    a: T,
    b: T,
}

#[derive(Default, Serialize)]
struct Fault {
    fault: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rubber: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sex: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plays: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    needed: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<usize>,
}

const SEXES: &[&str] = &["m", "f"];

/// The people of a case by the names that it gives them.
#[derive(Default)]
struct People {
    names: Vec<String>,
    ids: BTreeMap<String, PersonId>,
    known: BTreeMap<PersonId, Person>,
}

impl People {
    fn id(&mut self, name: String) -> PersonId {
        let next = PersonId(self.names.len() as u64);
        let id = *self.ids.entry(name.clone()).or_insert(next);
        if id == next {
            self.names.push(name);
        }
        id
    }

    fn name(&self, id: PersonId) -> String {
        usize::try_from(id.0).ok().and_then(|at| self.names.get(at)).cloned().unwrap_or_default()
    }

    fn join(&mut self, name: String, sex: Option<Sex>) -> PersonId {
        let id = self.id(name.clone());
        self.known.entry(id).or_insert(Person { id, name, sex, unit: UnitId(0) });
        id
    }
}

/// What is wrong with the line-ups, who meets whom, and which rubbers may start.
pub(super) fn answer(
    system: &TieSystem,
    results: &[Option<Side>],
    root: &Node<'_>,
    node: &Node<'_>,
) -> Result<Answer, CaseError> {
    let mut people = People::default();
    let rosters = root.get("rosters");
    let teams = match &rosters {
        Some(rosters) => Some(BySide { a: roster(&mut people, rosters, "a")?, b: roster(&mut people, rosters, "b")? }),
        None => None,
    };
    let lineups = BySide { a: lineup(&mut people, node, "a")?, b: lineup(&mut people, node, "b")? };
    let teams = teams.unwrap_or_else(|| {
        lineups.as_ref().map(|lineup| {
            let all: Vec<PersonId> = lineup.places.values().flatten().copied().collect();
            all.into_iter().map(|id| people.join(people.name(id), None)).collect()
        })
    });
    let playing = root.get("playing").map(|list| playing(system, &list)).transpose()?.unwrap_or_default();
    let faults = |side: Side| -> Vec<Fault> {
        let roster = Roster { people: &people.known, entry: &teams[side], barred: &BTreeSet::new() };
        check(system, side, roster, &lineups[side]).into_iter().map(|fault| told(fault, &people)).collect()
    };
    let met = rubbers(system, lineups.as_ref());
    let names = |ids: &[PersonId]| ids.iter().map(|id| people.name(*id)).collect();
    let from_one = |list: Vec<usize>| list.into_iter().map(|at| at + 1).collect();
    Ok(Answer {
        faults: Sides { a: faults(Side::A), b: faults(Side::B) },
        rubbers: met.iter().map(|rubber| Sides { a: names(&rubber.a), b: names(&rubber.b) }).collect(),
        dead: from_one(dead(system, results)),
        startable: from_one(startable(system, results, &playing, &met)),
    })
}

fn roster(people: &mut People, node: &Node<'_>, side: &str) -> Result<Vec<PersonId>, CaseError> {
    let mut team = Vec::new();
    for member in node.need(side)?.all()? {
        let sex = member.get("sex").map(|sex| sex.one_of(SEXES, &[Sex::Male, Sex::Female])).transpose()?;
        let (id, known) = (member.need("id")?, people.known.len());
        team.push(people.join(id.name()?, sex));
        if people.known.len() == known {
            return Err(id.error(CaseReason::Twice(id.name()?)));
        }
    }
    Ok(team)
}

fn lineup(people: &mut People, node: &Node<'_>, side: &str) -> Result<Lineup, CaseError> {
    let side = node.need(side)?;
    let places = side.json().as_object().ok_or_else(|| side.expected("places with lists of people"))?;
    let mut lineup = Lineup::default();
    for place in places.keys() {
        let people =
            side.need(place)?.all()?.iter().map(|person| Ok(people.id(person.name()?))).collect::<Result<_, _>>()?;
        lineup.places.insert(place.clone(), people);
    }
    Ok(lineup)
}

/// The numbers of rubbers as indices.
fn playing(system: &TieSystem, node: &Node<'_>) -> Result<Vec<usize>, CaseError> {
    let index = |number: &Node<'_>| {
        let at = usize::from(number.number()?).checked_sub(1).filter(|at| *at < system.rubbers.len());
        at.ok_or_else(|| number.expected("the number of a rubber"))
    };
    node.all()?.iter().map(index).collect()
}

fn told(fault: LineupFault, people: &People) -> Fault {
    let name = |id: PersonId| Some(people.name(id));
    let sex = |sex: Sex| SEXES[usize::from(sex == Sex::Female)];
    let at = |fault, place, person: PersonId| Fault { fault, place, person: name(person), ..Fault::default() };
    let few = |fault, given: u16, needed: u16| {
        let (given, needed) = (Some(usize::from(given)), Some(usize::from(needed)));
        Fault { fault, given, needed, ..Fault::default() }
    };
    match fault {
        LineupFault::NoPlace { place } => Fault { fault: "no-place", place: Some(place), ..Fault::default() },
        LineupFault::Empty { place } => Fault { fault: "empty", place: Some(place), ..Fault::default() },
        LineupFault::People { place, needed, given } => {
            let (needed, given) = (Some(needed), Some(given));
            Fault { fault: "people", place: Some(place), needed, given, ..Fault::default() }
        }
        LineupFault::Unknown { place, person } => at("unknown", place, person),
        LineupFault::NotOnRoster { place, person } => at("not-on-roster", place, person),
        LineupFault::Barred { place, person } => at("barred", place, person),
        LineupFault::WrongSex { rubber, person, needed } => {
            let (rubber, person, sex) = (Some(rubber), name(person), Some(sex(needed)));
            Fault { fault: "wrong-sex", rubber, person, sex, ..Fault::default() }
        }
        LineupFault::NotMixed { rubber } => Fault { fault: "not-mixed", rubber: Some(rubber), ..Fault::default() },
        LineupFault::SexUnknown { rubber, person } => {
            Fault { fault: "sex-unknown", rubber: Some(rubber), person: name(person), ..Fault::default() }
        }
        LineupFault::SamePerson { rubber, person } => {
            Fault { fault: "same-person", rubber: Some(rubber), person: name(person), ..Fault::default() }
        }
        LineupFault::TooManyOf { class, count, most } => {
            let (given, needed) = (Some(usize::from(count)), Some(usize::from(most)));
            Fault { fault: "too-many-of", of: Some(class.name()), given, needed, ..Fault::default() }
        }
        LineupFault::TooFewNamed { count, least } => few("too-few-named", count, least),
        LineupFault::TooManyNamed { count, most } => few("too-many-named", count, most),
        LineupFault::TooFewAppearances { person, count, least } => {
            Fault { person: name(person), ..few("too-few-appearances", count, least) }
        }
        LineupFault::TooFewLeaders { count, least } => few("too-few-leaders", count, least),
        LineupFault::TooFewOfSex { sex: of, count, least, .. } => {
            Fault { sex: Some(sex(of)), ..few("too-few-of-sex", count, least) }
        }
        LineupFault::TooFewOfAge { count, least, .. } => few("too-few-of-age", count, least),
        LineupFault::TotalAge { years, least, .. } => few("total-age", years, least),
        LineupFault::TooOften { person, what, plays, limit } => {
            let of = Some(match what {
                Plays::Singles => "singles",
                Plays::Doubles => "doubles",
                Plays::All => "all",
            });
            let (plays, limit) = (Some(plays), Some(limit));
            Fault { fault: "too-often", person: name(person), of, plays, limit, ..Fault::default() }
        }
    }
}
