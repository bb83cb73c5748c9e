//! The import traps of `eligibility.md` 7.3, and what else people do to forms, on drawn sheets.

use gongsai::date::Date;
use gongsai::entry::{Form, Unit, assemble, read_form};
use gongsai::finding::{Checked, Fact};
use gongsai::id::{EntryId, PersonId, UnitId};
use gongsai::person::Birth;
use gongsai::sex::Sex;
use gongsai_tests::games;
use gongsai_tests::sheet::table;

fn unit() -> Unit {
    Unit::new(UnitId(1), "太原市总工会")
}

fn read(name: &str, drawing: &str) -> Checked<Option<Form>> {
    read_form(&table(name, drawing), &games::regulations(), &[unit()], games::today())
}

/// Reads a drawn sheet; compares all findings.
#[track_caller]
fn check(name: &str, drawing: &str, expected: &[&str]) -> Option<Form> {
    let checked = read(name, drawing);
    assert_eq!(checked.findings.iter().map(games::show).collect::<Vec<_>>(), expected);
    checked.output
}

/// Reads rows below the usual headings of table tennis.
#[track_caller]
fn check_rows(rows: &str, expected: &[&str]) -> Form {
    let head = "代表队：太原市总工会\n序号|姓名|性别|身份证号|出生年月|入职时间|参赛项目|电话|队内身份\n";
    check("乒乓球", &format!("{head}{rows}"), expected).expect("a form")
}

#[test]
fn a_sheet_without_headings_or_sport_is_refused() {
    assert_eq!(check("说明", "填表说明\n一、字迹清楚", &["说明!0: IMPORT_HEADER Refused"]), None);
    assert_eq!(check("Sheet2", "", &[]), None);
    let head = "代表队：太原市总工会\n序号|姓名|性别|参赛项目\n1|张三|男|男单";
    assert_eq!(check("Sheet1", head, &["Sheet1!0: IMPORT_SPORT Refused"]), None);
    assert_eq!(check("象棋", head, &["象棋!0: IMPORT_SPORT Refused"]), None);
    let other = format!("羽毛球报名表\n{head}");
    assert_eq!(check("乒乓球", &other, &["乒乓球!0: IMPORT_SPORT Refused"]), None);
    assert!(check("Sheet1", &other, &[]).is_some(), "the title alone says the sport");
}

#[test]
fn names_and_dates_come_out_of_what_people_type() {
    let form = check_rows(
        "1|张　三|男|100101199001010013|1985.6|2014年12月19日|男单||\n2|阿卜杜拉•买买提|1|||||000|领队",
        &["乒乓球!4:2 IMPORT_CELL Refused"],
    );
    assert_eq!(form.rows[0].name, "张三");
    assert_eq!(form.rows[0].facts.birth, Birth::Month(1985, 6));
    assert_eq!(form.rows[0].facts.since, Date::new(2014, 12, 19));
    assert_eq!(form.refused[0].name, "阿卜杜拉·买买提");
}

#[test]
fn a_document_number_typed_as_a_number_keeps_its_row_out() {
    let form = check_rows(
        "1|张三|男|#x||||#x|\n2|李四|男|1.00101E+17|||男单||",
        &[
            "乒乓球!3:3 IMPORT_ID_PRECISION Refused",
            "乒乓球!3:7 IMPORT_CELL Review",
            "乒乓球!3:6 IMPORT_EVENT Review",
            "乒乓球!4:3 IMPORT_ID_PRECISION Refused",
        ],
    );
    assert_eq!((form.rows.len(), form.refused.len()), (0, 2));
}

#[test]
fn cells_that_cannot_be_read_are_found_where_they_stand() {
    let form = check_rows(
        "1|张三|男|||2027.1.1|男单||\n2|李四|男||2026/9/12||男单||\n3|王五|#!|||明年|男单||\n4||男||||男单||\n5|赵六|男|||2016.7|男单||",
        &[
            "乒乓球!3:5 IMPORT_CELL Refused",
            "乒乓球!4:4 IMPORT_CELL Refused",
            "乒乓球!5:2 IMPORT_CELL Refused",
            "乒乓球!5:5 IMPORT_CELL Refused",
            "乒乓球!6:1 IMPORT_CELL Refused",
            "乒乓球!7:5 IMPORT_CELL Review",
        ],
    );
    assert_eq!(form.rows[0].facts.since, Date::new(2016, 7, 31), "of a month the least favourable day");
}

#[test]
fn examples_totals_signatures_and_repeated_headings_are_noted() {
    let rows = "例|张三|男|（18位）||||\n1|李四|男||||男单|\n2\n合计：1人|合计：1人|合计：1人\n\n序号|姓名|性别|身份证号\n2|王五|男||||男单\n单位（盖章）：||||2026年9月10日\n注：字迹清楚";
    let form = check_rows(
        rows,
        &[
            "乒乓球!3: IMPORT_SKIPPED Note",
            "乒乓球!6: IMPORT_SKIPPED Note",
            "乒乓球!8: IMPORT_SKIPPED Note",
            "乒乓球!10: IMPORT_SKIPPED Note",
            "乒乓球!11: IMPORT_SKIPPED Note",
        ],
    );
    assert_eq!(form.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["李四", "王五"]);
}

