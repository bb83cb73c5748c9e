//! The secrets of draws that are announced and not yet made: kept on this device alone, each by its commitment.

use gloo::storage::{LocalStorage, Storage};
use gongsai::draw::Commitment;

fn key(commitment: &Commitment) -> String {
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

/// Forgets a secret that is out.
pub fn forget(commitment: &Commitment) {
    LocalStorage::delete(key(commitment));
}
