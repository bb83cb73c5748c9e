//! One page a step of the pipeline. Pages know the session.

mod bracket;
mod draw;
mod entries;
mod event_head;
mod groups;
mod home;
mod regulations;
mod results;
mod review;
mod standings;

pub use bracket::BracketPage;
pub use draw::DrawPage;
pub use entries::EntriesPage;
pub use groups::GroupsPage;
pub use home::HomePage;
pub use regulations::RegulationsPage;
pub use results::ResultsPage;
pub use review::ReviewPage;
pub use standings::StandingsPage;

use gongsai::id::EventId;
use yew::Properties;

/// What a page of one event needs to know.
#[derive(Clone, PartialEq, Properties)]
pub struct EventProps {
    /// The event; the regulations hold it.
    pub event: EventId,
}
