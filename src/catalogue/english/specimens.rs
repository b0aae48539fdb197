//! The specimens on the page of the design system. All companies and people in them are invented.

/// Colours: the token, and what it is for.
pub const SWATCHES: [(&str, &str); 15] = [
    ("sunken", "sidebar, wells"),
    ("canvas", "the desk"),
    ("surface", "panels, fields"),
    ("track", "meters, pressed"),
    ("hairline", "separates"),
    ("control", "can be operated"),
    ("ink", "words"),
    ("ink-quiet", "labels"),
    ("accent-solid", "the next move"),
    ("accent-tint", "chosen"),
    ("healthy-fill", "80 and up"),
    ("watch-fill", "60 to 79"),
    ("at-risk-fill", "40 to 59"),
    ("critical-fill", "below 40"),
    ("slab", "stopped"),
];
/// Sizes of type: its name, its class, and a line set in it.
pub const SIZES: [(&str, &str, &str); 5] = [
    ("Voice 26, page titles", "scale__title", "Wednesday 18 November"),
    ("Voice 17, words for people", "letter", "Where do you see it differently?"),
    ("Plain 14, the app", "", "Security pack for the joint review"),
    ("Plain 13, second line", "quiet scale__second", "Theirs, Anneke Brandt, worth +1 to health"),
    ("Plain 12, labels", "quiet scale__label", "Last two-way, 36 days"),
];
/// Two lines of figures, and their name.
pub const FIGURES: (&str, &str, &str) = ("Figures line up", "20.5 of 31.6", "11.1 of 10.5");

/// The name of the table of buttons.
pub const BUTTON_STATES: &str = "Button variants and states";
/// The heading of its rows.
pub const VARIANT: &str = "Variant";
/// Variants of buttons: the name, the class, the icon.
pub const VARIANTS: [(&str, &str, Option<&str>); 5] = [
    ("Primary", "button button--primary", Some("plus")),
    ("Default", "button", None),
    ("Quiet", "button button--quiet", Some("download")),
    ("Line", "button button--line", None),
    ("Danger", "button button--danger", Some("trash")),
];
/// States of buttons: the name, and what shows it.
pub const STATES: [(&str, Option<&str>); 5] = [
    ("Rest", None),
    ("Hover", Some("hover")),
    ("Focus", Some("focus")),
    ("Pressed", Some("active")),
    ("Not now", Some("not-now")),
];
/// On the buttons of the table.
pub const LOG_TOUCH: &str = "Log touch";
/// On a small button.
pub const SMALL: &str = "Small";
/// On a button that prints.
pub const PRINT: &str = "Print";
/// On a button with three dots.
pub const MORE: &str = "More";
/// Beside the buttons.
pub const NOT_NOW_WHY: &str = "A button that cannot be used yet stays focusable and says why next to it.";

