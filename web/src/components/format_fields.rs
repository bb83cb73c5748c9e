//! The fields of a format: which one, and its numbers. What follows groups is a format again.

use gongsai::regulations::{Crossing, Directions, Fed, Finals, FormatRule, GroupSizes, GroupsRule, Legs, RoundOrder};
use gongsai_wording::Lang;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::wording::Words as _;
use crate::wording::format::{self as texts, FormatKind, FormatText};

/// What the fields show.
#[derive(Clone, PartialEq, Properties)]
pub struct FormatFieldsProps {
    /// The format.
    pub rule: FormatRule,
    /// The language.
    pub language: Lang,
    /// What the choice of a format is called.
    pub label: FormatText,
    /// Another format is wanted.
    pub on_change: Callback<FormatRule>,
}

/// The fields.
#[component]
pub fn FormatFields(props: &FormatFieldsProps) -> Html {
    let FormatFieldsProps { rule, language, label, on_change } = props;
    let language = *language;
    let kinds = FormatKind::ALL.map(|kind| (kind.say(language).to_string(), usual(kind)));
    let kind = FormatKind::of(rule);
    let chosen = FormatKind::ALL.iter().position(|other| *other == kind);
    let fields = match rule {
        FormatRule::Groups(groups) => groups_fields(language, groups, on_change),
        FormatRule::Knockout { places } => {
            places_field(language, *places, on_change, |places| FormatRule::Knockout { places })
        }
        FormatRule::Preliminaries { places } => {
            places_field(language, *places, on_change, |places| FormatRule::Preliminaries { places })
        }
        FormatRule::DoubleElimination { finals } => reset_field(language, *finals, on_change),
        FormatRule::Consolation { fed } => {
            let choices = [Fed::FirstMatch, Fed::Rounds(1), Fed::Rounds(2), Fed::Rounds(3), Fed::Rounds(u16::MAX)];
            let name = |fed| match fed {
                Fed::FirstMatch => FormatText::FirstMatch.say(language).to_string(),
                Fed::Rounds(rounds) => texts::fed(language, rounds),
            };
            let named = choices.map(|fed| (name(fed), FormatRule::Consolation { fed }));
            let at = choices.iter().position(|other| other == fed);
            choice(language, FormatText::Fed, "format-fed", &named, at, on_change)
        }
        FormatRule::RoundRobin { order, legs } => round_robin_fields(language, *order, *legs, on_change),
        FormatRule::Curtis | FormatRule::Compass { .. } | FormatRule::PagePlayoff | FormatRule::Stepladder => {
            Html::default()
        }
    };
    html! {
        <div class="format-fields">
            <div class="format-row">{ choice(language, *label, "format-kind", &kinds, chosen, on_change) }</div>
            <div class="format-row" key={format!("{kind:?}")}>{ fields }</div>
        </div>
    }
}

/// The usual format of a kind.
fn usual(kind: FormatKind) -> FormatRule {
    match kind {
        FormatKind::Groups => FormatRule::Groups(GroupsRule::knockout(4, 2, Crossing::Drawn, true)),
        FormatKind::Knockout => FormatRule::Knockout { places: 4 },
        FormatKind::Preliminaries => FormatRule::Preliminaries { places: 4 },
        FormatKind::DoubleElimination => FormatRule::DoubleElimination { finals: Finals::Reset },
        FormatKind::RoundRobin => FormatRule::RoundRobin { order: RoundOrder::Berger, legs: Legs::One },
        FormatKind::Consolation => FormatRule::Consolation { fed: Fed::FirstMatch },
        FormatKind::Curtis => FormatRule::Curtis,
        FormatKind::Compass => FormatRule::Compass { directions: Directions::Eight },
        FormatKind::Olympic => FormatRule::Compass { directions: Directions::Four },
        FormatKind::PagePlayoff => FormatRule::PagePlayoff,
        FormatKind::Stepladder => FormatRule::Stepladder,
    }
}

