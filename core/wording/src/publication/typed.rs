//! Results as they are typed, in the words of a language.

use crate::Lang;

/// The Chinese words of the language that results are typed in; each is read back as the plain one.
const CHINESE: &[(&str, &str)] = &[
    ("wo", "弃权"),
    ("ret", "退赛"),
    ("dsq", "取消资格"),
    ("ff", "拒赛"),
    ("def", "缺员"),
    ("both", "双弃权"),
    ("a", "甲"),
    ("b", "乙"),
];

/// A result as it would be typed in a language; rubbers at the end that were not played are left out.
///
/// ```
/// use gongsai_wording::{Lang, publication::typed};
/// assert_eq!(typed(Lang::Zh, "11-7 3-5 ret b"), "11-7 3-5 退赛 乙");
/// assert_eq!(typed(Lang::En, "11-7 11-2 11-3 / 11-1 11-1 11-1 / _"), "11-7 11-2 11-3 / 11-1 11-1 11-1");
/// ```
#[must_use]
pub fn typed(language: Lang, text: &str) -> String {
    // One rubber alone keeps its slash: without it, `wo a` would be that of the whole tie.
    let text = Some(text.trim_end_matches(" / _")).filter(|whole| whole.contains(" / ")).unwrap_or(text);
    match language {
        Lang::En => text.to_owned(),
        Lang::Zh => {
            let chinese = |word: &str| CHINESE.iter().find(|(plain, _)| *plain == word).map(|(_, chinese)| *chinese);
            text.split(' ').map(|word| chinese(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
        }
    }
}
