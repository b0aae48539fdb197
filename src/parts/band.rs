//! The looks of a band, and of a movement.

use crate::domain::health::Badge;
use crate::domain::health::forecast::ARROW_POINTS;
use crate::kit::health::Way;

/// The name of a badge in `style/kit/band.css` and among the icons.
pub fn look(badge: Badge) -> &'static str {
    match badge {
        Badge::Healthy => "healthy",
        Badge::Watch => "watch",
        Badge::AtRisk => "at-risk",
        Badge::Critical => "critical",
        Badge::ZombieWatch => "zombie-watch",
        Badge::Zombie => "zombie",
        Badge::NotEnoughData => "unknown",
    }
}

/// Whether a movement of the score is worth an arrow.
pub fn way(points: i16) -> Way {
    match points {
        ARROW_POINTS.. => Way::Up,
        _ if points <= -ARROW_POINTS => Way::Down,
        _ => Way::Steady,
    }
}
