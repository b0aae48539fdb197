//! The reserve: dead weight under a key of its own, given up so that a full storage still takes the last action.

/// The least a reserve holds, in units.
pub const PAD_MIN_UNITS: usize = 64 * 1024;
/// Reserves grow in steps of this many units, so that a growing document does not mean a new reserve every time.
const PAD_STEP_UNITS: usize = 16 * 1024;

/// How large the reserve should be when the largest document takes `largest_units`: twice that, and at least 64 Ki units.
#[must_use]
pub const fn pad_units(largest_units: usize) -> usize {
    let twice = largest_units.saturating_mul(2);
    if twice <= PAD_MIN_UNITS { PAD_MIN_UNITS } else { twice.div_ceil(PAD_STEP_UNITS) * PAD_STEP_UNITS }
}
