//! Line-ups of teams out of three rubbers: a men's singles, a women's singles and a mixed doubles.

use gongsai::id::{EntryId, EventId, MatchId};
use gongsai::lineup::{Lineup, LineupCommitment, LineupOf};
use gongsai::meet::{Command, Meet};
use gongsai::sex::Sex;

/// The secret of every line-up here.
pub const SECRET: &str = "fedcba9876543210fedcba9876543210";

/// A line-up of a team; each number gives another one.
#[must_use]
pub fn lineup(meet: &Meet, entry: EntryId, number: usize) -> Lineup {
    let people = meet.entries().get(&entry).map(|entry| entry.people.clone()).unwrap_or_default();
    let of = |sex: Sex| people.iter().copied().filter(move |id| meet.people()[id].sex == Some(sex));
    let one = |sex: Sex| of(sex).cycle().nth(number).into_iter().collect::<Vec<_>>();
    let pair = [one(Sex::Male), one(Sex::Female)].concat();
    let places = [("MS", one(Sex::Male)), ("WS", one(Sex::Female)), ("XD", pair)];
    Lineup { places: places.into_iter().map(|(place, people)| (place.to_owned(), people)).collect() }
}

/// Hands a line-up in.
#[must_use]
pub fn commit(event: &EventId, id: MatchId, entry: EntryId, lineup: &Lineup) -> Command {
    let commitment = LineupCommitment::to(LineupOf { event, id, entry }, lineup, SECRET);
    Command::CommitLineup { event: event.clone(), id, entry, commitment }
}

/// Opens a line-up.
#[must_use]
pub fn open(event: &EventId, id: MatchId, entry: EntryId, lineup: Lineup) -> Command {
    Command::OpenLineup { event: event.clone(), id, entry, lineup, secret: SECRET.to_owned() }
}
