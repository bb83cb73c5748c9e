//! What goes into a draw.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::document::case::node::Node;
use crate::document::case::{CaseError, CaseReason};
use crate::document::plan::{RULES, TABLES};
use crate::draw::{
    self, Breach, Commitment, DrawError, Drawn, Entrant, Locked, Procedure, Qualifier, Seed, Target, Task,
};
use crate::regulations::{DrawRule, GroupSizes};

const FORMATS: &[&str] = &["knockout", "groups", "crossing"];
const BY: &[&str] = &["lot", "table"];

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
    /// What is drawn, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    format: Format,
    /// What places those of a crossing; by table there is neither rule nor seed.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<GroupsIn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    units_apart: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phrase: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "commitment_text")]
    pub(super) commitment: Option<Commitment>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) words: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) witnesses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) locked: Vec<LockIn>,
    pub(super) entrants: Vec<EntrantIn>,
    /// The units by number.
    #[serde(skip)]
    pub(super) units: Vec<Value>,
    #[serde(skip)]
    task: Option<Task>,
    #[serde(skip)]
    pub(super) by_hand: Vec<Locked>,
    #[serde(skip)]
    key: Seed,
    #[serde(skip)]
    pub(super) procedure: Procedure,
}

/// The number of groups, or the size of each.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum GroupsIn {
    Number(u16),
    Each(Vec<u16>),
}

impl GroupsIn {
    fn read(node: &Node<'_>) -> Result<GroupsIn, CaseError> {
        match node.all() {
            Ok(sizes) => sizes.iter().map(Node::number).collect::<Result<_, _>>().map(GroupsIn::Each),
            Err(_) => node.number().map(GroupsIn::Number),
        }
    }

    fn sizes(self) -> GroupSizes {
        match self {
            GroupsIn::Number(number) => GroupSizes::Number(number),
            GroupsIn::Each(sizes) => GroupSizes::Each(sizes),
        }
    }
}

/// A place that is set by hand.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LockIn {
    entrant: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<u16>,
    pub(super) reason: String,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct EntrantIn {
    pub(super) id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u16>,
}

/// The seed of a draw as it was announced: digits, or else any text.
pub(super) struct Announced {
    seed: Option<String>,
    phrase: Option<String>,
}

impl Announced {
    pub(super) fn read(root: &Node<'_>) -> Result<Announced, CaseError> {
        let phrase = root.get("phrase").filter(|_| root.get("seed").is_none());
        if let Some(phrase) = phrase {
            return Ok(Announced { seed: None, phrase: Some(phrase.text()?.to_owned()) });
        }
        let seed = root.need("seed")?;
        let text = seed.text()?;
        Seed::from_hex(text).map_err(|_| seed.expected("1 to 64 hexadecimal digits"))?;
        Ok(Announced { seed: Some(text.to_owned()), phrase: None })
    }

    /// The text that counts: digits in lower case, a phrase as it is.
    pub(super) fn text(&self) -> String {
        let digits = self.seed.as_ref().map(|seed| seed.to_ascii_lowercase());
        digits.or_else(|| self.phrase.clone()).unwrap_or_default()
    }
}

impl Input {
    /// Reads what goes into a draw by a version of the procedure; the first knows no more than seed and entrants.
    pub(super) fn read(value: &Value, procedure: Procedure) -> Result<Input, CaseError> {
        let root = Node::root(value);
        let formats = [Format::Knockout, Format::Groups, Format::Crossing];
        let format = root.need("format")?.one_of(FORMATS, &formats)?;
        let more = |name: &str| root.get(name).filter(|_| procedure > Procedure::First);
        let by = more("by").filter(|_| format == Format::Crossing).map(|node| node.one_of(BY, BY)).transpose()?;
        if by == Some("table") {
            return Input::by_table(&root, procedure);
        }
        let rule = root.need("rule")?;
        let table = rule.one_of(RULES, &TABLES)?;
        let rule = rule.one_of(RULES, RULES)?;
        let units_apart = root.get("units_apart").map_or(Ok(true), |node| node.flag())?;
        let words = texts(more("words"))?;
        let announced = Announced::read(&root)?;
        let said = announced.text();
        let mut commitment = None;
        if let Some(node) = more("commitment") {
            let published: Commitment = node.text()?.parse().map_err(|_| node.expected("a commitment"))?;
            if published != Commitment::to(&said) {
                return Err(node.error(CaseReason::Commitment));
            }
            commitment = Some(published);
        }
        let key = Seed::mixed(&said, &words);
        let groups = match format {
            Format::Groups => Some(GroupsIn::read(&root.need("groups")?)?),
            Format::Knockout | Format::Crossing => None,
        };
        let mut input = Input {
            title: more("title").map(|node| node.text().map(str::to_owned)).transpose()?,
            format,
            by,
            groups: groups.clone(),
            rule: Some(rule),
            units_apart,
            seed: announced.seed,
            phrase: announced.phrase,
            commitment,
            words,
            witnesses: texts(more("witnesses"))?,
            locked: Vec::new(),
            entrants: Vec::new(),
            units: Vec::new(),
            task: None,
            by_hand: Vec::new(),
            key,
            procedure,
        };
        let (drawn, came, names) = input.read_entrants(&root.need("entrants")?)?;
        if let Some(list) = more("locked") {
            list.all()?.iter().try_for_each(|node| input.read_lock(node, &names))?;
        }
        let rule = DrawRule { table, units_apart };
        input.task = Some(match (format, groups) {
            (Format::Groups, Some(groups)) => Task::Groups { entrants: drawn, groups: groups.sizes(), rule },
            (Format::Crossing, _) => Task::Crossing { qualifiers: came, rule },
            (Format::Knockout | Format::Groups, _) => Task::Knockout { entrants: drawn, rule },
        });
        Ok(input)
    }

