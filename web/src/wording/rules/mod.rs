//! The rules of eligibility in words: what each is called, and what the regulations ask by it.

mod court;
mod field;
mod later;
mod name;

pub use field::{choice_name, key_name, param_name, usual_name};
pub(super) use later::held_if;
pub use name::rule_name;

use gongsai::regulations::{
    ActiveRule, AgeLimits, DuplicateScope, EmploymentKinds, EventLimits, ExemptAge, FormerRule, GapOutcome, Grade,
    GradeRule, HealthRule, InsuranceRule, LeagueRule, Level, PastOutcome, Payer, RegisteredRule, Regulations, RosterOf,
    RosterSize, Sport, Window, YouthOutcome,
};
use gongsai_wording::Lang;
use yew::AttrValue;

crate::texts! {
    /// Fixed texts of the form that changes rules.
    RulesText {
        Title = "更改资格条件", "Change the rules";
        Lead = "选一个范本，或逐条改；不勾的就是不审这一条。改过之后请重新审查。", "Choose a preset, or change rule by rule; one that is not ticked is off. Review anew after a change.";
        Lists = "多个词用“、”隔开。", "Part several words by commas.";
        Preset = "范本", "Preset";
        Standing = "现行条件", "The rules that stand";
        People = "人员", "People";
        Professionals = "专业运动员", "Professionals";
        Teams = "队伍", "Teams";
        Court = "上场", "On court";
        Entries = "报名", "Entries";
        Other = "其他", "Other";
        Procedure = "审查程序", "Procedure of review";
        Notice = "公示", "Public notice";
        All = "不限", "all";
        Usual = "默认：", "as usual: ";
        Keep = "保留", "Keep";
        AsText = "以文本编辑", "Edit as text";
        TextLead = "每行一条。采用时逐项填入上面各栏。", "One rule a line. When it is used, the fields above show it.";
        Rules = "条件", "Rules";
        Save = "采用这些条件", "Use these rules";
        SaveText = "采用这段文本", "Use this text";
        Faults = "有的内容不对，见标出的各栏；没有采用。", "Something is wrong; see the fields that are marked. Nothing was changed.";
        Saved = "已采用。请到“资格”重新审查。", "They are in use. Review anew.";
    }
}

/// What a preset is for.
#[must_use]
pub fn preset(language: Lang, name: &str) -> AttrValue {
    let (zh, en) = match name {
        "literal" => ("公告原文（其余由人工审查）", "As the announcement says"),
        "provincial" => ("省级职工运动会", "Provincial workers’ meet"),
        "company" => ("单位内部运动会", "Meet inside one company"),
        "international" => ("国际业余体育节（示例）", "International amateur festival (example)"),
        _ => return AttrValue::from(name.to_owned()),
    };
    AttrValue::Static(language.pick(zh, en))
}

