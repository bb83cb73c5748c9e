//! Places and points of random finished meets of every format, beside a slow way that shares no code with the fast one.

use std::cmp::Ordering;

use gongsai::id::{EntryId, UnitId};
use gongsai::meet::{Command, Meet};
use gongsai::overall::{NoPlace, Open, Overall, Place, overall, placing};
use gongsai::regulations::{FormatRule, PointsRule, RegulationsDraft, SharedPoints, Vacant, Value};
use gongsai::simulate::Simulation;
use gongsai_tests::dice::Dice;
use gongsai_tests::event::formats;
use gongsai_tests::overall::{entered, event, regulations};

/// Regulations of three events of random formats, with a random table of points.
fn random_regulations(dice: &mut Dice, gone: bool) -> RegulationsDraft {
    let mut worth = 10 + dice.below(10);
    let scale: Vec<String> = (0..1 + dice.below(9))
        .map(|_| {
            worth -= dice.below(3).min(worth);
            worth.max(1).to_string()
        })
        .collect();
    let shared = if dice.once_in(2) { "mean" } else { "full" };
    let ties = if dice.once_in(2) { "places" } else { "shared" };
    let mut rest = format!("[points]\nscale = [{}]\nshared = \"{shared}\"\nties = \"{ties}\"\n", scale.join(", "));
    if dice.once_in(2) {
        rest += &format!("one_less_up_to = {}\n", 4 + dice.below(12));
    }
    if dice.once_in(3) {
        rest += &format!("entries_of_unit = {}\n", 1 + dice.below(2));
    }
    rest += &format!("factor = {{ doubles = {} }}\n", 1 + dice.below(3));
    if gone {
        let kept = ["keep", "none"];
        for name in ["withdrawn", "disqualified", "absent"] {
            rest = format!("{name} = \"{}\"\n{rest}", kept[dice.below(2) as usize]);
        }
        rest = format!("[placing]\nvacant = \"{}\"\n{rest}", ["close-up", "leave"][dice.below(2) as usize]);
    }
    let ranking = if gone && dice.once_in(2) { "bwf_gcr_16.2" } else { "ittf_3.7.5" };
    let all = formats();
    let kinds = ["singles", "doubles", "singles"];
    let chosen: Vec<FormatRule> = kinds.iter().map(|_| all[dice.below(all.len() as u32) as usize].clone()).collect();
    let plain = format!("format = {{ kind = \"knockout\" }}\nranking = \"{ranking}\"");
    let draft = regulations(&rest, &kinds.map(|kind| (kind, plain.as_str())));
    with_formats(draft, &chosen)
}

/// The same regulations with these formats.
fn with_formats(draft: RegulationsDraft, formats: &[FormatRule]) -> RegulationsDraft {
    let Value::Map(mut map) = draft.0 else { panic!("a map") };
    let Some(Value::List(events)) = map.get_mut("event") else { panic!("events") };
    for (event, format) in events.iter_mut().zip(formats) {
        let Value::Map(event) = event else { panic!("an event") };
        event.insert("format".to_owned(), format.value());
    }
    RegulationsDraft(Value::Map(map))
}

/// A random meet, as far as its events can be played; `gone` says whether entries withdraw on the way.
fn random_meet(seed: u64, gone: bool) -> Simulation {
    let mut dice = Dice::new(seed);
    let draft = random_regulations(&mut dice, gone);
    let counts: Vec<Vec<u64>> =
        (0..3 + dice.below(8)).map(|_| (0..3).map(|_| u64::from(1 + dice.below(3))).collect()).collect();
    let counts: Vec<&[u64]> = counts.iter().map(Vec::as_slice).collect();
    let mut simulation = entered(draft, &counts, &format!("oracle {seed}"));
    for number in 1..=3 {
        let id = event(number);
        let mut withdraw = |simulation: &mut Simulation| {
            let entries: Vec<EntryId> = simulation.journal().meet().entries_of(&id).map(|entry| entry.id).collect();
            let entry = entries[dice.below(entries.len() as u32) as usize];
            let _ = simulation.ask(Command::Withdraw { event: id.clone(), entry, reason: String::new() });
            dice.below(12) as usize
        };
        let mut steps = if gone { withdraw(&mut simulation) } else { 0 };
        while steps > 3 && simulation.play(&id, steps).is_ok() {
            steps = withdraw(&mut simulation);
        }
        if gone && steps == 3 {
            continue;
        }
        // A format may not be for so many.
        let _ = simulation.play_out(&id);
    }
    simulation
}

/// A number as a fraction that is never made shorter.
type Fraction = (u128, u128);

fn sum(one: Fraction, other: Fraction) -> Fraction {
    (one.0 * other.1 + other.0 * one.1, one.1 * other.1)
}

fn compare(one: Fraction, other: Fraction) -> Ordering {
    (one.0 * other.1).cmp(&(other.0 * one.1))
}

