//! A form to be filled in, by the regulations: one sheet a sport, only the columns that somebody needs.
//!
//! | column | where |
//! |---|---|
//! | 序号 姓名 性别 身份证号 备注 | always |
//! | 工作单位 入职时间 参保月数 用工性质 工会会员 在校学生 体检日期 意外险 承诺书 | where P05, P06, P07, P08, P09, P10, P13, P14, P15 ask |
//! | 参保月份 参保单位 | where P07 asks who pays |
//! | 户籍所在地 落户时间 国籍 证件类型 职级 | where P11, P12, P17 ask |
//! | 体育从业情况 现有排名 现属运动队 参加选拔赛 | where R07, R08, R09, E06 ask |
//! | 证明材料 | where P08 wants a paper for some kinds of employment |
//! | 出生日期 | where P03 or R05 asks for the age |
//! | 专业经历 运动员等级 | where R01, R02, R03 or R04, and R06 ask |
//! | 队内身份 | where the sport has a team event |
//! | 号码 | basketball |
//! | a column an event | where the sport has more than one; under a doubles event the partner is named |
//!
//! [`read_form`](super::read_form) reads a filled one as any other form.

use super::column::Column;
use crate::regulations::{Event, Kind, Payer, Regulations, Rules, Sport};
use crate::table::{Cell, Table};

/// The version of the form, which stands in a hidden cell of it. A form that says another one is told when it is read.
pub const TEMPLATE_VERSION: u16 = 1;
/// The rows for people.
const ROWS: usize = 60;

/// A form to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The delegation, where it is known.
    pub delegation: String,
    /// One sheet a sport.
    pub sheets: Vec<TemplateSheet>,
}

/// One sheet of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateSheet {
    /// The name: the sport.
    pub name: String,
    /// What stands above the headings, row by row.
    pub above: Vec<Vec<String>>,
    /// The columns.
    pub columns: Vec<TemplateColumn>,
    /// How many rows there are for people.
    pub rows: usize,
}

/// One column of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateColumn {
    /// The heading.
    pub heading: String,
    /// What can be chosen; empty where anything is typed.
    pub choices: Vec<String>,
    /// About how many Han characters wide it is.
    pub width: u16,
    /// Whether the rows are numbered in it.
    pub is_numbered: bool,
}

/// The form of a delegation; of none in particular where the name is empty.
///
/// ```
/// use gongsai::document::regulations_from_toml;
/// use gongsai::entry::template;
/// let text = r#"
///     id = "meet"
///     title = "职工赛"
///     reference_date = "2026-09-01"
///     first_match = "2026-10-17"
///     sports = ["TT"]
///     [rules]
///     P09 = {}
///     [[event]]
///     id = "MS"
///     name = "乒乓球男子单打"
///     sport = "TT"
///     form = "男单"
///     kind = "singles"
///     sex = "M"
///     format = { kind = "knockout" }
///     draw = { rule = "ittf" }
///     score = { target = 11, lead = 2, best_of = 5 }
/// "#;
/// let regulations = regulations_from_toml(text).unwrap().verify().unwrap();
/// let form = template(&regulations, "太钢工会");
/// let headings: Vec<&str> = form.sheets[0].columns.iter().map(|column| column.heading.as_str()).collect();
/// assert_eq!(headings, ["序号", "姓名", "性别", "身份证号", "工会会员", "备注"]);
/// ```
#[must_use]
pub fn template(regulations: &Regulations, delegation: &str) -> Template {
    let sheet = |sport: &Sport| {
        let cell = |text: &str| text.to_owned();
        let labels = ["代表队", "领队", "教练", "联系电话"];
        let second = labels.iter().flat_map(|label| {
            let value = if *label == "代表队" { delegation } else { "" };
            [format!("{label}："), value.to_owned()]
        });
        let name = sport.chinese();
        TemplateSheet {
            name: cell(name),
            above: vec![vec![format!("{} {name}报名表", regulations.title)], second.collect(), Vec::new()],
            columns: columns(regulations, *sport),
            rows: ROWS,
        }
    };
    Template { delegation: delegation.to_owned(), sheets: regulations.sports.iter().map(sheet).collect() }
}

impl TemplateSheet {
    /// The first row for people, from 0.
    #[must_use]
    pub fn first(&self) -> usize {
        self.above.len() + 1
    }

    /// The sheet as it is before anything is filled in.
    #[must_use]
    pub fn table(&self) -> Table {
        let cell = |text: &String| if text.is_empty() { Cell::Empty } else { Cell::Text(text.clone()) };
        let mut rows: Vec<Vec<Cell>> = self.above.iter().map(|row| row.iter().map(cell).collect()).collect();
        rows.push(self.columns.iter().map(|column| cell(&column.heading)).collect());
        for number in 1..=self.rows {
            let of = |column: &TemplateColumn| {
                if column.is_numbered { Cell::Text(number.to_string()) } else { Cell::Empty }
            };
            rows.push(self.columns.iter().map(of).collect());
        }
        Table { name: self.name.clone(), rows, ..Table::default() }
    }
}

