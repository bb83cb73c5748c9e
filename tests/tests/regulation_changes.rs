//! What can be changed of standing regulations: the format of an event until its draw is announced or made, and the rules
//! of eligibility.

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::bracket::DrawStage;
use gongsai::document::journal::{ask, decode};
use gongsai::document::{PRESETS, regulations_from_toml, rules_of, rules_to_toml};
use gongsai::draw::Commitment;
use gongsai::format;
use gongsai::id::{DeviceId, EventId, MeetId};
use gongsai::meet::{Command, Journal, Refused, Timestamp, Writer};
use gongsai::regulations::{DrawTable, FormatRule, RankingRules, Value};
use gongsai::simulate::Simulation;
use gongsai_tests::event::formats;
use gongsai_tests::games;

fn entered() -> (Journal, EventId) {
    let mut simulation = Simulation::new(Journal::new(MeetId(7)), "formats");
    simulation.ask(Command::SetRegulations(games::regulations().draft().clone())).unwrap();
    simulation.enter_units(8).unwrap();
    (simulation.journal().clone(), EventId::new("TT_MS").unwrap())
}

fn set(journal: &mut Journal, event: &EventId, format: Value) -> Result<(), Refused> {
    let ranking = RankingRules::named("ittf_3.7.5").map(|rules| rules.id.to_string());
    let command = Command::SetFormat { event: event.clone(), format, ranking };
    let asked = ask(journal, &Writer::staff(DeviceId(3)), Timestamp(1), command.clone())?;
    assert_eq!(decode(&asked.line).unwrap().record.command, command, "what is stored is read back the same");
    Ok(())
}

#[test]
fn every_format_can_be_chosen_after_the_entries_came_in_and_is_played_to_its_end() {
    for format in formats() {
        let (mut journal, event) = entered();
        let others = |journal: &Journal| journal.meet().regulations().unwrap().events.len();
        let before = others(&journal);
        assert_eq!(set(&mut journal, &event, format.value()), Ok(()), "{format:?}");
        assert_eq!(journal.meet().regulations().unwrap().event(&event).unwrap().format, format);
        assert_eq!(others(&journal), before);
        let entrants = u32::try_from(journal.meet().entries_of(&event).count()).unwrap();
        let mut simulation = Simulation::new(journal, "played");
        if let Err(why) = format::plan(&format, DrawTable::Ittf, entrants) {
            assert_eq!(simulation.play_out(&event), Err(Refused::Plan(why)));
            continue;
        }
        simulation.play_out(&event).unwrap();
        let state = simulation.journal().meet().event(&event).unwrap();
        assert!(state.bracket().matches().all(|found| found.over), "{format:?}");
    }
}

#[test]
fn a_format_stands_once_its_draw_is_announced_or_made() {
    let format = || FormatRule::DoubleElimination { finals: gongsai::regulations::Finals::One }.value();
    let (mut journal, event) = entered();
    let told = journal.meet().prepare_announcement(
        &event,
        DrawStage::First,
        Commitment::to("0123456789abcdef"),
        Vec::new(),
        "",
    );
    let writer = Writer::staff(DeviceId(3));
    let announcement = ask(&mut journal, &writer, Timestamp(1), Command::AnnounceDraw(told.unwrap())).unwrap();
    assert_eq!(set(&mut journal, &event, format()), Err(Refused::FormatAnnounced(event.clone())));
    let id = decode(&announcement.line).unwrap().record.id;
    ask(&mut journal, &writer, Timestamp(2), Command::Undo(id)).unwrap();
    assert_eq!(set(&mut journal, &event, format()), Ok(()));
    let drawn = journal.meet().prepare_draw(&event, DrawStage::First, "seed").unwrap().drawn;
    ask(&mut journal, &writer, Timestamp(3), Command::Draw(drawn)).unwrap();
    assert_eq!(set(&mut journal, &event, format()), Err(Refused::Drawn(event)));
}

#[test]
fn what_is_no_format_is_refused_with_its_place() {
    let (mut journal, event) = entered();
    let format = Value::map([("kind", Value::Text("groups".to_owned())), ("group_size", Value::Int(1))]);
    let Err(Refused::Defects(defects)) = set(&mut journal, &event, format) else { panic!("refused") };
    assert!(defects.iter().any(|defect| defect.path.ends_with(".format.group_size")), "{defects:?}");
    let nobody = EventId::new("none").unwrap();
    assert_eq!(set(&mut journal, &nobody, FormatRule::Stepladder.value()), Err(Refused::NoEvent(nobody.clone())));
}

#[test]
fn rules_are_replaced_whole_and_every_preset_can_be() {
    for (name, text) in PRESETS {
        let (mut journal, _) = entered();
        let Value::Map(fields) = regulations_from_toml(text).unwrap().0 else { panic!("a table") };
        let (rules, review) = (fields["rules"].clone(), fields.get("review").cloned());
        let command = Command::SetRules { rules: rules.clone(), review: review.clone() };
        let asked = ask(&mut journal, &Writer::staff(DeviceId(3)), Timestamp(1), command.clone()).unwrap();
        assert_eq!(decode(&asked.line).unwrap().record.command, command, "what is stored is read back the same");
        let regulations = journal.meet().regulations().unwrap();
        assert_eq!(regulations.rules.p06.is_some(), ["provincial", "company"].contains(&name), "{name}");
        assert_eq!(regulations.rules.r03.is_some(), name == "provincial", "{name}");
        assert_eq!(regulations.procedure.eyes, if name == "provincial" { 2 } else { 1 }, "{name}");
        let read = regulations_from_toml(&rules_to_toml(&rules, review.as_ref())).unwrap();
        assert_eq!(rules_of(&read), Some((rules, review)), "{name}");
    }
    let (mut journal, _) = entered();
    let rules = Value::map([("P03", Value::map([("min", Value::Text("old".to_owned()))]))]);
    let wrong = Command::SetRules { rules, review: None };
    let refused = ask(&mut journal, &Writer::staff(DeviceId(3)), Timestamp(1), wrong).unwrap_err();
    let Refused::Defects(defects) = refused else { panic!("defects") };
    assert_eq!(defects[0].path, "rules.P03.min");
}