#[test]
fn events_are_read_from_one_cell_or_from_columns_of_marks() {
    let form = check_rows(
        "1|张三|男||||团体、男子单打||\n2|李四|男||||男双||\n3|王五|男||||||教练",
        &["乒乓球!4:6 IMPORT_EVENT Review"],
    );
    assert_eq!(form.rows[0].events.iter().map(|event| event.as_str()).collect::<Vec<_>>(), ["TT_team", "TT_MS"]);
    let drawing = "单位：太原市总工会\n姓名|性别|参赛项目|参赛项目|参赛项目|血型\n姓名|性别|团体|男单|混双|血型\n张三|男|√|1|李丽|A\n李丽|女|▲|否|张三|\n王五|男|√|看|";
    let form = check("羽毛球", drawing, &["羽毛球!6:3 IMPORT_CELL Refused"]).expect("a form");
    let ids = |row: usize| form.rows[row].events.iter().map(|event| event.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!([ids(0), ids(1)], ["BD_team BD_MS BD_XD", "BD_team BD_XD"]);
    assert_eq!(form.rows[0].facts.other, [("血型".to_owned(), "A".to_owned())], "nothing is lost");
}

#[test]
fn a_sport_of_one_event_needs_no_column_for_it() {
    let form = check("篮球", "代表队：太原市总工会\n号码|姓名|性别\n4|张三|男", &[]).expect("a form");
    assert_eq!(form.rows[0].events[0].as_str(), "BB_men");
    assert_eq!(form.rows[0].jersey.as_deref(), Some("4"));
}

#[test]
fn partners_must_be_on_the_sheet_and_name_each_other() {
    let drawing = "代表队：太原市总工会\n姓名|性别|参赛项目|混双搭档\n张三|男|混双|李丽\n李丽|女|混双|王五\n王五|男|混双|李 丽\n赵六|男|混双|\n孙七|女|混双|周八";
    let form = check(
        "羽毛球",
        drawing,
        &["羽毛球!3:3 IMPORT_PARTNER Review", "羽毛球!6:3 IMPORT_PARTNER Review", "羽毛球!7:3 IMPORT_PARTNER Review"],
    )
    .expect("a form");
    let (regulations, mut next) = (games::regulations(), 0);
    let next_person = || {
        next += 1;
        PersonId(next)
    };
    let output = assemble(&[form], &unit(), &regulations, &[], next_person, || EntryId(9)).output;
    assert_eq!(output.entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["李丽/王五"]);
}

#[test]
fn one_person_on_two_rows_or_sheets_is_one_person() {
    let form = check_rows(
        "1|张三|男|100101199001010013|||团体||\n2|张三|男|100101199001010013|||男单||",
        &["乒乓球!4: IMPORT_TWICE Review"],
    );
    assert_eq!(form.rows[0].events.len(), 2);
    let badminton =
        "代表队：太原市总工会\n姓名|性别|身份证号|电话|参赛项目\n张三|男|100101199001010013|000|团体\n李四|男||1|团体";
    let other = check("羽毛球", badminton, &[]).expect("a form");
    let (regulations, mut next) = (games::regulations(), 0);
    let next_person = || {
        next += 1;
        PersonId(next)
    };
    let output = assemble(&[form, other], &unit(), &regulations, &[], next_person, || EntryId(9)).output;
    assert_eq!(output.members.len(), 2);
    assert_eq!(output.members[0].enrolments.len(), 2);
    assert_eq!(
        output.members[0].facts.phone.as_deref(),
        Some("000"),
        "the second sheet states what the first does not"
    );
    let events: Vec<&str> = output.entries.iter().map(|entry| entry.event.as_str()).collect();
    assert_eq!(events, ["TT_team", "BD_team", "TT_MS"]);
}

#[test]
fn a_unit_that_is_not_in_the_list_is_asked_about_and_never_guessed() {
    let drawing = |unit: &str| format!("代表队：{unit}\n姓名|性别|参赛项目\n张三|男|男单");
    let expected = &["乒乓球!1:0 IMPORT_UNIT Review"];
    let form = check("乒乓球", &drawing("太原总工会"), expected).expect("a form");
    assert_eq!((form.unit, form.delegation.as_str()), (None, "太原总工会"));
    let facts = read("乒乓球", &drawing("太原总工会")).findings[0].facts.clone();
    assert_eq!(facts, ["太原总工会", "太原市总工会"].map(|text| Fact::Text(text.to_owned())));
    let form = check("乒乓球", &drawing("太原市　总工会"), &[]).expect("a form");
    assert_eq!((form.unit, form.delegation.as_str()), (Some(UnitId(1)), "太原市总工会"));
    let two = [unit(), Unit { id: UnitId(2), ..unit() }];
    let sheet = table("乒乓球", &drawing("太原市总工会"));
    let form = read_form(&sheet, &games::regulations(), &two, games::today());
    assert_eq!(form.output.and_then(|form| form.unit), None, "two units of one name");
}

#[test]
fn sex_by_digits_counts_where_the_heading_says_so() {
    let drawing = "代表队：太原市总工会\n姓名|性别（1男0女）|参赛项目\n张三|#1|男单\n李丽|#0|女单";
    let form = check("乒乓球", drawing, &[]).expect("a form");
    assert_eq!(form.rows.iter().filter_map(|row| row.facts.sex).collect::<Vec<_>>(), [Sex::Male, Sex::Female]);
}

#[test]
fn what_is_private_stays_out_of_debug_output() {
    let checked =
        read("乒乓球", "代表队：太原市总工会\n姓名|性别|身份证号|出生日期|参赛项目\n张三|男|#x|1990.13.1|男单");
    let shown = format!("{:?}", checked.findings);
    assert!(!shown.contains("1990"), "{shown}");
}
