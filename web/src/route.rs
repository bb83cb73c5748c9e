//! Addresses: one a page, after the `#`.

use gongsai::id::{EventId, MeetId};
use yew::AttrValue;
use yew_router::Routable;

/// The address of a page.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// All meets of this device.
    #[at("/")]
    Home,
    /// A step of the meet as a whole.
    #[at("/meet/:meet/regulations")]
    Regulations { meet: MeetId },
    #[at("/meet/:meet/entries")]
    Entries { meet: MeetId },
    #[at("/meet/:meet/review")]
    Review { meet: MeetId },
    /// A step of one event.
    #[at("/meet/:meet/draw/:event")]
    Draw { meet: MeetId, event: AttrValue },
    #[at("/meet/:meet/groups/:event")]
    Groups { meet: MeetId, event: AttrValue },
    #[at("/meet/:meet/bracket/:event")]
    Bracket { meet: MeetId, event: AttrValue },
    #[at("/meet/:meet/results/:event")]
    Results { meet: MeetId, event: AttrValue },
    #[at("/meet/:meet/standings/:event")]
    Standings { meet: MeetId, event: AttrValue },
    /// Anything else shows the home page.
    #[not_found]
    #[at("/404")]
    Unknown,
}

/// A step of the pipeline that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Regulations,
    Entries,
    Review,
    Draw,
    Groups,
    Bracket,
    Results,
    Standings,
}

impl Step {
    /// All steps, in the order of the pipeline.
    pub const ALL: [Step; 8] = [
        Step::Regulations,
        Step::Entries,
        Step::Review,
        Step::Draw,
        Step::Groups,
        Step::Bracket,
        Step::Results,
        Step::Standings,
    ];

    /// Whether the step is done for each event by itself.
    #[must_use]
    pub fn is_of_event(self) -> bool {
        match self {
            Step::Regulations | Step::Entries | Step::Review => false,
            Step::Draw | Step::Groups | Step::Bracket | Step::Results | Step::Standings => true,
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
            Step::Standings => "standings",
        }
    }
}

impl Route {
    /// The page of a step; of one event where the step is of events.
    #[must_use]
    pub fn of(meet: MeetId, step: Step, event: &EventId) -> Route {
        let event = AttrValue::from(event.as_str().to_owned());
        match step {
            Step::Regulations => Route::Regulations { meet },
            Step::Entries => Route::Entries { meet },
            Step::Review => Route::Review { meet },
            Step::Draw => Route::Draw { meet, event },
            Step::Groups => Route::Groups { meet, event },
            Step::Bracket => Route::Bracket { meet, event },
            Step::Results => Route::Results { meet, event },
            Step::Standings => Route::Standings { meet, event },
        }
    }

    /// The meet, where the page is of one.
    #[must_use]
    pub fn meet(&self) -> Option<MeetId> {
        match self {
            Route::Home | Route::Unknown => None,
            Route::Regulations { meet }
            | Route::Entries { meet }
            | Route::Review { meet }
            | Route::Draw { meet, .. }
            | Route::Groups { meet, .. }
            | Route::Bracket { meet, .. }
            | Route::Results { meet, .. }
            | Route::Standings { meet, .. } => Some(*meet),
        }
    }

    /// The step, where the page is of one.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Route::Home | Route::Unknown => None,
            Route::Regulations { .. } => Some(Step::Regulations),
            Route::Entries { .. } => Some(Step::Entries),
            Route::Review { .. } => Some(Step::Review),
            Route::Draw { .. } => Some(Step::Draw),
            Route::Groups { .. } => Some(Step::Groups),
            Route::Bracket { .. } => Some(Step::Bracket),
            Route::Results { .. } => Some(Step::Results),
            Route::Standings { .. } => Some(Step::Standings),
        }
    }

    /// The event, where the page is of one.
    #[must_use]
    pub fn event(&self) -> Option<EventId> {
        match self {
            Route::Draw { event, .. }
            | Route::Groups { event, .. }
            | Route::Bracket { event, .. }
            | Route::Results { event, .. }
            | Route::Standings { event, .. } => EventId::new(event).ok(),
            Route::Home | Route::Unknown | Route::Regulations { .. } | Route::Entries { .. } | Route::Review { .. } => {
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_an_address_that_is_read_back() {
        let event = EventId::new("TT_team").expect("a plain name");
        for step in Step::ALL {
            let route = Route::of(MeetId(7), step, &event);
            let read = Route::recognize(&route.to_path()).expect("a known address");
            assert_eq!(read, route);
            assert_eq!((read.meet(), read.step()), (Some(MeetId(7)), Some(step)));
            assert_eq!(read.event(), step.is_of_event().then(|| event.clone()));
        }
    }

    #[test]
    fn an_unknown_address_is_no_page_of_a_meet() {
        for path in ["/meet/xyz/entries", "/nowhere", "/meet/0000000000000007"] {
            assert_eq!(Route::recognize(path), Some(Route::Unknown), "{path}");
        }
    }
}
