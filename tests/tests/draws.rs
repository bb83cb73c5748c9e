//! Draws: the books, the separation of units against an oracle that tries everything, second draws, receipts.

use std::collections::BTreeSet;

use gongsai::draw::{self, Entrant, KnockoutDraw, Procedure, Seed, Shortfall, Task};
use gongsai::format::{byes, seeds};
use gongsai::regulations::{DrawRule, DrawTable, GroupSizes};
use gongsai_tests::asked::{self, qualifiers, random_entrants};
use gongsai_tests::dice::Dice;

const TABLES: [DrawTable; 4] = [DrawTable::Ittf, DrawTable::Bwf, DrawTable::Cn, DrawTable::Standard];

fn apart(table: DrawTable) -> DrawRule {
    DrawRule { table, units_apart: true }
}

fn seed(number: u64) -> Seed {
    Seed::of_text(&number.to_string())
}

/// Pairs of one unit in the same match, half, quarter …: what a separation minimises, in this order.
fn nearness(units: &[Option<u32>]) -> Vec<usize> {
    let pairs = |width: usize| -> usize {
        let mut pairs = 0;
        for section in units.chunks(width) {
            for (index, unit) in section.iter().enumerate() {
                pairs += section[..index].iter().filter(|other| unit.is_some() && *other == unit).count();
            }
        }
        pairs
    };
    let mut widths = vec![2];
    let mut width = units.len() / 2;
    while width > 2 {
        widths.push(width);
        width /= 2;
    }
    widths.into_iter().map(pairs).collect()
}

/// The least nearness over all ways to put units into the free places.
fn best(places: &mut [Option<Option<u32>>], free: &mut Vec<(Option<u32>, usize)>, from: usize) -> Vec<usize> {
    let Some(at) = (from..places.len()).find(|index| places[*index].is_none()) else {
        return nearness(&places.iter().map(|place| place.flatten()).collect::<Vec<_>>());
    };
    let mut least: Option<Vec<usize>> = None;
    for kind in 0..free.len() {
        if free[kind].1 == 0 {
            continue;
        }
        free[kind].1 -= 1;
        places[at] = Some(free[kind].0);
        let found = best(places, free, at + 1);
        least = Some(least.map_or(found.clone(), |least| least.min(found)));
        places[at] = None;
        free[kind].1 += 1;
    }
    least.unwrap_or_default()
}

fn units_of(entrants: &[Entrant], drawn: &KnockoutDraw) -> Vec<Option<u32>> {
    drawn.positions.iter().map(|seat| seat.and_then(|index| entrants[index].unit)).collect()
}

fn count_kinds(units: impl Iterator<Item = Option<u32>>) -> Vec<(Option<u32>, usize)> {
    let mut kinds: Vec<(Option<u32>, usize)> = Vec::new();
    for unit in units {
        match kinds.iter_mut().find(|(known, _)| *known == unit) {
            Some(kind) => kind.1 += 1,
            None => kinds.push((unit, 1)),
        }
    }
    kinds
}

/// The separation is the best that the seeds' places permit.
#[test]
fn no_knockout_can_be_separated_better() {
    let mut dice = Dice::new(1);
    for round in 0..1600 {
        let large = round >= 1500;
        let n = if large { 9 + dice.below(4) } else { 2 + dice.below(7) };
        let units = if large { 2 } else { 1 + dice.below(4) };
        let entrants = random_entrants(&mut dice, n, units);
        let rule = apart(TABLES[dice.below(4) as usize]);
        let drawn = draw::knockout(&entrants, rule, seed(round)).unwrap();
        let mut places: Vec<Option<Option<u32>>> = drawn
            .positions
            .iter()
            .map(|seat| match seat {
                None => Some(None),
                Some(index) => entrants[*index].seed.map(|_| entrants[*index].unit),
            })
            .collect();
        let unseeded = entrants.iter().filter(|entrant| entrant.seed.is_none()).map(|entrant| entrant.unit);
        let mut free = count_kinds(unseeded);
        let ours = nearness(&units_of(&entrants, &drawn));
        assert_eq!(ours, best(&mut places, &mut free, 0), "{entrants:?} {:?}", drawn.positions);
    }
}

