//! Exact points: fractions, so that 72.5 is 72.5 wherever it comes from.

/// Points of a component: an exact fraction from 0 to 100, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    above: u64,
    below: u64,
}

impl Points {
    /// None at all.
    pub const NONE: Self = Self { above: 0, below: 1 };
    /// All there are.
    pub const FULL: Self = Self { above: 100, below: 1 };

    /// 100 · `part` / `whole`, at most 100. A `whole` of 0 makes none.
    pub(super) fn share(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::NONE;
        }
        let (above, below) = (part.min(whole) * 100, whole);
        let (mut divisor, mut rest) = (below, above % below);
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        Self { above: above / divisor, below: below / divisor }
    }

    /// Half of this and half of another.
    pub(super) fn mean_with(self, other: Self) -> Self {
        let above = self.above * other.below + other.above * self.below;
        Self::share(above, 200 * self.below * other.below)
    }

    /// As shown: whole points, rounded half up.
    pub fn rounded(self) -> u8 {
        u8::try_from((2 * self.above + self.below) / (2 * self.below)).unwrap_or(100)
    }

    /// Exactly: so many of so many parts make the points, as 0 to 100.
    pub fn fraction(self) -> (u64, u64) {
        (self.above, self.below)
    }

    /// How many tenths of a point this is of a score in which `weight` of `of_weight` is its own;
    /// rounded half up.
    pub(super) fn tenths(self, weight: u16, of_weight: u32) -> u32 {
        let below = self.below * u64::from(of_weight.max(1));
        let above = self.above * u64::from(weight) * 10;
        u32::try_from((2 * above + below) / (2 * below)).unwrap_or(0)
    }
}

/// A sum of weighted points, exact.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    above: u128,
    below: u128,
}

impl Sum {
    pub(super) const NOTHING: Self = Self { above: 0, below: 1 };

    /// Adds points that count `weight` times.
    pub(super) fn add(&mut self, weight: u16, points: Points) {
        let (above, below) = (u128::from(points.above), u128::from(points.below));
        self.above = self.above * below + u128::from(weight) * above * self.below;
        self.below *= below;
    }

    /// The mean over `weight`, times `scale`, rounded half up; at most 100 · `scale`.
    pub(super) fn mean(self, weight: u32, scale: u32) -> u32 {
        let (above, below) = (2 * u128::from(scale) * self.above, self.below * u128::from(weight));
        // By halving rather than by dividing: no division of 128 bits has to be in the page.
        let (mut least, mut most) = (0, 100 * scale);
        while least < most {
            let middle = (least + most).div_ceil(2);
            if u128::from(2 * middle - 1) * below <= above {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        least
    }
}
