//! What stands above the table of a form: `代表队：太原市总工会　领队：蔡建军`.

use crate::table::Cell;
use crate::text::{half_width, is_unseen, plain};

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Delegation,
    Leader,
    Coach,
    Phone,
    Other,
}

/// The labels, longer ones before those that they end in.
const LABELS: &[(&str, Label)] = &[
    ("代表队名称", Label::Delegation),
    ("代表队", Label::Delegation),
    ("代表团", Label::Delegation),
    ("参赛单位", Label::Delegation),
    ("代表单位", Label::Delegation),
    ("报名单位", Label::Delegation),
    ("填报单位", Label::Delegation),
    ("单位名称", Label::Delegation),
    ("参赛队", Label::Delegation),
    ("单位", Label::Delegation),
    ("领队", Label::Leader),
    ("主教练", Label::Coach),
    ("教练员", Label::Coach),
    ("教练", Label::Coach),
    ("联系电话", Label::Phone),
    ("电话", Label::Phone),
    ("手机", Label::Phone),
    ("联系方式", Label::Phone),
    ("联系人", Label::Other),
    ("队医", Label::Other),
    ("工作人员", Label::Other),
    ("填表人", Label::Other),
];

/// A text and the cell that it stands in, row and column from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) text: String,
    pub(super) at: (usize, usize),
}

/// Everything that is labelled above a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Labels {
    pub(super) delegation: Option<Found>,
    pub(super) leader: Option<Found>,
    pub(super) coach: Option<Found>,
    pub(super) phone: Option<Found>,
    /// What has another label: label and text.
    pub(super) other: Vec<(String, String)>,
}

impl Labels {
    /// Reads the rows above a table. A value stands behind its label, or in the next cell.
    pub(super) fn read(rows: &[Vec<Cell>]) -> Labels {
        let mut labels = Labels::default();
        for (row, cells) in rows.iter().enumerate() {
            let texts = texts(cells);
            let mut index = 0;
            while let Some((column, text)) = texts.get(index) {
                index += 1;
                for (label, name, value) in split(text) {
                    let next = texts.get(index).filter(|(_, next)| value.is_empty() && split(next).is_empty());
                    let (value, column) = match next {
                        Some((column, next)) => {
                            index += 1;
                            (next.clone(), *column)
                        }
                        None => (value, *column),
                    };
                    if !value.is_empty() {
                        labels.keep(label, name, Found { text: value, at: (row, column) });
                    }
                }
            }
        }
        labels
    }

    fn keep(&mut self, label: Label, name: String, found: Found) {
        let slot = match label {
            Label::Delegation => &mut self.delegation,
            Label::Leader => &mut self.leader,
            Label::Coach => &mut self.coach,
            Label::Phone => &mut self.phone,
            Label::Other => return self.other.push((name, found.text)),
        };
        match slot {
            None => *slot = Some(found),
            Some(_) => self.other.push((name, found.text)),
        }
    }
}

/// The texts of a row with their columns; a merged block counts once.
fn texts(cells: &[Cell]) -> Vec<(usize, String)> {
    let mut texts: Vec<(usize, String)> = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        let text = cell.text();
        let merged = texts.last().is_some_and(|(_, last)| *last == text);
        if !text.is_empty() && !merged {
            texts.push((column, text));
        }
    }
    texts
}

/// The labels in a text with the values behind them; a text that is a known label alone has an empty value.
fn split(text: &str) -> Vec<(Label, String, String)> {
    let pieces: Vec<&str> = text.split([':', '：']).collect();
    let Some((last, before)) = pieces.split_last() else {
        return Vec::new();
    };
    if before.is_empty() {
        let alone = known_at_end(text).filter(|(rest, ..)| rest.is_empty());
        return alone.map(|(_, label, name)| (label, name.to_owned(), String::new())).into_iter().collect();
    }
    let mut labels: Vec<(Label, String)> = Vec::new();
    let mut values: Vec<String> = Vec::new();
    for (index, piece) in before.iter().enumerate() {
        let (value, label, name) = match known_at_end(piece) {
            Some((value, label, name)) => (value, label, name.to_owned()),
            None => {
                let cut = piece.trim_end().rfind(is_unseen).filter(|_| index > 0);
                let (value, name) = cut.map_or(("", *piece), |cut| piece.split_at(cut));
                (value.to_owned(), Label::Other, plain(name))
            }
        };
        if index > 0 {
            values.push(value);
        }
        labels.push((label, name));
    }
    values.push((*last).to_owned());
    let cleaned = values.into_iter().map(|value| value.trim_matches(is_unseen).to_owned());
    labels.into_iter().zip(cleaned).map(|((label, name), value)| (label, name, value)).collect()
}

/// What stands before a known label at the end of a text, spaces in the label and a remark in brackets passed over.
fn known_at_end(text: &str) -> Option<(String, Label, &'static str)> {
    let mut text: Vec<char> = text.chars().collect();
    trim_end(&mut text);
    if text.last().is_some_and(|last| half_width(*last) == ')') {
        let open = text.iter().rposition(|c| half_width(*c) == '(')?;
        text.truncate(open);
        trim_end(&mut text);
    }
    LABELS.iter().find_map(|(name, label)| {
        let mut rest = text.clone();
        for wanted in name.chars().rev() {
            trim_end(&mut rest);
            if rest.pop() != Some(wanted) {
                return None;
            }
        }
        trim_end(&mut rest);
        Some((rest.into_iter().collect(), *label, *name))
    })
}

fn trim_end(text: &mut Vec<char>) {
    while text.last().is_some_and(|c| is_unseen(*c)) {
        text.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells of a row by `|`; expects delegation, leader, coach, phone.
    #[track_caller]
    fn check(row: &str, expected: [&str; 4]) -> Labels {
        let cells = row.split('|').map(|text| Cell::Text(text.to_owned())).collect();
        let labels = Labels::read(&[cells]);
        let text = |found: &Option<Found>| found.as_ref().map(|found| found.text.clone()).unwrap_or_default();
        assert_eq!([&labels.delegation, &labels.leader, &labels.coach, &labels.phone].map(text), expected, "{row}");
        labels
    }

    #[test]
    fn labels_are_read_in_their_cell_or_the_next() {
        let all = ["太原市总工会", "蔡建军", "徐峰勇", "000-0000000"];
        check("代表队：太原市总工会|||领队：蔡建军||教练：徐峰勇|联系电话：000-0000000", all);
        check("代表队:太原市总工会　领　队：蔡建军  教 练： 徐峰勇 电话：000-0000000", all);
        check("代表队|太原市总工会|领队：|蔡建军|教练员|徐峰勇|手机|000-0000000", all);
        check("参赛单位（盖章）：太原市总工会||", ["太原市总工会", "", "", ""]);
    }

    #[test]
    fn merged_blocks_count_once_and_other_labels_are_kept() {
        let row = "山西省职工乒乓球比赛报名表|山西省职工乒乓球比赛报名表|代表队：甲|代表队：甲|队医：乙|备用：丙";
        let labels = check(row, ["甲", "", "", ""]);
        let other = [("队医", "乙"), ("备用", "丙")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(labels.other, other);
    }

    #[test]
    fn a_label_without_a_value_is_nothing() {
        check("代表队：|领队：|：：：", ["", "", "", ""]);
    }
}
