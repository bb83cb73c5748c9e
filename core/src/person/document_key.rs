//! What is left of a document number when the number itself is dropped: enough to find it a second time.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::DocumentNumber;
use crate::hex;
use crate::id::BadId;

/// The secret of a meet under which its document numbers are keyed; it lies on staff devices alone. A number has too few
/// digits to be hidden by a hash without one.
#[derive(Clone, PartialEq, Eq)]
pub struct KeySecret(pub [u8; 32]);

/// A document number as HMAC-SHA-256 under the secret of its meet. Equal for equal numbers, however they were typed.
///
/// ```
/// use gongsai::person::{DocumentKey, DocumentNumber, KeySecret};
/// let key = |typed, secret| DocumentKey::of(&DocumentNumber::new(typed), &KeySecret([secret; 32]));
/// assert_eq!(key("100101900101001", 1), key("１00101199001010013", 1));
/// assert_ne!(key("100101199001010013", 1), key("100101199001010021", 1));
/// assert_ne!(key("100101199001010013", 1), key("100101199001010013", 2));
/// assert_eq!(key("100101199001010013", 1).to_string().parse(), Ok(key("100101199001010013", 1)));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentKey([u8; 32]);

impl DocumentKey {
    /// The number under a secret.
    ///
    /// # Panics
    /// Never: HMAC takes secrets of any length.
    #[must_use]
    pub fn of(number: &DocumentNumber, secret: &KeySecret) -> DocumentKey {
        let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).expect("HMAC takes secrets of any length");
        mac.update(number.as_str().as_bytes());
        DocumentKey(mac.finalize().into_bytes().into())
    }
}

impl fmt::Display for DocumentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex::write(f, &self.0)
    }
}

impl FromStr for DocumentKey {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        hex::read(text).map(DocumentKey).ok_or(BadId)
    }
}

impl fmt::Debug for DocumentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DocumentKey")
    }
}

impl KeySecret {
    /// The secret as 64 hexadecimal digits, as it is kept beside the facts.
    #[must_use]
    pub fn to_text(&self) -> String {
        hex::text(&self.0)
    }

    /// The secret that such a text holds.
    #[must_use]
    pub fn from_text(text: &str) -> Option<KeySecret> {
        hex::read(text).map(KeySecret)
    }
}

impl fmt::Debug for KeySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeySecret")
    }
}
