//! What the parameters of rules are called in the form, and what may be chosen for them.

use gongsai::regulations::{Class, Regulations, RosterOf, Sport};
use gongsai_wording::Lang;
use yew::AttrValue;

use super::later::class;
use super::{RulesText, roster};
use crate::wording::Words as _;

/// The parameters by name, or by rule and name where a name means different things: Chinese, English.
const PARAMS: &[(&str, &str, &str)] = &[
    ("clause", "条款", "Article"),
    ("scope", "范围", "Within"),
    ("min", "最小年龄", "Least age"),
    ("max", "最大年龄", "Greatest age"),
    ("method", "年龄算法", "Ages are"),
    ("boundary", "满岁从", "A year counts from"),
    ("women_in_men", "女子可报男子项目", "Women may enter men’s events"),
    ("as_of", "须在此日前入职", "Joined by"),
    ("P06.months", "在本单位满（月）", "Months in the unit"),
    ("P07.months", "近十二个月参保满（月）", "Months insured of twelve"),
    ("end", "参保截至月份", "Last month that counts"),
    ("gap", "参保间断的", "Gaps are"),
    ("payer", "由谁缴纳", "Paid by"),
    ("dispatched", "由他方缴纳的用工性质", "Kinds that another firm pays for"),
    ("P08.allow", "可以参赛的用工性质", "Kinds that may enter"),
    ("with_evidence", "须附材料的（性质=材料）", "Kinds with a paper (kind=paper)"),
    ("limited", "占退休限额的用工性质", "Kinds in the quota of the retired"),
    ("deny", "不得参赛的用工性质", "Kinds that may not enter"),
    ("required", "须是会员", "Members only"),
    ("areas", "户籍地", "Registered in"),
    ("household_months", "户籍满（月）", "Months registered there"),
    ("digits", "或证件号开头", "Or a number that begins with"),
    ("insured_months", "或参保满（月）", "Or months insured"),
    ("papers", "或有材料", "Or one of these papers"),
    ("P12.allow", "国籍（any 为不限）", "Nationalities (any: all)"),
    ("documents", "证件种类", "Kinds of document"),
    ("max_foreign_roster", "每队外籍最多", "Foreigners in a team at most"),
    ("kind", "须有", "Paper"),
    ("max_age_days", "开赛前几天内有效", "Days before the first match"),
    ("banned", "禁赛者（姓名/证件尾号/截止日）", "Banned (name/end of number/last day)"),
    ("min_rank", "最低职级", "Least rank"),
    ("ranks", "职级，由低到高", "Ranks, lowest first"),
    ("events", "限此职级的项目", "Events that ask for it"),
    ("sport_scope", "计哪些项目", "Sports that count"),
    ("min_level", "最低级别", "Least level"),
    ("window", "何时", "When"),
    ("years", "或近几年", "Or in the last years"),
    ("past_outcome", "已退役的", "Past ones are"),
    ("ignore_youth_before_age", "几岁前算少年注册", "Youth is before the age of"),
    ("youth_outcome", "只在少年注册过的", "Registered in youth only"),
    ("leagues", "联赛", "Leagues"),
    ("sport", "限报此项目", "Barred from"),
    ("service_in_unit_months", "在本单位满（月）", "Months in the unit"),
    ("retired_years", "或退役满（年）", "Or years since retiring"),
    ("then", "之后归类", "Then counted as"),
    ("age", "满几岁", "From the age of"),
    ("exempts", "免除", "Exempts from"),
    ("counts_in_quota", "仍占限额", "Still counted in the quota"),
    ("min_grade", "最低等级", "Least grade"),
    ("series", "等级系列", "Ladder"),
    ("within_years", "近几年取得", "Awarded in the last years"),
    ("outcome", "有等级的", "Holders are"),
    ("tags", "职业含有", "Occupations with"),
    ("max_events", "最多报几项（空为不得参赛）", "Events at most (empty: barred)"),
    ("same_sport", "只计本项目", "Only of the sport entered"),
    ("rank_max", "排名前几名", "Ranked up to"),
    ("body", "榜名含有", "List’s name holds"),
    ("squads", "队名含有", "Squad’s name holds"),
    ("T01.", "人数（最少-最多）", "Players (least-most)"),
    ("leader", "领队最多", "Leaders at most"),
    ("coach", "教练最多", "Coaches at most"),
    ("may_play", "官员可兼运动员", "Officials may play"),
    ("women", "女至少", "Women at least"),
    ("men", "男至少", "Men at least"),
    ("roster", "每队最多", "In a team at most"),
    ("up_to", "单位人数=队数", "Staff=teams"),
    ("above", "更大单位的队数", "Teams of a larger unit"),
    ("max_units", "联队最多几个单位", "Units at most"),
    ("below_staff", "或各单位少于（人）", "Or each with a staff below"),
    ("host_extra_teams", "可多报几队", "Teams more"),
    ("ex_pro_on_court", "退役运动员最多", "Former professionals at most"),
    ("foreign_on_court", "外籍最多", "Foreigners at most"),
    ("retired_on_court", "退休最多", "Retired at most"),
    ("leader_min", "领导干部至少", "Leaders at least"),
    ("women_min", "女至少", "Women at least"),
    ("men_min", "男至少", "Men at least"),
    ("bands", "年龄段=人数", "Ages=people"),
    ("older_stand_in", "年长可替年轻", "Older ones may stand in"),
    ("L03.", "每场名单（最少-最多）", "Named for a match"),
    ("L05.", "小组赛至少出场", "Appearances in the group"),
    ("L06.", "年龄之和至少", "Total age at least"),
    ("team", "团体最多", "Team events"),
    ("individual", "单项最多", "Individual events"),
    ("all", "共最多", "In all"),
    ("E02.", "每单位最多", "Entries of a unit"),
    ("same", "搭档须同", "Partners of one"),
    ("units", "至少几个单位", "Units at least"),
    ("entries", "或至少几个报名", "Or entries at least"),
    ("E05.", "限单位类别", "Categories of units"),
    ("names", "选拔名单", "Names on the list"),
    ("replacements", "可替换几人", "Others at most"),
    ("close", "报名截止日", "Last day of entry"),
    ("change_until", "更换截止日", "Changes until"),
    ("walkover_minutes", "迟到几分钟算弃权（项目=分钟）", "Minutes late that lose (sport=minutes)"),
    ("eyes", "须几人审查一致", "Reviewers who must agree"),
    ("everyone", "无问题的也逐人看", "Everyone is looked at"),
    ("endorsed", "代表团先核对名单", "Delegations check their lists"),
    ("correction_days", "补正天数", "Days to correct"),
    ("keep_numbers", "定案后仍留证件号", "Numbers of the final are kept"),
    ("keep_days", "赛后几天删除资料", "Days until facts are erased"),
    ("days", "公示天数", "Days posted"),
    ("deposit", "质疑押金（元）", "Deposit (yuan)"),
    ("respond_days", "答复天数", "Days to answer"),
    ("who", "谁可质疑", "Who may challenge"),
];

