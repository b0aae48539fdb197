//! What a backup file and the workspace say differently, record by record, and how the two become one.
//!
//! Merging goes by the one rule of [`super::document`]: per record the higher stamp wins. On top of it the user may choose
//! otherwise, and two things are left to them alone. What the file lacks is kept. What the file has and the workspace
//! lacks, although it is older than the trash reaches, may have been deleted here long ago: it comes back only when it is
//! asked for. Deliberately absent: words; [`crate::state::differences`] has them.

use crate::domain::Workspace;
use crate::domain::table::{Set, Table};

use super::backup::Backup;
use super::document::{Document, Record, TRASH_MS};
use super::names::{DocumentKey, RecordPath};
use super::records::{Unsettled, refresh};
use super::stamp::{Millis, Stamp, TabSuffix};
use super::written::Records;

/// What is done with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It takes the place of everything here.
    Replace,
    /// It is merged with what is here.
    Merge,
}

/// How a record, or a document as a whole, stands in the file and here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// In the file, not here.
    Added,
    /// In both, with other contents.
    Changed,
    /// Here, not in the file, which takes its place.
    Removed,
    /// Here; deleted in the file.
    DeletedThere,
    /// In the file; in the trash here.
    DeletedHere,
    /// In the file, not here, and older than the trash reaches: it may have been deleted here long ago.
    LongGone,
}

/// Which version is to stand after a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// As it stands here.
    Ours,
    /// As it stands in the file.
    Theirs,
}

/// A record that differs; the lifecycle stands for its whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The document.
    pub document: DocumentKey,
    /// The record.
    pub path: RecordPath,
    /// How it differs.
    pub difference: Difference,
    /// Records that go with it: those a user can see, 1 unless it is a whole document.
    pub records: usize,
    /// What a merge does unless the user chooses otherwise.
    pub by_itself: Choice,
}

/// Records that would be added, changed and removed, and those of the file that cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// In the file, and here afterwards.
    pub added: usize,
    /// In both, with other contents afterwards.
    pub changed: usize,
    /// Here, and not afterwards.
    pub removed: usize,
    /// In the file, not understood by this version.
    pub unreadable: usize,
}

/// What would happen, counted in records that are not deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// By kind of document: "partner", "contact", "settings".
    pub by_kind: Table<String, Figures>,
    /// Records here before.
    pub records_here: usize,
}

impl Preview {
    /// All kinds together.
    pub fn total(&self) -> Figures {
        self.by_kind.values().fold(Figures::default(), |sum, one| Figures {
            added: sum.added + one.added,
            changed: sum.changed + one.changed,
            removed: sum.removed + one.removed,
            unreadable: sum.unreadable + one.unreadable,
        })
    }

    /// Whether so much would go that the user must type a word first: more than 10 records, or
    /// more than 5 % of what is here.
    pub fn needs_typed_word(&self) -> bool {
        let removed = self.total().removed;
        removed > 10 || removed * 20 > self.records_here
    }
}

/// A backup held against the workspace, as both stood at one moment.
#[derive(Clone, Debug)]
pub struct Comparison {
    way: Way,
    here: Table<DocumentKey, Document>,
    file: Table<DocumentKey, Document>,
    differing: Vec<Differing>,
    unreadable: Vec<Unsettled>,
}

impl Comparison {
    /// Compares what is here, in a workspace whose life began at `born`, with a backup.
    pub fn new(
        way: Way,
        here: Table<DocumentKey, Document>,
        born: Millis,
        backup: &Backup,
        now: Millis,
    ) -> Self {
        let mut file = backup.documents().clone();
        let reach = Reach::of(&here, born, now);
        if way == Way::Merge {
            // What the file's trash no longer keeps counts for nothing, as it does between tabs.
            let keys: Vec<DocumentKey> = file.keys().cloned().collect();
            for key in keys {
                if file
                    .get_mut(&key)
                    .is_some_and(|document| document.purge(reach.horizon) && document.is_empty())
                {
                    file.remove(&key);
                }
            }
        }
        let unreadable = unreadable(&file);
        let mut comparison = Self { way, here, file, differing: Vec::new(), unreadable };
        comparison.differing = comparison.find(reach);
        comparison
    }

