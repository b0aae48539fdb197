//! Files of content lines, taken apart the way other programs do.

/// The lines of a file, those that go on in the next put together. Every line is ended by CR and LF, none is longer than 75
/// octets, and no break of any kind is within one.
pub fn content_lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"), "the last line is ended as well");
    let mut lines: Vec<String> = Vec::new();
    for line in file.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        let is_clean = |one: char| !one.is_control() && !matches!(one, '\u{2028}' | '\u{2029}');
        assert!(line.chars().all(is_clean), "{line:?}");
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some(before)) => before.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The values of a property, in their order.
pub fn values(lines: &[String], name: &str) -> Vec<String> {
    let value = |line: &String| {
        let (head, value) = line.split_once(':')?;
        (head.split(';').next()? == name).then(|| value.to_owned())
    };
    lines.iter().filter_map(value).collect()
}

/// Text without its escapes.
pub fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(one) = characters.next() {
        match (one, one == '\\') {
            (_, true) => match characters.next() {
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => panic!("a backslash that escapes nothing: {value}"),
            },
            (';' | ',', _) => panic!("unescaped: {value}"),
            (other, _) => text.push(other),
        }
    }
    text
}
