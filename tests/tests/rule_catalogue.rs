//! The table of what each rule of eligibility asks for, held against the readers: whatever the table allows is read without a
//! defect, and whatever it does not is told.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gongsai::document::{regulations_from_toml, rules_of};
use gongsai::regulations::{
    CATALOGUE, Defect, DefectKind, Keys, NOTICE, Need, Param, ParamKind, REVIEW, RuleParams, Rules, Value,
};
use gongsai_tests::dice::Dice;
use gongsai_tests::games;
use gongsai_tests::rules::{drawn, params, rule, text};
use gongsai_wording::Lang;

/// How often each rule is drawn.
const ROUNDS: u32 = 60;

fn defects(id: &str, values: BTreeMap<String, Value>) -> Vec<Defect> {
    games::regulations().defects_of_rules(&Value::Map(BTreeMap::from([(id.to_owned(), Value::Map(values))])), None)
}

fn read(id: &str, values: BTreeMap<String, Value>) -> Rules {
    let rules = Value::Map(BTreeMap::from([(id.to_owned(), Value::Map(values))]));
    games::regulations().with_rules(&rules, None).unwrap().rules
}

/// Whether some defect is of this place or inside it.
#[track_caller]
fn told(found: &[Defect], path: &str, what: &str) {
    let inside = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
    let is_there = found.iter().any(|defect| defect.path.strip_prefix(path).is_some_and(inside));
    assert!(is_there, "{what} at {path}: {found:?}");
}

/// Where a parameter stands, and the values of the rule without it, with another value, or with a wrong name beside it.
fn places<'a>(
    rule: &'a RuleParams,
    values: &'a BTreeMap<String, Value>,
) -> impl Iterator<Item = (Vec<String>, &'a Param)> {
    let tables: Vec<Vec<String>> = match rule.keys.0 {
        Keys::None => vec![Vec::new()],
        _ => values.keys().filter(|name| *name != "clause").map(|name| vec![name.clone()]).collect(),
    };
    tables.into_iter().flat_map(move |table| {
        rule.params.iter().map(move |param| {
            let name = (!param.name.is_empty()).then(|| param.name.to_owned());
            (table.iter().cloned().chain(name).collect(), param)
        })
    })
}

fn changed(values: &BTreeMap<String, Value>, at: &[String], value: Option<Value>) -> BTreeMap<String, Value> {
    let mut values = values.clone();
    match (at, value) {
        ([name], Some(value)) => drop(values.insert(name.clone(), value)),
        ([name], None) => drop(values.remove(name)),
        ([table, rest @ ..], value) => {
            let inner = match values.get(table) {
                Some(Value::Map(inner)) => inner.clone(),
                _ => BTreeMap::new(),
            };
            values.insert(table.clone(), Value::Map(changed(&inner, rest, value)));
        }
        ([], _) => {}
    }
    values
}

#[test]
fn whatever_the_table_allows_is_read_and_whatever_it_does_not_is_told() {
    let mut dice = Dice::new(7);
    for of in CATALOGUE {
        for _ in 0..ROUNDS {
            let values = rule(&mut dice, of);
            assert_eq!(defects(of.id, values.clone()), [], "{} {values:?}", of.id);
            for (at, param) in places(of, &values) {
                let path = format!("rules.{}.{}", of.id, at.join("."));
                // Another kind of value; no rule has one of these two where the other may stand.
                for wrong in [Value::Int(-1), Value::List(vec![Value::Bool(true)])] {
                    let found = defects(of.id, changed(&values, &at, Some(wrong.clone())));
                    told(&found, &path, &format!("{wrong:?}"));
                }
                if param.need == Need::Must && !param.name.is_empty() {
                    told(&defects(of.id, changed(&values, &at, None)), &path, "what must stand is left out");
                }
                // A misspelt name beside it.
                if !param.name.is_empty() {
                    let mut beside = at.clone();
                    *beside.last_mut().unwrap() += "z";
                    let found = defects(of.id, changed(&values, &beside, Some(drawn(&mut dice, param.kind))));
                    told(&found, &format!("{path}z"), "a name that the table does not hold");
                }
            }
        }
    }
}

#[test]
fn one_at_least_of_several_and_a_table_at_least_must_stand() {
    let mut dice = Dice::new(8);
    let mut seen = 0;
    for of in CATALOGUE {
        let path = format!("rules.{}", of.id);
        if of.keys.1 == Need::Must {
            told(&defects(of.id, BTreeMap::new()), &path, "no table");
            seen += 1;
        } else if of.keys.0 != Keys::None {
            assert_eq!(defects(of.id, BTreeMap::new()), [], "{}", of.id);
        }
        if of.params.iter().any(|param| param.need == Need::OneAtLeast) {
            let mut values = rule(&mut dice, of);
            for param in of.params.iter().filter(|param| param.need == Need::OneAtLeast) {
                values.remove(param.name);
            }
            told(&defects(of.id, values), &path, "none of them");
            seen += 1;
        }
    }
    assert_eq!(seen, 11, "L01 L02 L03 L05 L06 E05, P11 R04 T02 T06 E04");
}

