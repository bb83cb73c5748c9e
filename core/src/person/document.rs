//! Identity document numbers, GB 11643-1999.

use std::fmt;

use crate::date::Date;
use crate::sex::Sex;
use crate::text::half_width;

/// What is wrong with a document number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentDefect {
    /// Neither 18 nor 15 characters, or other than digits and a final X.
    Format,
    /// The birth date in it does not exist.
    Date,
    /// The check digit is wrong.
    Checksum,
}

/// A document number in the form in which it is compared: half-width, without spaces, capital X, 15 digits
/// extended to 18. A damaged number is kept as it was typed, so that the desk can show it.
///
/// ```
/// use gongsai::person::{DocumentDefect, DocumentNumber};
/// use gongsai::sex::Sex;
/// let number = DocumentNumber::new("１１０１０５ 19491231 002x");
/// assert_eq!(number.check(), Ok(()));
/// assert_eq!(number.sex(), Some(Sex::Female));
/// assert_eq!(DocumentNumber::new("100101199001010010").check(), Err(DocumentDefect::Checksum));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber {
    normal: String,
}

/// The weights of the first 17 digits, GB 11643-1999.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The check characters for the remainders 0 to 10, GB 11643-1999.
const CHECKS: [u8; 11] = *b"10X98765432";

impl DocumentNumber {
    /// The number that was typed. Never fails: what is wrong with it, [`check`](Self::check) tells.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut normal: String = typed.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
        normal.make_ascii_uppercase();
        if normal.len() == 15 && normal.bytes().all(|b| b.is_ascii_digit()) {
            normal.insert_str(6, "19");
            let check = check_character(normal.as_bytes());
            normal.push(char::from(check));
        }
        DocumentNumber { normal }
    }

    /// The number as it is compared. Private: it goes into the vault and nowhere else.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.normal
    }

    /// Whether the number is sound.
    ///
    /// # Errors
    /// The first defect of: form, check digit, date.
    pub fn check(&self) -> Result<(), DocumentDefect> {
        let bytes = self.normal.as_bytes();
        let Some((last, digits)) = bytes.split_last().filter(|(_, digits)| digits.len() == 17) else {
            return Err(DocumentDefect::Format);
        };
        if !digits.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || *last == b'X') {
            return Err(DocumentDefect::Format);
        }
        if check_character(digits) != *last {
            return Err(DocumentDefect::Checksum);
        }
        self.date().map(|_| ()).ok_or(DocumentDefect::Date)
    }

    /// The birth date, when the number is sound.
    #[must_use]
    pub fn birth(&self) -> Option<Date> {
        self.check().ok().and_then(|()| self.date())
    }

    /// The sex, when the number is sound.
    #[must_use]
    pub fn sex(&self) -> Option<Sex> {
        self.check().ok()?;
        let odd = (self.normal.as_bytes()[16] - b'0') % 2 == 1;
        Some(if odd { Sex::Male } else { Sex::Female })
    }

    fn date(&self) -> Option<Date> {
        let part = |from: usize, to: usize| self.normal.get(from..to)?.parse::<u16>().ok();
        let (month, day) = (u8::try_from(part(10, 12)?).ok()?, u8::try_from(part(12, 14)?).ok()?);
        Date::new(part(6, 10)?, month, day)
    }
}

/// Shows the last four characters alone, so that no log ever holds a whole number.
impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tail: String = self.normal.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        write!(f, "DocumentNumber(…{tail})")
    }
}

fn check_character(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit - b'0') * weight).sum();
    CHECKS[(sum % 11) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Result<&str, DocumentDefect>) {
        let number = DocumentNumber::new(typed);
        assert_eq!(number.check(), expected.map(|_| ()), "{typed}");
        if let Ok(birth) = expected {
            assert_eq!(number.birth(), Date::from_iso(birth), "{typed}");
        }
    }

    /// The table of reference numbers: the standard's own specimen, unissued areas, permit classes.
    #[test]
    fn published_specimens_are_told_apart() {
        check("11010519491231002X", Ok("1949-12-31"));
        check("100101199001010013", Ok("1990-01-01"));
        check("100101199001010021", Ok("1990-01-01"));
        check("10010220000229024X", Ok("2000-02-29"));
        check("100101199001010010", Err(DocumentDefect::Checksum));
        check("11010120230229217X", Err(DocumentDefect::Date));
        check("810000198808080136", Ok("1988-08-08"));
        check("830000197903100229", Ok("1979-03-10"));
        check("932682198501010017", Ok("1985-01-01"));
        check("100101900101001", Ok("1990-01-01"));
    }

    #[test]
    fn odd_texts_are_refused_without_a_panic() {
        for typed in [
            "",
            "身份证号码字",
            "１",
            "11010519491231002XX",
            "11010519491231X02X",
            "一二三四五六七八九十一二三四五六七八",
        ] {
            check(typed, Err(DocumentDefect::Format));
        }
    }

    #[test]
    fn debug_output_hides_the_number() {
        assert_eq!(format!("{:?}", DocumentNumber::new("11010519491231002X")), "DocumentNumber(…002X)");
    }
}
