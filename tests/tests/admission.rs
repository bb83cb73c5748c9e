//! From a review to the final list: two pairs of eyes, corrections, the public notice, challenges, check-in (eligibility §5).

use std::collections::BTreeSet;

use gongsai::admission::{Candidacy, Challenger, NotAdmitted, State, Step};
use gongsai::date::Date;
use gongsai::eligibility::{Decision, Verdict};
use gongsai::entry::Entry;
use gongsai::finding::Code;
use gongsai::id::{DeviceId, EventId, MeetId, RecordId, UnitId};
use gongsai::meet::{Command, Journal, Meet, Refused, Reviewed};
use gongsai::person::Person;
use gongsai::regulations::Value;
use gongsai::simulate::Simulation;
use gongsai_tests::desk::{TT, asked, day, desk, provincial};
use gongsai_tests::dice::Dice;
use gongsai_wording::{Lang, admission};

#[test]
fn a_word_counts_when_two_different_people_have_said_it() {
    let mut desk = provincial();
    let who = desk.doubtful;
    assert_eq!(desk.state(who), State::Open);
    desk.decide("王", who, Decision::Confirm).unwrap();
    assert_eq!(desk.state(who), State::Proposed);
    let again = desk.decide(" 王 ", who, Decision::Confirm);
    assert_eq!(again, Err(Refused::Admission(NotAdmitted::SameReviewer)));
    // Another word takes the place of the first.
    desk.decide("李", who, Decision::Reject).unwrap();
    assert_eq!(desk.state(who), State::Proposed);
    desk.decide("王", who, Decision::Reject).unwrap();
    assert_eq!(desk.state(who), State::Failed);
    for by in ["王", "李"] {
        desk.decide(by, who, Decision::Confirm).unwrap();
    }
    assert_eq!(desk.state(who), State::Passed);
    assert_eq!(desk.state(desk.barred), State::Failed);
}

#[test]
fn one_reviewer_is_enough_where_the_regulations_say_nothing() {
    let mut desk = desk(Value::map([]));
    desk.decide("", desk.doubtful, Decision::Confirm).unwrap();
    assert_eq!(desk.state(desk.doubtful), State::Passed);
    // Without a notice who passed may be checked in.
    desk.step(Step::CheckIn { who: desk.doubtful, on: day(9) }).unwrap();
    assert_eq!(desk.state(desk.doubtful), State::CheckedIn { on: day(9) });
}

#[test]
fn everyone_is_looked_at_where_the_regulations_ask_for_it() {
    let mut desk = desk(Value::map([("everyone", Value::Bool(true)), ("endorsed", Value::Bool(true))]));
    let who = desk.clean();
    assert_eq!(desk.state(who), State::Open);
    assert_eq!(desk.refused(Step::Pass { people: vec![who, desk.doubtful] }), NotAdmitted::Found(desk.doubtful));
    assert_eq!(desk.state(who), State::Open, "nobody is passed where one cannot be");
    desk.step(Step::Pass { people: vec![who] }).unwrap();
    assert_eq!(desk.state(who), State::Unendorsed);
    let unit = desk.journal.meet().people()[&who.0].unit;
    desk.step(Step::Endorse { unit, sport: TT }).unwrap();
    assert_eq!(desk.state(who), State::Passed);
}

