//! The review of a meet's people: rules of the regulations in, a verdict and findings out; then people decide.
//!
//! | rule | what | where | |
//! |---|---|---|---|
//! | P01 | the document number is well formed | `p01_document` | done |
//! | P02 | one person, one unit | `p02_duplicate` | done |
//! | P03 | age | `p03_age` | done |
//! | P04 | the sex fits the event | `p04_sex` | done |
//! | P05 | employed | `p05_employed` | as far as a form tells |
//! | P06 | months in the unit | `p06_service` | done |
//! | P07 | months insured | `p07_insurance` | done |
//! | P08 | kind of employment | `p08_employment` | done |
//! | P09 · P10 | member of the union · no student | `p09_member` · `p10_student` | done |
//! | P11 · P12 | tie to the region · nationality and document | `p11_region` · `p12_nationality` | done |
//! | P13 · P14 · P15 | health certificate · insurance · consent | `p13_health` · `p14_cover` · `p15_consent` | done |
//! | P16 · P17 | bans · rank of leaders | `p16_ban` · `p17_rank` | done |
//! | R01 | active professionals | `r01_active` | done |
//! | R02 | registered athletes | `r02_registered` | done |
//! | R03 | players of named leagues | `r03_league` | done |
//! | R04 | former professionals | `r04_former` | done |
//! | R05 | age exemption of former professionals | `r05_exempt` | done |
//! | R06 | holders of an official grade | `r06_grade` | done |
//! | R07 · R08 · R09 | work in sport · ranking lists · squads | `r07_specialist` · `r08_ranked` · `r09_squad` | done |
//! | R | the professional past is declared | `r_declaration` | done |
//! | T01 · T03 · T04 | roster sizes · women and men · quotas of a class | `t01_roster` · `t03_sexes` · `t04_class` | done |
//! | T05, T07 · T06 | teams of a unit and of the host · joint teams | `t05_teams` · `t06_joint` | done |
//! | E01 · E02 | events of a person · entries of a unit | `e01_events` · `e02_entries` | done |
//! | E05 · E06 | categories of an event · the lower tier | `e05_group` · `e06_tier` | done |
//! | L05 | appearances in the groups for what comes behind | where line-ups are handed in (`meet`) | done |
//! | L01 · L02, L06 | classes and sexes on court · ages on court | where line-ups are handed in (`lineup`); people must where none are, and of ages too | in part |
//! | T02 · E03 | officials · partners | where a form is read (`entry`) | done |
//! | E07 | the last days of forms and changes | [`Meet::late`](crate::meet::Meet::late), and where people are replaced (`meet`) | done |
//! | E04 | events too small to be held | [`Meet::too_small`](crate::meet::Meet::too_small), for the staff | done |
//! | others | [`Rules::unchecked`] lists those that the regulations name | | people must |
//!
//! Unknown is never no: what is not known is for review. Only arithmetic on uncontested facts bars a person by itself.
//! A verdict does not depend on the order of people, rules or rows of the register.

mod decision;
mod declared;
mod e01_events;
mod e02_entries;
mod e05_group;
mod e06_tier;
mod p01_document;
mod p02_duplicate;
mod p03_age;
mod p04_sex;
mod p05_employed;
mod p06_service;
mod p07_insurance;
mod p08_employment;
mod p09_member;
mod p10_student;
mod p11_region;
mod p12_nationality;
mod p13_health;
mod p14_cover;
mod p15_consent;
mod p16_ban;
mod p17_rank;
mod r01_active;
mod r02_registered;
mod r03_league;
mod r04_former;
mod r05_exempt;
mod r06_grade;
mod r07_specialist;
mod r08_ranked;
mod r09_squad;
mod r_declaration;
mod reading;
mod register;
mod t01_roster;
mod t03_sexes;
mod t04_class;
mod t05_teams;
mod t06_joint;
mod team;
mod verdict;

#[cfg(test)]
mod fixture;

pub use decision::{Decision, decided};
pub use p03_age::ages_of;
pub use register::{Athlete, Register};
pub use verdict::{Verdict, classes};

use std::collections::{BTreeMap, BTreeSet};

