//! Texts of the page of the regulations.

use gongsai::regulations::{
    ActiveRule, AgeLimits, DrawRule, DrawTable, DuplicateScope, ExemptAge, FormerRule, Level, PastOutcome,
    RegisteredRule, Regulations, ScoreRule, Window,
};
use gongsai_wording::Lang;
use yew::AttrValue;

crate::texts! {
    /// Fixed texts of the page.
    Regs {
        NoneYet = "这个运动会还没有规程。", "This meet has no regulations yet.";
        NoneYetHint = "载入 .toml 规程文件：名称、日期、项目、赛制、资格条件都在里面。", "Load a .toml file: name, dates, events, formats and rules of eligibility are all in it.";
        Load = "载入规程文件", "Load a regulations file";
        LoadHint = "收下报名之后，规程不能再换。", "Once entries are taken in, the regulations can no longer be replaced.";
        Model = "使用省级职工运动会规程范本", "Use the model regulations of a provincial meet";
        FirstMatch = "开赛", "First day";
        Reference = "年龄与工龄计算日", "Ages and service counted on";
        Events = "项目", "Events";
        Event = "项目", "Event";
        Kind = "报名方式", "Entries are";
        Format = "赛制", "Format";
        Score = "计分", "Score";
        Draw = "抽签", "Draw";
        Ranking = "小组排名", "Ranking in groups";
        Entries = "已报", "Entered";
        Rules = "资格条件", "Rules of eligibility";
        Rule = "条件", "Rule";
        Content = "内容", "Content";
        Clause = "条款", "Article";
        Checked = "自动审查", "Checked here";
        Unchecked = "由人工审查", "For people to check";
        UncheckedHint = "规程写了、但本版程序不自动审查的条件，一律交人工，不会当作通过。", "Rules that the regulations name and this version does not check are left to people; none of them counts as passed.";
        Units = "参赛单位", "Units";
        NoUnits = "还没有单位名单。", "There is no list of units yet.";
        NoUnitsHint = "载入单位名单（CSV 或 Excel，一列“代表队”），报名表才能对上单位。", "Load the list of units (CSV or Excel with a column 代表队), so that forms find their unit.";
        LoadUnits = "载入单位名单", "Load the list of units";
        LoadUnitsHint = "CSV 或 Excel。已有的单位不会重复。", "CSV or Excel. Units that are there already are not added twice.";
        NotSent = "没有报名表", "No form yet";
        SentAll = "所有单位都已报名。", "Every unit has sent a form.";
        Unit = "单位", "Unit";
        Category = "类别", "Category";
        Export = "导出运动会文件", "Export the meet";
        Next = "下一步：收报名表", "Next: take in the forms";
    }
}

/// How many units sent forms and how many did not.
#[must_use]
pub fn unit_count(language: Lang, sent: usize, all: usize) -> String {
    language.pick(
        format!("{all} 个单位，{sent} 个已报名，{} 个未报", all - sent),
        format!("{all} units: {sent} have sent forms, {} have not", all - sent),
    )
}

/// Units were added.
#[must_use]
pub fn units_added(language: Lang, added: usize, known: usize) -> String {
    language.pick(
        format!("新增 {added} 个单位，{known} 个原已在名单里。"),
        format!("{added} units added; {known} were in the list already."),
    )
}

/// The name of a rule of the catalogue.
#[must_use]
pub fn rule_name(language: Lang, id: &str) -> AttrValue {
    let (zh, en) = match id {
        "P01" => ("证件号格式", "Well-formed document number"),
        "P02" => ("一人一队", "One person, one unit"),
        "P03" => ("年龄", "Age"),
        "P04" => ("性别与项目相符", "Sex fits the event"),
        "P05" => ("在职", "Employed by the unit"),
        "P06" => ("工龄", "Length of service"),
        "P07" => ("社会保险", "Social insurance"),
        "P08" => ("用工性质", "Kind of employment"),
        "P09" => ("工会会员", "Union member"),
        "P10" => ("在校学生除外", "No full-time students"),
        "P11" => ("地域", "Tie to the region"),
        "P12" => ("国籍与证件", "Nationality and document"),
        "P13" => ("健康证明", "Health certificate"),
        "P14" => ("意外保险", "Accident insurance"),
        "P15" => ("承诺书", "Consent signed"),
        "P16" => ("禁赛", "Not banned"),
        "P17" => ("职级", "Rank"),
        "R01" => ("现役专业运动员", "Active professionals"),
        "R02" => ("注册运动员", "Registered athletes"),
        "R03" => ("职业联赛经历", "Professional leagues"),
        "R04" => ("退役专业运动员", "Former professionals"),
        "R05" => ("退役者的年龄豁免", "Age exemption of former professionals"),
        "R06" => ("运动员等级", "Official grade"),
        "R07" => ("体育专业人员", "Sport specialists"),
        "R08" => ("现有排名", "Ranked players"),
        "R09" => ("集训队、高校队", "Squads and college teams"),
        "T01" => ("人数", "Size of the team"),
        "T02" => ("官员", "Officials"),
        "T03" => ("男女构成", "Women and men in the team"),
        "T04" => ("限额人员", "Quotas in the team"),
        "T05" => ("队数", "Teams of a unit"),
        "T06" => ("联队", "Joint teams"),
        "T07" => ("东道主", "The host"),
        "L01" | "L02" | "L03" | "L04" | "L05" | "L06" => ("出场", "Line-ups"),
        "E01" => ("每人项数", "Events of a person"),
        "E02" => ("每单位名额", "Entries of a unit"),
        "E03" => ("双打搭档", "Partners in doubles"),
        "E04" => ("开赛队数", "Fewest entries of an event"),
        "E05" => ("跨组参赛", "Entry across groups"),
        "E06" => ("逐级选拔", "Came through the lower tier"),
        "E07" => ("期限", "Deadlines"),
        _ => ("其他", "Other"),
    };
    AttrValue::Static(language.pick(zh, en))
}

