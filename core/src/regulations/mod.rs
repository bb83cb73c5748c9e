//! The rule book of one meet (竞赛规程), as verified data.

mod award;
mod event;
mod format;
mod format_value;
mod placing;
mod points;
mod procedure;
mod ranking;
mod ranking_reading;
mod ranking_sets;
mod rule;
mod rules_form;
mod score;
mod score_reading;
mod tie;
mod value;

pub use award::{Award, AwardBy, AwardNumber, AwardTo, Rounding};
pub use event::{DrawRule, DrawTable, Event, Kind};
pub use format::{Crossing, Directions, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Legs, Positions, RoundOrder};
pub use placing::{Kept, PlacingRules, Vacant};
pub use points::{PointsRule, SharedPoints, UnitTable, UnitTies};
pub use procedure::{NOTICE, NoticeRule, Procedure, REVIEW};
pub use ranking::{
    Across, Criterion, Cut, Measure, Notional, PointRule, RankingRules, Restart, Scope, Unit, Withdrawal,
};
pub use rule::{
    ActiveRule, AgeBand, AgeLimits, AgeMethod, AgeMix, Ban, Boundary, CATALOGUE, Class, ClassQuota, CourtRule,
    Deadlines, DuplicateScope, EmployedRule, EmploymentKinds, EventLimits, ExemptAge, FormerRule, GapOutcome, Grade,
    GradeRule, HealthRule, HeldIf, InsuranceRule, JointRule, Keys, LeagueRule, Level, NationalityRule, Need,
    OfficialsRule, Param, ParamKind, PartnersOf, PastOutcome, Payer, QUOTA_CLASSES, RankRule, RankingRule, RegionRule,
    RegisteredRule, RosterOf, RosterSize, Rule, RuleParams, Rules, SexQuota, SpecialistRule, TeamsRule, TierRule,
    Unchecked, Window, YouthOutcome, YouthRule,
};
pub use rules_form::{Holds, RuleField, RulesForm, RulesSection};
pub use score::{AwardedScore, Decider, GameRule, LastGame, PartRule, ScoreRule, TotalRule};
pub use tie::{RubberKind, RubberLimits, RubberOrder, RubberSlot, TiePlace, TieSystem};
pub use value::{Defect, DefectKind, Value};

use crate::clause::Clause;
use crate::date::Date;
use crate::id::{AwardId, EventId};
use value::Fields;

/// A sport that meets are held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sport {
    /// Table tennis 乒乓球.
    TableTennis,
    /// Badminton 羽毛球.
    Badminton,
    /// Basketball 篮球.
    Basketball,
    /// Volleyball 排球.
    Volleyball,
    /// Air volleyball 气排球.
    AirVolleyball,
    /// Football 足球.
    Football,
    /// Tug of war 拔河.
    TugOfWar,
}

impl Sport {
    /// The short names of regulations (`TT`).
    pub const CODES: &[(&'static str, Sport)] = &[
        ("TT", Sport::TableTennis),
        ("BD", Sport::Badminton),
        ("BB", Sport::Basketball),
        ("VB", Sport::Volleyball),
        ("AV", Sport::AirVolleyball),
        ("FB", Sport::Football),
        ("TW", Sport::TugOfWar),
    ];

    /// The short name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Sport::TableTennis => "TT",
            Sport::Badminton => "BD",
            Sport::Basketball => "BB",
            Sport::Volleyball => "VB",
            Sport::AirVolleyball => "AV",
            Sport::Football => "FB",
            Sport::TugOfWar => "TW",
        }
    }

    /// The name on forms and registers, where it is data.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Sport::TableTennis => "乒乓球",
            Sport::Badminton => "羽毛球",
            Sport::Basketball => "篮球",
            Sport::Volleyball => "排球",
            Sport::AirVolleyball => "气排球",
            Sport::Football => "足球",
            Sport::TugOfWar => "拔河",
        }
    }

    /// The sports that a text names.
    ///
    /// ```
    /// use gongsai::regulations::Sport;
    /// assert!(Sport::named_in("2026年气排球报名表").eq([Sport::AirVolleyball]));
    /// assert!(Sport::named_in("排球、足球").eq([Sport::Volleyball, Sport::Football]));
    /// ```
    pub fn named_in(text: &str) -> impl Iterator<Item = Sport> {
        // 气排球 holds the name of 排球 and is another sport.
        let rest = text.replace(Sport::AirVolleyball.chinese(), " ");
        let air = rest.len() < text.len();
        Sport::ALL.into_iter().filter(move |sport| match sport {
            Sport::AirVolleyball => air,
            other => rest.contains(other.chinese()),
        })
    }

    /// All sports.
    pub const ALL: [Sport; 7] = [
        Sport::TableTennis,
        Sport::Badminton,
        Sport::Basketball,
        Sport::Volleyball,
        Sport::AirVolleyball,
        Sport::Football,
        Sport::TugOfWar,
    ];
}

