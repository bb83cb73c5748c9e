//! Parameters of rules as texts that people type into a field, and back.

use std::collections::BTreeMap;

use super::ParamKind;
use crate::regulations::Value;
use crate::text::half_width;

/// What stands between the texts of a list.
const COMMA: &str = "、";

impl ParamKind {
    /// The value that a typed text says. What is not of the kind stays the text that it is: verification then tells.
    ///
    /// ```
    /// use gongsai::regulations::{ParamKind, Value};
    /// assert_eq!(ParamKind::Number(None).value(" １８ "), Value::Int(18));
    /// assert_eq!(ParamKind::Range.value("8–12"), Value::List(vec![Value::Int(8), Value::Int(12)]));
    /// assert_eq!(ParamKind::Number(None).value("三"), Value::Text("三".to_owned()));
    /// ```
    #[must_use]
    pub fn value(self, typed: &str) -> Value {
        let typed = typed.trim();
        let read = match self {
            ParamKind::Flag(_) => typed.parse().map(Value::Bool).ok(),
            ParamKind::Number(_) | ParamKind::UpTo(_) => number(typed),
            ParamKind::Day | ParamKind::Month | ParamKind::Text | ParamKind::OneOf(..) => None,
            ParamKind::TextsOrAny if typed == "any" => None,
            ParamKind::Exactly(_) | ParamKind::Texts | ParamKind::TextsOrAny | ParamKind::Events => {
                Some(Value::List(items(typed).map(text).collect()))
            }
            ParamKind::Pairs => table(items(typed).map(|item| pair(item).map(|(name, of)| (name, text(of))))),
            ParamKind::BySport => {
                table(items(typed).map(|item| pair(item).and_then(|(name, of)| Some((name, number(of)?)))))
            }
            ParamKind::Marked(mark) => table(items(typed).map(|name| Some((name, text(mark))))),
            ParamKind::Range => range(typed).map(|(least, most)| Value::List(vec![least, most])),
            ParamKind::Steps => list(items(typed).map(|item| {
                let (up_to, number_of) = pair(item)?;
                Some(Value::List(vec![number(up_to)?, number(number_of)?]))
            })),
            ParamKind::Bands => list(items(typed).map(|item| {
                let (ages, people) = pair(item)?;
                let (from, to) = range(ages)?;
                Some(Value::List(vec![from, to, number(people)?]))
            })),
            ParamKind::Bans => Some(Value::List(items(typed).map(ban).collect())),
        };
        read.unwrap_or_else(|| text(typed))
    }

    /// The text that says this value; none where no text does.
    ///
    /// ```
    /// use gongsai::regulations::{ParamKind, Value};
    /// let pairs = Value::map([("劳务派遣", Value::Text("派遣协议".to_owned()))]);
    /// assert_eq!(ParamKind::Pairs.text(&pairs).as_deref(), Some("劳务派遣=派遣协议"));
    /// assert_eq!(ParamKind::Number(None).text(&pairs), None);
    /// ```
    #[must_use]
    pub fn text(self, value: &Value) -> Option<String> {
        let shown = match value {
            Value::Bool(yes) => yes.to_string(),
            Value::Int(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            Value::List(list) if self == ParamKind::Range => joined(list, "-"),
            Value::List(list) => list.iter().map(item).collect::<Vec<_>>().join(COMMA),
            Value::Map(map) => {
                let named = |(name, of): (&String, &Value)| match self {
                    ParamKind::Marked(_) => name.clone(),
                    _ => format!("{name}={}", item(of)),
                };
                map.iter().map(named).collect::<Vec<_>>().join(COMMA)
            }
        };
        Some(shown).filter(|shown| self.value(shown) == *value)
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The items of a list as people part them.
fn items(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|item| !item.is_empty())
}

fn pair(item: &str) -> Option<(&str, &str)> {
    let (name, of) = item.split_once(['=', '＝'])?;
    Some((name.trim(), of.trim())).filter(|(name, of)| !name.is_empty() && !of.is_empty())
}

fn range(typed: &str) -> Option<(Value, Value)> {
    let (least, most) = typed.split_once(['-', '–', '—', '－', '~', '～', '至'])?;
    number(least).zip(number(most))
}

fn number(typed: &str) -> Option<Value> {
    let digits: String = typed.trim().chars().map(half_width).collect();
    let number: u16 = digits.parse().ok()?;
    Some(Value::Int(number.into()))
}

fn list(items: impl Iterator<Item = Option<Value>>) -> Option<Value> {
    items.collect::<Option<Vec<Value>>>().map(Value::List)
}

/// None where a name stands twice.
fn table<'a>(items: impl Iterator<Item = Option<(&'a str, Value)>>) -> Option<Value> {
    let mut table = BTreeMap::new();
    for item in items {
        let (name, of) = item?;
        if table.insert(name.to_owned(), of).is_some() {
            return None;
        }
    }
    Some(Value::Map(table))
}

