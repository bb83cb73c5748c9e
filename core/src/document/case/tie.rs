//! The case of `gongsai tie`.

use serde::Serialize;

use super::node::{Node, read, write};
use super::{CaseError, CaseReason, lineups};
use crate::document::regulations::value_from_json;
use crate::regulations::TieSystem;
use crate::score::check_tie;
use crate::side::Side;

#[derive(Serialize)]
struct Answer {
    valid_sequence: bool,
    score: [u16; 2],
    finished: bool,
    winner: Option<&'static str>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    lineups: Option<lineups::Answer>,
}

/// Tells where a team tie stands by the winners of its rubbers.
///
/// `system` names a built-in tie system or writes one out as regulations do, `results` lists `"a"`, `"b"` or `null`, `play_all` says whether the rest is
/// played when the tie is decided.
///
/// With `lineups`, who stands at each place of side `a` and of side `b`, the answer also has the `faults` of both, who
/// meets whom in each of the `rubbers`, and the numbers from 1 of those that are `dead` and of those that are `startable`
/// while those in `playing` are in play. `rosters` lists the people of both teams as `{"id":…,"sex":"m"}`; without it
/// whoever stands in a line-up is of the team, and of no known sex.
///
/// # Errors
/// [`CaseError`] with the path of what is wrong.
///
/// # Complexity
/// Linear in the case.
///
/// ```
/// let case = r#"{"system":"cn_3_bo","results":["a","b","b"],"play_all":false}"#;
/// let answer = gongsai::document::case::tie(case)?;
/// assert_eq!(answer, r#"{"valid_sequence":true,"score":[1,2],"finished":true,"winner":"b"}"#);
/// let case = r#"{"system":"cn_3_bo","results":["a"],"playing":[2],"lineups":{
///     "a":{"MS":["m"],"WS":["w"],"XD":["m","w"]},"b":{"MS":["n"],"WS":["v"],"XD":["n"]}}}"#;
/// let answer = gongsai::document::case::tie(case)?;
/// let fault = r#""b":[{"fault":"people","place":"XD","needed":2,"given":1},"#;
/// assert!(answer.contains(fault) && answer.ends_with(r#""dead":[],"startable":[]}"#), "{answer}");
/// assert!(gongsai::document::case::tie("{}").is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
pub fn tie(case: &str) -> Result<String, CaseError> {
    let value = read(case)?;
    let root = Node::root(&value);
    let name = root.need("system")?;
    let mut system = system(&name)?;
    if let Some(play_all) = root.get("play_all") {
        system = system.playing_all(play_all.flag()?);
    }
    let side = |item: Option<Node<'_>>| item.map(|item| item.one_of(&["a", "b"], &Side::BOTH)).transpose();
    let results = root.need("results")?.items()?.into_iter().map(side).collect::<Result<Vec<_>, _>>()?;
    let state = check_tie(&system, &results);
    let lineups = root.get("lineups").map(|node| lineups::answer(&system, &results, &root, &node)).transpose()?;
    write(&Answer {
        valid_sequence: state.valid_sequence,
        score: [state.score.a, state.score.b],
        finished: state.finished,
        winner: state.winner.map(|side| match side {
            Side::A => "a",
            Side::B => "b",
        }),
        lineups,
    })
}

fn system(node: &Node<'_>) -> Result<TieSystem, CaseError> {
    if node.json().is_object() {
        let value = value_from_json(node.json()).map_err(|_| node.expected("a tie system"))?;
        return TieSystem::read(&value).map_err(|defects| node.error(CaseReason::System(defects)));
    }
    let name = node.text()?;
    TieSystem::named(name).ok_or_else(|| node.error(CaseReason::UnknownName(name.to_owned())))
}
