//! Forms to be filled in: what they ask for, how they look inside, and that a filled one reads back as it was filled.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::document::regulations_from_toml;
use gongsai::entry::{Column, Form, TEMPLATE_VERSION, Template, Unit, read_form, template};
use gongsai::finding::{Code, Finding};
use gongsai::id::UnitId;
use gongsai::person::{Birth, DocumentNumber, History, Tri};
use gongsai::regulations::{Regulations, Sport};
use gongsai::sex::Sex;
use gongsai_sheets::{read, to_xlsx};
use gongsai_tests::{games, package};

const UNIT: &str = "太原市总工会";

fn headings(template: &Template, sheet: usize) -> Vec<&str> {
    template.sheets[sheet].columns.iter().map(|column| column.heading.as_str()).collect()
}

/// Regulations of table tennis with these rules and events.
fn regulations(rules: &str, events: &str) -> Regulations {
    let text = format!(
        "id = \"t\"\ntitle = \"乒乓球赛\"\nreference_date = \"2026-09-01\"\nfirst_match = \"2026-10-17\"\nsports = [\"TT\"]\n\
         [rules]\n{rules}\n{events}"
    );
    regulations_from_toml(&text).unwrap().verify().unwrap_or_else(|defects| panic!("{defects:?}"))
}

fn event(id: &str, form: &str, kind: &str) -> String {
    let sex = if kind == "mixed-doubles" { "" } else { "sex = \"M\"\n" };
    format!(
        "[[event]]\nid = \"{id}\"\nname = \"乒乓球{form}\"\nsport = \"TT\"\nform = \"{form}\"\nkind = \"{kind}\"\n{sex}\
         format = {{ kind = \"knockout\" }}\ndraw = {{ rule = \"ittf\" }}\nscore = {{ target = 11, lead = 2, best_of = 5 }}\n"
    )
}

#[test]
fn a_form_asks_for_what_the_regulations_need_and_nothing_else() {
    let bare = template(&regulations("", &event("MS", "男单", "singles")), UNIT);
    assert_eq!(headings(&bare, 0), ["序号", "姓名", "性别", "身份证号", "备注"]);
    let rules = "P05 = {}\nP07 = { months = 6 }\nP08 = { allow = [\"在编\"], with_evidence = { \"借调\" = \"借调证明\" }, deny = [\"退休\"] }\n\
        R01 = { sport_scope = \"any\", min_level = \"province\" }\nP13 = { kind = \"certificate\" }";
    let events = [event("MS", "男单", "singles"), event("XD", "混双", "mixed-doubles")].concat();
    let more = template(&regulations(rules, &events), UNIT);
    let expected = [
        "序号",
        "姓名",
        "性别",
        "身份证号",
        "工作单位",
        "用工性质",
        "近12个月参保月数",
        "专业经历",
        "体检日期",
        "证明材料",
        "男单",
        "混双（填搭档姓名）",
        "备注",
    ];
    assert_eq!(headings(&more, 0), expected);
    let kinds = more.sheets[0].columns.iter().find(|column| column.heading == "用工性质").unwrap();
    assert_eq!(kinds.choices, ["在编", "借调", "退休"]);
    // A sheet a sport, and every heading is one that forms are read by.
    let games = template(&games::regulations(), UNIT);
    let names: Vec<&str> = games.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["乒乓球", "羽毛球", "篮球"]);
    assert!(headings(&games, 2).contains(&"号码"), "basketball has numbers on shirts");
    for heading in headings(&games, 2) {
        assert!(Column::of(heading).is_some(), "{heading}");
    }
}

/// The workbook with cells of one of its sheets (from 1) filled in, as a person fills them in: format and lists stay.
fn filled(bytes: &[u8], sheet: usize, cells: &[(&str, &str)]) -> Vec<u8> {
    let name = format!("xl/worksheets/sheet{sheet}.xml");
    let mut files = package::unpacked(bytes);
    let (_, content) = files.iter_mut().find(|(known, _)| *known == name).expect("the sheet");
    let mut text = String::from_utf8(content.clone()).unwrap();
    for (cell, value) in cells {
        let empty = ["2", "4"].map(|style| format!("<c r=\"{cell}\" s=\"{style}\"/>"));
        let empty =
            empty.iter().find(|empty| text.contains(empty.as_str())).unwrap_or_else(|| panic!("{cell} is not empty"));
        let full = format!("{} t=\"inlineStr\"><is><t>{value}</t></is></c>", empty.trim_end_matches("/>"));
        text = text.replace(empty.as_str(), &full);
    }
    *content = text.into_bytes();
    package::packed(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

fn read_back(bytes: &[u8], sheet: usize) -> (Form, Vec<Finding>) {
    let units = [Unit::new(UnitId(1), UNIT)];
    let tables = read(bytes, "报名表.xlsx").unwrap();
    let checked = read_form(&tables[sheet - 1], &games::regulations(), &units, games::today());
    (checked.output.expect("a form"), checked.findings)
}

/// The letters of a column of a sheet (from 1) by its heading.
fn at(template: &Template, sheet: usize, heading: &str, row: usize) -> String {
    let column = template.sheets[sheet - 1].columns.iter().position(|column| column.heading == heading);
    let column = column.unwrap_or_else(|| panic!("no column {heading}"));
    assert!(column < 26);
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), template.sheets[sheet - 1].first() + row)
}

