//! What each rule asks for: one table, from which forms are made, labels are checked and random rules are drawn for tests.
//! A test holds it together with the readers: what the table allows is read without a defect, and nothing else is.

use super::professional::{GRADES, LEVELS, OUTCOMES, YOUTH};
use super::{Class, people};
use crate::regulations::Sport;
use Need::{May, Must};
use ParamKind::{
    Bands, Bans, BySport, Day, Events, Exactly, Flag, Marked, Month, Number, OneOf, Pairs, Range, Steps, Text, Texts,
    TextsOrAny,
};

/// What a parameter holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// Yes or no; what is meant where it is left out.
    Flag(bool),
    /// A whole number from 0 to 65535; what is meant where it is left out, if that is a number.
    Number(Option<u16>),
    /// A whole number from 1 to this; 1 is meant where it is left out.
    UpTo(u16),
    /// A day as `2026-09-01`.
    Day,
    /// A month as `2026-03`.
    Month,
    /// A text.
    Text,
    /// One of these names; the second is meant where it is left out, and is empty where that is none of them.
    OneOf(&'static [&'static str], &'static str),
    /// A list of exactly these texts.
    Exactly(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A list of texts, or the text `any`.
    TextsOrAny,
    /// A list of events.
    Events,
    /// A table of names, each with a text.
    Pairs,
    /// A table of sports, by their codes, each with a number.
    BySport,
    /// A table of names, each with this text.
    Marked(&'static str),
    /// `[fewest, most]`.
    Range,
    /// `[[up to, number], …]`, rising.
    Steps,
    /// `[[from, to, number], …]`, rising and apart.
    Bands,
    /// A list of names, or of tables of `name`, (`tail` of the document number), (`until`).
    Bans,
}

/// Whether a parameter, or a key, must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    May,
    /// It must stand; a list that is empty does not.
    Must,
    /// One at least of those so marked must stand; a flag does where it is not as it is when left out.
    OneAtLeast,
}

/// What the tables of a rule are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// The rule has its parameters itself.
    None,
    /// A sport, by its code.
    Sport,
    /// An event.
    Event,
    /// A team event.
    TeamEvent,
    /// A sport or a team event.
    SportOrTeamEvent,
    /// A class of people.
    Class,
}

/// One parameter of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name in the regulations; empty where the value stands under its key itself.
    pub name: &'static str,
    /// What it holds.
    pub kind: ParamKind,
    /// Whether it must stand.
    pub need: Need,
}

/// What one rule asks for. Every rule may have its `clause`, the article, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleParams {
    /// The id of the rule (`P03`).
    pub id: &'static str,
    /// What its tables are for, and whether there must be one.
    pub keys: (Keys, Need),
    /// The parameters in order.
    pub params: &'static [Param],
}

/// The classes of people that quotas name.
pub const QUOTA_CLASSES: [Class; 3] = [Class::ExPro, Class::Foreign, Class::Retired];