fn columns(regulations: &Regulations, sport: Sport) -> Vec<TemplateColumn> {
    let rules = &regulations.rules;
    let events: Vec<&Event> = regulations.events.iter().filter(|event| event.sport == sport).collect();
    let mut columns = vec![TemplateColumn { is_numbered: true, ..plain(Column::Sequence, 4) }];
    columns.push(plain(Column::Name, 10));
    columns.push(chosen(Column::Sex, &["男", "女"], 5));
    columns.push(plain(Column::Document, 22));
    columns.extend(asked(rules));
    if events.iter().any(|event| event.kind == Kind::Team) {
        columns.push(chosen(
            Column::Role,
            &["运动员", "队长", "领队", "教练", "队医", "领队兼运动员", "教练兼运动员"],
            12,
        ));
    }
    if sport == Sport::Basketball {
        columns.push(plain(Column::Jersey, 6));
    }
    if events.len() > 1 {
        columns.extend(events.iter().map(|event| of_event(event)));
    }
    columns.push(plain(Column::Remark, 16));
    columns
}

/// The columns that rules of eligibility ask for.
fn asked(rules: &Rules) -> impl Iterator<Item = TemplateColumn> {
    let yes_or_no = |column, width| chosen(column, &["是", "否"], width);
    let (mut kinds, mut papers) = (Vec::new(), false);
    if let Some(rule) = &rules.p08 {
        papers = !rule.params.with_evidence.is_empty();
        let with_evidence = rule.params.with_evidence.iter().map(|(kind, _)| kind);
        kinds.extend(rule.params.allow.iter().chain(with_evidence).chain(&rule.params.deny).map(String::as_str));
    }
    let past = rules.r01.is_some() || rules.r02.is_some() || rules.r03.is_some() || rules.r04.is_some();
    let by_month = rules.p07.as_ref().is_some_and(|rule| rule.params.payer != Payer::Any);
    let columns = [
        (rules.p03.is_some() || rules.r05.is_some(), plain(Column::Birth, 12)),
        (rules.p05.is_some(), plain(Column::Employer, 20)),
        (rules.p08.is_some(), chosen(Column::Employment, &kinds, 10)),
        (rules.p06.is_some() || rules.r04.is_some(), plain(Column::Since, 12)),
        (rules.p07.is_some(), plain(Column::InsuredMonths, 12)),
        (by_month, plain(Column::Insurance, 20)),
        (by_month, plain(Column::Payer, 16)),
        (rules.p09.is_some(), yes_or_no(Column::Member, 9)),
        (rules.p10.is_some(), yes_or_no(Column::Student, 9)),
        (rules.p11.is_some(), plain(Column::Household, 16)),
        (rules.p11.is_some(), plain(Column::HouseholdSince, 12)),
        (rules.p12.is_some(), plain(Column::Nationality, 10)),
        (rules.p12.is_some(), plain(Column::DocumentKind, 12)),
        (rules.p17.is_some(), plain(Column::Rank, 10)),
        (rules.r07.is_some(), plain(Column::Occupation, 14)),
        (rules.r08.is_some(), plain(Column::Ranking, 12)),
        (rules.r09.is_some(), plain(Column::Squad, 14)),
        (rules.e06.is_some(), yes_or_no(Column::LowerTier, 9)),
        (past, plain(Column::History, 20)),
        (rules.r06.is_some(), plain(Column::Grade, 14)),
        (rules.p13.is_some(), plain(Column::Health, 12)),
        (rules.p14.is_some(), yes_or_no(Column::Cover, 8)),
        (rules.p15.is_some(), yes_or_no(Column::Consent, 8)),
        (papers, plain(Column::Papers, 16)),
    ];
    columns.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, column)| column)
}

/// The column of an event: marked, or of doubles with the partner's name.
fn of_event(event: &Event) -> TemplateColumn {
    match event.kind {
        Kind::Doubles | Kind::MixedDoubles => TemplateColumn {
            heading: format!("{}（填搭档姓名）", event.form),
            choices: Vec::new(),
            width: 12,
            is_numbered: false,
        },
        Kind::Team | Kind::Singles => {
            TemplateColumn {
                heading: event.form.clone(), choices: vec!["√".to_owned()], width: 8, is_numbered: false
            }
        }
    }
}

fn plain(column: Column, width: u16) -> TemplateColumn {
    TemplateColumn { heading: column.heading().to_owned(), choices: Vec::new(), width, is_numbered: false }
}

fn chosen(column: Column, choices: &[&str], width: u16) -> TemplateColumn {
    TemplateColumn { choices: choices.iter().map(|choice| (*choice).to_owned()).collect(), ..plain(column, width) }
}
