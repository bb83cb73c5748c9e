//! What tests and benches ask of the core, both on this machine and compiled to WebAssembly: one source, two compilers.
//!
//! `cargo xtask test browser` builds the module as the app is built; the app itself holds none of this.

mod golden;
pub mod open_group;
pub mod playing;
pub mod sample;

use gongsai::document::case::{CaseError, check_score, standings, tie};
use gongsai::document::draw::{commit, draw, verify_draw};
use gongsai::document::plan::{PlanOptions, plan, plan_of_text, plan_text};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

/// The answer to a question of a kind, or why there is none; both are text.
#[wasm_bindgen]
pub fn answer(kind: &str, question: &str) -> String {
    let answered = match kind {
        "draw" => draw(question),
        "commit" => commit(question),
        "verify" => verify_draw(question),
        "standings" => standings(question),
        "score" => check_score(question),
        "tie" => tie(question),
        "plan" => planned(question, plan),
        "plan-text" => planned(question, plan_text),
        "plan-of-text" => plan_of_text(question),
        "golden" => return golden::answer(question).unwrap_or_else(|| "not understood".to_owned()),
        _ => return format!("{kind} is no kind of question"),
    };
    answered.unwrap_or_else(|error| format!("refused: {error}"))
}

/// A plan by `{"format","entrants"}` and the options by their names.
fn planned(
    question: &str,
    plan: impl Fn(&str, u32, &PlanOptions<'_>) -> Result<String, CaseError>,
) -> Result<String, CaseError> {
    let asked: Value = serde_json::from_str(question).unwrap_or_default();
    let number = |name: &str| asked[name].as_u64();
    let short = |name: &str| number(name).and_then(|number| u16::try_from(number).ok());
    let long = |name: &str| number(name).and_then(|number| u32::try_from(number).ok());
    let is = |name: &str| asked[name].as_bool().unwrap_or_default();
    let options = PlanOptions {
        groups: short("groups"),
        group_size: short("group_size"),
        sizes: asked["sizes"].as_str(),
        best: short("best"),
        through: short("through"),
        crossing: asked["crossing"].as_str(),
        third_place: is("third_place"),
        preliminary: is("preliminary"),
        down_to: long("down_to"),
        no_reset: is("no_reset"),
        rounds: short("rounds"),
        order: asked["order"].as_str(),
        then: asked["then"].as_str(),
        legs: short("legs"),
        first: asked["first"].as_str(),
        rule: asked["rule"].as_str(),
    };
    plan(asked["format"].as_str().unwrap_or_default(), long("entrants").unwrap_or_default(), &options)
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn questions_are_answered_or_refused() {
        let plan = r#"{"format":"knockout","entrants":2}"#;
        assert!(answer("plan", plan).starts_with(r#"{"format":"knockout","entrants":2,"#));
        assert!(answer("plan", "{}").starts_with("refused: "));
        let golden = r#"{"task":"knockout","table":0,"procedure":1,"entrants":[[1,1],[2,null]]}"#;
        assert_eq!(answer("golden", golden), "0 1");
        assert_eq!(answer("golden", "{}"), "not understood");
        assert_eq!(answer("weather", ""), "weather is no kind of question");
    }
}
