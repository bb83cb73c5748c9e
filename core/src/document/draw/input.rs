//! What goes into a draw.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::document::case::node::Node;
use crate::document::case::{CaseError, CaseReason};
use crate::document::plan::{RULES, TABLES};
use crate::draw::{self, Drawn, Entrant, Qualifier, Seed, Task};
use crate::regulations::DrawRule;

const FORMATS: &[&str] = &["knockout", "groups", "crossing"];

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Format {
    Knockout,
    Groups,
    Crossing,
}

/// The input of a draw, with every value as it was given, in the order in which a receipt shows it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Input {
    format: Format,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<u16>,
    rule: &'static str,
    units_apart: bool,
    seed: String,
    pub(super) entrants: Vec<EntrantIn>,
    /// The units by number.
    #[serde(skip)]
    pub(super) units: Vec<Value>,
    #[serde(skip)]
    task: Option<Task>,
    #[serde(skip)]
    key: Seed,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct EntrantIn {
    pub(super) id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u16>,
}

impl Input {
    pub(super) fn read(value: &Value) -> Result<Input, CaseError> {
        let root = Node::root(value);
        let formats = [Format::Knockout, Format::Groups, Format::Crossing];
        let format = root.need("format")?.one_of(FORMATS, &formats)?;
        let rule = root.need("rule")?;
        let table = rule.one_of(RULES, &TABLES)?;
        let rule = rule.one_of(RULES, RULES)?;
        let units_apart = root.get("units_apart").map_or(Ok(true), |node| node.flag())?;
        let seed = root.need("seed")?;
        let text = seed.text()?;
        let key = Seed::from_hex(text).map_err(|_| seed.expected("1 to 64 hexadecimal digits"))?;
        let groups = match format {
            Format::Groups => Some(root.need("groups")?.number()?),
            Format::Knockout | Format::Crossing => None,
        };
        let mut input = Input {
            format,
            groups,
            rule,
            units_apart,
            seed: text.to_owned(),
            entrants: Vec::new(),
            units: Vec::new(),
            task: None,
            key,
        };
        let (drawn, came) = input.read_entrants(&root.need("entrants")?)?;
        let rule = DrawRule { table, units_apart };
        input.task = Some(match (format, groups) {
            (Format::Groups, Some(groups)) => Task::Groups { entrants: drawn, groups, rule },
            (Format::Crossing, _) => Task::Crossing { qualifiers: came, rule },
            (Format::Knockout | Format::Groups, _) => Task::Knockout { entrants: drawn, rule },
        });
        Ok(input)
    }

    fn read_entrants(&mut self, list: &Node<'_>) -> Result<(Vec<Entrant>, Vec<Qualifier>), CaseError> {
        let (mut names, mut units) = (BTreeSet::new(), BTreeMap::new());
        let (mut drawn, mut came) = (Vec::new(), Vec::new());
        for node in list.all()? {
            let id = node.need("id")?;
            let name = id.name()?;
            if !names.insert(name.clone()) {
                return Err(id.error(CaseReason::Twice(name)));
            }
            let unit = node.get("unit");
            let number = match &unit {
                Some(unit) => {
                    let number = *units.entry(unit.name()?).or_insert(self.units.len());
                    if number == self.units.len() {
                        self.units.push(unit.json().clone());
                    }
                    Some(u32::try_from(number).unwrap_or(u32::MAX))
                }
                None => None,
            };
            let (mut seed, mut group, mut rank) = (None, None, None);
            if self.format == Format::Crossing {
                let from = (node.need("group")?.number()?, node.need("rank")?.number()?);
                came.push(Qualifier { group: from.0, rank: from.1, unit: number });
                (group, rank) = (Some(from.0), Some(from.1));
            } else {
                seed = node.get("seed").map(|seed| seed.number()).transpose()?;
                drawn.push(Entrant { unit: number, seed });
            }
            let unit = unit.map(|unit| unit.json().clone());
            self.entrants.push(EntrantIn { id: id.json().clone(), unit, seed, group, rank });
        }
        Ok((drawn, came))
    }

    pub(super) fn draw(&self) -> Result<Drawn, CaseError> {
        let error = |reason| CaseError { path: "entrants".to_owned(), reason };
        let task = self.task.as_ref().ok_or_else(|| error(CaseReason::Missing))?;
        draw::draw(task, self.key).map_err(|reason| error(CaseReason::Draw(reason)))
    }
}
