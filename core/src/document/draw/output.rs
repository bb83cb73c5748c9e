//! What comes out of a draw.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::input::{Input, LockIn};
use crate::document::case::CaseError;
use crate::document::case::node::write;
use crate::draw::{Breach, Drawn, How, Pot, Procedure, Shortfall, Spot, Step};
use crate::hex;

/// The result: positions or groups.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Placings {
    Positions(Vec<Option<Value>>),
    Groups(Vec<Vec<Value>>),
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct ShortfallOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<u16>,
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    matches: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fewest: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<u16>,
}

#[derive(Clone, Debug, Serialize)]
struct StepOut<'a> {
    entrant: &'a Value,
    pot: PotOut,
    #[serde(flatten)]
    to: SpotOut,
    how: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum PotOut {
    Seeds(u16, u16),
    Unseeded,
    Winners(u16, u16),
    Rank(u16),
    Locked,
}

/// A place that was set by hand, with the rules that it breaks.
#[derive(Clone, Debug, Serialize)]
struct LockOut<'a> {
    #[serde(flatten)]
    lock: &'a LockIn,
    breaks: Vec<BreachOut>,
}

#[derive(Clone, Debug, Serialize)]
struct BreachOut {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<u16>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum SpotOut {
    Position { position: u32 },
    Group { group: u16, row: u16 },
}

/// The receipt: what went in, what came out, and the SHA-256 of both, short enough to be read out.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ReceiptOut<'a> {
    procedure: u16,
    input: &'a Input,
    /// The SHA-256 of the entrants as they stand in the input, as JSON without spaces: it can be published before.
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<String>,
    #[serde(flatten)]
    placings: Placings,
    shortfall: Vec<ShortfallOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locked: Option<Vec<LockOut<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<StepOut<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
}

/// The answer of `gongsai draw`.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    #[serde(flatten)]
    placings: Placings,
    shortfall: Vec<ShortfallOut>,
    steps: Vec<StepOut<'a>>,
    receipt: ReceiptOut<'a>,
}

impl<'a> Answer<'a> {
    pub(super) fn of(input: &'a Input, drawn: &Drawn, receipt: ReceiptOut<'a>) -> Answer<'a> {
        let steps = steps_out(input, drawn);
        Answer { placings: receipt.placings.clone(), shortfall: receipt.shortfall.clone(), steps, receipt }
    }
}

fn steps_out<'a>(input: &'a Input, drawn: &Drawn) -> Vec<StepOut<'a>> {
    let steps = match drawn {
        Drawn::Knockout(drawn) => &drawn.steps,
        Drawn::Groups(drawn) => &drawn.steps,
    };
    steps.iter().filter_map(|step| step_out(input, step)).collect()
}

/// The SHA-256 of the entrants, as JSON.
pub(super) fn entries(input: &Input) -> Result<String, CaseError> {
    Ok(hex::text(&Sha256::digest(write(&input.entrants)?.as_bytes())))
}

impl<'a> ReceiptOut<'a> {
    pub(super) fn of(input: &'a Input, drawn: &Drawn) -> Result<ReceiptOut<'a>, CaseError> {
        let id = |index: usize| input.entrants.get(index).map(|entrant| entrant.id.clone());
        let (placings, shortfall) = match drawn {
            Drawn::Knockout(drawn) => {
                let positions = drawn.positions.iter().map(|entrant| entrant.and_then(id)).collect();
                (Placings::Positions(positions), &drawn.shortfall)
            }
            Drawn::Groups(drawn) => {
                let groups = drawn.groups.iter().map(|group| group.iter().filter_map(|index| id(*index)).collect());
                (Placings::Groups(groups.collect()), &drawn.shortfall)
            }
        };
        let shortfall = shortfall.iter().map(|shortfall| shortfall_out(input, *shortfall)).collect();
        let mut receipt = ReceiptOut {
            procedure: input.procedure.version(),
            input,
            entries: None,
            placings,
            shortfall,
            locked: None,
            steps: None,
            digest: None,
        };
        if input.procedure > Procedure::First {
            receipt.entries = Some(entries(input)?);
            receipt.steps = Some(steps_out(input, drawn));
            let locks = input.locked.iter().zip(input.breaches());
            let locks =
                locks.map(|(lock, breaches)| LockOut { lock, breaks: breaches.iter().map(breach_out).collect() });
            receipt.locked = Some(locks.collect()).filter(|locks: &Vec<LockOut<'_>>| !locks.is_empty());
        }
        let digest = Sha256::digest(write(&receipt)?.as_bytes());
        receipt.digest = Some(hex::text(&digest));
        Ok(receipt)
    }
}

fn shortfall_out(input: &Input, shortfall: Shortfall) -> ShortfallOut {
    let unit = |number: u32| input.units.get(number as usize).cloned();
    // The first procedure did not tell the round.
    let from = |round: u16| Some(round).filter(|_| input.procedure > Procedure::First);
    match shortfall {
        Shortfall::FirstRound { unit: number, matches } => {
            let round = from(1);
            let what = "first_round";
            ShortfallOut { unit: unit(number), what, matches: Some(matches), round, ..ShortfallOut::default() }
        }
        Shortfall::Sections { unit: number, sections, fewest, most, round } => ShortfallOut {
            unit: unit(number),
            what: "sections",
            sections: Some(sections),
            fewest: Some(fewest),
            most: Some(most),
            round: from(round),
            ..ShortfallOut::default()
        },
        Shortfall::Groups { unit: number, fewest, most } => ShortfallOut {
            unit: unit(number),
            what: "groups",
            fewest: Some(fewest),
            most: Some(most),
            ..ShortfallOut::default()
        },
        Shortfall::SameGroup { group } => {
            ShortfallOut { group: Some(group), what: "same_group", ..ShortfallOut::default() }
        }
        Shortfall::SameHalf { group } => {
            ShortfallOut { group: Some(group), what: "same_half", ..ShortfallOut::default() }
        }
    }
}

fn breach_out(breach: &Breach) -> BreachOut {
    let (rule, sections) = match breach {
        Breach::SeedAway => ("seed_away", None),
        Breach::SeedPlace => ("seed_place", None),
        Breach::Bye => ("bye", None),
        Breach::Unit { sections } => ("unit", Some(*sections)),
        Breach::UnitInGroup => ("unit_in_group", None),
        Breach::OwnGroup => ("own_group", None),
    };
    BreachOut { rule, sections }
}

fn step_out<'a>(input: &'a Input, step: &Step) -> Option<StepOut<'a>> {
    let pot = match step.pot {
        Pot::Seeds { from, to } => PotOut::Seeds(from, to),
        Pot::Unseeded => PotOut::Unseeded,
        Pot::Winners { from, to } => PotOut::Winners(from, to),
        Pot::Rank(rank) => PotOut::Rank(rank),
        Pot::Locked => PotOut::Locked,
    };
    let to = match step.spot {
        Spot::Position(position) => SpotOut::Position { position },
        Spot::Group { group, row } => SpotOut::Group { group, row },
    };
    let how = match step.how {
        How::Forced => "forced",
        How::Lot => "lot",
        How::Exchanged => "exchanged",
        How::Hand => "hand",
    };
    Some(StepOut { entrant: &input.entrants.get(step.entrant)?.id, pot, to, how })
}
