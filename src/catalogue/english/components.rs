//! The page of the design system: its parts, and the specimens shown in them.

pub use super::specimens::*;

/// The title.
pub const TITLE: &str = "Components";
/// Below the title.
pub const LEDE: &str =
    "Every part in every state. If a screen needs something that is not here, it goes here first.";

/// A part of the page: its id, its name, and what it is for.
pub type Part = (&'static str, &'static str, &'static str);

/// Colours and sizes.
pub const COLOUR: Part = (
    "colour",
    "Colour and type",
    "Warm paper, one river, and a slab that is used once. Colours below are the meaning tier; nothing else may be named \
     in a component.",
);
/// Buttons.
pub const BUTTON: Part = (
    "button",
    "Button",
    "One primary per view. Line buttons end a row; slab buttons live on the slab. 32 px high, 44 px under a finger.",
);
/// Fields.
pub const FIELD: Part = (
    "field",
    "Field",
    "Label above, help below, the error beside the thing that is wrong. Never a placeholder as a label.",
);
/// Bands and readings.
pub const BAND: Part = (
    "band",
    "Band and health",
    "Shape, word and number say the same thing. When a rule lowers the band, the number turns regular weight and the \
     rule stands beneath.",
);
/// Tags, chips and sides.
pub const TAG: Part = (
    "tag",
    "Tag, chip, side",
    "Tags name a kind. Chips filter. A side says whose promise it is: an arrow leaving us, or one arriving.",
);
/// Small charts and the trend.
pub const METER: Part =
    ("meter", "Meter and chart", "Pictures of a number. The number is always beside them.");
/// Tables and tabs.
pub const TABLE: Part = (
    "table",
    "Table and tabs",
    "A real table with a caption, scopes and a sorted column. Tabs are links, so Back works.",
);
/// Items, sections and panels.
pub const ITEM: Part = (
    "item",
    "Item, section, panel",
    "Hairlines and headings do the grouping; a box is for one question. Ours has a circle to tick, theirs an arrow.",
);
/// Checklists.
pub const CHECKLIST: Part = (
    "checklist",
    "Checklist",
    "Five states, each with its own mark and words. Not applicable is a decision with a reason, never a quiet tick.",
);
/// Dialogs and menus.
pub const DIALOG: Part = (
    "dialog",
    "Dialog and menu",
    "Native dialog. Asked only when something cannot be undone; everything else acts and offers Undo.",
);
/// Toasts and banners.
pub const NOTICE: Part = (
    "notice",
    "Toast and banner",
    "A toast can be taken back for ten seconds and pauses under the pointer. A banner stays until the cause is gone.",
);
/// Empty places.
pub const EMPTY: Part =
    ("empty", "Empty state", "Says what will live here and offers the first step. No apology, no mascot.");
/// The palette.
pub const PALETTE: Part = (
    "palette",
    "Palette",
    "Ctrl or ⌘ with K. Pages, partners, actions and scripts in one list; recent ones when the line is empty.",
);
/// The overlay of keys.
pub const SHORTCUTS: Part = (
    "shortcuts",
    "Shortcuts",
    "The question mark opens it. Single keys can be switched off and sleep while you type.",
);
/// Letters.
pub const LETTER: Part = (
    "letter",
    "Letter",
    "Words for a person, in the voice face. Merged values are underlined; a missing one blocks copying.",
);
/// The slab.
pub const SLAB: Part = (
    "slab",
    "Slab",
    "The inverse ground, drained of colour. Kept for a relationship that has stopped and a decision that is owed.",
);

/// All parts, in the order of the page.
pub const PARTS: [Part; 16] = [
    COLOUR, BUTTON, FIELD, BAND, TAG, METER, TABLE, ITEM, CHECKLIST, DIALOG, NOTICE, EMPTY, PALETTE,
    SHORTCUTS, LETTER, SLAB,
];
