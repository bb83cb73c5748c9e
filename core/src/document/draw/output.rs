//! What comes out of a draw.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::input::Input;
use crate::document::case::CaseError;
use crate::document::case::node::write;
use crate::draw::{Drawn, How, PROCEDURE, Pot, Shortfall, Spot, Step};
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
}

#[derive(Serialize)]
struct StepOut<'a> {
    entrant: &'a Value,
    pot: PotOut,
    #[serde(flatten)]
    to: SpotOut,
    how: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum PotOut {
    Seeds(u16, u16),
    Unseeded,
    Winners(u16, u16),
    Rank(u16),
}

#[derive(Serialize)]
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
    #[serde(flatten)]
    placings: Placings,
    shortfall: Vec<ShortfallOut>,
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
        let steps = match drawn {
            Drawn::Knockout(drawn) => &drawn.steps,
            Drawn::Groups(drawn) => &drawn.steps,
        };
        let steps = steps.iter().filter_map(|step| step_out(input, step)).collect();
        Answer { placings: receipt.placings.clone(), shortfall: receipt.shortfall.clone(), steps, receipt }
    }
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
        let mut receipt = ReceiptOut { procedure: PROCEDURE, input, placings, shortfall, digest: None };
        let digest = Sha256::digest(write(&receipt)?.as_bytes());
        receipt.digest = Some(hex::text(&digest));
        Ok(receipt)
    }
}

fn shortfall_out(input: &Input, shortfall: Shortfall) -> ShortfallOut {
    let unit = |number: u32| input.units.get(number as usize).cloned();
    match shortfall {
        Shortfall::FirstRound { unit: number, matches } => {
            ShortfallOut { unit: unit(number), what: "first_round", matches: Some(matches), ..ShortfallOut::default() }
        }
        Shortfall::Sections { unit: number, sections, fewest, most } => ShortfallOut {
            unit: unit(number),
            what: "sections",
            sections: Some(sections),
            fewest: Some(fewest),
            most: Some(most),
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

fn step_out<'a>(input: &'a Input, step: &Step) -> Option<StepOut<'a>> {
    let pot = match step.pot {
        Pot::Seeds { from, to } => PotOut::Seeds(from, to),
        Pot::Unseeded => PotOut::Unseeded,
        Pot::Winners { from, to } => PotOut::Winners(from, to),
        Pot::Rank(rank) => PotOut::Rank(rank),
    };
    let to = match step.spot {
        Spot::Position(position) => SpotOut::Position { position },
        Spot::Group { group, row } => SpotOut::Group { group, row },
    };
    let how = match step.how {
        How::Forced => "forced",
        How::Lot => "lot",
    };
    Some(StepOut { entrant: &input.entrants.get(step.entrant)?.id, pot, to, how })
}
