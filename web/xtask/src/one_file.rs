//! `dist/gongsai.html`: the whole app in one file that opens by a double click, without a server or a network.

use std::fs;

use anyhow::{Context, Result};

use crate::build::Parts;
use crate::compress::{base64, gzip};
use crate::content_policy::Origin;
use crate::page::{Filling, fill, inline, names, page};
use crate::project::Project;

/// Writes the file.
pub(crate) fn write(project: &Project, parts: &Parts) -> Result<()> {
    let icon = base64(project.text("web/xtask/page/icon.svg")?.as_bytes());
    let head =
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n<style>\n{}</style>", parts.styles);
    let mut start = String::new();
    start.push_str(&packed("app-wasm", &parts.app.wasm)?);
    start.push_str(&packed("sheets-wasm", &parts.sheets.wasm)?);
    start.push_str(&data("sheets-glue", inline(&parts.sheets.js)?));
    start.push_str(&data("sheets-worker", inline(&parts.sheets_worker)?));
    for (index, sample) in parts.samples.iter().enumerate() {
        start.push_str(&packed(&format!("sample-{index}"), &sample.bytes)?);
    }
    let script = fill(&project.text("web/xtask/page/one-file.js")?, &[("samples", &names(&parts.samples)?)])?;
    start.push_str(&format!("<script>\n{}</script>\n", inline(&parts.app_classic_js)?));
    start.push_str(&format!("<script>\n{}</script>", inline(&script)?));
    let text = page(project, &Filling { head, start }, Origin::Page)?;
    fs::write(project.dist().join("gongsai.html"), text).context("dist/gongsai.html cannot be written")
}

/// Bytes as an element that the browser keeps and does not run.
fn packed(id: &str, bytes: &[u8]) -> Result<String> {
    Ok(data(id, &base64(&gzip(bytes)?)))
}

fn data(id: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
}
