//! Addresses: every place has one, and nothing else leads anywhere.

use bridgekeeper::domain::Id;
use bridgekeeper::domain::checklist::{BuiltIn, TemplateKey};
use bridgekeeper::route::{PartnerPart, Route, SettingsPart};

#[test]
fn every_place_is_found_again_by_its_address() {
    let mut places = vec![
        Route::Today,
        Route::Partners,
        Route::Partner(Id::from_bits(0)),
        Route::Partner(Id::from_bits(u128::MAX)),
        Route::Ending(Id::from_bits(7)),
        Route::Lessons,
        Route::People,
        Route::Person(Id::from_bits(0)),
        Route::Person(Id::from_bits(u128::MAX)),
        Route::Settings(SettingsPart::Top),
        Route::Meetings,
        Route::Meeting(Id::from_bits(u128::MAX)),
        Route::Playbooks,
        Route::Playbook(TemplateKey::Own(Id::from_bits(7))),
        Route::Run(Id::from_bits(u128::MAX)),
        Route::Import,
        Route::Kit,
        Route::Scripts(None),
        Route::Scripts(Some(Id::from_bits(7))),
        Route::Script("watch-warning".parse().unwrap(), None),
        Route::Script("watch-warning".parse().unwrap(), Some(Id::from_bits(7))),
        Route::ScriptEditor(Id::<()>::from_bits(7).to_string().parse().unwrap()),
    ];
    places.extend(PartnerPart::ALL.map(|part| Route::PartnerPart(Id::from_bits(7), part)));
    places.extend(BuiltIn::all().map(|one| Route::Playbook(TemplateKey::BuiltIn(one))));
    places.extend(SettingsPart::ADDRESSED.map(Route::Settings));
    for place in places {
        assert_eq!(Route::parse(&place.href()), place, "{}", place.href());
    }
}

#[test]
fn an_empty_hash_means_today() {
    for hash in ["", "#", "#/"] {
        assert_eq!(Route::parse(hash), Route::Today, "{hash:?}");
    }
    assert_eq!(Route::parse("#/partners/"), Route::Partners);
}

#[test]
fn other_hashes_lead_nowhere() {
    let partner = Route::Partner(Id::from_bits(7)).href();
    let nowhere = [format!("{partner}/overview"), format!("{partner}/people/1"), format!("{partner}/People")];
    let nowhere = nowhere.iter().map(String::as_str);
    let others = [
        "#/partners/x",
        "#/partners/1/2",
        "#/partners/x/people",
        "#/people/x",
        "#/settings/nothing",
        "#/playbooks/nothing",
        "#/runs/x",
        "#/runs",
        "#/meetings/x",
        "#/today",
        "#/scripts/for",
        "#/scripts/Recap",
        "#/scripts/recap/somebody",
        "#/scripts/for/somebody",
        "#main",
        "#/\u{202e}",
    ];
    for hash in nowhere.chain(others) {
        assert_eq!(Route::parse(hash), Route::NotFound, "{hash:?}");
    }
}
