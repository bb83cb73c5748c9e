//! The rules about where people belong, stand and work, and quotas of classes, in words.

use std::collections::BTreeMap;

use gongsai::id::EventId;
use gongsai::regulations::{
    Ban, Class, ClassQuota, Deadlines, HeldIf, JointRule, NationalityRule, OfficialsRule, PartnersOf, RankRule,
    RankingRule, RegionRule, Regulations, SpecialistRule, TeamsRule, TierRule,
};
use gongsai_wording::Lang;

use super::joined;

/// What P11 asks.
pub(super) fn region(language: Lang, rule: &RegionRule) -> String {
    let areas = rule.areas.join("、");
    let household = (!rule.areas.is_empty()).then(|| match rule.household_months {
        None => language.pick(format!("户籍在{areas}"), format!("registered in {areas}")),
        Some(months) => language
            .pick(format!("户籍在{areas}满 {months} 个月"), format!("registered in {areas} for {months} months")),
    });
    let digits = rule.digits.join("、");
    let number = (!digits.is_empty())
        .then(|| language.pick(format!("证件号以 {digits} 开头"), format!("a number that begins with {digits}")));
    let insured = rule
        .insured_months
        .map(|months| language.pick(format!("参保满 {months} 个月"), format!("insured for {months} months")));
    let papers = (!rule.papers.is_empty()).then(|| rule.papers.join("、"));
    let ties: Vec<String> = [household, number, insured, papers].into_iter().flatten().collect();
    let ties = ties.join(language.pick("，或", ", or "));
    language.pick(format!("须有其一：{ties}"), format!("One of: {ties}"))
}

/// What P12 asks.
pub(super) fn nationality(language: Lang, rule: &NationalityRule) -> String {
    let allow = rule.allow.as_ref().map(|names| {
        let names = names.join("、");
        language.pick(format!("限{names}国籍"), format!("Nationality: {names}"))
    });
    let documents = (!rule.documents.is_empty()).then(|| {
        let kinds = rule.documents.join("、");
        language.pick(format!("证件须为{kinds}"), format!("documents: {kinds}"))
    });
    let foreign = rule
        .max_foreign
        .map(|most| language.pick(format!("每队外籍最多 {most} 人"), format!("at most {most} foreigners in a team")));
    let parts: Vec<String> = [allow, documents, foreign].into_iter().flatten().collect();
    if parts.is_empty() {
        return language.pick("国籍不限", "Any nationality").to_owned();
    }
    joined(language, parts.into_iter())
}

/// What P16 asks.
pub(super) fn bans(language: Lang, bans: &[Ban]) -> String {
    let names: Vec<&str> = bans.iter().map(|ban| ban.name.as_str()).collect();
    let names = names.join("、");
    match bans {
        [] => language.pick("名册中禁赛的不得参赛", "Nobody whom the register bans").to_owned(),
        _ => language.pick(
            format!("名册中禁赛的和以下人员不得参赛：{names}"),
            format!("Nobody whom the register bans, nor: {names}"),
        ),
    }
}

/// What P17 asks.
pub(super) fn rank(language: Lang, regulations: &Regulations, rule: &RankRule) -> String {
    let least = rule.ranks.get(rule.least).map(String::as_str).unwrap_or_default();
    if rule.events.is_empty() {
        return language.pick(format!("{least}以上按领导干部计"), format!("{least} or above counts as a leader"));
    }
    let name = |id| regulations.event(id).map_or_else(|| id.to_string(), |event| event.name.clone());
    let events = rule.events.iter().map(name).collect::<Vec<_>>().join("、");
    language.pick(format!("{events}限{least}以上"), format!("{events}: {least} or above"))
}

/// What R07 asks.
pub(super) fn specialists(language: Lang, rule: &SpecialistRule) -> String {
    let tags = rule.tags.join("、");
    let of_sport = if rule.same_sport { language.pick("本项目的", " of the sport entered") } else { "" };
    match rule.max_events {
        None => language.pick(format!("{of_sport}{tags}不得参赛"), format!("Barred: {tags}{of_sport}")),
        Some(most) => language
            .pick(format!("{of_sport}{tags}最多报 {most} 项"), format!("{tags}{of_sport}: at most {most} events")),
    }
}

/// What R08 asks.
pub(super) fn ranking(language: Lang, rule: &RankingRule) -> String {
    let body = rule.body.clone().unwrap_or_default();
    let last = rule.rank_max;
    language.pick(
        format!("{body}排名前 {last} 的不得参赛"),
        format!("Nobody among the first {last} of the ranking list {body}").trim_end().to_owned(),
    )
}

/// What R09 asks.
pub(super) fn squads(language: Lang, squads: &[String]) -> String {
    let squads = squads.join("、");
    language.pick(format!("现属高校队和{squads}的不得参赛"), format!("Nobody in a college team or: {squads}"))
}

