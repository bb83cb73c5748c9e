//! A receipt for people to read.

use serde_json::Value;

use super::verify::verified;
use crate::document::case::CaseError;
use crate::document::case::node::read;
use crate::draw::Drawn;
use crate::publication::{DrawnName, HandPlace, ReceiptSheet};

/// Checks a receipt as [`super::verify_draw`] does, and gives it back to be shown.
///
/// ```
/// use gongsai::document::draw::{checked, draw};
/// let drawn = draw(r#"{"format":"knockout","rule":"cn","seed":"2026","title":"Table tennis","entrants":[
///     {"id":1,"name":"Li Ming","unit":"mine"},{"id":2,"name":"Wang Fang"}]}"#)?;
/// let sheet = checked(&drawn)?;
/// assert_eq!((sheet.title.as_deref(), &*sheet.entrants[0].name), (Some("Table tennis"), "Li Ming"));
/// assert_eq!(checked(&drawn.replace("Fang", "Fan")).unwrap_err().path, "receipt.entries");
/// # Ok::<(), gongsai::document::case::CaseError>(())
/// ```
///
/// # Errors
/// As [`super::verify_draw`].
pub fn checked(receipt: &str) -> Result<ReceiptSheet, CaseError> {
    let claimed = read(receipt)?;
    let (input, drawn) = verified(&claimed)?;
    let (steps, shortfall) = match drawn {
        Drawn::Knockout(drawn) => (drawn.steps, drawn.shortfall),
        Drawn::Groups(drawn) => (drawn.steps, drawn.shortfall),
    };
    let text = |value: &Value| match value {
        Value::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    };
    let entrants = input.entrants.iter().map(|entrant| {
        let name = entrant.name.as_deref().map_or_else(|| text(&entrant.id), Into::into);
        let unit = entrant.unit.as_ref().map(text).filter(|unit| *unit != name);
        DrawnName { name, unit }
    });
    let places = input.by_hand.iter().zip(&input.locked).zip(input.breaches());
    let by_hand = places.map(|((place, told), breaks)| HandPlace {
        entrant: place.entrant,
        to: place.to,
        reason: told.reason.as_str().into(),
        breaks,
    });
    Ok(ReceiptSheet {
        title: input.title.as_deref().map(Into::into),
        commitment: input.commitment,
        seed: input.said().into(),
        words: input.words.clone(),
        witnesses: input.witnesses.clone(),
        procedure: input.procedure.version(),
        entrants: entrants.collect(),
        units: input.units.iter().map(text).collect(),
        by_hand: by_hand.collect(),
        shortfall,
        steps,
    })
}
