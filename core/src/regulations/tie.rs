//! Team ties: which rubbers are played, and when the tie is decided.

/// The players of one rubber on the two sides, as the system names them (`A` against `X`, `MS` against `MS`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RubberSlot {
    /// The name of the place in the line-up of side A.
    pub a: &'static str,
    /// The name of the place in the line-up of side B.
    pub b: &'static str,
}

/// A system of team ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TieSystem {
    /// The name in regulations and vectors (`workers_3`).
    pub id: &'static str,
    /// The rubbers in order of play.
    pub rubbers: &'static [RubberSlot],
    /// Rubbers won that decide the tie.
    pub wins_needed: u16,
    /// Whether the rest is played when the tie is decided.
    pub play_all: bool,
}

impl TieSystem {
    /// The built-in system of a name.
    ///
    /// ```
    /// use gongsai::regulations::TieSystem;
    /// let system = TieSystem::named("workers_3").unwrap();
    /// assert_eq!((system.rubbers.len(), system.wins_needed), (3, 2));
    /// assert!(TieSystem::named("workers_4").is_none());
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<TieSystem> {
        BUILT_IN.iter().find(|system| system.id == name).copied()
    }

    /// The same system with every rubber played.
    #[must_use]
    pub fn playing_all(self, play_all: bool) -> TieSystem {
        TieSystem { play_all, ..self }
    }
}

const fn slot(a: &'static str, b: &'static str) -> RubberSlot {
    RubberSlot { a, b }
}

const fn both(name: &'static str) -> RubberSlot {
    RubberSlot { a: name, b: name }
}

const WORKERS_3: &[RubberSlot] = &[both("MS"), both("WS"), both("XD")];
const MIXED_5: &[RubberSlot] = &[both("MS"), both("WS"), both("MD"), both("WD"), both("XD")];

/// The systems of `rules.md` B.4: ITTF 3.7.6, BWF Sudirman and Thomas/Uber, and the usual workers' ties.
const BUILT_IN: &[TieSystem] = &[
    TieSystem {
        id: "ittf_swaythling_5s",
        rubbers: &[slot("A", "X"), slot("B", "Y"), slot("C", "Z"), slot("A", "Y"), slot("B", "X")],
        wins_needed: 3,
        play_all: false,
    },
    TieSystem {
        id: "ittf_9_singles",
        rubbers: &[
            slot("A", "X"),
            slot("B", "Y"),
            slot("C", "Z"),
            slot("B", "X"),
            slot("A", "Z"),
            slot("C", "Y"),
            slot("B", "Z"),
            slot("C", "X"),
            slot("A", "Y"),
        ],
        wins_needed: 5,
        play_all: false,
    },
    TieSystem {
        id: "ittf_corbillon",
        rubbers: &[slot("A", "X"), slot("B", "Y"), both("doubles"), slot("A", "Y"), slot("B", "X")],
        wins_needed: 3,
        play_all: false,
    },
    TieSystem {
        id: "ittf_olympic_2017plus",
        rubbers: &[slot("B&C", "Y&Z"), slot("A", "X"), slot("C", "Z"), slot("A", "Y"), slot("B", "X")],
        wins_needed: 3,
        play_all: false,
    },
    TieSystem {
        id: "ittf_7",
        rubbers: &[
            slot("A", "Y"),
            slot("B", "X"),
            slot("C", "Z"),
            both("doubles"),
            slot("A", "X"),
            slot("C", "Y"),
            slot("B", "Z"),
        ],
        wins_needed: 4,
        play_all: false,
    },
    TieSystem { id: "bwf_sudirman", rubbers: MIXED_5, wins_needed: 3, play_all: false },
    TieSystem {
        id: "bwf_thomas_uber",
        rubbers: &[both("S1"), both("D1"), both("S2"), both("D2"), both("S3")],
        wins_needed: 3,
        play_all: false,
    },
    TieSystem { id: "cn_3_bo", rubbers: WORKERS_3, wins_needed: 2, play_all: false },
    TieSystem { id: "cn_5_bo", rubbers: MIXED_5, wins_needed: 3, play_all: false },
    TieSystem { id: "workers_3", rubbers: WORKERS_3, wins_needed: 2, play_all: false },
    TieSystem { id: "workers_5", rubbers: MIXED_5, wins_needed: 3, play_all: false },
];
