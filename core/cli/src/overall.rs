//! `gongsai places` and `gongsai points`: what a meet comes to, with the reason for each place and point.

use gongsai::document::journal;
use gongsai::id::{EventId, MatchId, UnitId};
use gongsai::meet::{Meet, Named};
use gongsai::overall::{
    AwardRow, Counting, EventRow, How, NoPlace, Open, Overall, Place, PlacedEntry, Placing, UnitRow, UnitScore, awards,
    overall, placing,
};
use gongsai::publication::name;
use gongsai::regulations::{Award, AwardBy, Event};
use gongsai_wording::{Lang, overall as words};
use serde_json::{Value as Json, json};

use crate::args::{Places, Points, Told};
use crate::io::{self, Failure};

/// The final places of the events.
pub(crate) fn places(args: &Places) -> Result<(), Failure> {
    let meet = read(&args.told)?;
    let only = args.event.as_deref().map(EventId::new).transpose()?;
    let events = meet.regulations().into_iter().flat_map(|regulations| &regulations.events);
    let events: Vec<&Event> = events.filter(|event| only.as_ref().is_none_or(|only| event.id == *only)).collect();
    if let (Some(only), true) = (&only, events.is_empty()) {
        return Err(Failure::new(format!("the regulations hold no event {only}")));
    }
    let placed = events.into_iter().filter_map(|event| Some((event, placing(&meet, &event.id)?)));
    if args.told.text {
        let lang = args.told.language();
        return placed.into_iter().try_for_each(|(event, placing)| io::say(&places_text(lang, &meet, event, &placing)));
    }
    let shown = placed.map(|(event, placing)| places_json(&meet, event, &placing));
    io::say(&json!({ "events": shown.collect::<Vec<Json>>() }).to_string())
}

/// The table of units, with medals and awards.
pub(crate) fn points(args: &Points) -> Result<(), Failure> {
    let meet = read(&args.told)?;
    let table = overall(&meet);
    if args.told.text {
        return io::say(&points_text(args.told.language(), &meet, &table));
    }
    let separations = table.separations.iter().map(|step| {
        let units: Vec<Json> =
            step.units.iter().map(|(id, count)| json!({ "unit": id.to_string(), "count": count })).collect();
        let mut shown = both(|lang| separation(lang, &meet, step));
        shown["units"] = units.into();
        shown["by"] = step.by.into();
        shown
    });
    io::say(
        &json!({
            "points": table.has_points,
            "finished": table.finished,
            "events": table.events.iter().map(|row| event_json(&meet, row)).collect::<Vec<Json>>(),
            "units": table.units.iter().map(|unit| unit_json(&meet, unit)).collect::<Vec<Json>>(),
            "separations": separations.collect::<Vec<Json>>(),
            "awards": awarded(&meet, &table).map(|(award, row)| award_json(&meet, award, &row)).collect::<Vec<Json>>(),
        })
        .to_string(),
    )
}

fn read(told: &Told) -> Result<Meet, Failure> {
    let loaded = journal::read(&io::text(&told.journal)?)?;
    match loaded.problems.first() {
        None => Ok(loaded.journal.meet().clone()),
        Some(problem) => Err(Failure::new(format!("{}: {problem:?}", told.journal.display()))),
    }
}

/// A sentence in both languages.
fn both(say: impl Fn(Lang) -> String) -> Json {
    json!({ "zh": say(Lang::Zh), "en": say(Lang::En) })
}

fn places_json(meet: &Meet, event: &Event, placing: &Placing) -> Json {
    let entry = |found: &PlacedEntry| {
        let mut shown = both(|lang| why(lang, meet, event, found));
        shown["entry"] = found.entry.to_string().into();
        shown["name"] = name(meet, found.entry).name.as_ref().into();
        shown["unit"] = unit_name(meet, found.unit).into();
        shown["place"] = found.place.number().into();
        if let Place::Is { shared, .. } = found.place {
            shown["shared"] = shared.into();
        }
        shown["by"] = code(&found.place);
        shown
    };
    json!({
        "event": event.id.as_str(),
        "name": event.name,
        "drawn": placing.drawn,
        "finished": placing.open.is_none(),
        "waits": placing.open.map(|open| both(|lang| words::open(lang, open))),
        "places": placing.entries.iter().map(entry).collect::<Vec<Json>>(),
    })
}