/// Without seeds every unit is spread evenly over halves, quarters and so on, byes or not.
#[test]
fn units_without_seeds_are_always_spread_evenly() {
    let mut dice = Dice::new(2);
    for n in 2..=150u32 {
        let most = n.next_power_of_two() / 2;
        let mut entrants = Vec::new();
        let mut unit = 0;
        while entrants.len() < n as usize {
            let members = 1 + dice.below(most.min(n - u32::try_from(entrants.len()).unwrap()));
            entrants.extend((0..members).map(|_| Entrant { unit: Some(unit), seed: None }));
            unit += 1;
        }
        let drawn = draw::knockout(&entrants, apart(TABLES[n as usize % 4]), seed(n.into())).unwrap();
        assert_eq!(drawn.shortfall, [], "{n} entrants of {unit} units");
    }
}

#[test]
fn knockouts_keep_to_the_book() {
    let mut dice = Dice::new(3);
    for round in 0..300 {
        let n = 2 + dice.below(100);
        let entrants = random_entrants(&mut dice, n, n / 4 + 1);
        let table = TABLES[dice.below(4) as usize];
        let drawn = draw::knockout(&entrants, apart(table), seed(round)).unwrap();
        assert_eq!(drawn, draw::knockout(&entrants, apart(table), seed(round)).unwrap(), "the same seed, another draw");
        let byes: BTreeSet<u32> = byes::positions(table, n).into_iter().collect();
        let empty = (1..).zip(&drawn.positions).filter(|(_, seat)| seat.is_none()).map(|(position, _)| position);
        assert_eq!(empty.collect::<BTreeSet<u32>>(), byes);
        let seats: BTreeSet<usize> = drawn.positions.iter().flatten().copied().collect();
        assert_eq!(seats.len(), entrants.len());
        assert_eq!(drawn.steps.len(), entrants.len());
        let position = |number: u16| {
            let index = entrants.iter().position(|entrant| entrant.seed == Some(number))?;
            drawn.positions.iter().position(|seat| *seat == Some(index)).map(|at| u32::try_from(at + 1).unwrap())
        };
        for (number, tier) in
            (1..).zip(seeds::tiers(table, byes::size(n)).iter().flat_map(|t| t.iter().map(move |_| t)))
        {
            let Some(at) = position(number) else { break };
            assert!(tier.contains(&at), "seed {number} of {n} at {at}");
            let has_bye = byes.contains(&seeds::partner(at));
            assert_eq!(has_bye, usize::from(number) <= byes.len(), "the bye of seed {number} of {n}");
        }
    }
}

