//! When two rows are one person.

use super::name;
use crate::person::{Birth, Facts};

/// Whether two rows of one unit are one person: the same name, and the same document number; where one has no
/// document number, the same full birth date. Never by name alone.
///
/// ```
/// use gongsai::entry::is_same_person;
/// use gongsai::person::{DocumentNumber, Facts};
/// let facts = |number: &str| Facts { document: Some(DocumentNumber::new(number)), ..Facts::default() };
/// let (a, b) = (facts("100101199001010013"), facts("100101900101001"));
/// assert!(is_same_person(("张三", &a), ("张　三", &b)), "15 digits and 18");
/// assert!(!is_same_person(("张三", &a), ("李四", &b)), "a number lent to another");
/// assert!(!is_same_person(("张三", &Facts::default()), ("张三", &Facts::default())));
/// ```
#[must_use]
pub fn is_same_person(a: (&str, &Facts), b: (&str, &Facts)) -> bool {
    if name::read(a.0) != name::read(b.0) {
        return false;
    }
    match (&a.1.document, &b.1.document) {
        (Some(a), Some(b)) => a == b,
        _ => match (a.1.birth_date(), b.1.birth_date()) {
            (Birth::Day(a), Birth::Day(b)) => a == b,
            _ => false,
        },
    }
}

/// Gives the first person what only the second row states, and names what the two state differently.
pub(super) fn join(first: &mut Facts, second: &Facts) -> Vec<&'static str> {
    let mut different = Vec::new();
    let mut take = |differs: bool, what: &'static str| {
        if differs {
            different.push(what);
        }
    };
    take(join_option(&mut first.document, second.document.as_ref()), "身份证号");
    take(join_default(&mut first.birth, &second.birth), "出生日期");
    take(join_option(&mut first.sex, second.sex.as_ref()), "性别");
    take(join_option(&mut first.employer, second.employer.as_ref()), "工作单位");
    take(join_option(&mut first.employment, second.employment.as_ref()), "用工性质");
    take(join_option(&mut first.since, second.since.as_ref()), "入职时间");
    take(join_option(&mut first.insured_months, second.insured_months.as_ref()), "参保月数");
    take(join_default(&mut first.insurance, &second.insurance), "参保月份");
    take(join_default(&mut first.member, &second.member), "工会会员");
    take(join_default(&mut first.student, &second.student), "在校学生");
    take(join_default(&mut first.history, &second.history), "专业经历");
    take(join_option(&mut first.grade, second.grade.as_ref()), "运动员等级");
    take(join_option(&mut first.health, second.health.as_ref()), "体检日期");
    take(join_default(&mut first.cover, &second.cover), "意外险");
    take(join_default(&mut first.consent, &second.consent), "承诺书");
    take(join_option(&mut first.nationality, second.nationality.as_ref()), "国籍");
    take(join_option(&mut first.document_kind, second.document_kind.as_ref()), "证件类型");
    take(join_option(&mut first.household, second.household.as_ref()), "户籍");
    take(join_option(&mut first.household_since, second.household_since.as_ref()), "落户时间");
    take(join_option(&mut first.rank, second.rank.as_ref()), "职级");
    take(join_option(&mut first.ranking, second.ranking.as_ref()), "排名");
    take(join_option(&mut first.squad, second.squad.as_ref()), "现属运动队");
    take(join_default(&mut first.lower_tier, &second.lower_tier), "选拔赛");
    take(join_option(&mut first.phone, second.phone.as_ref()), "电话");
    for paper in &second.papers {
        if !first.papers.contains(paper) {
            first.papers.push(paper.clone());
        }
    }
    for occupation in &second.occupation {
        if !first.occupation.contains(occupation) {
            first.occupation.push(occupation.clone());
        }
    }
    for other in &second.other {
        if !first.other.contains(other) {
            first.other.push(other.clone());
        }
    }
    different
}

fn join_option<T: Clone + PartialEq>(first: &mut Option<T>, second: Option<&T>) -> bool {
    match (first.as_ref(), second) {
        (_, None) => false,
        (None, Some(second)) => {
            *first = Some(second.clone());
            false
        }
        (Some(first), Some(second)) => first != second,
    }
}

fn join_default<T: Clone + Default + PartialEq>(first: &mut T, second: &T) -> bool {
    if *second == T::default() || first == second {
        return false;
    }
    if *first == T::default() {
        *first = second.clone();
        return false;
    }
    true
}
