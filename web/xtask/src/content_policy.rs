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

/// Holds a finished page to what its policy is for: only its own scripts run, and it has none that need more.
///
/// # Errors
/// Says what is in the way; the page must not be published then.
pub(crate) fn check(page: &str) -> Result<()> {
    const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let Some((before, after)) = page.split_once(META) else {
        bail!("the page has no policy");
    };
    if before.contains("<script") || before.contains("<link") || before.contains("<style") {
        bail!("something is loaded before the policy stands");
    }
    let policy = after.split('"').next().unwrap_or_default();
    let Some(scripts) = policy.split(';').map(str::trim).find_map(|rule| rule.strip_prefix("script-src ")) else {
        bail!("the policy says nothing of scripts");
    };
    let allowed = |source: &str| ["'self'", "'wasm-unsafe-eval'"].contains(&source) || source.starts_with("'sha256-");
    if let Some(source) = scripts.split_whitespace().find(|source| !allowed(source)) {
        bail!("the policy lets scripts run from {source}");
    }
    for hash in hashes(page, "script")? {
        if !scripts.contains(&hash) {
            bail!("an inline script is not in the policy, and would not run");
        }
    }
    for tag in tags(page) {
        let handler = tag.split_whitespace().skip(1).find(|word| word.starts_with("on") && word.contains('='));
        if let Some(code) = handler.or(tag.contains("javascript:").then_some(tag)) {
            bail!("`{code}` is a script in an attribute, which the policy does not let run");
        }
    }
    Ok(())
}

/// The opening tags of a page, without what stands in its scripts and styles.
fn tags(page: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        tags.push(tag);
        let end = ["script", "style"].into_iter().find(|name| tag.starts_with(name)).map(|name| format!("</{name}"));
        rest = end.and_then(|end| after.find(&end)).map_or(after, |at| &after[at..]);
    }
    tags
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

    /// A page with this head and body, under the policy that it gets.
    fn page(body: &str, origin: Origin) -> String {
        let page = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{{{{policy}}}}\">{body}");
        let policy = policy(&page, origin).unwrap_or_default();
        page.replace("{{policy}}", &policy)
    }

    #[test]
    fn a_page_runs_its_own_scripts_alone() {
        for origin in [Origin::Server, Origin::Page] {
            let good = page("<script>a = \"<p onclick=1>\"</script><style>b</style><p class=\"on\">once</p>", origin);
            assert!(check(&good).is_ok(), "{good}");
            assert!(!good.contains("script-src-attr") && good.matches("'unsafe-inline'").count() == 1, "{good}");
            assert!(check(&page("<p onclick=\"x()\">", origin)).is_err());
            assert!(check(&page("<a href=\"javascript:x()\">", origin)).is_err());
            assert!(check(&good.replace("</style>", "</style><script>more</script>")).is_err());
            for source in ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:", "https://a.example"] {
                assert!(check(&good.replace("script-src ", &format!("script-src {source} "))).is_err(), "{source}");
            }
        }
        assert!(check("<script>a</script>").is_err());
        assert!(check(&format!("<script src=\"a.js\"></script>{}", page("", Origin::Server))).is_err());
    }

    #[test]
    fn a_page_from_a_file_fetches_nothing() {
        let policy = policy("<script>abc</script>", Origin::Page).unwrap_or_default();
        assert!(policy.contains("default-src 'none'") && !policy.contains("'self'"), "{policy}");
    }
}
