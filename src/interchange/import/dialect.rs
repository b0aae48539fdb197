//! How a file separates its cells, told from its beginning.

use serde::{Deserialize, Serialize};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delimiter {
    /// As RFC 4180 has it.
    Comma,
    /// Where the comma is in numbers.
    Semicolon,
    /// As the clipboard has it.
    Tab,
    /// As databases have it.
    Pipe,
}

impl Delimiter {
    /// All of them; of equally good ones the first is taken.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// What stands around a cell that holds delimiters or line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quote {
    /// `"`
    Double,
    /// `'`
    Single,
    /// Nothing; a quotation mark means itself.
    Nothing,
}

impl Quote {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Double, Self::Single, Self::Nothing];

    /// The character.
    pub const fn byte(self) -> Option<u8> {
        match self {
            Self::Double => Some(b'"'),
            Self::Single => Some(b'\''),
            Self::Nothing => None,
        }
    }
}

/// How a file separates its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    /// Between cells.
    pub delimiter: Delimiter,
    /// Around them.
    pub quote: Quote,
}

/// Bytes that are looked at; more of the file says no more.
const LOOKED_AT: usize = 64 * 1024;

impl Dialect {
    /// RFC 4180.
    pub const STANDARD: Self = Self { delimiter: Delimiter::Comma, quote: Quote::Double };

    /// The dialect that the beginning of a text is written in. A first line `sep=;` says so itself.
    pub fn sniff(text: &str) -> Self {
        let quote = sniff_quote(text);
        if let Some((delimiter, _)) = named(text) {
            return Self { delimiter, quote };
        }
        let begin = text.as_bytes().get(..text.len().min(LOOKED_AT)).unwrap_or_default();
        let mut best = (Fit::default(), Delimiter::Comma);
        for delimiter in Delimiter::ALL {
            let fit = Fit::of(begin, delimiter.byte(), quote.byte(), begin.len() < text.len());
            if fit.is_better_than(best.0) {
                best = (fit, delimiter);
            }
        }
        Self { delimiter: best.1, quote }
    }
}

/// The delimiter that a first line `sep=;` names, and the rest of the text.
pub fn named(text: &str) -> Option<(Delimiter, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.trim_matches('"');
    let (key, value) = line.split_at_checked(4)?;
    if !key.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let is_named = |delimiter: &Delimiter| value.bytes().eq([delimiter.byte()]);
    let delimiter = Delimiter::ALL.into_iter().find(is_named)?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((delimiter, rest.strip_prefix('\n').unwrap_or(rest)))
}

/// Single quotes only where they stand around cells and double ones do not: an apostrophe is more often a guard or a name.
fn sniff_quote(text: &str) -> Quote {
    let begin = text.as_bytes().get(..text.len().min(LOOKED_AT)).unwrap_or_default();
    let around = |quote: u8| {
        let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| b",;\t|\r\n".contains(byte));
        let opens = |at: usize| is_edge(at.checked_sub(1).and_then(|before| begin.get(before)));
        let closes = |at: usize| is_edge(begin.get(at + 1));
        let places = || begin.iter().enumerate().filter(|(_, byte)| **byte == quote).map(|(at, _)| at);
        (places().filter(|at| opens(*at)).count(), places().filter(|at| closes(*at)).count())
    };
    let (doubles, _) = around(b'"');
    let (opening, closing) = around(b'\'');
    // As many cells end with one as begin with one; guards only begin.
    if doubles == 0 && opening > 1 && closing * 10 >= opening * 9 { Quote::Single } else { Quote::Double }
}

/// How well a delimiter fits: rows that have the number of cells most have.
#[derive(Clone, Copy, Debug, Default)]
struct Fit {
    rows: usize,
    alike: usize,
    delimiters: usize,
}

impl Fit {
    fn of(begin: &[u8], delimiter: u8, quote: Option<u8>, is_cut: bool) -> Self {
        let mut counts: Vec<usize> = Vec::new();
        let (mut count, mut is_quoted, mut is_start, mut is_blank) = (0, false, true, true);
        for byte in begin {
            if is_quoted {
                is_quoted = Some(*byte) != quote;
                continue;
            }
            match *byte {
                b'\r' | b'\n' => {
                    if !is_blank {
                        counts.push(count);
                    }
                    (count, is_start, is_blank) = (0, true, true);
                    continue;
                }
                byte if byte == delimiter => {
                    count += 1;
                    is_start = true;
                    is_blank = false;
                    continue;
                }
                byte if Some(byte) == quote && (is_start || !is_quoted && is_blank) => is_quoted = true,
                // A quote within a quoted cell is written twice: the second one opens again.
                _ => {}
            }
            is_start = false;
            is_blank = false;
        }
        if !is_blank && !is_cut {
            counts.push(count);
        }
        // The number that most rows have; of several the larger.
        let mut most = (0, 0);
        let mut sorted = counts.clone();
        sorted.sort_unstable();
        for alike in sorted.chunk_by(|one, other| one == other) {
            let number = alike.first().copied().unwrap_or_default();
            if number > 0 && alike.len() >= most.1 {
                most = (number, alike.len());
            }
        }
        Self { rows: counts.len(), alike: most.1, delimiters: most.0 }
    }

    /// Rows alike count first, then how many cells they have.
    fn is_better_than(self, other: Self) -> bool {
        if self.delimiters == 0 {
            return false;
        }
        if other.delimiters == 0 {
            return true;
        }
        let share = |fit: Self| fit.alike * 20 / fit.rows.max(1);
        (share(self), self.delimiters) > (share(other), other.delimiters)
    }
}