#[test]
fn what_is_sent_back_has_a_day_and_a_corrected_form_leaves_the_others_as_they_were() {
    let mut desk = provincial();
    let (returned, other) = (desk.doubtful, desk.clean());
    desk.decide("王", returned, Decision::Return).unwrap();
    assert_eq!(desk.state(returned), State::Returned { until: Some(day(3)) });
    let correction = desk.journal.meet().reviews()[&returned].returned.clone().unwrap();
    assert_eq!(correction.reason, "看过原件");
    for by in ["王", "李"] {
        desk.decide(by, other, Decision::Reject).unwrap();
    }
    let meet = desk.journal.meet();
    let unit = meet.people()[&returned.0].unit;
    let people: Vec<Person> = meet.taken_in()[&(unit, TT)].iter().map(|id| meet.people()[id].clone()).collect();
    let is_tt = |entry: &&Entry| entry.unit == unit && entry.event.as_str().starts_with("TT");
    let entries = meet.entries().values().filter(is_tt).cloned().collect();
    let unchanged = people.iter().map(|person| person.id).filter(|id| *id != returned.0).collect();
    desk.say("王", Command::TakeIn { unit, sport: TT, people, entries, unchanged, officials: vec![] });
    assert_eq!(desk.state(returned), State::Submitted);
    assert_eq!(desk.state(other), State::Failed, "a decision on another person stands");
}

#[test]
fn nothing_is_posted_while_anybody_of_the_sport_is_undecided() {
    let mut desk = provincial();
    let passed = desk.clean();
    let early = Step::Publish { from: day(1), until: day(5), people: vec![passed] };
    assert_eq!(desk.refused(early), NotAdmitted::StillOpen(1));
    assert_eq!(desk.refused(desk.journal.meet().prepare_notice(day(1), day(5))), NotAdmitted::Nobody);
    for by in ["王", "李"] {
        desk.decide(by, desk.doubtful, Decision::Confirm).unwrap();
    }
    assert_eq!(desk.refused(desk.journal.meet().prepare_notice(day(1), day(4))), NotAdmitted::TooShort(5));
    let barred = Step::Publish { from: day(1), until: day(5), people: vec![desk.barred] };
    assert_eq!(desk.refused(barred), NotAdmitted::State(desk.barred, State::Failed));
    let notice = desk.journal.meet().prepare_notice(day(1), day(5));
    let Step::Publish { people, .. } = &notice else { panic!("a notice") };
    assert!(people.iter().all(|(_, sport)| *sport == TT), "the other sports are not reviewed yet");
    desk.step(notice).unwrap();
    assert_eq!(desk.state(passed), State::Published { notice: 1 });
    assert_eq!(desk.state(desk.barred), State::Failed);
}

#[test]
fn a_challenge_is_answered_and_decided_in_its_days() {
    let mut desk = provincial();
    desk.publish();
    let who = desk.clean();
    let with = |step: Step, change: fn(&mut Challenger, &mut u16, &mut Date)| match step {
        Step::Challenge { who, mut by, mut deposit, grounds, mut on } => {
            change(&mut by, &mut deposit, &mut on);
            Step::Challenge { who, by, deposit, grounds, on }
        }
        other => other,
    };
    let good = desk.challenge(who);
    let late = with(good.clone(), |_, _, on| *on = day(6));
    assert_eq!(desk.refused(late), NotAdmitted::OutsideNotice(day(1), day(5)));
    assert_eq!(desk.refused(with(good.clone(), |_, deposit, _| *deposit = 499)), NotAdmitted::Deposit(500));
    assert_eq!(desk.refused(with(good.clone(), |by, _, _| *by = Challenger::Unit(UnitId(1)))), NotAdmitted::OwnUnit);
    let other = with(good.clone(), |by, _, _| *by = Challenger::Other("路人".to_owned()));
    assert_eq!(desk.refused(other), NotAdmitted::UnitsOnly);
    let id = desk.step(good).unwrap();
    assert_eq!(desk.state(who), State::Challenged);
    let rule = |upheld, on| Step::Rule { challenge: id, upheld, reason: "查实".to_owned(), on };
    // The burden of proof is on the unit challenged; it has seven days, and its silence upholds the challenge.
    assert_eq!(desk.refused(rule(false, day(11))), NotAdmitted::MayAnswer(day(11)));
    assert_eq!(desk.refused(rule(false, day(12))), NotAdmitted::Unanswered);
    let answer = |on| Step::Answer { challenge: id, text: "有劳动合同".to_owned(), on };
    assert_eq!(desk.refused(answer(day(12))), NotAdmitted::TooLate(day(11)));
    assert_eq!(
        desk.refused(Step::Finalise { people: vec![who], on: day(6) }),
        NotAdmitted::State(who, State::Challenged)
    );
    desk.step(answer(day(10))).unwrap();
    assert_eq!(desk.refused(answer(day(10))), NotAdmitted::Closed(id));
    desk.step(rule(false, day(10))).unwrap();
    assert_eq!(desk.state(who), State::Published { notice: 1 });
    let second = desk.step(desk.challenge(who)).unwrap();
    let upheld = Step::Rule { challenge: second, upheld: true, reason: "逾期".to_owned(), on: day(12) };
    desk.step(upheld).unwrap();
    assert_eq!(desk.state(who), State::Failed);
    let event = desk.journal.meet().regulations().unwrap().event(&EventId::new("TT_MS").unwrap()).unwrap().clone();
    let meet = desk.journal.meet();
    assert!(meet.drawable(&event).all(|entry| !entry.people.contains(&who.0)));
}

