//! The private facts of people as they are stored beside a journal: one JSON object a person; and as they travel
//! between staff: sealed by a password.

use std::fmt;

pub use super::sealed::{NotOpened, NotSealed, Opened, SHORTEST_PASSWORD, open, seal};
use super::v1;
use crate::id::PersonId;
use crate::person::{Facts, KeySecret};

/// What the line of the secret begins with.
const SECRET: &str = "secret ";

/// The facts of several people as text: on each line the person's id, a space, and the JSON object.
///
/// The text is private; it never leaves the staff's devices as it is.
#[must_use]
pub fn write<'a>(people: impl IntoIterator<Item = (&'a PersonId, &'a Facts)>) -> String {
    people.into_iter().map(|(person, facts)| format!("{person} {}\n", encode(facts))).collect()
}

/// The line that carries the secret under which the meet's document numbers are keyed, for a text of [`write()`].
#[must_use]
pub fn secret_line(secret: &KeySecret) -> String {
    format!("{SECRET}{}\n", secret.to_text())
}

/// The secret in such a text; none where there is none.
///
/// ```
/// use gongsai::document::vault;
/// use gongsai::id::PersonId;
/// use gongsai::person::{Facts, KeySecret};
/// let text = vault::secret_line(&KeySecret([7; 32])) + &vault::write([(&PersonId(7), &Facts::default())]);
/// assert_eq!(vault::secret(&text), Some(KeySecret([7; 32])));
/// assert_eq!(vault::rows(&text).count(), 1);
/// ```
#[must_use]
pub fn secret(text: &str) -> Option<KeySecret> {
    text.lines().find_map(|line| KeySecret::from_text(line.strip_prefix(SECRET)?))
}

/// The lines of such a text: each person with the JSON object, for [`decode`]. A line of another form is left out.
///
/// ```
/// use gongsai::document::vault;
/// use gongsai::id::PersonId;
/// use gongsai::person::Facts;
/// let text = vault::write([(&PersonId(7), &Facts::default())]);
/// assert_eq!(vault::rows(&text).collect::<Vec<_>>(), [(PersonId(7), "{}")]);
/// ```
pub fn rows(text: &str) -> impl Iterator<Item = (PersonId, &str)> {
    text.lines().filter_map(|line| line.split_once(' ')).filter_map(|(id, facts)| Some((id.parse().ok()?, facts)))
}

/// The text without a person's rows; every other line stays as it is. The journal holds none of it and needs no change.
///
/// ```
/// use gongsai::document::vault;
/// use gongsai::id::PersonId;
/// use gongsai::person::Facts;
/// let text = vault::write([(&PersonId(7), &Facts::default()), (&PersonId(8), &Facts::default())]);
/// assert_eq!(vault::erase(&text, PersonId(7)), "0000000000000008 {}\n");
/// ```
#[must_use]
pub fn erase(text: &str, person: PersonId) -> String {
    let whose = |line: &str| line.split_once(' ').and_then(|(id, _)| id.parse().ok());
    text.split_inclusive('\n').filter(|line| whose(line) != Some(person)).collect()
}

/// Text that holds no facts of a person. Says nothing of what it holds: that may be private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFacts;

impl fmt::Display for NoFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no facts of a person")
    }
}

impl std::error::Error for NoFacts {}

/// The facts as one JSON object.
///
/// ```
/// use gongsai::document::vault;
/// use gongsai::person::Facts;
/// let facts = Facts { insured_months: Some(12), ..Facts::default() };
/// assert_eq!(vault::decode(&vault::encode(&facts)), Ok(facts));
/// ```
#[must_use]
pub fn encode(facts: &Facts) -> String {
    v1::facts_to_json(facts)
}

/// The facts of a JSON object.
///
/// # Errors
/// [`NoFacts`] when the text is anything else.
pub fn decode(text: &str) -> Result<Facts, NoFacts> {
    v1::facts_from_json(text).map_err(|_| NoFacts)
}
