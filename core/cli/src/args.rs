//! What the command line can hold.

use std::path::PathBuf;

use clap::{Args as Arguments, Parser, Subcommand};
use gongsai::document::PRESETS;
use gongsai::document::plan::PlanOptions;
use gongsai::id::DeviceId;

/// Eligibility, draws, brackets and standings of workers' sports meets: JSON in, JSON out.
#[derive(Debug, Parser)]
#[command(name = "gongsai", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read entry forms and review everyone on them
    Review(Review),
    /// Rank a group, with the reason for each place
    Standings(Case),
    /// Say in words why each of a group stands where it stands; the case is that of `standings`
    Why(Case),
    /// Say whether a score can be right
    CheckScore(Case),
    /// Follow the course of a team tie
    Tie(Case),
    /// List the matches of a format and the feeds between them
    Plan(Plan),
    /// Draw groups or a knockout, with a receipt
    Draw(Draw),
    /// Check a receipt by drawing again
    VerifyDraw(Case),
    /// Work on the journal of a meet
    Meet(Meet),
    /// Give the final places of the events of a meet, each with what gave it or what it waits for
    Places(Places),
    /// Give the points, medals and awards of the units of a meet, each with its reason
    Points(Points),
    /// Print whom the sanctions of a meet bar from the next ones, as the rule P16 of its regulations (TOML)
    Bans(Bans),
    /// Seal, open or erase the private facts of people
    Vault(Vault),
    /// Make a random meet, or play a meet to its end at random
    Simulate(Simulate),
    /// Write the entry form of each unit to be filled in, a workbook with the columns that the regulations need
    Template(Template),
}

