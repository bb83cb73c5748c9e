//! A person in the place of another, and what a sanction makes of results (eligibility §5.6, §5.7).

#![expect(clippy::unwrap_used, reason = "a test says no by panicking")]

use gongsai::admission::State;
use gongsai::bracket::DrawStage;
use gongsai::document::journal::preview;
use gongsai::entry::Entry;
use gongsai::id::{DeviceId, EntryId, EventId, MatchId, Part, PersonId};
use gongsai::meet::{
    Cause, Change, Command, NotSanctioned, NotSubstituted, Refused, Sanction, Substitution, Timestamp, Writer,
};
use gongsai::person::Person;
use gongsai::simulate::Simulation;
use gongsai_tests::desk::{Desk, TT, asked, provincial};

fn singles(desk: &Desk) -> (EventId, Entry) {
    let event = EventId::new("TT_MS").unwrap();
    let entry = desk.journal.meet().entries_of(&event).next().unwrap().clone();
    (event, entry)
}

fn replacement(desk: &Desk, entry: &Entry, cause: Cause) -> Substitution {
    let leaving = &desk.journal.meet().people()[&entry.people[0]];
    let person = Person { id: PersonId(9_999), name: "新来的".to_owned(), ..leaving.clone() };
    Substitution {
        entry: entry.id, out: leaving.id, person, cause, reason: "骨折，附诊断书".to_owned(), on: None
    }
}

fn drawn(desk: &mut Desk, event: &EventId) {
    let meet = desk.journal.meet();
    let drawn = meet.prepare_draw(event, DrawStage::First, "seed").unwrap().drawn;
    desk.say("王", Command::Draw(drawn));
}

#[test]
fn a_person_is_replaced_in_the_place_that_was_drawn() {
    let mut desk = provincial();
    let (event, entry) = singles(&desk);
    drawn(&mut desk, &event);
    let seats = |desk: &Desk| desk.journal.meet().event(&event).unwrap().drawn(DrawStage::First).cloned();
    let before = seats(&desk);
    let mut wish = replacement(&desk, &entry, Cause::Wish);
    let refused = asked(&mut desk.journal, "王", Command::Substitute(wish.clone()));
    assert_eq!(refused, Err(Refused::Substitution(NotSubstituted::Drawn)));
    wish.cause = Cause::Medical;
    let mut other = wish.clone();
    other.person.sex = None;
    let refused = asked(&mut desk.journal, "王", Command::Substitute(other));
    assert_eq!(refused, Err(Refused::Substitution(NotSubstituted::OtherSex)));
    desk.say("王", Command::Substitute(wish.clone()));
    let meet = desk.journal.meet();
    assert_eq!(seats(&desk), before, "nothing is drawn anew");
    assert_eq!(
        (meet.entries()[&entry.id].name.as_str(), &meet.entries()[&entry.id].people),
        ("新来的", &vec![PersonId(9_999)])
    );
    assert_eq!(desk.state((PersonId(9_999), TT)), State::Submitted, "who comes in is reviewed");
    // The other still stands in the team.
    assert_eq!(desk.state((entry.people[0], TT)), State::Open);
}

#[test]
fn who_has_played_is_not_replaced() {
    let mut desk = provincial();
    let (event, entry) = singles(&desk);
    let mut simulation = Simulation::new(desk.journal.clone(), "replaced");
    simulation.play_out(&event).unwrap();
    desk.journal = simulation.journal().clone();
    let command = Command::Substitute(replacement(&desk, &entry, Cause::Medical));
    let refused = asked(&mut desk.journal, "王", command);
    assert_eq!(refused, Err(Refused::Substitution(NotSubstituted::HasPlayed(entry.people[0]))));
}

#[test]
fn a_sanction_shows_the_ranking_before_and_after_and_happens_whole() {
    let mut desk = provincial();
    let event = EventId::new("TT_TEAM").unwrap();
    let event = desk
        .journal
        .meet()
        .regulations()
        .unwrap()
        .event(&event)
        .map_or_else(|| desk.journal.meet().regulations().unwrap().events[0].id.clone(), |found| found.id.clone());
    let mut simulation = Simulation::new(desk.journal.clone(), "sanction");
    simulation.play_out(&event).unwrap();
    desk.journal = simulation.journal().clone();
    let meet = desk.journal.meet();
    let bracket = meet.event(&event).unwrap().bracket();
    let first = bracket.group_ranking(1).unwrap()[0];
    let entry = meet.entries()[&first].clone();
    let in_group = |id: &MatchId| matches!(id.part, Part::Group(_));
    let matches: Vec<_> = meet.played_by(&entry, entry.people[0]).filter(in_group).collect();
    assert!(matches.len() > 1);
    let sanction = Sanction {
        event: event.clone(),
        entry: first,
        person: Some(entry.people[0]),
        matches,
        out: false,
        reason: "冒名顶替".to_owned(),
        banned: 1,
        cascade: true,
    };
    let mut none = Sanction { matches: vec![], person: None, banned: 0, ..sanction.clone() };
    let refused = asked(&mut desk.journal, "王", Command::Sanction(none.clone()));
    assert_eq!(refused, Err(Refused::Sanction(NotSanctioned::Nothing)));
    // A match that the entry did not play: nothing of the sanction happens.
    let foreign = bracket_match_without(&desk, &event, first);
    none.matches = [sanction.matches.clone(), vec![foreign]].concat();
    let before = desk.journal.meet().event(&event).unwrap().bracket().group_ranking(1);
    asked(&mut desk.journal, "王", Command::Sanction(none)).unwrap_err();
    assert_eq!(desk.journal.meet().event(&event).unwrap().bracket().group_ranking(1), before);

    let seen =
        preview(&desk.journal, &Writer::staff(DeviceId(3)), Timestamp(1), Command::Sanction(sanction.clone())).unwrap();
    let turns: Vec<_> =
        seen.changes.iter().filter(|change| matches!(change, Change::Ranking { group: 1, .. })).collect();
    desk.say("王", Command::Sanction(sanction.clone()));
    let after = desk.journal.meet().event(&event).unwrap().bracket().group_ranking(1).unwrap();
    assert_eq!(after.last(), Some(&first), "who lost everything is last");
    let [Change::Ranking { turn, .. }] = turns.as_slice() else { panic!("{turns:?}") };
    let name = |id| desk.journal.meet().entries()[&id].name.clone();
    assert_eq!(turn.after, Some(after.iter().map(|id| name(*id)).collect()));
    assert_eq!(turn.before, before.map(|order| order.into_iter().map(name).collect()));
    assert_eq!(desk.state((entry.people[0], TT)), State::Disqualified);
}

fn bracket_match_without(desk: &Desk, event: &EventId, entry: EntryId) -> MatchId {
    let bracket = desk.journal.meet().event(event).unwrap().bracket();
    let mut matches = bracket.matches().filter(|found| found.played.is_some());
    matches
        .find(|found| found.occupants.a.entry() != Some(entry) && found.occupants.b.entry() != Some(entry))
        .unwrap()
        .id
}