/// What a place comes from, for programs.
fn code(place: &Place) -> Json {
    let of_match = |code: &str, id: MatchId| json!({ "code": code, "match": id.to_string() });
    match place {
        Place::Is { how: How::Alone, .. } => json!({ "code": "alone" }),
        Place::Is { how: How::Won(id), .. } => of_match("won", *id),
        Place::Is { how: How::Lost(id), .. } => of_match("lost", *id),
        Place::Is { how: How::Ranked { group, rank }, .. } => json!({ "code": "rank", "group": group, "rank": rank }),
        Place::Open(Open::NotDrawn) => json!({ "code": "open-draw" }),
        Place::Open(Open::Disputed(id)) => of_match("open-dispute", *id),
        Place::Open(Open::Match(id)) => of_match("open-match", *id),
        Place::Open(Open::Group(group)) => json!({ "code": "open-group", "group": group }),
        Place::Open(Open::Lot(group)) => json!({ "code": "open-lot", "group": group }),
        Place::Open(Open::SecondDraw(_)) => json!({ "code": "open-second-draw" }),
        Place::Open(Open::Before) => json!({ "code": "open-before" }),
        Place::None(NoPlace::NotDrawn) => json!({ "code": "not-drawn" }),
        Place::None(NoPlace::Withdrawn(_)) => json!({ "code": "withdrawn" }),
        Place::None(NoPlace::Disqualified(id, _)) => of_match("disqualified", *id),
        Place::None(NoPlace::Absent(id, _)) => of_match("absent", *id),
        Place::None(NoPlace::Deleted(group, _)) => json!({ "code": "deleted", "group": group }),
        Place::None(NoPlace::NobodyWon(id)) => of_match("nobody-won", *id),
    }
}

fn why(lang: Lang, meet: &Meet, event: &Event, found: &PlacedEntry) -> String {
    let bracket = meet.event(&event.id).map(gongsai::meet::EventState::bracket);
    words::place(lang, bracket, &found.place)
}

fn event_json(meet: &Meet, row: &EventRow) -> Json {
    let mut shown = both(|lang| words::counting(lang, row.counting));
    shown["event"] = row.event.as_str().into();
    shown["name"] = event_name(meet, &row.event).into();
    shown["drawn"] = row.drawn.into();
    shown["counted"] = row.counted.into();
    shown["state"] = match row.counting {
        Counting::Counts => "counts",
        Counting::NoPoints => "no-points",
        Counting::Unfinished(_) => "unfinished",
        Counting::Empty => "empty",
    }
    .into();
    shown
}

fn unit_json(meet: &Meet, unit: &UnitRow) -> Json {
    let score = |UnitScore { event, score }: &UnitScore| {
        let mut shown = both(|lang| words::worth(lang, score.place, score.worth));
        shown["event"] = event.as_str().into();
        shown["entry"] = score.entry.to_string().into();
        shown["name"] = name(meet, score.entry).name.as_ref().into();
        shown["place"] = score.place.into();
        shown["shared"] = score.shared.into();
        shown["points"] = score.points.to_string().into();
        shown
    };
    json!({
        "rank": unit.rank,
        "unit": unit.unit.to_string(),
        "name": unit_name(meet, unit.unit),
        "points": unit.points.map(|points| points.to_string()),
        "medals": unit.medals,
        "places": unit.places,
        "scores": unit.scores.iter().map(score).collect::<Vec<Json>>(),
    })
}

fn award_json(meet: &Meet, award: &Award, row: &AwardRow) -> Json {
    let given = row.given.iter().map(|(to, reason)| json!({ "name": named(meet, *to), "reason": reason }));
    let open = |lang| words::award_open(lang, row, &edge(meet, row));
    json!({
        "award": award.id.as_str(),
        "name": award.name,
        "by": match award.by { AwardBy::Points => "points", AwardBy::Committee => "committee" },
        "clause": award.clause.as_str(),
        "number": row.number,
        "among": row.among,
        "given": given.collect::<Vec<Json>>(),
        "open": open(Lang::Zh).zip(open(Lang::En)).map(|(zh, en)| json!({ "zh": zh, "en": en })),
    })
}

