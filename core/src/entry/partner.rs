//! Pairs: who names whom as partner.

use super::row::Row;
use crate::id::EventId;

/// What a row's partner in an event comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pairing {
    /// The row at this index, and each names the other.
    Mutual(usize),
    /// The row at this index enters the event and names nobody.
    OneSided(usize),
    /// Nobody is named, and nobody names this row.
    Unnamed,
    /// The name is not on the sheet, or of somebody who does not enter the event or names another.
    Broken,
}

/// The pairing of the row at an index in a doubles event that it enters.
pub(super) fn pairing(rows: &[&Row], index: usize, event: &EventId) -> Pairing {
    let enters = |row: &Row| row.events.contains(event);
    let named = |row: &'_ Row| -> Option<String> {
        let partner = row.partners.iter().find(|partner| partner.event == *event)?;
        Some(partner.name.clone())
    };
    let Some(row) = rows.get(index) else {
        return Pairing::Broken;
    };
    let others = || rows.iter().enumerate().filter(|(other, row)| *other != index && enters(row));
    let naming_back = |(_, other): &(usize, &&Row)| named(other).as_deref() == Some(row.name.as_str());
    match named(row) {
        Some(partner) => {
            let mut of_name = others().filter(|(_, other)| other.name == partner);
            if let Some((other, _)) = of_name.clone().find(|other| naming_back(other)) {
                return Pairing::Mutual(other);
            }
            let silent = of_name.find(|(_, other)| named(other).is_none());
            silent.map_or(Pairing::Broken, |(other, _)| Pairing::OneSided(other))
        }
        None => match others().find(naming_back) {
            Some((other, _)) => Pairing::OneSided(other),
            None => Pairing::Unnamed,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::Partner;
    use super::*;
    use crate::person::Facts;

    /// Rows as `name>partner`, all in one event; expects the pairing of the first.
    #[track_caller]
    fn check(rows: &[&str], expected: Pairing) {
        let event = EventId::new("XD").unwrap();
        let row = |text: &&str| {
            let (name, partner) = text.split_once('>').unwrap();
            let partner = Some(partner).filter(|name| !name.is_empty()).map(str::to_owned);
            let partners = partner.into_iter().map(|name| Partner { event: event.clone(), name }).collect();
            let (events, facts) = (vec![event.clone()], Facts::default());
            Row { row: 1, name: name.to_owned(), facts, events, partners, role: None, jersey: None, remark: None }
        };
        let rows: Vec<Row> = rows.iter().map(row).collect();
        assert_eq!(pairing(&rows.iter().collect::<Vec<_>>(), 0, &event), expected);
    }

    #[test]
    fn partners_must_name_each_other() {
        check(&["甲>乙", "乙>甲"], Pairing::Mutual(1));
        check(&["甲>乙", "乙>丙", "乙>甲"], Pairing::Mutual(2));
        check(&["甲>乙", "乙>"], Pairing::OneSided(1));
        check(&["甲>", "乙>甲"], Pairing::OneSided(1));
        check(&["甲>乙", "乙>丙", "丙>乙"], Pairing::Broken);
        check(&["甲>丁"], Pairing::Broken);
        check(&["甲>甲"], Pairing::Broken);
        check(&["甲>", "乙>"], Pairing::Unnamed);
    }
}
