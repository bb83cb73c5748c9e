//! The forms of the provincial games, against what another program (openpyxl) reads in them: `data/games/rows.tsv`.

use std::collections::BTreeMap;
use std::fs;

use gongsai::entry::{Assembled, Form, assemble, read_form, repeated_forms};
use gongsai::finding::{Code, Finding, Severity, Subject};
use gongsai::id::{EntryId, PersonId};
use gongsai::person::{DocumentNumber, History, Tri};
use gongsai::sex::Sex;
use gongsai_tests::games;

/// Things with the file that they come from.
type InFiles<T> = Vec<(String, T)>;

/// Every form with its file, and every finding.
fn all_forms() -> (InFiles<Form>, InFiles<Finding>) {
    let (regulations, units) = (games::regulations(), games::units().output);
    let (mut forms, mut findings) = (Vec::new(), Vec::new());
    for (file, bytes) in games::workbooks() {
        for table in games::tables(&bytes) {
            let checked = read_form(&table, &regulations, &units, games::today());
            forms.extend(checked.output.map(|form| (file.clone(), form)));
            findings.extend(checked.findings.into_iter().map(|finding| (file.clone(), finding)));
        }
    }
    (forms, findings)
}

#[test]
fn every_row_comes_out_as_another_program_reads_it() {
    let (forms, _) = all_forms();
    let mut rows: BTreeMap<(String, String, u32), _> = BTreeMap::new();
    let mut refused = Vec::new();
    for (file, form) in &forms {
        for row in &form.rows {
            rows.insert((file.clone(), form.sheet.clone(), row.row), (form, row));
        }
        refused.extend(form.refused.iter().map(|row| (file.clone(), form.sheet.clone(), row.row)));
    }
    let expected = fs::read_to_string(games::path("rows.tsv")).expect("the expected rows are there");
    assert_eq!(expected.lines().count(), 787);
    for line in expected.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [file, sheet, number, delegation, name, sex, document, employer, events, partner] = fields[..] else {
            panic!("ten fields: {line}");
        };
        let key = (file.to_owned(), sheet.to_owned(), number.parse::<u32>().expect("a row"));
        if document == "DAMAGED" {
            assert!(refused.contains(&key), "{file} {sheet} {number}");
            continue;
        }
        let (form, row) = rows.remove(&key).unwrap_or_else(|| panic!("no row {file} {sheet} {number}"));
        assert_eq!((form.delegation.as_str(), row.name.as_str()), (delegation, name));
        assert_eq!(row.facts.sex, Some(if sex == "男" { Sex::Male } else { Sex::Female }));
        assert_eq!(row.facts.document, Some(DocumentNumber::new(document)));
        assert_eq!(row.facts.document.as_ref().map(|number| number.as_str().len()), Some(18));
        assert_eq!(row.facts.employer.as_deref(), Some(employer));
        assert_eq!(row.events.len(), events.split('、').count(), "{name}");
        assert_eq!(row.partners.first().map_or("", |partner| partner.name.as_str()), partner, "{name}");
    }
    assert!(rows.is_empty(), "rows that nobody else sees: {:?}", rows.keys());
}

#[test]
fn every_other_column_is_read() {
    let (forms, _) = all_forms();
    let rows = || forms.iter().flat_map(|(_, form)| &form.rows);
    assert_eq!(forms.len(), 96);
    assert_eq!(rows().filter(|row| row.facts.since.is_none()).count(), 0);
    assert_eq!(rows().filter(|row| row.facts.health.is_none()).count(), 2, "planted: no health certificate");
    assert_eq!(rows().filter(|row| row.facts.insured_months.is_none()).count(), 0);
    assert_eq!(rows().filter(|row| row.facts.student == Tri::Yes).count(), 1);
    assert_eq!(rows().filter(|row| row.facts.grade.is_some()).count(), 6);
    assert_eq!(rows().filter(|row| row.facts.history == History::Blank).count(), 2);
    assert_eq!(rows().filter(|row| row.facts.papers == ["派遣协议"]).count(), 3);
    assert_eq!(rows().filter(|row| row.role.as_deref() == Some("队长")).count(), 96);
    assert_eq!(rows().filter(|row| row.jersey.is_some()).count(), 266);
    assert_eq!(rows().filter(|row| !row.facts.other.is_empty()).count(), 0);
    let lines = |form: &Form| form.leader.is_some() && form.coach.is_some() && form.phone.is_some();
    assert!(forms.iter().all(|(_, form)| lines(form) && form.other.is_empty()));
}