    /// What differs, in the order of documents and records.
    pub fn differing(&self) -> &[Differing] {
        &self.differing
    }

    /// What of the file this version cannot read.
    pub fn unreadable(&self) -> &[Unsettled] {
        &self.unreadable
    }

    /// What a merge does with each difference unless the user chooses otherwise.
    pub fn by_itself(&self) -> Vec<Choice> {
        self.differing.iter().map(|differing| differing.by_itself).collect()
    }

    /// A document as it stands here.
    pub fn here(&self, key: &DocumentKey) -> Option<&Document> {
        self.here.get(key)
    }

    /// A document as it stands in the file.
    pub fn file(&self, key: &DocumentKey) -> Option<&Document> {
        self.file.get(key)
    }

    /// What would happen with these choices, one for each difference; a replacement takes everything of the file.
    pub fn preview(&self, choices: &[Choice]) -> Preview {
        let mut preview = Preview::default();
        for (differing, choice) in self.differing.iter().zip(choices) {
            let figures = preview.by_kind.get_or_default(differing.document.kind().to_owned());
            if self.way == Way::Merge && *choice == Choice::Ours {
                continue;
            }
            match differing.difference {
                Difference::Added | Difference::DeletedHere | Difference::LongGone => {
                    figures.added += differing.records;
                }
                Difference::Changed => figures.changed += differing.records,
                Difference::Removed | Difference::DeletedThere => figures.removed += differing.records,
            }
        }
        for unsettled in &self.unreadable {
            preview.by_kind.get_or_default(unsettled.document.kind().to_owned()).unreadable += 1;
        }
        preview.records_here = self.here.values().filter(|document| !document.is_deleted()).map(seen).sum();
        preview
    }

    /// What a merge writes with these choices: records with the stamps they had, and where a choice goes against the
    /// stamps or brings back what was long gone, with one of `now` that stands above both.
    pub fn merged(&self, choices: &[Choice], now: Millis, suffix: TabSuffix) -> Records {
        let chosen: Table<(DocumentKey, RecordPath), (Difference, Choice, bool)> = self
            .differing
            .iter()
            .zip(choices)
            .map(|(differing, choice)| {
                let place = (differing.document.clone(), differing.path.clone());
                (place, (differing.difference, *choice, *choice == differing.by_itself))
            })
            .collect();
        let lifecycle = RecordPath::new(RecordPath::LIFECYCLE).ok();
        let mut records = Records::new();
        for (key, document) in &self.file {
            let nothing = Document::default();
            let here = self.here.get(key).unwrap_or(&nothing);
            let of = |path: &RecordPath| chosen.get(&(key.clone(), path.clone())).copied();
            let whole = lifecycle.as_ref().and_then(of);
            let mut part = Document::default();
            for (path, theirs) in &document.records {
                let ours = here.records.get(path);
                let against = |record: &Record| against_the_stamps(ours, record, now, suffix);
                let taken = match whole.or_else(|| of(path)) {
                    None => theirs.clone(),
                    Some((Difference::Added, Choice::Theirs, _)) => theirs.clone(),
                    Some((Difference::LongGone, Choice::Theirs, _)) if theirs.deleted => continue,
                    // Above what may still be stored of its deletion.
                    Some((Difference::LongGone, Choice::Theirs, _)) => {
                        Record { at: Stamp::next(now, Some(&theirs.at), suffix), ..theirs.clone() }
                    }
                    Some((Difference::Added | Difference::LongGone, Choice::Ours, _))
                    | Some((_, Choice::Ours, false)) => continue,
                    Some((_, _, true)) => theirs.clone(),
                    Some((Difference::DeletedThere, Choice::Theirs, false)) => {
                        if whole.is_some() && !path.is_lifecycle() {
                            continue;
                        }
                        against(theirs)
                    }
                    Some((_, Choice::Theirs, false)) if theirs.deleted => continue,
                    Some((_, Choice::Theirs, false)) => against(theirs),
                };
                if ours.is_none_or(|ours| *ours < taken) {
                    part.records.insert(path.clone(), taken);
                }
            }
            if !part.records.is_empty() {
                records.insert(key.clone(), part);
            }
        }
        records
    }

