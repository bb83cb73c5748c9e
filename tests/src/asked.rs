//! Questions to the core, the same in every run: what one machine answers, any other must.

use gongsai::draw::{Entrant, Procedure, Qualifier};
use serde_json::{Value, json};

use crate::dice::Dice;

/// A question of a kind, as `gongsai_tests_wasm::answer` takes it.
pub type Question = (&'static str, String);

/// Files of cases with what answers them.
const VECTORS: [(&str, &str); 7] = [
    ("standings", include_str!("../vectors/badminton_groups.json")),
    ("standings", include_str!("../vectors/basketball_groups.json")),
    ("standings", include_str!("../vectors/constructed_edges.json")),
    ("standings", include_str!("../vectors/table_tennis_groups.json")),
    ("standings", include_str!("../vectors/team_groups.json")),
    ("score", include_str!("../vectors/score_validity.json")),
    ("tie", include_str!("../vectors/team_ties.json")),
];

/// Entrants of a few units, the first of them seeded.
pub fn random_entrants(dice: &mut Dice, n: u32, units: u32) -> Vec<Entrant> {
    let seeds = dice.below(n.min(8) + 1);
    let unit = |dice: &mut Dice| (!dice.once_in(6)).then(|| dice.below(units.max(1)));
    let seed = |index: u32| u16::try_from(index + 1).ok().filter(|_| index < seeds);
    let mut entrants: Vec<Entrant> = (0..n).map(|index| Entrant { unit: unit(dice), seed: seed(index) }).collect();
    let order = dice.order(entrants.len());
    entrants = order.into_iter().map(|index| entrants[index]).collect();
    entrants
}

/// Those of the first ranks of some groups.
pub fn qualifiers(groups: u16, through: u16, mut unit: impl FnMut() -> Option<u32>) -> Vec<Qualifier> {
    let mut all = Vec::new();
    for group in 1..=groups {
        for rank in 1..=through {
            all.push(Qualifier { group, rank, unit: unit() });
        }
    }
    all
}

/// The draws whose outcome by a version of the procedure never changes.
#[must_use]
pub fn golden(procedure: Procedure) -> Vec<String> {
    let mut dice = Dice::new(8);
    let entrants: Vec<Value> =
        random_entrants(&mut dice, 13, 4).iter().map(|entrant| json!([entrant.unit, entrant.seed])).collect();
    let version = procedure.version();
    let knockout =
        |table: u8| json!({ "task": "knockout", "table": table, "procedure": version, "entrants": entrants });
    let mut asked: Vec<Value> = (0..4).map(knockout).collect();
    asked.push(json!({ "task": "groups", "table": 0, "procedure": version, "groups": 4, "entrants": entrants }));
    let came: Vec<Value> =
        qualifiers(6, 2, || Some(dice.below(5))).iter().map(|came| json!([came.group, came.rank, came.unit])).collect();
    asked.push(json!({ "task": "crossing", "table": 1, "procedure": version, "qualifiers": came }));
    asked.iter().map(Value::to_string).collect()
}

/// The receipts of older versions, and what they become when one of their digits is another.
#[must_use]
pub fn receipts() -> Vec<Question> {
    let lines = include_str!("../vectors/receipts_1.jsonl").lines();
    lines.flat_map(|line| [("verify", line.to_owned()), ("verify", line.replace('1', "2"))]).collect()
}

/// So many random draws of each kind.
#[must_use]
pub fn draws(number: u32) -> Vec<Question> {
    let mut dice = Dice::new(2026);
    let rules = ["ittf", "bwf", "cn", "standard"];
    let mut asked = Vec::new();
    for run in 0..3 * number {
        let rule = rules[dice.below(4) as usize];
        let (format, groups, entrants): (&str, Option<u32>, Vec<Value>) = if run % 3 == 2 {
            let (groups, through) = (2 + dice.below(15) as u16, 1 + dice.below(3) as u16);
            let came = qualifiers(groups, through, || (!dice.once_in(6)).then(|| dice.below(9)));
            let row = |came: &Qualifier| {
                let id = format!("{}-{}", came.group, came.rank);
                json!({ "id": id, "group": came.group, "rank": came.rank, "unit": came.unit })
            };
            ("crossing", None, came.iter().map(row).collect())
        } else {
            let most = if dice.once_in(8) { 300 } else { 40 };
            let (n, units) = (2 + dice.below(most), 1 + dice.below(12));
            let entrants = random_entrants(&mut dice, n, units).into_iter().enumerate();
            let row = |(index, entrant): (usize, Entrant)| json!({ "id": format!("第{index}"), "unit": entrant.unit, "seed": entrant.seed });
            let groups = (run % 3 == 1).then(|| 1 + dice.below((n / 2).min(60)));
            (if groups.is_some() { "groups" } else { "knockout" }, groups, entrants.map(row).collect())
        };
        let case = json!({
            "format": format, "rule": rule, "groups": groups, "seed": format!("{:x}", dice.below(u32::MAX)),
            "entrants": entrants.into_iter().map(without_nulls).collect::<Vec<_>>(),
        });
        asked.push(("draw", without_nulls(case).to_string()));
    }
    asked
}

/// Plans of every format, as JSON and as text.
#[must_use]
pub fn plans() -> Vec<Question> {
    let formats = [
        json!({ "format": "knockout", "third_place": true }),
        json!({ "format": "knockout", "preliminary": true }),
        json!({ "format": "knockout-all-places" }),
        json!({ "format": "knockout-all-places", "down_to": 8 }),
        json!({ "format": "double-elimination" }),
        json!({ "format": "double-elimination", "no_reset": true }),
        json!({ "format": "consolation" }),
        json!({ "format": "feed-in" }),
        json!({ "format": "feed-in", "rounds": 2 }),
        json!({ "format": "page-playoff" }),
        json!({ "format": "stepladder" }),
        json!({ "format": "groups-knockout", "group_size": 4, "crossing": "fixed" }),
        json!({ "format": "groups-knockout", "group_size": 4, "crossing": "shifted", "rule": "cn" }),
        json!({ "format": "groups-knockout", "group_size": 4, "crossing": "mirrored", "rule": "bwf" }),
        json!({ "format": "groups-knockout", "group_size": 4, "crossing": "drawn", "best": 2 }),
        json!({ "format": "groups", "group_size": 5 }),
        json!({ "format": "groups", "groups": 2, "through": 2, "then": "double-elimination" }),
        json!({ "format": "round-robin", "legs": 2 }),
        json!({ "format": "round-robin", "order": "circle" }),
        json!({ "format": "round-robin", "first": "2-3,1-4" }),
    ];
    let mut asked = Vec::new();
    for entrants in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 16, 17, 24, 31, 32, 33, 48, 63, 64, 100] {
        for format in &formats {
            let mut question = format.clone();
            question["entrants"] = json!(entrants);
            asked.push(("plan", question.to_string()));
            asked.push(("plan-text", question.to_string()));
        }
    }
    asked
}

/// Every case of the published and constructed vectors.
#[must_use]
pub fn cases() -> Vec<Question> {
    let mut asked = Vec::new();
    for (kind, text) in VECTORS {
        let file: Value = serde_json::from_str(text).unwrap_or_default();
        let cases = file["cases"].as_array().cloned().unwrap_or_default();
        asked.extend(cases.into_iter().map(|case| (kind, case.to_string())));
    }
    asked
}

/// What is not there is not written.
fn without_nulls(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}