#[derive(Debug, Arguments)]
pub(crate) struct Case {
    /// The file of the case; `-` is standard input
    #[arg(default_value = "-")]
    pub(crate) file: PathBuf,
    /// Take each line of the input as a case and answer on a line each
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Draw {
    /// Print what is published before the draw: the commitment to its seed, and the digest of its entries
    #[arg(long)]
    pub(crate) commit: bool,
    #[command(flatten)]
    pub(crate) case: Case,
}

#[derive(Debug, Arguments)]
pub(crate) struct Review {
    /// The regulations, a TOML file
    #[arg(long)]
    pub(crate) regulation: PathBuf,
    /// Judge by a preset instead of the rules in the regulations
    #[arg(long, value_parser = PRESETS.map(|(name, _)| name))]
    pub(crate) preset: Option<String>,
    /// The list of units, CSV or a workbook
    #[arg(long)]
    pub(crate) units: PathBuf,
    /// The register of athletes, CSV or a workbook
    #[arg(long)]
    pub(crate) register: PathBuf,
    /// The day of the import, as 2026-09-01; days after it are findings. Without it today, by the clock
    #[arg(long)]
    pub(crate) today: Option<String>,
    /// Keep what was read and reviewed as the journal of a meet in this file
    #[arg(long)]
    pub(crate) journal: Option<PathBuf>,
    /// Keep the private facts beside it in this file; they must not be published
    #[arg(long, requires = "journal")]
    pub(crate) facts: Option<PathBuf>,
    /// The entry forms
    #[arg(required = true)]
    pub(crate) forms: Vec<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Plan {
    /// `knockout`, `knockout-all-places`, `double-elimination`, `consolation`, `feed-in`, `curtis`, `compass`, `olympic`,
    /// `page-playoff`, `stepladder`, `groups-knockout`, `groups` or `round-robin`
    #[arg(long, required_unless_present = "graph")]
    pub(crate) format: Option<String>,
    /// The number of entrants
    #[arg(long, required_unless_present = "graph")]
    pub(crate) entrants: Option<u32>,
    /// Write the plan as text that people can read: `W2.1 = [W:W1.1, W:W1.2]`
    #[arg(long)]
    pub(crate) text: bool,
    /// Read such a text instead and check it; `-` is standard input
    #[arg(long, conflicts_with_all = ["format", "entrants", "text"])]
    pub(crate) graph: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) options: FormatOptions,
}

/// What a format may need to know besides the number of entrants.
#[derive(Debug, Arguments)]
pub(crate) struct FormatOptions {
    /// The number of groups
    #[arg(long)]
    pub(crate) groups: Option<u16>,
    /// Instead of the number of groups: the most entrants of one
    #[arg(long, conflicts_with = "groups")]
    pub(crate) group_size: Option<u16>,
    /// Instead of these two: the entrants of each group, as 4,4,3
    #[arg(long)]
    pub(crate) sizes: Option<String>,
    /// How many more of the next rank go on, the best across the groups
    #[arg(long)]
    pub(crate) best: Option<u16>,
    /// How many of each group go on
    #[arg(long)]
    pub(crate) through: Option<u16>,
    /// `fixed`, `fixed-apart`, `drawn`, `shifted` or `mirrored`
    #[arg(long)]
    pub(crate) crossing: Option<String>,
    /// Play for third place
    #[arg(long)]
    pub(crate) third_place: bool,
    /// How many places `knockout-all-places` plays out
    #[arg(long)]
    pub(crate) down_to: Option<u32>,
    /// Let entries beyond a power of two play for its last positions (抢号)
    #[arg(long)]
    pub(crate) preliminary: bool,
    /// End a double elimination with one final, whoever wins it
    #[arg(long)]
    pub(crate) no_reset: bool,
    /// Of how many rounds the losers are fed into `feed-in`
    #[arg(long)]
    pub(crate) rounds: Option<u16>,
    /// The order of a round robin: `berger` or `circle`
    #[arg(long)]
    pub(crate) order: Option<String>,
    /// The format in which the first of each group play on, after `groups`
    #[arg(long)]
    pub(crate) then: Option<String>,
    /// How often a round robin goes round: 1 or 2
    #[arg(long)]
    pub(crate) legs: Option<u16>,
    /// The positions that meet in the first round of a round robin: `2-3,4-5`
    #[arg(long)]
    pub(crate) first: Option<String>,
    /// The book of seeds and byes: `ittf`, `bwf`, `cn` or `standard`
    #[arg(long, default_value = "standard")]
    pub(crate) rule: String,
}

impl FormatOptions {
    /// The options as the core reads them.
    pub(crate) fn read(&self) -> PlanOptions<'_> {
        PlanOptions {
            groups: self.groups,
            group_size: self.group_size,
            sizes: self.sizes.as_deref(),
            best: self.best,
            through: self.through,
            crossing: self.crossing.as_deref(),
            third_place: self.third_place,
            preliminary: self.preliminary,
            down_to: self.down_to,
            no_reset: self.no_reset,
            rounds: self.rounds,
            order: self.order.as_deref(),
            then: self.then.as_deref(),
            legs: self.legs,
            first: self.first.as_deref(),
            rule: Some(&self.rule),
        }
    }
}

