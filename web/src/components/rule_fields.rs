//! Rules of eligibility as rows of fields: each rule on or off, its article and its parameters.

use gongsai::date::Date;
use gongsai::document::value_to_toml;
use gongsai::regulations::{
    Defect, Holds, NOTICE, ParamKind, REVIEW, Regulations, RuleField, RulesForm, RulesSection, Value,
};
use gongsai_wording::{Lang, regulations as words};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::platform::elements;
use crate::wording::Words as _;
use crate::wording::rules::{RulesText as Text, choice_name, key_name, param_name, rule_name, usual_name};

/// The attribute that says which field something was typed into: the place of its section and its own.
const FIELD: &str = "data-field";

/// What every field is shown with.
struct Look<'a> {
    language: Lang,
    regulations: &'a Regulations,
    defects: &'a [Defect],
}

/// The rows, in the groups of the catalogue. What happens in them is read by [`edit_rules`].
pub fn rule_fields(language: Lang, regulations: &Regulations, sections: &[RulesSection], defects: &[Defect]) -> Html {
    let look = Look { language, regulations, defects };
    let shown = sections.iter().enumerate().filter(|(_, section)| section.turns || !section.fields.is_empty());
    let shown: Vec<(usize, &RulesSection)> = shown.collect();
    let groups = shown.chunk_by(|(_, one), (_, other)| group(one.id) == group(other.id));
    html! {
        { for groups.map(|sections| {
            let title = group(sections.first().map_or("", |(_, section)| section.id));
            html! {
                <fieldset class="rule-group" key={title.en()}>
                    <legend>{ title.say(language) }</legend>
                    { for sections.iter().map(|(at, section)| look.section(*at, section)) }
                </fieldset>
            }
        }) }
    }
}

/// Defects that no field and no row of a rule shows.
pub fn elsewhere(sections: &[RulesSection], defects: &[Defect]) -> Vec<Defect> {
    let shown = |defect: &Defect| sections.iter().any(|section| section.tells(defect)) || in_field(sections, defect);
    defects.iter().filter(|defect| !shown(defect)).cloned().collect()
}

/// What was typed, chosen or ticked in the rows goes into the form; whether it was in one of them.
pub fn edit_rules(form: &mut RulesForm, sections: &[RulesSection], event: &Event) -> bool {
    let place = elements::closest_data(event, FIELD).unwrap_or_default();
    let (section, field) = place.split_once('.').unwrap_or((&place, ""));
    let Some(section) = section.parse().ok().and_then(|at: usize| sections.get(at)) else { return false };
    let input: Option<HtmlInputElement> = event.target_dyn_into();
    let checked = input.as_ref().is_some_and(HtmlInputElement::checked);
    let Some(field) = field.parse().ok().and_then(|at: usize| section.fields.get(at)) else {
        form.turn(section, checked);
        return true;
    };
    let select = || event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
    let typed = input.map(|input| input.value()).or_else(select).unwrap_or_default();
    match &field.holds {
        Holds::Value { .. } => form.keep(field, checked),
        Holds::Text(ParamKind::Flag(_), _) => form.set(field, checked.to_string()),
        Holds::Text(ParamKind::Events, text) => {
            let mut chosen = listed(text);
            chosen.retain(|event| *event != typed);
            chosen.extend(checked.then_some(typed));
            form.set(field, chosen.join("、"));
        }
        Holds::Text(..) => form.set(field, typed),
    }
    true
}

/// The texts of a list.
fn listed(text: &str) -> Vec<String> {
    let Value::List(list) = ParamKind::Events.value(text) else { return Vec::new() };
    list.iter().filter_map(|event| ParamKind::Text.text(event)).collect()
}

/// The group that a section stands in.
fn group(id: &str) -> Text {
    match id.as_bytes().first() {
        None => Text::Other,
        Some(b'P') => Text::People,
        Some(b'R') => Text::Professionals,
        Some(b'T') => Text::Teams,
        Some(b'L') => Text::Court,
        Some(b'E') => Text::Entries,
        Some(_) => Text::Procedure,
    }
}

fn in_field(sections: &[RulesSection], defect: &Defect) -> bool {
    sections.iter().any(|section| section.on && section.fields.iter().any(|field| field.tells(defect)))
}

