//! The state of a meet as JSON for other programs: public data only.

use serde_json::{Value as Json, json};

use crate::bracket::{Bracket, DrawStage, MatchView, Occupant};
use crate::eligibility::Verdict;
use crate::id::{EntryId, EventId, Part};
use crate::meet::{EventState, Meet};
use crate::regulations::Event;
use crate::score;
use crate::side::Side;

/// The state of a meet, or of one of its events: units and entries by number, reviews by verdict, and for each event
/// its groups with ranks, its matches with results, and its places.
#[must_use]
pub fn meet(meet: &Meet, only: Option<&EventId>) -> String {
    let regulations = meet.regulations();
    let events = regulations.iter().flat_map(|regulations| &regulations.events);
    let events = events.filter(|event| only.is_none_or(|only| event.id == *only));
    let verdicts = |verdict: Verdict| meet.reviews().values().filter(|review| review.effective() == verdict).count();
    json!({
        "meet": meet.id().to_string(),
        "title": regulations.map(|regulations| regulations.title.clone()),
        "units": meet.units().len(),
        "people": meet.people().len(),
        "reviews": {
            "Eligible": verdicts(Verdict::Eligible),
            "Limited": verdicts(Verdict::Limited),
            "NeedsReview": verdicts(Verdict::NeedsReview),
            "Ineligible": verdicts(Verdict::Ineligible),
        },
        "events": events.map(|event| show_event(meet, event)).collect::<Vec<Json>>(),
    })
    .to_string()
}

fn show_event(meet: &Meet, event: &Event) -> Json {
    let entries = meet.entries_of(&event.id).count();
    let base = json!({ "event": event.id.as_str(), "name": event.name, "entries": entries });
    let Some(state) = meet.event(&event.id) else { return base };
    let bracket = state.bracket();
    let groups = (1..=bracket.groups()).map(|group| show_group(meet, state, group));
    let places = bracket.places();
    let draws = [DrawStage::First, DrawStage::Second].into_iter().filter_map(|stage| state.drawn(stage));
    let draws = draws.map(|drawn| json!({ "seed": drawn.seed, "entrants": drawn.placings.len() }));
    json!({
        "event": event.id.as_str(),
        "name": event.name,
        "entries": entries,
        "draws": draws.collect::<Vec<Json>>(),
        "groups": groups.collect::<Vec<Json>>(),
        "matches": bracket.matches().map(|found| show_match(meet, bracket, &found)).collect::<Vec<Json>>(),
        "places": places.iter().map(|(place, entry)| json!([place, name(meet, *entry)])).collect::<Vec<Json>>(),
    })
}

fn show_group(meet: &Meet, state: &EventState, group: u16) -> Json {
    let entries = state.bracket().group_entries(group);
    let entry = |index: &usize| entries.get(*index).map(|entry| name(meet, *entry));
    let Some(standings) = state.standings(group) else { return Json::Null };
    json!({
        "group": group,
        "decided": state.bracket().group_ranking(group).is_some(),
        "order": standings.order.iter().map(entry).collect::<Vec<_>>(),
        "unresolved": standings.unresolved.iter().map(|tied| tied.iter().map(entry).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "removed": standings.removed.iter().map(entry).collect::<Vec<_>>(),
    })
}

fn show_match(meet: &Meet, bracket: &Bracket, found: &MatchView<'_>) -> Json {
    let side = |side: Side| match found.occupants[side] {
        Occupant::Entry(entry) => Json::String(name(meet, entry)),
        Occupant::Waiting => Json::Null,
        Occupant::Nobody => Json::Bool(false),
    };
    let mut shown = json!({ "id": found.id.to_string(), "a": side(Side::A), "b": side(Side::B) });
    if let Some(played) = found.played {
        shown["result"] = Json::String(score::format(&played.outcome));
        shown["winner"] = played.tally.winner.map_or(Json::Null, side);
    }
    if !matches!(found.id.part, Part::Group(_)) {
        shown["next"] = bracket.next_of_winner(found.id).map_or(Json::Null, |id| Json::String(id.to_string()));
    }
    shown
}

fn name(meet: &Meet, entry: EntryId) -> String {
    meet.entries().get(&entry).map(|entry| entry.name.clone()).unwrap_or_default()
}