#[test]
fn a_filled_form_reads_back_as_it_was_filled() {
    let regulations = games::regulations();
    let template = template(&regulations, UNIT);
    let bytes = to_xlsx(&template).unwrap();
    let (blank, findings) = read_back(&bytes, 1);
    assert_eq!((blank.unit, blank.sport, blank.rows.len()), (Some(UnitId(1)), Sport::TableTennis, 0));
    assert_eq!((blank.refused.len(), findings), (0, Vec::new()), "a blank form has nothing to find");

    let rows: [&[(&str, &str)]; 2] = [
        &[
            ("姓名", "张三"),
            ("性别", "男"),
            ("身份证号", "100101199001010013"),
            ("工作单位", "太原市总工会机关"),
            ("用工性质", "合同制"),
            ("入职时间", "2014-12-19"),
            ("专业经历", "无"),
            ("备注", "=1+1"),
        ],
        &[("姓名", "𬱖·买买提"), ("性别", "女"), ("身份证号", "10010119900101001X"), ("入职时间", "2016.7.1")],
    ];
    let mut cells: Vec<(String, &str)> = vec![("D2".to_owned(), "王领队"), ("H2".to_owned(), "03510000000")];
    for (row, filled) in (1..).zip(rows) {
        cells.extend(filled.iter().map(|(heading, value)| (at(&template, 1, heading, row), *value)));
        cells.push((at(&template, 1, "男单", row), "√"));
    }
    let cells: Vec<(&str, &str)> = cells.iter().map(|(cell, value)| (cell.as_str(), *value)).collect();
    let (form, findings) = read_back(&filled(&bytes, 1, &cells), 1);
    assert_eq!(findings, Vec::new());
    assert_eq!((form.leader.as_deref(), form.phone.as_deref()), (Some("王领队"), Some("03510000000")));
    let [first, second] = form.rows.as_slice() else { panic!("{:?}", form.rows) };
    assert_eq!((first.name.as_str(), second.name.as_str()), ("张三", "𬱖·买买提"));
    assert_eq!(first.facts.document, Some(DocumentNumber::new("100101199001010013")));
    assert_eq!((first.facts.sex, second.facts.sex), (Some(Sex::Male), Some(Sex::Female)));
    assert_eq!(first.facts.employer.as_deref(), Some("太原市总工会机关"));
    assert_eq!(first.facts.employment.as_deref(), Some("合同制"));
    assert_eq!(first.facts.since, gongsai::date::Date::new(2014, 12, 19));
    assert_eq!((first.facts.history.clone(), first.facts.birth), (History::Never, Birth::Unknown));
    assert_eq!((first.facts.member, first.remark.as_deref()), (Tri::Unknown, Some("=1+1")));
    for row in &form.rows {
        assert_eq!(row.events.iter().map(ToString::to_string).collect::<Vec<_>>(), ["TT_MS"]);
    }
}

#[test]
fn partners_are_named_in_the_column_of_their_doubles() {
    let template = template(&games::regulations(), UNIT);
    let bytes = to_xlsx(&template).unwrap();
    let cell = |heading: &str, row| at(&template, 2, heading, row);
    let (name, sex, pair) = ("姓名", "性别", "混双（填搭档姓名）");
    let cells = [
        (cell(name, 1), "张三"),
        (cell(sex, 1), "男"),
        (cell(pair, 1), "李四"),
        (cell(name, 2), "李四"),
        (cell(sex, 2), "女"),
        (cell(pair, 2), "张三"),
    ];
    let cells: Vec<(&str, &str)> = cells.iter().map(|(cell, value)| (cell.as_str(), *value)).collect();
    let (form, findings) = read_back(&filled(&bytes, 2, &cells), 2);
    assert_eq!(findings, Vec::new());
    assert_eq!(form.sport, Sport::Badminton);
    let partners: Vec<&str> = form.rows.iter().flat_map(|row| &row.partners).map(|one| one.name.as_str()).collect();
    assert_eq!(partners, ["李四", "张三"]);
}

