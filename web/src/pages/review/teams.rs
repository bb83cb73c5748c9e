//! Teams of which something was found.

use gongsai::finding::{Code, Finding};
use gongsai::id::UnitId;
use gongsai::regulations::Sport;
use gongsai_wording::finding::{code_title, finding};
use yew::prelude::*;

use super::findings::clause_of;
use crate::session::{Session, use_language, use_meet, use_selected};
use crate::wording::review::Review as Text;
use crate::wording::{Words, sport};

/// A unit's team with its codes and the article of each.
type Team = (UnitId, Sport, AttrValue, Vec<(Code, String)>);

/// The section; hidden while there is nothing.
#[component]
pub(super) fn Teams() -> Html {
    let language = use_language();
    let desk = use_selected(Session::desk);
    let teams: Vec<Team> = use_meet(|meet| {
        let faulty = meet.team_codes().iter().filter(|(_, codes)| !codes.is_empty());
        let team = |((unit, sport), codes): (&(UnitId, Sport), &Vec<Code>)| {
            let name = meet.units().get(unit)?.name.clone();
            let rules = meet.regulations().map(|regulations| &regulations.rules);
            let clause = |code: Code| rules.map(|rules| clause_of(rules, code).to_string()).unwrap_or_default();
            Some((*unit, *sport, name.into(), codes.iter().map(|code| (*code, clause(*code))).collect()))
        };
        faulty.filter_map(team).collect()
    });
    let sentences = |unit: UnitId, of: Sport, codes: &[(Code, String)]| -> Vec<String> {
        let found: Option<Vec<&Finding>> = desk.review.as_ref().map(|review| {
            let same = review.teams.iter().filter(|team| team.unit == unit && team.sport == of);
            same.flat_map(|team| &team.findings).collect()
        });
        match found {
            Some(found) if !found.is_empty() => found.into_iter().map(|one| finding(language, one)).collect(),
            Some(_) | None => codes
                .iter()
                .map(|(code, clause)| {
                    let article = if clause.is_empty() { String::new() } else { format!("（{clause}）") };
                    format!("{}{article}", code_title(language, *code))
                })
                .collect(),
        }
    };
    html! {
        <section class="teams" hidden={teams.is_empty()} aria-labelledby="teams-title" data-test="review-teams">
            <h2 id="teams-title">{ Text::Teams.say(language) }{ " · " }{ teams.len() }</h2>
            <ul class="team-rows">
                { for teams.iter().map(|(unit, of, name, codes)| html! {
                    <li key={format!("{unit}{}", of.code())} data-test="review-team">
                        <strong>{ name.clone() }</strong><span class="muted">{ sport(language, *of) }</span>
                        <span>{ sentences(*unit, *of, codes).join(" ") }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
