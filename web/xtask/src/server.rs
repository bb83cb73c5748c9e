//! A small server for one machine: the files of `dist/`, read only, on 127.0.0.1.

use std::fs;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::say;

const PORT: u16 = 8080;
/// So many ports after the usual one are tried when nobody asked for a certain one.
const TRIES: u16 = 20;
/// No request of a browser for a file is longer.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// Takes a port: the one asked for, else the first free one from 8080.
pub(crate) fn listen(asked: Option<u16>) -> Result<TcpListener> {
    let ports = asked.map_or(PORT..=PORT + TRIES, |port| port..=port);
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                say::line(&format!("port {port} is taken by another program"));
            }
            Err(error) => {
                return Err(error).with_context(|| format!("port {port} cannot be opened"));
            }
        }
    }
    bail!("no free port: end the program that has it, or choose one with `cargo xtask serve --port N`")
}

/// Serves a folder, in a thread of its own, until the program is ended.
pub(crate) fn serve(listener: TcpListener, folder: PathBuf) -> Result<()> {
    let address = listener.local_addr().context("the address cannot be told")?;
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let folder = folder.clone();
            // A browser that goes away in the middle is no concern of ours.
            std::thread::spawn(move || stream.and_then(|stream| answer(&stream, &folder)));
        }
    });
    say::line(&format!("\nOpen http://{address}/ in a browser. A change of the sources builds anew; Ctrl+C ends."));
    Ok(())
}

fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let Some(request) = lines.next().transpose()? else {
        return Ok(());
    };
    let mut takes_brotli = false;
    for line in lines {
        let line = line?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        takes_brotli |= line.starts_with("accept-encoding:") && line.contains("br");
    }
    let response = respond(&request, takes_brotli, folder);
    let mut stream = stream;
    stream.write_all(response.head.as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

struct Response {
    head: String,
    body: Vec<u8>,
}

fn respond(request: &str, takes_brotli: bool, folder: &Path) -> Response {
    let mut words = request.split(' ');
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return refusal("405 Method Not Allowed");
    }
    let Some(path) = path_in(folder, address) else {
        return refusal("404 Not Found");
    };
    let packed = PathBuf::from(format!("{}.br", path.display()));
    let (encoding, read) = match fs::read(&packed) {
        Ok(bytes) if takes_brotli => ("Content-Encoding: br\r\n", Ok(bytes)),
        _ => ("", fs::read(&path)),
    };
    let Ok(body) = read else {
        return refusal("404 Not Found");
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\n{encoding}Vary: Accept-Encoding\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        media_type(&path),
        body.len()
    );
    Response { head, body }
}

fn refusal(status: &str) -> Response {
    let body = status.as_bytes().to_vec();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    Response { head, body }
}

/// The file that an address names, if it stays in the folder.
fn path_in(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// Text with its `%` escapes undone.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "csv" | "toml" | "gongsai" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, file: Option<&str>) {
        assert_eq!(path_in(Path::new("dist"), address), file.map(PathBuf::from), "{address}");
    }

    #[test]
    fn an_address_names_a_file_of_the_folder() {
        check("/", Some("dist/index.html"));
        check("/app.js?x=/../y#z", Some("dist/app.js"));
        check("/sample/%E5%B7%A5%E8%B5%9B.gongsai", Some("dist/sample/工赛.gongsai"));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/a/..%2f..%2fb", "/.git/config", "/..\\x", "/C:/x", "x", "/%"]
        {
            check(address, None);
        }
    }

    #[test]
    fn a_taken_port_is_told() {
        let taken = listen(Some(0)).and_then(|listener| Ok(listener.local_addr()?.port()));
        assert!(taken.is_ok());
        let held = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = held.local_addr().expect("a bound port has an address").port();
        assert!(listen(Some(port)).is_err());
    }
}
