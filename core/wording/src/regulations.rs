//! What is wrong with a draft of regulations.

use gongsai::document::NotValues;
use gongsai::regulations::{Defect, DefectKind, Unchecked};

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
    let said = what(lang, &defect.kind);
    lang.pick(format!("{}：{said}", defect.path), format!("{}: {said}", defect.path))
}

/// Says what is wrong with a value, where its place is shown.
#[must_use]
pub fn what(lang: Lang, kind: &DefectKind) -> String {
    let (zh, en) = match kind {
        DefectKind::Missing => ("缺少".to_owned(), "missing".to_owned()),
        DefectKind::Unknown => ("不认识的名称".to_owned(), "unknown name".to_owned()),
        DefectKind::Expected(what) => (format!("应为：{}", expected(what)), format!("expected {what}")),
        DefectKind::NotOneOf(names) => {
            (format!("应为其中之一：{}", names.join("、")), format!("expected one of {}", names.join(", ")))
        }
        DefectKind::Twice => ("重复".to_owned(), "stands twice".to_owned()),
    };
    lang.pick(zh, en)
}

/// What is expected of parameters of rules and of the procedure, in Chinese; of other parts of regulations as it is.
fn expected(what: &str) -> &str {
    match what {
        "a whole number from 0 to 65535" => "0 到 65535 的整数",
        "a whole number from 1 to 5" => "1 到 5 的整数",
        "a text" => "文字",
        "true or false" => "是（true）或否（false）",
        "a table" => "一组参数",
        "a day as 2026-09-01" => "日期，如 2026-09-01",
        "a month as 2026-03" => "月份，如 2026-03",
        "a list of texts" => "若干词语",
        "a list of names" => "若干姓名",
        "a list of events" => "若干项目",
        "a table of kinds and papers" => "用工性质及其材料，如 借调=借调证明",
        "the name of a paper for each kind" => "每种用工性质一种材料",
        "one of the ranks" => "所列职级之一",
        "a list of staff and teams, rising" => "人数及队数，如 100=1、200=2，人数递增",
        "bands of ages and people, rising and apart" => "年龄段及人数，如 35-45=1、46-60=2，由小到大、互不重叠",
        "[fewest, most] players of a sport or event" => "最少和最多人数，如 8-12",
        other => other,
    }
}

/// Says why a rule is left to people, where its parameters are not understood.
///
/// ```
/// use gongsai::clause::Clause;
/// use gongsai::regulations::{Defect, DefectKind, Unchecked};
/// use gongsai_wording::{Lang, regulations::left_to_people};
/// let why = vec![Defect { path: "rules.R07.tagz".to_owned(), kind: DefectKind::Unknown }];
/// let left = Unchecked { id: "R07".to_owned(), clause: Clause::new(""), why };
/// assert_eq!(left_to_people(Lang::Zh, &left), "R07：不认识参数 tagz；这一条由人工审查");
/// assert_eq!(left_to_people(Lang::En, &left), "R07: the parameter `tagz` is not known; the rule is left to people");
/// ```
#[must_use]
pub fn left_to_people(lang: Lang, left: &Unchecked) -> String {
    let one = |defect: &Defect| {
        let rule = format!("rules.{}", left.id);
        let name = defect.path.strip_prefix(&rule).unwrap_or(&defect.path).trim_start_matches('.');
        let (zh, en) = match &defect.kind {
            DefectKind::Missing if name.is_empty() => ("没有写内容".to_owned(), "it says nothing".to_owned()),
            DefectKind::Missing => (format!("缺少参数 {name}"), format!("the parameter `{name}` is missing")),
            DefectKind::Unknown => (format!("不认识参数 {name}"), format!("the parameter `{name}` is not known")),
            kind if name.is_empty() => (what(Lang::Zh, kind), what(Lang::En, kind)),
            kind => (
                format!("参数 {name} {}", what(Lang::Zh, kind)),
                format!("the parameter `{name}`: {}", what(Lang::En, kind)),
            ),
        };
        lang.pick(zh, en)
    };
    let why: Vec<String> = left.why.iter().map(one).collect();
    let (zh, en) = ("这一条由人工审查", "the rule is left to people");
    let why = why.iter().map(String::as_str).chain([lang.pick(zh, en)]);
    let why = why.collect::<Vec<_>>().join(lang.pick("；", "; "));
    lang.pick(format!("{}：{why}", left.id), format!("{}: {why}", left.id))
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
