//! The looks of a band.

use crate::domain::health::Badge;

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
