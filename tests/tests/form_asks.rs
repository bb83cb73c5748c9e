//! What the regulations ask of a form as it stands: officials (T02), partners (E03), the last day of entries (E07).

use gongsai::document::regulations_from_toml;
use gongsai::entry::{Unit, read_form};
use gongsai::finding::Severity;
use gongsai::id::UnitId;
use gongsai::regulations::{Regulations, Value};
use gongsai_tests::games;
use gongsai_tests::sheet::table;

/// The regulations of the games with these rules alone.
fn regulations(rules: &str) -> Regulations {
    let draft = regulations_from_toml(&format!("[rules]\n{rules}")).expect("TOML");
    let Value::Map(fields) = draft.0 else { panic!("a table") };
    games::regulations().with_rules(&fields["rules"], None).expect("sound rules")
}

/// Reads a drawn sheet on 2026-09-11; compares the findings of rules, as `row code severity`.
#[track_caller]
fn check(rules: &str, drawing: &str, expected: &[&str]) {
    let unit = Unit::new(UnitId(1), "太原市总工会");
    let read = read_form(&table("羽毛球", drawing), &regulations(rules), &[unit], games::today());
    let told = read.findings.iter().filter(|finding| !finding.code.as_str().starts_with("IMPORT"));
    let told: Vec<String> = told.map(games::show).collect();
    assert_eq!(told, expected, "{rules}");
    assert!(read.output.is_some());
    let quoted = read.findings.iter().filter(|finding| finding.severity == Severity::TeamInvalid);
    assert!(quoted.clone().all(|finding| finding.clause.as_ref().is_some_and(|clause| clause.as_str() == "九")));
}

#[test]
fn officials_are_counted_above_the_table_and_in_it() {
    let sheet = "代表队：太原市总工会|领队：张三、李四|教练：王五\n姓名|性别|参赛项目|队内身份\n王五|男|团体|教练兼运动员\n赵六|男|团体|教练";
    let rule = "T02 = { clause = \"九\", leader = 1, coach = 1 }";
    check(rule, sheet, &["羽毛球!0: T02_TOO_MANY TeamInvalid", "羽毛球!0: T02_TOO_MANY TeamInvalid"]);
    check("T02 = { clause = \"九\", leader = 2, coach = 2 }", sheet, &[]);
    let none = "T02 = { clause = \"九\", may_play = false }";
    check(none, sheet, &["羽毛球!3: T02_MAY_NOT_PLAY TeamInvalid", "羽毛球!4: T02_MAY_NOT_PLAY TeamInvalid"]);
    check("T02 = {}", sheet, &[]);
}

#[test]
fn partners_may_have_to_share_an_employer() {
    let sheet = |first: &str, second: &str| {
        format!(
            "代表队：太原市总工会\n姓名|性别|参赛项目|搭档|工作单位\n张三|男|混双|李丽|{first}\n李丽|女|混双|张三|{second}"
        )
    };
    let rule = "E03 = { clause = \"九\", same = \"employer\" }";
    check(rule, &sheet("太钢", "太 钢"), &[]);
    check(rule, &sheet("太钢", "太重"), &["羽毛球!3: E03_PARTNER TeamInvalid"]);
    check(rule, &sheet("太钢", ""), &["羽毛球!3: E03_PARTNER Review"]);
    check("E03 = { clause = \"九\" }", &sheet("太钢", "太重"), &[]);
}

#[test]
fn a_late_form_is_for_people() {
    let sheet = "代表队：太原市总工会\n姓名|性别|参赛项目\n张三|男|团体";
    check("E07 = { clause = \"九\", close = 2026-09-11 }", sheet, &[]);
    check("E07 = { clause = \"九\", close = 2026-09-10 }", sheet, &["羽毛球!0: E07_LATE Review"]);
}

#[test]
fn parameters_of_a_later_rule_that_are_not_understood_leave_it_to_people() {
    let rules =
        "T02 = {}\nE07 = { open = \"soon\" }\nE05 = { none = [\"city\"] }\nR07 = {}\nP16 = {}\nL03 = { most = 12 }";
    let regulations = regulations(rules);
    let left: Vec<&str> = regulations.rules.unchecked.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(left, ["E05", "E07", "L03", "R07", "T02"]);
    assert!(regulations.rules.p16.is_some());
}