    /// Reads what goes into a crossing by table.
    fn by_table(root: &Node<'_>, procedure: Procedure) -> Result<Input, CaseError> {
        let units_apart = root.get("units_apart").map_or(Ok(true), |node| node.flag())?;
        let mut input = Input {
            title: root.get("title").map(|node| node.text().map(str::to_owned)).transpose()?,
            format: Format::Crossing,
            by: Some("table"),
            groups: None,
            rule: None,
            units_apart,
            seed: None,
            phrase: None,
            commitment: None,
            words: Vec::new(),
            witnesses: texts(root.get("witnesses"))?,
            locked: Vec::new(),
            entrants: Vec::new(),
            units: Vec::new(),
            task: None,
            by_hand: Vec::new(),
            key: Seed::of_text(""),
            procedure,
        };
        let (_, qualifiers, names) = input.read_entrants(&root.need("entrants")?)?;
        if let Some(list) = root.get("locked") {
            list.all()?.iter().try_for_each(|node| input.read_lock(node, &names))?;
        }
        input.task = Some(Task::Table { qualifiers, units_apart });
        Ok(input)
    }

    fn read_lock(&mut self, node: &Node<'_>, names: &BTreeMap<String, usize>) -> Result<(), CaseError> {
        let entrant = node.need("entrant")?;
        let name = entrant.name()?;
        let index = *names.get(&name).ok_or_else(|| entrant.error(CaseReason::NoSuchEntrant(name)))?;
        let place = node.need(if self.format == Format::Groups { "group" } else { "position" })?.number()?;
        let (position, group) = match self.format {
            Format::Groups => (None, Some(place)),
            Format::Knockout | Format::Crossing => (Some(place), None),
        };
        let reason = node.need("reason")?;
        let text = reason.text()?;
        if text.trim().is_empty() {
            return Err(reason.expected("a reason"));
        }
        let to = if group.is_some() { Target::Group(place) } else { Target::Position(place.into()) };
        self.by_hand.push(Locked { entrant: index, to });
        self.locked.push(LockIn { entrant: entrant.json().clone(), position, group, reason: text.to_owned() });
        Ok(())
    }

    fn read_entrants(&mut self, list: &Node<'_>) -> Result<Read, CaseError> {
        let (mut names, mut units) = (BTreeMap::new(), BTreeMap::new());
        let (mut drawn, mut came) = (Vec::new(), Vec::new());
        for node in list.all()? {
            let id = node.need("id")?;
            let name = id.name()?;
            if names.insert(name.clone(), self.entrants.len()).is_some() {
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
            let known = node.get("name").filter(|_| self.procedure > Procedure::First);
            let name = known.map(|name| name.text().map(str::to_owned)).transpose()?;
            self.entrants.push(EntrantIn { id: id.json().clone(), name, unit, seed, group, rank });
        }
        Ok((drawn, came, names))
    }

    pub(super) fn draw(&self) -> Result<Drawn, CaseError> {
        let error = |path: String, reason| CaseError { path, reason };
        let entrants = || "entrants".to_owned();
        let task = self.task.as_ref().ok_or_else(|| error(entrants(), CaseReason::Missing))?;
        draw::draw_around(task, &self.by_hand, self.key, self.procedure).map_err(|reason| match reason {
            DrawError::Lock { lock, .. } => error(format!("locked[{lock}]"), CaseReason::Draw(reason)),
            _ => error(entrants(), CaseReason::Draw(reason)),
        })
    }

    /// The seed as it was announced.
    pub(super) fn said(&self) -> &str {
        self.seed.as_deref().or(self.phrase.as_deref()).unwrap_or_default()
    }

    /// The rules that each place set by hand breaks.
    pub(super) fn breaches(&self) -> Vec<Vec<Breach>> {
        self.task.as_ref().map_or_else(Vec::new, |task| draw::breaches(task, &self.by_hand))
    }
}

/// Entrants for a draw or a second one, and the indices of their names.
type Read = (Vec<Entrant>, Vec<Qualifier>, BTreeMap<String, usize>);

fn texts(list: Option<Node<'_>>) -> Result<Vec<String>, CaseError> {
    let Some(list) = list else { return Ok(Vec::new()) };
    list.all()?.iter().map(|node| node.text().map(str::to_owned)).collect()
}

fn commitment_text<S: serde::Serializer>(commitment: &Option<Commitment>, to: S) -> Result<S::Ok, S::Error> {
    match commitment {
        Some(commitment) => to.collect_str(commitment),
        None => to.serialize_none(),
    }
}
