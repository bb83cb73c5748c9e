//! Line-ups of team ties, against slow readings of the same rules.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gongsai::id::{EntryId, EventId, PersonId, UnitId};
use gongsai::lineup::{
    Lineup, LineupCommitment, LineupFault, LineupOf, Plays, Roster, check, dead, rubbers, startable,
};
use gongsai::person::Person;
use gongsai::regulations::{RubberKind, RubberLimits, RubberOrder, TieSystem};
use gongsai::score::check_tie;
use gongsai::sex::Sex;
use gongsai::side::{BySide, Side};
use gongsai_tests::dice::Dice;
use gongsai_wording::{Lang, lineup};

const SYSTEMS: [&str; 8] = [
    "ittf_swaythling_5s",
    "ittf_9_singles",
    "ittf_corbillon",
    "ittf_olympic_2017plus",
    "ittf_7",
    "bwf_sudirman",
    "bwf_thomas_uber",
    "workers_3",
];

fn person(id: u64, sex: Option<Sex>) -> (PersonId, Person) {
    let id = PersonId(id);
    (id, Person { id, name: format!("{}号", id.0), sex, unit: UnitId(1) })
}

/// Ten people, women and men in turn; the ninth's sex is not known, and the tenth is of another team.
fn people() -> BTreeMap<PersonId, Person> {
    (1..=10).map(|id| person(id, [Some(Sex::Male), Some(Sex::Female)][id as usize % 2].filter(|_| id != 9))).collect()
}

fn entry() -> Vec<PersonId> {
    (1..=9).map(PersonId).collect()
}

fn faults(system: &TieSystem, side: Side, line_up: &Lineup, barred: &[u64]) -> Vec<LineupFault> {
    let barred: BTreeSet<PersonId> = barred.iter().copied().map(PersonId).collect();
    check(system, side, Roster { people: &people(), entry: &entry(), barred: &barred }, line_up)
}

fn line_up(places: &[(&str, &[u64])]) -> Lineup {
    let of = |(place, people): &(&str, &[u64])| {
        ((*place).to_owned(), people.iter().copied().map(PersonId).collect::<Vec<_>>())
    };
    Lineup { places: places.iter().map(of).collect() }
}

/// Odd ids are women, even ones men.
const RIGHT: [(&str, &[u64]); 3] = [("MS", &[2]), ("WS", &[1]), ("XD", &[2, 1])];