fn places_text(lang: Lang, meet: &Meet, event: &Event, placing: &Placing) -> String {
    let waits = placing.open.map(|open| lang.pick("未结束：", "not finished: ").to_owned() + &words::open(lang, open));
    let mut text = format!("{} ({})", event.name, waits.as_deref().unwrap_or(lang.pick("已结束", "finished")));
    for found in &placing.entries {
        let place = match found.place {
            Place::Is { place, shared, .. } => format!("{place}{}", if shared > 1 { "=" } else { "" }),
            Place::Open(_) => "?".to_owned(),
            Place::None(_) => "-".to_owned(),
        };
        let who = name(meet, found.entry);
        let unit = who.unit.map_or_else(String::new, |unit| format!(" [{unit}]"));
        text += &format!("\n{place:>5}  {}{unit}  {}", who.name, why(lang, meet, event, found));
    }
    text
}

fn points_text(lang: Lang, meet: &Meet, table: &Overall) -> String {
    let mut lines = Vec::new();
    for row in &table.events {
        lines.push(format!("{}: {}", event_name(meet, &row.event), words::counting(lang, row.counting)));
    }
    for unit in &table.units {
        let rank = unit.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
        let points = unit.points.filter(|_| table.has_points).map_or_else(|| "-".to_owned(), words::points);
        let [gold, silver, bronze] = unit.medals;
        let medals = lang
            .pick(format!("金 {gold} 银 {silver} 铜 {bronze}"), format!("gold {gold} silver {silver} bronze {bronze}"));
        lines.push(format!("{rank:>4}  {}  {points}  {medals}", unit_name(meet, unit.unit)));
        for UnitScore { event, score } in unit.scores.iter().filter(|found| found.score.worth.counts()) {
            let why = words::worth(lang, score.place, score.worth);
            let (event, who) = (event_name(meet, event), name(meet, score.entry).name);
            lines.push(format!("        {event}  {who}  {why} = {}", words::points(score.points)));
        }
    }
    lines.extend(table.separations.iter().map(|step| separation(lang, meet, step)));
    for (award, row) in awarded(meet, table) {
        let names: Vec<String> = row.given.iter().map(|(to, _)| named(meet, *to)).collect();
        let open =
            words::award_open(lang, &row, &edge(meet, &row)).map_or_else(String::new, |open| format!(" ({open})"));
        let number = words::award_number(lang, award.number, &row);
        lines.push(format!("{} [{number}]: {}{open}", award.name, names.join(lang.pick("、", ", "))));
    }
    lines.join("\n")
}

fn separation(lang: Lang, meet: &Meet, step: &gongsai::overall::Separation) -> String {
    let names: Vec<String> = step.units.iter().map(|(unit, _)| unit_name(meet, *unit)).collect();
    let rules = meet.regulations().and_then(|regulations| regulations.points.clone());
    rules.map(|rules| words::separation(lang, step, &names, &rules.clause)).unwrap_or_default()
}

/// The awards of the regulations with those who have them.
fn awarded<'a>(meet: &'a Meet, table: &Overall) -> impl Iterator<Item = (&'a Award, AwardRow)> {
    let regulations = meet.regulations();
    awards(meet, table).into_iter().filter_map(move |row| Some((regulations?.award(&row.award)?, row)))
}

fn edge(meet: &Meet, row: &AwardRow) -> Vec<String> {
    row.edge.iter().flat_map(|edge| &edge.units).map(|unit| unit_name(meet, *unit)).collect()
}

fn named(meet: &Meet, what: Named) -> String {
    match what {
        Named::Unit(id) => unit_name(meet, id),
        Named::Person(id) => meet.people().get(&id).map(|person| person.name.clone()).unwrap_or_default(),
        Named::Entry(id) => name(meet, id).name.to_string(),
    }
}

fn unit_name(meet: &Meet, id: UnitId) -> String {
    meet.units().get(&id).map(|unit| unit.name.clone()).unwrap_or_default()
}

fn event_name(meet: &Meet, id: &EventId) -> String {
    let known = meet.regulations().and_then(|regulations| regulations.event(id));
    known.map(|event| event.name.clone()).unwrap_or_default()
}
