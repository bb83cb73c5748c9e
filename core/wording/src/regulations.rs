//! What is wrong with a draft of regulations.

use gongsai::document::NotValues;
use gongsai::regulations::{Defect, DefectKind};

use crate::Lang;

/// Says what is wrong with one value of a draft, with its place.
///
/// ```
/// use gongsai::regulations::{Defect, DefectKind};
/// use gongsai_wording::{Lang, regulations::defect};
/// let missing = Defect { path: "event[1].name".to_owned(), kind: DefectKind::Missing };
/// assert_eq!(defect(Lang::Zh, &missing), "event[1].name：缺少");
/// assert_eq!(defect(Lang::En, &missing), "event[1].name: missing");
/// ```
#[must_use]
pub fn defect(lang: Lang, defect: &Defect) -> String {
    let (zh, en) = match &defect.kind {
        DefectKind::Missing => ("缺少".to_owned(), "missing".to_owned()),
        DefectKind::Unknown => ("不认识的名称".to_owned(), "unknown name".to_owned()),
        DefectKind::Expected(what) => (format!("应为：{what}"), format!("expected {what}")),
        DefectKind::NotOneOf(names) => {
            (format!("应为其中之一：{}", names.join("、")), format!("expected one of {}", names.join(", ")))
        }
        DefectKind::Twice => ("重复".to_owned(), "stands twice".to_owned()),
    };
    lang.pick(format!("{}：{zh}", defect.path), format!("{}: {en}", defect.path))
}

/// All defects in one line.
#[must_use]
pub fn defects(lang: Lang, defects: &[Defect]) -> String {
    let all: Vec<String> = defects.iter().map(|one| defect(lang, one)).collect();
    lang.pick(format!("{}。", all.join("；")), format!("{}.", all.join("; ")))
}

/// Says why a file gives no regulations.
#[must_use]
pub fn unreadable(lang: Lang, error: &NotValues) -> String {
    let (zh, en) = match error {
        NotValues::Syntax { line } => {
            (format!("第 {line} 行不是 TOML 的写法。"), format!("Line {line} is not written as TOML."))
        }
        NotValues::Fraction { path } => (format!("{path}：应为整数。"), format!("{path}: a whole number is expected.")),
        NotValues::TooLarge { path } => (format!("{path}：数太大。"), format!("{path}: the number is too large.")),
        NotValues::Null { path } => (format!("{path}：没有值。"), format!("{path}: there is no value.")),
        _ => ("读不出规程。".to_owned(), "The regulations cannot be read.".to_owned()),
    };
    lang.pick(zh, en)
}