/// What a field that was changed says; nothing where it says nothing.
fn chosen_of<E: 'static, T: 'static>(on_change: &Callback<T>, said: impl Fn(E) -> Option<T> + 'static) -> Callback<E> {
    let on_change = on_change.clone();
    Callback::from(move |event| {
        if let Some(chosen) = said(event) {
            on_change.emit(chosen);
        }
    })
}

/// A choice among formats.
fn choice(
    language: Lang,
    label: FormatText,
    test: &'static str,
    choices: &[(String, FormatRule)],
    chosen: Option<usize>,
    on_change: &Callback<FormatRule>,
) -> Html {
    let rules: Vec<FormatRule> = choices.iter().map(|(_, rule)| rule.clone()).collect();
    let onchange = chosen_of(on_change, move |event: Event| {
        let select: HtmlSelectElement = event.target_dyn_into()?;
        rules.get(usize::try_from(select.selected_index()).ok()?).cloned()
    });
    html! {
        <label class="field"><span>{ label.say(language) }</span>
            <select {onchange} data-test={test}>{ for choices.iter().enumerate().map(|(at, (name, _))| html! {
                <option key={at} value={name.clone()} selected={chosen == Some(at)}>{ name.clone() }</option>
            }) }</select></label>
    }
}

fn places_field(
    language: Lang,
    places: u32,
    on_change: &Callback<FormatRule>,
    rule: impl Fn(u32) -> FormatRule,
) -> Html {
    let numbers = [2, 4, 8, 16, 32, 64, 1024];
    let named = numbers.map(|number| (texts::places(language, number), rule(number)));
    let at = numbers.iter().position(|number| *number == places);
    choice(language, FormatText::Places, "format-places", &named, at, on_change)
}

fn reset_field(language: Lang, finals: Finals, on_change: &Callback<FormatRule>) -> Html {
    let onchange = chosen_of(on_change, move |event: Event| {
        let reset: HtmlInputElement = event.target_dyn_into()?;
        let finals = if reset.checked() { Finals::Reset } else { Finals::One };
        Some(FormatRule::DoubleElimination { finals })
    });
    html! {
        <label><input type="checkbox" checked={finals == Finals::Reset} {onchange} data-test="format-reset" />
            { FormatText::Reset.say(language) }</label>
    }
}

fn round_robin_fields(language: Lang, order: RoundOrder, legs: Legs, on_change: &Callback<FormatRule>) -> Html {
    let orders = [RoundOrder::Berger, RoundOrder::Circle];
    let rounds = [Legs::One, Legs::Two];
    let by_order =
        orders.map(|order| (texts::order(order).say(language).to_string(), FormatRule::RoundRobin { order, legs }));
    let by_legs =
        rounds.map(|legs| (texts::legs(legs).say(language).to_string(), FormatRule::RoundRobin { order, legs }));
    let at = orders.iter().position(|other| *other == order);
    let with = rounds.iter().position(|other| *other == legs);
    html! {
        <>
            { choice(language, FormatText::Legs, "format-legs", &by_legs, with, on_change) }
            { choice(language, FormatText::Order, "format-order", &by_order, at, on_change) }
        </>
    }
}

