//! Where a name of this script and spelling is at home: whom a Ukrainian name means is more likely in Ukraine.

/// The countries (ISO 3166-1) in whose languages a name may be written; none where that tells nothing.
pub fn homes(text: &str) -> &'static [&'static str] {
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    let any = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    if any('\u{400}', '\u{52F}') {
        return match () {
            () if has("ңғқәөүұһҢҒҚӘӨҮҰ") => &["KZ", "KG", "MN", "RU", "UZ"],
            () if has("ӯҷҳӣЎҚҒҲҶӮ") => &["TJ", "UZ"],
            () if has("їєґЇЄҐ") => &["UA"],
            () if has("ўЎ") => &["BY", "UZ"],
            () if has("ѓќѕЃЌЅ") => &["MK"],
            () if has("ђћљњЂЋЉЊј") => &["RS", "BA", "ME", "MK"],
            () if has("ыэёЫЭЁ") => EAST,
            () if has("іІ") => &["UA", "BY", "KZ"],
            () => CYRILLIC,
        };
    }
    if any('\u{600}', '\u{6FF}') {
        return match () {
            () if has("ټډړږښځڅڼ") => &["AF", "PK"],
            () if has("ٹڈڑےں") => &["PK", "IN"],
            () if has("ۆێەڵڕ") => &["IQ", "IR"],
            () if has("ٿڄڙڃڱ") => &["PK"],
            () if has("پچژگکی") => &["IR", "AF"],
            () => ARAB,
        };
    }
    match () {
        () if any('\u{370}', '\u{3FF}') => &["GR", "CY"],
        () if any('\u{530}', '\u{58F}') => &["AM"],
        () if any('\u{10A0}', '\u{10FF}') => &["GE"],
        () if any('\u{590}', '\u{5FF}') => &["IL"],
        () => &[],
    }
}

const EAST: &[&str] = &[
    "RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "UA", "MD", "AM", "AZ", "GE", "MN", "EE", "LV", "LT",
];
const CYRILLIC: &[&str] = &[
    "RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "UA", "MD", "AM", "AZ", "GE", "MN", "EE", "LV", "LT",
    "BG", "RS", "MK", "BA", "ME",
];
const ARAB: &[&str] = &[
    "EG", "SA", "IQ", "SY", "LB", "JO", "PS", "YE", "OM", "AE", "QA", "BH", "KW", "SD", "LY", "TN",
    "DZ", "MA", "MR", "SO", "DJ", "KM", "IR", "AF",
];

#[cfg(test)]
mod tests {
    use super::homes;

    #[test]
    fn letters_tell_languages_apart() {
        assert!(homes("Інститут захисту рослин її").contains(&"UA"));
        assert!(homes("Қазақ университеті").contains(&"KZ"));
        assert!(homes("Университет у Београду — Шумарски факултет њ").contains(&"RS"));
        assert!(homes("دانشگاه پیام").contains(&"IR"));
        assert!(homes("جامعة القاهرة").contains(&"EG"));
        assert!(homes("Cairo University").is_empty());
    }
}
