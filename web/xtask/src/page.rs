//! The page: the project's `index.html` with its gaps filled.

use anyhow::{Result, bail};

use crate::build::Sample;
use crate::content_policy::{self, Origin, policy};
use crate::project::Project;

/// What goes into the two gaps of `index.html`.
pub(crate) struct Filling {
    /// In the head: the style sheet, the icon.
    pub(crate) head: String,
    /// At the end of the body: what starts the app.
    pub(crate) start: String,
}

/// The whole page.
pub(crate) fn page(project: &Project, filling: &Filling, origin: Origin) -> Result<String> {
    let template = without_comments(&project.text("index.html")?);
    let page = fill(&template, &[("head", &filling.head), ("start", &filling.start)])?;
    let policy = policy(&page, origin)?;
    let page = fill(&page, &[("policy", &policy)])?;
    content_policy::check(&page)?;
    Ok(page)
}

/// Puts texts where the template says `{{name}}`.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        let gap = format!("{{{{{name}}}}}");
        if !template.contains(&gap) {
            bail!("a template has no gap {gap}");
        }
        text = text.replacen(&gap, value, 1);
    }
    Ok(text)
}

/// Text for an inline script: as it is, unless it would end the element early.
pub(crate) fn inline(script: &str) -> Result<&str> {
    if script.contains("</script") || script.contains("<!--") {
        bail!("a script holds `</script` or `<!--`, which would break the page that it is put into");
    }
    Ok(script)
}

/// The names of the sample files as a JavaScript list.
pub(crate) fn names(samples: &[Sample]) -> Result<String> {
    let names: Vec<&str> = samples.iter().map(|sample| sample.name.as_str()).collect();
    Ok(serde_json::to_string(&names)?)
}

/// The comments in `index.html` are for those who change it.
fn without_comments(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after.trim_start());
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once_and_missing_ones_are_told() {
        assert_eq!(fill("a {{b}} c", &[("b", "{{b}}")]).ok().as_deref(), Some("a {{b}} c"));
        assert!(fill("a", &[("b", "")]).is_err());
    }

    #[test]
    fn comments_are_left_out() {
        assert_eq!(without_comments("a<!-- x -->\n b<!-- y"), "ab");
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert!(inline("'</script>'").is_err());
        assert!(inline("1 < 2").is_ok());
    }
}