/// The places of the bracket itself: number and entry.
fn of_bracket(meet: &Meet, number: usize) -> Vec<(u32, EntryId)> {
    meet.event(&event(number)).map(|state| state.bracket().places()).unwrap_or_default()
}

fn is_finished(meet: &Meet, number: usize) -> bool {
    placing(meet, &event(number)).is_some_and(|placing| placing.open.is_none())
}

/// What each entry of an event is worth: position by position, the ones that are shared one after another.
fn slow_worth(meet: &Meet, number: usize, rule: &PointsRule) -> Vec<(EntryId, u32, Fraction)> {
    let places = of_bracket(meet, number);
    let drawn = places.len();
    let mut counted = usize::from(rule.places).min(drawn);
    if drawn <= usize::from(rule.one_less_up_to) {
        counted = counted.min(drawn - 1);
    }
    let at = |position: usize| {
        if position < counted { u128::from(rule.scale[position]) * u128::from(rule.factor) } else { 0 }
    };
    let worth = |(place, entry): &(u32, EntryId)| {
        let first = (*place - 1) as usize;
        let sharing = places.iter().filter(|(other, _)| other == place).count();
        let worth = match rule.shared {
            SharedPoints::Full => (at(first), 1),
            SharedPoints::Mean => ((first..first + sharing).map(at).sum(), sharing as u128),
        };
        (*entry, *place, worth)
    };
    let mut all: Vec<(EntryId, u32, Fraction)> = places.iter().map(worth).collect();
    if let Some(most) = rule.entries_of_unit {
        // Of a unit's entries, strike the worst until so many are left that count.
        let unit = |entry: EntryId| meet.entries()[&entry].unit;
        for entry in meet.units().keys() {
            loop {
                let own = all.iter().filter(|(id, place, _)| unit(*id) == *entry && (*place as usize) <= counted);
                let own: Vec<(u32, EntryId)> = own.map(|(id, place, _)| (*place, *id)).collect();
                if own.len() <= usize::from(most) {
                    break;
                }
                let (_, worst) = own.into_iter().max().expect("some");
                all.retain(|(id, _, _)| *id != worst);
            }
        }
    }
    all.retain(|(_, place, _)| (*place as usize) <= counted);
    all
}

/// The table in the slow way: unit, rank and points.
fn slow_table(meet: &Meet) -> Vec<(UnitId, u32, Fraction)> {
    let regulations = meet.regulations().expect("set");
    let mut units: Vec<(UnitId, Fraction, Vec<u32>)> =
        meet.units().keys().map(|unit| (*unit, (0, 1), vec![0; 64])).collect();
    for (number, rules) in (1..).zip(&regulations.events) {
        let Some(rule) = rules.points.as_ref().filter(|_| is_finished(meet, number)) else { continue };
        for (entry, place, worth) in slow_worth(meet, number, rule) {
            let unit = meet.entries()[&entry].unit;
            let row = units.iter_mut().find(|(id, ..)| *id == unit).expect("a unit");
            row.1 = sum(row.1, worth);
            row.2[place as usize - 1] += 1;
        }
    }
    let by_places = regulations.points.as_ref().expect("points").ties == gongsai::regulations::UnitTies::Places;
    let better = |one: &(UnitId, Fraction, Vec<u32>), other: &(UnitId, Fraction, Vec<u32>)| {
        let points = compare(one.1, other.1);
        points.is_gt() || (points.is_eq() && by_places && one.2 > other.2)
    };
    let rank = |row: &_| 1 + units.iter().filter(|other| better(other, row)).count() as u32;
    units.iter().map(|row| (row.0, rank(row), row.1)).collect()
}

#[test]
fn points_and_places_are_those_of_the_slow_way() {
    let (mut finished, mut mean, mut ties) = (0, 0, 0);
    for seed in 0..400 {
        let simulation = random_meet(seed, false);
        let meet = simulation.journal().meet();
        for number in 1..=3 {
            let found = placing(meet, &event(number)).expect("an event");
            if found.open.is_some() {
                continue;
            }
            finished += 1;
            let mut own: Vec<(u32, EntryId)> =
                found.entries.iter().map(|found| (found.place.number().expect("a place"), found.entry)).collect();
            let mut other = of_bracket(meet, number);
            own.sort_unstable();
            other.sort_unstable();
            assert_eq!(own, other, "{seed}: everybody played, so the places are the bracket's");
        }
        let table = overall(meet);
        let slow = slow_table(meet);
        assert_eq!(table.units.len(), slow.len());
        for row in &table.units {
            let (_, rank, points) = *slow.iter().find(|(unit, ..)| *unit == row.unit).expect("a unit");
            let own = row.points.expect("few points");
            let own = (u128::from(own.numerator()), u128::from(own.denominator()));
            assert!(compare(own, points).is_eq(), "{seed}: {} {own:?} {points:?}", row.unit);
            assert_eq!(row.rank, Some(rank), "{seed}: {}", row.unit);
            mean += u32::from(own.1 > 1);
            ties += u32::from(table.separations.iter().any(|step| step.by.is_some()));
        }
        assert!(table.units.windows(2).all(|pair| pair[0].rank <= pair[1].rank));
        sum_is_kept(meet, &table);
    }
    assert!(finished > 700 && mean > 100 && ties > 20, "{finished} {mean} {ties}");
}