#[track_caller]
fn check_faults(places: &[(&str, &[u64])], limits: RubberLimits, expected: &[LineupFault]) {
    let system = TieSystem { limits, ..TieSystem::named("workers_3").unwrap() };
    for side in Side::BOTH {
        assert_eq!(faults(&system, side, &line_up(places), &[7]), expected, "{places:?}");
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let place = |name: &str| name.to_owned();
    let none = RubberLimits::default();
    check_faults(&RIGHT, none, &[]);
    check_faults(
        &[("MS", &[]), ("WS", &[2]), ("XD", &[4, 4]), ("GS", &[99])],
        none,
        &[
            LineupFault::Empty { place: place("MS") },
            LineupFault::NoPlace { place: place("GS") },
            LineupFault::Unknown { place: Some(place("GS")), person: PersonId(99) },
            LineupFault::WrongSex { rubber: 2, person: PersonId(2), needed: Sex::Female },
            LineupFault::SamePerson { rubber: 3, person: PersonId(4) },
        ],
    );
    check_faults(
        &[("MS", &[10]), ("WS", &[7]), ("XD", &[1, 3])],
        none,
        &[
            LineupFault::NotOnRoster { place: Some(place("MS")), person: PersonId(10) },
            LineupFault::Barred { place: Some(place("WS")), person: PersonId(7) },
            LineupFault::NotMixed { rubber: 3 },
        ],
    );
    check_faults(
        &[("MS", &[2, 4]), ("WS", &[9]), ("XD", &[2])],
        none,
        &[
            LineupFault::People { place: place("MS"), needed: 1, given: 2 },
            LineupFault::People { place: place("XD"), needed: 2, given: 1 },
            LineupFault::SexUnknown { rubber: 2, person: PersonId(9) },
        ],
    );
    let once = RubberLimits { all: Some(1), ..none };
    let too_often = |person| LineupFault::TooOften { person: PersonId(person), what: Plays::All, plays: 2, limit: 1 };
    check_faults(&RIGHT, once, &[too_often(1), too_often(2)]);
}

#[test]
fn nobody_stands_at_two_places_of_an_ittf_system() {
    let singles = |plays, limit| LineupFault::TooOften { person: PersonId(1), what: Plays::Singles, plays, limit };
    let nine = TieSystem::named("ittf_9_singles").unwrap();
    let twice = line_up(&[("X", &[1]), ("Y", &[2]), ("Z", &[1])]);
    assert_eq!(faults(&nine, Side::B, &twice, &[]), [singles(6, 3)]);
    let five = TieSystem::named("ittf_swaythling_5s").unwrap();
    let twice = line_up(&[("A", &[1]), ("B", &[2]), ("C", &[1])]);
    assert_eq!(faults(&five, Side::A, &twice, &[]), [singles(3, 2)]);
    let olympic = TieSystem::named("ittf_olympic_2017plus").unwrap();
    let twice = line_up(&[("A", &[2]), ("B", &[1]), ("C", &[1])]);
    assert_eq!(faults(&olympic, Side::A, &twice, &[]), [LineupFault::SamePerson { rubber: 1, person: PersonId(1) }]);
}

#[test]
fn an_unknown_sex_bars_nobody_and_all_faults_have_words() {
    let system = TieSystem::named("workers_3").unwrap();
    let unknown = faults(&system, Side::A, &line_up(&[("MS", &[2]), ("WS", &[9]), ("XD", &[2, 9])]), &[]);
    assert_eq!(unknown, [LineupFault::SexUnknown { rubber: 2, person: PersonId(9) }]);
    assert!(!unknown[0].bars());
    let name = |person: PersonId| format!("{}号", person.0);
    assert_eq!(lineup::fault(Lang::Zh, &unknown[0], name), "第 2 场限性别，9号 的性别没有登记：请核对。");
    let wrong = LineupFault::WrongSex { rubber: 1, person: PersonId(3), needed: Sex::Male };
    assert_eq!(lineup::fault(Lang::En, &wrong, name), "Match 1 is for men: not for 3号.");
}

/// A line-up of ten people at most, now and then with a mistake.
fn some_line_up(dice: &mut Dice, system: &TieSystem, side: Side) -> Lineup {
    let order = dice.order(9);
    let mut next = order.into_iter().map(|at| PersonId(at as u64 + 1)).cycle();
    let mut places = BTreeMap::new();
    for place in system.places(side) {
        let mut people: Vec<PersonId> = (0..place.people).filter_map(|_| next.next()).collect();
        match dice.below(40) {
            0 => drop(people.pop()),
            1 => people.push(PersonId(u64::from(dice.below(12)))),
            2 => people[0] = PersonId(u64::from(dice.below(12))),
            _ => {}
        }
        places.insert(place.name.to_owned(), people);
    }
    if dice.once_in(50) {
        places.insert("nowhere".to_owned(), vec![PersonId(1)]);
    }
    Lineup { places }
}

fn some_system(dice: &mut Dice) -> TieSystem {
    let mut system = TieSystem::named(SYSTEMS[dice.below(8) as usize]).unwrap();
    system.play_all = dice.once_in(3);
    system.order = [RubberOrder::Fixed, RubberOrder::Free][dice.below(2) as usize];
    if dice.once_in(2) {
        system.limits.all = Some(u16::try_from(dice.below(4)).unwrap() + 1);
    }
    system
}

/// Whether the rubbers, written out person by person, keep every rule.
fn fits(system: &TieSystem, side: Side, line_up: &Lineup) -> bool {
    let known = people();
    let names: BTreeSet<&str> = system.rubbers.iter().flat_map(|rubber| rubber.name(side).split('&')).collect();
    let mut sheet: Vec<(PersonId, RubberKind)> = Vec::new();
    for rubber in system.rubbers.iter() {
        let places: Vec<&str> = rubber.name(side).split('&').collect();
        let mut players = Vec::new();
        for place in &places {
            let Some(people) = line_up.places.get(*place) else { return false };
            if people.len() * places.len() != rubber.people() {
                return false;
            }
            players.extend(people.iter().copied());
        }
        let sexes: Vec<Option<Sex>> = players.iter().map(|id| known.get(id).and_then(|person| person.sex)).collect();
        let right = match (rubber.kind, rubber.sex) {
            (RubberKind::Mixed, _) => sexes[0].is_none() || sexes[0] != sexes[1],
            (_, Some(sex)) => sexes.iter().flatten().all(|other| *other == sex),
            (_, None) => true,
        };
        if !right || (players.len() == 2 && players[0] == players[1]) {
            return false;
        }
        sheet.extend(players.into_iter().map(|id| (id, rubber.kind)));
    }
    let count = |id: PersonId, wanted: &dyn Fn(RubberKind) -> bool| {
        sheet.iter().filter(|(other, kind)| *other == id && wanted(*kind)).count()
    };
    let within = |limit: Option<u16>, plays: usize| limit.is_none_or(|limit| plays <= usize::from(limit));
    line_up.places.keys().all(|place| names.contains(&**place))
        && sheet.iter().all(|(id, _)| {
            entry().contains(id)
                && within(system.limits.singles, count(*id, &|kind| kind == RubberKind::Singles))
                && within(system.limits.doubles, count(*id, &|kind| kind != RubberKind::Singles))
                && within(system.limits.all, count(*id, &|_| true))
        })
}

#[test]
fn a_line_up_that_is_accepted_gives_every_rubber_its_players() {
    let mut dice = Dice::new(77);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..30_000 {
        let system = some_system(&mut dice);
        let line_ups =
            BySide { a: some_line_up(&mut dice, &system, Side::A), b: some_line_up(&mut dice, &system, Side::B) };
        let accepted = |side: Side| !faults(&system, side, &line_ups[side], &[]).iter().any(LineupFault::bars);
        for side in Side::BOTH {
            assert_eq!(accepted(side), fits(&system, side, &line_ups[side]), "{system:?} {:?}", line_ups[side]);
        }
        if !accepted(Side::A) || !accepted(Side::B) {
            bad += 1;
            continue;
        }
        good += 1;
        let met = rubbers(&system, line_ups.as_ref());
        assert_eq!(met.len(), system.rubbers.len());
        for (rubber, players) in system.rubbers.iter().zip(&met) {
            for (_, players) in players.iter() {
                let different: BTreeSet<&PersonId> = players.iter().collect();
                assert_eq!((players.len(), different.len()), (rubber.people(), rubber.people()));
            }
        }
    }
    assert!(good > 1_000 && bad > 1_000, "{good} {bad}");
}

/// Whether the tie may be over before this rubber: every end of those in play is tried.
fn may_be_needless(system: &TieSystem, results: &[Option<Side>], playing: &[usize]) -> bool {
    let Some((first, rest)) = playing.split_first() else { return check_tie(system, results).finished };
    check_tie(system, results).finished
        || Side::BOTH.iter().any(|winner| {
            let mut after = results.to_vec();
            after[*first] = Some(*winner);
            may_be_needless(system, &after, rest)
        })
}

#[test]
fn rubbers_that_may_start_are_those_that_nothing_keeps_from_it() {
    let mut dice = Dice::new(5);
    let (mut some, mut none, mut dead_ones) = (0, 0, 0);
    for _ in 0..20_000 {
        let system = some_system(&mut dice);
        let n = system.rubbers.len();
        let players = |dice: &mut Dice, base: u64| -> Vec<PersonId> {
            (0..=dice.below(2)).map(|_| PersonId(base + u64::from(dice.below(4)))).collect()
        };
        let mut met: Vec<BySide<Vec<PersonId>>> =
            (0..n).map(|_| BySide { a: players(&mut dice, 0), b: players(&mut dice, 10) }).collect();
        if dice.once_in(20) {
            met.pop();
        }
        let begun = dice.below(u32::try_from(n).unwrap() + 1) as usize;
        let mut results: Vec<Option<Side>> = vec![None; n];
        for at in
            if system.order == RubberOrder::Fixed { (0..n).collect() } else { dice.order(n) }.into_iter().take(begun)
        {
            results[at] = Some(Side::BOTH[dice.below(2) as usize]);
        }
        let open: Vec<usize> = (0..n).filter(|at| results[*at].is_none()).collect();
        let playing: Vec<usize> = open.iter().copied().filter(|_| dice.once_in(4)).collect();
        let busy = |id: &PersonId| {
            playing.iter().filter_map(|at| met.get(*at)).any(|other| other.a.contains(id) || other.b.contains(id))
        };
        let expected: Vec<usize> = (0..n)
            .filter(|at| {
                let before = (0..*at).all(|earlier| results[earlier].is_some() || playing.contains(&earlier));
                open.contains(at)
                    && !playing.contains(at)
                    && (system.order == RubberOrder::Free || before)
                    && met.get(*at).is_some_and(|mine| !mine.a.iter().chain(&mine.b).any(busy))
                    && (system.play_all || !may_be_needless(&system, &results, &playing))
            })
            .collect();
        // What is no rubber in play changes nothing.
        let told: Vec<usize> = playing.iter().copied().chain(playing.iter().copied()).chain([n, usize::MAX]).collect();
        assert_eq!(startable(&system, &results, &told, &met), expected, "{system:?} {results:?} {playing:?} {met:?}");
        if expected.is_empty() {
            none += 1;
        } else {
            some += 1;
        }
        let gone = dead(&system, &results);
        let over = check_tie(&system, &results).finished && !system.play_all;
        assert_eq!(gone, if over { open } else { Vec::new() });
        dead_ones += gone.len();
        assert!(gone.iter().all(|at| !expected.contains(at)));
    }
    assert!(some > 1_000 && none > 1_000 && dead_ones > 1_000, "{some} {none} {dead_ones}");
}

#[test]
fn a_commitment_is_of_one_line_up_of_one_team_in_one_match() {
    let event = |name: &str| EventId::new(name).unwrap();
    let (team, other) = (event("TT_team"), event("TT"));
    let of = |event, id: &str, entry| LineupOf { event, id: id.parse().unwrap(), entry: EntryId(entry) };
    let right = line_up(&RIGHT);
    let mut all = vec![
        LineupCommitment::to(of(&team, "W1.1", 1), &right, "secret"),
        LineupCommitment::to(of(&other, "W1.1", 1), &right, "secret"),
        LineupCommitment::to(of(&team, "W1.2", 1), &right, "secret"),
        LineupCommitment::to(of(&team, "W1.1", 2), &right, "secret"),
        LineupCommitment::to(of(&team, "W1.1", 1), &right, "secret "),
    ];
    let others: [&[(&str, &[u64])]; 5] = [
        &[("MS", &[2]), ("WS", &[1]), ("XD", &[1, 2])],
        &[("MS", &[2]), ("WS", &[1]), ("XD", &[2]), ("XE", &[1])],
        &[("MS", &[2]), ("WS", &[1])],
        &[("MS", &[]), ("WS", &[2, 1]), ("XD", &[2, 1])],
        &[],
    ];
    all.extend(others.map(|places| LineupCommitment::to(of(&team, "W1.1", 1), &line_up(places), "secret")));
    for (at, one) in all.iter().enumerate() {
        assert!(all[..at].iter().all(|other| other != one), "{at}");
        assert_eq!(one.to_string().parse(), Ok(*one));
    }
    for text in ["", "gongsai-line-up-1:", "gongsai-draw-1:00", "gongsai-line-up-1:xy"] {
        assert!(text.parse::<LineupCommitment>().is_err(), "{text}");
    }
}
