//! What is changed of standing regulations on their page: the format of an event, and the rules of eligibility.

use gongsai::clause::Clause;
use gongsai::date::Date;
use gongsai::document::{PRESETS, regulations_from_toml, rules_of};
use gongsai::eligibility::{Candidate, Register, review};
use gongsai::finding::Code;
use gongsai::id::{PersonId, UnitId};
use gongsai::person::{Birth, Facts};
use gongsai::regulations::{FormatRule, GapOutcome, GroupSizes, Sport};
use gongsai_tests::browser::{DESK, PHONE, css, steps};
use gongsai_tests::games;

const SINGLES: &str = "TT_MS";

#[test]
fn a_format_is_chosen_seen_and_drawn() {
    let (server, browser) = steps::start("a_format_is_chosen");
    let address = steps::open_meet(&browser, &steps::simulated(8));
    browser.open(&server, &format!("{address}/regulations"));
    let row = css("tr[data-event=\"TT_MS\"]");
    browser.click(row.inside("format-change"));

    // What cannot be played says so before anybody saves it.
    browser.select("format-kind", "佩奇制（四名以内）");
    browser.wait_text("format-outlook", "4");
    browser.select("format-kind", "双败淘汰");
    browser.wait_text("format-outlook", "场");
    browser.select("format-kind", "分组循环");
    browser.fill("format-size", "5");
    browser.fill("format-through", "9");
    browser.click("format-save");
    browser.wait_text("format-refusal", "through");
    browser.fill("format-through", "2");
    let next = css(".format-fields .format-fields").inside("format-kind");
    browser.select(next, "双败淘汰");
    browser.click("format-save");
    browser.wait_gone("format-entry");
    browser.wait_text(row, "双败");

    steps::choose_event(&browser, SINGLES);
    steps::go(&browser, "draw");
    browser.click("draw-run");
    browser.wait_gone("draw-run");
    steps::wait_saved(&browser);
    steps::go(&browser, "regulations");
    browser.wait_there("events");
    assert_eq!(browser.texts(css("tr[data-event=\"TT_MS\"] [data-test=\"format-change\"]")), Vec::<String>::new());

    let journal = steps::exported(&browser);
    let event = journal.meet().regulations().and_then(|regulations| regulations.event(&steps::event(SINGLES)));
    let Some(FormatRule::Groups(rule)) = event.map(|event| &event.format) else { panic!("groups") };
    assert_eq!((&rule.sizes, rule.through), (&GroupSizes::AtMost(5), 2));
    assert!(matches!(*rule.next, FormatRule::DoubleElimination { .. }));
}

/// A field or its message by the place of its parameter.
fn why(path: &str) -> String {
    format!("{path}-why")
}