/// The name of a specimen, or of its state.
pub const REST: &str = "Rest";
/// The field has the focus.
pub const FOCUS: &str = "Focus";
/// Something is wrong.
pub const ERROR: &str = "Error";
/// With help below.
pub const WITH_HELP: &str = "With help";
/// To be read only.
pub const READ_ONLY: &str = "Read only";
/// Cannot be used.
pub const DISABLED: &str = "Disabled";
/// A list to choose from.
pub const SELECT: &str = "Select";
/// A day.
pub const DATE: &str = "Date";
/// Several lines.
pub const LONG_TEXT: &str = "Long text";
/// A search.
pub const SEARCH: &str = "Search";
/// Boxes to tick.
pub const CHECK: &str = "Check";
/// One of several, and on or off.
pub const RADIO_AND_SWITCH: &str = "Radio and switch";
/// A few, side by side.
pub const SEGMENTED: &str = "Segmented";
/// A label of a field, and what is in it.
pub const PARTNER_NAME: (&str, &str) = ("Partner name", "Halden & Roe");
/// What is half typed.
pub const HALF_TYPED: &str = "Halden";
/// A field with an error: its label, what is in it, what is wrong.
pub const DUE: (&str, &str, &str) = ("Due", "31 Feb", "February 2027 has 28 days. Did you mean 28 Feb?");
/// A field with help: its label, and the help.
pub const CADENCE: (&str, &str) = ("Cadence in days", "Empty means the tier decides.");
/// A field to be read.
pub const STARTED_FROM: (&str, &str) = ("Started from", "Offboarding, version 3");
/// A field that cannot be used.
pub const TIER: (&str, &str) = ("Tier", "Set by the owner");
/// A list to choose from.
pub const STAGE: (&str, [&str; 3]) = ("Stage", ["Onboarding", "Active", "Paused"]);
/// A day.
pub const LAUNCHED: (&str, &str) = ("Launched on", "2026-01-22");
/// Several lines.
pub const SAID: (&str, &str) = ("What did they say?", "They want the three names before a kick-off.");
/// In an empty search.
pub const SEARCH_HINT: &str = "Partner or person";
/// Boxes to tick.
pub const CHECKS: [&str; 3] = ["Notice job changes", "Keep as Tier 1", "Needs a named sponsor"];
/// Whose promise it is.
pub const WHOSE: (&str, [&str; 2]) = ("Whose promise", ["Ours", "Theirs"]);
/// On or off.
pub const ENCRYPT: &str = "Encrypt backups";
/// The theme, and its choices.
pub const THEME: (&str, [&str; 3]) = ("Theme", ["System", "Light", "Dark"]);

/// The bands and their words.
pub const BANDS: [(&str, &str); 7] = [
    ("healthy", "Healthy"),
    ("watch", "Watch"),
    ("at-risk", "At risk"),
    ("critical", "Critical"),
    ("zombie-watch", "Zombie watch"),
    ("zombie", "Zombie"),
    ("unknown", "Not enough data"),
];
/// Readings: what each shows.
pub const READINGS: [&str; 5] = [
    "Score, band, movement",
    "Rising",
    "Steady, under five points",
    "Lowered by a rule",
    "Coverage below 30%",
];
/// Movements, in words.
pub const MOVED: [&str; 3] = ["down 6 in 4 weeks", "up 8 in 4 weeks", "steady, plus 4 in 4 weeks"];
/// The rules that decide.
pub const RULES: [&str; 2] = ["Champion left 5 Nov", "Record a milestone first"];

/// Tags: the word, the tone, the icon.
pub const TAGS: [(&str, Option<&str>, Option<&str>); 6] = [
    ("Reseller", None, None),
    ("Ending, 7 of 11", Some("accent"), Some("gate")),
    ("Agreed", Some("good"), Some("check")),
    ("Objection", Some("warn"), None),
    ("One item late", Some("late"), Some("clock")),
    ("Without a ground", Some("plain"), None),
];
/// A filter that is set.
pub const TIER_IS_1: &str = "Tier is 1";
/// Sets a filter.
pub const FILTER: &str = "Filter";
/// The sides: the icon and the word.
pub const SIDES: [(&str, &str); 3] = [("ours", "Ours"), ("theirs", "Theirs"), ("both", "Both")];
/// Between two keys.
pub const THEN: &str = "then";

/// A bar.
pub const BAR: (&str, &str) = ("Bar", "7 of 11");
/// Two bars of points: the name, then figures and what they are of.
pub const POINTS: (&str, [(&str, &str); 2]) =
    ("Points: length is the weight", [("20.5", " of 31.6"), ("7.4", " of 10.5")]);
/// Balances: the name, and the words.
pub const BALANCES: (&str, [&str; 3]) =
    ("Balance", ["8 given, 3 received", "2 given, 2 received", "5 given, 0 received"]);
