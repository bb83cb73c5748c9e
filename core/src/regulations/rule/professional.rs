//! The rules about professionals (R), with what they ask.

use super::people::{needed_number, one_of_them, some_texts};
use crate::regulations::Sport;
use crate::regulations::value::{DefectKind, Fields, Value};

/// The level of a registration, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A named league; concerns rule R03 alone.
    League,
    /// A college; concerns rule R09 alone.
    College,
    /// A city.
    City,
    /// A province.
    Province,
    /// The nation.
    Nation,
}

/// R01: active professionals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActiveRule {
    /// Whether only the sport entered counts.
    pub same_sport: bool,
    /// The least level that counts.
    pub min_level: Level,
}

/// R02: the time in which a registration counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Registered now.
    Current,
    /// Registered in the last so many years.
    Years(u16),
    /// Registered ever.
    Ever,
}

/// R02: what a registration that is over means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastOutcome {
    /// Rule R04 judges.
    ViaR04,
    /// Barred.
    Ineligible,
    /// A person must look.
    Review,
    /// Allowed, counted in the quota of former professionals.
    Limited,
}

/// R02: registered athletes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisteredRule {
    /// The time that counts.
    pub window: Window,
    /// What a registration that is over means.
    pub past: PastOutcome,
    /// What one means that ended in youth; none where that makes no difference.
    pub youth: Option<YouthRule>,
}

/// R02: registrations that ended before some age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YouthRule {
    /// The age.
    pub before_age: u16,
    /// What they mean where there is no other.
    pub outcome: YouthOutcome,
}

/// R02: what it means that all registrations ended in youth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YouthOutcome {
    /// Nothing.
    Ignore,
    /// A person must look.
    Review,
    /// Allowed, counted in the quota of former professionals.
    Limited,
    /// Barred.
    Ineligible,
}

/// R04: when a former professional may play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerRule {
    /// Months in the unit that are enough.
    pub service_months: Option<u16>,
    /// Years since the end of the professional time that are enough.
    pub retired_years: Option<u16>,
}

/// R05: from which age a former professional is exempt from R04.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExemptAge {
    /// The least age.
    pub age: u16,
    /// Whether one who is exempt still counts in the quota.
    pub counts_in_quota: bool,
}

/// R03: leagues that bar whoever played in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeagueRule {
    /// The sport whose entries are barred; none for all.
    pub sport: Option<Sport>,
    /// The leagues, by the name that stands in registers and declarations.
    pub leagues: Vec<String>,
    /// The time that counts.
    pub window: Window,
}

/// An athlete's grade on the official ladder, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// 三级运动员
    Third,
    /// 二级运动员
    Second,
    /// 一级运动员
    First,
    /// 运动健将
    Master,
    /// 国际级运动健将
    International,
}

/// R06: what an official grade means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GradeRule {
    /// The least grade that counts.
    pub least: Grade,
    /// For how many years it counts; none for ever.
    pub within_years: Option<u16>,
    /// What it means.
    pub outcome: PastOutcome,
}

/// R07: people whose work is sport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialistRule {
    /// The occupations, by words that stand in what forms say.
    pub tags: Vec<String>,
    /// How many events they may enter; none where they may enter nothing.
    pub max_events: Option<u16>,
    /// Whether an occupation in another sport than the one entered counts not.
    pub same_sport: bool,
}

/// R08: players on a ranking list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingRule {
    /// The last place that bars.
    pub rank_max: u16,
    /// The list, by a word that stands in its name; none for any.
    pub body: Option<String>,
}

pub(super) const LEVELS: &[(&str, Level)] = &[
    ("nation", Level::Nation),
    ("province", Level::Province),
    ("city", Level::City),
    ("league", Level::League),
    ("college", Level::College),
];
pub(super) const OUTCOMES: &[(&str, PastOutcome)] = &[
    ("via_R04", PastOutcome::ViaR04),
    ("ineligible", PastOutcome::Ineligible),
    ("review", PastOutcome::Review),
    ("limited", PastOutcome::Limited),
];
pub(super) const YOUTH: &[(&str, YouthOutcome)] = &[
    ("ignore", YouthOutcome::Ignore),
    ("review", YouthOutcome::Review),
    ("limited", YouthOutcome::Limited),
    ("ineligible", YouthOutcome::Ineligible),
];
pub(super) const GRADES: &[(&str, Grade)] = &[
    ("三级", Grade::Third),
    ("二级", Grade::Second),
    ("一级", Grade::First),
    ("健将", Grade::Master),
    ("国际健将", Grade::International),
];