/// The rules of the catalogue with their parameters, in order.
pub const CATALOGUE: &[RuleParams] = &[
    plain("P01", &[]),
    plain("P02", &[may("scope", OneOf(&SCOPES, "edition"))]),
    plain(
        "P03",
        &[
            may("min", NUMBER),
            may("max", NUMBER),
            may("method", OneOf(&METHODS, "full_years")),
            may("boundary", OneOf(&BOUNDARIES, "on_birthday")),
        ],
    ),
    plain("P04", &[may("women_in_men", Flag(false))]),
    // A day by which one must have joined.
    plain("P05", &[may("as_of", Day)]),
    plain("P06", &[must("months", NUMBER)]),
    // Months of the last twelve up to `end`; another firm pays for those who are dispatched.
    plain(
        "P07",
        &[
            must("months", NUMBER),
            may("end", Month),
            may("gap", OneOf(&["review", "ineligible"], "review")),
            may("payer", OneOf(&["any", "unit"], "any")),
            may("dispatched", Texts),
        ],
    ),
    plain(
        "P08",
        &[may("allow", Texts), may("with_evidence", Pairs), may("limited", Marked("retired")), may("deny", Texts)],
    ),
    plain("P09", &[may("required", Flag(true))]),
    plain("P10", &[]),
    plain(
        "P11",
        &[
            one("areas", Texts),
            may("household_months", NUMBER),
            one("digits", Texts),
            one("insured_months", NUMBER),
            one("papers", Texts),
        ],
    ),
    plain("P12", &[may("allow", TextsOrAny), may("documents", Texts), may("max_foreign_roster", NUMBER)]),
    plain("P13", &[may("kind", OneOf(&["certificate", "declaration"], "certificate")), may("max_age_days", NUMBER)]),
    plain("P14", &[]),
    plain("P15", &[]),
    // Bans of the register count too.
    plain("P16", &[may("banned", Bans)]),
    // The least rank is one of the ranks, lowest first.
    plain("P17", &[must("min_rank", Text), may("ranks", Texts), may("events", Events)]),
    plain("R01", &[may("sport_scope", OneOf(&["any", "same"], "any")), may("min_level", OneOf(&LEVEL, "province"))]),
    // Years stand before a window.
    plain(
        "R02",
        &[
            may("window", OneOf(&["current", "ever"], "current")),
            may("years", NUMBER),
            may("past_outcome", OneOf(&OUTCOME, "review")),
            may("ignore_youth_before_age", NUMBER),
            may("youth_outcome", OneOf(&YOUNG, "review")),
        ],
    ),
    plain(
        "R03",
        &[
            must("leagues", Texts),
            may("sport", OneOf(&SPORTS, "")),
            may("window", OneOf(&["current", "ever"], "ever")),
            may("years", NUMBER),
        ],
    ),
    plain(
        "R04",
        &[
            one("service_in_unit_months", NUMBER),
            one("retired_years", NUMBER),
            may("then", OneOf(&["ex_pro"], "ex_pro")),
        ],
    ),
    plain("R05", &[must("age", NUMBER), may("exempts", Exactly(&["R04"])), may("counts_in_quota", Flag(false))]),
    plain(
        "R06",
        &[
            may("min_grade", OneOf(&GRADE, "一级")),
            may("series", OneOf(&["official"], "official")),
            may("within_years", NUMBER),
            may("outcome", OneOf(&OUTCOME, "review")),
        ],
    ),
    // Words that stand in what forms say of an occupation; without a number of events such people are barred.
    plain("R07", &[must("tags", Texts), may("max_events", NUMBER), may("same_sport", Flag(false))]),
    // The list, by a word that stands in its name.
    plain("R08", &[must("rank_max", NUMBER), may("body", Text)]),
    plain("R09", &[must("squads", Texts)]),
    keyed("T01", Keys::SportOrTeamEvent, May, &[must("", Range)]),
    plain("T02", &[one("leader", NUMBER), one("coach", NUMBER), one("may_play", Flag(true))]),
    keyed("T03", Keys::SportOrTeamEvent, May, &[may("women", ZERO), may("men", ZERO)]),
    keyed("T04", Keys::Class, May, &[must("roster", NUMBER)]),
    // Staff and teams, and the teams of a larger unit.
    plain("T05", &[must("up_to", Steps), must("above", NUMBER)]),
    plain("T06", &[one("max_units", NUMBER), one("below_staff", NUMBER)]),
    plain("T07", &[must("host_extra_teams", NUMBER)]),
    keyed(
        "L01",
        Keys::Sport,
        Must,
        &[
            may("ex_pro_on_court", NUMBER),
            may("foreign_on_court", NUMBER),
            may("retired_on_court", NUMBER),
            may("leader_min", ZERO),
            may("women_min", ZERO),
            may("men_min", ZERO),
        ],
    ),
    keyed("L02", Keys::TeamEvent, Must, &[must("bands", Bands), may("older_stand_in", Flag(false))]),
    // Fewest and most people named for a match without line-ups.
    keyed("L03", Keys::SportOrTeamEvent, Must, &[must("", Range)]),
    plain("L04", &[]),
    keyed("L05", Keys::TeamEvent, Must, &[must("", NUMBER)]),
    keyed("L06", Keys::TeamEvent, Must, &[must("", NUMBER)]),
    keyed("E01", Keys::Sport, May, &[may("team", NUMBER), may("individual", NUMBER), may("all", NUMBER)]),
    keyed("E02", Keys::Event, May, &[must("", NUMBER)]),
    plain("E03", &[may("same", OneOf(&["unit", "employer"], "unit"))]),
    plain("E04", &[one("units", NUMBER), one("entries", NUMBER)]),
    // The categories of units that may enter.
    keyed("E05", Keys::Event, Must, &[must("", Texts)]),
    // Names on the list of the lower tier, beside what forms state.
    plain("E06", &[may("names", Texts), may("replacements", ZERO)]),
    // The last day of forms, the last on which one that was taken in may change, and how late one may come to a match.
    plain("E07", &[must("close", Day), may("change_until", Day), may("walkover_minutes", BySport)]),
];

const NUMBER: ParamKind = Number(None);
const ZERO: ParamKind = Number(Some(0));

const SCOPES: [&str; 3] = names(people::SCOPES);
const METHODS: [&str; 2] = names(people::METHODS);
const BOUNDARIES: [&str; 2] = names(people::BOUNDARIES);
const LEVEL: [&str; 5] = names(LEVELS);
const OUTCOME: [&str; 4] = names(OUTCOMES);
const YOUNG: [&str; 4] = names(YOUTH);
const GRADE: [&str; 5] = names(GRADES);
const SPORTS: [&str; 7] = names(Sport::CODES);

/// The names that a reader knows.
const fn names<T, const N: usize>(read: &[(&'static str, T)]) -> [&'static str; N] {
    assert!(read.len() == N, "one for each");
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = read[at].0;
        at += 1;
    }
    names
}

const fn plain(id: &'static str, params: &'static [Param]) -> RuleParams {
    RuleParams { id, keys: (Keys::None, May), params }
}

const fn keyed(id: &'static str, keys: Keys, need: Need, params: &'static [Param]) -> RuleParams {
    RuleParams { id, keys: (keys, need), params }
}

/// A parameter that may be left out.
pub(in crate::regulations) const fn may(name: &'static str, kind: ParamKind) -> Param {
    Param { name, kind, need: May }
}

const fn must(name: &'static str, kind: ParamKind) -> Param {
    Param { name, kind, need: Must }
}

const fn one(name: &'static str, kind: ParamKind) -> Param {
    Param { name, kind, need: Need::OneAtLeast }
}