/// Regulations as they are written, before anything in them is known to be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegulationsDraft(pub Value);

/// The verified regulations of one meet. Can only be made by [`RegulationsDraft::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regulations {
    /// The short name of the rule book.
    pub id: String,
    /// The title of the meet.
    pub title: String,
    /// The day on which ages and times of service are counted.
    pub reference_date: Date,
    /// The day of the first match.
    pub first_match: Date,
    /// The sports held.
    pub sports: Vec<Sport>,
    /// The eligibility rules.
    pub rules: Rules,
    /// How people are admitted.
    pub procedure: Procedure,
    /// The events, in the order of the draft.
    pub events: Vec<Event>,
    /// What holds for the points of units over all events; none where the meet has no table of points.
    pub points: Option<UnitTable>,
    /// The awards, in the order of the draft.
    pub awards: Vec<Award>,
    draft: RegulationsDraft,
}

impl RegulationsDraft {
    /// The verified regulations, or every defect of the draft.
    ///
    /// # Errors
    /// All defects, each with the path of the value: nothing stops at the first one.
    pub fn verify(self) -> Result<Regulations, Vec<Defect>> {
        let mut fields = Fields::of(&self.0, String::new());
        if fields.number("format").is_some_and(|format| format != 1) {
            fields.defect("format", DefectKind::Expected("1"));
        }
        let id = fields.text("id");
        let id = fields.required("id", id);
        let title = fields.text("title");
        let title = fields.required("title", title);
        let reference_date = fields.date("reference_date");
        let reference_date = fields.required("reference_date", reference_date);
        let first_match = fields.date("first_match");
        let first_match = fields.required("first_match", first_match);
        let sports = read_sports(&mut fields);
        let empty = Value::Map(std::collections::BTreeMap::new());
        let mut rule_fields = fields.inner("rules").unwrap_or_else(|| Fields::of(&empty, "rules".to_owned()));
        let mut rules = rule::read(&mut rule_fields);
        fields.absorb(rule_fields);
        let procedure = procedure::read(&mut fields);
        let placing = placing::read(&mut fields, &PlacingRules::of_the_books());
        let (partial, points) = points::read_meet(&mut fields).unzip();
        let base = event::Base { sports: &sports, placing: &placing, points: partial.as_ref() };
        let events = read_events(&mut fields, &base);
        rule::leave_unknown_events(&mut rules, &events);
        // One event alone may give points; units with equal ones then share a place.
        let alone = || UnitTable { ties: UnitTies::Shared, clause: Clause::new("") };
        let points = points.or_else(|| events.iter().any(|event| event.points.is_some()).then(alone));
        let awards = award::read(&mut fields, points.is_some());
        let mut defects = fields.finish();
        defects.extend(rule::check_events(&rules, &events));
        let (Some(id), Some(title), Some(reference_date), Some(first_match), true) =
            (id, title, reference_date, first_match, defects.is_empty())
        else {
            return Err(defects);
        };
        let (id, title) = (id.to_owned(), title.to_owned());
        Ok(Regulations {
            id,
            title,
            reference_date,
            first_match,
            sports,
            rules,
            procedure,
            events,
            points,
            awards,
            draft: self,
        })
    }
}

