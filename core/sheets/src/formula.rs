//! Text that a spreadsheet must not take for a formula.

use std::borrow::Cow;

/// The text as it may stand in a cell of a file that others open: an apostrophe goes before whatever a spreadsheet
/// would run.
///
/// A name on an entry form can be `=HYPERLINK(…)`, and spreadsheets run what begins with `=`, `+`, `-` or `@`, in full
/// width too, once tab or line break are skipped. A semicolon or a tab ends a cell where the list separator of the
/// country is that, so what follows is treated like a beginning. Use this for text alone: a number is written as a
/// number, with its sign. Text that was made safe once stays as it is.
///
/// ```
/// use gongsai_sheets::plain_text;
/// assert_eq!(plain_text("张三"), "张三");
/// assert_eq!(plain_text("=1+1"), "'=1+1");
/// assert_eq!(plain_text("张三;=1+1"), "张三;'=1+1");
/// assert_eq!(plain_text("'=1+1"), "'=1+1");
/// ```
#[must_use]
pub fn plain_text(text: &str) -> Cow<'_, str> {
    let mut plain = String::with_capacity(text.len());
    let mut begins = true;
    for (at, c) in text.char_indices() {
        if begins && (runs(c) || (at == 0 && matches!(c, '\t' | '\r' | '\n'))) {
            plain.push('\'');
            begins = false;
        }
        plain.push(c);
        begins = matches!(c, ';' | '\t' | '\r' | '\n') || (begins && is_passed_over(c));
    }
    if plain.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(plain) }
}

/// Whether a spreadsheet runs a cell that begins with this.
fn runs(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Whether a program may trim this from the beginning of a cell.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain_text(text), expected);
        assert_eq!(plain_text(expected), expected, "once is enough");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        check("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")");
        check("+8613800138000", "'+8613800138000");
        check("-3", "'-3");
        check("@SUM(A1)", "'@SUM(A1)");
        check("＝1", "'＝1");
        check("＋1", "'＋1");
        check("－1", "'－1");
        check("＠a", "'＠a");
        check(" \u{feff}=1", " \u{feff}'=1");
        check("\t=1", "'\t'=1");
        check("\r=1", "'\r'=1");
        check("\n", "'\n");
        check("甲;=1\t-1\n@a", "甲;'=1\t'-1\n'@a");
    }

    #[test]
    fn what_nobody_runs_stays_as_it_is() {
        for text in ["", "张三", "11-7", "甲/乙", "a@b.cn", "'=1", "2026-09-01", "A=1", "（+3）"] {
            check(text, text);
        }
    }
}
