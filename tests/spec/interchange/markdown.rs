//! Words as Markdown: what a user typed stays words, whatever it is.

use bridgekeeper::domain::outline::{Block, Outline};
use bridgekeeper::interchange::markdown::write;
use expect_test::expect;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, html};

fn outline() -> Outline {
    let mut outline = Outline::of("Northquay".into());
    outline.fact("Stage", Some("Active".into()));
    outline.fact("Owner", None);
    outline.heading("The ask");
    outline.words(Some("Three customers\nfor a joint call\n\nby June".into()));
    outline.list("People", vec!["Ana Ruiz: Champion".into()]);
    outline.list("Nobody", vec![]);
    outline.blocks.push(Block::Item(1, "because of this".into()));
    outline.blocks.push(Block::Task(true, "Done".into()));
    outline.blocks.push(Block::Task(false, "Open".into()));
    outline
}

#[test]
fn an_outline_reads_well_as_it_stands() {
    expect![[r#"
        # Northquay

        - **Stage:** Active

        ## The ask

        Three customers\
        for a joint call

        by June

        ## People

        - Ana Ruiz: Champion
          - because of this
        - [x] Done
        - [ ] Open
    "#]]
    .assert_eq(&write(&outline()));
}

/// Every extension there is, but for the one that sets other dashes and quotation marks.
fn extensions() -> Options {
    Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)
}

/// Everything in a text that would be shown as more than words.
fn markup(text: &str) -> Vec<String> {
    let found = Parser::new_ext(text, extensions()).filter_map(|event| match event {
        Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Heading { .. }) => {
            None
        }
        Event::Start(tag) => Some(format!("{tag:?}")),
        Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
        Event::Code(code) => Some(code.to_string()),
        Event::InlineMath(math) | Event::DisplayMath(math) => Some(math.to_string()),
        Event::FootnoteReference(name) => Some(name.to_string()),
        Event::Rule => Some("a rule".to_owned()),
        _ => None,
    });
    found.collect()
}

/// The words of a text as they are shown.
fn shown(text: &str) -> String {
    let words = Parser::new_ext(text, extensions()).map(|event| match event {
        Event::Text(words) => words.to_string(),
        Event::SoftBreak | Event::HardBreak | Event::End(_) => " ".to_owned(),
        _ => String::new(),
    });
    words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn links_of_a_stranger_lead_nowhere() {
    let attacks = [
        "[click](javascript:alert(1))",
        "<javascript:alert(1)>",
        "![](https://example.com/pixel)",
        "[a]: javascript:alert(1)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt;",
        "https://example.com and www.example.com",
        "# not a heading",
        "1. no list",
        "2) no list",
        "> no quote",
        "+ no list",
        "--- no rule",
        "```no code",
        "| no | table |",
        "~~no~~ __no__ **no** $no$",
        "[x] no task",
        "[^1]",
    ];
    for attack in attacks {
        let mut outline = Outline::of(attack.into());
        outline.heading(attack);
        outline.words(Some(attack.into()));
        outline.fact(attack, Some(attack.into()));
        outline.blocks.push(Block::Item(0, attack.into()));
        let text = write(&outline);
        assert_eq!(markup(&text), Vec::<String>::new(), "{attack}: {text}");
        assert!(shown(&text).starts_with(attack), "{attack}: {text}");
        let mut page = String::new();
        html::push_html(&mut page, Parser::new_ext(&text, extensions()));
        assert!(!page.contains("<a ") && !page.contains("<img"), "{page}");
        // Programs that make links of bare addresses find none: their sign is a backslash away.
        assert!(!text.replace("\\://", "").contains("://") && !text.contains("www."), "{text}");
    }
}

proptest! {
    #[test]
    fn no_words_become_markup(
        title in any::<String>(),
        words in "[ -~\\n]{0,80}|\\PC{0,80}",
        item in "([-+*#>=_`~\\[\\]()<>!|&:.@$^ 0-9a-z\\\\]|www\\.|https://){0,40}",
    ) {
        let mut outline = Outline::of(title);
        outline.words(Some(words));
        outline.blocks.push(Block::Item(0, item.clone()));
        let text = write(&outline);
        prop_assert_eq!(markup(&text), Vec::<String>::new(), "{}", text);
        let wanted = item.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert!(shown(&text).ends_with(&wanted), "{} is not in {}", wanted, text);
    }
}
