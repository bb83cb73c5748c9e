//! Which matches of an event are shown: all, those of a group, or those of a round.

use gongsai::id::{EventId, MatchId, Part};
use gongsai::meet::Meet;
use gongsai::publication;
use gongsai_wording::{Lang, publication as words};
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
}

impl Scope {
    /// Whether a match is shown.
    pub(super) fn holds(self, id: MatchId) -> bool {
        match self {
            Scope::All => true,
            Scope::Group(group) => id.part == Part::Group(group),
            Scope::Round(part, round) => id.part == part && id.round == round,
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
            rounds.map(|column| (Scope::Round(tree.part, column.round), words::title(language, column.title).into())),
        );
    }
    scopes
}
