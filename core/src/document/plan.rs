//! The plan of a format as JSON, for `gongsai plan`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::case::{CaseError, CaseReason};
use crate::format::groups_knockout::{self, GroupsKnockout};
use crate::format::{self, Plan, PlannedMatch, Slot, byes, knockout, round_robin};
use crate::id::Part;
use crate::regulations::{Crossing, DrawTable};

/// What a format may need to know besides the number of entrants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanOptions<'a> {
    /// The number of groups.
    pub groups: Option<u16>,
    /// Instead of the number of groups: the most entrants of one.
    pub group_size: Option<u16>,
    /// How many of each group go on; 2 unless said.
    pub through: Option<u16>,
    /// `fixed` (unless said) or `drawn`.
    pub crossing: Option<&'a str>,
    /// Whether third place is played.
    pub third_place: bool,
    /// How many places `knockout-all-places` plays out; all unless said.
    pub down_to: Option<u16>,
    /// The book that places the byes: `ittf`, `bwf`, `cn` or `standard` (unless said).
    pub rule: Option<&'a str>,
}

/// The formats by name.
const FORMATS: &[&str] = &["knockout", "knockout-all-places", "groups-knockout", "round-robin"];
pub(super) const RULES: &[&str] = &["ittf", "bwf", "cn", "standard"];
pub(super) const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

/// The matches of a format and the feeds between them.
///
/// `places` holds for each place a slot, or a list of slots where the losers of one round share it.
///
/// ```
/// use gongsai::document::plan::{PlanOptions, plan};
/// let json = plan("knockout", 3, &PlanOptions::default())?;
/// assert!(json.contains(r#"{"id":"W2.1","bracket":"main","round":2,"a":{"position":1},"b":{"winner":"W1.2"},"places":[1,2]}"#));
/// assert!(plan("knockout", 1, &PlanOptions::default()).is_err());
/// assert!(plan("tombola", 8, &PlanOptions::default()).is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] with the name of the option that cannot be, or with the [`format::PlanError`].
pub fn plan(format: &str, entrants: u16, options: &PlanOptions<'_>) -> Result<String, CaseError> {
    let table = named("rule", RULES, &TABLES, options.rule.unwrap_or("standard"))?;
    let planned = match format {
        "knockout" => knockout::plan(if options.third_place { 4 } else { 2 }, table, entrants),
        "knockout-all-places" => {
            knockout::plan(options.down_to.unwrap_or_else(|| byes::size(entrants).max(2)), table, entrants)
        }
        "groups-knockout" => groups_knockout::plan(groups_rule(entrants, options)?, table, entrants),
        "round-robin" => round_robin::plan(entrants),
        _ => return Err(error("format", CaseReason::NotOneOf(FORMATS))),
    };
    let planned = planned.map_err(|reason| error("", CaseReason::Plan(reason)))?;
    let answer = PlanOut::of(format, &planned);
    serde_json::to_string(&answer).map_err(|reason| error("", CaseReason::Json(reason.to_string())))
}

fn groups_rule(entrants: u16, options: &PlanOptions<'_>) -> Result<GroupsKnockout, CaseError> {
    let groups = match (options.groups, options.group_size) {
        (Some(groups), _) => groups,
        (None, Some(size)) => groups_knockout::groups_of(entrants, size),
        (None, None) => return Err(error("groups", CaseReason::Missing)),
    };
    let crossings = [Crossing::Fixed, Crossing::Drawn];
    let crossing = named("crossing", &["fixed", "drawn"], &crossings, options.crossing.unwrap_or("fixed"))?;
    let places = if options.third_place { 4 } else { 2 };
    Ok(GroupsKnockout { groups, through: options.through.unwrap_or(2), crossing, places })
}

/// The value of a name.
fn named<T: Copy>(option: &str, names: &'static [&'static str], values: &[T], name: &str) -> Result<T, CaseError> {
    let found = names.iter().zip(values).find(|(known, _)| **known == name);
    found.map(|(_, value)| *value).ok_or_else(|| error(option, CaseReason::NotOneOf(names)))
}

fn error(path: &str, reason: CaseReason) -> CaseError {
    CaseError { path: path.to_owned(), reason }
}

#[derive(Serialize)]
struct PlanOut<'a> {
    format: &'a str,
    entrants: u16,
    positions: u16,
    byes: &'a [u16],
    matches: Vec<MatchOut>,
    places: BTreeMap<u16, PlaceOut>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    groups: &'a [Vec<u16>],
    #[serde(skip_serializing_if = "Option::is_none")]
    second_draw: Option<SecondDrawOut<'a>>,
}

#[derive(Serialize)]
struct SecondDrawOut<'a> {
    through: u16,
    first: u16,
    size: u16,
    byes: &'a [u16],
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
    places: Option<(u16, u16)>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "lowercase")]
enum SlotOut {
    Position(u16),
    Winner(String),
    Loser(String),
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
    fn of(format: &'a str, plan: &'a Plan) -> PlanOut<'a> {
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
            let format::SecondDraw { through, first, size, byes } = draw;
            SecondDrawOut { through: *through, first: *first, size: *size, byes }
        });
        PlanOut {
            format,
            entrants: plan.entrants,
            positions: plan.positions,
            byes: &plan.byes,
            matches: plan.matches.iter().map(MatchOut::of).collect(),
            places,
            groups: &plan.groups,
            second_draw,
        }
    }
}

impl MatchOut {
    fn of(planned: &PlannedMatch) -> MatchOut {
        let (bracket, group) = match planned.id.part {
            Part::Group(group) => ("group", Some(group)),
            Part::Winner => ("main", None),
            Part::Placement(_) => ("placement", None),
        };
        MatchOut {
            id: planned.id.to_string(),
            bracket,
            group,
            round: planned.id.round,
            a: SlotOut::of(planned.slots.a),
            b: SlotOut::of(planned.slots.b),
            places: planned.places,
        }
    }
}

impl SlotOut {
    fn of(slot: Slot) -> SlotOut {
        match slot {
            Slot::Position(position) => SlotOut::Position(position),
            Slot::Winner(id) => SlotOut::Winner(id.to_string()),
            Slot::Loser(id) => SlotOut::Loser(id.to_string()),
            Slot::Rank { group, rank } => SlotOut::Rank(group, rank),
            Slot::Bye => SlotOut::Bye(true),
        }
    }
}