/// Lines in a word's width.
pub const SPARKLINE: &str = "Sparkline, 12 weeks";
/// Many counts.
pub const STACKED: (&str, &str) = ("Stacked", "13 partners");
/// A few marks.
pub const CLARITY: (&str, &str) = ("Decision clarity", "3 of 6 known");
/// A gauge: its name, and what it says.
pub const GAUGE: (&str, &str) =
    ("Gauge: score, band and the range missing data leaves open", "54, At risk, range 41 to 63");
/// The name of the trend.
pub const TREND: &str = "Trend: solid is past, dashed is forecast, the flag is today";
/// The trend in words.
pub const TREND_WORDS: &str = "Score from May to January. It held at 97 until July, fell to 82 in mid September when a \
                               win aged past 90 days, and is 73 today. If nothing changes it falls below 60 on 12 \
                               December and below 40 on 5 January.";
/// What the trend comes to.
pub const TREND_CAPTION: &str =
    "If nothing changes, Northquay is At risk from 12 December and Critical from 5 January.";
/// The flag on the trend.
pub const TODAY: &str = "Today";
/// What moved the number, and two days to come.
pub const TREND_NOTES: [&str; 4] = [
    "16 Sep: June’s win is now older than 90 days, −10",
    "10 Nov: security pack late, −6",
    "12 Dec",
    "5 Jan",
];
/// The months of the trend.
pub const MONTHS: [&str; 8] = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan"];
/// The caption of the trend's table.
pub const TREND_TABLE: &str = "Score, and what moved it";
/// The headings of the trend's table.
pub const TREND_HEADINGS: [&str; 4] = ["Day", "Score", "Band", "What moved it"];
/// The rows of the trend's table.
pub const TREND_ROWS: [[&str; 4]; 5] = [
    ["1 Jul", "97", "Healthy", "Win with Harrow Estates on 16 June"],
    ["16 Sep", "82", "Healthy", "That win turned 90 days old"],
    ["11 Nov", "74", "Watch", "Security pack went past its date"],
    ["18 Nov", "73", "Watch", "36 days without a two-way touch"],
    ["12 Dec, forecast", "59", "At risk", "September’s opportunity turns 90 days old"],
];

/// The name of the tabs.
pub const TABS: &str = "Example tabs";
/// The tabs.
pub const TAB_NAMES: [&str; 3] = ["Current", "Prospects", "Alumni"];
/// The name of the region the table scrolls in.
pub const EXAMPLE_TABLE: &str = "Example table";
/// The caption of the table.
pub const TABLE_CAPTION: &str = "Traction in the last 180 days, newest first";
/// The headings of the table.
pub const TABLE_HEADINGS: [&str; 4] = ["Date", "What came of it", "Partner", "Points"];
/// The rows of the table.
pub const TABLE_ROWS: [[&str; 4]; 3] = [
    ["28 Sep", "Lead that became a meeting", "Northquay", "1"],
    ["3 Sep", "Opportunity they brought", "Northquay", "2"],
    ["16 Jun", "Win with Harrow Estates", "Northquay", "4"],
];
/// The foot of the table.
pub const TABLE_TOTAL: (&str, &str) = ("Total", "7");

/// A section of items: its heading, and how many there are.
pub const PROMISES: (&str, &str) = ("Open promises", "3");
/// The note at the end of a section's head.
pub const PROMISES_NOTE: &str = "Oldest first";
/// Items: whose, what, its second line, when, and how pressing.
pub const ITEMS: [(&str, &str, &str, &str, Option<&str>); 3] = [
    ("theirs", "Security pack for the joint review", "Anneke Brandt", "9 days over", Some("late")),
    ("ours", "Draft the joint case study", "Mara, for Harrow Estates", "27 Nov", Some("soon")),
    ("both", "Agree targets for the first quarter", "Both sides", "4 Dec", None),
];
/// Ticks off an item.
pub const MARK_DONE: &str = "Mark done: draft the joint case study";
/// A panel: its head, its body, its foot.
pub const PANEL: (&str, &str, &str) = ("Panel", "A box for one question.", "Answer");
/// Facts: their names and values.
pub const FACTS: [(&str, &str); 3] =
    [("Stage", "Active, since 22 Jan"), ("Owner", "Mara Lindqvist"), ("Kind", "Reseller")];
