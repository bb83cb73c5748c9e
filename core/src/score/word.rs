//! The words of the little language that results are typed in.

use super::Stop;
use crate::regulations::Decider;
use crate::side::Side;

/// One word or mark of a typed result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A number of points.
    Number(u16),
    /// A mark between the two numbers of a game.
    Mark,
    /// A dash that stands by its number: a sign, or such a mark.
    Minus,
    /// A mark between games, or between the numbers of one.
    Comma,
    /// The same, or the end of a rubber.
    Semicolon,
    /// The parts of a total begin.
    Open,
    /// They end.
    Close,
    /// What decided a level match.
    Decided(Decider),
    /// Why a match or rubber was stopped.
    Stop(Stop),
    /// The side that lost by stopping.
    Side(Side),
    /// Neither side appeared.
    Both,
    /// The end of a rubber.
    Slash,
    /// The end of the rubbers.
    Bar,
    /// A rubber not played.
    Blank,
}

/// What can be typed for a word; of several beginnings that fit, the first stands. The first text of a meaning is
/// the one that is written.
const WORDS: &[(&str, Word)] = &[
    ("wo", Word::Stop(Stop::Walkover)),
    ("walkover", Word::Stop(Stop::Walkover)),
    ("弃权", Word::Stop(Stop::Walkover)),
    ("弃", Word::Stop(Stop::Walkover)),
    ("retired", Word::Stop(Stop::Retired)),
    ("ret", Word::Stop(Stop::Retired)),
    ("退赛", Word::Stop(Stop::Retired)),
    ("退", Word::Stop(Stop::Retired)),
    ("disqualified", Word::Stop(Stop::Disqualified)),
    ("dsq", Word::Stop(Stop::Disqualified)),
    ("取消资格", Word::Stop(Stop::Disqualified)),
    ("取消", Word::Stop(Stop::Disqualified)),
    ("forfeit", Word::Stop(Stop::Forfeit)),
    ("ff", Word::Stop(Stop::Forfeit)),
    ("拒赛", Word::Stop(Stop::Forfeit)),
    ("default", Word::Stop(Stop::Default)),
    ("def", Word::Stop(Stop::Default)),
    ("缺员", Word::Stop(Stop::Default)),
    ("both", Word::Both),
    ("双弃权", Word::Both),
    ("双弃", Word::Both),
    ("a", Word::Side(Side::A)),
    ("甲", Word::Side(Side::A)),
    ("b", Word::Side(Side::B)),
    ("乙", Word::Side(Side::B)),
    ("比", Word::Mark),
    ("-", Word::Mark),
    (":", Word::Mark),
    (",", Word::Comma),
    ("(", Word::Open),
    (")", Word::Close),
    ("pen", Word::Decided(Decider::Shootout)),
    ("点球", Word::Decided(Decider::Shootout)),
    ("gold", Word::Decided(Decider::GoldenPoint)),
    ("金球", Word::Decided(Decider::GoldenPoint)),
    ("加赛", Word::Decided(Decider::GoldenPoint)),
    ("/", Word::Slash),
    (";", Word::Semicolon),
    ("|", Word::Bar),
    ("_", Word::Blank),
];

/// A word with its place in the text, in characters from 1.
pub(super) type Placed = (usize, Word);

/// Why a text cannot be cut into words.
pub(super) enum BadWord {
    /// No word begins here.
    Unknown(usize, char),
    /// The number that begins here has too many digits.
    TooGreat(usize),
}

/// The words of a text.
pub(super) fn words(text: &str) -> Result<Vec<Placed>, BadWord> {
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if letter.is_whitespace() {
            at += 1;
            continue;
        }
        let rest = &letters[at..];
        let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
        let (length, word) = if digits > 0 {
            let number = rest[..digits].iter().collect::<String>().parse().map_err(|_| BadWord::TooGreat(at + 1))?;
            (digits, Word::Number(number))
        } else {
            let fits = |name: &str| name.chars().count() <= rest.len() && name.chars().zip(rest).all(|(n, r)| n == *r);
            let found = WORDS.iter().find(|(name, _)| fits(name)).ok_or(BadWord::Unknown(at + 1, *letter))?;
            let word = if found.1 == Word::Mark && is_sign(&letters, at) { Word::Minus } else { found.1 };
            (found.0.chars().count(), word)
        };
        words.push((at + 1, word));
        at += length;
    }
    Ok(words)
}

/// Whether the dash at a place stands by the number after it and not by what is before.
fn is_sign(letters: &[char], at: usize) -> bool {
    let apart = |letter: &char| letter.is_whitespace() || matches!(letter, ',' | ';' | '/' | '|' | '(');
    letters.get(at) == Some(&'-')
        && letters.get(at + 1).is_some_and(char::is_ascii_digit)
        && at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(apart)
}

/// The same letter in its plain form: full-width forms and the many dashes of keyboards.
fn plain(letter: char) -> char {
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{3001}' => ',',
        '\u{2236}' => ':',
        _ => letter,
    };
    narrow.to_ascii_lowercase()
}

/// The word that is written for a stop.
pub(super) fn stop(why: Stop) -> &'static str {
    match why {
        Stop::Walkover => "wo",
        Stop::Retired => "ret",
        Stop::Disqualified => "dsq",
        Stop::Forfeit => "ff",
        Stop::Default => "def",
    }
}

/// The word that is written for a side.
pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::A => "a",
        Side::B => "b",
    }
}
