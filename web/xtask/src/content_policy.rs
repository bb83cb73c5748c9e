//! The content security policy: the page runs its own scripts, named by their hashes, and nothing else.

use anyhow::{Result, bail};

use crate::compress::policy_hash;

/// Where the page gets its files from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From a server, as files of its own.
    Server,
    /// From nowhere: all is in the page.
    Page,
}

/// The policy of a page that is complete but for the policy itself.
pub(crate) fn policy(page: &str, origin: Origin) -> Result<String> {
    let scripts = hashes(page, "script")?.join(" ");
    let styles = hashes(page, "style")?.join(" ");
    // A style attribute places a match in a bracket, so those are allowed; a style element from outside is not.
    let fixed = "object-src 'none'; base-uri 'none'; form-action 'none'; style-src-attr 'unsafe-inline'";
    Ok(match origin {
        Origin::Server => format!(
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {scripts}; worker-src 'self' blob:; \
             style-src-elem 'self' {styles}; img-src 'self' data: blob:; media-src 'self' blob:; {fixed}"
        ),
        Origin::Page => format!(
            "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; worker-src blob:; \
             style-src-elem {styles}; img-src data: blob:; media-src blob:; {fixed}"
        ),
    })
}

/// The hashes of the inline elements of one kind, less those that the browser does not run.
fn hashes(page: &str, element: &str) -> Result<Vec<String>> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find(&open) {
        let Some((tag, after)) = rest[start + open.len()..].split_once('>') else {
            bail!("a <{element}> of the page is not closed");
        };
        let Some((content, after)) = after.split_once(&close) else {
            bail!("a <{element}> of the page has no end");
        };
        let is_data = tag.contains("type=\"text/") || tag.contains("type=\"application/");
        if !is_data && !tag.contains("src=") {
            found.push(policy_hash(content));
        }
        rest = after;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_is_named() {
        let page = "<script>abc</script><script src=\"x.js\"></script><script type=\"text/plain\">d</script>\
                    <style>abc</style><script type=\"module\">abc</script>";
        assert_eq!(hashes(page, "script").map(|found| found.len()).ok(), Some(2));
        assert_eq!(hashes(page, "style").map(|found| found.len()).ok(), Some(1));
    }

    #[test]
    fn a_page_from_a_file_fetches_nothing() {
        let policy = policy("<script>abc</script>", Origin::Page).unwrap_or_default();
        assert!(policy.contains("default-src 'none'") && !policy.contains("'self'"), "{policy}");
    }
}
