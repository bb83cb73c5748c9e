//! The plan of a format for `gongsai plan`.

mod json;

use super::case::{CaseError, CaseReason};
use crate::bracket::Bracket;
use crate::format::groups_knockout::{self, GroupsKnockout};
use crate::format::knockout::{self, Preliminaries};
use crate::format::text::{self, PlanText};
use crate::format::{Plan, byes, consolation, double_elimination, page_playoff, round_robin, stages, stepladder};
use crate::regulations::{Crossing, DrawTable, Fed, Finals, Legs, RoundOrder, ScoreRule};
use crate::score::MatchRule;
use json::PlanOut;

/// What a format may need to know besides the number of entrants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanOptions<'a> {
    /// The number of groups.
    pub groups: Option<u16>,
    /// Instead of the number of groups: the most entrants of one.
    pub group_size: Option<u16>,
    /// How many of each group go on; 2 unless said.
    pub through: Option<u16>,
    /// `fixed` (unless said), `drawn`, `shifted` or `mirrored`.
    pub crossing: Option<&'a str>,
    /// Whether third place is played.
    pub third_place: bool,
    /// Whether entries beyond a power of two play for its last positions (抢号).
    pub preliminary: bool,
    /// How many places `knockout-all-places` plays out; all unless said.
    pub down_to: Option<u32>,
    /// Whether a double elimination ends with one final, whoever wins it.
    pub no_reset: bool,
    /// Of how many rounds the losers are fed into `feed-in`; all unless said.
    pub rounds: Option<u16>,
    /// `berger` (unless said) or `circle`.
    pub order: Option<&'a str>,
    /// The format that the first `through` of each group play on in: with `groups` as the format.
    pub then: Option<&'a str>,
    /// How often a round robin goes round: 1 (unless said) or 2.
    pub legs: Option<u16>,
    /// The positions that meet in the first round of a round robin: `2-3,4-5`.
    pub first: Option<&'a str>,
    /// The book that places the byes: `ittf`, `bwf`, `cn` or `standard` (unless said).
    pub rule: Option<&'a str>,
}

/// The formats by name.
const FORMATS: &[&str] = &[
    "knockout",
    "knockout-all-places",
    "double-elimination",
    "consolation",
    "feed-in",
    "page-playoff",
    "stepladder",
    "groups-knockout",
    "groups",
    "round-robin",
];
pub(super) const RULES: &[&str] = &["ittf", "bwf", "cn", "standard"];
pub(super) const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

/// The matches of a format and the feeds between them, as JSON.
///
/// `places` holds for each place a slot, or a list of slots where the losers of one round share it.
///
/// ```
/// use gongsai::document::plan::{PlanOptions, plan};
/// let json = plan("knockout", 3, &PlanOptions::default())?;
/// assert!(json.contains(r#"{"id":"W2.1","bracket":"main","round":2,"a":{"position":1},"b":{"winner":"W1.2"},"places":[1,2]}"#));
/// assert!(plan("knockout", 0, &PlanOptions::default()).is_err());
/// assert!(plan("tombola", 8, &PlanOptions::default()).is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] with the name of the option that cannot be, or with the [`PlanError`](crate::format::PlanError).
pub fn plan(format: &str, entrants: u32, options: &PlanOptions<'_>) -> Result<String, CaseError> {
    json_of(format, &planned(format, entrants, options)?)
}

/// The same as text ([`format::text`](crate::format::text)).
///
/// # Errors
/// As for [`plan`].
pub fn plan_text(format: &str, entrants: u32, options: &PlanOptions<'_>) -> Result<String, CaseError> {
    planned(format, entrants, options).map(|plan| PlanText(&plan).to_string())
}

/// The plan of a text as JSON, when it is a graph of matches.
///
/// ```
/// use gongsai::document::plan::{PlanOptions, plan, plan_of_text, plan_text};
/// let text = plan_text("stepladder", 3, &PlanOptions::default())?;
/// let json = plan("stepladder", 3, &PlanOptions::default())?;
/// assert_eq!(plan_of_text(&text)?, json.replace("stepladder", "text"));
/// assert!(plan_of_text("entrants 2\npositions 2\nW1.1 = [#1, W:W9.9]").is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] with the [`TextError`](text::TextError) or the [`BuildError`](crate::bracket::BuildError).
pub fn plan_of_text(text: &str) -> Result<String, CaseError> {
    let plan = text::parse(text).map_err(|reason| error("", CaseReason::PlanText(reason)))?;
    let rule = MatchRule { score: ScoreRule::Total, tie: None };
    let bracket = Bracket::build(plan, rule).map_err(|reason| error("", CaseReason::Graph(reason)))?;
    json_of("text", bracket.plan())
}

