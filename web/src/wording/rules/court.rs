//! The rules about who stands on court together, in words.

use std::collections::BTreeMap;

use gongsai::id::EventId;
use gongsai::regulations::{AgeBand, AgeMix, CourtRule, Regulations, RosterOf, Sport};
use gongsai_wording::Lang;

use super::later::class;
use super::{joined, roster};

/// What L01 asks.
pub(super) fn quotas(language: Lang, quotas: &BTreeMap<Sport, CourtRule>) -> String {
    let quota = |(sport, rule): (&Sport, &CourtRule)| {
        let most = rule.most.iter().map(|(of, most)| {
            let (zh, en) = class(*of);
            language.pick(format!("{zh}最多 {most} 人"), format!("at most {most} {en}"))
        });
        let least = [("领导干部", "leaders", rule.leaders), ("女", "women", rule.women), ("男", "men", rule.men)];
        let least = least
            .into_iter()
            .filter(|(_, _, least)| *least > 0)
            .map(|(zh, en, least)| language.pick(format!("{zh}至少 {least} 人"), format!("at least {least} {en}")));
        let sport = crate::wording::sport(language, *sport);
        let asked = joined(language, most.chain(least));
        language.pick(format!("{sport}场上{asked}"), format!("{sport}, on court: {asked}"))
    };
    quotas.iter().map(quota).collect::<Vec<_>>().join(language.pick("；", "; "))
}

/// What L02 asks.
pub(super) fn mixes(language: Lang, regulations: &Regulations, mixes: &BTreeMap<EventId, AgeMix>) -> String {
    let mix = |(event, mix): (&EventId, &AgeMix)| {
        let name = roster(language, regulations, &RosterOf::Event(event.clone()));
        let band = |AgeBand { from, to, people }: &AgeBand| {
            language.pick(format!("{from}–{to} 岁 {people} 人"), format!("{people} aged {from} to {to}"))
        };
        let older =
            if mix.older_stand_in { language.pick("，年长可替年轻", ", older ones may stand in") } else { "" };
        let bands = joined(language, mix.bands.iter().map(band));
        language.pick(format!("{name}场上{bands}{older}"), format!("{name}, on court: {bands}{older}"))
    };
    mixes.iter().map(mix).collect::<Vec<_>>().join(language.pick("；", "; "))
}

/// What L05 asks.
pub(super) fn appearances(language: Lang, regulations: &Regulations, least: &BTreeMap<EventId, u16>) -> String {
    let of = |(event, least): (&EventId, &u16)| {
        let name = roster(language, regulations, &RosterOf::Event(event.clone()));
        language.pick(
            format!("{name}小组赛出场 {least} 次以上才能参加后一阶段"),
            format!("{name}: {least} appearances in the group to play on"),
        )
    };
    joined(language, least.iter().map(of))
}

/// What L06 asks.
pub(super) fn totals(language: Lang, regulations: &Regulations, totals: &BTreeMap<EventId, u16>) -> String {
    let total = |(event, years): (&EventId, &u16)| {
        let name = roster(language, regulations, &RosterOf::Event(event.clone()));
        language
            .pick(format!("{name}场上年龄之和至少 {years} 岁"), format!("{name}: ages on court total {years} or more"))
    };
    joined(language, totals.iter().map(total))
}
