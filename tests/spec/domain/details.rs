//! What the user hangs on a partner: tags, links and custom fields.

use bridgekeeper::domain::fields::FromJson;
use bridgekeeper::domain::listing::{self, Listed};
use bridgekeeper::domain::{CustomField, Field, Id, Line, Link, LinkAddress, Partner, Refusal, Tag};
use proptest::prelude::*;

use super::given::{TODAY, at, custom_field, line, link, partner, tag};

fn check_link(typed: &str, kept: &str) {
    assert_eq!(LinkAddress::parse(typed).unwrap().as_str(), kept, "{typed:?}");
}

fn tags(partner: &Partner) -> Vec<&str> {
    partner.tags_in_order().into_iter().map(Tag::as_str).collect()
}

fn words(partner: &Partner) -> Vec<String> {
    partner.links_in_order().into_iter().map(|(_, link)| link.words().to_owned()).collect()
}

fn with_links(all: &[&str]) -> (Partner, Vec<Id<Link>>) {
    let mut partner = partner();
    let add = |label: &&str| at(TODAY, |moment| listing::add(&mut partner.links, link(label), moment));
    let ids = all.iter().map(add).collect::<Result<_, _>>().unwrap();
    (partner, ids)
}

#[test]
fn a_tag_is_one_line_of_up_to_40_characters_without_commas() {
    assert_eq!(Tag::parse("  Port \n operators ").unwrap().as_str(), "Port operators");
    assert_eq!(Tag::parse(&"ü".repeat(40)).unwrap().as_str(), "ü".repeat(40));
    let refused = |typed: &str| Tag::parse(typed).unwrap_err();
    assert_eq!(refused(" ").to_string(), "Write the tag");
    assert_eq!(refused("ports, rail").to_string(), "A tag has no comma. Add one tag at a time");
    for refusal in [refused(""), refused("a,b"), refused(&"a".repeat(41))] {
        assert_eq!(refusal.field(), Some(Field::Tag));
    }
}

#[test]
fn a_tag_of_a_thousand_characters_is_refused_with_a_sentence() {
    let refusal = Tag::parse(&"a".repeat(1_000)).unwrap_err();
    assert_eq!(refusal.to_string(), "Shorten this to 40 characters; it has 1000");
}

#[test]
fn a_tag_in_other_capitals_is_the_same_tag_and_the_last_spelling_stays() {
    let mut partner = partner();
    for spelling in ["emea", "EMEA", "ÉMÉA", "émÉa"] {
        partner.add_tag(tag(spelling)).unwrap();
    }
    assert_eq!(tags(&partner), ["EMEA", "émÉa"]);
    assert!(partner.has_tag(&tag("Emea")) && !partner.has_tag(&tag("apac")));
    partner.remove_tag(&tag("eMEA"));
    partner.remove_tag(&tag("never given"));
    assert_eq!(tags(&partner), ["émÉa"]);
}

#[test]
fn the_identity_of_a_tag_never_changes() {
    // It stands in every stored document.
    assert_eq!(tag("EMEA").id().to_string(), "39a6bt0b3le9rrg1n9dk89ot5t");
}

#[test]
fn a_partner_has_at_most_20_tags_and_one_of_them_may_be_given_again() {
    let mut partner = partner();
    for number in 0..Tag::MOST {
        partner.add_tag(tag(&format!("tag {number}"))).unwrap();
    }
    let refusal = partner.add_tag(tag("one more")).unwrap_err();
    assert_eq!(refusal.to_string(), "There is room for 20, and no more. Remove one first");
    assert_eq!(refusal.field(), Some(Field::Tag));
    assert_eq!(partner.add_tag(tag("TAG 3")), Ok(()));
    assert_eq!(partner.tags.len(), 20);
}

#[test]
fn a_link_leads_to_a_web_page_a_mailbox_or_a_phone() {
    check_link("https://example.com/a?b=c#d", "https://example.com/a?b=c#d");
    check_link(" HTTP://example.com ", "http://example.com");
    check_link("mailto:anna@example.com?subject=Hello", "mailto:anna@example.com?subject=Hello");
    check_link("tel:+49 30 123", "tel:+4930123");
}

#[test]
fn what_is_missing_before_a_plain_address_is_added() {
    check_link("example.com/path", "https://example.com/path");
    check_link("www.example.com", "https://www.example.com");
    check_link("anna@example.com", "mailto:anna@example.com");
}

#[test]
fn an_address_that_could_run_or_read_something_is_refused_with_a_sentence() {
    for wrong in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\u{200b}script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox",
        "file:///etc/hosts",
        "blob:https://example.com/1",
        "ftp://example.com",
        "//example.com",
        "/path",
        "#here",
        "https:",
        "https://",
        "https:///path",
        "https:example.com",
        "https:\\\\example.com",
        "https://example.com/a b",
        "example.com:8080",
        "mailto:",
        "mailto:nobody",
        "tel:",
        "tel:anna",
        "just words",
        "word",
    ] {
        let refusal = LinkAddress::parse(wrong).unwrap_err();
        assert_eq!(refusal, Refusal::NotALink, "{wrong:?}");
        assert_eq!(refusal.field(), Some(Field::Link));
        assert!(refusal.to_string().starts_with("Write a link that begins with https://"));
    }
}

