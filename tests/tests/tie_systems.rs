//! Tie systems of the regulations: built-in ones by name, changed ones and one's own as a table.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::{regulations_from_toml, value_from_json, value_to_json};
use gongsai::regulations::{
    DefectKind, RegulationsDraft, RubberKind, RubberLimits, RubberOrder, TiePlace, TieSystem, Value,
};
use gongsai::score::check_tie;
use gongsai::sex::Sex;
use gongsai::side::Side;
use gongsai_tests::dice::Dice;
use gongsai_tests::games;

/// The regulations of the games with another tie of the first event.
fn draft(tie: &str) -> RegulationsDraft {
    let text = std::fs::read_to_string(games::path("regulation.toml")).unwrap();
    regulations_from_toml(&text.replacen("tie = \"workers_3\"", &format!("tie = {tie}"), 1)).unwrap()
}

fn read(tie: &str) -> Result<TieSystem, Vec<(String, DefectKind)>> {
    let verified = draft(tie).verify();
    let verified = verified.map_err(|defects| defects.into_iter().map(|defect| (defect.path, defect.kind)).collect());
    verified.map(|regulations| regulations.events[0].tie.clone().unwrap())
}

#[test]
fn a_name_is_read_and_written_as_before() {
    let draft = draft("\"bwf_thomas_uber\"");
    let json = value_to_json(&draft.0);
    assert_eq!(json["event"][0]["tie"], "bwf_thomas_uber");
    assert_eq!(value_from_json(&json), Ok(draft.0.clone()));
    let regulations = draft.clone().verify().unwrap();
    assert_eq!(regulations.events[0].tie, TieSystem::named("bwf_thomas_uber"));
    assert_eq!(regulations.draft(), &draft);
}

#[test]
fn built_in_systems_say_who_plays_what() {
    let of = |name: &str| TieSystem::named(name).unwrap();
    let place = |name, people| TiePlace { name, people };
    assert_eq!(of("ittf_olympic_2017plus").places(Side::A), [place("B", 1), place("C", 1), place("A", 1)]);
    let pairs = [place("MS", 1), place("WS", 1), place("MD", 2), place("WD", 2), place("XD", 2)];
    assert_eq!(of("bwf_sudirman").places(Side::B), pairs);
    let kinds: Vec<_> = of("workers_5").rubbers.iter().map(|rubber| (rubber.kind, rubber.sex)).collect();
    let (singles, doubles) = (RubberKind::Singles, RubberKind::Doubles);
    let (men, women) = (Some(Sex::Male), Some(Sex::Female));
    assert_eq!(kinds, [(singles, men), (singles, women), (doubles, men), (doubles, women), (RubberKind::Mixed, None)]);
    assert_eq!(of("bwf_sudirman").order, RubberOrder::Free);
    assert_eq!(of("workers_5").order, RubberOrder::Fixed);
    for id in ["ittf_swaythling_5s", "ittf_9_singles", "ittf_corbillon", "ittf_olympic_2017plus", "ittf_7"] {
        assert!(of(id).limits.singles.is_some(), "{id} keeps the people at its places apart");
    }
}

