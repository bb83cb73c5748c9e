//! Officials who play nothing (T02) beside players (T01): eligibility §3.1, reading 3.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::eligibility::{Register, Verdict};
use gongsai::entry::Column;
use gongsai::meet::Field;
use gongsai::regulations::Sport;
use gongsai_tests::one_unit::{OneUnit, UNIT};

const RULES: &str = "T01 = { BB = [2, 3] }\nT02 = { leader = 1, coach = 1 }\nP03 = { min = 18 }";
const HEAD: &str = "姓名|性别|身份证号|队内身份|备注";
/// A child, by the number.
const CHILD: &str = "10010120150101001X";

/// The findings on a basketball form, and after it was taken in who is judged, who is an official, and what the list of
/// the sport comes to.
#[track_caller]
fn check(rows: &str, found: &[&str], judged: &[&str], officials: &[&str], team: &[&str]) {
    let mut unit = OneUnit::under(RULES);
    let (form, findings) = unit.form("篮球", &format!("{HEAD}\n{rows}"));
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, found, "{rows}");
    unit.take_in(&form);
    let meet = unit.meet();
    let name = |id| meet.people()[id].name.as_str();
    let review = meet.review(&Register::default(), &unit.vault).unwrap();
    assert_eq!(review.people.iter().map(|one| name(&one.person)).collect::<Vec<_>>(), judged, "{rows}");
    assert!(review.people.iter().all(|one| one.verdict == Verdict::Eligible), "{rows}");
    let alone = meet.officials().get(&(UNIT, Sport::Basketball)).into_iter().flatten();
    assert_eq!(alone.map(name).collect::<Vec<_>>(), officials, "{rows}");
    let entered = meet.entries().values().flat_map(|entry| &entry.people).map(name);
    assert_eq!(entered.collect::<Vec<_>>(), judged, "{rows}");
    let findings = review.teams.iter().flat_map(|team| &team.findings).map(|finding| finding.code.as_str());
    assert_eq!(findings.collect::<Vec<_>>(), team, "{rows}");
}

#[test]
fn officials_alone_are_neither_counted_nor_entered_nor_judged() {
    let players = "甲|男|100101199001010013|运动员|\n乙|男|10010119900101003X|队长|";
    let officials = |roles: [&str; 3]| {
        let [leader, coach, doctor] = roles;
        format!("{players}\n丙|男|{CHILD}|{leader}|\n丁|男|{CHILD}|{coach}|\n戊|男|{CHILD}|{doctor}|")
    };
    check(&officials(["领队", "教练", "队医"]), &[], &["甲", "乙"], &["丙", "丁", "戊"], &[]);
    // Of two roles, and no player for it; T02 counts both.
    let two = format!("{players}\n丙|男|{CHILD}|领队兼教练|");
    check(&two, &[], &["甲", "乙"], &["丙"], &[]);
    let three = format!("{two}\n丁|男|{CHILD}|教练|");
    check(&three, &["T02_TOO_MANY"], &["甲", "乙"], &["丙", "丁"], &[]);
}

#[test]
fn an_official_who_plays_is_a_player() {
    let rows =
        "甲|男|100101199001010013|运动员|\n乙|男|10010119900101003X|领队兼运动员|\n丙|男|110105194912310054|教练|兼项";
    check(rows, &[], &["甲", "乙", "丙"], &[], &[]);
    let more = format!("{rows}\n丁|男|110101198001010010|教练（兼）|");
    check(&more, &["T02_TOO_MANY"], &["甲", "乙", "丙", "丁"], &[], &["T01_TOO_MANY"]);
}

#[test]
fn an_official_who_comes_to_play_is_the_same_person_and_told_so() {
    let mut unit = OneUnit::under(RULES);
    let rows = |role: &str| {
        let (form, _) = unit_form(role);
        form
    };
    let (_, before) = unit.take_in(&rows("教练"));
    let (told, after) = unit.take_in(&rows("教练兼运动员"));
    assert_eq!(before, after);
    let told = told.unwrap();
    assert_eq!(told.changed, [("乙".to_owned(), vec![Field::Column(Column::Events), Field::Column(Column::Role)])]);
    assert_eq!((told.kept, unit.meet().officials().len(), unit.meet().candidacies().count()), (1, 0, 2));
    let (told, _) = unit.take_in(&rows("教练"));
    assert_eq!(told.unwrap().changed.len(), 1);
    assert_eq!(unit.meet().candidacies().count(), 1);
    // A form that names the official no more leaves nobody behind.
    let (form, _) = OneUnit::under(RULES).form("篮球", &format!("{HEAD}\n甲|男|100101199001010013|运动员|"));
    let (told, _) = unit.take_in(&form);
    assert_eq!(told.unwrap().removed, ["乙"]);
    assert_eq!((unit.meet().people().len(), unit.meet().officials().len()), (1, 0));
}

fn unit_form(role: &str) -> (gongsai::entry::Form, Vec<gongsai::finding::Finding>) {
    let rows = format!("{HEAD}\n甲|男|100101199001010013|运动员|\n乙|男|10010119900101003X|{role}|");
    OneUnit::under(RULES).form("篮球", &rows)
}

#[test]
fn a_row_that_stands_twice_keeps_both_roles() {
    let mut unit = OneUnit::under(RULES);
    let rows = "甲|男|100101199001010013|教练|\n甲|男|100101199001010013|运动员|\n乙|男|10010119900101003X|队长|";
    let (form, _) = unit.form("篮球", &format!("{HEAD}\n{rows}"));
    assert_eq!(form.rows[0].role.as_deref(), Some("教练兼运动员"));
    unit.take_in(&form);
    assert_eq!(unit.meet().candidacies().count(), 2);
}
