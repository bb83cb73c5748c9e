//! Bytes as hexadecimal digits, and back.

use std::fmt;

/// Writes two small digits a byte.
pub(crate) fn write(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

/// Two small digits a byte.
pub(crate) fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of exactly so many pairs of small digits: what [`write`] writes, and nothing else.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let small = |b: &u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 2 * N || !text.as_bytes().iter().all(small) {
        return None;
    }
    let mut bytes = [0; N];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// A type of so many bytes whose text is their digits.
macro_rules! hexadecimal {
    ($type:ident) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::hex::write(f, &self.0)
            }
        }

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::id::BadId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::hex::read(text).map($type).ok_or($crate::id::BadId)
            }
        }
    };
}

pub(crate) use hexadecimal;

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_what_is_written_is_read() {
        assert_eq!(read::<2>("0aff"), Some([0x0a, 0xff]));
        for text in ["0AFF", "0af", "0aff0", "+aff", "号"] {
            assert_eq!(read::<2>(text), None, "{text}");
        }
    }
}
