//! How a match is scored, as data.
//!
//! In the regulations, under `score`: the name of a built-in rule, or a table.
//!
//! | field | what | left out |
//! |---|---|---|
//! | `base` | a built-in rule that the rest changes | by `kind` |
//! | `kind` | `games`; `points` (one number a side); `basketball` (points by FIBA) | `games` |
//! | `target`, `lead`, `cap` | of games: what wins one, how far ahead, and what wins it at any lead | no cap, 2 ahead |
//! | `best_of` | of games: the greatest number, odd | |
//! | `last`, `last_cap` | of games: target and cap of the deciding one | as the others |
//! | `play_all` | of games: all are played, whatever stands | false |
//! | `award` | of games: those not played are credited to the opponent of who stopped | false |
//! | `parts` | of points: parts that may be written beside the total (4 quarters, 2 halves); 0 for none | none |
//! | `overtime`, `overtimes` | of points: parts of one overtime, and the most overtimes | 1, any number |
//! | `draw` | of points: whether a match may end level; in a knockout none does | false |
//! | `decision` | of points: what may decide a level match: `shootout`, `golden-point`, `none` | none |
//! | `forfeit`, `default` | of points: what the opponent of who does not play is given; who has too few left and is not behind | nothing; no default |
//!
//! | built-in | what | source |
//! |---|---|---|
//! | `tt_11` | best of 5 to 11, two ahead | ITTF 2.11.1, 2.12.1 |
//! | `badminton_21` | best of 3 to 21, two ahead, cap 30 | BWF Laws 7.1 to 7.5 |
//! | `badminton_15_2027` | best of 3 to 15, two ahead, cap 21 | BWF, decision of April 2026, from 4 January 2027 |
//! | `one_game_21`, `one_game_31` | one game to 21 with cap 30, to 31 with lead 1 | amateur regulations |
//! | `volleyball` | best of 5 to 25, the last to 15; not played: 25:0 each | FIVB 6.2, 6.3, 6.4 |
//! | `beach_volleyball` | best of 3 to 21, the last to 15; not played: 21:0 each | FIVB beach 7.1 to 7.4 (2009) |
//! | `fiba` | no draw; quarters and overtimes; forfeit 20:0, default 2:0 | FIBA Art. 8, 20, 21 |
//! | `football` | draws; halves, one extra time of two halves, penalties; forfeit 3:0 | Laws of the Game 7, 10; FIFA Disciplinary Code |
//! | `points` | one number a side, draws | |
//!
//! The articles of football, and games to 21 or 31 alone, were not seen in print. What a rule awards stands before the
//! `walkover` of the ranking rules, which credits a match that never began where nothing is awarded here.

/// How one game of a match is won, and how many games win the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GameRule {
    /// Points that win a game (11, 15, 21, 25).
    pub target: u16,
    /// Points that the winner must be ahead (2).
    pub lead: u16,
    /// Points that win whatever the lead (30); none where play goes on until the lead is there.
    pub cap: Option<u16>,
    /// The greatest number of games, odd: more than half of them win the match.
    pub best_of: u16,
    /// The game that decides when all others are shared, where it goes to another target (volleyball: 15).
    pub last: Option<LastGame>,
    /// Whether all games are played whatever stands, and each counts.
    pub play_all: bool,
    /// The article by which games and points that were not played are credited to the opponent of who stopped, as many as
    /// win the match (FIVB 6.4); none where they count nothing.
    pub award: Option<&'static str>,
}

/// What wins the deciding game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastGame {
    /// Points that win it.
    pub target: u16,
    /// Points that win it whatever the lead.
    pub cap: Option<u16>,
}

impl GameRule {
    /// Games to a target, two ahead, without a cap.
    ///
    /// ```
    /// use gongsai::regulations::GameRule;
    /// let volleyball = GameRule::to(25, 5).last(15);
    /// assert_eq!((volleyball.game(4).target, volleyball.game(5).target), (25, 15));
    /// assert_eq!(volleyball.needed(), 3);
    /// ```
    #[must_use]
    pub const fn to(target: u16, best_of: u16) -> GameRule {
        GameRule { target, lead: 2, cap: None, best_of, last: None, play_all: false, award: None }
    }

    /// The same where these points win whatever the lead.
    #[must_use]
    pub const fn capped(self, cap: u16) -> GameRule {
        GameRule { cap: Some(cap), ..self }
    }

    /// The same with another target of the deciding game.
    #[must_use]
    pub const fn last(self, target: u16) -> GameRule {
        GameRule { last: Some(LastGame { target, cap: None }), ..self }
    }

