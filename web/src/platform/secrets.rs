//! What is kept on this device alone: the secrets of draws, hidden line-ups, what document numbers are keyed with.

use std::fmt::Display;

use gloo::storage::{LocalStorage, Storage};
use gongsai::draw::Commitment;
use gongsai::id::{MeetId, PersonId};
use gongsai::lineup::{Lineup, LineupCommitment};
use gongsai::person::KeySecret;

/// A line-up with its secret as it is kept: each place with the ids of its people.
type Kept = (String, Vec<(String, Vec<String>)>);

fn key(commitment: &impl Display) -> String {
    format!("gongsai.secret.{commitment}")
}

/// Keeps a secret. Whether the device could.
#[must_use]
pub fn keep(commitment: &Commitment, secret: &str) -> bool {
    LocalStorage::set(key(commitment), secret).is_ok()
}

/// The secret of a commitment; none when it was made on another device.
#[must_use]
pub fn of(commitment: &Commitment) -> Option<String> {
    LocalStorage::get(key(commitment)).ok()
}

/// Keeps a hidden line-up and its secret. Whether the device could.
#[must_use]
pub fn keep_lineup(commitment: &LineupCommitment, line_up: &Lineup, secret: &str) -> bool {
    let place =
        |(name, people): (&String, &Vec<PersonId>)| (name.clone(), people.iter().map(ToString::to_string).collect());
    let kept: Kept = (secret.to_owned(), line_up.places.iter().map(place).collect());
    LocalStorage::set(key(commitment), kept).is_ok()
}

/// The line-up of a commitment and its secret; none when it was handed in on another device.
#[must_use]
pub fn lineup_of(commitment: &LineupCommitment) -> Option<(Lineup, String)> {
    let (secret, kept): Kept = LocalStorage::get(key(commitment)).ok()?;
    let place = |(name, people): (String, Vec<String>)| {
        let people: Result<Vec<PersonId>, _> = people.iter().map(|id| id.parse()).collect();
        Some((name, people.ok()?))
    };
    let places = kept.into_iter().map(place).collect::<Option<_>>()?;
    Some((Lineup { places }, secret))
}

/// The secret under which this device keys the document numbers of a meet; none before it has one.
#[must_use]
pub fn of_numbers(meet: MeetId) -> Option<KeySecret> {
    KeySecret::from_text(&LocalStorage::get::<String>(key(&meet)).ok()?)
}

/// Keeps the secret under which document numbers of a meet are keyed. Whether the device could.
#[must_use]
pub fn keep_of_numbers(meet: MeetId, secret: &KeySecret) -> bool {
    LocalStorage::set(key(&meet), secret.to_text()).is_ok()
}

/// Forgets what is out.
pub fn forget(commitment: &impl Display) {
    LocalStorage::delete(key(commitment));
}