    fn find(&self, reach: Reach) -> Vec<Differing> {
        let keys: Set<&DocumentKey> = self.here.keys().chain(self.file.keys()).collect();
        let nothing = Document::default();
        let mut found = Vec::new();
        for key in &keys {
            let (here, file) = (self.here.get(*key), self.file.get(*key));
            if self.is_asked_whole(here, file) {
                found.extend(self.whole(key, here, file, reach));
                continue;
            }
            let (here, file) = (here.unwrap_or(&nothing), file.unwrap_or(&nothing));
            let paths: Set<&RecordPath> = here.records.keys().chain(file.records.keys()).collect();
            for path in &paths {
                if path.is_lifecycle() {
                    continue;
                }
                let (ours, theirs) = (here.records.get(*path), file.records.get(*path));
                found.extend(self.one(key, path, ours, theirs, reach));
            }
        }
        found
    }

    /// Whether a document is one difference: it lives on one side at most, and a merge must not end here what was brought
    /// back after the file's deletion.
    fn is_asked_whole(&self, here: Option<&Document>, file: Option<&Document>) -> bool {
        let (ours, theirs) = (lifecycle(here), lifecycle(file));
        let is_alive = |document: Option<&Document>| document.is_some_and(|document| !document.is_deleted());
        match (is_alive(here), is_alive(file)) {
            (true, true) => false,
            (true, false) if self.way == Way::Merge => theirs > ours,
            _ => ours.is_some() || theirs.is_some(),
        }
    }

    /// A document that lives on one side alone.
    fn whole(
        &self,
        key: &DocumentKey,
        here: Option<&Document>,
        file: Option<&Document>,
        reach: Reach,
    ) -> Option<Differing> {
        let path = RecordPath::new(RecordPath::LIFECYCLE).ok()?;
        // A document without a record that is seen is no difference.
        let living = |document: Option<&Document>, records: &dyn Fn(&Document) -> usize| {
            document.filter(|document| !document.is_deleted()).map(records).filter(|records| *records > 0)
        };
        let stand = living(here, &seen);
        // With the file's sign of life comes back what lies in the trash here.
        let come = living(file, &|file| match here {
            Some(here) if self.way == Way::Merge => {
                let mut both = here.clone();
                both.merge(file.clone());
                seen(&both)
            }
            _ => seen(file),
        });
        let newest = file.and_then(Document::newest);
        let is_old = newest.is_some_and(|newest| reach.is_beyond(newest));
        let (difference, records) = self.sorted(stand, here.is_some(), come, file.is_some(), is_old)?;
        let is_higher = lifecycle(file) > lifecycle(here);
        let by_itself = by_itself(difference, is_higher);
        Some(Differing { document: key.clone(), path, difference, records, by_itself })
    }

    fn one(
        &self,
        key: &DocumentKey,
        path: &RecordPath,
        ours: Option<&Record>,
        theirs: Option<&Record>,
        reach: Reach,
    ) -> Option<Differing> {
        let living = |record: Option<&Record>| record.filter(|record| !record.deleted).map(|_| 1);
        let (difference, records) = match (living(ours), living(theirs)) {
            (Some(_), Some(_)) if ours.map(Record::text) == theirs.map(Record::text) => return None,
            (Some(_), Some(_)) => (Difference::Changed, 1),
            (here, file) => {
                let is_old = theirs.is_some_and(|theirs| reach.is_beyond(theirs.at.millis()));
                self.sorted(here, ours.is_some(), file, theirs.is_some(), is_old)?
            }
        };
        let by_itself = by_itself(difference, theirs > ours);
        Some(Differing { document: key.clone(), path: path.clone(), difference, records, by_itself })
    }

