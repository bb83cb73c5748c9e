//! One event of a meet.

use super::format::{self, FormatRule};
use super::score::ScoreRule;
use super::value::{DefectKind, Fields};
use super::{
    PlacingRules, PointsRule, RankingRules, Sport, TieSystem, placing, points, ranking_reading, score_reading, tie,
};
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
    let score = score_reading::read(fields);
    let placing = placing::read(fields, base.placing);
    let points = points::read_event(fields, base.points, kind.unwrap_or(Kind::Team));
    if format.as_ref().is_some_and(FormatRule::has_groups) {
        fields.required("ranking", ranking.as_ref());
    }
    check_draws(fields, score.as_ref(), ranking.as_ref());
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
        Some(
            Sport::TableTennis
            | Sport::Basketball
            | Sport::Volleyball
            | Sport::AirVolleyball
            | Sport::Football
            | Sport::TugOfWar,
        )
        | None => DrawTable::Ittf,
    };
    let Some(mut draw) = fields.inner("draw") else {
        return DrawRule { table: by_sport, units_apart: true };
    };
    let table = draw.one_of("rule", TABLES).unwrap_or(by_sport);
    let units_apart = draw.bool("units_apart").unwrap_or(true);
    fields.absorb(draw);
    DrawRule { table, units_apart }
}

/// A match that may end level needs a worth in its group.
fn check_draws(fields: &mut Fields<'_>, score: Option<&ScoreRule>, ranking: Option<&RankingRules>) {
    let draws = score.is_some_and(ScoreRule::knows_draws);
    if draws && ranking.is_some_and(|ranking| ranking.points.draw.is_none()) {
        fields.defect("ranking", DefectKind::Expected("rules with points for a draw, for matches that may be drawn"));
    }
}
