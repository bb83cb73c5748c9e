//! Numbers and texts in few bytes, and back. Reading takes what is there and never more.

use std::collections::BTreeMap;

/// Seven bits a byte, low ones first; the top bit says that more follow.
pub(super) fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// What is added to one number to give another, small steps either way in few bytes.
pub(super) fn put_step(out: &mut Vec<u8>, from: u64, to: u64) {
    let step = to.wrapping_sub(from).cast_signed();
    put(out, ((step << 1) ^ (step >> 63)).cast_unsigned());
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend(text.as_bytes());
}

/// Reads from the front; `None` where something else stands, or nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Bytes { rest: bytes }
    }

    pub(super) fn is_empty(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn rest(self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if bits << shift >> shift != bits {
                return None;
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn small<T: TryFrom<u64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    pub(super) fn step(&mut self, from: u64) -> Option<u64> {
        let code = self.number()?;
        Some(from.wrapping_add((code >> 1) ^ (code & 1).wrapping_neg()))
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.small::<usize>()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok()
    }
}

/// What came before, by the order in which it first came: afterwards its place is enough.
#[derive(Debug)]
pub(super) struct Seen<T> {
    items: Vec<T>,
    places: BTreeMap<T, u64>,
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Seen { items: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Ord + Clone> Seen<T> {
    /// The place of an item; with it, for one that is new, whether it must follow.
    pub(super) fn place(&mut self, item: &T) -> (u64, bool) {
        match self.places.get(item) {
            Some(place) => (*place, false),
            None => (self.add(item.clone()), true),
        }
    }

    /// The item of a place; `None` for one that has not come yet.
    pub(super) fn at(&self, place: u64) -> Option<&T> {
        self.items.get(usize::try_from(place).ok()?)
    }

    /// The place that the next new item takes.
    pub(super) fn next(&self) -> u64 {
        self.items.len() as u64
    }

    /// Keeps a new item; one that came before keeps its first place for writing.
    pub(super) fn add(&mut self, item: T) -> u64 {
        let place = self.next();
        self.places.entry(item.clone()).or_insert(place);
        self.items.push(item);
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_few_bytes_and_come_back() {
        for (number, bytes) in [(0, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (u64::MAX, 10)] {
            let mut out = Vec::new();
            put(&mut out, number);
            assert_eq!((out.len(), Bytes::new(&out).number()), (bytes, Some(number)));
        }
        for (from, to, bytes) in [(0, 0, 1), (5, 4, 1), (0, 63, 1), (0, 64, 2), (u64::MAX, 0, 1), (0, 1 << 63, 10)] {
            let mut out = Vec::new();
            put_step(&mut out, from, to);
            assert_eq!((out.len(), Bytes::new(&out).step(from)), (bytes, Some(to)), "{from} to {to}");
        }
    }

    #[test]
    fn what_is_too_long_or_too_short_is_none() {
        for bytes in [[0xff; 9].as_slice(), &[0xff; 10], &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 2]] {
            assert_eq!(Bytes::new(bytes).number(), None, "{bytes:?}");
        }
        assert_eq!(Bytes::new(&[0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, b'a']).text(), None, "a text of 4 TiB");
        assert_eq!(Bytes::new(&[1, 0xff]).text(), None, "no UTF-8");
    }
}