    /// How something stands that lives on one side alone, and with how many records.
    fn sorted(
        &self,
        here: Option<usize>,
        is_known_here: bool,
        file: Option<usize>,
        is_known_there: bool,
        is_old: bool,
    ) -> Option<(Difference, usize)> {
        match (self.way, here, file) {
            (Way::Replace, Some(records), None) => Some((Difference::Removed, records)),
            (Way::Replace, None, Some(records)) => Some((Difference::Added, records)),
            (Way::Merge, Some(records), None) if is_known_there => Some((Difference::DeletedThere, records)),
            (Way::Merge, None, Some(records)) if is_known_here => Some((Difference::DeletedHere, records)),
            (Way::Merge, None, Some(records)) if is_old => Some((Difference::LongGone, records)),
            (Way::Merge, None, Some(records)) => Some((Difference::Added, records)),
            _ => None,
        }
    }
}

/// Since when nothing that was deleted here is known any more.
#[derive(Clone, Copy)]
struct Reach {
    /// By which the trash ages, as [`super::vault::Vault::horizon`].
    horizon: Millis,
    /// When this life of the workspace began: nothing was deleted in it before.
    born: Millis,
}

impl Reach {
    fn of(here: &Table<DocumentKey, Document>, born: Millis, now: Millis) -> Self {
        let newest = here.values().filter_map(Document::newest).max().unwrap_or_default();
        Self { horizon: now.min(newest), born }
    }

    /// Whether what was written then, and is not here, may have been here once.
    fn is_beyond(self, written: Millis) -> bool {
        self.horizon.since(self.born.max(written)) > TRASH_MS
    }
}

const fn by_itself(difference: Difference, is_higher: bool) -> Choice {
    match difference {
        Difference::Added | Difference::Removed => Choice::Theirs,
        Difference::LongGone => Choice::Ours,
        Difference::Changed | Difference::DeletedThere | Difference::DeletedHere => {
            if is_higher {
                Choice::Theirs
            } else {
                Choice::Ours
            }
        }
    }
}

fn lifecycle(document: Option<&Document>) -> Option<&Record> {
    document?.records.get(RecordPath::LIFECYCLE)
}

/// Their version, stamped above ours.
fn against_the_stamps(ours: Option<&Record>, theirs: &Record, now: Millis, suffix: TabSuffix) -> Record {
    let Some(ours) = ours else { return theirs.clone() };
    if ours < theirs || (ours.deleted == theirs.deleted && ours.text() == theirs.text()) {
        return theirs.clone();
    }
    let value = if theirs.deleted { ours.value.clone() } else { theirs.value.clone() };
    Record { at: Stamp::next(now, Some(&ours.at), suffix), deleted: theirs.deleted, value }
}

/// The records a user can see in a document. The lifecycle says nothing a user knows, so it is not counted.
fn seen(document: &Document) -> usize {
    document.records.iter().filter(|(path, record)| !record.deleted && !path.is_lifecycle()).count()
}

/// What of these documents this version cannot read: entries that are no records, and records it does not understand.
fn unreadable(documents: &Table<DocumentKey, Document>) -> Vec<Unsettled> {
    let mut found = Vec::new();
    for (key, document) in documents {
        let no_record = |path: &String| Unsettled {
            document: key.clone(),
            path: path.clone(),
            why: "it has no stamp, or a name that no record has".to_owned(),
        };
        found.extend(document.unreadable.keys().map(no_record));
        found.extend(refresh(&mut Workspace::default(), key, Some(document)));
    }
    found
}
