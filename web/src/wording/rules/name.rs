//! What each rule of eligibility is called.

use gongsai_wording::Lang;
use yew::AttrValue;

/// The name of a rule of the catalogue.
#[must_use]
pub fn rule_name(language: Lang, id: &str) -> AttrValue {
    let (zh, en) = match id {
        "R" => ("专业经历申报", "Declaration of a professional past"),
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
        "L01" => ("场上限额", "Quotas on court"),
        "L02" => ("场上年龄", "Ages on court"),
        "L06" => ("年龄之和", "Total age on court"),
        "L05" => ("出场次数", "Appearances"),
        "L03" => ("上场名单", "Match lists"),
        "L04" => ("每人场数", "Appearances in a tie"),
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
