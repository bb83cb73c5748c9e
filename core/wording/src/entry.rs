//! The columns of entry forms, and what a form that comes again changes.

use gongsai::entry::Column;
use gongsai::meet::{Field, Reimport};

use crate::Lang;

/// What a column is called.
///
/// ```
/// use gongsai::entry::Column;
/// use gongsai_wording::{Lang, entry::column};
/// assert_eq!(column(Lang::Zh, Column::Employer), "工作单位");
/// assert_eq!(column(Lang::En, Column::Employer), "employer");
/// ```
#[must_use]
pub fn column(lang: Lang, column: Column) -> &'static str {
    let english = match column {
        Column::Sequence => "number",
        Column::Name => "name",
        Column::Sex => "sex",
        Column::Birth => "birth date",
        Column::Age => "age",
        Column::DocumentKind => "kind of document",
        Column::Document => "document number",
        Column::Delegation => "delegation",
        Column::Employer => "employer",
        Column::Employment => "kind of employment",
        Column::Since => "day of joining",
        Column::Post => "post",
        Column::InsuredMonths => "months insured",
        Column::Insurance => "months insured, one by one",
        Column::Payer => "who pays the insurance",
        Column::UnionNumber => "union number",
        Column::Role => "role in the team",
        Column::Events => "events",
        Column::Partner => "partner",
        Column::Jersey => "shirt number",
        Column::Captain => "captain",
        Column::LastPlace => "last place",
        Column::Grade => "grade",
        Column::History => "professional past",
        Column::Member => "union member",
        Column::Student => "student",
        Column::Health => "health certificate",
        Column::Cover => "insurance",
        Column::Consent => "consent",
        Column::Papers => "papers",
        Column::Nationality => "nationality",
        Column::Household => "registered residence",
        Column::HouseholdSince => "resident since",
        Column::Rank => "rank",
        Column::Occupation => "work in sport",
        Column::Ranking => "ranking now",
        Column::Squad => "team now",
        Column::LowerTier => "selection played",
        Column::Phone => "telephone",
        Column::Size => "size",
        Column::Diet => "diet",
        Column::Lodging => "lodging",
        Column::Photo => "photograph",
        Column::Remark => "remark",
    };
    match lang {
        Lang::Zh => column.heading(),
        Lang::En => english,
    }
}

/// What a form that comes again changes: who, and of what is different the columns alone.
///
/// ```
/// use gongsai::entry::Column;
/// use gongsai::meet::{Field, Reimport};
/// use gongsai_wording::{Lang, entry::reimport};
/// let changed = vec![("张三".to_owned(), vec![Field::Column(Column::Document), Field::Other("尺码".to_owned())])];
/// let what = Reimport { added: vec!["李四".to_owned()], removed: Vec::new(), changed, kept: 9 };
/// assert_eq!(reimport(Lang::Zh, &what), "替换原来的表：新增 1 人（李四）；更正 1 人（张三：身份证号、尺码）；9 人不变");
/// let en = "Replaces the form before: 1 new (李四); 1 changed (张三: document number, 尺码); 9 stay";
/// assert_eq!(reimport(Lang::En, &what), en);
/// ```
#[must_use]
pub fn reimport(lang: Lang, what: &Reimport) -> String {
    let field = |field: &Field| match field {
        Field::Column(of) => column(lang, *of).to_owned(),
        Field::Other(heading) => heading.clone(),
    };
    let comma = lang.pick("、", ", ");
    let changed = what.changed.iter().map(|(name, fields)| {
        let fields: Vec<String> = fields.iter().map(field).collect();
        format!("{name}{}{}", lang.pick("：", ": "), fields.join(comma))
    });
    let changed: Vec<String> = changed.collect();
    let lists = [
        (&what.added, comma, "新增", "new"),
        (&what.removed, comma, "减少", "gone"),
        (&changed, lang.pick("；", "; "), "更正", "changed"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (names, between, zh, en) in lists.into_iter().filter(|(names, ..)| !names.is_empty()) {
        let (count, names) = (names.len(), names.join(between));
        parts.push(lang.pick(format!("{zh} {count} 人（{names}）"), format!("{count} {en} ({names})")));
    }
    let kept = what.kept;
    parts.push(lang.pick(format!("{kept} 人不变"), format!("{kept} stay")));
    let parts = parts.join(lang.pick("；", "; "));
    lang.pick(format!("替换原来的表：{parts}"), format!("Replaces the form before: {parts}"))
}
