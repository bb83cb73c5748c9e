//! The form to be filled in is given as the core makes it, a pasted table and a corrected file are taken in after a look, and
//! what is no workbook is refused with what to do.

use std::fs;

use gongsai::entry::template;
use gongsai_sheets::{read, to_xlsx};
use gongsai_tests::browser::{css, steps};
use gongsai_tests::games;

const HEAD: &str = "序号\t姓名\t性别\t身份证号\t代表队\t工作单位\t参赛项目\n";

#[test]
fn forms_are_given_pasted_corrected_and_refused() {
    let (server, browser) = steps::start("forms_are_given");
    let meet = steps::simulated(3);
    let address = steps::open_meet(&browser, &meet);
    browser.open(&server, &format!("{address}/entries"));
    let unit = meet.journal().meet().units().values().next().expect("three units").clone();

    // The module in the worker writes the bytes that are written natively.
    browser.click(css("[data-test=\"template\"] summary"));
    browser.select("template-unit", &unit.id.to_string());
    browser.click("template-give");
    let given = fs::read(browser.downloaded(".xlsx")).expect("the form");
    let native = to_xlsx(&template(&games::regulations(), &unit.name)).expect("a workbook");
    assert!(given == native, "{} bytes and {}", given.len(), native.len());
    browser.select("template-unit", "all");
    browser.click("template-give");
    let all = fs::read(browser.downloaded(".zip")).expect("the forms");
    let files = gongsai_tests::package::unpacked(&all);
    assert_eq!(files.len(), 3);
    assert!(files.iter().all(|(_, bytes)| read(bytes, "x.xlsx").is_ok_and(|tables| tables.len() == 3)));

    // A table from the clipboard: looked at, then taken in.
    browser.click(css("[data-test=\"paste\"] summary"));
    let rows =
        format!("{HEAD}1\t张三\t男\t100101199001010013\t{0}\t甲厂\t男单\n2\t李四\t男\t\t{0}\t甲厂\t男单\n", unit.name);
    set_text(&browser, &rows);
    browser.select("paste-sport", "TT");
    browser.click("paste-read");
    let row = css("[data-test=\"entries-file-row\"][data-state=\"ready\"]");
    browser.wait_text(row.clone(), "2 人");
    browser.click("entries-commit");
    browser.wait_there(css("[data-test=\"entries-file-row\"][data-state=\"taken-in\"]"));
    steps::wait_saved(&browser);

    // The corrected table says by name what it changes, and no value.
    let corrected =
        format!("{HEAD}1\t张三\t男\t100101199001010013\t{0}\t乙厂\t男单\n3\t王五\t男\t\t{0}\t甲厂\t男单\n", unit.name);
    set_text(&browser, &corrected);
    browser.click("paste-read");
    let told = browser.wait_text("entries-replaces", "更正 1 人（张三：工作单位）");
    assert!(
        told.contains("新增 1 人（王五）") && told.contains("减少 1 人（李四）") && !told.contains("乙厂"),
        "{told}"
    );

    let pdf = browser.file("报名表.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    browser.choose(css("[data-test=\"entries\"] input[type=\"file\"]"), &[pdf]);
    browser.wait_text("entries-trouble", "这是 PDF 文件，不是表格");
}

/// Puts a text with tabs into the field, as pasting does.
#[track_caller]
fn set_text(browser: &gongsai_tests::browser::Browser, text: &str) {
    let script =
        "const field = document.querySelector('[data-test=\"paste-text\"]'); field.value = arguments[0]; return true";
    browser.script(script, &[text.into()]);
}
