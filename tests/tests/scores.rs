//! Valid and invalid results, through the case border that the command `gongsai check-score` uses.
//!
//! Source of `vectors/score_validity.json`: ITTF 2.11.1 and 2.12.1, the BWF Laws since 2006 and the BWF decision of April
//! 2026, FIBA without draws; the cases are constructed.

use gongsai::document::case::check_score;
use serde_json::Value;

#[test]
fn scores_are_valid_or_not_by_the_books() {
    let file: Value = serde_json::from_str(include_str!("../vectors/score_validity.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 47);
    for case in cases {
        let answer: Value = serde_json::from_str(&check_score(&case.to_string()).unwrap()).unwrap();
        assert_eq!(answer["valid"], case["valid"], "{}: {}", case["id"], answer["why"]);
        assert_eq!(answer["why"] == "", answer["valid"] == true, "{}: a refusal has a reason", case["id"]);
    }
}
