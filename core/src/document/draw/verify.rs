//! Checking a receipt.

use serde_json::Value;

use super::input::Input;
use super::output::{Answer, ReceiptOut};
use crate::document::case::node::{Node, read, write};
use crate::document::case::{CaseError, CaseReason};
use crate::draw::{Drawn, PROCEDURE, Procedure};

/// Draws again what a receipt says and compares everything on it. Takes the receipt, or the whole answer of
/// [`super::draw`] with the receipt in it; then the rest of the answer is compared too.
///
/// # Errors
/// [`CaseError`] with the path of the first value that is not what the draw gives.
pub fn verify_draw(receipt: &str) -> Result<String, CaseError> {
    verified(&read(receipt)?)?;
    write(&serde_json::json!({ "ok": true }))
}

/// What went into a receipt that holds, and what was drawn.
pub(super) fn verified(claimed: &Value) -> Result<(Input, Drawn), CaseError> {
    let root = Node::root(claimed);
    let whole = root.get("receipt");
    let receipt = whole.as_ref().unwrap_or(&root);
    let procedure = receipt.need("procedure")?;
    let found = procedure.number()?;
    let unknown = || procedure.error(CaseReason::Procedure { found, known: PROCEDURE });
    let version = Procedure::of(found).ok_or_else(unknown)?;
    let node = receipt.need("input")?;
    let input = Input::read(node.json(), version).map_err(|error| error.inside("input"))?;
    let drawn = input.draw().map_err(|error| error.inside("input"))?;
    let again = ReceiptOut::of(&input, &drawn)?;
    let again = if whole.is_some() { write(&Answer::of(&input, &drawn, again))? } else { write(&again)? };
    match difference("", &read(&again)?, claimed) {
        Some(path) => Err(CaseError { path, reason: CaseReason::Differs }),
        None => Ok((input, drawn)),
    }
}

/// The path of the first value that differs.
fn difference(path: &str, drawn: &Value, claimed: &Value) -> Option<String> {
    match (drawn, claimed) {
        (Value::Object(drawn), Value::Object(claimed)) => {
            let inside = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let extra = claimed.keys().find(|name| !drawn.contains_key(*name)).map(|name| inside(name));
            let differs = |(name, drawn): (&String, &Value)| match claimed.get(name) {
                Some(claimed) => difference(&inside(name), drawn, claimed),
                None => Some(inside(name)),
            };
            // The digest differs whenever anything does: it is named only when nothing else can be.
            let (last, first): (Vec<_>, Vec<_>) =
                drawn.iter().partition(|(name, _)| ["digest", "receipt"].contains(&name.as_str()));
            first.into_iter().find_map(differs).or(extra).or_else(|| last.into_iter().find_map(differs))
        }
        (Value::Array(drawn), Value::Array(claimed)) => {
            let differs = |(index, (drawn, claimed)): (usize, (&Value, &Value))| {
                difference(&format!("{path}[{index}]"), drawn, claimed)
            };
            let differing = drawn.iter().zip(claimed).enumerate().find_map(differs);
            differing.or_else(|| (drawn.len() != claimed.len()).then(|| path.to_owned()))
        }
        _ => (drawn != claimed).then(|| path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INPUT: &str = r#"{"format":"groups","groups":2,"rule":"ittf","seed":"5eed","entrants":[
        {"id":1,"unit":"甲","seed":1},{"id":2,"unit":"甲"},{"id":3,"unit":"乙"},{"id":"four"},{"id":"five","unit":"甲"}]}"#;

    #[track_caller]
    fn check(from: &str, to: &str, path: &str) {
        let drawn = super::super::draw(INPUT).unwrap();
        assert_eq!(drawn.replacen("甲", "丙", 99).matches("丙").count(), drawn.matches("甲").count());
        let receipt = read(&drawn).unwrap()["receipt"].to_string();
        assert!(receipt.contains(from), "{receipt}");
        let verdict = verify_draw(&receipt.replacen(from, to, 1));
        assert_eq!(verdict.unwrap_err().path, path);
    }

    #[test]
    fn a_receipt_holds_as_it_was_given() {
        let drawn = super::super::draw(INPUT).unwrap();
        assert_eq!(verify_draw(&drawn).unwrap(), r#"{"ok":true}"#);
        assert!(verify_draw(&read(&drawn).unwrap()["receipt"].to_string()).is_ok());
    }

    #[test]
    fn every_change_of_meaning_is_found() {
        check("\"procedure\":2", "\"procedure\":3", "procedure");
        check("\"units_apart\":true", "\"units_apart\":true,\"note\":1", "input.note");
        check("\"unit\":\"乙\"", "\"unit\":\"丁\"", "entries");
        check("\"digest\":\"", "\"digest\":\"0", "digest");
        check("\"shortfall\":[]", "\"shortfall\":[1]", "shortfall");
    }
}