use crate::clause::Clause;
use crate::date::Date;
use crate::entry::Unit;
use crate::finding::{Code, Fact, Finding, Severity, Subject};
use crate::id::{EventId, PersonId, UnitId};
use crate::person::Facts;
use crate::regulations::{Class, Regulations, Rules, Sport};
use reading::Reading;
use team::Row;

/// One player row of a form: one person in one sport.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The person.
    pub person: PersonId,
    /// The unit that sends the person.
    pub unit: UnitId,
    /// The sport of the sheet.
    pub sport: Sport,
    /// The events entered.
    pub events: &'a [EventId],
    /// The name.
    pub name: &'a str,
    /// The private facts.
    pub facts: &'a Facts,
}

/// What a review says of one player row.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonReview {
    /// The person.
    pub person: PersonId,
    /// The sport of the sheet.
    pub sport: Sport,
    /// What the findings add up to.
    pub verdict: Verdict,
    /// Everything that was found, in the order of the rules.
    pub findings: Vec<Finding>,
}

/// What a review says of a unit's list in one sport, or of its team in one event. Valid where nothing was found.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamReview {
    /// The unit.
    pub unit: UnitId,
    /// The sport.
    pub sport: Sport,
    /// The event; none for the list of the sport as a whole.
    pub event: Option<EventId>,
    /// Everything that was found.
    pub findings: Vec<Finding>,
}

/// A whole review.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The people, in the order of the candidates.
    pub people: Vec<PersonReview>,
    /// The teams, in the order of the candidates.
    pub teams: Vec<TeamReview>,
}

/// What every rule may read.
struct Context<'a> {
    regulations: &'a Regulations,
    rules: &'a Rules,
    reference_date: Date,
    /// The events that each person enters in all sports, where a rule counts them.
    events_of: BTreeMap<PersonId, BTreeSet<&'a EventId>>,
    units: &'a BTreeMap<UnitId, Unit>,
    /// The units that enter each event, where a rule counts them.
    teams: BTreeMap<&'a EventId, BTreeSet<UnitId>>,
}

impl Context<'_> {
    fn year(&self) -> u16 {
        self.reference_date.year()
    }
}

