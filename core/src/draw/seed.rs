//! The seed of a draw, and the lot that it makes.

use std::fmt;

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use super::natural::Natural;

/// The key of a draw: everything that is left to chance follows from it.
///
/// The key is the SHA-256 of the seed as it was announced, so a seed of any length will do, and one announced before
/// the draw binds those who draw.
///
/// ```
/// use gongsai::draw::Seed;
/// assert_eq!(Seed::from_hex("00FF")?, Seed::of_text("00ff"));
/// assert!(Seed::from_hex("").is_err());
/// assert!(Seed::from_hex("xyz").is_err());
/// # Ok::<(), gongsai::draw::BadSeed>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub [u8; 32]);

/// Text that is no seed: not 1 to 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadSeed;

impl fmt::Display for BadSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not 1 to 64 hexadecimal digits")
    }
}

impl std::error::Error for BadSeed {}

impl Seed {
    /// The key of a seed of 1 to 64 hexadecimal digits: the SHA-256 of its digits as ASCII text, letters in lower case.
    ///
    /// # Errors
    /// [`BadSeed`] for anything else.
    pub fn from_hex(text: &str) -> Result<Seed, BadSeed> {
        if text.is_empty() || text.len() > 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(BadSeed);
        }
        Ok(Seed::of_text(&text.to_ascii_lowercase()))
    }

    /// The key of a seed in any words: the SHA-256 of its UTF-8 bytes as they are.
    #[must_use]
    pub fn of_text(text: &str) -> Seed {
        Seed(Sha256::digest(text.as_bytes()).into())
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seed({:02x}{:02x}..)", self.0[0], self.0[1])
    }
}

/// What falls by lot: `ChaCha8` with the key of the seed, read as 32-bit numbers, so that it is the same on every machine.
#[derive(Debug)]
pub(super) struct Lot(ChaCha8Rng);

impl Lot {
    pub(super) fn new(seed: Seed) -> Lot {
        Lot(ChaCha8Rng::from_seed(seed.0))
    }

    /// A number below `n`, each equally likely; 0 for `n` = 0. Numbers from the last, incomplete run are drawn again.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        if n < 2 {
            return 0;
        }
        let whole = (1u64 << 32) / u64::from(n) * u64::from(n);
        loop {
            let drawn = self.0.next_u32();
            if u64::from(drawn) < whole {
                return drawn % n;
            }
        }
    }

    /// A number below `n`, each equally likely; 0 for `n` = 0. Numbers of as many bits as `n` are drawn, the highest
    /// digit first, until one is below it.
    pub(super) fn below_natural(&mut self, n: &Natural) -> Natural {
        let Some(highest) = n.digits().last() else { return Natural::default() };
        let mask = u32::MAX >> highest.leading_zeros();
        loop {
            let mut digits: Vec<u32> = n.digits().iter().map(|_| self.0.next_u32()).collect();
            digits.iter_mut().take(1).for_each(|digit| *digit &= mask);
            digits.reverse();
            let drawn = Natural::of_digits(digits);
            if drawn < *n {
                return drawn;
            }
        }
    }

    /// An index into a list of this length.
    pub(super) fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// Puts a list into an order in which every order is equally likely (Fisher and Yates, from the end).
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.index(last + 1);
            list.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order in which twelve cards fall; another order means that old receipts cannot be checked any more.
    #[test]
    fn the_lot_falls_as_it_always_did() {
        let mut cards: Vec<u8> = (1..=12).collect();
        Lot::new(Seed::of_text("gongsai")).shuffle(&mut cards);
        assert_eq!(cards, [4, 11, 8, 6, 7, 9, 2, 12, 10, 1, 5, 3]);
    }

    #[test]
    fn every_number_falls_about_as_often() {
        let mut lot = Lot::new(Seed::of_text("6"));
        let mut seen = [0u32; 6];
        (0..6000).for_each(|_| seen[lot.index(6)] += 1);
        assert!(seen.iter().all(|count| (850..1150).contains(count)), "{seen:?}");
        assert_eq!((lot.below(0), lot.below(1)), (0, 0));
    }
}
