//! Which matches of an event are shown: all, those of a group, of a round, or of a court on a day.

use gongsai::date::Date;
use gongsai::id::{EventId, MatchId, Part};
use gongsai::meet::{EventState, Meet};
use gongsai::{order, publication};
use gongsai_wording::{Lang, history, publication as words};
use yew::AttrValue;

use crate::wording::Words as _;
use crate::wording::play::Play;

/// Which matches are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// All of them.
    All,
    /// Those of a group, from 1.
    Group(u16),
    /// Those of a round outside the groups.
    Round(Part, u16),
    /// Those of a court on a day.
    Court(Date, u16),
}

impl Scope {
    /// Whether a match is shown.
    pub(super) fn holds(self, state: &EventState, id: MatchId) -> bool {
        match self {
            Scope::All => true,
            Scope::Group(group) => id.part == Part::Group(group),
            Scope::Round(part, round) => id.part == part && id.round == round,
            Scope::Court(day, court) => state.slot(id).is_some_and(|slot| slot.day == day && slot.court == court),
        }
    }
}

/// The choices of an event with their names.
pub(super) fn scopes(meet: &Meet, event: &EventId, language: Lang) -> Vec<(Scope, AttrValue)> {
    let mut scopes = vec![(Scope::All, Play::All.say(language))];
    let Some(state) = meet.event(event) else { return scopes };
    let bracket = state.bracket();
    scopes.extend((1..=bracket.groups()).map(|group| (Scope::Group(group), words::group(language, group).into())));
    for tree in publication::trees(bracket) {
        let rounds = tree.columns.iter();
        scopes.extend(
            rounds.map(|column| (Scope::Round(column.part, column.round), words::title(language, column.title).into())),
        );
    }
    let slots = bracket.plan().matches.iter().filter_map(|planned| state.slot(planned.id));
    let courts = order::set(slots.map(|slot| (slot.day, slot.court)));
    let courts =
        courts.into_iter().map(|(day, court)| (Scope::Court(day, court), history::court(language, day, court).into()));
    scopes.extend(courts);
    scopes
}