#[test]
fn the_list_is_final_after_the_notice_and_changes_only_by_a_decision() {
    let mut desk = provincial();
    desk.publish();
    let who = desk.clean();
    assert_eq!(
        desk.refused(Step::CheckIn { who, on: day(9) }),
        NotAdmitted::State(who, State::Published { notice: 1 })
    );
    let early = Step::Finalise { people: vec![who], on: day(5) };
    assert_eq!(desk.refused(early), NotAdmitted::NoticeHangs(day(5)));
    desk.step(desk.journal.meet().prepare_final(day(6))).unwrap();
    assert_eq!(desk.state(who), State::Final);
    let rejected = desk.decide("王", who, Decision::Reject);
    assert_eq!(rejected, Err(Refused::Admission(NotAdmitted::State(who, State::Final))));
    // A review made again leaves a final list as it is.
    let found = Reviewed { person: who.0, sport: TT, verdict: Verdict::Ineligible, codes: vec![] };
    desk.say("王", Command::Review { people: vec![found], teams: vec![] });
    assert_eq!(desk.state(who), State::Final);
    desk.step(Step::CheckIn { who, on: day(9) }).unwrap();
    assert_eq!(desk.state(who), State::CheckedIn { on: day(9) });
    assert_eq!(desk.refused(Step::Reopen { who, reason: " ".to_owned() }), NotAdmitted::NoReason);
    desk.step(Step::Reopen { who, reason: "组委会决定".to_owned() }).unwrap();
    assert_eq!(desk.state(who), State::Open, "the review begins anew");
}

#[test]
fn private_facts_are_due_so_many_days_after_the_last_result() {
    let desk = desk(Value::map([("keep_days", Value::Int(10))]));
    let mut simulation = Simulation::new(desk.journal.clone(), "due");
    assert_eq!(simulation.journal().facts_due(), None, "nothing is played");
    let left = simulation.play_all();
    assert!(left.is_empty(), "{left:?}");
    let last = simulation.journal().records().last().unwrap().record.at.0;
    let due = Date::from_unix_day(last.div_euclid(86_400_000) + 10);
    assert_eq!(simulation.journal().facts_due(), due);
}

