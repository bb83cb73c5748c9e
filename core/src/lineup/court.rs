//! Who stands on court together: classes and sexes (L01), ages (L02, L06).
//!
//! | rule | fault | bars |
//! |---|---|---|
//! | L01 | [`LineupFault::TooManyOf`], [`LineupFault::TooFewLeaders`], [`LineupFault::TooFewOfSex`] | yes, but for a sex that is not known |
//! | L02 | [`LineupFault::TooFewOfAge`] | yes, but where an age is not known well enough |
//! | L06 | [`LineupFault::TotalAge`] | the same |

use std::collections::{BTreeMap, BTreeSet};

use super::LineupFault;
use crate::id::PersonId;
use crate::order;
use crate::person::Person;
use crate::regulations::{AgeMix, Class, CourtRule};
use crate::sex::Sex;

/// The ages that a person may have; where the birth date is known they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The least.
    pub least: u16,
    /// The greatest.
    pub greatest: u16,
}

/// What is wrong with the classes and sexes of those on court, each person once.
///
/// ```
/// use std::collections::{BTreeMap, BTreeSet};
/// use gongsai::id::PersonId;
/// use gongsai::lineup::{LineupFault, check_court};
/// use gongsai::regulations::{Class, CourtRule};
/// let rule = CourtRule { most: BTreeMap::from([(Class::ExPro, 1)]), ..CourtRule::default() };
/// let former = |_| BTreeSet::from([Class::ExPro]);
/// let two = [PersonId(1), PersonId(2)];
/// let fault = LineupFault::TooManyOf { class: Class::ExPro, count: 2, most: 1 };
/// assert_eq!(check_court(&rule, &BTreeMap::new(), former, &two), [fault]);
/// assert_eq!(check_court(&rule, &BTreeMap::new(), former, &two[..1]), []);
/// ```
#[must_use]
pub fn check_court(
    rule: &CourtRule,
    people: &BTreeMap<PersonId, Person>,
    classes: impl Fn(PersonId) -> BTreeSet<Class>,
    on_court: &[PersonId],
) -> Vec<LineupFault> {
    let on_court = order::set(on_court.iter().copied());
    let of: Vec<BTreeSet<Class>> = on_court.iter().map(|person| classes(*person)).collect();
    let count = |class: Class| number(of.iter().filter(|classes| classes.contains(&class)).count());
    let mut faults = Vec::new();
    for (class, most) in &rule.most {
        let count = count(*class);
        if count > *most {
            faults.push(LineupFault::TooManyOf { class: *class, count, most: *most });
        }
    }
    if count(Class::Leader) < rule.leaders {
        faults.push(LineupFault::TooFewLeaders { count: count(Class::Leader), least: rule.leaders });
    }
    let sex_of = |person: &PersonId| people.get(person).and_then(|person| person.sex);
    let unknown = number(on_court.iter().filter(|person| sex_of(person).is_none()).count());
    for (sex, least) in [(Sex::Female, rule.women), (Sex::Male, rule.men)] {
        let count = number(on_court.iter().filter(|person| sex_of(person) == Some(sex)).count());
        if count < least {
            let certain = count.saturating_add(unknown) < least;
            faults.push(LineupFault::TooFewOfSex { sex, count, least, certain });
        }
    }
    faults
}

/// What is wrong with the ages of those on court; none where the age of a person is not known.
///
/// Where older people may stand in for younger ones, so many of at least each band's age are needed as that band and those
/// above it ask for.
#[must_use]
pub fn check_ages(mix: Option<&AgeMix>, total: Option<u16>, on_court: &[Option<Ages>]) -> Vec<LineupFault> {
    let mut faults = Vec::new();
    for (place, band) in
        mix.into_iter().flat_map(|mix| mix.bands.iter().enumerate().map(move |(at, band)| ((mix, at), band)))
    {
        let (mix, at) = place;
        let (to, least) = match mix.older_stand_in {
            true => (u16::MAX, mix.bands[at..].iter().fold(0, |sum: u16, band| sum.saturating_add(band.people))),
            false => (band.to, band.people),
        };
        let is_in = |ages: &Ages| band.from <= ages.least && ages.greatest <= to;
        let may_be = |ages: &Ages| ages.least <= to && band.from <= ages.greatest;
        let count = number(on_court.iter().flatten().filter(|ages| is_in(ages)).count());
        if count < least {
            let most = number(on_court.iter().filter(|ages| ages.as_ref().is_none_or(may_be)).count());
            faults.push(LineupFault::TooFewOfAge { from: band.from, to, count, least, certain: most < least });
        }
    }
    if let Some(least) = total {
        let sum =
            |age: fn(&Ages) -> u16| on_court.iter().flatten().map(age).fold(0, |sum: u16, age| sum.saturating_add(age));
        let years = sum(|ages| ages.least);
        if years < least {
            let certain = on_court.iter().all(Option::is_some) && sum(|ages| ages.greatest) < least;
            faults.push(LineupFault::TotalAge { years, least, certain });
        }
    }
    faults
}