/// With the mean of shared places and all entries counting, the points of an event are what the places taken are worth.
fn sum_is_kept(meet: &Meet, table: &Overall) {
    let regulations = meet.regulations().expect("set");
    for (rules, row) in regulations.events.iter().zip(&table.events) {
        let Some(rule) = rules.points.as_ref().filter(|rule| rule.entries_of_unit.is_none()) else { continue };
        if rule.shared != SharedPoints::Mean || !matches!(row.counting, gongsai::overall::Counting::Counts) {
            continue;
        }
        let scores = table.units.iter().flat_map(|unit| &unit.scores).filter(|found| found.event == rules.id);
        let given = scores.fold((0, 1), |all, found| {
            let points = found.score.points;
            sum(all, (u128::from(points.numerator()), u128::from(points.denominator())))
        });
        let scale: u128 = rule.scale.iter().take(row.counted.into()).map(|worth| u128::from(*worth)).sum();
        assert!(compare(given, (scale * u128::from(rule.factor), 1)).is_eq(), "{given:?} {scale}");
    }
}

#[test]
fn nobody_is_left_out_whoever_withdraws() {
    let (mut placed, mut open, mut deleted, mut none) = (0, 0, 0, 0);
    for seed in 1000..1400 {
        let simulation = random_meet(seed, true);
        let meet = simulation.journal().meet();
        for number in 1..=3 {
            let Some(state) = meet.event(&event(number)) else { continue };
            let found = placing(meet, &event(number)).expect("an event");
            assert_eq!(found.entries.len(), meet.entries_of(&event(number)).count());
            let mut over = state.bracket().matches().all(|found| found.over);
            over &= (1..=state.bracket().groups()).all(|group| state.bracket().group_ranking(group).is_some());
            assert!(!over || found.open.is_none(), "{seed}: {:?}", found.open);
            let numbers: Vec<u32> = found.entries.iter().filter_map(|found| found.place.number()).collect();
            let rules = meet.regulations().and_then(|regulations| regulations.event(&event(number)));
            let mut nobody = rules.is_some_and(|rules| rules.placing.vacant == Vacant::Leave);
            for entry in &found.entries {
                match &entry.place {
                    Place::Is { place, shared, .. } => {
                        placed += 1;
                        let sharing = numbers.iter().filter(|other| *other == place).count();
                        assert!(found.open.is_some() || sharing == *shared as usize, "{seed}");
                    }
                    Place::Open(Open::Before) => {
                        let format = &rules.expect("an event").format;
                        assert!(
                            state.bracket().places_close_up(),
                            "{seed}: nothing is known of {} {format:?}",
                            entry.entry
                        );
                    }
                    Place::Open(_) => open += 1,
                    Place::None(NoPlace::NobodyWon(_)) => nobody = true,
                    Place::None(NoPlace::Deleted(..)) => deleted += 1,
                    Place::None(_) => none += 1,
                }
            }
            if found.open.is_none() && !nobody {
                for place in &numbers {
                    let before = numbers.iter().filter(|other| *other < place).count();
                    assert_eq!(*place as usize, before + 1, "{seed}: {numbers:?}");
                }
            }
        }
    }
    assert!(placed > 5000 && open > 300 && deleted > 100 && none > 500, "{placed} {open} {deleted} {none}");
}

/// The order of entries, units and events in the regulations does not matter for the points.
#[test]
fn the_order_of_events_does_not_matter() {
    for seed in 0..60 {
        let simulation = random_meet(seed, false);
        let meet = simulation.journal().meet();
        let Value::Map(mut map) = meet.regulations().expect("set").draft().0.clone() else { panic!("a map") };
        let Some(Value::List(events)) = map.get_mut("event") else { panic!("events") };
        events.reverse();
        let mut turned = Simulation::new(gongsai::meet::Journal::new(meet.id()), "turned");
        turned.ask(Command::SetRegulations(RegulationsDraft(Value::Map(map)))).expect("sound");
        for stored in simulation.journal().records().iter().skip(1) {
            turned.ask(stored.record.command.clone()).expect("the same");
        }
        let rows = |meet: &Meet| -> Vec<_> {
            let table = overall(meet);
            table.units.iter().map(|unit| (unit.unit, unit.rank, unit.points, unit.medals)).collect()
        };
        assert_eq!(rows(meet), rows(turned.journal().meet()), "{seed}");
    }
}
