//! Days as other programs write them.

use bridgekeeper::interchange::import::DateOrder;
use bridgekeeper::interchange::import::dates::DateChoice;

fn detected(cells: &[&str]) -> DateChoice {
    DateOrder::detect(cells)
}

#[test]
fn a_day_is_read_in_the_order_of_its_column() {
    let cells = [
        (
            DateOrder::YearFirst,
            &["2026-11-21", "2026/11/21", "20261121", "2026-11-21T10:05:00Z", " 2026-11-21 10:05 "][..],
        ),
        (
            DateOrder::DayFirst,
            &["21.11.2026", "21/11/2026", "21-11-2026", "21. 11. 2026", "21.11.26", "21/11/2026 10:05"],
        ),
        (DateOrder::MonthFirst, &["11/21/2026", "11-21-2026", "11/21/26", "11/21/2026 10:05 AM"]),
        (
            DateOrder::Named,
            &["21 Nov 2026", "Nov 21, 2026", "November 21st 2026", "21-Nov-26", "Nov 21, 2026, 3:04 PM"],
        ),
        (DateOrder::Serial, &["46347", "46347.5"]),
    ];
    for (order, cells) in cells {
        for cell in cells {
            assert_eq!(order.read(cell).map(|day| day.to_string()).as_deref(), Some("2026-11-21"), "{cell}");
        }
        assert!(order.read(order.example()).is_some());
    }
}

#[test]
fn what_is_in_no_calendar_is_no_day() {
    for cell in [
        "",
        "soon",
        "2026-02-30",
        "31.02.2026",
        "13/13/2026",
        "99999999",
        "1/2",
        "-1",
        "é1.2.2026",
        "1.2.3.4",
    ] {
        for order in DateOrder::ALL {
            assert_eq!(order.read(cell), None, "{cell} as {order:?}");
        }
    }
}

#[test]
fn spreadsheets_count_days_and_take_1900_for_a_leap_year() {
    let read = |cell| DateOrder::Serial.read(cell).map(|day| day.to_string());
    let days = [("45658", "2025-01-01"), ("36526", "2000-01-01"), ("10000", "1927-05-18")];
    for (cell, day) in days {
        assert_eq!(read(cell).as_deref(), Some(day));
    }
    assert_eq!([read("12"), read("200000"), read("45658.x")], [None, None, None]);
}

#[test]
fn one_day_beyond_the_twelfth_tells_the_order_of_the_whole_column() {
    let choice = detected(&["01/02/2026", "03/04/2026", "05/31/2026"]);
    assert_eq!((choice.order, choice.is_ambiguous, choice.unread), (DateOrder::MonthFirst, false, 0));
    let choice = detected(&["01/02/2026", "31/05/2026", "soon"]);
    assert_eq!((choice.order, choice.is_ambiguous, choice.unread), (DateOrder::DayFirst, false, 1));
}

#[test]
fn a_column_that_can_be_read_in_two_ways_asks_unless_both_say_the_same() {
    assert!(detected(&["01/02/2026", "03/04/2026"]).is_ambiguous);
    assert!(!detected(&["01/01/2026", "02/02/2026"]).is_ambiguous, "the same days either way");
    assert!(!detected(&["01.02.2026"]).is_ambiguous, "points have the day first");
    assert!(!detected(&["2026-01-02"]).is_ambiguous);
}
