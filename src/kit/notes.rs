//! Where the words about points of a plot stand, so that they cover neither each other nor what they are
//! about. All in thousandths of the plot, on the narrowest one that shows them: on a wider one they only
//! move apart.

use super::trend::Point;

/// The narrowest plot with notes: 27 rem by 13 rem, in hundredths of a rem.
const WIDTH: u32 = 2700;
const HEIGHT: u32 = 1300;
/// A letter, the padding of a note, a line, and the gap to its dot, in hundredths of a rem.
const LETTER: u32 = 36;
const PADDING: u32 = 70;
const LINE: u32 = 96;
const GAP: u32 = 50;
/// Where a note breaks into lines, in hundredths of a rem; `style/kit/trend.css` says the same.
const MOST_WIDE: u32 = 1200;
/// Half a dot, in hundredths of a rem.
const DOT: u32 = 35;

/// How much further away a note goes when there is no room beside its dot, in hundredths of a rem.
const FAR: u32 = 160;

/// Where a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// `data-at` in `style/kit/trend.css`.
    pub at: &'static str,
    /// Whether it stands further away.
    pub is_far: bool,
}

/// The sides of a dot, the first being the one that reads best.
const SIDES: [(&str, Lies, Lies); 8] = [
    ("above", Lies::Middle, Lies::Before),
    ("below", Lies::Middle, Lies::After),
    ("end", Lies::After, Lies::Middle),
    ("start", Lies::Before, Lies::Middle),
    ("above-end", Lies::After, Lies::Before),
    ("above-start", Lies::Before, Lies::Before),
    ("below-end", Lies::After, Lies::After),
    ("below-start", Lies::Before, Lies::After),
];

/// On which side of a point a stretch lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lies {
    Before,
    Middle,
    After,
}

/// A box, in thousandths from the upper left: from, to, from, to.
#[derive(Clone, Copy)]
struct Rect {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Rect {
    fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn around((x, y): (i32, i32), half_x: i32, half_y: i32) -> Self {
        Self { left: x - half_x, right: x + half_x, top: y - half_y, bottom: y + half_y }
    }

    fn is_inside(self) -> bool {
        self.left >= 0 && self.right <= 1000 && self.top >= 0 && self.bottom <= 1000
    }
}

/// The side of each note, in the order given, which is that of their weight: `None` for one that finds no
/// place. Points are thousandths from the left and from the top; `dots` are all of them, `lines` what is
/// drawn, `today` how far along the flag stands.
pub fn sides(
    notes: &[(Point, usize)],
    dots: &[Point],
    lines: &[Vec<Point>],
    today: u32,
) -> Vec<Option<Side>> {
    let dots: Vec<Rect> = dots.iter().map(|dot| Rect::around(signed(*dot), across(DOT), down(DOT))).collect();
    let flag = Rect { left: along(today) - 4, right: along(today) + 4, top: -1000, bottom: 1000 };
    let mut taken: Vec<Rect> = Vec::new();
    let mut found = Vec::new();
    for (at, letters) in notes {
        let mut best: Option<(usize, Side, Rect)> = None;
        let near = SIDES.into_iter().map(|side| (side, false));
        let far = SIDES.into_iter().filter(|(.., y)| *y != Lies::Middle).map(|side| (side, true));
        for ((name, x, y), is_far) in near.chain(far) {
            let rect = placed(signed(*at), *letters, (x, y), is_far);
            let is_free = rect.is_inside()
                && !rect.overlaps(flag)
                && !taken.iter().chain(&dots).any(|other| rect.overlaps(*other));
            if is_free {
                let covered: usize = lines.iter().map(|line| covered(rect, line)).sum();
                // Far away it has to be worth it.
                let price = covered + if is_far { 12 } else { 0 };
                if best.is_none_or(|(least, ..)| price < least) {
                    best = Some((price, Side { at: name, is_far }, rect));
                }
            }
        }
        taken.extend(best.map(|(.., rect)| rect));
        found.push(best.map(|(_, side, _)| side));
    }
    found
}

/// The box of a note on one side of its dot.
fn placed((x, y): (i32, i32), letters: usize, (side_x, side_y): (Lies, Lies), is_far: bool) -> Rect {
    let letters = u32::try_from(letters).unwrap_or(u32::MAX / LETTER).saturating_mul(LETTER);
    let lines = letters.div_ceil(MOST_WIDE - PADDING).max(1);
    let (width, height) = (across((letters + PADDING).min(MOST_WIDE)), down(lines.saturating_mul(LINE) + 12));
    let (left, right) = stretch(x, width, across(GAP), side_x);
    // In the corners the gap is that of the width alone.
    let gap = if side_x == Lies::Middle { down(GAP) } else { 0 } + if is_far { down(FAR) } else { 0 };
    let (top, bottom) = stretch(y, height, gap, side_y);
    Rect { left, right, top, bottom }
}

fn stretch(at: i32, length: i32, gap: i32, side: Lies) -> (i32, i32) {
    match side {
        Lies::Before => (at - gap - length, at - gap),
        Lies::Middle => (at - length / 2, at + length / 2),
        Lies::After => (at + gap, at + gap + length),
    }
}

/// How much of a line lies under a box, in steps along it.
fn covered(rect: Rect, line: &[Point]) -> usize {
    const STEPS: i32 = 8;
    let pairs = line.windows(2).filter_map(|pair| match pair {
        [one, other] => Some((signed(*one), signed(*other))),
        _ => None,
    });
    pairs
        .flat_map(|(one, other)| {
            (0..STEPS).map(move |step| {
                (one.0 + (other.0 - one.0) * step / STEPS, one.1 + (other.1 - one.1) * step / STEPS)
            })
        })
        .filter(|point| rect.overlaps(Rect::around(*point, 4, 10)))
        .count()
}

/// Hundredths of a rem in thousandths of the width.
fn across(length: u32) -> i32 {
    along(length.saturating_mul(1000) / WIDTH)
}

/// Hundredths of a rem in thousandths of the height.
fn down(length: u32) -> i32 {
    along(length.saturating_mul(1000) / HEIGHT)
}

fn signed((x, y): Point) -> (i32, i32) {
    (along(x), along(y))
}

fn along(thousandths: u32) -> i32 {
    i32::try_from(thousandths).unwrap_or(i32::MAX / 4)
}
