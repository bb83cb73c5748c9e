//! `dist/` for a server: files named by their content, and what makes them work offline.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::build::{Flavour, Parts};
use crate::compress::{brotli, hash};
use crate::content_policy::Origin;
use crate::page::{Filling, fill, inline, names, page};
use crate::project::Project;

const MANIFEST: &str = "manifest.webmanifest";
const ICON: &str = "icon.svg";

/// The folder while it is written.
struct Dist {
    folder: PathBuf,
    flavour: Flavour,
    /// What the service worker keeps: path and hash of the content.
    written: Vec<(String, String)>,
}

/// Writes all files but the app in one file.
pub(crate) fn write(project: &Project, parts: &Parts) -> Result<()> {
    let mut dist = Dist { folder: project.dist(), flavour: parts.flavour, written: Vec::new() };

    let app_wasm = dist.hashed("app", "wasm", &parts.app.wasm)?;
    let app_js = dist.hashed("app", "js", parts.app.js.as_bytes())?;
    let styles = dist.hashed("app", "css", parts.styles.as_bytes())?;
    let sheets_wasm = dist.hashed("sheets", "wasm", &parts.sheets.wasm)?;
    // The worker finds its module beside itself, wherever the page is.
    let at = format!("const SHEETS_WASM = new URL(\"{sheets_wasm}\", self.location.href);");
    let sheets_js = [parts.sheets.js.as_str(), &at, &parts.sheets_worker].join("\n");
    let sheets_js = dist.hashed("sheets", "js", sheets_js.as_bytes())?;
    for sample in &parts.samples {
        dist.plain(&format!("sample/{}", sample.name), &sample.bytes)?;
    }
    for name in [MANIFEST, ICON] {
        dist.plain(name, project.text(&format!("web/xtask/page/{name}"))?.as_bytes())?;
    }

    let head = format!(
        "<link rel=\"icon\" href=\"{ICON}\" type=\"image/svg+xml\">\n\
         <link rel=\"manifest\" href=\"{MANIFEST}\">\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n\
         <link rel=\"modulepreload\" href=\"{app_js}\">\n\
         <link rel=\"preload\" href=\"{app_wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
    );
    let offline = match parts.flavour {
        Flavour::Dev => "online.js",
        Flavour::Release => "offline.js",
    };
    let start = fill(
        &project.text("web/xtask/page/server.js")?,
        &[
            ("sheets_js", &sheets_js),
            ("samples", &names(&parts.samples)?),
            ("offline", &project.text(&format!("web/xtask/page/{offline}"))?),
            ("app_js", &app_js),
            ("app_wasm", &app_wasm),
        ],
    )?;
    let start = format!("<script type=\"module\">\n{}</script>", inline(&start)?);
    let index = page(project, &Filling { head, start }, Origin::Server)?;
    dist.plain("index.html", index.as_bytes())?;
    dist.service_worker(project)
}

impl Dist {
    /// Writes a file under a name that changes with its content; gives the name back.
    fn hashed(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", hash(bytes));
        self.plain(&name, bytes)?;
        Ok(name)
    }

    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.put(name, bytes)?;
        self.written.push((name.to_owned(), hash(bytes)));
        Ok(())
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        if self.flavour == Flavour::Release {
            fs::write(self.folder.join(format!("{name}.br")), brotli(bytes)?)?;
        }
        Ok(())
    }

    /// One store for one build: the list and every content make its name.
    fn service_worker(&self, project: &Project) -> Result<()> {
        let script = match self.flavour {
            Flavour::Dev => project.text("web/xtask/page/sw.dev.js")?,
            Flavour::Release => {
                let all: Vec<String> = self.written.iter().map(|(name, hash)| format!("{name} {hash}")).collect();
                // A server may answer `index.html` with a redirection, which no navigation may be answered with: `./`.
                let files: Vec<&str> = self.written.iter().map(|(name, _)| name.as_str()).collect();
                let files: Vec<&str> = files.into_iter().map(|n| if n == "index.html" { "./" } else { n }).collect();
                let version = hash(all.join("\n").as_bytes());
                let files = serde_json::to_string_pretty(&files)?;
                fill(&project.text("web/xtask/page/sw.js")?, &[("version", &version), ("files", &files)])?
            }
        };
        self.put("sw.js", script.as_bytes())
    }
}
