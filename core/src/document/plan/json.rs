//! A plan as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::format::{By, OnlyIf, Plan, PlannedMatch, SecondDraw, Slot};
use crate::id::{Direction, Part};
use crate::side::Side;

#[derive(Serialize)]
pub(super) struct PlanOut<'a> {
    format: &'a str,
    entrants: u32,
    positions: u32,
    byes: &'a [u32],
    matches: Vec<MatchOut>,
    places: BTreeMap<u32, PlaceOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Vec<MemberOut>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_draw: Option<SecondDrawOut<'a>>,
}

#[derive(Serialize)]
struct SecondDrawOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    through: u16,
    #[serde(skip_serializing_if = "is_none")]
    best: u16,
    first: u32,
    size: u32,
    byes: &'a [u32],
}

/// Whether nobody comes besides those of each group.
fn is_none(best: &u16) -> bool {
    *best == 0
}

#[derive(Serialize)]
struct MatchOut {
    id: String,
    bracket: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<u16>,
    round: u16,
    a: SlotOut,
    b: SlotOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<(u32, u32)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_if: Option<OnlyIfOut>,
}

#[derive(Serialize)]
struct OnlyIfOut {
    r#match: String,
    winner: &'static str,
}

/// A member of a group: the number of a position, or another slot.
#[derive(Serialize)]
#[serde(untagged)]
enum MemberOut {
    Position(u32),
    Slot(SlotOut),
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "snake_case")]
enum SlotOut {
    Position(u32),
    Winner(String),
    Loser(String),
    FirstLoser(String),
    LaterLoser(String),
    Rank(u16, u16),
    Bye(bool),
}

#[derive(Serialize)]
#[serde(untagged)]
enum PlaceOut {
    One(SlotOut),
    Shared(Vec<SlotOut>),
}

impl<'a> PlanOut<'a> {
    pub(super) fn of(format: &'a str, plan: &'a Plan) -> PlanOut<'a> {
        let mut places = BTreeMap::new();
        for same in plan.places.chunk_by(|a, b| a.0 == b.0) {
            let slots: Vec<SlotOut> = same.iter().map(|(_, slot)| SlotOut::of(*slot)).collect();
            let place = match slots.as_slice() {
                [slot] => PlaceOut::One(slot.clone()),
                _ => PlaceOut::Shared(slots),
            };
            places.extend(same.first().map(|(number, _)| (*number, place)));
        }
        let second_draw = plan.second_draw.as_ref().map(|draw| {
            let SecondDraw { by, through, best, first, size, byes } = draw;
            let by = match by {
                By::Lot => None,
                By::Table => Some("table"),
            };
            SecondDrawOut { by, through: *through, best: *best, first: *first, size: *size, byes }
        });
        let sides = plan.matches.iter().any(|planned| planned.id.part == Part::Final);
        PlanOut {
            format,
            entrants: plan.entrants,
            positions: plan.positions,
            byes: &plan.byes,
            matches: plan.matches.iter().map(|planned| MatchOut::of(planned, sides)).collect(),
            places,
            groups: plan.groups.iter().map(|group| group.iter().map(|slot| MemberOut::of(*slot)).collect()).collect(),
            second_draw,
        }
    }
}

impl MatchOut {
    fn of(planned: &PlannedMatch, sides: bool) -> MatchOut {
        let (bracket, group) = match planned.id.part {
            Part::Group(group) => ("group", Some(group)),
            Part::Winner if sides => ("winner", None),
            Part::Winner => ("main", None),
            Part::Placement(_) => ("placement", None),
            Part::Preliminary => ("preliminary", None),
            Part::Loser => ("loser", None),
            Part::Final => ("final", None),
            Part::Consolation => ("consolation", None),
            Part::SecondConsolation => ("second-consolation", None),
            Part::Compass(direction) => (direction_name(direction), None),
        };
        MatchOut {
            id: planned.id.to_string(),
            bracket,
            group,
            round: planned.id.round,
            a: SlotOut::of(planned.slots.a),
            b: SlotOut::of(planned.slots.b),
            places: planned.places,
            only_if: planned.only_if.map(OnlyIfOut::of),
        }
    }
}

fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::East => "east",
        Direction::West => "west",
        Direction::North => "north",
        Direction::South => "south",
        Direction::Northeast => "northeast",
        Direction::Northwest => "northwest",
        Direction::Southwest => "southwest",
        Direction::Southeast => "southeast",
    }
}

impl SlotOut {
    fn of(slot: Slot) -> SlotOut {
        match slot {
            Slot::Position(position) => SlotOut::Position(position),
            Slot::Winner(id) => SlotOut::Winner(id.to_string()),
            Slot::Loser(id) => SlotOut::Loser(id.to_string()),
            Slot::FirstLoser(id) => SlotOut::FirstLoser(id.to_string()),
            Slot::LaterLoser(id) => SlotOut::LaterLoser(id.to_string()),
            Slot::Rank { group, rank } => SlotOut::Rank(group, rank),
            Slot::Bye => SlotOut::Bye(true),
        }
    }
}

impl OnlyIfOut {
    fn of(only_if: OnlyIf) -> OnlyIfOut {
        let winner = match only_if.winner {
            Side::A => "a",
            Side::B => "b",
        };
        OnlyIfOut { r#match: only_if.id.to_string(), winner }
    }
}

impl MemberOut {
    fn of(slot: Slot) -> MemberOut {
        match slot {
            Slot::Position(position) => MemberOut::Position(position),
            other => MemberOut::Slot(SlotOut::of(other)),
        }
    }
}
