//! When it is time for another backup.

use bridgekeeper::state::backup_age::{BackupAge, Urgency};
use bridgekeeper::storage::Millis;

use super::given::NOW;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

fn check(days: u64, changes: u32, expected: Urgency) {
    let age = BackupAge { made_at: Some(NOW.0), changes_since: changes, changed_at: Some(NOW.0) };
    assert_eq!(age.urgency(NOW.plus(days * DAY_MS)), expected, "{days} days, {changes} changes");
}

#[test]
fn a_backup_is_due_after_seven_days_or_fifty_changes_and_overdue_after_twice_as_much() {
    check(6, 49, Urgency::None);
    check(7, 1, Urgency::Due);
    check(0, 50, Urgency::Due);
    check(14, 1, Urgency::Overdue);
    check(0, 100, Urgency::Overdue);
}

#[test]
fn without_a_change_no_backup_is_due_however_old_the_last_one_is() {
    check(1_000, 0, Urgency::None);
}

#[test]
fn without_any_backup_the_days_count_from_the_first_change() {
    let age = BackupAge::default().changed(NOW).changed(NOW.plus(6 * DAY_MS));
    assert_eq!(age.changes_since, 2);
    assert_eq!(age.urgency(NOW.plus(6 * DAY_MS)), Urgency::None);
    assert_eq!(age.urgency(NOW.plus(7 * DAY_MS)), Urgency::Due);
    assert_eq!(age.days(NOW.plus(7 * DAY_MS)), None);
}

#[test]
fn a_clock_set_back_makes_no_backup_due() {
    let age = BackupAge { made_at: Some(NOW.0), changes_since: 3, changed_at: Some(NOW.0) };
    assert_eq!(age.urgency(Millis(NOW.0 - 400 * DAY_MS)), Urgency::None);
}

#[test]
fn what_an_earlier_version_remembered_is_read() {
    let age: BackupAge = serde_json::from_str(r#"{"made_at":5,"changes_since":3}"#).unwrap();
    assert_eq!(age, BackupAge { made_at: Some(5), changes_since: 3, changed_at: None });
}