/// The names that may be chosen, or by parameter and name where one means different things.
const CHOICES: &[(&str, &str, &str)] = &[
    ("edition", "全会", "the whole meet"),
    ("sport", "每个运动项目", "each sport"),
    ("event", "每个小项", "each event"),
    ("full_years", "周岁", "full years"),
    ("birth_year", "按出生年", "by year of birth"),
    ("on_birthday", "生日当天", "the birthday"),
    ("day_after", "生日次日", "the day after"),
    ("review", "由人工审查", "for review"),
    ("ineligible", "不得参赛", "barred"),
    ("limited", "占限额", "in the quota"),
    ("via_R04", "按 R04", "by R04"),
    ("ignore", "不计", "not counted"),
    ("payer.any", "不限", "anybody"),
    ("payer.unit", "本单位", "the unit"),
    ("certificate", "体检证明", "a certificate"),
    ("declaration", "健康承诺", "a declaration"),
    ("sport_scope.any", "任何项目", "any"),
    ("sport_scope.same", "本项目", "the one entered"),
    ("nation", "国家级", "national"),
    ("province", "省级", "provincial"),
    ("city", "市级", "city"),
    ("league", "联赛", "league"),
    ("college", "高校", "college"),
    ("current", "目前", "now"),
    ("ever", "曾经", "ever"),
    ("ex_pro", "退役运动员", "former professional"),
    ("official", "官方等级", "official"),
    ("三级", "三级", "third"),
    ("二级", "二级", "second"),
    ("一级", "一级", "first"),
    ("健将", "健将", "master"),
    ("国际健将", "国际健将", "international master"),
    ("same.unit", "代表队", "unit"),
    ("same.employer", "工作单位", "employer"),
    ("units", "参赛单位", "units"),
    ("anyone", "任何人", "anyone"),
];

