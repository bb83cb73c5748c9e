//! Text as people type it into forms, brought to one width.

/// The half-width form of a full-width letter, digit or space; any other character as it is.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character shows nothing: spaces of any width and the marks that programs leave behind.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The text by which headings, units and marks are compared: half-width, small letters, nothing unseen.
pub(crate) fn plain(text: &str) -> String {
    let shown = text.chars().map(half_width).filter(|c| !is_unseen(*c));
    shown.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(plain(typed), expected, "{typed:?}");
    }

    #[test]
    fn width_spaces_and_case_do_not_matter() {
        check("姓　名", "姓名");
        check(" 身份证\n号码 ", "身份证号码");
        check("ＮＯ．", "no.");
        check("\u{feff}代表队\u{200b}", "代表队");
    }
}