/// A disclosure: what it says, and what it holds.
pub const DISCLOSURE: (&str, &str) = ("What this rests on", "Seven records of the last 90 days.");

/// Items of a checklist: the title, when, and the words for the state.
pub const CHECKLIST_ITEMS: [(&str, &str, &str); 5] = [
    ("Customers told", "Fri 27 Nov", "open"),
    ("Access and keys revoked", "11 Nov", "done"),
    ("Send their landing pages to ours", "Fri 13 Nov, 5 days over", "overdue"),
    ("Tell the two shared customers", "after their list arrives", "blocked"),
    ("Settle money owed", "", "not applicable"),
];
/// Beside an item whose evidence is there.
pub const EVIDENCE_KEPT: &str = "evidence kept";
/// Beside an item that wants evidence.
pub const EVIDENCE_NEEDED: &str = "evidence needed";
/// Where the proof is.
pub const EVIDENCE: &str = "One API client and three seats, ticket OPS-2291, Dayo Osei";
/// What is missing of the proof.
pub const EVIDENCE_MISSING: &str = "Two of three redirect";
/// Adds the proof.
pub const ADD_EVIDENCE: &str = "Add evidence";
/// What an item waits for.
pub const BLOCKED_BY: &str = "Waiting for Jonas to confirm both names.";
/// Why an item does not apply.
pub const NOT_APPLICABLE_WHY: &str = "No shared revenue was ever booked. Mara Lindqvist, 11 Nov";

/// The question of a dialog.
pub const DIALOG_TITLE: &str = "Replace everything with this backup?";
/// What would happen.
pub const DIALOG_WORDS: &str = "The file is from 9 November and holds 20 partners. This browser holds 22, with 148 \
                                changes made since. They would be gone from here.";
/// A box in a dialog.
pub const DIALOG_CHECK: &str = "Download what is here first";
/// The ways out of a dialog.
pub const DIALOG_ANSWERS: (&str, &str) = ("Keep what is here", "Replace 22 partners");
/// Opens the dialog.
pub const DIALOG_OPEN: &str = "Open the dialog";
/// Names of specimens: an open menu, a menu behind a button, a popover.
pub const MENUS: [&str; 3] = ["Menu", "Menu behind a button", "Popover behind a button"];
/// The name of a menu.
pub const MENU_NAME: &str = "Partner actions";
/// Items of a menu: the icon, the words, the key.
pub const MENU_ITEMS: [(&str, &str, &[&str]); 3] = [
    ("calendar", "Plan meeting", &["m"]),
    ("playbooks", "Start playbook", &["b"]),
    ("pause", "Pause partner", &[]),
];
/// The last item of a menu.
pub const MENU_DANGER: (&str, &str) = ("gate", "Begin the ending");
/// What was picked.
pub fn picked(what: &str) -> String {
    format!("Picked: {what}")
}
/// Before anything was picked.
pub const NOTHING_PICKED: &str = "Nothing picked yet.";
/// Opens an explanation.
pub const WHY_73: &str = "Why 73?";
/// The explanation.
pub const WHY_73_WORDS: &str = "Traction earned 20.5 of 31.6 points. One result is older than 90 days.";

