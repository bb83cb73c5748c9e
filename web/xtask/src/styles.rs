//! The style sheets of `web/styles/` as one.

use std::fs;

use anyhow::{Context, Result};

use crate::build::Flavour;
use crate::project::Project;

/// Joins all sheets in the order of their names; a release carries no comments and no indentation.
pub(crate) fn join(project: &Project, flavour: Flavour) -> Result<String> {
    let mut all = String::new();
    for path in project.files("web/styles")? {
        if path.extension().is_some_and(|extension| extension == "css") {
            let sheet = fs::read_to_string(&path);
            all.push_str(&sheet.with_context(|| format!("{} cannot be read", path.display()))?);
            all.push('\n');
        }
    }
    Ok(match flavour {
        Flavour::Dev => all,
        Flavour::Release => smaller(&all),
    })
}

fn smaller(css: &str) -> String {
    let text = without_comments(css);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// A comment ends a word, so a space takes its place; in a quoted text nothing is a comment.
fn without_comments(css: &str) -> String {
    let mut text = String::new();
    let mut quote = None;
    let mut letters = css.chars().peekable();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (None, '/') if letters.peek() == Some(&'*') => {
                letters.next();
                let mut last = ' ';
                for inside in letters.by_ref() {
                    if last == '*' && inside == '/' {
                        break;
                    }
                    last = inside;
                }
                text.push(' ');
                continue;
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if letter == open => quote = None,
            (_, '\\') => {
                text.push(letter);
                text.extend(letters.next());
                continue;
            }
            _ => {}
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: &str, small: &str) {
        assert_eq!(smaller(css), small);
    }

    #[test]
    fn comments_and_indentation_go() {
        check("/* why */\n\na {\n  color: red; /* x */\n}\n", "a {\ncolor: red;\n}\n");
        check("/**/a{}/***/b{}", "a{} b{}\n");
    }

    #[test]
    fn quoted_text_stays() {
        check("a::before { content: \"/* \\\" 工 */\"; }", "a::before { content: \"/* \\\" 工 */\"; }\n");
        check("a { content: '\"'; } /* x */", "a { content: '\"'; }\n");
    }
}
