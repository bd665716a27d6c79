//! Telling in which script a name is written (UAX #24), by ISO 15924 code.

use icu::properties::{CodePointMapData, PropertyNamesShort, props::Script};

/// The ISO 15924 code of the script that most of the letters belong to; `Zyyy` where there are none.
///
/// Japanese and Korean mix scripts by nature and have codes of their own, `Jpan` and `Kore`.
pub fn script_of(text: &str) -> &'static str {
    let scripts = CodePointMapData::<Script>::new();
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for c in text.chars() {
        let script = scripts.get(c);
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // The first of equals wins, so the answer does not depend on the order of the table.
    let Some((most, _)) = counts.iter().rev().max_by_key(|(_, count)| *count).copied() else {
        return "Zyyy";
    };
    let has = |script| counts.iter().any(|(known, _)| *known == script);
    match most {
        Script::Hiragana | Script::Katakana => "Jpan",
        Script::Han if has(Script::Hiragana) || has(Script::Katakana) => "Jpan",
        Script::Hangul => "Kore",
        Script::Han if has(Script::Hangul) => "Kore",
        other => PropertyNamesShort::<Script>::new()
            .get(other)
            .unwrap_or("Zzzz"),
    }
}

#[cfg(test)]
mod tests {
    use super::script_of;

    #[test]
    fn the_script_of_most_letters_is_the_script() {
        for (text, script) in [
            ("Armenian Relief Society", "Latn"),
            ("Հայ Օգնության Միություն", "Armn"),
            ("საქართველო", "Geor"),
            ("Дом культуры «Ani»", "Cyrl"),
            ("الجالية السورية", "Arab"),
            ("קהילה", "Hebr"),
            ("Ελληνική Κοινότητα", "Grek"),
            ("ማኅበር", "Ethi"),
            ("भारतीय समाज", "Deva"),
            ("ܐܬܘܪܝܐ", "Syrc"),
            ("北京大学", "Hani"),
            ("日本の会", "Jpan"),
            ("トヨタ", "Jpan"),
            ("한국인회", "Kore"),
        ] {
            assert_eq!(script_of(text), script, "{text}");
        }
    }

    #[test]
    fn signs_and_digits_have_none() {
        for text in ["", "1915", "— 24/7 —", "\u{301}"] {
            assert_eq!(script_of(text), "Zyyy", "{text}");
        }
    }
}
