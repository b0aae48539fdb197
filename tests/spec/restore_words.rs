//! What the restore dialog says.

use bridgekeeper::catalogue::day;
use bridgekeeper::catalogue::restore::made;

#[test]
fn when_a_backup_was_made_is_told_as_a_day_and_a_time_and_else_as_it_is_written() {
    let day = day("2026-11-22".parse().unwrap());
    assert_eq!(made("2026-11-22T10:42:47Z"), format!("Made {day} at 10:42 UTC."));
    for odd in ["yesterday", "2026-13-40T10:42:47Z", "2026-11-22T1", "2026-11-22T10h42", ""] {
        assert_eq!(made(odd), format!("Made {odd}."));
    }
}
