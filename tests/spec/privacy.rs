//! The README claims what the page claims, in its words.

use bridgekeeper::catalogue::privacy::{CHECKED, CLAIMS};

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_claims_what_the_page_claims_word_for_word() {
    let readme = README.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in CLAIMS.iter().chain(&CHECKED) {
        assert!(readme.contains(sentence), "README.md lacks: {sentence}");
    }
}
