//! Base45 (RFC 9285): bytes in the letters that a QR code holds closest.

const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Two bytes in three letters, a last one in two.
pub(super) fn write(bytes: &[u8]) -> String {
    let letters = bytes.chunks(2).flat_map(|chunk| {
        let number = chunk.iter().fold(0, |number, byte| number * 256 + usize::from(*byte));
        [number % 45, number / 45 % 45, number / 45 / 45].into_iter().take(chunk.len() + 1)
    });
    letters.map(|letter| char::from(LETTERS[letter])).collect()
}

/// The bytes of what [`write`] writes, and of nothing else.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for chunk in text.as_bytes().chunks(3) {
        let digits = chunk.iter().rev().map(|letter| LETTERS.iter().position(|known| known == letter));
        let number = digits.into_iter().try_fold(0, |number, digit| Some(number * 45 + digit?))?;
        match chunk.len() {
            3 => bytes.extend(u16::try_from(number).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(number).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    /// RFC 9285, 4.3 and 4.4.
    #[test]
    fn the_examples_of_the_standard_come_out() {
        for (bytes, text) in
            [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0"), ("", "")]
        {
            assert_eq!(write(bytes.as_bytes()), text);
            assert_eq!(read(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn other_letters_and_numbers_too_great_are_none() {
        for text in ["GGW", ":::", "A", "BB8A", "bb8", "字", "::"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("FGW"), Some(vec![255, 255]));
    }
}