impl Level {
    /// The level of its name in registers (`province`).
    #[must_use]
    pub fn named(name: &str) -> Option<Level> {
        LEVELS.iter().find(|(known, _)| *known == name).map(|(_, level)| *level)
    }

    /// The name in registers and regulations.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::League => "league",
            Level::College => "college",
            Level::City => "city",
            Level::Province => "province",
            Level::Nation => "nation",
        }
    }
}

pub(super) fn active(rule: &mut Fields<'_>) -> Option<ActiveRule> {
    let same_sport = rule.one_of("sport_scope", &[("any", false), ("same", true)]).unwrap_or(false);
    Some(ActiveRule { same_sport, min_level: rule.one_of("min_level", LEVELS).unwrap_or(Level::Province) })
}

pub(super) fn registered(rule: &mut Fields<'_>) -> Option<RegisteredRule> {
    let window = window(rule, Window::Current);
    let outcome = rule.one_of("youth_outcome", YOUTH).unwrap_or(YouthOutcome::Review);
    let youth = rule.number("ignore_youth_before_age").map(|before_age| YouthRule { before_age, outcome });
    Some(RegisteredRule { window, past: rule.one_of("past_outcome", OUTCOMES).unwrap_or(PastOutcome::Review), youth })
}

fn window(rule: &mut Fields<'_>, usual: Window) -> Window {
    let years = rule.number("years");
    let named = rule.one_of("window", &[("current", Window::Current), ("ever", Window::Ever)]);
    years.map_or(named.unwrap_or(usual), Window::Years)
}

pub(super) fn former(rule: &mut Fields<'_>) -> Option<FormerRule> {
    let service_months = rule.number("service_in_unit_months");
    let retired_years = rule.number("retired_years");
    rule.one_of("then", &[("ex_pro", ())]);
    let asks = service_months.is_some() || retired_years.is_some();
    one_of_them(rule, "service_in_unit_months", FormerRule { service_months, retired_years }, asks)
}

pub(super) fn exempt_age(rule: &mut Fields<'_>) -> Option<ExemptAge> {
    let age = needed_number(rule, "age");
    exempts_r04(rule);
    Some(ExemptAge { age: age?, counts_in_quota: rule.bool("counts_in_quota").unwrap_or(false) })
}

pub(super) fn leagues(rule: &mut Fields<'_>) -> Option<LeagueRule> {
    let sport = rule.one_of("sport", Sport::CODES);
    let leagues = some_texts(rule, "leagues");
    let window = window(rule, Window::Ever);
    Some(LeagueRule { sport, leagues: leagues?, window })
}

pub(super) fn grade(rule: &mut Fields<'_>) -> Option<GradeRule> {
    let least = rule.one_of("min_grade", GRADES).unwrap_or(Grade::First);
    // Grades of amateurs are another ladder, which no rule counts.
    rule.one_of("series", &[("official", ())]);
    let outcome = rule.one_of("outcome", OUTCOMES).unwrap_or(PastOutcome::Review);
    Some(GradeRule { least, within_years: rule.number("within_years"), outcome })
}

pub(super) fn specialists(rule: &mut Fields<'_>) -> Option<SpecialistRule> {
    let tags = some_texts(rule, "tags");
    let max_events = rule.number("max_events");
    let same_sport = rule.bool("same_sport").unwrap_or(false);
    Some(SpecialistRule { tags: tags?, max_events, same_sport })
}

pub(super) fn ranking(rule: &mut Fields<'_>) -> Option<RankingRule> {
    let body = rule.text("body").map(str::to_owned);
    Some(RankingRule { rank_max: needed_number(rule, "rank_max")?, body })
}

/// R09: squads and college teams, by words that stand in their names.
pub(super) fn squads(rule: &mut Fields<'_>) -> Option<Vec<String>> {
    some_texts(rule, "squads")
}

fn exempts_r04(rule: &mut Fields<'_>) {
    let expected = [Value::Text("R04".to_owned())];
    match rule.take("exempts") {
        None => {}
        Some(Value::List(names)) if names[..] == expected => {}
        Some(_) => rule.defect("exempts", DefectKind::NotOneOf(vec!["[\"R04\"]"])),
    }
}