/// A toast: what happened, how it is taken back, how it goes.
pub const TOAST: (&str, &str, &str) = ("Moved 2 partners to Tier 2", "Undo", "Dismiss");
/// The ring in a toast.
pub const TOAST_LEFT: &str = "7 seconds left";
/// Banners: the tone, the icon, what is the matter, what to do, the button.
pub const BANNERS: [(Option<&str>, &str, &str, &str, &str); 3] = [
    (
        Some("failure"),
        "warning",
        "Changes are not being saved",
        "The browser refused the last write: storage is full. What you see is still here; download it before closing this \
         tab.",
        "Download backup",
    ),
    (
        Some("warn"),
        "zombie-watch",
        "Storage is 82% full",
        "About 9 more partners fit. Old undo steps are the easiest thing to let go.",
        "Review",
    ),
    (
        None,
        "info",
        "You are looking at sample data",
        "Twelve invented partners, so you can try everything. One click removes them.",
        "Start empty",
    ),
];
/// Beside the first button of the first banner.
pub const TRY_AGAIN: &str = "Try again";

/// An empty place: its heading, why, and its first steps.
pub const EMPTY_LIST: (&str, &str, &str, &str) = (
    "No partners yet",
    "Add the first company you work with, or bring a spreadsheet. Nothing leaves this browser.",
    "Add partner",
    "Import a file",
);
/// A place where all is done.
pub const EMPTY_DAY: (&str, &str, &str) = (
    "Nothing needs you today",
    "Every promise is on time and nobody has gone quiet. The next thing is due on Friday.",
    "Look ahead a week",
);
/// A place for what is to come.
pub const EMPTY_WHOLE: (&str, &str) =
    ("Nothing was asked of them yet", "What both sides owe each other stands here, oldest first.");

/// The name of the palette.
pub const PALETTE_NAME: &str = "Search or run";
/// What was typed into it.
pub const PALETTE_TYPED: &str = "nor";
/// Its list.
pub const RESULTS: &str = "Results";
/// A result: its icon, what comes before the match, the match, what comes after, the hint.
pub type PaletteResult = (&'static str, &'static str, &'static str, &'static str, Option<&'static str>);
/// Groups of results.
pub const PALETTE_GROUPS: [(&str, &[PaletteResult]); 3] = [
    ("Partners", &[("partners", "", "Nor", "thquay", Some("73 Watch"))]),
    (
        "Do",
        &[
            ("chat", "Log touch with ", "Nor", "thquay", None),
            ("calendar", "Plan meeting with ", "Nor", "thquay", None),
            ("record", "Record a quarter for ", "Nor", "thquay", None),
        ],
    ),
    ("Scripts", &[("scripts", "", "No", "tice letter", None)]),
];
/// The keys of the palette and what they do.
pub const PALETTE_KEYS: [(&[&str], &str); 3] =
    [(&["↑", "↓"], "choose"), (&["↵"], "run"), (&["esc"], "close")];

/// The heading of the overlay of keys.
pub const KEYBOARD: &str = "Keyboard";
/// What can be done, and its keys, in two columns.
pub const SHORTCUT_LISTS: [&[(&str, &[&str])]; 2] = [
    &[
        ("Search or run", &["⌘", "K"]),
        ("Today", &["g", "t"]),
        ("Partners", &["g", "p"]),
        ("Meetings", &["g", "m"]),
        ("Scripts", &["g", "s"]),
    ],
    &[
        ("New, anything", &["n"]),
        ("Log touch", &["t"]),
        ("Find in this list", &["/"]),
        ("Undo", &["⌘", "Z"]),
        ("Presenter mode", &["⌘", "."]),
    ],
];

/// A letter, in pieces: words, what was filled in, what has the focus, what is missing.
pub const LETTER_PIECES: [&str; 7] = [
    "Hello ",
    "Ruth",
    ", from ",
    "July to September",
    " nothing came of it. On ",
    "day you will decide",
    " let us look at the result together.",
];

/// The slab: its word, its kicker, its sentence, and the reason.
pub const SLAB_WORDS: (&str, &str, &str, &str) = (
    "Zombie",
    "A decision is owed.",
    "Pellworm Systems has had nothing to show for two quarters.",
    "Neither a result nor a two-way touch since 14 May. What is kept up now is only the habit.",
);
/// The ways to answer it.
pub const SLAB_ANSWERS: (&str, &str) = ("Begin the ending", "Record traction I missed");