/// A verdict and findings for every person, and findings for every team. Implements the rules that this module's table
/// calls done; each finding quotes the clause of the regulations.
///
/// # Complexity
/// O(n log (n + m)) for n player rows and a register of m rows, and the register's rows with one name for each of them.
///
/// ```
/// use std::collections::BTreeMap;
/// use gongsai::eligibility::{Candidate, Register, Verdict, review};
/// use gongsai::finding::Code;
/// use gongsai::id::{PersonId, UnitId};
/// use gongsai::person::{DocumentNumber, Facts};
/// use gongsai::regulations::{RegulationsDraft, Sport, Value};
/// let text = |text: &str| Value::Text(text.to_owned());
/// let map = |fields: &[(&str, Value)]| {
///     Value::Map(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<BTreeMap<_, _>>())
/// };
/// let age = map(&[("min", Value::Int(18)), ("clause", text("第五条(三)"))]);
/// let draft = RegulationsDraft(map(&[
///     ("id", text("games")),
///     ("title", text("职工运动会")),
///     ("reference_date", text("2026-09-01")),
///     ("first_match", text("2026-10-19")),
///     ("sports", Value::List(vec![text("TT")])),
///     ("rules", map(&[("P03", age)])),
///     ("event", Value::List(vec![])),
/// ]));
/// let regulations = draft.verify().unwrap();
/// let facts = |number| Facts { document: Some(DocumentNumber::new(number)), ..Facts::default() };
/// let [old, young] = ["100101199001010013", "100101201001010013"].map(facts);
/// let candidate = |person, facts| Candidate {
///     person: PersonId(person), unit: UnitId(1), sport: Sport::TableTennis, events: &[], name: "张三", facts,
/// };
/// let review = review(&regulations, &Register::default(), &[candidate(1, &old), candidate(2, &young)]);
/// assert_eq!(review.people[0].verdict, Verdict::Eligible);
/// assert_eq!(review.people[1].verdict, Verdict::Ineligible);
/// assert_eq!(review.people[1].findings[0].code, Code::P03Under);
/// assert_eq!(review.people[1].findings[0].clause.as_ref().unwrap().as_str(), "第五条(三)");
/// ```
#[must_use]
pub fn review(regulations: &Regulations, register: &Register, candidates: &[Candidate<'_>]) -> Review {
    review_of(regulations, register, &BTreeMap::new(), candidates)
}

/// The same, with what the list of units says of them: their staff and categories (T05 to T07, E05).
#[must_use]
pub fn review_of(
    regulations: &Regulations,
    register: &Register,
    units: &BTreeMap<UnitId, Unit>,
    candidates: &[Candidate<'_>],
) -> Review {
    let mut teams: BTreeMap<&EventId, BTreeSet<UnitId>> = BTreeMap::new();
    for candidate in candidates.iter().filter(|_| regulations.rules.t05.is_some()) {
        for event in candidate.events {
            teams.entry(event).or_default().insert(candidate.unit);
        }
    }
    let mut events_of: BTreeMap<PersonId, BTreeSet<&EventId>> = BTreeMap::new();
    let counted = regulations.rules.r07.as_ref().is_some_and(|rule| rule.params.max_events.is_some());
    for candidate in candidates.iter().filter(|_| counted) {
        events_of.entry(candidate.person).or_default().extend(candidate.events);
    }
    let (rules, reference_date) = (&regulations.rules, regulations.reference_date);
    let cx = Context { regulations, rules, reference_date, events_of, units, teams };
    let duplicates = p02_duplicate::duplicates(&cx, candidates);
    let (mut people, mut rows) = (Vec::with_capacity(candidates.len()), Vec::with_capacity(candidates.len()));
    for (candidate, duplicates) in candidates.iter().zip(duplicates) {
        let reading = Reading::new(register, cx.reference_date, candidate);
        let findings = person(&cx, &reading, duplicates);
        let verdict = Verdict::of(&findings);
        let review = PersonReview { person: candidate.person, sport: candidate.sport, verdict, findings };
        rows.push(Row::of(candidate, reading.sex, &review));
        people.push(review);
    }
    let teams = team::reviews(&cx, &rows);
    Review { people, teams }
}

/// The findings on one candidate, in the order of the rules.
fn person(cx: &Context<'_>, reading: &Reading<'_>, duplicates: Vec<Finding>) -> Vec<Finding> {
    let mut findings = p01_document::document(cx, reading);
    findings.extend(duplicates);
    findings.extend(p03_age::age(cx, reading));
    findings.extend(p04_sex::sex(cx, reading));
    findings.extend(p05_employed::employed(cx, reading));
    findings.extend(p06_service::service(cx, reading));
    findings.extend(p07_insurance::insurance(cx, reading));
    let of_papers = [
        p08_employment::employment,
        p09_member::member,
        p10_student::student,
        p11_region::region,
        p13_health::health,
        p14_cover::cover,
        p15_consent::consent,
        p16_ban::ban,
        p17_rank::rank,
        r_declaration::declaration,
    ];
    findings.extend(p12_nationality::nationality(cx, reading));
    findings.extend(of_papers.into_iter().filter_map(|rule| rule(cx, reading)));
    findings.extend(r01_active::active(cx, reading));
    findings.extend(r02_registered::registered(cx, reading));
    findings.extend(r03_league::league(cx, reading));
    findings.extend(r05_exempt::exempt(cx, reading, r04_former::former(cx, reading)));
    findings.extend(r06_grade::grade(cx, reading));
    let of_specialists = [r07_specialist::specialist, r08_ranked::ranked, r09_squad::squad, e06_tier::tier];
    findings.extend(of_specialists.into_iter().filter_map(|rule| rule(cx, reading)));
    findings
}

/// A finding of a rule; regulations that name no clause quote none.
fn finding(clause: &Clause, code: Code, severity: Severity, subject: Subject, facts: Vec<Fact>) -> Finding {
    let clause = Some(clause.clone()).filter(|clause| !clause.as_str().is_empty());
    Finding { code, severity, subject, clause, facts }
}
