//! The files of a folder over 127.0.0.1.
//!
//! On std alone: it answers GET and HEAD to one browser on the same machine, and closes each
//! connection. A server crate would bring an async runtime into the build tool, or (`tiny_http`)
//! four years without a release. Deliberately absent: compression, ranges, TLS.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A request line and its headers are never longer than this.
const HEAD_LIMIT: u64 = 64 * 1024;
/// A browser opens connections ahead of need and may say nothing on them.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; it serves until the process ends.
pub struct Server {
    port: u16,
    site: Arc<Site>,
}

struct Site {
    folder: PathBuf,
    /// Where the folder is mounted: begins and ends with a slash.
    mount: String,
    /// Pages of a journey's own, by absolute path.
    pages: Mutex<HashMap<String, String>>,
    /// Files whose name contains this are not there for now.
    withheld: Mutex<Option<String>>,
    /// Whether browsers are told to keep what never changes, as docs/embedding.md asks of hosts.
    lets_keep: AtomicBool,
    /// Nobody listens any more.
    is_gone: AtomicBool,
    /// Everything that was asked for, in order.
    asked: Mutex<Vec<String>>,
}

impl Server {
    /// Serves `folder` at `/` on any free port.
    ///
    /// # Errors
    /// When no port can be opened.
    pub fn start(folder: &Path) -> io::Result<Self> {
        Self::start_at(folder, "/", 0)
    }