/// 蛇形编排 when everybody is seeded.
#[test]
fn everybody_seeded_makes_the_snake() {
    let file: serde_json::Value = serde_json::from_str(include_str!("../vectors/snake_grouping.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let n = u16::try_from(case["entries"].as_u64().unwrap()).unwrap();
        let groups = u16::try_from(case["groups"].as_u64().unwrap()).unwrap();
        let entrants: Vec<Entrant> = (1..=n).map(|seed| Entrant { unit: Some(1), seed: Some(seed) }).collect();
        let drawn = draw::groups(&entrants, groups, apart(DrawTable::Standard), seed(0)).unwrap();
        let ranks: Vec<Vec<usize>> =
            drawn.groups.iter().map(|group| group.iter().map(|index| index + 1).collect()).collect();
        assert_eq!(serde_json::to_value(ranks).unwrap(), case["expected"], "{}", case["id"]);
        assert!(drawn.shortfall.is_empty(), "one unit alone is spread evenly");
    }
}

/// Pairs of one unit in one group.
fn group_pairs(groups: &[Vec<Option<u32>>]) -> usize {
    let pairs = |group: &Vec<Option<u32>>| {
        let before = |(index, unit): (usize, &Option<u32>)| {
            group[..index].iter().filter(|o| unit.is_some() && *o == unit).count()
        };
        group.iter().enumerate().map(before).sum::<usize>()
    };
    groups.iter().map(pairs).sum()
}

/// The fewest such pairs over all ways to fill the groups up.
fn fewest(groups: &mut [Vec<Option<u32>>], sizes: &[usize], free: &mut Vec<(Option<u32>, usize)>) -> usize {
    let Some(at) = (0..groups.len()).find(|group| groups[*group].len() < sizes[*group]) else {
        return group_pairs(groups);
    };
    let mut least = usize::MAX;
    for kind in 0..free.len() {
        if free[kind].1 == 0 {
            continue;
        }
        free[kind].1 -= 1;
        groups[at].push(free[kind].0);
        least = least.min(fewest(groups, sizes, free));
        groups[at].pop();
        free[kind].1 += 1;
    }
    least
}

#[test]
fn no_groups_can_be_separated_better() {
    let mut dice = Dice::new(4);
    for round in 0..800 {
        let n = 2 + dice.below(8);
        let units = 1 + dice.below(4);
        let entrants = random_entrants(&mut dice, n, units);
        let groups = u16::try_from(1 + dice.below(n.min(4))).unwrap();
        let table = TABLES[dice.below(4) as usize];
        let drawn = draw::groups(&entrants, groups, apart(table), seed(round)).unwrap();
        let sizes: Vec<usize> = drawn.groups.iter().map(Vec::len).collect();
        assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        let unit = |index: &usize| entrants[*index].unit;
        let ours = group_pairs(&drawn.groups.iter().map(|group| group.iter().map(unit).collect()).collect::<Vec<_>>());
        let seeded =
            |group: &Vec<usize>| group.iter().filter(|index| entrants[**index].seed.is_some()).map(unit).collect();
        let mut fixed: Vec<Vec<Option<u32>>> = drawn.groups.iter().map(seeded).collect();
        let unseeded = entrants.iter().filter(|entrant| entrant.seed.is_none()).map(|entrant| entrant.unit);
        assert_eq!(ours, fewest(&mut fixed, &sizes, &mut count_kinds(unseeded)), "{entrants:?} {groups}");
    }
}

#[test]
fn units_without_seeds_are_spread_over_all_groups() {
    let mut dice = Dice::new(5);
    for round in 0..200 {
        let n = 4 + dice.below(120);
        let mut entrants = random_entrants(&mut dice, n, n / 5 + 1);
        entrants.iter_mut().for_each(|entrant| entrant.seed = None);
        let groups = u16::try_from(1 + dice.below(n / 3)).unwrap();
        let drawn = draw::groups(&entrants, groups, apart(DrawTable::Ittf), seed(round)).unwrap();
        assert_eq!(drawn.shortfall, [], "{n} entrants in {groups} groups");
    }
}

/// Vectors `cross_4x2_drawn` and `cross_16_groups_top1` (ITTF World Cups 2024), and every other number of groups.
#[test]
fn second_draws_keep_groups_apart() {
    for groups in 2..=64u16 {
        for through in 1..=4u16 {
            let from = qualifiers(groups, through, || None);
            for number in 0..if groups <= 16 { 12 } else { 2 } {
                let table = TABLES[number % 2];
                let drawn = draw::crossing(&from, apart(table), seed(number as u64)).unwrap();
                assert_eq!(drawn.shortfall, [], "{groups} groups, {through} through");
                let size = drawn.positions.len();
                let at = |group: u16, rank: u16| {
                    let index = usize::from((group - 1) * through + rank - 1);
                    drawn.positions.iter().position(|seat| *seat == Some(index)).unwrap()
                };
                assert_eq!((at(1, 1), at(2, 1)), (0, size - 1));
                if groups >= 4 && table == DrawTable::Ittf && size >= 8 {
                    let middle: BTreeSet<usize> = [at(3, 1), at(4, 1)].into();
                    assert_eq!(middle, [size / 2 - 1, size / 2].into());
                }
                if through == 4 && groups.is_power_of_two() {
                    for group in 1..=groups {
                        let quarters: BTreeSet<usize> = (1..=4).map(|rank| at(group, rank) / (size / 4)).collect();
                        assert_eq!(quarters.len(), 4, "group {group} of {groups}");
                    }
                }
                let byes = byes::positions(table, u32::from(groups * through));
                assert!(byes.iter().all(|bye| drawn.positions[*bye as usize - 1].is_none()));
            }
        }
    }
}

/// The winners, drawn first, stand; no way to draw the seconds makes fewer units meet.
#[test]
fn no_second_draw_lets_fewer_units_meet() {
    let mut dice = Dice::new(6);
    for round in 0..300 {
        let groups = u16::try_from(2 + dice.below(5)).unwrap();
        let from = qualifiers(groups, 2, || Some(dice.below(5)));
        let drawn = draw::crossing(&from, apart(DrawTable::Ittf), seed(round)).unwrap();
        let met = |seats: &[Option<usize>]| {
            let unit = |seat: &Option<usize>| seat.and_then(|index| from[index].unit);
            seats.chunks(2).filter(|pair| unit(&pair[0]).is_some() && unit(&pair[0]) == unit(&pair[1])).count()
        };
        let seconds: Vec<usize> = (0..drawn.positions.len())
            .filter(|place| drawn.positions[*place].is_some_and(|index| from[index].rank == 2))
            .collect();
        let mut seats = drawn.positions.clone();
        let mut least = usize::MAX;
        permute(&mut seats, &seconds, 0, &mut |seats| {
            let half = seats.len() / 2;
            let half_of = |index: usize| seats.iter().position(|seat| *seat == Some(index)).unwrap() < half;
            let winner = |index: usize| index - 1;
            let legal = seconds.iter().all(|place| {
                let second = seats[*place].unwrap();
                half_of(second) != half_of(winner(second))
            });
            if legal {
                least = least.min(met(seats));
            }
        });
        assert_eq!(met(&drawn.positions), least, "{from:?}");
    }
}

fn permute(seats: &mut Vec<Option<usize>>, places: &[usize], from: usize, visit: &mut impl FnMut(&[Option<usize>])) {
    if from == places.len() {
        return visit(seats);
    }
    for other in from..places.len() {
        seats.swap(places[from], places[other]);
        permute(seats, places, from + 1, visit);
        seats.swap(places[from], places[other]);
    }
}

#[test]
fn receipts_hold_and_changed_ones_do_not() {
    let mut dice = Dice::new(7);
    for round in 0..60 {
        let n = 4 + dice.below(30);
        let entrants = random_entrants(&mut dice, n, 6);
        let rule = apart(TABLES[dice.below(4) as usize]);
        let task = match round % 3 {
            0 => Task::Knockout { entrants, rule },
            1 => Task::Groups { entrants, groups: GroupSizes::Number(3), rule },
            _ => Task::Crossing { qualifiers: qualifiers(4, 2, || Some(dice.below(6))), rule },
        };
        let receipt = draw::receipt(task, Vec::new(), seed(round)).unwrap();
        assert_eq!(draw::verify(&receipt), Ok(()));
        let mut changed = receipt.clone();
        changed.seed.0[31] ^= 1;
        let same = draw::draw(&changed.task, changed.seed).unwrap() == changed.drawn;
        assert_eq!(draw::verify(&changed).is_ok(), same, "another seed, unless it leads to the same draw");
        let mut changed = receipt;
        match &mut changed.drawn {
            draw::Drawn::Knockout(drawn) => drawn.steps.swap(0, 1),
            draw::Drawn::Groups(drawn) => drawn.shortfall.push(Shortfall::SameGroup { group: 1 }),
        }
        assert!(draw::verify(&changed).is_err());
    }
}

/// Fixed seeds give fixed draws. If this test fails for the newest version, the procedure has changed: count
/// [`draw::PROCEDURE`] up. Of the older ones none may change: their receipts are out.
#[test]
fn the_same_seed_gives_the_draw_of_today_forever() {
    golden(Procedure::First, include_str!("../vectors/golden_draws.txt"));
    golden(Procedure::Even, include_str!("../vectors/golden_draws_2.txt"));
}

#[track_caller]
fn golden(procedure: Procedure, expected: &str) {
    let asked = asked::golden(procedure).into_iter();
    let drawn: Vec<String> = asked.map(|question| gongsai_tests_wasm::answer("golden", &question)).collect();
    assert_eq!(drawn.join("\n"), expected.trim_end());
}
