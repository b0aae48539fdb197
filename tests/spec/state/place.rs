//! Where the page stands: the workspace its address names, and the pages that may show it.

use bridgekeeper::state::place::{
    Around, BadName, Place, is_elsewhere, is_inside_others, may_be_shown, query_of_usual,
};
use proptest::prelude::*;

fn key(path: &str, query: &str) -> String {
    Place::read(path, query).unwrap().key()
}

#[test]
fn the_usual_workspace_is_known_by_the_folder() {
    assert_eq!(key("/", ""), "home");
    assert_eq!(key("/index.html", "?utm_source=mail"), "home");
    assert_eq!(key("/a/b/", ""), "a.b");
    assert_eq!(key("/a/b/index.html", "?embed=1"), "a.b");
    assert_eq!(key("/a.b/", ""), "a_2eb");
    assert_eq!(key("/C:/Caf%C3%A9/bridgekeeper.html", ""), "C_3a.Caf_25C3_25A9");
}

#[test]
fn a_named_workspace_has_keys_of_its_own() {
    assert_eq!(key("/", "?workspace=sales"), "home~sales");
    assert_eq!(key("/a/b/", "?embed=1&workspace=north-2"), "a.b~north-2");
    assert_eq!(key("/", &format!("?workspace={}", "a".repeat(32))), format!("home~{}", "a".repeat(32)));
    assert_ne!(key("/~sales/", ""), key("/", "?workspace=sales"));
}

#[test]
fn what_is_no_name_opens_nothing() {
    let long = "a".repeat(33);
    for name in [
        "../../x",
        "..%2F..%2Fx",
        "Sales",
        "",
        "a b",
        "a+b",
        "%73ales",
        "%",
        "%zz",
        "ä",
        "a:b",
        "a.b",
        "~",
        "__proto__",
        &long,
    ] {
        assert_eq!(Place::read("/", &format!("?workspace={name}")), Err(BadName), "{name}");
    }
    for query in [
        "?workspace",
        "?workspace=a&workspace=b",
        "?workspace=a&workspace=a",
        "?embed=1&workspace=a&x&workspace",
    ] {
        assert_eq!(Place::read("/", query), Err(BadName), "{query}");
    }
}

#[test]
fn other_words_of_the_query_mean_nothing() {
    for query in
        ["", "?", "?%", "?%zz=%&&=&?", "?Workspace=X", "?xworkspace=X", "?embed", "?embed=2", "?embed=11"]
    {
        let place = Place::read("/", query).unwrap();
        assert_eq!((place.workspace, place.is_embedded), (None, false), "{query}");
    }
}

#[test]
fn a_page_of_its_own_keeps_the_workspace_and_leaves_the_frame() {
    let alone = |query| Place::read("/", query).unwrap().query_alone();
    assert_eq!(alone("?embed=1&workspace=sales&x=y"), "?workspace=sales");
    assert_eq!(alone("?embed=1"), "");
    assert_eq!(query_of_usual("?workspace=X&embed=1"), "?embed=1");
    assert_eq!(query_of_usual("?workspace=X"), "?");
}

const OWN: &str = "https://tools.example";

fn around(origins: &[&str]) -> Around {
    Some(origins.iter().map(|origin| (*origin).to_owned()).collect())
}

#[test]
fn only_listed_pages_show_it_and_a_tab_of_its_own_always_does() {
    let list = "self https://intranet.example/ 'https://Wiki.example:8443'";
    let shown = |origins: &[&str]| may_be_shown(list, OWN, &around(origins));
    assert!(shown(&[]));
    assert!(shown(&[OWN]));
    assert!(shown(&["https://intranet.example"]));
    assert!(shown(&["https://wiki.example:8443", "https://intranet.example"]));
    assert!(!shown(&["https://intranet.example", "https://elsewhere.example"]), "all around it count");
    assert!(!shown(&["https://wiki.example"]), "another port is another origin");
    assert!(!shown(&["http://intranet.example"]));
    assert!(!shown(&["https://intranet.example.elsewhere.example"]));
    assert!(!may_be_shown("", OWN, &around(&[OWN])));
    assert!(!may_be_shown("'none'", OWN, &around(&[OWN])));
    assert!(may_be_shown("none", OWN, &around(&[])));
}

#[test]
fn who_does_not_say_who_they_are_is_not_let_in_by_a_list() {
    let list = "self null https://intranet.example";
    assert!(!may_be_shown(list, OWN, &None));
    assert!(!may_be_shown(list, "null", &around(&["null"])));
    assert!(may_be_shown("*", OWN, &None));
    assert!(may_be_shown("*", OWN, &around(&["null"])));
}

#[test]
fn ports_of_one_host_are_one_site_and_other_hosts_are_elsewhere() {
    let own = "http://127.0.0.1:8080";
    for (origins, elsewhere) in [
        (vec![], false),
        (vec![own], false),
        (vec!["http://127.0.0.1:9000"], false), // another origin all the same
        (vec!["http://127.0.0.1"], false),
        (vec!["https://127.0.0.1:8080"], true),
        (vec!["http://localhost:8080"], true),
        (vec![own, "http://localhost:8080"], true),
        (vec!["null"], true),
    ] {
        assert_eq!(is_elsewhere(own, &around(&origins)), elsewhere, "{origins:?}");
    }
    assert!(is_inside_others(own, &around(&["http://127.0.0.1:9000"])) && is_inside_others(own, &None));
    assert!(!is_inside_others(own, &around(&[own])) && !is_inside_others(own, &around(&[])));
    assert!(is_elsewhere(own, &None));
    assert!(is_elsewhere("http://[::1]", &around(&["http://[::2]"])));
}

proptest! {
    #[test]
    fn any_address_is_read(path in ".*", query in ".*", allowed in ".*", origins in prop::collection::vec(".*", 0..3)) {
        if let Ok(place) = Place::read(&path, &query) {
            let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-._~".contains(sign);
            prop_assert!(place.key().chars().all(is_plain), "{}", place.key());
        }
        let _ = may_be_shown(&allowed, OWN, &Some(origins.clone()));
        let _ = is_elsewhere(OWN, &Some(origins));
    }

    #[test]
    fn a_name_is_taken_as_it_is_written(name in "[a-z0-9-]{1,32}") {
        let place = Place::read("/", &format!("?workspace={name}")).unwrap();
        let read = place.workspace.unwrap();
        prop_assert_eq!(read.as_str(), name);
    }
}
