//! Rules of eligibility and the procedure of review as fields that hold texts: what a form shows, and what was typed into it.

use std::collections::BTreeMap;

use super::{
    CATALOGUE, Defect, Keys, Kind, NOTICE, Param, ParamKind, QUOTA_CLASSES, REVIEW, Regulations, RuleParams, Value,
};

/// Rules and a procedure as they stand, and what was typed over them. What nobody typed over stays as it is, whatever it is.
///
/// ```
/// use gongsai::regulations::{RulesForm, Value};
/// let rules = Value::map([("P03", Value::map([("min", Value::Int(18))]))]);
/// assert_eq!(RulesForm::of(rules.clone(), None).values(), (rules, None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesForm {
    /// `rules`, and `review` where there is one.
    standing: BTreeMap<String, Value>,
    typed: BTreeMap<Vec<String>, (ParamKind, String)>,
    turned: BTreeMap<Vec<String>, bool>,
}

/// One rule, the procedure or its notice: whether it is on, and its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesSection {
    /// The id in the catalogue; `review`, `notice`; empty for rules that the catalogue does not have.
    pub id: &'static str,
    /// Whether it holds.
    pub on: bool,
    /// Whether it can be turned on and off.
    pub turns: bool,
    /// Its fields; those of a rule that is off too.
    pub fields: Vec<RuleField>,
    at: Vec<String>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleField {
    /// The sport, event or class that it is for.
    pub key: Option<String>,
    /// The name of the parameter; empty where the value stands under its key itself.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
    at: Vec<String>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A text, of a parameter of this kind.
    Text(ParamKind, String),
    /// A value that no text says, or one of a name that is not known. It can only be kept or left out.
    Value {
        /// The value.
        value: Value,
        /// Whether it is kept.
        kept: bool,
    },
}

impl RulesForm {
    /// The form of rules and a procedure.
    #[must_use]
    pub fn of(rules: Value, review: Option<Value>) -> RulesForm {
        let mut standing = BTreeMap::from([("rules".to_owned(), rules)]);
        standing.extend(review.map(|review| ("review".to_owned(), review)));
        RulesForm { standing, typed: BTreeMap::new(), turned: BTreeMap::new() }
    }

    /// A text was typed into a field; an empty one leaves the parameter out.
    pub fn set(&mut self, field: &RuleField, text: String) {
        let kind = match field.holds {
            Holds::Text(kind, _) => kind,
            Holds::Value { .. } => ParamKind::Text,
        };
        self.typed.insert(field.at.clone(), (kind, text));
    }

    /// A value that no text says is kept, or left out.
    pub fn keep(&mut self, field: &RuleField, kept: bool) {
        if kept {
            self.typed.remove(&field.at);
        } else {
            self.set(field, String::new());
        }
    }

    /// A section is turned on or off, if it can be. What stood in one comes back when it is turned on again.
    pub fn turn(&mut self, section: &RulesSection, on: bool) {
        if !section.turns {
            return;
        }
        if on == is_on(self.standing(&section.at)) {
            self.turned.remove(&section.at);
        } else {
            self.turned.insert(section.at.clone(), on);
        }
    }

    /// The rules, and the procedure where one stands, as they are now.
    #[must_use]
    pub fn values(&self) -> (Value, Option<Value>) {
        let mut all = self.standing.clone();
        for (at, on) in &self.turned {
            put(&mut all, at, on.then(|| Value::Map(BTreeMap::new())));
        }
        for (at, (kind, typed)) in &self.typed {
            let is_off = self.turned.iter().any(|(section, on)| !on && at.starts_with(section));
            if !is_off {
                put(&mut all, at, (!typed.trim().is_empty()).then(|| kind.value(typed)));
                // What a rule says of a sport or an event goes with its last value.
                let empty = Some(Value::Map(BTreeMap::new()));
                if let [table @ .., _] = at.as_slice()
                    && table.len() == 3
                    && place(&all, table) == empty.as_ref()
                    && self.standing(table) != empty.as_ref()
                {
                    put(&mut all, table, None);
                }
            }
        }
        let rules = all.remove("rules").unwrap_or_else(|| Value::Map(BTreeMap::new()));
        (rules, all.remove("review"))
    }