#[derive(Debug, Arguments)]
pub(crate) struct Meet {
    #[command(subcommand)]
    pub(crate) command: MeetCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeetCommand {
    /// Ask for something: one command in JSON from standard input, kept at the end of the journal
    Apply {
        /// The journal
        journal: PathBuf,
        /// The device to write as, 16 hexadecimal digits; every copy of the journal that is written needs its own
        #[arg(long, default_value = "0000000000000000")]
        device: DeviceId,
        /// A file with the device's secret key, 64 hexadecimal digits, for a meet that is held under a key
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    /// Show the state: units, entries, reviews, groups, brackets, places
    Show {
        /// The journal
        journal: PathBuf,
        /// Only this event
        #[arg(long)]
        event: Option<String>,
    },
    /// Fold the journal anew and say what is whole, refused, set aside or missing
    Replay {
        /// The journal
        journal: PathBuf,
    },
    /// Hold a file to its hashes and signatures: exit code 1 when anything is damaged, missing, set aside or disputed
    Verify {
        /// The journal
        journal: PathBuf,
    },
    /// Put the records of several devices together, in any order and any number of times
    Merge {
        /// The journals
        #[arg(required = true)]
        journals: Vec<PathBuf>,
        /// Where the whole is written
        #[arg(long, short)]
        out: PathBuf,
    },
    /// The records in the order in which they count, each in words with what became of it
    Log {
        /// The journal
        journal: PathBuf,
        /// In English
        #[arg(long)]
        english: bool,
    },
    /// What differs between two moments, in words
    Diff {
        /// The journal
        journal: PathBuf,
        /// The record after which the first moment is; the empty meet without it
        #[arg(long)]
        from: Option<String>,
        /// The record after which the second moment is; the last one without it
        #[arg(long)]
        to: Option<String>,
        /// In English
        #[arg(long)]
        english: bool,
    },
}

/// A journal that is told of.
#[derive(Debug, Arguments)]
pub(crate) struct Told {
    /// The journal
    pub(crate) journal: PathBuf,
    /// Write it as text for people instead of JSON
    #[arg(long)]
    pub(crate) text: bool,
    /// Write the text in English
    #[arg(long, requires = "text")]
    pub(crate) english: bool,
}

impl Told {
    pub(crate) fn language(&self) -> gongsai_wording::Lang {
        if self.english { gongsai_wording::Lang::En } else { gongsai_wording::Lang::Zh }
    }
}

#[derive(Debug, Arguments)]
pub(crate) struct Bans {
    /// The journal
    pub(crate) journal: PathBuf,
    /// Write the notes in English
    #[arg(long)]
    pub(crate) english: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Places {
    #[command(flatten)]
    pub(crate) told: Told,
    /// Only this event
    #[arg(long)]
    pub(crate) event: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Points {
    #[command(flatten)]
    pub(crate) told: Told,
}

#[derive(Debug, Arguments)]
pub(crate) struct Vault {
    #[command(subcommand)]
    pub(crate) command: VaultCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum VaultCommand {
    /// Seal a file of facts under a password, to be sent to other staff
    Seal {
        /// The journal of the meet that the people belong to
        #[arg(long)]
        meet: PathBuf,
        /// The file whose first line is the password, of 8 characters or more
        #[arg(long)]
        password_file: PathBuf,
        /// The facts: a person's id and a JSON object a line, as `review --facts` writes them
        facts: PathBuf,
        /// Where the sealed file is written
        #[arg(long, short)]
        out: PathBuf,
    },
    /// Open a sealed file
    Open {
        /// Refuse the facts of any other meet than that of this journal
        #[arg(long)]
        meet: Option<PathBuf>,
        /// The file whose first line is the password
        #[arg(long)]
        password_file: PathBuf,
        /// The sealed file
        sealed: PathBuf,
        /// Where the facts are written; they must not be published
        #[arg(long, short)]
        out: PathBuf,
    },
    /// Erase a person's facts from a file; the journal stays as it is
    Erase {
        /// The facts
        facts: PathBuf,
        /// The id of the person
        #[arg(long)]
        person: String,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct Simulate {
    /// The seed; the same seed gives the same meet
    #[arg(long)]
    pub(crate) seed: String,
    /// Go on from this journal
    #[arg(long, conflicts_with_all = ["regulation", "units", "format"])]
    pub(crate) journal: Option<PathBuf>,
    /// Hold a new meet by these regulations, a TOML file
    #[arg(long, required_unless_present_any = ["journal", "format"], conflicts_with = "format")]
    pub(crate) regulation: Option<PathBuf>,
    /// The number of units of a new meet
    #[arg(long, default_value_t = 16, conflicts_with = "format")]
    pub(crate) units: u16,
    /// Play only these events; all of them without it
    #[arg(long, conflicts_with = "format")]
    pub(crate) event: Vec<String>,
    /// Hold a new meet of one event in this format, named as for `plan`
    #[arg(long, requires = "entrants")]
    pub(crate) format: Option<String>,
    /// The number of entrants of that event, each of a unit of its own
    #[arg(long, requires = "format")]
    pub(crate) entrants: Option<u16>,
    #[command(flatten)]
    pub(crate) options: FormatOptions,
}

#[derive(Debug, Arguments)]
pub(crate) struct Template {
    /// The regulations, a TOML file
    #[arg(long)]
    pub(crate) regulation: PathBuf,
    /// The list of units, CSV or a workbook; without it one form of no unit is written
    #[arg(long)]
    pub(crate) units: Option<PathBuf>,
    /// The folder that the forms are written to
    #[arg(long)]
    pub(crate) into: PathBuf,
}
