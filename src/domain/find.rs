//! Finding partners and people by a few letters of their names.
//!
//! Names are prepared once; a search then reads them without writing anything. A text and its folded form
//! have the same number of characters, so that what was found can be marked in the text itself.

use super::contact::ContactId;
use super::order::sorted_by_key;
use super::partner::PartnerId;
use super::text::Line;
use super::workspace::Workspace;

/// Who has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A partner.
    Partner(PartnerId),
    /// A person.
    Person(ContactId),
}

/// A name, prepared.
#[derive(Clone, Debug)]
pub struct Name {
    /// Whose it is.
    pub who: Who,
    /// As it is shown.
    pub shown: Line<120>,
    folded: String,
}

/// All names of a workspace, prepared.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<Name>);

/// How well a text answers what is sought; a higher one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The letters are there, in their order.
    Scattered,
    /// Inside a word.
    Inside,
    /// At the start of a word.
    WordStart,
    /// At the start.
    Start,
    /// All of it.
    Whole,
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    phrase: String,
    words: Vec<String>,
}

impl Names {
    /// The partners and the people of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let partners = workspace
            .partners
            .iter()
            .map(|(id, partner)| Name::new(Who::Partner(*id), partner.profile.name.clone()));
        let people = workspace
            .contacts
            .iter()
            .map(|(id, contact)| Name::new(Who::Person(*id), contact.person.name.clone()));
        Self(partners.chain(people).collect())
    }

    /// The name of one.
    pub fn name_of(&self, who: Who) -> Option<&str> {
        self.0.iter().find(|name| name.who == who).map(|name| name.shown.as_str())
    }

    /// The names that fit best, at most `most` of those that `is_meant` lets through; among equal ones
    /// shorter names come first.
    pub fn best(&self, sought: &Sought, most: usize, is_meant: impl Fn(Who) -> bool) -> Vec<(&Name, Fit)> {
        let mut best: Vec<(&Name, Fit)> = Vec::new();
        for name in self.0.iter().filter(|name| is_meant(name.who)) {
            let Some(fit) = sought.fit(&name.folded) else { continue };
            let comes_first =
                |(other, than): &(&Name, Fit)| (fit, other.folded.len()) > (*than, name.folded.len());
            let place = best.iter().position(comes_first).unwrap_or(best.len());
            if place < most {
                best.insert(place, (name, fit));
                best.truncate(most);
            }
        }
        best
    }
}

impl Name {
    fn new(who: Who, shown: Line<120>) -> Self {
        let folded = folded(shown.as_str());
        Self { who, shown, folded }
    }
}

impl Sought {
    /// What was typed.
    pub fn new(typed: &str) -> Self {
        let words: Vec<String> = folded(typed).split_whitespace().map(str::to_owned).collect();
        Self { phrase: words.join(" "), words }
    }

    /// Whether nothing is sought.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a text answers in whole pieces; its letters alone do not count.
    pub fn is_found_in(&self, text: &str) -> bool {
        self.fit(&folded(text)) > Some(Fit::Scattered)
    }

    /// How well a [`folded`] text answers; `None` when it does not. Several words may stand in any order.
    pub fn fit(&self, folded: &str) -> Option<Fit> {
        let phrase = fit_of(&self.phrase, folded).map(|(fit, _)| fit);
        if self.words.len() > 1 {
            let words =
                self.words.iter().map(|word| fit_of(word, folded).map(|(fit, _)| fit)).min().flatten();
            // Scattered letters of several words find everything.
            return phrase.max(words.map(|fit| fit.min(Fit::WordStart)));
        }
        phrase.or_else(|| spell(&self.phrase, folded, &mut |_| ()).then_some(Fit::Scattered))
    }

    /// The parts of a text that answer, as byte positions from–to, in their order.
    pub fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        let folded = folded(text);
        let length = |word: &str| word.chars().count();
        let mut spans: Vec<(usize, usize)> = match fit_of(&self.phrase, &folded) {
            Some((_, at)) => vec![(at, at + length(&self.phrase))],
            None => self
                .words
                .iter()
                .filter_map(|word| fit_of(word, &folded).map(|(_, at)| (at, at + length(word))))
                .collect(),
        };
        if spans.is_empty() && self.words.len() == 1 {
            spans = scattered(&self.phrase, &folded).into_iter().map(|at| (at, at + 1)).collect();
        }
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        let mut marks: Vec<(usize, usize)> = Vec::new();
        for (from, to) in sorted_by_key(spans, |span| *span) {
            let (from, to) = (byte(from), byte(to));
            match marks.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => marks.push((from, to)),
            }
        }
        marks
    }
}

/// A text as texts are compared: in small letters and without accents, character for character.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

fn fold(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

/// How and at which character a word stands in a folded text in one piece; its best place.
fn fit_of(word: &str, text: &str) -> Option<(Fit, usize)> {
    if word.is_empty() {
        return None;
    }
    if let Some(rest) = text.strip_prefix(word) {
        return Some((if rest.is_empty() { Fit::Whole } else { Fit::Start }, 0));
    }
    let mut inside = None;
    for (at, _) in text.match_indices(word) {
        let before = text.get(..at).unwrap_or_default();
        if before.chars().next_back().is_some_and(|letter| !letter.is_alphanumeric()) {
            return Some((Fit::WordStart, before.chars().count()));
        }
        inside = inside.or(Some(before));
    }
    inside.map(|before| (Fit::Inside, before.chars().count()))
}

/// The characters of `text` that spell `word`; none when they do not.
fn scattered(word: &str, text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    if spell(word, text, &mut |at| places.push(at)) { places } else { Vec::new() }
}

/// Whether letters of `text` spell `word` in their order, the first at the start of a word; one letter alone
/// does not count. Tells each letter's place.
fn spell(word: &str, text: &str, tell: &mut dyn FnMut(usize)) -> bool {
    let (mut sought, mut spelled) = (word.chars().peekable(), 0_usize);
    let mut is_start = true;
    for (at, letter) in text.chars().enumerate() {
        if sought.peek() == Some(&letter) && (is_start || spelled > 0) {
            tell(at);
            spelled += 1;
            sought.next();
        }
        is_start = !letter.is_alphanumeric();
    }
    sought.peek().is_none() && spelled > 1
}
