//! The last days of forms and of changes (E07).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::bracket::DrawStage;
use gongsai::date::Date;
use gongsai::eligibility::{Decision, Register};
use gongsai::entry::Form;
use gongsai::finding::{Code, Fact, Severity};
use gongsai::id::{EventId, PersonId};
use gongsai::meet::{Cause, Command, NotSubstituted, Refused, Substitution, keep_review};
use gongsai::person::Person;
use gongsai::regulations::Sport;
use gongsai_tests::desk::asked;
use gongsai_tests::one_unit::OneUnit;

const BOTH: &str = "E07 = { clause = \"八\", close = \"2026-09-01\", change_until = \"2026-09-10\" }\nP09 = {}";
const CLOSE: &str = "E07 = { clause = \"八\", close = \"2026-09-01\" }\nP09 = {}";

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// Two people of table tennis; of each the employer.
fn form(unit: &OneUnit, employers: [&str; 2]) -> Form {
    let [first, second] = employers;
    let rows = format!(
        "姓名|性别|身份证号|工作单位|男单\n甲|男|100101199001010013|{first}|√\n乙|男|10010119900101003X|{second}|√"
    );
    unit.form("乒乓球", &rows).0
}

/// The last day that the form missed when it is read on a day.
#[track_caller]
fn check(unit: &OneUnit, form: &Form, on: &str, missed: Option<&str>) {
    let found = unit.meet().late(form, &unit.vault, day(on));
    let told = found.as_ref().map(|finding| (finding.code, finding.severity, finding.facts.as_slice()));
    let facts = missed.map(|missed| [Fact::Date(day(missed))]);
    let expected = facts.as_ref().map(|facts| (Code::E07Late, Severity::Review, &facts[..]));
    assert_eq!(told, expected, "{on}");
    let clause = found.as_ref().and_then(|finding| finding.clause.as_ref()).map(|clause| clause.as_str());
    assert_eq!(clause, missed.map(|_| "八"));
}

#[test]
fn a_first_form_is_late_after_the_last_day_of_entries() {
    for rules in [BOTH, CLOSE] {
        let unit = OneUnit::under(rules);
        let first = form(&unit, ["太钢", "太钢"]);
        check(&unit, &first, "2026-09-01", None);
        check(&unit, &first, "2026-09-02", Some("2026-09-01"));
    }
    let unit = OneUnit::under("P09 = {}");
    check(&unit, &form(&unit, ["太钢", "太钢"]), "2027-01-01", None);
}

#[test]
fn a_corrected_form_is_late_after_the_last_day_of_changes() {
    for (rules, last, next) in [(BOTH, "2026-09-10", "2026-09-11"), (CLOSE, "2026-09-01", "2026-09-02")] {
        let mut unit = OneUnit::under(rules);
        let first = form(&unit, ["太钢", "太钢"]);
        unit.take_in(&first);
        let corrected = form(&unit, ["太钢", "太重"]);
        check(&unit, &corrected, last, None);
        check(&unit, &corrected, next, Some(last));
        // The same form once more changes nothing.
        check(&unit, &first, next, None);
    }
}

#[test]
fn who_was_sent_back_is_corrected_up_to_the_day_given() {
    let mut unit = OneUnit::under(CLOSE);
    let first = form(&unit, ["太钢", "太钢"]);
    let (_, ids) = unit.take_in(&first);
    let review = unit.meet().review(&Register::default(), &unit.vault).unwrap();
    asked(&mut unit.journal, "王", keep_review(&review)).unwrap();
    let returned = Command::Decide {
        person: ids[1].1,
        sport: Sport::TableTennis,
        decision: Decision::Return,
        reason: "请补会员证".to_owned(),
        until: Some(day("2026-09-20")),
    };
    asked(&mut unit.journal, "王", returned).unwrap();
    let own = form(&unit, ["太钢", "太重"]);
    check(&unit, &own, "2026-09-20", None);
    check(&unit, &own, "2026-09-21", Some("2026-09-01"));
    // Of the other nothing was asked.
    check(&unit, &form(&unit, ["太重", "太重"]), "2026-09-20", Some("2026-09-01"));
}

#[test]
fn a_wish_alone_replaces_nobody_after_the_last_day_of_changes() {
    let ask = |rules: &str, on: Option<&str>, cause: Cause, reason: &str| {
        let mut unit = OneUnit::under(rules);
        let first = form(&unit, ["太钢", "太钢"]);
        unit.take_in(&first);
        let event = EventId::new("TT_MS").unwrap();
        assert!(unit.meet().prepare_draw(&event, DrawStage::First, "x").is_ok());
        let entry = unit.meet().entries_of(&event).next().unwrap().clone();
        let out = entry.people[0];
        let person = Person { id: PersonId(99), name: "丙".to_owned(), ..unit.meet().people()[&out].clone() };
        let reason = reason.to_owned();
        let on = on.map(day);
        let command = Command::Substitute(Substitution { entry: entry.id, out, person, cause, reason, on });
        asked(&mut unit.journal, "王", command).map(|_| ())
    };
    let refused = |why| Err(Refused::Substitution(why));
    let (last, after) = (Some("2026-09-10"), Some("2026-09-11"));
    assert_eq!(ask(BOTH, last, Cause::Wish, "出差"), Ok(()));
    assert_eq!(ask(BOTH, after, Cause::Wish, "出差"), refused(NotSubstituted::Closed(day("2026-09-10"))));
    assert_eq!(ask(BOTH, after, Cause::Medical, "骨折"), Ok(()));
    assert_eq!(ask(BOTH, after, Cause::ForceMajeure, " "), refused(NotSubstituted::NoReason));
    // Without a last day for changes the draw is the last moment; records of before days were kept stand as they did.
    assert_eq!(ask(CLOSE, after, Cause::Wish, "出差"), Ok(()));
    assert_eq!(ask(BOTH, None, Cause::Wish, "出差"), Ok(()));
}

#[test]
fn walkover_minutes_are_read_by_sport_and_what_is_not_understood_is_left_to_people() {
    let minutes = |rules: &str| {
        let unit = OneUnit::under(rules);
        let rules = &unit.meet().regulations().unwrap().rules;
        let left: Vec<String> = rules.unchecked.iter().map(|left| left.id.clone()).collect();
        (rules.e07.as_ref().map(|rule| rule.params.walkover_minutes.clone()), left)
    };
    let (read, left) = minutes("E07 = { close = \"2026-09-01\", walkover_minutes = { TT = 10, BD = 5 } }");
    assert_eq!(read.unwrap().into_iter().collect::<Vec<_>>(), [(Sport::TableTennis, 10), (Sport::Badminton, 5)]);
    assert!(left.is_empty());
    for wrong in ["walkover_minutes = { XX = 10 }", "change_until = 5"] {
        let (read, left) = minutes(&format!("E07 = {{ close = \"2026-09-01\", {wrong} }}"));
        assert_eq!((read, left), (None, vec!["E07".to_owned()]), "{wrong}");
    }
}