#[test]
fn lost_digits_are_found_in_their_cells_and_other_rows_are_passed_over_with_a_note() {
    let (_, findings) = all_forms();
    let weighty: Vec<String> = findings
        .iter()
        .filter(|(_, finding)| finding.severity != Severity::Note)
        .map(|(file, finding)| format!("{file} {}", games::show(finding)))
        .collect();
    assert_eq!(
        weighty,
        [
            "28-大秦铁路工会.xlsx 乒乓球!7:3 IMPORT_ID_PRECISION Refused",
            "28-大秦铁路工会.xlsx 羽毛球!6:3 IMPORT_ID_PRECISION Refused",
        ]
    );
    let skipped = |text: &str| {
        let starts = |finding: &Finding| match finding.facts.as_slice() {
            [gongsai::finding::Fact::Text(first)] => finding.code == Code::ImportSkipped && first.starts_with(text),
            _ => false,
        };
        findings.iter().filter(|(_, finding)| starts(finding)).count()
    };
    assert_eq!((skipped("例"), skipped("合计"), skipped("单位（盖章）")), (19, 44, 96));
    assert_eq!(findings.len(), 19 + 44 + 96 + 2, "nothing else is found");
}

#[test]
fn units_that_sent_no_form_are_known() {
    let (forms, _) = all_forms();
    let units = games::units();
    assert_eq!((units.output.len(), units.findings.len()), (50, 0));
    let silent: Vec<&str> = units
        .output
        .iter()
        .filter(|unit| forms.iter().all(|(_, form)| form.unit != Some(unit.id)))
        .map(|unit| unit.name.as_str())
        .collect();
    assert_eq!(silent, ["省教科文卫体工会", "太原铁路局工会", "省农业农村厅工会", "省教育厅工会"]);
    let forms: Vec<Form> = forms.into_iter().map(|(_, form)| form).collect();
    assert_eq!(repeated_forms(&forms), []);
    let twice: Vec<Form> = forms.iter().take(2).chain(forms.iter().take(1)).cloned().collect();
    let found = repeated_forms(&twice);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::ImportRepeated);
    assert!(matches!(&found[0].subject, Subject::Place(place) if place.sheet == "乒乓球"));
}

#[test]
fn units_become_people_and_entries() {
    let (forms, _) = all_forms();
    let regulations = games::regulations();
    let mut next = 0;
    let mut number = || {
        next += 1;
        next
    };
    let mut all: Vec<Assembled> = Vec::new();
    for unit in games::units().output {
        let of_unit = forms.iter().filter(|(_, form)| form.unit == Some(unit.id)).map(|(_, form)| form.clone());
        let of_unit: Vec<Form> = of_unit.collect();
        let people: Vec<PersonId> = (0..100).map(|_| PersonId(number())).collect();
        let entries: Vec<EntryId> = (0..100).map(|_| EntryId(number())).collect();
        let (mut people, mut entries) = (people.into_iter(), entries.into_iter());
        let next_person = || people.next().expect("enough ids");
        let next_entry = || entries.next().expect("enough ids");
        let checked = assemble(&of_unit, &unit, &regulations, &[], next_person, next_entry);
        assert_eq!(checked.findings, []);
        all.push(checked.output);
    }
    let count =
        |event: &str| all.iter().flat_map(|unit| &unit.entries).filter(|entry| entry.event.as_str() == event).count();
    assert_eq!(all.iter().map(|unit| unit.members.len()).sum::<usize>(), 785);
    assert_eq!([count("TT_team"), count("BD_team"), count("BB_men")], [40, 32, 24]);
    let singles = count("TT_MS") + count("TT_WS") + count("BD_MS") + count("BD_WS");
    // 104 men and 80 women on the forms, less the two whose rows are not taken in and who enter singles.
    assert_eq!((singles, count("BD_XD")), (104 + 80 - 1, 32));
    let pair = all.iter().flat_map(|unit| &unit.entries).find(|entry| entry.event.as_str() == "BD_XD");
    let pair = pair.expect("a pair");
    assert_eq!((pair.name.as_str(), pair.people.len()), ("孟文志/汪敏洁", 2));

    // Taken in again, everyone keeps the id that they have.
    let unit = &games::units().output[0];
    let of_unit: Vec<Form> = forms.iter().filter(|(_, form)| form.unit == Some(unit.id)).map(|f| f.1.clone()).collect();
    let again = assemble(&of_unit, unit, &regulations, &all[0].members, || PersonId(0), || EntryId(0));
    assert_eq!(again.output.members, all[0].members);
}
