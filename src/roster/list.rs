//! Several values in one cell: `a | b | c`, with a backslash before what would be mistaken for the separator.

use std::borrow::Cow;

/// What stands between two items.
const SEPARATOR: &str = " | ";

/// An item without any text, which an empty cell could not be told from.
const EMPTY: &str = "\\e";

/// Writes the items of a list into one cell.
pub fn join<I>(items: I) -> String
where
    I: IntoIterator,
    I::Item: AsRef<str>,
{
    let mut out = String::new();
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            out.push_str(SEPARATOR);
        }
        let item = item.as_ref();
        if item.is_empty() {
            out.push_str(EMPTY);
        }
        for c in item.chars() {
            if matches!(c, '|' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// Reads the items of a list. People who type one may leave out the blanks around the separator.
pub fn split(cell: &str) -> Vec<Cow<'_, str>> {
    if cell.is_empty() {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut rest = cell;
    loop {
        let Some(at) = bar(rest) else {
            items.push(item(rest));
            return items;
        };
        let (before, after) = rest.split_at(at);
        items.push(item(unpad_end(before)));
        let after = after.strip_prefix('|').unwrap_or(after);
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
}

/// The first separator that has no backslash before it.
fn bar(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let found = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        found
    })
}

/// Without the one blank that belongs to the separator. A backslash before it would be a literal one: it
/// escapes only itself and the bar.
fn unpad_end(text: &str) -> &str {
    text.strip_suffix(' ').unwrap_or(text)
}

/// An item without its backslashes. One that escapes nothing is a backslash that somebody typed.
fn item(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    if text == EMPTY {
        return Cow::Borrowed("");
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(next @ ('|' | '\\'))) => {
                out.push(*next);
                chars.next();
            }
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// An item with what it is in front: `hy:native:Տուն`. Tags hold no colon; the text may.
pub fn tag<const N: usize>(tags: [&str; N], text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for tag in tags {
        out.push_str(tag);
        out.push(':');
    }
    out.push_str(text);
    out
}

/// What only some items of another list have, each behind the number of its item, from 1: `2:Latn`.
pub fn numbered<T>(items: &[T], said: impl Fn(&T) -> Option<String>) -> Vec<String> {
    let items = items.iter().enumerate();
    items
        .filter_map(|(at, item)| said(item).map(|said| tag([&(at + 1).to_string()], &said)))
        .collect()
}

/// The number of the item and what is said of it.
pub fn unnumber(item: &str) -> Option<(usize, &str)> {
    let ([number], said) = untag::<1>(item)?;
    let number: usize = number.parse().ok()?;
    Some((number.checked_sub(1)?, said))
}

/// The tags of an item and its text, or nothing if a colon is missing.
pub fn untag<const N: usize>(item: &str) -> Option<([&str; N], &str)> {
    let mut tags = [""; N];
    let mut rest = item;
    for tag in &mut tags {
        let (before, after) = rest.split_once(':')?;
        *tag = before.trim();
        rest = after;
    }
    Some((tags, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_read_well() {
        assert_eq!(join(["culture", "language"]), "culture | language");
        assert_eq!(join(["a|b", "c\\d"]), "a\\|b | c\\\\d");
        assert_eq!(join([""]), "\\e");
        assert_eq!(join::<[&str; 0]>([]), "");
    }

    #[test]
    fn what_people_type_is_read() {
        assert_eq!(split("a|b |c| d"), ["a", "b", "c", "d"]);
        assert_eq!(split(r"C:\new | x\"), [r"C:\new", r"x\"]);
        assert_eq!(split("a |  | b"), ["a", "", "b"]);
    }

    #[test]
    fn tags_end_at_their_colons() {
        assert_eq!(
            untag::<2>("en:other:NEO: Network"),
            Some((["en", "other"], "NEO: Network"))
        );
        assert_eq!(untag::<2>(":legal:x"), Some((["", "legal"], "x")));
        assert_eq!(untag::<2>("en:x"), None);
        assert_eq!(tag(["en", "other"], "a:b"), "en:other:a:b");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn every_list_comes_back(
            items in proptest::collection::vec(prop_oneof!["[ab|\\\\ e:\n]{0,8}", any::<String>()], 0..6)
        ) {
            let cell = join(&items);
            prop_assert_eq!(split(&cell), items);
        }

        #[test]
        fn every_tagged_text_comes_back(
            lang in "[a-z]{0,3}", role in "[a-z]{1,8}", text in any::<String>()
        ) {
            let item = tag([&lang, &role], &text);
            prop_assert_eq!(untag::<2>(&item), Some(([lang.as_str(), role.as_str()], text.as_str())));
        }
    }
}
