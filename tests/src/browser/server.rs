//! The files of a folder on a free port of this machine, until stopped.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// A static file server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder.
    ///
    /// # Panics
    /// When no port is free.
    #[must_use]
    pub fn start(folder: &Path) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port of this machine is free");
        let address = listener.local_addr().expect("a bound port has an address");
        let ended = Arc::new(AtomicBool::new(false));
        let thread = {
            let (folder, ended) = (folder.to_path_buf(), ended.clone());
            std::thread::spawn(move || serve(&listener, &folder, &ended))
        };
        Server { address, ended, thread: Some(thread) }
    }

    /// The address of the page, with the slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers no more: the port is closed when this returns.
    pub fn stop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        self.ended.store(true, Ordering::SeqCst);
        // One more visitor, so that the thread looks up.
        drop(TcpStream::connect(self.address));
        let _ = thread.join();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn serve(listener: &TcpListener, folder: &Path, ended: &AtomicBool) {
    for stream in listener.incoming() {
        if ended.load(Ordering::SeqCst) {
            return;
        }
        let folder = folder.to_path_buf();
        // A browser that goes away in the middle is no concern of ours.
        std::thread::spawn(move || stream.and_then(|stream| answer(stream, &folder)));
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).and_then(|address| path_in(folder, address));
    let found = path.and_then(|path| Some((media_type(&path), fs::read(&path).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

/// The file that an address names, if it stays in the folder.
fn path_in(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = decoded(address.split(['?', '#']).next()?.strip_prefix('/')?)?;
    if path.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    Some(if path.is_empty() { folder.join("index.html") } else { folder.join(path) })
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
