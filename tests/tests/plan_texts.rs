//! Plans as text: what is printed is read back as it was, and what is no plan is refused with its line.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::format::text::{PlanText, TextReason, parse};
use gongsai::format::{self, Plan};
use gongsai::regulations::{
    Crossing, Directions, DrawTable, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Legs, RoundOrder,
};
use gongsai::simulate::regulations;
use proptest::prelude::*;

fn rules() -> impl Strategy<Value = FormatRule> {
    let places = prop::sample::select(vec![2_u32, 4, 8, 64]);
    let crossings = vec![Crossing::Fixed, Crossing::FixedApart, Crossing::Drawn, Crossing::Shifted, Crossing::Mirrored];
    let groups = (2..8_u16, 1..4_u16, prop::sample::select(crossings), any::<bool>());
    prop_oneof![
        places.clone().prop_map(|places| FormatRule::Knockout { places }),
        places.prop_map(|places| FormatRule::Preliminaries { places }),
        Just(FormatRule::DoubleElimination { finals: Finals::Reset }),
        Just(FormatRule::DoubleElimination { finals: Finals::One }),
        Just(FormatRule::Consolation { fed: Fed::FirstMatch }),
        (1..6_u16).prop_map(|rounds| FormatRule::Consolation { fed: Fed::Rounds(rounds) }),
        Just(FormatRule::Curtis),
        Just(FormatRule::Compass { directions: Directions::Four }),
        Just(FormatRule::Compass { directions: Directions::Eight }),
        Just(FormatRule::PagePlayoff),
        Just(FormatRule::Stepladder),
        Just(FormatRule::RoundRobin { order: RoundOrder::Circle, legs: Legs::Two }),
        groups.prop_map(|(group_size, through, crossing, third_place)| {
            FormatRule::Groups(GroupsRule::knockout(group_size, through, crossing, third_place))
        }),
        (1..5_u16, 1..3_u16, 0..3_u16).prop_map(|(groups, through, best)| {
            let (sizes, next) =
                (GroupSizes::Number(groups), Box::new(FormatRule::Consolation { fed: Fed::FirstMatch }));
            FormatRule::Groups(GroupsRule { sizes, through, best, crossing: Crossing::Drawn, next })
        }),
    ]
}

fn plans() -> impl Strategy<Value = Plan> {
    let made = |(rule, entrants): (FormatRule, u32)| format::plan(&rule, DrawTable::Cn, entrants).ok();
    (rules(), 1..90_u32).prop_filter_map("no such plan", made)
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(plan in plans()) {
        let text = PlanText(&plan).to_string();
        let read = parse(&text).unwrap();
        prop_assert_eq!(PlanText(&read).to_string(), text);
        prop_assert_eq!(read, plan);
    }

    #[test]
    fn a_format_is_read_back_from_the_regulations_that_it_writes(rule in rules()) {
        let read = regulations(&rule, DrawTable::Cn, "ittf_3.7.5").verify();
        // More may be to go on than the groups hold.
        let through = matches!(&rule, FormatRule::Groups(rule) if matches!(rule.sizes, GroupSizes::AtMost(size) if size < rule.through));
        match read {
            Ok(read) => prop_assert_eq!(&read.events[0].format, &rule),
            Err(defects) => prop_assert!(through || format::plan(&rule, DrawTable::Cn, 40).is_err(), "{:?} {:?}", rule, defects),
        }
    }

    /// One character less or another one: another plan or a refusal that names a line of the text, never a panic.
    #[test]
    fn damage_is_read_or_refused(plan in plans(), at in any::<prop::sample::Index>(), put in proptest::option::of("[ -~\n]")) {
        let mut text: Vec<char> = PlanText(&plan).to_string().chars().collect();
        let at = at.index(text.len());
        text.splice(at..=at, put.iter().flat_map(|put| put.chars()));
        let text: String = text.into_iter().collect();
        if let Err(error) = parse(&text) {
            prop_assert!((1..=text.lines().count() + 1).contains(&error.line), "{}", error);
        }
    }

    #[test]
    fn anything_else_is_refused_or_read(text in "[a-zA-Z0-9 #:=,.()\\[\\]\n-]{0,200}") {
        drop(parse(&text));
    }
}

#[track_caller]
fn check(text: &str, line: usize, reason: TextReason) {
    let error = parse(text).unwrap_err();
    assert_eq!((error.line, error.reason), (line, reason));
}

#[test]
fn each_fault_has_its_line_and_its_reason() {
    check("", 1, TextReason::Missing);
    check("entrants 2", 2, TextReason::Missing);
    check("entrants two", 1, TextReason::Number);
    check("entrants 2\n\nentrants 3", 3, TextReason::Twice);
    check("entrants 99999999", 1, TextReason::Number);
    check("tombola", 1, TextReason::Line);
    check("G2 = #1", 1, TextReason::Group);
    check("W1.x = [#1, #2]", 1, TextReason::Id);
    check("W1.1 = [#1, X:W2.1]", 1, TextReason::Slot);
    check("W1.1 = [#1, L:W]", 1, TextReason::Id);
    check("W1.1 = [#1 #2]", 1, TextReason::Line);
    check("W1.1 = [#1, #2] (1-2) if F1.1 = C", 1, TextReason::Line);
    check("W1.1 = [#1, #2] (1)", 1, TextReason::Number);
    check("W1.1 = [#1, #2] and more", 1, TextReason::Line);
    check("1: Q", 1, TextReason::Slot);
}
