//! Rules of eligibility as fields that hold texts: nothing is lost on the way there and back.

use gongsai::document::{PRESETS, regulations_from_toml, rules_of};
use gongsai::regulations::{CATALOGUE, Holds, RuleField, RulesForm, Value};
use gongsai_tests::dice::Dice;
use gongsai_tests::games;
use gongsai_tests::rules::rule;

/// How often each rule is drawn.
const ROUNDS: u32 = 60;

/// Every preset and random rules are the same again after each of their fields was typed anew; a preset typed into an empty
/// form means the same.
#[test]
fn fields_typed_anew_give_the_same_rules() {
    let mut dice = Dice::new(11);
    let presets = PRESETS.iter().map(|(_, text)| rules_of(&regulations_from_toml(text).unwrap()).unwrap());
    let presets: Vec<_> = presets.collect();
    let random = (0..ROUNDS).map(|_| {
        let rules = CATALOGUE.iter().map(|of| (of.id.to_owned(), Value::Map(rule(&mut dice, of))));
        (Value::Map(rules.collect()), Some(Value::map([("eyes", Value::Int(2)), ("notice", Value::map([]))])))
    });
    let games = games::regulations();
    for (rules, review) in presets.iter().cloned().chain(random.collect::<Vec<_>>()) {
        let form = RulesForm::of(rules.clone(), review.clone());
        assert_eq!(form.values(), (rules.clone(), review.clone()));
        let mut again = form.clone();
        let mut fresh = RulesForm::of(Value::map([]), None);
        for section in form.sections(&games) {
            again.turn(&section, !section.on);
            again.turn(&section, section.on);
            fresh.turn(&section, section.on);
            for field in &section.fields {
                let Holds::Text(_, typed) = &field.holds else { panic!("{field:?} is no text") };
                again.set(field, typed.clone());
                if section.on {
                    fresh.set(field, typed.clone());
                }
            }
        }
        assert_eq!(again.values(), (rules.clone(), review.clone()));
        let meant = |(rules, review): &(Value, Option<Value>)| {
            let regulations = games.with_rules(rules, review.as_ref()).unwrap();
            (regulations.rules, regulations.procedure)
        };
        // A table that says nothing of a sport has no field to say so.
        if presets.contains(&(rules.clone(), review.clone())) {
            assert_eq!(meant(&fresh.values()), meant(&(rules, review)));
        }
    }
}

#[test]
fn what_a_form_cannot_show_stays_as_it_was() {
    let text_of = "rules = { P03 = { min = \"old\", top = 3 }, R07 = 3, P13 = \"off\", L01 = { BB = 1, XX = { women_min = 1 } }, \
                   P11 = { areas = 7 }, L03 = { players = 12 }, Z01 = {} }\nreview = { eyes = [1], other = true }";
    let (rules, review) = rules_of(&regulations_from_toml(text_of).unwrap()).unwrap();
    let form = RulesForm::of(rules.clone(), review.clone());
    assert_eq!(form.values(), (rules.clone(), review.clone()));
    let games = games::regulations();
    let mut again = form.clone();
    let mut raw = Vec::new();
    for section in form.sections(&games) {
        for field in section.fields {
            match &field.holds {
                Holds::Text(_, typed) => again.set(&field, typed.clone()),
                Holds::Value { .. } => raw.push(field),
            }
        }
    }
    assert_eq!(again.values(), (rules, review));
    let paths: Vec<String> = raw.iter().map(RuleField::path).collect();
    let expected = [
        "rules.P03.top",
        "rules.P11.areas",
        "rules.R07",
        "rules.L01.BB",
        "rules.L03.players",
        "rules.Z01",
        "review.eyes",
        "review.other",
    ];
    assert_eq!(paths, expected);
    // Left out, they go, and nothing else.
    for field in &raw {
        again.keep(field, false);
    }
    let (rules, review) = again.values();
    let kept = "rules = { P03 = { min = \"old\" }, P13 = \"off\", L01 = { XX = { women_min = 1 } }, P11 = {}, L03 = {} }\nreview = {}";
    assert_eq!(rules_of(&regulations_from_toml(kept).unwrap()), Some((rules, review)));
}
