//! What the regulations ask of a form as it stands: officials (T02) and partners (E03).

use gongsai::date::Date;
use gongsai::document::{regulations_from_toml, vault};
use gongsai::entry::{Unit, read_form};
use gongsai::finding::Severity;
use gongsai::id::UnitId;
use gongsai::person::Tri;
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
fn parameters_of_a_later_rule_that_are_not_understood_leave_it_to_people() {
    let rules =
        "T02 = {}\nE07 = { open = \"soon\" }\nE05 = { none = [\"city\"] }\nR07 = {}\nP16 = {}\nL03 = { most = 12 }";
    let regulations = regulations(rules);
    let left: Vec<&str> = regulations.rules.unchecked.iter().map(|left| left.id.as_str()).collect();
    assert_eq!(left, ["E05", "E07", "L03", "R07", "T02"]);
    assert!(regulations.rules.p16.is_some());
}

/// The columns that the rules of the catalogue read, as forms head them, and the vault that keeps them.
#[test]
fn what_later_rules_ask_for_is_read_and_kept() {
    let head = "姓名|性别|参赛项目|参保月份|参保单位|国籍|证件类型|户籍所在地|落户时间|职级|体育从业情况|全国排名|集训队|选拔赛|工作单位";
    let own = "张三|男|团体|2025-04..2026-03|太 钢|中国|护照|太原市|2020年3月|正科级|体育教师、教练|#15|无|是|太钢";
    let other = "李四|男|团体|2026-02、3 代缴:甲公司|乙公司||||||||省集训队|否|太钢";
    let odd = "王五|男|团体|全年||||||||||| |太钢";
    let sheet = table("羽毛球", &format!("代表队：太原市总工会\n{head}\n{own}\n{other}\n{odd}"));
    let read = read_form(&sheet, &games::regulations(), &[Unit::new(UnitId(1), "太原市总工会")], games::today());
    let told: Vec<String> = read.findings.iter().map(games::show).collect();
    assert_eq!(told, ["羽毛球!3:8 IMPORT_CELL Review", "羽毛球!5:3 IMPORT_CELL Refused"]);
    let form = read.output.expect("a form");
    let [first, second] = form.rows.as_slice() else { panic!("two rows") };
    let (first, second) = (&first.facts, &second.facts);
    assert_eq!((first.insurance.len(), first.insurance.values().all(String::is_empty)), (12, true));
    let paid: Vec<String> = second.insurance.iter().map(|(month, payer)| format!("{month} {payer}")).collect();
    assert_eq!(paid, ["2026-02 甲公司", "2026-03 甲公司"]);
    let texts = [&first.nationality, &first.document_kind, &first.household, &first.rank, &first.ranking, &first.squad];
    let expected = [Some("中国"), Some("护照"), Some("太原市"), Some("正科级"), Some("全国排名15"), None];
    assert_eq!(texts.map(|text| text.as_deref()), expected);
    assert_eq!(first.household_since, Date::new(2020, 3, 31), "of a month the last day");
    assert_eq!(first.occupation, ["体育教师", "教练"]);
    assert_eq!((second.squad.as_deref(), first.lower_tier, second.lower_tier), (Some("省集训队"), Tri::Yes, Tri::No));
    for facts in [first, second] {
        assert_eq!(vault::decode(&vault::encode(facts)).as_ref(), Ok(facts));
    }
}