    /// The sections: the catalogue, what else the rules name, the procedure and its notice. Sports and events are those of these
    /// regulations, and whatever the rules name.
    #[must_use]
    pub fn sections(&self, regulations: &Regulations) -> Vec<RulesSection> {
        let mut sections: Vec<RulesSection> = Vec::new();
        for rule in CATALOGUE {
            // The number of a document and its owner are checked always.
            let turns = !matches!(rule.id, "P01" | "P02");
            sections.push(self.section(regulations, rule, vec!["rules".to_owned(), rule.id.to_owned()], turns));
        }
        let known = |name: &str| CATALOGUE.iter().any(|rule| rule.id == name);
        let at = vec!["rules".to_owned()];
        let fields = self.unknown(&at, None, known);
        sections.push(RulesSection { id: "", on: !fields.is_empty(), turns: false, fields, at });
        let at = vec!["review".to_owned()];
        sections.push(self.section(regulations, &REVIEW, at.clone(), false));
        sections.push(self.section(regulations, &NOTICE, [at, vec!["notice".to_owned()]].concat(), true));
        sections
    }

    fn section(&self, regulations: &Regulations, rule: &RuleParams, at: Vec<String>, turns: bool) -> RulesSection {
        let on = self.turned.get(&at).copied().unwrap_or_else(|| !turns || is_on(self.standing(&at)));
        let mut fields = Vec::new();
        match self.standing(&at) {
            Some(value) if !matches!(value, Value::Map(_)) && is_on(Some(value)) => {
                fields.push(self.raw(at.clone(), None, String::new(), value));
            }
            _ => self.fields(regulations, rule, &at, &mut fields),
        }
        RulesSection { id: rule.id, on, turns, fields, at }
    }

    fn fields(&self, regulations: &Regulations, rule: &RuleParams, at: &[String], fields: &mut Vec<RuleField>) {
        if rule.id != NOTICE.id {
            fields.extend(self.param(at, None, &super::rule::may("clause", ParamKind::Text)));
        }
        if rule.keys.0 == Keys::None {
            fields.extend(rule.params.iter().filter_map(|param| self.param(at, None, param)));
            let known = |name: &str| {
                let inner = rule.id == REVIEW.id && name == NOTICE.id;
                inner || name == "clause" || rule.params.iter().any(|param| param.name == name)
            };
            fields.extend(self.unknown(at, None, known));
            return;
        }
        for key in self.keys(regulations, rule.keys.0, at) {
            let inside = [at, std::slice::from_ref(&key)].concat();
            match (rule.params, self.standing(&inside)) {
                ([param], _) if param.name.is_empty() => fields.extend(self.param(&inside, Some(&key), param)),
                (_, Some(value)) if !matches!(value, Value::Map(_)) => {
                    fields.push(self.raw(inside, Some(&key), String::new(), value));
                }
                (params, _) => {
                    fields.extend(params.iter().filter_map(|param| self.param(&inside, Some(&key), param)));
                    let known = |name: &str| params.iter().any(|param| param.name == name);
                    fields.extend(self.unknown(&inside, Some(&key), known));
                }
            }
        }
    }

    /// What the tables of a rule are for: what the meet has, and then what the rule names beside it.
    fn keys(&self, regulations: &Regulations, keys: Keys, at: &[String]) -> Vec<String> {
        let sports = || regulations.sports.iter().map(|sport| sport.code().to_owned());
        let events = |all: bool| {
            let events = regulations.events.iter().filter(move |event| all || event.kind == Kind::Team);
            events.map(|event| event.id.to_string())
        };
        let mut names: Vec<String> = match keys {
            Keys::None => Vec::new(),
            Keys::Sport => sports().collect(),
            Keys::Event => events(true).collect(),
            Keys::TeamEvent => events(false).collect(),
            Keys::SportOrTeamEvent => sports().chain(events(false)).collect(),
            Keys::Class => QUOTA_CLASSES.iter().map(|class| class.name().to_owned()).collect(),
        };
        if let Some(Value::Map(standing)) = self.standing(at) {
            let others = standing.keys().filter(|name| *name != "clause" && !names.contains(name));
            let others: Vec<String> = others.cloned().collect();
            names.extend(others);
        }
        names
    }