#[test]
fn rules_are_chosen_from_a_preset_and_edited_as_text() {
    let (server, browser) = steps::start("rules_are_chosen");
    let address = steps::open_meet(&browser, &steps::simulated(4));
    browser.open(&server, &format!("{address}/regulations"));
    browser.wait_there(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    steps::open_rules(&browser);
    browser.select("rules-preset", "company");
    browser.wait_there("rules.R08.rank_max");
    browser.click("rules-save");
    browser.wait_there("rules-saved");
    browser.wait_gone(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    browser.wait_text(css("[data-rule=\"P06\"]"), "3 个月");

    // What cannot be a rule is told below its field, and nothing changes.
    browser.click(css("[data-test=\"rules-as-text\"] summary"));
    browser.fill("rules-text", "[rules]\nP06 = { months = \"三\" }\n");
    browser.click("rules-text-save");
    browser.wait_text(&why("rules.P06.months"), "整数");
    browser.wait_focus("rules.P06.months");
    browser.wait_text(css("[data-rule=\"P06\"]"), "3 个月");
    browser.fill("rules-text", "[rules]\nP06 = { months = 9, clause = \"第三条\" }\n");
    browser.click("rules-text-save");
    browser.wait_text(css("[data-rule=\"P06\"]"), "9 个月");
    browser.wait_text(css("[data-rule=\"P06\"]"), "第三条");
    browser.fill("rules-text", "[rules]\nP06 = {");
    browser.click("rules-text-save");
    browser.wait_text("rules-refusal", "TOML");
    steps::wait_saved(&browser);
    let journal = steps::exported(&browser);
    let rules = journal.meet().regulations().map(|regulations| regulations.rules.clone()).expect("set");
    assert_eq!(rules.p06.map(|rule| rule.params), Some(9));
    assert!(rules.p08.is_none());
}

#[test]
fn rules_are_changed_field_by_field() {
    let (server, browser) = steps::start("rules_are_changed");
    let address = steps::open_meet(&browser, &steps::simulated(4));
    browser.open(&server, &format!("{address}/regulations"));
    steps::open_rules(&browser);
    browser.select("rules-preset", "provincial");
    browser.wait_there("rules.R06.min_grade");
    assert_eq!(browser.value("rules.R03.leagues"), "CBA、WCBA、NBL");
    assert_eq!(browser.value("rules.T01.BB"), "8-12");

    // A number, an article, a choice, a list; one rule off, another on.
    browser.fill("rules.P03.min", "20");
    browser.fill("rules.P03.clause", "第三条");
    browser.select("rules.P07.gap", "ineligible");
    browser.fill("rules.P08.with_evidence", "劳务派遣=派遣协议，返聘=返聘合同");
    browser.click("turn-R03");
    browser.wait_gone("rules.R03.leagues");
    browser.click("turn-R07");

    // What is no number, and then what must stand and does not, is told below its field; nothing is lost or changed.
    browser.fill("rules.P06.months", "半年");
    browser.click("rules-save");
    browser.wait_focus("rules.P06.months");
    browser.wait_text(&why("rules.P06.months"), "整数");
    browser.wait_text("rules-refusal", "没有采用");
    assert_eq!(browser.value("rules.P03.min"), "20");
    assert_eq!(browser.value("rules.P06.months"), "半年");
    browser.wait_there(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    for viewport in [PHONE, DESK] {
        browser.set_viewport(viewport);
        assert_eq!(steps::sticks_out(&browser), None);
    }

    browser.fill("rules.P06.months", "9");
    browser.click("rules-save");
    browser.wait_text(&why("rules.R07.tags"), "缺少");
    browser.wait_focus("rules.R07.tags");
    browser.fill("rules.R07.tags", "体育教师、教练");
    browser.fill("review.eyes", "3");
    browser.click("rules-save");
    browser.wait_there("rules-saved");
    assert_eq!(browser.texts("rules-refusal"), Vec::<String>::new());
    browser.wait_gone(css("[data-test=\"rules\"] [data-rule=\"R03\"]"));
    browser.wait_text(css("[data-rule=\"P03\"]"), "年满 20 周岁");
    browser.wait_text(css("[data-rule=\"P03\"]"), "第三条");
    browser.wait_text(css("[data-rule=\"R07\"]"), "体育教师、教练");
    steps::wait_saved(&browser);

    let meet = steps::exported(&browser);
    let regulations = meet.meet().regulations().expect("set");
    let rules = &regulations.rules;
    let p03 = rules.p03.as_ref().expect("on");
    assert_eq!((p03.params.min, p03.clause.as_str()), (Some(20), "第三条"));
    let with_paper: Vec<_> = rules.p08.iter().flat_map(|rule| &rule.params.with_evidence).collect();
    assert_eq!(with_paper.len(), 2);
    assert_eq!(rules.p07.as_ref().map(|rule| rule.params.gap), Some(GapOutcome::Ineligible));
    assert_eq!(rules.p06.as_ref().map(|rule| rule.params), Some(9));
    assert!(rules.r03.is_none() && rules.unchecked.iter().all(|left| left.why.is_empty()));
    assert_eq!(regulations.procedure.eyes, 3);
    assert_eq!(regulations.procedure.notice.map(|notice| notice.deposit), Some(500));

    // The review is made by it: whoever is under twenty is barred now.
    let born = |text: &str| Facts { birth: Birth::Day(Date::from_iso(text).expect("a day")), ..Facts::default() };
    let events = [steps::event(SINGLES)];
    let facts = born("2007-06-01");
    let candidate = Candidate {
        person: PersonId(1),
        unit: UnitId(1),
        sport: Sport::TableTennis,
        events: &events,
        name: "甲",
        facts: &facts,
    };
    let reviewed = review(regulations, &Register::default(), &[candidate]).people.remove(0);
    let young = reviewed.findings.iter().find(|finding| finding.code == Code::P03Under);
    let article = young.and_then(|finding| finding.clause.as_ref());
    assert_eq!(article.map(Clause::as_str), Some("第三条"));
}

/// The four presets, one after another, each as it stands in the core; and the review is made by it.
#[test]
fn every_preset_is_taken_and_reviewed_by() {
    let (server, browser) = steps::start("every_preset");
    let meet = steps::simulated(4);
    let address = steps::open_meet(&browser, &meet);
    let mut expected = games::regulations();
    // Something that only this preset says.
    let says = [
        ("rules.R02.past_outcome", "review"),
        ("review.eyes", "2"),
        ("rules.R08.rank_max", "20"),
        ("rules.P03.min", "16"),
    ];
    for ((name, text), (field, value)) in PRESETS.into_iter().zip(says) {
        browser.open(&server, &format!("{address}/regulations"));
        steps::open_rules(&browser);
        browser.select("rules-preset", name);
        browser.wait(name, || (browser.count(field) == 1 && browser.value(field) == value).then_some(()));
        browser.click("rules-save");
        browser.wait_there("rules-saved");
        browser.open(&server, &format!("{address}/review"));
        browser.click("review-run");
        browser.wait_there("review-row");
        steps::wait_saved(&browser);

        let (rules, review) = rules_of(&regulations_from_toml(text).expect("values")).expect("rules");
        // A preset that says nothing of the procedure leaves it as it is.
        expected = expected.with_rules(&rules, review.as_ref()).expect("sound");
        let journal = steps::exported(&browser);
        let regulations = journal.meet().regulations().expect("set");
        assert_eq!(regulations.rules, expected.rules, "{name}");
        assert_eq!(regulations.procedure, expected.procedure, "{name}");
        assert_eq!(journal.meet().reviews().len(), journal.meet().candidacies().count(), "{name}");
    }
}

#[test]
fn a_rule_that_is_not_understood_is_shown_and_only_kept_or_left_out() {
    let (server, browser) = steps::start("a_rule_not_understood");
    let text = std::fs::read_to_string(games::path("regulation.toml")).expect("the regulations are there");
    let text = text.replace("[rules]\n", "[rules]\nR07 = { tagz = [\"教练\"] }\n");
    let address = steps::open_meet(&browser, &steps::simulated_by(&text, 4, 0x6014));
    browser.open(&server, &format!("{address}/regulations"));
    browser.wait_text(css("[data-rule=\"R07\"]"), "不认识参数 tagz");
    steps::open_rules(&browser);
    browser.fill("rules.P06.months", "7");
    browser.click("rules-save");
    browser.wait_text(&why("rules.R07.tagz"), "不认识");
    browser.wait_text(&why("rules.R07.tags"), "缺少");
    browser.click("rules.R07.tagz");
    browser.fill("rules.R07.tags", "教练");
    browser.click("rules-save");
    browser.wait_there("rules-saved");
    browser.wait_text(css("[data-rule=\"P06\"]"), "7 个月");
    browser.wait_text(css("[data-rule=\"R07\"]"), "教练不得参赛");
}
