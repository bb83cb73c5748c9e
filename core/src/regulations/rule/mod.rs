//! The eligibility rules that a meet's regulations turn on, with their parameters and articles.
//!
//! In the regulations, under `rules`, each by its id: `"off"`, or a table with (`clause`), the article that findings quote,
//! and (in brackets: may be left out)
//!
//! | rule | parameters |
//! |---|---|
//! | `P01`, `P10`, `P14`, `P15` | |
//! | `P02` | (`scope`: `edition`, `sport`, `event`) |
//! | `P03` | (`min`), (`max`), (`method`: `full_years`, `birth_year`), (`boundary`: `on_birthday`, `day_after`) |
//! | `P04` | (`women_in_men`) |
//! | `P05` | (`as_of`: a day by which one must have joined) |
//! | `P06` | `months` in the unit |
//! | `P07` | `months` insured of the last twelve, (`end`: `2026-03`, the last of them), (`gap`: `review`, `ineligible`), (`payer`: `any`, `unit`), (`dispatched`: kinds of employment of which another firm pays) |
//! | `P08` | (`allow`: a list of kinds), (`with_evidence`: kinds with the paper that each needs), (`limited`: kinds with the class `retired`), (`deny`) |
//! | `P09` | (`required`) |
//! | `P11` | one or more of `areas`, `digits` that a number begins with, `insured_months`, `papers`; (`household_months` in the area) |
//! | `P12` | (`allow`: `any`, a list of nationalities), (`documents`: kinds), (`max_foreign_roster`) |
//! | `P13` | (`kind`: `certificate`, `declaration`), (`max_age_days` at the first match) |
//! | `P16` | (`banned`: names, or tables of `name`, (`tail` of the document number), (`until`)); bans of the register count too |
//! | `P17` | `min_rank`, (`ranks`: names, lowest first), (`events` that ask for it) |
//! | `R01` | (`sport_scope`: `any`, `same`), (`min_level`: `nation`, `province`, `city`) |
//! | `R02` | (`window`: `current`, `ever`), or `years`; (`past_outcome`: `via_R04`, `ineligible`, `review`, `limited`), (`ignore_youth_before_age`), (`youth_outcome`: `ignore`, `review`, `limited`, `ineligible`) |
//! | `R03` | `leagues`, (`sport` whose entries are barred), (`window`), or `years` |
//! | `R04` | `service_in_unit_months`, `retired_years`: one of them, or both; (`then`: `ex_pro`) |
//! | `R05` | `age`, (`exempts`: `["R04"]`), (`counts_in_quota`) |
//! | `R06` | (`min_grade`: `三级` to `国际健将`), (`series`: `official`), (`within_years`), (`outcome`, as `past_outcome`) |
//! | `R07` | `tags`: words for occupations, (`max_events`, else barred), (`same_sport`) |
//! | `R08` | `rank_max`, (`body`: a word in the list's name) |
//! | `R09` | `squads`: words in the names of squads and college teams |
//! | `T01` | for each sport or event: `[fewest, most]` players |
//! | `T02` | (`leader`), (`coach`): the most on a form, (`may_play`) |
//! | `T03` | for each sport or event: (`women`), (`men`), the fewest |
//! | `T04` | (`ex_pro`), (`foreign`), (`retired`): `{ roster }`, the most |
//! | `T05` | `up_to`: `[[staff, teams], …]`, `above`: the teams of a larger unit |
//! | `T06` | (`max_units`), (`below_staff`) of a team of several units |
//! | `T07` | `host_extra_teams` beyond `T05` |
//! | `L01` | for each sport: (`ex_pro_on_court`), (`foreign_on_court`), (`retired_on_court`), the most; (`leader_min`), (`women_min`), (`men_min`) |
//! | `L02` | for each event: `bands`: `[[from, to, people], …]`, youngest first, (`older_stand_in`) |
//! | `L05` | for each event: the fewest appearances in its groups for a match behind them |
//! | `L06` | for each event: the least total of the ages on court |
//! | `E01` | for each sport: (`team`), (`individual`), (`all`), the most events of a person |
//! | `E02` | for each event: the most entries of a unit |
//! | `E03` | (`same`: `unit`, `employer`) of partners |
//! | `E04` | (`units`), (`entries`): the fewest with which an event is held |
//! | `E05` | for each event: the categories of units that may enter |
//! | `E06` | (`names` on the list of the lower tier), (`replacements`) |
//! | `E07` | `close`: the last day on which forms are taken in, (`change_until`: the last on which they are replaced), (`walkover_minutes`: by sport) |
//!
//! Other rules of the catalogue may be named, with any parameters: they are left to people. So are `P11`, `P12`, `P16`,
//! `P17`, `R07` to `R09`, `T02`, `T05` to `T07`, `L01`, `L02`, `L05`, `L06` and `E03` to `E07` where their parameters are not those above.

mod class;
mod court;
mod entries;
mod people;
mod professional;
mod read;
mod standing;
mod team;

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

pub(super) use read::{check_events, leave_unknown_events, read};

use std::collections::BTreeMap;

use super::Sport;
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
    /// Rules that the regulations name and that this version does not check: people must.
    pub unchecked: Vec<(String, Clause)>,
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
        let unchecked = || self.unchecked.iter().find(|(known, _)| known == id).map(|(_, clause)| clause);
        clause.or_else(unchecked).map(Clause::as_str).unwrap_or_default()
    }

    /// The article of the first rule that asks for the declaration of a professional past; none where no rule does.
    pub(crate) fn clause_of_declaration(&self) -> Option<&Clause> {
        let (r01, r02, r03) = (self.r01.as_ref(), self.r02.as_ref(), self.r03.as_ref());
        let first = r01.map(|rule| &rule.clause).or(r02.map(|rule| &rule.clause));
        first.or(r03.map(|rule| &rule.clause)).or(self.r04.as_ref().map(|rule| &rule.clause))
    }
}
