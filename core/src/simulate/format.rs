//! A meet of one event in a format, for demonstrations and tests of formats.

use super::Simulation;
use crate::format;
use crate::id::MeetId;
use crate::meet::{Command, Journal, Refused};
use crate::regulations::{DrawTable, FormatRule, RegulationsDraft, Value};

/// The short name of the event in regulations of one format.
pub const EVENT: &str = "event";

/// Regulations of one event in a format: singles of table tennis, best of five games. `ranking` names the rules that
/// rank its groups, if it has any.
///
/// ```
/// use gongsai::regulations::{DrawTable, FormatRule};
/// use gongsai::simulate::regulations;
/// let draft = regulations(&FormatRule::Stepladder, DrawTable::Ittf, "ittf_3.7.5");
/// assert_eq!(draft.verify().unwrap().events[0].format, FormatRule::Stepladder);
/// ```
#[must_use]
pub fn regulations(format: &FormatRule, table: DrawTable, ranking: &str) -> RegulationsDraft {
    let text = |text: &str| Value::Text(text.to_owned());
    let table = match table {
        DrawTable::Ittf => "ittf",
        DrawTable::Bwf => "bwf",
        DrawTable::Cn => "cn",
        DrawTable::Standard => "standard",
    };
    let score = Value::map([("target", Value::Int(11)), ("lead", Value::Int(2)), ("best_of", Value::Int(5))]);
    let mut event = vec![
        ("id", text(EVENT)),
        ("name", text("单打")),
        ("sport", text("TT")),
        ("form", text("单打")),
        ("kind", text("singles")),
        ("format", format.value()),
        ("draw", Value::map([("rule", text(table))])),
        ("score", score),
    ];
    if format.has_groups() {
        event.push(("ranking", text(ranking)));
    }
    RegulationsDraft(Value::map([
        ("format", Value::Int(1)),
        ("id", text("simulation")),
        ("title", text("模拟运动会")),
        ("reference_date", text("2026-09-01")),
        ("first_match", text("2026-10-19")),
        ("sports", Value::List(vec![text("TT")])),
        ("event", Value::List(vec![Value::map(event)])),
    ]))
}

impl Simulation {
    /// A meet of one event in a format, its entrants each of a unit of its own: before the draw, which the format allows.
    ///
    /// ```
    /// use gongsai::id::EventId;
    /// use gongsai::regulations::{DrawTable, FormatRule};
    /// use gongsai::simulate::{EVENT, Simulation};
    /// let rule = FormatRule::Knockout { places: 4 };
    /// let mut simulation = Simulation::of_format(&rule, DrawTable::Ittf, 5, "demo").unwrap();
    /// simulation.play_all();
    /// let event = EventId::new(EVENT).unwrap();
    /// let places = simulation.journal().meet().event(&event).map(|state| state.bracket().places().len());
    /// assert_eq!(places, Some(5));
    /// assert!(Simulation::of_format(&FormatRule::PagePlayoff, DrawTable::Ittf, 5, "demo").is_err());
    /// ```
    ///
    /// # Errors
    /// [`Refused::Plan`] when the format cannot be played by so many, [`Refused::Defects`] when regulations cannot ask for it.
    pub fn of_format(format: &FormatRule, table: DrawTable, entrants: u16, seed: &str) -> Result<Simulation, Refused> {
        format::plan(format, table, entrants.into()).map_err(Refused::Plan)?;
        let mut simulation = Simulation::new(Journal::new(MeetId(1)), seed);
        simulation.ask(Command::SetRegulations(regulations(format, table, "ittf_3.7.5")))?;
        simulation.enter_units(entrants)?;
        Ok(simulation)
    }
}
