//! The content security policy of the published page: what it may load, and that nothing leaves it.
//!
//! It stands in the page itself, so that it holds on any static host. What only a header can say, such as who may frame
//! the page, is the host's to say.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What may be loaded from where; the scripts that stand in the page are allowed by their hashes alone.
const RULES: [(&str, &str); 10] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("font-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
];

/// The page with its policy, before anything that it is to hold for. It must be as it will be published: a script that
/// changes afterwards no longer has the hash it is allowed by.
///
/// # Errors
/// When the page has no place for it, or something in it that no policy without holes would let through.
pub fn with_policy(page: &str) -> Result<String> {
    refuse_inline_style(page)?;
    let mut hashes = String::new();
    for script in inline_scripts(page)? {
        hashes.push_str(" 'sha256-");
        STANDARD.encode_string(Sha256::digest(script.as_bytes()), &mut hashes);
        hashes.push('\'');
    }
    let rules = RULES.map(|(name, sources)| match name {
        "script-src" => format!("{name} {sources}{hashes}"),
        _ => format!("{name} {sources}"),
    });
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"referrer\" content=\"no-referrer\">",
        rules.join("; ")
    );
    // The first thing after the character set, which must come within the first kilobyte.
    let charset = page.find("<meta charset").context("the page names no character set")?;
    let end = page.get(charset..).and_then(|rest| rest.find('>')).context("the character set never ends")?;
    let (head, rest) = page.split_at_checked(charset + end + 1).context("no such place in the page")?;
    if head.contains("<script") || head.contains("<link") {
        bail!("something is loaded before the character set is named");
    }
    Ok(format!("{head}{policy}{rest}"))
}

/// The text of each script that stands in the page.
fn inline_scripts(page: &str) -> Result<Vec<&str>> {
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find("<script") {
        let tag = rest.get(start..).context("no such place in the page")?;
        let open = tag.find('>').context("a script tag never ends")?;
        let (attributes, body) = tag.split_at_checked(open + 1).context("no such place in the page")?;
        let end = body.find("</script>").context("a script never ends")?;
        if !attributes.contains(" src") {
            scripts.push(body.get(..end).unwrap_or_default());
        }
        rest = body.get(end..).unwrap_or_default();
    }
    Ok(scripts)
}

fn refuse_inline_style(page: &str) -> Result<()> {
    if page.contains("<style") || page.contains(" style=") {
        bail!("the page holds a style of its own; the policy lets none through");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=utf-8><title>x</title><script>let a = 1</script>\
                        <script src=./b.js></script><script type=module>init()</script></head>";

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash_and_nothing_else_is() {
        let page = with_policy(PAGE).unwrap();
        assert!(page.starts_with("<head><meta charset=utf-8><meta http-equiv"), "{page}");
        // printf 'let a = 1' | openssl dgst -sha256 -binary | base64
        assert!(page.contains("'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='"), "{page}");
        assert_eq!(page.matches("'sha256-").count(), 2, "{page}");
        assert!(!page.contains("unsafe-inline"), "{page}");
        assert!(page.contains("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"), "{page}");
    }

    #[test]
    fn what_no_policy_lets_through_stops_the_build() {
        for style in ["<style>p{}</style>", "<p style=color:red>"] {
            assert!(with_policy(&PAGE.replace("</head>", style)).is_err(), "{style}");
        }
        assert!(with_policy("<script>1</script><meta charset=utf-8>").is_err());
    }
}
