//! Light stemming: prefixes that Arabic and Hebrew write together with a word, and endings of names that are declined.

use super::word::{Alphabet, Word};

/// The article, alone and behind what is written before it, longest first.
const ARABIC: &[&str] = &["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];
/// And, in, for, like.
const ARABIC_SINGLE: &[&str] = &["و", "ب", "ل", "ف", "ك"];
const HEBREW: &[&str] = &["ולה", "וה", "בה", "לה", "של", "מה", "וב", "ול", "וש"];
/// Of, in, for, from, and; syllables, so that two are a word.
const ETHIOPIC: &[&str] = &["የ", "በ", "ለ", "ከ", "እና", "ና", "ናይ", "ብ", "ን"];
const HEBREW_SINGLE: &[&str] = &["ה", "ו", "ב", "ל", "מ", "ש", "כ"];

/// A word as it stands, and without what may be written before it; what is left has three letters at least.
pub(super) fn unprefixed(word: &Word) -> Vec<&str> {
    let plain = word.plain.as_str();
    let mut variants = vec![plain];
    let (articles, singles) = match word.alphabet {
        Alphabet::Arabic => (ARABIC, ARABIC_SINGLE),
        Alphabet::Hebrew => (HEBREW, HEBREW_SINGLE),
        Alphabet::Ethiopic => {
            let bare = ETHIOPIC.iter().filter_map(|prefix| {
                plain
                    .strip_prefix(prefix)
                    .filter(|rest| rest.chars().nth(1).is_some())
            });
            variants.extend(bare);
            return variants;
        }
        _ => return variants,
    };
    for prefix in articles.iter().chain(singles) {
        if let Some(rest) = plain.strip_prefix(prefix)
            && rest.chars().nth(2).is_some()
        {
            variants.push(rest);
        }
    }
    variants
}

/// A word without its article.
pub(super) fn without_article(word: &Word) -> &str {
    let plain = word.plain.as_str();
    match word.alphabet {
        Alphabet::Arabic => ARABIC
            .iter()
            .find_map(|prefix| {
                plain
                    .strip_prefix(prefix)
                    .filter(|rest| rest.chars().nth(1).is_some())
            })
            .unwrap_or(plain),
        _ => plain,
    }
}

/// A word without the single letter that may be a preposition.
pub(super) fn without_preposition(word: &Word) -> Option<&str> {
    let plain = word.plain.as_str();
    let singles = match word.alphabet {
        Alphabet::Arabic => ARABIC_SINGLE,
        Alphabet::Hebrew => HEBREW_SINGLE,
        Alphabet::Ethiopic => ETHIOPIC,
        Alphabet::Latin => {
            // Al-Azhar, written as one word.
            return ["al", "el"]
                .iter()
                .find_map(|article| plain.strip_prefix(article))
                .filter(|rest| rest.len() >= 4);
        }
        _ => return None,
    };
    singles
        .iter()
        .find_map(|prefix| plain.strip_prefix(prefix))
        .filter(|rest| rest.chars().nth(2).is_some())
}

const CYRILLIC: &[&str] = &[
    "ского",
    "ському",
    "ською",
    "ський",
    "ських",
    "ська",
    "ське",
    "ської",
    "ский",
    "ская",
    "ское",
    "ской",
    "ских",
    "ском",
    "скому",
    "ским",
    "скі",
    "ска",
    "ско",
    "ски",
    "цького",
    "цький",
    "цька",
    "цької",
    "цкий",
    "цкая",
    "цкого",
    "дағы",
    "ндағы",
    "ның",
    "нің",
    "дын",
    "дың",
    "ского",
    "ими",
    "ыми",
    "ями",
    "ами",
    "ого",
    "ему",
    "ому",
    "ної",
    "ный",
    "ная",
    "ное",
    "ний",
    "ів",
    "ов",
    "ев",
    "ой",
    "ий",
    "ый",
    "ая",
    "яя",
    "ое",
    "ее",
    "ої",
    "их",
    "ых",
    "ом",
    "ем",
    "ам",
    "ях",
    "ах",
    "ым",
    "им",
    "а",
    "я",
    "у",
    "ю",
    "и",
    "і",
    "ы",
    "е",
    "є",
    "о",
    "й",
    "ь",
    "ї",
];
const LATIN: &[&str] = &[
    "skiego", "skiej", "skiy", "skyi", "skii", "skij", "skog", "skoj", "ska", "ski", "sky", "sko",
    "iana", "iano", "ian", "isch", "ische", "s", "a", "e", "i", "o", "u", "y",
];
const GREEK: &[&str] = &[
    "ειου", "ειον", "ειο", "ιου", "ους", "εων", "ιων", "εισ", "ων", "ησ", "ασ", "οσ", "ου", "εσ",
    "οι", "α", "η", "ο", "ι", "υ", "σ",
];
const GEORGIAN: &[&str] = &[
    "ებისა",
    "ების",
    "ებს",
    "ები",
    "ურის",
    "ულის",
    "ური",
    "ული",
    "ისა",
    "ით",
    "ის",
    "ში",
    "ზე",
    "თან",
    "მა",
    "ს",
    "ი",
    "ა",
    "ე",
];
const ARMENIAN: &[&str] = &[
    "ականի",
    "ական",
    "ների",
    "ները",
    "ներ",
    "երի",
    "ության",
    "յանի",
    "յան",
    "ում",
    "ից",
    "ով",
    "ի",
    "ը",
    "ն",
    "ու",
    "ո",
    "ա",
];
const ARABIC_ENDINGS: &[&str] = &["يات", "يه", "ات", "ين", "ون", "ها", "ي", "ه"];
const HEBREW_ENDINGS: &[&str] = &["יות", "ית", "ים", "ימ", "ות", "י", "ה", "ת"];

/// A word without its ending, three letters at least; the word itself where it has none.
pub(super) fn stem(plain: &str, alphabet: Alphabet) -> &str {
    let endings = match alphabet {
        Alphabet::Cyrillic => CYRILLIC,
        Alphabet::Latin => LATIN,
        Alphabet::Greek => GREEK,
        Alphabet::Georgian => GEORGIAN,
        Alphabet::Armenian => ARMENIAN,
        Alphabet::Arabic => ARABIC_ENDINGS,
        Alphabet::Hebrew => HEBREW_ENDINGS,
        _ => return plain,
    };
    endings
        .iter()
        .filter_map(|ending| plain.strip_suffix(ending))
        .filter(|rest| rest.chars().nth(2).is_some())
        .min_by_key(|rest| rest.len())
        .unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_fall_and_short_words_stay() {
        assert_eq!(stem("гомельский", Alphabet::Cyrillic), "гомель");
        assert_eq!(stem("таврійської", Alphabet::Cyrillic), "таврій");
        assert_eq!(stem("рим", Alphabet::Cyrillic), "рим");
        assert_eq!(stem("αθηνων", Alphabet::Greek), "αθην");
        assert_eq!(stem("თბილისის", Alphabet::Georgian), "თბილის");
        assert_eq!(stem("երեվանի", Alphabet::Armenian), "երեվան");
    }
}