    /// The field of a parameter; none where it says only one thing, and says it or is left out.
    fn param(&self, inside: &[String], key: Option<&String>, param: &Param) -> Option<RuleField> {
        let named = (!param.name.is_empty()).then(|| param.name.to_owned());
        let at: Vec<String> = inside.iter().cloned().chain(named).collect();
        let value = self.standing(&at);
        let settled = match param.kind {
            ParamKind::OneOf([only], _) => Some(Value::Text((*only).to_owned())),
            ParamKind::Exactly(texts) => {
                Some(Value::List(texts.iter().map(|text| Value::Text((*text).to_owned())).collect()))
            }
            _ => None,
        };
        if settled.is_some() && (value.is_none() || value == settled.as_ref()) {
            return None;
        }
        let shown = match value {
            None => Some(String::new()),
            Some(value) => param.kind.text(value).filter(|_| settled.is_none()),
        };
        match (shown, value) {
            (None, Some(value)) if !self.typed.contains_key(&at) => {
                Some(self.raw(at, key, param.name.to_owned(), value))
            }
            (shown, _) => {
                let typed = self.typed.get(&at).map(|(_, typed)| typed.clone());
                let text = typed.or(shown).unwrap_or_default();
                let holds = Holds::Text(param.kind, text);
                Some(RuleField { key: key.cloned(), name: param.name.to_owned(), holds, at })
            }
        }
    }

    fn raw(&self, at: Vec<String>, key: Option<&String>, name: String, value: &Value) -> RuleField {
        let kept = !self.typed.contains_key(&at);
        RuleField { key: key.cloned(), name, holds: Holds::Value { value: value.clone(), kept }, at }
    }

    /// The fields of names that the catalogue does not have.
    fn unknown(&self, inside: &[String], key: Option<&String>, known: impl Fn(&str) -> bool) -> Vec<RuleField> {
        let Some(Value::Map(standing)) = self.standing(inside) else { return Vec::new() };
        let others = standing.iter().filter(|(name, _)| !known(name));
        let field = |(name, value): (&String, &Value)| {
            self.raw([inside, std::slice::from_ref(name)].concat(), key, name.clone(), value)
        };
        others.map(field).collect()
    }

    /// The value that stands at a place.
    fn standing(&self, at: &[String]) -> Option<&Value> {
        place(&self.standing, at)
    }
}

impl RulesSection {
    /// Whether a defect is of this section, whichever field tells it.
    #[must_use]
    pub fn tells(&self, defect: &Defect) -> bool {
        is_at(&self.at, defect)
    }
}

impl RuleField {
    /// The place in the regulations (`rules.P03.min`).
    #[must_use]
    pub fn path(&self) -> String {
        self.at.join(".")
    }

    /// Whether a defect is of what stands in this field.
    #[must_use]
    pub fn tells(&self, defect: &Defect) -> bool {
        is_at(&self.at, defect)
    }
}

/// Whether a defect is of what stands at a place, or inside it.
fn is_at(at: &[String], defect: &Defect) -> bool {
    let rest = defect.path.strip_prefix(at.join(".").as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Whether a rule with this value is on.
fn is_on(value: Option<&Value>) -> bool {
    value.is_some_and(|value| *value != Value::Text("off".to_owned()))
}

/// The value at a place.
fn place<'a>(tables: &'a BTreeMap<String, Value>, at: &[String]) -> Option<&'a Value> {
    let (first, rest) = at.split_first()?;
    rest.iter().try_fold(tables.get(first)?, |value, name| match value {
        Value::Map(fields) => fields.get(name),
        Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) => None,
    })
}

/// Puts a value at a place, or takes it away.
fn put(into: &mut BTreeMap<String, Value>, at: &[String], value: Option<Value>) {
    match (at, value) {
        ([], _) => {}
        ([name], Some(value)) => drop(into.insert(name.clone(), value)),
        ([name], None) => drop(into.remove(name)),
        ([name, rest @ ..], value) => {
            if value.is_none() && !matches!(into.get(name), Some(Value::Map(_))) {
                return;
            }
            let inner = into.entry(name.clone()).or_insert_with(|| Value::Map(BTreeMap::new()));
            if !matches!(inner, Value::Map(_)) {
                *inner = Value::Map(BTreeMap::new());
            }
            let Value::Map(fields) = inner else { return };
            put(fields, rest, value);
        }
    }
}
