//! The eligibility rules that a meet's regulations turn on, with their parameters and articles.
//!
//! In the regulations they stand under `rules`, each by its id: `"off"`, or a table of its `clause`, the article that findings
//! quote, and its parameters. [`CATALOGUE`] has the parameters of every rule, what each holds and whether it must stand:
//!
//! ```toml
//! [rules]
//! P03 = { min = 18, clause = "第五条(一)" }      # its parameters
//! T01 = { BB = [8, 12] }                         # for each sport or event a value
//! E01 = { TT = { team = 1, individual = 1 } }    # for each sport its parameters
//! P13 = "off"
//! ```
//!
//! Left to people are `P11`, `P12`, `P16`, `P17`, `R07` to `R09`, `T02`, `T05` to `T07`, `L01` to `L06` and `E03` to `E07`, as older
//! versions did, where their parameters are not those of the catalogue; [`Rules::unchecked`] then says why.

mod catalogue;
mod class;
mod court;
mod entries;
mod people;
mod professional;
mod read;
mod standing;
mod team;
mod typed;

pub use catalogue::{CATALOGUE, Keys, Need, Param, ParamKind, QUOTA_CLASSES, RuleParams};
pub use class::Class;
pub use court::{AgeBand, AgeMix, CourtRule};
pub use entries::{Deadlines, HeldIf, JointRule, OfficialsRule, PartnersOf, TeamsRule, TierRule};
pub use people::{
    AgeLimits, AgeMethod, Boundary, DuplicateScope, EmployedRule, EmploymentKinds, GapOutcome, HealthRule,
    InsuranceRule, Payer,
};
pub use professional::{
    ActiveRule, ExemptAge, FormerRule, Grade, GradeRule, LeagueRule, Level, PastOutcome, RankingRule, RegisteredRule,
    SpecialistRule, Window, YouthOutcome, YouthRule,
};
pub use standing::{Ban, NationalityRule, RankRule, RegionRule};
pub use team::{ClassQuota, EventLimits, RosterOf, RosterSize, SexQuota};

pub(super) use catalogue::may;
pub(super) use read::{check_events, leave_unknown_events, read};

use std::collections::BTreeMap;

use super::{Defect, Sport};
use crate::clause::Clause;
use crate::id::EventId;

/// One rule that is on: its article and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule<P> {
    /// The article that every finding of the rule quotes; empty where the regulations name none.
    pub clause: Clause,
    /// The parameters.
    pub params: P,
}

/// The eligibility rules of a meet. A rule that the regulations do not name is off, but for P01 and P02.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// P01: the document number is well formed.
    pub p01: Rule<()>,
    /// P02: one person, one unit.
    pub p02: Rule<DuplicateScope>,
    /// P03: age.
    pub p03: Option<Rule<AgeLimits>>,
    /// P04: the sex fits the event; the parameter says whether women may enter men's events.
    pub p04: Option<Rule<bool>>,
    /// P05: employed by the unit.
    pub p05: Option<Rule<EmployedRule>>,
    /// P06: the least months in the unit.
    pub p06: Option<Rule<u16>>,
    /// P07: the months insured.
    pub p07: Option<Rule<InsuranceRule>>,
    /// P08: kinds of employment.
    pub p08: Option<Rule<EmploymentKinds>>,
    /// P09: member of the union.
    pub p09: Option<Rule<()>>,
    /// P10: no full-time student.
    pub p10: Option<Rule<()>>,
    /// P11: a tie to the region.
    pub p11: Option<Rule<RegionRule>>,
    /// P12: nationality and kind of document.
    pub p12: Option<Rule<NationalityRule>>,
    /// P13: health certificate.
    pub p13: Option<Rule<HealthRule>>,
    /// P14: accident insurance.
    pub p14: Option<Rule<()>>,
    /// P15: consent signed.
    pub p15: Option<Rule<()>>,
    /// P16: those who are banned, beside the bans of the register.
    pub p16: Option<Rule<Vec<Ban>>>,
    /// P17: the rank that some events ask for.
    pub p17: Option<Rule<RankRule>>,
    /// R01: active professionals.
    pub r01: Option<Rule<ActiveRule>>,
    /// R02: registered athletes.
    pub r02: Option<Rule<RegisteredRule>>,
    /// R03: players of named leagues.
    pub r03: Option<Rule<LeagueRule>>,
    /// R04: former professionals.
    pub r04: Option<Rule<FormerRule>>,
    /// R05: age exemption of former professionals.
    pub r05: Option<Rule<ExemptAge>>,
    /// R06: holders of an official grade.
    pub r06: Option<Rule<GradeRule>>,
    /// R07: people whose work is sport.
    pub r07: Option<Rule<SpecialistRule>>,
    /// R08: players on a ranking list.
    pub r08: Option<Rule<RankingRule>>,
    /// R09: squads and college teams, by words in their names.
    pub r09: Option<Rule<Vec<String>>>,
    /// T01: roster sizes.
    pub t01: Option<Rule<Vec<RosterSize>>>,
    /// T02: the officials of a form.
    pub t02: Option<Rule<OfficialsRule>>,
    /// T03: women and men of a team.
    pub t03: Option<Rule<Vec<SexQuota>>>,
    /// T04: people of a class in a team.
    pub t04: Option<Rule<ClassQuota>>,
    /// T05: the teams of a unit by its staff.
    pub t05: Option<Rule<TeamsRule>>,
    /// T06: units that may make one team together.
    pub t06: Option<Rule<JointRule>>,
    /// T07: the teams that the host may send beyond T05.
    pub t07: Option<Rule<u16>>,
    /// L01: classes and sexes on court, by sport.
    pub l01: Option<Rule<BTreeMap<Sport, CourtRule>>>,
    /// L02: the ages on court, by event.
    pub l02: Option<Rule<BTreeMap<EventId, AgeMix>>>,
    /// L03: the people whom a team names for a match.
    pub l03: Option<Rule<Vec<RosterSize>>>,
    /// L04: the appearances in a tie, as the tie systems limit them.
    pub l04: Option<Rule<()>>,
    /// L05: the fewest appearances in the groups that the matches behind them ask for, by event.
    pub l05: Option<Rule<BTreeMap<EventId, u16>>>,
    /// L06: the least total of the ages on court, by event.
    pub l06: Option<Rule<BTreeMap<EventId, u16>>>,
    /// E01: events of a person, by sport.
    pub e01: Option<Rule<BTreeMap<Sport, EventLimits>>>,
    /// E02: entries of a unit, by event.
    pub e02: Option<Rule<BTreeMap<EventId, u16>>>,
    /// E03: what partners in doubles have in common.
    pub e03: Option<Rule<PartnersOf>>,
    /// E04: what an event needs to be held.
    pub e04: Option<Rule<HeldIf>>,
    /// E05: the categories of units that may enter an event.
    pub e05: Option<Rule<BTreeMap<EventId, Vec<String>>>>,
    /// E06: who came through the lower tier.
    pub e06: Option<Rule<TierRule>>,
    /// E07: the last days of forms.
    pub e07: Option<Rule<Deadlines>>,
    /// Rules that the regulations name and that this version does not check, or not alone: people must.
    pub unchecked: Vec<Unchecked>,
}