#[test]
fn a_link_has_up_to_2000_characters() {
    let longest = format!("https://example.com/{}", "a".repeat(1_980));
    check_link(&longest, &longest);
    assert!(matches!(LinkAddress::parse(&format!("{longest}a")), Err(Refusal::TooLong { .. })));
    assert_eq!(LinkAddress::parse("").unwrap_err().to_string(), "Write the address");
}

#[test]
fn a_link_without_a_label_shows_its_address() {
    let address = LinkAddress::parse("example.com").unwrap();
    assert_eq!(Link::new(None, address.clone()).words(), "https://example.com");
    assert_eq!(Link::new(Some(line("Portal")), address).words(), "Portal");
}

#[test]
fn links_stay_in_the_order_they_are_put_in() {
    let (mut partner, ids) = with_links(&["one", "two", "three"]);
    assert_eq!(words(&partner), ["one", "two", "three"]);
    listing::shift(&mut partner.links, ids[2], true).unwrap();
    assert_eq!(words(&partner), ["one", "three", "two"]);
    listing::shift(&mut partner.links, ids[0], true).unwrap();
    listing::shift(&mut partner.links, ids[1], false).unwrap();
    assert_eq!(words(&partner), ["one", "three", "two"], "the first and the last stay");
    listing::edit(&mut partner.links, ids[2], link("drei")).unwrap();
    assert_eq!(words(&partner), ["one", "drei", "two"], "an edited one keeps its place");
    listing::remove(&mut partner.links, ids[0]).unwrap();
    at(TODAY, |moment| listing::add(&mut partner.links, link("four"), moment)).unwrap();
    assert_eq!(words(&partner), ["drei", "two", "four"]);
}

#[test]
fn a_link_that_is_gone_is_refused_by_name() {
    let (mut partner, ids) = with_links(&["one"]);
    listing::remove(&mut partner.links, ids[0]).unwrap();
    let gone = Err(Refusal::Gone { what: "This link" });
    assert_eq!(listing::remove(&mut partner.links, ids[0]), gone);
    assert_eq!(listing::edit(&mut partner.links, ids[0], link("one")), gone);
    assert_eq!(listing::shift(&mut partner.links, ids[0], true), gone);
}

#[test]
fn a_list_has_at_most_20_entries() {
    let labels: Vec<String> = (0..Link::MOST).map(|number| number.to_string()).collect();
    let (mut partner, _) = with_links(&labels.iter().map(String::as_str).collect::<Vec<_>>());
    let refusal = at(TODAY, |moment| listing::add(&mut partner.links, link("more"), moment)).unwrap_err();
    assert_eq!(refusal, Refusal::Full { field: Field::Link, most: 20 });
}

#[test]
fn two_custom_fields_never_share_a_name() {
    let mut partner = partner();
    let mut add = |name, value| at(TODAY, |moment| partner.add_field(custom_field(name, value), moment));
    let contract = add("Contract", "PN-2231").unwrap();
    let region = add("Region", "North").unwrap();
    let refusal = add("CONTRACT", "other").unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "There is a field Contract already. Change that one, or choose another name"
    );
    assert_eq!(refusal.field(), Some(Field::FieldName));
    assert_eq!(partner.edit_field(contract, custom_field("contract", "PN-2232")), Ok(()));
    assert!(partner.edit_field(region, custom_field("Contract", "South")).is_err());
    let said: Vec<_> = partner.fields_in_order().iter().map(|(_, field)| field.value.to_string()).collect();
    assert_eq!(said, ["PN-2232", "North"]);
}

#[test]
fn a_custom_field_has_a_name_of_60_and_a_value_of_500_characters() {
    assert!(Line::<60>::parse(Field::FieldName, &"a".repeat(61)).is_err());
    let full = CustomField::new(line(&"n".repeat(60)), line(&"v".repeat(500)));
    let written = serde_json::to_string(&full).unwrap();
    assert_eq!(CustomField::from_json(&written).unwrap(), full);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_as_a_tag_is_refused_or_read_back_as_the_same_tag(typed in "\\PC{0,50}|[ ,a-zA-Zéß]{0,12}") {
        if let Ok(tag) = Tag::parse(&typed) {
            let written = serde_json::to_string(&tag).unwrap();
            prop_assert_eq!(&Tag::from_json(&written).unwrap(), &tag);
            prop_assert!(tag.id().to_string().parse::<Id<Tag>>().is_ok());
        }
    }

    #[test]
    fn whatever_is_typed_as_a_link_is_refused_or_begins_harmlessly_and_is_read_back(
        typed in "\\PC{0,60}|(javascript|data|HTTPS?|mailto|tel|a)[:/@. a-z0-9]{0,20}",
    ) {
        if let Ok(address) = LinkAddress::parse(&typed) {
            let schemes = ["https://", "http://", "mailto:", "tel:"];
            prop_assert!(schemes.iter().any(|scheme| address.as_str().starts_with(scheme)), "{typed:?}");
            let link = Link::new(None, address);
            let written = serde_json::to_string(&link).unwrap();
            prop_assert_eq!(Link::from_json(&written).unwrap(), link);
        }
    }
}
