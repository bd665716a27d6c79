//! What a search looks at: every name, place and number of an organization in folded words.

use crate::names::fold;
use crate::values::{Identifier, Line};

use super::Name;

/// The folded words of names, city, identifiers and number, with single blanks between them.
/// A written number is there with and without its dashes, because people search for both.
pub fn search_text(
    names: &[Name],
    city: Option<&Line>,
    identifiers: &[Identifier],
    number: Option<&str>,
) -> String {
    let mut parts: Vec<String> = names.iter().map(|name| fold(&name.text)).collect();
    parts.extend(city.map(|city| fold(city)));
    for identifier in identifiers {
        parts.push(fold(identifier.scheme()));
        both_ways(&mut parts, identifier.value());
    }
    if let Some(number) = number {
        both_ways(&mut parts, number);
    }
    let mut seen = std::collections::HashSet::new();
    parts.retain(|part| !part.is_empty() && seen.insert(part.clone()));
    parts.join(" ")
}

/// Adds a written number as words and as one word.
fn both_ways(parts: &mut Vec<String>, number: &str) {
    let words = fold(number);
    parts.push(words.replace(' ', ""));
    parts.push(words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::NameRole;

    fn name(text: &str) -> Name {
        Name::new(Line::parse(text, 300).unwrap(), None, NameRole::Legal)
    }

    #[test]
    fn every_name_and_number_is_in_it_once() {
        let text = search_text(
            &[name("Հայ Տուն"), name("Hay Tun"), name("hay tun")],
            Some(&Line::parse("Köln", 120).unwrap()),
            &[Identifier::parse("DE-CR", "HRB 1234").unwrap()],
            Some("CR-0000017-5"),
        );
        assert!(text.contains(&fold("Հայ Տուն")), "{text}");
        assert!(text.contains("koln"), "{text}");
        assert!(text.contains("hrb 1234"), "{text}");
        assert!(text.contains("hrb1234"), "{text}");
        assert!(text.contains("cr 0000017 5"), "{text}");
        assert!(text.contains("cr00000175"), "{text}");
        assert_eq!(text.matches("hay tun").count(), 1, "{text}");
    }

    #[test]
    fn it_holds_folded_words_only() {
        let text = search_text(&[name("«Ёлка» & Co.")], None, &[], None);
        assert!(
            text.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' '),
            "{text}"
        );
        assert!(!text.contains("  "));
    }
}
