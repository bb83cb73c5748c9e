//! Names of people, as they are compared and shown.

use crate::text::{half_width, is_unseen};

/// The longest name that is taken for one: names of the minorities run to some fifteen characters, Latin ones longer.
const LONGEST: usize = 40;

/// A name as typed, brought to its one form: no spaces between Han characters (`张　三`), one between Latin words,
/// `·` for every middle dot. Nothing when it is blank or too long for a name.
pub(super) fn read(typed: &str) -> Option<String> {
    let mut name = String::new();
    let mut spaced = false;
    for c in typed.chars() {
        if is_unseen(c) {
            spaced = true;
            continue;
        }
        let c = match c {
            '•' | '‧' | '．' | '∙' | '・' | '●' => '·',
            c if half_width(c).is_ascii_alphabetic() => half_width(c),
            c => c,
        };
        let between_words = name.chars().last().is_some_and(|last| is_latin(last) && is_latin(c));
        if spaced && between_words {
            name.push(' ');
        }
        spaced = false;
        name.push(c);
    }
    (!name.is_empty() && name.chars().count() <= LONGEST).then_some(name)
}

/// Letters and marks of names that are written in words.
fn is_latin(c: char) -> bool {
    matches!(c, '.' | '\'' | '-' | ',') || (c.is_alphabetic() && (c as u32) < 0x2E80)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(read(typed).as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn names_come_to_one_form() {
        check("张　三", Some("张三"));
        check(" 司马 凯帅\u{200b}", Some("司马凯帅"));
        check("阿卜杜拉•买买提", Some("阿卜杜拉·买买提"));
        check("阿卜杜拉．买买提", Some("阿卜杜拉·买买提"));
        check("Ｍａｒｙ　Jane  O'Neil", Some("Mary Jane O'Neil"));
        check("𬱖頔", Some("𬱖頔"));
        check("　 ", None);
        check(&"字".repeat(41), None);
    }
}
