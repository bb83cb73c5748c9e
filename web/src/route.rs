//! The address of each page, after `#` so that the app needs no server. Read and written by hand: it is a few words.

use gongsai::id::{EventId, MeetId};
use yew::AttrValue;

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// All meets of this device.
    Home,
    /// Where anybody checks the receipt of a draw.
    CheckDraw,
    /// A step of a meet.
    Meet {
        /// The meet.
        meet: MeetId,
        /// The step.
        step: Step,
        /// The event, for steps that are done for each event by itself.
        event: Option<EventId>,
    },
}

/// A page of a meet: the steps of the pipeline, and those that accompany it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Regulations,
    Entries,
    Review,
    Draw,
    Groups,
    Bracket,
    Results,
    Lineups,
    Standings,
    Overall,
    Units,
    Notice,
    CheckIn,
    History,
    Devices,
}

impl Step {
    /// The steps of the pipeline, in its order.
    pub const PIPELINE: [Step; 9] = [
        Step::Regulations,
        Step::Entries,
        Step::Review,
        Step::Draw,
        Step::Groups,
        Step::Bracket,
        Step::Results,
        Step::Standings,
        Step::Overall,
    ];

    /// All pages of a meet.
    pub fn all() -> impl Iterator<Item = Step> {
        Step::PIPELINE.into_iter().chain([
            Step::Lineups,
            Step::Units,
            Step::Notice,
            Step::CheckIn,
            Step::History,
            Step::Devices,
        ])
    }

    /// Whether the step is done for each event by itself.
    #[must_use]
    pub fn is_of_event(self) -> bool {
        match self {
            Step::Regulations
            | Step::Entries
            | Step::Review
            | Step::Overall
            | Step::Units
            | Step::Notice
            | Step::CheckIn
            | Step::History
            | Step::Devices => false,
            Step::Draw | Step::Groups | Step::Bracket | Step::Results | Step::Lineups | Step::Standings => true,
        }
    }

    /// The step of the rail that a page belongs to.
    #[must_use]
    pub fn of_rail(self) -> Step {
        match self {
            Step::Units | Step::Notice | Step::CheckIn => Step::Review,
            Step::Lineups => Step::Results,
            own => own,
        }
    }

    /// The name in addresses and selectors.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Step::Regulations => "regulations",
            Step::Entries => "entries",
            Step::Review => "review",
            Step::Draw => "draw",
            Step::Groups => "groups",
            Step::Bracket => "bracket",
            Step::Results => "results",
            Step::Lineups => "lineups",
            Step::Standings => "standings",
            Step::Overall => "overall",
            Step::Units => "units",
            Step::Notice => "notice",
            Step::CheckIn => "check-in",
            Step::History => "history",
            Step::Devices => "devices",
        }
    }
}

impl Route {
    /// The page of a step of the meet as a whole.
    #[must_use]
    pub fn whole(meet: MeetId, step: Step) -> Route {
        Route::Meet { meet, step, event: None }
    }

    /// The page of a step; of one event where the step is of events.
    #[must_use]
    pub fn of(meet: MeetId, step: Step, event: &EventId) -> Route {
        Route::Meet { meet, step, event: step.is_of_event().then(|| event.clone()) }
    }

    /// The address, as links have it: `#/meet/0000000000000007/draw/TT_team`.
    #[must_use]
    pub fn address(&self) -> AttrValue {
        let address = match self {
            Route::Home => return AttrValue::Static("#/"),
            Route::CheckDraw => return AttrValue::Static("#/check-draw"),
            Route::Meet { meet, step, event: None } => format!("#/meet/{meet}/{}", step.name()),
            Route::Meet { meet, step, event: Some(event) } => format!("#/meet/{meet}/{}/{event}", step.name()),
        };
        address.into()
    }

    /// The page of an address; the home page where it is that of none.
    #[must_use]
    pub fn read(address: &str) -> Route {
        let words: Vec<&str> = address.trim_start_matches('#').trim_matches('/').split('/').collect();
        if words == ["check-draw"] {
            return Route::CheckDraw;
        }
        let ["meet", meet, step, event @ ..] = words.as_slice() else { return Route::Home };
        let step = Step::all().find(|known| known.name() == *step);
        let (Ok(meet), Some(step)) = (meet.parse(), step) else { return Route::Home };
        match (event, step.is_of_event()) {
            ([], false) => Route::whole(meet, step),
            ([event], true) => EventId::new(event).map_or(Route::Home, |event| Route::of(meet, step, &event)),
            _ => Route::Home,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_an_address_that_is_read_back() {
        let event = EventId::new("TT_team").expect("a plain name");
        for step in Step::all() {
            let route = Route::of(MeetId(7), step, &event);
            assert_eq!(Route::read(&route.address()), route);
        }
        for route in [Route::Home, Route::CheckDraw] {
            assert_eq!(Route::read(&route.address()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_the_home_page() {
        let meet = "#/meet/0000000000000007";
        for rest in ["", "/draw", "/draw/", "/draw/a b", "/entries/TT_team", "/nowhere"] {
            assert_eq!(Route::read(&format!("{meet}{rest}")), Route::Home, "{rest}");
        }
        for address in ["", "#", "#/meet/xyz/entries", "#/nowhere"] {
            assert_eq!(Route::read(address), Route::Home, "{address}");
        }
    }
}
