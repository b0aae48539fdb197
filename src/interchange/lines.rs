//! Content lines: what calendars (RFC 5545) and cards (RFC 6350) are made of. Every line is ended by CR and LF, and one of
//! more than 75 octets goes on in the next, after a blank.
//!
//! A line break in a value would begin a line of its own, and with it anything a stranger likes; no value written here has
//! one.

/// Octets of a line, without its end.
const MOST: usize = 75;

/// A file of content lines, as it grows.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// Adds a line whose value is a word of the format: a date, a number, an address. Of control characters and blanks
    /// nothing is left.
    pub fn word(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|one| !one.is_control() && !one.is_whitespace()).collect();
        self.line(name, &value);
    }

    /// Adds a line whose value is text, perhaps of several lines.
    pub fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    /// Adds a line whose value is text in several parts, as names and companies are.
    pub fn parts(&mut self, name: &str, parts: &[&str]) {
        let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
        self.line(name, &parts.join(";"));
    }

    /// The file.
    pub fn done(self) -> String {
        self.0
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut room = MOST;
        for character in name.chars().chain([':']).chain(value.chars()) {
            let length = character.len_utf8();
            if length > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            self.0.push(character);
            room -= length;
        }
        self.0.push_str("\r\n");
    }
}

/// Text as a value: what means something in one is escaped, every kind of line break is written as one, and no other
/// control character is left.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' if before == '\r' => {}
            '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\t' => value.push(' '),
            other if other.is_control() => {}
            other => value.push(other),
        }
        before = character;
    }
    value
}
