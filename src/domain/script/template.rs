//! Text with fields in it. `{contact}` is a field; a literal brace is doubled, `{{` or `}}`; every other character,
//! backslashes included, means itself.
//!
//! Reading never fails: what is wrong is listed with its place and stays in the text as it was typed.

/// Characters the word of a field may have.
pub const MOST_IN_NAME: usize = 60;
/// Bytes in which the end of nested braces is looked for, so that no text takes long.
const NEST_BYTES: usize = 240;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Words that mean themselves.
    Words(&'t str),
    /// A field, by its word, and the byte at which its brace opens.
    Field(&'t str, usize),
}

/// What is wrong with a brace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Slip {
    /// A brace that opens and is not closed on its line.
    #[error("This {{ is not closed. Write }} after the name of a field, or {{{{ for a brace itself")]
    NotClosed,
    /// A brace that closes nothing.
    #[error("This }} closes nothing. Write }}}} for a brace itself")]
    NotOpened,
    /// A field in a field.
    #[error("A field stands inside another. Close the first before the second begins")]
    Nested,
    /// Braces with nothing between them.
    #[error("There is no name between these braces")]
    Empty,
    /// A name that is too long.
    #[error("This name has {has} characters; a field has at most {most}", most = MOST_IN_NAME)]
    TooLong {
        /// Characters it has.
        has: usize,
    },
    /// A name that no field can have.
    #[error("No field can be called “{name}”. Names have small letters, digits and _")]
    NotAName {
        /// What stands between the braces.
        name: String,
    },
    /// No field has this name.
    #[error("There is no field {{{name}}}. Insert one from the list, or add it to the fields below")]
    Unknown {
        /// The name.
        name: String,
    },
}

/// Where in a text something is wrong, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What is wrong.
    pub slip: Slip,
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
    /// Its line, from 1.
    pub line: usize,
    /// Its first character in the line, from 1.
    pub column: usize,
}

/// Takes a text apart. `is_known` says whether there is a field of that name.
pub fn parse<'t>(text: &'t str, is_known: &dyn Fn(&str) -> bool) -> (Vec<Part<'t>>, Vec<Spot>) {
    let mut reader = Reader { text, parts: Vec::new(), spots: Vec::new(), seen: 0, line: 1, column: 1 };
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['{', '}'])) {
        let brace = at + found;
        let rest = text.get(brace..).unwrap_or_default();
        if rest.starts_with("{{") || rest.starts_with("}}") {
            // The first of the two is kept with the words before it, the second is passed over.
            reader.words(start, brace + 1);
            at = brace + 2;
            start = at;
        } else if rest.starts_with('}') {
            reader.spot(Slip::NotOpened, brace, brace + 1);
            at = brace + 1;
        } else {
            match after_brace(rest) {
                Found::Field(name) => {
                    let to = brace + name.len() + 2;
                    match fault_of(name, is_known) {
                        None => {
                            reader.words(start, brace);
                            reader.parts.push(Part::Field(name, brace));
                            start = to;
                        }
                        Some(slip) => reader.spot(slip, brace, to),
                    }
                    at = to;
                }
                Found::Nested(length) => {
                    reader.spot(Slip::Nested, brace, brace + length);
                    at = brace + length;
                }
                Found::Nothing => {
                    reader.spot(Slip::NotClosed, brace, brace + 1);
                    at = brace + 1;
                }
            }
        }
    }
    reader.words(start, text.len());
    (reader.parts, reader.spots)
}

/// What follows an opening brace.
enum Found<'t> {
    /// A closed field, by what stands between its braces.
    Field(&'t str),
    /// Braces in braces, closed after so many bytes.
    Nested(usize),
    /// No end on this line.
    Nothing,
}

fn after_brace(rest: &str) -> Found<'_> {
    let inside = rest.get(1..).unwrap_or_default();
    let end = inside.find(['{', '}', '\n']).unwrap_or(inside.len());
    match inside.as_bytes().get(end) {
        Some(b'}') => Found::Field(inside.get(..end).unwrap_or_default()),
        Some(b'{') => {
            let mut depth = 0_usize;
            for (at, byte) in rest.bytes().enumerate().take(NEST_BYTES + end) {
                match byte {
                    b'{' => depth += 1,
                    b'}' => depth = depth.saturating_sub(1),
                    b'\n' => return Found::Nothing,
                    _ => {}
                }
                if depth == 0 {
                    return Found::Nested(at + 1);
                }
            }
            Found::Nothing
        }
        _ => Found::Nothing,
    }
}

fn fault_of(name: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Slip> {
    let has = name.chars().count();
    if name.trim().is_empty() {
        Some(Slip::Empty)
    } else if has > MOST_IN_NAME {
        Some(Slip::TooLong { has })
    } else if !is_name(name) {
        Some(Slip::NotAName { name: name.to_owned() })
    } else {
        (!is_known(name)).then(|| Slip::Unknown { name: name.to_owned() })
    }
}

/// Whether a field can be called so.
pub fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.len() <= MOST_IN_NAME
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

struct Reader<'t> {
    text: &'t str,
    parts: Vec<Part<'t>>,
    spots: Vec<Spot>,
    seen: usize,
    line: usize,
    column: usize,
}

impl Reader<'_> {
    fn words(&mut self, from: usize, to: usize) {
        if let Some(words) = self.text.get(from..to).filter(|words| !words.is_empty()) {
            self.parts.push(Part::Words(words));
        }
    }

    fn spot(&mut self, slip: Slip, from: usize, to: usize) {
        // Counted on from the last spot, so that many of them take no longer than one.
        let place = (self.line, self.column);
        (self.line, self.column) = counted_on(place, self.text.get(self.seen..from).unwrap_or_default());
        self.seen = from;
        self.spots.push(Spot { slip, from, to, line: self.line, column: self.column });
    }
}

/// How many UTF-16 units stand before a byte of a text, as a text area counts them: it has one line break for each pair of
/// them.
pub fn units_before(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or(text);
    before.encode_utf16().count() - before.matches("\r\n").count()
}

/// The first byte of a text that has so many UTF-16 units before it.
pub fn byte_after(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (byte, character) in text.char_indices() {
        if passed >= units {
            return byte;
        }
        passed += character.len_utf16();
    }
    text.len()
}

/// Line and column, from 1, of a byte of a text.
pub fn place_of(text: &str, byte: usize) -> (usize, usize) {
    counted_on((1, 1), text.get(..byte).unwrap_or_default())
}

fn counted_on((mut line, mut column): (usize, usize), text: &str) -> (usize, usize) {
    for character in text.chars() {
        if character == '\n' {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    (line, column)
}