    /// Serves `folder` under `mount` (`"/some/where/"`) on `port`; port 0 means any free one.
    ///
    /// # Errors
    /// When the port cannot be opened.
    pub fn start_at(folder: &Path, mount: &str, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let mount = mount.trim_matches('/');
        let site = Arc::new(Site {
            folder: folder.to_owned(),
            mount: if mount.is_empty() { "/".to_owned() } else { format!("/{mount}/") },
            pages: Mutex::default(),
            withheld: Mutex::default(),
            lets_keep: AtomicBool::new(false),
            is_gone: AtomicBool::new(false),
            asked: Mutex::default(),
        });
        let server = Self { port: listener.local_addr()?.port(), site: Arc::clone(&site) };
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                if site.is_gone.load(Ordering::SeqCst) {
                    return;
                }
                let site = Arc::clone(&site);
                // A browser that hangs up mid-answer is no error of ours.
                std::thread::spawn(move || site.answer(connection).ok());
            }
        });
        Ok(server)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of a path below the mount: `url("#/partners")`.
    pub fn url(&self, path: &str) -> String {
        self.absolute_url(&format!("{}{path}", self.site.mount))
    }

    /// Adds a page outside the folder, at an absolute path such as `"/host.html"`; returns its address.
    pub fn add_page(&self, path: &str, html: &str) -> String {
        let mut pages = self.site.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.insert(path.to_owned(), html.to_owned());
        self.absolute_url(path)
    }

    /// From now on files whose name contains these words are missing; with `None` all are there again.
    pub fn withhold(&self, words: Option<&str>) {
        *self.site.withheld.lock().unwrap_or_else(PoisonError::into_inner) = words.map(str::to_owned);
    }

    /// From now on browsers are told to keep files whose name holds a hash, as docs/embedding.md asks of hosts.
    pub fn let_keep(&self) {
        self.site.lets_keep.store(true, Ordering::SeqCst);
    }

    /// Closes the port for good, as if there were no network: who asks is refused.
    pub fn go_away(&self) {
        self.site.is_gone.store(true, Ordering::SeqCst);
        // The thread that waits for a connection finds out by one; after it nobody listens.
        for _ in 0..100 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Everything that was asked for until now, as it was asked, in order.
    pub fn asked(&self) -> Vec<String> {
        self.site.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn absolute_url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

enum Answer {
    Found { kind: &'static str, body: Vec<u8> },
    Moved(String),
    Missing,
    NotAllowed,
}

impl Site {
    fn answer(&self, connection: TcpStream) -> io::Result<()> {
        connection.set_read_timeout(Some(PATIENCE))?;
        let mut reader = BufReader::new(connection.try_clone()?.take(HEAD_LIMIT));
        let mut request = String::new();
        reader.read_line(&mut request)?;
        let mut header = String::from("-");
        while !header.trim_end().is_empty() {
            header.clear();
            reader.read_line(&mut header)?;
        }
        let mut words = request.split_whitespace();
        let method = words.next().unwrap_or_default();
        let target = words.next();
        // A browser opens connections ahead of need.
        if let Some(target) = target {
            let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
            asked.push(format!("{method} {target}"));
        }
        let answer = match (method, target) {
            ("GET" | "HEAD", Some(target)) => self.look_up(target),
            _ => Answer::NotAllowed,
        };
        let keeping = match target {
            Some(target) if self.lets_keep.load(Ordering::SeqCst) => {
                if has_hash(target) {
                    "public, max-age=31536000, immutable"
                } else {
                    "no-cache"
                }
            }
            _ => "no-store",
        };
        write(connection, &answer, keeping, method == "HEAD")
    }

    fn look_up(&self, target: &str) -> Answer {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let Some(path) = percent_decoded(path) else {
            return Answer::Missing;
        };
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = pages.get(&path) {
            return Answer::Found { kind: "text/html; charset=utf-8", body: page.clone().into_bytes() };
        }
        if self.mount.strip_suffix('/') == Some(path.as_str()) {
            return Answer::Moved(self.mount.clone());
        }
        let Some(below) = path.strip_prefix(&self.mount) else {
            return Answer::Missing;
        };
        let withheld = self.withheld.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if withheld.is_some_and(|words| below.contains(&words)) {
            return Answer::Missing;
        }
        let outside = |step: &str| matches!(step, "." | "..") || step.contains(['\\', ':']);
        if below.starts_with('/') || below.split('/').any(outside) {
            return Answer::Missing;
        }
        let mut file = self.folder.join(below);
        if file.is_dir() {
            file.push("index.html");
        }
        match std::fs::read(&file) {
            Ok(body) => Answer::Found { kind: media_type(&file), body },
            Err(_) => Answer::Missing,
        }
    }
}

/// Whether a name holds sixteen hex digits, made of what is in the file.
fn has_hash(target: &str) -> bool {
    target.split(|sign: char| !sign.is_ascii_hexdigit()).any(|digits| digits.len() == 16)
}

fn write(mut connection: TcpStream, answer: &Answer, keeping: &str, head_only: bool) -> io::Result<()> {
    let plain = "text/plain; charset=utf-8";
    let (status, kind, body): (_, _, &[u8]) = match answer {
        Answer::Found { kind, body } => ("200 OK", *kind, body),
        Answer::Moved(_) => ("308 Permanent Redirect", plain, b"moved"),
        Answer::Missing => ("404 Not Found", plain, b"There is no such file."),
        Answer::NotAllowed => ("405 Method Not Allowed", plain, b"Only GET and HEAD."),
    };
    let mut head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Access-Control-Allow-Origin: *\r\nCache-Control: {keeping}\r\nConnection: close\r\n",
        body.len()
    );
    if let Answer::Moved(to) = answer {
        head.push_str(&format!("Location: {to}\r\n"));
    }
    head.push_str("\r\n");
    connection.write_all(head.as_bytes())?;
    if !head_only {
        connection.write_all(body)?;
    }
    connection.flush()
}

/// The media type of a file by its ending; `application/wasm` is what lets the browser compile while it loads.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(server: &Server, path: &str) -> String {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    fn own_sources() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
    }

    #[test]
    fn what_never_changes_may_be_kept_when_asked_for() {
        let server = Server::start(own_sources()).unwrap();
        assert!(get(&server, "/lib.rs").contains("Cache-Control: no-store"));
        server.let_keep();
        assert!(get(&server, "/lib.rs").contains("Cache-Control: no-cache"));
        assert!(get(&server, "/app-0123456789abcdef_bg.wasm").contains("immutable"));
    }

    #[test]
    fn files_are_found_below_the_mount_and_nowhere_else() {
        let server = Server::start_at(own_sources(), "some/where", 0).unwrap();
        assert!(get(&server, "/some/where/lib.rs?x=1").starts_with("HTTP/1.1 200"));
        assert!(get(&server, "/lib.rs").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/some/where").contains("Location: /some/where/\r\n"));
    }

    #[test]
    fn a_path_cannot_climb_out_of_the_folder() {
        let server = Server::start(own_sources()).unwrap();
        assert!(get(&server, "/../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/%2e%2e/Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "//etc/passwd").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_journey_can_add_a_page_of_its_own() {
        let server = Server::start(own_sources()).unwrap();
        let address = server.add_page("/host.html", "<h1>host</h1>");
        assert_eq!(address, format!("http://127.0.0.1:{}/host.html", server.port()));
        assert!(get(&server, "/host.html").ends_with("<h1>host</h1>"));
    }

    #[test]
    fn a_file_can_be_withheld_for_a_while() {
        let server = Server::start(own_sources()).unwrap();
        server.withhold(Some("lib"));
        assert!(get(&server, "/lib.rs").starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/page.rs").starts_with("HTTP/1.1 200"));
        server.withhold(None);
        assert!(get(&server, "/lib.rs").starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn who_asks_a_server_that_is_gone_is_refused() {
        let server = Server::start(own_sources()).unwrap();
        server.go_away();
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).is_err());
    }

    #[test]
    fn a_frame_without_an_origin_may_load_the_files() {
        let server = Server::start(own_sources()).unwrap();
        assert!(get(&server, "/lib.rs").contains("Access-Control-Allow-Origin: *\r\n"));
    }

    #[test]
    fn wasm_is_announced_as_wasm() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
    }
}