impl Regulations {
    /// The draft that was verified, whole: what is stored.
    #[must_use]
    pub fn draft(&self) -> &RegulationsDraft {
        &self.draft
    }

    /// The same regulations with another format for an event, as [`FormatRule::value`] writes it, and, if it is named,
    /// another set of rules for its groups. An event that is not theirs changes nothing.
    ///
    /// # Errors
    /// All defects of the regulations that come of it: a format with groups needs rules for them.
    pub fn with_format(
        &self,
        event: &EventId,
        format: &Value,
        ranking: Option<&str>,
    ) -> Result<Regulations, Vec<Defect>> {
        let mut draft = self.draft.clone();
        let id = Value::Text(event.to_string());
        if let Value::Map(fields) = &mut draft.0
            && let Some(Value::List(events)) = fields.get_mut("event")
        {
            for value in events {
                if let Value::Map(fields) = value
                    && fields.get("id") == Some(&id)
                {
                    fields.insert("format".to_owned(), format.clone());
                    fields.extend(ranking.map(|name| ("ranking".to_owned(), Value::Text(name.to_owned()))));
                }
            }
        }
        draft.verify()
    }

    /// The same regulations with other rules of eligibility, a table of rules by their ids, and, if it is given, another
    /// procedure of review.
    ///
    /// # Errors
    /// All defects of the regulations that come of it.
    pub fn with_rules(&self, rules: &Value, review: Option<&Value>) -> Result<Regulations, Vec<Defect>> {
        let mut draft = self.draft.clone();
        if let Value::Map(fields) = &mut draft.0 {
            fields.insert("rules".to_owned(), rules.clone());
            fields.extend(review.map(|review| ("review".to_owned(), review.clone())));
        }
        draft.verify()
    }

    /// What is wrong with other rules of eligibility and another procedure, that too for which a rule would be left to people.
    /// Empty where they may be asked for.
    #[must_use]
    pub fn defects_of_rules(&self, rules: &Value, review: Option<&Value>) -> Vec<Defect> {
        match self.with_rules(rules, review) {
            Ok(regulations) => regulations.rules.unchecked.into_iter().flat_map(|left| left.why).collect(),
            Err(defects) => defects,
        }
    }

    /// The award of an id.
    #[must_use]
    pub fn award(&self, id: &AwardId) -> Option<&Award> {
        self.awards.iter().find(|award| award.id == *id)
    }

    /// The event of an id.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }
}

fn read_sports(fields: &mut Fields<'_>) -> Vec<Sport> {
    let value = fields.take("sports");
    let Some(Value::List(names)) = fields.required("sports", value) else {
        fields.defect("sports", DefectKind::Expected("a list of sports"));
        return Vec::new();
    };
    let mut sports = Vec::new();
    for name in names {
        let sport = Sport::CODES.iter().find(|(code, _)| *name == Value::Text((*code).to_owned()));
        match sport {
            Some((_, sport)) => sports.push(*sport),
            None => fields.defect("sports", DefectKind::NotOneOf(Sport::CODES.iter().map(|(code, _)| *code).collect())),
        }
    }
    sports
}

fn read_events(fields: &mut Fields<'_>, base: &event::Base<'_>) -> Vec<Event> {
    let value = fields.take("event");
    let Some(Value::List(list)) = fields.required("event", value) else {
        fields.defect("event", DefectKind::Expected("a list of events"));
        return Vec::new();
    };
    let mut events: Vec<Event> = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let mut inner = Fields::of(value, format!("event[{}]", index + 1));
        let event = event::read(&mut inner, base);
        if event.as_ref().is_some_and(|event| events.iter().any(|other| other.id == event.id)) {
            inner.defect("id", DefectKind::Twice);
        }
        fields.absorb(inner);
        events.extend(event);
    }
    events
}