fn groups_fields(language: Lang, rule: &GroupsRule, on_change: &Callback<FormatRule>) -> Html {
    let with = |change: &dyn Fn(&mut GroupsRule)| {
        let mut rule = rule.clone();
        change(&mut rule);
        FormatRule::Groups(rule)
    };
    let ways = [
        (FormatText::AtMost, GroupSizes::AtMost(4)),
        (FormatText::Number, GroupSizes::Number(2)),
        (FormatText::Each, GroupSizes::Each(vec![4, 3])),
    ];
    let at = match rule.sizes {
        GroupSizes::AtMost(_) => 0,
        GroupSizes::Number(_) => 1,
        GroupSizes::Each(_) => 2,
    };
    let by = ways.map(|(name, sizes)| {
        (name.say(language).to_string(), with(&|rule: &mut GroupsRule| rule.sizes = sizes.clone()))
    });
    let crossings = [Crossing::Fixed, Crossing::FixedApart, Crossing::Drawn, Crossing::Shifted, Crossing::Mirrored];
    let by_crossing = crossings.map(|crossing| {
        (texts::crossing(language, crossing).to_owned(), with(&|rule: &mut GroupsRule| rule.crossing = crossing))
    });
    let crossed = crossings.iter().position(|crossing| *crossing == rule.crossing);
    let changed = |set: fn(&mut GroupsRule, u16)| {
        let (rule, on_change) = (rule.clone(), on_change.clone());
        Callback::from(move |number: u16| {
            let mut rule = rule.clone();
            set(&mut rule, number);
            on_change.emit(FormatRule::Groups(rule));
        })
    };
    let on_next = {
        let rule = rule.clone();
        on_change
            .reform(move |next: FormatRule| FormatRule::Groups(GroupsRule { next: Box::new(next), ..rule.clone() }))
    };
    html! {
        <>
            { choice(language, FormatText::Sizes, "format-sizes", &by, Some(at), on_change) }
            { sizes_field(language, rule, on_change) }
            { number(language, FormatText::Through, "format-through", (1, 64), rule.through, changed(|rule, number| rule.through = number)) }
            { number(language, FormatText::Best, "format-best", (0, 64), rule.best, changed(|rule, number| rule.best = number)) }
            { choice(language, FormatText::CrossingRule, "format-crossing", &by_crossing, crossed, on_change) }
            <FormatFields rule={FormatRule::clone(&rule.next)} {language} label={FormatText::Then} on_change={on_next} />
        </>
    }
}

/// The size, the number, or the list of sizes.
fn sizes_field(language: Lang, rule: &GroupsRule, on_change: &Callback<FormatRule>) -> Html {
    let sized = |sizes: fn(u16) -> GroupSizes| {
        let rule = rule.clone();
        on_change.reform(move |number| FormatRule::Groups(GroupsRule { sizes: sizes(number), ..rule.clone() }))
    };
    match &rule.sizes {
        GroupSizes::AtMost(size) => {
            number(language, FormatText::AtMost, "format-size", (2, 64), *size, sized(GroupSizes::AtMost))
        }
        GroupSizes::Number(groups) => {
            number(language, FormatText::Number, "format-size", (1, 999), *groups, sized(GroupSizes::Number))
        }
        GroupSizes::Each(sizes) => sizes_list(language, rule, sizes, on_change),
    }
}

fn sizes_list(language: Lang, rule: &GroupsRule, sizes: &[u16], on_change: &Callback<FormatRule>) -> Html {
    let shown: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    let rule = rule.clone();
    // While a list is typed it is no list yet: it counts when the field is left.
    let onchange = chosen_of(on_change, move |event: Event| {
        let typed = event.target_dyn_into::<HtmlInputElement>()?.value();
        let numbers = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let numbers: Vec<u16> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
        let sizes = Some(numbers).filter(|numbers| !numbers.is_empty()).map(GroupSizes::Each)?;
        Some(FormatRule::Groups(GroupsRule { sizes, ..rule.clone() }))
    });
    html! {
        <label class="field"><span>{ FormatText::Each.say(language) }</span>
            <input type="text" inputmode="numeric" autocomplete="off" value={shown.join(" ")}
                placeholder={FormatText::EachHint.say(language)} {onchange} data-test="format-size" /></label>
    }
}

fn number(
    language: Lang,
    label: FormatText,
    test: &'static str,
    (least, most): (u16, u16),
    shown: u16,
    on_number: Callback<u16>,
) -> Html {
    let oninput = chosen_of(&on_number, |event: InputEvent| {
        event.target_dyn_into::<HtmlInputElement>()?.value().trim().parse().ok()
    });
    html! {
        <label class="field"><span>{ label.say(language) }</span>
            <input type="number" inputmode="numeric" min={least.to_string()} max={most.to_string()} value={shown.to_string()} {oninput} data-test={test} /></label>
    }
}
