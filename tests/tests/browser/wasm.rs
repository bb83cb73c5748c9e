//! The core compiled to WebAssembly answers in the browser, byte for byte, as it does natively.

use gongsai::draw::Procedure;
use gongsai_tests::asked::{self, Question};
use gongsai_tests::browser::{Browser, Server, core_module, tell};
use gongsai_tests_wasm::answer;
use gongsai_tests_wasm::playing::Event;
use serde_json::json;

/// How many questions go into the page at once.
const AT_ONCE: usize = 100;

/// What the module in the page answers.
#[track_caller]
fn answers(browser: &Browser, questions: &[Question]) -> Vec<String> {
    let script = "return arguments[0].map(([kind, question]) => window.core.answer(kind, question))";
    let answered = browser.script(script, &[json!(questions)]);
    let answered = answered.as_array().cloned().unwrap_or_default();
    answered.iter().map(|answer| answer.as_str().unwrap_or_default().to_owned()).collect()
}

/// Every question has one answer; tells how many there were, and how many of them were refused.
#[track_caller]
fn check(browser: &Browser, what: &str, questions: &[Question]) {
    let mut refused = 0;
    for some in questions.chunks(AT_ONCE) {
        let answered = answers(browser, some);
        assert_eq!(answered.len(), some.len(), "{what}: every question is answered");
        for ((kind, question), here) in some.iter().zip(answered) {
            let native = answer(kind, question);
            assert_eq!(here, native, "{what}: {kind} {question}");
            refused += usize::from(native.starts_with("refused"));
        }
    }
    tell(&format!("{what}: {} answers are the same in the browser, {refused} of them refusals", questions.len()));
}

#[test]
fn the_core_says_the_same_in_the_browser() {
    let server = Server::start(&core_module("web"));
    let browser = Browser::start("the_core_says_the_same");
    browser.open(&server, "/");

    let vectors = [
        (Procedure::First, include_str!("../../vectors/golden_draws.txt")),
        (Procedure::Even, include_str!("../../vectors/golden_draws_2.txt")),
    ];
    for (procedure, expected) in vectors {
        let questions: Vec<Question> = asked::golden(procedure).into_iter().map(|asked| ("golden", asked)).collect();
        assert_eq!(answers(&browser, &questions).join("\n"), expected.trim_end(), "{procedure:?}");
    }
    check(&browser, "receipts of the first version", &asked::receipts());
    let draws = asked::draws(100);
    check(&browser, "random draws", &draws);
    let again: Vec<Question> = draws.iter().map(|(kind, case)| ("verify", answer(kind, case))).collect();
    check(&browser, "receipts of random draws", &again);
    check(&browser, "plans", &asked::plans());
    check(&browser, "cases of the vectors", &asked::cases());

    // Whole events, played out: their places, and the order of a group by two sets of rules.
    let mut double = Event::double(200);
    assert!(double.play(u32::MAX) >= 398, "all but one lose twice");
    let script = "const event = window.core.Event.double(200); event.play(1e9); return event.places()";
    assert_eq!(browser.script(script, &[]).as_str(), Some(double.places().as_str()));
    let mut robin = Event::robin(40);
    assert_eq!(robin.play(u32::MAX), 780);
    for rules in ["ittf_3.7.5", "bwf_gcr_16.2"] {
        let script = "const event = window.core.Event.robin(40); event.play(1e9); return [...event.rank(arguments[0])]";
        assert_eq!(browser.script(script, &[rules.into()]), json!(robin.rank(rules)), "{rules}");
    }
}
