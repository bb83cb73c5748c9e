//! The case of `gongsai tie`.

use serde::Serialize;

use super::node::{Node, read, write};
use super::{CaseError, CaseReason};
use crate::regulations::TieSystem;
use crate::score::check_tie;
use crate::side::Side;

#[derive(Serialize)]
struct Answer {
    valid_sequence: bool,
    score: [u16; 2],
    finished: bool,
    winner: Option<&'static str>,
}

/// Tells where a team tie stands by the winners of its rubbers.
///
/// `system` names a built-in tie system, `results` lists `"a"`, `"b"` or `null`, `play_all` says whether the rest is
/// played when the tie is decided.
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
/// assert!(gongsai::document::case::tie("{}").is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
pub fn tie(case: &str) -> Result<String, CaseError> {
    let value = read(case)?;
    let root = Node::root(&value);
    let name = root.need("system")?;
    let system = TieSystem::named(name.text()?);
    let system = system.ok_or_else(|| CaseReason::UnknownName(name.text().unwrap_or_default().to_owned()));
    let mut system = system.map_err(|reason| name.error(reason))?;
    if let Some(play_all) = root.get("play_all") {
        system = system.playing_all(play_all.flag()?);
    }
    let side = |item: Option<Node<'_>>| item.map(|item| item.one_of(&["a", "b"], &Side::BOTH)).transpose();
    let results = root.need("results")?.items()?.into_iter().map(side).collect::<Result<Vec<_>, _>>()?;
    let state = check_tie(&system, &results);
    write(&Answer {
        valid_sequence: state.valid_sequence,
        score: [state.score.a, state.score.b],
        finished: state.finished,
        winner: state.winner.map(|side| match side {
            Side::A => "a",
            Side::B => "b",
        }),
    })
}