/// What a parameter of a rule is called; none where it is not of the catalogue.
#[must_use]
pub fn param_name(language: Lang, rule: &str, name: &str) -> Option<&'static str> {
    found(language, PARAMS, rule, name)
}

/// What a name is called that may be chosen for a parameter; none where it may not.
#[must_use]
pub fn choice_name(language: Lang, param: &str, choice: &str) -> Option<AttrValue> {
    let sport = Sport::CODES.iter().find(|(code, _)| *code == choice);
    let sport = sport.map(|(_, sport)| crate::wording::sport(language, *sport));
    sport.or_else(|| found(language, CHOICES, param, choice).map(AttrValue::Static))
}

/// What is meant where nothing is chosen.
#[must_use]
pub fn usual_name(language: Lang, param: &str, usual: &str) -> String {
    let usual = choice_name(language, param, usual).unwrap_or_else(|| RulesText::All.say(language));
    format!("{}{usual}", RulesText::Usual.say(language))
}

/// The sport, event or class that a field is for.
#[must_use]
pub fn key_name(language: Lang, regulations: &Regulations, key: &str) -> String {
    let sport = Sport::CODES.iter().find(|(code, _)| *code == key).map(|(_, sport)| *sport);
    let of = sport.map(RosterOf::Sport).or_else(|| gongsai::id::EventId::new(key).ok().map(RosterOf::Event));
    match (Class::ALL.iter().find(|class| class.name() == key), of) {
        (Some(known), _) => {
            let (zh, en) = class(*known);
            language.pick(zh, en).to_owned()
        }
        (None, Some(of)) => roster(language, regulations, &of),
        (None, None) => key.to_owned(),
    }
}

fn found(language: Lang, names: &[(&str, &'static str, &'static str)], of: &str, name: &str) -> Option<&'static str> {
    let full = format!("{of}.{name}");
    let found = |wanted: &str| names.iter().find(|(known, ..)| *known == wanted);
    found(&full).or_else(|| found(name)).map(|(_, zh, en)| language.pick(*zh, *en))
}

#[cfg(test)]
mod tests {
    use gongsai::regulations::{CATALOGUE, NOTICE, ParamKind, REVIEW};

    use super::*;

    /// Each parameter and each choice of the catalogue has a name in both languages, and no name is left over.
    #[test]
    fn every_parameter_and_every_choice_has_a_name() {
        let mut used = Vec::new();
        let mut check = |names: &'static [(&str, &str, &str)], of: &str, name: &str| {
            let full = format!("{of}.{name}");
            let place = |wanted: &str| names.iter().position(|(known, ..)| *known == wanted);
            let Some(at) = place(&full).or_else(|| place(name)) else { panic!("{full} has no name") };
            used.push(std::ptr::from_ref(&names[at]));
        };
        check(PARAMS, "", "clause");
        for rule in CATALOGUE.iter().chain([&REVIEW, &NOTICE]) {
            for param in rule.params {
                check(PARAMS, rule.id, param.name);
                if let ParamKind::OneOf(choices, _) = param.kind {
                    let named = |choice: &&&str| Sport::CODES.iter().all(|(code, _)| code != *choice);
                    choices.iter().filter(named).for_each(|choice| check(CHOICES, param.name, choice));
                }
            }
        }
        let left = PARAMS.iter().chain(CHOICES).filter(|name| !used.contains(&std::ptr::from_ref(*name)));
        assert_eq!(left.collect::<Vec<_>>(), Vec::<&(&str, &str, &str)>::new());
        let chinese = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        assert!(PARAMS.iter().chain(CHOICES).all(|(_, zh, en)| chinese(zh) && !chinese(en) && !en.is_empty()));
    }
}
