//! Reviewing 10,000 people against a register of 1,000,000 rows. `cargo bench -p gongsai-tests --bench eligibility`.

use std::time::Instant;

use gongsai::date::Date;
use gongsai::eligibility::{Athlete, Candidate, Register, review};
use gongsai::id::{EventId, PersonId, UnitId};
use gongsai::person::{Birth, DocumentNumber, Facts, History, Tri};
use gongsai::regulations::{Level, Sport};
use gongsai::sex::Sex;
use gongsai_tests::dice::Dice;
use gongsai_tests::{games, timing};

const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彬鹏浩凯波斌宇飞";

fn name(dice: &mut Dice) -> String {
    let one = |dice: &mut Dice, of: &str| {
        let all: Vec<char> = of.chars().collect();
        all[dice.below(u32::try_from(all.len()).expect("few")) as usize]
    };
    [one(dice, FAMILY), one(dice, GIVEN), one(dice, GIVEN)].iter().collect()
}

fn birth(dice: &mut Dice) -> Date {
    let number = |dice: &mut Dice, from: u32, to: u32| from + dice.below(to - from + 1);
    let (year, month, day) = (number(dice, 1966, 2007), number(dice, 1, 12), number(dice, 1, 28));
    Date::new(year as u16, month as u8, day as u8).expect("a day")
}

fn athlete(dice: &mut Dice) -> Athlete {
    Athlete {
        name: name(dice),
        sex: Some(if dice.once_in(2) { Sex::Male } else { Sex::Female }),
        birth: Birth::Day(birth(dice)),
        sport: "乒乓球".to_owned(),
        body: "某省体育局".to_owned(),
        level: Some(Level::Province),
        from: Some(2001),
        to: Some(2016),
        active: if dice.once_in(10) { Tri::Yes } else { Tri::No },
        ..Athlete::default()
    }
}

fn facts(dice: &mut Dice) -> Facts {
    let stem = format!("100101{}{:03}", birth(dice).to_string().replace('-', ""), dice.below(1000));
    let numbers = "0123456789X".chars().map(|check| DocumentNumber::new(format!("{stem}{check}").as_str()));
    Facts {
        document: numbers.into_iter().find(|number| number.check().is_ok()),
        employer: Some("太钢".to_owned()),
        employment: Some("合同制".to_owned()),
        since: Date::new(2015, 1, 1),
        insured_months: Some(12),
        member: Tri::Yes,
        student: Tri::No,
        history: History::Never,
        health: Date::new(2026, 9, 1),
        cover: Tri::Yes,
        consent: Tri::Yes,
        ..Facts::default()
    }
}

fn main() {
    let mut dice = Dice::new(11);
    let rows: Vec<Athlete> = (0..1_000_000).map(|_| athlete(&mut dice)).collect();
    let mut index = Vec::new();
    let mut register = Register::default();
    for _ in 0..3 {
        let rows = rows.clone();
        let start = Instant::now();
        register = Register::new(rows);
        index.push(start.elapsed());
    }
    timing::report("the index of 1,000,000 rows", &index);
    let regulations = games::regulations();
    let people: Vec<(String, Facts)> = (0..10_000).map(|_| (name(&mut dice), facts(&mut dice))).collect();
    let events = [EventId::new("TT_team").expect("an id")];
    let candidates: Vec<Candidate<'_>> = (1_u64..)
        .zip(&people)
        .map(|(n, (name, facts))| Candidate {
            person: PersonId(n),
            unit: UnitId(n / 10),
            sport: Sport::TableTennis,
            events: &events,
            name,
            facts,
        })
        .collect();
    let (times, found) = timing::timed(5, || review(&regulations, &register, &candidates));
    let doubtful = found.people.iter().filter(|person| !person.findings.is_empty()).count();
    timing::report(&format!("a review of 10,000 people, {doubtful} with findings"), &times);
}