/// The rules that are checked: id, what they ask, article.
#[must_use]
pub fn checked_rules(language: Lang, regulations: &Regulations) -> Vec<(&'static str, String, String)> {
    let zh = language == Lang::Zh;
    let rules = &regulations.rules;
    let mut rows = vec![
        (
            "P01",
            say(zh, "18 位，末位校验码正确", "18 characters with the right check digit"),
            rules.p01.clause.to_string(),
        ),
        ("P02", scope(language, rules.p02.params), rules.p02.clause.to_string()),
    ];
    let mut add = |id, text, clause: &gongsai::clause::Clause| rows.push((id, text, clause.to_string()));
    if let Some(rule) = &rules.p03 {
        add("P03", age(language, &rule.params), &rule.clause);
    }
    if let Some(rule) = &rules.p04 {
        let women = if rule.params {
            ("女子可报男子项目", "Women may enter men’s events")
        } else {
            ("只能报本性别的项目", "Only events of one’s own sex")
        };
        add("P04", say(zh, women.0, women.1), &rule.clause);
    }
    if let Some(rule) = &rules.r01 {
        add("R01", active(language, &rule.params), &rule.clause);
    }
    if let Some(rule) = &rules.r02 {
        add("R02", registered(language, &rule.params), &rule.clause);
    }
    if let Some(rule) = &rules.r04 {
        add("R04", former(language, &rule.params), &rule.clause);
    }
    if let Some(rule) = &rules.r05 {
        add("R05", exempt(language, &rule.params), &rule.clause);
    }
    if let Some(rule) = &rules.t01 {
        let sizes: Vec<String> = rule
            .params
            .iter()
            .map(|size| {
                use gongsai::regulations::RosterOf;
                let of = match &size.of {
                    RosterOf::Sport(sport) => super::sport(language, *sport).to_string(),
                    RosterOf::Event(id) => {
                        regulations.event(id).map_or_else(|| id.to_string(), |event| event.name.clone())
                    }
                };
                language.pick(format!("{of} {}–{} 人", size.min, size.max), format!("{of} {}–{}", size.min, size.max))
            })
            .collect();
        add("T01", sizes.join(language.pick("，", ", ")), &rule.clause);
    }
    rows
}

fn say(zh: bool, chinese: &str, english: &str) -> String {
    if zh { chinese } else { english }.to_owned()
}

fn scope(language: Lang, scope: DuplicateScope) -> String {
    let (zh, en) = match scope {
        DuplicateScope::Edition => ("全会只能代表一个单位", "One unit in the whole meet"),
        DuplicateScope::Sport => ("每个运动项目只能代表一个单位", "One unit in each sport"),
        DuplicateScope::Event => ("每个小项只能报一次", "Once in each event"),
    };
    language.pick(zh, en).to_owned()
}

fn age(language: Lang, limits: &AgeLimits) -> String {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => language.pick(format!("{min}–{max} 周岁"), format!("{min} to {max} years")),
        (Some(min), None) => language.pick(format!("年满 {min} 周岁"), format!("At least {min} years")),
        (None, Some(max)) => language.pick(format!("不超过 {max} 周岁"), format!("At most {max} years")),
        (None, None) => language.pick("不限", "No limit").to_owned(),
    }
}

fn level(language: Lang, level: Level) -> &'static str {
    match level {
        Level::League => language.pick("联赛", "league"),
        Level::City => language.pick("市级", "city"),
        Level::Province => language.pick("省级", "provincial"),
        Level::Nation => language.pick("国家级", "national"),
    }
}

fn active(language: Lang, rule: &ActiveRule) -> String {
    let floor = level(language, rule.min_level);
    let sport = if rule.same_sport {
        language.pick("本项目", "in the sport entered")
    } else {
        language.pick("任何项目", "in any sport")
    };
    language.pick(
        format!("{sport}的{floor}及以上现役运动员不得参赛"),
        format!("No active athletes of {floor} level or above {sport}"),
    )
}

