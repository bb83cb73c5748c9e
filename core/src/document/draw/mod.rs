//! Draws as JSON, for `gongsai draw` and `gongsai verify-draw`.

mod input;
mod of_meet;
mod output;
mod sheet;
mod verify;

pub use of_meet::receipt;
pub use sheet::checked;
pub use verify::verify_draw;

use super::case::CaseError;
use super::case::node::{Node, read, write};
use crate::draw::{Commitment, Procedure};
use input::Input;
use output::{Answer, ReceiptOut};

/// Draws: who goes where, what could not be kept apart, the steps of the draw, and its receipt.
///
/// The input holds `format` (`knockout`, `groups`, `crossing`), `rule` (`ittf`, `bwf`, `cn`, `standard`), `seed` (1 to 64
/// hexadecimal digits; the key of the lot is the SHA-256 of these digits in lower case; or instead of it `phrase`, any
/// text, of which the key is the SHA-256 of its UTF-8 bytes), `groups` where the format
/// needs it, `units_apart` (true unless said), and `entrants`, each with `id`, `unit` and `seed`, the last two only
/// where there are any. Seed numbers are ranks; entrants of one tier may share one. A `crossing` needs `group` and
/// `rank` of each instead of a seed. With `by` `table` it follows the table of the fixed crossing, those of a unit kept apart
/// as [`crate::draw::crossing_by_table`] says: there is no lot, so that `rule` and `seed` are not read.
/// An entrant may have a `name`, and the draw a `title`.
///
/// There may also be `commitment` (what [`commit`] gave for the seed; it must fit), `words` (from the floor, mixed into
/// the key as [`crate::draw::Seed::mixed`] says), `witnesses` (names), and `locked`: places set by hand, each with
/// `entrant`, `position` (in groups `group`) and `reason`. The receipt says which rules such a place `breaks`.
///
/// ```
/// use gongsai::document::draw::{draw, verify_draw};
/// let input = r#"{"format":"knockout","rule":"cn","seed":"2026","entrants":[
///     {"id":"a","unit":"mine","seed":1},{"id":"b","unit":"mine"},{"id":"c","unit":"mill"}]}"#;
/// let drawn = draw(input)?;
/// assert!(drawn.starts_with(r#"{"positions":["a",null,"#));
/// assert!(verify_draw(&drawn).is_ok());
/// assert!(verify_draw(&drawn.replace("mill", "mint")).is_err());
/// assert!(draw(r#"{"format":"knockout"}"#).is_err());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] with the path of the value that cannot be.
pub fn draw(input: &str) -> Result<String, CaseError> {
    draw_by(&read(input)?, Procedure::default())
}

/// Draws by a version of the procedure.
fn draw_by(case: &serde_json::Value, procedure: Procedure) -> Result<String, CaseError> {
    let input = Input::read(case, procedure)?;
    let drawn = input.draw()?;
    write(&Answer::of(&input, &drawn, ReceiptOut::of(&input, &drawn)?))
}

/// What is published before a draw: the commitment to its `seed`, and, where the input holds what is to be drawn, the
/// digest of its `entries` as the receipt will have it.
///
/// ```
/// use gongsai::document::draw::{commit, draw};
/// let committed = commit(r#"{"seed":"5eed"}"#)?;
/// assert!(committed.starts_with(r#"{"commitment":"gongsai-draw-1:568d"#));
/// let case = r#"{"format":"knockout","rule":"cn","seed":"5eee","commitment":"C","entrants":[{"id":1},{"id":2}]}"#;
/// let published = &committed[r#"{"commitment":""#.len()..committed.len() - 2];
/// assert!(draw(&case.replace("\"C\"", &format!("\"{published}\""))).is_err(), "another seed");
/// assert!(draw(&case.replace("\"C\"", &format!("\"{published}\"")).replace("5eee", "5eed")).is_ok());
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// [`CaseError`] for a seed that is not 1 to 64 hexadecimal digits, and where what is to be drawn cannot be read.
pub fn commit(input: &str) -> Result<String, CaseError> {
    let value = read(input)?;
    let commitment = Commitment::to(&input::Announced::read(&Node::root(&value))?.text()).to_string();
    let entries = match value.get("entrants") {
        Some(_) => Some(output::entries(&Input::read(&value, Procedure::default())?)?),
        None => None,
    };
    write(&Committed { commitment, entries })
}

/// The answer of [`commit`].
#[derive(serde::Serialize)]
struct Committed {
    commitment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<String>,
}
