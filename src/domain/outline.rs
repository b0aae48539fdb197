//! Words in headings, facts and lists, before they are written for another program.

/// Something to be taken along, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// What it is.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of an [`Outline`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Begins a part.
    Heading(String),
    /// What something is, and what it says.
    Fact(String, String),
    /// Words, perhaps of several lines.
    Words(String),
    /// A line of a list, so many steps in.
    Item(usize, String),
    /// A line of a list that is done or not.
    Task(bool, String),
}

impl Outline {
    /// With a title and nothing else yet.
    pub fn of(title: String) -> Self {
        Self { title, blocks: Vec::new() }
    }

    /// Begins a part.
    pub fn heading(&mut self, words: &str) {
        self.blocks.push(Block::Heading(words.to_owned()));
    }

    /// Says something of a kind; nothing when there is nothing to say.
    pub fn fact(&mut self, label: &str, words: Option<String>) {
        self.blocks.extend(words.map(|words| Block::Fact(label.to_owned(), words)));
    }

    /// Says something; nothing when there is nothing to say.
    pub fn words(&mut self, words: Option<String>) {
        self.blocks.extend(words.map(Block::Words));
    }

    /// Adds a list under a heading; neither when the list is empty.
    pub fn list(&mut self, heading: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.heading(heading);
            self.blocks.extend(items.into_iter().map(|item| Block::Item(0, item)));
        }
    }
}