fn registered(language: Lang, rule: &RegisteredRule) -> String {
    let (zh, en) = match rule.window {
        Window::Current => ("目前注册".to_owned(), "Registered now".to_owned()),
        Window::Years(years) => (format!("近 {years} 年注册"), format!("Registered in the last {years} years")),
        Window::Ever => ("曾经注册".to_owned(), "Ever registered".to_owned()),
    };
    let (past_zh, past_en) = match rule.past {
        PastOutcome::ViaR04 => ("已退役的按 R04", "past ones by R04"),
        PastOutcome::Ineligible => ("已退役的也不得参赛", "past ones barred too"),
        PastOutcome::Review => ("已退役的由人工审查", "past ones for review"),
        PastOutcome::Limited => ("已退役的占限额", "past ones count in the quota"),
    };
    language.pick(format!("{zh}者不得参赛；{past_zh}"), format!("{en}: barred; {past_en}"))
}

fn former(language: Lang, rule: &FormerRule) -> String {
    let months = rule
        .service_months
        .map(|n| language.pick(format!("在本单位工作满 {n} 个月"), format!("{n} months in the unit")));
    let years =
        rule.retired_years.map(|n| language.pick(format!("退役满 {n} 年"), format!("{n} years since retiring")));
    let all: Vec<String> = months.into_iter().chain(years).collect();
    language.pick(
        format!("{}可参赛，占限额", all.join("或")),
        format!("May play after {}, counted in the quota", all.join(" or ")),
    )
}

fn exempt(language: Lang, rule: &ExemptAge) -> String {
    let quota = if rule.counts_in_quota {
        language.pick("仍占限额", "still counted in the quota")
    } else {
        language.pick("不占限额", "not counted in the quota")
    };
    language.pick(
        format!("年满 {} 周岁的退役者不受 R04 限制，{quota}", rule.age),
        format!("From {} years on R04 does not apply; {quota}", rule.age),
    )
}

/// How an event is scored.
#[must_use]
pub fn score(language: Lang, rule: &ScoreRule) -> String {
    match rule {
        ScoreRule::Total(total) => {
            let draw = if total.draw { language.pick("，可平局", ", draws") } else { "" };
            let decision = total.decision.map(|by| gongsai_wording::score::decider(language, by));
            let decision = decision
                .map(|by| language.pick(format!("，{by}决胜"), format!(", decided by {by}")))
                .unwrap_or_default();
            let forfeit = total
                .forfeit
                .map(|award| {
                    let (points, article) = (award.points, article(language, award.clause));
                    language.pick(format!("，弃权 {points}:0{article}"), format!(", forfeit {points}:0{article}"))
                })
                .unwrap_or_default();
            format!("{}{draw}{decision}{forfeit}", language.pick("总比分", "Total score"))
        }
        ScoreRule::Games(game) => {
            let needed = game.needed();
            let cap = game
                .cap
                .map(|cap| language.pick(format!("，{cap} 分封顶"), format!(", cap {cap}")))
                .unwrap_or_default();
            let last = game
                .last
                .map(|last| language.pick(format!("，末局 {} 分", last.target), format!(", the last {}", last.target)))
                .unwrap_or_default();
            let award = game
                .award
                .map(|clause| {
                    let (points, article) = (game.target, article(language, clause));
                    language
                        .pick(format!("，弃权每局 {points}:0{article}"), format!(", forfeit {points}:0 each{article}"))
                })
                .unwrap_or_default();
            let rest = format!("{cap}{last}{award}");
            if game.play_all {
                return language.pick(
                    format!("打满 {} 局，每局 {} 分{rest}", game.best_of, game.target),
                    format!("All {} games, {} points{rest}", game.best_of, game.target),
                );
            }
            language.pick(
                format!("{} 局 {needed} 胜，每局 {} 分{rest}", game.best_of, game.target),
                format!("Best of {}, {} points{rest}", game.best_of, game.target),
            )
        }
    }
}

/// An article in brackets; nothing where there is none.
fn article(language: Lang, clause: &str) -> String {
    if clause.is_empty() { String::new() } else { language.pick(format!("（{clause}）"), format!(" ({clause})")) }
}

/// How an event is drawn.
#[must_use]
pub fn draw(language: Lang, rule: &DrawRule) -> String {
    let (zh, en) = match rule.table {
        DrawTable::Ittf => ("国际乒联 3.6", "ITTF 3.6"),
        DrawTable::Bwf => ("世界羽联 GCR 12", "BWF GCR 12"),
        DrawTable::Cn => ("国内种子位表", "Chinese tables"),
        DrawTable::Standard => ("标准种子位", "Standard seeding"),
    };
    let apart = if rule.units_apart { language.pick("，同单位分开", ", units kept apart") } else { "" };
    language.pick(format!("{zh}{apart}"), format!("{en}{apart}"))
}
