//! One page a step of the pipeline. Pages know the session.

mod bracket;
mod check_draw;
mod check_in;
mod devices;
mod draw;
mod entries;
mod event_head;
mod groups;
mod history;
mod home;
mod lineups;
mod notice;
mod overall;
mod regulations;
mod results;
mod review;
mod review_nav;
mod small_events;
mod standings;
mod units;

pub use bracket::BracketPage;
pub use check_draw::CheckDrawPage;
pub use check_in::CheckInPage;
pub use devices::DevicesPage;
pub use draw::DrawPage;
pub use entries::EntriesPage;
pub use groups::GroupsPage;
pub use history::HistoryPage;
pub use home::HomePage;
pub use lineups::LineupsPage;
pub use notice::NoticePage;
pub use overall::OverallPage;
pub use regulations::RegulationsPage;
pub use results::ResultsPage;
pub use review::ReviewPage;
pub use standings::StandingsPage;
pub use units::UnitsPage;

use gongsai::id::EventId;
use gongsai::meet::Refused;
use gongsai_wording::Lang;
use yew::{AttrValue, Properties};

use crate::session::Session;

/// What a page of one event needs to know.
#[derive(Clone, PartialEq, Properties)]
pub struct EventProps {
    /// The event; the regulations hold it.
    pub event: EventId,
}

/// What is shown of what was asked for: why it was refused, or nothing.
fn trouble<T>(session: &Session, outcome: Result<T, Refused>) -> AttrValue {
    outcome
        .err()
        .map(|why| gongsai_wording::refused::sentence(session.language(), None, &why).into())
        .unwrap_or_default()
}

/// Why something was refused in an event, in the words of its sport.
fn refused(session: &Session, language: Lang, event: &EventId, refused: &Refused) -> AttrValue {
    let sport = session.with_meet(|meet| {
        let event = meet.regulations().and_then(|regulations| regulations.event(event));
        event.map(|event| event.sport)
    });
    gongsai_wording::refused::sentence(language, sport, refused).into()
}