/// A name, or the parts of a ban as `name/tail/until`.
fn ban(item: &str) -> Value {
    let parts: Vec<&str> = item.split('/').map(str::trim).collect();
    match parts[..] {
        [name, tail] => Value::map([("name", text(name)), ("tail", text(tail))]),
        [name, "", until] => Value::map([("name", text(name)), ("until", text(until))]),
        [name, tail, until] => Value::map([("name", text(name)), ("tail", text(tail)), ("until", text(until))]),
        _ => text(item),
    }
}

/// One value inside a list or table.
fn item(value: &Value) -> String {
    match value {
        Value::Bool(yes) => yes.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(numbers) => match numbers.split_last() {
            Some((last, before)) => format!("{}={}", joined(before, "-"), item(last)),
            None => String::new(),
        },
        Value::Map(ban) => {
            let part = |name| ban.get(name).map(item).unwrap_or_default();
            format!("{}/{}/{}", part("name"), part("tail"), part("until")).trim_end_matches('/').to_owned()
        }
    }
}

fn joined(values: &[Value], by: &str) -> String {
    values.iter().map(item).collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is typed is shown so, and says the same again.
    #[track_caller]
    fn check(kind: ParamKind, typed: &str, shown: &str) {
        let value = kind.value(typed);
        assert_eq!(kind.text(&value).as_deref(), Some(shown), "{value:?}");
        assert_eq!(kind.value(shown), value);
    }

    #[test]
    fn what_people_type_is_read_whatever_signs_they_use() {
        check(ParamKind::Texts, "CBA，WCBA\nNBL, ", "CBA、WCBA、NBL");
        check(ParamKind::Pairs, "劳务派遣 ＝ 派遣协议；借调=借调证明", "借调=借调证明、劳务派遣=派遣协议");
        check(ParamKind::BySport, "TT＝10，BB=15", "BB=15、TT=10");
        check(ParamKind::Marked("retired"), "退休,返聘", "返聘、退休");
        check(ParamKind::Range, "８ 至 12", "8-12");
        check(ParamKind::Steps, "100=1, 200=2", "100=1、200=2");
        check(ParamKind::Bands, "35-45=1、46～99=2", "35-45=1、46-99=2");
        check(
            ParamKind::Bans,
            "甲、乙/1234、丙//2027-01-01、丁/001X/2027-01-01",
            "甲、乙/1234、丙//2027-01-01、丁/001X/2027-01-01",
        );
        check(ParamKind::TextsOrAny, "any", "any");
        check(ParamKind::TextsOrAny, "中国", "中国");
        check(ParamKind::Flag(true), "false", "false");
    }

    #[test]
    fn what_is_not_of_the_kind_stays_the_text() {
        for kind in [
            ParamKind::Number(None),
            ParamKind::UpTo(5),
            ParamKind::Range,
            ParamKind::BySport,
            ParamKind::Steps,
            ParamKind::Bands,
        ] {
            for typed in ["三", "-1", "70000", "1=", "8-", "甲=一", "1-2=x"] {
                check(kind, typed, typed);
                assert_eq!(kind.value(typed), text(typed));
            }
        }
        assert_eq!(ParamKind::Pairs.value("甲=1、甲=2"), text("甲=1、甲=2"));
    }

    #[test]
    fn what_no_text_says_is_not_shown_as_one() {
        let number = Value::Int(1);
        for (kind, value) in [
            (ParamKind::Number(None), Value::Int(-1)),
            (ParamKind::Texts, Value::List(vec![number.clone()])),
            (ParamKind::Texts, Value::List(vec![text("甲、乙")])),
            (ParamKind::Texts, text("甲")),
            (ParamKind::Text, text(" 甲")),
            (ParamKind::Range, Value::List(vec![number.clone(); 3])),
            (ParamKind::Bans, Value::List(vec![Value::map([("name", text("甲"))])])),
            (ParamKind::Marked("retired"), Value::map([("退休", text("ex_pro"))])),
        ] {
            assert_eq!(kind.text(&value), None, "{kind:?} {value:?}");
        }
    }
}
