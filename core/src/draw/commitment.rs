//! What is published before a draw, so that nobody can choose the seed after it.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::Seed;
use crate::hex;
use crate::id::BadId;

/// What the text of a commitment begins with: it names the way in which it was made.
const PREFIX: &str = "gongsai-draw-1:";

/// A commitment to a secret seed: it is published before the draw, the seed after it.
///
/// Made of the bytes `gongsai draw commitment 1`, a line feed and the secret as UTF-8, by SHA-256; written as
/// `gongsai-draw-1:` and 64 hexadecimal digits. Anybody can try short secrets out: a secret of 32 random hexadecimal
/// digits or more cannot be found from its commitment.
///
/// ```
/// use gongsai::draw::Commitment;
/// let published = Commitment::to("5eed");
/// assert_eq!(published.to_string().parse(), Ok(published));
/// assert!(published.to_string().starts_with("gongsai-draw-1:568d"));
/// assert_ne!(published, Commitment::to("5eee"));
/// assert!("gongsai-draw-2:".parse::<Commitment>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Commitment([u8; 32]);

impl Commitment {
    /// The commitment to this secret, byte for byte as it will be revealed.
    #[must_use]
    pub fn to(secret: &str) -> Commitment {
        Commitment(Sha256::new().chain_update("gongsai draw commitment 1\n").chain_update(secret).finalize().into())
    }
}

impl fmt::Display for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        hex::write(f, &self.0)
    }
}

impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Commitment {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.strip_prefix(PREFIX).and_then(hex::read).map(Commitment).ok_or(BadId)
    }
}

impl Seed {
    /// The key of a secret mixed with words that were called from the floor after the secret was committed to: neither
    /// those who keep the secret nor those who call can choose the draw.
    ///
    /// Without words this is [`Seed::of_text`] of the secret. With words it is the SHA-256 of `gongsai draw seed 1` and a
    /// line feed, then for the secret and each word its length in bytes, a colon, the text as UTF-8 and a line feed.
    ///
    /// ```
    /// use gongsai::draw::Seed;
    /// assert_eq!(Seed::mixed("5eed", &[""; 0]), Seed::of_text("5eed"));
    /// assert_ne!(Seed::mixed("5eed", &["red", "horse"]), Seed::mixed("5eed", &["redhorse"]));
    /// ```
    #[must_use]
    pub fn mixed(secret: &str, words: &[impl AsRef<str>]) -> Seed {
        if words.is_empty() {
            return Seed::of_text(secret);
        }
        let mut hash = Sha256::new().chain_update("gongsai draw seed 1\n");
        for text in std::iter::once(secret).chain(words.iter().map(AsRef::as_ref)) {
            hash.update(format!("{}:{text}\n", text.len()));
        }
        Seed(hash.finalize().into())
    }
}
