//! The case of `gongsai standings`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::CaseError;
use super::group::{Group, option};
use super::matches;
use super::node::{Node, read, write};
use super::possible::{self, DecidesOut, PlacesOut};
use crate::regulations::Unit;
use crate::standings::{GroupResults, Options, Row, Standings, Value, Why, WonLost, rank};

#[derive(Serialize)]
struct Answer<'a> {
    order: Vec<&'a str>,
    ranks: Vec<usize>,
    rows: Vec<RowOut<'a>>,
    why: Vec<WhyOut<'a>>,
    unresolved: Vec<Vec<&'a str>>,
    removed: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    possible: Option<Vec<PlacesOut<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decides: Option<Vec<DecidesOut<'a>>>,
}

#[derive(Serialize)]
struct RowOut<'a> {
    entrant: &'a str,
    played: u32,
    won: u32,
    #[serde(skip_serializing_if = "is_none")]
    drawn: u32,
    lost: u32,
    match_points: i64,
    rubbers: [i64; 2],
    games: [i64; 2],
    points: [i64; 2],
}

#[derive(Serialize)]
struct WhyOut<'a> {
    entrants: Vec<&'a str>,
    criterion: &'static str,
    values: BTreeMap<&'a str, ValueOut>,
    clause: &'a str,
}

/// A count that only some sports have is left out where it is none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// A count as a number, a ratio as `"7:4"`.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueOut {
    Count(i64),
    Ratio(String),
}

/// A case that was ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The names of the entrants, in the order of the case.
    pub names: Vec<String>,
    /// What they are ranked by before any criterion.
    pub first: Unit,
    /// The table.
    pub standings: Standings,
}

/// Ranks the group of a case of [`standings`], for whoever says why in words.
///
/// ```
/// let case = r#"{"rule_set":"fiba_2014+","entrants":["A","B"],"matches":[{"a":"A","b":"B","score":[60,80]}]}"#;
/// let ranked = gongsai::document::case::ranked(case)?;
/// assert_eq!(ranked.names[ranked.standings.order[0]], "B");
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// As [`standings`].
pub fn ranked(case: &str) -> Result<Ranked, CaseError> {
    let value = read(case)?;
    let Case { group, standings, .. } = Case::read(&Node::root(&value))?;
    Ok(Ranked { names: group.names, first: group.rules.first, standings })
}

/// Ranks a group and says why.
///
/// The case holds `rule_set` (the name of a built-in set, or one's own as regulations write it), `entrants` (names) and `matches`, each with `a`, `b` and `games`, `game_score` (games won)
/// or `score` (rubbers of a tie, points of basketball), or `rubbers` of a tie with their `games`; `outcome` (`played`,
/// `unplayed`, `walkover`, `retired`, `disqualified`, `forfeit`, `default`, `both_absent`) and `winner`. Options:
/// `withdrawal` (`keep`, `delete`, `half`, `two-absences`), `walkover_score` (`true`, `[3, 0]`, `[[11, 0], …]`), `scope` (`all`, `tied`),
/// `finished` (by default true), `lots` (lists of names, best first), `best_of`, and `game` (`target`, `lead`, `cap`),
/// which holds every score to that rule.
///
/// With `possible` (`true`) the answer says as well which places each can still reach if all open matches are played to
/// their end (`exact`: all of them are shown to be possible; `always`: the best and the worst even if others do not appear),
/// and what each open match `decides`, by its games, its rubbers, or in basketball by its winner (`a`, `b`) and, where one
/// match is open and points are compared by their difference first, by the margin (`a by 7+`, `b by 1-6`). Open are the pairs in `open`, by default all who have not met. Of ties, `system` names the rubbers, and `play_all` says whether all
/// are played.
///
/// # Errors
/// [`CaseError`] with the path of what is wrong.
///
/// # Complexity
/// That of [`rank`](crate::standings::rank).
///
/// ```
/// let case = r#"{"rule_set":"fiba_2014+","entrants":["A","B"],"matches":[{"a":"A","b":"B","score":[60,80]}]}"#;
/// let answer = gongsai::document::case::standings(case)?;
/// assert!(answer.starts_with(r#"{"order":["B","A"],"ranks":[1,2]"#));
/// let wrong = gongsai::document::case::standings(r#"{"rule_set":"fiba_2014+","entrants":["A","A"]}"#);
/// assert_eq!(wrong.unwrap_err().to_string(), "entrants[1]: A stands twice");
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
pub fn standings(case: &str) -> Result<String, CaseError> {
    let value = read(case)?;
    let root = Node::root(&value);
    let Case { group, options, results, standings } = Case::read(&root)?;
    let (possible, decides) = possible::answer(&root, &group, &options, &results)?.unzip();
    let name = |entrant: usize| group.names.get(entrant).map_or("", String::as_str);
    write(&Answer {
        order: group.names_of(&standings.order),
        ranks: standings.ranks,
        rows: standings.rows.iter().map(|row| row_out(name(row.entrant), row)).collect(),
        why: standings.why.iter().map(|why| why_out(&group, why)).collect(),
        unresolved: standings.unresolved.iter().map(|equal| group.names_of(equal)).collect(),
        removed: group.names_of(&standings.removed),
        possible,
        decides,
    })
}

/// A group case, read and ranked.
struct Case {
    group: Group,
    options: Options,
    results: GroupResults,
    standings: Standings,
}

impl Case {
    fn read(root: &Node<'_>) -> Result<Case, CaseError> {
        let group = Group::read(root)?;
        let options = group.options(root)?;
        let mut results = GroupResults { entrants: group.names.len(), finished: true, ..GroupResults::default() };
        for node in root.need("matches")?.all()? {
            results.matches.extend(matches::read(&group, &node)?);
        }
        for lot in option(root, "lots").map_or(Ok(Vec::new()), |lots| lots.all())? {
            let lot = lot.all()?.iter().map(|name| group.entrant(name)).collect::<Result<Vec<_>, _>>()?;
            results.lots.push(lot);
        }
        if let Some(finished) = option(root, "finished") {
            results.finished = finished.flag()?;
        }
        let standings = rank(&group.rules, &options, &results);
        Ok(Case { group, options, results, standings })
    }
}

fn row_out<'a>(entrant: &'a str, row: &Row) -> RowOut<'a> {
    let pair = |count: WonLost| [count.won, count.lost];
    RowOut {
        entrant,
        played: row.played,
        won: row.won,
        drawn: row.drawn,
        lost: row.lost,
        match_points: row.match_points,
        rubbers: pair(row.rubbers),
        games: pair(row.games),
        points: pair(row.points),
    }
}

fn why_out<'a>(group: &'a Group, why: &'a Why) -> WhyOut<'a> {
    let entrants = group.names_of(&why.entrants);
    let values = why.values.iter().map(|value| match value {
        Value::Count(count) => ValueOut::Count(*count),
        Value::Ratio(_) | Value::Halves(_) => ValueOut::Ratio(value.to_string()),
    });
    WhyOut {
        values: entrants.iter().copied().zip(values).collect(),
        entrants,
        criterion: why.by.id(),
        clause: &why.clause,
    }
}
