//! Forms that are taken in again with corrected document numbers: who is who (eligibility §7.3).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use gongsai::entry::Column;
use gongsai::id::PersonId;
use gongsai::meet::{Field, Reimport};
use gongsai_tests::one_unit::OneUnit;
use proptest::prelude::*;

/// Sound numbers, the first three of one birth date; the last two have a wrong check digit and an impossible date.
const NUMBERS: [&str; 7] = [
    "100101199001010013",
    "100101199001010021",
    "10010119900101003X",
    "100101198505050014",
    "11010519491231002X",
    "100101199001010010",
    "11010120230229217X",
];

/// Takes in a form of `sport: name number birth event;…`; what it changes, and who of its rows has which id.
fn take_in(unit: &mut OneUnit, drawing: &str) -> (Option<Reimport>, Vec<(String, PersonId)>) {
    let (sport, rows) = drawing.split_once(": ").unwrap();
    let rows: Vec<String> = rows.split(';').map(|row| row.trim().replace(' ', "|")).collect();
    let (form, _) = unit.form(sport, &format!("姓名|身份证号|出生日期|参赛项目\n{}", rows.join("\n")));
    unit.take_in(&form)
}

/// Takes in one form after another, then compares what the last one changes and which rows keep an id of the form before.
#[track_caller]
fn check(forms: &[&str], changed: &[(&str, &[Column])], added: &[&str], removed: &[&str]) {
    let mut unit = OneUnit::under("P01 = {}");
    let (last, before) = forms.split_last().unwrap();
    let mut known: BTreeSet<PersonId> = BTreeSet::new();
    for form in before {
        known.extend(take_in(&mut unit, form).1.into_iter().map(|(_, id)| id));
    }
    let (told, ids) = take_in(&mut unit, last);
    let told = told.unwrap();
    let fields = |columns: &[Column]| columns.iter().map(|column| Field::Column(*column)).collect::<Vec<_>>();
    let changed: Vec<_> = changed.iter().map(|(name, columns)| ((*name).to_owned(), fields(columns))).collect();
    assert_eq!(
        (told.changed, told.added.as_slice(), told.removed.as_slice()),
        (
            changed,
            &added.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()[..],
            &removed.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()[..]
        ),
        "{forms:?}"
    );
    let new = ids.iter().filter(|(_, id)| !known.contains(id)).map(|(name, _)| name.as_str());
    assert_eq!(new.collect::<Vec<_>>(), added, "{forms:?}: new ids");
}

#[test]
fn a_corrected_number_leaves_the_person_who_they_are() {
    let number: &[(&str, &[Column])] = &[("张三", &[Column::Document])];
    // The number before had a wrong check digit.
    check(&["乒乓球: 张三 100101199001010010", "乒乓球: 张三 100101199001010013"], number, &[], &[]);
    // It held an impossible date, and the form's birth date is that of the new number.
    let birth = ["乒乓球: 张三 11010120230229217X 1990-01-01", "乒乓球: 张三 100101199001010013 1990-01-01"];
    check(&birth, number, &[], &[]);
    // Both are sound, of one birth date.
    check(&["乒乓球: 张三 100101199001010013", "乒乓球: 张三 100101199001010021"], number, &[], &[]);
    // Others come and go beside it.
    let forms = [
        "乒乓球: 张三 100101199001010010; 李四 11010519491231002X",
        "乒乓球: 王五 100101198505050014; 张三 100101199001010013",
    ];
    check(&forms, number, &["王五"], &["李四"]);
    // A second time, on from the correction.
    let twice =
        ["乒乓球: 张三 100101199001010010", "乒乓球: 张三 11010120230229217X", "乒乓球: 张三 100101199001010013"];
    check(&twice, number, &[], &[]);
}

#[test]
fn people_of_one_name_with_sound_numbers_stay_apart() {
    check(&["乒乓球: 张三 100101199001010013", "乒乓球: 张三 100101198505050014"], &[], &["张三"], &["张三"]);
    // Both stand on the second form: the one is the one, and the other is new.
    let both = "乒乓球: 张三 100101199001010021; 张三 100101199001010013";
    check(&["乒乓球: 张三 100101199001010013", both], &[], &["张三"], &[]);
    // Two may be the one who was corrected, or one may be either of two: nobody is guessed at.
    check(&["乒乓球: 张三 100101199001010010", both], &[], &["张三", "张三"], &["张三"]);
    let two = "乒乓球: 张三 100101199001010010; 张三 11010120230229217X";
    check(&[two, "乒乓球: 张三 100101199001010013"], &[], &["张三"], &["张三", "张三"]);
    // One of two is unchanged: it is the other who was corrected.
    let one = "乒乓球: 张三 100101198505050014; 张三 100101199001010013";
    check(
        &["乒乓球: 张三 100101199001010010; 张三 100101198505050014", one],
        &[("张三", &[Column::Document])],
        &[],
        &[],
    );
    // A birth date on the form before that is not that of the new number.
    let other = ["乒乓球: 张三 100101199001010010 1991-01-01", "乒乓球: 张三 100101198505050014"];
    check(&other, &[], &["张三"], &["张三"]);
}

#[test]
fn a_form_of_another_sport_corrects_nobody() {
    let mut unit = OneUnit::under("P01 = {}");
    let (_, first) = take_in(&mut unit, "羽毛球: 张三 100101199001010010");
    let (_, second) = take_in(&mut unit, "乒乓球: 张三 100101199001010013");
    assert_ne!(first[0].1, second[0].1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever comes after whatever: no id is shared, and who keeps name and number keeps the id.
    #[test]
    fn ids_are_never_shared_nor_swapped(
        forms in prop::collection::vec(
            prop::collection::vec((0..3_usize, 0..=NUMBERS.len(), any::<bool>()), 1..5), 2..4)
    ) {
        let mut unit = OneUnit::under("P01 = {}");
        let mut before: BTreeMap<(usize, usize), PersonId> = BTreeMap::new();
        for form in forms {
            let row = |(name, number, birth): &(usize, usize, bool)| {
                let name = ["张三", "李四", "王五"][*name];
                let birth = if *birth { "1990-01-01" } else { "-" };
                format!("{name} {} {birth} 男单", NUMBERS.get(*number).unwrap_or(&"-"))
            };
            // Rows of one name and number are one person.
            let mut seen = BTreeSet::new();
            let form: Vec<_> = form.into_iter().filter(|(name, number, _)| *number < NUMBERS.len() && seen.insert((*name, *number))).collect();
            if form.is_empty() {
                continue;
            }
            let drawing = format!("乒乓球: {}", form.iter().map(row).collect::<Vec<_>>().join(";").replace(" - ", "  "));
            let (_, ids) = take_in(&mut unit, &drawing);
            let given: BTreeSet<PersonId> = ids.iter().map(|(_, id)| *id).collect();
            prop_assert_eq!(given.len(), ids.len(), "{}: an id is shared", drawing);
            prop_assert_eq!(ids.len(), form.len());
            let now: BTreeMap<(usize, usize), PersonId> =
                form.iter().zip(&ids).map(|((name, number, _), (_, id))| ((*name, *number), *id)).collect();
            for (who, id) in &now {
                prop_assert!(before.get(who).is_none_or(|known| known == id), "{}: an id is swapped", drawing);
            }
            before = now;
        }
    }
}