impl Look<'_> {
    fn section(&self, at: usize, section: &RulesSection) -> Html {
        let own: Vec<&Defect> = self.defects.iter().filter(|defect| section.tells(defect)).collect();
        let own: Vec<&Defect> =
            own.into_iter().filter(|defect| !section.fields.iter().any(|field| field.tells(defect))).collect();
        let own = own.iter().map(|defect| words::what(self.language, &defect.kind)).collect::<Vec<_>>().join(" ");
        let invalid = (!own.is_empty()).then_some("true");
        let name = match section.id {
            id if id == NOTICE.id => Text::Notice.say(self.language),
            id => rule_name(self.language, id),
        };
        let id = Some(section.id).filter(|id| group(id) != Text::Procedure).unwrap_or_default();
        let name = html! { <span><b>{ name }</b><small class="rule-id">{ id }</small></span> };
        let head = if section.turns {
            html! {
                <label class="rule-head"><input type="checkbox" checked={section.on} data-field={at.to_string()}
                    aria-invalid={invalid} data-test={format!("turn-{}", section.id)} />{ name }</label>
            }
        } else if section.id.is_empty() || section.id == REVIEW.id {
            html! { <span hidden=true /> }
        } else {
            html! { <p class="rule-head">{ name }</p> }
        };
        let fields = section.on.then(|| section.fields.iter().enumerate());
        html! {
            <div class="rule-row" key={section.id}>
                <div>{ head }</div>
                <p class="refusal">{ own }</p>
                <div class="rule-params" hidden={!section.on}>
                    { for fields.into_iter().flatten().map(|(place, field)| self.field(section, format!("{at}.{place}"), field)) }
                </div>
            </div>
        }
    }

    fn field(&self, section: &RulesSection, place: String, field: &RuleField) -> Html {
        let path = field.path();
        let told = self.defects.iter().filter(|defect| field.tells(defect)).map(|defect| {
            let inside = defect.path.strip_prefix(&path).unwrap_or_default();
            format!("{inside} {}", words::what(self.language, &defect.kind)).trim().to_owned()
        });
        let told = told.collect::<Vec<_>>().join(" ");
        let why = format!("{path}-why");
        let invalid = (!told.is_empty()).then_some("true");
        let about = invalid.map(|_| why.clone());
        let name = param_name(self.language, section.id, &field.name).unwrap_or(&field.name);
        let key = field.key.as_ref().map(|key| key_name(self.language, self.regulations, key));
        let name = key.into_iter().chain((!name.is_empty()).then(|| name.to_owned())).collect::<Vec<_>>().join(" · ");
        let control = match &field.holds {
            Holds::Value { value, kept } => {
                let keep = format!("{} {name} = {}", Text::Keep.say(self.language), value_to_toml(value));
                tick(keep, &place, "", *kept, invalid, about, &path)
            }
            Holds::Text(ParamKind::Flag(usual), text) => {
                tick(name, &place, "", text.parse().unwrap_or(*usual), invalid, about, &path)
            }
            Holds::Text(ParamKind::Events, text) => {
                let mut events: Vec<String> =
                    self.regulations.events.iter().map(|event| event.id.to_string()).collect();
                let chosen = listed(text);
                events.extend(chosen.iter().filter(|event| !events.contains(event)).cloned().collect::<Vec<_>>());
                let each = events.into_iter().map(|event| {
                    let shown = key_name(self.language, self.regulations, &event);
                    let test = format!("{path}.{event}");
                    tick(shown, &place, &event, chosen.contains(&event), invalid, about.clone(), &test)
                });
                html! { <div class="field" role="group" aria-label={name.clone()}><span>{ name }</span>{ for each }</div> }
            }
            Holds::Text(ParamKind::OneOf(names, usual), text) => {
                let usual = usual_name(self.language, &field.name, usual);
                let other = (!names.contains(&text.as_str()) && !text.is_empty()).then_some(text.as_str());
                let options = names.iter().copied().chain(other).map(|name| {
                    let shown = choice_name(self.language, &field.name, name).unwrap_or_else(|| name.to_owned().into());
                    html! { <option key={name.to_owned()} value={name.to_owned()} selected={name == text}>{ shown }</option> }
                });
                html! {
                    <label class="field"><span>{ name }</span>
                        <select data-field={place} aria-invalid={invalid} aria-describedby={about} data-test={path.clone()}>
                            <option key="" value="" selected={text.is_empty()}>{ usual }</option>
                            { for options }
                        </select></label>
                }
            }
            Holds::Text(kind, text) => {
                let (kind, mode, hint) = shape(*kind, text);
                html! {
                    <label class="field"><span>{ name }</span>
                        <input type={kind} inputmode={mode} placeholder={hint} value={text.clone()} autocomplete="off"
                            data-field={place} aria-invalid={invalid} aria-describedby={about} data-test={path.clone()} /></label>
                }
            }
        };
        let wide = matches!(
            field.holds,
            Holds::Value { .. } | Holds::Text(ParamKind::Events | ParamKind::Pairs | ParamKind::Bans, _)
        );
        html! {
            <div key={path} class={classes!(wide.then_some("rule-wide"))}>
                { control }
                <p class="refusal" id={why.clone()} data-test={why}>{ told }</p>
            </div>
        }
    }
}

/// The kind of an input, its keyboard, and what stands in it while it is empty.
fn shape(kind: ParamKind, text: &str) -> (&'static str, &'static str, String) {
    match kind {
        ParamKind::Number(usual) => ("text", "numeric", usual.map(|usual| usual.to_string()).unwrap_or_default()),
        ParamKind::UpTo(_) => ("text", "numeric", "1".to_owned()),
        ParamKind::Day if text.is_empty() || Date::from_iso(text).is_some() => ("date", "text", String::new()),
        ParamKind::Month => ("text", "text", "2026-03".to_owned()),
        ParamKind::Range => ("text", "text", "8-12".to_owned()),
        ParamKind::BySport => ("text", "text", "TT=10、BB=15".to_owned()),
        ParamKind::Steps => ("text", "text", "100=1、200=2".to_owned()),
        ParamKind::Bands => ("text", "text", "35-45=1、46-60=2".to_owned()),
        _ => ("text", "text", String::new()),
    }
}

fn tick(
    name: String,
    place: &str,
    value: &str,
    checked: bool,
    invalid: Option<&'static str>,
    about: Option<String>,
    test: &str,
) -> Html {
    html! {
        <label class="rule-tick"><input type="checkbox" value={value.to_owned()} {checked} data-field={place.to_owned()}
            aria-invalid={invalid} aria-describedby={about} data-test={test.to_owned()} /><span>{ name }</span></label>
    }
}
