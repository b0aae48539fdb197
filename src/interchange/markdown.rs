//! Markdown, for wherever words are kept.
//!
//! What the user typed is words and nothing else: whatever would make it a heading, a list, a link, an image or HTML is
//! escaped, addresses of the web too, so that a text from a stranger leads nowhere when it is shown.

use crate::domain::outline::{Block, Outline};

/// What browsers are told to call a file.
pub const MEDIA_TYPE: &str = "text/markdown;charset=utf-8";

/// What means something within a line.
const MARKS: &str = r"\`*_[]{}<>|~&$^:@";

/// The outline as Markdown.
pub fn write(outline: &Outline) -> String {
    let mut text = format!("# {}\n", line(&outline.title));
    let mut before = None;
    for block in &outline.blocks {
        let is_list = |block: &Block| matches!(block, Block::Fact(..) | Block::Item(..) | Block::Task(..));
        // The lines of a list stand close.
        if !(is_list(block) && before.is_some_and(is_list)) {
            text.push('\n');
        }
        before = Some(block);
        text.push_str(&match block {
            Block::Heading(words) => format!("## {}", line(words)),
            Block::Fact(label, words) => format!("- **{}:** {}", line(label), line(words)),
            Block::Words(words) => paragraphs(words),
            Block::Item(depth, words) => format!("{}- {}", "  ".repeat(*depth), line(words)),
            Block::Task(is_done, words) => {
                format!("- [{}] {}", if *is_done { 'x' } else { ' ' }, line(words))
            }
        });
        text.push('\n');
    }
    text
}

/// Words of several lines: blank lines part paragraphs, other breaks stay.
fn paragraphs(words: &str) -> String {
    let lines = words.lines().map(line).collect::<Vec<_>>();
    let paragraphs = lines.split(String::is_empty).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.join("\\\n")).collect::<Vec<_>>().join("\n\n")
}

/// Words in one line that mean nothing but themselves.
fn line(words: &str) -> String {
    let words = words.split(|one: char| one.is_whitespace() || one.is_control());
    let words = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut line = String::with_capacity(words.len() + 8);
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    let mut characters = words.chars().enumerate().peekable();
    while let Some((place, character)) = characters.next() {
        let begins = place == 0 && matches!(character, '#' | '+' | '-' | '=' | ':');
        let numbers = digits > 0 && place == digits && matches!(character, '.' | ')');
        let is_mark = MARKS.contains(character);
        // A word that begins like an address becomes a link where it is shown.
        let is_address = character == '.'
            && line.get(line.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"));
        // A colon before a blank or a figure is no danger, nor are the others; people read this as it stands.
        let next = characters.peek().map(|(_, next)| *next);
        let is_harmless = place > 0
            && matches!(character, ':' | '@' | '&')
            && next.is_none_or(|next| next == ' ' || (character == ':' && next.is_ascii_digit()));
        if begins || numbers || is_address || (is_mark && !is_harmless) {
            line.push('\\');
        }
        line.push(character);
    }
    line
}
