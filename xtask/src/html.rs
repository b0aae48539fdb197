//! Just enough HTML to work on the `<link>`s of a page that trunk wrote or that we wrote for it.

use std::ops::Range;

/// The `<link>` elements of a page, in order.
pub struct Links<'page> {
    page: &'page str,
    links: Vec<Link<'page>>,
}

/// One `<link>`.
pub struct Link<'page> {
    place: Range<usize>,
    attributes: Vec<(&'page str, &'page str)>,
}

impl Link<'_> {
    /// An attribute's value, if it is there.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(key, _)| *key == name)?;
        Some(value)
    }
}

/// Whether it is a style sheet the browser loads at once.
pub fn is_stylesheet(link: &Link) -> bool {
    link.attribute("rel") == Some("stylesheet") && link.attribute("disabled").is_none()
}

/// Whether it is a style sheet the browser loads when the page asks for it, by taking `disabled` away.
pub fn is_later_stylesheet(link: &Link) -> bool {
    link.attribute("rel") == Some("stylesheet") && link.attribute("disabled").is_some()
}

/// Whether it is a style sheet of either sort.
pub fn is_any_stylesheet(link: &Link) -> bool {
    link.attribute("rel") == Some("stylesheet")
}

/// Whether it is a style sheet trunk is asked to build.
pub fn is_source_stylesheet(link: &Link) -> bool {
    link.attribute("rel") == Some("css") && link.attribute("data-trunk").is_some()
}

/// Whether it asks for a file that a script will want.
pub fn is_preload(link: &Link) -> bool {
    matches!(link.attribute("rel"), Some("modulepreload" | "preload"))
}

impl<'page> Links<'page> {
    /// Finds them; comments are passed over.
    pub fn of(page: &'page str) -> Self {
        let mut links = Vec::new();
        let mut at = 0;
        while let Some(rest) = page.get(at..).filter(|rest| !rest.is_empty()) {
            let length = if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + 3)
            } else if let Some(inside) = rest.strip_prefix("<link") {
                let (attributes, length) = attributes(inside);
                let place = at..at + "<link".len() + length;
                let length = place.len();
                links.push(Link { place, attributes });
                length
            } else {
                rest.get(1..).and_then(|later| later.find('<')).map_or(rest.len(), |next| next + 1)
            };
            at += length;
        }
        Self { page, links }
    }

    /// The addresses of those that answer yes.
    pub fn hrefs(&self, wanted: impl Fn(&Link) -> bool) -> Vec<String> {
        self.links
            .iter()
            .filter(|link| wanted(link))
            .filter_map(|link| link.attribute("href"))
            .map(str::to_owned)
            .collect()
    }

    /// The page with `written_link` in the place of the first that answers yes, and without the others.
    pub fn with_one(&self, wanted: impl Fn(&Link) -> bool, written_link: &str) -> String {
        let mut written = String::new();
        let mut from = 0;
        let mut link = written_link.to_owned();
        for sheet in self.links.iter().filter(|link| wanted(link)) {
            written.push_str(self.page.get(from..sheet.place.start).unwrap_or_default());
            written.push_str(&std::mem::take(&mut link));
            from = sheet.place.end;
        }
        written.push_str(self.page.get(from..).unwrap_or_default());
        written
    }
}

impl Links<'_> {
    /// The page with those that answer yes in front of `place`, as they are and in their order.
    pub fn moved_before(&self, wanted: impl Fn(&Link) -> bool, place: &str) -> String {
        let moved: String = self
            .links
            .iter()
            .filter(|link| wanted(link))
            .filter_map(|link| self.page.get(link.place.clone()))
            .collect();
        self.with_one(wanted, "").replacen(place, &format!("{moved}{place}"), 1)
    }
}

/// The attributes after a tag's name, and the length up to and with the closing `>`.
fn attributes(text: &str) -> (Vec<(&str, &str)>, usize) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let length = text.len() - rest.len() + usize::from(!rest.is_empty());
            return (found, length);
        }
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(value) = after.strip_prefix('=') else {
            found.push((name, ""));
            rest = if end == 0 { after.get(1..).unwrap_or_default() } else { after };
            continue;
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let inside = value.get(1..).unwrap_or_default();
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            None => {
                value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len()))
            }
        };
        found.push((name, value));
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_unquoted_and_commented_links_are_told_apart() {
        let page = "<!-- <link rel=stylesheet href=no.css> --><LINK>\
                    <link rel=stylesheet href=./a.css><link href=\"b.css\" rel='stylesheet'/>\
                    <link data-trunk rel=\"css\" href=\"style/tokens.css\" />";
        assert_eq!(Links::of(page).hrefs(is_stylesheet), ["./a.css", "b.css"]);
        assert_eq!(Links::of(page).hrefs(is_source_stylesheet), ["style/tokens.css"]);
    }

    #[test]
    fn preloads_go_where_they_are_found_first() {
        let page = "<meta><title>t</title><script>s</script><link rel=modulepreload href=a><link rel=icon href=i>\
                    <link as=fetch rel=preload href=b>";
        assert_eq!(
            Links::of(page).moved_before(is_preload, "<title"),
            "<meta><link rel=modulepreload href=a><link as=fetch rel=preload href=b><title>t</title>\
             <script>s</script><link rel=icon href=i>"
        );
    }

    #[test]
    fn one_stylesheet_takes_the_first_ones_place() {
        let page = "<title>t</title><link rel=stylesheet href=a.css>\n<link rel=icon href=i>\
                    <link rel=stylesheet href=b.css><body>";
        assert_eq!(
            Links::of(page).with_one(is_stylesheet, "<link rel=stylesheet href=all.css>"),
            "<title>t</title><link rel=stylesheet href=all.css>\n<link rel=icon href=i><body>"
        );
    }

    #[test]
    fn a_sheet_that_waits_is_no_sheet_of_the_first_load() {
        let page = "<link rel=stylesheet href=a.css><link disabled rel=stylesheet href=b.css>";
        assert_eq!(Links::of(page).hrefs(is_stylesheet), ["a.css"]);
        assert_eq!(Links::of(page).hrefs(is_later_stylesheet), ["b.css"]);
    }
}