/// Random steps by four people on two devices: whatever is refused changes nothing, whoever is final was posted and
/// passed, and the records give one state in any order of arrival.
#[test]
fn whatever_people_do_the_guards_hold() {
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let mut desk = if seed % 2 == 0 { provincial() } else { desk(Value::map([("everyone", Value::Bool(true))])) };
        let people: Vec<Candidacy> =
            desk.journal.meet().candidacies().map(|(_, who)| who).filter(|(_, s)| *s == TT).take(12).collect();
        let rest: Vec<Candidacy> =
            desk.journal.meet().candidacies().map(|(_, who)| who).filter(|who| !people.contains(who)).collect();
        let mut challenges = vec![RecordId { device: DeviceId(9), n: 1 }];
        if seed % 2 == 1 {
            let passable: Vec<Candidacy> = rest.into_iter().filter(|who| who.1 == TT).collect();
            desk.step(Step::Pass { people: passable }).unwrap();
        }
        for _ in 0..150 {
            let who = people[dice.below(12) as usize];
            let on = day(1 + u8::try_from(dice.below(25)).unwrap());
            let by = ["王", "李", "", "赵"][dice.below(4) as usize];
            let challenge = challenges[dice.below(challenges.len() as u32) as usize];
            let before = desk.state(who);
            let decide =
                |decision| Command::Decide {
                    person: who.0, sport: TT, decision, reason: "。".to_owned(), until: None
                };
            let command = match dice.below(12) {
                0 | 1 => decide(Decision::Confirm),
                2 => decide(Decision::Waive(Code::P01Checksum)),
                3 if dice.once_in(3) => decide(Decision::Reject),
                4 if dice.once_in(3) => decide(Decision::Return),
                5 => Command::Admit(desk.journal.meet().prepare_notice(on, day(28))),
                6 => Command::Admit(Step::Publish { from: on, until: day(28), people: vec![who] }),
                7 => Command::Admit(desk.challenge(who)),
                8 => Command::Admit(Step::Answer { challenge, text: "。".to_owned(), on }),
                9 => Command::Admit(Step::Rule { challenge, upheld: dice.once_in(2), reason: "。".to_owned(), on }),
                10 => Command::Admit(Step::CheckIn { who, on }),
                _ => Command::Admit(if dice.once_in(4) {
                    Step::Reopen { who, reason: "。".to_owned() }
                } else {
                    desk.journal.meet().prepare_final(Date::new(2026, 11, 1).unwrap())
                }),
            };
            match asked(&mut desk.journal, by, command.clone()) {
                Ok(id) if matches!(command, Command::Admit(Step::Challenge { .. })) => challenges.push(id),
                Ok(_) => {}
                Err(_) => assert_eq!(desk.state(who), before, "what is refused changes nothing"),
            }
            for (_, who, state) in desk.journal.meet().admission_states() {
                let verdict = desk.journal.meet().reviews().get(&who).map(|review| review.effective());
                let posted = desk.journal.meet().admissions().notice_of(who);
                match state {
                    State::Final => assert!(posted.is_some() && verdict <= Some(Verdict::Limited)),
                    State::CheckedIn { .. } => assert!(verdict <= Some(Verdict::Limited)),
                    State::Published { .. } | State::Challenged => {
                        assert!(posted.unwrap().people.contains(&who) && verdict <= Some(Verdict::Limited));
                    }
                    _ => {}
                }
            }
        }
        let mut records: Vec<_> = desk.journal.stored().cloned().collect();
        let order = dice.order(records.len());
        let shuffled: Vec<_> = order.iter().map(|index| records[*index].clone()).collect();
        records.clear();
        let mut other = Journal::new(MeetId(7));
        other.absorb(shuffled);
        assert_eq!(other.meet().admissions(), desk.journal.meet().admissions(), "seed {seed}");
        let shown = other.snapshot().unwrap();
        let shown = Meet::shown(MeetId(7), shown.iter().map(|stored| &stored.record)).unwrap();
        assert_eq!(shown.admissions(), desk.journal.meet().admissions());
    }
}

#[test]
fn every_state_has_its_own_words() {
    let states = [
        State::Submitted,
        State::Open,
        State::Returned { until: None },
        State::Returned { until: Some(day(3)) },
        State::Proposed,
        State::Unendorsed,
        State::Passed,
        State::Failed,
        State::Published { notice: 1 },
        State::Challenged,
        State::Final,
        State::CheckedIn { on: day(9) },
        State::Withdrawn,
        State::Disqualified,
    ];
    for lang in [Lang::Zh, Lang::En] {
        let words: BTreeSet<String> = states.iter().map(|state| admission::state(lang, *state)).collect();
        assert_eq!(words.len(), states.len());
    }
}
