//! The content security policy of the published page: what it may load, and that nothing leaves it.
//!
//! It stands in the page itself, so that it holds on any static host. What only a header can say, such as who may frame
//! the page, is the host's to say.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Which page it is the policy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The page beside its files.
    Folder,
    /// Everything in one file.
    SingleFile,
}

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

/// The same where everything is inside: nothing has an address, styles have hashes, and the worker is made of a text.
const RULES_INSIDE: [(&str, &str); 8] = [
    ("default-src", "'none'"),
    ("script-src", "'wasm-unsafe-eval'"),
    ("style-src", ""),
    ("img-src", "data: blob:"),
    ("worker-src", "blob:"),
    ("connect-src", "'none'"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
];

/// The page with its policy, before anything that it is to hold for. It must be as it will be published: a script that
/// changes afterwards no longer has the hash it is allowed by.
///
/// # Errors
/// When the page has no place for it, or something in it that no policy without holes would let through.
pub fn with_policy(page: &str, edition: Edition) -> Result<String> {
    let is_folder = edition == Edition::Folder;
    refuse_inline_style(page, is_folder)?;
    let scripts = hashes(&inline(page, "script")?);
    let styles = if is_folder { String::new() } else { hashes(&inline(page, "style")?) };
    let rules: &[_] = if is_folder { &RULES } else { &RULES_INSIDE };
    let rule = |(name, sources): &(&str, &str)| match *name {
        "script-src" => format!("{name} {sources}{scripts}"),
        "style-src" => format!("{name} {sources}{styles}"),
        _ => format!("{name} {sources}"),
    };
    let rules: Vec<String> = rules.iter().map(rule).collect();
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

/// The sources that allow these texts and no others.
fn hashes(texts: &[&str]) -> String {
    let mut hashes = String::new();
    for text in texts {
        hashes.push_str(" 'sha256-");
        STANDARD.encode_string(Sha256::digest(text.as_bytes()), &mut hashes);
        hashes.push('\'');
    }
    hashes
}

/// The text of each script or style that stands in the page; what no browser would run is none.
fn inline<'page>(page: &'page str, kind: &str) -> Result<Vec<&'page str>> {
    let (opening, closing) = (format!("<{kind}"), format!("</{kind}>"));
    let mut texts = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find(&opening) {
        let tag = rest.get(start..).context("no such place in the page")?;
        let open = tag.find('>').with_context(|| format!("a {kind} tag never ends"))?;
        let (attributes, body) = tag.split_at_checked(open + 1).context("no such place in the page")?;
        let end = body.find(&closing).with_context(|| format!("a {kind} never ends"))?;
        if !attributes.contains(" src") && !attributes.contains("text/plain") {
            texts.push(body.get(..end).unwrap_or_default());
        }
        rest = body.get(end..).unwrap_or_default();
    }
    Ok(texts)
}

fn refuse_inline_style(page: &str, is_folder: bool) -> Result<()> {
    if page.contains(" style=") || is_folder && page.contains("<style") {
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
        let page = with_policy(PAGE, Edition::Folder).unwrap();
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
            assert!(with_policy(&PAGE.replace("</head>", style), Edition::Folder).is_err(), "{style}");
        }
        assert!(with_policy("<script>1</script><meta charset=utf-8>", Edition::Folder).is_err());
    }

    #[test]
    fn one_file_reaches_nothing_and_a_text_in_it_is_no_script() {
        let page = "<meta charset=utf-8><style>p{}</style><script>let a = 1</script>\
                    <script type=\"text/plain\">data</script>";
        let page = with_policy(page, Edition::SingleFile).unwrap();
        assert!(page.contains(
            "script-src 'wasm-unsafe-eval' 'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ=';"
        ));
        assert!(page.contains("style-src  'sha256-"), "{page}");
        assert_eq!(page.matches("'sha256-").count(), 2, "{page}");
        assert!(page.contains("connect-src 'none'") && page.contains("worker-src blob:"), "{page}");
        assert!(!page.contains("'self'"), "{page}");
        assert!(with_policy("<meta charset=utf-8><p style=color:red>", Edition::SingleFile).is_err());
    }
}
