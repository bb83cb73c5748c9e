//! Who has an award.

use super::units::Overall;
use crate::id::{AwardId, UnitId};
use crate::meet::{Meet, Named};
use crate::regulations::{Award, AwardBy};

/// Units of one place among whom an award by points ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// The units; the points do not say which of them have it.
    pub units: Vec<UnitId>,
    /// How many awards are left for them.
    pub left: usize,
}

/// One award with those who have it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AwardRow {
    /// The award.
    pub award: AwardId,
    /// Among how many it is given.
    pub among: usize,
    /// How many there are.
    pub number: usize,
    /// Who has it, with the committee's reason; in the order of the table of points for one by points.
    pub given: Vec<(Named, String)>,
    /// Units of one place among whom it ends.
    pub edge: Option<Edge>,
    /// Whether it waits for events that are not finished.
    pub waits: bool,
}

/// The awards of the regulations with those who have them. One by points is given when every event is finished.
#[must_use]
pub fn awards(meet: &Meet, table: &Overall) -> Vec<AwardRow> {
    let all = meet.regulations().into_iter().flat_map(|regulations| &regulations.awards);
    all.map(|award| row(meet, table, award)).collect()
}

fn row(meet: &Meet, table: &Overall, award: &Award) -> AwardRow {
    let among = meet.awardable(award.to);
    let number = award.number.among(among);
    let row = AwardRow { award: award.id.clone(), among, number, given: Vec::new(), edge: None, waits: false };
    match award.by {
        AwardBy::Committee => {
            let given = meet.awarded().iter().filter(|((id, _), _)| *id == award.id);
            AwardRow { given: given.map(|((_, to), reason)| (*to, reason.clone())).collect(), ..row }
        }
        AwardBy::Points if !table.finished => AwardRow { waits: true, ..row },
        AwardBy::Points => by_points(table, row),
    }
}

fn by_points(table: &Overall, mut row: AwardRow) -> AwardRow {
    let ranked = table.units.iter().filter(|unit| unit.rank.is_some());
    let ranked: Vec<_> = ranked.collect();
    for same in ranked.chunk_by(|one, other| one.rank == other.rank) {
        let left = row.number.saturating_sub(row.given.len());
        if left == 0 {
            break;
        }
        if same.len() > left {
            row.edge = Some(Edge { units: same.iter().map(|unit| unit.unit).collect(), left });
            break;
        }
        row.given.extend(same.iter().map(|unit| (Named::Unit(unit.unit), String::new())));
    }
    row
}