/// Document numbers are text, lists drop down, and the version stands in a hidden cell.
#[test]
fn the_workbook_is_made_to_be_filled_in() {
    let bytes = to_xlsx(&template(&games::regulations(), "<A & B> 工会")).unwrap();
    assert_eq!(bytes, to_xlsx(&template(&games::regulations(), "<A & B> 工会")).unwrap());
    let files = package::unpacked(&bytes);
    let file = |name: &str| {
        let (_, content) = files.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}"));
        String::from_utf8(content.clone()).unwrap()
    };
    let workbook = file("xl/workbook.xml");
    assert!(workbook.contains("<sheet name=\"选项\" sheetId=\"4\" state=\"hidden\""), "{workbook}");
    let lists = file("xl/worksheets/sheet4.xml");
    assert!(lists.contains(&format!("schema={TEMPLATE_VERSION}")) && lists.contains("男") && lists.contains("合同制"));
    let sheet = file("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("type=\"list\"") && sheet.contains("<formula1>'选项'!$A$2:$A$3</formula1>"), "{sheet}");
    assert!(sheet.contains("&lt;A &amp; B&gt; 工会"));
    // Format 4 is that of the cells for people, and number format 49 is text.
    assert!(sheet.contains("s=\"4\"/>") && file("xl/styles.xml").contains("<xf numFmtId=\"49\" borderId=\"1\""));
    assert!(read(&bytes, "x.xlsx").unwrap().iter().all(|table| table.name != "选项"), "the lists are not read");
}

/// A unit's name that a spreadsheet would run stays a text.
#[test]
fn no_name_becomes_a_formula() {
    let bytes = to_xlsx(&template(&games::regulations(), "=HYPERLINK(\"x\")")).unwrap();
    let tables = read(&bytes, "x.xlsx").unwrap();
    assert_eq!(tables[0].rows[1][1].text(), "'=HYPERLINK(\"x\")");
}

/// The form filled in, of which the hidden cell says this version.
fn saying(version: &str) -> Vec<u8> {
    let template = template(&games::regulations(), UNIT);
    let cells = [(at(&template, 1, "姓名", 1), "张三"), (at(&template, 1, "男单", 1), "√")];
    let cells: Vec<(&str, &str)> = cells.iter().map(|(cell, value)| (cell.as_str(), *value)).collect();
    let mut files = package::unpacked(&filled(&to_xlsx(&template).unwrap(), 1, &cells));
    let (_, lists) = files.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet4.xml").expect("the lists");
    let text = String::from_utf8(lists.clone()).unwrap();
    let ours = format!("schema={TEMPLATE_VERSION}");
    assert!(text.contains(&ours));
    *lists = text.replace(&ours, version).into_bytes();
    package::packed(files.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
}

/// What a form that says a version comes to, through the reader's JSON as in the app: findings as code and facts, and
/// the rows, which are read whatever it says.
#[track_caller]
fn check_version(says: &str, expected: &[&str]) {
    let tables = read(&saying(says), "报名表.xlsx").unwrap();
    let tables = gongsai::document::tables_from_json(&gongsai::document::tables_to_json(&tables)).unwrap();
    let read = |table| read_form(table, &games::regulations(), &[Unit::new(UnitId(1), UNIT)], games::today());
    let checked: Vec<_> = tables.iter().map(read).collect();
    let found = checked.iter().flat_map(|form| &form.findings).filter(|found| found.code == Code::ImportVersion);
    let said: Vec<String> =
        found.map(|found| gongsai_wording::finding::finding(gongsai_wording::Lang::En, found)).collect();
    assert_eq!(said, expected, "{says}");
    let names = checked[0].output.iter().flat_map(|form| &form.rows).map(|row| row.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["张三"], "{says}");
}

#[test]
fn a_form_of_another_version_is_told_once_and_read_all_the_same() {
    let told = |version: &str| {
        format!(
            "Made for another version of the entry form (it says {version}, ours is {TEMPLATE_VERSION}). It was read all \
             the same: check its columns."
        )
    };
    check_version(&format!("schema={TEMPLATE_VERSION}"), &[]);
    check_version("schema=2", &[&told("2")]);
    check_version("schema=1b", &[&told("1b")]);
    check_version("", &[]);
    check_version("版本", &[]);
}
