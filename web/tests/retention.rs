//! Private facts are gone from a device on the day that the regulations name, when the meet is opened.

use std::cell::RefCell;
use std::rc::Rc;

use gongsai::document::{journal, regulations_from_toml, vault};
use gongsai::id::{DeviceId, MeetId, PersonId};
use gongsai::meet::{Command, Journal, Timestamp};
use gongsai::person::Facts;
use gongsai::simulate::Simulation;
use gongsai_web::session::{LoadProblem, Opened, Session, Theme, World};
use gongsai_wording::Lang;

const REGULATIONS: &str = r#"
    id = "meet"
    title = "职工赛"
    reference_date = "2026-09-01"
    first_match = "2026-10-17"
    sports = ["TT"]
    [review]
    keep_days = 10
    [[event]]
    id = "MS"
    name = "乒乓球男子单打"
    sport = "TT"
    form = "男单"
    kind = "singles"
    sex = "M"
    format = { kind = "knockout" }
    draw = { rule = "ittf" }
    score = { target = 11, lead = 2, best_of = 5 }
"#;

/// A meet that is played to its end, in the first hours of 1970.
fn played() -> Journal {
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "retention");
    simulation.ask(Command::SetRegulations(regulations_from_toml(REGULATIONS).expect("values"))).expect("sound");
    simulation.enter_units(4).expect("entered");
    assert_eq!(simulation.play_all(), Vec::new());
    simulation.journal().clone()
}

/// The people whose facts are left when the meet is opened at a time, those erased from the store, and what is said.
fn opened(now: fn() -> Timestamp) -> (usize, usize, Vec<LoadProblem>) {
    let journal = played();
    let rows: Vec<String> = journal.records().iter().map(|stored| journal::encode(stored)).collect();
    let facts = Facts { phone: Some("13800000000".to_owned()), ..Facts::default() };
    let people: Vec<PersonId> = journal.meet().people().keys().copied().collect();
    let facts: Vec<(PersonId, String)> = people.iter().map(|person| (*person, vault::encode(&facts))).collect();
    let erased: Rc<RefCell<Vec<PersonId>>> = Rc::default();
    let world = {
        let erased = erased.clone();
        let save = Rc::new(move |batch: gongsai_web::session::Batch, saved: gongsai_web::session::OnSaved| {
            erased.borrow_mut().extend(batch.erased);
            saved(Ok(()));
        });
        World { now, save, ..World::still() }
    };
    let session = Session::new(world, DeviceId(9), Lang::Zh, Theme::Device);
    session.open(Opened::from_rows(MeetId(7), &rows, &facts, Vec::new()));
    let left = session.with_vault(std::collections::BTreeMap::len);
    let erased = erased.borrow().len();
    assert_eq!(left + erased, people.len());
    assert_eq!(session.with_journal(|journal| journal.records().len()), rows.len(), "the journal stays whole");
    (left, erased, session.problems().to_vec())
}

#[test]
fn facts_are_erased_from_the_day_on_and_not_before() {
    const DAY: i64 = 86_400_000;
    let (left, erased, told) = opened(|| Timestamp(10 * DAY - 1));
    assert!(left > 0 && erased == 0 && told.is_empty(), "{left} {erased} {told:?}");
    let (left, erased, told) = opened(|| Timestamp(10 * DAY));
    assert_eq!(left, 0);
    assert!(matches!(told.as_slice(), [LoadProblem::Expired(count, _)] if *count == erased), "{told:?}");
}