#[test]
fn what_is_left_out_is_meant_as_the_table_says() {
    let mut dice = Dice::new(9);
    for of in CATALOGUE {
        for _ in 0..ROUNDS {
            let values = rule(&mut dice, of);
            for (at, param) in places(of, &values) {
                let usual = match param.kind {
                    ParamKind::Flag(usual) => Value::Bool(usual),
                    ParamKind::Number(Some(usual)) => Value::Int(usual.into()),
                    ParamKind::OneOf(_, usual) if !usual.is_empty() => text(usual),
                    ParamKind::Exactly(_) => drawn(&mut dice, param.kind),
                    _ => continue,
                };
                let [without, with] = [None, Some(usual)].map(|value| changed(&values, &at, value));
                let asks_nothing = !defects(of.id, without.clone()).is_empty();
                if !asks_nothing {
                    assert_eq!(read(of.id, without), read(of.id, with), "{} {at:?}", of.id);
                }
            }
        }
    }
}

#[test]
fn the_procedure_and_its_notice_are_as_their_tables_say() {
    let mut dice = Dice::new(10);
    let rules = Value::map([]);
    for _ in 0..ROUNDS {
        let mut review = params(&mut dice, REVIEW.params);
        review.insert("notice".to_owned(), Value::Map(params(&mut dice, NOTICE.params)));
        let check = |review: &BTreeMap<String, Value>| {
            games::regulations().defects_of_rules(&rules, Some(&Value::Map(review.clone())))
        };
        assert_eq!(check(&review), [], "{review:?}");
        let of_notice = |param: &Param| vec!["notice".to_owned(), param.name.to_owned()];
        let all = REVIEW.params.iter().map(|param| (vec![param.name.to_owned()], param));
        for (at, param) in all.chain(NOTICE.params.iter().map(|param| (of_notice(param), param))) {
            let path = format!("review.{}", at.join("."));
            told(&check(&changed(&review, &at, Some(Value::Int(-1)))), &path, "a wrong value");
            let usual = match param.kind {
                ParamKind::Flag(usual) => Value::Bool(usual),
                ParamKind::Number(usual) => Value::Int(usual.unwrap().into()),
                ParamKind::UpTo(_) => Value::Int(1),
                ParamKind::OneOf(_, usual) => text(usual),
                kind => panic!("{kind:?}"),
            };
            let [without, with] = [None, Some(usual)].map(|value| {
                let review = Value::Map(changed(&review, &at, value));
                games::regulations().with_rules(&rules, Some(&review)).unwrap().procedure
            });
            assert_eq!(without, with, "{path}");
        }
    }
}

#[test]
fn a_misspelt_parameter_leaves_the_rule_to_people_and_says_so() {
    let rules = Value::map([("R07", Value::map([("tagz", Value::List(vec![text("教练")])), ("clause", text("九"))]))]);
    let regulations = games::regulations().with_rules(&rules, None).unwrap();
    let [left] = regulations.rules.unchecked.as_slice() else { panic!("{:?}", regulations.rules.unchecked) };
    assert_eq!((left.id.as_str(), left.clause.as_str()), ("R07", "九"));
    let of = |path: &str, kind| Defect { path: path.to_owned(), kind };
    assert_eq!(left.why, [of("rules.R07.tags", DefectKind::Missing), of("rules.R07.tagz", DefectKind::Unknown)]);
    // An event that the regulations do not hold.
    let rules = regulations_from_toml("rules = { L06 = { TT_old = 90 }, L03 = { BB = [5, 12] } }").unwrap();
    let rules = rules_of(&rules).unwrap().0;
    assert_eq!(games::regulations().defects_of_rules(&rules, None), [of("rules.L06.TT_old", DefectKind::Unknown)]);
}

/// What readers of rules expect is said in Chinese too: each text in their sources.
#[test]
fn what_is_expected_is_said_in_chinese() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/regulations");
    let rules = fs::read_dir(folder.join("rule")).unwrap().map(|file| file.unwrap().path());
    let mut seen = 0;
    for path in rules.chain(["value.rs", "procedure.rs"].map(|name| folder.join(name))) {
        let source = fs::read_to_string(&path).unwrap();
        for rest in source.split("Expected(\"").skip(1) {
            let what = rest.split_once("\")").unwrap().0.to_owned();
            let what: &'static str = Box::leak(what.into_boxed_str());
            let said = gongsai_wording::regulations::what(Lang::Zh, &DefectKind::Expected(what));
            assert!(!said.contains(what), "{}: {what}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 10);
}