/// A rule that is left to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The id of the rule.
    pub id: String,
    /// Its article; empty where the regulations name none.
    pub clause: Clause,
    /// What is not understood of its parameters; empty where this version cannot check the rule, or checks it in part.
    pub why: Vec<Defect>,
}

impl Rules {
    /// The article of a rule by its id (`P03`); `R` is the declaration of a professional past. Empty where the rule is off
    /// or its article is not named.
    #[must_use]
    pub fn clause(&self, id: &str) -> &str {
        fn of<P>(rule: Option<&Rule<P>>) -> Option<&Clause> {
            rule.map(|rule| &rule.clause)
        }
        let clause = match id {
            "P01" => Some(&self.p01.clause),
            "P02" => Some(&self.p02.clause),
            "P03" => of(self.p03.as_ref()),
            "P04" => of(self.p04.as_ref()),
            "P05" => of(self.p05.as_ref()),
            "P06" => of(self.p06.as_ref()),
            "P07" => of(self.p07.as_ref()),
            "P08" => of(self.p08.as_ref()),
            "P09" => of(self.p09.as_ref()),
            "P10" => of(self.p10.as_ref()),
            "P11" => of(self.p11.as_ref()),
            "P12" => of(self.p12.as_ref()),
            "P13" => of(self.p13.as_ref()),
            "P14" => of(self.p14.as_ref()),
            "P15" => of(self.p15.as_ref()),
            "P16" => of(self.p16.as_ref()),
            "P17" => of(self.p17.as_ref()),
            "R" => self.clause_of_declaration(),
            "R01" => of(self.r01.as_ref()),
            "R02" => of(self.r02.as_ref()),
            "R03" => of(self.r03.as_ref()),
            "R04" => of(self.r04.as_ref()),
            "R05" => of(self.r05.as_ref()),
            "R06" => of(self.r06.as_ref()),
            "R07" => of(self.r07.as_ref()),
            "R08" => of(self.r08.as_ref()),
            "R09" => of(self.r09.as_ref()),
            "T01" => of(self.t01.as_ref()),
            "T02" => of(self.t02.as_ref()),
            "T03" => of(self.t03.as_ref()),
            "T04" => of(self.t04.as_ref()),
            "T05" => of(self.t05.as_ref()),
            "T06" => of(self.t06.as_ref()),
            "T07" => of(self.t07.as_ref()),
            "L01" => of(self.l01.as_ref()),
            "L02" => of(self.l02.as_ref()),
            "L03" => of(self.l03.as_ref()),
            "L04" => of(self.l04.as_ref()),
            "L05" => of(self.l05.as_ref()),
            "L06" => of(self.l06.as_ref()),
            "E01" => of(self.e01.as_ref()),
            "E02" => of(self.e02.as_ref()),
            "E03" => of(self.e03.as_ref()),
            "E04" => of(self.e04.as_ref()),
            "E05" => of(self.e05.as_ref()),
            "E06" => of(self.e06.as_ref()),
            "E07" => of(self.e07.as_ref()),
            _ => None,
        };
        let unchecked = || self.unchecked.iter().find(|left| left.id == id).map(|left| &left.clause);
        clause.or_else(unchecked).map(Clause::as_str).unwrap_or_default()
    }

    /// The article of the first rule that asks for the declaration of a professional past; none where no rule does.
    pub(crate) fn clause_of_declaration(&self) -> Option<&Clause> {
        let (r01, r02, r03) = (self.r01.as_ref(), self.r02.as_ref(), self.r03.as_ref());
        let first = r01.map(|rule| &rule.clause).or(r02.map(|rule| &rule.clause));
        first.or(r03.map(|rule| &rule.clause)).or(self.r04.as_ref().map(|rule| &rule.clause))
    }
}
