//! Keys of devices: Ed25519 signatures (RFC 8032). Seeds come from outside, as all entropy does.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::hex::{self, hexadecimal};
use crate::id::{BadId, MeetId};

/// The key by which everybody checks what a device signed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// What a device signs a record with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature(pub [u8; 64]);

hexadecimal!(PublicKey);
hexadecimal!(Signature);

/// The key that a device keeps to itself: 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of a seed.
    ///
    /// ```
    /// use gongsai::key::SecretKey;
    /// let key = SecretKey::from_seed([7; 32]);
    /// let signature = key.sign(b"11-7 11-5 11-9");
    /// assert!(key.public().verify(b"11-7 11-5 11-9", &signature));
    /// assert!(!key.public().verify(b"11-7 11-5 9-11", &signature));
    /// ```
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        SecretKey(SigningKey::from_bytes(&seed))
    }

    /// The seed. Whoever has it writes in the device's name.
    #[must_use]
    pub fn seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The seed as hexadecimal digits, which [`str::parse`] reads back.
    #[must_use]
    pub fn seed_text(&self) -> String {
        hex::text(&self.seed())
    }

    /// The key that others check by.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// The signature of a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl std::str::FromStr for SecretKey {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        hex::read(text).map(SecretKey::from_seed).ok_or(BadId)
    }
}

/// Says nothing of the key.
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

impl PublicKey {
    /// Whether the holder of the key signed just this message. Weak keys sign nothing.
    #[must_use]
    pub fn verify(&self, message: &[u8], signature: &Signature) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.0) else { return false };
        key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0)).is_ok()
    }

    /// The id of the meet that the holder of this key organises: nobody else can give out rights in it.
    #[must_use]
    pub fn meet(&self) -> MeetId {
        let digest: [u8; 32] = Sha256::digest([b"gongsai meet ".as_slice(), &self.0].concat()).into();
        let (first, _) = digest.split_at(8);
        MeetId(first.iter().fold(0, |id, byte| (id << 8) | u64::from(*byte)))
    }
}