    /// Games that win the match.
    #[must_use]
    pub fn needed(&self) -> u16 {
        self.best_of / 2 + 1
    }

    /// How the game of a number (from 1) is won.
    #[must_use]
    pub fn game(&self, number: usize) -> GameRule {
        match self.last {
            Some(LastGame { target, cap }) if self.best_of > 1 && number == usize::from(self.best_of) => {
                GameRule { target, cap, ..*self }
            }
            Some(_) | None => *self,
        }
    }
}

/// The parts that a total is the sum of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartRule {
    /// Parts that are always played (4 quarters, 2 halves).
    pub regular: u16,
    /// Parts of one overtime (basketball 1, football 2), at least 1.
    pub overtime: u16,
    /// The most overtimes; none where they follow until somebody leads.
    pub overtimes: Option<u16>,
}

/// What may decide a match that ends level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decider {
    /// A shoot-out with a score of its own (penalties 点球).
    Shootout,
    /// One more point, end or lot that only has a winner (golden point 金球, 加赛).
    GoldenPoint,
}

/// A score that is awarded, and the article that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwardedScore {
    /// Points for the opponent; the side itself has none.
    pub points: u16,
    /// The article; empty where the regulations of the meet say it.
    pub clause: &'static str,
}

/// How a match of one number a side is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalRule {
    /// The parts that may be written beside the total.
    pub parts: Option<PartRule>,
    /// Whether a match may end level where it need not have a winner.
    pub draw: bool,
    /// What may decide a level match.
    pub decision: Option<Decider>,
    /// The score against who does not appear, refuses to play or is disqualified; none where it counts no points.
    pub forfeit: Option<AwardedScore>,
    /// The score against who has too few players left and is not behind; none where the sport knows no such end, and who
    /// stops retires.
    pub default: Option<AwardedScore>,
}

/// How a match is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreRule {
    /// Games of points (table tennis, badminton, volleyball).
    Games(GameRule),
    /// One total for each side (basketball, football, tug of war by ends).
    Total(TotalRule),
}

/// A plain number a side, which may be level.
const POINTS: TotalRule = TotalRule { parts: None, draw: true, decision: None, forfeit: None, default: None };

impl ScoreRule {
    /// Basketball (FIBA Art. 8, 20, 21).
    pub const FIBA: ScoreRule = ScoreRule::Total(TotalRule {
        parts: Some(PartRule { regular: 4, overtime: 1, overtimes: None }),
        draw: false,
        forfeit: Some(AwardedScore { points: 20, clause: "FIBA Art. 20" }),
        default: Some(AwardedScore { points: 2, clause: "FIBA Art. 21" }),
        ..POINTS
    });

    /// All built-in rules, by name.
    pub const BUILT_IN: &[(&'static str, ScoreRule)] = &[
        ("tt_11", ScoreRule::Games(GameRule::to(11, 5))),
        ("badminton_21", ScoreRule::Games(GameRule::to(21, 3).capped(30))),
        ("badminton_15_2027", ScoreRule::Games(GameRule::to(15, 3).capped(21))),
        ("one_game_21", ScoreRule::Games(GameRule::to(21, 1).capped(30))),
        ("one_game_31", ScoreRule::Games(GameRule { lead: 1, ..GameRule::to(31, 1) })),
        ("volleyball", ScoreRule::Games(GameRule { award: Some("FIVB 6.4"), ..GameRule::to(25, 5).last(15) })),
        (
            "beach_volleyball",
            ScoreRule::Games(GameRule { award: Some("FIVB beach 7.4"), ..GameRule::to(21, 3).last(15) }),
        ),
        ("fiba", ScoreRule::FIBA),
        (
            "football",
            ScoreRule::Total(TotalRule {
                parts: Some(PartRule { regular: 2, overtime: 2, overtimes: Some(1) }),
                decision: Some(Decider::Shootout),
                forfeit: Some(AwardedScore { points: 3, clause: "FIFA Disciplinary Code" }),
                ..POINTS
            }),
        ),
        ("points", ScoreRule::Total(POINTS)),
    ];

    /// The built-in rule of a name.
    ///
    /// ```
    /// use gongsai::regulations::{GameRule, ScoreRule};
    /// assert_eq!(ScoreRule::named("tt_11"), Some(ScoreRule::Games(GameRule::to(11, 5))));
    /// assert_eq!(ScoreRule::named("cricket"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<ScoreRule> {
        ScoreRule::BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
    }

    /// Whether a match in a group may end level.
    #[must_use]
    pub fn knows_draws(&self) -> bool {
        matches!(self, ScoreRule::Total(TotalRule { draw: true, .. }))
    }
}
