//! The programs and folders of one browser. All are gone when dropped.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A program on the path.
///
/// # Panics
/// When there is none: a missing browser fails a test, it never skips it.
#[must_use]
pub(super) fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    found.unwrap_or_else(|| {
        panic!(
            "the browser tests need `{name}`, which is not on this machine: on Debian, \
             `apt-get install chromium chromium-driver`, or run `cargo xtask test browser`, which does it"
        )
    })
}

/// A fresh folder.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("gongsai-browser-{}-{n}-{name}", std::process::id()));
        // Left over only if a process of the same number was ended by force.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made for temporary files");
        Folder(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser's last process may still be writing its last file.
        for _ in 0..50 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

/// The main processes that were started with this argument.
pub(super) fn running(argument: &str) -> Vec<u32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = processes.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok());
    let main = |number: &u32| {
        let line = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
        let words: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
        words.contains(&argument.as_bytes()) && !words.iter().any(|word| word.starts_with(b"--type="))
    };
    numbers.filter(main).collect()
}

/// chromedriver on a free port.
#[derive(Debug)]
pub(super) struct ChromeDriver {
    child: Child,
    pub(super) url: String,
}

impl ChromeDriver {
    pub(super) fn start() -> ChromeDriver {
        let mut child = Command::new(program("chromedriver"))
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let output = BufReader::new(child.stdout.take().expect("its output is piped"));
        let mut lines = output.lines().map_while(Result::ok);
        let port = lines.find_map(|line| port_in(&line)).expect("chromedriver says on which port it started");
        // Its pipe is read to the end, or it would block once it is full.
        std::thread::spawn(move || lines.for_each(drop));
        ChromeDriver { child, url: format!("http://127.0.0.1:{port}") }
    }
}

/// The port in `ChromeDriver was started successfully on port 36999.`
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}

impl Drop for ChromeDriver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