fn json_of(format: &str, plan: &Plan) -> Result<String, CaseError> {
    serde_json::to_string(&PlanOut::of(format, plan)).map_err(|reason| error("", CaseReason::Json(reason.to_string())))
}

fn planned(format: &str, entrants: u32, options: &PlanOptions<'_>) -> Result<Plan, CaseError> {
    if let (Some(next), "groups") = (options.then, format) {
        let groups = groups_rule(entrants, options)?;
        let through = u32::from(groups.groups) * u32::from(groups.through);
        let next = planned(next, through, &PlanOptions { then: None, ..*options })?;
        let staged = stages::groups_then(groups.groups, groups.through, entrants, next);
        return staged.map_err(|reason| error("", CaseReason::Plan(reason)));
    }
    let table = named("rule", RULES, &TABLES, options.rule.unwrap_or("standard"))?;
    let preliminaries = if options.preliminary { Preliminaries::Played } else { Preliminaries::None };
    let finals = if options.no_reset { Finals::One } else { Finals::Reset };
    let planned = match format {
        "knockout" => knockout::plan(if options.third_place { 4 } else { 2 }, table, preliminaries, entrants),
        "knockout-all-places" => {
            let places = options.down_to.unwrap_or_else(|| byes::size(entrants).max(2));
            knockout::plan(places, table, preliminaries, entrants)
        }
        "double-elimination" => double_elimination::plan(finals, table, entrants),
        "consolation" => consolation::plan(Fed::FirstMatch, table, entrants),
        "feed-in" => consolation::plan(Fed::Rounds(options.rounds.unwrap_or(u16::MAX)), table, entrants),
        "page-playoff" => page_playoff::plan(entrants),
        "stepladder" => stepladder::plan(entrants),
        "groups-knockout" => groups_knockout::plan(groups_rule(entrants, options)?, table, entrants),
        "groups" => stages::groups(groups_rule(entrants, options)?.groups, entrants),
        "round-robin" => {
            let orders = [RoundOrder::Berger, RoundOrder::Circle];
            let order = named("order", &["berger", "circle"], &orders, options.order.unwrap_or("berger"))?;
            let legs = match options.legs {
                None | Some(1) => Legs::One,
                Some(2) => Legs::Two,
                Some(_) => return Err(error("legs", CaseReason::Expected("1 or 2"))),
            };
            round_robin::plan_with_first(order, legs, entrants, &pairs(options.first.unwrap_or_default())?)
        }
        _ => return Err(error("format", CaseReason::NotOneOf(FORMATS))),
    };
    planned.map_err(|reason| error("", CaseReason::Plan(reason)))
}

fn groups_rule(entrants: u32, options: &PlanOptions<'_>) -> Result<GroupsKnockout, CaseError> {
    let groups = match (options.groups, options.group_size) {
        (Some(groups), _) => groups,
        (None, Some(size)) => groups_knockout::groups_of(entrants, size),
        (None, None) => return Err(error("groups", CaseReason::Missing)),
    };
    let names = &["fixed", "drawn", "shifted", "mirrored"];
    let crossings = [Crossing::Fixed, Crossing::Drawn, Crossing::Shifted, Crossing::Mirrored];
    let crossing = named("crossing", names, &crossings, options.crossing.unwrap_or("fixed"))?;
    let places = if options.third_place { 4 } else { 2 };
    Ok(GroupsKnockout { groups, through: options.through.unwrap_or(2), crossing, places })
}

/// Pairs of positions: `2-3,4-5`.
fn pairs(text: &str) -> Result<Vec<(u32, u32)>, CaseError> {
    let pair = |pair: &str| {
        let numbers = pair.split_once('-').map(|(a, b)| (a.trim().parse().ok(), b.trim().parse().ok()));
        match numbers {
            Some((Some(a), Some(b))) => Ok((a, b)),
            _ => Err(error("first", CaseReason::Expected("pairs of positions as 2-3,4-5"))),
        }
    };
    text.split(',').filter(|pair| !pair.trim().is_empty()).map(pair).collect()
}

/// The value of a name.
fn named<T: Copy>(option: &str, names: &'static [&'static str], values: &[T], name: &str) -> Result<T, CaseError> {
    let found = names.iter().zip(values).find(|(known, _)| **known == name);
    found.map(|(_, value)| *value).ok_or_else(|| error(option, CaseReason::NotOneOf(names)))
}

fn error(path: &str, reason: CaseReason) -> CaseError {
    CaseError { path: path.to_owned(), reason }
}