#[test]
fn a_table_changes_a_built_in_system() {
    let changed = read(r#"{ system = "workers_5", play_all = true, order = "free", limits = { all = 2 } }"#).unwrap();
    let built_in = TieSystem::named("workers_5").unwrap();
    assert_eq!(changed.rubbers, built_in.rubbers);
    assert_eq!((&*changed.id, changed.wins_needed, changed.play_all), ("workers_5", 3, true));
    assert_eq!(changed.order, RubberOrder::Free);
    assert_eq!(changed.limits, RubberLimits { all: Some(2), ..RubberLimits::default() });
    assert_eq!(read(r#"{ system = "workers_5" }"#), Ok(built_in));
}

#[test]
fn a_system_of_ones_own_is_read_whole() {
    let own = read(
        r#"{ rubbers = [
            { place = "男双", kind = "doubles", sex = "M" },
            { a = "A", b = "X", kind = "singles" },
            { a = "A&B", b = "X&Y", kind = "mixed" },
        ], wins_needed = 2, limits = { singles = 1, doubles = 2 } }"#,
    );
    let own = own.unwrap();
    assert_eq!((&*own.id, own.rubbers.len(), own.wins_needed, own.play_all), ("", 3, 2, false));
    assert_eq!(own.rubbers[0].sex, Some(Sex::Male));
    assert_eq!(own.rubbers[2].places(Side::B).collect::<Vec<_>>(), ["X", "Y"]);
    let people: Vec<_> = own.places(Side::A).iter().map(|place| (place.name.to_owned(), place.people)).collect();
    assert_eq!(people, [("男双".to_owned(), 2), ("A".to_owned(), 1), ("B".to_owned(), 1)]);
    assert_eq!(own.order, RubberOrder::Fixed);
}

#[track_caller]
fn check_defects(tie: &str, paths: &[&str]) {
    let found: Vec<String> = read(tie).unwrap_err().into_iter().map(|(path, _)| path).collect();
    let expected: Vec<String> = paths.iter().map(|path| format!("event[1].tie{path}")).collect();
    assert_eq!(found, expected, "{tie}");
}

#[test]
fn every_defect_has_its_path() {
    check_defects("\"workers_4\"", &[""]);
    check_defects("3", &[""]);
    check_defects("{}", &[".rubbers"]);
    check_defects(r#"{ system = "workers_4" }"#, &[".system"]);
    check_defects(r#"{ system = "workers_3", wins_needed = 1 }"#, &[".wins_needed"]);
    check_defects(r#"{ system = "workers_3", wins_needed = 3 }"#, &[".wins_needed"]);
    check_defects(r#"{ system = "workers_3", order = "any", sing = 1 }"#, &[".order", ".sing"]);
    check_defects(r#"{ system = "ittf_9_singles", limits = { singles = 2 } }"#, &[".limits"]);
    check_defects(r#"{ system = "workers_3", limits = { all = 0 } }"#, &[".limits"]);
    check_defects(r#"{ system = "workers_3", limits = { single = 1 } }"#, &[".limits.single"]);
    check_defects("{ rubbers = [] }", &[".rubbers"]);
    check_defects(r#"{ rubbers = "MS" }"#, &[".rubbers"]);
    let one = r#"{ place = "S", kind = "singles" }"#;
    check_defects(&format!("{{ rubbers = [{one}, {one}] }}"), &[".rubbers"]);
    check_defects(&format!("{{ rubbers = [{}] }}", [one; 33].join(", ")), &[".rubbers"]);
    check_defects("{ rubbers = [1] }", &[".rubbers[1]", ".rubbers[1].kind", ".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = "S" }] }"#, &[".rubbers[1].kind"]);
    check_defects(r#"{ rubbers = [{ a = "S", kind = "singles" }] }"#, &[".rubbers[1].b"]);
    check_defects(r#"{ rubbers = [{ place = "S", a = "S", kind = "singles" }] }"#, &[".rubbers[1].a"]);
    check_defects(r#"{ rubbers = [{ place = "S&T", kind = "singles" }] }"#, &[".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = "S&S", kind = "doubles" }] }"#, &[".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = "S&T&U", kind = "doubles" }] }"#, &[".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = "", kind = "doubles" }] }"#, &[".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = 1, kind = "doubles" }] }"#, &[".rubbers[1].place"]);
    check_defects(r#"{ rubbers = [{ place = "XD", kind = "mixed", sex = "F" }] }"#, &[".rubbers[1].sex"]);
    let pair = r#"{ place = "S", kind = "doubles" }"#;
    check_defects(&format!("{{ rubbers = [{one}, {one}, {pair}] }}"), &[".rubbers[3].kind"]);
    let sex = |sex: &str| format!(r#"{{ place = "S", kind = "singles", sex = "{sex}" }}"#);
    check_defects(&format!("{{ rubbers = [{}, {one}, {}] }}", sex("M"), sex("F")), &[".rubbers[3].kind"]);
}

/// Whatever stands in the table: it is read, or refused with paths inside it, and what is read can be played out.
#[test]
fn no_table_makes_the_reader_panic() {
    let mut dice = Dice::new(41);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..4_000 {
        let tie = some_value(&mut dice, "tie");
        let mut draft = draft("\"workers_3\"");
        let Value::Map(map) = &mut draft.0 else { panic!("a table") };
        let Some(Value::List(events)) = map.get_mut("event") else { panic!("events") };
        let Value::Map(event) = &mut events[0] else { panic!("an event") };
        event.insert("tie".to_owned(), tie);
        match draft.verify() {
            Ok(regulations) => {
                read += 1;
                let system = regulations.events[0].tie.as_ref().unwrap();
                assert_eq!(usize::from(system.wins_needed), system.rubbers.len() / 2 + 1);
                for side in Side::BOTH {
                    let places = system.places(side);
                    let all = |rubber: &gongsai::regulations::RubberSlot| -> usize {
                        let people =
                            |name: &str| places.iter().find(|place| place.name == name).map_or(0, |place| place.people);
                        rubber.places(side).map(people).sum()
                    };
                    assert!(system.rubbers.iter().all(|rubber| all(rubber) == rubber.people()), "{system:?}");
                }
            }
            Err(defects) => {
                refused += 1;
                assert!(defects.iter().all(|defect| defect.path.starts_with("event[1].tie")), "{defects:?}");
            }
        }
    }
    assert!(read > 100 && refused > 100, "{read} {refused}");
}

fn some_value(dice: &mut Dice, what: &str) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    if dice.once_in(25) {
        return [Value::Int(-1), Value::Bool(true), text("x"), Value::List(Vec::new())][dice.below(4) as usize].clone();
    }
    let one = |dice: &mut Dice, names: &[&str]| Value::Text(names[dice.below(names.len() as u32) as usize].to_owned());
    let map = |dice: &mut Dice, names: &[&str]| {
        let some: Vec<&str> = names.iter().copied().filter(|_| !dice.once_in(3)).collect();
        Value::Map(some.into_iter().map(|name| (name.to_owned(), some_value(dice, name))).collect())
    };
    match what {
        "tie" => {
            let names: &[&str] = if dice.once_in(2) { &["system", "play_all"] } else { &["rubbers", "order"] };
            map(dice, &[names, &["limits", "play_all"]].concat())
        }
        "system" => one(dice, &["workers_3", "ittf_7", "bwf_sudirman"]),
        "order" => one(dice, &["fixed", "free"]),
        "limits" => map(dice, &["singles", "doubles", "all"]),
        "singles" | "doubles" | "all" => Value::Int(i64::from(dice.below(5))),
        "play_all" => Value::Bool(dice.once_in(2)),
        "rubbers" => {
            let count = [1, 3, 3, 4][dice.below(4) as usize];
            Value::List((0..count).map(|_| some_rubber(dice)).collect())
        }
        _ => text(what),
    }
}

fn some_rubber(dice: &mut Dice) -> Value {
    if dice.once_in(30) {
        return some_value(dice, "rubber");
    }
    let kind = ["singles", "doubles", "mixed"][dice.below(3) as usize];
    let names: &[&str] = if kind == "singles" { &["A", "B"] } else { &["A&B", "P", "Q"] };
    let name = names[dice.below(names.len() as u32) as usize];
    let mut pairs = vec![("kind", kind), ("place", name)];
    if dice.once_in(4) && kind != "mixed" {
        pairs.push(("sex", ["M", "F"][dice.below(2) as usize]));
    }
    Value::Map(pairs.into_iter().map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned()))).collect())
}

/// Whether the rubbers can be put into an order in which none follows the one that decides: every order is tried.
fn possible(won: [usize; 2], needed: usize) -> bool {
    if won == [0, 0] {
        return true;
    }
    (0..2).any(|last| {
        let mut before = won;
        before[last] = match before[last].checked_sub(1) {
            Some(before) => before,
            None => return false,
        };
        before.iter().all(|won| *won < needed) && possible(before, needed)
    })
}

#[test]
fn rubbers_in_free_order_may_leave_others_out() {
    let system = TieSystem::named("bwf_sudirman").unwrap();
    let sides = [None, Some(Side::A), Some(Side::B)];
    for code in 0..3_usize.pow(5) {
        let results: Vec<Option<Side>> = (0..5).map(|at| sides[code / 3_usize.pow(at) % 3]).collect();
        let won = Side::BOTH.map(|side| results.iter().filter(|winner| **winner == Some(side)).count());
        let state = check_tie(&system, &results);
        assert_eq!(state.valid_sequence, possible(won, 3), "{results:?}");
        assert!(check_tie(&system.clone().playing_all(true), &results).valid_sequence, "{results:?}");
        let fixed = TieSystem { order: RubberOrder::Fixed, ..system.clone() };
        assert!(!check_tie(&fixed, &results).valid_sequence || state.valid_sequence, "{results:?}");
    }
}
