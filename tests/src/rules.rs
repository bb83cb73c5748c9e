//! Random rules of eligibility, as the table of their parameters allows them in the games.

use std::collections::BTreeMap;

use gongsai::regulations::{Keys, Kind, Need, Param, ParamKind, QUOTA_CLASSES, Regulations, RuleParams, Value};

use crate::dice::Dice;
use crate::games;

/// A text.
#[must_use]
pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn number(dice: &mut Dice, least: u32, sides: u32) -> Value {
    Value::Int(i64::from(least + dice.below(sides)))
}

/// Any value of a kind.
pub fn drawn(dice: &mut Dice, kind: ParamKind) -> Value {
    let words = ["甲", "合同制", "R04", "a b", "1", "ex_pro"];
    let texts = |dice: &mut Dice| {
        let count = 1 + dice.below(3) as usize;
        dice.order(words.len()).into_iter().take(count).map(|at| text(words[at])).collect::<Vec<_>>()
    };
    match kind {
        ParamKind::Flag(_) => Value::Bool(dice.once_in(2)),
        ParamKind::Number(_) => number(dice, 0, 65536),
        ParamKind::UpTo(most) => number(dice, 1, most.into()),
        ParamKind::Day => text(["2026-04-01", "2024-02-29"][dice.below(2) as usize]),
        ParamKind::Month => text(["2026-03", "1999-12"][dice.below(2) as usize]),
        ParamKind::Text => text(words[dice.below(6) as usize]),
        ParamKind::OneOf(names, _) => text(names[dice.below(u32::try_from(names.len()).expect("few")) as usize]),
        ParamKind::Exactly(names) => Value::List(names.iter().map(|name| text(name)).collect()),
        ParamKind::TextsOrAny if dice.once_in(2) => text("any"),
        ParamKind::Texts | ParamKind::TextsOrAny => Value::List(texts(dice)),
        ParamKind::Events => {
            let events = events(&games::regulations(), true);
            Value::List(vec![text(&events[dice.below(u32::try_from(events.len()).expect("few")) as usize])])
        }
        ParamKind::Pairs | ParamKind::Marked(_) => {
            let of = if let ParamKind::Marked(mark) = kind { mark } else { "证明" };
            let names = texts(dice).into_iter().filter_map(|name| match name {
                Value::Text(name) => Some((name, text(of))),
                _ => None,
            });
            Value::Map(names.collect())
        }
        ParamKind::BySport => Value::map([("TT", number(dice, 0, 60)), ("BB", number(dice, 0, 60))]),
        ParamKind::Range => {
            let least = dice.below(20);
            Value::List(vec![Value::Int(least.into()), number(dice, least, 20)])
        }
        ParamKind::Steps => {
            let mut staff = 0;
            let step = |_| {
                staff += 1 + dice.below(100);
                Value::List(vec![Value::Int(staff.into()), number(dice, 0, 9)])
            };
            Value::List((0..3).map(step).collect())
        }
        ParamKind::Bands => {
            let mut age = 17;
            let band = |_| {
                let from = age + 1 + dice.below(5);
                age = from + dice.below(10);
                Value::List(vec![Value::Int(from.into()), Value::Int(age.into()), number(dice, 0, 6)])
            };
            Value::List((0..3).map(band).collect())
        }
        ParamKind::Bans => Value::List(vec![
            text("甲"),
            Value::map([("name", text("乙")), ("tail", text("001X"))]),
            Value::map([("name", text("丙")), ("until", text("2027-01-01"))]),
        ]),
    }
}

fn events(regulations: &Regulations, all: bool) -> Vec<String> {
    let events = regulations.events.iter().filter(|event| all || event.kind == Kind::Team);
    events.map(|event| event.id.to_string()).collect()
}

/// The names of the tables that a rule may have in the games.
fn keys(keys: Keys) -> Vec<String> {
    let games = games::regulations();
    let sports: Vec<String> = games.sports.iter().map(|sport| sport.code().to_owned()).collect();
    match keys {
        Keys::None => Vec::new(),
        Keys::Sport => sports,
        Keys::Event => events(&games, true),
        Keys::TeamEvent => events(&games, false),
        Keys::SportOrTeamEvent => [sports, events(&games, false)].concat(),
        Keys::Class => QUOTA_CLASSES.map(|class| class.name().to_owned()).into(),
    }
}

/// Values for parameters: those that must stand, and of the others some.
pub fn params(dice: &mut Dice, params: &[Param]) -> BTreeMap<String, Value> {
    let either: Vec<&Param> = params.iter().filter(|param| param.need == Need::OneAtLeast).collect();
    let sure = dice.below(u32::try_from(either.len().max(1)).expect("few")) as usize;
    let mut values = BTreeMap::new();
    for param in params {
        let stands = param.need == Need::Must || either.get(sure) == Some(&param);
        if stands || dice.once_in(2) {
            let value = match param.kind {
                // A flag as it is when it is left out asks for nothing.
                ParamKind::Flag(usual) if stands => Value::Bool(!usual),
                kind => drawn(dice, kind),
            };
            values.insert(param.name.to_owned(), value);
        }
    }
    // The least rank is one of the ranks.
    if let (Some(least), true) = (values.get("min_rank").cloned(), params.iter().any(|param| param.name == "ranks")) {
        values.insert("ranks".to_owned(), Value::List(vec![text("科员"), least]));
    }
    values
}

/// A rule of the catalogue with values that its table allows.
pub fn rule(dice: &mut Dice, rule: &RuleParams) -> BTreeMap<String, Value> {
    let mut values = if rule.keys.0 == Keys::None {
        params(dice, rule.params)
    } else {
        let names = keys(rule.keys.0);
        let count = 1 + dice.below(u32::try_from(names.len()).expect("few")) as usize;
        let chosen = dice.order(names.len()).into_iter().take(count);
        let table = |at: usize| {
            let mut values = params(dice, rule.params);
            let value = values.remove("").unwrap_or(Value::Map(values));
            (names[at].clone(), value)
        };
        chosen.map(table).collect()
    };
    values.insert("clause".to_owned(), text("第三条"));
    values
}
