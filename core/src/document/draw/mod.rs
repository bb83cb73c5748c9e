//! Draws as JSON, for `gongsai draw` and `gongsai verify-draw`.

mod input;
mod output;
mod verify;

pub use verify::verify_draw;

use super::case::CaseError;
use super::case::node::{read, write};
use input::Input;
use output::{Answer, ReceiptOut};

/// Draws: who goes where, what could not be kept apart, the steps of the draw, and its receipt.
///
/// The input holds `format` (`knockout`, `groups`, `crossing`), `rule` (`ittf`, `bwf`, `cn`, `standard`), `seed` (1 to 64
/// hexadecimal digits; the key of the lot is the SHA-256 of these digits in lower case), `groups` where the format
/// needs it, `units_apart` (true unless said), and `entrants`, each with `id`, `unit` and `seed`, the last two only
/// where there are any. Seed numbers are ranks; entrants of one tier may share one. A `crossing` needs `group` and
/// `rank` of each instead of a seed.
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
    let value = read(input)?;
    let input = Input::read(&value)?;
    let drawn = input.draw()?;
    write(&Answer::of(&input, &drawn, ReceiptOut::of(&input, &drawn)?))
}