/// The rules that are checked: id, what they ask, article.
#[must_use]
pub fn checked_rules(language: Lang, regulations: &Regulations) -> Vec<(&'static str, String, String)> {
    let rules = &regulations.rules;
    let say = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let counted = |zh: &str, en: &str, n: u16| {
        let (zh, en) = (zh.replace("{}", &n.to_string()), en.replace("{}", &n.to_string()));
        language.pick(zh, en)
    };
    let women = |may: bool| {
        if may {
            say("女子可报男子项目", "Women may enter men’s events")
        } else {
            say("只能报本性别的项目", "Only events of one’s own sex")
        }
    };
    let asked = [
        ("P01", Some(say("18 位，末位校验码正确", "18 characters with the right check digit"))),
        ("P02", Some(scope(language, rules.p02.params))),
        ("P03", rules.p03.as_ref().map(|rule| age(language, &rule.params))),
        ("P04", rules.p04.as_ref().map(|rule| women(rule.params))),
        (
            "P05",
            rules.p05.as_ref().map(|rule| match rule.params.as_of {
                Some(day) => {
                    let day = crate::wording::date(language, day);
                    language.pick(format!("{day} 前已在本单位工作"), format!("Employed by {day}"))
                }
                None => say("须填写工作单位", "An employer must be stated"),
            }),
        ),
        ("P06", rules.p06.as_ref().map(|rule| counted("在本单位工作满 {} 个月", "{} months in the unit", rule.params))),
        ("P07", rules.p07.as_ref().map(|rule| insurance(language, &rule.params))),
        ("P08", rules.p08.as_ref().map(|rule| employment(language, &rule.params))),
        ("P09", rules.p09.as_ref().map(|_| say("须是工会会员", "Members of the union only"))),
        ("P10", rules.p10.as_ref().map(|_| say("在校学生不得参赛", "No full-time students"))),
        ("P11", rules.p11.as_ref().map(|rule| later::region(language, &rule.params))),
        ("P12", rules.p12.as_ref().map(|rule| later::nationality(language, &rule.params))),
        (
            "P13",
            rules.p13.as_ref().map(|rule| match rule.params {
                HealthRule::Certificate { max_age_days: Some(days) } => {
                    counted("开赛前 {} 天内的体检证明", "A health certificate of the last {} days", days)
                }
                HealthRule::Certificate { max_age_days: None } => say("须有体检证明", "A health certificate"),
                HealthRule::Declaration => say("健康承诺或体检证明", "A health declaration or certificate"),
            }),
        ),
        ("P14", rules.p14.as_ref().map(|_| say("须有意外伤害保险", "Accident insurance"))),
        ("P15", rules.p15.as_ref().map(|_| say("须签承诺书", "The consent must be signed"))),
        ("P16", rules.p16.as_ref().map(|rule| later::bans(language, &rule.params))),
        ("P17", rules.p17.as_ref().map(|rule| later::rank(language, regulations, &rule.params))),
        ("R01", rules.r01.as_ref().map(|rule| active(language, &rule.params))),
        ("R02", rules.r02.as_ref().map(|rule| registered(language, &rule.params))),
        ("R03", rules.r03.as_ref().map(|rule| league(language, &rule.params))),
        ("R04", rules.r04.as_ref().map(|rule| former(language, &rule.params))),
        ("R05", rules.r05.as_ref().map(|rule| exempt(language, &rule.params))),
        ("R06", rules.r06.as_ref().map(|rule| grade(language, rule.params))),
        ("R07", rules.r07.as_ref().map(|rule| later::specialists(language, &rule.params))),
        ("R08", rules.r08.as_ref().map(|rule| later::ranking(language, &rule.params))),
        ("R09", rules.r09.as_ref().map(|rule| later::squads(language, &rule.params))),
        ("T01", rules.t01.as_ref().map(|rule| sizes(language, regulations, &rule.params))),
        ("T02", rules.t02.as_ref().map(|rule| later::officials(language, rule.params))),
        (
            "T03",
            rules.t03.as_ref().map(|rule| {
                let quota = |quota: &gongsai::regulations::SexQuota| {
                    let of = roster(language, regulations, &quota.of);
                    let (women, men) = (quota.women, quota.men);
                    language.pick(
                        format!("{of}女 {women} 人、男 {men} 人以上"),
                        format!("{of}: at least {women} women, {men} men"),
                    )
                };
                joined(language, rule.params.iter().map(quota))
            }),
        ),
        ("T04", rules.t04.as_ref().map(|rule| later::quotas(language, &rule.params))),
        ("T05", rules.t05.as_ref().map(|rule| later::teams(language, &rule.params))),
        ("T06", rules.t06.as_ref().map(|rule| later::joint(language, rule.params))),
        (
            "T07",
            rules
                .t07
                .as_ref()
                .map(|rule| counted("东道主可多报 {} 队", "The host may send {} more teams", rule.params)),
        ),
        ("L01", rules.l01.as_ref().map(|rule| court::quotas(language, &rule.params))),
        ("L02", rules.l02.as_ref().map(|rule| court::mixes(language, regulations, &rule.params))),
        ("L03", rules.l03.as_ref().map(|rule| sizes(language, regulations, &rule.params))),
        ("L04", rules.l04.as_ref().map(|_| say("按团体赛制的限制", "As the tie systems limit them"))),
        ("L05", rules.l05.as_ref().map(|rule| court::appearances(language, regulations, &rule.params))),
        ("L06", rules.l06.as_ref().map(|rule| court::totals(language, regulations, &rule.params))),
        (
            "E01",
            rules.e01.as_ref().map(|rule| {
                let of = |(sport, limits): (&Sport, &EventLimits)| events(language, *sport, limits);
                joined(language, rule.params.iter().map(of))
            }),
        ),
        (
            "E02",
            rules.e02.as_ref().map(|rule| {
                let of = |(event, most): (&gongsai::id::EventId, &u16)| {
                    let name = roster(language, regulations, &RosterOf::Event(event.clone()));
                    language.pick(format!("{name}每单位 {most} 个"), format!("{name}: {most} a unit"))
                };
                joined(language, rule.params.iter().map(of))
            }),
        ),
        ("E03", rules.e03.as_ref().map(|rule| later::partners(language, rule.params))),
        ("E04", rules.e04.as_ref().map(|rule| later::held_if(language, rule.params))),
        ("E05", rules.e05.as_ref().map(|rule| later::groups(language, regulations, &rule.params))),
        ("E06", rules.e06.as_ref().map(|rule| later::tier(language, &rule.params))),
        ("E07", rules.e07.as_ref().map(|rule| later::deadlines(language, &rule.params))),
    ];
    asked.into_iter().filter_map(|(id, asks)| Some((id, asks?, rules.clause(id).to_owned()))).collect()
}

fn joined(language: Lang, parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(language.pick("，", ", "))
}

/// How many people of a sport or event there may be.
fn sizes(language: Lang, regulations: &Regulations, sizes: &[RosterSize]) -> String {
    let size = |size: &RosterSize| {
        let of = roster(language, regulations, &size.of);
        language.pick(format!("{of} {}–{} 人", size.min, size.max), format!("{of} {}–{}", size.min, size.max))
    };
    joined(language, sizes.iter().map(size))
}

