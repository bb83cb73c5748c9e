//! One event of a meet.

use super::format::{self, FormatRule};
use super::score::{GameRule, ScoreRule};
use super::value::{DefectKind, Fields};
use super::{PlacingRules, PointsRule, RankingRules, Sport, TieSystem, placing, points, ranking_reading, tie};
use crate::id::EventId;
use crate::sex::Sex;

/// Who an entry of the event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A team.
    Team,
    /// One person.
    Singles,
    /// Two people of one sex.
    Doubles,
    /// A woman and a man.
    MixedDoubles,
}

/// Which book places seeds and byes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawTable {
    /// ITTF 3.6.
    Ittf,
    /// BWF GCR 12.
    Bwf,
    /// The Chinese tables of seed and bye positions.
    Cn,
    /// The usual computer seeding: 1 against the last, 2 against the last but one.
    Standard,
}

/// How the event is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawRule {
    /// The book of seeds and byes.
    pub table: DrawTable,
    /// Whether entries of one unit are kept apart as long as possible.
    pub units_apart: bool,
}

/// One event of a meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The short name.
    pub id: EventId,
    /// The full name.
    pub name: String,
    /// The sport.
    pub sport: Sport,
    /// The event's name in the column of events of that sport's form.
    pub form: String,
    /// Who an entry is.
    pub kind: Kind,
    /// The sex of those who may enter; none where both may.
    pub sex: Option<Sex>,
    /// The format.
    pub format: FormatRule,
    /// How it is drawn.
    pub draw: DrawRule,
    /// How groups are ranked; every format with groups has rules.
    pub ranking: Option<RankingRules>,
    /// The rubbers of a tie; none where a match is one contest.
    pub tie: Option<TieSystem>,
    /// How a match (or a rubber) is scored.
    pub score: ScoreRule,
    /// Whose place counts.
    pub placing: PlacingRules,
    /// What its places are worth to the units; none where it gives no points.
    pub points: Option<PointsRule>,
}

/// What holds for an event that does not say otherwise.
pub(super) struct Base<'a> {
    pub(super) sports: &'a [Sport],
    pub(super) placing: &'a PlacingRules,
    pub(super) points: Option<&'a points::Partial>,
}

const SEXES: &[(&str, Sex)] = &[("M", Sex::Male), ("F", Sex::Female)];
pub(super) const KINDS: &[(&str, Kind)] = &[
    ("team", Kind::Team),
    ("singles", Kind::Singles),
    ("doubles", Kind::Doubles),
    ("mixed-doubles", Kind::MixedDoubles),
];
const TABLES: &[(&str, DrawTable)] =
    &[("ittf", DrawTable::Ittf), ("bwf", DrawTable::Bwf), ("cn", DrawTable::Cn), ("standard", DrawTable::Standard)];

/// Reads one event; nothing when something needed is missing (a defect says what).
pub(super) fn read(fields: &mut Fields<'_>, base: &Base<'_>) -> Option<Event> {
    let id = fields.text("id").and_then(|name| EventId::new(name).ok());
    let id = fields.required("id", id);
    let name = fields.text("name");
    let name = fields.required("name", name);
    let sport = fields.one_of("sport", Sport::CODES).filter(|sport| base.sports.contains(sport));
    let sport = fields.required("sport", sport);
    let form = fields.text("form");
    let form = fields.required("form", form);
    let kind = fields.one_of("kind", KINDS);
    let kind = fields.required("kind", kind);
    let sex = fields.one_of("sex", SEXES);
    let format = format::read(fields);
    let draw = read_draw(fields, sport);
    let ranking = ranking_reading::read(fields);
    let tie = tie::read(fields, "tie");
    let score = read_score(fields);
    let placing = placing::read(fields, base.placing);
    let points = points::read_event(fields, base.points, kind.unwrap_or(Kind::Team));
    if format.as_ref().is_some_and(FormatRule::has_groups) {
        fields.required("ranking", ranking.as_ref());
    }
    Some(Event {
        id: id?,
        name: name?.to_owned(),
        sport: sport?,
        form: form?.to_owned(),
        kind: kind?,
        sex,
        format: format?,
        draw,
        ranking,
        tie,
        score: score?,
        placing,
        points,
    })
}

/// The draw table, by default that of the sport; units apart by default.
fn read_draw(fields: &mut Fields<'_>, sport: Option<Sport>) -> DrawRule {
    let by_sport = match sport {
        Some(Sport::Badminton) => DrawTable::Bwf,
        Some(Sport::TableTennis | Sport::Basketball) | None => DrawTable::Ittf,
    };
    let Some(mut draw) = fields.inner("draw") else {
        return DrawRule { table: by_sport, units_apart: true };
    };
    let table = draw.one_of("rule", TABLES).unwrap_or(by_sport);
    let units_apart = draw.bool("units_apart").unwrap_or(true);
    fields.absorb(draw);
    DrawRule { table, units_apart }
}

fn read_score(fields: &mut Fields<'_>) -> Option<ScoreRule> {
    let inner = fields.inner("score");
    let mut score = fields.required("score", inner)?;
    let total = score.one_of("kind", &[("basketball", true), ("games", false)]).unwrap_or(false);
    let rule = if total {
        Some(ScoreRule::Total)
    } else {
        let target = score.number("target");
        let target = score.required("target", target);
        let best_of = score.number("best_of");
        let best_of = score.required("best_of", best_of);
        let (lead, cap) = (score.number("lead").unwrap_or(2), score.number("cap"));
        if target.is_some_and(|target| target == 0) {
            score.defect("target", DefectKind::Expected("at least 1"));
        }
        if best_of.is_some_and(|best_of| best_of % 2 == 0 || best_of > 99) {
            score.defect("best_of", DefectKind::Expected("an odd number up to 99"));
        }
        if lead == 0 || target.zip(cap).is_some_and(|(target, cap)| cap < target) {
            score.defect("cap", DefectKind::Expected("a cap not below the target, and a lead of at least 1"));
        }
        target.zip(best_of).map(|(target, best_of)| ScoreRule::Games(GameRule { target, lead, cap, best_of }))
    };
    fields.absorb(score);
    rule
}