/// What T04 asks.
pub(super) fn quotas(language: Lang, quotas: &ClassQuota) -> String {
    let quota = |(class, most): (&Class, &u16)| {
        let (zh, en) = self::class(*class);
        language.pick(format!("每队{zh}最多 {most} 人"), format!("at most {most} {en} in a team"))
    };
    joined(language, quotas.iter().map(quota))
}

/// Those of a class.
pub(super) fn class(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::ExPro => ("退役运动员", "former professionals"),
        Class::Foreign => ("外籍人员", "foreigners"),
        Class::Retired => ("退休人员", "of the retired"),
        Class::Leader => ("领导干部", "leaders"),
    }
}

/// What T02 asks.
pub(super) fn officials(language: Lang, rule: OfficialsRule) -> String {
    let most = |zh: &str, en: &str, most: Option<u16>| {
        most.map(|most| language.pick(format!("{zh}最多 {most} 人"), format!("at most {most} {en}")))
    };
    let plays = if rule.may_play {
        language.pick("官员可兼运动员", "officials may play")
    } else {
        language.pick("官员不得兼运动员", "officials may not play")
    };
    let parts = [most("领队", "leaders", rule.leaders), most("教练", "coaches", rule.coaches), Some(plays.to_owned())];
    joined(language, parts.into_iter().flatten())
}

/// What T05 asks.
pub(super) fn teams(language: Lang, rule: &TeamsRule) -> String {
    let step = |(staff, teams): &(u16, u16)| {
        language.pick(format!("{staff} 人以下 {teams} 队"), format!("{teams} up to a staff of {staff}"))
    };
    let above = language.pick(format!("以上 {} 队", rule.above), format!("{} above", rule.above));
    joined(language, rule.up_to.iter().map(step).chain([above]))
}

/// What T06 asks.
pub(super) fn joint(language: Lang, rule: JointRule) -> String {
    let units = rule
        .max_units
        .map(|most| language.pick(format!("联队最多 {most} 个单位"), format!("a joint team of at most {most} units")));
    let staff = rule
        .below_staff
        .map(|below| language.pick(format!("各少于 {below} 人"), format!("each with a staff below {below}")));
    joined(language, units.into_iter().chain(staff))
}

/// What E03 asks.
pub(super) fn partners(language: Lang, same: PartnersOf) -> String {
    match same {
        PartnersOf::Unit => language.pick("双打搭档须同一代表队", "Partners of one unit"),
        PartnersOf::Employer => language.pick("双打搭档须同一工作单位", "Partners of one employer"),
    }
    .to_owned()
}

/// What E04 asks.
pub(in crate::wording) fn held_if(language: Lang, rule: HeldIf) -> String {
    let HeldIf { units, entries } = rule;
    let units =
        (units > 0).then(|| language.pick(format!("{units} 个单位以上开赛"), format!("held with {units} units")));
    let entries = (entries > 0)
        .then(|| language.pick(format!("{entries} 个报名以上开赛"), format!("held with {entries} entries")));
    joined(language, units.into_iter().chain(entries))
}

/// What E07 asks.
pub(super) fn deadlines(language: Lang, rule: &Deadlines) -> String {
    let day = |day| crate::wording::date(language, day);
    let close = day(rule.close);
    let close = language.pick(format!("{close} 截止报名"), format!("Entries close on {close}"));
    let change = rule.change_until.map(|last| {
        let last = day(last);
        language.pick(format!("{last} 后不再更改"), format!("no changes after {last}"))
    });
    let minutes = rule.walkover_minutes.iter().map(|(sport, minutes)| {
        let sport = crate::wording::sport(language, *sport);
        language
            .pick(format!("{sport}迟到 {minutes} 分钟按弃权"), format!("{sport}: {minutes} minutes late is a walkover"))
    });
    joined(language, std::iter::once(close).chain(change).chain(minutes))
}

/// What E05 asks.
pub(super) fn groups(language: Lang, regulations: &Regulations, groups: &BTreeMap<EventId, Vec<String>>) -> String {
    let group = |(event, categories): (&EventId, &Vec<String>)| {
        let name = regulations.event(event).map_or_else(|| event.to_string(), |event| event.name.clone());
        let categories = categories.join("、");
        language.pick(format!("{name}限{categories}"), format!("{name}: {categories}"))
    };
    joined(language, groups.iter().map(group))
}

/// What E06 asks.
pub(super) fn tier(language: Lang, rule: &TierRule) -> String {
    match rule.replacements {
        0 => language.pick("须经下一级选拔", "Came through the lower tier").to_owned(),
        most => language
            .pick(format!("须经下一级选拔，可替换 {most} 人"), format!("Came through the lower tier, but for {most}")),
    }
}
