//! What was found about a person, a team or a file.

mod chinese;
mod english;
mod format;
mod title;

pub use title::code_title;

use gongsai::finding::{Fact, Finding};

use crate::Lang;

/// Says what was found and what to do about it, and quotes the article of the regulations where one is named.
///
/// The sentence may hold private facts: it is for the staff desk.
///
/// ```
/// use gongsai::clause::Clause;
/// use gongsai::finding::{Code, Fact, Finding, Severity, Subject};
/// use gongsai::id::PersonId;
/// use gongsai_wording::{Lang, finding::finding};
/// let young = Finding {
///     code: Code::P03Under,
///     severity: Severity::Ineligible,
///     subject: Subject::Person(PersonId(1)),
///     clause: Some(Clause::new("第五条(三)")),
///     facts: vec![Fact::Count(17), Fact::Count(18)],
/// };
/// assert_eq!(finding(Lang::Zh, &young), "现年 17 周岁，未满 18 周岁（第五条(三)）。请更换人员。");
/// assert_eq!(finding(Lang::En, &young), "Aged 17, younger than 18 (第五条(三)). Enter somebody else.");
/// ```
#[must_use]
pub fn finding(lang: Lang, finding: &Finding) -> String {
    let facts = Facts(&finding.facts);
    let Said { wrong, advice } = match lang {
        Lang::Zh => chinese::say(finding.code, facts),
        Lang::En => english::say(finding.code, facts),
    };
    let clause = finding.clause.as_ref().map(|clause| clause.as_str()).unwrap_or_default();
    match (lang, clause) {
        (Lang::Zh, "") => format!("{wrong}。{advice}"),
        (Lang::Zh, clause) => format!("{wrong}（{clause}）。{advice}"),
        (Lang::En, _) => {
            let quoted = if clause.is_empty() { String::new() } else { format!(" ({clause})") };
            let gap = if advice.is_empty() { "" } else { " " };
            format!("{wrong}{quoted}.{gap}{advice}")
        }
    }
}

/// What is wrong, without a full stop, and what to do, as a sentence or nothing.
struct Said {
    wrong: String,
    advice: &'static str,
}

impl Said {
    fn new(wrong: impl Into<String>, advice: &'static str) -> Said {
        Said { wrong: wrong.into(), advice }
    }
}

/// The facts behind a finding, as texts.
#[derive(Clone, Copy)]
struct Facts<'a>(&'a [Fact]);

impl Facts<'_> {
    /// The fact at a place; empty where there is none.
    fn at(self, index: usize) -> String {
        match self.0.get(index) {
            Some(Fact::Count(count)) => count.to_string(),
            Some(Fact::Date(day)) => day.to_string(),
            Some(Fact::Text(text)) => text.clone(),
            None => String::new(),
        }
    }

    /// The facts from a place on that say something.
    fn from(self, index: usize) -> Vec<String> {
        (index..self.0.len()).map(|index| self.at(index)).filter(|text| !text.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongsai::clause::Clause;
    use gongsai::finding::{Code, Place, Severity, Subject};

    fn found(code: Code, facts: &[&str]) -> Finding {
        let subject = Subject::Place(Place { sheet: "乒乓球".to_owned(), row: 7, column: Some(3) });
        let facts = facts.iter().map(|text| Fact::Text((*text).to_owned())).collect();
        Finding { code, severity: Severity::Review, subject, clause: None, facts }
    }

    #[track_caller]
    fn check(code: Code, facts: &[&str], chinese: &str) {
        assert_eq!(finding(Lang::Zh, &found(code, facts)), chinese);
    }

    #[test]
    fn sentences_say_what_is_wrong_and_what_to_do() {
        check(Code::ImportIdPrecision, &[], "证件号码按数字录入，末几位已丢失。请把该列设为文本格式后重新填写。");
        check(
            Code::ImportUnit,
            &["太原总工会", "太原市总工会"],
            "“太原总工会”不在代表队名单中，或在名单中重名；相近的有：太原市总工会。请选定代表队。",
        );
        check(Code::ImportUnit, &[""], "没有写明代表队。请选定代表队。");
        check(
            Code::ImportCell,
            &["入职时间", "明年"],
            "“入职时间”列的内容“明年”无法识别，或晚于今天。请改正后重新导入。",
        );
        check(Code::ImportCell, &["身份证号"], "“身份证号”列的内容无法识别。请改正后重新导入。");
        check(
            Code::R01Active,
            &["乒乓球", "山西省体育局", "province"],
            "注册名册中的现役运动员：乒乓球，山西省体育局，省级。请更换人员。",
        );
        check(Code::R01Possible, &["", "2014-2016 CBA", ""], "可能是现役运动员：2014-2016 CBA。请核实身份。");
    }

    #[test]
    fn every_code_has_its_own_sentence_and_title_in_both_languages_whatever_its_facts() {
        for lang in [Lang::Zh, Lang::En] {
            let (mut sentences, mut titles) = (Vec::new(), Vec::new());
            for code in Code::ALL {
                for facts in [&[][..], &["甲"], &["甲", "乙", "丙"]] {
                    let mut about = found(*code, facts);
                    about.clause = Some(Clause::new("第五条(三)"));
                    let sentence = finding(lang, &about);
                    assert!(sentence.contains("第五条(三)"), "{code}: {sentence}");
                    assert!(!sentence.contains(['!', '！']), "{code}: {sentence}");
                    assert!(sentence.ends_with(['.', '。']), "{code}: {sentence}");
                    if facts.is_empty() {
                        sentences.push(sentence);
                    }
                }
                titles.push(code_title(lang, *code).to_owned());
            }
            for mut list in [sentences, titles] {
                let count = list.len();
                list.sort_unstable();
                list.dedup();
                assert_eq!(list.len(), count, "{lang:?}");
            }
        }
    }
}