fn number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::UnitId;
    use crate::regulations::AgeBand;

    #[test]
    fn women_and_leaders_are_counted_once_each() {
        let person =
            |id: u64, sex| (PersonId(id), Person { id: PersonId(id), name: String::new(), sex, unit: UnitId(1) });
        let people = order::map([person(1, Some(Sex::Female)), person(2, Some(Sex::Male)), person(3, None)]);
        let rule = CourtRule { women: 2, leaders: 1, ..CourtRule::default() };
        let leaders = |person: PersonId| order::set((person == PersonId(2)).then_some(Class::Leader));
        let check = |ids: &[u64]| {
            let ids: Vec<PersonId> = ids.iter().copied().map(PersonId).collect();
            check_court(&rule, &people, leaders, &ids)
        };
        let women = |count, certain| LineupFault::TooFewOfSex { sex: Sex::Female, count, least: 2, certain };
        assert_eq!(check(&[1, 1, 2]), [women(1, true)]);
        assert_eq!(check(&[1, 2, 3]), [women(1, false)]);
        assert!(!women(1, false).bars() && women(1, true).bars());
        assert_eq!(check(&[1]), [LineupFault::TooFewLeaders { count: 0, least: 1 }, women(1, true)]);
    }

    /// Two of 40 to 45, two of 46 to 50, one of 51 or more: the example of the catalogue, source 28.
    #[track_caller]
    fn check_mix(older_stand_in: bool, ages: &[u16], faults: &[(u16, u16, u16)]) {
        let bands = [(40, 45, 2), (46, 50, 2), (51, 99, 1)].map(|(from, to, people)| AgeBand { from, to, people });
        let mix = AgeMix { bands: bands.into(), older_stand_in };
        let ages: Vec<Option<Ages>> = ages.iter().map(|age| Some(Ages { least: *age, greatest: *age })).collect();
        let told: Vec<(u16, u16, u16)> = check_ages(Some(&mix), None, &ages)
            .into_iter()
            .map(|fault| match fault {
                LineupFault::TooFewOfAge { from, count, least, certain: true, .. } => (from, count, least),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(told, faults);
    }

    #[test]
    fn bands_are_filled_and_older_people_may_stand_in() {
        check_mix(false, &[40, 45, 46, 50, 51], &[]);
        check_mix(true, &[40, 45, 46, 50, 51], &[]);
        check_mix(false, &[46, 47, 48, 50, 60], &[(40, 0, 2)]);
        check_mix(true, &[46, 47, 48, 50, 60], &[]);
        check_mix(true, &[39, 47, 48, 50, 60], &[(40, 4, 5)]);
        check_mix(true, &[40, 41, 42, 50, 60], &[(46, 2, 3)]);
        check_mix(true, &[60, 60, 60, 60, 60], &[]);
    }

    /// The greedy choice that people make by hand: the oldest to the oldest band.
    #[test]
    fn standing_in_agrees_with_giving_the_oldest_their_places_first() {
        let bands = [(40, 45, 1), (46, 50, 1), (51, 99, 1)].map(|(from, to, people)| AgeBand { from, to, people });
        let mix = AgeMix { bands: bands.into(), older_stand_in: true };
        let choices = [38_u16, 40, 45, 46, 50, 51, 60];
        for one in choices {
            for two in choices {
                for three in choices {
                    let mut sorted = [one, two, three];
                    sorted.sort_unstable();
                    let fits = sorted.iter().zip([40, 46, 51]).all(|(age, from)| *age >= from);
                    let ages = [one, two, three].map(|age| Some(Ages { least: age, greatest: age }));
                    assert_eq!(check_ages(Some(&mix), None, &ages).is_empty(), fits, "{sorted:?}");
                }
            }
        }
    }

    #[test]
    fn the_total_bars_only_where_it_is_certain() {
        let known = |least, greatest| Some(Ages { least, greatest });
        let total = |years, certain| [LineupFault::TotalAge { years, least: 100, certain }];
        assert_eq!(check_ages(None, Some(100), &[known(50, 50), known(50, 50)]), []);
        assert_eq!(check_ages(None, Some(100), &[known(50, 50), known(49, 49)]), total(99, true));
        assert_eq!(check_ages(None, Some(100), &[known(50, 50), known(49, 50)]), total(99, false));
        assert_eq!(check_ages(None, Some(100), &[known(50, 50), None]), total(50, false));
    }
}
