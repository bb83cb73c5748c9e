//! What a form states of a person beside the common columns.

use gongsai::person::{Facts, Tri};
use gongsai_wording::Lang;

/// Labels and values of what is stated; nothing of what is not.
#[must_use]
pub fn stated(language: Lang, facts: &Facts) -> Vec<(&'static str, String)> {
    let say = |zh, en| language.pick(zh, en);
    let months: Vec<String> = facts
        .insurance
        .iter()
        .map(|(month, payer)| if payer.is_empty() { month.to_string() } else { format!("{month}（{payer}）") })
        .collect();
    let tier = match facts.lower_tier {
        Tri::Yes => say("是", "yes"),
        Tri::No => say("否", "no"),
        Tri::Unknown => "",
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let lines = [
        (say("参保月份", "Months insured"), months.join(" ")),
        (say("国籍", "Nationality"), text(&facts.nationality)),
        (say("证件类型", "Kind of document"), text(&facts.document_kind)),
        (say("户籍", "Registered in"), text(&facts.household)),
        (say("落户时间", "Registered since"), facts.household_since.map(|day| day.to_string()).unwrap_or_default()),
        (say("职级", "Rank"), text(&facts.rank)),
        (say("体育从业情况", "Work in sport"), facts.occupation.join(say("、", ", "))),
        (say("排名", "Ranking"), text(&facts.ranking)),
        (say("现属运动队", "Squad"), text(&facts.squad)),
        (say("经下一级选拔", "Through the lower tier"), tier.to_owned()),
    ];
    lines.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
