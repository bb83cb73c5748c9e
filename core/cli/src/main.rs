//! The command `gongsai`: JSON in, JSON out. Exit code 0 done, 1 refused (the reason on standard error as JSON), 2
//! wrong usage.

mod args;
mod bans;
mod case;
mod io;
mod meet;
mod overall;
mod review;
mod simulate;
mod template;
mod vault;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.command {
        Command::Review(args) => review::run(&args),
        Command::Standings(args) => case::run(&args, |case| Ok(gongsai::document::case::standings(case)?)),
        Command::Why(args) => case::run(&args, case::why),
        Command::CheckScore(args) => case::run(&args, |case| Ok(gongsai::document::case::check_score(case)?)),
        Command::Tie(args) => case::run(&args, |case| Ok(gongsai::document::case::tie(case)?)),
        Command::Plan(args) => case::plan(&args),
        Command::Draw(args) if args.commit => case::run(&args.case, |case| Ok(gongsai::document::draw::commit(case)?)),
        Command::Draw(args) => case::run(&args.case, |case| Ok(gongsai::document::draw::draw(case)?)),
        Command::VerifyDraw(args) => case::run(&args, |case| Ok(gongsai::document::draw::verify_draw(case)?)),
        Command::Meet(args) => meet::run(&args),
        Command::Places(args) => overall::places(&args),
        Command::Points(args) => overall::points(&args),
        Command::Bans(args) => bans::run(&args),
        Command::Vault(args) => vault::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Template(args) => template::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            io::complain(&failure);
            ExitCode::FAILURE
        }
    }
}