/// The sport or event that a rule is for.
fn roster(language: Lang, regulations: &Regulations, of: &RosterOf) -> String {
    match of {
        RosterOf::Sport(sport) => crate::wording::sport(language, *sport).to_string(),
        RosterOf::Event(id) => regulations.event(id).map_or_else(|| id.to_string(), |event| event.name.clone()),
    }
}

fn insurance(language: Lang, rule: &InsuranceRule) -> String {
    let months = rule.months;
    let gap = match rule.gap {
        GapOutcome::Review => language.pick("间断的由人工审查", "gaps are for review"),
        GapOutcome::Ineligible => language.pick("不得间断", "without a gap"),
    };
    let payer = match rule.payer {
        Payer::Any => "",
        Payer::Unit { .. } => language.pick("，由本单位缴纳", ", paid by the unit"),
    };
    language.pick(
        format!("近 12 个月参保满 {months} 个月，{gap}{payer}"),
        format!("Insured for {months} of the last 12 months, {gap}{payer}"),
    )
}

fn employment(language: Lang, kinds: &EmploymentKinds) -> String {
    let with: Vec<String> = kinds.with_evidence.iter().map(|(kind, paper)| format!("{kind}（{paper}）")).collect();
    let (allow, deny) =
        (kinds.allow.iter().chain(&with).cloned().collect::<Vec<_>>().join("、"), kinds.deny.join("、"));
    let retired = match kinds.retired.join("、") {
        none if none.is_empty() => none,
        kinds => language.pick(format!("；占退休限额：{kinds}"), format!("; in the quota of the retired: {kinds}")),
    };
    language.pick(
        format!("可以：{allow}{retired}；不可以：{deny}"),
        format!("May enter: {allow}{retired}; may not: {deny}"),
    )
}

fn league(language: Lang, rule: &LeagueRule) -> String {
    let leagues = rule.leagues.join("、");
    let (zh, en) = match rule.window {
        Window::Current => ("目前参加".to_owned(), "Now in".to_owned()),
        Window::Years(years) => (format!("近 {years} 年参加过"), format!("In the last {years} years in")),
        Window::Ever => ("参加过".to_owned(), "Ever in".to_owned()),
    };
    let (of_zh, of_en) = rule.sport.map_or((String::new(), String::new()), |sport| {
        (
            format!("{}：", crate::wording::sport(Lang::Zh, sport)),
            format!("{}: ", crate::wording::sport(Lang::En, sport)),
        )
    });
    language.pick(format!("{of_zh}{zh} {leagues} 的不得参赛"), format!("{of_en}{en} {leagues}: barred"))
}

fn grade(language: Lang, rule: GradeRule) -> String {
    let (zh, en) = match rule.least {
        Grade::Third => ("三级", "third"),
        Grade::Second => ("二级", "second"),
        Grade::First => ("一级", "first"),
        Grade::Master => ("健将", "master"),
        Grade::International => ("国际健将", "international master"),
    };
    let (then_zh, then_en) = match rule.outcome {
        PastOutcome::Ineligible => ("不得参赛", "barred"),
        PastOutcome::Limited => ("占限额", "counted in the quota"),
        PastOutcome::Review | PastOutcome::ViaR04 => ("由人工审查", "for review"),
    };
    let (within_zh, within_en) = rule.within_years.map_or((String::new(), String::new()), |years| {
        (format!("近 {years} 年"), format!(" in the last {years} years"))
    });
    language.pick(
        format!("本项目{within_zh}{zh}及以上运动员{then_zh}（业余等级除外）"),
        format!("Grade {en} or above in the sport{within_en}: {then_en} (amateur grades do not count)"),
    )
}

fn events(language: Lang, sport: Sport, limits: &EventLimits) -> String {
    let limit = |zh: &str, en: &str, most: Option<u16>| {
        most.map(|most| language.pick(format!("{zh} {most} 项"), format!("{most} {en}")))
    };
    let parts = [
        limit("团体", "team", limits.team),
        limit("单项", "individual", limits.individual),
        limit("共", "in all", limits.all),
    ];
    format!("{} {}", crate::wording::sport(language, sport), joined(language, parts.into_iter().flatten()))
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
        Level::College => language.pick("高校", "college"),
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
    let (young_zh, young_en) = rule.youth.map_or((String::new(), String::new()), |youth| {
        let (zh, en) = match youth.outcome {
            YouthOutcome::Ignore => ("不计", "do not count"),
            YouthOutcome::Review => ("由人工审查", "are for review"),
            YouthOutcome::Limited => ("占限额", "count in the quota"),
            YouthOutcome::Ineligible => ("也不得参赛", "are barred too"),
        };
        let age = youth.before_age;
        (format!("；{age} 岁前的注册{zh}"), format!("; registrations before the age of {age} {en}"))
    });
    language.pick(format!("{zh}者不得参赛；{past_zh}{young_zh}"), format!("{en}: barred; {past_en}{young_en}"))
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
