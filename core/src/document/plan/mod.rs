//! The plan of a format for `gongsai plan`.

mod json;

use super::case::{CaseError, CaseReason};
use crate::bracket::Bracket;
use crate::format::text::{self, PlanText};
use crate::format::{self, Plan, byes, round_robin, stages};
use crate::regulations::{
    Crossing, Directions, DrawTable, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Legs, RoundOrder, ScoreRule,
};
use crate::score::MatchRule;
use json::PlanOut;

/// What a format may need to know besides the number of entrants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanOptions<'a> {
    /// The number of groups.
    pub groups: Option<u16>,
    /// Instead of the number of groups: the most entrants of one.
    pub group_size: Option<u16>,
    /// Instead of these two: the entrants of each group (`4,4,3`).
    pub sizes: Option<&'a str>,
    /// How many more go on of those of the next rank; none unless said.
    pub best: Option<u16>,
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
    "curtis",
    "compass",
    "olympic",
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

/// The same as text ([`format::text`]).
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
    let rule = MatchRule { score: ScoreRule::FIBA, tie: None };
    let bracket = Bracket::build(plan, rule).map_err(|reason| error("", CaseReason::Graph(reason)))?;
    json_of("text", bracket.plan())
}

fn json_of(format: &str, plan: &Plan) -> Result<String, CaseError> {
    serde_json::to_string(&PlanOut::of(format, plan)).map_err(|reason| error("", CaseReason::Json(reason.to_string())))
}

/// The format that a meet is held in, and the book that places its byes.
///
/// ```
/// use gongsai::document::plan::{PlanOptions, format_rule};
/// use gongsai::regulations::{DrawTable, FormatRule};
/// let read = format_rule("knockout-all-places", 13, &PlanOptions::default())?;
/// assert_eq!(read, (FormatRule::Knockout { places: 16 }, DrawTable::Standard));
/// assert!(format_rule("groups", 13, &PlanOptions { groups: Some(3), ..PlanOptions::default() }).is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] with the name of the option that cannot be: regulations know neither groups after which nothing
/// comes nor a first round by hand.
pub fn format_rule(
    format: &str,
    entrants: u32,
    options: &PlanOptions<'_>,
) -> Result<(FormatRule, DrawTable), CaseError> {
    let table = named("rule", RULES, &TABLES, options.rule.unwrap_or("standard"))?;
    if options.first.is_some() {
        return Err(error("first", CaseReason::Expected("no first round by hand")));
    }
    let rule = match (format, options.then) {
        ("groups", None) => return Err(error("then", CaseReason::Missing)),
        ("groups", Some(next)) => groups_rule(rule(next, &PlanOptions { then: None, ..*options })?, options)?,
        ("knockout-all-places", _) if options.down_to.is_none() => knockout(byes::size(entrants).max(2), options),
        _ => rule(format, options)?,
    };
    Ok((rule, table))
}

fn planned(format: &str, entrants: u32, options: &PlanOptions<'_>) -> Result<Plan, CaseError> {
    let refused = |reason| error("", CaseReason::Plan(reason));
    match (format, options.then, options.first) {
        ("groups", None, _) => stages::groups(&sizes(options)?, entrants).map_err(refused),
        ("round-robin", _, Some(first)) => {
            let FormatRule::RoundRobin { order, legs } = rule(format, options)? else {
                return Err(error("first", CaseReason::Missing));
            };
            round_robin::plan_with_first(order, legs, entrants, &pairs(first)?).map_err(refused)
        }
        _ => {
            let (rule, table) = format_rule(format, entrants, &PlanOptions { first: None, ..*options })?;
            format::plan(&rule, table, entrants).map_err(refused)
        }
    }
}

/// The rule of a format by name.
fn rule(format: &str, options: &PlanOptions<'_>) -> Result<FormatRule, CaseError> {
    let places = if options.third_place { 4 } else { 2 };
    Ok(match format {
        "knockout" => knockout(places, options),
        "knockout-all-places" => knockout(options.down_to.unwrap_or(1 << 10), options),
        "double-elimination" => {
            FormatRule::DoubleElimination { finals: if options.no_reset { Finals::One } else { Finals::Reset } }
        }
        "consolation" => FormatRule::Consolation { fed: Fed::FirstMatch },
        "feed-in" => FormatRule::Consolation { fed: Fed::Rounds(options.rounds.unwrap_or(u16::MAX)) },
        "curtis" => FormatRule::Curtis,
        "compass" => FormatRule::Compass { directions: Directions::Eight },
        "olympic" => FormatRule::Compass { directions: Directions::Four },
        "page-playoff" => FormatRule::PagePlayoff,
        "stepladder" => FormatRule::Stepladder,
        "groups-knockout" => groups_rule(FormatRule::Knockout { places }, options)?,
        "round-robin" => {
            let orders = [RoundOrder::Berger, RoundOrder::Circle];
            let order = named("order", &["berger", "circle"], &orders, options.order.unwrap_or("berger"))?;
            let legs = match options.legs {
                None | Some(1) => Legs::One,
                Some(2) => Legs::Two,
                Some(_) => return Err(error("legs", CaseReason::Expected("1 or 2"))),
            };
            FormatRule::RoundRobin { order, legs }
        }
        _ => return Err(error("format", CaseReason::NotOneOf(FORMATS))),
    })
}

fn knockout(places: u32, options: &PlanOptions<'_>) -> FormatRule {
    if options.preliminary { FormatRule::Preliminaries { places } } else { FormatRule::Knockout { places } }
}

fn groups_rule(next: FormatRule, options: &PlanOptions<'_>) -> Result<FormatRule, CaseError> {
    let names = &["fixed", "fixed-apart", "drawn", "shifted", "mirrored"];
    let crossings = [Crossing::Fixed, Crossing::FixedApart, Crossing::Drawn, Crossing::Shifted, Crossing::Mirrored];
    let crossing = named("crossing", names, &crossings, options.crossing.unwrap_or("fixed"))?;
    let (through, best) = (options.through.unwrap_or(2), options.best.unwrap_or(0));
    let rule = GroupsRule { sizes: sizes(options)?, through, best, crossing, next: Box::new(next) };
    Ok(FormatRule::Groups(rule))
}

fn sizes(options: &PlanOptions<'_>) -> Result<GroupSizes, CaseError> {
    match (options.sizes, options.groups, options.group_size) {
        (Some(sizes), _, _) => {
            let sizes: Option<Vec<u16>> = sizes.split(',').map(|size| size.trim().parse().ok()).collect();
            let expected = || error("sizes", CaseReason::Expected("the entrants of each group as 4,4,3"));
            sizes.map(GroupSizes::Each).ok_or_else(expected)
        }
        (None, Some(groups), _) => Ok(GroupSizes::Number(groups)),
        (None, None, Some(size)) => Ok(GroupSizes::AtMost(size)),
        (None, None, None) => Err(error("groups", CaseReason::Missing)),
    }
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
